"""``python3 tests/golden/linking/check_linking_gold.py``: are reports and pairs well-formed, and do they say the same? Prints the counts."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
FIELDS = ["report_a", "report_b", "label", "cluster", "split", "why", "accounts_differ"]
WORDS = (40, 140)  # of a report, as the set was asked for
LATE = timedelta(days=3)  # from an event's last day to the last report that has it for its main one
WEEKDAY = re.compile(r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")

Report = dict[str, Any]
Pair = dict[str, str]


def read_reports() -> list[Report]:
    return [json.loads(line) for line in (HERE / "reports.jsonl").read_text("utf-8").splitlines()]


def read_pairs() -> list[Pair]:
    with (HERE / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def half(cluster: str) -> str:
    """The half of a cluster's pairs and reports, by a hash of its id: ``open`` or ``kept``."""
    return "kept" if int(hashlib.sha256(f"linking:{cluster}".encode()).hexdigest(), 16) % 2 else "open"


def main_keys(report: Report) -> set[str]:
    """Keys of the happenings that the report is about, without those it only recalls."""
    return {e["key"] for e in report["events"] if e["main"]}


def problems(reports: list[Report], pairs: list[Pair]) -> Iterator[str]:
    """What is wrong, a line each; nothing if all is well."""
    by_id = {r["id"]: r for r in reports}
    if len(by_id) < len(reports):
        yield "an id stands twice"
    if len({r["text"] for r in reports}) < len(reports):
        yield "a text stands twice"
    for report in reports:
        yield from (f"{report['id']}: {wrong}" for wrong in report_problems(report))
    yield from key_problems(reports)
    if len({frozenset((p["report_a"], p["report_b"])) for p in pairs}) < len(pairs):
        yield "a pair stands twice"
    paired = {p[side] for p in pairs for side in ("report_a", "report_b")}
    yield from (f"{i}: in no pair" for i in sorted(set(by_id) - paired))
    for pair in pairs:
        yield from (f"{pair['report_a']} {pair['report_b']}: {wrong}" for wrong in pair_problems(pair, by_id))


def report_problems(report: Report) -> Iterator[str]:
    text, published = report["text"], date.fromisoformat(report["published"])
    if not WORDS[0] <= len(text.split()) <= WORDS[1]:
        yield f"{len(text.split())} words, {WORDS[0]} to {WORDS[1]} accepted"
    if report["split"] != half(report["cluster"]):
        yield f"split {report['split']!r} is not that of its cluster's hash"
    if not main_keys(report) or len(report["events"]) > 3:
        yield "1 to 3 events are accepted, at least one of them main"
    told = Counter(e["key"] for e in report["events"])
    yield from (f"{key} is listed {n} times" for key, n in told.items() if n > 1)
    for event in report["events"]:
        if text.count(event["trigger"]) != 1 or text[slice(*event["span"])] != event["trigger"]:
            yield f"trigger {event['trigger']!r} is not once in the text, at its span"
        if not {event["type"], *event["accept"]} <= TYPES:
            yield f"unknown type in {[event['type'], *event['accept']]}"
        if event["main"] and event["date"] and not date.fromisoformat(event["date"][0]) <= published:
            yield f"{event['key']} happens after the report of it"
        if not event["actors"]:
            yield f"{event['key']} has no actor"
    named = {day for day in WEEKDAY.findall(text)}
    near = {f"{published - timedelta(days=n):%A}" for n in range(8)}
    if named - near:
        yield f"weekday {named - near} within no week before it"


def key_problems(reports: list[Report]) -> Iterator[str]:
    """A key has one cluster, type, place and date, wherever it stands, and reports soon after."""
    seen: dict[str, list[tuple[Report, dict[str, Any]]]] = defaultdict(list)
    for report in reports:
        for event in report["events"]:
            seen[event["key"]].append((report, event))
    for key, tellings in seen.items():
        for what in ("type", "accept", "place", "date"):
            if len({json.dumps(e[what]) for _, e in tellings}) > 1:
                yield f"{key}: its {what} is not the same in all reports"
        if len({r["cluster"] for r, _ in tellings}) > 1:
            yield f"{key}: in several clusters"
        happened = tellings[0][1]["date"]
        late = max((date.fromisoformat(r["published"]) for r, e in tellings if e["main"]), default=None)
        if happened and late and late > date.fromisoformat(happened[1]) + LATE:
            yield f"{key}: told as a main event more than {LATE.days} days later"


def pair_problems(pair: Pair, by_id: dict[str, Report]) -> Iterator[str]:
    if list(pair) != FIELDS or not all(pair.values()):
        yield f"fields {list(pair)}, {FIELDS} accepted, none empty"
    if missing := {pair["report_a"], pair["report_b"]} - set(by_id):
        yield f"no report {sorted(missing)}"
        return
    a, b = by_id[pair["report_a"]], by_id[pair["report_b"]]
    if not a["id"] < b["id"]:
        yield "the smaller id comes first"
    if {a["cluster"], b["cluster"]} != {pair["cluster"]} or {a["split"], b["split"]} != {pair["split"]}:
        yield "cluster and split are not those of its reports"
    if pair["label"] != ("same" if main_keys(a) & main_keys(b) else "different"):
        yield f"label {pair['label']!r} does not follow from the main keys {sorted(main_keys(a))} and {sorted(main_keys(b))}"


def counts(reports: list[Report], pairs: list[Pair]) -> str:
    keys = {e["key"]: e["type"] for r in reports for e in r["events"]}
    labels = Counter((p["split"], p["label"]) for p in pairs)
    lines = [f"{len(reports)} reports in {len({r['cluster'] for r in reports})} clusters, {len(keys)} happenings told {sum(len(r['events']) for r in reports)} times"]
    lines += [f"{split} {label}: {n}" for (split, label), n in sorted(labels.items())]
    lines.append("happenings by type: " + ", ".join(f"{t} {n}" for t, n in sorted(Counter(keys.values()).items())))
    return "\n".join(lines)


def main() -> int:
    reports, pairs = read_reports(), read_pairs()
    wrong = list(problems(reports, pairs))
    print("\n".join([*wrong, counts(reports, pairs)]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
