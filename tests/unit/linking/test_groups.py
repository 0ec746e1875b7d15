"""Average link: no chains, no two events of one report, no order."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking.groups import Node, Pair, group, parts

NODES = st.tuples(st.sampled_from("abcdef"), st.sampled_from(("", "e1", "e2")))
PAIRS = st.dictionaries(
    st.tuples(NODES, NODES).filter(lambda p: p[0] < p[1] and p[0][0] != p[1][0]), st.floats(0.1, 9.0, allow_nan=False), max_size=30
)  # fmt: skip


def node(name: str) -> Node:
    return name, "e1"


def test_a_chain_is_no_group() -> None:
    """Five in a row, each a little like the next: the ends have nothing in common."""
    links = {(node(a), node(b)): 0.5 for a, b in zip("abcd", "bcde", strict=True)}
    assert max(len(g) for g in group(links)) == 2


def test_what_all_agree_on_is_one_group() -> None:
    links = {(node(a), node(b)): 1.0 for a in "abcd" for b in "abcd" if a < b}
    assert group(links) == [[node(n) for n in "abcd"]]


def test_one_missing_pair_does_not_part_a_group() -> None:
    links = {(node(a), node(b)): 3.0 for a in "abc" for b in "abc" if a < b} | {(node("c"), node("d")): 3.0, (node("b"), node("d")): 3.0}
    assert group(links) == [[node(n) for n in "abcd"]]


@settings(max_examples=200, deadline=None)
@given(PAIRS, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_reports_stay_apart(links: dict[Pair, float], chance: random.Random) -> None:
    items = list(links.items())
    chance.shuffle(items)
    groups = group(links)
    assert group(dict(items)) == groups
    for g in groups:
        assert len({key for key, _ in g}) == len(g) > 1
    flat = [n for g in groups for n in g]
    assert len(flat) == len(set(flat))


def test_parts() -> None:
    assert sorted(map(sorted, parts([("a", "b"), ("c", "d"), ("b", "e")]))) == [["a", "b", "e"], ["c", "d"]]
