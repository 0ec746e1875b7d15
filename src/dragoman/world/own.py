"""A user's own tables, in a folder beside ours: office holders, and where wanted actors, names and members.

    people/leaders.tsv    terms of office, as in our leaders.tsv; `dragoman actors import` writes them
    people/replaced.tsv   terms, ours or the folder's, that terms of the folder stand in for
    people/actors.tsv  names.tsv  members.tsv  ambiguous.txt       as ours, added to ours

Ours and the folder's together must pass the checks of ``dragoman.world.checks``. docs/own-actors.md is the guide.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dragoman.errors import ResourceError
from dragoman.world.actors import ACTOR_FIELDS, MEMBER_FIELDS, NAME_FIELDS, ActorTable, MemberRow, NameRow, actor_row, read_table
from dragoman.world.leaders import Leader, Leaders

REPLACED_FIELDS = ("person", "office", "actor", "start", "end", "source", "by")
FILES = ("leaders.tsv", "replaced.tsv", "actors.tsv", "names.tsv", "members.tsv", "ambiguous.txt")
_MOST_SHOWN = 5
"""Faults that an error lists."""


class Replaced(NamedTuple):
    """A term of office that is left out, and the ``source`` of the one that stands in for it."""

    person: str
    office: str
    actor: str
    start: str
    end: str
    source: str
    by: str

    @classmethod
    def of(cls, row: Leader, by: str) -> Replaced:
        """The entry that leaves out ``row`` for one of the source ``by``."""
        return cls(row.person, row.office, row.actor, row.start, row.end, row.source, by)


@dataclasses.dataclass(frozen=True)
class OwnTables:
    """What a folder holds, read but not yet held against our tables."""

    folder: Path
    digest: str
    """The first eight hexadecimal digits of the SHA-256 of its files."""
    leaders: tuple[Leader, ...]
    dates: Mapping[str, str]
    """By source, the day to which it is kept; by '' that of all others."""
    replaced: tuple[Replaced, ...]
    actors: ActorTable

    @property
    def version(self) -> str:
        """What ``document.coder`` calls it: the folder's name and the digest."""
        return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', self.folder.resolve().name) or 'actors'}@{self.digest}"

    def terms(self, shipped: Iterable[Leader], *, but: str = "") -> list[Leader]:
        """Ours and the folder's terms, less those replaced.

        Args:
            shipped: Ours.
            but: A source whose terms, and what they replaced, are not counted.
        """
        gone = {r[:6] for r in self.replaced if r.by != but}
        own = (r for r in self.leaders if r.source != but)
        return [r for r in (*shipped, *own) if (r.person, r.office, r.actor, r.start, r.end, r.source) not in gone]


def read_own_tables(folder: str | Path) -> OwnTables:
    """Read a user's folder.

    Raises:
        ResourceError: It is no folder, has none of the tables, or one is broken; the message names file and line.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ResourceError(f"{folder}: is no folder; accepted is one with some of {', '.join(FILES)}")
    present = [n for n in FILES if (folder / n).is_file()]
    if not present:
        raise ResourceError(f"{folder}: has none of {', '.join(FILES)}; fill it with: dragoman actors import FILE --into {folder}")
    digest = hashlib.sha256()
    for name in present:
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    leaders = Leaders.load(folder / "leaders.tsv") if "leaders.tsv" in present else None

    def rows(name: str, fields: tuple[str, ...]) -> list[list[str]]:
        return read_table(folder / name, fields) if name in present else []

    actors = {r[0]: actor_row(r) for r in rows("actors.tsv", ACTOR_FIELDS)}
    names = tuple(NameRow(*r) for r in rows("names.tsv", NAME_FIELDS))
    members = tuple(MemberRow(*r) for r in rows("members.tsv", MEMBER_FIELDS))
    return OwnTables(
        folder=folder, digest=digest.hexdigest()[:8],
        leaders=leaders.rows if leaders else (), dates={"": leaders.date, **leaders.source_dates} if leaders else {},
        replaced=tuple(Replaced(*r) for r in rows("replaced.tsv", REPLACED_FIELDS)),
        actors=ActorTable(MappingProxyType(actors), names, members, MappingProxyType({})),
    )  # fmt: skip


def with_own(actors: ActorTable, leaders: Leaders, own: OwnTables) -> tuple[ActorTable, Leaders]:
    """Our tables with the folder's rows added and what they replace left out.

    Raises:
        ResourceError: An id is ours already, or the two together don't pass the checks; the message lists the first faults.
    """
    from dragoman.world import checks  # here, so that python -m dragoman.world.checks finds it not yet imported

    twice = sorted(own.actors.by_id.keys() & actors.by_id.keys())
    if twice:
        raise ResourceError(f"{own.folder / 'actors.tsv'}: our table has the ids {', '.join(twice[:_MOST_SHOWN])}; accepted are others")
    table = ActorTable(
        MappingProxyType({**actors.by_id, **own.actors.by_id}), (*actors.names, *own.actors.names), (*actors.members, *own.actors.members), actors.generics
    )
    dates = {r.source: own.dates.get(r.source, own.dates[""]) for r in own.leaders}
    terms = Leaders(tuple(own.terms(leaders.rows)), leaders.date, MappingProxyType({**leaders.source_dates, **dates}))
    found = checks.faults(own.folder, table, terms)
    if found:
        more = f"\n  and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
        raise ResourceError(f"{own.folder}: " + "\n  ".join(f"{code} {message}" for code, message in found[:_MOST_SHOWN]) + more)
    return table, terms

