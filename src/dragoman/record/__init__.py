"""The record: coded documents kept for years, in versions, and questions asked of them.

    Record ──▶ Writer ──▶ Store (Delta tables) ──▶ flat tables ──▶ Questions ──▶ Arrow

What enters are :class:`dragoman.records.Record` objects; what leaves are the same, and Arrow tables. Needs ``pip install dragoman[record]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError

if TYPE_CHECKING:
    from dragoman.record.changes import Change, diff
    from dragoman.record.filters import Filters
    from dragoman.record.frames import to_pandas, to_polars
    from dragoman.record.imported import keep_imported
    from dragoman.record.questions import Questions
    from dragoman.record.sql import run_sql
    from dragoman.record.store import Store
    from dragoman.record.upkeep import Finding, Version, compact, info, rebuild, restore, verify, versions
    from dragoman.record.writer import Writer

__all__ = [
    "Change", "Filters", "Finding", "Questions", "Store", "Version", "Writer", "compact", "diff", "info", "keep_imported", "rebuild", "restore", "run_sql",
    "to_pandas", "to_polars", "verify", "versions",
]  # fmt: skip
_HOME = {
    "Change": "changes", "diff": "changes", "Filters": "filters", "Questions": "questions", "Store": "store", "Writer": "writer", "run_sql": "sql",
    "keep_imported": "imported", "to_pandas": "frames", "to_polars": "frames",
    **dict.fromkeys(("Finding", "Version", "compact", "info", "rebuild", "restore", "verify", "versions"), "upkeep"),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'dragoman.record' has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f"dragoman.record.{_HOME[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name not in ("deltalake", "duckdb", "pyarrow"):
            raise
        raise StoreError(f"the record needs {error.name}, which is not installed: pip install 'dragoman[record]'") from error
