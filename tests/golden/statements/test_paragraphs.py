"""Statements and positions on the project's own paragraphs, coded before any run, with floors."""

from __future__ import annotations

import re

import pytest

from dragoman.coder import Coder
from dragoman.reading import make_document
from dragoman.records import Record, Statement
from tests.golden.statements import paragraphs, paragraphs_02, paragraphs_03, paragraphs_04
from tests.golden.statements.paragraphs import Held, Stated

SETS = {m.__name__.rpartition(".")[2]: m.PARAGRAPHS for m in (paragraphs, paragraphs_02, paragraphs_03, paragraphs_04)}
FLOORS = {
    "paragraphs": (0.96, 0.88),
    "paragraphs_02": (0.95, 0.89),
    "paragraphs_03": (0.93, 0.88),
    "paragraphs_04": (0.72, 0.54),
}
"""F1 of statements and of positions, a little under what holds; first runs are in the README."""
_SPOKEN = ("speech", "belief", "decree")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_CLAUSE = re.compile(r"(?:call|accus|demand|urg|ask)\w*\b")
"""Cues whose content gold does not code: what is asked for, and what something is called."""

Counts = tuple[int, int, int, list[str]]
"""Found, in gold, in the record (those that count), and what went wrong, in words."""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.fixture(scope="module", params=list(SETS))
def coded(request: pytest.FixtureRequest, coder: Coder) -> tuple[str, list[Record]]:
    """The name of a set and its records, one for each paragraph."""
    name: str = request.param
    return name, [coder.code(make_document(text, id=str(n), published="2021-05-03")) for n, (text, _, _) in enumerate(SETS[name])]


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {k for a, b in spans for k in range(a, b) if text[k].isalnum()}


def located(text: str, words: str) -> list[tuple[int, int]]:
    """Where the pieces of some words stand, one after the other."""
    spans, at = [], 0
    for piece in words.split("|"):
        start = text.index(piece, at)
        at = start + len(piece)
        spans.append((start, at))
    return spans


def named(text: str, words: str) -> set[int]:
    """The letters of each place where one of some names (parted by ``|``) stands as whole words."""
    found = [m.span() for name in words.split("|") for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    assert found, (words, text)
    return letters(text, found)


def fits(text: str, s: Statement, gold: Stated) -> bool:
    """Three quarters of the letters of both contents are shared, a speaker overlaps, and the negation is right."""
    speaker, content, _, negated = gold
    mine, theirs = letters(text, list(s.content)), letters(text, located(text, content))
    same = len(mine & theirs) >= 0.75 * len(mine | theirs)
    spoken = any(letters(text, [p.span]) & named(text, speaker) for p in s.speakers) if speaker else not s.speakers
    return same and spoken and (s.cue is not None and s.cue.negated) == negated


def counts(text: str, s: Statement) -> bool:
    """Whether a statement that gold has no line for is one too many: speech or belief with more than a noun phrase for content."""
    if s.cue is None:
        return True
    said = text[s.content[0][0] : s.content[-1][1]]
    return s.cue.cls in _SPOKEN and len(_WORD.findall(said)) >= 4 and not said.startswith("to ") and not _NO_CLAUSE.match(s.cue.text)


def score_statements(record: Record, gold: list[Stated]) -> Counts:
    text = record.document.text
    pairs: dict[int, Statement] = {}
    for n, g in enumerate(gold):
        hit = next((s for s in record.statements if s not in pairs.values() and fits(text, s, g)), None)
        if hit is not None:
            pairs[n] = hit
    right = [n for n in pairs if _parent_right(pairs, n, gold)]
    wrong = [f"missed {g}" for n, g in enumerate(gold) if n not in right]
    extra = [s for s in record.statements if s not in pairs.values() and counts(text, s)]
    wrong += [f"extra {[p.text for p in s.speakers]} {s.cue and s.cue.text} {[text[a:b] for a, b in s.content]}" for s in extra]
    return len(right), len(gold), len(pairs) + len(extra), wrong


def _parent_right(pairs: dict[int, Statement], n: int, gold: list[Stated]) -> bool:
    parent = gold[n][2]
    return pairs[n].parent == (pairs[parent].id if parent is not None and parent in pairs else None)


def score_positions(record: Record, gold: list[Held]) -> Counts:
    text = record.document.text
    met, found, wrong = set(), 0, []
    for holder, stance, words in gold:
        where = named(text, holder)
        stems = {w.lower()[:6] for w in _WORD.findall(words)}
        hits = [
            p.id for p in record.positions
            if p.stance == stance and letters(text, [p.holder.span]) & where
            and stems & {w.lower()[:6] for w in _WORD.findall(p.question.text + " " + p.question.key)}
        ]  # fmt: skip
        met |= set(hits)
        found += bool(hits)
        wrong += [] if hits else [f"missed {holder} {stance} {words}"]
    extra = [p for p in record.positions if p.id not in met]
    wrong += [f"extra {text[slice(*p.holder.span)]} {p.stance} {p.question.key}" for p in extra]
    return found, len(gold), len(met) + len(extra), wrong


def f1(scores: list[Counts]) -> tuple[float, list[str]]:
    found, gold, system = (sum(s[k] for s in scores) for k in range(3))
    return 2 * found / (gold + system), [w for s in scores for w in s[3]]


def test_statements_keep_their_floor(coded: tuple[str, list[Record]]) -> None:
    name, records = coded
    value, wrong = f1([score_statements(r, g) for r, (_, g, _) in zip(records, SETS[name], strict=True)])
    assert value >= FLOORS[name][0], (value, wrong)


def test_positions_keep_their_floor(coded: tuple[str, list[Record]]) -> None:
    name, records = coded
    value, wrong = f1([score_positions(r, g) for r, (_, _, g) in zip(records, SETS[name], strict=True)])
    assert value >= FLOORS[name][1], (value, wrong)
