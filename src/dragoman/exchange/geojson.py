"""GeoJSON (RFC 7946): a point for each event whose place has coordinates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from dragoman.exchange._rows import day_of, document_digest
from dragoman.records import Event, Record


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A feature collection. Returns the number of features."""
    n = 0
    stream.write('{"type": "FeatureCollection", "features": [')
    for record in records:
        for event in record.events:
            if event.same_as is None and event.place and event.place.lat is not None and event.place.lon is not None:
                stream.write((",\n" if n else "\n") + msgspec.json.encode(_feature(record, event)).decode("utf8"))
                n += 1
    stream.write("\n]}\n")
    return n


def _feature(record: Record, e: Event) -> dict[str, Any]:
    assert e.place is not None
    return {
        "type": "Feature", "id": f"{document_digest(record)[:12]}-{e.id}",
        "geometry": {"type": "Point", "coordinates": [e.place.lon, e.place.lat]},
        "properties": {
            "day": day_of(record, e), "type": e.type, "modes": e.modes, "quad": e.quad, "score": e.score, "actors": [p.actor for p in e.actors],
            "recipients": [p.actor for p in e.recipients], "status": e.status, "standing": e.standing, "confidence": e.confidence,
            "place": e.place.name, "country": e.place.country, "precision": e.place.precision, "geonames": e.place.geonames,
            "text": record.document.text[slice(*e.sentence)], "document": record.document.id, "publisher": record.document.publisher,
            "url": record.document.url,
        },
    }  # fmt: skip
