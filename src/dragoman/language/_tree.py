"""From arc scores to a tree: the best head of each word, and Chu-Liu-Edmonds only where those make no tree.

Source: Y. J. Chu and T. H. Liu 1965; J. Edmonds 1967; the single root as in UD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

_NEVER = -1e9
_MARGIN = 1e-2
"""Sums of a few hundred fp32 scores differ by less with the order in which they are added."""


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


def are_trees(heads: Ints, size: Ints) -> NDArray[np.bool_]:
    """Whether each sentence has one root and no cycle.

    Args:
        heads: Of all words of s sentences, one sentence after the other, shape ``(words,)``: 0 for the root, 1-based otherwise.
        size: Words of each sentence, shape ``(s,)``, none 0.

    >>> are_trees(np.array([2, 0, 2, 2, 1]), np.array([3, 2]))
    array([ True, False])
    """
    start = np.cumsum(size) - size
    root = heads == 0
    above = np.where(root, np.arange(len(heads)), np.repeat(start, size) + heads - 1)
    for _ in range(int(size.max()).bit_length()):  # each step doubles how far up a word looks
        above = above[above]
    trees: NDArray[np.bool_] = (np.add.reduceat(root, start, dtype=np.int64) == 1) & np.logical_and.reduceat(root[above], start)
    return trees


def decode_all(best: Ints, scores: Floats, size: Ints) -> Ints:
    """Return the best single-rooted trees of a batch.

    Args:
        best: Each word's best head, shape ``(s, n)``: 0 for the root, 1-based otherwise; a row counts as far as its sentence goes.
        scores: Shape ``(s, n, n + 1)``: dependents by heads, column 0 the root.
        size: Words of each sentence, shape ``(s,)``, none 0.

    Returns:
        Heads of all words, one sentence after the other.
    """
    heads: Ints = best[np.arange(best.shape[1])[None, :] < size[:, None]]
    start = np.cumsum(size) - size
    for k in np.flatnonzero(~are_trees(heads, size)).tolist():
        n = int(size[k])
        heads[start[k] : start[k] + n] = decode(scores[k, :n, : n + 1])
    return heads


def decode(scores: Floats) -> Ints:
    """Return the best single-rooted tree.

    Args:
        scores: Shape ``(n, n + 1)``: dependents by heads, column 0 the root.

    Returns:
        Heads, shape ``(n,)``, 0 for the root, 1-based otherwise.
    """
    n = len(scores)
    greedy: Ints = scores.argmax(1)
    if are_trees(greedy, np.array([n]))[0]:
        return greedy
    full = np.full((n + 1, n + 1), _NEVER)
    full[1:] = scores
    full[1:, 0] = -1e6
    inner = full[1:, 1:].copy()
    np.fill_diagonal(inner, _NEVER)
    most = inner.max(1)
    best: tuple[float, Ints] | None = None
    for root in np.argsort(-scores[:, 0], kind="stable")[:2].tolist():
        if best is not None and scores[root, 0] + most.sum() - most[root] < best[0] - _MARGIN:
            continue  # even if every other word had its best head, this tree would be worse
        rooted = full.copy()
        rooted[root + 1, 0] = scores[root, 0]
        candidate = _edmonds(rooted)[1:]
        total = float(scores[np.arange(n), candidate].sum())
        if int((candidate == 0).sum()) != 1:
            total -= 1e5
        if best is None or total > best[0]:
            best = (total, candidate)
    assert best is not None
    return best[1]
