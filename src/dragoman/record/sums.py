"""What has to be worked out over all files of a version, kept beside the flat tables, by version.

    derived/flat-1/*/documents.parquet ──▶ derived/sums-1/12-4be1.../left_out.parquet   codings that a question does not see
    derived/flat-1/*/actors.parquet    ──▶ derived/sums-1/12-4be1.../actors.parquet     actors, their counts summed up

The folder is called after the version and a digest of the files and the choice of codings that it reflects, so it never goes stale; it may be deleted
at any time. Sums of a version that only adds files to one whose sums are there are made from those and the new files.
"""

from __future__ import annotations

import os
import shutil
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb

from dragoman.errors import StoreError
from dragoman.record import _flat
from dragoman.record.derived import connect, make_views, read, write
from dragoman.records import digest

_KEPT = 8
"""Versions whose sums are kept, besides those of the last hour, which others may be reading; they are made again when somebody asks."""
_GROUP = "actor, country, state, array_to_string(sectors, ' ')"
"""What a question about actors may choose by, so that sums over it can be chosen from as the single rows could."""
_COUNTS = ("acts", "receives", "statements", "positions")


def _totals(rows: str, documents: str) -> str:
    """The sums over rows of ``actors``, or over such sums."""
    counts = ", ".join(f"sum({c})::BIGINT AS {c}" for c in _COUNTS)
    return f"""SELECT actor, any_value(name) AS name, country, state, any_value("group") AS "group", any_value(sectors) AS sectors,
        {documents}::BIGINT AS documents, {counts}, min(first) AS first, max(last) AS last FROM ({rows}) GROUP BY {_GROUP}"""


class Sums:
    """The sums of one version of a record.

    Args:
        root: The folder of what is derived.
        version: Of the record.
        files: Of the flat tables, from :meth:`dragoman.record.derived.Derived.update`.
        codings: ``coder``, ``codebook`` or ``model`` and the value that a coding must have to be seen.
    """

    def __init__(self, root: Path, version: int, files: Mapping[str, Sequence[str]], codings: Mapping[str, str]) -> None:
        self._root, self._files, self._codings = root, files, codings
        self._parts = sorted([*(Path(f).parent.name for f in files["documents"]), *(f"{k}={v}" for k, v in codings.items())])
        self.folder = root / f"sums-{_flat.VERSION}"
        self.place = self.folder / f"{version}-{digest(*self._parts)[:16]}"
        self.actors = self.place / "actors.parquet"

    def left_out(self) -> Path:
        """The file of what a question does not see (``key``, ``part``): of each document all but the latest coding, or the latest of those asked for."""
        asked = " AND ".join([f"{column} = ${column}" for column in self._codings]) or "true"
        query = f"""SELECT key, part FROM {read(self._files["documents"])} QUALIFY NOT ({asked})
            OR row_number() OVER (PARTITION BY document_key ORDER BY ({asked}) DESC, coded_at DESC, key, part) > 1"""
        return self._kept(self.place / "left_out.parquet", lambda connection, to: write(connection, query, to, self._codings))

    def add_up(self) -> Path:
        """The file of actors with their counts: a row per actor and what a filter may choose it by."""
        left_out = self.left_out()

        def make(connection: duckdb.DuckDBPyConnection, to: Path) -> None:
            before = self._earlier() if not _rows(connection, left_out) else None
            make_views(connection, self._files, left_out)
            rows = "SELECT *, 1 AS documents, published AS first, published AS last FROM "
            if before is None:
                write(connection, _totals(rows + "actors", "count(*)"), to)
                return
            old, known = before
            new = [f for f in self._files["actors"] if Path(f).parent.name not in known]
            wanted = f'actor, name, country, state, "group", sectors, documents, {", ".join(_COUNTS)}, first, last'
            write(connection, _totals(f"SELECT {wanted} FROM ({rows} {read(new)}) UNION ALL SELECT {wanted} FROM {read([old])}", "sum(documents)"), to)

        return self._kept(self.actors, make)

    def _kept(self, file: Path, make: Callable[[duckdb.DuckDBPyConnection, Path], None]) -> Path:
        """The file; made aside and renamed where it is missing."""
        if file.exists():
            return file
        aside = self.folder / f".{uuid.uuid4().hex}"
        try:
            self.place.mkdir(parents=True, exist_ok=True)
            (self.place / "parts.txt").write_text("\n".join(self._parts), encoding="utf8")
            connection = connect(self._root)
            try:
                make(connection, aside)
            finally:
                connection.close()
            os.replace(aside, file)
            self._forget()
        except OSError as error:
            raise StoreError(f"{file}: can't be written: {error.strerror or error}") from error
        finally:
            aside.unlink(missing_ok=True)
        return file

    def _earlier(self) -> tuple[Path, set[str]] | None:
        """The sums of the latest version whose files are all in this one and which leaves nothing out, and its files."""
        for place in sorted(self._places(), key=lambda p: int(p.name.partition("-")[0]), reverse=True):
            try:
                known = set((place / "parts.txt").read_text(encoding="utf8").split("\n"))
            except OSError:
                continue
            if place != self.place and (place / "actors.parquet").exists() and known < set(self._parts):
                return place / "actors.parquet", known
        return None

    def _places(self) -> list[Path]:
        return [f for f in self.folder.iterdir() if f.is_dir()]

    def _forget(self) -> None:
        by_age = sorted((f.stat().st_mtime, f) for f in self._places())
        for changed, old in by_age[:-_KEPT]:
            if changed < time.time() - 3600:
                shutil.rmtree(old, ignore_errors=True)


def _rows(connection: duckdb.DuckDBPyConnection, file: Path) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {read([file])}").fetchall()[0][0])
