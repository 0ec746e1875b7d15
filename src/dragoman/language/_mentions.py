"""From the words that head a mention to the words that it covers.

The model says of each word whether it heads a mention, and of which type. The extent is the tree's: the subtree of the head, less what
belongs to the clause around it (prepositions, conjunctions, punctuation at the edges) and, where the head is a predicate nominal, less
the clause that it carries. Conventions: GUM's entity guidelines (https://wiki.gucorpling.org/gum/entities).
"""

from __future__ import annotations

from collections.abc import Sequence

_OUTSIDE = frozenset(
    {"case", "mark", "cc", "punct", "conj", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl",
     "advcl", "advcl:relcl", "parataxis", "discourse", "vocative", "dislocated", "cc:preconj", "list", "reparandum", "orphan", "ccomp", "appos"}
)  # fmt: skip
_PREDICATE = frozenset({"cop", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
_CLAUSAL = frozenset({"advmod", "obl", "obl:tmod", "obl:unmarked", "obl:agent", "xcomp", "iobj", "obj"})


def mention_span(head: int, children: Sequence[Sequence[int]], rels: Sequence[str], upos: Sequence[str]) -> tuple[int, int]:
    """Return the half-open token range of the mention headed by ``head``.

    Args:
        head: Token index.
        children: Dependents of each token, in order.
        rels: Relation of each token to its head.
        upos: Part of speech of each token.
    """
    predicate = any(rels[c] in _PREDICATE for c in children[head])
    first = last = head
    for c in children[head]:
        rel = rels[c]
        if rel == "case" and c == head + 1 and upos[c] == "PART":  # the possessive belongs to its noun
            last = max(last, c)
        if rel in _OUTSIDE or (predicate and rel in _CLAUSAL) or (rel == "advmod" and c > head and predicate):
            continue
        if rel == "advmod" and c < head and upos[head] != "NUM" and _edge_adverb(c, head, children, rels):
            continue
        low, high = _extent(c, children)
        first, last = min(first, low), max(last, high)
    while last > head and rels[last] == "punct":
        last -= 1
    return first, last + 1


def _edge_adverb(adverb: int, head: int, children: Sequence[Sequence[int]], rels: Sequence[str]) -> bool:
    """An adverb before everything else of the phrase ('only the army') stands outside of it."""
    return all(c >= adverb or rels[c] in _OUTSIDE for c in children[head])


def _extent(i: int, children: Sequence[Sequence[int]]) -> tuple[int, int]:
    low = high = i
    stack = [i]
    while stack:
        k = stack.pop()
        low, high = min(low, k), max(high, k)
        stack += children[k]
    return low, high
