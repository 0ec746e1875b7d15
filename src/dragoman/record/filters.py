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
            sql.append(f"list_contains($f_{name}, t.{name})")
            values[f"f_{name}"] = [v.upper() for v in given] if name in ("type", "quad") else list(given)
        elif name in _LISTS.get(table, ()):
            sql.append(f"list_has_any(t.{_LISTS[table][name]}, $f_{name})")
            values[f"f_{name}"] = list(given)
        elif name in ("actor", "recipient", "involving"):
            sql.append(_actors(table, name, filters, values))
        elif name in _MADE:
            sql.append(_MADE[name](table))
            values[f"f_{name}"] = _value(name, given)
    return Condition(" AND ".join(f"({s})" for s in sql) or "true", values)


def _value(name: str, given: Any) -> Any:
    if name in ("since", "until"):
        return day(name, given, last=name == "until")
    return [str(v).upper() for v in given] if name in ("country", "sector") else given


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


def _country(table: str) -> str:
    column = {"events": "actor_countries", "statements": "speaker_countries", "positions": "[t.holder_country]", "actors": "[t.country]"}[table]
    return f"list_has_any({column}, $f_country)"


def _sector(table: str) -> str:
    column = {"events": "actor_sectors", "statements": "speaker_sectors", "positions": "holder_sectors", "actors": "sectors"}[table]
    return f"list_has_any(t.{column}, $f_sector)"


_MADE: Mapping[str, Callable[[str], str]] = {
    "country": _country,
    "sector": _sector,
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
    values[f"f_{name}"] = asked
    parts = [_on_side(table, side, f"$f_{name}") for side in sides]
    for n, ((start, end), members) in enumerate(periods.items()):
        values[f"f_{name}{n}"] = members
        within = [f"{_when(table)} {sign} DATE '{day(name, text)}'" for sign, text in ((">=", start), ("<", end)) if text]
        parts += [f"({' AND '.join([_on_side(table, side, f'$f_{name}{n}'), *within])})" for side in sides]
    return " OR ".join(parts)


def _on_side(table: str, side: str, ids: str) -> str:
    if table == "actors":
        return f"(list_contains({ids}, t.actor) OR list_contains({ids}, t.state))"
    if table == "positions":
        return f"(list_contains({ids}, t.holder) OR list_contains({ids}, t.holder_state))"
    if table == "statements" and side == "recipient":
        return f"list_has_any(t.addressees, {ids})"
    column = _PARTIES[table][side]
    return f"(list_has_any(t.{column}s, {ids}) OR list_has_any(t.{column}_states, {ids}))"
