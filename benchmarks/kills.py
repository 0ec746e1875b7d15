"""What a record outlives: ``python benchmarks/kills.py [--kills 30] [--seconds 60]``.

* **killed**: a run that codes reports into a record is killed (SIGKILL, its whole process group) at a random moment, and started again; a third of the runs are
  ``dragoman code --record`` with two workers, the others keep ready-made records, so that many moments fall into a commit. After each kill the record must open, and hold all that was seen in it before, nothing twice. The last run is left to end: every report must be there once,
  and ``verify`` must find no error.
* **together**: four processes keep overlapping reports, two ask, and one gathers small files, for a while: no process may fail, no reader may see fewer
  documents than before or one twice, and in the end every report is there once.

The moments are drawn from ``--seed``. What can't be held ends the script with an error, so a table is a passed test.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import StoreError
from dragoman.record import Store, Writer, compact, verify
from dragoman.records import Actor, Document, Event, Participant, Record, Trigger

_REAL = (2.0, 24.0)
"""Seconds after which a run that codes in earnest is killed: a commit falls due after 15."""
_QUICK = (0.5, 4.0)
_WHO = ("Kenya", "Peru", "Norway", "Chile", "Ghana", "Nepal", "Laos", "Fiji")
_DID = ("accused {} of shelling its border posts", "signed a trade agreement with {}", "recalled its ambassador from {}", "offered aid to {}")


def report(n: int) -> dict[str, str]:
    """The nth made-up report, as a line of ``dragoman code --input jsonl``."""
    rng = random.Random(n)
    a, b = rng.sample(_WHO, 2)
    return {"id": f"report-{n:05}", "text": f"{a} {rng.choice(_DID).format(b)}, officials said in notice {n}.", "published": "2024-03-05"}


def ready(n: int) -> Record:
    """The same as a record, as if it had been coded."""
    line = report(n)
    text = line["text"]
    name = text.split()[0]
    who = Participant(actor=name[:3].upper(), span=(0, len(name)), text=name)
    verb = text.split()[1]
    span = (len(name) + 1, len(name) + 1 + len(verb))
    event = Event(id="e1", type="CONSULT", actors=(who,), trigger=Trigger(span=span, text=verb), sentence=(0, len(text)), sentence_index=0)
    document = Document(**line, coder="ready-made", codebook="none", model="none")
    return Record(document=document, actors=(Actor(id=name[:3].upper(), name=name),), events=(event,))


def writer(place: str, first: str, last: str, batch: str, seconds: str = "0") -> None:
    """Keep ready-made records, spread over so many seconds; the body of a process."""
    start, each = time.monotonic(), float(seconds) / (int(last) - int(first))
    with Writer(Store(place, create=True), documents=int(batch), seconds=1.0) as kept:
        for n in range(int(first), int(last)):
            kept.add(ready(n))
            time.sleep(max(0.0, start + (n - int(first)) * each - time.monotonic()))


def reader(place: str, seconds: str) -> None:
    """Ask the newest version over and over; fails where a document is lost or doubled."""
    seen: set[str] = set()
    until, asked = time.monotonic() + float(seconds), 0
    while time.monotonic() < until:
        seen = held(Path(place), seen)
        asked += 1
    print(asked)


def held(place: Path, before: set[str]) -> set[str]:
    """The ids in a record.

    Raises:
        StoreError: One of those before is no longer there, or one is there twice.
    """
    ids = Store(place).ask("SELECT document FROM documents")["document"].to_pylist()
    if len(set(ids)) < len(ids):
        raise StoreError(f"{place}: {len(ids) - len(set(ids))} documents are there twice")
    if not before <= set(ids):
        raise StoreError(f"{place}: {len(before - set(ids))} documents were lost")
    return set(ids)


def whole(place: Path, expected: int) -> None:
    """That every report is there once, and all is well.

    Raises:
        StoreError: It is not.
    """
    left = {report(n)["id"] for n in range(expected)} ^ held(place, set())
    if left:
        raise StoreError(f"{place}: {len(left)} documents are missing or too many, such as {min(left)}")
    wrong = [f for f in verify(Store(place)) if f.level == "error"]
    if wrong:
        raise StoreError(f"{place}: {wrong[0].where}: {wrong[0].message}")


def start(role: str, *args: object) -> subprocess.Popen[bytes]:
    """This script as a process, and the head of a group of its own."""
    return _process(sys.executable, __file__, role, *map(str, args))


def _process(*command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _wait_for(log: Path, commits: int) -> None:
    """Until a log has so many entries more than now."""
    until, before = time.monotonic() + 60, len(list(log.glob("*.json")))
    while len(list(log.glob("*.json"))) < before + commits:
        if time.monotonic() > until:
            raise StoreError(f"{log}: no commits were made in a minute")
        time.sleep(0.01)


def _ended(process: subprocess.Popen[bytes]) -> str:
    out, said = process.communicate()
    if process.returncode:
        raise StoreError(f"a process ended with {process.returncode}: {said.decode('utf8', 'replace')[-2000:]}")
    return out.decode("utf8")


def killed(work: Path, kills: int, reports: int, seed: int, *, earnest: bool, batch: int = 25, after_commits: int = 0) -> dict[str, float]:
    """Kill and start again, ``kills`` times, then let a run end.

    Args:
        work: An empty folder.
        kills: How often.
        reports: How many there are to keep.
        seed: Of the moments.
        earnest: Whether the runs code in earnest, as ``dragoman code --record`` with two workers, or keep ready-made records.
        batch: Documents to a commit of ready-made records.
        after_commits: The moment is counted from when a run has made so many commits; from its start without it.

    Returns:
        Figures by name.

    Raises:
        StoreError: Something was lost or doubled, or the last run failed.
    """
    place, lines = work / "record", work / "reports.jsonl"
    lines.write_text("".join(json.dumps(report(n)) + "\n" for n in range(reports)), encoding="utf8")
    rng = random.Random(seed)
    in_time, on_the_way, seen = 0, 0, set[str]()

    def run() -> subprocess.Popen[bytes]:
        if earnest:
            return _process(sys.executable, "-m", "dragoman", "code", str(lines), "--input", "jsonl", "--record", str(place), "--workers", "2")
        return start("writer", place, 0, reports, batch)

    for _ in range(kills):
        process = run()
        try:
            if after_commits:
                _wait_for(place / "coded" / "_delta_log", after_commits)
            process.communicate(timeout=rng.uniform(0, 0.1) if after_commits else rng.uniform(*(_REAL if earnest else _QUICK)))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            in_time += 1
        if any((place / "coded").glob("_delta_log/*.json")):  # else it was killed before the record was made
            seen = held(place, seen)
            on_the_way += 0 < len(seen) < reports
    _ended(run())
    whole(place, reports)
    return {"kills": kills, "before the run's end": in_time, "with a part kept": on_the_way, "documents": reports, "lost": 0, "doubled": 0}


def together(work: Path, seconds: float, reports: int) -> dict[str, float]:
    """Four writers, two readers and one that compacts, at once.

    Raises:
        StoreError: A process failed, or something was lost or doubled.
    """
    place = work / "shared"
    Store(place, create=True)
    writers = [start("writer", place, n * reports // 8, reports // 2 + n * reports // 6, 40, seconds) for n in range(4)]
    readers = [start("reader", place, seconds) for _ in range(2)]
    time.sleep(seconds / 2)
    gathered = compact(Store(place))
    for process in writers:
        _ended(process)
    answers = sum(int(_ended(process)) for process in readers)
    whole(place, reports)
    return {"writers": 4, "readers": 2, "seconds": seconds, "documents": reports, "answers": answers, "files gathered meanwhile": gathered, "lost": 0, "doubled": 0}


def main(arguments: Sequence[str]) -> None:
    roles = {"writer": writer, "reader": reader}
    if arguments and arguments[0] in roles:
        roles[arguments[0]](*arguments[1:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    work = Path(tempfile.mkdtemp(prefix="dragoman-kills-"))
    try:
        parts = {name: work / name for name in ("coding", "ready-made", "together")}
        for part in parts.values():
            part.mkdir()
        earnest = args.kills // 3
        figures = {
            "killed while coding": killed(parts["coding"], earnest, args.reports // 4, args.seed, earnest=True),
            "killed while keeping": killed(parts["ready-made"], args.kills - earnest, args.reports, args.seed, earnest=False),
            "together": together(parts["together"], args.seconds, 2400),
        }  # fmt: skip
    finally:
        shutil.rmtree(work)
    print("| test | figure | value |\n|---|---|---|")
    for test, values in figures.items():
        for name, value in values.items():
            print(f"| {test} | {name} | {value:g} |")


if __name__ == "__main__":
    main(sys.argv[1:])
