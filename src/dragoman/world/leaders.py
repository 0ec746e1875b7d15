"""Who held which office when.

                1995        2007     2012     2017          the table's date
    FRA h.o.s.   ├─ Chirac ──┼─ Sarkozy ┼─ Hollande ┼─ Macron ──┤· · · not known to have ended: unknown from here on
                                            ▲
    find("Sarkozy", "2014-03-01") ──────────┴─ held an office before: a former president

An empty ``end`` says that the term was not known to have ended on the table's own date, nothing about days after it. Dates are ISO
8601 of any length (``2017``, ``2017-05``, ``2017-05-14``); a shorter one covers its whole year or month.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dragoman.errors import ResourceError
from dragoman.world.actors import DATA, read_table

LEADING = frozenset({"head_of_state", "head_of_government", "party_leader", "paramount_leader", "supreme_leader", "leader", "presidency_member",
                     "military_leader", "council_chairman", "administrator", "ruler"})  # fmt: skip
"""Offices whose holder may be a state's effective leader."""
OFFICES = LEADING | {"vice_president", "foreign_minister", "defence_minister", "interior_minister", "finance_minister", "attorney_general",
                     "national_security_adviser", "ambassador_to_un", "spy_chief", "army_chief", "speaker", "senate_majority_leader", "legislator",
                     "prosecutor", "spokesperson", "envoy", "crown_prince", "head", "member", "politician",
                     "senator", "representative", "governor", "mayor", "judge", "police_chief", "opposition", "rebel",
                     "journalist", "business", "cleric", "unionist", "activist", "scholar", "citizen",
                     "official", "partisan", "army_officer", "head_of_mission"}  # fmt: skip
"""Offices of the table. ``leader`` is an effective leader whose office a list does not tell, ``head`` an organization's or group's."""
FIELDS = ("person", "names", "office", "actor", "start", "end", "precision", "source")
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "da", "di", "ben", "der", "den", "dos", "do", "la", "le", "bint"})
_TABLE_DATE = re.compile(r"# date(?: of (\S+))?: (\d{4}-\d{2}-\d{2})")
_NO_DECOMPOSITION = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ð": "d", "ə": "a"})


class Leader(NamedTuple):
    """A term of office."""

    person: str
    names: tuple[str, ...]
    """Other spellings of the person's name."""
    office: str
    """``head_of_state``, ``head_of_government``, ``foreign_minister``, ``defence_minister``, ``speaker``, ``head``, ``politician``, ..."""
    actor: str
    """Id of the state, organization or group whose office it is."""
    start: str
    end: str
    """Empty: not known to have ended on the table's date."""
    precision: str
    """Of ``start``: ``day``, ``month`` or ``year``."""
    source: str

    def began(self, date: str) -> bool:
        """Whether the term had begun on a day (or may have: the start is known to the month or year)."""
        return not self.start or self.start <= date[: len(self.start)]

    def ended(self, date: str) -> bool:
        """Whether the term was surely over on a day; the last day itself counts as in office."""
        return bool(self.end) and self.end < date[: len(self.end)]

    def holds(self, date: str) -> bool:
        """Whether the term covers a day, an open term any day since its start."""
        return self.began(date) and not self.ended(date)


class Candidate(NamedTuple):
    """Somebody whom a name may mean on a day, by one term of office."""

    leader: Leader
    status: str
    """``current``; ``former``; ``unknown`` (a term not known to have ended, and the day is after the table's date); ``future`` (the
    person took the office only later)."""
    score: float
    """In (0, 1], higher is likelier; an ordering, not a probability."""


@dataclasses.dataclass(frozen=True)
class Leaders:
    """Terms of office, indexed by person, surname and office when first asked."""

    rows: tuple[Leader, ...]
    date: str
    """The day to which the table is kept, ISO."""
    source_dates: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The same for rows of a source that ends earlier."""

    @classmethod
    def load(cls, path: Path | None = None) -> Leaders:
        """Read ``leaders.tsv``, the package's own where no path is given.

        Raises:
            ResourceError: The table is missing or broken, or its head has no ``# date:``.
        """
        path = path or DATA / "leaders.tsv"
        rows = read_table(path, FIELDS)
        with path.open(encoding="utf-8") as file:
            head = (_TABLE_DATE.fullmatch(line.rstrip()) for line in takewhile(lambda line: line.startswith("#"), file))
            dates: dict[str, str] = {found[1] or "": found[2] for found in head if found is not None}
        if "" not in dates:
            raise ResourceError(f"{path.name}: no line '# date: YYYY-MM-DD' in the head")
        return cls(tuple(Leader(r[0], _split(r[1]), *r[2:]) for r in rows), dates.pop(""), MappingProxyType(dates))

    def known_to(self, row: Leader) -> str:
        """The day to which a row's ``end`` is known: after it, an open term is unknown."""
        return self.source_dates.get(row.source, self.date)

    def holders(self, actor: str, office: str, date: str, *, beyond: bool = False) -> tuple[Leader, ...]:
        """Who held an office on a day.

        Args:
            actor: Id of the state or organization.
            office: As in the table.
            date: ISO day.
            beyond: Count a term that is not known to have ended also after the table's date.

        Returns:
            The terms that cover the day, latest start first; empty where none is known.
        """
        terms = [r for r in self._by_office.get((actor, office), ()) if r.holds(date) and (r.end or beyond or date <= self.known_to(r))]
        return tuple(sorted(terms, key=lambda r: r.start, reverse=True))

    def find(self, name: str, date: str | None = None) -> tuple[Candidate, ...]:
        """Whom a surname or a full name may mean.

        Args:
            name: A full name, another spelling of one, or a surname, in any case, with or without accents.
            date: ISO day of the report; None where it is unknown, then every term is ``unknown`` and keeps the table's order.

        Returns:
            One candidate a term, best first: current before former (the later left, the better) before those who took office only
            after the day; full names before surnames; heads of states before others.
        """
        key = fold(name)
        found = [_rate(r, date, self.known_to(r), 1.0) for r in self._by_person.get(key, ())]
        if not found:
            found = [_rate(r, date, self.known_to(r), 0.8) for r in self._by_surname.get(key, ())]
        return tuple(sorted(found, key=lambda c: -c.score))

    @cached_property
    def _by_office(self) -> Mapping[tuple[str, str], tuple[Leader, ...]]:
        out: dict[tuple[str, str], list[Leader]] = {}
        for row in self.rows:
            out.setdefault((row.actor, row.office), []).append(row)
        return MappingProxyType({k: tuple(v) for k, v in out.items()})

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Leader, ...]]:
        out: dict[str, dict[Leader, None]] = {}
        for row in self.rows:
            for name in (row.person, *row.names):
                out.setdefault(fold(name), {})[row] = None
        return MappingProxyType({k: tuple(v) for k, v in out.items()})

    @cached_property
    def _by_surname(self) -> Mapping[str, tuple[Leader, ...]]:
        out: dict[str, dict[Leader, None]] = {}
        for row in self.rows:
            for name in (row.person, *row.names):
                for surname in surnames(name):
                    out.setdefault(surname, {})[row] = None
        return MappingProxyType({k: tuple(v) for k, v in out.items()})


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without accents, case, dots; hyphens as spaces, apostrophes as nothing: 'Ban Ki-moon' → 'ban ki moon'."""
    if name.isascii():
        return " ".join(name.lower().replace(".", " ").replace("-", " ").replace("'", "").split())
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_NO_DECOMPOSITION).replace("’", "'").replace("ʼ", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.replace(".", " ").replace("-", " ").replace("'", "").split())


def surnames(name: str) -> tuple[str, ...]:
    """Folded words by which reports call a person after the first mention: the last one, and with its particle ('al assad', 'assad').

    A spelling of one word ('Lula') is its own surname; Chinese, Korean and Vietnamese names have the family name first, so that their
    rows list it as a spelling of its own ('Xi').
    """
    parts = fold(name).split()
    if len(parts) > 1 and parts[-2] in _PARTICLES:
        return (parts[-1], f"{parts[-2]} {parts[-1]}")
    return (parts[-1],) if parts else ()


_Y, _VOWELS_AT_END = re.compile(r"^y(?=e)"), re.compile(r"(?<=...)[aoi]+$")
_SOUNDS = tuple((re.compile(a), b) for a, b in (
    (r"shch|sch|sh|ch|zh|tch", "s"), (r"tz|ts|dz|z|x", "s"), (r"kh|gh|ck|q|c|g", "k"), (r"ph|v|w|ff", "f"), (r"dh|th|d", "t"),
    (r"dj|j|y|ee|ie|ei|i", "i"), (r"ou|oo|u", "o"), (r"a|e", "a"), (r"h", ""), (r"iai|aia", "ia"), (r"(.)\1+", r"\1"),
))  # fmt: skip


def sound(name: str) -> str:
    """A key that the usual ways of writing a name in Latin letters share: 'Muammar Gaddafi' and 'Moammar Kadhafi'.

    Sounds that transliterations confuse fall together, first letters stay apart from vowels that only some write ('Yeltsin', 'Eltsin').
    """
    return " ".join(_sound(word) for word in fold(name).split() if word not in ("al", "el", "bin", "ibn", "abu"))


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    word = _Y.sub("", word)
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return _VOWELS_AT_END.sub("", word)


def _split(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _rate(row: Leader, date: str | None, known_to: str, base: float) -> Candidate:
    weight = base * _OFFICE_WEIGHT.get(row.office, 0.9)
    if date is None:
        return Candidate(row, "unknown", weight * 0.5)
    if not row.began(date):
        years = int(row.start[:4]) - int(date[:4])
        return Candidate(row, "future", weight * 0.2 / (1 + years / 5))
    if row.ended(date):
        years = int(date[:4]) - int(row.end[:4])
        return Candidate(row, "former", weight * 0.7 / (1 + years / 10))
    if not row.end and date > known_to:
        return Candidate(row, "unknown", weight * 0.9)
    return Candidate(row, "current", weight)


_OFFICE_WEIGHT = {"supreme_leader": 1.0, "head_of_state": 1.0, "head_of_government": 1.0, "head": 0.97, "foreign_minister": 0.95}
