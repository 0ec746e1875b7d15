"""Which reader a file is for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dragoman.errors import QueryError, ResourceError
from dragoman.world.actors import ActorTable
from dragoman.world.imports import effective, popolo, wikidata
from dragoman.world.imports._rows import FORMATS, Reading, read_text, shown
from dragoman.world.imports._states import States


def read_list(
    path: Path, format: str, table: ActorTable, alpha2: Mapping[str, str], *, country: str | None = None, as_of: str | None = None, today: str
) -> Reading:
    """Read a foreign list.

    Args:
        path: The file.
        format: One of :data:`FORMATS`, or ``auto``: by its columns or keys.
        table: Actors, to find whose office it is.
        alpha2: ISO 3166-1 alpha-2 → alpha-3.
        country: Code of the state that a Popolo file is of.
        as_of: ISO day to which the list is kept; None for the latest date in it.
        today: ISO day; a list is not kept beyond it.

    Raises:
        QueryError: There is no such format, or a country is given for another one than Popolo.
        ResourceError: The file is broken or of another format; the message has file and line.
    """
    if format not in ("auto", *FORMATS):
        raise QueryError(f"format {format!r}: accepted are auto, {', '.join(FORMATS)}")
    text = read_text(path, old=format == "reign" or (format == "auto" and _is_reign(path)))
    if format == "auto":
        format = _recognized(path, text)
    states = States(table, alpha2)
    if format == "popolo":
        return popolo.read_popolo(path, text, states, as_of=as_of, today=today, country=country)
    if country is not None:
        raise QueryError(f"a country is told for {format}, whose rows have their own; accepted for popolo alone")
    reader = {"reign": effective.read_reign, "archigos": effective.read_archigos, "wikidata": wikidata.read_wikidata}[format]
    return reader(path, text, states, as_of=as_of, today=today)


def _is_reign(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return set(effective.REIGN) <= set(file.readline(2000).decode("ascii", errors="replace").strip().split(","))
    except OSError:
        return False


def _recognized(path: Path, text: str) -> str:
    first = text.split("\n", 1)[0]
    if text.lstrip().startswith("{"):
        return "wikidata" if '"bindings"' in text else "popolo"
    columns = {c.strip().strip('"') for c in first.replace("\t", ",").split(",")}
    for name, needed in (("archigos", effective.ARCHIGOS), ("reign", effective.REIGN), ("wikidata", wikidata.NEEDED)):
        if columns >= set(needed):
            return name
    raise ResourceError(f"{path}:1: is none of {', '.join(FORMATS)}, by its first line: {shown(first)[:200]}; say which with --format")
