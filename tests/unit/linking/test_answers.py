"""Happenings, accounts, chains; one event a day; the commands."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dragoman.cli._ask import ask
from dragoman.cli._record import record_app
from dragoman.errors import QueryError
from dragoman.linking import Answers
from dragoman.record import Filters, Questions
from dragoman.records import Record
from tests.unit.linking.stories import all_reports, coded, event, keep, raid, raid_again, raid_reprinted

app = typer.Typer()
app.add_typer(record_app, name="record")
app.command("ask")(ask)


def run(*args: object) -> str:
    result = CliRunner().invoke(app, [str(a) for a in args])
    if result.exception:
        raise result.exception
    return result.stdout


def test_happenings(tmp_path: Path) -> None:
    ask = Answers(keep(tmp_path, all_reports()))
    (row,) = ask.happenings().to_pylist()
    assert (str(row["day"]), row["type"], row["actors"], row["recipients"], row["place"]) == ("2031-03-04", "ASSAULT", ["MWI"], ["ZMB"], "Chipata")
    assert row["magnitudes"] == ["killed 12 to 30"] and row["reports"] == 4 and row["publishers"] == 3
    assert ask.happenings(Filters(actor=["MWI"])).num_rows == 1
    assert ask.happenings(Filters(actor=["PER"])).num_rows == 0
    assert ask.happenings(Filters(publisher=["Valley Letter"])).num_rows == 1, "the report of which no event was coded"
    assert ask.happenings(limit=0).num_rows == 0


def test_accounts_side_by_side(tmp_path: Path) -> None:
    ask = Answers(keep(tmp_path, [raid(), raid_again(), raid_reprinted()]))
    rows = {row["document"]: row for row in ask.accounts().to_pylist()}
    assert {d: row["magnitudes"] for d, row in rows.items()} == {"wire": ["killed 12"], "weekly": ["killed 30"], "copy": ["killed 14"]}
    assert {row["standing"] for row in rows.values()} == {"reporter", "denied"}
    assert all(row["range"] == ["killed 12 to 30"] and set(row["differ"]) == {"magnitudes", "standing"} for row in rows.values())
    assert "set the market on fire" in rows["weekly"]["sentence"]
    assert ask.accounts(happening=rows["wire"]["happening"]).num_rows == 3
    with pytest.raises(QueryError, match="no-such"):
        ask.accounts(happening="no-such")


def test_what_only_a_reprint_changes_is_no_difference(tmp_path: Path) -> None:
    (row,) = Answers(keep(tmp_path, [raid(), raid_reprinted()])).happenings().to_pylist()
    assert row["differ"] == [] and row["publishers"] == 1


def step(n: int, type: str, day: str, actor: str = "Malawi", recipient: str | None = "Zambia", **more: object) -> Record:
    words = {"THREATEN": "threatened", "SANCTION": "embargoed", "ASSAULT": "shelled", "REQUEST": "called on", "CONSULT": "met", "AGREE": "settled with"}[type]
    text = f"In matter {n * 7919} {actor} {words} {recipient}."
    return coded(f"step-{n}", day, None, text, event(text, "e1", type, actor, recipient, words.split()[0], day, **more))


def test_chains(tmp_path: Path) -> None:
    steps = [
        step(1, "THREATEN", "2031-05-01"), step(2, "SANCTION", "2031-05-09"), step(3, "ASSAULT", "2031-05-20"),
        step(4, "REQUEST", "2031-06-01", "Zambia", "Malawi"), step(5, "CONSULT", "2031-06-05"), step(6, "AGREE", "2031-06-30"),
    ]  # fmt: skip
    found = Answers(keep(tmp_path, steps)).chains().to_pylist()
    assert [(row["ladder"], row["types"]) for row in found] == [
        ("escalation", ["THREATEN", "SANCTION", "ASSAULT"]), ("settlement", ["REQUEST", "CONSULT", "AGREE"]),
    ]  # fmt: skip
    assert found[0]["sides"] == ["MWI", "ZMB"] and found[0]["steps"] == ["threatened", "embargoed", "shelled"]


@pytest.mark.parametrize(
    "steps",
    [
        [step(1, "THREATEN", "2031-05-01"), step(2, "ASSAULT", "2031-07-01")],  # too late
        [step(1, "THREATEN", "2031-05-01"), step(2, "ASSAULT", "2031-05-01")],  # on one day nobody knows which was first
        [step(1, "THREATEN", "2031-05-01"), step(2, "ASSAULT", "2031-05-03", "Peru", "Zambia")],  # another side
        [step(1, "ASSAULT", "2031-05-01"), step(2, "THREATEN", "2031-05-03")],  # downhill
        [step(1, "THREATEN", "2031-05-01"), step(2, "SANCTION", "2031-05-03")],  # one rung
        [step(1, "THREATEN", "2031-05-01"), step(2, "ASSAULT", "2031-05-03", status="negated")],
        [step(1, "THREATEN", "2031-05-01"), step(2, "ASSAULT", "2031-05-03", standing="denied")],
    ],
)
def test_no_chain(tmp_path: Path, steps: list[Record]) -> None:
    assert Answers(keep(tmp_path, steps)).chains().num_rows == 0


def test_a_step_told_twice_is_one_step(tmp_path: Path) -> None:
    store = keep(tmp_path, [step(1, "THREATEN", "2031-03-01"), raid(), raid_again(), raid_reprinted()])
    (row,) = Answers(store).chains().to_pylist()
    assert row["types"] == ["THREATEN", "ASSAULT"]


def test_one_a_day(tmp_path: Path) -> None:
    store = keep(tmp_path, [step(1, "THREATEN", "2031-05-01"), step(2, "THREATEN", "2031-05-01"), step(3, "THREATEN", "2031-05-02"), step(4, "ASSAULT", "2031-05-01")])
    assert Questions(store).events().num_rows == 4
    assert Questions(store, one_a_day=True).events().num_rows == 3
    assert Questions(store, one_a_day=True).dyads().to_pylist()[0]["events"] == 3
    assert sum(row["events"] for row in Questions(store, one_a_day=True).timeline().to_pylist()) == 3
    assert Questions(store, one_a_day=True).documents().num_rows == 4


def test_commands(tmp_path: Path) -> None:
    keep(tmp_path, all_reports())
    assert run("record", "link", tmp_path).startswith("6 reports were linked; 1 happenings")
    assert run("record", "link", tmp_path).startswith("0 reports were linked")
    (row,) = [json.loads(line) for line in run("ask", "happenings", "--record", tmp_path).splitlines()]
    accounts = csv.DictReader(io.StringIO(run("ask", "accounts", row["happening"], "--record", tmp_path, "--format", "csv")))
    assert {a["document"] for a in accounts} == {"wire", "weekly", "copy", "letter"}
    assert run("ask", "chains", "--record", tmp_path) == ""
    assert len(run("ask", "events", "--one-a-day", "--record", tmp_path).splitlines()) == 3


@pytest.mark.parametrize("arguments", ["happenings --one-a-day", "happenings --per day", "chains words", "accounts nothing", "happenings --question x"])
def test_commands_refuse(tmp_path: Path, arguments: str) -> None:
    keep(tmp_path, [raid()])
    with pytest.raises(QueryError):
        run("ask", *arguments.split(), "--record", tmp_path)
