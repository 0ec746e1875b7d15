"""Whole evaluations of small runs whose figures can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import QueryError, TextError
from dragoman.evaluate import Evaluation, Gold, GoldDocument, GoldPair, compare, evaluate_documents, evaluate_pairs, read_records, read_relations
from dragoman.evaluate.outcomes import around
from dragoman.evaluate.runs import RelationLine
from dragoman.records import Document, Record
from tests.unit.evaluate.made import TEXT, document, event, gold, party, record, span, who

OSLO, ROME, LIMA = party("NOR"), party("ITA-GOV", "Rome"), party("PER", "Lima")
ACCUSE = gold("ACCUSE", "condemned", actors=(who(country="NOR"),))
AID = gold("AID", "sent", actors=(who(country="ITA"),), recipients=(who(country="PER"),), modes=())
WARN = gold("THREATEN", "warned", actors=(who(country="NOR"),), recipients=(who(country="PER"),), modes=("violence",))
RIGHT = (
    event("ACCUSE", "condemned", (OSLO,), confidence=0.9), event("AID", "sent", (ROME,), (LIMA,), confidence=0.8),
    event("THREATEN", "warned", (OSLO,), (LIMA,), modes=("violence",), confidence=0.95),
)  # fmt: skip


def of(*documents: GoldDocument) -> Gold:
    return Gold("gold", {d.id: d for d in documents}, {}, {d.id: n for n, d in enumerate(documents, 1)})


def evaluated(documents: list[GoldDocument], records: list[Record]) -> Evaluation:
    return evaluate_documents(of(*documents), {r.document.id: r for r in records}, "run")


def rate(figures: dict[str, Any], label: str, name: str) -> Any:
    entry = figures["all"] if label == "all" else figures["types"][label]
    return entry[name]["value"] if isinstance(entry[name], dict) else entry[name]


def test_a_perfect_run() -> None:
    found = evaluated([document("a", ACCUSE, AID, WARN)], [record("a", *RIGHT)]).figures()["events"]
    assert [rate(found, "all", k) for k in ("precision", "recall", "f1", "wrong")] == [1.0, 1.0, 1.0, 0]
    assert {k: (v["right"], v["of"]) for k, v in found["shares"].items()} == {
        "an actor": (3, 3), "a recipient": (2, 2), "all participants": (3, 3), "a mode": (1, 1), "status": (3, 3), "standing": (0, 0), "date": (0, 0)
    }  # fmt: skip
    assert found["missed"] == [] and found["extra"] == []


def test_a_run_with_every_kind_of_mistake() -> None:
    run = record(
        "a",
        event("ACCUSE", "condemned", (ROME,), confidence=0.9),  # another actor
        event("COOPERATE", "sent", (ROME,), (LIMA,), confidence=0.4),  # another type
        event("CONSULT", "Later", (OSLO,), confidence=0.7),  # nothing of the kind
        event("THREATEN", "warned", (OSLO,), (LIMA,), confidence=0.8, status="negated"),  # right, but for its status and mode
    )  # fmt: skip
    found = evaluated([document("a", ACCUSE, AID, WARN)], [run]).figures()["events"]
    assert (rate(found, "all", "required"), rate(found, "all", "found"), rate(found, "all", "coded"), rate(found, "all", "wrong")) == (3, 1, 4, 3)
    assert (rate(found, "AID", "recall"), rate(found, "AID", "precision"), rate(found, "COOPERATE", "precision")) == (0.0, None, 0.0)
    assert found["confusion"] == {"ACCUSE": {"ACCUSE": 1}, "AID": {"COOPERATE": 1}, "THREATEN": {"THREATEN": 1}, "nothing": {"CONSULT": 1}}
    assert found["status"] == {"actual": {"actual": 1, "negated": 1}}
    assert {(k["type"], k["fault"]) for k in found["missed"]} == {("ACCUSE", "wrong actor"), ("AID", "coded as COOPERATE")}
    assert [e["confidence"] for e in found["extra"]] == [0.9, 0.7, 0.4]
    assert found["extra"][0]["text"].startswith("Oslo [condemned] the raid.")
    shares = {k: (v["right"], v["of"]) for k, v in found["shares"].items()}
    assert (shares["an actor"], shares["status"], shares["a mode"]) == ((1, 2), (1, 2), (0, 1))
    assert found["calibration"]["error"]["value"] == pytest.approx((0.9 + 0.4 + 0.7 + 0.8) / 4)  # none is right as a whole


def test_faults_by_frequency() -> None:
    documents = [document(i, ACCUSE, AID) for i in "abc"]
    records = [record("a", RIGHT[0]), record("b", event("AID", "sent", (ROME,))), record("c")]
    kinds = [(k["number"], k["type"], k["fault"]) for k in evaluated(documents, records).figures()["events"]["missed"]]
    assert kinds == [(2, "ACCUSE", "not coded"), (2, "AID", "not coded"), (1, "AID", "no recipient")]


def test_optional_lines_are_neither_missed_nor_mistakes() -> None:
    optional = msgspec.structs.replace(AID, optional=True)
    for run in (record("a", RIGHT[0]), record("a", RIGHT[0], RIGHT[1])):
        found = evaluated([document("a", ACCUSE, optional)], [run]).figures()["events"]
        assert [rate(found, "all", k) for k in ("precision", "recall", "required")] == [1.0, 1.0, 1]
    assert msgspec.structs.replace(AID, accept=(("none", None),)).required is False


def test_what_was_not_read_for_in_full_has_no_mistakes() -> None:
    for partial, wrong in (((), 2), (("events",), 0)):
        found = evaluated([document("a", ACCUSE, partial=partial)], [record("a", *RIGHT)]).figures()["events"]
        assert rate(found, "all", "wrong") == wrong and len(found["extra"]) == wrong


def test_documents_that_the_run_lacks_or_could_not_code_have_missed_their_lines() -> None:
    failed = Record(document=Document(id="b", text=""))
    result = evaluated([document("a", ACCUSE), document("b", ACCUSE), document("c", ACCUSE)], [record("a", RIGHT[0]), failed])
    assert result.absent == ("b", "c")
    assert rate(result.figures()["events"], "all", "recall") == pytest.approx(1 / 3, abs=1e-4)


def test_kinds_that_gold_does_not_list_are_not_scored() -> None:
    assert set(evaluated([GoldDocument(id="a", text=TEXT, positions=())], [record("a", *RIGHT)]).parts) == {"positions"}


@given(st.lists(st.sampled_from(range(3)), unique=True).flatmap(lambda kept: st.tuples(st.just(kept), st.permutations(kept))))
def test_order_does_not_matter_and_fewer_events_never_find_more(orders: tuple[list[int], list[int]]) -> None:
    lines = [document("a", ACCUSE, AID, WARN)]
    one, turned = (evaluated(lines, [record("a", *(RIGHT[k] for k in order))]).figures()["events"] for order in orders)
    assert one["all"] == turned["all"] and one["types"] == turned["types"]
    assert rate(one, "all", "found") == len(orders[0]) and rate(one, "all", "wrong") == 0


def test_two_runs_over_the_same_gold() -> None:
    lines = [document("a", ACCUSE, AID, WARN), document("b", ACCUSE)]
    old = evaluated(lines, [record("a", RIGHT[0], event("CONSULT", "Later")), record("b", RIGHT[0])])
    new = evaluated(lines, [record("a", RIGHT[1], RIGHT[2]), record("b", event("ACCUSE", "condemned", (OSLO,), modes=("disapprove",)))])
    found = compare(new, old)["events"]
    assert [(x["document"], x["id"]) for x in found["fixed"]] == [("a", AID.id), ("a", WARN.id)]
    assert [(x["document"], x["id"], x["fault"]) for x in found["broken"]] == [("a", ACCUSE.id, "not coded")]
    assert [(x["document"], x["before"], x["got"]) for x in found["changed"]] == [
        ("b", "ACCUSE 'condemned' NOR -> - actual, reporter", "ACCUSE/disapprove 'condemned' NOR -> - actual, reporter")
    ]
    assert (len(found["gone_extra"]), len(found["new_extra"])) == (1, 0)
    assert found["difference"]["recall"]["value"] == pytest.approx(0.25)
    nothing = compare(new, new)["events"]
    assert not any(nothing[k] for k in ("fixed", "broken", "changed", "new_extra", "gone_extra"))


def test_an_optional_line_that_goes_is_not_broken() -> None:
    lines = [document("a", msgspec.structs.replace(AID, optional=True))]
    found = compare(evaluated(lines, [record("a")]), evaluated(lines, [record("a", RIGHT[1])]))["events"]
    assert not found["broken"] and len(found["changed"]) == 1


def test_runs_held_against_different_gold_can_not_be_compared() -> None:
    one, other = (evaluated([document(i, ACCUSE)], [record(i, RIGHT[0])]) for i in "ab")
    with pytest.raises(QueryError, match="different gold"):
        compare(one, other)


def pairs(*lines: GoldPair) -> Gold:
    return Gold("gold", {}, {p.id: p for p in lines}, {})


def test_pairs() -> None:
    lines = pairs(
        GoldPair(id="1", type="ACCUSE", modes=("allege",), status="actual"),
        GoldPair(id="2", type="AGREE", accept=(("AID", "future"),), status="actual"),
        GoldPair(id="3", type="NONE", text="Oslo met Rome.", actor=(0, 4), recipient=(9, 13)),
        GoldPair(id="4", type="AID"),
    )
    answers = {
        "1": RelationLine(id="1", type="ACCUSE", modes=("disapprove",), status="actual", probabilities={"ACCUSE": 0.9}),
        "2": RelationLine(id="2", type="AID", status="future", probabilities={"AID": 0.6}),
        "3": RelationLine(id="3", type="CONSULT", probabilities={"CONSULT": 0.8, "NONE": 0.2}),
    }
    result = evaluate_pairs(lines, answers)
    found = result.figures()["pairs"]
    assert result.absent == ("4",)
    assert (rate(found, "all", "recall"), rate(found, "all", "precision")) == (0.5, pytest.approx(2 / 3, abs=1e-4))
    assert found["confusion"] == {"ACCUSE": {"ACCUSE": 1}, "AGREE": {"AGREE": 1}, "NONE": {"CONSULT": 1}, "AID": {"nothing": 1}}
    assert {k: (v["right"], v["of"]) for k, v in found["shares"].items()} == {"related or not": (2, 3), "a mode": (0, 1), "status": (2, 2)}
    assert found["extra"][0]["text"] == "{Oslo} met <Rome>."
    assert found["macro_f1"]["value"] == pytest.approx((1 + 1 + 0 + 0) / 4)  # ACCUSE, AGREE, AID, NONE
    assert found["calibration"]["error"]["value"] == pytest.approx((0.1 + 0.4 + 0.8) / 3, abs=1e-4)


def write(path: Path, *lines: Any) -> Path:
    path.write_bytes(b"\n".join(x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines))
    return path


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"id": "a"}, "is no record; accepted is a line of: dragoman code"),
        ([], "is no record"),
        (b"{", "is no JSON"),
        ({"document": {"id": "a"}}, "missing required field `text`"),
        ({"document": {"id": "a", "text": "Another text.", "coder": "x"}}, "the text of 'a' is not the one of gold:1"),
    ],
)
def test_runs_that_are_none_are_refused_with_file_and_line(tmp_path: Path, line: Any, says: str) -> None:
    with pytest.raises(TextError) as caught:
        read_records(write(tmp_path / "r.jsonl", {"document": {"id": "other", "text": "x"}}, line), of(document("a", ACCUSE)))
    assert says in str(caught.value) and str(caught.value).startswith(f"{tmp_path / 'r.jsonl'}:2: ")


def test_a_document_or_pair_twice(tmp_path: Path) -> None:
    line = {"document": {"id": "a", "text": TEXT}}
    with pytest.raises(TextError, match=r"r.jsonl:2: the document 'a' stands there twice"):
        read_records(write(tmp_path / "r.jsonl", line, line), of(document("a", ACCUSE)))
    answer = {"id": "1", "type": "AID", "probabilities": {"AID": 1.0}}
    with pytest.raises(TextError, match=r"p.jsonl:2: the pair '1' stands there twice"):
        read_relations(write(tmp_path / "p.jsonl", answer, answer), pairs(GoldPair(id="1", type="AID")))
    with pytest.raises(TextError, match=r"r.jsonl:1: is no answer about a pair"):
        read_relations(tmp_path / "r.jsonl", pairs(GoldPair(id="1", type="AID")))


def test_records_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(msgspec.json.encode(record("a", *RIGHT)) + b"\n" + msgspec.json.encode(record("z", *RIGHT)) + b"\n")
    assert read_records(tmp_path / "r.jsonl", of(document("a", ACCUSE))) == {"a": record("a", *RIGHT)}


def test_words_around_a_span_stay_in_their_paragraph() -> None:
    text = "Before.\nOslo condemned the raid.\nAfter."
    assert around(text, span("condemned", text)) == "Oslo [condemned] the raid."
    long = "word " * 60 + "Oslo " + "word " * 60
    assert around(long, span("Oslo", long)).startswith("… word") and around(long, span("Oslo", long)).endswith("word …")
