"""GDELT 2.0: the event table (61 columns) and the mentions table (16), tab-separated, without a header.

One row per actor and recipient. GDELT's tone is a dictionary's count that is not made here: ``AvgTone`` and ``MentionDocTone`` stay empty, and so
do the actors' own places, which are not coded. Countries of places are FIPS 10-4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO

from dragoman.errors import TextError
from dragoman.exchange._codes import Countries, cameo_quad, code_of, country_of, sectors_of
from dragoman.exchange._rows import Pair, number, pairs, read_rows, write_rows
from dragoman.exchange.crosswalk import Crosswalk
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Actor, Participant, Place, Record

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *(f"Actor1{c}" for c in _ACTOR), *(f"Actor2{c}" for c in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{c}" for c in _GEO), *(f"Actor2Geo_{c}" for c in _GEO), *(f"ActionGeo_{c}" for c in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID", "Actor1CharOffset",
    "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITATION_ONLY = 1, 2
_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = 1, 2, 3, 4, 5
_QUADS = {"1": "VERBAL COOPERATION", "2": "MATERIAL COOPERATION", "3": "VERBAL CONFLICT", "4": "MATERIAL CONFLICT"}


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """The event table; events without a CAMEO code or a day are left out. Returns the number of rows."""
    countries = Countries.load()
    return write_rows(stream, (_row(p, countries) for p in _coded(records)))


def write_mentions(records: Iterable[Record], stream: IO[str]) -> int:
    """The mentions table: where each event of the event table stands in its document. Returns the number of rows."""
    return write_rows(stream, map(_mention, _coded(records)))


def _coded(records: Iterable[Record]) -> Iterator[Pair]:
    return (p for p in pairs(records) if p.event.cameo and p.day)


def _row(p: Pair, countries: Countries) -> tuple[object, ...]:
    e, document = p.event, p.record.document
    day, code = str(p.day), str(e.cameo)
    told = Counter(other.same_as for other in p.record.events)
    return (
        p.number_id, day.replace("-", ""), day[:7].replace("-", ""), day[:4], fraction(day), *_actor(p.who), *_actor(p.whom),
        int("\n\n" not in document.text[: e.sentence[0]].lstrip()), code, code[:3], code[:2], cameo_quad(code), e.goldstein, 1 + told[e.id], 1, 1, None,
        *(None,) * 16, *_geo(e.place, countries), _moment(document.published or day), document.url,
    )  # fmt: skip


def fraction(day: str) -> str:
    """The day as a year and a part of it, by GDELT's rule: ``(month * 30 + day) / 365``."""
    year, month, date = (int(x) for x in day.split("-"))
    return f"{year + (month * 30 + date) / 365:.4f}"


def _actor(actor: Actor | None) -> tuple[object, ...]:
    if actor is None:
        return (None,) * len(_ACTOR)
    types = [*sectors_of(actor)[:3], None, None, None][:3]
    return (code_of(actor), actor.name.upper(), country_of(actor), actor.group, None, None, None, *types)


def _geo(place: Place | None, countries: Countries) -> tuple[object, ...]:
    if place is None or place.precision == "region":
        return (None,) * len(_GEO)
    american = place.country == "USA"
    if place.precision == "country":
        kind = _COUNTRY
    elif place.precision == "province":
        kind = _US_STATE if american else _STATE
    else:
        kind = _US_CITY if american else _CITY
    full = ", ".join(dict.fromkeys(x for x in (place.name, place.admin1, countries.name(place.country)) if x))
    return (kind, full, countries.fips(place.country), None, None, place.lat, place.lon, None)


def _moment(day: str) -> str:
    return day[:10].replace("-", "") + "000000"


def _mention(p: Pair) -> tuple[object, ...]:
    e, document = p.event, p.record.document
    return (
        p.number_id, _moment(str(p.day)), _moment(document.published or str(p.day)), _WEB if document.url else _CITATION_ONLY, document.publisher,
        document.url or document.id, e.sentence_index + 1, _offset(p.actor), _offset(p.recipient), e.trigger.span[0], 1, round(e.confidence * 100),
        len(document.text), None, None, None,
    )  # fmt: skip


def _offset(participant: Participant | None) -> int:
    """In code points; -1 where there is nobody."""
    return participant.span[0] if participant else -1


def read(data: bytes, name: str) -> Iterator[ForeignEvent]:
    """Events of a GDELT 2.0 file (61 columns) or a 1.0 file (57 or 58: no ADM2 codes).

    Raises:
        TextError: A row has another number of columns.
    """
    countries, crosswalk = Countries.load(), Crosswalk.load()
    older = tuple(c for c in COLUMNS if not c.endswith("ADM2Code"))
    known = {len(COLUMNS): COLUMNS, len(older): older, len(older) - 1: older[:-1]}
    for line, row in read_rows(data, name):
        if row[0] == COLUMNS[0]:
            continue
        if len(row) not in known:
            raise TextError(f"{name}:{line}: {len(row)} columns; accepted are {', '.join(map(str, known))}")
        yield _event({c: v for c, v in zip(known[len(row)], row) if v}, countries, crosswalk)


def _event(c: dict[str, str], countries: Countries, crosswalk: Crosswalk) -> ForeignEvent:
    day, code = c.get("SQLDATE", ""), c.get("EventCode")
    type_, mode = crosswalk.plover(code)
    place = countries.by_fips.get(c.get("ActionGeo_CountryCode", ""))

    def sectors(side: str) -> tuple[str, ...]:
        return tuple(c[f"{side}Type{n}Code"] for n in (1, 2, 3) if f"{side}Type{n}Code" in c)

    return ForeignEvent(
        dataset="gdelt", id=c.get("GLOBALEVENTID", ""), date=f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else None, type=type_,
        modes=(mode,) if mode else (), cameo=code, quad=_QUADS.get(c.get("QuadClass", "")), score=number(c.get("GoldsteinScale", "")),
        actor=c.get("Actor1Name"), actor_code=c.get("Actor1Code"), actor_country=c.get("Actor1CountryCode"), actor_sectors=sectors("Actor1"),
        recipient=c.get("Actor2Name"), recipient_code=c.get("Actor2Code"), recipient_country=c.get("Actor2CountryCode"),
        recipient_sectors=sectors("Actor2"), place=c.get("ActionGeo_FullName"), place_country=place.iso3 if place else None,
        lat=number(c.get("ActionGeo_Lat", "")), lon=number(c.get("ActionGeo_Long", "")), url=c.get("SOURCEURL"), raw=c,
    )  # fmt: skip
