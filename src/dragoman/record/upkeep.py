"""Looking after a record: its versions, its state, its repair. Nothing here takes a version away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from dragoman.record import _delta, schema
from dragoman.record.derived import read
from dragoman.record.store import Store
from dragoman.records import Document, coding_key

TARGET_BYTES = 256 * 1024 * 1024
"""Of a compacted data file."""


@dataclass(frozen=True, slots=True)
class Version:
    """One commit; ``documents`` is how many it added."""

    version: int
    when: datetime
    what: str
    documents: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What :func:`verify` saw. An ``error`` means that something kept can't be read as it was written; a ``note`` that all is well but untidy."""

    level: str
    where: str
    message: str


def versions(store: Store) -> tuple[Version, ...]:
    """All commits, the oldest first."""
    history = sorted(_delta.open_table(store.table("coded")).history(), key=lambda c: int(c["version"]))
    return tuple(
        Version(int(c["version"]), _delta.stamp(c), _what(c), int((c.get("operationMetrics") or {}).get("num_added_rows") or 0)) for c in history
    )


def _what(commit: dict[str, Any]) -> str:
    names = {"CREATE TABLE": "begin", "WRITE": "append", "OPTIMIZE": "compact", "RESTORE": "restore"}
    return names.get(commit["operation"], str(commit["operation"]).lower())


def info(store: Store) -> dict[str, Any]:
    """The record in figures, as of the version that it was opened at."""
    (row,) = store.ask("""
        SELECT count(*) AS documents, min(published) AS first, max(published) AS last, coalesce(sum(events), 0)::BIGINT AS events,
            coalesce(sum(statements), 0)::BIGINT AS statements, coalesce(sum(positions), 0)::BIGINT AS positions,
            list_sort(list_distinct(list(coder || ', ' || codebook || ', ' || model))) AS codings FROM documents""").to_pylist()
    row["failures"] = store.ask("SELECT count(*) AS n FROM failures").to_pylist()[0]["n"]
    table = _delta.open_table(store.table("coded"))
    return {
        "place": store.place, "version": store.version, "newest": int(table.version()), "schema": schema.VERSION, **row,
        "files": len(store.parts), "bytes": sum(_delta.sizes(store.opened).values()),
    }  # fmt: skip


def compact(store: Store) -> int:
    """Gather small data files into large ones, in a new version with the same rows; the old files stay for the old versions.

    Returns:
        How many files were gathered.
    """
    gathered = 0
    for name in ("coded", "failures"):
        gathered += _delta.compact(store.table(name), TARGET_BYTES)
    store.refresh()
    return gathered


def restore(store: Store, version: int | str) -> int:
    """Make an old version the newest again, as a version of its own: what came between stays readable.

    Returns:
        The new version.
    """
    target = store.find(version)
    assert target is not None
    _delta.restore(store.table("coded"), target)
    store.refresh()
    return store.version


def rebuild(store: Store) -> None:
    """Make everything that is derived again."""
    store.derived.clear()
    store.refresh()
    store.derived.update(store.parts)


def verify(store: Store) -> tuple[Finding, ...]:
    """Read everything that the version holds, and compare it with the log, with its keys, and with what is derived from it."""
    found: list[Finding] = []
    keys: list[str] = []
    expected = _delta.row_counts(store.opened)
    for name, path in _delta.paths(store.opened).items():
        try:
            mine = _check_part(store, name, path, expected.get(name), found)
        except Exception as error:  # the libraries raise what they like about a damaged file
            found.append(Finding("error", path, f"can't be read: {error}"))
            continue
        keys.extend(mine)
    if len(keys) > len(set(keys)):
        found.append(Finding("note", "coded", f"{len(keys) - len(set(keys))} documents were written by two processes at once; readers take one"))
    if not any(f.level == "error" for f in found):
        found.extend(_check_derived(store, set(keys)))
    found.extend(Finding("note", path, "belongs to no version: a writer died before it committed") for path in _orphans(store))
    return tuple(found)


def _check_part(store: Store, name: str, path: str, expected: int | None, found: list[Finding]) -> list[str]:
    """The keys in a data file, after its rows have been read and each key worked out again."""
    keys: list[str] = []
    for batch in store.parts[name].to_batches(batch_size=1024):
        documents = batch.column("document")
        rows = zip(*(pc.struct_field(documents, field).to_pylist() for field in _KEY_FIELDS))
        for key, values in zip(batch.column("key").to_pylist(), rows):
            keys.append(key)
            if coding_key(Document(**dict(zip(_KEY_FIELDS, values)))) != key:
                found.append(Finding("error", f"{path}: {values[0]}", "the document is not the one that its key was made from"))
    if expected is not None and expected != len(keys):
        found.append(Finding("error", path, f"{len(keys)} rows; the log says {expected}"))
    return keys


_KEY_FIELDS = ("id", "text", "published", "publisher", "url", "coder", "codebook", "model")


def _check_derived(store: Store, keys: set[str]) -> list[Finding]:
    (row,) = store.ask("""
        SELECT coalesce(sum(d.events), 0) - (SELECT count(*) FROM events) AS events,
            coalesce(sum(d.statements), 0) - (SELECT count(*) FROM statements) AS statements,
            coalesce(sum(d.positions), 0) - (SELECT count(*) FROM positions) AS positions FROM documents d""").to_pylist()
    out = [Finding("error", "derived", f"{table}: {n} rows are missing; dragoman record rebuild makes them again") for table, n in row.items() if n]
    (totals,) = store.ask(f"""
        SELECT coalesce(sum(t.acts), 0) - (SELECT coalesce(sum(acts), 0) FROM actors) AS acts,
            coalesce(sum(t.documents), 0) - (SELECT count(*) FROM actors) AS documents FROM {read([store.sums.add_up()])} t""").to_pylist()
    if any(totals.values()):
        out.append(Finding("error", "derived", "actors are not added up as they are listed; dragoman record rebuild does it again"))
    listed = {r["key"] for r in store.ask("SELECT key FROM documents").to_pylist()}
    if not listed <= keys:
        out.append(Finding("error", "derived", "holds documents that the record does not; dragoman record rebuild makes it again"))
    return out


def _orphans(store: Store) -> list[str]:
    """Data files that no version knows, older than a run that may still be about to commit them."""
    if not _delta.is_local(store.place):
        return []
    folder = Path(store.table("coded"))
    known = _delta.ever_added(folder)
    old = datetime.now(UTC).timestamp() - 3600
    return sorted(str(f) for f in folder.glob("*.parquet") if f.name not in known and f.stat().st_mtime < old)
