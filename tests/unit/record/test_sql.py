"""SQL from strangers reads the record's tables and reaches nothing else."""

from __future__ import annotations

import os
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from dragoman.errors import QueryError, StoreError
from dragoman.record import Questions, Store, to_pandas, to_polars
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
        "SELECT * FROM read_blob('{secret}')", "SELECT * FROM read_parquet('{secret}')",
        "SELECT * FROM parquet_metadata('{secret}')", "SELECT * FROM read_json_auto('{secret}')", "COPY left_out FROM '{secret}'", "SELECT * FROM sniff_csv('{secret}')", "SELECT * FROM read_parquet('https://example.org/x.parquet')",
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


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) FROM range(1000000000) a, range(1000000) b",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t",
        "SELECT range FROM range(100000000000)",
    ],
)
def test_an_endless_query_is_stopped(store: Store, query: str) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match="stopped after"):
        run_sql(store, query, timeout_s=0.3)
    assert time.monotonic() - start < 20


def test_a_query_that_wants_more_memory_than_it_may_have_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=r"sql: Out of Memory"):
        run_sql(store, "SELECT list(range) FROM range(30000000)", memory="60MB")
    with pytest.raises(QueryError, match="the answer has more than 1 MB"):
        run_sql(store, "SELECT repeat('x', 1000) FROM range(100000000)", largest_bytes=2**20)
    assert run_sql(store, "SELECT 1 AS a").to_pylist() == [{"a": 1}]


def test_an_answer_without_rows_has_its_columns(store: Store) -> None:
    assert run_sql(store, "SELECT type, day FROM events WHERE type = 'NONE'").column_names == ["type", "day"]


def test_a_query_leaves_nothing_behind(store: Store) -> None:
    """A SELECT may hold an INSERT in DuckDB; it must not change what the next one sees."""
    before = run_sql(store, "SELECT count(*) AS n FROM events").to_pylist()
    try:
        run_sql(store, "WITH x AS (INSERT INTO left_out SELECT key, '' FROM documents RETURNING key) SELECT count(*) FROM x")
    except QueryError:
        pass
    assert run_sql(store, "SELECT count(*) AS n FROM events").to_pylist() == before


# others, without a line of our code


def events_of(store: Store) -> list[dict[str, object]]:
    return store.ask("SELECT document AS id, type FROM events ORDER BY ALL").to_pylist()


def test_duckdb_alone_reads_a_record(kept: Path, store: Store) -> None:
    import duckdb

    nested = f"SELECT document.id AS id, e.type AS type FROM (SELECT document, unnest(events) AS e FROM '{kept}/coded/*.parquet') ORDER BY ALL"
    flat = f"SELECT document AS id, type FROM '{kept}/derived/flat-*/part-*/events.parquet' ORDER BY ALL"
    for query in (nested, flat):
        assert [{"id": i, "type": t} for i, t in duckdb.sql(query).fetchall()] == events_of(store)


def test_arrow_and_deltalake_alone_read_a_record(kept: Path, store: Store) -> None:
    """As from Spark or R: the table's own log says which files are in a version."""
    from deltalake import DeltaTable

    rows = DeltaTable(kept / "coded").to_pyarrow_table(columns=["document", "events"]).to_pylist()
    assert sorted((r["document"]["id"], e["type"]) for r in rows for e in r["events"]) == [(r["id"], r["type"]) for r in events_of(store)]


def test_polars_alone_reads_a_record(kept: Path, store: Store) -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    flat = polars.read_parquet(f"{kept}/derived/flat-*/part-*/events.parquet").select(id="document", type="type").sort("id", "type")
    nested = polars.read_delta(str(kept / "coded")).select(id=polars.col("document").struct.field("id"), event="events").explode("event")
    nested = nested.select("id", type=polars.col("event").struct.field("type")).drop_nulls().sort("id", "type")
    assert flat.to_dicts() == nested.to_dicts() == events_of(store)


# answers in other libraries


def test_answers_become_frames(store: Store) -> None:
    answer = Questions(store).dyads(by="country", per="month")
    frames = {"pandas": lambda: to_pandas(answer).to_dict("records"), "polars": lambda: to_polars(answer).to_dicts()}
    found = 0
    for library, rows in frames.items():
        if find_spec(library) is None:
            with pytest.raises(StoreError, match=f"pip install {library}"):
                rows()
        else:
            found += 1
            assert [(r["actor"], r["recipient"], r["events"]) for r in rows()] == [
                (r["actor"], r["recipient"], r["events"]) for r in answer.to_pylist()]  # fmt: skip
    if not found:
        pytest.skip("neither pandas nor Polars is installed; what is said then was tested")
