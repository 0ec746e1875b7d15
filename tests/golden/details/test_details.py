"""Magnitudes, modes from instruments and contexts of sentences of our own: at least the share that held when they were last measured."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.coder import Coder

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "details.py"


@pytest.fixture(scope="module")
def details() -> ModuleType:
    spec = importlib.util.spec_from_file_location("details", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize(("sheet", "recall", "precision"), [("magnitudes.tsv", 0.9, 0.95), ("magnitudes_2.tsv", 0.78, 0.9)])
def test_magnitudes(details: ModuleType, coder: Coder, sheet: str, recall: float, precision: float) -> None:
    """The second sheet's floors are what held when it was first run."""
    sizes = list(details.magnitudes(coder, sheet))
    right = sum(len(want & got) for _, want, got in sizes)
    assert right / sum(len(want) for _, want, _ in sizes) >= recall
    assert right / sum(len(got) for _, _, got in sizes) >= precision


@pytest.mark.parametrize(("sheet", "floor"), [("modes.tsv", 0.93), ("modes_2.tsv", 1.0)])
def test_modes_from_instruments(details: ModuleType, coder: Coder, sheet: str, floor: float) -> None:
    found = [field in events for _, field, events in details.modes(coder, sheet)]
    assert sum(found) / len(found) >= floor


@pytest.mark.parametrize(("sheet", "shown", "not_shown"), [("contexts.tsv", 1.0, 1.0), ("contexts_2.tsv", 1.0, 0.86)])
def test_contexts(details: ModuleType, coder: Coder, sheet: str, shown: float, not_shown: float) -> None:
    results = list(details.contexts(coder.codebook, sheet))
    assert {c for c, _, _, _ in results} == set(coder.codebook.contexts)
    for sign, floor in (("+", shown), ("-", not_shown)):
        right = [fires == (sign == "+") for _, s, _, fires in results if s == sign]
        assert sum(right) / len(right) >= floor


def test_the_words_that_give_a_context_are_told(details: ModuleType, coder: Coder) -> None:
    text = "Norway spoke. The Polish ambassador met the Danish ambassador in Oslo."
    (event,) = coder.code(details.Document(id="x", text=text, published="2024-05-15")).events
    words = event.why["contexts"]["diplomatic"]
    assert [text[a:b] for a, b in words] == ["ambassador", "ambassador"]
    assert set(event.why["contexts"]) == set(event.contexts)


@pytest.mark.parametrize(
    "text",
    [
        "The Senate confirmed Chile's envoy from 2018 to 2020.",
        "The 1985 strikers protested against the Peruvian government.",
        "Kenya's president attacked the opposition at a 400-seat hall.",
    ],
)
def test_years_and_sizes_of_things_are_no_magnitudes(details: ModuleType, coder: Coder, text: str) -> None:
    assert [m for e in coder.code(details.Document(id="x", text=text, published="2024-05-15")).events for m in e.magnitude] == []
