"""Results of a query to Wikidata, as SPARQL JSON or the CSV of the query service; docs/own-actors.md has the query.

    person       personLabel   position     positionLabel        iso3   start                  end
    wd:Q0000001  Wanjiru Otieno wd:Q0000002 President of Kenya   KEN    2022-09-13T00:00:00Z
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import ResourceError
from dragoman.world.imports._offices import office_of
from dragoman.world.imports._rows import Finding, Reading, Term, finish, iso, left_out, name_of, read_csv, read_json_lists, shown
from dragoman.world.imports._states import States
from dragoman.world.leaders import OFFICES

NEEDED = ("personLabel", "positionLabel", "start", "end")
COUNTRY = ("iso3", "iso", "iso2", "country", "countryLabel")
"""Variables that tell whose office it is, in the order in which they are asked; without any the position's label must name the state."""
_PRECISION = {"9": 4, "10": 7, "11": 10}
"""Wikidata's precisions of time (9 year, 10 month, 11 day; its data model, 'Time') → characters of an ISO date."""
_ID = re.compile(r"(?:.*/)?Q\d+\Z")
_UNKNOWN = re.compile(r"t\d+\Z|.*genid.*")
"""How the query service writes 'unknown value': a blank node."""


def read_wikidata(path: Path, text: str, states: States, *, as_of: str | None, today: str) -> Reading:
    """Read query results with the variables of :data:`NEEDED`; ``office``, ``person``, ``position``, ``startPrecision``, ``endPrecision`` may be there.

    Raises:
        ResourceError: A variable is missing, or it is neither SPARQL JSON nor CSV.
    """
    drafts: list[Term] = []
    findings: list[Finding] = []
    for line, row in _json_rows(path, text) if text.lstrip().startswith("{") else read_csv(path, text, NEEDED):
        label = row["personLabel"]
        person = None if _ID.match(label) else name_of(re.sub(r" \(.*\)\Z", "", label))
        told = {c: row[c] for c in COUNTRY if row.get(c)}
        state = next((s for c in told if (s := states.find(told[c])) is not None), None)
        office, named = _office(row, states)
        start, end = _date(row, "start"), _date(row, "end")
        actor = state or named
        if person is None:
            findings.append(left_out(line, "bad-name", "accepted are names of letters; an entity without an English label has none", person=shown(label)))
        elif not office:
            accepted = f"no office of ours; a variable 'office' may say one of {', '.join(sorted(OFFICES))}"
            findings.append(left_out(line, "unknown-office", accepted, person=person, office=shown(row["positionLabel"])))
        elif actor is None or (state is not None and named is not None and state != named):
            what = shown(", ".join(told.values())) or "nothing"
            why = f"the position is one of {named}" if actor else "accepted are ISO codes, Wikidata ids and names of states"
            findings.append(left_out(line, "unknown-country", f"{what}; {why}", person=person, office=office))
        elif start is None or end is None:
            dates = f"{shown(row['start'])} to {shown(row['end'])}; accepted are days of the calendar"
            findings.append(left_out(line, "bad-date", dates, person=person, office=office, actor=actor))
        else:
            drafts.append(Term(line, person, (), office, (actor,), start, end))
    return finish(drafts, findings, as_of, today)


def _office(row: dict[str, str], states: States) -> tuple[str, str | None]:
    given = row.get("office", "")
    if given:
        return (given if given in OFFICES else ""), None
    return office_of(row["positionLabel"], states.find) or ("", None)


def _date(row: dict[str, str], name: str) -> str | None:
    """A date to its precision; without one a first of January is taken for a year, as the service writes years so."""
    value = row.get(name, "")
    day = "" if _UNKNOWN.match(value) else iso(value)
    if not day:
        return day
    told = row.get(f"{name}Precision", "")
    return day[: _PRECISION.get(told, 4)] if told else day[:4] if day.endswith("-01-01") else day


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    lists = read_json_lists(path, text)
    if "head.vars" not in lists or "results.bindings" not in lists:
        raise ResourceError(f"{path}:1: accepted is SPARQL JSON, an object with head.vars and results.bindings")
    variables = [str(v) for _, v in lists["head.vars"]]
    missing = [v for v in NEEDED if v not in variables]
    if missing:
        raise ResourceError(f"{path}:1: has no variable {', '.join(missing)}; it has {shown(', '.join(variables))[:300]}")
    if not lists["results.bindings"]:
        raise ResourceError(f"{path}:1: has variables but no result")
    for line, binding in lists["results.bindings"]:
        if not isinstance(binding, dict):
            raise ResourceError(f"{path}:{line}: a binding is {type(binding).__name__}; accepted is an object")
        yield line, {v: _value(path, line, v, binding.get(v)) for v in variables}


def _value(path: Path, line: int, name: str, cell: Any) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, dict) or not isinstance(cell.get("value"), str):
        raise ResourceError(f"{path}:{line}: {shown(name)}: accepted is an object with a 'value' in quotes")
    value: str = cell["value"]
    return "" if cell.get("type") == "bnode" else value.strip()
