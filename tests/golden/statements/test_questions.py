"""The same question however worded, and near ones that are others: 60 pairs (``questions.tsv``), each read as one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.reading import make_document

PAIRS = [row.split("\t") for row in (Path(__file__).parent / "questions.tsv").read_text(encoding="utf8").splitlines() if not row.startswith("#")]
FLOOR = 0.9


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def keys(coder: Coder, first: str, second: str) -> tuple[set[str], set[str]]:
    """The questions of the two sentences of one document."""
    record = coder.code(make_document(f"{first} {second}", id="pair", published="2020-06-01"))
    found: tuple[set[str], set[str]] = (set(), set())
    for p in record.positions:
        for a, _ in p.evidence.spans:
            found[a > len(first)].add(p.question.key)
    return found


def test_questions_are_one_where_they_ask_the_same(coder: Coder) -> None:
    wrong = []
    for wanted, first, second in PAIRS:
        a, b = keys(coder, first, second)
        if (bool(a & b) if wanted == "same" else bool(a and b and not a & b)) is False:
            wrong.append(f"{wanted}: {first} {sorted(a)} / {second} {sorted(b)}")
    assert len(PAIRS) == 60
    assert 1 - len(wrong) / len(PAIRS) >= FLOOR, "\n".join(wrong)
