"""Write the table of figures in README.md from benchmarks/figures.json: ``python scripts/write_figures.py``; ``--check`` only compares."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
START, END = "<!-- figures: written by scripts/write_figures.py from benchmarks/figures.json -->", "<!-- end of figures -->"
ROWS = (
    ("Trees, gold tokens, EWT dev: LAS / UPOS / lemma", ("en_ewt-dev LAS", "en_ewt-dev UPOS", "en_ewt-dev lemma"), "{:.1f}"),
    ("Text to tree and mentions, one thread, processor with / without AVX512-VNNI: UD words a second",
     ("tokens/s, text to tree and mentions, with VNNI", "tokens/s, text to tree and mentions, without VNNI"), "{:,.0f}"),
    ("Text to record, one thread, processor with / without AVX512-VNNI: white-space words a second",
     ("words/s, text to record, with VNNI", "words/s, text to record, without VNNI"), "{:,.0f}"),
    ("Peak memory: MB", ("peak memory, MB",), "{:.0f}"),
    ("Golden reports, events: precision / recall", ("golden events precision", "golden events recall"), "{:.2f}"),
    ("Golden reports, events by type and trigger alone: precision / recall", ("golden events loose precision", "golden events loose recall"), "{:.2f}"),
    ("Golden reports, statements with speaker and parent: precision / recall", ("golden statements precision", "golden statements recall"), "{:.2f}"),
    ("Golden reports, positions: precision / recall", ("golden positions precision", "golden positions recall"), "{:.2f}"),
    ("Events of real news, wholly right by the judgement of strict readers", ("real news, wholly right, sample third",), "{:.2f}"),
    ("The same, with a confidence of .5 or more (on the articles that the confidence is fitted on)",
     ("real news, wholly right at a confidence of 0.5 or more",), "{:.2f}"),
    ("Reports of one happening, unread half: B-cubed F1", ("linking kept, B-cubed F1",), "{:.2f}"),
    ("Relation of a marked pair, 15 classes, unread half: macro-F1", ("plv B both macro-F1",), "{:.2f}"),
)


def table() -> str:
    """The rows that have been measured; the others read 'not measured'."""
    figures = json.loads((ROOT / "benchmarks" / "figures.json").read_text(encoding="utf8"))
    lines = ["| what | figure |", "|---|---|"]
    for what, names, form in ROWS:
        cells = [form.format(figures[n]) if n in figures else "not measured" for n in names]
        lines.append(f"| {what} | {' / '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf8")
    written = re.sub(re.escape(START) + r".*?" + re.escape(END), lambda _: f"{START}\n{table()}\n{END}", text, flags=re.S)
    if "--check" in sys.argv:
        sys.exit(None if written == text else "README.md's figures are not those of benchmarks/figures.json; run scripts/write_figures.py")
    page.write_text(written, encoding="utf8")


if __name__ == "__main__":
    main()
