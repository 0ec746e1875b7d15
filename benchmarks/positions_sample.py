"""A sample of positions from real news, to be judged by a reader: ``python benchmarks/positions_sample.py FILE.jsonl ... [--articles 60] [--positions 150]``.

FILE holds lines ``{"id", "text", ...}``. Articles are drawn by the SHA-256 of their ids, as many from each file, and so are the positions in
them, so that a sample stays the same whatever else changes. With each position stand its sentence and the sentences around it. ``--ids`` prints
ids and offsets only, the form in which judgements may be kept.

A position is right when a reader of the report would say that this holder takes this stance on this question; holder, stance and question are
judged apart.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.reading import make_document
from dragoman.records import Position, Record

_AROUND = 240
"""Code points shown on either side of the evidence."""


def rank(name: str) -> str:
    """Where something falls in the draw: the SHA-256 of its name."""
    return hashlib.sha256(name.encode()).hexdigest()


def articles(paths: list[Path], wanted: int) -> Iterator[dict[str, Any]]:
    """``wanted`` articles, as many from each file."""
    for path in paths:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        yield from sorted(rows, key=lambda row: rank(row["id"]))[: wanted // len(paths)]


def offsets(record: Record, p: Position) -> dict[str, Any]:
    """A position without a word of the text."""
    return {
        "article": record.document.id, "holder": [*p.holder.span] if p.holder.span else None, "actor": p.holder.actor, "stance": p.stance,
        "question": p.question.key, "evidence": [[a, b] for a, b in p.evidence.spans],
    }  # fmt: skip


def show(record: Record, p: Position) -> str:
    """A position with what it was read from."""
    text, (a, b) = record.document.text, p.evidence.spans[0]
    holder = text[slice(*p.holder.span)] if p.holder.span else ""
    context = f"{text[max(0, a - _AROUND) : a]}>>> {text[a:b]} <<<{text[b : b + _AROUND]}"
    facts = f"{holder!r} ({p.holder.actor}{', ' + p.holder.quantifier if p.holder.quantifier else ''}) {p.stance.upper()} {p.question.key} | {p.question.text!r}"
    more = f"verb {p.verb!r}, {p.tense}" + (f", if {p.condition!r}" if p.condition else "") + (f", about {p.target['actor']}" if p.target else "")
    return f"{facts}\n   {more}\n   " + " ".join(context.split())


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--positions", type=int, default=150)
    parser.add_argument("--ids", action="store_true", help="ids and offsets only, as JSON lines")
    args = parser.parse_args()
    if missing := [str(f) for f in args.files if not f.is_file()]:
        sys.exit(f"no {', '.join(missing)}: give files of articles as JSON lines")
    coder = Coder.load()
    found: list[tuple[Record, Position]] = []
    for row in articles(args.files, args.articles):
        record = coder.code(make_document(row["text"], id=row["id"], published=row.get("published") or row.get("date")))
        found += [(record, p) for p in record.positions]
    drawn = sorted(found, key=lambda x: rank(json.dumps(offsets(*x), sort_keys=True)))[: args.positions]
    for n, (record, p) in enumerate(drawn, 1):
        print(json.dumps(offsets(record, p)) if args.ids else f"{n}. [{record.document.id}] {show(record, p)}\n")
    print(f"{len(drawn)} of {len(found)} positions", file=sys.stderr)


if __name__ == "__main__":
    main()
