"""What all readers of foreign lists share: terms of office, what is wrong with a row, and files read with the number of each line."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.errors import ResourceError

FORMATS = ("reign", "archigos", "popolo", "wikidata")
MOST_NAME = 200
"""Characters of a name; the longest of a head of state in REIGN has 60."""
_DATE = re.compile(r"\+?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?\Z")
_YEARS = range(1500, 2100)
_FORMULA = ("=", "+", "-", "@")


class Term(NamedTuple):
    """A term of office as a list has it, in our words."""

    line: int
    person: str
    names: tuple[str, ...]
    office: str
    """As in ``leaders.tsv``; empty where the list names effective leaders and not their office."""
    actors: tuple[str, ...]
    """The id of the state, organ or organization; of several (a state and the one before it) the first is meant."""
    start: str
    end: str
    """Empty: open on the day to which the list is kept."""


class Finding(NamedTuple):
    """Something that a person should look at: a row that was not understood, or one that says other things than what is there."""

    line: int
    kind: str
    """``bad-date``, ``bad-name``, ``bad-row``, ``duplicate-id``, ``unknown-country``, ``unknown-office``, ``unknown-organization``,
    ``unknown-person``; of the comparison ``other-person``, ``other-dates``, ``finer-dates``, ``ended-since``, ``within-file``."""
    person: str
    office: str
    actor: str
    start: str
    end: str
    against: str
    """What it stands against, or what is accepted."""
    outcome: str
    """``left out``, ``ours kept``, ``theirs taken`` or ``taken``."""


class Reading(NamedTuple):
    """One file, read but not yet compared with anything."""

    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]
    as_of: str
    """The day to which the list is kept: the latest date in it, at most today's."""


def left_out(line: int, kind: str, why: str, *, person: str = "", office: str = "", actor: str = "", start: str = "", end: str = "") -> Finding:
    """A row that is not used."""
    return Finding(line, kind, person, office, actor, start, end, why, "left out")


def read_text(path: Path, *, old: bool = False) -> str:
    """The text of a file in UTF-8; where ``old`` allows it with lines in Windows-1252, as REIGN, which has both.

    Raises:
        ResourceError: It can't be read, is not UTF-8, or is empty.
    """
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not old:
            raise ResourceError(f"{path}:{raw.count(bytes([10]), 0, error.start) + 1}: is not UTF-8 at byte {error.start}") from error
        text = "\n".join(_either(line) for line in raw.split(b"\n"))
    except OSError as error:
        raise ResourceError(f"{path}: can't be read: {error.strerror or error}") from error
    if not text.strip():
        raise ResourceError(f"{path}:1: is empty; accepted are lists with rows")
    return text


def _either(line: bytes) -> str:
    try:
        return line.decode("utf8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def read_csv(path: Path, text: str, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of each row of a comma- or tab-separated file, by the names in its first line.

    Raises:
        ResourceError: A needed column is missing, a column stands twice, a row has another number of fields, or there is none.
    """
    first = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if first.count("\t") > first.count(",") else ",", strict=True)
    try:
        columns = [c.strip() for c in next(rows)]
        missing = [c for c in needed if c not in columns]
        if missing:
            raise ResourceError(f"{path}:1: has no column {', '.join(missing)}; it has {shown(', '.join(columns))[:300]}")
        twice = next((c for c in columns if c and columns.count(c) > 1), None)
        if twice is not None:
            raise ResourceError(f"{path}:1: column {shown(twice)} stands twice")
        count = 0
        for row in rows:
            if not row:
                continue
            if len(row) != len(columns):
                raise ResourceError(f"{path}:{rows.line_num}: {len(row)} fields, expected {len(columns)} as in the first line")
            count += 1
            yield rows.line_num, {c: value.strip() for c, value in zip(columns, row, strict=True)}
    except csv.Error as error:
        raise ResourceError(f"{path}:{rows.line_num}: is no CSV: {error}") from error
    if not count:
        raise ResourceError(f"{path}:1: has columns but no row")


def read_json_lists(path: Path, text: str) -> dict[str, list[tuple[int, Any]]]:
    """The lists in a JSON object, by key (``results.bindings`` for one inside another), each member with the line on which it begins.

    Raises:
        ResourceError: It is no JSON, or no object; the message has the line.
    """
    out: dict[str, list[tuple[int, Any]]] = {}
    try:
        if not text.lstrip().startswith("{"):
            raise ResourceError(f"{path}:1: accepted is a JSON object")
        end = _walk(text, _skip(text, 0), "", out)
        if text[end:].strip():
            raise json.JSONDecodeError("Extra data", text, end)
    except json.JSONDecodeError as error:
        raise ResourceError(f"{path}:{error.lineno}: is no JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise ResourceError(f"{path}:1: is no JSON that can be read: {type(error).__name__}") from error
    return out


_DECODER = json.JSONDecoder()


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _walk(text: str, at: int, prefix: str, out: dict[str, list[tuple[int, Any]]]) -> int:
    """Go through the object at ``at``; the standard decoder reads what is in it and tells where it ends."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _DECODER.raw_decode(text, at)
        if not isinstance(key, str):
            raise json.JSONDecodeError("Expecting a key in quotes", text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise json.JSONDecodeError("Expecting ':'", text, at)
        at = _skip(text, at + 1)
        if text[at : at + 1] == "{":
            at = _walk(text, at, f"{prefix}{key}.", out)
        elif text[at : at + 1] == "[":
            at = _members(text, at, out.setdefault(prefix + key, []))
        else:
            _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "}":
            raise json.JSONDecodeError("Expecting ',' or '}'", text, at)
    return at + 1


def _members(text: str, at: int, out: list[tuple[int, Any]]) -> int:
    counted, line = at, text.count("\n", 0, at) + 1
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        line += text.count("\n", counted, at)
        counted = at
        value, at = _DECODER.raw_decode(text, at)
        out.append((line, value))
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise json.JSONDecodeError("Expecting ',' or ']'", text, at)
    return at + 1


def iso(text: str) -> str | None:
    """A date as ISO 8601 of four, seven or ten characters, a time after it dropped; '' for none, None for anything else.

        >>> iso("2017-05-14T00:00:00Z"), iso("2017-05"), iso(""), iso("14 May 2017")
        ('2017-05-14', '2017-05', '', None)
    """
    if not text:
        return ""
    found = _DATE.match(text)
    if found is None or int(found[1]) not in _YEARS:
        return None
    parts = [p for p in found.groups() if p is not None]
    if parts[1:] and parts[-1] == "00":  # OpenRefine and others write 2017-00-00 for 2017
        parts = parts[:1] if parts[1] == "00" else parts[:2]
    try:
        dt.date(*(int(p) for p in (*parts, "01", "01")[:3]))
    except ValueError:
        return None
    return "-".join(parts)


def name_of(text: str) -> str | None:
    """A person's name with single spaces, or None where it can't be one in a table: empty, too long, marks that would break or disguise it."""
    name = " ".join(text.split())
    odd = any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") for c in name)
    if odd or "|" in name or name[:1] in ("#", *_FORMULA) or not any(c.isalpha() for c in name) or len(name) > MOST_NAME:
        return None
    return name


def shown(text: str) -> str:
    """A foreign text as it may stand in a report: one line, control and direction characters visible, no formula for a spreadsheet to run."""
    line = " ".join(text.split())[: 2 * MOST_NAME]
    line = "".join(f"⟨{ord(c):x}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c for c in line)
    return f"'{line}" if line.startswith(_FORMULA) else line


def kept_to(dates: Sequence[str], today: str) -> str:
    """The day to which a list is kept: its latest date, the last day of a month or year alone; at most today."""
    return min(max((last_day(d) for d in dates if d), default=today), today)


def first_day(date: str) -> str:
    """The first day that a date of any length covers."""
    return date + "2000-01-01"[len(date) :]


def last_day(date: str) -> str:
    """The last day that a date of any length covers."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).isoformat()
    return date


def finish(drafts: Sequence[Term], findings: Sequence[Finding], as_of: str | None, today: str) -> Reading:
    """Settle the list's own date and sort out terms that can't be: begun after it, or over before they began.

    An end after the list's own date is a plan, such as a parliament's last day: the term is open.
    """
    day = as_of or kept_to([d for t in drafts for d in (t.start, t.end)], today)
    terms, bad = [], list(findings)
    for t in drafts:
        end = "" if t.end and first_day(t.end) > day else t.end
        size = min(len(t.start), len(end))
        if not t.start:
            why = "no start; accepted are YYYY, YYYY-MM, YYYY-MM-DD"
        elif end and t.start[:size] > end[:size]:
            why = "the end is before the start"
        elif t.start > day:
            why = f"begins after the list's own date, {day}"
        else:
            terms.append(t._replace(end=end))
            continue
        bad.append(left_out(t.line, "bad-date", why, person=t.person, office=t.office, actor=t.actors[0], start=t.start, end=t.end))
    return Reading(tuple(terms), tuple(sorted(bad, key=lambda f: f.line)), day)

