"""Instruments: which mode they give, and what is refused."""

from __future__ import annotations

import pytest

from dragoman.codebook import Codebook
from dragoman.codebook.instruments import Instruments
from dragoman.errors import ResourceError

TYPES = Codebook.load().types


@pytest.mark.parametrize(
    ("type_", "means", "acts", "expected"),
    [
        ("ASSAULT", ["spear"], [], ("ASSAULT", "primitive")),
        ("ASSAULT", ["bomb", "suicide bomb"], [], ("ASSAULT", "suicide-attack")),
        ("ASSAULT", [], ["cyber attack"], ("COERCE", "cyber")),
        ("CONSULT", ["hotline"], [], ("CONSULT", "phone")),
        ("CONSULT", ["spear"], [], None),
        ("ASSAULT", [], ["mine"], None),
    ],
)
def test_the_mode_that_an_instrument_gives(type_: str, means: list[str], acts: list[str], expected: tuple[str, str] | None) -> None:
    found = Instruments.load(TYPES).find(type_, means, acts)
    assert (found and (found.becomes, found.mode)) == expected


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"mode": "sneer"}, "no mode 'sneer'"), ({"type": "POUT"}, "accepted are"), ({"means": []}, "needs means or acts"), ({"tool": "x"}, "unknown keys tool")],
)
def test_a_broken_entry_is_refused(changes: dict[str, object], message: str) -> None:
    entry = {"type": "ASSAULT", "mode": "drone", "means": ["drone"], **changes}
    with pytest.raises(ResourceError, match=message):
        Instruments.from_table({"instrument": [entry]}, TYPES)
