"""What a question is about: filters, and the SQL condition that each makes on each table."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from dragoman.errors import QueryError

Membership = tuple[str, str | None, str | None]
"""A member's id, since when, and from when on no more: ISO dates or parts of them, null or empty where open."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """All that are given must hold; of several values in one, any.

    An actor is an id, or a state, which contains its organs and the people in its service. With ``members``, an organization in ``members``
    stands for its members too, each while it was one.
    """

    actor: Sequence[str] = ()
    """Who acts, speaks, or holds the position."""
    recipient: Sequence[str] = ()
    """Who is acted upon, or spoken to."""
    involving: Sequence[str] = ()
    """On either side."""
    country: Sequence[str] = ()
    """Of who acts, speaks or holds."""
    sector: Sequence[str] = ()
    type: Sequence[str] = ()
    mode: Sequence[str] = ()
    context: Sequence[str] = ()
    quad: Sequence[str] = ()
    question: Sequence[str] = ()
    """A question's key, or words of its text."""
    stance: Sequence[str] = ()
    place: Sequence[str] = ()
    """A place's name, its first-level division, or its country's code."""
    since: str | None = None
    until: str | None = None
    """First and last day: of the event, the statement or the position; where that has no date, of publication."""
    publisher: Sequence[str] = ()
    document: Sequence[str] = ()
    status: Sequence[str] = ()
    standing: Sequence[str] = ()
    min_confidence: float | None = None
    words: str | None = None
    """Full text: words that must all occur, "phrases", OR, NOT, prefix*."""
    members: Mapping[str, Sequence[Membership]] = field(default_factory=dict)

    def given(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        return tuple(f.name for f in fields(self) if f.name != "members" and getattr(self, f.name) not in ((), [], None))

    def or_else(self, **defaults: Any) -> Filters:
        """These filters, with defaults for those that are not set."""
        return replace(self, **{name: value for name, value in defaults.items() if name not in self.given()})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL with named values."""

    sql: str
    values: dict[str, Any]


_PARTIES = {
    # by table and filter: lists of ids, of states, of countries, of sectors; a position's holder is no list
    "events": {"actor": "actor", "recipient": "recipient"},
    "statements": {"actor": "speaker"},
    "positions": {"actor": "holder"},
}
_PLAIN = {
    "documents": ("publisher", "document"),
    "events": ("publisher", "document", "type", "quad", "status", "standing"),
    "statements": ("publisher", "document"),
    "positions": ("publisher", "document", "stance", "standing"),
    "actors": ("publisher", "document"),
}
_LISTS = {"events": {"mode": "modes", "context": "contexts"}}
_OWN = {
    "documents": ("since", "until", "words"),
    "events": ("actor", "recipient", "involving", "country", "sector", "place", "since", "until", "min_confidence", "words"),
    "statements": ("actor", "recipient", "involving", "country", "sector", "since", "until", "min_confidence", "words"),
    "positions": ("actor", "country", "sector", "question", "since", "until", "min_confidence"),
    "actors": ("actor", "country", "sector", "since", "until"),
}


def accepted(table: str) -> tuple[str, ...]:
    """The filters that a table knows."""
    return tuple(sorted({*_PLAIN[table], *_LISTS.get(table, ()), *_OWN[table]}))


def condition(filters: Filters, table: str) -> Condition:
    """The filters as a condition on a table called ``t``; ``words`` excepted, which :mod:`words` answers.

    Raises:
        QueryError: The table does not know a filter, or a value is no date or number that it could be.
    """
    wrong = [name for name in filters.given() if name not in accepted(table)]
    if wrong:
        raise QueryError(f"{', '.join(wrong)}: {table} can't be filtered by that; accepted are {', '.join(accepted(table))}")
    sql: list[str] = []
    values: dict[str, Any] = {}
    for name in filters.given():
        given = getattr(filters, name)
        if name in _PLAIN[table]:
            sql.append(_is(f"t.{name}", name, [v.upper() for v in given] if name in ("type", "quad") else given, values))
        elif name in _LISTS.get(table, ()):
            sql.append(_has(f"t.{_LISTS[table][name]}", name, given, values))
        elif name in ("actor", "recipient", "involving"):
            sql.append(_actors(table, name, filters, values))
        elif name in ("country", "sector"):
            test, column = _COUNTRY_AND_SECTOR[table][name]
            sql.append(test(f"t.{column}", name, [str(v).upper() for v in given], values))
        elif name in _MADE:
            sql.append(_MADE[name](table))
            values[f"f_{name}"] = _value(name, given)
    return Condition(" AND ".join(f"({s})" for s in sql) or "true", values)


def _value(name: str, given: Any) -> Any:
    if name in ("since", "until"):
        return day(name, given, last=name == "until")
    return given


def day(name: str, text: str, last: bool = False) -> date:
    """A day; a month or a year stands for its first day, or its last.

    Raises:
        QueryError: It is none of them.
    """
    try:
        if len(text) == 4:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        if len(text) == 7:
            first = date.fromisoformat(f"{text}-01")
            return first.replace(day=monthrange(first.year, first.month)[1]) if last else first
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"{name} {text!r}: accepted are YYYY-MM-DD, YYYY-MM and YYYY") from error


def _when(table: str) -> str:
    return "t.published" if table in ("documents", "actors") else "t.day"


def _named(name: str, given: Sequence[str], values: dict[str, Any]) -> list[str]:
    """A parameter for each value that is asked for."""
    names = [f"f_{name}_{n}" for n in range(len(given))]
    values.update(zip(names, given))
    return [f"${n}" for n in names]


def _is(column: str, name: str, given: Sequence[str], values: dict[str, Any]) -> str:
    """That a column is any of the values; written so that whole groups of rows can be passed over by their statistics."""
    return f"{column} IN ({', '.join(_named(name, given, values))})"


def _has(column: str, name: str, given: Sequence[str], values: dict[str, Any]) -> str:
    """That a list has any of the values; one by one is much faster than ``list_has_any``, for the few that people ask for."""
    if len(given) > _FEW:
        values[f"f_{name}"] = list(given)
        return f"list_has_any({column}, $f_{name})"
    return "(" + " OR ".join(f"list_contains({column}, {n})" for n in _named(name, given, values)) + ")"


_FEW = 8
_COUNTRY_AND_SECTOR = {
    "events": {"country": (_has, "actor_countries"), "sector": (_has, "actor_sectors")},
    "statements": {"country": (_has, "speaker_countries"), "sector": (_has, "speaker_sectors")},
    "positions": {"country": (_is, "holder_country"), "sector": (_has, "holder_sectors")},
    "actors": {"country": (_is, "country"), "sector": (_has, "sectors")},
}
"""The column of each, and whether it is a list."""
_MADE: Mapping[str, Callable[[str], str]] = {
    "since": lambda table: f"{_when(table)} >= $f_since",
    "until": lambda table: f"{_when(table)} <= $f_until",
    "min_confidence": lambda _: "t.confidence >= $f_min_confidence",
    "place": lambda _: "list_has_any([t.place, t.admin1, t.place_country], $f_place)",
    "question": lambda _: "len(list_filter($f_question, lambda q: t.question = q OR contains(lower(t.question_text), lower(q)))) > 0",
}


def _actors(table: str, name: str, filters: Filters, values: dict[str, Any]) -> str:
    """Any of the ids on the side that is asked about: directly, as the state that somebody acts for, or as a member at the time."""
    asked = list(getattr(filters, name))
    sides = ("actor", "recipient") if name == "involving" else (name,)
    periods: dict[tuple[str | None, str | None], list[str]] = {}
    for organization in asked:
        for member, start, end in filters.members.get(organization, ()):
            periods.setdefault((start, end), []).append(member)
    parts = [_on_side(table, side, name, asked, values) for side in sides]
    for n, ((start, end), members) in enumerate(periods.items()):
        within = [f"{_when(table)} {sign} DATE '{day(name, text)}'" for sign, text in ((">=", start), ("<", end)) if text]
        parts += [f"({' AND '.join([_on_side(table, side, f'{name}{n}', members, values), *within])})" for side in sides]
    return " OR ".join(parts)


def _on_side(table: str, side: str, name: str, ids: Sequence[str], values: dict[str, Any]) -> str:
    if table == "actors":
        return f"({_is('t.actor', name, ids, values)} OR {_is('t.state', name, ids, values)})"
    if table == "positions":
        return f"({_is('t.holder', name, ids, values)} OR {_is('t.holder_state', name, ids, values)})"
    if table == "statements" and side == "recipient":
        return _has("t.addressees", name, ids, values)
    column = _PARTIES[table][side]
    return f"({_has(f't.{column}s', name, ids, values)} OR {_has(f't.{column}_states', name, ids, values)})"
