"""``dragoman actors`` with a user's own folder, as the guide tells it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli._actors import actors_app
from dragoman.cli._app import app
from dragoman.errors import DragomanError, QueryError
from dragoman.world import World
from dragoman.world.actors import ACTOR_FIELDS, NAME_FIELDS
from dragoman.world.imports import FORMATS
from dragoman.world.imports.wikidata import COUNTRY, NEEDED
from dragoman.world.own import FILES

GUIDE = (Path(__file__).parents[3] / "docs" / "own-actors.md").read_text(encoding="utf8")
QUERY = (
    "personLabel,positionLabel,iso2,start,end\n"
    "Wanjiru Otieno,Minister of Defence,KE,1971-04-09T00:00:00Z,1974-09-13T00:00:00Z\n"
    "Nobody,Mayor of Kisumu,KE,1971-04-09T00:00:00Z,\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["actors", *arguments])


@pytest.fixture
def people(tmp_path: Path) -> Path:
    (tmp_path / "query.csv").write_text(QUERY, encoding="utf8")
    done = run("import", str(tmp_path / "query.csv"), "--into", str(tmp_path / "people"))
    assert done.exit_code == 0, done.output
    assert "query.csv:3: unknown-office: Nobody" in done.output
    assert "1 terms are in" in done.output
    return tmp_path / "people"


def test_import_then_show_find_and_resolve(people: Path, tmp_path: Path) -> None:
    assert "defence_minister: Wanjiru Otieno, 1971-04-09 to 1974-09-13 [query@" in run("show", "KEN", "--actors", str(people)).output
    assert "Wanjiru Otieno\tdefence_minister" in run("find", "otieno", "--actors", str(people)).output
    assert "Wanjiru" not in run("show", "KEN").output
    line = tmp_path / "m.jsonl"
    line.write_text(json.dumps({"id": "1", "text": "Defence Minister Otieno", "date": "1972-05-01"}) + "\n", encoding="utf8")
    answer = json.loads(run("resolve", str(line), "--actors", str(people)).output)
    assert (answer["actor"], answer["country"]) == ("~wanjiru-otieno", "KEN")
    assert "own table: query@" in answer["why"]


def test_the_same_again_and_a_dry_run(people: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "query.csv")
    assert "nothing is changed" in run("import", file, "--into", str(people)).output
    assert "would be in" in run("import", file, "--into", str(tmp_path / "other"), "--dry-run").output
    assert not (tmp_path / "other").exists()


def test_what_is_printed_of_foreign_text_is_harmless(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("personLabel,positionLabel,start,end\n\x1b[31mEva,President of Peru,2001,\n", encoding="utf8")
    done = run("import", str(tmp_path / "q.csv"), "--into", str(tmp_path / "people"))
    assert "bad-name" in done.output
    assert "\x1b" not in done.output


def test_mistakes_are_errors_of_ours(tmp_path: Path) -> None:
    done = run("import", str(tmp_path / "absent.csv"), "--into", str(tmp_path / "people"))
    assert isinstance(done.exception, DragomanError)
    done = CliRunner().invoke(actors_app, ["find", "zzzzzz", "--actors", str(tmp_path)])
    assert isinstance(done.exception, DragomanError)
    assert isinstance(run("find", "zzzzzz").exception, QueryError)


def test_the_guide_has_every_format_file_and_variable() -> None:
    for word in (*FORMATS, *FILES[:3], *NEEDED, *COUNTRY, "conflicts.tsv", "imports.tsv"):
        assert f"`{word}`" in GUIDE, word
    query = re.search(r"```sparql\n(.*?)```", GUIDE, re.DOTALL)
    assert query is not None
    assert all(f"?{name}" in query[1] for name in NEEDED)


def test_the_guides_rows_are_as_the_tables_take_them(tmp_path: Path) -> None:
    blocks = re.findall(r"```\n(\S.*\t.*)\n```", GUIDE)
    head = "".join(f"# {k}: 2026-01-01\n" for k in ("title", "source", "licence", "version", "date"))
    for name, fields, row in zip(("actors.tsv", "names.tsv"), (ACTOR_FIELDS, NAME_FIELDS), blocks, strict=True):
        (tmp_path / name).write_text(head + "\t".join(fields) + f"\n{row}\n", encoding="utf8")
    actor = World.load(tmp_path).actor("KEN-HARAMBEE")
    assert actor is not None
    assert (actor.country, actor.sectors) == ("KEN", ("PTY",))
