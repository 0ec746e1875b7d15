"""Words to the encoder's subwords.

    "Pashinian" ──▶ pash ##inia ##n   + case shape 2 (Capitalized)

The encoder is uncased; the shape of a word goes in as a small embedding of its own. Typographic quotes and dashes are
folded to their ASCII twins before lookup (never in the text itself), so that a tree does not depend on a typesetter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Ints = NDArray[np.int64]

MAX_PIECES = 12
"""Subwords kept of one word; longer ones are URLs and hashes."""
MAX_SUBWORDS = 512
"""Subwords of a sentence, with its marks: the encoder's positions end here."""
CASE_SHAPES = 8
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."}
)


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

    def pack(self, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Packed:
        """Encode the sentences of a document of known words (see :meth:`learn`).

        Args:
            words: All tokens.
            sentences: Half-open token ranges, in order, none empty, together all tokens.
        """
        cache = self._cache
        pieces, shapes = zip(*[cache[w] for w in words], strict=True)
        count = np.fromiter(map(len, pieces), np.int64, len(words))
        tokens = np.array(sentences, dtype=np.int64)
        size = tokens[:, 1] - tokens[:, 0]
        length = np.add.reduceat(count, tokens[:, 0]) + 2
        if length.max() > MAX_SUBWORDS:
            kept = _room(count, size)
            pieces = tuple(p[:k] for p, k in zip(pieces, kept.tolist(), strict=True))
            count = kept
            length = np.add.reduceat(count, tokens[:, 0]) + 2
        start = np.cumsum(length) - length
        first = np.cumsum(count) - count + np.repeat(2 * np.arange(len(size)) + 1, size)
        last = first + count - 1
        end = np.repeat(start + length - 2, size)
        ids = np.empty(int(length.sum()), np.int64)
        inside = np.ones(len(ids), bool)
        ids[start], ids[start + length - 1] = self.cls, self.sep
        inside[start] = inside[start + length - 1] = False
        ids[inside] = np.fromiter(chain.from_iterable(pieces), np.int64, int(count.sum()))
        case = np.zeros(len(ids), np.int64)
        case[inside] = np.repeat(np.fromiter(shapes, np.int64, len(words)), count)
        return Packed(ids, case, ranges(np.zeros_like(length), length), np.minimum(first, end), np.minimum(last, end), start, length, tokens[:, 0], size)


def _room(count: Ints, size: Ints) -> Ints:
    """Subwords kept of each word where sentences are longer than the encoder: as many a word as fit for all, then none."""
    out = count.copy()
    at = 0
    for n in size.tolist():
        part = out[at : at + n]
        if part.sum() + 2 > MAX_SUBWORDS:
            part[:] = np.minimum(part, max(1, (MAX_SUBWORDS - 2) // n))
            part[MAX_SUBWORDS - 2 :] = 0
        at += n
    return out


@dataclasses.dataclass(frozen=True, slots=True)
class Packed:
    """The subwords of a document's sentences one after the other, without padding, each between [CLS] and [SEP].

        ids      [CLS] oslo con ##dem ##ned it [SEP] [CLS] ...      n subwords
        column     0    1    2    3    4    5    6     0   ...
        first, last     1    2              5    (``con``, ``##ned``: 2, 4), w words
    """

    ids: Ints
    """Shape ``(n,)``."""
    case: Ints
    """Case shape of each subword's word, ``(n,)``."""
    column: Ints
    """Place in the sentence, ``(n,)``."""
    first: Ints
    """Index into ``ids`` of each word's first subword, ``(w,)``."""
    last: Ints
    """And of its last."""
    start: Ints
    """Index into ``ids`` of each of s sentences' [CLS], ``(s,)``."""
    length: Ints
    """Subwords of each sentence, ``(s,)``."""
    word: Ints
    """First word of each sentence, ``(s,)``."""
    size: Ints
    """Words of each sentence, ``(s,)``."""

    def batch(self, group: Ints) -> tuple[dict[str, NDArray[Any]], Ints]:
        """Pick out sentences for the encoder.

        Args:
            group: Numbers of b sentences.

        Returns:
            The graph's inputs, by name, and the words of the sentences, in order. ``grid`` (b, t) and ``words`` (b, d) lay the packed
            subwords and words out by sentence; their empty cells hold 0, and -10,000 in ``hidden`` (b, 1, 1, t) and ``absent``
            (b, 1, d + 1). The roots stand after the words in ``first`` and ``last``, so that word k is row k of the graph's answers.
        """
        length, size = self.length[group], self.size[group]
        at = ranges(self.start[group], length)
        word = ranges(self.word[group], size)
        start = np.cumsum(length) - length
        shift = np.repeat(start - self.start[group], size)
        grid, inside = _laid_out(start, length)
        words, present = _laid_out(np.cumsum(size) - size, size)
        governors = np.concatenate([np.arange(len(word), len(word) + len(group))[:, None], words], 1)
        absent = np.zeros(governors.shape, np.float32)
        absent[:, 1:][~present] = _NEVER
        hidden = np.where(inside, np.float32(0), _NEVER)
        inputs: dict[str, NDArray[Any]] = {
            "ids": self.ids[at], "case": self.case[at], "column": self.column[at], "row": np.repeat(np.arange(len(group)), length),
            "grid": grid, "hidden": hidden[:, None, None, :], "first": np.concatenate([self.first[word] + shift, start]),
            "last": np.concatenate([self.last[word] + shift, start]), "words": words, "governors": governors, "absent": absent[:, None, :],
        }  # fmt: skip
        return inputs, word


_NEVER = np.float32(-1e4)


def ranges(start: Ints, length: Ints) -> Ints:
    """``[start, start + length)`` of each pair, one after the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    total = int(length.sum())
    out: Ints = np.arange(total) + np.repeat(start - (np.cumsum(length) - length), length)
    return out


def _laid_out(start: Ints, length: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Rows ``start, start + 1, ...`` as wide as the longest; cells past ``length`` hold 0 and are False in the second array."""
    column = np.arange(int(length.max()))[None, :]
    inside = column < length[:, None]
    return np.where(inside, start[:, None] + column, 0), inside


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
