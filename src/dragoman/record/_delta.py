"""The only file that speaks to ``deltalake``: open, create, append, and one kind of error."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError

from dragoman.errors import QueryError, StoreError

CONFIGURATION: Mapping[str, str | None] = {
    # every version stays readable: nothing is expired, from the log or from the files
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}
_RETRIES = 100
"""Of a commit that meets another writer's: an append never conflicts with one, it only has to take the next number."""


def is_local(place: str) -> bool:
    return "://" not in place


def exists(place: str) -> bool:
    with errors(place):
        return DeltaTable.is_deltatable(place)


def create(place: str, schema: pa.Schema, description: str) -> None:
    """Make an empty table, unless another process has just done it."""
    try:
        DeltaTable.create(place, schema, mode="ignore", description=description, configuration=dict(CONFIGURATION))
    except (DeltaError, OSError) as error:
        if not exists(place):
            raise StoreError(f"{place}: can't be made: {error}") from error


def open_table(place: str, version: int | None = None) -> DeltaTable:
    with errors(place):
        return DeltaTable(place, version=version)


def _changed(folder: Path, since: float) -> list[str]:
    """The finished files of a folder that are newer than a time."""
    with os.scandir(folder) as entries:
        return [e.path for e in entries if e.name.endswith((".parquet", ".json")) and e.is_file() and e.stat().st_mtime >= since]


def description(place: str) -> str:
    """What a table says of itself."""
    return open_table(place).metadata().description or ""


def append(place: str, rows: pa.Table, note: Mapping[str, str]) -> None:
    """One commit with all the rows, or none of them; on return it is on the disk."""
    start = time.time()
    with errors(place):
        write_deltalake(
            place, rows, mode="append", writer_properties=WriterProperties(compression="ZSTD", compression_level=3),
            commit_properties=CommitProperties(custom_metadata=dict(note), max_commit_retries=_RETRIES),
        )  # fmt: skip
    if is_local(place):
        _to_disk(Path(place), start - 1)  # file systems round times


def _to_disk(folder: Path, since: float) -> None:
    """Ask the system to write out what changed since a time (seconds): the library leaves it in the cache. Data first, then the log."""
    log = folder / "_delta_log"
    for path in (*_changed(folder, since), *_changed(log, since), str(folder), str(log)):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def compact(place: str, target_bytes: int) -> int:
    """Gather small files; the number that were gathered. The old ones are never deleted."""
    with errors(place):
        metrics = DeltaTable(place).optimize.compact(target_size=target_bytes, commit_properties=CommitProperties(max_commit_retries=_RETRIES))
        return int(metrics["numFilesRemoved"])


def restore(place: str, version: int) -> None:
    with errors(place):
        DeltaTable(place).restore(version)


def stamp(commit: Mapping[str, Any]) -> datetime:
    """When a commit was made (UTC)."""
    return datetime.fromtimestamp(int(commit["timestamp"]) / 1000, UTC)


def paths(table: DeltaTable) -> dict[str, str]:
    """The data files of a version: name without suffix, and path or URL."""
    return {Path(uri).stem: uri for uri in table.file_uris()}


def _actions(table: DeltaTable) -> list[dict[str, Any]]:
    actions: list[dict[str, Any]] = pa.table(table.get_add_actions(flatten=True)).to_pylist()
    return actions


def row_counts(table: DeltaTable) -> dict[str, int]:
    """Rows of each data file, by the log."""
    return {Path(a["path"]).stem: int(a["num_records"]) for a in _actions(table) if a.get("num_records") is not None}


def sizes(table: DeltaTable) -> dict[str, int]:
    """Bytes of each data file, by the log."""
    return {Path(a["path"]).stem: int(a["size_bytes"]) for a in _actions(table)}


def ever_added(folder: Path) -> set[str]:
    """The data files that any commit of a local table added."""
    names = set()
    for commit in folder.glob("_delta_log/*.json"):
        for line in commit.read_text(encoding="utf8").splitlines():
            action = json.loads(line)
            if "add" in action:
                names.add(Path(unquote(action["add"]["path"])).name)
    return names


def version_at(table: DeltaTable, when: datetime, first: bool = False) -> int:
    """The newest version at a moment, by the times that the log itself holds (a copy of the folder keeps them); with ``first``, the first one before it."""
    commits = sorted((int(c["version"]), stamp(c)) for c in table.history())
    before = [version for version, made in commits if made <= when]
    if not before and first:
        return commits[0][0]
    if not before:
        raise QueryError(f"as of {when:%Y-%m-%d %H:%M}: the record begins at {commits[0][1]:%Y-%m-%d %H:%M} UTC")
    return before[-1]


def parts(table: DeltaTable) -> dict[str, ds.Dataset]:
    """The data files of a version: name without suffix, and the file as a dataset. A file never changes under its name."""
    if not table.file_uris():
        return {}
    whole = table.to_pyarrow_dataset()
    assert isinstance(whole, ds.FileSystemDataset)
    return {
        Path(f.path).stem: ds.FileSystemDataset([f], whole.schema, whole.format, whole.filesystem) for f in whole.get_fragments()
    }  # fmt: skip


def dataset(place: str, version: int | None = None) -> ds.Dataset:
    """All rows of a table, in its newest version or a given one."""
    with errors(place):
        table = DeltaTable(place, version=version)
        return table.to_pyarrow_dataset() if table.file_uris() else ds.dataset(pa.schema(table.schema().to_arrow()).empty_table())


def rows(part: ds.Dataset, keys: Collection[str]) -> Iterator[dict[str, Any]]:
    """The rows of a data file with one of the keys."""
    with errors("coded"):
        for batch in part.to_batches(filter=pc.field("key").isin(pa.array(list(keys), pa.string())), batch_size=256):
            yield from batch.to_pylist()


@contextmanager
def errors(place: str) -> Iterator[None]:
    """Turn the libraries' errors into one that says where."""
    try:
        yield
    except TableNotFoundError as error:
        raise StoreError(f"{place}: no table of a record is here: {error}") from error
    except (DeltaError, OSError, pa.ArrowException) as error:
        raise StoreError(f"{place}: {error}") from error

