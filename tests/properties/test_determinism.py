"""A record is the same to the byte whatever else is coded, in whatever order, by however many workers."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.coder import Coder, code_many
from dragoman.records import Document

TEXTS = {
    "a": "NAIROBI, March 4 - Kenya's foreign minister accused Somalia on Thursday of moving a border post. Mogadishu denied it.",
    "b": (
        "Norway and Chile signed a fishing agreement in Oslo. \"We will not accept quotas set by others,\" said a spokeswoman for the Chilean "
        "navy, who asked not to be named. Two trawlers were seized last week; their crews, 31 men in all, have since been released."
    ),
    "c": "Talks failed.",
    "d": "",
    "e": (
        "The parliament in Tbilisi voted 80 to 3 to recall the ambassador. Georgia does not recognize the breakaway government, and it has "
        "threatened to close the crossing unless the rebels free the engineers whom they hold. The rebels said they would talk only to the "
        "United Nations. Protesters who had marched from the university threw stones at the police, who answered with tear gas; at least "
        "nine people were hurt. The president called for calm."
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def _documents(ids: str) -> list[Document]:
    return [Document(id=i, text=TEXTS[i], published="2021-03-04") for i in ids]


@pytest.fixture(scope="module")
def alone(coder: Coder) -> dict[str, bytes]:
    return {d.id: msgspec.json.encode(coder.code(d)) for d in _documents("abcde")}


def test_the_reports_are_worth_comparing(alone: dict[str, bytes]) -> None:
    assert sum(len(msgspec.json.decode(r)["events"]) for r in alone.values()) >= 4


@pytest.mark.parametrize("order", ["edcba", "cbead", "bbaab"])
def test_order_and_neighbours_change_nothing(order: str, coder: Coder, alone: dict[str, bytes]) -> None:
    assert [msgspec.json.encode(coder.code(d)) for d in _documents(order)] == [alone[i] for i in order]


def test_a_fresh_coder_gives_the_same(alone: dict[str, bytes]) -> None:
    fresh = Coder.load()
    assert {d.id: msgspec.json.encode(fresh.code(d)) for d in _documents("ecabd")} == alone


@pytest.mark.parametrize(("workers", "chunk"), [(1, 8), (2, 2)])
def test_workers_change_nothing(workers: int, chunk: int, alone: dict[str, bytes]) -> None:
    items = [(d, (), True) for d in _documents("adcbeea")]
    records = code_many(items, workers=workers, chunk=chunk)
    assert [msgspec.json.encode(r) for r in records] == [alone[i] for i in "adcbeea"]
