"""Coreference: the features that are found by look-up are those found by comparing every pair."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.language import Analysis, LanguageModel
from dragoman.language._coref import WINDOW, MentionFeatures, pair_scores, window_pairs

TEXT = """The African Trade Bank (ATB) lent Kenya 40 million dollars on Monday, said Amina Odhiambo, who heads the bank in Nairobi.
Odhiambo told reporters that the ATB would lend more if Kenya's parliament agreed. "We trust them," she said.
The president of Kenya, Mr. Karanja, thanked Amina Odhiambo and the African Trade Bank. He called her a friend of the A.T.B. and of Nairobi."""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return LanguageModel.load().analyze(TEXT)


def test_shared_names_and_acronyms(analysis: Analysis) -> None:
    found = [(e.first, e.last, e.head, e.type) for e in analysis.entities]
    features = MentionFeatures(analysis, found)
    pairs = features.pairs(np.zeros((len(found), WINDOW), np.float32))
    names = [{analysis.form[i].lower() for i in range(a, b) if analysis.upos[i] == "PROPN"} for a, b, *_ in found]
    short = [analysis.form[h].lower().replace(".", "") for _, _, h, _ in found]
    long = ["".join(analysis.form[i][0] for i in range(a, b) if analysis.form[i][0].isupper()).lower() for a, b, *_ in found]
    shares = acronyms = 0
    for i in range(len(found)):
        for j in range(max(0, i - WINDOW), i):
            share = acronym = 0.0
            if analysis.upos[found[i][2]] == "PROPN" and names[i] and names[j]:
                share = len(names[i] & names[j]) / min(len(names[i]), len(names[j]))
                acronym = float((len(short[i]) > 1 and short[i] == long[j]) or (len(short[j]) > 1 and short[j] == long[i]))
            assert pairs[i, i - j - 1, 6] == pytest.approx(share)
            assert pairs[i, i - j - 1, 7] == acronym
            shares, acronyms = shares + (share > 0), acronyms + int(acronym)
    assert shares >= 3 and acronyms >= 1


@pytest.mark.parametrize("m", [1, 7, 8, 9, 131])
def test_products_of_each_mention_with_those_before(m: int) -> None:
    vectors = np.random.default_rng(m).normal(size=(m, 256)).astype(np.float32)
    got = pair_scores(vectors)
    whole = vectors[:, :128] @ vectors[:, 128:].T / np.sqrt(np.float32(128))
    later, earlier = window_pairs(0, m)
    assert len(later) == sum(min(i, WINDOW) for i in range(m))
    assert got[later, later - earlier - 1] == pytest.approx(whole[later, earlier], abs=1e-4)


def test_a_long_document_is_compared_in_blocks_without_a_seam(analysis: Analysis) -> None:
    """A mention's antecedent does not depend on where a block of mentions begins."""
    model = LanguageModel.load()
    text = "\n\n".join([TEXT] * 12)
    several = model.analyze(text)
    assert len(several.entities) > 256
    step = len(analysis)
    chains = [(e.chain, e.head // step) for e in several.entities]
    assert len({c for c, _ in chains}) < len(chains) / 4
