"""Checks of the actor tables: each is one function, its docstring is the message, its code is D101, D102, ...

python -m dragoman.world.checks [FOLDER]        prints what is wrong, file and all; exit status 1 if anything is
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.errors import ResourceError
from dragoman.world.actors import DATA, ActorTable
from dragoman.world.leaders import OFFICES, Leader, Leaders

KINDS = frozenset({"state", "organ", "organization", "armed-group", "party", "movement", "people", "company", "media", "region"})
GROUPS = frozenset({"", "UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
SECTORS = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
                     "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"})  # fmt: skip
NAME_KINDS = frozenset({"name", "adjective", "demonym", "capital", "metonym", "abbreviation"})
TYPES = frozenset({"person", "organization", "group"})
ONE_HOLDER = frozenset({"head_of_state", "head_of_government", "supreme_leader", "foreign_minister", "defence_minister", "vice_president"})
OVERLAP_DAYS = 62
"""Two holders of an office may overlap by so much: dates known to the month, and handing over."""
HEADER = ("# title: ", "# source: ", "# licence: ", "# version: ", "# date: ")
_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")

Check = Callable[[Path, ActorTable, Leaders], Iterator[str]]
CHECKS: dict[str, Check] = {}


def check(code: str) -> Callable[[Check], Check]:
    """Register a check under its code."""

    def register(function: Check) -> Check:
        CHECKS[code] = function
        return function

    return register


@check("D101")
def header_present(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A table must begin with its title, source, licence, version and date."""
    for name in (n for n in ("actors.tsv", "names.tsv", "leaders.tsv", "members.tsv", "generics.tsv") if (folder / n).exists()):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()[:12]
        missing = [h[2:-2] for h in HEADER if not any(line.startswith(h) and len(line) > len(h) for line in lines)]
        if missing:
            yield f"{name}: no {', '.join(missing)}"


@check("D102")
def ids_unique(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """An actor's id must stand once, and nothing else twice either."""
    for name, key in (("actors.tsv", 1), ("names.tsv", 3), ("generics.tsv", 1), ("members.tsv", 3)):
        rows = _rows(folder / name) if (folder / name).exists() else []
        for row, times in Counter(tuple(row[:key]) for row in rows).items():
            if times > 1:
                yield f"{name}: {times} times {' '.join(row)!r}"
    for row, times in Counter((r.person, "|".join(r.names), r.office, r.actor, r.start) for r in leaders.rows).items():
        if times > 1:
            yield f"leaders.tsv: {times} times {' '.join(row)!r}"


@check("D103")
def references_exist(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """An id that a row points to must be an actor of actors.tsv."""
    for row in actors.by_id.values():
        for field, value in (("country", row.country), ("claimed_by", row.claimed_by), ("parent", row.parent)):
            if value and value not in actors.by_id:
                yield f"actors.tsv: {field} {value!r} of {row.id}"
    yield from (f"names.tsv: {n.actor!r} of {n.name!r}" for n in actors.names if n.actor not in actors.by_id)
    for m in actors.members:
        yield from (f"members.tsv: {i!r}" for i in (m.organization, m.member) if i not in actors.by_id)
    yield from (f"leaders.tsv: {r.actor!r} of {r.person}" for r in leaders.rows if r.actor not in actors.by_id)


@check("D104")
def values_known(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A kind, group, sector, type or office must be one that is listed."""
    for row in actors.by_id.values():
        if row.kind not in KINDS or row.group not in GROUPS or not SECTORS.issuperset(row.sectors):
            yield f"actors.tsv: {row.id}: kind {row.kind!r}, group {row.group!r}, sectors {','.join(row.sectors)!r}"
    yield from (f"names.tsv: {n.name!r}: kind {n.kind!r}" for n in actors.names if n.kind not in NAME_KINDS)
    yield from (f"leaders.tsv: {r.person}: office {r.office!r}" for r in leaders.rows if r.office not in OFFICES)
    for g in actors.generics.values():
        if g.type not in TYPES or not SECTORS.issuperset(g.sectors):
            yield f"generics.tsv: {g.lemma!r}: {','.join(g.sectors)!r} {g.type!r}"


@check("D105")
def dates_sane(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A date must be ISO (YYYY, YYYY-MM or YYYY-MM-DD), none after the table's own, and no end before its start."""
    dated = [
        *((f"actors.tsv: {a.id}", a.start, a.end) for a in actors.by_id.values()),
        *((f"members.tsv: {m.organization} {m.member}", m.start, m.end) for m in actors.members),
        *((f"leaders.tsv: {r.person}, {r.office} of {r.actor}", r.start, r.end) for r in leaders.rows),
    ]
    latest = max(leaders.date, *leaders.source_dates.values())
    for where, start, end in dated:
        size = min(len(start), len(end))
        if not _DATE.fullmatch(start) or not _DATE.fullmatch(end) or start[:size] > end[:size] or max(start, end) > latest:
            yield f"{where}: {start!r} to {end!r}"


@check("D106")
def one_holder(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """An office for one person must not have two holders for longer than a handing over takes."""
    offices: dict[tuple[str, str], list[Leader]] = {}
    for row in leaders.rows:
        if row.office in ONE_HOLDER:
            offices.setdefault((row.actor, row.office), []).append(row)
    for (actor, office), rows in offices.items():
        for one, other in itertools.pairwise(sorted(rows, key=lambda r: r.start)):
            if not one.end or _days(one.end, last=False) > _days(other.start, last=True) + OVERLAP_DAYS:
                yield f"leaders.tsv: {office} of {actor}: {one.person} until {one.end or 'now'}, {other.person} from {other.start}"


@check("D107")
def names_unambiguous(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A name may mean two actors of one kind only where ambiguous.txt lists it."""
    listed = _ambiguous(folder) | _ambiguous(DATA)
    owners: dict[tuple[str, str], set[str]] = {}
    for row in actors.names:
        actor = actors.by_id.get(row.actor)
        owners.setdefault((row.name, actor.kind if actor else ""), set()).add(row.actor)
    for (name, kind), ids in owners.items():
        if len(ids) > 1 and name not in listed:
            yield f"names.tsv: {name!r} means {', '.join(sorted(ids))}, each of kind {kind}"


@check("D108")
def text_clean(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A name must not be empty, nor begin, end or be doubled in spaces."""
    names = [("names.tsv", n.name) for n in actors.names] + [("actors.tsv", a.name) for a in actors.by_id.values()]
    names += [("leaders.tsv", name) for r in leaders.rows for name in (r.person, *r.names)] + [("generics.tsv", g) for g in actors.generics]
    for where, name in names:
        if not name or name != " ".join(name.split()):
            yield f"{where}: {name!r}"


@check("D109")
def named_by_actor(folder: Path, actors: ActorTable, leaders: Leaders) -> Iterator[str]:
    """A row of actors.tsv other than an organ must have a name in names.tsv."""
    named = {n.actor for n in actors.names}
    yield from (f"actors.tsv: {a.id}" for a in actors.by_id.values() if a.kind != "organ" and a.id not in named)


def run(folder: Path | None = None) -> list[tuple[str, str]]:
    """Run all checks.

    Args:
        folder: Where the tables are; None for those that the package ships.

    Returns:
        ``(code, message)`` for each fault; ``D100`` for a table that cannot be read at all.
    """
    folder = folder or DATA
    try:
        actors, leaders = ActorTable.load(folder), Leaders.load(folder / "leaders.tsv")
    except ResourceError as error:
        return [("D100", str(error))]
    return faults(folder, actors, leaders)


def faults(folder: Path, actors: ActorTable, leaders: Leaders) -> list[tuple[str, str]]:
    """What is wrong with tables that are loaded: those of a folder, or the shipped ones with a folder's own rows added.

    Args:
        folder: Where the files are of which head and repeated rows are looked at.
        actors: As loaded or put together.
        leaders: The same.

    Returns:
        ``(code, message)`` for each fault.
    """
    return [(code, f"{function.__doc__} {fault}") for code, function in CHECKS.items() for fault in function(folder, actors, leaders)]


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")][1:]


def _ambiguous(folder: Path) -> frozenset[str]:
    path = folder / "ambiguous.txt"
    return frozenset(path.read_text(encoding="utf-8").splitlines()) if path.exists() else frozenset()


def _days(date: str, *, last: bool) -> int:
    year, month, day = ([int(p) for p in date.split("-")] + [0, 0])[:3] if date else (0, 0, 0)
    return year * 365 + ((month or (12 if last else 1)) - 1) * 30 + (day or (30 if last else 1))


def main() -> int:
    """Print the faults of the tables in the folder given, or of the package's own."""
    faults = run(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    for code, message in faults:
        sys.stdout.write(f"{code} {message}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
