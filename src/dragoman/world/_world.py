"""All that is known before a document is read: actors, their names, who held which office when.

actors.tsv names.tsv generics.tsv members.tsv ─┐
                                               ├─▶ World ─▶ actor(id), organ(state, suffix), people(name), holders(office, actor, date)
leaders.tsv ───────────────────────────────────┘
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from dragoman.records import Actor
from dragoman.world._match import NameEntry, NameMatcher
from dragoman.world.actors import ActorRow, ActorTable
from dragoman.world.leaders import Leader, Leaders, fold, sound, surnames
from dragoman.world.own import OwnTables, read_own_tables, with_own
from dragoman.world.places import KIND_NAME, Gazetteer

_SURNAME_YEARS = 1
"""A surname alone is the office holder's from a year before the term to a year after it."""
_SETTLED = frozenset({"PPL", "PPLC", "PPLX", "ADM1", "ADM2", "RGN"})
_REGION_PEOPLE, _SECOND_NAME = 500_000.0, 0.05
"""Taken for the inhabitants of a region, of which the gazetteer counts none; what a place's second name is worth."""
_FAMOUS = 25
_TOWN_RATIO = 3.0
"""Of towns of one name in several countries the largest is meant if it is so many times larger than the next."""
_ORGAN_NAMES = {"GOV": "Government of {}", "LEG": "Parliament of {}", "SEN": "Senate of {}", "NAS": "National Assembly of {}",
                "MFA": "Foreign Ministry of {}", "MOD": "Ministry of Defence of {}", "MIL": "Armed Forces of {}", "COP": "Police of {}",
                "JUD": "Courts of {}", "SPY": "Intelligence services of {}", "CBK": "Central bank of {}"}  # fmt: skip
_ORGAN_SECTORS = {"SEN": "LEG", "NAS": "LEG", "MFA": "GOV", "MOD": "GOV", "CBK": "GOV"}


class World:
    """Tables and matcher, loaded once and shared by all documents; nothing in it changes."""

    def __init__(self, actors: ActorTable, leaders: Leaders, gazetteer: Gazetteer | None = None, own: OwnTables | None = None) -> None:
        """Index the tables. Takes about as long as reading them. Without a gazetteer towns say nothing of their country.

        ``own`` is a user's folder whose rows ``actors`` and ``leaders`` have already; reasons name it.
        """
        self.own = own
        self._own_terms = frozenset(own.leaders) if own is not None else frozenset()
        self.table = actors
        self.leaders = leaders
        self.gazetteer = gazetteer
        self._towns = functools.lru_cache(maxsize=20_000)(self._town_sizes)
        self.matcher = NameMatcher((n.name, NameEntry(n.actor, n.kind)) for n in actors.names)
        self._records = {row.id: _record(row) for row in actors.by_id.values()}
        self._people: dict[str, list[Leader]] = {}
        self._surnames: dict[str, list[Leader]] = {}
        self._terms: dict[str, list[Leader]] = {}
        self._sounds: dict[str, list[Leader]] = {}
        for row in leaders.rows:
            _append(self._terms, row.actor, row)
            _append(self._terms, row.actor.split("-")[0], row)
            for name in (row.person, *row.names):
                key = fold(name)
                _append(self._people, key, row)
                if " " in key:
                    _append(self._sounds, sound(name), row)
                for surname in surnames(name):
                    _append(self._surnames, surname, row)

    @classmethod
    def load(cls, own: str | Path | None = None) -> World:
        """Load the tables that the package ships.

        Args:
            own: A folder with a user's own tables, added to ours (docs/own-actors.md).

        Raises:
            ResourceError: A table is missing or broken, or the folder's don't fit ours.
        """
        actors, leaders = ActorTable.load(), Leaders.load()
        tables = read_own_tables(own) if own is not None else None
        if tables is not None:
            actors, leaders = with_own(actors, leaders, tables)
        return cls(actors, leaders, Gazetteer.load(), tables)

    def told_by(self, fact: Leader | str) -> str:
        """What a reason says of where a term of office, or an actor of some id, is from: ', own table: SOURCE' for a user's, '' for ours."""
        if self.own is None:
            return ""
        if isinstance(fact, Leader):
            return f", own table: {fact.source}" if fact in self._own_terms else ""
        row = self.own.actors.by_id.get(fact)
        return f", own table: {row.source or self.own.version}" if row is not None else ""

    # -- actors ----------------------------------------------------------------------------------------------------------------------

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of an id, or None."""
        return self._records.get(actor_id)

    def row(self, actor_id: str) -> ActorRow | None:
        """The table's row of an id, or None."""
        return self.table.by_id.get(actor_id)

    def kind(self, actor_id: str) -> str:
        """``state``, ``organ``, ``organization``, ...; '' where the table has none."""
        row = self.table.by_id.get(actor_id)
        return row.kind if row else ""

    def is_state(self, actor_id: str) -> bool:
        """Whether an id is a state's, a recognized one or not."""
        return self.kind(actor_id) == "state"

    def country(self, actor_id: str) -> str | None:
        """The country code of an actor."""
        record = self._records.get(actor_id)
        return record.country if record else None

    def government(self, actor_id: str) -> Actor:
        """Who acts where a state's capital or government is named; an organization stands for itself."""
        record = self._records[actor_id]
        if self.kind(actor_id) != "state":
            return record
        return self.organ(actor_id, "GOV")

    def organ(self, state: str, suffix: str) -> Actor:
        """A state's organ: the table's row, or one made of the state's."""
        made = self._records.get(f"{state}-{suffix}")
        if made is not None:
            return made
        owner = self._records.get(state)
        name = owner.name if owner else state
        return Actor(
            id=f"{state}-{suffix}", name=_ORGAN_NAMES.get(suffix, suffix + " of {}").format(name),
            country=owner.country if owner else state,
            claimed_by=owner.claimed_by if owner else None, sectors=(_ORGAN_SECTORS.get(suffix, suffix),),
        )  # fmt: skip

    def has(self, actor_id: str) -> bool:
        """Whether the table has this id."""
        return actor_id in self._records

    def generic(self, lemma: str) -> tuple[tuple[str, ...], str] | None:
        """Sectors and mention type of a noun that names agents without a name ('protester'), or None."""
        found = self.table.generics.get(lemma)
        return (found.sectors, found.type) if found else None

    def members(self, organization: str, date: str | None) -> tuple[str, ...]:
        """Who belonged to an organization on a day."""
        return tuple(
            m.member for m in self.table.members
            if m.organization == organization and (date is None or ((m.start or "") <= date and (not m.end or date <= m.end)))
        )  # fmt: skip

    def country_of_town(self, name: str, named: Container[str], least: float = 0.0) -> str | None:
        """The country of a town or province of that name, or None where that is open.

        Args:
            name: As the text writes it.
            named: Countries that the document names; of towns in several countries the one in these is meant.
            least: Inhabitants that it must have, where the words alone don't say that a place is meant.
        """
        towns = self._towns(name)
        size = {c: weight for c, (_, weight) in towns.items()}
        inside = [c for c in size if c in named and towns[c][0] >= least]
        if inside:
            return max(inside, key=lambda c: size[c])
        ranked = sorted(size, key=lambda c: -size[c])
        if not ranked or towns[ranked[0]][0] < least or (len(ranked) > 1 and size[ranked[0]] <= _TOWN_RATIO * size[ranked[1]]):
            return None
        return ranked[0]

    def countries_of_town(self, name: str, least: float) -> frozenset[str]:
        """Countries that have a town or province of that name; empty where none has, or none with so many inhabitants."""
        found = self._towns(name)
        return frozenset(found) if any(people >= least for people, _ in found.values()) else frozenset()

    def _town_sizes(self, name: str) -> dict[str, tuple[float, float]]:
        """Inhabitants and weight of the largest place of that name, by country.

        The weight grows with fame (in how many languages a place is written of); a name of its own counts more than another's second name.
        """
        size: dict[str, tuple[float, float]] = {}
        for row, kind in self.gazetteer.lookup(name) if self.gazetteer is not None else ():
            if row.feature in ("RGN", "SEA", "CONT") and not row.country:
                return {}  # 'the Sahel' is more than a province of that name
            if row.feature in _SETTLED and row.country:
                people = _REGION_PEOPLE if row.feature == "RGN" else row.people + 1000
                weight = people * (1 + row.fame / _FAMOUS) * (1.0 if kind == KIND_NAME else _SECOND_NAME)
                size[row.country] = max(size.get(row.country, (0.0, 0.0)), (people, weight), key=lambda s: s[1])
        return size

    # -- people ----------------------------------------------------------------------------------------------------------------------

    def people(self, name: str) -> Sequence[Leader]:
        """All terms of office of the people of that full name."""
        return self._people.get(fold(name), ())

    def by_sound(self, name: str) -> Sequence[Leader]:
        """All terms of people whose full name sounds alike, however it is written in Latin letters."""
        return self._sounds.get(sound(name), ())

    def by_surname(self, surname: str, date: str | None) -> Sequence[Leader]:
        """Terms of office, about ``date``, of people with that surname; none without a date."""
        rows = self._surnames.get(fold(surname), ())
        return [r for r in rows if date is not None and in_term(r, date, _SURNAME_YEARS)]

    def with_surname(self, surname: str) -> Sequence[Leader]:
        """Terms of office, at any time, of people with that surname."""
        return self._surnames.get(fold(surname), ())

    def holders(self, offices: Iterable[str], actor: str, date: str | None) -> Sequence[Leader]:
        """Who held one of ``offices`` of an actor on a day, the first office that has a holder."""
        if date is None:
            return ()
        for office in offices:
            found = [r for r in self._terms.get(actor, ()) if r.office == office and in_term(r, date, 0)]
            if found:
                return found
        return ()


def _append(index: dict[str, list[Leader]], key: str, row: Leader) -> None:
    rows = index.setdefault(key, [])
    if row not in rows:
        rows.append(row)


def _record(row: ActorRow) -> Actor:
    return Actor(
        id=row.id, name=row.name, country=row.country or None, claimed_by=row.claimed_by or None, group=row.group or None,
        sectors=tuple(row.sectors), wikidata=row.wikidata or None,
    )  # fmt: skip


def in_term(row: Leader, date: str, years: int) -> bool:
    """Whether a day falls into a term of office, or within ``years`` of it."""
    day = dt.date.fromisoformat(date[:10]) if len(date) >= 10 else dt.date(int(date[:4]), 6, 30)
    margin = dt.timedelta(days=366 * years)
    if row.start and day + margin < _day(row.start, first=True):
        return False
    return not row.end or day - margin <= _day(row.end, first=False)


def usable_date(text: str | None) -> str | None:
    """An ISO date (``2012``, ``2012-05``, ``2012-05-14``, a time after it ignored), or None for anything else."""
    for length in (10, 7, 4):
        if text is not None and len(text) >= length:
            try:
                dt.date.fromisoformat(text[:length] + "2000-01-01"[length:])
            except ValueError:
                continue
            return text[:length]
    return None


def _day(text: str, *, first: bool) -> dt.date:
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    if len(parts) == 2:
        return dt.date(parts[0], parts[1], 1 if first else 28)
    return dt.date(parts[0], 1, 1) if first else dt.date(parts[0], 12, 31)
