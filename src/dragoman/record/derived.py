"""Flat tables beside the kept documents: made from them, never the other way, and made again whenever they are missing.

    coded/part-7.parquet ──▶ derived/flat-1/part-7/{documents,events,statements,positions,actors}.parquet

A data file never changes, so what is derived from it never does: a version of the record is a set of files, old versions and new ones share
them, and a new commit derives its own file only. Several processes may do it at once; each writes aside and renames. What has to look at all
files of a version at once is in :mod:`dragoman.record.sums`.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow.dataset as ds

from dragoman.errors import StoreError
from dragoman.record import _flat, schema

TABLES = tuple(_flat.TABLES)
_EMPTY = "empty"
_GROUP = 16_384
"""Rows to a group of a Parquet file: rows are in the order of days, so a question about a year passes over the groups of others."""
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    # extensions would be fetched over the network; a Python variable is nobody's table
    "autoinstall_known_extensions": False, "autoload_known_extensions": False, "python_enable_replacements": False,
    "max_temp_directory_size": "50GB",
}  # fmt: skip
MEMORY = "3GB"
"""What a database may take; the rest of its work goes to the disk."""


def connect(folder: Path, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """A database in memory that spills into ``folder``."""
    return duckdb.connect(":memory:", config={**_SETTINGS, "memory_limit": memory, "temp_directory": str(folder / "spill")})


class Derived:
    """The flat tables of a record.

    Args:
        folder: Where they are kept; it may be deleted at any time.
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.folder = folder / f"flat-{_flat.VERSION}"

    def update(self, parts: Mapping[str, ds.Dataset]) -> dict[str, list[str]]:
        """Derive what is missing.

        Returns:
            For each table, the files that hold it, an empty one first so that a record without documents has its columns too.
        """
        missing = [name for name in (_EMPTY, *parts) if not (self.folder / name).is_dir()]
        try:
            if missing:
                self._derive_all({name: parts.get(name) or ds.dataset(schema.columns().empty_table()) for name in missing})
        except OSError as error:
            raise StoreError(f"{self.folder}: the flat tables can't be written: {error.strerror or error}") from error
        return {table: [str(self.folder / name / f"{table}.parquet") for name in (_EMPTY, *parts)] for table in TABLES}

    def _derive_all(self, parts: Mapping[str, ds.Dataset]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        connection = connect(self.root)
        for name, part in parts.items():
            self._derive(connection, name, part)

    def _derive(self, connection: duckdb.DuckDBPyConnection, name: str, part: ds.Dataset) -> None:
        with _aside(self.folder / name) as aside:
            try:
                connection.register("whole", part)
                connection.execute(f"CREATE OR REPLACE TEMP VIEW part AS {self._once(connection)}")
            except duckdb.Error as error:
                raise StoreError(f"{name}: can't be read, so the flat tables can't be made: {error}") from error
            for table, query in _flat.TABLES.items():
                write(connection, f"SELECT *, '{_quoted(name)}' AS part FROM ({query})", aside / f"{table}.parquet")

    @staticmethod
    def _once(connection: duckdb.DuckDBPyConnection) -> str:
        """One row per key: compaction may have brought a document that two processes wrote into one file."""
        doubled = connection.execute("SELECT count(*) > count(DISTINCT key) FROM whole").fetchall()[0][0]
        return "SELECT * FROM whole" + (" QUALIFY row_number() OVER (PARTITION BY key ORDER BY coded_at) = 1" if doubled else "")

    def clear(self) -> None:
        """Delete all that is derived."""
        shutil.rmtree(self.root, ignore_errors=True)


def make_views(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Sequence[str]], left_out: Path) -> None:
    """Lay views over the files, without the codings that are left out.

    Args:
        connection: From :func:`connect`.
        files: From :meth:`Derived.update`.
        left_out: From :class:`dragoman.record.sums.Sums`.
    """
    connection.execute(f"CREATE TEMP TABLE left_out AS FROM {read([left_out])}")
    some = connection.execute("SELECT count(*) FROM left_out").fetchall()[0][0]
    rest = " WHERE NOT EXISTS (FROM left_out o WHERE o.key = t.key AND o.part = t.part)" if some else ""
    for table, names in files.items():
        connection.execute(f"CREATE VIEW {table} AS SELECT * EXCLUDE (part) FROM {read(names)} t{rest}")


def read(files: Sequence[Path | str]) -> str:
    """A table of SQL: the rows of Parquet files."""
    return "read_parquet([" + ", ".join(f"'{_quoted(f)}'" for f in files) + "])"


def write(connection: duckdb.DuckDBPyConnection, query: str, to: Path, values: Mapping[str, object] | None = None) -> None:
    """Keep the answer to a query as a Parquet file.

    Raises:
        StoreError: It can't be made, or not be written.
    """
    try:
        connection.execute(f"COPY ({query}) TO '{_quoted(to)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP})", values or None)
    except duckdb.Error as error:
        raise StoreError(f"{to}: can't be made: {error}") from error


@contextmanager
def _aside(place: Path) -> Iterator[Path]:
    """A folder to write into, which becomes ``place`` at the end; nothing is lost where another process was faster."""
    aside = place.with_name(f".{place.name}-{uuid.uuid4().hex}")
    aside.mkdir(parents=True)
    try:
        yield aside
        os.rename(aside, place)
    except OSError:
        if not place.is_dir():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def close(connection: duckdb.DuckDBPyConnection, files: Sequence[Path | str]) -> None:
    """From now on the connection reads the given files and no other, and keeps its settings."""
    allowed = ", ".join(f"'{_quoted(f)}'" for f in files)
    connection.execute(f"SET allowed_paths = [{allowed}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _quoted(path: Path | str) -> str:
    return str(path).replace("'", "''")
