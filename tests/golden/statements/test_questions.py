"""The same question however worded, and near ones that are others: 60 pairs (``questions.tsv``), each read as one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.language import SentenceVectors
from dragoman.reading import make_document
from dragoman.record.joining import join_questions
from dragoman.record.vectors import Encode
from dragoman.records import Question

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


# ---- pairs in other words, each sentence a report of its own: what keys leave apart may be joined by vectors

OTHER_WORDS = [row.split("\t") for row in (Path(__file__).parent / "questions_02.tsv").read_text(encoding="utf8").splitlines() if not row.startswith("#")]


@pytest.fixture(scope="module")
def encode() -> Encode:
    return SentenceVectors.load().encode


def asked(coder: Coder, text: str) -> dict[Question, int]:
    return {p.question: 1 for p in coder.code(make_document(text, id="report", published="2020-06-01")).positions}


@pytest.mark.parametrize(("pairs", "least"), [(PAIRS, 58), (OTHER_WORDS, 12)], ids=["first", "other words"])
def test_vectors_join_questions_of_two_reports_and_none_wrongly(coder: Coder, encode: Encode, pairs: list[list[str]], least: int) -> None:
    """The floors are what was measured (training/vectors/README.md); a pair of which a side is not read counts as wrong."""
    right, wrongly = 0, []
    for wanted, first, second in pairs:
        a, b = asked(coder, first), asked(coder, second)
        one = join_questions(a | b, encode)
        by_key = bool({q.key for q in a} & {q.key for q in b})
        joined = bool({one[q.key] for q in a} & {one[q.key] for q in b})
        right += joined if wanted == "same" else bool(a and b and not joined)
        if joined and not by_key and wanted == "other":
            wrongly.append(f"{first} / {second}")
    assert right >= least
    assert not wrongly
