"""The commands of the record, from the outside; coding is done by a stand-in, so that no model is loaded."""

from __future__ import annotations

import csv
import importlib
import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.feather as feather
import pyarrow.parquet as pq
import pytest
import typer
from typer.testing import CliRunner

from dragoman.cli._ask import ask
from dragoman.cli._export import export, import_
from dragoman.cli._record import keep_reports, record_app
from dragoman.errors import DragomanError, QueryError, StoreError, TextError
from dragoman.reading import Input
from dragoman.record import Store
from dragoman.records import Problem, Record
from tests.unit.record.made import accusation, all_records

app = typer.Typer()
app.add_typer(record_app, name="record")
app.command("ask")(ask)
app.command("export")(export)
app.command("import")(import_)


def run(*args: object, error: type[DragomanError] | None = None) -> str:
    result = CliRunner().invoke(app, [str(a) for a in args])
    if error is None:
        assert result.exception is None, result.exception
    else:
        assert isinstance(result.exception, error), result.exception
        return str(result.exception)
    return result.stdout


def rows(*args: object) -> list[Any]:
    return [json.loads(line) for line in run(*args).splitlines()]


# ask


@pytest.mark.parametrize(
    ("arguments", "n"),
    [
        ("events --type ACCUSE --type ASSAULT", 2), ("events --actor NOR --since 2022-06", 4), ("statements --actor CHL", 1), ("positions --stance opposes", 2),
        ("positions --question recognition --actor NATO", 2), ("disagreements", 1), ("who-changed", 1), ("actors --limit 3", 3), ("documents --words visited", 4),
        ("timeline --per year --by state", 2), ("dyads --by country --per month --since 2022-06", 1), ("who-said rammed", 2), ("network --by state --since 2022-05", 2), ("network-nodes --by country --since 2022-05", 2), ("events --as-of 0", 0),
        ("events --codebook plover-9", 0),
    ],
)  # fmt: skip
def test_ask(kept: Path, arguments: str, n: int) -> None:
    assert len(rows("ask", *arguments.split(), "--record", kept)) == n


def test_ask_in_all_formats(kept: Path, tmp_path: Path) -> None:
    question = ("ask", "events", "--record", kept, "--type", "ASSAULT")
    (row,) = csv.DictReader(io.StringIO(run(*question, "--format", "csv")))
    assert (row["day"], row["actors"], row["recipients"], row["standing"]) == ("2022-05-03", "CHL-MIL", "NOR", "denied")
    assert "CHL-MIL" in run(*question, "--format", "table")
    for suffix, read in (("parquet", pq.read_table), ("arrow", feather.read_table)):
        run(*question, "-o", tmp_path / f"x.{suffix}")
        assert read(tmp_path / f"x.{suffix}")["type"].to_pylist() == ["ASSAULT"]
    run(*question, "-o", tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_text().startswith("day,type")


def test_a_cell_is_no_formula(tmp_path: Path) -> None:
    text = accusation().document.text.replace("Nobody", "=HYPER")
    bad = msgspec.structs.replace(accusation(), document=msgspec.structs.replace(accusation().document, text=text, title="=1+1"))
    from dragoman.record import Writer

    with Writer(Store(tmp_path / "r", create=True)) as writer:
        writer.add(bad)
    assert "'=1+1" in run("ask", "documents", "--record", tmp_path / "r", "--format", "csv")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("events", "no record"), ("weather --record {r}", "question 'weather'"), ("--record {r}", "one question or --sql"),
        ("events --sql x --record {r}", "one question or --sql"), ("events --per month --record {r}", "--per"), ("network --per month --record {r}", "--per"), ("actors --by state --record {r}", "--by"), ("who-said --record {r}", "the words"),
        ("events x --record {r}", "filters only"), ("events --format xls --record {r}", "format"), ("events --format parquet --record {r}", "needs a file"),
        ("events --as-of 99 --record {r}", "as of version 99"), ("timeline --per eon --record {r}", "per 'eon'"), ("--sql DROP --record {r}", "sql"),
    ],
)  # fmt: skip
def test_what_makes_no_sense(kept: Path, arguments: str, says: str) -> None:
    assert says in run("ask", *arguments.format(r=kept).split(), error=QueryError)


def test_sql(kept: Path) -> None:
    assert rows("ask", "--record", kept, "--sql", "SELECT count(*) AS n FROM documents") == [{"n": 10}]


# the record


def test_upkeep(tmp_path: Path, kept: Path) -> None:
    import shutil

    place = tmp_path / "copy"
    shutil.copytree(kept, place)
    assert "documents   10" in run("record", "info", place)
    assert [line.split("\t")[2:] for line in run("record", "versions", place).splitlines()] == [["begin", "0"], ["append", "4"], ["append", "6"]]
    assert len(rows("record", "diff", place, "1")) == 6
    assert "2 files" in run("record", "compact", place)
    run("record", "rebuild", place)
    assert "all is well" in run("record", "verify", place)
    assert "version 4" in run("record", "restore", place, "1")
    assert "documents   4" in run("record", "info", place)
    assert "documents   10" in run("record", "info", place, "--as-of", "3")
    assert run("record", "failures", place) == ""
    next((place / "coded").glob("*.parquet")).unlink()
    for file in (place / "coded").glob("*.parquet"):
        file.unlink()
    assert "errors" in run("record", "verify", place, error=StoreError)
    assert "no record" in run("record", "info", tmp_path / "nowhere", error=StoreError)


def test_coding_into_a_record_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known is not coded again; what failed is tried again."""
    coded: list[str] = []
    broken = {"b"}

    def stand_in(items: Iterable[Any], *, workers: int, codebooks: Sequence[str], actors: object = None) -> Iterator[Record]:
        for item in items:
            document = item.document
            coded.append(document.id)
            if not isinstance(item, Input) or document.id in broken:
                yield Record(document=document, problems=(Problem(code="coding-failed", message=f"{document.id}: no"),))
            else:
                yield Record(document=msgspec.structs.replace(document, coder="c", codebook="b", model="m"))

    monkeypatch.setattr(importlib.import_module("dragoman.cli._run"), "code_items", stand_in)  # the package has a function of that name
    reports = tmp_path / "reports.jsonl"
    reports.write_text("".join(json.dumps({"id": i, "text": f"Report {i} of Chile.", "published": "2022-01-01"}) + "\n" for i in "abcd"))

    def keep(write: Any = None) -> tuple[int, int, int]:
        writer = keep_reports([str(reports)], str(tmp_path / "r"), input="auto", published=None, workers=1, write=write, progress=iter)
        return writer.kept, writer.known, writer.failed

    assert keep() == (3, 0, 1) and coded == ["a", "b", "c", "d"]
    assert [r["document"] for r in rows("record", "failures", tmp_path / "r")] == ["b"]
    coded.clear()
    broken.clear()
    assert keep() == (1, 3, 0) and coded == ["a", "b"]  # the first is coded to see by whom
    assert rows("record", "failures", tmp_path / "r") == []
    coded.clear()
    written: list[Record] = []
    assert keep(written.append) == (0, 4, 0) and len(coded) == len(written) == 4


# formats


def test_export_writes_what_happened(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.tsv"
    run("export", "polecat", "--record", kept, "-o", out)
    assert len(out.read_text().splitlines()) == 1 + 10  # s1 withholds: a negated event
    run("export", "polecat", "--record", kept, "--status", "negated", "--status", "actual", "-o", out)
    assert len(out.read_text().splitlines()) == 1 + 11
    run("export", "gdelt", "--record", kept, "--standing", "denied", "-o", out)
    assert len(out.read_text().splitlines()) == 1
    assert len(json.loads(run("export", "geojson", "--record", kept, "--words", "trawler"))["features"]) == 1
    assert len(run("export", "dna", "--record", kept).splitlines()) == 1 + 4


def test_export_of_lines_is_that_of_the_record(kept: Path, tmp_path: Path) -> None:
    lines = tmp_path / "x.jsonl"
    lines.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in all_records()))
    assert sorted(run("export", "gdelt", "--input", lines).splitlines()) == sorted(run("export", "gdelt", "--record", kept).splitlines())
    assert "one of --record" in run("export", "gdelt", error=QueryError)
    assert "--since" in run("export", "gdelt", "--input", lines, "--since", "2020", error=QueryError)
    assert "format" in run("export", "xls", "--record", kept, error=QueryError)
    lines.write_text("{}\n")
    assert "x.jsonl:1" in run("export", "gdelt", "--input", lines, error=TextError)


def test_import_lies_beside_the_own_events(kept: Path, tmp_path: Path) -> None:
    import shutil
    import zipfile

    place, file = tmp_path / "copy", tmp_path / "polecat.txt"
    shutil.copytree(kept, place)
    run("export", "polecat", "--record", kept, "-o", file)
    assert len(rows("import", "polecat", file)) == 10
    for _ in range(2):
        run("import", "polecat", file, "--record", place)
    beside = "SELECT i.type, count(*) AS n FROM imported i JOIN events e ON e.type = i.type AND e.day = i.date::DATE GROUP BY i.type ORDER BY i.type"
    assert [r["type"] for r in rows("ask", "--record", place, "--sql", beside)] == ["ACCUSE", "ASSAULT", "CONSULT", "REJECT", "SUPPORT"]
    assert rows("ask", "--record", place, "--sql", "SELECT count(*) AS n FROM imported") == [{"n": 10}]
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.write(file, "inside.txt")
    assert len(rows("import", "polecat", tmp_path / "p.zip")) == 10
    assert "nothing.txt" in run("import", "polecat", tmp_path / "nothing.txt", error=TextError)
    assert "format" in run("import", "dna", file, error=QueryError)


# the coder alone stays light


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    script = (
        "import sys, dragoman, dragoman.cli._app, dragoman.cli._record, dragoman.cli._ask, dragoman.cli._export, dragoman.record, dragoman.exchange;"
        "print(sorted({'deltalake', 'duckdb', 'pyarrow', 'sqlite3', 'onnxruntime'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['deltalake'] = None\n"
        "from dragoman.errors import StoreError\n"
        "import dragoman.record\n"
        "try:\n    dragoman.record.Store\nexcept StoreError as error:\n    print(error)"
    )
    assert "dragoman[record]" in subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout


# the pages


def test_the_pages_name_every_option_and_format() -> None:
    from dragoman.cli._ask import QUESTIONS
    from dragoman.exchange import WRITERS

    docs = Path(__file__).parents[3] / "docs"
    page, formats = (docs / "record.md").read_text(encoding="utf8"), (docs / "formats.md").read_text(encoding="utf8")
    options = [o for p in typer.main.get_command(app).commands["ask"].params for o in p.opts if o.startswith("--") and o != "--limit"]
    assert "--question" in options and [o for o in options if o not in page] == []
    assert [q for q in QUESTIONS if f"`{q}" not in page] == [] and [f for f in WRITERS if f"| `{f}` |" not in formats] == []
    commands = [str(c.name) for c in record_app.registered_commands]
    assert [c for c in commands if f"record {c}" not in page] == []


def test_the_python_of_the_page_runs(kept: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "record.md").read_text(encoding="utf8")
    script = page.split("```python\n")[1].split("```")[0].replace('"my-record", as_of="2026-01-31"', repr(str(kept)))
    names: dict[str, Any] = {}
    exec("\n".join(line for line in script.splitlines() if "pandas" not in line), names)
    assert names["table"].num_rows == 0 and "score_asserted" in names["table"].column_names
