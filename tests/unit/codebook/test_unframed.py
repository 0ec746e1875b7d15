"""The list of predicates that have no frame on purpose: what it says, and what is refused."""

from __future__ import annotations

import pytest

from dragoman.cli._codebook import show_lines
from dragoman.codebook import Codebook
from dragoman.codebook.unframed import Unframed
from dragoman.errors import ResourceError


def entry(**changes: object) -> dict[str, object]:
    return {"unframed": [{"reason": "mind", "why": "No act.", "verbs": ["dream"], **changes}]}


def test_what_is_listed_has_a_reason_and_its_sentence() -> None:
    listed = Unframed.load()
    assert listed.reason("verb", "know") == "mind"
    assert listed.reason("verb", "invade") is None
    assert set(listed.why) == set(listed.by_lemma.values())


def test_nothing_is_both_framed_and_listed() -> None:
    assert Unframed.load().framed(Codebook.load()) == []


def test_a_listed_lemma_that_has_a_frame_is_told() -> None:
    assert Unframed.from_table(entry(verbs=["dream", "accuse"])).framed(Codebook.load()) == [("verb", "accuse")]


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"reason": "boring"}, "reason 'boring'"), ({"why": ""}, "no why"), ({"adverbs": ["so"]}, "unknown keys adverbs"), ({"verbs": ["dream", "dream"]}, "there already")],
)
def test_a_broken_list_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ResourceError, match=message):
        Unframed.from_table(entry(**changes))


def test_a_reason_is_given_once() -> None:
    with pytest.raises(ResourceError, match="each once"):
        Unframed.from_table({"unframed": [{"reason": "mind", "why": "a"}, {"reason": "mind", "why": "b"}]})


def test_show_tells_why_a_predicate_has_no_frame() -> None:
    assert any(line.startswith("know (verb): no frame, on purpose (mind)") for line in show_lines("know", Codebook.load()))
