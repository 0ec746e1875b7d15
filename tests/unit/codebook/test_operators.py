"""What operators make of what they embed (PLOVER 2.0, edge rules)."""

from __future__ import annotations

import pytest

from dragoman.codebook.operators import Operators, Outcome, compose


@pytest.fixture(scope="module")
def operators() -> Operators:
    return Operators.load()


@pytest.mark.parametrize(
    ("verb", "inner", "negated", "expected"),
    [
        ("promise", ("AID", ()), False, ("AGREE", ())),
        ("promise", ("RETREAT", ("withdraw",)), False, ("CONCEDE", ())),
        ("vow", ("ASSAULT", ("aerial",)), False, ("THREATEN", ("violence",))),
        ("pledge", ("ASSAULT", ()), True, ("CONCEDE", ())),
        ("pledge", ("CONSULT", ()), True, ("REJECT", ("meet",))),
        ("refuse", ("CONSULT", ()), False, ("REJECT", ("meet",))),
        ("refuse", ("AID", ()), False, ("REJECT", ("assist",))),
        ("refuse", ("RETREAT", ("release",)), False, ("REJECT", ("yield",))),
        ("refuse", ("ACCUSE", ("disapprove",)), False, None),
        ("threaten", ("SANCTION", ("expel",)), False, ("THREATEN", ("expel",))),
        ("threaten", ("COERCE", ("arrest",)), False, ("THREATEN", ("arrest",))),
        ("urge", ("CONSULT", ()), False, ("REQUEST", ("meet",))),
        ("urge", ("ASSAULT", ()), True, ("REQUEST", ("yield",))),
        ("urge", None, False, ("REQUEST", ("change",))),
        ("stop", ("AID", ()), False, ("SANCTION", ("discontinue",))),
        ("stop", ("ASSAULT", ()), False, ("RETREAT", ("ceasefire",))),
        ("stop", ("COERCE", ("curfew",)), False, ("CONCEDE", ())),
        ("stop", ("CONSULT", ()), False, ("REJECT", ("meet",))),
        ("plan", ("CONSULT", ("visit",)), False, ("AGREE", ())),
        ("plan", ("MOBILIZE", ()), False, None),
        ("deny", ("ASSAULT", ()), False, None),
    ],
)
def test_outcome(operators: Operators, verb: str, inner: Outcome | None, negated: bool, expected: Outcome | None) -> None:
    operator = operators.get("verb", verb)
    assert operator is not None
    assert compose(operator, inner, negated=negated) == expected


def test_an_operator_has_one_kind(operators: Operators) -> None:
    assert operators.get("verb", "refuse") != operators.get("verb", "promise")
    assert operators.get("verb", "sleep") is None
