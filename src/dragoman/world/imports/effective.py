"""Lists of effective leaders: Archigos and REIGN, one person a state on any day, by surname and without the office.

    idacr,leader,startdate,enddate,...,exit                Archigos 4.1 (Goemans, Gleditsch & Chiozza 2009)
    stateabb,...,leadid,leader,sdate,smonth,syear,emonth,eyear,...      REIGN (Bell 2016); an end is a month, an empty one is open
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from dragoman.world.imports._rows import Finding, Reading, Term, finish, iso, last_day, left_out, name_of, read_csv, shown
from dragoman.world.imports._states import States

ARCHIGOS = ("idacr", "leader", "startdate", "enddate")
REIGN = ("stateabb", "leader", "sdate", "smonth", "syear", "emonth", "eyear")
_OPEN = "Still in Office"
"""How Archigos writes an exit that had not come when the list was closed; its ``enddate`` is the day of closing."""
_NOTE = re.compile(r"\s*\(.*\Z")
"""What REIGN adds to a name in brackets: '(2nd time)'."""


def read_archigos(path: Path, text: str, states: States, *, as_of: str | None, today: str) -> Reading:
    """Read an Archigos table.

    Raises:
        ResourceError: A column is missing, or it is no CSV.
    """
    drafts: list[Term] = []
    findings: list[Finding] = []
    closed = ""
    for line, row in read_csv(path, text, ARCHIGOS):
        closed = max(closed, iso(row["enddate"]) or "")
        end = "" if row.get("exit") == _OPEN else row["enddate"]
        _add(drafts, findings, line, row["idacr"], row["leader"], row["startdate"], end, states)
    return finish(drafts, findings, as_of or closed or None, today)


def read_reign(path: Path, text: str, states: States, *, as_of: str | None, today: str) -> Reading:
    """Read REIGN's list of leaders.

    Raises:
        ResourceError: A column is missing, or it is no CSV.
    """
    drafts: list[Term] = []
    findings: list[Finding] = []
    leaders: dict[str, tuple[str, int]] = {}
    for line, row in read_csv(path, text, REIGN):
        known = leaders.setdefault(row.get("leadid", "") or f"line {line}", (row["leader"], line))
        if known[0] != row["leader"]:
            why = f"{shown(row['leadid'])} is the leadid of {shown(known[0])} on line {known[1]}"
            findings.append(left_out(line, "duplicate-id", why, person=shown(row["leader"])))
            continue
        start = "-".join(row[c].zfill(n) for c, n in (("syear", 4), ("smonth", 2), ("sdate", 2)))
        end = "-".join(row[c].zfill(n) for c, n in (("eyear", 4), ("emonth", 2))) if row["eyear"] or row["emonth"] else ""
        _add(drafts, findings, line, row["stateabb"], row["leader"], start, end, states)
    return finish(drafts, findings, as_of, today)


def _add(drafts: list[Term], findings: list[Finding], line: int, letters: str, leader: str, start: str, end: str, states: States) -> None:
    person = name_of(_NOTE.sub("", leader))
    first, last = iso(start), iso(end)
    actors = states.by_letters(letters)
    if person is None:
        findings.append(left_out(line, "bad-name", "accepted are names of letters, without '|' or marks that are not seen", person=shown(leader)))
    elif not actors:
        findings.append(left_out(line, "unknown-country", f"no state has the letters {shown(letters)}", person=person, start=first or "", end=last or ""))
    elif first is None or last is None:
        findings.append(left_out(line, "bad-date", f"{shown(start)} to {shown(end)}; accepted are days of the calendar", person=person, actor=actors[0]))
    else:
        at = states.at(actors, _before(last) if last else "9999-12-31")
        drafts.append(Term(line, person, (), "", at, first, last))


def _before(date: str) -> str:
    """The day before the last one: a state that ends on a day has its leader until then."""
    return (dt.date.fromisoformat(last_day(date)) - dt.timedelta(days=1)).isoformat()
