"""Nothing lost, half-written or doubled."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from benchmarks.kills import held, killed, ready, whole
from dragoman.errors import QueryError, StoreError
from dragoman.reading import make_document
from dragoman.record import Change, Store, Writer, _delta, compact, diff, info, rebuild, restore, verify, versions
from dragoman.record.schema import columns, from_row, to_row, to_table
from dragoman.record.writer import stamped
from dragoman.records import Document, Problem, Record, coding_key, document_key
from tests.unit.record.made import accusation, all_records, event, stance, talks


def keep(place: Path, *records: Record, **batch: int) -> Writer:
    with Writer(Store(place, create=True), **batch) as writer:
        for record in records:
            writer.add(record)
    return writer


def ids(store: Store) -> list[str]:
    return sorted(r.document.id for r in store.records())


# the schema


def test_a_row_gives_its_record_back() -> None:
    for record in all_records():
        assert from_row(to_row(record, datetime.now(UTC))) == record


def test_records_come_back_from_the_disk(kept: Path) -> None:
    assert {r.document.id: r for r in Store(kept).records()} == {r.document.id: r for r in all_records()}


def test_the_schema_changes_on_purpose_only() -> None:
    """Readers of the tables rely on it: with another schema, raise schema.VERSION, say so in CHANGELOG.md and docs/record.md, and renew this."""
    assert hashlib.sha256(str(columns()).encode()).hexdigest()[:16] == "30d3b5c54bcfc14e"


def test_keys_tell_reports_and_codings_apart() -> None:
    a = Document(id="1", text="x", published="2020-01-01", coder="c", codebook="b", model="m")
    for field in ("id", "text", "published", "publisher", "url"):
        assert document_key(msgspec.structs.replace(a, **{field: "other"})) != document_key(a)
    for field in ("coder", "codebook", "model"):
        other = msgspec.structs.replace(a, **{field: "other"})
        assert document_key(other) == document_key(a) and coding_key(other) != coding_key(a)
    assert document_key(msgspec.structs.replace(a, title="other", language="fr")) == document_key(a)
    assert document_key(Document(id="ab", text="c")) != document_key(Document(id="a", text="bc"))


def test_the_key_is_the_one_that_reading_gives() -> None:
    for more in ({}, {"publisher": "Fjord Wire", "url": "https://example.org/1"}):
        read = make_document("Norway accused Chile.", id="n", published="2020-01-01", **more)
        assert document_key(read) == read.sha256


# appending


def test_a_document_kept_twice_is_there_once(tmp_path: Path) -> None:
    assert keep(tmp_path, accusation(), accusation()).kept == 1
    again = keep(tmp_path, accusation(), talks(1))
    assert (again.kept, again.known) == (1, 1)
    assert ids(Store(tmp_path)) == ["talks-1", "trawler"]
    before = Store(tmp_path).version
    keep(tmp_path, accusation(), talks(1))
    assert Store(tmp_path).version == before


def test_what_is_known_need_not_be_coded_again(tmp_path: Path) -> None:
    keep(tmp_path, talks(1))
    writer = Writer(Store(tmp_path))
    bare = msgspec.structs.replace(talks(1).document, coder="", codebook="", model="")
    assert writer.has(stamped(bare, "dragoman 0.1.0", "plover-2.0+1", "en-1"))
    assert not writer.has(stamped(bare, "dragoman 0.2.0", "plover-2.0+1", "en-1"))


def test_recoding_keeps_both_and_reads_the_latest(tmp_path: Path) -> None:
    keep(tmp_path, talks(1), talks(2))
    new = talks(1, codebook="plover-2.0+2")
    new = msgspec.structs.replace(new, events=(msgspec.structs.replace(new.events[0], type="COOPERATE"),))
    keep(tmp_path, new)
    latest = Store(tmp_path)
    assert latest.ask("SELECT document, type FROM events ORDER BY document").to_pylist() == [
        {"document": "talks-1", "type": "COOPERATE"}, {"document": "talks-2", "type": "CONSULT"},
    ]  # fmt: skip
    assert len(ids(latest)) == 2
    old = Store(tmp_path, codebook="plover-2.0+1")
    assert {r["type"] for r in old.ask("SELECT type FROM events").to_pylist()} == {"CONSULT"}
    assert [r.document.codebook for r in Store(tmp_path, codebook="plover-2.0+2").records()] == ["plover-2.0+2"]
    assert [(c.what, c.change, c.document, c.fields) for c in diff(old, latest)] == [("event", "changed", "talks-1", {"type": ("CONSULT", "COOPERATE")})]


def test_a_failure_is_a_row_until_the_document_is_coded(tmp_path: Path) -> None:
    failed = Record(document=Document(id="talks-1", text=""), problems=(Problem(code="empty", message="talks-1: nothing in it"),))
    assert keep(tmp_path, failed, talks(2)).failed == 1
    keep(tmp_path, failed)
    assert Store(tmp_path).ask("SELECT document, code, message FROM failures").to_pylist() == [
        {"document": "talks-1", "code": "empty", "message": "talks-1: nothing in it"}
    ]
    keep(tmp_path, talks(1))
    assert Store(tmp_path).ask("SELECT * FROM failures").num_rows == 0


def test_a_text_that_is_no_unicode_fails_alone(tmp_path: Path) -> None:
    bad = msgspec.structs.replace(talks(1), document=msgspec.structs.replace(talks(1).document, text="half a pair \ud83d"))
    writer = keep(tmp_path, bad, talks(2))
    assert (writer.kept, writer.failed) == (1, 1)
    assert Store(tmp_path).ask("SELECT code FROM failures").to_pylist() == [{"code": "not-unicode"}]


# versions


def test_as_of_sees_what_was_there(tmp_path: Path) -> None:
    for n in range(3):
        keep(tmp_path, talks(n))
    assert [v.what for v in versions(Store(tmp_path))] == ["begin", "append", "append", "append"]
    assert [len(ids(Store(tmp_path, as_of=v))) for v in range(4)] == [0, 1, 2, 3]
    second = versions(Store(tmp_path))[2].when
    assert len(ids(Store(tmp_path, as_of=second.isoformat()))) == 2
    assert len(ids(Store(tmp_path, as_of=str(second.date())))) == 3
    for wrong in (4, "2001-01-01", "yesterday"):
        with pytest.raises(QueryError, match="as of"):
            Store(tmp_path, as_of=wrong)


def test_as_of_holds_for_what_lies_beside_too(tmp_path: Path) -> None:
    """Failures and imported events as they were by then."""
    from dragoman.exchange import ForeignEvent
    from dragoman.record import keep_imported

    broken = Record(document=Document(id="b", text="", published=None), problems=(Problem(code="unreadable", message="b: no"),))
    keep(tmp_path, talks(1))
    keep_imported(Store(tmp_path), [ForeignEvent(dataset="icews", id="1", date="2022-01-01")])
    keep(tmp_path, broken, talks(2))
    counts = "SELECT (SELECT count(*) FROM failures) AS failures, (SELECT count(*) FROM imported) AS imported"
    assert [tuple(Store(tmp_path, as_of=v).ask(counts).to_pylist()[0].values()) for v in (0, 1, 2, None)] == [(0, 0), (0, 0), (1, 1), (1, 1)]


def test_compaction_changes_no_answer_and_no_version(tmp_path: Path) -> None:
    for n in range(3):
        keep(tmp_path, talks(n))
    store = Store(tmp_path)
    before = store.ask("SELECT * FROM events ORDER BY document").to_pylist()
    assert compact(store) == 3
    assert info(store)["files"] == 1 and versions(store)[-1].what == "compact"
    assert store.ask("SELECT * FROM events ORDER BY document").to_pylist() == before
    assert [len(ids(Store(tmp_path, as_of=v))) for v in range(1, 4)] == [1, 2, 3]
    assert keep(tmp_path, talks(0), talks(9)).kept == 1
    assert not verify(Store(tmp_path))


def test_restore_is_a_new_version(tmp_path: Path) -> None:
    for n in range(3):
        keep(tmp_path, talks(n))
    assert restore(Store(tmp_path), 1) == 4
    assert ids(Store(tmp_path)) == ["talks-0"] and len(ids(Store(tmp_path, as_of=3))) == 3
    assert keep(tmp_path, talks(1)).kept == 1


def test_diff_tells_documents_and_events_apart(tmp_path: Path) -> None:
    keep(tmp_path, talks(1), accusation())
    new = accusation(model="en-2")
    first, second = new.events
    text = new.document.text
    extra = event(text, "e3", "REJECT", ("~ana-rojas", "Ana Rojas"), None, "Nobody", "2022-05-04")
    keep(tmp_path, talks(2), msgspec.structs.replace(new, events=(msgspec.structs.replace(first, status="hypothetical"), extra)))
    changes = list(diff(Store(tmp_path, as_of=1), Store(tmp_path)))
    assert changes == [
        Change("document", "added", "talks-2"),
        Change("event", "changed", "trawler", "e1", "ACCUSE", "accused", {"status": ("actual", "hypothetical")}),
        Change("event", "removed", "trawler", "e2", "ASSAULT", "ramming"),
        Change("event", "added", "trawler", "e3", "REJECT", "Nobody"),
    ]
    assert [c.change for c in diff(Store(tmp_path), Store(tmp_path, as_of=1)) if c.what == "document"] == ["removed"]


def test_what_is_derived_can_be_made_again(tmp_path: Path) -> None:
    keep(tmp_path, talks(1), accusation())
    store = Store(tmp_path)
    before = store.ask("SELECT * FROM statements ORDER BY statement").to_pylist()
    (broken,) = (tmp_path / "derived").glob("*/part-*/events.parquet")
    table = pq.read_table(broken)
    pq.write_table(table.slice(1), broken)
    assert [f.where for f in verify(Store(tmp_path))] == ["derived"]
    rebuild(Store(tmp_path))
    assert not verify(Store(tmp_path))
    assert Store(tmp_path).ask("SELECT * FROM statements ORDER BY statement").to_pylist() == before


# what goes wrong


def test_verify_finds_a_damaged_and_a_missing_file(tmp_path: Path) -> None:
    keep(tmp_path, *(talks(n) for n in range(50)))
    keep(tmp_path, accusation())
    assert not verify(Store(tmp_path))
    large = max((tmp_path / "coded").glob("*.parquet"), key=os.path.getsize)
    whole = large.read_bytes()
    large.write_bytes(whole[: len(whole) // 2])
    assert [(f.level, Path(f.where).name) for f in verify(Store(tmp_path))] == [("error", large.name)]
    large.unlink()
    assert [f.level for f in verify(Store(tmp_path))] == ["error"]


def test_a_truncated_file_is_a_clear_error_and_other_versions_stay(tmp_path: Path) -> None:
    keep(tmp_path, talks(1))
    (good,) = (tmp_path / "coded").glob("*.parquet")
    keep(tmp_path, talks(2))
    (bad,) = set((tmp_path / "coded").glob("*.parquet")) - {good}
    bad.write_bytes(bad.read_bytes()[:100])
    with pytest.raises(StoreError, match=r"coded|flat tables"):
        Store(tmp_path).ask("SELECT * FROM events")
    assert ids(Store(tmp_path, as_of=1)) == ["talks-1"]
    restore(Store(tmp_path), 1)
    assert keep(tmp_path, talks(2)).kept == 1 and ids(Store(tmp_path)) == ["talks-1", "talks-2"]


def test_a_read_only_folder_is_read_from_a_cache(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)  # tests may run as root, who may write everywhere
    store = Store(kept)
    assert store.ask("SELECT count(*) AS n FROM documents").to_pylist() == [{"n": 10}]
    assert store.derived.root.is_relative_to(tmp_path / "dragoman")


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
JSON = st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | TEXTS, lambda inner: st.lists(inner, max_size=2), max_leaves=3)
_SCALARS = {
    inspect.StrType: TEXTS, inspect.IntType: st.integers(-(2**40), 2**40), inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False), inspect.BoolType: st.booleans(),
}  # fmt: skip


def any_of(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Anything that a field of a record may hold, read off its type."""
    if isinstance(kind, inspect.UnionType):
        return st.one_of(st.none(), *(any_of(t) for t in kind.types if not isinstance(t, inspect.NoneType)))
    if isinstance(kind, inspect.StructType):
        return st.builds(kind.cls, **{f.name: any_of(f.type) for f in kind.fields})
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(any_of(kind.item_type), max_size=2).map(tuple)
    if isinstance(kind, inspect.TupleType):
        return st.tuples(*map(any_of, kind.item_types))
    if isinstance(kind, inspect.DictType):
        return st.dictionaries(TEXTS, any_of(kind.value_type) if not isinstance(kind.value_type, inspect.AnyType) else JSON, max_size=2)
    return _SCALARS[type(kind)]


@given(any_of(inspect.type_info(Record)))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_record_comes_back(record: Record) -> None:
    """From the columns, and from the lines of ``dragoman code``."""
    (row,) = to_table([to_row(record, datetime.now(UTC))]).to_pylist()
    assert from_row(row) == record == msgspec.json.decode(msgspec.json.encode(record), type=Record)


def test_verify_finds_a_text_that_is_not_its_key(tmp_path: Path) -> None:
    keep(tmp_path, talks(1))
    row = to_row(talks(2), datetime.now(UTC))
    row["document"]["text"] = row["document"]["text"].replace("visited", "invaded")
    _delta.append(str(tmp_path / "coded"), to_table([row]), {})
    assert [(f.level, "its key" in f.message) for f in verify(Store(tmp_path))] == [("error", True)]


def test_a_file_that_nobody_committed_is_noted(tmp_path: Path) -> None:
    keep(tmp_path, talks(1))
    (file,) = (tmp_path / "coded").glob("*.parquet")
    stray = file.with_name("part-of-a-dead-writer.parquet")
    stray.write_bytes(file.read_bytes())
    assert not verify(Store(tmp_path))  # somebody may be about to commit it
    os.utime(stray, (0, 0))
    assert [(f.level, Path(f.where).name) for f in verify(Store(tmp_path))] == [("note", stray.name)]
    assert ids(Store(tmp_path)) == ["talks-1"]


def test_other_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record"):
        Store(tmp_path / "nowhere")
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="other files"):
        Store(tmp_path, create=True)
    with pytest.raises(StoreError, match="is a file"):
        Store(tmp_path / "thesis.txt", create=True)
    assert [f.name for f in tmp_path.iterdir()] == ["thesis.txt"]


def test_tables_of_others_and_of_the_future_are_refused(tmp_path: Path) -> None:
    for name, says in (("a table of mine", "no record's"), ("dragoman record, schema 99: coded", "schema 99")):
        place = tmp_path / says.split()[0]
        _delta.create(str(place / "coded"), columns(), name)
        with pytest.raises(StoreError, match=says):
            Store(place)


def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk."""
    keep(tmp_path, talks(1))
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000));"
        "from tests.unit.record.keep_many import main; main(sys.argv[1], '0', '400', '1000')"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True)
    assert "StoreError" in done.stderr
    assert ids(Store(tmp_path)) == ["talks-1"] and not verify(Store(tmp_path))
    keep(tmp_path, talks(2))
    assert ids(Store(tmp_path)) == ["talks-1", "talks-2"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; left out where this user may not mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"a small disk can't be mounted: {made.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_said_and_loses_nothing(small_disk: Path) -> None:
    """While keeping, and while deriving what a question reads; with room again, all goes on."""
    place, filler = small_disk / "r", small_disk / "filler"
    keep(place, talks(1))

    def fill() -> None:
        with pytest.raises(OSError, match="No space"), open(filler, "wb", buffering=0) as stream:
            while True:
                stream.write(b"x" * 1024)

    fill()
    with pytest.raises(StoreError, match=str(place)):
        Store(place).ask("SELECT * FROM events")
    with pytest.raises(StoreError, match=str(place)):
        keep(place, *(talks(n) for n in range(200)))
    filler.unlink()
    assert ids(Store(place)) == ["talks-1"] and not verify(Store(place))
    keep(place, talks(1), talks(2))
    assert ids(Store(place)) == ["talks-1", "talks-2"] and not verify(Store(place))


def test_a_read_only_disk_is_read_and_not_written(small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    place = small_disk / "r"
    keep(place, talks(1))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert ids(Store(place)) == ["talks-1"] and not verify(Store(place))
    with pytest.raises(StoreError, match=str(place)):
        keep(place, talks(2))
    with pytest.raises(StoreError, match="can't be made"):
        Store(small_disk / "new", create=True)
    assert ids(Store(place)) == ["talks-1"]


# several processes


def process(*args: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "tests.unit.record.keep_many", *map(str, args)], stdout=subprocess.PIPE, text=True)


def test_three_processes_keep_into_one_record(tmp_path: Path) -> None:
    """Their documents overlap, and the record does not exist yet: each document is there once, while a fourth reads."""
    place = tmp_path / "r"
    writers = [process(place, first, first + 40, 10) for first in (0, 20, 40)]
    seen = [0]
    while any(w.poll() is None for w in writers):
        if (place / "coded" / "_delta_log").is_dir() and list((place / "coded" / "_delta_log").glob("*.json")):
            seen.append(Store(place).ask("SELECT count(DISTINCT document) AS n FROM documents").to_pylist()[0]["n"])
    assert [w.returncode for w in writers] == [0, 0, 0]
    assert seen == sorted(seen)
    store = Store(place)
    assert ids(store) == sorted(f"talks-{n}" for n in range(80))
    assert store.ask("SELECT count(*) AS n FROM events").to_pylist() == [{"n": 80}]
    assert not [f for f in verify(store) if f.level == "error"]
    compact(store)
    assert store.ask("SELECT count(*) AS n FROM events").to_pylist() == [{"n": 80}] and ids(store) == sorted(f"talks-{n}" for n in range(80))


def test_a_run_that_is_killed_twice_and_started_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Two of the kills of ``benchmarks/kills.py``, each after at least one commit."""
    figures = killed(tmp_path, kills=2, reports=300, seed=3, earnest=False, after_commits=2)
    assert (figures["before the run's end"], figures["with a part kept"]) == (2, 2)


def test_the_kill_test_can_fail(tmp_path: Path) -> None:
    """It tells a document that was lost, and one too many."""
    keep(tmp_path / "r", *(ready(n) for n in range(3)))
    whole(tmp_path / "r", 3)
    with pytest.raises(StoreError, match="lost"):
        held(tmp_path / "r", {"report-00007"})
    for expected in (2, 4):
        with pytest.raises(StoreError, match="missing or too many"):
            whole(tmp_path / "r", expected)


def test_the_same_position_twice_in_two_processes(tmp_path: Path) -> None:
    """Two writers that both believe a document is new: it is written twice, and read once, before and after compaction."""
    one, two = Writer(Store(tmp_path, create=True)), Writer(Store(tmp_path))
    for writer in (one, two):
        writer.add(stance("s", "2022-01-01", ("CHL", "Chile"), "supports"))
    two._keys.refresh = lambda: set()  # type: ignore[method-assign]  # it looked just before the other committed
    one.flush()
    two.flush()
    for _ in range(2):
        store = Store(tmp_path)
        assert ids(store) == ["s"] and store.ask("SELECT * FROM positions").num_rows == 1
        assert [f.level for f in verify(store)] == ["note"]
        compact(store)
