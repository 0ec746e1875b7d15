"""The commands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import IO, Annotated, Any

import typer

from dragoman.errors import QueryError, StoreError

app = typer.Typer(
    name="dragoman", no_args_is_help=True, add_completion=False, rich_markup_mode="markdown", pretty_exceptions_enable=False,
    help="Reads dated news reports and keeps the record of politics in them: events, statements, positions, each with its evidence.",
)  # fmt: skip
actors_app = typer.Typer(no_args_is_help=True, help="Look up and resolve political actors.")
app.add_typer(actors_app, name="actors")

Paths = Annotated[list[str] | None, typer.Argument(help="Files, folders, or - for standard input.", show_default="standard input")]
InputKind = Annotated[str, typer.Option("--input", help="text: a file is a report; jsonl: a line is one; auto: by suffix.")]
DateOption = Annotated[str | None, typer.Option("--date", help="YYYY-MM-DD, for all reports, before any date they give.")]
Output = Annotated[str | None, typer.Option("--output", "-o", help="A file to write to; standard output otherwise.")]


def _version(value: bool) -> None:
    if value:
        from dragoman import __version__

        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    """Set up nothing: every command loads what it needs."""


def _paths(given: list[str] | None) -> list[str]:
    if given:
        return given
    if sys.stdin.isatty():
        raise QueryError("no input: give files, folders, or - for standard input")
    return ["-"]


def _open(output: str | None) -> IO[str]:
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf8", errors="backslashreplace", newline="\n")
        return sys.stdout
    try:
        return open(output, "w", encoding="utf8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise StoreError(f"{output}: can't be written: {error.strerror or error}") from error


def _progress(items: Iterable[Any], label: str) -> Iterator[Any]:
    """Count on standard error while a long run goes on; silent where that is no terminal."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        for item in items:
            yield item
            bar.advance(task)


@app.command()
def code(
    paths: Paths = None,
    input: InputKind = "auto",
    format: Annotated[str, typer.Option("--format", help="pretty, jsonl, csv; auto: pretty on a terminal, jsonl in a pipe.")] = "auto",
    date: DateOption = None,
    output: Output = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes; the result does not depend on their number.")] = 1,
) -> None:
    """Code reports: who did what to whom, who said so, where everyone stands.

    Examples:

        dragoman code report.txt

        dragoman code reports/ --format jsonl -o record.jsonl --workers 4

        cat report.txt | dragoman code - --date 2020-11-27 --format csv
    """
    from dragoman.cli._formats import FORMATS, writer
    from dragoman.cli._run import records

    if format not in ("auto", *FORMATS):
        raise QueryError(f"format {format!r}: accepted are auto, {', '.join(FORMATS)}")
    stream = _open(output)
    if format == "auto":
        format = "pretty" if output is None and stream.isatty() else "jsonl"
    failed = 0
    write = writer(format, stream)
    try:
        for record in _progress(records(_paths(paths), input=input, published=date, workers=workers), "reports"):
            write(record)
            failed += not record.document.coder
        stream.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError) or output is None:
            raise
        raise StoreError(f"{output}: can't be written: {error.strerror or error}") from error
    finally:
        if output is not None:
            stream.close()
    if failed:
        print(f"dragoman: {failed} of the inputs could not be coded; their records say why", file=sys.stderr)
        raise typer.Exit(3)


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="A report, or - for standard input.")],
    event: Annotated[str | None, typer.Argument(help="The event's id, such as e3; all events without it.")] = None,
    date: DateOption = None,
) -> None:
    """Show why an event was coded: the words, the proposition, the frame or operator, the steps.

    Example: dragoman explain report.txt e3
    """
    from dragoman.cli._pretty import explain_event
    from dragoman.cli._run import records

    found = False
    for record in records([path], input="auto", published=date, workers=1):
        for problem in record.problems if not record.document.coder else ():
            raise QueryError(problem.message)
        for e in record.events:
            if event is None or e.id == event:
                explain_event(record, e)
                found = True
        if event is not None and not found:
            ids = ", ".join(e.id for e in record.events) or "none"
            raise QueryError(f"{path}: no event {event!r}; its events are {ids}")
    if not found and event is None:
        print("no events")


@app.command()
def parse(
    paths: Paths = None,
    conllu: Annotated[bool, typer.Option("--conllu", help="The input is CoNLL-U; its tokens and sentences are kept.")] = False,
    output: Output = None,
) -> None:
    """Write tokens, tags, trees, mentions and chains as CoNLL-U.

    Example: dragoman parse report.txt > report.conllu
    """
    from dragoman.cli._run import analyses

    stream = _open(output)
    for block in analyses(_paths(paths), conllu=conllu):
        stream.write(block)
    stream.flush()


@app.command()
def times(paths: Paths = None, input: InputKind = "auto", date: DateOption = None, output: Output = None) -> None:
    """Find time expressions: a JSON line per report, each with its range, TIMEX3 type and value.

    Example: dragoman times reports.jsonl
    """
    from dragoman.cli._run import time_lines

    _write_lines(time_lines(_paths(paths), input=input, published=date), output)


@app.command()
def places(paths: Paths = None, input: InputKind = "auto", output: Output = None) -> None:
    """Find places, or resolve the given `spans`: a JSON line per report.

    Example: dragoman places reports.jsonl
    """
    from dragoman.cli._run import place_lines

    _write_lines(place_lines(_paths(paths), input=input), output)


def _write_lines(lines: Iterable[bytes], output: str | None) -> None:
    stream = _open(output)
    for line in lines:
        stream.write(line.decode("utf8") + "\n")
    stream.flush()


@actors_app.command("resolve")
def actors_resolve(
    paths: Paths = None,
    output: Output = None,
) -> None:
    """Resolve mentions given as JSONL {"id", "text", "date", "context"}: who is meant.

    Example: echo '{"id": 1, "text": "the Kenyan parliament"}' | dragoman actors resolve
    """
    from dragoman.cli._run import resolve_lines

    _write_lines(resolve_lines(_paths(paths)), output)


@actors_app.command("find")
def actors_find(name: Annotated[str, typer.Argument(help="A name or part of one.")]) -> None:
    """Find actors by name.

    Example: dragoman actors find senate
    """
    from dragoman.cli._run import find_actors

    rows = find_actors(name)
    for row in rows:
        print("\t".join(row))
    if not rows:
        raise QueryError(f"no actor has {name!r} in a name")


@actors_app.command("show")
def actors_show(id: Annotated[str, typer.Argument(help="An actor's id, such as FRA-SEN.")]) -> None:
    """Show an actor: names, sectors, who held its offices.

    Example: dragoman actors show FRA
    """
    from dragoman.cli._run import show_actor

    for line in show_actor(id):
        print(line)
