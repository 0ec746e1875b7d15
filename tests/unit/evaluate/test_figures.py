"""Figures on counts whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate.figures import bins_of, calibration, described, difference, macro_f1, rates, samples, share


def test_precision_recall_and_f1() -> None:
    precision, recall, f1 = rates(np.array([10.0, 6.0, 8.0, 2.0]))
    assert (precision, recall) == (0.75, 0.6)
    assert f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_what_has_nothing_to_divide_by_is_unknown() -> None:
    counts = np.zeros((3, 4))
    entry = described(counts, samples(3))
    assert [entry[k]["value"] for k in ("precision", "recall", "f1")] == [None, None, None]
    nothing_coded = described(np.array([[4.0, 0, 0, 0]] * 2), samples(2))
    assert (nothing_coded["precision"]["value"], nothing_coded["recall"]["value"], nothing_coded["f1"]["value"]) == (None, 0.0, 0.0)
    assert share(np.zeros((2, 2)), samples(2))["value"] is None


def test_one_document_has_no_interval() -> None:
    assert samples(1) is None
    assert described(np.array([[4.0, 2, 3, 1]]), None)["f1"]["interval"] is None


def test_intervals_hold_the_value_are_the_same_each_time_and_narrow_with_more_documents() -> None:
    rng = np.random.default_rng(4)

    def width(units: int) -> float:
        required = rng.integers(5, 15, units).astype(float)
        found = np.floor(required * rng.uniform(0.3, 0.9, units))
        counts = np.stack([required, found, found + 3, np.full(units, 3.0)], axis=1)
        one, two = described(counts, samples(units)), described(counts, samples(units))
        assert one == two
        low, high = one["f1"]["interval"]
        assert low <= one["f1"]["value"] <= high
        return float(high - low)

    assert width(200) < width(8)


def test_intervals_of_very_many_units_are_those_of_theory() -> None:
    right = np.random.default_rng(1).random(20_000) < 0.7
    low, high = share(np.stack([right, np.ones(20_000)], axis=1).astype(float), samples(20_000))["interval"]
    assert high - low == pytest.approx(2 * 1.96 * (0.7 * 0.3 / 20_000) ** 0.5, rel=0.1)


def test_equal_documents_leave_no_doubt() -> None:
    assert described(np.array([[4.0, 2, 4, 1]] * 9), samples(9))["recall"] == {"value": 0.5, "interval": [0.5, 0.5]}


def test_macro_f1_is_over_what_gold_requires() -> None:
    counts = np.array([[[2.0, 2, 2, 0], [2, 0, 0, 0], [0, 0, 5, 5]]])
    assert macro_f1(counts, None)["value"] == 0.5


def test_calibration_error_of_a_known_case() -> None:
    bins = bins_of([(0.9, True), (0.9, False), (0.15, False), (1.0, True)])[None]
    found = calibration(bins, None)
    assert found["error"]["value"] == pytest.approx((abs(2.8 - 2) + 0.15) / 4, abs=1e-4)
    assert [(b["from"], b["number"]) for b in found["bins"]] == [(0.1, 1), (0.9, 3)]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_calibration_error_lies_between_0_and_1_and_loses_nothing(judged: list[tuple[float, bool]]) -> None:
    found = calibration(bins_of(judged)[None], None)
    assert 0 <= found["error"]["value"] <= 1
    assert sum(b["number"] for b in found["bins"]) == len(judged)


def test_difference_of_a_run_with_itself_is_nothing_and_is_paired() -> None:
    counts = np.array([[5.0, 4, 5, 1], [6, 1, 9, 8], [3, 3, 3, 0]])
    same = difference(counts, counts, samples(3))
    assert all(entry == {"value": 0.0, "interval": [0.0, 0.0]} for entry in same.values())
    better = counts + np.array([0, 1, 0, -0])
    better[2, 1] = 3
    assert difference(better, counts, samples(3))["recall"]["value"] == pytest.approx(2 / 14, abs=1e-4)
