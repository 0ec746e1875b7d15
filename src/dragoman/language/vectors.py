"""Sentence vectors: how near two sentences, or two phrases, are in meaning.

    words ─▶ the relation reader's encoder ─▶ its layers' means and last layer's maxima over the subwords ─▶ linear head ─▶ unit vector

The head is distilled from all-MiniLM-L6-v2 as it is before any tuning (``training/vectors/``): the cosine of two vectors is their
similarity. Of the two encoders that the package ships, the relation reader's has kept more of it than the tree parser's.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError, TextError
from dragoman.language._onnx import Graph
from dragoman.language._subwords import Subwords, buckets, pad
from dragoman.language.analysis import Analysis
from dragoman.language.relations import BATCH_PIECES, MAX_PIECES, READER
from dragoman.language.segment import segment

HEAD = "vec-1"
WIDTH = 384
"""Of the encoder's states."""
Vectors = NDArray[np.float32]


class Pooling:
    """The encoder, read for its layers.

    Args:
        layers: Names of inner values of the reader's graph, each a row of 384 a subword.
    """

    def __init__(self, layers: Sequence[str]) -> None:
        weights = _weights()
        self._graph = Graph(weights / READER / "reader.onnx", optimized=True, inner=layers)
        self._subwords = Subwords(weights / "en-1" / "tokenizer.json")

    def __call__(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Means of the layers over the subwords of each sentence, and the maxima of the last layer given, side by side.

        Args:
            sentences: Tokens of each; the first ``MAX_PIECES`` subwords are read.

        Returns:
            Shape ``(len(sentences), 384 * (layers + 1))``. The sum is in float64, so that its last bits do not depend on the batch.
        """
        self._subwords.learn([w for s in sentences for w in s])
        rows = [_cut(*self._subwords.encode(s)[:2]) for s in sentences]
        out = np.zeros((len(rows), WIDTH * (len(self._graph.outputs) + 1)))
        for group in buckets([len(ids) for ids, _ in rows], BATCH_PIECES):
            length = np.array([len(rows[k][0]) for k in group])
            got = self._graph(
                ids=pad([rows[k][0] for k in group]), case=pad([rows[k][1] for k in group]), attend=pad([[1] * n for n in length]),
                at=np.zeros((len(group), 3), np.int64),
            )  # fmt: skip
            start = np.cumsum(length) - length
            states = list(got.values())
            means = [np.add.reduceat(x, start, axis=0, dtype=np.float64) / length[:, None] for x in states]
            out[group] = np.concatenate([*means, np.maximum.reduceat(states[-1], start, axis=0)], 1)
        return out


class SentenceVectors:
    """The encoder and the head that makes vectors. Load once; a vector is a pure function of its sentence, whatever is read with it.

    Args:
        head: Folder with ``head.npz``: ``weights`` (384 * (layers + 1), width) int8, ``scale`` and ``bias`` (width,), ``layers``: names of the
            encoder's inner values.

    >>> vectors = SentenceVectors.load()
    >>> vectors.encode(["Kenya closed the border.", "The border was shut by Kenya."]).shape
    (2, 256)
    """

    def __init__(self, head: Path) -> None:
        try:
            with np.load(head / "head.npz", allow_pickle=False) as kept:
                self._weights = kept["weights"].astype(np.float64) * kept["scale"]
                self._bias = kept["bias"].astype(np.float64)
                layers = [str(name) for name in kept["layers"]]
        except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
            raise ModelError(f"{head}: the vectors' head is not whole: {error}") from error
        self.name = HEAD
        self.width = len(self._bias)
        """Numbers of a vector."""
        self._pooling = Pooling(layers)

    @classmethod
    def load(cls, head: Path | None = None) -> SentenceVectors:
        """Load the head that the package ships, or one from a folder, and the encoder.

        Raises:
            ModelError: A file is missing or damaged.
        """
        return cls(head or _weights() / HEAD)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of bare texts, each a sentence or a phrase.

        Args:
            texts: Each is read as one sentence, whatever marks stand in it; its first ``MAX_PIECES`` subwords are read.

        Returns:
            Shape ``(len(texts), width)``, rows of length 1, in the order given.

        Raises:
            TextError: A text has no visible character, or one string is given for the list of them.
        """
        return self._read(tokens(texts))

    def of(self, analysis: Analysis) -> Vectors:
        """Vectors of a document's sentences, by whatever model they were cut: shape ``(len(analysis.sentences), width)``, rows of length 1."""
        return self._read([analysis.form[a:b] for a, b in analysis.sentences])

    def _read(self, sentences: Sequence[Sequence[str]]) -> Vectors:
        return unit(self._pooling(sentences) @ self._weights + self._bias)


def tokens(texts: Sequence[str]) -> list[list[str]]:
    """The tokens of each text, as one sentence.

    Raises:
        TextError: A text has no visible character, or one string is given for the list of them.
    """
    if isinstance(texts, str):
        raise TextError(f"one string {texts[:40]!r} where a list of texts is expected")
    sentences = [segment(text).form for text in texts]
    if [] in sentences:
        k = sentences.index([])
        raise TextError(f"text {k} of {len(texts)} is {texts[k][:40]!r}: a vector needs a visible character")
    return sentences


def _weights() -> Path:
    return Path(str(files("dragoman"))) / "weights"


def _cut(ids: list[int], case: list[int]) -> tuple[list[int], list[int]]:
    """At most ``MAX_PIECES`` subwords; first and last stay."""
    if len(ids) <= MAX_PIECES:
        return ids, case
    return [*ids[: MAX_PIECES - 1], ids[-1]], [*case[: MAX_PIECES - 1], 0]


def unit(vectors: NDArray[np.floating]) -> Vectors:
    """Rows divided by their length; a row of zeros stays one."""
    length = np.sqrt((vectors * vectors).sum(-1, keepdims=True))
    return np.asarray(vectors / np.where(length > 0, length, 1), np.float32)
