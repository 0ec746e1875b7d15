"""The shape of a kept document: the contract's object in nested Arrow columns, with its keys before it.

    Record ──▶ row {key, document_key, coded_at, schema, document: {...}, events: [{...}], ...} ──▶ Record

The columns are read off :mod:`dragoman.records`, so the two can't drift apart; a hash test guards them (``tests/unit/record``). Free-form
fields (``document.meta``, ``event.why``, ``position.target``) are JSON text, since their keys differ from row to row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import pyarrow as pa
from msgspec import inspect

from dragoman.exchange.foreign import ForeignEvent
from dragoman.records import Document, Problem, Record, coding_key, digest, document_key

VERSION = 1
"""Of the kept columns; a row says by which it was written."""

Row = dict[str, Any]


def columns() -> pa.Schema:
    """The schema of ``coded``: one row a coded document."""
    fields = [pa.field(f.encode_name, _arrow(f.type)) for f in _fields(Record)]
    own = [("key", pa.string()), ("document_key", pa.string()), ("coded_at", pa.timestamp("us", tz="UTC")), ("schema", pa.int32())]
    return pa.schema([*own, *fields])


def failure_columns() -> pa.Schema:
    """The schema of ``failures``: one row a document that could not be read or coded."""
    text = ("key", "document_key", "document", "published", "code", "message")
    return pa.schema([*((name, pa.string()) for name in text), ("failed_at", pa.timestamp("us", tz="UTC"))])


def imported_columns() -> pa.Schema:
    """The schema of ``imported``: one row an event of another data set, in the terms of this one."""
    return pa.schema([pa.field(f.encode_name, _arrow(f.type)) for f in _fields(ForeignEvent)])


def to_row(record: Record, coded_at: datetime) -> Row:
    """One document as a row of ``coded``.

    Raises:
        UnicodeEncodeError: A lone surrogate stands in a text.
    """
    row: Row = msgspec.to_builtins(record)
    for text in (record.document.id, record.document.text, record.document.title or ""):
        text.encode("utf8")
    row["document"]["meta"] = _json(row["document"]["meta"])
    for event in row["events"]:
        event["why"] = _json(event["why"])
    for position in row["positions"]:
        position["target"] = _json(position["target"])
    document = record.document
    return {"key": coding_key(document), "document_key": document_key(document), "coded_at": coded_at, "schema": VERSION, **row}


def failure_row(document: Document, problem: Problem, failed_at: datetime) -> Row:
    """A document that could not be coded, as a row of ``failures``; the same failure has the same key. A lone surrogate is written out."""
    key = document_key(document)
    texts = {
        "key": digest(key, problem.code, problem.message), "document_key": key, "document": document.id, "published": document.published,
        "code": problem.code, "message": problem.message,
    }  # fmt: skip
    clean = {name: text and text.encode("utf8", "backslashreplace").decode("utf8") for name, text in texts.items()}
    return {**clean, "failed_at": failed_at}


def from_row(row: Mapping[str, Any]) -> Record:
    """The record that :func:`to_row` was given."""
    row = dict(row)
    row["document"] = {**row["document"], "meta": json.loads(row["document"]["meta"])}
    row["events"] = [{**event, "why": json.loads(event["why"])} for event in row["events"]]
    row["positions"] = [{**p, "target": None if p["target"] is None else json.loads(p["target"])} for p in row["positions"]]
    return msgspec.convert(row, Record)


def to_table(rows: Iterable[Row]) -> pa.Table:
    """Rows of ``coded`` as an Arrow table, shape ``(rows, columns)``."""
    return pa.Table.from_pylist(list(rows), schema=columns())


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value)


def _fields(struct: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    return kind.fields


def _arrow(kind: inspect.Type) -> pa.DataType:
    """The Arrow type of a record's field."""
    if isinstance(kind, inspect.UnionType):
        (kind,) = (t for t in kind.types if not isinstance(t, inspect.NoneType))
    if isinstance(kind, inspect.StructType):
        return pa.struct([pa.field(f.encode_name, _arrow(f.type)) for f in kind.fields])
    if isinstance(kind, inspect.VarTupleType):
        return pa.list_(_arrow(kind.item_type))
    if isinstance(kind, inspect.TupleType):  # a span
        return pa.list_(pa.int64())
    if isinstance(kind, inspect.DictType):
        return pa.string()
    return _SCALARS[type(kind)]


_SCALARS: Mapping[type, pa.DataType] = {
    inspect.StrType: pa.string(), inspect.IntType: pa.int64(), inspect.FloatType: pa.float64(), inspect.BoolType: pa.bool_(),
}  # fmt: skip
