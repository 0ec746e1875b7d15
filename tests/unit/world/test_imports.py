"""Foreign lists of office holders: small lists of made-up people, with real codes of states, held against tables of the test's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from dragoman.errors import QueryError, ResourceError
from dragoman.world.actors import ActorRow, ActorTable, NameRow
from dragoman.world.imports import LETTERS, Outcome, States, import_list
from dragoman.world.imports._offices import office_of
from dragoman.world.imports._rows import iso, kept_to, last_day, name_of, shown
from dragoman.world.leaders import Leader, Leaders
from dragoman.world.own import read_own_tables, with_own

ALPHA2 = {"KE": "KEN", "PE": "PER", "NO": "NOR"}
TODAY = "2026-05-01"
REIGN_HEAD = "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear\n"
ARCHIGOS_HEAD = "idacr,leader,startdate,enddate,entry,exit\n"
WIKIDATA_HEAD = "person,personLabel,position,positionLabel,iso3,start,end\n"


def state(code: str, name: str, start: str = "", end: str = "", wikidata: str = "") -> list[ActorRow]:
    return [
        ActorRow(code, name, "state", code, "", "", (), "", start, end, wikidata, "test"),
        ActorRow(f"{code}-LEG", f"Parliament of {name}", "organ", code, "", "", ("LEG",), code, "", "", "", "test"),
    ]


def tables() -> tuple[ActorTable, Leaders]:
    rows = [
        *state("KEN", "Kenya", wikidata="Q114"), *state("PER", "Peru", wikidata="Q419"), *state("NOR", "Norway"), *state("GBR", "United Kingdom"),
        *state("RUS", "Russia"), *state("SUN", "Soviet Union", "1922-12-30", "1991-12-26"),
        ActorRow("KEN-GREEN", "Green Alliance", "party", "KEN", "", "", ("PTY",), "", "", "", "Q900", "test"),
    ]  # fmt: skip
    names = tuple(NameRow(r.name, r.id, "name") for r in rows)
    terms = (
        Leader("Ana Quispe", ("Quispe",), "head_of_state", "PER", "2010-01-01", "2015-01-01", "day", "test"),
        Leader("Eva Rojas", (), "head_of_state", "PER", "2015-01-01", "", "day", "test"),
        Leader("Moses Kibet", (), "head_of_state", "KEN", "2008", "2013", "year", "test"),
        Leader("Queen Maud", (), "head_of_state", "NOR", "1990-02-01", "", "day", "test"),
        Leader("Ola Berg", (), "head_of_government", "NOR", "2012-03-01", "2016-10", "day", "test"),
    )
    return ActorTable(MappingProxyType({r.id: r for r in rows}), names, (), MappingProxyType({})), Leaders(terms, "2025-06-30")


def run(path: Path, into: Path, **options: Any) -> Outcome:
    actors, leaders = tables()
    return import_list(path, into, today=TODAY, alpha2=ALPHA2, actors=actors, leaders=leaders, **options)


def write(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf8")
    return path


def kinds(outcome: Outcome) -> list[tuple[int, str, str]]:
    return [(f.line, f.kind, f.outcome) for f in outcome.findings]


def snapshot(folder: Path) -> Mapping[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


# -- effective leaders -----------------------------------------------------------------------------------------------------------------


def test_reign(tmp_path: Path) -> None:
    path = write(tmp_path, REIGN_HEAD + "".join((
        "PER,135,A1,Quispe,1,1,2010,1,2015,1950\n",          # known, the end to the month
        "PER,135,A2,Ortiz Salas (2nd time),5,7,1980,1,1985,1920\n",  # new, before ours
        "NOR,385,A3,Berg,1,3,2012,10,2016,1960\n",
        "NOR,385,A4,Dahl,1,10,2016,,,1960\n",                # open, and no head of government of ours then
        "PER,135,A5,Zevallos,1,2,2012,3,2013,1960\n",        # another person, while ours has the one office
        "ZZZ,1,A6,Nobody,1,1,2000,1,2001,1950\n",
        "KEN,501,A7,Wanjala,31,2,2001,1,2002,1950\n",
        "KEN,501,A2,Otieno,1,1,1990,1,1992,1950\n",
    )))  # fmt: skip
    out = run(path, tmp_path / "people")
    assert [(r.person, r.office, r.actor, r.start, r.end) for r in out.rows] == [
        ("Ortiz Salas", "leader", "PER", "1980-07-05", "1985-01"), ("Dahl", "leader", "NOR", "2016-10-01", ""),
    ]  # fmt: skip
    assert out.known == 2
    assert kinds(out) == [
        (6, "other-person", "left out"), (7, "unknown-country", "left out"), (8, "bad-date", "left out"), (9, "duplicate-id", "left out"),
    ]  # fmt: skip
    assert "Ana Quispe" in out.findings[0].against


def test_archigos_and_its_open_terms(tmp_path: Path) -> None:
    text = ARCHIGOS_HEAD + (
        "PER,Rojas,2015-01-01,2015-12-31,Regular,Still in Office\n"  # open when the list was closed, as ours
        "PER,Quispe,2010-01-01,2014-12-31,Regular,Regular\n"  # the last day, not the day of handing over
        "KEN,Kibet,2008-02-03,2013-04-09,Regular,Regular\n"  # to the day where ours has the year
        "RUS,Morozov,1985-03-11,1991-12-25,Regular,Regular\n"
        "RUS,Lebedeva,1991-12-25,1999-12-31,Regular,Regular\n"
    )
    out = run(write(tmp_path, text), tmp_path / "people")
    assert [(r.person, r.actor) for r in out.rows] == [("Morozov", "SUN"), ("Lebedeva", "RUS")]
    assert (out.known, kinds(out)) == (2, [(4, "finer-dates", "left out")])
    assert read_own_tables(tmp_path / "people").dates[out.rows[0].source] == "2015-12-31"


def test_letters_of_states_are_of_the_table() -> None:
    shipped = States(ActorTable.load(), {})
    assert [k for k, v in LETTERS.items() if shipped.by_letters(k) != tuple(v.split())] == []
    assert shipped.by_letters("USA") == ("USA",)
    assert shipped.by_letters("???") == ()


# -- Wikidata --------------------------------------------------------------------------------------------------------------------------


def test_query_results_as_csv(tmp_path: Path) -> None:
    path = write(tmp_path, WIKIDATA_HEAD + "".join((
        "http://www.wikidata.org/entity/Q1,Wanjiru Otieno,Q2,President of Kenya,KEN,2013-04-09T00:00:00Z,2022-09-13T00:00:00Z\n",
        "http://www.wikidata.org/entity/Q1,Wanjiru Otieno,Q2,President of Kenya,KEN,2013-04-09T00:00:00Z,2022-09-13T00:00:00Z\n",
        "Q3,Baraka Mwangi,Q4,Minister of Foreign Affairs,KE,2020-01-01T00:00:00Z,\n",
        "Q5,Q5,Q2,President of Kenya,KEN,2001-01-02T00:00:00Z,\n",
        "Q6,Zawadi Njeri,Q7,Mayor of Kisumu,KEN,2001-01-02T00:00:00Z,\n",
        "Q8,Juma Said,Q2,President of Peru,KEN,2001-01-02T00:00:00Z,\n",
        "Q9,Asha Ali,Q2,President of Kenya,,2024-09-13T00:00:00Z,2023-09-13T00:00:00Z\n",
        "Q10,Eva Rojas,Q11,President of Peru,Q419,2015-02-01T00:00:00Z,t12345\n",
    )))  # fmt: skip
    out = run(path, tmp_path / "people")
    assert [(r.person, r.office, r.actor, r.start, r.end, r.precision) for r in out.rows] == [
        ("Wanjiru Otieno", "head_of_state", "KEN", "2013-04-09", "2022-09-13", "day"), ("Baraka Mwangi", "foreign_minister", "KEN", "2020", "", "year"),
    ]  # fmt: skip
    assert kinds(out) == [
        (5, "bad-name", "left out"), (6, "unknown-office", "left out"), (7, "unknown-country", "left out"), (8, "bad-date", "left out"),
        (9, "other-dates", "left out"),
    ]  # fmt: skip


def test_query_results_as_json(tmp_path: Path) -> None:
    def cell(value: str) -> dict[str, str]:
        return {"type": "literal", "value": value}

    bindings = [
        {"personLabel": cell("Wanjiru Otieno"), "positionLabel": cell("anything"), "office": cell("speaker"), "iso2": cell("KE"),
         "start": cell("2013-01-01T00:00:00Z"), "startPrecision": cell("11")},
        {"personLabel": cell("Baraka Mwangi"), "positionLabel": cell("anything"), "office": cell("emperor"), "iso2": cell("KE"),
         "start": cell("2013-01-01T00:00:00Z")},
    ]  # fmt: skip
    names = ["personLabel", "positionLabel", "office", "iso2", "start", "end", "startPrecision"]
    text = json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}, indent=1)
    out = run(write(tmp_path, text, "query.json"), tmp_path / "people")
    assert [(r.person, r.office, r.start) for r in out.rows] == [("Wanjiru Otieno", "speaker", "2013-01-01")]
    line = next(n for n, row in enumerate(text.split("\n"), 1) if "Baraka" in row)
    assert out.findings[0].kind == "unknown-office"
    assert 0 <= line - out.findings[0].line <= 3  # the line on which its result begins


@pytest.mark.parametrize(
    ("title", "office", "named"),
    [
        ("President of Kenya", "head_of_state", "KEN"), ("president of the Soviet Union", "head_of_state", "SUN"), ("Prime Minister of Norway", "head_of_government", "NOR"),
        ("President of the Government of Peru", "head_of_government", None), ("Speaker of the Parliament of Kenya", "speaker", None),
        ("President of the Senate", "speaker", None), ("Minister for Foreign Affairs", "foreign_minister", None), ("Vice President of Kenya", "vice_president", "KEN"),
        ("Minister of Defence of Peru", "defence_minister", None),
    ],
)  # fmt: skip
def test_titles(title: str, office: str, named: str | None) -> None:
    assert office_of(title, States(tables()[0], {}).find) == (office, named)


@pytest.mark.parametrize("title", ["President of the Chess Federation", "Deputy Prime Minister of Kenya", "King of Pop", "", "Mayor of Lima", "Vice Chancellor"])
def test_titles_that_are_none_of_ours(title: str) -> None:
    assert office_of(title, States(tables()[0], {}).find) is None


# -- Popolo ----------------------------------------------------------------------------------------------------------------------------


def popolo(**more: Any) -> dict[str, Any]:
    return {
        "persons": [
            {"id": "p1", "name": "Zawadi Njeri", "other_names": [{"name": "Zawadi W. Njeri"}, {"name": "Njeri"}]}, {"id": "p2", "name": "Juma Said"},
            {"id": "p3", "name": "Neema =cmd"}, {"id": "p4", "name": "=Asha Ali"},
        ],
        "organizations": [
            {"id": "house", "name": "The House", "classification": "legislature"},
            {"id": "green", "name": "Greens", "classification": "party", "identifiers": [{"scheme": "wikidata", "identifier": "Q900"}]},
            {"id": "blue", "name": "Blue Party", "classification": "party"}, {"id": "cabinet", "name": "Cabinet", "classification": "executive"},
        ],
        "posts": [{"id": "pm", "label": "Prime Minister", "organization_id": "cabinet"}],
        "areas": [{"id": "a1", "name": "Kisumu"}],
        "events": [{"id": "term/9", "classification": "legislative period", "start_date": "2017-08-31", "end_date": "2022-08-08"}],
        "memberships": [
            {"person_id": "p1", "organization_id": "house", "role": "member", "on_behalf_of_id": "green", "area_id": "a1", "legislative_period_id": "term/9"},
            {"person_id": "p1", "organization_id": "green", "role": "party leader", "start_date": "2019-03"},
            {"person_id": "p2", "post_id": "pm", "start_date": "2018-01-05", "end_date": "2030-01-05"},
            {"person_id": "p2", "organization_id": "blue", "role": "member", "start_date": "2001"},
            {"person_id": "p9", "organization_id": "house", "role": "member", "start_date": "2001"},
            {"person_id": "p2", "organization_id": "house", "role": "member", "start_date": "2001", "on_behalf_of_id": "red"},
            {"person_id": "p4", "organization_id": "house", "role": "member", "start_date": "2001"},
            {"person_id": "p2", "organization_id": "cabinet", "role": "chief whip", "start_date": "2001"},
            {"person_id": "p3", "organization_id": "house", "role": "member", "start_date": "soon"},
        ],
    } | more  # fmt: skip


def test_popolo(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps(popolo(), indent=1), "ep.json")
    out = run(path, tmp_path / "people", country="KE")
    assert [(r.person, r.names, r.office, r.actor, r.start, r.end) for r in out.rows] == [
        ("Zawadi Njeri", ("Zawadi W. Njeri",), "legislator", "KEN-LEG", "2017-08-31", "2022-08-08"),
        ("Zawadi Njeri", ("Zawadi W. Njeri",), "head", "KEN-GREEN", "2019-03", ""),
        ("Juma Said", (), "head_of_government", "KEN", "2018-01-05", ""),  # an end to come is a plan
    ]
    assert [k for _, k, _ in kinds(out)] == ["unknown-organization", "unknown-person", "bad-row", "bad-name", "unknown-office", "bad-date"]
    lines = path.read_text(encoding="utf8").split("\n")
    assert '"p9"' in lines[out.findings[1].line]  # the line after the brace


def test_a_parliament_needs_its_country(tmp_path: Path) -> None:
    out = run(write(tmp_path, json.dumps(popolo()), "ep.json"), tmp_path / "people")
    assert [f.kind for f in out.findings if "--country" in f.against].count("unknown-organization") >= 2
    with pytest.raises(ResourceError, match="'ZZ'"):
        run(write(tmp_path, json.dumps(popolo()), "ep.json"), tmp_path / "people", country="ZZ")


# -- what is refused -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "", r"a.csv:1: is empty"), ("a.csv", "x,y\n1,2\n", r"a.csv:1: is none of"), ("a.csv", REIGN_HEAD, "no row"),
        ("a.csv", REIGN_HEAD + "PER,1,A\n", r"a.csv:2: 3 fields, expected 10"), ("a.csv", WIKIDATA_HEAD + '"Q1,x\n', "is no CSV"),
        ("a.csv", ARCHIGOS_HEAD.replace("entry", "leader") + "a,b,c,d,e,f\n", "leader stands twice"),
        ("a.json", "{\n\"persons\": [\n{]", r"a.json:3: is no JSON"), ("a.json", "{}", "no persons and no memberships"), ("a.json", "{} {}", "Extra data"),
        ("a.json", "{\"persons\": " + "[" * 100_000, "is no JSON"),
        ("a.json", '{"persons": [{"id": "p", "name": "A B"},\n{"id": "p", "name": "C D"}], "memberships": [{}]}', r"a.json:2: persons: the id 'p' stands on line 1"),
        ("a.json", '{"persons": [{"name": "A B"}], "memberships": [{}]}', "has no id"), ("a.json", '{"persons": [1], "memberships": [{}]}', "accepted is an object"),
        ("a.json", '{"head": {"vars": ["personLabel"]}, "results": {"bindings": [{}]}}', "no variable positionLabel, start, end"),
        ("a.json", '{"head": {"vars": ["personLabel", "positionLabel", "start", "end"]}, "results": {"bindings": []}}', "no result"),
        ("a.json", '{"head": {"vars": ["personLabel", "positionLabel", "start", "end"]}, "results": {"bindings": [\n{"start": 4}]}}', "a.json:2: start"),
        ("a.json", '{"head": {}, "results": {"bindings": []}}', "accepted is SPARQL JSON"),
    ],
)  # fmt: skip
def test_broken_files_are_refused_and_nothing_is_written(name: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=message):
        run(write(tmp_path, text, name), tmp_path / "people")
    assert not (tmp_path / "people").exists()


def test_encodings(tmp_path: Path) -> None:
    row = "PER,135,A2,Núñez,5,7,1980,1,1985,1920\n"
    path = tmp_path / "old.csv"
    path.write_bytes(REIGN_HEAD.encode() + row.encode("cp1252") + row.replace("A2", "A3").replace("1980", "1975").replace("1985", "1979").encode())
    assert {r.person for r in run(path, tmp_path / "people").rows} == {"Núñez"}
    path.write_bytes(ARCHIGOS_HEAD.encode() + "PER,Núñez,1980-07-05,1985-01-01,Regular,Regular\n".encode("cp1252"))
    with pytest.raises(ResourceError, match=r"old.csv:2: is not UTF-8"):
        run(path, tmp_path / "people")


@pytest.mark.parametrize("options", [{"format": "xml"}, {"prefer": "mine"}, {"as_of": "2020"}, {"as_of": "2099-01-01"}, {"country": "KEN"}])
def test_settings_are_refused(options: dict[str, str], tmp_path: Path) -> None:
    path = write(tmp_path, ARCHIGOS_HEAD + "PER,Ortiz,1980-07-05,1985-01-01,Regular,Regular\n")
    with pytest.raises(QueryError, match="accepted"):
        run(path, tmp_path / "people", **options)


@pytest.mark.parametrize("name", ["", "  ", "A|B", "#Ana", "=1+1", "+Ana", "@Ana", "-Ana", "Ana\u202eQuispe", "Ana\x07", "1984", "x" * 201])
def test_names_that_can_be_none(name: str) -> None:
    assert name_of(name) is None


def test_what_is_shown_of_foreign_text() -> None:
    assert shown("=HYPERLINK(1)\n\tx") == "'=HYPERLINK(1) x"
    assert shown("a\u202eb") == "a⟨202e⟩b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017", "2017"), ("2017-05", "2017-05"), ("2017-05-14", "2017-05-14"), ("+2017-05-14T00:00:00Z", "2017-05-14"), ("2017-00-00", "2017"), ("", ""),
        ("2017-13", None), ("2017-02-30", None), ("-0044-03-15", None), ("14.5.2017", None), ("9999-12-31", None),
    ],
)  # fmt: skip
def test_dates(text: str, expected: str | None) -> None:
    assert iso(text) == expected


def test_a_lists_own_date() -> None:
    assert kept_to(["2012", "2015-02", ""], TODAY) == "2015-02-28"
    assert kept_to(["2030"], TODAY) == TODAY
    assert last_day("2016-02") == "2016-02-29"


# -- which side wins -------------------------------------------------------------------------------------------------------------------

ROWS = (
    "Q1,Eva Rojas,Q2,President of Peru,PER,2015-03-01T00:00:00Z,\n"  # other dates
    "Q3,Lucía Mamani,Q2,President of Peru,PER,2011-06-01T00:00:00Z,2013-06-01T00:00:00Z\n"  # another person
    "Q4,Ola Berg,Q5,Prime Minister of Norway,NOR,2012-03-01T00:00:00Z,2016-10-14T00:00:00Z\n"  # finer
)


def test_nothing_is_overwritten_unless_told(tmp_path: Path) -> None:
    out = run(write(tmp_path, WIKIDATA_HEAD + ROWS), tmp_path / "people")
    assert (out.rows, out.replaced) == ((), ())
    assert [(f.kind, f.outcome) for f in out.findings] == [("other-dates", "left out"), ("other-person", "left out"), ("finer-dates", "left out")]
    assert (tmp_path / "people/conflicts.tsv").read_text(encoding="utf8").count("\n") == 4
    ours = run(write(tmp_path, WIKIDATA_HEAD + ROWS), tmp_path / "people", prefer="ours")
    assert {f.outcome for f in ours.findings} == {"ours kept"}
    assert not (tmp_path / "people/leaders.tsv").exists()


def test_theirs_wins_and_is_listed(tmp_path: Path) -> None:
    out = run(write(tmp_path, WIKIDATA_HEAD + ROWS), tmp_path / "people", prefer="theirs")
    assert {f.outcome for f in out.findings} == {"theirs taken"}
    assert {(r.person, r.by) for r in out.replaced} == {(p, out.rows[0].source) for p in ("Eva Rojas", "Ana Quispe", "Ola Berg")}
    actors, leaders = tables()
    _, merged = with_own(actors, leaders, read_own_tables(tmp_path / "people"))
    assert [(r.person, r.start) for r in merged.rows if r.actor == "PER"] == [("Lucía Mamani", "2011-06-01"), ("Eva Rojas", "2015-03-01")]


def test_what_the_folder_holds_is_not_overwritten_either(tmp_path: Path) -> None:
    first = WIKIDATA_HEAD + "Q1,Juma Said,Q2,President of Kenya,KEN,2013-04-09T00:00:00Z,2017-08-01T00:00:00Z\n"
    run(write(tmp_path, first, "one.csv"), tmp_path / "people")
    out = run(write(tmp_path, first.replace("2017-08-01", "2017-11-28"), "two.csv"), tmp_path / "people")
    assert [(f.kind, f.outcome) for f in out.findings] == [("other-dates", "left out")]
    assert "one@" in out.findings[0].against
    run(tmp_path / "two.csv", tmp_path / "people", prefer="theirs")
    actors, leaders = tables()
    _, merged = with_own(actors, leaders, read_own_tables(tmp_path / "people"))
    assert [r.end for r in merged.rows if r.person == "Juma Said"] == ["2017-11-28"]


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "people"
    one = write(tmp_path, ARCHIGOS_HEAD + "PER,Ortiz,1980-07-05,1985-01-01,Regular,Regular\n", "one.csv")
    two = write(tmp_path, WIKIDATA_HEAD + ROWS, "two.csv")
    run(one, folder)
    run(two, folder, prefer="theirs")
    before = snapshot(folder)
    again = [run(one, folder), run(two, folder, prefer="theirs")]
    assert snapshot(folder) == before
    assert all(o.again for o in again)
    assert {r.person for r in again[0].rows} == {"Ortiz"}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    out = run(write(tmp_path, WIKIDATA_HEAD + ROWS), tmp_path / "people", prefer="theirs", dry_run=True)
    assert len(out.rows) == 3
    assert not (tmp_path / "people").exists()


def test_a_term_that_ended_after_the_tables_date_is_news(tmp_path: Path) -> None:
    """Ours has an open term known to June 2025: a later end, or a successor after that day, contradicts nothing."""
    text = WIKIDATA_HEAD + (
        "Q1,Eva Rojas,Q2,President of Peru,PER,2015-01-01T00:00:00Z,2025-12-01T00:00:00Z\n"
        "Q3,Lucía Mamani,Q2,President of Peru,PER,2025-12-01T00:00:00Z,\n"
        "Q4,Haakon Lie,Q5,King of Norway,NOR,2026-01-17T00:00:00Z,\n"
    )
    out = run(write(tmp_path, text), tmp_path / "people")
    actors, leaders = tables()
    _, merged = with_own(actors, leaders, read_own_tables(tmp_path / "people"))
    assert {(r.person, r.end) for r in merged.rows if r.start >= "2015" or r.actor == "NOR"} == {
        ("Eva Rojas", "2025-12-01"), ("Lucía Mamani", ""), ("Queen Maud", "2026-01-17"), ("Haakon Lie", ""), ("Ola Berg", "2016-10"),
    }  # fmt: skip
    assert {f.kind for f in out.findings} == {"ended-since"}


def test_two_of_one_list_in_one_office(tmp_path: Path) -> None:
    text = WIKIDATA_HEAD + (
        "Q1,Juma Said,Q2,President of Kenya,KEN,2013-04-09T00:00:00Z,2017-08-01T00:00:00Z\n"
        "Q3,Asha Ali,Q2,President of Kenya,KEN,2014-04-09T00:00:00Z,2015-08-01T00:00:00Z\n"
        "Q1,Juma Said,Q2,President of Kenya,KEN,2017-08-01T00:00:00Z,2019-08-01T00:00:00Z\n"
    )
    out = run(write(tmp_path, text), tmp_path / "people")
    assert [r.start for r in out.rows] == ["2013-04-09", "2017-08-01"]
    assert kinds(out) == [(3, "within-file", "left out")]


@pytest.mark.parametrize(("file", "format"), [("archigos_4.1_1980-2015.csv", "archigos"), ("reign_leaders_2021-03.csv", "reign")])
def test_the_published_lists_import_whole(file: str, format: str, tmp_path: Path) -> None:
    path = Path(__file__).parents[4] / "shared/data/world" / file
    if not path.exists():
        pytest.skip(f"needs {file} in a folder beside the project")
    out = import_list(path, tmp_path / "people", format=format, today=TODAY, alpha2=ALPHA2)
    assert out.known > 600
    assert not [f for f in out.findings if f.kind == "unknown-country"]
    assert not out.replaced
