"""The large figures, made by ``make bench`` and committed, hold their floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2] / "benchmarks"
FIGURES = json.loads((HERE / "figures.json").read_text(encoding="utf8"))
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf8"))


@pytest.mark.parametrize("name", sorted(FLOORS["at least"]))
def test_at_least(name: str) -> None:
    assert FIGURES[name] >= FLOORS["at least"][name]


@pytest.mark.parametrize("name", sorted(FLOORS["at most"]))
def test_at_most(name: str) -> None:
    assert FIGURES[name] <= FLOORS["at most"][name]
