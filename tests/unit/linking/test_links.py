"""Which reports tell one happening; reprints; order, increments, versions; hostile input."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import StoreError
from dragoman.linking import Answers, Links
from dragoman.linking.compare import story
from dragoman.linking.pairs import link
from dragoman.linking.rarity import Rarity
from dragoman.linking.report import Report, describe
from dragoman.record import Filters, Store, rebuild
from dragoman.records import Record
from tests.unit.linking.stories import all_reports, coded, harvest, keep, raid, raid_again, raid_reprinted, uncoded

RARITY = Rarity.load()


def seen(record: Record) -> Report:
    report = describe(record, RARITY, record.document.id)
    assert report is not None
    return report


def together(store: Store) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in Links(store).table().to_pylist():
        groups.setdefault(row["happening"], set()).add(row["document"])
    return {frozenset(g) for g in groups.values()}


def comparable(store: Store) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = Links(store).table().drop_columns(["version"]).to_pylist()
    return rows


# two reports


def test_the_same_in_other_words() -> None:
    links, reprint = link(seen(raid()), seen(raid_again()))
    assert set(links) == {(("weekly", "e1"), ("wire", "e1"))} and not reprint


def test_a_reprint() -> None:
    links, reprint = link(seen(raid()), seen(raid_reprinted()))
    assert reprint and set(links) == {(("copy", "e1"), ("wire", "e1"))}


def test_a_report_without_a_coded_event_is_linked_by_what_it_says() -> None:
    links, _ = link(seen(raid()), seen(uncoded()))
    assert set(links) == {(("letter", ""), ("wire", "e1"))}


@pytest.mark.parametrize("other", [harvest(), raid("elsewhere", town="Katete", day="2031-03-03", published="2031-03-04"), raid("x", town="Mzimba")])
def test_another_matter_town_or_day(other: Record) -> None:
    assert link(seen(raid()), seen(other)) == ({}, False)


def test_the_same_words_with_another_state() -> None:
    a = "Peru recalled its envoy from Lusaka on Monday. No reason was given by the ministry, which has a new minister since last week."
    b = a.replace("Peru", "Malawi")
    assert link(seen(coded("a", "2031-03-04", None, a)), seen(coded("b", "2031-03-04", None, b))) == ({}, False)


def test_the_publisher_is_no_evidence() -> None:
    for a, b in itertools.combinations(all_reports(), 2):
        scores = set()
        for one, other in (("A", "A"), ("A", "B"), (None, None)):
            x, y = (msgspec.structs.replace(r, document=msgspec.structs.replace(r.document, publisher=p)) for r, p in ((a, one), (b, other)))
            scores.add((story(seen(x), seen(y)), tuple(link(seen(x), seen(y))[0].items())))
        assert len(scores) == 1


def test_which_report_comes_first_is_no_evidence() -> None:
    for a, b in itertools.combinations(map(seen, all_reports()), 2):
        assert link(a, b) == link(b, a)
        assert story(a, b).score == pytest.approx(story(b, a).score)


def test_a_day_on_which_somebody_spoke_is_no_day_of_the_happening() -> None:
    report = seen(coded("a", "2031-03-06", None, "A village burned, an elder said on Thursday, two days after lorries had come to Katete."))
    assert {d - report.published for d in report.days} == {-2}


def test_no_date_no_description() -> None:
    record = raid()
    assert describe(msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, published=None)), RARITY, "k") is None


# a record


def test_all_of_a_record(tmp_path: Path) -> None:
    store = keep(tmp_path, all_reports())
    assert together(store) == {frozenset({"wire", "weekly", "copy", "letter"})}
    rows = {row["document"]: row for row in Links(store).table().to_pylist()}
    assert rows["letter"]["event"] is None
    assert {d: row["reprint_of"] for d, row in rows.items()} == {"wire": "copy", "weekly": None, "copy": None, "letter": None}
    assert {row["version"] for row in rows.values()} == {store.version}


def test_a_reprint_counts_once(tmp_path: Path) -> None:
    (row,) = Answers(keep(tmp_path, [raid(), raid_again(), raid_reprinted()])).happenings().to_pylist()
    assert (row["reports"], row["publishers"]) == (3, 2)


def test_one_publisher_twice_counts_once(tmp_path: Path) -> None:
    (row,) = Answers(keep(tmp_path, [raid(publisher="One"), raid_again(publisher="One")])).happenings().to_pylist()
    assert (row["reports"], row["publishers"]) == (2, 1)


@pytest.mark.parametrize("seed", range(4))
def test_order_and_increments_change_nothing(tmp_path: Path, seed: int) -> None:
    """Linked as it comes, in any order and any batches, or all at once: the same."""
    whole = comparable(keep(tmp_path / "whole", all_reports()))
    chance = random.Random(seed)
    records = chance.sample(all_reports(), len(all_reports()))
    cut = chance.randrange(1, len(records))
    for batch in (records[:cut], records[cut:]):
        store = keep(tmp_path / "parts", batch)
        Links(store).update()
    assert comparable(Store(tmp_path / "parts")) == whole


def test_linked_twice_and_rebuilt(tmp_path: Path) -> None:
    store = keep(tmp_path, all_reports())
    links = Links(store)
    assert links.update() == len(all_reports())
    first = comparable(store)
    assert links.update() == 0 and comparable(store) == first
    rebuild(store)
    assert not links.folder.exists()
    assert comparable(Store(tmp_path)) == first


def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    store = keep(tmp_path, all_reports())

    def stop(done: int, of: int) -> None:
        if done >= of // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Links(store).update(stop)
    assert together(store) == {frozenset({"wire", "weekly", "copy", "letter"})}


def test_an_old_version_has_its_own_links(tmp_path: Path) -> None:
    keep(tmp_path, [raid()], [raid_again()], [uncoded()])
    assert together(Store(tmp_path)) == {frozenset({"wire", "weekly", "letter"})}
    assert together(Store(tmp_path, as_of=2)) == {frozenset({"wire", "weekly"})}
    assert together(Store(tmp_path, as_of=1)) == set()


def test_a_coding_that_was_replaced_is_not_linked(tmp_path: Path) -> None:
    again = coded("weekly", "2031-03-06", "Copperbelt Weekly", raid_again().document.text, model="en-2")
    store = keep(tmp_path, [raid(), raid_again()], [again])
    rows = Links(store).table().to_pylist()
    assert {(row["document"], row["event"]) for row in rows} == {("wire", "e1"), ("weekly", None)}


HOSTILE = ["'; DROP TABLE report; --", '"', "=1+1", "a\nb", "../../x", "\u202egnp", "%s{0}", "x" * 5000]


def test_hostile_ids_and_publishers(tmp_path: Path) -> None:
    records = [
        msgspec.structs.replace(r, document=msgspec.structs.replace(r.document, id=f"{name}{n}", publisher=name))
        for name in HOSTILE for n, r in enumerate((raid(), raid_again()))
    ]  # fmt: skip
    store = keep(tmp_path, records)
    (row,) = Answers(store).happenings().to_pylist()
    assert set(row["documents"]) == {r.document.id for r in records}
    assert Answers(store).accounts(Filters(document=[HOSTILE[0] + "0"])).num_rows == len(records)


@pytest.mark.parametrize("text", ["", " ", "1", "A" * 300_000, "No. " * 50_000, "\u0000\ufffd", "on Monday " * 2000])
def test_texts_that_say_nothing(tmp_path: Path, text: str) -> None:
    store = keep(tmp_path, [coded("a", "2031-03-05", None, text), coded("b", "2031-03-05", None, text + "."), coded("c", None, None, text)])  # type: ignore[arg-type]
    assert Links(store).update() == 3


def test_links_that_are_broken_say_so(tmp_path: Path) -> None:
    links = Links(keep(tmp_path, [raid(), raid_again()]))
    links.update()
    (links.folder / "links.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="dragoman record rebuild"):
        links.table()
