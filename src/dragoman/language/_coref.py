"""Coreference: each mention takes the best of the mentions before it, or none.

    Macron ... the president ... he      score(i, j) = small network over features of the pair and the encoder's two vectors
      0   ◀──────  1      ◀───── 2       a mention whose best score is below 0 opens a chain

Word level: a mention is its head word (Dobrovolskii 2021, "Word-Level Coreference Resolution"); the loss in training is the marginal
likelihood of the right antecedents (Lee et al. 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.language.analysis import Analysis

WINDOW = 120
"""Antecedents looked at: this many mentions back."""
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

    def __len__(self) -> int:
        return len(self.head)

    def pairs(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Features of each mention with each of the ``WINDOW`` before it.

        Args:
            scores: The encoder's pair scores, shape ``(m, WINDOW)``.

        Returns:
            Shape ``(m, WINDOW, FEATURES)``; column ``w`` is the mention ``w + 1`` before. Pairs that reach back before the first
            mention hold zeros in feature 1, the mask.
        """
        m = len(self)
        i = np.arange(m)[:, None]
        raw = i - np.arange(1, WINDOW + 1)[None, :]
        mask = raw >= 0
        j = np.maximum(raw, 0)

        def left(x: NDArray[np.bool_]) -> NDArray[np.bool_]:
            return np.broadcast_to(x[:, None], j.shape)

        pi, pj = self.pronoun[:, None], self.pronoun[j]
        share = np.zeros(j.shape, np.float32)
        acronym = np.zeros(j.shape, np.float32)
        for k in np.flatnonzero(self.proper).tolist():
            mine = self.names[k]
            for w in range(min(k, WINDOW)):
                other = self.names[k - w - 1]
                if mine and other:
                    common = len(mine & other)
                    share[k, w] = common / min(len(mine), len(other))
                    a, b = self.low_head[k].replace(".", ""), self.low_head[k - w - 1].replace(".", "")
                    long_a, long_b = self.acronym[k], self.acronym[k - w - 1]
                    acronym[k, w] = float((len(a) > 1 and a == long_b and len(long_b) > 1) or (len(b) > 1 and b == long_a and len(long_a) > 1))
        same_type = self.type[:, None] == self.type[j]
        plural_clash = left(self.plural) != self.plural[j]
        gap = self.sentence[:, None] - self.sentence[j]
        inside = ((self.first[j] <= self.first[:, None]) & (self.last[j] >= self.last[:, None])) | (
            (self.first[j] >= self.first[:, None]) & (self.last[j] <= self.last[:, None])
        )
        linked = (self.parent[:, None] == self.head[j]) | (self.parent[j] == self.head[:, None])
        third = (pi >= 4) & (pi <= 7)
        person_clash = ((pi == 4) | (pi == 5)) & (pj == 0) & ~self.person_type[j] | (pi == 6) & self.person_type[j]
        number_clash = ((pi == 7) & ~self.plural[j] | ((pi >= 4) & (pi <= 6)) & self.plural[j]) & (pj == 0)
        lemma = self.lemma[:, None] == self.lemma[j]
        out = [
            scores, mask, self.text[:, None] == self.text[j], lemma, lemma & left(self.definite), lemma & self.proper[j] & left(self.proper),
            share, acronym, left(self.pronoun > 0), pj > 0, (pi > 0) & (pi == pj), (pi > 0) & (pj > 0) & (pi != pj), left(self.definite),
            left(self.indefinite), left(self.proper), self.proper[j], same_type, same_type & self.person_type[j], plural_clash, person_clash,
            number_clash, np.log2(np.arange(1, WINDOW + 1))[None, :] / 7 + np.zeros(j.shape), np.log2(gap + 1.0) / 4, gap == 0, inside,
            self.subject[j], left(self.subject), linked & left(self.appositive) | linked & self.appositive[j], linked, third & self.subject[j],
        ]  # fmt: skip
        stacked: NDArray[np.float32] = np.stack([np.asarray(x, np.float32) for x in out], -1)
        return stacked * mask[..., None]


def _numbers(items: Sequence[str]) -> list[int]:
    seen: dict[str, int] = {}
    return [seen.setdefault(x, len(seen)) for x in items]


def pair_scores(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The encoder's own opinion: scaled products of each mention's vector with the ``WINDOW`` before, shape ``(m, WINDOW)``."""
    m, width = len(vectors), vectors.shape[1] // 2
    left, right = vectors[:, :width], vectors[:, width:]
    out = np.zeros((m, WINDOW), np.float32)
    for w in range(min(WINDOW, m - 1)):
        out[w + 1 :, w] = np.einsum("md,md->m", left[w + 1 :], right[: m - w - 1]) / np.float32(width**0.5)
    return out


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
        """Antecedent scores ``(m, WINDOW)``; 0 is the score of having none."""
        w = self._w
        hidden = np.maximum(features @ w["w1"] + w["b1"], 0)
        out: NDArray[np.float32] = (hidden @ w["w2"] + w["b2"])[..., 0]
        return np.where(features[..., 1] > 0, out, np.float32(-1e9))

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
        scores = self.score(features.pairs(pair_scores(coref[features.head])))
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
