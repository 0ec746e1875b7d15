"""A user's own folder of actors and office holders: added to ours, held to the same checks, named in the reasons and in the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coder import Coder, code_many
from dragoman.errors import ResourceError
from dragoman.records import Document
from dragoman.world import World, resolve_phrase
from dragoman.world.own import read_own_tables

HEAD = "# title: t\n# source: s\n# licence: l\n# version: 1\n# date: 2026-03-31\n"
LEADERS = HEAD + "person\tnames\toffice\tactor\tstart\tend\tprecision\tsource\n"
ACTORS = HEAD + "id\tname\tkind\tcountry\tclaimed_by\tgroup\tsectors\tparent\tstart\tend\twikidata\tsource\n"
NAMES = HEAD + "name\tactor\tkind\n"
REPLACED = HEAD + "person\toffice\tactor\tstart\tend\tsource\tby\n"
ZAWADI = "Zawadi Njeri\t\tlegislator\tKEN-LEG\t2017-08-31\t2022-08-08\tday\tmp-list\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("people")
    (out / "leaders.tsv").write_text(LEADERS + ZAWADI, encoding="utf8")
    (out / "actors.tsv").write_text(ACTORS + "KEN-HARAMBEE\tHarambee Front\tparty\tKEN\t\t\tPTY\t\t\t\t\tmy notes\n", encoding="utf8")
    (out / "names.tsv").write_text(NAMES + "Harambee Front\tKEN-HARAMBEE\tname\n", encoding="utf8")
    return out


def test_people_and_parties_of_the_folder_are_known_and_told_of(folder: Path) -> None:
    world = World.load(folder)
    person = resolve_phrase("Zawadi Njeri", "2020-05-01", None, world)
    assert person.actor is not None
    assert (person.actor.country, person.actor.sectors) == ("KEN", ("LEG",))
    assert "own table: mp-list" in person.why
    party = resolve_phrase("the Harambee Front", None, None, world)
    assert party.actor is not None
    assert (party.actor.id, party.actor.sectors) == ("KEN-HARAMBEE", ("PTY",))
    assert "own table: my notes" in party.why
    later = resolve_phrase("Zawadi Njeri", "2024-05-01", None, world)
    assert later.actor is not None
    assert later.actor.sectors == ("ELI",)


def test_without_the_folder_nothing_changes(folder: Path) -> None:
    world = World.load()
    found = resolve_phrase("Zawadi Njeri", "2020-05-01", None, world)
    assert found.actor is None or found.actor.country is None
    assert "own table" not in resolve_phrase("President Macron", "2020-05-01", None, World.load(folder)).why


def test_a_term_that_the_folder_replaces(tmp_path: Path) -> None:
    row = next(r for r in World.load().leaders.rows if r.actor == "FRA" and r.office == "head_of_state" and r.person == "Emmanuel Macron")
    (tmp_path / "leaders.tsv").write_text(LEADERS + "Claire Vidal\t\thead_of_state\tFRA\t2022-05-13\t\tday\tnovel\n", encoding="utf8")
    entry = "\t".join((row.person, row.office, row.actor, row.start, row.end, row.source, "novel"))
    with pytest.raises(ResourceError, match=r"D106.*Macron"):
        World.load(tmp_path)
    (tmp_path / "replaced.tsv").write_text(f"{REPLACED}{entry}\n", encoding="utf8")
    assert [r.person for r in World.load(tmp_path).holders(("head_of_state",), "FRA", "2023-01-01")] == ["Claire Vidal"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("leaders.tsv", LEADERS + ZAWADI.replace("KEN-LEG", "NOWHERE"), "D103"), ("leaders.tsv", LEADERS + ZAWADI.replace("legislator", "wizard"), "D104"),
        ("leaders.tsv", LEADERS + ZAWADI.replace("2022-08-08", "2016"), "D105"), ("leaders.tsv", LEADERS + ZAWADI.replace("2022-08-08", "2027"), "D105"),
        ("leaders.tsv", LEADERS + ZAWADI + ZAWADI, "D102"), ("leaders.tsv", LEADERS.replace("# licence: l\n", "") + ZAWADI, "D101"),
        ("leaders.tsv", LEADERS + "Zawadi\n", r"leaders.tsv:7: 1 columns, expected 8"), ("leaders.tsv", ZAWADI, "columns"),
        ("actors.tsv", ACTORS + "KEN\tKenya\tstate\tKEN\t\t\t\t\t\t\t\tx\n", "our table has the ids KEN"),
        ("actors.tsv", ACTORS + "KEN-X\tX\tclub\tKEN\t\t\t\t\t\t\t\tx\n", "D104"), ("names.tsv", NAMES + "Front\tKEN-X\tname\n", "D103"),
    ],
)  # fmt: skip
def test_the_folder_is_held_to_the_checks(name: str, text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf8")
    with pytest.raises(ResourceError, match=message):
        World.load(tmp_path)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="is no folder"):
        read_own_tables(tmp_path / "absent")
    with pytest.raises(ResourceError, match="actors import"):
        read_own_tables(tmp_path)


def test_the_record_says_that_an_own_table_was_used(folder: Path) -> None:
    coder = Coder.load(actors=str(folder))
    document = Document(id="x", text="Zawadi Njeri condemned the Harambee Front on Tuesday.", published="2020-05-06")
    record = coder.code(document)
    own = read_own_tables(folder)
    assert record.document.coder.endswith(f"+{own.version}")
    assert own.version == f"{folder.name}@{own.digest}"
    assert {a.id: a.sectors for a in record.actors} == {"~zawadi-njeri": ("LEG",), "KEN-HARAMBEE": ("PTY",)}
    many = list(code_many([(document, (), True)], workers=1, actors=str(folder)))
    assert many == [record]
    with pytest.raises(ResourceError, match="is no folder"):
        next(code_many([(document, (), True)], workers=1, actors=str(folder / "absent")))


def test_another_state_of_the_folder_is_another_version(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leaders.tsv").write_text(LEADERS + ZAWADI, encoding="utf8")
    one = read_own_tables(tmp_path).digest
    (tmp_path / "leaders.tsv").write_text(LEADERS + ZAWADI.replace("2022-08-08", "2022-08-09"), encoding="utf8")
    assert len({one, read_own_tables(tmp_path).digest, read_own_tables(folder).digest}) == 3
