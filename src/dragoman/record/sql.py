"""SQL from users: one SELECT over the record's tables, and nothing else."""

from __future__ import annotations

import threading

import duckdb
import pyarrow as pa

from dragoman.errors import QueryError
from dragoman.record.store import Store

TIMEOUT_S = 60.0


def run_sql(store: Store, query: str, timeout_s: float = TIMEOUT_S) -> pa.Table:
    """Answer a query that a stranger may have written.

    Two locks, either of which would do: only a single SELECT is taken, and the connection, its own, can reach no file but the record's flat
    tables and has its settings closed.

    Raises:
        QueryError: It is no single SELECT, it is wrong, it reaches for something outside, or it takes too long.
    """
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise QueryError(f"sql: {error}") from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        kinds = ", ".join(s.type.name for s in statements) or "nothing"
        raise QueryError(f"sql: one SELECT is accepted; got {kinds}")
    connection = store.connect()  # of its own: whatever a query leaves in it is gone with it
    timer = threading.Timer(timeout_s, connection.interrupt)
    timer.start()
    try:
        return connection.sql(query).to_arrow_table()
    except duckdb.InterruptException as error:
        raise QueryError(f"sql: stopped after {timeout_s:g} s") from error
    except duckdb.Error as error:
        raise QueryError(f"sql: {error}") from error
    finally:
        timer.cancel()
        connection.close()
