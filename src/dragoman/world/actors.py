"""Who there is: states, their organs, organizations, armed groups, parties, peoples, media, and what they are called.

    names.tsv    "Paris" ──capital──▶ FRA-GOV ─┐
                 "French" ─adjective─▶ FRA ────┤▶ actors.tsv    FRA-GOV: organ, country FRA, sectors GOV, parent FRA
    generics.tsv "protester" ─▶ CVL, person    │
    members.tsv  EU ∋ FRA since 1958 ──────────┘

Rows are facts of the project's own; `docs/architecture.md`, section Tables, has the columns. A name is kept exactly as written: 'US' is
a state, 'us' is not.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dragoman.errors import ResourceError

DATA = Path(__file__).with_name("data")
"""Where the tables are that the package ships."""
ACTOR_FIELDS = ("id", "name", "kind", "country", "claimed_by", "group", "sectors", "parent", "start", "end", "wikidata", "source")
NAME_FIELDS = ("name", "actor", "kind")
MEMBER_FIELDS = ("organization", "member", "start", "end")
GENERIC_FIELDS = ("lemma", "sectors", "type")


class ActorRow(NamedTuple):
    """A row of ``actors.tsv``; a field is empty where there is nothing to say, or nothing known."""

    id: str
    name: str
    kind: str
    """``state``, ``organ``, ``organization``, ``armed-group``, ``party``, ``movement``, ``people``, ``company``, ``media``, ``region``."""
    country: str
    claimed_by: str
    group: str
    """PLOVER's non-state 'country': UNO, EUR, IGO, NGO, IMG, ISM, MNC, or empty."""
    sectors: tuple[str, ...]
    """PLOVER's sectors, primary first."""
    parent: str
    start: str
    end: str
    wikidata: str
    source: str


class NameRow(NamedTuple):
    """A row of ``names.tsv``: a written name, whose it is, and how it names (name, adjective, demonym, capital, metonym, abbreviation)."""

    name: str
    actor: str
    kind: str


class MemberRow(NamedTuple):
    """A row of ``members.tsv``; dates are ISO, of any length, and empty where open."""

    organization: str
    member: str
    start: str
    end: str


class GenericRow(NamedTuple):
    """A row of ``generics.tsv``: a noun that names agents without a name."""

    lemma: str
    sectors: tuple[str, ...]
    type: str
    """``person``, ``organization`` or ``group``."""


@dataclasses.dataclass(frozen=True)
class ActorTable:
    """The four tables about actors, loaded once and never changed."""

    by_id: Mapping[str, ActorRow]
    names: tuple[NameRow, ...]
    """All names in the table's order."""
    members: tuple[MemberRow, ...]
    generics: Mapping[str, GenericRow]
    """By lemma."""

    @classmethod
    def load(cls, folder: Path | None = None) -> ActorTable:
        """Read ``actors.tsv``, ``names.tsv``, ``members.tsv`` and ``generics.tsv``.

        Args:
            folder: Where they are; None for those that the package ships.

        Raises:
            ResourceError: A table is missing, is not UTF-8, or has a line with another number of columns.
        """
        folder = folder or DATA
        actors = {r[0]: actor_row(r) for r in read_table(folder / "actors.tsv", ACTOR_FIELDS)}
        return cls(
            by_id=MappingProxyType(actors),
            names=tuple(map(NameRow._make, read_table(folder / "names.tsv", NAME_FIELDS))),
            members=tuple(map(MemberRow._make, read_table(folder / "members.tsv", MEMBER_FIELDS))),
            generics=MappingProxyType({
                r[0]: GenericRow(r[0], _listed(r[1]), r[2]) for r in read_table(folder / "generics.tsv", GENERIC_FIELDS)
            }),
        )  # fmt: skip

    @cached_property
    def by_name(self) -> Mapping[str, tuple[NameRow, ...]]:
        """Rows by the name exactly as written; made when first asked for."""
        return _grouped(self.names, fold=False)

    @cached_property
    def by_folded_name(self) -> Mapping[str, tuple[NameRow, ...]]:
        """Rows by the casefolded name; made when first asked for."""
        return _grouped(self.names, fold=True)

    def names_of(self, actor: str) -> tuple[NameRow, ...]:
        """The names of one actor, in the table's order."""
        return tuple(row for row in self.names if row.actor == actor)

    def members_at(self, organization: str, date: str) -> tuple[str, ...]:
        """Who belonged to an organization on a day (ISO date), in the table's order."""
        return tuple(
            row.member for row in self.members if row.organization == organization and row.start <= date and (not row.end or date < row.end)
        )

    def states_of(self, actor: str) -> Iterator[str]:
        """Yield an actor's id and its parents', innermost first."""
        seen: set[str] = set()
        while actor in self.by_id and actor not in seen:
            seen.add(actor)
            yield actor
            actor = self.by_id[actor].parent


def actor_row(fields: Sequence[str]) -> ActorRow:
    """A line of ``actors.tsv``, its sectors listed."""
    r = fields
    return ActorRow(r[0], r[1], r[2], r[3], r[4], r[5], _listed(r[6]), r[7], r[8], r[9], r[10], r[11])


def read_table(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of a tab-separated table, without its ``#`` lines and its line of column names.

    Raises:
        ResourceError: The file is missing, is not UTF-8, has other columns, or a line with more or fewer of them.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path.name}: cannot be read: {error}") from error
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines) - 1)
    if lines[first].split("\t") != list(columns):
        raise ResourceError(f"{path.name}:{first + 1}: columns {lines[first]!r}, expected {' '.join(columns)!r} with tabs between")
    rows = [line.split("\t") for line in lines[first + 1 :] if line and line[0] != "#"]
    if any(len(row) != len(columns) for row in rows):
        number = next(i for i, line in enumerate(lines) if i > first and line and line[0] != "#" and line.count("\t") != len(columns) - 1)
        raise ResourceError(f"{path.name}:{number + 1}: {lines[number].count(chr(9)) + 1} columns, expected {len(columns)}")
    return rows


def _listed(field: str) -> tuple[str, ...]:
    return tuple(field.split(",")) if field else ()


def _grouped(rows: tuple[NameRow, ...], *, fold: bool) -> Mapping[str, tuple[NameRow, ...]]:
    out: dict[str, list[NameRow]] = {}
    for row in rows:
        out.setdefault(row.name.casefold() if fold else row.name, []).append(row)
    return MappingProxyType({name: tuple(group) for name, group in out.items()})
