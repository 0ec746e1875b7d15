"""Answers as data frames of other libraries, each imported only when somebody asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pyarrow as pa

from dragoman.errors import StoreError


def to_pandas(table: pa.Table) -> Any:
    """An answer as a ``pandas.DataFrame``: a column each, days as Arrow dates, lists as arrays.

    Raises:
        StoreError: pandas is not installed.
    """
    _library("pandas")
    return table.to_pandas()


def to_polars(table: pa.Table) -> Any:
    """An answer as a ``polars.DataFrame``; the columns are not copied where that can be helped.

    Raises:
        StoreError: Polars is not installed.
    """
    return _library("polars").from_arrow(table)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise StoreError(f"a {name} frame needs {name}, which is not installed: pip install {name}; the answer itself is a pyarrow.Table") from error
