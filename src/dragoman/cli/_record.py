"""``dragoman record``: look after a record; and what ``dragoman code --record`` does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dragoman.errors import StoreError
from dragoman.records import Document, Record

if TYPE_CHECKING:
    from dragoman.reading import Failure, Input
    from dragoman.record import Writer

record_app = typer.Typer(no_args_is_help=True, help="Look after a record: its versions, its state, its repair.")

Place = Annotated[str, typer.Argument(help="The record: a folder, or an object store's URL.", envvar="DRAGOMAN_RECORD", show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", help="A version's number, a date, or a time (UTC): the record as it was then.")]


def keep_reports(
    paths: list[str], place: str, *, input: str, published: str | None, workers: int, write: Callable[[Record], None] | None,
    progress: Callable[[Iterable[Record]], Iterable[Record]], codebooks: Sequence[str] = (), actors: str | None = None,
) -> Writer:  # fmt: skip
    """Code reports into a record. What it holds by the same coder is not coded again, unless all are to be written out too.

    Args:
        paths, input, published, workers, codebooks, actors: As for coding alone.
        place: The record; made where there is none.
        write: Writes each coded report elsewhere as well.
        progress: Wraps the stream of records, to show how far it is.
    """
    from dragoman.cli._run import code_items
    from dragoman.reading import read_documents
    from dragoman.record import Store, Writer

    with Writer(Store(place, create=True)) as writer:
        known = _Known(writer)
        inputs = read_documents(paths, input=input, published=published)
        for record in progress(code_items(inputs if write else known.without(inputs), workers=workers, codebooks=codebooks, actors=actors)):
            known.learn(record.document)
            writer.add(record)
            if write:
                write(record)
    return writer


class _Known:
    """Which documents need not be coded: known once the first one was coded and has said by which coder, codebook and model."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._by: Document | None = None

    def learn(self, document: Document) -> None:
        if document.coder:
            self._by = document

    def without(self, items: Iterable[Input | Failure]) -> Iterator[Input | Failure]:
        from dragoman.record.writer import stamped

        for item in items:
            if self._by and self._writer.has(stamped(item.document, self._by.coder, self._by.codebook, self._by.model)):
                self._writer.skip()
            else:
                yield item


def code_into(
    paths: list[str], place: str, *, input: str, published: str | None, workers: int, format: str, output: str | None, codebooks: Sequence[str] = (),
    actors: str | None = None,
) -> None:  # fmt: skip
    """``dragoman code --record``: into the record, and written out as well only where a format or a file is asked for."""
    from dragoman.cli._app import _progress, _writing
    from dragoman.cli._formats import writer

    def keep(write: Callable[[Record], None] | None) -> Writer:
        return keep_reports(
            paths, place, input=input, published=published, workers=workers, write=write, codebooks=codebooks, actors=actors,
            progress=lambda records: _progress(records, "reports", place),
        )  # fmt: skip

    if format == "auto" and output is None:
        say_what_was_kept(keep(None))
        return
    with _writing(output) as stream:
        kept = keep(writer("jsonl" if format == "auto" else format, stream))
    say_what_was_kept(kept)


def say_what_was_kept(writer: Writer) -> None:
    """One line on standard error, and exit status 3 where documents failed."""
    failed = f"; {writer.failed} could not be coded: dragoman record failures {writer.store.place}" if writer.failed else ""
    print(f"dragoman: {writer.kept} documents kept in {writer.store.place}, {writer.known} were there already{failed}", file=sys.stderr)
    if writer.failed:
        raise typer.Exit(3)


@record_app.command("info")
def info(place: Place, as_of: AsOf = None) -> None:
    """Show a record in figures.

    Examples:

        dragoman record info my-record

        dragoman record info my-record --as-of 2026-01-31
    """
    from dragoman import record

    for name, value in record.info(record.Store(place, as_of=as_of)).items():
        print(f"{name:12}{'; '.join(value) if isinstance(value, list) else value}")


@record_app.command("versions")
def versions(place: Place) -> None:
    """List the versions: number, time (UTC), what was done, documents added.

    Examples:

        dragoman record versions my-record
    """
    from dragoman import record

    for v in record.versions(record.Store(place)):
        print(f"{v.version}\t{v.when:%Y-%m-%dT%H:%M:%S}\t{v.what}\t{v.documents}")


@record_app.command("diff")
def diff(
    place: Place,
    old: Annotated[str, typer.Argument(help="A version, date or time.")],
    new: Annotated[str | None, typer.Argument(help="The other one; the newest without it.")] = None,
) -> None:
    """Tell what changed between two versions, event by event: a JSON line per change.

    Examples:

        dragoman record diff my-record 3

        dragoman record diff my-record 2026-01-31 2026-02-28
    """
    from dragoman import record

    for change in record.diff(record.Store(place, as_of=old), record.Store(place, as_of=new)):
        print(msgspec.json.encode(change).decode("utf8"))


@record_app.command("failures")
def failures(place: Place) -> None:
    """List the documents that could not be coded, and why; code them again with `dragoman code` to retry.

    Examples:

        dragoman record failures my-record
    """
    from dragoman import record
    from dragoman.cli._tables import choose_format, write_table

    table = record.Store(place).ask("SELECT document, code, message, failed_at FROM failures ORDER BY failed_at, document")
    write_table(table, choose_format("auto", None, sys.stdout), sys.stdout)


@record_app.command("link")
def link(place: Place) -> None:
    """Link the reports that were not linked yet: who tells the same happening, who reprints whom. Questions do it too when they are asked.

    Examples:

        dragoman record link my-record

        dragoman ask happenings --record my-record
    """
    from dragoman import record
    from dragoman.cli._app import counting
    from dragoman.linking import Links

    links = Links(record.Store(place))
    with counting("steps") as progress:
        new = links.update(progress)
    table = links.table()
    happenings = len(set(table["happening"].to_pylist()))
    reprints = len({row["key"] for row in table.select(["key", "reprint_of"]).to_pylist() if row["reprint_of"]})
    print(f"{new} reports were linked; {happenings} happenings are told by two reports or more, {reprints} reports are reprints")


@record_app.command("compact")
def compact(place: Place) -> None:
    """Gather small files into large ones; every version stays readable.

    Examples:

        dragoman record compact my-record
    """
    from dragoman import record

    print(f"{record.compact(record.Store(place))} files were gathered")


@record_app.command("verify")
def verify(place: Place, as_of: AsOf = None) -> None:
    """Read everything, and compare it with the log, the keys, and the derived tables; exit status 5 where something is wrong.

    Examples:

        dragoman record verify my-record
    """
    from dragoman import record

    found = record.verify(record.Store(place, as_of=as_of))
    for finding in found:
        print(f"{finding.level}\t{finding.where}\t{finding.message}")
    wrong = sum(f.level == "error" for f in found)
    if wrong:
        raise StoreError(f"{place}: {wrong} errors; an earlier version may be whole: dragoman record verify --as-of, restore")
    print("all is well")


@record_app.command("rebuild")
def rebuild(place: Place) -> None:
    """Make the derived tables and indexes again from the kept documents.

    Examples:

        dragoman record rebuild my-record
    """
    from dragoman import record

    record.rebuild(record.Store(place))


@record_app.command("restore")
def restore(place: Place, version: Annotated[str, typer.Argument(help="A version, date or time.")]) -> None:
    """Make an old version the newest again; what came between stays in the versions before it.

    Examples:

        dragoman record restore my-record 7
    """
    from dragoman import record

    print(f"version {record.restore(record.Store(place), version)} is as {version} was")
