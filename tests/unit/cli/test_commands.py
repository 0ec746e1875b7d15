"""What each command writes: the public contract, one line a document, in order, ids carried through."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "dragoman"]
REPORT = (
    "date 2024-03-14 Chad accused Niger on Monday of sheltering rebels. “We reject it,” Niger's foreign minister told reporters. "
    "Nigeria's parliament demanded an end to the border closure, which Niger opposes."
)


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, text=True, timeout=120, encoding="utf8")


def lines(*arguments: str, stdin: str = "") -> list[dict[str, Any]]:
    done = run(*arguments, stdin=stdin)
    assert done.returncode in (0, 3), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def asked(*rows: dict[str, Any]) -> str:
    return "\n".join(json.dumps(r) for r in rows)


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    return lines("code", "-", "--format", "jsonl", stdin=REPORT)[0]


def test_code_writes_the_fields_of_the_contract(record: dict[str, Any]) -> None:
    assert set(record) >= {"document", "mentions", "actors", "events", "statements", "positions", "disagreements", "roles", "problems"}
    assert record["document"]["id"] == "-" and record["document"]["text"] == REPORT
    assert (record["document"]["published"], record["document"]["published_basis"]) == ("2024-03-14", "header")
    event = record["events"][0]
    assert set(event) >= {
        "id", "type", "modes", "cameo", "goldstein", "contexts", "quad", "score", "actors", "recipients", "trigger", "sentence", "sentence_index",
        "status", "standing", "statement", "same_as", "date", "about", "place", "magnitude", "theme", "confidence", "why",
    }  # fmt: skip
    assert (event["type"], event["actors"][0]["actor"], event["recipients"][0]["actor"]) == ("ACCUSE", "TCD", "NER")
    assert event["date"]["start"] == "2024-03-11"
    assert set(record["statements"][0]) >= {"id", "speakers", "vehicle", "cue", "content", "verbatim", "kind", "addressees", "parent", "venue", "occasion", "date"}
    assert "class" in record["statements"][0]["cue"]
    position = record["positions"][0]
    assert set(position) >= {"id", "holder", "stance", "verb", "target", "question", "as_of", "tense", "condition", "strength", "change", "evidence"}
    assert set(position["holder"]) >= {"actor", "span", "quantifier", "except"}


def test_every_span_is_its_text(record: dict[str, Any]) -> None:
    text = record["document"]["text"]

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("span"), list) and isinstance(value.get("text"), str):
                a, b = value["span"]
                assert text[a:b] == value["text"]
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(record)


def test_ids_and_order_are_kept() -> None:
    rows = asked(*({"id": f"d{n}", "text": "Chad accused Niger of lying.", "published": "2024-03-14", "page": n} for n in range(3)))
    got = lines("code", "-", "--input", "jsonl", "--format", "jsonl", stdin=rows)
    assert [(r["document"]["id"], r["document"]["meta"]) for r in got] == [(f"d{n}", {"page": n}) for n in range(3)]


def test_csv_has_a_line_for_each_event() -> None:
    done = run("code", "-", "--format", "csv", stdin=REPORT)
    rows = done.stdout.splitlines()
    assert "type" in rows[0] and "ACCUSE" in rows[1]


def test_pretty_shows_the_record_and_no_markup_of_the_text() -> None:
    done = run("code", "-", "--format", "pretty", stdin=REPORT + " Chad accused Niger of hiding [bold]x[/bold] \x1b[31m rebels.")
    assert "ACCUSE" in done.stdout and "[bold]x" in done.stdout and "\x1b[31m" not in done.stdout


def test_explain_says_why(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf8")
    done = run("explain", str(path), "e1")
    assert "accuse" in done.stdout and done.returncode == 0
    wrong = run("explain", str(path), "e99")
    assert wrong.returncode == 2 and "e99" in wrong.stderr and "e1" in wrong.stderr


def test_times() -> None:
    got = lines("times", "-", "--input", "jsonl", stdin=asked({"id": 7, "text": "They met on Monday.", "published": "2024-03-14"}, {"id": "x"}))
    assert got[0]["id"] in (7, "7")
    assert {k: got[0]["times"][0][k] for k in ("text", "start", "type", "value")} == {"text": "Monday", "start": "2024-03-11", "type": "DATE", "value": "2024-03-11"}
    assert got[1]["times"] == [] and got[1]["problems"]


def test_places_found_and_given() -> None:
    text = "A bomb exploded in Gao, in northern Mali."
    got = lines("places", "-", "--input", "jsonl", stdin=asked({"id": "a", "text": text}, {"id": "b", "text": text, "spans": [[19, 22]]}, {"id": "c", "text": text, "spans": [[5, 900]]}))
    gao = got[1]["places"][0]
    assert (gao["text"], gao["country"]) == ("Gao", "MLI") and set(gao) >= {"span", "name", "geonames", "lat", "lon", "admin1", "feature", "confidence"}
    assert "Gao" in [p["text"] for p in got[0]["places"]]
    assert got[2]["places"] == [] and "900" in got[2]["problems"][0]["message"]


def test_actors_resolve_find_and_show() -> None:
    got = lines("actors", "resolve", "-", stdin=asked({"id": 1, "text": "the Kenyan parliament", "date": "2019-05-01", "context": ""}, {"id": 2, "text": "xqzt"}))
    assert (got[0]["actor"], got[0]["country"], got[0]["sectors"]) == ("KEN-LEG", "KEN", ["LEG"])
    assert set(got[0]) >= {"id", "actor", "name", "country", "claimed_by", "group", "sectors", "role", "wikidata", "confidence", "why", "candidates"}
    assert "FRA-SEN" in run("actors", "find", "french senate").stdout + run("actors", "find", "senate").stdout
    assert "FRA" in run("actors", "show", "FRA").stdout
    assert run("actors", "show", "NOBODY").returncode == 2


def test_parse_round_trip(tmp_path: Path) -> None:
    done = run("parse", "-", stdin="Don't go. Chad accused Niger.")
    rows = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    assert all(len(row.split("\t")) == 10 for row in rows)
    assert any(row.startswith("1-2\tDon't") for row in rows)
    path = tmp_path / "given.conllu"
    path.write_text(done.stdout, encoding="utf8")
    again = run("parse", "--conllu", str(path))
    assert [r.split("\t")[:8] for r in again.stdout.splitlines() if r[:1].isdigit()] == [r.split("\t")[:8] for r in rows]


def test_relate() -> None:
    text = "Kenya accused Somalia of moving a border post."
    got = lines(
        "relate", "-",
        stdin=asked({"id": "a", "text": text, "actor": [0, 5], "recipient": [14, 21]}, {"id": "b", "text": text, "actor": [14, 21], "recipient": [0, 5]},
                    {"id": "c", "text": text, "actor": [0, 500], "recipient": [14, 21]}, {"id": "d", "text": text, "recipient": [14, 21]}),
    )  # fmt: skip
    assert [r["id"] for r in got] == list("abcd")
    assert (got[0]["type"], got[0]["status"]) == ("ACCUSE", "actual")
    assert got[1]["type"] == "NONE"
    assert abs(sum(got[0]["probabilities"].values()) - 1) < 0.01 and len(got[0]["probabilities"]) == 17
    assert got[2]["type"] is None and "500" in got[2]["problems"][0]["message"] and "accepted" in got[3]["problems"][0]["message"]


def test_help_has_an_example_for_every_command() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf8")
    for section in page.split("\n## ")[1:]:
        assert "Example" in section, section.splitlines()[0]


def test_the_page_of_commands_is_current() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/make_cli_docs.py"), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_version_and_help() -> None:
    assert "dragoman" in run("--version").stdout
    assert "code" in run("--help").stdout
