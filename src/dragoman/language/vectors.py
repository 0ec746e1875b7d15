"""Sentence vectors: how near two sentences, or two phrases, are in meaning.

    words ─▶ shipped encoder, its layers ─▶ mean of each layer over the subwords ─▶ linear head ─▶ unit vector

The encoder is the language model's own, so a document that is analysed has its vectors for the price of a matrix product. The head is
distilled from all-MiniLM-L6-v2 as it was before it was tuned for trees (``training/vectors/``): cosine of two vectors for similarity.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError, TextError
from dragoman.language._onnx import Graph
from dragoman.language._subwords import Packed, Subwords, buckets
from dragoman.language.analysis import Analysis
from dragoman.language.segment import segment

HEAD = "vec-1"
ENCODER = "en-1"
BATCH_SUBWORDS = 768
"""As the language model's (``model.BATCH_SUBWORDS``)."""
Vectors = NDArray[np.float32]


class SentenceVectors:
    """The shipped encoder and the head that makes vectors. Load once.

    >>> vectors = SentenceVectors.load()
    >>> vectors.encode(["Kenya closed the border.", "The border was shut by Kenya."]).shape
    (2, 256)
    """

    def __init__(self, head: Path, encoder: Path) -> None:
        try:
            with np.load(head / "head.npz") as kept:
                self._weights = kept["weights"].astype(np.float32) * kept["scale"]
                self._bias = kept["bias"]
            self.layers: list[str] = json.loads((head / "layers.json").read_text(encoding="utf8"))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{head}: the vectors' head is not whole: {error}") from error
        self.name = HEAD
        self.width = len(self._bias)
        """Numbers of a vector."""
        self.graph = Graph(encoder / "parser.onnx", optimized=True, also=self.layers)
        self.subwords = Subwords(encoder / "tokenizer.json")

    @classmethod
    def load(cls) -> SentenceVectors:
        """Load the head and the encoder that the package ships.

        Raises:
            ModelError: A file is missing or damaged.
        """
        weights = Path(str(files("dragoman"))) / "weights"
        return cls(weights / HEAD, weights / ENCODER)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of bare texts, each a sentence or a phrase.

        Args:
            texts: Each is read as one sentence, whatever marks stand in it; what is longer than the encoder is cut word by word.

        Returns:
            Shape ``(len(texts), width)``, rows of length 1, in the order given.

        Raises:
            TextError: A text has no visible character, or one string is given for the list of them.
        """
        if isinstance(texts, str):
            raise TextError(f"one string {texts[:40]!r} where a list of texts is expected")
        words: list[str] = []
        ranges: list[tuple[int, int]] = []
        for k, text in enumerate(texts):
            form = segment(text).form
            if not form:
                raise TextError(f"text {k} of {len(texts)} is {text!r}: a vector needs a visible character")
            ranges.append((len(words), len(words) + len(form)))
            words += form
        return self._read(words, ranges)

    def of(self, analysis: Analysis) -> Vectors:
        """Vectors of a document's sentences.

        Args:
            analysis: By this language model or another; where it was made with :class:`SentenceVectors` it holds them already.

        Returns:
            Shape ``(len(analysis.sentences), width)``, rows of length 1.
        """
        return analysis.vectors if analysis.vectors is not None else self._read(analysis.form, analysis.sentences)

    def pooled(self, got: Mapping[str, NDArray[Any]], length: NDArray[np.int64]) -> Vectors:
        """Vectors from what the encoder's graph gave for a batch.

        Args:
            got: The graph's outputs; those of ``layers`` are ``(n, 384)``, sentences one after the other.
            length: Subwords of each of b sentences, together n.

        Returns:
            Shape ``(b, width)``, rows of length 1.
        """
        start = np.cumsum(length) - length
        means = [np.add.reduceat(got[name], start, axis=0) / length[:, None] for name in self.layers]
        return _unit(np.concatenate(means, 1).astype(np.float32) @ self._weights + self._bias)

    def _read(self, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Vectors:
        out = np.zeros((len(sentences), self.width), np.float32)
        if not len(sentences):
            return out
        self.subwords.learn(words)
        packed: Packed = self.subwords.pack(words, sentences)
        for group in buckets(packed.length.tolist(), BATCH_SUBWORDS):
            chosen = np.array(group)
            inputs, _ = packed.batch(chosen)
            out[chosen] = self.pooled(self.graph(**inputs), packed.length[chosen])
        return out


def document_vector(vectors: Vectors, sentences: int = 3) -> Vectors:
    """One vector for a report: the mean of those of its first sentences, which tell a news report's event.

    Args:
        vectors: Shape ``(s, width)``, as :meth:`SentenceVectors.of` gives them; s ≥ 1.
        sentences: How many sentences are read.

    Returns:
        Shape ``(width,)``, length 1.

    Raises:
        TextError: There is no sentence.
    """
    if not len(vectors):
        raise TextError("a document without sentences has no vector")
    return _unit(vectors[:sentences].mean(0, keepdims=True))[0]


def similarity(left: Vectors, right: Vectors) -> Vectors:
    """Cosines of vectors of length 1: shapes ``(n, width)`` and ``(m, width)`` to ``(n, m)``, in [-1, 1]."""
    cosines: Vectors = left @ right.T
    return cosines


def packed(vectors: Vectors) -> NDArray[np.int8]:
    """Vectors as they are kept: each number in 1/127 of the row's largest, a byte a number. Cosines change by less than .01.

    >>> packed(np.array([[0.6, -0.8]], np.float32)).tolist()
    [[95, -127]]
    """
    largest = np.abs(vectors).max(-1, keepdims=True)
    small: NDArray[np.int8] = np.round(vectors / np.where(largest > 0, largest, 1) * 127).astype(np.int8)
    return small


def unpacked(kept: NDArray[np.int8]) -> Vectors:
    """The vectors that :func:`packed` was given, of length 1."""
    return _unit(kept.astype(np.float32))


def _unit(vectors: Vectors) -> Vectors:
    length = np.sqrt((vectors * vectors).sum(-1, keepdims=True))
    unit: Vectors = vectors / np.where(length > 0, length, 1)
    return unit
