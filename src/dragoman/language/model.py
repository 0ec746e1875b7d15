"""The language model: from raw text to tokens, tags, trees, mentions, chains and cues.

    text ─▶ segment ─▶ sentences by length ─▶ encoder and heads (ONNX) ─▶ trees ─▶ mentions ─▶ chains ─▶ Analysis

A document is read in batches of its own sentences only, so its analysis cannot depend on what else is read, in which order, or by
how many workers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language._coref import CoreferenceModel
from dragoman.language._lemma import apply_rule, verb_lexicon
from dragoman.language._mentions import mention_span
from dragoman.language._onnx import Graph
from dragoman.language._subwords import Subwords, buckets, pad
from dragoman.language._tree import decode
from dragoman.language.analysis import Analysis, Entity
from dragoman.language.segment import Segmentation, segment

MODEL = "en-1"
BATCH_SUBWORDS = 768
"""Padded subwords a batch: 256 to 1,024 are equally fast, more is slower (measured; the working set leaves the cache)."""
MAX_SUBWORDS = 510
"""Position embeddings end at 512."""
_CUE_PROBABILITY = 0.35
"""The cue head sees one cue in 200 words; at this probability its precision and recall on GUM dev are nearest to each other."""


class LanguageModel:
    """The shipped English model. Load once; :meth:`analyze` is a pure function of its text."""

    def __init__(self, folder: Path) -> None:
        try:
            vocabulary: dict[str, list[str]] = json.loads((folder / "vocabulary.json").read_text(encoding="utf8"))
            lines = (folder / "lexicon.tsv").read_text(encoding="utf8").splitlines()
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder}: the language model is not whole: {error}") from error
        self.name = MODEL
        self._names = vocabulary
        self._lexicon = verb_lexicon() | {(a, b): c for a, b, c in (line.split("\t") for line in lines)}
        self._subwords = Subwords(folder / "tokenizer.json")
        self._parser = Graph(folder / "parser.onnx")
        self._labels = Graph(folder / "labels.onnx")
        coref = folder / "coref.npz"
        self._coref = CoreferenceModel.load(coref) if coref.is_file() else None

    @classmethod
    def load(cls, folder: str | Path | None = None) -> LanguageModel:
        """Load the model that the package ships, or one from ``folder``.

        Raises:
            ModelError: A file is missing or damaged.
        """
        return cls(Path(folder) if folder is not None else Path(str(files("dragoman"))) / "weights" / MODEL)

    def analyze(self, text: str) -> Analysis:
        """Analyse one document. ``text`` may be anything; spans of the result are code points into it."""
        return self.parse(text, segment(text))

    def parse(self, text: str, tokens: Segmentation) -> Analysis:
        """Analyse a document whose tokens and sentences are given."""
        n = len(tokens.form)
        columns = _Columns(n)
        self._subwords.learn(tokens.form)
        encoded = [self._subwords.encode(tokens.form[a:b]) for a, b in tokens.sentences]
        for k, row in enumerate(encoded):
            if len(row[0]) > MAX_SUBWORDS:
                encoded[k] = _clip(row)
        for group in buckets([len(e[0]) for e in encoded], BATCH_SUBWORDS):
            self._run(group, encoded, tokens, columns)
        names = self._names
        lemma = [self._lemma(f, names["xpos"][x], names["lemma"][r]) for f, x, r in zip(tokens.form, columns.xpos, columns.lemma, strict=True)]
        heads = columns.head.tolist()
        rel = [names["rel"][r] for r in columns.rel]
        upos = [names["upos"][u] for u in columns.upos]
        analysis = Analysis(
            text=text, form=tokens.form, span=tokens.span, lemma=lemma, upos=upos, xpos=[names["xpos"][x] for x in columns.xpos],
            feats=[names["feats"][x] for x in columns.feats], head=heads, rel=rel, sentences=tokens.sentences,
            paragraph=tokens.paragraph, cue=self._cues(columns.cue), multiword=tokens.multiword,
        )  # fmt: skip
        return self._with_entities(analysis, columns)

    def _run(self, group: list[int], encoded: list[Any], tokens: Segmentation, out: _Columns) -> None:
        rows = [encoded[k] for k in group]
        got = self._parser(
            ids=pad([r[0] for r in rows]), case=pad([r[1] for r in rows]), attend=pad([[1] * len(r[0]) for r in rows]),
            first=pad([r[2] for r in rows]), last=pad([r[3] for r in rows]),
        )  # fmt: skip
        dependents, governors, targets = [], [], []
        for row, k in enumerate(group):
            a, b = tokens.sentences[k]
            m = b - a
            heads = decode(got["arcs"][row, :m, : m + 1])
            dependents.append(got["dependent"][row, :m])
            governors.append(got["governor"][row][heads])
            targets.append((a, b))
            out.head[a:b] = np.where(heads == 0, -1, heads - 1 + a)
            for name in ("upos", "xpos", "feats", "lemma"):
                getattr(out, name)[a:b] = got[name][row, :m]
            out.mention[a:b] = got["mention"][row, :m].argmax(-1)
            out.cue[a:b] = got["cue"][row, :m]
            out.coref[a:b] = got["coref"][row, :m]
        rel = self._labels(dependent=np.concatenate(dependents), governor=np.concatenate(governors))["rel"]
        at = 0
        for a, b in targets:
            out.rel[a:b] = rel[at : at + b - a]
            at += b - a

    def _lemma(self, form: str, xpos: str, rule: str) -> str:
        key = form if xpos in ("NNP", "NNPS") else form.lower()
        known = self._lexicon.get((key, xpos))
        return known if known is not None else (apply_rule(form, rule) or form)

    def _cues(self, logits: NDArray[np.float32]) -> list[str]:
        if not len(logits):
            return []
        e = np.exp(logits - logits.max(-1, keepdims=True))
        p = e / e.sum(-1, keepdims=True)
        best = p[:, 1:].argmax(-1) + 1
        on = 1 - p[:, 0] >= _CUE_PROBABILITY
        names = self._names["cue"]
        return [names[b] if o else "_" for b, o in zip(best.tolist(), on.tolist(), strict=True)]

    def _with_entities(self, analysis: Analysis, columns: _Columns) -> Analysis:
        import dataclasses

        heads = np.flatnonzero(columns.mention).tolist()
        names = self._names["mention"]
        found = []
        for h in heads:
            first, last = mention_span(h, analysis.children, analysis.rel, analysis.upos)
            found.append((first, last, h, names[columns.mention[h]]))
        found.sort(key=lambda f: (f[0], -f[1]))
        if self._coref is not None:
            chains = self._coref.chains(analysis, found, columns.coref)
        else:
            chains = list(range(len(found)))
        return dataclasses.replace(analysis, entities=tuple(Entity(*f, c) for f, c in zip(found, chains, strict=True)))


class _Columns:
    """The heads' answers for all tokens of a document."""

    def __init__(self, n: int) -> None:
        self.upos, self.xpos, self.feats, self.lemma, self.rel, self.mention, self.head = (np.zeros(n, np.int64) for _ in range(7))
        self.cue = np.zeros((n, 4), np.float32)
        self.coref = np.zeros((n, 256), np.float32)


def _clip(row: tuple[list[int], list[int], list[int], list[int]]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Cut a sentence of too many subwords; the words beyond read its last position, so that each still gets an answer."""
    ids, case, first, last = row
    end = MAX_SUBWORDS - 1
    return [*ids[:end], ids[-1]], [*case[:end], 0], [min(i, end - 1) for i in first], [min(i, end - 1) for i in last]


def checksum(paths: Iterable[Path]) -> str:
    """sha256 over files in the order given, as the model card states it."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def named(values: Sequence[int], names: Sequence[str]) -> list[str]:
    """Class numbers to class names."""
    return [names[v] for v in values]
