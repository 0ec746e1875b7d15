"""Golden reports, with floors, and the report that the project was born from (where ``../shared`` is at hand)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.coder import Coder
from dragoman.reading import make_document
from dragoman.records import Record
from tests.golden.scoring import Gold, Score, score_events, score_positions, score_statements

HERE = Path(__file__).parent
SEED = HERE.parents[2] / "shared" / "seed"
CASES = sorted(p for p in (HERE / "en").iterdir() if (p / "input.txt").is_file())
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def read(folder: Path) -> tuple[str, Gold]:
    return (folder / "input.txt").read_text(encoding="utf8"), json.loads((folder / "expected.json").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def coded(coder: Coder) -> list[tuple[Record, Gold]]:
    out = []
    for case in CASES:
        text, gold = read(case)
        out.append((coder.code(make_document(text, id=case.name, published=gold["published"])), gold))
    return out


@pytest.mark.parametrize(("what", "scorer"), [("events", score_events), ("statements", score_statements), ("positions", score_positions)])
def test_golden_reports_keep_their_floors(coded: list[tuple[Record, Gold]], what: str, scorer: Callable[[Record, Gold], Score]) -> None:
    total = Score()
    for record, gold in coded:
        total.add(scorer(record, gold))
    assert total.recall >= FLOORS[what]["recall"], total.missed[:20]
    assert total.precision >= FLOORS[what]["precision"], total.extra[:20]


def test_every_span_is_its_text(coded: list[tuple[Record, Gold]]) -> None:
    for record, _ in coded:
        text = record.document.text
        for m in record.mentions:
            assert text[m.span[0] : m.span[1]] == m.text
        for e in record.events:
            assert text[e.trigger.span[0] : e.trigger.span[1]] == e.trigger.text
            for p in (*e.actors, *e.recipients):
                assert text[p.span[0] : p.span[1]] == p.text
        for s in record.statements:
            for a, b in (*s.content, *s.verbatim):
                assert 0 <= a < b <= len(text)


def test_every_id_is_there(coded: list[tuple[Record, Gold]]) -> None:
    for record, _ in coded:
        actors = {a.id for a in record.actors}
        statements = {s.id for s in record.statements}
        events = {e.id for e in record.events}
        positions = {p.id for p in record.positions}
        for e in record.events:
            assert {p.actor for p in (*e.actors, *e.recipients) if p.actor} <= actors
            assert e.statement is None or e.statement in statements
            assert e.same_as is None or e.same_as in events
        for s in record.statements:
            assert s.parent is None or s.parent in statements
        for p in record.positions:
            assert p.holder.actor is None or p.holder.actor in actors
            assert set(p.evidence.events) <= events and set(p.evidence.statements) <= statements
        for d in record.disagreements:
            assert all(set(side) <= positions for side in d.sides)


def test_children_lie_inside_their_parents_content(coded: list[tuple[Record, Gold]]) -> None:
    for record, _ in coded:
        by_id = {s.id: s for s in record.statements}
        for s in record.statements:
            if s.parent is None:
                continue
            outer = by_id[s.parent].content
            for a, b in s.content:
                assert any(x <= a and b <= y for x, y in outer), (record.document.id, s.id)


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not at hand")
class TestSeed:
    @pytest.fixture(scope="class")
    def seed(self, coder: Coder) -> tuple[Record, Gold]:
        gold = json.loads((SEED / "gold.json").read_text(encoding="utf8"))
        return coder.code(make_document((SEED / "report.txt").read_text(encoding="utf8"), id="report.txt")), gold

    def test_date_from_the_header(self, seed: tuple[Record, Gold]) -> None:
        assert seed[0].document.published == "2020-11-27"

    def test_events(self, seed: tuple[Record, Gold]) -> None:
        score = score_events(*seed)
        assert score.found >= 11, score.missed
        assert score.required_found >= 7, score.missed
        assert len(score.extra) <= 4, score.extra

    def test_statements(self, seed: tuple[Record, Gold]) -> None:
        score = score_statements(*seed)
        assert score.found >= 6, score.missed

    def test_french_positions_and_their_disagreement(self, seed: tuple[Record, Gold]) -> None:
        record, gold = seed
        wanted = {**gold, "positions": [p for p in gold["positions"] if p["id"] in ("p1", "p2")]}
        assert score_positions(record, wanted).found == 2
        assert any(d.within == "FRA" and "NKR" in d.key for d in record.disagreements)

    def test_times(self, seed: tuple[Record, Gold]) -> None:
        record, _ = seed
        aid = next(e for e in record.events if e.type == "AID")
        assert aid.date is not None
        assert (aid.date.start, aid.date.end) == ("2020-11-23", "2020-11-27")
        accused = next(e for e in record.events if e.trigger.text == "accused")
        assert accused.date is not None
        assert (accused.date.start, accused.date.end) == ("2020-11-26", "2020-11-26")
