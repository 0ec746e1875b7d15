"""A record to draw; without the extras ``[record]`` and ``[pictures]`` the tests here are left out, with a warning that says so."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.record.made import all_records

if TYPE_CHECKING:
    from dragoman.record import Store

collect_ignore_glob = []
try:
    import deltalake  # noqa: F401
    import duckdb  # noqa: F401
    import matplotlib  # noqa: F401
    import pyarrow  # noqa: F401
except ModuleNotFoundError as error:
    collect_ignore_glob.append("test_*.py")
    warnings.warn(f"tests/unit/pictures is left out: {error.name} is not installed (pip install 'dragoman[record,pictures]')", stacklevel=1)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all the hand-made documents; tests only read it."""
    from dragoman.record import Store, Writer

    place = tmp_path_factory.mktemp("pictures") / "r"
    with Writer(Store(place, create=True)) as writer:
        for record in all_records():
            writer.add(record)
    return place


@pytest.fixture(scope="session")
def store(kept: Path) -> Store:
    from dragoman.record import Store

    return Store(kept)
