"""Coreference: each mention takes the best of the mentions before it, or none.

    Macron ... the president ... he      score(i, j) = small network over features of the pair and the encoder's two vectors
      0   ◀──────  1      ◀───── 2       a mention whose best score is below 0 opens a chain

Word level: a mention is its head word (Dobrovolskii 2021, "Word-Level Coreference Resolution"); the loss in training is the marginal
likelihood of the right antecedents (Lee et al. 2017).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dragoman.language.analysis import Analysis

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

WINDOW = 120
"""Antecedents looked at: this many mentions back."""
_BLOCK = 256
"""Mentions compared at a time, so that a long document needs no more memory than a short one."""
_ROWS, _PAIRS = 8, 256
"""Mentions and pairs multiplied at a time: NumPy's BLAS gives products this small to one thread; larger ones wait for its others."""
FEATURES = 30
_PRONOUN_CLASS = {
    "i": 1, "me": 1, "my": 1, "mine": 1, "myself": 1, "we": 2, "us": 2, "our": 2, "ours": 2, "ourselves": 2, "you": 3, "your": 3,
    "yours": 3, "yourself": 3, "he": 4, "him": 4, "his": 4, "himself": 4, "she": 5, "her": 5, "hers": 5, "herself": 5, "it": 6,
    "its": 6, "itself": 6, "they": 7, "them": 7, "their": 7, "theirs": 7, "themselves": 7, "this": 8, "that": 8, "these": 9,
    "those": 9, "who": 10, "which": 10, "whose": 10, "whom": 10,
}  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")

Found = tuple[int, int, int, str]
"""First token, last token + 1, head, type."""


class MentionFeatures:
    """What pairs are compared by, as arrays over the mentions of one document."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Found]) -> None:
        m = len(mentions)
        number = {k: i for i, k in enumerate(sorted({t[3] for t in mentions}))}
        heads = np.array([t[2] for t in mentions], dtype=np.int64)
        self.first = np.array([t[0] for t in mentions], dtype=np.int64)
        self.last = np.array([t[1] for t in mentions], dtype=np.int64)
        self.head = heads
        self.parent = np.array([analysis.head[h] for h in heads], dtype=np.int64)
        self.sentence = np.array([analysis.sentence_of[h] for h in heads], dtype=np.int64)
        self.type = np.array([number[t[3]] for t in mentions], dtype=np.int64)
        self.person_type = np.array([t[3] == "person" for t in mentions])
        self.pronoun = np.array([_PRONOUN_CLASS.get(analysis.form[h].lower(), 0) for h in heads], dtype=np.int64)
        self.proper = np.array([analysis.upos[h] == "PROPN" for h in heads])
        self.plural = np.array([analysis.feature(h, "Number") == "Plur" for h in heads])
        self.subject = np.array([analysis.rel[h] in _SUBJECT for h in heads])
        self.definite = np.zeros(m, bool)
        self.indefinite = np.zeros(m, bool)
        self.appositive = np.array([analysis.rel[h] in ("appos", "nmod:desc") for h in heads])
        texts, lemmas, names, acronyms = [], [], [], []
        for k, (first, last, head, _) in enumerate(mentions):
            words = [analysis.form[i].lower() for i in range(first, last)]
            self.definite[k] = words[0] in _DEFINITE
            self.indefinite[k] = words[0] in ("a", "an", "some", "several", "many")
            while len(words) > 1 and (words[0] in _DEFINITE or words[0] in ("a", "an")):
                words = words[1:]
            if len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"):
                words = words[:-1]
            texts.append(" ".join(words))
            lemmas.append(analysis.lemma[head].lower())
            names.append(frozenset(analysis.form[i].lower() for i in range(first, last) if analysis.upos[i] == "PROPN"))
            acronyms.append("".join(analysis.form[i][0] for i in range(first, last) if analysis.form[i][:1].isupper()).lower())
        self.text = np.array(_numbers(texts), dtype=np.int64)
        self.lemma = np.array(_numbers(lemmas), dtype=np.int64)
        self.names = names
        self.low_head = [analysis.form[h].lower() for h in heads]
        self.acronym = acronyms
        self._with_word: dict[str, list[int]] = {}
        self._with_head: dict[str, list[int]] = {}
        self._with_acronym: dict[str, list[int]] = {}
        for k, name in enumerate(names):
            for word in name:
                self._with_word.setdefault(word, []).append(k)
            if name:
                self._with_head.setdefault(self.low_head[k].replace(".", ""), []).append(k)
                self._with_acronym.setdefault(acronyms[k], []).append(k)

    def __len__(self) -> int:
        return len(self.head)

    def pairs(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Features of each mention with each of the ``WINDOW`` before it, as training wants them.

        Args:
            scores: The encoder's pair scores, shape ``(m, WINDOW)``.

        Returns:
            Shape ``(m, WINDOW, FEATURES)``; column ``w`` is the mention ``w + 1`` before. Pairs that reach back before the first
            mention hold zeros in feature 1, the mask.
        """
        later, earlier = window_pairs(0, len(self))
        out = np.zeros((len(self), WINDOW, FEATURES), np.float32)
        back = later - earlier - 1
        out[later, back] = self.compare(later, earlier, scores[later, back]).T
        return out

    def compare(self, later: Ints, earlier: Ints, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Features of pairs of mentions.

        Args:
            later: Shape ``(p,)``, as :func:`window_pairs` gives them.
            earlier: The antecedents, shape ``(p,)``.
            scores: The encoder's pair scores, shape ``(p,)``.

        Returns:
            Shape ``(FEATURES, p)``.
        """
        i, j = later, earlier
        pi, pj = self.pronoun[i], self.pronoun[j]
        share, acronym = self._name_pairs(i, j)
        person, plural = self.person_type[j], self.plural[j]
        same_type = self.type[i] == self.type[j]
        left_plural = self.plural[i]
        gap = self.sentence[i] - self.sentence[j]
        fi, li, fj, lj = self.first[i], self.last[i], self.first[j], self.last[j]
        inside = ((fj <= fi) & (lj >= li)) | ((fj >= fi) & (lj <= li))
        linked = (self.parent[i] == self.head[j]) | (self.parent[j] == self.head[i])
        noun = pj == 0
        singular = (pi >= 4) & (pi <= 6)
        third = singular | (pi == 7)
        person_clash = ((pi == 4) | (pi == 5)) & noun & ~person | (pi == 6) & person
        number_clash = ((pi == 7) & ~plural | singular & plural) & noun
        lemma = self.lemma[i] == self.lemma[j]
        definite, proper, right_proper, subject = self.definite[i], self.proper[i], self.proper[j], self.subject[j]
        both = (pi > 0) & ~noun
        out = np.empty((FEATURES, len(i)), np.float32)
        for k, row in enumerate((
            scores, 1, self.text[i] == self.text[j], lemma, lemma & definite, lemma & right_proper & proper, share, acronym, pi > 0, ~noun,
            (pi > 0) & (pi == pj), both & (pi != pj), definite, self.indefinite[i], proper, right_proper, same_type, same_type & person,
            left_plural != plural, person_clash, number_clash, _BACK[i - j], np.log2(gap + np.float32(1)) / 4, gap == 0, inside, subject,
            self.subject[i], linked & (self.appositive[i] | self.appositive[j]), linked, third & subject,
        )):  # fmt: skip
            out[k] = row
        return out

    def _name_pairs(self, later: Ints, earlier: Ints) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How much of the shorter name two mentions share, and whether one is the other's acronym; only where ``later`` is a name."""
        share = np.zeros(len(later), np.float32)
        acronym = np.zeros(len(later), np.float32)
        row = np.searchsorted(later, np.arange(later[0], later[-1] + 1)) if len(later) else later
        for k in np.flatnonzero(self.proper).tolist():
            mine = self.names[k]
            if not mine or not len(later) or not later[0] <= k <= later[-1]:
                continue
            at = int(row[k - later[0]]) + k - 1  # less the antecedent's number: its place among the pairs
            common = Counter(other for word in mine for other in self._before(self._with_word[word], k))
            for other, n in common.items():
                share[at - other] = n / min(len(mine), len(self.names[other]))
            head, long = self.low_head[k].replace(".", ""), self.acronym[k]
            short = self._before(self._with_acronym.get(head, []), k) if len(head) > 1 else []
            spelled = self._before(self._with_head.get(long, []), k) if len(long) > 1 else []
            for other in (*short, *spelled):
                acronym[at - other] = 1
        return share, acronym

    @staticmethod
    def _before(mentions: list[int], k: int) -> list[int]:
        """Those among ``mentions``, in order, that mention ``k`` looks back at."""
        return mentions[bisect_left(mentions, k - WINDOW) : bisect_left(mentions, k)]


_BACK = np.log2(np.maximum(np.arange(WINDOW + 1), 1)).astype(np.float32) / 7


def window_pairs(first: int, last: int) -> tuple[Ints, Ints]:
    """Mentions ``[first, last)`` with each of the ``WINDOW`` before, nearest first.

    >>> [x.tolist() for x in window_pairs(0, 3)]
    [[1, 2, 2], [0, 1, 0]]
    """
    count = np.minimum(np.arange(first, last), WINDOW)
    later = np.repeat(np.arange(first, last), count)
    return later, later - 1 - (np.arange(len(later)) - np.repeat(np.cumsum(count) - count, count))


def _numbers(items: Sequence[str]) -> list[int]:
    seen: dict[str, int] = {}
    return [seen.setdefault(x, len(seen)) for x in items]


def pair_scores(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The encoder's own opinion: scaled products of each mention's vector with the ``WINDOW`` before, shape ``(m, WINDOW)``."""
    m, width = len(vectors), vectors.shape[1] // 2
    blocks = -(-m // _ROWS)
    left = np.zeros((blocks * _ROWS, width), np.float32)
    right = np.zeros((WINDOW + blocks * _ROWS, width), np.float32)
    left[:m], right[WINDOW : WINDOW + m] = vectors[:, :width], vectors[:, width:]
    seen = sliding_window_view(right, WINDOW + _ROWS, 0)[::_ROWS]  # (blocks, width, WINDOW + _ROWS): what the block's mentions look back at
    table = (left.reshape(blocks, _ROWS, width) @ seen[:blocks]).reshape(blocks * _ROWS, -1)[:m]
    column = WINDOW - 1 + np.arange(m)[:, None] % _ROWS - np.arange(WINDOW)[None, :]
    scores: NDArray[np.float32] = np.take_along_axis(table, column, 1)
    scores /= np.float32(width**0.5)
    return scores


class CoreferenceModel:
    """A two-layer network over :meth:`MentionFeatures.pairs`."""

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self._w = weights

    @classmethod
    def load(cls, path: Path) -> CoreferenceModel:
        """Read the weights (``npz`` without pickled objects)."""
        with np.load(path, allow_pickle=False) as data:
            return cls({k: data[k] for k in data.files})

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Antecedent scores ``(p,)`` of pairs with ``features`` (FEATURES, p); 0 is the score of having none."""
        w = self._w
        p = features.shape[1]
        whole = p - p % _PAIRS
        stacked = features[:, :whole].reshape(FEATURES, -1, _PAIRS).transpose(1, 0, 2)
        scores = np.empty(p, np.float32)
        for part, out in ((stacked, scores[:whole].reshape(-1, 1, _PAIRS)), (features[None, :, whole:], scores[None, None, whole:])):
            hidden = w["w1"].T @ part
            hidden += w["b1"][:, None]
            np.maximum(hidden, 0, out=hidden)
            out[...] = w["w2"].T @ hidden
        return scores + w["b2"]

    def chains(self, analysis: Analysis, mentions: Sequence[Found], coref: NDArray[np.float32]) -> list[int]:
        """Number the chain of each mention.

        Args:
            analysis: The document's tokens and trees.
            mentions: In order of first token.
            coref: The encoder's vectors of all tokens, shape ``(tokens, 256)``.
        """
        if not mentions:
            return []
        features = MentionFeatures(analysis, mentions)
        own = pair_scores(coref[features.head])
        scores = np.full((len(mentions), WINDOW), -1e9, np.float32)
        for first in range(0, len(mentions), _BLOCK):
            later, earlier = window_pairs(first, min(first + _BLOCK, len(mentions)))
            back = later - earlier - 1
            scores[later, back] = self.score(features.compare(later, earlier, own[later, back]))
        best = scores.argmax(1)
        chains: list[int] = []
        count = 0
        for k in range(len(mentions)):
            w = int(best[k])
            if scores[k, w] > 0 and w < k:
                chains.append(chains[k - w - 1])
            else:
                chains.append(count)
                count += 1
        return chains
