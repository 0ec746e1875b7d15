"""Mentions that stand alone are resolved as a careful reader would; how the cases were made: README.md."""

from __future__ import annotations

from benchmarks.actors import answer, fits, read_cases
from dragoman.world import World

FLOOR = 0.90
KINDS_FLOOR = 0.75


def test_cases_are_well_formed() -> None:
    cases = read_cases()
    assert len({c["id"] for c in cases}) == len(cases) >= 300
    for case in cases:
        assert case["text"] and case["country"] and case["sectors"], case


def test_country_and_sector_are_right() -> None:
    cases = read_cases()
    right = [fits(actor, case) for case, actor in zip(cases, answer(cases, World.load()), strict=True)]
    assert sum(right) / len(right) >= FLOOR
    for kind in {c["kind"] for c in cases}:
        of_kind = [r for r, c in zip(right, cases, strict=True) if c["kind"] == kind]
        assert sum(of_kind) / len(of_kind) >= KINDS_FLOOR, kind


def test_a_wrong_answer_does_not_fit() -> None:
    case = {"country": ["FRA"], "sectors": ["GOV"]}
    assert not fits(None, case)
    assert not fits(World.load().actor("DEU-GOV"), case)
    assert fits(World.load().actor("FRA-GOV"), case)
