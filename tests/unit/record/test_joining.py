"""Questions joined by vectors: what keys and names keep apart stays apart, and near ones don't chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest

from dragoman.errors import QueryError
from dragoman.record import Filters, Questions, Store, Writer
from dragoman.record.joining import actors_of, join_questions
from dragoman.record.vectors import Vectors, document_vector, packed, similarity, unpacked
from dragoman.records import Question, Record
from tests.unit.record.made import stance


def question(predicate: str, object_: str, text: str) -> Question:
    return Question(key=f"{predicate}({object_})", predicate=predicate, object=object_, text=text)


def on_a_circle(**degrees: float) -> Callable[[Sequence[str]], Vectors]:
    """Vectors that stand where the words say, so that likeness is an angle."""

    def encode(texts: Sequence[str]) -> Vectors:
        at = np.radians([degrees[t.replace(" ", "_")] for t in texts])
        return np.stack([np.cos(at), np.sin(at)], 1).astype(np.float32)

    return encode


LEVY, DUTY, CURFEW = question("approve", "levy", "the levy"), question("approve", "duty", "a duty"), question("approve", "curfew", "curfew")


def test_what_is_near_goes_to_the_one_with_more_positions() -> None:
    got = join_questions({DUTY: 1, LEVY: 3, CURFEW: 1}, on_a_circle(levy=0, duty=10, curfew=80))
    assert got == {"approve(levy)": "approve(levy)", "approve(duty)": "approve(levy)", "approve(curfew)": "approve(curfew)"}


def test_a_chain_of_near_ones_does_not_join_far_ones() -> None:
    a, b, c = (question("approve", x, x) for x in "abc")
    got = join_questions({a: 3, b: 2, c: 1}, on_a_circle(a=0, b=30, c=60))
    assert got["approve(b)"] == "approve(a)"
    assert got["approve(c)"] == "approve(c)"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (question("approve", "raid-FRA", "raid"), question("approve", "attack-ITA", "attack")),
        (question("approve", "raid-FRA", "raid"), question("approve", "attack", "attack")),
        (question("release", "~editor", "release"), question("arrest", "~journalist", "arrest")),
        (question("approve", "canal", "Upper Canal"), question("approve", "waterway", "Lower Canal")),
        (question("approve", "law-12", "law 12"), question("approve", "act-13", "act 13")),
    ],
)  # fmt: skip
def test_actors_predicates_names_and_numbers_keep_apart_what_sounds_alike(one: Question, other: Question) -> None:
    alike = dict.fromkeys((q.text.replace(" ", "_") for q in (one, other)), 0.0)
    got = join_questions({one: 1, other: 1}, on_a_circle(**alike))
    assert got == {one.key: one.key, other.key: other.key}


def test_the_order_of_the_questions_does_not_matter() -> None:
    encode = on_a_circle(levy=0, duty=10, curfew=20)
    there, back = {LEVY: 1, DUTY: 1, CURFEW: 1}, {CURFEW: 1, DUTY: 1, LEVY: 1}
    assert join_questions(there, encode) == join_questions(back, encode)


def test_actors_of_an_object() -> None:
    assert actors_of(question("approve", "sanction-BLR", "")) == ("BLR",)
    assert actors_of(question("withdraw", "FRA-MIL-base-MLI", "")) == ("FRA-MIL", "MLI")
    assert actors_of(question("release", "~ana-ruiz", "")) == ()


def test_kept_vectors_come_back() -> None:
    vectors = np.random.default_rng(2).normal(size=(40, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kept = packed(vectors)
    assert kept.dtype == np.int8
    assert np.abs(similarity(unpacked(kept), unpacked(kept)) - similarity(vectors, vectors)).max() < 0.01


def test_a_document_is_its_first_sentences() -> None:
    vectors = np.eye(4, dtype=np.float32)
    assert document_vector(vectors, sentences=2) == pytest.approx([0.5**0.5, 0.5**0.5, 0, 0])
    with pytest.raises(QueryError, match="without sentences"):
        document_vector(vectors[:0])


def about(question: Question, *given: str) -> Record:
    """A position on the question by a holder of ``made.ACTORS``."""
    id, day, holder, side = given
    made = stance(id, day, (holder, holder), side)
    (position,) = made.positions
    return msgspec.structs.replace(made, positions=(msgspec.structs.replace(position, question=question),))


def test_a_disagreement_in_other_words_is_found_where_questions_are_joined(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    with Writer(store) as writer:
        writer.add(about(LEVY, "a", "2022-01-01", "NOR", "supports"))
        writer.add(about(LEVY, "b", "2022-01-02", "UN", "supports"))
        writer.add(about(DUTY, "c", "2022-01-03", "CHL", "opposes"))
        writer.add(about(DUTY, "d", "2022-01-04", "NOR", "opposes"))
        writer.add(about(CURFEW, "e", "2022-01-05", "CHL", "opposes"))
    apart, joined = Questions(Store(tmp_path)), Questions(Store(tmp_path), encode=on_a_circle(levy=0, duty=5, curfew=90))
    assert apart.disagreements().num_rows == 0 and apart.who_changed().num_rows == 0
    (row,) = joined.disagreements().to_pylist()
    assert (row["question"], row["supports"], row["opposes"]) == ("approve(duty)", ["UN"], ["CHL", "NOR"])
    (change,) = joined.who_changed().to_pylist()
    assert (change["holder"], change["stance_before"], change["stance"]) == ("NOR", "supports", "opposes")
    assert joined.disagreements(Filters(actor=["EU"])).num_rows == 0
    assert joined.positions().num_rows == 5
