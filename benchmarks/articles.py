"""Events on whole articles of real news, coded by hand: ``python benchmarks/articles.py DATA [--errors]``.

Gold is ``judged/articles.jsonl`` (``judged/README.md``): every political event of 15 articles. A happening is found when an event fits one of its tellings (type
or an accepted one, a trigger, a participant on each side, as :mod:`dragoman.evaluate` matches them); recall is over required happenings, precision over all
coded events. *loose*: type and trigger alone. DATA is the folder that holds the articles' sets as JSONL.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.evaluate.documents import event_text
from dragoman.evaluate.gold import GoldEvent, gold_of
from dragoman.evaluate.matching import event_fits
from dragoman.reading import make_document
from dragoman.records import Record

GOLD = Path(__file__).parent / "judged" / "articles.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was too much")
    args = parser.parse_args()
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf8").splitlines()]
    texts = {(g["set"], g["doc"]): "" for g in gold}
    for name in {g["set"] for g in gold}:
        for line in (args.data / f"{name}.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            if (name, row["id"]) in texts:
                texts[name, row["id"]] = row["text"]
    coder = Coder.load()
    counts = dict.fromkeys(("coded", "right", "required", "found", "loose right", "loose found"), 0)
    for g in gold:
        text = texts[g["set"], g["doc"]]
        if hashlib.sha256(text.encode()).hexdigest() != g["sha256"]:
            raise SystemExit(f"{g['set']}, {g['doc']}: the text is not the one that was coded")
        record = coder.code(make_document(text, id=g["doc"], published=g["published"]))
        for key, value in score(record, g["events"], errors=args.errors).items():
            counts[key] += value
    print("| figure | value |\n|---|---|")
    print(f"| articles, coded events | {counts['coded']} |")
    print(f"| articles, required happenings | {counts['required']} |")
    print(f"| articles, precision | {counts['right'] / max(1, counts['coded']):.3f} |")
    print(f"| articles, recall | {counts['found'] / counts['required']:.3f} |")
    print(f"| articles, loose precision | {counts['loose right'] / max(1, counts['coded']):.3f} |")
    print(f"| articles, loose recall | {counts['loose found'] / counts['required']:.3f} |")


def score(record: Record, events: list[dict[str, Any]], *, errors: bool) -> dict[str, int]:
    """Counts of one article: coded events and those that fit a line, required happenings and those that were found; strict and loose."""
    actors = {a.id: a for a in record.actors}
    required = {e["id"] for e in events if not e.get("optional") and "same_as" not in e}
    out = {"coded": len(record.events), "required": len(required)}
    for kind, bare in (("", False), ("loose ", True)):
        lines = [(e.get("same_as", e["id"]), line) for e in events for line in readings(e, bare=bare)]
        met = [{happening for happening, line in lines if event_fits(event, line, actors)} for event in record.events]
        out[f"{kind}right"] = sum(bool(m) for m in met)
        out[f"{kind}found"] = len(required & set().union(*met))
        if errors and not bare:
            for event, m in zip(record.events, met, strict=True):
                if not m:
                    print(f"extra  {event_text(event)} in {record.document.id}")
            for e in events:
                if e["id"] in required - set().union(*met):
                    print(f"missed {e['type']} {record.document.text[slice(*e['trigger']['span'])]!r} in {record.document.id}: {e.get('note', '')}")
    return out


def readings(event: dict[str, Any], *, bare: bool) -> tuple[GoldEvent, ...]:
    """A line of gold for each trigger that is as good; ``bare``: whoever takes part."""

    def side(name: str) -> list[dict[str, Any]]:
        return [] if bare else [{"country": p["country"], "sectors": p["sectors"]} for p in event[name]]

    recipients = event["recipients"]
    common = {
        "id": event["id"], "type": event["type"], "modes": event["modes"], "status": event["status"], "accept": event.get("accept", []),
        "actors": side("actors") if all(p["required"] for p in event["actors"]) else [], "recipients": side("recipients"),
        "understood": not any(p["required"] for p in recipients),
    }  # fmt: skip
    triggers = [event["trigger"]["span"], *event.get("also", [])]
    return tuple(line for span in triggers for line in gold_of({"events": [{**common, "trigger": {"span": span, "text": ""}}]}).events or ())


if __name__ == "__main__":
    main()
