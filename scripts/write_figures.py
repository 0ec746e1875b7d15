"""Write the table of figures in README.md from benchmarks/figures.json: ``python scripts/write_figures.py``, as ``make bench`` does at its end.

A figure that the file doesn't have reads 'not measured'.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROWS = (
    ("Golden reports (20, invented, coded before any run): events, precision / recall", ("golden events precision", "golden events recall"), "{:.2f} / {:.2f}"),
    ("Golden reports: statements, precision / recall", ("golden statements precision", "golden statements recall"), "{:.2f} / {:.2f}"),
    ("Golden reports: positions, precision / recall", ("golden positions precision", "golden positions recall"), "{:.2f} / {:.2f}"),
    ("Relations of marked pairs in real news (PLV, the half only scored): root macro-F1", ("plv B both macro-F1",), "{:.2f}"),
    ("Trees, gold tokens: LAS on UD English EWT dev / GUM dev, %", ("en_ewt-dev LAS", "en_gum-dev LAS"), "{:.1f} / {:.1f}"),
    ("Speed on one thread, from text to record: words/s", ("words/s, text to record",), "{:,.0f}"),
    ("Speed on one thread, from text to tree and mentions: words/s", ("words/s, text to tree and mentions",), "{:,.0f}"),
    ("First result after typing the command: s", ("first result, s",), "{:.1f}"),
    ("Peak memory: MB", ("peak memory, MB",), "{:,.0f}"),
)
"""What a row says, the keys of figures.json that it needs, and how it is written."""
_BLOCK = re.compile(r"(?<=<!-- figures: written by scripts/write_figures\.py from benchmarks/figures\.json -->\n).*?(?=<!-- end of figures -->)", re.S)


def table(figures: Mapping[str, float]) -> str:
    """The table as Markdown."""
    lines = ["| figure | value |\n|---|---|\n"]
    for words, keys, form in ROWS:
        value = form.format(*(figures[k] for k in keys)) if all(k in figures for k in keys) else "not measured"
        lines.append(f"| {words} | {value} |\n")
    return "".join([*lines, "\nOn which machine, with which definitions, and by kind of text: [benchmarks/RESULTS.md](benchmarks/RESULTS.md).\n"])


def fill(page: str, figures: Mapping[str, float]) -> str:
    """The page with the table between its marks.

    Raises:
        ValueError: The page has no marks.
    """
    if not _BLOCK.search(page):
        raise ValueError("README.md has no place for the figures, between '<!-- figures: ...' and '<!-- end of figures -->'")
    written = table(figures)
    return _BLOCK.sub(lambda _: written, page)


def main() -> None:
    source = ROOT / "benchmarks" / "figures.json"
    figures = json.loads(source.read_text(encoding="utf8")) if source.is_file() else {}
    readme = ROOT / "README.md"
    readme.write_text(fill(readme.read_text(encoding="utf8"), figures), encoding="utf8")
    print(f"README.md: {sum(all(k in figures for k in keys) for _, keys, _ in ROWS)} of {len(ROWS)} figures measured")


if __name__ == "__main__":
    main()
