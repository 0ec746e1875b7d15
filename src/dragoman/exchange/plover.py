"""PLOVER JSON, an event a line, with the fields of the manual's chapter on data fields.

PLOVER has no place for who says so and how sure the coder is; ``comment`` holds standing, speakers' statement and confidence as
``standing=claim; statement=s2; confidence=0.8``, so that reading it back loses less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from dragoman.errors import TextError
from dragoman.exchange._codes import Countries, country_of, sectors_of
from dragoman.exchange._rows import day_of, document_digest
from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Actor, Event, Participant, Place, Record

_RESOLUTION = {"exact": 5, "city": 4, "district": 3, "province": 2, "country": 1}
_SIZES = {"killed": "dead", "injured": "injured", "arrested": "arrested"}


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A line per event. Returns the number of lines."""
    countries, n = Countries.load(), 0
    for record in records:
        actors = {a.id: a for a in record.actors}
        for event in record.events:
            if event.same_as is None:
                stream.write(msgspec.json.encode(_event(record, event, actors, countries)).decode("utf8") + "\n")
                n += 1
    return n


def _event(record: Record, e: Event, actors: dict[str, Actor], countries: Countries) -> dict[str, Any]:
    document = record.document
    end = e.date.end if e.date else None
    line: dict[str, Any] = {
        "id": f"{document_digest(record)[:12]}-{e.id}", "date": day_of(record, e), "enddate": end[:10] if end else None,
        "actor": [_entity(p, actors) for p in e.actors], "recipient": [_entity(p, actors) for p in e.recipients], "event": [e.type],
        "has_event": True, "event_loc": _place(e.place, record.document.text, countries) if e.place else None, "event_text": [e.trigger.text],
        "quad_code": e.quad, "event_scale": e.score, "mode": list(e.modes), "context": list(e.contexts), "link": e.theme.event if e.theme else None,
        "text": document.text[e.sentence[0] : e.sentence[1]],
        "text_info": {"sequence": e.sentence_index, "start": e.sentence[0], "end": e.sentence[1]},
        "cite_info": {
            "citation": document.id, "url": document.url, "title": document.title, "language": document.language, "publication": document.publisher,
            "coder": document.coder, "codebook": document.codebook, "version": document.model,
        },
        "size": {_SIZES[m.kind]: m.low for m in e.magnitude if m.kind in _SIZES} or None,
        "coder": document.coder, "comment": _comment(e),
    }  # fmt: skip
    return {name: value for name, value in line.items() if value is not None}


def _comment(e: Event) -> str:
    said = f"; statement={e.statement}" if e.statement else ""
    return f"status={e.status}; standing={e.standing}{said}; confidence={e.confidence:g}"


def _entity(p: Participant, actors: dict[str, Actor]) -> dict[str, Any]:
    actor = actors.get(p.actor or "") or Actor(id=p.actor or "", name=p.text)
    sectors = sectors_of(actor)
    entity = {
        "code": country_of(actor) or actor.group or "", "sector": list(sectors), "entity_text": p.text, "identifier_id": actor.wikidata,
        "identifier_text": actor.name, "office": actor.role,
    }  # fmt: skip
    return {name: value for name, value in entity.items() if value is not None}


def _place(place: Place, text: str, countries: Countries) -> dict[str, Any]:
    where = {
        "extracted_place": text[slice(*place.span)] if place.span else None, "resolved_place": place.name, "geonameid": place.geonames,
        "lat": place.lat, "lon": place.lon, "city": place.name if place.precision == "city" else None,
        "district": place.name if place.precision == "district" else None, "province": place.admin1, "country": countries.name(place.country) or None,
        "country_code": place.country, "resolution": _RESOLUTION.get(place.precision),
    }  # fmt: skip
    return {name: value for name, value in where.items() if value is not None}


def read(data: bytes, name: str) -> Iterator[ForeignEvent]:
    """Events of PLOVER JSON, the first actor and recipient of each.

    Raises:
        TextError: A line is no PLOVER event.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield _read(msgspec.json.decode(line), line)
            except (msgspec.DecodeError, KeyError, IndexError, AttributeError, TypeError, UnicodeDecodeError) as error:
                raise TextError(f"{name}:{number}: is no event in PLOVER JSON: {type(error).__name__}: {error}") from error


def _read(event: dict[str, Any], line: bytes) -> ForeignEvent:
    actor, recipient = (event.get(side) or [{}] for side in ("actor", "recipient"))
    place, cite = event.get("event_loc") or {}, event.get("cite_info") or {}
    return ForeignEvent(
        dataset="plover", id=str(event["id"]), date=event["date"], type=event["event"][0], modes=tuple(event.get("mode") or ()),
        quad=event.get("quad_code"), score=event.get("event_scale"), contexts=tuple(event.get("context") or ()),
        actor=actor[0].get("identifier_text") or actor[0].get("entity_text"), actor_code=actor[0].get("code"), actor_country=_country(actor[0]),
        actor_sectors=tuple(actor[0].get("sector") or ()), recipient=recipient[0].get("identifier_text") or recipient[0].get("entity_text"),
        recipient_code=recipient[0].get("code"), recipient_country=_country(recipient[0]), recipient_sectors=tuple(recipient[0].get("sector") or ()),
        place=place.get("resolved_place"), place_country=place.get("country_code"), admin1=place.get("province"), lat=place.get("lat"),
        lon=place.get("lon"), geonames=place.get("geonameid"), publisher=cite.get("publication"), url=cite.get("url"), raw={"line": line.decode("utf8")},
    )  # fmt: skip


def _country(entity: dict[str, Any]) -> str | None:
    code = entity.get("code") or ""
    return code if len(code) == 3 and code not in ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC") else None
