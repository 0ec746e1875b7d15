"""Arrow tables for people and for programs: a table on a terminal, CSV, JSON lines, Parquet, Arrow."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from dragoman.errors import QueryError

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("table", "csv", "jsonl", "parquet", "arrow")
_SHOWN = 50
"""Rows of a table on a terminal."""
_HIDDEN = ("key", "coder", "codebook", "model")
"""Columns that only programs need."""


_NARROW = {
    "events": ("day", "type", "actors", "recipients", "theme", "status", "standing", "document", "event"),
    "statements": ("day", "speakers", "cue", "content", "kind", "document"),
    "who-said": ("day", "speakers", "cue", "content", "kind", "document"),
    "positions": ("as_of", "holder", "stance", "question_text", "tense", "standing", "document"),
    "who-changed": ("holder", "question_text", "stance_before", "day_before", "stance", "day", "document"),
    "documents": ("published", "title", "publisher", "events", "statements", "positions", "document"),
}
"""The columns that a terminal has room for, by question; other formats have all."""


def choose_format(asked: str, output: str | None, stream: IO[str]) -> str:
    """The format: as asked; else by the output's suffix; else a table on a terminal and JSON lines in a pipe.

    Raises:
        QueryError: There is no such format, or it needs a file.
    """
    if asked not in ("auto", *FORMATS):
        raise QueryError(f"format {asked!r}: accepted are auto, {', '.join(FORMATS)}")
    if asked == "auto":
        suffix = Path(output).suffix[1:] if output else ""
        asked = suffix if suffix in FORMATS else "table" if output is None and stream.isatty() else "jsonl"
    if asked in ("parquet", "arrow") and output is None:
        raise QueryError(f"format {asked}: needs a file: --output NAME.{asked}")
    return asked


def write_binary(table: pa.Table, format: str, output: str) -> None:
    """A Parquet or Arrow (Feather) file."""
    if format == "parquet":
        import pyarrow.parquet as pq

        pq.write_table(table, output)
    else:
        import pyarrow.feather as feather

        feather.write_feather(table, output)


def write_table(table: pa.Table, format: str, stream: IO[str], question: str = "") -> None:
    """A table (of the columns that matter most for the question), CSV or JSON lines."""
    if format == "table":
        _show(table, _NARROW.get(question, tuple(n for n in table.column_names if n not in _HIDDEN)), stream)
    elif format == "csv":
        import csv

        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(table.column_names)
        for row in _rows(table):
            rows.writerow([_cell(v) for v in row.values()])
    else:
        for row in _rows(table):
            stream.write(msgspec.json.encode(row).decode("utf8") + "\n")


def _rows(table: pa.Table) -> Iterable[Mapping[str, Any]]:
    for batch in table.to_batches(max_chunksize=1000):
        yield from batch.to_pylist()


def _text(value: Any) -> str:
    """One line for a value: lists by semicolons, as in the events of ``code --format csv``."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(_text(v) for v in value)
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode("utf8")
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _cell(value: Any) -> str:
    from dragoman.cli._formats import _cell as safe  # no formula for a spreadsheet to run

    return safe(_text(value))


def _show(table: pa.Table, names: Sequence[str], stream: IO[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from dragoman.cli._pretty import visible

    console = Console(file=stream)
    view = Table(box=None, pad_edge=False, header_style="bold")
    numeric = {n for n in names if str(table.schema.field(n).type) in ("int64", "double", "int32")}
    for name in names:
        view.add_column(name, justify="right" if name in numeric else "left", overflow="fold")
    for row in _rows(table.slice(0, _SHOWN).select(names)):
        view.add_row(*(Text(visible(_text(v)).replace("\n", " ")) for v in row.values()))
    console.print(view)
    if table.num_rows > _SHOWN:
        print(f"dragoman: {_SHOWN} of {table.num_rows} rows are shown; --limit, --format csv or --output give others", file=sys.stderr)
