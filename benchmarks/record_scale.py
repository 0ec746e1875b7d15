"""A record of five million events, and the twenty commonest questions to it: ``python benchmarks/record_scale.py [--events 5000000]``.

The events are real output of the coder: this project's own reports and sentences (``tests/golden/en``, ``examples``, ``training/relations/corpus``, a
dozen sentences to a report) are coded once, then multiplied. A copy keeps the text and all spans; it gets an id, a publisher, a URL and dates of
its own (2000 to 2024), countries are exchanged for each other, and actors outside of the tables get a name of their own, so that a question meets
as many actors, dyads and days as in a large collection. ``--seeds`` keeps the coded reports for the next run.

* **built**: wall time of appending all in commits of 10,000 documents, keys included, without the coding.
* **derived**: wall time of making the flat tables, once, as the first question does.
* **a question**: wall time of opening the record anew and of the whole answer as an Arrow table, least, median and worst of ``--runs``; what an interpreter
  needs to start is not in it.
* **peak memory**: of the process that asks, all twenty questions after each other.
* **append**: wall time of keeping 1,000 coded documents in the full record: opening it, looking which are known, the commit, and its being on the disk.
* **ask again**: the first question after that, which derives what is new.
* **bytes a document**: of the coded reports, each once, as multiplied texts would compress too well; ``coded`` and what is derived.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from dragoman.record import Filters, Questions, Store, Writer, run_sql
from dragoman.records import Document, Record

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_MARKS = re.compile(r"\[\d+ |\{[a-z] |[\]}]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCES = 12
"""Of the corpus, to a report."""
_VARIANTS = 40
"""Of each report: other days, countries and people."""
_COMMIT = 10_000
_FIRST, _LAST = date(2000, 1, 1), date(2024, 12, 31)
PUBLISHERS = tuple(f"Publisher {n}" for n in range(200))


def reports() -> Iterator[Document]:
    """The project's own reports, dated."""
    for path in sorted((ROOT / "tests" / "golden" / "en").glob("*/input.txt")):
        yield Document(id=path.parent.name, text=path.read_text(encoding="utf8"), published="2021-06-15")
    for path in sorted((ROOT / "examples").glob("*.txt")):
        yield Document(id=path.name, text=path.read_text(encoding="utf8"), published="2021-06-15")
    for path in sorted((ROOT / "training" / "relations" / "corpus").glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
        plain = [_MARKS.sub("", line.partition("\t")[0]) for line in lines]
        for n in range(0, len(plain), _SENTENCES):
            yield Document(id=f"{path.stem}-{n}", text="\n\n".join(plain[n : n + _SENTENCES]), published="2021-06-15")


def seeds(cache: Path | None) -> list[Record]:
    """The reports, coded; from the cache where it holds them."""
    if cache and cache.exists():
        return [msgspec.json.decode(line, type=Record) for line in cache.read_bytes().splitlines()]
    from dragoman.coder import code_many

    coded = list(code_many(((d, (), True) for d in reports()), workers=2))
    if cache:
        cache.write_bytes(b"\n".join(msgspec.json.encode(r) for r in coded) + b"\n")
    return coded


def variant(record: Record, number: int, countries: list[str]) -> Record:
    """The same report about other countries, people and days; text and spans stay."""
    rng = random.Random(f"{record.document.id}/{number}")
    exchanged = dict(zip(countries, rng.sample(countries, len(countries))))
    shift = _FIRST + timedelta(rng.randrange((_LAST - _FIRST).days)) - date(2021, 6, 15)

    def other_day(found: re.Match[str]) -> str:
        try:
            return (date.fromisoformat(found[0]) + shift).isoformat()
        except (ValueError, OverflowError):
            return found[0]

    def other(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {name: other(v, name) for name, v in value.items()}
        if isinstance(value, list | tuple):
            return [other(v, field) for v in value]
        if not isinstance(value, str) or field in ("text", "why", "name", "title", "question"):
            return value
        if field in ("start", "end", "as_of", "published"):
            return _DAY.sub(other_day, value)
        if value.startswith("~"):
            return f"{value}-{number}"
        head, dash, rest = value.partition("-")
        return exchanged[head] + dash + rest if head in exchanged else value

    return msgspec.convert(other(msgspec.to_builtins(record), ""), Record)


def build(place: Path, coded: list[Record], events: int) -> int:
    """Fill a new record. Returns the number of documents."""
    from dragoman.record import _delta, schema

    Store(place, create=True)
    countries = sorted({a.country for r in coded for a in r.actors if a.country})
    made = [variant(r, n, countries) for n in range(_VARIANTS) for r in coded]
    rows = schema.to_table(schema.to_row(r, datetime.now(UTC)) for r in made)
    heads = [r.document for r in made]
    per_document = sum(len(r.events) for r in made) / len(made)
    rng = random.Random(1)
    total = round(events / per_document)
    for start in range(0, total, _COMMIT):
        picked = [rng.randrange(len(made)) for _ in range(start, min(start + _COMMIT, total))]
        block = rows.take(pa.array(picked))
        documents = [_own(heads[i], start + n, rng) for n, i in enumerate(picked)]
        struct = block["document"].combine_chunks()
        own = {"id": [d.id for d in documents], "publisher": [d.publisher for d in documents], "url": [d.url for d in documents]}
        fields = [pa.array(own[f.name], f.type) if f.name in own else struct.field(f.name) for f in struct.type]
        columns: dict[str, pa.Array] = {
            "key": pa.array([schema.coding_key(d) for d in documents]), "document_key": pa.array([schema.document_key(d) for d in documents]),
            "document": pa.StructArray.from_arrays(fields, fields=list(struct.type)),
        }  # fmt: skip
        for name, column in columns.items():
            at = block.schema.get_field_index(name)
            block = block.set_column(at, block.schema.field(at), column)
        _delta.append(str(place / "coded"), block, {"dragoman": f"append {block.num_rows}"})
    return total


def _own(document: Document, number: int, rng: random.Random) -> Document:
    publisher = PUBLISHERS[min(int(rng.paretovariate(0.7)), len(PUBLISHERS)) - 1]  # a few publish most
    return msgspec.structs.replace(document, id=f"doc-{number:07}", publisher=publisher, url=f"https://news.example.org/{number}")


def questions() -> Mapping[str, Callable[[Store], pa.Table]]:
    """The twenty that users of event data ask most; those of single rows take a thousand, as a reader of a screen or a sample would."""

    def on(name: str, **arguments: Any) -> Callable[[Store], pa.Table]:
        return lambda store: getattr(Questions(store), name)(**arguments)

    france, year = Filters(actor=["FRA"]), Filters(since="2019", until="2019")
    return {
        "events of a state in a year": on("events", filters=Filters(actor=["FRA"], since="2019", until="2019")),
        "events of a dyad": on("events", filters=Filters(actor=["FRA"], recipient=["DEU"])),
        "accusations in a month": on("events", filters=Filters(type=["ACCUSE"], since="2019-03", until="2019-03")),
        "protests in a country": on("events", filters=Filters(type=["PROTEST"], country=["KEN"])),
        "the first 1,000 events": on("events", limit=1000),
        "events of one publisher in a year": on("events", filters=Filters(publisher=["Publisher 3"], since="2019", until="2019")),
        "events whose sentence has words": on("events", filters=Filters(words="pipeline NOT gas")),
        "one document's events": on("events", filters=Filters(document=["doc-0012345"])),
        "country-months": on("timeline", per="month", by="country"),
        "events by month": on("timeline", per="month"),
        "a state's months": on("timeline", filters=france, per="month"),
        "dyads of countries, all time": on("dyads", by="country"),
        "dyad-months of countries in a year": on("dyads", filters=year, per="month", by="country"),
        "actors": on("actors", limit=1000),
        "actors of a country": on("actors", filters=Filters(country=["FRA"])),
        "statements, the first 1,000": on("statements", limit=1000),
        "statements of a state in a year": on("statements", filters=Filters(actor=["FRA"], since="2019", until="2019")),
        "who said these words": on("who_said", text='"border" AND troops', limit=1000),
        "who changed sides": on("who_changed", limit=1000),
        "events by type (SQL)": partial(run_sql, query="SELECT type, count(*) AS n FROM events GROUP BY ALL ORDER BY n DESC"),
    }


def ask(place: str, runs: int) -> None:
    """Ask all questions, a row of the table each, then the peak memory of this process in MB."""
    medians, worst = [], 0.0
    for name, question in questions().items():
        took = []
        for _ in range(runs):
            begin = time.perf_counter()
            rows = question(Store(place)).num_rows
            took.append(time.perf_counter() - begin)
        medians.append(statistics.median(took))
        worst = max(worst, max(took))
        print(f"| {name} | {rows:,} | {min(took):.2f} | {medians[-1]:.2f} | {max(took):.2f} |", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n| figure | value |\n|---|---|\n| record, median of the questions, s | {statistics.median(medians):.2f} |")
    print(f"| record, worst answer, s | {worst:.2f} |\n| record, peak memory of asking, MB | {memory:.0f} |", flush=True)


def size(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())


def timed(call: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def keep(place: Path, records: list[Record]) -> None:
    with Writer(Store(place, create=True)) as writer:
        for record in records:
            writer.add(record)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seeds", type=Path, help="JSON lines of the coded reports: read where it exists, else written")
    parser.add_argument("--place", type=Path, help="where the record is built and left; a temporary folder without it")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.ask:
        ask(args.ask, args.runs)
        return
    coded = seeds(args.seeds)
    work = Path(tempfile.mkdtemp(prefix="dragoman-scale-"))
    try:
        place = args.place or work / "record"
        figures: dict[str, str] = {}
        if not place.exists():
            begin = time.perf_counter()
            total = build(place, coded, args.events)
            figures["record, documents"] = str(total)
            figures["record, built, s"] = f"{time.perf_counter() - begin:.0f}"
            figures["record, derived, s"] = f"{timed(lambda: Store(place).connection):.0f}"
            figures["record, words indexed, s"] = f"{timed(lambda: Questions(Store(place)).who_said('border', limit=1)):.0f}"
        print("| question | rows | least, s | median, s | worst, s |\n|---|---|---|---|---|", flush=True)
        subprocess.run([sys.executable, __file__, "--ask", str(place), "--runs", str(args.runs)], check=True)
        if not args.place:
            new = [msgspec.structs.replace(r, document=msgspec.structs.replace(r.document, id=f"new-{n}-{r.document.id}")) for n in range(8) for r in coded][:1000]
            figures["record, append of 1000 documents, s"] = f"{timed(lambda: keep(place, new)):.2f}"
            figures["record, first question after it, s"] = f"{timed(lambda: Questions(Store(place)).timeline()):.2f}"
            figures["record, words after it, s"] = f"{timed(lambda: Questions(Store(place)).who_said('border', limit=1)):.2f}"
        once = work / "once"
        keep(once, coded)
        Questions(Store(once)).who_said("border", limit=1)
        figures["record, kept, bytes a document"] = f"{size(once / 'coded') / len(coded):.0f}"
        figures["record, derived, bytes a document"] = f"{size(once / 'derived') / len(coded):.0f}"
        figures["record, text, bytes a document"] = f"{sum(len(r.document.text.encode()) for r in coded) / len(coded):.0f}"
        for name, value in figures.items():
            print(f"| {name} | {value} |")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
