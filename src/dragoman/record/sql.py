"""SQL from users: one SELECT over the record's tables, and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import duckdb
import pyarrow as pa

from dragoman.errors import QueryError
from dragoman.record.derived import MEMORY
from dragoman.record.store import Store

TIMEOUT_S = 60.0
LARGEST_BYTES = 2**30
"""Of an answer, which the database's own limit on memory does not count."""
_BATCH = 10_000


def run_sql(
    store: Store, query: str, timeout_s: float = TIMEOUT_S, largest_bytes: int = LARGEST_BYTES, memory: str = MEMORY,
    tables: Mapping[str, pa.Table] | None = None,
) -> pa.Table:  # fmt: skip
    """Answer a query that a stranger may have written.

    Two locks, either of which would do: only a single SELECT is taken, and the connection, its own, can reach no file but the record's flat
    tables and has its settings closed.

    Args:
        store: The record.
        query: One SELECT.
        timeout_s: Wall time after which it is stopped, in seconds.
        largest_bytes: Of the answer.
        memory: What the database may take for its work, such as ``3GB``; beyond it, it goes to the disk where it can.
        tables: Further tables that the query may name, such as the accounts of linked happenings.

    Raises:
        QueryError: It is no single SELECT, it is wrong, it reaches for something outside, it takes too long or too much memory, or its answer is too large.
    """
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise QueryError(f"sql: {error}") from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        kinds = ", ".join(s.type.name for s in statements) or "nothing"
        raise QueryError(f"sql: one SELECT is accepted; got {kinds}")
    connection = store.connect(memory)  # of its own: whatever a query leaves in it is gone with it
    for name, table in (tables or {}).items():
        connection.register(name, table)
    late = threading.Event()

    def stop() -> None:
        late.set()
        connection.interrupt()

    timer = threading.Timer(timeout_s, stop)
    timer.start()
    try:
        return _gather(connection.sql(query), largest_bytes)
    except (duckdb.Error, pa.ArrowException, OSError) as error:  # the stream of an answer wraps the database's errors
        raise QueryError(f"sql: stopped after {timeout_s:g} s" if late.is_set() else f"sql: {error}") from error
    finally:
        timer.cancel()
        connection.close()


def _gather(answer: duckdb.DuckDBPyRelation, largest_bytes: int) -> pa.Table:
    """All of an answer, as long as it is not too large."""
    read = getattr(answer, "to_arrow_reader", None) or answer.fetch_arrow_reader  # the older name, up to DuckDB 1.4
    batches, size = [], 0
    reader: pa.RecordBatchReader = read(_BATCH)
    for batch in reader:
        size += batch.nbytes
        if size > largest_bytes:
            raise QueryError(f"sql: the answer has more than {largest_bytes >> 20} MB; ask for less, such as with LIMIT")
        batches.append(batch)
    return pa.Table.from_batches(batches, reader.schema)
