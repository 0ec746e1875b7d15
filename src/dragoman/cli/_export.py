"""``dragoman export`` and ``dragoman import``: foreign formats."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from dragoman.cli import _ask
from dragoman.errors import QueryError, TextError

if TYPE_CHECKING:
    from dragoman.exchange import ForeignEvent
    from dragoman.records import Record

_FORMATS = "cameo, dna, gdelt, gdelt-mentions, geojson, graphml, graphml-positions, icews, phoenix, plover, polecat, rdf"
_WHOLE = ("dna", "graphml-positions", "rdf")
"""Formats that hold more than events, or say of each event whether it happened: whole documents go into them."""


def export(
    format: Annotated[str, typer.Argument(help=_FORMATS)],
    record: Annotated[str | None, typer.Option("--record", help="The record to export.", envvar="DRAGOMAN_RECORD")] = None,
    input: Annotated[str | None, typer.Option("--input", help="JSON lines of dragoman code, or -, instead of a record.")] = None,
    actor: _ask.Actor = None,
    recipient: _ask.Recipient = None,
    involving: _ask.Involving = None,
    country: _ask.Country = None,
    type: _ask.Type = None,
    context: _ask.Context = None,
    place: _ask.PlaceName = None,
    since: _ask.Since = None,
    until: _ask.Until = None,
    publisher: _ask.Publisher = None,
    status: _ask.Status = None,
    standing: _ask.Standing = None,
    min_confidence: _ask.Confidence = None,
    words: _ask.Words = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="A version's number, a date, or a time (UTC).")] = None,
    base: Annotated[str | None, typer.Option("--base", help="rdf: what names begin with, such as https://example.org/; urn:dragoman: without it.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", help="A file to write to; standard output otherwise.")] = None,
) -> None:
    """Write a record in a format of the field. Events that happened are written, unless --status asks for others.

    Examples:

        dragoman export polecat --record my-record -o events.tsv

        dragoman export gdelt --record my-record --since 2020 --standing reporter -o gdelt.tsv

        dragoman code reports/ --format jsonl | dragoman export geojson --input - -o map.json
    """
    from dragoman.cli._app import _writing
    from dragoman.exchange import WRITERS, rdf

    if format not in WRITERS:
        raise QueryError(f"format {format!r}: accepted are {', '.join(WRITERS)}")
    if base is not None and format != "rdf":
        raise QueryError("--base: accepted with rdf only")
    filters = {
        "actor": actor, "recipient": recipient, "involving": involving, "country": country, "type": type, "context": context, "place": place,
        "since": since, "until": until, "publisher": publisher, "status": status, "standing": standing, "min_confidence": min_confidence, "words": words,
    }  # fmt: skip
    given = {name: value for name, value in filters.items() if value not in (None, [])}
    if (record is None) == (input is None):
        raise QueryError("one of --record DIR and --input FILE is accepted")
    if input is not None:
        if given or as_of:
            raise QueryError(f"--{next(iter([*given, 'as-of'])).replace('_', '-')}: accepted with --record only")
        records: Iterator[Record] = _lines(input) if format == "rdf" else (_happened(r) for r in _lines(input))
    else:
        records = _kept(str(record), as_of, given, whole=format in _WHOLE)
    with _writing(output) as stream:
        n = WRITERS[format](records, stream) if base is None else rdf.write(records, stream, base)
    print(f"dragoman: {n} rows of {format} were written", file=sys.stderr)


def _kept(place: str, as_of: str | None, given: dict[str, Any], whole: bool) -> Iterator[Record]:
    """The documents of a record with the events that the filters let pass; formats of whole documents take the documents that have such an event, if any
    filter is given, and all otherwise."""
    from dragoman.record import Questions, Store

    store = Store(place, as_of=as_of)
    if whole and not given:
        return store.records()
    filters = _ask.make_filters(**given).or_else(status=("actual",))
    chosen: defaultdict[str, set[str]] = defaultdict(set)
    for row in Questions(store).events(filters, columns=("key", "event")).to_pylist():
        chosen[row["key"]].add(row["event"])
    return store.records(chosen)


def _lines(name: str) -> Iterator[Record]:
    from dragoman.records import Record

    decode = msgspec.json.Decoder(Record).decode
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise TextError(f"{name}: {error.strerror or error}") from error
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise TextError(f"{name}:{number}: is no line of dragoman code: {error}") from error


def _happened(record: Record) -> Record:
    return msgspec.structs.replace(record, events=tuple(e for e in record.events if e.status == "actual"))


def import_(
    format: Annotated[str, typer.Argument(help="gdelt, icews, phoenix, plover, polecat")],
    paths: Annotated[list[str], typer.Argument(help="Files; zipped ones too.")],
    record: Annotated[str | None, typer.Option("--record", help="The record to keep the events in, beside its own.", envvar="DRAGOMAN_RECORD")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", help="Without a record: a file for JSON lines; standard output otherwise.")] = None,
) -> None:
    """Read events of another data set: into the table `imported` of a record, or as JSON lines in one form for all.

    Examples:

        dragoman import polecat ngecEvents.DV.2023.txt --record my-record

        dragoman import gdelt 20240301.export.CSV -o gdelt.jsonl
    """
    from dragoman.cli._app import _writing
    from dragoman.exchange import READERS

    if format not in READERS:
        raise QueryError(f"format {format!r}: accepted are {', '.join(READERS)}")
    events = _foreign(format, paths)
    if record is None:
        with _writing(output) as stream:
            for event in events:
                stream.write(msgspec.json.encode(event).decode("utf8") + "\n")
        return
    from dragoman.record import Store, keep_imported

    new, known = keep_imported(Store(record, create=True), events)
    print(f"dragoman: {new} events of {format} kept in {record}, {known} were there already", file=sys.stderr)


def _foreign(format: str, paths: list[str]) -> Iterator[ForeignEvent]:
    from dragoman.exchange import READERS

    for path in paths:
        for name, data in _files(path):
            yield from READERS[format](data, name)


def _files(path: str) -> Iterator[tuple[str, bytes]]:
    """A file's bytes; of a zip archive, each file's."""
    import zipfile

    try:
        if path != "-" and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path}/{name}", archive.read(name)
        else:
            yield path, sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, zipfile.BadZipFile) as error:
        raise TextError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from error
