"""Run the commands that the pages of docs/ show, and write down what they print: ``python scripts/run_docs.py``; ``--check`` only says what is not current.

In a block fenced as ``console``, a line that begins with ``$ dragoman`` is run, and the lines below it are what a terminal shows for it (without a
terminal's colours; tables 150 columns wide). ``console head=8`` keeps the first eight lines, and says that there are more. Blocks fenced as ``python`` are
run too. A page runs from its first block to its last in an empty folder that has ``examples/`` in it. Pictures that a page shows from ``pictures/`` are
made again with it.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli._app import app
from dragoman.coder import Coder

ROOT = Path(__file__).parent.parent
PAGES = ("concepts.md", "tutorial.md", "how-to.md", "pictures.md")
WIDTHS = {"ask": "190", "record": "120"}
"""Columns: wide for tables."""
_VARIES = re.compile(r"\d{4}-\d\d-\d\dT[\d:]+|^bytes .*$|\b\d+%|\b0\.\d+|  +", re.M)
"""What may differ between two runs or two processors: times, sizes, the last digits of a probability, and the blanks of columns."""
_BLOCK = re.compile(r"^```(console|python)( head=(\d+))?\n(.*?)^```$", re.M | re.S)


def as_on_a_terminal(arguments: list[str]) -> list[str]:
    """A terminal gets tables and records to read where a pipe gets JSON; the runner is no terminal, so it asks for them."""
    command = arguments[0]
    if {"--format", "-o", "--output", "--record"} & set(arguments) and command == "code":
        return arguments
    if command in ("ask", "code") and not {"--format", "-o", "--output"} & set(arguments):
        return [*arguments, "--format", "table" if command == "ask" else "pretty"]
    return arguments


def run(command: str) -> str:
    """What ``dragoman`` prints for a command line; a page shows none that fails."""
    arguments = as_on_a_terminal(shlex.split(command)[1:])
    result = CliRunner(env={"COLUMNS": WIDTHS.get(arguments[0], "110"), "NO_COLOR": "1"}).invoke(app, arguments)
    if result.exit_code:
        raise RuntimeError(f"{command}: {result.exception!r}\n{result.output}")
    return str(result.output)


def shown(block: str, head: int | None) -> str:
    """A block with what its commands print now."""
    return "".join(_lines(block, head))


def _lines(block: str, head: int | None) -> Iterator[str]:
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        yield line + "\n"
        if line.startswith("$ dragoman "):
            printed = [p.rstrip() for p in run(line[2:]).splitlines()]
            yield from (p + "\n" for p in printed[:head])
            if head and len(printed) > head:
                yield f"... ({len(printed) - head} more lines)\n"


def page_now(text: str, page: str) -> str:
    """The page with all outputs as they are now; works in the current folder."""

    def again(match: re.Match[str]) -> str:
        kind, option, head, block = match.groups()
        if kind == "console":
            block = shown(block, int(head) if head else None)
        else:
            exec(compile(block, page, "exec"), {"__name__": "docs"})
        return f"```{kind}{option or ''}\n{block}```"

    return _BLOCK.sub(again, text)


def same(now: str, text: str) -> bool:
    """Whether a page is current, but for what varies."""
    return _VARIES.sub(" ", now) == _VARIES.sub(" ", text)


def main(pages: tuple[str, ...] = PAGES, check: bool = False) -> list[str]:
    """Run the pages. Returns the names of those that were not current."""
    stale = []
    Coder.load = classmethod(functools.cache(Coder.load.__func__))  # read once for all commands
    for name in pages:
        page = ROOT / "docs" / name
        text = page.read_text(encoding="utf8")
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "examples", Path(folder) / "examples")
            with chdir(folder):
                now = page_now(text, name)
            if not same(now, text):
                stale.append(name)
                if not check:
                    page.write_text(now, encoding="utf8")
            for picture in () if check else re.findall(r"\]\(pictures/([\w-]+\.svg)\)", now):
                shutil.copy(Path(folder) / picture, page.parent / "pictures" / picture)
    return stale


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf8")
    os.environ.pop("DRAGOMAN_RECORD", None)
    changed = main(check="--check" in sys.argv)
    if "--check" in sys.argv and changed:
        sys.exit(f"not current: {', '.join(changed)}; run scripts/run_docs.py")
    print(f"changed: {', '.join(changed) or 'nothing'}")
