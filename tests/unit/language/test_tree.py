"""Trees from scores: the best one with a single root, whatever the scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from dragoman.language._tree import are_trees, decode, decode_all


def _is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen: set[int] = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


def _best(scores: np.ndarray) -> float:
    n = len(scores)
    return max(sum(scores[i, h] for i, h in enumerate(heads)) for heads in itertools.product(range(n + 1), repeat=n) if _is_tree(heads))


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_the_tree_is_the_best_one(n: int) -> None:
    """Against all trees of n words; the decoder tries the two likeliest roots, so the root is made one of those."""
    rng = np.random.default_rng(n)
    for _ in range(40):
        scores = rng.normal(size=(n, n + 1)).astype(np.float32)
        scores[:, 0] -= 3
        scores[rng.integers(n), 0] += 9
        heads = decode(scores)
        assert _is_tree(tuple(heads.tolist()))
        assert float(scores[np.arange(n), heads].sum()) == pytest.approx(_best(scores), abs=1e-4)


def test_trees_are_told_from_other_graphs() -> None:
    for heads in itertools.product(range(5), repeat=4):
        assert bool(are_trees(np.array(heads), np.array([4]))[0]) is _is_tree(heads), heads


def test_sentences_of_a_batch_do_not_touch_each_other() -> None:
    """A cycle in one sentence leaves its neighbours as they are, and padding never becomes a head."""
    rng = np.random.default_rng(5)
    size = np.array([3, 6, 1, 6])
    scores = rng.normal(size=(4, 6, 7)).astype(np.float32)
    for k, n in enumerate(size):
        scores[k, :, n + 1 :] = -1e4
    together = decode_all(scores.argmax(-1), scores, size)
    alone = [decode(scores[k, :n, : n + 1]) for k, n in enumerate(size)]
    assert together.tolist() == np.concatenate(alone).tolist()
