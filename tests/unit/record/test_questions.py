"""The commonest questions, over the hand-made documents of ``made.all_records``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.errors import QueryError
from dragoman.record import Filters, Questions, Store, Writer, verify
from dragoman.records import Record
from tests.unit.record.made import accusation, event, record, span, talks

EU = {"EU": [("NOR", "2022-02", None), ("CHL", None, "2021")]}


@pytest.fixture(scope="module")
def ask(store: Store) -> Questions:
    return Questions(store, EU)


def found(table: Any, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in table.to_pylist()]


def events(ask: Questions, **filters: Any) -> list[str]:
    return [f"{r['document']}.{r['event']}" for r in ask.events(Filters(**filters)).to_pylist()]


TALKS = [f"talks-{n}.e1" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": ["accuse"]}, ["trawler.e1"]),
        ({"mode": ["visit"]}, TALKS),
        ({"context": ["territory", "health"]}, ["trawler.e1"]),
        ({"actor": ["NOR-GOV"]}, TALKS),
        ({"actor": ["NOR"], "since": "2022-05"}, ["trawler.e1", *TALKS]),  # the state contains its government
        ({"recipient": ["CHL"], "type": ["ACCUSE"]}, ["trawler.e1"]),  # and its navy
        ({"involving": ["CHL"]}, ["s2.e1", "s4.e1", "trawler.e2", "trawler.e1", *TALKS]),
        ({"country": ["chl"]}, ["s2.e1", "s4.e1", "trawler.e2"]),
        ({"sector": ["MIL"]}, ["trawler.e2"]),
        ({"actor": ["EU"]}, ["s3.e1", "s5.e1", "trawler.e1", *TALKS]),  # itself, and Norway from February on; not in January (s1), and Chile no more
        ({"place": ["Arica"]}, ["trawler.e2"]),
        ({"place": ["CHL"]}, ["trawler.e2"]),
        ({"since": "2022-06-02", "until": "2022-06-03"}, TALKS[1:3]),
        ({"until": "2022-02"}, ["s1.e1", "s2.e1"]),
        ({"publisher": ["Andes Daily"], "status": ["negated"]}, ["s1.e1"]),
        ({"standing": ["denied"]}, ["trawler.e2"]),
        ({"min_confidence": 0.7, "document": ["trawler"]}, ["trawler.e1"]),
        ({"words": "trawlers"}, ["trawler.e2", "trawler.e1"]),  # stems
        ({"words": '"visited chile" NOT 3'}, [TALKS[0], TALKS[1], TALKS[3]]),
        ({"words": "trawler-ramming"}, []),  # no syntax of FTS5: searched as a phrase
        ({"actor": ["NOBODY"]}, []),
    ],
)
def test_filters_of_events(ask: Questions, filters: dict[str, Any], expected: list[str]) -> None:
    assert events(ask, **filters) == expected


def test_every_filter_is_tested() -> None:
    from dragoman.record.filters import accepted

    tested = {name for mark in test_filters_of_events.pytestmark for filters, _ in mark.args[1] for name in filters}
    assert tested == set(accepted("events")) - {"quad"}


@pytest.mark.parametrize("wrong", [{"stance": ["supports"]}, {"since": "last week"}, {"words": '""'}, {"until": "2022-13"}])
def test_what_makes_no_sense_is_said(ask: Questions, wrong: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=next(iter(wrong))):
        ask.events(Filters(**wrong))


def test_an_event_says_who_stands_behind_it(ask: Questions) -> None:
    (row,) = ask.events(Filters(type=["ASSAULT"])).to_pylist()
    assert (row["day"], row["standing"], row["speakers"]) == (date(2022, 5, 3), "denied", ["NOR"])
    assert row["sentence"].startswith("Norway accused")


def test_who_said(ask: Questions) -> None:
    assert found(ask.who_said("trawler"), "speakers", "content") == [(["NOR"], "ramming a trawler off Arica on 3 May")]
    assert found(ask.who_said("rammed", Filters(actor=["CHL"])), "speakers", "kind") == [(["~ana-rojas"], "direct")]
    assert found(ask.who_said("rammed", Filters(actor=["NOR"])), "speakers") == [(["NOR"],)]  # by its stem


def test_positions_and_changes(ask: Questions) -> None:
    assert found(ask.positions(Filters(question=["recognition of the nagorno"], actor=["NOR"])), "holder", "stance") == [
        ("NOR", "withholds"), ("NOR-LEG", "supports"),
    ]  # fmt: skip
    assert found(ask.who_changed(), "holder", "question", "stance_before", "day_before", "stance", "day", "document") == [
        ("CHL", "recognize(NKR)", "supports", date(2022, 2, 10), "opposes", date(2022, 4, 10), "s4")
    ]


def test_disagreements(ask: Questions) -> None:
    """By the latest position of each: Chile stands against it by April, and was for it until then."""
    columns = ("question", "supports", "opposes", "withholds", "within")
    assert found(ask.disagreements(), *columns) == [("recognize(NKR)", ["NOR-LEG"], ["CHL", "EU"], ["NOR"], None)]
    assert found(ask.disagreements(Filters(actor=["NOR"])), *columns) == [("recognize(NKR)", ["NOR-LEG"], None, ["NOR"], "NOR")]
    assert found(ask.disagreements(Filters(until="2022-03", actor=["CHL"])), *columns) == []


def test_actors(ask: Questions) -> None:
    rows = {r["actor"]: r for r in ask.actors().to_pylist()}
    chile = rows["CHL"]
    assert [chile[c] for c in ("name", "country", "documents", "acts", "receives", "statements", "positions")] == ["Chile", "CHL", 6, 2, 4, 0, 2]
    assert rows["~ana-rojas"]["statements"] == 1
    assert found(ask.actors(limit=1), "actor") == [("CHL",)]


def test_the_timeline_holds_claims_apart(ask: Questions) -> None:
    columns = ("period", "events", "asserted", "claimed", "denied", "score_asserted", "score_claimed", "material_conflict")
    rows = found(ask.timeline(Filters(since="2022-05")), *columns)
    assert rows == [(date(2022, 5, 1), 2, 1, 0, 1, -3.5, -9.0, 0), (date(2022, 6, 1), 4, 4, 0, 0, 4.0, None, 0)]
    by_country = found(ask.timeline(Filters(since="2022-05"), per="year", by="country"), "period", "country", "events")
    assert by_country == [(date(2022, 1, 1), "CHL", 1), (date(2022, 1, 1), "NOR", 5)]
    assert found(ask.timeline(Filters(until="2022-01")), "events") == []  # what did not happen is not counted
    assert found(ask.timeline(Filters(until="2022-01", status=["negated"])), "events") == [(1,)]


def test_dyads(ask: Questions) -> None:
    rows = found(ask.dyads(Filters(since="2022-05"), by="state", per="month"), "period", "actor", "recipient", "events", "asserted", "denied")
    may, june = date(2022, 5, 1), date(2022, 6, 1)
    assert rows == [(may, "CHL", "NOR", 1, 0, 1), (may, "NOR", "CHL", 1, 1, 0), (june, "NOR", "CHL", 4, 4, 0)]
    with pytest.raises(QueryError, match="accepted are actor"):
        ask.dyads(by="planet")


def test_the_network(ask: Questions) -> None:
    edges = found(ask.network(Filters(since="2022-05")), "actor", "recipient", "events", "asserted", "denied", "score", "score_asserted", "first", "last")
    assert edges == [
        ("NOR-GOV", "CHL", 4, 4, 0, 4.0, 4.0, date(2022, 6, 1), date(2022, 6, 4)),
        ("CHL-MIL", "NOR", 1, 0, 1, -9.0, None, date(2022, 5, 3), date(2022, 5, 3)),
        ("NOR", "CHL-MIL", 1, 1, 0, -3.5, -3.5, date(2022, 5, 4), date(2022, 5, 4)),
    ]  # fmt: skip
    nodes = ask.network_nodes(Filters(since="2022-05")).to_pylist()
    assert {n["id"] for n in nodes} == {end for edge in edges for end in edge[:2]}
    norway = next(n for n in nodes if n["id"] == "NOR")
    assert [norway[c] for c in ("name", "country", "acts", "receives", "acts_toward", "acted_on_by", "score_acts")] == ["Norway", "NOR", 1, 1, 1, 1, -3.5]
    states = ask.network_nodes(Filters(since="2022-05"), by="state").to_pylist()
    assert [(n["id"], n["name"], n["acts"], n["receives"]) for n in states] == [("CHL", "CHL", 1, 5), ("NOR", "NOR", 5, 1)]
    assert ask.network(by="country", limit=1).num_rows == 1


def test_actors_are_the_same_added_up_and_row_by_row(tmp_path: Path) -> None:
    """In a record that grows, and in one in which a document was coded anew: the sums that are kept, and the rows themselves."""
    steps = [[talks(1), accusation()], [talks(2)], [talks(1, model="en-2")], [accusation(model="en-2"), talks(9)]]
    for step in steps:
        keep(tmp_path, *step)
        ask = Questions(Store(tmp_path))
        for filters in (Filters(), Filters(country=["nor"]), Filters(actor=["CHL"]), Filters(sector=["MIL", "GOV"])):
            row_by_row = ask.actors(filters.or_else(since="1900")).to_pylist()
            assert ask.actors(filters).to_pylist() == row_by_row
        assert not verify(ask.store)
    assert Questions(Store(tmp_path, as_of=2)).actors().to_pylist()[0]["documents"] == 2
    assert {r["documents"] for r in Questions(Store(tmp_path, model="en-2")).actors(Filters(actor=["CHL-MIL"])).to_pylist()} == {1}


def test_a_limit_gives_the_first_rows(ask: Questions) -> None:
    """Whether several rows have the last day, or the limit is none, or there are fewer rows than it allows."""
    for question in (ask.events, ask.statements, ask.positions, ask.documents):
        whole = question().to_pylist()
        for limit in range(len(whole) + 2):
            assert question(limit=limit).to_pylist() == whole[:limit]
    said = ask.who_said("trawler OR rammed").to_pylist()
    assert len(said) == 2 and ask.who_said("trawler OR rammed", limit=1).to_pylist() == said[:1]


def test_many_values_ask_as_few_do(ask: Questions) -> None:
    """Beyond a handful, a filter is written in another way."""
    many = [f"NOBODY-{n}" for n in range(20)]
    for name, value in (("actor", "NOR-GOV"), ("country", "NOR"), ("mode", "visit"), ("type", "CONSULT"), ("document", "talks-1")):
        assert events(ask, **{name: [value]}) == events(ask, **{name: [*many, value]}) != []


def test_events_told_again_and_done_together_count_once_and_both_ways(tmp_path: Path) -> None:
    text = "Norway and Chile signed a treaty. The treaty was signed in Oslo."
    both = (event(text, "e0", "AGREE", ("NOR", "Norway"), None, "signed", "2022-07-01").actors[0],)
    both += (event(text, "e0", "AGREE", ("CHL", "Chile"), None, "signed", "2022-07-01").actors[0],)
    first = event(text, "e1", "AGREE", ("NOR", "Norway"), None, "signed", "2022-07-01", quad="VERBAL COOPERATION")
    first = msgspec.structs.replace(first, actors=both)
    again = msgspec.structs.replace(first, id="e2", same_as="e1", trigger=msgspec.structs.replace(first.trigger, span=span(text, "signed", 1)))
    keep(tmp_path, record(text, "treaty", "2022-07-02", events=(first, again)))
    ask = Questions(Store(tmp_path))
    assert ask.events().num_rows == 2
    assert found(ask.timeline(), "events") == [(1,)]
    assert found(ask.dyads(), "actor", "recipient", "events") == [("CHL", "NOR", 1), ("NOR", "CHL", 1)]


def test_questions_of_an_old_version(kept: Path) -> None:
    assert Questions(Store(kept, as_of=1)).events().num_rows == 5
    assert Questions(Store(kept, as_of=1)).events(Filters(words="visited")).num_rows == 0
    assert Questions(Store(kept, as_of=2)).events(Filters(words="visited")).num_rows == 4


def test_an_empty_record_answers(tmp_path: Path) -> None:
    ask = Questions(Store(tmp_path, create=True))
    for name in ("documents", "events", "statements", "positions", "actors", "timeline", "dyads", "network", "network_nodes", "disagreements", "who_changed"):
        assert getattr(ask, name)().num_rows == 0
    assert ask.who_said("peace").num_rows == 0


def test_dates_that_are_no_days_are_kept_as_unknown(tmp_path: Path) -> None:
    old = accusation()
    first = msgspec.structs.replace(old.events[0], date=msgspec.structs.replace(old.events[0].date, start="2022-05-04T10:30", end=None))
    second = msgspec.structs.replace(old.events[1], date=msgspec.structs.replace(old.events[0].date, start=None, end="unknown"))
    keep(tmp_path, msgspec.structs.replace(old, events=(first, second)), talks(1))
    rows = Questions(Store(tmp_path)).events(Filters(document=["trawler"]), columns=("event", "day", "date_end")).to_pylist()
    assert [(r["event"], r["day"], r["date_end"]) for r in rows] == [("e1", date(2022, 5, 4), None), ("e2", date(2022, 5, 4), None)]


def keep(place: Path, *records: Record) -> None:
    with Writer(Store(place, create=True)) as writer:
        for one in records:
            writer.add(one)
