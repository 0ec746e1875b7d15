"""Phoenix (OEDA's pipeline): 26 tab-separated columns without a header, one row a day, actor, recipient and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from dragoman.errors import TextError
from dragoman.exchange._codes import Countries, code_of, country_of, phoenix_quad, sectors_of
from dragoman.exchange._rows import Pair, number, pairs, read_rows, write_rows
from dragoman.exchange.crosswalk import Crosswalk
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Actor, Record

_SIDE = ("Full", "Entity", "Role", "Attribute")
COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day", *(f"SourceActor{c}" for c in _SIDE), *(f"TargetActor{c}" for c in _SIDE), "EventCode", "EventRootCode",
    "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip
VERSION = "dragoman-1"


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A row per day, actor, recipient and code, as Phoenix filters its own (one a day); pairs without a code or a recipient are left out.

    The pairs of a day are held until all records are read. Returns the number of rows.
    """
    days: dict[tuple[str, str, str, str], list[Pair]] = {}
    for p in pairs(records):
        if p.event.cameo and p.day and p.whom and code_of(p.who) and code_of(p.whom):
            days.setdefault((p.day, code_of(p.who), code_of(p.whom), p.event.cameo), []).append(p)
    return write_rows(stream, (_row(n, key, group) for n, (key, group) in enumerate(sorted(days.items(), key=lambda item: item[0]), 1)))


def _row(n: int, key: tuple[str, str, str, str], group: list[Pair]) -> tuple[object, ...]:
    day, _, _, code = key
    first = group[0]
    place = next((p.event.place for p in group if p.event.place), None)
    contexts = sorted({c for p in group for c in p.event.contexts})
    return (
        f"{n}_{VERSION}", day.replace("-", ""), int(day[:4]), int(day[5:7]), int(day[8:]), *_side(first.who), *_side(first.whom),
        code, code[:2], phoenix_quad(code), first.event.goldstein, ";".join(f"{c},{sum(c in p.event.contexts for p in group)}" for c in contexts),
        place.lat if place else None, place.lon if place else None, place.name if place else None, place.admin1 if place else None,
        place.country if place else None, ";".join(f"{p.record.document.id}_{p.event.sentence_index}" for p in group),
        ";".join(dict.fromkeys(p.record.document.url or "" for p in group)), ";".join(dict.fromkeys(p.record.document.publisher or "" for p in group)),
    )  # fmt: skip


def _side(actor: Actor | None) -> tuple[object, ...]:
    if actor is None:
        return (None,) * len(_SIDE)
    sectors = sectors_of(actor)
    return (code_of(actor), country_of(actor) or actor.group, sectors[0] if sectors else None, ";".join(sectors[1:]))


def read(data: bytes, name: str) -> Iterator[ForeignEvent]:
    """Events of a Phoenix file; a row may lack the columns at its end.

    Raises:
        TextError: A row has no code.
    """
    countries, crosswalk = Countries.load(), Crosswalk.load()
    for line, row in read_rows(data, name):
        if row[0] == COLUMNS[0]:
            continue
        if len(row) < COLUMNS.index("Issues") or len(row) > len(COLUMNS):
            raise TextError(f"{name}:{line}: {len(row)} columns; accepted are {COLUMNS.index('Issues')} to {len(COLUMNS)}")
        yield _event({c: v for c, v in zip(COLUMNS, row) if v}, countries, crosswalk)


def _event(c: dict[str, str], countries: Countries, crosswalk: Crosswalk) -> ForeignEvent:
    day, code = c.get("Date", ""), c.get("EventCode")
    type_, mode = crosswalk.plover(code)

    def sectors(side: str) -> tuple[str, ...]:
        return tuple(x for x in (c.get(f"{side}ActorRole", ""), *c.get(f"{side}ActorAttribute", "").split(";")) if x)

    def country(side: str) -> str | None:
        entity = c.get(f"{side}ActorEntity", "")
        return entity if entity in countries.by_iso3 else None

    return ForeignEvent(
        dataset="phoenix", id=c.get("EventID", ""), date=f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else None, type=type_,
        modes=(mode,) if mode else (), cameo=code, score=number(c.get("GoldsteinScore", "")),
        contexts=tuple(x.split(",")[0] for x in c.get("Issues", "").split(";") if x), actor=c.get("SourceActorFull"), actor_code=c.get("SourceActorFull"),
        actor_country=country("Source"), actor_sectors=sectors("Source"), recipient=c.get("TargetActorFull"), recipient_code=c.get("TargetActorFull"),
        recipient_country=country("Target"), recipient_sectors=sectors("Target"), place=c.get("LocationName"),
        place_country=c["CountryCode"] if c.get("CountryCode") in countries.by_iso3 else None, admin1=c.get("StateName"), lat=number(c.get("Lat", "")),
        lon=number(c.get("Lon", "")), publisher=c.get("NewsSources"), url=c.get("URLs"), raw=c,
    )  # fmt: skip
