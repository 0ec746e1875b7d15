"""Full-text search: SQLite FTS5 indexes of documents, of sentences that tell events, and of what was said. Derived, and filled by data file.

    coding (number, key) ◀── unit_events (coding, id) ◀── rowid ──▶ words_events (body: stems, no text kept)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from dragoman.errors import QueryError, StoreError
from dragoman.record.store import Store

VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS coding (number INTEGER PRIMARY KEY, key TEXT UNIQUE);
"""
_TABLE_SCHEMA = """
CREATE TABLE IF NOT EXISTS unit_{table} (rowid INTEGER PRIMARY KEY, coding INTEGER, id TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS words_{table} USING fts5 (body, content = '', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2');
"""
_ID = {"documents": None, "events": "sentence_start", "statements": "statement"}
"""The tables that can be searched, and the column that is the id of the unit that was searched; of an event, its sentence's start."""
_CHUNK = 10_000
COLUMNS = pa.schema([("key", pa.string()), ("id", pa.string())])


def found(store: Store, table: str, words: str) -> str:
    """A condition on a table called ``t``: that the words stand in the row's unit. The hits are put into a table of the store's own connection, since a
    join with one is planned far better than a join with rows that lie outside of the database."""
    hits, column = search(store, table, words), _ID[table]
    store.connection.register("hits", hits)
    id = "NULL" if column is None else f"CAST(h.id AS {'BIGINT' if column == 'sentence_start' else 'VARCHAR'})"
    store.connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS SELECT DISTINCT h.key AS key, {id} AS id FROM hits h")
    store.connection.unregister("hits")
    return "t.key IN (SELECT key FROM found)" if column is None else f"(t.key, t.{column}) IN (SELECT key, id FROM found)"


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
                    f"SELECT key, id FROM words_{table} w JOIN unit_{table} u ON u.rowid = w.rowid JOIN coding ON number = coding WHERE words_{table} MATCH ?",
                    (query,),
                ).fetchall()
            except sqlite3.OperationalError:
                continue
            keys, ids = zip(*rows) if rows else ((), ())
            return pa.Table.from_arrays([pa.array(keys, pa.string()), pa.array(ids, pa.string())], schema=COLUMNS)
    raise QueryError(f"words {words!r}: can't be searched; accepted are words, \"phrases\", OR, NOT and prefix*")


def _open(store: Store) -> sqlite3.Connection:
    """The index, with all data files of the record's version in it."""
    store.derived.update(store.parts)
    path = store.derived.root / f"words-{VERSION}.sqlite"
    try:
        index = sqlite3.connect(path, timeout=60, isolation_level=None)
        index.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -100000;")
        index.executescript(_SCHEMA + "".join(_TABLE_SCHEMA.format(table=table) for table in _ID))
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
            for table, units in _units(part, flat):
                _insert(index, table, units)
            index.execute("INSERT INTO part VALUES (?)", (name,))
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _insert(index: sqlite3.Connection, table: str, units: Iterator[tuple[str, str, str]]) -> None:
    """Units: key, id and words of each."""
    row: int = index.execute(f"SELECT coalesce(max(rowid), 0) + 1 FROM unit_{table}").fetchone()[0]
    while chunk := list(islice(units, _CHUNK)):
        index.executemany("INSERT OR IGNORE INTO coding (key) VALUES (?)", ((key,) for key in dict.fromkeys(key for key, _, _ in chunk)))
        index.executemany(
            f"INSERT INTO unit_{table} SELECT ?, number, ? FROM coding WHERE key = ?", ((row + n, id_, key) for n, (key, id_, _) in enumerate(chunk))
        )
        index.executemany(f"INSERT INTO words_{table} (rowid, body) VALUES (?, ?)", ((row + n, body) for n, (_, _, body) in enumerate(chunk)))
        row += len(chunk)


def _units(part: ds.Dataset, flat: Path) -> Iterator[tuple[str, Iterator[tuple[str, str, str]]]]:
    """By table, key, id and words of what is searched in a data file; a sentence may tell several events, and is searched once."""
    yield "documents", _documents(part)
    sentences = dict.fromkeys(_flat_rows(flat / "events.parquet", "sentence_start", "sentence"))
    yield "events", ((key, str(start), sentence) for key, start, sentence in sentences)
    yield "statements", _flat_rows(flat / "statements.parquet", "statement", "content")


def _documents(part: ds.Dataset) -> Iterator[tuple[str, str, str]]:
    columns = {"key": ds.field("key"), "title": ds.field("document", "title"), "text": ds.field("document", "text")}
    for batch in part.to_batches(columns=columns, batch_size=256):
        for row in batch.to_pylist():
            yield row["key"], "", f"{row['title'] or ''}\n{row['text']}"


def _flat_rows(file: Path, *columns: str) -> Iterator[tuple[str, str, str]]:
    for batch in ds.dataset(file).to_batches(columns=["key", *columns], batch_size=4096):
        yield from zip(*(column.to_pylist() for column in batch.columns))
