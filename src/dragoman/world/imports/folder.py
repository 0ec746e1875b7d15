"""A foreign list into a user's folder: written whole or not at all, and the same however often it is imported.

    leaders.tsv     terms of office of all imports and of the user's own hand, by source
    replaced.tsv    terms that others of the folder stand in for
    conflicts.tsv   what the import of each file found, decided or not
    imports.tsv     the files, and how each was imported

A source is called by the file's name and the first eight digits of its SHA-256. The same file in the same way changes nothing; in another way
(another side preferred) its rows are made again; another state of the file is another source and is held against the first.
"""

from __future__ import annotations

import dataclasses
import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import QueryError, ResourceError, StoreError
from dragoman.world.actors import ActorTable, read_table
from dragoman.world.imports._rows import Finding, iso, shown
from dragoman.world.imports.compare import SIDES, Outcome, compare
from dragoman.world.imports.formats import read_list
from dragoman.world.leaders import FIELDS, Leader, Leaders
from dragoman.world.own import FILES, REPLACED_FIELDS, OwnTables, read_own_tables, with_own

CONFLICT_FIELDS = ("source", *Finding._fields)
IMPORT_FIELDS = ("source", "format", "prefer", "country", "as_of", "table")


def import_list(
    file: str | Path, into: str | Path, *, format: str = "auto", prefer: str | None = None, country: str | None = None, as_of: str | None = None,
    dry_run: bool = False, today: str, alpha2: Mapping[str, str], actors: ActorTable | None = None, leaders: Leaders | None = None,
) -> Outcome:  # fmt: skip
    """Import a list of office holders.

    Args:
        file: REIGN's or Archigos' CSV, Popolo JSON, or results of a query to Wikidata.
        into: The folder, made where there is none.
        format: ``reign``, ``archigos``, ``popolo``, ``wikidata`` or ``auto``.
        prefer: ``theirs`` or ``ours``, what wins where they say otherwise; None leaves theirs out.
        country: Code of the state that a Popolo file is of.
        as_of: ISO day to which the list is kept.
        dry_run: Compare only, write nothing.
        today: ISO day.
        alpha2: ISO 3166-1 alpha-2 → alpha-3.
        actors, leaders: Our tables; None for those that the package ships.

    Returns:
        What was added, replaced and found.

    Raises:
        QueryError: A setting is none of those accepted.
        ResourceError: The file, or what the folder holds, is broken; nothing is written.
        StoreError: The folder can't be written.
    """
    if prefer not in (None, *SIDES):
        raise QueryError(f"prefer {prefer!r}: accepted are {', '.join(SIDES)}")
    if as_of is not None and (len(as_of) != 10 or not iso(as_of) or as_of > today):
        raise QueryError(f"as-of {as_of!r}: accepted is a day as YYYY-MM-DD, at most today")
    file, folder = Path(file), Path(into)
    actors, leaders = actors or ActorTable.load(), leaders or Leaders.load()
    own = read_own_tables(folder) if any((folder / n).is_file() for n in FILES) else _empty(folder)
    table = with_own(actors, leaders, own)[0] if own.digest else actors
    source = _source(file)
    done = (source, format, prefer or "", country or "", as_of or "", leaders.date)
    imports = [tuple(r) for r in read_table(folder / "imports.tsv", IMPORT_FIELDS)] if (folder / "imports.tsv").is_file() else []
    if done in imports:
        return Outcome(tuple(r for r in own.leaders if r.source == source), tuple(r for r in own.replaced if r.by == source), (), 0, again=True)
    known_to = as_of or own.dates.get(source)
    reading = read_list(file, format, table, alpha2, country=country, as_of=known_to, today=today)
    base = Leaders((), leaders.date, {**leaders.source_dates, **{r.source: own.dates.get(r.source, own.dates.get("", "")) for r in own.leaders}})
    outcome = compare(reading, source, own.terms(leaders.rows, but=source), base, prefer)
    merged = _merged(own, outcome, source, reading.as_of)
    if merged.leaders:
        with_own(actors, leaders, merged)
    if not dry_run:
        _write(folder, merged, outcome, source, [*(i for i in imports if i[0] != source), done])
    return outcome


def _empty(folder: Path) -> OwnTables:
    none = MappingProxyType[str, str]({})
    return OwnTables(folder, "", (), none, (), ActorTable(MappingProxyType({}), (), (), MappingProxyType({})))


def _source(file: Path) -> str:
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    except OSError as error:
        raise ResourceError(f"{file}: can't be read: {error.strerror or error}") from error
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', file.stem).strip('-') or 'list'}@{digest}"


def _merged(own: OwnTables, outcome: Outcome, source: str, as_of: str) -> OwnTables:
    rows = [r for r in own.leaders if r.source != source]
    rows += sorted(outcome.rows, key=lambda r: (r.actor, r.office, r.start, r.person))
    replaced = [r for r in own.replaced if r.by != source] + sorted(outcome.replaced)
    dates = {**own.dates, source: as_of} if outcome.rows else {k: v for k, v in own.dates.items() if k != source}
    dates[""] = max((d for d in dates.values() if d), default=as_of)
    return dataclasses.replace(own, leaders=tuple(rows), replaced=tuple(replaced), dates=MappingProxyType(dates))


def _write(folder: Path, own: OwnTables, outcome: Outcome, source: str, imports: Sequence[tuple[str, ...]]) -> None:
    date = own.dates[""]
    texts = {
        "conflicts.tsv": _conflicts(folder / "conflicts.tsv", outcome.findings, source),
        "imports.tsv": "\n".join("\t".join(i) for i in (IMPORT_FIELDS, *imports)) + "\n",
    }
    if own.leaders or (folder / "leaders.tsv").exists():
        extra = [f"# date of {s}: {d}" for s, d in sorted(own.dates.items()) if s]
        texts["leaders.tsv"] = _table("Who held which office when", date, extra, FIELDS, map(_leader, own.leaders))
    if own.replaced or (folder / "replaced.tsv").exists():
        texts["replaced.tsv"] = _table("Terms of office that others stand in for", date, [], REPLACED_FIELDS, own.replaced)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / f".{name}.new").write_text(text, encoding="utf-8", newline="\n")
        for name in texts:
            os.replace(folder / f".{name}.new", folder / name)
    except OSError as error:
        raise StoreError(f"{folder}: can't be written: {error.strerror or error}") from error


def _leader(row: Leader) -> Sequence[str]:
    return (row.person, "|".join(row.names), *row[2:])


def _table(title: str, date: str, extra: Sequence[str], fields: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = [f"# title: {title}", "# source: the lists that the rows name", "# licence: that of the lists", "# version: 1", f"# date: {date}", *extra]
    return "\n".join((*head, "\t".join(fields), *("\t".join(r) for r in rows))) + "\n"


def _conflicts(path: Path, findings: Sequence[Finding], source: str) -> str:
    """The report: what this import found, beside what the last ones of other files did."""
    head = "\t".join(CONFLICT_FIELDS)
    old = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []
    kept = [line for line in old if line and line != head and not line.startswith(f"{source}\t")]
    new = ["\t".join((source, *(shown(str(v)) for v in f))) for f in findings]
    return "\n".join((head, *kept, *new)) + "\n"
