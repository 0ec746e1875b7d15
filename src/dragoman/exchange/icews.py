"""ICEWS event files: 20 tab-separated columns with a header, a row per actor ("source") and recipient ("target")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

from dragoman.errors import TextError
from dragoman.exchange._codes import CAMEO_ROOTS, SECTOR_NAMES, Countries, country_of, sectors_of
from dragoman.exchange._rows import Pair, number, pairs, read_header, read_rows, write_rows
from dragoman.exchange.crosswalk import Crosswalk
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Actor, Record

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
    "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
MISSING = "NULL"
_SECTORS = {name: code for code, name in SECTOR_NAMES.items()}


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A row per pair; events without a CAMEO code or a day are left out. Returns the number of rows."""
    countries = Countries.load()
    rows = (_row(p, countries) for p in pairs(records) if p.event.cameo and p.day)
    return write_rows(stream, rows, COLUMNS, MISSING)


def _row(p: Pair, countries: Countries) -> tuple[object, ...]:
    e, place = p.event, p.event.place
    code = str(e.cameo)
    return (
        p.number_id, p.day, *_side(p.who, countries), CAMEO_ROOTS.get(code[:2]), code, e.goldstein, *_side(p.whom, countries), p.record.document.id,
        e.sentence_index + 1, p.record.document.publisher, place.name if place and place.precision in ("city", "exact") else None,
        place.name if place and place.precision == "district" else None, place.admin1 if place else None,
        countries.name(place.country) if place else None, place.lat if place else None, place.lon if place else None,
    )  # fmt: skip


def _side(actor: Actor | None, countries: Countries) -> tuple[object, ...]:
    if actor is None:
        return (None, None, None)
    country = country_of(actor)
    return (actor.name, ",".join(SECTOR_NAMES.get(s, s) for s in sectors_of(actor)), countries.name(country) or country)


def read(data: bytes, name: str) -> Iterator[ForeignEvent]:
    """Events of an ICEWS file; days as ``YYYY-MM-DD`` or, as in 2017, ``M/D/YYYY``.

    Raises:
        TextError: A needed column is missing, or a day is none.
    """
    countries, crosswalk = Countries.load(), Crosswalk.load()
    rows = read_rows(data, name)
    header = read_header(rows, ("Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name"), name)
    for line, row in rows:
        cells = {c: v.strip().strip('"') for c, v in zip(header, row) if c and v.strip() not in ("", "NULL", "NA")}
        yield _event(cells, f"{name}:{line}", countries, crosswalk)


def _event(c: dict[str, str], where: str, countries: Countries, crosswalk: Crosswalk) -> ForeignEvent:
    code = c.get("CAMEO Code", "")
    code = code if len(code) > 1 else f"0{code}"
    type_, mode = crosswalk.plover(code)
    day = _day(c.get("Event Date", ""), where)

    def country(column: str) -> str | None:
        row = countries.by_name.get(c.get(column, "").casefold())
        return row.iso3 if row else None

    def sectors(column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_SECTORS.get(s, s) for s in c.get(column, "").split(",") if s))

    return ForeignEvent(
        dataset="icews", id=f"{c.get('Event ID', '')}/{day}", date=day, type=type_, modes=(mode,) if mode else (), cameo=code,  # the id alone repeats
        score=number(c.get("Intensity", "")), actor=c.get("Source Name"), actor_country=country("Source Country"), actor_sectors=sectors("Source Sectors"),
        recipient=c.get("Target Name"), recipient_country=country("Target Country"), recipient_sectors=sectors("Target Sectors"),
        place=c.get("City") or c.get("District") or c.get("Province"), place_country=country("Country"), admin1=c.get("Province"),
        lat=number(c.get("Latitude", "")), lon=number(c.get("Longitude", "")), publisher=c.get("Publisher"), raw=c,
    )  # fmt: skip


def _day(text: str, where: str) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if not american:
        raise TextError(f"{where}: Event Date {text!r}; accepted are YYYY-MM-DD and M/D/YYYY")
    month, day, year = (int(x) for x in american.groups())
    return f"{year}-{month:02}-{day:02}"
