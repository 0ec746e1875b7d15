"""Vectors beside the record: kept in a byte a number, compared by their cosine. Who makes them is the caller's choice.

    SentenceVectors.encode (language) ─▶ Encode ─▶ joined questions, linked reports
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import QueryError

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
"""Texts to vectors, shape ``(texts, width)``, rows of length 1: ``dragoman.language.SentenceVectors.load().encode``."""


def document_vector(vectors: Vectors, sentences: int = 3) -> Vectors:
    """One vector for a report: the mean of those of its first sentences, which tell a news report's event.

    Args:
        vectors: Shape ``(s, width)``, of its sentences in order; s ≥ 1.
        sentences: How many sentences are read.

    Returns:
        Shape ``(width,)``, length 1.

    Raises:
        QueryError: There is no sentence.
    """
    if not len(vectors):
        raise QueryError("a document without sentences has no vector")
    (one,) = unit(vectors[:sentences].mean(0, keepdims=True))
    return np.asarray(one)


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
    return unit(kept.astype(np.float32))


def unit(vectors: NDArray[np.floating]) -> Vectors:
    """Rows divided by their length; a row of zeros stays one."""
    length = np.sqrt((vectors * vectors).sum(-1, keepdims=True))
    return np.asarray(vectors / np.where(length > 0, length, 1), np.float32)
