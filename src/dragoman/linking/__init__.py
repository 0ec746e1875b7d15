"""Linking: which reports of a record tell the same happening, who reprints whom, and where accounts differ.

    Store ──▶ Links (derived, incremental) ──▶ Answers: happenings, accounts, chains

Needs ``pip install dragoman[record]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import StoreError

if TYPE_CHECKING:
    from dragoman.linking.answers import Answers
    from dragoman.linking.index import Links

__all__ = ["Answers", "Links"]
_HOME = {"Answers": "answers", "Links": "index"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'dragoman.linking' has no attribute {name!r}")
    from importlib import import_module

    try:
        return getattr(import_module(f"dragoman.linking.{_HOME[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name not in ("deltalake", "duckdb", "pyarrow", "rensa"):
            raise
        raise StoreError(f"linking needs {error.name}, which is not installed: pip install 'dragoman[record]'") from error
