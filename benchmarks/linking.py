"""Linking on the blind pairs of reports: ``python benchmarks/linking.py [--errors]``; ``--speed 100000`` times it on made-up records instead.

Codes the reports of ``tests/golden/linking``, links them in a record, and scores each half (``open``: errors may be read; ``kept``: only scored):

- *pairs right*: of the listed pairs, how many are told to be the same happening, or not. Two reports are the same where they share a linked happening.
- *B-cubed* (Bagga and Baldwin 1998) over the happenings of the reports: precision and recall of each gold event's happening, mean over events. A gold event
  is where it was coded: the event at the same words, else of the same type in the sentence. One that was not coded, if it is a main one, is where its report is
  linked: the happening that it tells without an event, else the largest of its happenings; a recalled one that was not coded is alone.
- *coded*: gold events that were coded at all.
- *strangers*: of pairs of reports of different clusters, how many are linked when all clusters are put on the same days and all countries are mapped on
  four, so that only what is particular to a report is left: a bound on wrong links in dense news.

Baselines: every event alone; reports at most two days apart; the share of words in common, at the best threshold on the open half.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import resource
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from dragoman.coder import Coder  # noqa: E402
from dragoman.linking import Links  # noqa: E402
from dragoman.linking.compare import WINDOW_DAYS  # noqa: E402
from dragoman.linking.pairs import link  # noqa: E402
from dragoman.linking.rarity import Rarity  # noqa: E402
from dragoman.linking.report import Report, describe  # noqa: E402
from dragoman.reading import make_document  # noqa: E402
from dragoman.record import Store, Writer  # noqa: E402
from dragoman.records import Record  # noqa: E402
from tests.golden.linking.check_linking_gold import read_pairs, read_reports  # noqa: E402

Gold = dict[str, Any]
Element = tuple[str, str]
"""A report and the key of a happening that it tells."""


def code(reports: list[Gold]) -> dict[str, Record]:
    coder = Coder.load()
    return {r["id"]: coder.code(make_document(r["text"], id=r["id"], published=r["published"], publisher=r["publisher"])) for r in reports}


def coded_event(gold: Gold, record: Record) -> str | None:
    """The id of the event that a gold event was coded as."""
    start, end = gold["span"]
    types = {gold["type"], *gold["accept"]}
    near = [e for e in record.events if e.sentence[0] <= start < e.sentence[1]]
    over = [e for e in near if e.trigger.span[0] < end and start < e.trigger.span[1]]
    for found in ([e for e in over if e.type in types], over, [e for e in near if e.type in types]):
        if found:
            event = min(found, key=lambda e: abs(e.trigger.span[0] - start))
            return event.same_as or event.id
    return None


def linked(records: dict[str, Record]) -> dict[tuple[str, str], str]:
    """By report and event (empty where none was coded) the happening."""
    with tempfile.TemporaryDirectory() as place:
        with Writer(Store(place, create=True)) as writer:
            for record in records.values():
                writer.add(record)
        rows = Links(Store(place)).table().to_pylist()
    return {(r["document"], r["event"] or ""): r["happening"] for r in rows}


def placed(reports: list[Gold], records: dict[str, Record], happenings: dict[tuple[str, str], str]) -> dict[Element, object]:
    """Where the system puts each gold event."""
    sizes: defaultdict[str, int] = defaultdict(int)
    of_report: defaultdict[str, set[str]] = defaultdict(set)
    for (document, _), happening in happenings.items():
        sizes[happening] += 1
        of_report[document].add(happening)
    out: dict[Element, object] = {}
    for report in reports:
        for event in report["events"]:
            me = (report["id"], event["key"])
            coded = coded_event(event, records[report["id"]])
            if coded is not None:
                out[me] = happenings.get((report["id"], coded), (report["id"], coded))
            elif event["main"] and of_report[report["id"]]:
                largest = max(of_report[report["id"]], key=lambda h: (sizes[h], h))
                out[me] = happenings.get((report["id"], ""), largest)
            else:
                out[me] = me
    return out


def b_cubed(system: dict[Element, object]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    groups: defaultdict[object, set[Element]] = defaultdict(set)
    gold: defaultdict[str, set[Element]] = defaultdict(set)
    for element, group in system.items():
        groups[group].add(element)
        gold[element[1]].add(element)
    both = {e: len(groups[g] & gold[e[1]]) for e, g in system.items()}
    precision = sum(n / len(groups[system[e]]) for e, n in both.items()) / len(system)
    recall = sum(n / len(gold[e[1]]) for e, n in both.items()) / len(system)
    return precision, recall, 2 * precision * recall / (precision + recall)


def words(text: str) -> set[str]:
    return set(text.lower().split())


def overlap(a: Gold, b: Gold) -> float:
    x, y = words(a["text"]), words(b["text"])
    return len(x & y) / len(x | y)


def apart(a: Gold, b: Gold) -> int:
    return abs((dt.date.fromisoformat(a["published"]) - dt.date.fromisoformat(b["published"])).days)


def joined(reports: list[Gold], same: Callable[[Gold, Gold], bool]) -> dict[Element, object]:
    """A baseline's groups: reports by single link, each with all its events in one happening."""
    leader = {r["id"]: r["id"] for r in reports}
    for a, b in combinations(reports, 2):
        if same(a, b):
            old, new = leader[a["id"]], leader[b["id"]]
            leader = {k: new if v == old else v for k, v in leader.items()}
    return {(r["id"], e["key"]): leader[r["id"]] for r in reports for e in r["events"]}


def strangers(reports: list[Gold], records: dict[str, Record]) -> float:
    rarity = Rarity.load()
    first: dict[str, int] = {}
    told: list[tuple[str, Report]] = []
    for gold in reports:
        report = describe(records[gold["id"]], rarity, gold["id"])
        assert report is not None
        shift = 7 * ((first.setdefault(gold["cluster"], report.published) - 737_425) // 7)
        told.append((gold["cluster"], moved(report, -shift, {})))
    pairs = [(a, b) for (x, a), (y, b) in combinations(told, 2) if x != y and abs(a.published - b.published) <= WINDOW_DAYS]
    return sum(bool(link(a, b)[0]) for a, b in pairs) / len(pairs)


def moved(report: Report, days: int, names: dict[str, str]) -> Report:
    """The report some days later, its countries mapped on four."""

    def later(given: frozenset[int]) -> frozenset[int]:
        return frozenset(d + days for d in given)

    def mapped(given: frozenset[str]) -> frozenset[str]:
        return frozenset(f"S{zlib.crc32(c.encode()) % 4}0" if len(c) == 3 else c for c in given)

    return msgspec.structs.replace(
        report, published=report.published + days, days=later(report.days), lead_days=later(report.lead_days), states=mapped(report.states),
        lead_states=mapped(report.lead_states), tellings=tuple(
            msgspec.structs.replace(t, days=later(t.days), actors=mapped(t.actors), recipients=mapped(t.recipients)) for t in report.tellings
        ),
    )  # fmt: skip


def score(errors: bool) -> None:
    reports, pairs = read_reports(), read_pairs()
    records = code(reports)
    happenings = linked(records)
    of_report: defaultdict[str, set[str]] = defaultdict(set)
    for (document, _), happening in happenings.items():
        of_report[document].add(happening)
    by_id = {r["id"]: r for r in reports}
    opened = [p for p in pairs if p["split"] == "open"]
    thresholds = [t / 100 for t in range(2, 60)]

    def right(of: list[dict[str, str]], same: Callable[[Gold, Gold], bool]) -> float:
        return sum(same(by_id[p["report_a"]], by_id[p["report_b"]]) == (p["label"] == "same") for p in of) / len(of)

    best = max(thresholds, key=lambda t: right(opened, lambda a, b: overlap(a, b) >= t))
    print("| figure | value |\n|---|---|")
    for half in ("open", "kept"):
        mine = [r for r in reports if r["split"] == half]
        of = [p for p in pairs if p["split"] == half]
        coded = [coded_event(e, records[r["id"]]) is not None for r in mine for e in r["events"]]
        precision, recall, f1 = b_cubed(placed(mine, records, happenings))
        figures = {
            "pairs right": right(of, lambda a, b: bool(of_report[a["id"]] & of_report[b["id"]])),
            "pairs right, same": right([p for p in of if p["label"] == "same"], lambda a, b: bool(of_report[a["id"]] & of_report[b["id"]])),
            "pairs right, different": right([p for p in of if p["label"] != "same"], lambda a, b: bool(of_report[a["id"]] & of_report[b["id"]])),
            "B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": f1, "coded": sum(coded) / len(coded),
            "strangers": strangers(mine, records),
            "pairs right, two days": right(of, lambda a, b: apart(a, b) <= 2), "pairs right, words": right(of, lambda a, b: overlap(a, b) >= best),
            "B-cubed F1, alone": b_cubed({(r["id"], e["key"]): (r["id"], e["key"]) for r in mine for e in r["events"]})[2],
            "B-cubed F1, two days": b_cubed(joined(mine, lambda a, b: apart(a, b) <= 2))[2],
            "B-cubed F1, words": b_cubed(joined(mine, lambda a, b: overlap(a, b) >= best))[2],
        }  # fmt: skip
        for name, value in figures.items():
            print(f"| linking {half}, {name} | {value:.4f} |" if name == "strangers" else f"| linking {half}, {name} | {value:.3f} |")
    if errors:
        for p in opened:
            told = bool(of_report[p["report_a"]] & of_report[p["report_b"]])
            if told != (p["label"] == "same"):
                print(f"{p['label']:9} {p['report_a']} {p['report_b']} {p['why']}")


def varied(records: list[Record], count: int) -> Iterator[Record]:
    """Made-up records by chance: days, names and countries of coded ones are changed, each by a few reports of one happening; 300 a day."""
    chance = random.Random(1)
    codes = sorted({a.country for r in records for a in r.actors if a.country})
    made = 0
    while made < count:
        record = chance.choice(records)
        swap = {c: chance.choice(codes) for c in codes}
        tag = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)).capitalize()
        day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(max(1, count // 300)))
        for _ in range(min(chance.choice((1, 1, 1, 2, 3, 5)), count - made)):
            yield altered(record, f"made-{made}", day + dt.timedelta(days=chance.randrange(3)), tag, swap, chance)
            made += 1


def altered(record: Record, id: str, day: dt.date, tag: str, swap: dict[str, str], chance: random.Random) -> Record:
    """Names change their first letters, so that spans hold; sentences of the text are left out by blanks."""
    text = "".join(f"{tag[:3]}{w[3:]}" if w[:1].isupper() and len(w) > 3 and w.isalpha() else w for w in _pieces(record.document.text))
    cut = chance.randrange(len(text) // 2, len(text))
    text = text[:cut] + " " * (len(text) - cut)
    document = msgspec.structs.replace(record.document, id=id, text=text, published=day.isoformat(), sha256="", publisher=f"Wire {chance.randrange(40)}")
    actors = tuple(msgspec.structs.replace(a, country=swap.get(a.country or "", a.country)) for a in record.actors)
    return msgspec.structs.replace(record, document=document, actors=actors)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+|\W+", text)


def speed(count: int) -> None:
    reports = read_reports()
    records = list(code(reports).values())
    with tempfile.TemporaryDirectory() as place:
        with Writer(Store(place, create=True), documents=5000, seconds=600) as writer:
            for record in varied(records, count):
                writer.add(record)
        store = Store(place)
        store.ask("SELECT count(*) FROM documents")  # the flat tables are made before the clock starts
        links, start = Links(store), time.perf_counter()
        links.update()
        updated = time.perf_counter()
        table = links.table()
        done = time.perf_counter()
        with Writer(store) as writer:
            for record in varied(records[::-1], 10):
                writer.add(msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, id=f"late-{record.document.id}")))
        again = Links(Store(place))
        again.store.ask("SELECT count(*) FROM documents")
        later = time.perf_counter()
        again.update()
        ten = time.perf_counter() - later
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| figure | value |\n|---|---|")
    print(f"| linking, documents | {count} |\n| linking, documents/s | {count / (done - start):.0f} |\n| linking, minutes | {(done - start) / 60:.1f} |")
    print(f"| linking, of them for the happenings of the version, s | {done - updated:.1f} |\n| linking, ten more documents, s | {ten:.1f} |")
    print(f"| linking, happenings told twice or more | {len(set(table['happening'].to_pylist()))} |\n| linking, peak memory, MB | {peak:.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the wrong pairs of the open half")
    parser.add_argument("--speed", type=int, metavar="N", help="time N made-up documents instead")
    args = parser.parse_args()
    if args.speed:
        speed(args.speed)
    else:
        score(args.errors)


if __name__ == "__main__":
    main()
