"""Words to the encoder's subwords.

    "Pashinian" ──▶ pash ##inia ##n   + case shape 2 (Capitalized)

The encoder is uncased; the shape of a word goes in as a small embedding of its own. Typographic quotes and dashes are
folded to their ASCII twins before lookup (never in the text itself), so that a tree does not depend on a typesetter.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_PIECES = 12
"""Subwords kept of one word; longer ones are URLs and hashes."""
CASE_SHAPES = 8
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."}
)

Ints = NDArray[np.int64]


def case_shape(word: str) -> int:
    """Return the case shape of a word: 1 lower, 2 Capitalized, 3 UPPER, 4 miXed, 5 no letters, 6 one capital (0 pads)."""
    letters = sum(c.isalpha() for c in word)
    if not letters:
        return 5
    if word == word.lower():
        return 1
    if word == word.upper():
        return 6 if letters == 1 else 3
    if word[0].isupper() and word[1:] == word[1:].lower():
        return 2
    return 4


class Subwords:
    """The WordPiece vocabulary, with a bounded cache of words seen.

    Args:
        path: The vocabulary in the format of the ``tokenizers`` library (``tokenizer.json``).
    """

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._unk, self.cls, self.sep = (self._id(t) for t in ("[UNK]", "[CLS]", "[SEP]"))
        self._cache: dict[str, tuple[list[int], int]] = {}

    def _id(self, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        if number is None:
            raise ModelError(f"the subword vocabulary has no {token}; it is not the one that the model was trained with")
        return number

    def learn(self, words: Sequence[str]) -> None:
        """Look up all words that the cache does not hold, in one call."""
        if len(self._cache) > 200_000:
            self._cache.clear()
        missing = list(dict.fromkeys(w for w in words if w not in self._cache))
        if not missing:
            return
        folded = [w.translate(_FOLD) for w in missing]
        for word, encoding in zip(missing, self._tokenizer.encode_batch(folded, add_special_tokens=False), strict=True):
            self._cache[word] = (encoding.ids[:MAX_PIECES] or [self._unk], case_shape(word))

    def encode(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int], list[int]]:
        """Encode one sentence of known words (see :meth:`learn`).

        Returns:
            Subword ids and case shapes, both of length t; and for the root and each of n words the index of its first
            and its last subword, both of length n + 1.
        """
        ids, case, first, last = [self.cls], [0], [0], [0]
        cache = self._cache
        for word in words:
            pieces, shape = cache[word]
            first.append(len(ids))
            ids += pieces
            case += [shape] * len(pieces)
            last.append(len(ids) - 1)
        ids.append(self.sep)
        case.append(0)
        return ids, case, first, last


def pad(rows: Sequence[Sequence[int]], value: int = 0) -> Ints:
    """Stack rows of different lengths into an array of shape ``(len(rows), longest)``, filled up with ``value``."""
    out = np.full((len(rows), max(map(len, rows))), value, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


CALL_COST = 40
"""What one more batch costs, in padded subwords (measured: 0.5 ms a call beside 75,000 subwords/s)."""


def buckets(lengths: Sequence[int], budget: int, *, order: Sequence[float] | None = None, most: int = 64) -> list[list[int]]:
    """Group indices of similar length so that padding and calls cost least.

    Args:
        lengths: Subwords of each sentence.
        budget: Padded subwords a group holds at most (a longer sentence stands alone).
        order: Breaks ties between sentences of one length; by index where absent.
        most: Sentences a group holds at most.

    Returns:
        Groups of indices, shortest first: the partition of the sorted lengths with the least sum of padded subwords and ``CALL_COST``.
    """
    ranked = sorted(range(len(lengths)), key=lambda i: (lengths[i], i if order is None else order[i]))
    n = len(ranked)
    best = [0] + [0] * n
    cut = [0] * (n + 1)
    for end in range(1, n + 1):
        longest = lengths[ranked[end - 1]]
        low = max(0, end - max(1, min(most, budget // longest if longest else most)))
        choice, cost = end - 1, best[end - 1] + longest + CALL_COST
        for start in range(end - 2, low - 1, -1):
            total = best[start] + longest * (end - start) + CALL_COST
            if total < cost:
                choice, cost = start, total
        best[end], cut[end] = cost, choice
    out: list[list[int]] = []
    end = n
    while end:
        out.append(ranked[cut[end] : end])
        end = cut[end]
    return out[::-1]
