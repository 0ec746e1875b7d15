"""SQL from strangers reads the record's tables and reaches nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dragoman.errors import QueryError
from dragoman.record import Store
from dragoman.record.sql import run_sql


def test_a_select_is_answered(store: Store) -> None:
    assert run_sql(store, "SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC LIMIT 1").to_pylist() == [{"type": "CONSULT", "n": 4}]
    assert run_sql(store, "WITH x AS (SELECT 1 AS a) SELECT * FROM x;").to_pylist() == [{"a": 1}]
    for table in ("documents", "statements", "positions", "actors", "failures", "imported"):
        assert run_sql(store, f"SELECT count(*) AS n FROM {table}").num_rows == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_text('{secret}')", "SELECT * FROM '{secret}'", "SELECT * FROM read_csv('{secret}')", "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_blob('{secret}')", "SELECT * FROM sniff_csv('{secret}')", "SELECT * FROM read_parquet('https://example.org/x.parquet')",
        "COPY (SELECT 1) TO '{folder}/out.csv'", "COPY events TO '{folder}/out.parquet'", "EXPORT DATABASE '{folder}/all'", "ATTACH '{folder}/x.db'",
        "INSTALL httpfs", "LOAD httpfs", "SET enable_external_access = true", "SET lock_configuration = false", "PRAGMA threads = 1", "RESET memory_limit",
        "CALL pragma_version()", "CREATE TABLE mine AS SELECT 1", "DROP VIEW events", "INSERT INTO left_out VALUES ('a', 'b')", "DELETE FROM left_out",
        "UPDATE left_out SET key = ''", "SELECT 1; SELECT 2", "SELECT 1; COPY (SELECT 1) TO '{folder}/out.csv'", "", "SELEC 1", "SELECT * FROM nothing",
        "SELECT getenv('HOME')", "SELECT * FROM query('SET threads = 1')", "PREPARE s AS SELECT 1", "EXPLAIN ANALYZE SELECT 1", "VACUUM", "CHECKPOINT",
        "SELECT * FROM secret_of_python",
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused(store: Store, tmp_path: Path, query: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    secret_of_python = store.ask("SELECT 1")  # DuckDB would find it by its name
    assert secret_of_python.num_rows == 1
    with pytest.raises(QueryError, match="sql"):
        run_sql(store, query.format(secret=secret, folder=tmp_path))
    assert os.listdir(tmp_path) == ["secret.csv"]


def test_an_endless_query_is_stopped(store: Store) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="stopped after"):
        run_sql(store, "SELECT count(*) FROM range(1000000000) a, range(1000000) b", timeout_s=0.3)
    assert time.monotonic() - start < 5


def test_a_query_leaves_nothing_behind(store: Store) -> None:
    """A SELECT may hold an INSERT in DuckDB; it must not change what the next one sees."""
    before = run_sql(store, "SELECT count(*) AS n FROM events").to_pylist()
    try:
        run_sql(store, "WITH x AS (INSERT INTO left_out SELECT key, '' FROM documents RETURNING key) SELECT count(*) FROM x")
    except QueryError:
        pass
    assert run_sql(store, "SELECT count(*) AS n FROM events").to_pylist() == before


def test_outsiders_read_the_tables_as_they_are(kept: Path, store: Store) -> None:
    """With DuckDB alone, and with Arrow alone, as from R or Spark: no code of ours."""
    import duckdb
    import pyarrow.dataset as ds
    from deltalake import DeltaTable

    files = DeltaTable(kept / "coded").file_uris()
    by_duckdb = duckdb.sql(f"SELECT document.id AS id, e.type AS type FROM (SELECT document, unnest(events) AS e FROM read_parquet({files})) ORDER BY ALL")
    ours = store.ask("SELECT document AS id, type FROM events ORDER BY ALL").to_pylist()
    assert [{"id": i, "type": t} for i, t in by_duckdb.fetchall()] == ours
    flat = ds.dataset([str(f) for f in (kept / "derived").glob("*/*/events.parquet")]).to_table(columns=["document", "type"]).to_pylist()
    assert sorted((r["document"], r["type"]) for r in flat) == [(r["id"], r["type"]) for r in ours]
