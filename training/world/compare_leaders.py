"""Compare the heads of states and governments of the table with Archigos and REIGN, and keep the table of what differs and why.

    python training/world/compare_leaders.py --shared FOLDER [--write | --check]

Archigos 4.1 (Goemans, Gleditsch & Chiozza 2009) and REIGN (Bell 2016) name the one effective leader of a state on each day. For the first of
January and of July of each year from 1990 it is asked whether that person is, by sound, among those whom the table has in a leading office then.

    agrees    the table names the same person
    differs   the table names others only
    lacks     the table names nobody for the day

``leader_differences.tsv`` beside this file has a row for each leader who differs or is lacking; the reason and its kind are entered there by hand and kept
when it is made again.

    spelling    the same person, whose name is written so differently that no word sounds the same
    acting      who stood in for a leader who was ill, suspended or abroad, while the holder of the office kept it
    effective   who was thought to rule, while another held the office
    two         one of two holders of an office, of whom the list has the other
    day         a day or so, by which the lists date a change otherwise, falls on the day asked for
    state       the state was not there yet, or no longer
    theirs      the list is wrong
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.world import World
from dragoman.world._world import in_term
from dragoman.world.imports import Term, read_list, same_by_sound
from dragoman.world.leaders import LEADING

TABLE = Path(__file__).with_name("leader_differences.tsv")
KINDS = ("spelling", "acting", "effective", "two", "day", "state", "theirs")
LISTS = (("Archigos", "archigos", "archigos_4.1_1980-2015.csv"), ("REIGN", "reign", "reign_leaders_2021-03.csv"))
TODAY = "2021-12-31"
"""After both lists were closed."""
SMALL = frozenset({"AND", "ATG", "BRN", "DMA", "FSM", "GRD", "KIR", "KNA", "LCA", "LIE", "MCO", "MHL", "NRU", "PLW", "SMR", "STP", "SYC", "TON", "TUV",
                   "VCT", "VUT", "WSM"})  # fmt: skip
"""States of fewer than 500,000 people, which Archigos leaves out for the most part; of these the table has the heads of about 2021 alone."""
HEAD = """# title: Where the table of office holders differs from Archigos 4.1 and REIGN (March 2021), and why
# source: made by training/world/compare_leaders.py; kinds and reasons by hand
# licence: Apache-2.0
"""
COLUMNS = ("list", "state", "theirs", "first", "last", "days", "ours", "kind", "reason")


class Difference(NamedTuple):
    """A leader of a list who is not among ours on some of the days asked for."""

    list: str
    state: str
    theirs: str
    first: str
    last: str
    days: int
    ours: str


def days(term: Term, closed: str) -> Iterator[str]:
    """First of January and of July inside a term, from 1990 until the list was closed; the day of a change is neither's."""
    end = term.end or closed
    for year in range(max(1990, int(term.start[:4])), min(2021, int(end[:4])) + 1):
        for day in (f"{year}-01-01", f"{year}-07-01"):
            if term.start < day < (end if len(end) == 10 else f"{end}-01"):
                yield day


def compare(world: World, folder: Path) -> tuple[dict[str, Counter[str]], list[Difference]]:
    """Counts by list, and the differences in the lists' order."""
    counts: dict[str, Counter[str]] = {}
    wrong: dict[tuple[str, str, str, str], list[str]] = {}
    for name, format, file in LISTS:
        count = counts[name] = Counter()
        reading = read_list(folder / file, format, world.table, {}, today=TODAY)
        for term in (t for t in reading.terms if t.actors[0] not in SMALL):
            for day in days(term, reading.as_of):
                rows = [r for r in world.leaders.rows if r.actor in term.actors and r.office in LEADING and in_term(r, day, 0)]
                same = same_by_sound(term.person, (n for r in rows for n in (r.person, *r.names)))
                what = "lacks" if not rows else "agrees" if same else "differs"
                count[what] += 1
                if what != "agrees":
                    ours = ", ".join(sorted({r.person for r in rows}))
                    wrong.setdefault((name, term.actors[0], term.person, ours), []).append(day)
    return counts, [Difference(*key[:3], on[0], on[-1], len(on), key[3]) for key, on in wrong.items()]


def explained(path: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Kind and reason by state, leader and ours, whichever list names the leader so."""
    lines = path.read_text(encoding="utf8").splitlines() if path.exists() else []
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {(r[1], r[2], r[6]): (r[7], r[8]) for r in rows}


def render(differences: list[Difference], why: dict[tuple[str, str, str], tuple[str, str]]) -> str:
    rows = [[*map(str, d), *why.get((d.state, d.theirs, d.ours), ("", ""))] for d in differences]
    return HEAD + "\n".join("\t".join(r) for r in (list(COLUMNS), *rows)) + "\n"


def main() -> None:
    """Print the counts; write the table, or look whether it is current and each difference explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/world")
    parser.add_argument("--write", action="store_true", help="make the table again; reasons are kept")
    parser.add_argument("--check", action="store_true", help="fail where the table is not current or a reason is missing")
    args = parser.parse_args()
    counts, differences = compare(World.load(), args.shared / "data" / "world")
    why = explained(TABLE)
    print("| list | leader-days | agrees | agrees, spelling aside | differs | lacks |\n|---|---|---|---|---|---|")
    for name, count in counts.items():
        total = sum(count.values())
        spelled = sum(d.days for d in differences if d.list == name and why.get((d.state, d.theirs, d.ours), ("",))[0] == "spelling")
        shares = (count["agrees"], count["agrees"] + spelled, count["differs"], count["lacks"])
        print(f"| {name} | {total} | " + " | ".join(f"{n / total:.3f}" for n in shares) + " |")
    kinds: Counter[str] = Counter()
    for d in differences:
        kinds[why.get((d.state, d.theirs, d.ours), ("not explained", ""))[0]] += d.days
    print(", ".join(f"{kind} {n} days" for kind, n in kinds.most_common()))
    text = render(differences, why)
    if args.write:
        TABLE.write_text(text, encoding="utf8")
    unknown = [k for k in kinds if k not in KINDS]
    if args.check and (unknown or TABLE.read_text(encoding="utf8") != text):
        sys.exit(f"{TABLE.name}: not current, or without a kind: {', '.join(unknown) or 'other rows'}; make it with --write and enter the reasons")


if __name__ == "__main__":
    main()
