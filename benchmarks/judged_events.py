"""What readers of real news said of coded events: ``python benchmarks/judged_events.py``.

From ``judged/events.jsonl``: the share that is wholly right (type, actor, recipient, status), by sample, and for the samples that keep their evidence by the
confidence that the shipped weights give them now. An event that two readers judged counts once, with the mean of both. The coder has changed since the last
sample was drawn; only a new sample tells how it stands.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from pathlib import Path
from typing import Any

from dragoman.coding import Weights

JUDGED = Path(__file__).parent / "judged" / "events.jsonl"
FIELDS = ("type", "actor", "recipient", "status")


def main() -> None:
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for line in JUDGED.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        groups[row["sample"], row["set"], row["doc"], tuple(row["trigger"]), row["type"], tuple(row["actors"])].append(row)
    events = [(rows[0], sum(all(r[f"{f}_right"] for f in FIELDS) for r in rows) / len(rows)) for rows in groups.values()]
    print("| figure | value |\n|---|---|")
    for sample in dict.fromkeys(e["sample"] for e, _ in events):
        of = [right for e, right in events if e["sample"] == sample]
        print(f"| real news, wholly right, sample {sample} | {sum(of) / len(of):.3f} |")
    weights = Weights.load()
    scored = [(1 / (1 + math.exp(-sum(getattr(weights, k) * v for k, v in e["evidence"].items()))), right) for e, right in events if "evidence" in e]
    for low in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        of = [right for p, right in scored if p >= low]
        print(f"| real news, wholly right at a confidence of {low} or more | {sum(of) / len(of):.3f} |")


if __name__ == "__main__":
    main()
