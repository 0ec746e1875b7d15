"""Fit the weights of ``coding/data/confidence.toml`` on judged events: ``python benchmarks/calibrate.py JUDGED.jsonl``.

Each line: the evidence of one event (``why.evidence``) as ``evidence``, ``right`` true or false, ``fold`` (documents with an even hash fit, the others
are only scored). Logistic regression with a small ridge toward the weights that stand, by Newton's method. Prints the expected calibration error (10 bins)
and how many of those above .8 are right, before and after, on the documents that were not fitted.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding import Weights

NAMES = tuple(f.name for f in dataclasses.fields(Weights) if f.name != "least")
RIDGE = 4.0
"""Of the pull toward the weights that stand: as strong as some four events, so that a rare kind of evidence keeps its sign."""


def fit(x: NDArray[np.float64], y: NDArray[np.float64], start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights, shape (features,), of the logistic regression of y (events,) on x (events, features)."""

    def loss(w: NDArray[np.float64]) -> float:
        z = x @ w
        return float((np.logaddexp(0, z) - y * z).sum() + RIDGE / 2 * ((w - start) ** 2).sum())

    w = start.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + RIDGE * (w - start)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        size = 1.0
        while loss(w - size * step) > loss(w) and size > 1e-6:
            size /= 2
        w = w - size * step
        if np.abs(size * step).max() < 1e-7:
            break
    return w


def calibration_error(p: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("judged", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.judged.read_text(encoding="utf8").splitlines()]
    x = np.array([[r["evidence"][n] for n in NAMES] for r in rows])
    y = np.array([float(r["right"]) for r in rows])
    fold = np.array([bool(r["fold"]) for r in rows])
    weights = Weights.load()
    start = np.array([getattr(weights, n) for n in NAMES])
    for name, w in (("as it stands", start), ("fitted", fit(x[fold], y[fold], start))):
        p = 1 / (1 + np.exp(-x @ w))
        sure = ~fold & (p >= 0.8)
        print(f"{name}: scored half: calibration error {calibration_error(p[~fold], y[~fold]):.3f}, right {y[~fold].mean():.2f} of {(~fold).sum()}, "
              f"of those with .8 or more {y[sure].mean() if sure.any() else float('nan'):.2f} of {sure.sum()}")
    final = fit(x, y, start)
    p = 1 / (1 + np.exp(-x @ final))
    print(f"fitted on all: calibration error {calibration_error(p, y):.3f}; right by confidence:",
          {f"{lo:.1f}": f"{y[(p >= lo) & (p < lo + 0.1)].mean():.2f} of {((p >= lo) & (p < lo + 0.1)).sum()}" for lo in np.arange(0, 1, 0.1) if ((p >= lo) & (p < lo + 0.1)).any()})
    for n, value in dataclasses.asdict(dataclasses.replace(weights, **dict(zip(NAMES, map(float, final), strict=True)))).items():
        print(f"{n} = {value:.3f}")


if __name__ == "__main__":
    main()
