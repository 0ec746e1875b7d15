"""The command ``dragoman evaluate``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer
from typer.testing import CliRunner, Result

from dragoman.cli._evaluate import evaluate, figures, table
from dragoman.errors import DragomanError, QueryError, TextError
from dragoman.records import Record
from tests.unit.evaluate.made import document, event, gold, party, record, who

app = typer.Typer()
app.command()(evaluate)
OSLO, LIMA = party("NOR"), party("PER", "Lima")
ACCUSE = event("ACCUSE", "condemned", (OSLO,), confidence=0.9)
WARN = event("THREATEN", "warned", (OSLO,), (LIMA,), confidence=0.7)
LINES = (gold("ACCUSE", "condemned", actors=(who(name="Norway", country="NOR"),)), gold("THREATEN", "warned", recipients=(who(country="PER"),)))


def given(path: Path, *lines: Any) -> str:
    path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    return str(path)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    """Gold of two documents, a run, and an earlier run."""
    runs: list[tuple[Record, Record]] = [(record("a", ACCUSE, WARN), record("b", WARN)), (record("a", WARN), record("b", event("CONSULT", "Later"), WARN))]
    kept = [{k: v for k, v in msgspec.to_builtins(document(i, *LINES)).items() if v is not None} for i in "ab"]
    return given(tmp_path / "gold.jsonl", *kept), given(tmp_path / "new.jsonl", *runs[0]), given(tmp_path / "old.jsonl", *runs[1])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), standalone_mode=False)


def test_json_holds_the_figures(files: tuple[str, str, str]) -> None:
    result = run(files[0], files[1], "--format", "json")
    assert result.exit_code == 0, result.exception
    found = json.loads(result.stdout)
    assert (found["unit"], found["units"], found["absent"]) == ("documents", 2, [])
    assert found["events"]["all"]["recall"] == {"value": 0.75, "interval": [0.5, 1.0]}
    assert found["events"]["types"]["ACCUSE"]["recall"]["value"] == 0.5
    assert "changes" not in found


def test_the_table_says_the_same_to_people(files: tuple[str, str, str]) -> None:
    result = run(files[0], files[1])
    rows = {line.split()[0]: line.split() for line in result.stdout.split("macro-F1")[0].splitlines() if line.startswith("  ")}
    assert rows["all"][1:5] == ["4", "3", "3", "0"] and rows["ACCUSE"][1:5] == ["2", "1", "1", "0"]
    assert "0.750 (0.500 to 1.000)" in " ".join(rows["all"])
    assert "1 × ACCUSE, not coded" in result.stdout
    assert "b ACCUSE-condemned: ACCUSE 'condemned' Norway -> - actual" in result.stdout
    assert "Oslo [condemned] the raid." in result.stdout
    assert "Calibration: expected error" in result.stdout


def test_a_baseline_shows_what_changed(files: tuple[str, str, str]) -> None:
    shown = run(files[0], files[1], "--baseline", files[2]).stdout
    assert "changes since old.jsonl" in shown
    assert "fixed: 1\n  a ACCUSE-condemned" in shown and "broken: 0" in shown and "mistakes gone: 1\n  b: CONSULT 'Later'" in shown
    changes = json.loads(run(files[0], files[1], "--baseline", files[2], "--format", "json").stdout)["changes"]
    assert changes["events"]["difference"]["recall"]["value"] == 0.25


def test_how_many_errors_are_shown(files: tuple[str, str, str]) -> None:
    assert "Missed" not in run(files[0], files[1], "--errors", "0").stdout
    shown = run(files[0], files[2], "--errors", "1").stdout
    assert "Missed" in shown and "Wrong though sure" in shown


def test_pairs_are_known_by_their_gold(tmp_path: Path) -> None:
    lines = given(tmp_path / "gold.jsonl", {"id": "1", "type": "AID"}, {"id": "2", "type": "NONE"})
    answers = given(tmp_path / "run.jsonl", {"id": "1", "type": "AID", "probabilities": {"AID": 0.9}}, {"id": "2", "type": "AID", "probabilities": {"AID": 0.6}})
    shown = run(lines, answers).stdout
    assert "Relations of marked pairs" in shown and "1 × NONE, read as AID" in shown


def test_documents_that_the_run_lacks_are_named(files: tuple[str, str, str], tmp_path: Path) -> None:
    shown = run(files[0], given(tmp_path / "half.jsonl", record("a", ACCUSE, WARN))).stdout
    assert "not in the run, or not coded: 1 (b)" in shown


def test_text_of_documents_can_not_steer_the_terminal(tmp_path: Path) -> None:
    text = "Oslo condemned\x1b[31m the raid."
    lines = given(tmp_path / "g.jsonl", {"id": "a", "text": text, "events": [{"type": "ACCUSE", "trigger": {"span": [5, 14]}}]})
    shown = run(lines, given(tmp_path / "r.jsonl", record("a", text=text))).stdout
    assert "\x1b" not in shown and "[condemned]" in shown


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda f: (f[0], f[1], "--format", "csv"), QueryError, "format 'csv': accepted are table, json"),
        (lambda f: (f[0], f[0]), TextError, "gold.jsonl:1: is no record"),
        (lambda f: (f[1], f[0]), TextError, "new.jsonl:1: .*unknown field"),
        (lambda f: ("none.jsonl", f[1]), TextError, "none.jsonl: can't be read"),
    ],
)
def test_mistakes(files: tuple[str, str, str], change: Any, error: type[DragomanError], says: str) -> None:
    with pytest.raises(error, match=says):
        raise run(*change(files)).exception or AssertionError("it went through")


def test_gold_with_a_type_of_its_own_needs_its_codebook(tmp_path: Path) -> None:
    own = tmp_path / "land.toml"
    own.write_text('[types.EXPROPRIATE]\nquad = "MATERIAL CONFLICT"\nscore = -7\n', encoding="utf8")
    lines = given(tmp_path / "g.jsonl", {"id": "1", "type": "EXPROPRIATE"})
    answers = given(tmp_path / "r.jsonl", {"id": "1", "type": "EXPROPRIATE", "probabilities": {}})
    with pytest.raises(TextError, match="type is 'EXPROPRIATE'"):
        figures(lines, answers)
    assert figures(lines, answers, codebook=[str(own)])["pairs"]["all"]["f1"]["value"] == 1.0


def test_one_document_is_shown_without_intervals(files: tuple[str, str, str], tmp_path: Path) -> None:
    one = {k: v for k, v in msgspec.to_builtins(document("a", *LINES)).items() if v is not None}
    shown = list(table(figures(given(tmp_path / "one.jsonl", one), files[1]), 3))
    assert "no intervals: they need two documents at least" in shown and not any(" to 1.0" in line and "(" in line for line in shown)
