"""Sentence vectors: the same alone and in company, near in meaning where the words are not the same, and clear about bad input."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError, TextError
from dragoman.language import SentenceVectors, segment
from dragoman.language.analysis import Analysis

# a sentence, one that says the same, and one that shares as many words with it and says something else
TRIPLES = [
    ("The coast guard turned back two boats full of migrants.", "Patrol vessels forced a pair of refugee boats to return.", "The coast guard bought two boats full of spare parts."),
    ("Nurses walked out over unpaid salaries.", "Hospital staff went on strike because they had not been paid.", "Nurses walked out over a bridge of wooden planks."),
    ("The premier stepped down after losing the vote.", "The head of government resigned when the ballot went against him.", "The premier stepped down from the train after the journey."),
    ("Shells hit a market in the port town.", "A bazaar in the harbour city came under artillery fire.", "Prices hit a record at the market in the port town."),
    ("The court freed the editor.", "Judges ordered the release of the journalist.", "The court freed the parking area."),
]  # fmt: skip


@pytest.fixture(scope="module")
def vectors() -> SentenceVectors:
    return SentenceVectors.load()


def test_rows_have_length_one_and_the_order_of_the_texts(vectors: SentenceVectors) -> None:
    texts = ["Rain fell.", "The assembly adopted the budget after a night of debate in the capital.", "Rain fell."]
    got = vectors.encode(texts)
    assert got.shape == (3, vectors.width) and got.dtype == np.float32
    assert np.allclose((got * got).sum(1), 1, atol=1e-5)
    assert np.array_equal(got[0], got[2]) and not np.allclose(got[0], got[1], atol=0.1)


def test_a_vector_does_not_depend_on_what_is_read_beside_it(vectors: SentenceVectors) -> None:
    texts = [s for triple in TRIPLES for s in triple] + ["a ban on whaling", "Oslo", "x " * 300]
    alone = np.concatenate([vectors.encode([t]) for t in texts])
    assert np.array_equal(vectors.encode(texts), alone)
    assert np.array_equal(vectors.encode(texts[::-1])[::-1], alone)


def test_what_says_the_same_is_the_nearest(vectors: SentenceVectors) -> None:
    sentences, same, _ = zip(*TRIPLES, strict=True)
    cosines = vectors.encode(sentences) @ vectors.encode(same).T
    assert cosines.argmax(1).tolist() == list(range(len(TRIPLES)))


def test_what_says_the_same_is_mostly_nearer_than_what_shares_the_words(vectors: SentenceVectors) -> None:
    """Three of five: words weigh more than they should in a mean of layers (training/vectors/README.md)."""
    nearer = [v[0] @ v[1] > v[0] @ v[2] for v in (vectors.encode(t) for t in TRIPLES)]
    assert sum(nearer) >= 3


def test_a_document_has_a_vector_for_each_sentence(vectors: SentenceVectors) -> None:
    text = "The strike ended. Both sides signed at dawn."
    cut = segment(text)
    n = len(cut.form)
    analysis = Analysis(
        text=text, form=cut.form, span=cut.span, lemma=cut.form, upos=["X"] * n, xpos=["X"] * n, feats=["_"] * n, head=[-1] * n, rel=["root"] * n,
        sentences=cut.sentences, paragraph=cut.paragraph,
    )  # fmt: skip
    assert np.array_equal(vectors.of(analysis), vectors.encode(["The strike ended.", "Both sides signed at dawn."]))


def test_nothing_to_read_gives_no_rows(vectors: SentenceVectors) -> None:
    assert vectors.encode([]).shape == (0, vectors.width)


@pytest.mark.parametrize("texts", [["a law", " \n"], ["", "a law"], ["\u200b"]])
def test_a_text_without_a_visible_character_is_refused(vectors: SentenceVectors, texts: list[str]) -> None:
    with pytest.raises(TextError, match="visible character"):
        vectors.encode(texts)


def test_one_string_is_no_list(vectors: SentenceVectors) -> None:
    with pytest.raises(TextError, match="list of texts"):
        vectors.encode("a law")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off"])
def test_a_damaged_head_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "head.npz").write_bytes(content)
    with pytest.raises(ModelError, match="vectors"):
        SentenceVectors.load(tmp_path)
