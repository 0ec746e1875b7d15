"""The relation reader: what a marked actor does toward a marked recipient, as a small encoder of its own reads it.

    words, actor, recipient, trigger ─▶ [A] Kenya [/A] [T] accused [/T] [R] Somalia [/R] of ... ─▶ encoder ─▶ type, modes, status

Recipient and trigger may be absent. It knows no tables and no grammar: a second opinion beside the frames, trained on sentences that the
project wrote itself (``training/relations/``). Markers around the arguments: Zhong and Chen 2021, 'A Frustratingly Easy Approach for Entity
and Relation Extraction'.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language._onnx import Graph
from dragoman.language._subwords import Subwords, buckets, pad

READER = "rel-1"
NONE = "NONE"
MARKS = {"actor": (1, 2), "recipient": (3, 4), "trigger": (5, 6)}
"""Vocabulary ids that MiniLM never used, for the opening and closing marks."""
MAX_PIECES = 192
"""Subwords read at most; a longer sentence is cut to a window around its marks."""
BATCH_PIECES = 1024

Range = tuple[int, int]
"""Words ``[first, last)``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """One question to the reader. Ranges count words of ``words``; actor and recipient may overlap the trigger in any way but equal."""

    words: tuple[str, ...]
    actor: Range
    recipient: Range | None = None
    trigger: Range | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """The reader's answer: probabilities over the event types and ``NONE``, of each mode of the likeliest type, of each status."""

    types: dict[str, float]
    modes: dict[str, float]
    """By ``TYPE/mode``, each a probability of its own."""
    status: dict[str, float]

    @property
    def type(self) -> str:
        """The likeliest type, or ``NONE``."""
        return max(self.types, key=self.types.__getitem__)

    def modes_of(self, type_: str, *, threshold: float = 0.5) -> tuple[str, ...]:
        """The modes of a type that are likelier than ``threshold``, likeliest first."""
        got = sorted(((p, m) for m, p in self.modes.items() if m.startswith(type_ + "/") and p >= threshold), reverse=True)
        return tuple(m.partition("/")[2] for _, m in got)


def encode(subwords: Subwords, pair: Pair) -> tuple[list[int], list[int], list[int]]:
    """Subwords of a pair with its marks.

    Returns:
        Subword ids and case shapes, both of length t ≤ ``MAX_PIECES``; and where the opening marks of actor, recipient and trigger stand
        (0 where absent).
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for role, span in (("trigger", pair.trigger), ("recipient", pair.recipient), ("actor", pair.actor)):
        if span is not None:
            opening.setdefault(span[0], []).append(MARKS[role][0])
            closing.setdefault(span[1], []).insert(0, MARKS[role][1])
    ids, case, first, _ = subwords.encode(pair.words)
    out, shapes = [ids[0]], [0]
    at = {mark: 0 for mark in (1, 3, 5)}
    for w in range(len(pair.words) + 1):
        for mark in closing.get(w, ()):
            out.append(mark)
            shapes.append(0)
        for mark in opening.get(w, ()):
            at[mark] = len(out)
            out.append(mark)
            shapes.append(0)
        if w < len(pair.words):
            end = first[w + 2] if w + 2 < len(first) else len(ids) - 1
            out += ids[first[w + 1] : end]
            shapes += case[first[w + 1] : end]
    out.append(ids[-1])
    shapes.append(0)
    return _window(out, shapes, list(at.values()))


def _window(ids: list[int], case: list[int], at: list[int]) -> tuple[list[int], list[int], list[int]]:
    """Cut to ``MAX_PIECES`` around the marks; first and last subword stay."""
    if len(ids) <= MAX_PIECES:
        return ids, case, at
    inside = [k for k in at if k]
    middle = (min(inside) + max(inside)) // 2
    room = MAX_PIECES - 2
    start = max(1, min(middle - room // 2, len(ids) - 1 - room))
    kept = slice(start, start + room)
    moved = [k - start + 1 if start <= k < start + room else 0 for k in at]
    return [ids[0], *ids[kept], ids[-1]], [0, *case[kept], 0], moved


class RelationReader:
    """The shipped reader. Load once; :meth:`read` is a pure function of each pair, whatever else is read with it."""

    def __init__(self, folder: Path, tokenizer: Path) -> None:
        try:
            names = json.loads((folder / "labels.json").read_text(encoding="utf8"))
            self.types: list[str] = names["types"]
            self.modes: list[str] = names["modes"]
            self.status: list[str] = names["status"]
            self._temperature = float(names["temperature"])
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{folder}: the relation reader is not whole: {error}") from error
        self.name = READER
        self._subwords = Subwords(tokenizer)
        self._graph = Graph(folder / "reader.onnx", optimized=True)

    @classmethod
    def load(cls) -> RelationReader:
        """Load the reader that the package ships.

        Raises:
            ModelError: A file is missing or damaged.
        """
        weights = Path(str(files("dragoman"))) / "weights"
        return cls(weights / READER, weights / "en-1" / "tokenizer.json")

    def read(self, pairs: Iterable[Pair]) -> list[Reading]:
        """Read pairs, in order. Each is read alone with its like-sized neighbours; scales are fixed, so they don't matter to it."""
        asked = list(pairs)
        self._subwords.learn([w for p in asked for w in p.words])
        rows = [encode(self._subwords, p) for p in asked]
        out: list[Reading | None] = [None] * len(asked)
        for group in buckets([len(r[0]) for r in rows], BATCH_PIECES):
            ids, case = pad([rows[k][0] for k in group]), pad([rows[k][1] for k in group])
            attend = pad([[1] * len(rows[k][0]) for k in group])
            at = np.array([rows[k][2] for k in group], dtype=np.int64)
            got = self._graph(ids=ids, case=case, attend=attend, at=at)
            types, status = _softmax(got["type"] / self._temperature), _softmax(got["status"])
            modes = 1 / (1 + np.exp(-got["mode"]))
            for row, k in enumerate(group):
                out[k] = Reading(_named(self.types, types[row]), _named(self.modes, modes[row]), _named(self.status, status[row]))
        return [r for r in out if r is not None]


def _named(names: Sequence[str], values: NDArray[np.float32]) -> dict[str, float]:
    return {n: round(float(v), 4) for n, v in zip(names, values, strict=True)}


def _softmax(x: NDArray[np.floating]) -> NDArray[np.floating]:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))
