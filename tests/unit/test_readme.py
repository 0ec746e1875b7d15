"""What the README says holds: its figures, its Python, its links."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf8")


def test_its_figures_are_the_measured_ones() -> None:
    done = subprocess.run([sys.executable, "scripts/write_figures.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"run: python scripts/write_figures.py\n{done.stdout}{done.stderr}"


def test_its_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf8")):
            assert "://" in link or (page.parent / link).exists(), f"{page.name}: {link}"


def test_its_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(compile(snippet, "README.md", "exec"), {})
    assert "ACCUSE" in capsys.readouterr().out


def test_the_picture_is_there_and_loads_nothing() -> None:
    drawn = (ROOT / "docs" / "demo.svg").read_text(encoding="utf8")
    assert drawn.startswith("<svg") and "lake-chad-talks.txt" in drawn
    assert not re.search(r"url\(['\"]?http|@import|<image|<script", drawn)
