"""The gold for linking is well-formed, and its check can tell; how it was made: README.md."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from .check_linking_gold import Pair, Report, main_keys, problems, read_pairs, read_reports


def test_reports_and_pairs_agree() -> None:
    reports, pairs = read_reports(), read_pairs()
    assert list(problems(reports, pairs)) == []
    assert {label: sum(p["label"] == label for p in pairs) for label in ("same", "different")} == {"same": 100, "different": 100}


def test_reports_of_different_clusters_share_nothing() -> None:
    clusters: dict[str, set[str]] = {}
    for report in read_reports():
        for key in main_keys(report):
            clusters.setdefault(key, set()).add(report["cluster"])
    assert all(len(of_key) == 1 for of_key in clusters.values())


def lose_the_trigger(reports: list[Report], pairs: list[Pair]) -> None:
    reports[0]["events"][0]["trigger"] = "yodelled"


def swap_a_label(reports: list[Report], pairs: list[Pair]) -> None:
    pairs[0]["label"] = "different" if pairs[0]["label"] == "same" else "same"


def move_to_the_other_half(reports: list[Report], pairs: list[Pair]) -> None:
    pairs[0]["split"] = "open" if pairs[0]["split"] == "kept" else "kept"


def date_it_otherwise(reports: list[Report], pairs: list[Pair]) -> None:
    shared = next(r for r in reports if any(main_keys(r) & main_keys(o) for o in reports if o is not r))
    shared["events"][0]["date"] = ["1990-01-01", "1990-01-01"]


def name_an_unknown_report(reports: list[Report], pairs: list[Pair]) -> None:
    pairs[0]["report_b"] = "l999"


def pair_them_twice(reports: list[Report], pairs: list[Pair]) -> None:
    pairs.append(dict(pairs[0]))


@pytest.mark.parametrize("harm", [lose_the_trigger, swap_a_label, move_to_the_other_half, date_it_otherwise, name_an_unknown_report, pair_them_twice])
def test_harm_is_noticed(harm: Callable[[list[Report], list[Pair]], None]) -> None:
    reports, pairs = copy.deepcopy(read_reports()), copy.deepcopy(read_pairs())
    harm(reports, pairs)
    assert list(problems(reports, pairs))
