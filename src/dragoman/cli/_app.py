"""The commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import IO, Annotated, TypeVar

import typer

from dragoman.cli import silence
from dragoman.cli._actors import OwnActors, actors_app
from dragoman.cli._ask import ask
from dragoman.cli._codebook import OwnCodebooks, codebook_app
from dragoman.cli._draw import draw
from dragoman.cli._evaluate import evaluate
from dragoman.cli._export import export, import_
from dragoman.cli._record import record_app
from dragoman.errors import QueryError, StoreError, TextError

_T = TypeVar("_T")

app = typer.Typer(
    name="dragoman", no_args_is_help=True, add_completion=False, rich_markup_mode="markdown", pretty_exceptions_enable=False,
    help="Reads dated news reports and keeps the record of politics in them: events, statements, positions, each with its evidence.",
)  # fmt: skip
app.add_typer(actors_app, name="actors")
app.add_typer(codebook_app, name="codebook")
app.add_typer(record_app, name="record")

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


@contextmanager
def _writing(output: str | None) -> Iterator[IO[str]]:
    """The stream to write to; what can't be written is an error that names it, and a reader that goes away ends the run in silence."""
    name = output or "standard output"
    try:
        with _open(output) as stream:
            yield stream
            stream.flush()
    except BrokenPipeError as error:  # typer would make an exit code of its own of it
        silence()
        raise typer.Exit(141) from error
    except OSError as error:
        raise StoreError(f"{name}: can't be written: {error.strerror or error}") from error


def _open(output: str | None) -> AbstractContextManager[IO[str]]:
    if output is not None:
        return open(output, "w", encoding="utf8", errors="backslashreplace", newline="\n")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf8", errors="backslashreplace", newline="\n")
    return nullcontext(sys.stdout)


def _progress(items: Iterable[_T], label: str, output: str | None) -> Iterator[_T]:
    """Count on standard error while a long run goes on; silent where that is no terminal, or where the results themselves appear on one."""
    if not sys.stderr.isatty() or (output is None and sys.stdout.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(label), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        for item in items:
            yield item
            bar.advance(task)


@contextmanager
def counting(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give a callable that shows how many steps of how many are done, on standard error; null where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(label), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _end(failed: int) -> None:
    """Say how many inputs gave nothing, and leave with the exit code for that."""
    if failed:
        print(f"dragoman: {failed} of the inputs could not be read or coded; their problems say why", file=sys.stderr)
        raise typer.Exit(3)


@app.command()
def code(
    paths: Paths = None,
    input: InputKind = "auto",
    format: Annotated[str, typer.Option("--format", help="pretty, jsonl, csv; auto: pretty on a terminal, jsonl in a pipe.")] = "auto",
    date: DateOption = None,
    output: Output = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes; the result does not depend on their number.")] = 1,
    codebook: OwnCodebooks = None,
    actors: OwnActors = None,
    record: Annotated[str | None, typer.Option("--record", help="Keep what is coded in this record, made where there is none; go on where it stopped.")] = None,
) -> None:
    """Code reports: who did what to whom, who said so, where everyone stands.

    Examples:

        dragoman code report.txt

        dragoman code reports/ --format jsonl -o record.jsonl --workers 4

        cat report.txt | dragoman code - --date 2020-11-27 --format csv

        dragoman code report.txt --codebook my-frames.toml

        dragoman code report.txt --actors my-people

        dragoman code reports/ --record my-record
    """
    from dragoman.cli._formats import FORMATS, writer
    from dragoman.cli._record import code_into
    from dragoman.cli._run import records

    if format not in ("auto", *FORMATS):
        raise QueryError(f"format {format!r}: accepted are auto, {', '.join(FORMATS)}")
    if record is not None:
        code_into(_paths(paths), record, input=input, published=date, workers=workers, format=format, output=output, codebooks=codebook or (), actors=actors)
        return
    failed = 0
    with _writing(output) as stream:
        if format == "auto":
            format = "pretty" if output is None and stream.isatty() else "jsonl"
        write = writer(format, stream)
        coded = records(_paths(paths), input=input, published=date, workers=workers, codebooks=codebook or (), actors=actors)
        for one in _progress(coded, "reports", output):
            write(one)
            failed += not one.document.coder
    _end(failed)


@app.command()
def explain(
    path: Annotated[str, typer.Argument(help="A report, or - for standard input.")],
    event: Annotated[str | None, typer.Argument(help="The event's id, such as e3; all events without it.")] = None,
    date: DateOption = None,
    codebook: OwnCodebooks = None,
    actors: OwnActors = None,
) -> None:
    """Show why an event was coded: the words, the proposition, the frame or operator, the steps.

    Examples:

        dragoman explain report.txt

        dragoman explain report.txt e3
    """
    from dragoman.cli._pretty import explain_event
    from dragoman.cli._run import records

    found = False
    for record in records([path], input="auto", published=date, workers=1, codebooks=codebook or (), actors=actors):
        if not record.document.coder:
            raise TextError("; ".join(p.message for p in record.problems))
        for e in record.events:
            if event is None or e.id == event:
                explain_event(record, e)
                found = True
        if event is not None and not found:
            ids = ", ".join(e.id for e in record.events) or "none"
            raise QueryError(f"{path}: no event {event!r}; its events are {ids}")
    if not found and event is None:
        print("no events were coded")


@app.command()
def parse(
    paths: Paths = None,
    conllu: Annotated[bool, typer.Option("--conllu", help="The input is CoNLL-U; its tokens and sentences are kept.")] = False,
    output: Output = None,
) -> None:
    """Write tokens, tags, trees, mentions and chains as CoNLL-U.

    Examples:

        dragoman parse report.txt > report.conllu

        dragoman parse --conllu treebank.conllu
    """
    from dragoman.cli._run import analyses

    failed = 0
    with _writing(output) as stream:
        for block in _progress(analyses(_paths(paths), conllu=conllu), "reports", output):
            if isinstance(block, str):
                stream.write(block)
            else:
                print(f"dragoman: {block.message}", file=sys.stderr)
                failed += block.code not in ("too-long", "not-english")
    _end(failed)


@app.command()
def times(paths: Paths = None, input: InputKind = "auto", date: DateOption = None, output: Output = None) -> None:
    """Find time expressions: a JSON line per report, each with its range, TIMEX3 type and value.

    Examples:

        dragoman times reports.jsonl

        echo "They met on Friday." | dragoman times --date 2020-11-27
    """
    from dragoman.cli._run import time_lines

    _write_lines(time_lines(_paths(paths), input=input, published=date), output)


@app.command()
def places(paths: Paths = None, input: InputKind = "auto", output: Output = None) -> None:
    """Find places, or resolve the given `spans`: a JSON line per report.

    Examples:

        dragoman places reports.jsonl

        echo '{"id": "1", "text": "Shelling near Tripoli", "spans": [[14, 21]]}' | dragoman places
    """
    from dragoman.cli._run import place_lines

    _write_lines(place_lines(_paths(paths), input=input), output)


@app.command()
def relate(paths: Paths = None, output: Output = None) -> None:
    """Read marked pairs given as JSONL {"id", "text", "actor": [s, e], "recipient": [s, e]}: what the actor does toward the recipient.

    Examples:

        dragoman relate pairs.jsonl

        echo '{"id": 1, "text": "Chad accused Niger.", "actor": [0, 4], "recipient": [13, 18]}' | dragoman relate
    """
    from dragoman.cli._relate import relation_lines

    _write_lines(relation_lines(_paths(paths)), output)


def _write_lines(lines: Iterable[bytes], output: str | None) -> None:
    with _writing(output) as stream:
        for line in _progress(lines, "lines", output):
            stream.write(line.decode("utf8") + "\n")


@actors_app.command("resolve")
def actors_resolve(
    paths: Paths = None,
    output: Output = None,
    actors: OwnActors = None,
) -> None:
    """Resolve mentions given as JSONL {"id", "text", "date", "context"}: who is meant.

    Examples:

        dragoman actors resolve mentions.jsonl

        echo '{"id": "1", "text": "the Kenyan parliament", "date": "2024-06-25"}' | dragoman actors resolve
    """
    from dragoman.cli._run import resolve_lines

    _write_lines(resolve_lines(_paths(paths), actors), output)


app.command()(evaluate)
app.command()(ask)
app.command()(draw)
app.command()(export)
app.command("import")(import_)
