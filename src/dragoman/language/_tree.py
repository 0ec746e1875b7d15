"""From arc scores to a tree: the best head of each word, and Chu-Liu-Edmonds only where those make no tree.

Source: Y. J. Chu and T. H. Liu 1965; J. Edmonds 1967; the single root as in UD.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = -1e9


def is_tree(heads: Ints) -> bool:
    """Whether ``heads`` (n,), 0 for the root and 1-based otherwise, has one root and no cycle."""
    links = heads.tolist()
    if links.count(0) != 1:
        return False
    state = bytearray(len(links) + 1)
    state[0] = 2
    for start in range(1, len(links) + 1):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = links[node - 1]
        if state[node] == 1:
            return False
        for seen in path:
            state[seen] = 2
    return True


def _find_cycle(heads: Ints) -> list[int] | None:
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path = []
        node = start
        while node != 0 and colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = int(heads[node])
        if node != 0 and colour[node] == start and node in path:
            return path[path.index(node) :]
    return None


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Maximum spanning arborescence. ``scores`` (n + 1, n + 1), row dependent, column head; row 0 is ignored."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    scores[0] = _NEVER
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    found = _find_cycle(heads)
    if found is None:
        return heads
    cycle = np.array(found)
    inside = set(found)
    rest = np.array([i for i in range(len(scores)) if i not in inside])
    m = len(rest)
    small = np.full((m + 1, m + 1), _NEVER)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    best_in = entering.argmax(0)
    small[m, :m] = entering.max(0)
    leaving = scores[np.ix_(rest, cycle)]
    best_out = leaving.argmax(1)
    small[:m, m] = leaving.max(1)
    small[0] = _NEVER
    solved = _edmonds(small)
    out = heads.copy()
    for k in range(1, m):
        out[rest[k]] = cycle[best_out[k]] if solved[k] == m else rest[solved[k]]
    enter_from = solved[m]
    out[cycle[best_in[enter_from]]] = rest[enter_from]
    return out


def decode(scores: Floats) -> Ints:
    """Return the best single-rooted tree.

    Args:
        scores: Shape ``(n, n + 1)``: dependents by heads, column 0 the root.

    Returns:
        Heads, shape ``(n,)``, 0 for the root, 1-based otherwise.
    """
    heads: Ints = scores.argmax(1)
    if is_tree(heads):
        return heads
    n = len(scores)
    full = np.full((n + 1, n + 1), _NEVER)
    full[1:] = scores
    best: tuple[float, Ints] | None = None
    for root in np.argsort(-scores[:, 0], kind="stable")[:2]:
        rooted = full.copy()
        rooted[1:, 0] = -1e6
        rooted[root + 1, 0] = full[root + 1, 0]
        candidate = _edmonds(rooted)[1:]
        total = float(scores[np.arange(n), candidate].sum())
        if int((candidate == 0).sum()) != 1:
            total -= 1e5
        if best is None or total > best[0]:
            best = (total, candidate)
    assert best is not None
    return best[1]
