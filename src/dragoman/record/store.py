"""The record: a folder, or an object store's URL, of coded documents that only ever grows.

    DIR/coded/      Delta table, one row a coded document; its version number is the record's
    DIR/failures/   Delta table, one row a document that could not be coded, and why
    DIR/imported/   Delta table, events of other data sets, to lay beside
    DIR/derived/    flat tables and word index: may be deleted, are made again

A commit is whole documents, in full or not at all. Writers never meet: each appends. Nothing is overwritten, so every version stays readable.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from datetime import time as clock
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa
import pyarrow.dataset as ds

from dragoman.errors import QueryError, StoreError
from dragoman.record import _delta, schema
from dragoman.record.derived import MEMORY, Derived, close, connect, make_views
from dragoman.record.sums import Sums
from dragoman.records import Record

if TYPE_CHECKING:
    import duckdb
    from deltalake import DeltaTable

_OWN = ("failures", "imported", "derived")
_OPEN_FAILURES = """
    CREATE VIEW failures AS SELECT * FROM all_failures f
    WHERE NOT EXISTS (FROM documents d WHERE d.document = f.document AND d.coded_at >= f.failed_at)"""
"""A document that was coded after it had failed is no failure any more."""


class Store:
    """A record, open for reading as of one version, and for appending.

    Args:
        place: A folder or a URL such as ``s3://bucket/record``.
        as_of: A version, or a date or time (UTC; a date means its end): what had been committed then. The newest without it.
        coder, codebook, model: Look only at codings by these; without them at each document's latest coding.
        create: Make the record if nothing is there.

    Raises:
        StoreError: Nothing is there, or something that is no record.
        QueryError: ``as_of`` is no version of it.
    """

    def __init__(
        self, place: str | Path, *, as_of: int | str | None = None, coder: str | None = None, codebook: str | None = None,
        model: str | None = None, create: bool = False,
    ) -> None:  # fmt: skip
        self.place = str(place).rstrip("/")
        self._codings = {name: value for name, value in (("coder", coder), ("codebook", codebook), ("model", model)) if value is not None}
        if create:
            self._create()
        elif not _delta.exists(self.table("coded")):
            raise StoreError(f"{self.place}: no record is here; dragoman code ... --record {self.place} begins one")
        self._check_schema()
        self._as_of = self.find(as_of)
        self._asked = None if as_of is None else self._moment(as_of)

    def _check_schema(self) -> None:
        """That ``coded`` is a record's table, and no newer one than this program knows."""
        described = _delta.description(self.table("coded"))
        found = re.match(r"dragoman record, schema (\d+)", described)
        if not found:
            raise StoreError(f"{self.table('coded')}: is a Delta table, but no record's")
        if int(found[1]) > schema.VERSION:
            raise StoreError(f"{self.place}: has schema {found[1]}; this version of Dragoman reads schemas up to {schema.VERSION}")

    def table(self, name: str) -> str:
        """Where one of the Delta tables is."""
        return f"{self.place}/{name}"

    def _create(self) -> None:
        if _delta.is_local(self.place):
            folder = Path(self.place)
            if folder.exists() and not folder.is_dir():
                raise StoreError(f"{self.place}: is a file; a record is a folder")
            if folder.is_dir() and not (folder / "coded").is_dir() and any(f.name not in _OWN for f in folder.iterdir()):
                raise StoreError(f"{self.place}: holds other files; a record begins in a new or empty folder")
        for name, columns in (("failures", schema.failure_columns()), ("coded", schema.columns())):
            if not _delta.exists(self.table(name)):
                _delta.create(self.table(name), columns, f"dragoman record, schema {schema.VERSION}: {name}")

    def find(self, as_of: int | str | None) -> int | None:
        """The number of a version that is given by number, date or time; null for the newest."""
        if as_of is None:
            return None
        newest = _delta.open_table(self.table("coded"))
        if isinstance(as_of, int) or as_of.isdigit():
            if not 0 <= int(as_of) <= int(newest.version()):
                raise QueryError(f"as of version {as_of}: the record's versions are 0 to {newest.version()}")
            return int(as_of)
        return _delta.version_at(newest, moment(as_of))

    def _moment(self, as_of: int | str) -> datetime:
        """The time that is meant; of a version, that of its commit."""
        if isinstance(as_of, int) or as_of.isdigit():
            commits = _delta.open_table(self.table("coded")).history()
            return next(_delta.stamp(c) for c in commits if int(c["version"]) == int(as_of))
        return moment(as_of)

    # reading

    @cached_property
    def opened(self) -> DeltaTable:
        """The Delta table at this version."""
        return _delta.open_table(self.table("coded"), self._as_of)

    @property
    def version(self) -> int:
        """The version that is read."""
        return int(self.opened.version())

    @cached_property
    def parts(self) -> dict[str, ds.Dataset]:
        """The data files of this version by name."""
        with _delta.errors(self.place):
            return _delta.parts(self.opened)

    @property
    def derived(self) -> Derived:
        """What is made from the kept documents."""
        beside = Path(self.place)
        if _delta.is_local(self.place) and os.access(beside, os.W_OK):
            return Derived(beside / "derived")
        return Derived(_cache(str(beside.resolve()) if _delta.is_local(self.place) else self.place))

    @cached_property
    def _flat_files(self) -> dict[str, list[str]]:
        return self.derived.update(self.parts)

    @property
    def sums(self) -> Sums:
        """What is worked out over the whole version."""
        return Sums(self.derived.root, self.version, self._flat_files, self._codings)

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection of this store's own questions."""
        return self.connect()

    def connect(self, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
        """DuckDB over the flat tables of this version: ``documents``, ``events``, ``statements``, ``positions``, ``actors``,
        ``failures`` and ``imported``.

        It can read nothing else and change nothing: other files and all settings are shut off.
        """
        sums, files = self.sums, self._flat_files
        left_out = sums.left_out()
        connection = connect(self.derived.root, memory)
        make_views(connection, files, left_out)
        connection.register("all_failures", self._side_table("failures", schema.failure_columns()))
        connection.execute(_OPEN_FAILURES)
        connection.register("imported", self._side_table("imported", schema.imported_columns()))
        close(connection, [*(f for names in files.values() for f in names), left_out, sums.actors])
        return connection

    def _side_table(self, name: str, columns: pa.Schema) -> ds.Dataset:
        """What is kept beside the coded documents, as it was by the time of the version that is asked for."""
        place = self.table(name)
        if not _delta.exists(place):
            return ds.dataset(columns.empty_table())
        version = None
        if self._asked is not None:
            version = _delta.version_at(_delta.open_table(place), self._asked, first=True)
        return _delta.dataset(place, version)

    def ask(self, query: str, values: Mapping[str, object] | None = None) -> pa.Table:
        """The answer to a query over the flat tables.

        Raises:
            QueryError: The query is wrong.
        """
        import duckdb

        try:
            return self.connection.sql(query, params=dict(values) if values else None).to_arrow_table()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error

    def refresh(self) -> None:
        """Look at the newest version from now on, unless the record was opened as of one."""
        for name in ("opened", "parts", "connection", "_flat_files"):
            self.__dict__.pop(name, None)

    def records(self, events: Mapping[str, set[str]] | None = None) -> Iterator[Record]:
        """The kept documents with all that was coded in them.

        Args:
            events: By key of the coding, the events to keep; other events, and documents that are not in it, are left out.
        """
        query = "SELECT key FROM documents"
        chosen = {key for (key,) in self.connection.execute(query).fetchall()}
        if events is not None:
            chosen &= events.keys()
        for part in self.parts.values():
            for row in _delta.rows(part, chosen):
                if row["key"] not in chosen:  # two processes wrote it, it was given once
                    continue
                chosen.discard(row["key"])
                record = schema.from_row(row)
                yield record if events is None else _only(record, events[row["key"]])

    def coded(self, keys: Collection[str]) -> Iterator[tuple[str, Record]]:
        """The kept documents with one of the keys, each with its key."""
        left = set(keys)
        for part in self.parts.values() if left else ():
            for row in _delta.rows(part, left):
                if row["key"] in left:  # two processes wrote it, it is given once
                    left.discard(row["key"])
                    yield row["key"], schema.from_row(row)


def _only(record: Record, events: set[str]) -> Record:
    return msgspec.structs.replace(record, events=tuple(e for e in record.events if e.id in events))


def moment(text: str) -> datetime:
    """A date, which means its end, or a time; both in UTC unless the time says otherwise.

    Raises:
        QueryError: It is neither.
    """
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), clock.max, UTC)
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"as of {text!r}: accepted are a version's number, YYYY-MM-DD, and YYYY-MM-DDTHH:MM") from error
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _cache(place: str) -> Path:
    """Where the derived tables are kept of a record in an object store, or in a folder that is read-only: on this machine, for this user."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "dragoman" / hashlib.sha256(place.encode()).hexdigest()[:16]
