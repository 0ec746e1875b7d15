"""Events, statements and positions on the golden reports: ``python benchmarks/golden.py [--kept-aside] [--errors]``.

The golden reports were written and coded blind (``tests/golden/README.md``). Matching is :mod:`dragoman.evaluate`'s. Recall is over required
lines. *loose* counts an event whose type and trigger are right, whoever takes part.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from dragoman.coder import Coder  # noqa: E402
from dragoman.reading import make_document  # noqa: E402
from tests.golden.scoring import Score, score_events, score_positions, score_statements  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kept-aside", action="store_true", help="score the reports kept aside instead")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was too much")
    args = parser.parse_args()
    folder = ROOT / "tests" / "golden" / ("kept_aside" if args.kept_aside else "en")
    coder = Coder.load()
    totals = {"events": Score(), "statements": Score(), "positions": Score()}
    loose = Score()
    for case in sorted(p for p in folder.iterdir() if (p / "input.txt").is_file()):
        gold = json.loads((case / "expected.json").read_text(encoding="utf8"))
        record = coder.code(make_document((case / "input.txt").read_text(encoding="utf8"), id=case.name, published=gold["published"]))
        for name, scorer in (("events", score_events), ("statements", score_statements), ("positions", score_positions)):
            score = scorer(record, gold)
            totals[name].add(score)
            if args.errors:
                print(f"== {case.name} {name}", *(f"  missed {m}" for m in score.missed), *(f"  extra  {m}" for m in score.extra), sep="\n")
        loose.add(score_events(record, gold, loose=True))
    kind = "kept aside" if args.kept_aside else "golden"
    print("| figure | value |\n|---|---|")
    for name, s in totals.items():
        print(f"| {kind} {name} precision | {s.precision:.3f} |\n| {kind} {name} recall | {s.recall:.3f} |\n| {kind} {name} F1 | {s.f1:.3f} |")
    print(f"| {kind} events loose precision | {loose.precision:.3f} |\n| {kind} events loose recall | {loose.recall:.3f} |")


if __name__ == "__main__":
    main()
