"""Marked pairs found by the coder itself: ``python benchmarks/pairs.py --data ../shared/data/benchmarks``.

The sentences of ``relations_plv_train.tsv`` (halves as in ``relations.py``) are coded without their marks. A marked pair is *found* when an event has one of
its marks among the actors and the other among the recipients (among the actors, where an event is mutual); *right* when the event's type is also the pair's
PLOVER 2018 root. Precision is over coded pairs between two marks of the sentence and over all coded pairs (the sentence's other pairs are not marked,
so the latter is a lower bound).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from relations import rows, unmark

from dragoman.coder import Coder
from dragoman.evaluate.matching import overlap
from dragoman.reading import make_document
from dragoman.records import Event, Participant, Span


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/benchmarks"))
    args = parser.parse_args()
    coder = Coder.load()
    for half in (True, False):
        sentences: dict[str, list[tuple[Span, Span | None, str]]] = defaultdict(list)
        for marked, root, inside in rows(args.data / "relations_plv_train.tsv", "gold_root"):
            text, source, target = unmark(marked)
            if inside == half and source is not None:
                sentences[text].append((source, target, root))
        pairs = found = right = between = coded = 0
        for text, marks in sentences.items():
            events = coder.code(make_document(text, id="pair")).events
            coded += sum(max(1, len(e.recipients), len(e.actors) - 1) for e in events)
            pairs += len(marks)
            for source, target, root in marks:
                meeting = [e for e in events if joins(e, source, target)]
                found += bool(meeting)
                right += any(root_of(e) == root for e in meeting)
                between += len(meeting)
        recall = right / pairs
        for name, n in (("between marks", between), ("all", coded)):
            precision = right / max(1, n)
            print(f"| plv {'A' if half else 'B'} end to end, {name} | P {precision:.3f} | R {recall:.3f} | F {2 * precision * recall / (precision + recall):.3f} |")
        print(f"| plv {'A' if half else 'B'} pairs found | {found / pairs:.3f} | type right of those | {right / max(1, found):.3f} |")


def joins(event: Event, source: Span, target: Span | None) -> bool:
    """Whether an event is between the two marks, the source acting."""
    if not meets(event.actors, source):
        return False
    return target is None or meets(event.recipients or event.actors, target)


def meets(participants: tuple[Participant, ...], mark: Span) -> bool:
    """Whether one of the participants stands in the mark, or is told by words in it."""
    return any(overlap(span, mark) for p in participants for span in (p.span, p.via) if span is not None)


def root_of(event: Event) -> str:
    """The type by its PLOVER 2018 name."""
    return "YIELD" if event.type in ("CONCEDE", "RETREAT") else event.type


if __name__ == "__main__":
    main()
