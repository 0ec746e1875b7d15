"""The pages in docs/ say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.codebook import Codebook
from dragoman.coder import Coder
from dragoman.reading import make_document

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|\n ").split("|")]
    for line in (ROOT / "docs/codebook.md").read_text(encoding="utf8").splitlines()
    if re.match(r"\| [A-Z]{3,} \|", line)
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def test_the_page_has_every_type_with_its_modes_and_scores() -> None:
    types = Codebook.load().types
    assert [row[0] for row in ROWS] == list(types)
    for name, quad, score, modes, *_ in ROWS:
        assert quad.upper() == types[name].quad
        assert float(score) == types[name].score
        assert [m for m in re.split(r",\s*", modes) if m] == list(types[name].modes)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_example_is_coded_as_its_type(row: list[str], coder: Coder) -> None:
    record = coder.code(make_document(row[5], id="page", published="2024-03-14"))
    assert row[0] in {e.type for e in record.events}
