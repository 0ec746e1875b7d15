"""What the tabular formats share: an event as pairs of one actor and one recipient, cells, and reading tab-separated files."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from dragoman.errors import TextError
from dragoman.records import Actor, Event, Participant, Record


@dataclass(frozen=True, slots=True)
class Pair:
    """One actor of an event toward one recipient, or toward nobody."""

    record: Record
    event: Event
    actor: Participant
    recipient: Participant | None
    who: Actor
    whom: Actor | None
    number: int
    """Of the pair in its event, from 0."""

    @property
    def day(self) -> str | None:
        """``YYYY-MM-DD`` of the event; of the report where the event has none."""
        return day_of(self.record, self.event)

    @property
    def id(self) -> str:
        """Stable: the same document and event give the same one."""
        return f"{document_digest(self.record)[:12]}-{self.event.id}-{self.number}"

    @property
    def number_id(self) -> int:
        """The same as an integer that a double can hold, for formats with numeric ids."""
        return int(hashlib.sha256(self.id.encode()).hexdigest()[:13], 16)


def day_of(record: Record, event: Event) -> str | None:
    start = event.date.start if event.date else None
    day = start or record.document.published
    return day[:10] if day and len(day) >= 10 else None


def document_digest(record: Record) -> str:
    document = record.document
    return document.sha256 or hashlib.sha256(f"{document.id}\0{document.text}".encode("utf8", "backslashreplace")).hexdigest()


def pairs(records: Iterable[Record]) -> Iterator[Pair]:
    """Events as pairs. What several do together is done by each toward each other; an event told again is left out."""
    for record in records:
        actors = {a.id: a for a in record.actors}
        for event in record.events:
            if event.same_as is None:
                for n, (one, other) in enumerate(_sides(event)):
                    yield Pair(record, event, one, other, _actor(one, actors), _actor(other, actors) if other else None, n)


def _sides(event: Event) -> Iterator[tuple[Participant, Participant | None]]:
    others: Sequence[Participant | None] = event.recipients
    if not others and len(event.actors) > 1:
        yield from ((a, b) for a in event.actors for b in event.actors if a is not b)
        return
    yield from ((a, b) for a in event.actors for b in (others or (None,)))


def _actor(participant: Participant, actors: dict[str, Actor]) -> Actor:
    """Who it is; one that the record does not know has its words for a name."""
    return actors.get(participant.actor or "") or Actor(id=participant.actor or "", name=participant.text)


def write_rows(stream: IO[str], rows: Iterable[Sequence[object]], header: Sequence[str] | None = None, missing: str = "") -> int:
    """Tab-separated rows; tabs and line ends inside of a cell become blanks. Returns the number of rows."""
    n = 0
    if header:
        stream.write("\t".join(header) + "\n")
    for row in rows:
        stream.write("\t".join(missing if v is None or v == "" else _flat(v) for v in row) + "\n")
        n += 1
    return n


def _flat(value: object) -> str:
    """A cell; a NUL would make readers take the file for something else than text."""
    if isinstance(value, str):
        return " ".join(value.replace("\x00", " ").split())
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e5 else str(value)


def read_rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a tab-separated file with their line numbers: UTF-8 or Latin-1, quotes are characters like any other, empty lines are skipped."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if "\x00" in text:
        raise TextError(f"{name}: is no text")
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if row and any(row):
            yield number, row


def read_header(rows: Iterator[tuple[int, list[str]]], needed: Iterable[str], name: str, rename: Callable[[str], str] = str) -> list[str]:
    """The columns of the first row.

    Raises:
        TextError: A needed column is not there.
    """
    header = [rename(cell.strip().strip('"')) for cell in next(rows, (0, []))[1]]
    absent = [column for column in needed if column not in header]
    if absent:
        raise TextError(f"{name}:1: no column {', '.join(absent)}; there are {', '.join(header) or 'none'}")
    return header


def number(text: str) -> float | None:
    """A number, or null for what is none."""
    try:
        return float(text)
    except ValueError:
        return None
