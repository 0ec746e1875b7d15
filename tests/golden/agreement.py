#!/usr/bin/env python3
"""Agreement of two codings of the same reports, made apart from each other: <part>/<case>/expected.json and second/<case>.json.

Usage: python3 tests/golden/agreement.py [--list]      (--list names every disagreement of the working reports too; of the kept-aside one, only figures)

Matching is scoring.py's, with the first coding as gold. Events: triggers overlap, the type is the same or an accepted one, and for
'who' an actor and a recipient share a country and a sector (a first coding that names nobody fits anybody; 'who turned' takes the
second as gold). For 'status' the status must be the same too, or the pair of type and status accepted. One-to-one, longest overlap
first, anew for each column.
F1 = 2 * pairs / (2 * pairs + left over). Not left over is an event that its own coder calls optional, or that fits, by the same measure,
an event of the other coding already paired with another; 'strict' counts all. Statements: 60% of the first content covered, and that at
least 40% of the second; then a speaker; then the parent. Positions: stance, holder, and a word of the question in common.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Item = dict[str, Any]
Counts = list[float]  # pairs found of the first, of the first in all, pairs found of the second, of the second in all
COLUMNS = ["type", "type strict", "+who", "+status", "+who+status", "+who turned", "content", "+speaker", "+parent", "positions"]


def fits(mine: Item, theirs: Item) -> bool:
    return all(not mine[k] or not theirs[k] or set(mine[k]) & set(theirs[k]) for k in ("country", "sectors"))


def who_fits(first: list[Item], second: list[Item]) -> bool:
    return not first or any(fits(a, b) for a in first for b in second)


def overlap(a: Item, b: Item) -> int:
    (s, e), (u, v) = a["trigger"]["span"], b["trigger"]["span"]
    return min(e, v) - max(s, u)


def same_type(a: Item, b: Item) -> bool:
    accepted = [t for t, s in a.get("accept", []) if s in (None, b["status"])]
    return overlap(a, b) > 0 and (a["type"] == b["type"] or b["type"] in accepted)


def same_who(a: Item, b: Item) -> bool:
    return same_type(a, b) and who_fits(a["actors"], b["actors"]) and who_fits(a["recipients"], b["recipients"] or b["actors"])


def same_status(a: Item, b: Item) -> bool:
    pairs = [(a["type"], a["status"]), *map(tuple, a.get("accept", []))]
    return same_type(a, b) and any(t == b["type"] and s in (None, b["status"]) for t, s in pairs)


def same_all(a: Item, b: Item) -> bool:
    return same_who(a, b) and same_status(a, b)


def turned(a: Item, b: Item) -> bool:
    return same_type(a, b) and who_fits(b["actors"], a["actors"]) and who_fits(b["recipients"], a["recipients"] or a["actors"])


def pair(first: list[Item], second: list[Item], fit: Callable[[Item, Item], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs, longest overlap first."""
    found = sorted(((-overlap(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second) if fit(a, b)))
    pairs: list[tuple[int, int]] = []
    for _, i, j in found:
        if all(i != p and j != q for p, q in pairs):
            pairs.append((i, j))
    return pairs


def optional(e: Item) -> bool:
    return bool(e.get("optional")) or any(t == "none" for t, _ in e.get("accept", []))


def events(first: list[Item], second: list[Item], fit: Callable[[Item, Item], bool], strict: bool = False) -> tuple[Counts, list[Item], list[Item]]:
    """Counts, and what is left over on either side."""
    pairs = pair(first, second, fit)
    ones, twos = {i for i, _ in pairs}, {j for _, j in pairs}
    left = [a for i, a in enumerate(first) if i not in ones and (strict or not (optional(a) or any(fit(a, b) for b in second)))]
    right = [b for j, b in enumerate(second) if j not in twos and (strict or not (optional(b) or any(fit(a, b) for a in first)))]
    n = len(pairs)
    return [n, n + len(left), n, n + len(right)], left, right


def statements(first: list[Item], second: list[Item]) -> tuple[list[Counts], list[str]]:
    """Counts for content, speaker, parent; and what differs."""
    chars = [[{k for a, b in s["content"] for k in range(a, b)} for s in side] for side in (first, second)]
    pairs: list[tuple[int, int]] = []
    order = []
    for i, c in enumerate(chars[0]):
        for j, d in enumerate(chars[1]):
            if len(c & d) >= 0.6 * len(c) and len(c) >= 0.4 * len(d):
                order.append((-len(c & d) / len(c | d), not who_fits(first[i]["speakers"], second[j]["speakers"]), i, j))
    for _, _, i, j in sorted(order):
        if all(i != p and j != q for p, q in pairs):
            pairs.append((i, j))
    ids = {second[j]["id"]: first[i]["id"] for i, j in pairs}
    said = [(i, j) for i, j in pairs if who_fits(first[i]["speakers"], second[j]["speakers"])]
    whole = [(i, j) for i, j in said if ids.get(second[j]["parent"] or "") == first[i]["parent"]]
    counts: list[Counts] = [[len(x), len(first), len(x), len(second)] for x in (pairs, said, whole)]
    notes = [f"first only: {s['id']}" for i, s in enumerate(first) if i not in {p for p, _ in pairs}]
    notes += [f"second only: {s['id']}" for j, s in enumerate(second) if j not in {q for _, q in pairs}]
    notes += [f"speaker or parent: first {first[i]['id']}, second {second[j]['id']}" for i, j in pairs if (i, j) not in whole]
    return counts, notes


def position_fits(a: Item, b: Item) -> bool:
    words = [{w.lower()[:6] for w in re.findall(r"[A-Za-z]{4,}", x["question"]["object"])} for x in (a, b)]
    return a["stance"] == b["stance"] and fits(a["holder"], b["holder"]) and bool(words[0] & words[1])


def positions(first: list[Item], second: list[Item]) -> tuple[Counts, list[str]]:
    """Counts; several of one side may meet one of the other."""
    ones = [a for a in first if any(position_fits(a, b) for b in second)]
    twos = [b for b in second if any(position_fits(a, b) for a in first)]
    odd = [("first", a) for a in first if a not in ones] + [("second", b) for b in second if b not in twos]
    notes = [f"{side} only: {p['holder']['name']} {p['stance']} {p['question']['object']}" for side, p in odd]
    return [len(ones), len(first), len(twos), len(second)], notes


def f1(c: Counts) -> str:
    recall, precision = (c[0] / c[1] if c[1] else 1.0), (c[2] / c[3] if c[3] else 1.0)
    return f"{2 * precision * recall / (precision + recall) if precision + recall else 0:.2f}"


def compare(first: Item, second: Item) -> tuple[list[Counts], list[str]]:
    """The columns' counts, and notes on what differs."""
    ours, theirs = first["events"], second["events"]
    got = [events(ours, theirs, same_type), events(ours, theirs, same_type, strict=True)]
    got += [events(ours, theirs, fit) for fit in (same_who, same_status, same_all, turned)]
    notes = []
    for name, (_, left, right) in zip(COLUMNS, got):
        if name in ("type", "+who", "+status"):
            for side, items in (("first", left), ("second", right)):
                notes += [f"{name}: {side} {e['type']} {e['status']} '{e['trigger']['text']}' {e['trigger']['span']}" for e in items]
    said, more = statements(first["statements"], second["statements"])
    held, odd = positions(first["positions"], second["positions"])
    return [c for c, _, _ in got] + said + [held], notes + more + odd


def main() -> None:
    rows: dict[str, list[Counts]] = {}
    listed: list[str] = []
    for path in sorted((HERE / "second").glob("*.json")):
        home = next(HERE.glob(f"*/{path.stem}/expected.json"))
        rows[path.stem], notes = compare(json.loads(home.read_text(encoding="utf-8")), json.loads(path.read_text(encoding="utf-8")))
        if home.parent.parent.name != "kept_aside":
            listed += [f"{path.stem}: {n}" for n in notes]
    rows["all"] = [[sum(r[k][x] for r in rows.values()) for x in range(4)] for k in range(len(COLUMNS))]
    print("| F1 | " + " | ".join(COLUMNS) + " |\n|---" + "|---" * len(COLUMNS) + "|")
    for name, row in rows.items():
        print(f"| {name} | " + " | ".join(f1(c) for c in row) + " |")
    total = rows["all"]
    for name, c in zip(COLUMNS, total):
        print(f"{name}: first {c[0]:.0f} of {c[1]:.0f} met, second {c[2]:.0f} of {c[3]:.0f} met")
    if "--list" in sys.argv:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
