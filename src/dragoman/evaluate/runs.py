"""Runs: what ``dragoman code --format jsonl`` and ``dragoman relate`` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import TextError
from dragoman.evaluate.gold import Gold, json_lines, sha256_of
from dragoman.records import Record


class RelationLine(msgspec.Struct, frozen=True, kw_only=True):
    """The contract's line of ``dragoman relate``; ``type`` is null for a pair that could not be read."""

    id: str
    type: str | None = None
    modes: tuple[str, ...] = ()
    status: str | None = None
    probabilities: dict[str, float] = {}
    problems: tuple[dict[str, Any], ...] = ()


def read_records(path: str | Path, gold: Gold) -> dict[str, Record]:
    """The records of the documents that gold has, by id; others are not kept.

    Raises:
        TextError: A line is no record, an id stands twice, or a document's text is not the one that gold was made from.
    """
    out: dict[str, Record] = {}
    for number, raw in json_lines(path):
        where = f"{path}:{number}"
        if not isinstance(raw, dict) or "document" not in raw:
            raise TextError(f"{where}: is no record; accepted is a line of: dragoman code --format jsonl")
        try:
            record = msgspec.convert(raw, Record)
        except msgspec.ValidationError as error:
            raise TextError(f"{where}: is no record: {error}") from error
        id_ = record.document.id
        document = gold.documents.get(id_)
        if document is None:
            continue
        if id_ in out:
            raise TextError(f"{where}: the document {id_!r} stands there twice")
        want = document.sha256 or (sha256_of(document.text) if document.text is not None else None)
        if want is not None and record.document.coder and sha256_of(record.document.text) != want:
            raise TextError(f"{where}: the text of {id_!r} is not the one of {gold.path}:{gold.lines[id_]}, so that spans can't be compared")
        out[id_] = record
    return out


def read_relations(path: str | Path, gold: Gold) -> dict[str, RelationLine]:
    """The answers to the pairs that gold has, by id.

    Raises:
        TextError: A line is no answer, or an id stands twice.
    """
    out: dict[str, RelationLine] = {}
    for number, raw in json_lines(path):
        where = f"{path}:{number}"
        if not isinstance(raw, dict) or "probabilities" not in raw:
            raise TextError(f"{where}: is no answer about a pair; accepted is a line of: dragoman relate")
        try:
            line = msgspec.convert(raw, RelationLine)
        except msgspec.ValidationError as error:
            raise TextError(f"{where}: is no answer about a pair: {error}") from error
        if line.id not in gold.pairs:
            continue
        if line.id in out:
            raise TextError(f"{where}: the pair {line.id!r} stands there twice")
        out[line.id] = line
    return out
