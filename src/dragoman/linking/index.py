"""What is known of links in a record: derived from its documents, kept beside its other derived tables, and made again when missing.

    documents ──▶ reports (what is compared) ──▶ pairs that may be one story ──▶ links, reprints ──▶ happenings of a version

A link is between two reports and depends on nothing else, so new reports are compared with those of the days around them and no old pair is compared
again: linking as reports come and linking all at once give the same. The happenings of a version are worked out from the links between its documents.
"""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.errors import StoreError
from dragoman.linking.compare import WINDOW_DAYS, may_be_one, particulars
from dragoman.linking.groups import Node, Pair, group, parts
from dragoman.linking.pairs import link
from dragoman.linking.rarity import Rarity
from dragoman.linking.report import VERSION, Report, describe
from dragoman.record import Store

_SCHEMA = """
CREATE TABLE IF NOT EXISTS report (key TEXT PRIMARY KEY, day INTEGER, linked INTEGER, body BLOB);
CREATE INDEX IF NOT EXISTS report_day ON report (day);
CREATE INDEX IF NOT EXISTS report_waiting ON report (day) WHERE NOT linked;
CREATE TABLE IF NOT EXISTS link (a TEXT, a_event TEXT, b TEXT, b_event TEXT, score REAL);
CREATE TABLE IF NOT EXISTS reprint (a TEXT, b TEXT);
"""
_BATCH = 500
"""Reports that are described, or linked, in one transaction."""
_VERSIONS = 8
"""Of which the happenings are kept as they were worked out; of others they are worked out again."""
COLUMNS = pa.schema(
    [
        ("happening", pa.string()), ("key", pa.string()), ("document", pa.string()), ("event", pa.string()), ("published", pa.date32()),
        ("publisher", pa.string()), ("reprint_of", pa.string()), ("version", pa.int64()),
    ]
)  # fmt: skip
"""Of the table of links: a row for each report of a happening. ``event`` is null where the report tells it and no event of it was coded;
``reprint_of`` is the document that the report reprints; ``version`` is the record's version that the table reflects."""


class Links:
    """The links of a record.

    Args:
        store: The record, at the version that it was opened for.
        rarity: Weights of words; those of the package when first needed.
    """

    def __init__(self, store: Store, rarity: Rarity | None = None) -> None:
        self.store = store
        self._rarity = rarity
        self.folder = store.derived.root / f"links-{VERSION}"

    def update(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Describe and link the documents of this version that are not linked yet.

        Args:
            progress: Told how many of the new documents are described and linked, and of how many: twice the number of documents.

        Returns:
            How many documents were new.

        Raises:
            StoreError: The links can't be written.
        """
        with self._open() as index:
            known = {key for (key,) in index.execute("SELECT key FROM report")}
            new = {row["key"] for row in self.store.ask("SELECT key FROM documents").to_pylist()} - known
            waiting = index.execute("SELECT count(*) FROM report WHERE NOT linked").fetchone()[0]
            if not new and not waiting:
                return 0
            done, of = 0, 2 * len(new) + waiting
            for n in self._describe(index, new):
                done += n
                if progress:
                    progress(done, of)
            for n in _link_waiting(index):
                done += n
                if progress:
                    progress(done, of)
            return len(new)

    def table(self) -> pa.Table:
        """The links of this version; see :data:`COLUMNS`. Rows are sorted by happening, publication and document."""
        self.update()
        codings = {row["key"]: row for row in self.store.ask("SELECT key, document, published, publisher FROM documents").to_pylist()}
        digest = hashlib.sha256("\n".join(sorted(codings)).encode()).hexdigest()
        kept = self.folder / f"{digest[:32]}.parquet"
        try:
            table = pq.read_table(kept)
        except (OSError, pa.ArrowException):
            table = pa.Table.from_pylist(list(self._rows(codings)), schema=COLUMNS)
            self._keep(table, kept)
        at = COLUMNS.get_field_index("version")
        return table.set_column(at, "version", pa.array([self.store.version] * len(table), pa.int64()))

    def _rows(self, codings: Mapping[str, Mapping[str, object]]) -> Iterator[dict[str, object]]:
        with self._open() as index:
            links: dict[Pair, float] = {
                ((a, x), (b, y)): score for a, x, b, y, score in index.execute("SELECT * FROM link") if a in codings and b in codings
            }
            reprints = [(a, b) for a, b in index.execute("SELECT * FROM reprint") if a in codings and b in codings]
        first = {}
        for same in parts(reprints):
            original = min(same, key=lambda k: (str(codings[k]["published"]), str(codings[k]["document"]), k))
            first.update({k: original for k in same if k != original})

        def order(node: Node) -> tuple[str, str, str, str]:
            return str(codings[node[0]]["published"]), str(codings[node[0]]["document"]), *node

        groups = sorted((sorted(g, key=order) for g in group(links)), key=lambda g: order(g[0]))
        for nodes in groups:
            name = hashlib.sha256("\n".join(nodes[0]).encode()).hexdigest()[:16]
            for key, event in nodes:
                coding = codings[key]
                original = first.get(key)
                yield {
                    "happening": name, "key": key, "document": coding["document"], "event": event or None, "published": coding["published"],
                    "publisher": coding["publisher"], "reprint_of": codings[original]["document"] if original else None, "version": 0,
                }  # fmt: skip

    def _keep(self, table: pa.Table, kept: Path) -> None:
        aside = kept.with_name(f".{kept.name}-{uuid.uuid4().hex}")
        try:
            pq.write_table(table, aside)
            aside.replace(kept)
            for old in sorted(self.folder.glob("*.parquet"), key=lambda f: f.stat().st_mtime)[:-_VERSIONS]:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{kept}: the links can't be written: {error.strerror or error}") from error

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        path = self.folder / "links.sqlite"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(path, timeout=600, isolation_level=None)) as index:
                index.execute("PRAGMA journal_mode = WAL")
                index.executescript(_SCHEMA)
                yield index
        except sqlite3.Error as error:
            raise StoreError(f"{path}: the links can't be made: {error}; dragoman record rebuild makes them again") from error
        except OSError as error:
            raise StoreError(f"{self.folder}: the links can't be written: {error.strerror or error}") from error

    def _describe(self, index: sqlite3.Connection, keys: set[str]) -> Iterator[int]:
        rarity = self._rarity or Rarity.load()
        rows: list[tuple[str, int | None, bool, bytes | None]] = []
        for key, record in self.store.coded(keys):
            report = describe(record, rarity, key)
            rows.append((key, report.published, False, msgspec.msgpack.encode(report)) if report else (key, None, True, None))
            if len(rows) == _BATCH:
                yield _insert(index, rows)
        yield _insert(index, rows)


def _insert(index: sqlite3.Connection, rows: list[tuple[str, int | None, bool, bytes | None]]) -> int:
    with _transaction(index):
        index.executemany("INSERT OR IGNORE INTO report VALUES (?, ?, ?, ?)", rows)
    n = len(rows)
    rows.clear()
    return n


@contextmanager
def _transaction(index: sqlite3.Connection) -> Iterator[None]:
    """All of it, or nothing; another process waits."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _link_waiting(index: sqlite3.Connection) -> Iterator[int]:
    """Link the reports that wait, in the order of days; of a day with many, some at a time."""
    near: dict[str, Report] = {}
    while True:
        with _transaction(index):
            rows = index.execute("SELECT key, day FROM report WHERE NOT linked ORDER BY day, key LIMIT ?", (_BATCH,)).fetchall()
            if not rows:
                return
            keys, first, last = [key for key, _ in rows], rows[0][1], rows[-1][1]
            around = index.execute(
                "SELECT key, linked FROM report WHERE day BETWEEN ? AND ?", (first - WINDOW_DAYS, last + WINDOW_DAYS)
            ).fetchall()
            now = set(keys)
            wanted = {key for key, linked in around if linked or key in now}
            near = {key: report for key, report in near.items() if key in wanted}
            _read(index, near, wanted - near.keys())
            links: dict[Pair, float] = {}
            reprints: list[tuple[str, str]] = []
            for a, b in candidates([near[k] for k in keys], [near[k] for k in sorted(wanted)]):
                found, reprint = link(a, b)
                links |= found
                if reprint:
                    reprints.append((a.key, b.key))
            index.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", ((*a, *b, score) for (a, b), score in links.items()))
            index.executemany("INSERT INTO reprint VALUES (?, ?)", reprints)
            index.executemany("UPDATE report SET linked = 1 WHERE key = ?", ((key,) for key in keys))
        yield len(keys)


def _read(index: sqlite3.Connection, into: dict[str, Report], keys: Iterable[str]) -> None:
    decoder = msgspec.msgpack.Decoder(Report)
    for key in keys:
        into[key] = decoder.decode(index.execute("SELECT body FROM report WHERE key = ?", (key,)).fetchone()[0])


def candidates(new: Sequence[Report], known: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports that may tell one story, each pair once: by what they share, added up from lists of who has it.

    Args:
        new: The reports to pair.
        known: What to pair them with; ``new`` is among it.
    """
    has: list[defaultdict[object, list[int]]] = [defaultdict(list), defaultdict(list), defaultdict(list)]
    for i, report in enumerate(known):
        for feature in particulars(report):
            has[0][feature].append(i)
        for state in report.states:
            has[1][state].append(i)
        for day in report.days or (report.published, report.published - 1):
            has[2][day].append(i)
    lists = [{feature: np.array(numbers, np.int32) for feature, numbers in table.items() if len(numbers) > 1} for table in has]
    days = np.array([report.published for report in known])
    position = {report.key: i for i, report in enumerate(known)}
    waiting = np.zeros(len(known), bool)
    waiting[[position[r.key] for r in new]] = True
    for report in new:
        me = position[report.key]
        shared = _shared(lists[0], particulars(report), len(known))
        states = _shared(lists[1], dict.fromkeys(report.states, 1.0), len(known))
        same_day = _shared(lists[2], dict.fromkeys(report.days or (report.published, report.published - 1), 1.0), len(known))
        likely = may_be_one(shared, states, same_day) & (np.abs(days - report.published) <= WINDOW_DAYS)
        likely &= ~waiting | (np.arange(len(known)) < me)  # of two new ones, once
        likely[me] = False
        yield from ((report, known[i]) for i in np.flatnonzero(likely).tolist())


def _shared(lists: Mapping[object, np.ndarray], features: Mapping[object, float], size: int) -> np.ndarray:
    found = [(lists[f], w) for f, w in features.items() if f in lists]
    if not found:
        return np.zeros(size)
    numbers = np.concatenate([n for n, _ in found])
    weights = np.repeat([w for _, w in found], [len(n) for n, _ in found])
    return np.bincount(numbers, weights, size).round(6)
