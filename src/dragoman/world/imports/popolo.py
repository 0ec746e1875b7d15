"""Popolo, the format of EveryPolitician and others for persons, organizations, posts and memberships (popoloproject.com/specs).

    memberships ─▶ person, organization (or the post's), role ─▶ a term of office
    dates: the membership's own, else those of its legislative period (a member of ``events``)

A member of a parliament becomes ``legislator`` of it, a party's member ``politician``, its leader ``head``. Areas, and the party that a
member of parliament stands for (``on_behalf_of_id``), must exist where they are named, but ``leaders.tsv`` has no place for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import ResourceError
from dragoman.world.imports._offices import office_of
from dragoman.world.imports._rows import Finding, Reading, Term, finish, iso, left_out, name_of, read_json_lists, shown
from dragoman.world.imports._states import States

LISTS = ("persons", "organizations", "memberships", "posts", "areas", "events")
_CHAMBERS = frozenset({"legislature", "chamber", "parliament", "upper house", "lower house"})
_PARTIES = frozenset({"party", "faction", "parliamentary group"})
_STATE_BODIES = frozenset({"executive", "government", "cabinet", "ministry", "department", "head of state"})
_LEADS = frozenset({"leader", "party leader", "chair", "chairman", "chairwoman", "chairperson", "president", "head", "secretary general", "secretary-general",
                    "director", "director-general", "director general"})  # fmt: skip
_Entry = tuple[int, dict[str, Any]]


def read_popolo(path: Path, text: str, states: States, *, as_of: str | None, today: str, country: str | None) -> Reading:
    """Read a Popolo file.

    Args:
        country: ISO code of the state whose parliament and government it is; files of EveryPolitician do not say.

    Raises:
        ResourceError: It is no JSON, lacks persons or memberships, has an id twice or an entry that is no object, or the country is unknown.
    """
    state = states.find(country) if country else None
    if country and state is None:
        raise ResourceError(f"country {shown(country)!r}: no state has this code; look for one with: dragoman actors find NAME")
    lists = read_json_lists(path, text)
    missing = [n for n in ("persons", "memberships") if not lists.get(n)]
    if missing:
        raise ResourceError(f"{path}:1: has no {' and no '.join(missing)}; accepted is Popolo JSON with persons, organizations and memberships")
    reader = _Reader(states, state, {name: _by_id(path, name, lists.get(name, [])) for name in LISTS if name != "memberships"})
    for line, entry in lists["memberships"]:
        reader.add(line, _object(path, line, "membership", entry))
    return finish(reader.drafts, reader.findings, as_of, today)


def _object(path: Path, line: int, what: str, entry: Any) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ResourceError(f"{path}:{line}: {what}: is {type(entry).__name__}; accepted is an object")
    return entry


def _by_id(path: Path, name: str, entries: list[tuple[int, Any]]) -> dict[str, _Entry]:
    out: dict[str, _Entry] = {}
    for line, value in entries:
        entry = _object(path, line, name, value)
        key = entry.get("id")
        if not isinstance(key, str) or not key:
            raise ResourceError(f"{path}:{line}: {name}: has no id")
        if key in out:
            raise ResourceError(f"{path}:{line}: {name}: the id {shown(key)!r} stands on line {out[key][0]} already")
        out[key] = (line, entry)
    return out


class _Reader:
    def __init__(self, states: States, state: str | None, lists: Mapping[str, Mapping[str, _Entry]]) -> None:
        self.states, self.state, self.lists = states, state, lists
        self.drafts: list[Term] = []
        self.findings: list[Finding] = []

    def add(self, line: int, entry: dict[str, Any]) -> None:
        """Make a term of a membership, or a finding."""
        person, dangling = self._entry("persons", entry, "person_id"), self._dangling(entry)
        post = self._entry("posts", entry, "post_id") or {}
        body = self._entry("organizations", entry, "organization_id") or self._entry("organizations", post, "organization_id")
        if person is None:
            self.findings.append(left_out(line, "unknown-person", f"no person has the id {shown(_text(entry, 'person_id'))!r}"))
            return
        name = name_of(_text(person, "name"))
        if name is None:
            self.findings.append(left_out(line, "bad-name", "accepted are names of letters", person=shown(_text(person, "name"))))
        elif dangling:
            self.findings.append(left_out(line, "bad-row", dangling, person=name))
        else:
            self._term(line, entry, person, name, post, body)

    def _term(self, line: int, entry: dict[str, Any], person: dict[str, Any], name: str, post: dict[str, Any], body: dict[str, Any] | None) -> None:
        titles = [t for t in (_text(entry, "role"), _text(post, "role"), _text(post, "label"), _text(entry, "label")) if t]
        found = self._office(titles, body)
        title = shown(", ".join(titles))
        where = shown(_text(body or {}, "name"))
        if found is None:
            why = f"no office of ours, at {where or 'no organization'}"
            self.findings.append(left_out(line, "unknown-office", why, person=name, office=title))
            return
        office, actor = found
        if actor is None:
            known = "names as in names.tsv; --country says whose a parliament or government is"
            self.findings.append(left_out(line, "unknown-organization", f"{where or 'none given'}; accepted are {known}", person=name, office=office))
            return
        start, end = self._dates(entry)
        if start is None or end is None:
            given = shown(f"{_text(entry, 'start_date')} to {_text(entry, 'end_date')}")
            self.findings.append(left_out(line, "bad-date", f"{given}; accepted are days of the calendar", person=name, office=office, actor=actor))
            return
        others = (name_of(_text(o, "name")) for o in person.get("other_names") or () if isinstance(o, dict))
        names = dict.fromkeys(n for n in others if n is not None and n != name and " " in n and n.isascii())
        self.drafts.append(Term(line, name, tuple(names), office, (actor,), start, end))

    def _office(self, titles: list[str], body: dict[str, Any] | None) -> tuple[str, str | None] | None:
        kind = _text(body or {}, "classification").casefold()
        low = {t.casefold() for t in titles}
        official = next((o for t in titles if (o := office_of(t, self.states.find)) is not None), None)
        if kind in _CHAMBERS:
            actor = self._organization(body) or (f"{self.state}-LEG" if self.state else None)
            return ("speaker" if official is not None and official[0] == "speaker" else "legislator"), actor
        if kind in _STATE_BODIES or body is None:
            return (official[0], official[1] or self.state) if official is not None else None
        return ("head" if low & _LEADS else "politician" if kind in _PARTIES else "member"), self._organization(body)

    def _organization(self, body: dict[str, Any] | None) -> str | None:
        ids = [i for i in (body or {}).get("identifiers") or () if isinstance(i, dict)]
        wikidata = next((_text(i, "identifier") for i in ids if _text(i, "scheme") == "wikidata"), "")
        return self.states.organization(_text(body or {}, "name"), wikidata)

    def _dates(self, entry: dict[str, Any]) -> tuple[str | None, str | None]:
        period = self._entry("events", entry, "legislative_period_id") or {}
        start = _text(entry, "start_date") or _text(period, "start_date")
        return iso(start), iso(_text(entry, "end_date") or _text(period, "end_date"))

    def _entry(self, name: str, entry: dict[str, Any], key: str) -> dict[str, Any] | None:
        found = self.lists[name].get(_text(entry, key))
        return found[1] if found is not None else None

    def _dangling(self, entry: dict[str, Any]) -> str:
        """The reference to something that the file lacks, or ''."""
        for key, name in (("organization_id", "organizations"), ("post_id", "posts"), ("on_behalf_of_id", "organizations"), ("area_id", "areas"),
                          ("legislative_period_id", "events")):  # fmt: skip
            if _text(entry, key) and self._entry(name, entry, key) is None:
                return f"{key} {shown(_text(entry, key))!r}: {name} has no such id"
        return ""


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""
