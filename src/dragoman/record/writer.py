"""Appending: coded documents go in by batches, each one commit.

    Writer.add ──▶ batch ──▶ (what other writers kept meanwhile is dropped) ──▶ one commit
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import msgspec
import pyarrow as pa

from dragoman.record import _delta, schema
from dragoman.record.store import Store
from dragoman.records import Document, Problem, Record, coding_key

BATCH_DOCUMENTS = 1000
BATCH_SECONDS = 15.0
"""A commit holds at most so many documents, and waits at most so long: what a killed run has to code again."""


class _Keys:
    """The keys in a table, read once per data file."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._seen: set[str] = set()
        self.known: set[str] = set()

    def refresh(self) -> set[str]:
        """All keys in the newest version; a file that was read is not read again."""
        parts = _delta.parts(_delta.open_table(self._place))
        if not self._seen <= parts.keys():  # compacted or restored
            self._seen, self.known = set(), set()
        for name in parts.keys() - self._seen:
            with _delta.errors(self._place):
                self.known.update(parts[name].to_table(columns=["key"])["key"].to_pylist())
        self._seen = set(parts)
        return self.known


class Writer:
    """Appends to a record; use it in a ``with`` block, which commits what is left at its end, after an error too.

    Args:
        store: The record.
        documents, seconds: When a batch is committed: at so many documents, or after so long, whichever is first.
    """

    def __init__(self, store: Store, documents: int = BATCH_DOCUMENTS, seconds: float = BATCH_SECONDS) -> None:
        self.store = store
        self.kept = 0
        """Documents committed by this writer."""
        self.known = 0
        """Documents that were in the record already."""
        self.failed = 0
        """Documents that could not be coded, of this run."""
        self._limit, self._seconds = documents, seconds
        self._keys, self._failure_keys = _Keys(store.table("coded")), _Keys(store.table("failures"))
        self._keys.refresh()
        self._failure_keys.refresh()
        self._rows: dict[str, schema.Row] = {}
        self._failures: dict[str, schema.Row] = {}
        self._since = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.flush()

    def has(self, document: Document) -> bool:
        """Whether this coding of the document is kept, or will be with the next commit; ``document`` says by which coder, codebook and model."""
        key = coding_key(document)
        return key in self._keys.known or key in self._rows

    def skip(self) -> None:
        """Count a document that was not coded because it is in the record."""
        self.known += 1

    def add(self, record: Record) -> bool:
        """Keep a coded document, or note the failure of one that could not be coded.

        Returns:
            Whether it is new to the record.

        Raises:
            StoreError: The batch was full and could not be committed; nothing of it is in the record then.
        """
        document = record.document
        if not document.coder:
            problems = record.problems or (Problem(code="not-coded", message=f"{document.id}: no reason was given"),)
            return self._fail(document, problems[-1])
        if self.has(document):
            self.skip()
            return False
        try:
            row = schema.to_row(record, datetime.now(UTC))
        except UnicodeEncodeError as error:
            return self._fail(document, Problem(code="not-unicode", message=f"{document.id}: {error}"))
        self._rows[row["key"]] = row
        self._flush_when_due()
        return True

    def _fail(self, document: Document, problem: Problem) -> bool:
        self.failed += 1
        row = schema.failure_row(document, problem, datetime.now(UTC))
        if row["key"] in self._failure_keys.known or row["key"] in self._failures:
            return False
        self._failures[row["key"]] = row
        self._flush_when_due()
        return True

    def _flush_when_due(self) -> None:
        if len(self._rows) + len(self._failures) >= self._limit or time.monotonic() - self._since >= self._seconds:
            self.flush()

    def flush(self) -> None:
        """Commit what waits."""
        if self._failures:
            self._commit("failures", pa.Table.from_pylist(list(self._failures.values()), schema=schema.failure_columns()))
            self._failure_keys.known.update(self._failures)
            self._failures = {}
        if self._rows:
            known = self._keys.refresh()
            new = [row for key, row in self._rows.items() if key not in known]
            if new:
                self._commit("coded", schema.to_table(new))
            self._keys.known.update(self._rows)
            self.kept += len(new)
            self.known += len(self._rows) - len(new)
            self._rows = {}
        self._since = time.monotonic()

    def _commit(self, table: str, rows: pa.Table) -> None:
        _delta.append(self.store.table(table), rows, {"dragoman": f"append {rows.num_rows}"})


def stamped(document: Document, coder: str, codebook: str, model: str) -> Document:
    """The document as coding by these would leave it: what :meth:`Writer.has` asks about before the work is done."""
    return msgspec.structs.replace(document, coder=coder, codebook=codebook, model=model)


