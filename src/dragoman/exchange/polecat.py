"""POLECAT's weekly and yearly files: 40 tab-separated columns with a header, a row per actor and recipient.

Several values in a cell are joined by ``; ``; what is missing says ``None``. Known variants that are read: ``Event Intensity`` for ``Intensity``,
further columns (headline, text, feed, story), tabs at the end of lines, Latin-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from dragoman.errors import TextError
from dragoman.exchange._codes import Countries, country_of, sectors_of
from dragoman.exchange._rows import Pair, number, pairs, read_header, read_rows, write_rows
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Actor, Participant, Record

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
MISSING = "None"
_RENAMED = {"Event Intensity": "Intensity"}


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A row per pair. Returns the number of rows."""
    countries = Countries.load()
    return write_rows(stream, (_row(p, countries) for p in pairs(records)), COLUMNS, MISSING)


def _row(p: Pair, countries: Countries) -> tuple[object, ...]:
    e, document, place = p.event, p.record.document, p.event.place
    precision = place.precision if place else None
    return (
        p.id, p.day, e.type, "; ".join(e.modes), e.score, e.quad, "; ".join(e.contexts),
        *_side(p.who, p.actor, countries), *_side(p.whom, p.recipient, countries),
        *(
            (
                place.name, place.name if precision in ("city", "exact") else None, place.name if precision == "district" else None, place.admin1,
                place.country, place.lat, place.lon, place.geonames, document.text[slice(*place.span)] if place.span else None, precision,
            ) if place else (None,) * 10
        ),
        document.publisher, document.published, _mentioned(p.record, "person"), _mentioned(p.record, "organization"), _mentioned(p.record, "place"),
        document.language, document.codebook,
    )  # fmt: skip


def _side(actor: Actor | None, participant: Participant | None, countries: Countries) -> tuple[object, ...]:
    if actor is None or participant is None:
        return (None,) * 8
    country, sectors = country_of(actor), sectors_of(actor)
    return (actor.name, country, countries.cow(country), sectors[0] if sectors else None, "; ".join(sectors), actor.role, participant.text, actor.wikidata)


def _mentioned(record: Record, type: str) -> str:
    return "; ".join(dict.fromkeys(m.text for m in record.mentions if m.type == type and m.kind == "name"))


def read(data: bytes, name: str) -> Iterator[ForeignEvent]:
    """Events of a POLECAT file.

    Raises:
        TextError: A needed column is missing, or a row is too short.
    """
    rows = read_rows(data, name)
    header = read_header(rows, ("Event ID", "Event Date", "Event Type", "Actor Name"), name, lambda c: _RENAMED.get(c, c))
    for line, row in rows:
        if len(row) < len([c for c in header if c]) - 1:
            raise TextError(f"{name}:{line}: {len(row)} cells; the header has {len(header)}")
        cells = {c: v.strip() for c, v in zip(header, row) if c and v.strip() not in ("", MISSING, "NA", "NULL")}
        yield _event(cells)


def _event(c: dict[str, str]) -> ForeignEvent:
    def many(column: str) -> tuple[str, ...]:
        return tuple(v.strip() for v in c.get(column, "").split(";") if v.strip())

    geonames = number(c.get("GeoNames ID", ""))
    return ForeignEvent(
        dataset="polecat", id=c.get("Event ID", ""), date=c.get("Event Date"), type=c.get("Event Type", "").upper() or None, modes=many("Event Mode"),
        score=number(c.get("Intensity", "")), quad=c.get("Quad Code"), contexts=many("Contexts"), actor=c.get("Actor Name"),
        actor_code=c.get("Wikipedia Actor ID"), actor_country=c.get("Actor Country"), actor_sectors=many("Actor Sectors"),
        recipient=c.get("Recipient Name"), recipient_code=c.get("Wikipedia Recipient ID"), recipient_country=c.get("Recipient Country"),
        recipient_sectors=many("Recipient Sectors"), place=c.get("Placename"), place_country=c.get("Country"), admin1=c.get("Province"),
        lat=number(c.get("Latitude", "")), lon=number(c.get("Longitude", "")), geonames=int(geonames) if geonames else None, publisher=c.get("Source"), raw=c,
    )  # fmt: skip
