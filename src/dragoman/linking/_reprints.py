"""Near-duplicates by MinHash: how much of two texts' runs of words is the same. The only file that imports ``rensa``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rensa import RMinHash

WIDTH = 3
"""Words of a run."""
PERMUTATIONS = 128
"""The share of equal values estimates the Jaccard similarity with a standard error of sqrt(J (1 - J) / 128), 0.044 at most (Broder 1997)."""
_SEED = 1


def signature(words: Sequence[str]) -> bytes:
    """The MinHash of a text: 128 unsigned integers of 32 bits, little-endian."""
    runs = [" ".join(words[i : i + WIDTH]) for i in range(max(1, len(words) - WIDTH + 1))]
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    hashed.update(runs)
    return np.array(hashed.digest(), "<u4").tobytes()


def similarity(a: bytes, b: bytes) -> float:
    """The estimated Jaccard similarity of two texts, in [0, 1]."""
    return float(np.mean(np.frombuffer(a, "<u4") == np.frombuffer(b, "<u4")))
