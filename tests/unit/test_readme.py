"""What the README says holds: its figures, its Python, its links."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf8")
MADE = {"benchmarks/RESULTS.md"}
"""Made by make bench; its link may be ahead of it."""


@pytest.fixture(scope="module")
def writer() -> Any:
    spec = importlib.util.spec_from_file_location("write_figures", ROOT / "scripts" / "write_figures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_its_figures_are_the_measured_ones(writer: Any) -> None:
    file = ROOT / "benchmarks" / "figures.json"
    figures = json.loads(file.read_text(encoding="utf8")) if file.is_file() else {}
    assert writer.fill(README, figures) == README, "run: python scripts/write_figures.py"


def test_what_nobody_measured_says_so(writer: Any) -> None:
    assert writer.table({}).count("not measured") == len(writer.ROWS)
    assert "| 812 |" in writer.table({"peak memory, MB": 811.6})


def test_its_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf8")):
            assert "://" in link or (page.parent / link).exists() or link in MADE, f"{page.name}: {link}"


def test_its_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(compile(snippet, "README.md", "exec"), {})
    assert "ACCUSE" in capsys.readouterr().out


def test_the_picture_is_there_and_loads_nothing() -> None:
    drawn = (ROOT / "docs" / "demo.svg").read_text(encoding="utf8")
    assert drawn.startswith("<svg") and "lake-chad-talks.txt" in drawn
    assert not re.search(r"url\(['\"]?http|@import|<image|<script", drawn)
