"""Make docs/demo.svg, the README's picture: ``python scripts/make_picture.py``, as ``make picture`` does.

It is what a terminal shows for ``dragoman code --format pretty examples/lake-chad-talks.txt``, drawn by rich from the real record.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from rich.console import Console

from dragoman.cli._pretty import print_record
from dragoman.cli._run import records

ROOT = Path(__file__).parent.parent
REPORT = "examples/lake-chad-talks.txt"
WIDTH = 112
"""Columns."""
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def main() -> None:
    os.chdir(ROOT)
    console = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, highlight=False, markup=False, emoji=False)
    for record in records([REPORT], input="auto", published=None, workers=1):
        print_record(record, console)
    drawn = console.export_svg(title=f"dragoman code {REPORT}", unique_id="demo")
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.S).replace("Fira Code, monospace", FONTS)  # loads nothing from outside
    target = ROOT / "docs" / "demo.svg"
    target.write_text("\n".join(line.rstrip() for line in drawn.splitlines()) + "\n", encoding="utf8")
    print(f"docs/demo.svg, {target.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
