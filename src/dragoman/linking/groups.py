"""Groups from pairs: average link, so that no chain of likely pairs joins what is unlike (Sokal and Michener 1958).

    pairs with log-odds ──▶ connected parts ──▶ in each, join the two groups with the highest mean, while it is above zero
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Node = tuple[str, str]
"""The key of a coding, and an event's id; no id where a report tells the happening, but no event of it was coded."""
Pair = tuple[Node, Node]
K = TypeVar("K", bound=Hashable)

UNSEEN = -2.0
"""Log-odds of two in a group that were not compared, or found unlike."""


def group(links: Mapping[Pair, float]) -> list[list[Node]]:
    """Group nodes so that the mean log-odds between any two groups that were joined is above zero. Two events of one report are never in one group.

    Args:
        links: Log-odds of pairs of nodes; each pair once, the smaller node first. The result doesn't depend on their order.

    Returns:
        Groups of two nodes or more, each sorted, and sorted by their first.
    """
    by_part: defaultdict[Node, dict[Pair, float]] = defaultdict(dict)
    leader = _leaders(links)
    for pair, score in links.items():
        by_part[leader[pair[0]]][pair] = score
    found = [sorted(g) for part in by_part.values() for g in _average(part)]
    return sorted(found)


def parts(pairs: Iterable[tuple[K, K]]) -> list[set[K]]:
    """Connected parts."""
    found: defaultdict[K, set[K]] = defaultdict(set)
    for node, leader in _leaders(pairs).items():
        found[leader].add(node)
    return list(found.values())


def _leaders(pairs: Iterable[tuple[K, K]]) -> dict[K, K]:
    """For each node one of its connected part."""
    leader: dict[K, K] = {}

    def find(node: K) -> K:
        leader.setdefault(node, node)
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for a, b in pairs:
        leader[find(a)] = find(b)
    return {node: find(node) for node in list(leader)}


def _average(links: Mapping[Pair, float]) -> list[list[Node]]:
    """Average link within one part, over the pairs that were seen; a heap holds them, and stale entries are passed over."""
    nodes = sorted({n for pair in links for n in pair})
    number = {n: i for i, n in enumerate(nodes)}
    members = {i: [n] for i, n in enumerate(nodes)}
    reports = {i: {n[0]} for i, n in enumerate(nodes)}
    surplus: defaultdict[int, dict[int, float]] = defaultdict(dict)  # seen log-odds above UNSEEN, summed between groups
    for (a, b), score in links.items():
        surplus[number[a]][number[b]] = surplus[number[b]][number[a]] = score - UNSEEN

    def mean(i: int, j: int) -> float:
        return surplus[i][j] / (len(members[i]) * len(members[j])) + UNSEEN

    heap = [(-mean(i, j), i, j) for i in members for j in surplus[i] if i < j]
    heapq.heapify(heap)
    while heap:
        score, i, j = heapq.heappop(heap)
        if score >= 0:
            break
        if i not in members or j not in members or j not in surplus[i] or -mean(i, j) != score or reports[i] & reports[j]:
            continue
        members[i] += members.pop(j)
        reports[i] |= reports.pop(j)
        for k, total in surplus.pop(j).items():
            surplus[k].pop(j)
            if k != i:
                surplus[i][k] = surplus[k][i] = surplus[i].get(k, 0.0) + total
        for k in surplus[i]:
            heapq.heappush(heap, (-mean(i, k), min(i, k), max(i, k)))
    return [g for g in members.values() if len(g) > 1]
