"""Lemmas of verb forms that a treebank has wrong."""

from __future__ import annotations

import pytest

from dragoman.language import LanguageModel


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


@pytest.mark.parametrize(
    ("sentence", "form", "lemma"),
    [
        ("The miners fled to the hills.", "fled", "flee"),
        ("The farm bred horses for the king.", "bred", "breed"),
        ("The guards freed him at dawn.", "freed", "free"),
        ("They saw the boats and found the harbour.", "found", "find"),
    ],
)
def test_lemma(model: LanguageModel, sentence: str, form: str, lemma: str) -> None:
    a = model.analyze(sentence)
    assert a.lemma[list(a.form).index(form)] == lemma
