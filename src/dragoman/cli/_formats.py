"""Records as JSON lines, as CSV (a row per event), or as something to read."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import IO

import msgspec

from dragoman.records import Event, Record

FORMATS = ("pretty", "jsonl", "csv")
COLUMNS = (
    "document", "published", "event", "type", "modes", "cameo", "quad", "score", "actors", "actor_text", "recipients", "recipient_text",
    "trigger", "status", "standing", "statement", "start", "end", "place", "country", "theme", "confidence", "sentence",
)  # fmt: skip


def writer(format: str, stream: IO[str]) -> Callable[[Record], None]:
    """A function that writes one record to the stream."""
    if format == "jsonl":
        encoder = msgspec.json.Encoder()

        def line(record: Record) -> None:
            stream.write(encoder.encode(record).decode("utf8") + "\n")

        return line
    if format == "csv":
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(COLUMNS)

        def table(record: Record) -> None:
            for event in record.events:
                rows.writerow([_cell(v) for v in _row(record, event)])

        return table
    from dragoman.cli._pretty import show_record

    return lambda record: show_record(record, stream)


def _cell(value: object) -> str:
    """A spreadsheet takes =, +, -, @ at the start of a cell for a formula; a leading apostrophe stops it."""
    text = "" if value is None else str(value).replace("\r", " ").replace("\n", " ").replace("\x00", "")
    return "'" + text if text[:1] in ("=", "+", "@", "\t") or (text[:1] == "-" and not text[1:].replace(".", "").isdigit()) else text


def _row(record: Record, e: Event) -> tuple[object, ...]:
    text = record.document.text
    return (
        record.document.id, record.document.published, e.id, e.type, ";".join(e.modes), e.cameo, e.quad, e.score,
        ";".join(p.actor or "" for p in e.actors), ";".join(p.text for p in e.actors),
        ";".join(p.actor or "" for p in e.recipients), ";".join(p.text for p in e.recipients), e.trigger.text, e.status, e.standing,
        e.statement, e.date.start if e.date else None, e.date.end if e.date else None, e.place.name if e.place else None,
        e.place.country if e.place else None, e.theme.text if e.theme else None, e.confidence, text[e.sentence[0] : e.sentence[1]],
    )  # fmt: skip
