"""``dragoman relate`` keeps the contract, whatever its lines are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.cli._relate import relation_lines, span_of
from dragoman.codebook import Codebook
from dragoman.records import Document

TEXT = "Kenya accused Somalia of moving a border post."
LINE: dict[str, Any] = {"id": "a", "text": TEXT, "actor": [0, 5], "recipient": [14, 21]}
STATUS = {"actual", "negated", "future", "hypothetical", "historical"}
CODEBOOK = Codebook.load()
Answers = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Lines in, answers out; the models are loaded once for all tests."""
    from dragoman.language import LanguageModel
    from dragoman.language.relations import RelationReader

    model, reader = LanguageModel.load(), RelationReader.load()
    path = tmp_path_factory.mktemp("relate") / "lines.jsonl"

    def ask(*lines: Any) -> list[dict[str, Any]]:
        path.write_text("".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines), encoding="utf8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(LanguageModel, "load", classmethod(lambda cls: model))
            patch.setattr(RelationReader, "load", classmethod(lambda cls: reader))
            return [json.loads(line) for line in relation_lines([str(path)])]

    return ask


def conforms(answer: dict[str, Any]) -> None:
    """The contract's fields and their ranges."""
    types = {*CODEBOOK.types, "NONE"}
    assert {"id", "type", "modes", "status", "probabilities"} <= set(answer)
    assert answer["type"] in types and set(answer["probabilities"]) == types
    assert all(0 <= p <= 1 for p in answer["probabilities"].values()) and sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    assert answer["probabilities"][answer["type"]] == max(answer["probabilities"].values())
    if answer["type"] == "NONE":
        assert answer["modes"] == [] and answer["status"] is None
    else:
        assert set(answer["modes"]) <= set(CODEBOOK.types[answer["type"]].modes) and answer["status"] in STATUS


def test_an_answer_is_as_the_contract_says(answers: Answers) -> None:
    found = answers(
        LINE,
        {"id": "b", "text": "The Danish ferry that left Sweden carried wool.", "actor": [4, 10], "recipient": [27, 33]},
        {"id": "c", "text": "Mali may expel the envoys of France next week.", "actor": [0, 4], "recipient": [29, 35]},
    )
    assert [a["id"] for a in found] == ["a", "b", "c"]
    for answer in found:
        conforms(answer)
    assert (found[0]["type"], found[0]["modes"], found[0]["status"]) == ("ACCUSE", ["allege"], "actual")


@pytest.mark.parametrize("recipient", [{"recipient": None}, {}])
def test_without_a_recipient_it_is_what_the_actor_does_toward_anybody(answers: Answers, recipient: dict[str, Any]) -> None:
    line = {k: v for k, v in LINE.items() if k != "recipient"} | recipient
    (answer,) = answers(line)
    conforms(answer)
    assert answer["type"] == "ACCUSE"


def test_who_is_marked_as_actor_matters(answers: Answers) -> None:
    one, turned = answers(LINE, {**LINE, "id": "b", "actor": LINE["recipient"], "recipient": LINE["actor"]})
    assert turned["probabilities"]["ACCUSE"] < one["probabilities"]["ACCUSE"]


def test_spans_are_code_points(answers: Answers) -> None:
    text = "\U0001f5de Kenya accused Somalia of moving a border post."  # one code point, two UTF-16 units, four bytes
    start, other = text.index("Kenya"), text.index("Somalia")
    (answer,) = answers({"id": "a", "text": text, "actor": [start, start + 5], "recipient": [other, other + 7]})
    assert answer["type"] == "ACCUSE"


def test_an_answer_does_not_depend_on_its_neighbours(answers: Answers) -> None:
    other = {"id": "b", "text": "Peru will lend Chile a ship.", "actor": [0, 4], "recipient": [15, 20]}
    alone = answers(LINE)[0]
    assert alone == answers(other, LINE)[1] == answers(LINE, other)[0]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"actor": None}, "actor: got None"),
        ({"actor": [0, 400]}, "[0, 400) is no part of the text of 46 code points"),
        ({"actor": [5, 5]}, "[5, 5) is no part"),
        ({"actor": [5, 0]}, "[5, 0) is no part"),
        ({"actor": [-3, 5]}, "[-3, 5) is no part"),
        ({"actor": [0]}, "got [0]"),
        ({"actor": [0, 5, 9]}, "got [0, 5, 9]"),
        ({"actor": [True, 5]}, "got [True, 5]"),
        ({"actor": ["0", "5"]}, "got ['0', '5']"),
        ({"actor": {"start": 0}}, "got {'start': 0}"),
        ({"actor": [5, 6]}, "holds no word"),
        ({"recipient": [14.0, 21]}, "recipient: got [14.0, 21]"),
        ({"recipient": [14, 99]}, "recipient: [14, 99) is no part"),
    ],
)
def test_bad_spans_are_told_and_the_rest_goes_on(answers: Answers, change: dict[str, Any], says: str) -> None:
    bad, good = answers({**LINE, **change}, {**LINE, "id": "after"})
    assert (bad["id"], bad["type"], bad["modes"], bad["status"], bad["probabilities"]) == ("a", None, [], None, {})
    assert says in bad["problems"][0]["message"] and bad["problems"][0]["code"] == "bad-field"
    conforms(good)


@pytest.mark.parametrize("line", ["{broken", "[1, 2]", {"id": "a", "actor": [0, 5]}, {**LINE, "text": 5}, {**LINE, "text": ""}])
def test_lines_that_can_not_be_read_have_a_problem_and_a_place(answers: Answers, line: Any) -> None:
    bad, good = answers(line, {**LINE, "id": "after"})
    assert bad["type"] is None and bad["probabilities"] == {} and bad["problems"][0]["message"]
    assert good["id"] == "after"
    conforms(good)


def test_a_span_of_a_line() -> None:
    document = Document(id="a", text=TEXT, meta={"actor": [0, 5]})
    assert span_of(document, "actor", required=True) == (0, 5)
    assert span_of(document, "recipient", required=False) is None
    with pytest.raises(ValueError, match="recipient: got None; accepted is"):
        span_of(document, "recipient", required=True)
