"""The pages in docs/ say what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dragoman.codebook import Codebook
from dragoman.coder import Coder
from dragoman.reading import make_document

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|\n ").split("|")]
    for line in (ROOT / "docs/codebook.md").read_text(encoding="utf8").splitlines()
    if re.match(r"\| [A-Z]{3,} \|", line)
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def test_the_page_has_every_type_with_its_modes_and_scores() -> None:
    types = Codebook.load().types
    assert [row[0] for row in ROWS] == list(types)
    for name, quad, score, modes, *_ in ROWS:
        assert quad.upper() == types[name].quad
        assert float(score) == types[name].score
        assert [m for m in re.split(r",\s*", modes) if m] == list(types[name].modes)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_example_is_coded_as_its_type(row: list[str], coder: Coder) -> None:
    record = coder.code(make_document(row[5], id="page", published="2024-03-14"))
    assert row[0] in {e.type for e in record.events}


def test_the_pages_show_what_the_commands_print() -> None:
    """Every command on the tutorial, how-to, concepts and pictures pages runs, and prints what stands below it."""
    for library in ("deltalake", "matplotlib"):
        pytest.importorskip(library, reason=f"{library} is not installed (pip install 'dragoman[record,pictures]')")
    done = subprocess.run([sys.executable, "scripts/run_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"run: python scripts/run_docs.py\n{done.stdout}{done.stderr}"


def test_the_script_for_r_names_columns_that_there_are(tmp_path: Path) -> None:
    """R is not among what the checks need; so the script's files and columns are held against those that its commands write."""
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (pip install 'dragoman[record]')")
    from dragoman.cli._ask import ask
    from dragoman.record import Store

    script = (ROOT / "examples" / "read_record.R").read_text(encoding="utf8")
    Store(tmp_path / "river", create=True)
    app = typer.Typer()
    app.command()(ask)
    columns = {}
    for command in re.findall(r"^#   dragoman ask (.*)$", script, re.M):
        *options, output = command.replace("--record river", f"--record {tmp_path / 'river'}").split()
        result = CliRunner().invoke(app, [*options, str(tmp_path / output)])
        assert result.exception is None, result.exception
        read = pq.read_schema(tmp_path / output).names if output.endswith("parquet") else (tmp_path / output).read_text().strip().split(",")
        columns[output] = set(read)
    assert set(columns) == set(re.findall(r'read_\w+\("([^"]+)"', script))
    for file, rest in re.findall(r'read_\w+\("([^"]+)"(.*?)^print', script, re.M | re.S):
        made = set(re.findall(r'values_to = "(\w+)"', rest))
        for verb, arguments in re.findall(r"\b(select|arrange|group_by|count|nesting|filter|unnest_longer)\((.*?)\)(?: \|>|,|$)", rest, re.M):
            words = set(re.findall(r"\b[a-z]\w*", re.sub(r'"[^"]*"|\w+ = \w+|\b(is\.na|sort|values_to)\b', "", arguments)))
            assert words <= columns[file] | made, f"{file}: {verb}({arguments})"
