"""Full-text search: a SQLite FTS5 index of documents, of sentences that tell events, and of what was said. Derived, and filled by data file.

    unit (kind, key, id) ◀── rowid ──▶ words (body: stems, no text kept)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from dragoman.errors import QueryError, StoreError
from dragoman.record.store import Store

VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (rowid INTEGER PRIMARY KEY, kind TEXT, key TEXT, id TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (body, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
"""
_UNITS = {
    # table of the question: what is searched in it, and the column that the unit's id is
    "documents": ("document", "''"),
    "events": ("sentence", "t.sentence_start::VARCHAR"),
    "statements": ("statement", "t.statement"),
}
COLUMNS = pa.schema([("key", pa.string()), ("id", pa.string())])


def id_column(table: str) -> str:
    """What in a row of the table is the id of the unit that was searched."""
    return _UNITS[table][1]


def search(store: Store, table: str, words: str) -> pa.Table:
    """Where the words stand: ``key`` of the coding and ``id`` of the unit, shape ``(hits, 2)``.

    Args:
        store: The record; its index is brought up to date first.
        table: ``documents``, ``events`` (their sentences) or ``statements`` (what was said).
        words: As FTS5 reads them; what it can't read is searched word by word.

    Raises:
        QueryError: There is no word in it.
    """
    if not any(c.isalnum() for c in words):
        raise QueryError(f"words {words!r}: there is nothing to look for in it")
    with closing(_open(store)) as index:
        for query in (words, " ".join(f'"{w}"' for w in words.replace('"', " ").split())):
            try:
                rows = index.execute(
                    "SELECT DISTINCT key, id FROM unit JOIN words ON words.rowid = unit.rowid WHERE words MATCH ? AND kind = ?", (query, _UNITS[table][0])
                ).fetchall()
            except sqlite3.OperationalError:
                continue
            return pa.Table.from_pylist([{"key": key, "id": id_} for key, id_ in rows], schema=COLUMNS)
    raise QueryError(f"words {words!r}: can't be searched; accepted are words, \"phrases\", OR, NOT and prefix*")


def _open(store: Store) -> sqlite3.Connection:
    """The index, with all data files of the record's version in it."""
    store.derived.update(store.parts)
    path = store.derived.root / f"words-{VERSION}.sqlite"
    try:
        index = sqlite3.connect(path, timeout=60, isolation_level=None)
        index.execute("PRAGMA journal_mode = WAL")
        index.executescript(_SCHEMA)
        done = {name for (name,) in index.execute("SELECT name FROM part")}
        for name in store.parts.keys() - done:
            _add(index, name, store.parts[name], store.derived.folder / name)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: the word index can't be made: {error}") from error
    return index


def _add(index: sqlite3.Connection, name: str, part: ds.Dataset, flat: Path) -> None:
    """One data file, in one transaction: all of it, or nothing where another process was faster."""
    index.execute("BEGIN IMMEDIATE")
    try:
        if not index.execute("SELECT 1 FROM part WHERE name = ?", (name,)).fetchone():
            next_row = index.execute("SELECT coalesce(max(rowid), 0) + 1 FROM unit").fetchone()[0]
            for row, (kind, key, id_, body) in enumerate(_units(part, flat), next_row):
                index.execute("INSERT INTO unit VALUES (?, ?, ?, ?)", (row, kind, key, id_))
                index.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (row, body))
            index.execute("INSERT INTO part VALUES (?)", (name,))
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _units(part: ds.Dataset, flat: Path) -> Iterator[tuple[str, str, str, str]]:
    """Kind, key, id and words of what is searched in a data file."""
    document = {"key": ds.field("key"), "title": ds.field("document", "title"), "text": ds.field("document", "text")}
    for batch in part.to_batches(columns=document, batch_size=256):
        for row in batch.to_pylist():
            yield "document", row["key"], "", f"{row['title'] or ''}\n{row['text']}"
    seen = set()
    for row in _flat_rows(flat / "events.parquet", "sentence_start", "sentence"):
        if row[:2] not in seen:  # a sentence may tell several events
            seen.add(row[:2])
            yield "sentence", row[0], str(row[1]), row[2]
    for key, id_, content in _flat_rows(flat / "statements.parquet", "statement", "content"):
        yield "statement", key, id_, content


def _flat_rows(file: Path, *columns: str) -> Iterator[tuple[str, str, str]]:
    for batch in ds.dataset(file).to_batches(columns=["key", *columns], batch_size=4096):
        yield from zip(*(column.to_pylist() for column in batch.columns))
