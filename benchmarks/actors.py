"""Who a mention alone means, on cases written by hand before any run: ``python benchmarks/actors.py [--errors]``.

A case is right if the country (or the group, or the claimant) and one sector are among those that it lists; '' lists 'none given'.
The cases and how they were made: ``tests/golden/actors/README.md``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.records import Actor
from dragoman.world import World, resolve_phrase

CASES = Path(__file__).parent.parent / "tests" / "golden" / "actors" / "cases.jsonl"
Case = dict[str, Any]


def read_cases(path: Path = CASES) -> list[Case]:
    """The cases, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def fits(actor: Actor | None, case: Case) -> bool:
    """Whether an answer is among those that a case lists, in country and in sector."""
    if actor is None:
        return "" in case["country"] and "" in case["sectors"]
    places = {actor.country or actor.group or "", actor.claimed_by or "-", actor.group or "-"}
    return bool(places & set(case["country"])) and bool((set(actor.sectors) or {""}) & set(case["sectors"]))


def answer(cases: Sequence[Case], world: World) -> list[Actor | None]:
    """What the tables and rules say of each case."""
    return [resolve_phrase(c["text"], c["date"], c["context"], world).actor for c in cases]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the cases that are wrong")
    args = parser.parse_args()
    world, cases = World.load(), read_cases()
    start = time.process_time()
    answers = answer(cases, world)
    spent = time.process_time() - start
    kinds: dict[str, list[bool]] = {}
    for case, actor in zip(cases, answers, strict=True):
        right = fits(actor, case)
        kinds.setdefault(case["kind"], []).append(right)
        if args.errors and not right:
            got = f"{actor.id} {actor.country or actor.group or '-'} {','.join(actor.sectors) or '-'}" if actor else "nobody"
            print(f"{case['kind']}: {case['text']} ({case['date']}): {got}, not {case['country']} {case['sectors']}")
    print("| kind | cases | right |\n|---|---|---|")
    for kind, results in kinds.items():
        print(f"| {kind} | {len(results)} | {sum(results) / len(results):.3f} |")
    total = [r for results in kinds.values() for r in results]
    print(f"| all | {len(total)} | {sum(total) / len(total):.3f} |\n\n{1e6 * spent / len(cases):.0f} µs a mention")


if __name__ == "__main__":
    main()
