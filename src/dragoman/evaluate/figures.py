"""Figures from counts, with the interval in which they would lie on other documents of the same kind.

    counts per document ──▶ sum ──▶ precision, recall, F1
                        └─▶ 1,000 samples of the documents, with replacement ─▶ 2.5th and 97.5th percentile of each

Documents are drawn whole, since mistakes within one go together (a name misread is misread in every line). Pairs are drawn one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Interval = list[float | None] | None
"""Low and high; None where there is nothing to draw from."""
REQUIRED, FOUND, CODED, WRONG = range(4)
"""Columns of counts: lines of gold that must be there, those of them that are, records of the run, those of them that are mistakes."""
SAMPLES = 1000
BINS = 10
MOST = 2000
"""Units that are drawn one by one; of more, every 2,000th form a group that is drawn whole, which leaves the intervals as they are."""
SEED = 0


def samples(units: int) -> Array | None:
    """How often each unit stands in each bootstrap sample, shape ``(SAMPLES, min(units, MOST))``; None where there are too few to draw from."""
    if units < 2:
        return None
    units = min(units, MOST)
    return np.random.default_rng(SEED).multinomial(units, np.full(units, 1 / units), size=SAMPLES).astype(np.float64)


def interval(total: Callable[[Array], Array], counts: Array, drawn: Array | None) -> list[Interval]:
    """95% interval of each figure.

    Args:
        total: From summed counts, shape ``(n, *rest)``, to figures, shape ``(n, k)``.
        counts: Per unit, shape ``(units, *rest)``.
        drawn: See :func:`samples`.

    Returns:
        Low and high of each of the k figures; None where no interval can be given.
    """
    if drawn is None:
        return [None] * total(counts.sum(axis=0, keepdims=True)).shape[1]
    flat = counts.reshape(len(counts), -1)
    grouped = np.zeros((drawn.shape[1], flat.shape[1]))
    np.add.at(grouped, np.arange(len(flat)) % len(grouped), flat)
    values = total((drawn @ grouped).reshape(len(drawn), *counts.shape[1:]))
    out: list[Interval] = []
    for column in values.T:
        known = column[~np.isnan(column)]
        out.append([_round(x) for x in np.percentile(known, (2.5, 97.5))] if len(known) else None)
    return out


def rates(counts: Array) -> Array:
    """Precision, recall and F1 from counts, shape ``(..., 4)`` to ``(..., 3)``; nan where there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = 1 - counts[..., WRONG] / counts[..., CODED]
        recall = counts[..., FOUND] / counts[..., REQUIRED]
        p, r = np.nan_to_num(precision, nan=1.0), np.nan_to_num(recall, nan=1.0)
        f1 = np.where(p + r > 0, 2 * p * r / (p + r), 0.0)
    f1 = np.where((counts[..., CODED] == 0) & (counts[..., REQUIRED] == 0), np.nan, f1)
    return np.stack([precision, recall, f1], axis=-1)


def described(counts: Array, drawn: Array | None) -> dict[str, Any]:
    """Counts and rates with intervals.

    Args:
        counts: Per unit, shape ``(units, 4)``.
        drawn: See :func:`samples`.
    """
    total = counts.sum(axis=0)
    values = rates(total)
    spans = interval(rates, counts, drawn)
    out: dict[str, Any] = dict(zip(("required", "found", "coded", "wrong"), (int(x) for x in total), strict=True))
    for name, value, span in zip(("precision", "recall", "f1"), values, spans, strict=True):
        out[name] = {"value": _round(value), "interval": span}
    return out


def macro_f1(counts: Array, drawn: Array | None) -> dict[str, Any]:
    """Mean F1 of the labels that gold requires somewhere.

    Args:
        counts: Per unit and label, shape ``(units, labels, 4)``.
        drawn: See :func:`samples`.
    """
    asked = counts[..., REQUIRED].sum(axis=0) > 0

    def total(summed: Array) -> Array:
        chosen = rates(summed)[..., 2][:, asked]
        known = ~np.isnan(chosen)
        with np.errstate(invalid="ignore"):
            return np.asarray(np.where(known, chosen, 0.0).sum(axis=1) / known.sum(axis=1))[:, None]

    if not asked.any():
        return {"value": None, "interval": None}
    return {"value": _round(total(counts.sum(axis=0, keepdims=True))[0, 0]), "interval": interval(total, counts, drawn)[0]}


def share(counts: Array, drawn: Array | None) -> dict[str, Any]:
    """A share with its interval.

    Args:
        counts: Per unit how many are right, and of how many, shape ``(units, 2)``.
        drawn: See :func:`samples`.
    """
    right, of = (int(x) for x in counts.sum(axis=0))
    return {"value": _round(right / of) if of else None, "interval": interval(_ratio, counts, drawn)[0], "right": right, "of": of}


def _ratio(counts: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return (counts[..., 0] / counts[..., 1])[..., None]


def bins_of(judged: list[tuple[float, bool]]) -> Array:
    """Confidences of one unit in bins of equal width: number, sum of confidence, number right; shape ``(BINS, 3)``."""
    out = np.zeros((BINS, 3))
    for confidence, right in judged:
        out[min(BINS - 1, max(0, int(confidence * BINS)))] += (1, confidence, right)
    return out


def calibration(bins: Array, drawn: Array | None) -> dict[str, Any]:
    """How far confidence is from the share that is right.

    Args:
        bins: Per unit, shape ``(units, BINS, 3)``, see :func:`bins_of`.
        drawn: See :func:`samples`.

    Returns:
        The expected calibration error (mean distance, weighted by the number in each bin) and the bins that hold something.
    """

    def error(summed: Array) -> Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.abs(summed[..., 1] - summed[..., 2]).sum(axis=-1) / summed[..., 0].sum(axis=-1))[..., None]

    total = bins.sum(axis=0)
    rows = [
        {"from": k / BINS, "to": (k + 1) / BINS, "number": int(n), "confidence": _round(c / n), "right": _round(r / n)}
        for k, (n, c, r) in enumerate(total) if n
    ]  # fmt: skip
    return {"error": {"value": _round(error(total[None])[0, 0]), "interval": interval(error, bins, drawn)[0]}, "bins": rows}


def difference(one: Array, other: Array, drawn: Array | None) -> dict[str, Any]:
    """Rates of ``one`` less those of ``other``, on the same units; the same units are drawn from both.

    Args:
        one: Counts per unit, shape ``(units, 4)``.
        other: The same of the run compared with.
        drawn: See :func:`samples`.
    """

    def total(summed: Array) -> Array:
        return rates(summed[:, 0]) - rates(summed[:, 1])

    both = np.stack([one, other], axis=1)
    values = total(both.sum(axis=0, keepdims=True))[0]
    spans = interval(total, both, drawn)
    return {name: {"value": _round(v), "interval": s} for name, v, s in zip(("precision", "recall", "f1"), values, spans, strict=True)}


def _round(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)
