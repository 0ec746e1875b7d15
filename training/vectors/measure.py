"""How much of the teacher a head keeps: its cosines against the teacher's, on texts that it was not trained on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

NEAR = 10
RANDOM_PAIRS = 60_000

Array = NDArray[np.floating]


def agreement(head: Array, teacher: Array, seed: int = 1) -> dict[str, float]:
    """Compare two sets of vectors of the same n texts, rows of length 1.

    Returns:
        ``random``: Spearman's correlation of the cosines over pairs drawn at random. ``near``: over each text with those ten that the teacher
        finds nearest. ``both``: over the near pairs and as many random ones. ``first`` and ``ten``: how often the head's nearest text is the
        teacher's, and the share of the teacher's ten nearest among the head's.
    """
    rng = np.random.default_rng(seed)
    n = len(head)
    ours, theirs = head @ head.T, teacher @ teacher.T
    np.fill_diagonal(ours, -2)
    np.fill_diagonal(theirs, -2)
    a = rng.integers(0, n, RANDOM_PAIRS)
    b = (a + rng.integers(1, n, RANDOM_PAIRS)) % n
    wanted, found = np.argsort(-theirs, 1)[:, :NEAR], np.argsort(-ours, 1)[:, :NEAR]
    i, j = np.repeat(np.arange(n), NEAR), wanted.ravel()
    k = min(len(i), RANDOM_PAIRS)
    mixed_a, mixed_b = np.concatenate([a[:k], i[:k]]), np.concatenate([b[:k], j[:k]])

    def correlation(x: NDArray[np.integer], y: NDArray[np.integer]) -> float:
        return float(spearmanr(ours[x, y], theirs[x, y]).statistic)

    shared = [len(set(w) & set(f)) / NEAR for w, f in zip(wanted.tolist(), found.tolist())]
    out = {"random": correlation(a, b), "near": correlation(i, j), "both": correlation(mixed_a, mixed_b)}
    return out | {"first": float((wanted[:, 0] == found[:, 0]).mean()), "ten": float(np.mean(shared))}
