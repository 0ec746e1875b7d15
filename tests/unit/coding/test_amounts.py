"""Amounts as ranges, from words in order."""

from __future__ import annotations

import pytest

from dragoman.coding._amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate", "currency"),
    [
        ("17 goats", 17, 17, False, None),
        ("thirty - five goats", 35, 35, False, None),
        ("no fewer than 8 goats", 8, None, True, None),
        ("no more than 8 goats", None, 8, True, None),
        ("goats , up to 300 of them", None, 300, True, None),
        ("close to ninety goats", 90, 90, True, None),
        ("between 40 and 60 goats", 40, 60, False, None),
        ("40 and 60 goats", 40, 40, False, None),
        ("7 or 8 goats", 7, 8, True, None),
        ("3 to 5 thousand goats", 3000, 5000, False, None),
        ("from 12 to 30 goats", 12, 12, False, None),
        ("hundreds of thousands of goats", 200_000, None, True, None),
        ("several hundred goats", 300, None, True, None),
        ("a dozen goats", 12, 12, False, None),
        ("half a million goats", 500_000, 500_000, False, None),
        ("50 or more goats", 50, None, True, None),
        ("1,200 goats", 1200, 1200, False, None),
        ("$ 1.5 bn", 1.5e9, 1.5e9, False, "USD"),
        ("€2m".replace("€", "€ "), 2e6, 2e6, False, "EUR"),
        ("$ 5 - $ 6 billion", 5e9, 6e9, False, "USD"),
        ("Rs 3 lakh crore", 3e12, 3e12, False, "INR"),
        ("seven million Canadian dollars", 7e6, 7e6, False, "CAD"),
        ("80 million pesos", 8e7, 8e7, False, "pesos"),
        ("4 billion won", 4e9, 4e9, False, "KRW"),
        ("two won prizes", 2, 2, False, None),
        ("90 pounds of hay", 90, 90, False, None),
        ("3 m tall", 3, 3, False, None),
    ],
)  # fmt: skip
def test_amounts(text: str, low: float | None, high: float | None, approximate: bool, currency: str | None) -> None:
    found = find_amounts(text.split())[0]
    assert (found.low, found.high, found.approximate, found.currency) == (low, high, approximate, currency)


def test_what_may_be_a_year() -> None:
    assert [a.bare_year for a in find_amounts("the 1991 treaty and 1,991 goats and 300 goats".split())] == [True, False, False]


def test_no_amounts() -> None:
    assert find_amounts("the goat ate scored hay and tens , and test scores fell".split()) == []
