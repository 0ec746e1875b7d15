"""Which statement stands in which: a child's whole extent lies inside its parent's content.

[The envoy said "[Kiel believes [the pact is dead]]"]       extents: speaker, cue and content
 s1 ············  s2 ···········                            s2's parent is s1
"""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def inside(span: Span, content: Sequence[Span]) -> bool:
    """Does one piece of ``content`` hold the whole of ``span``?"""
    return any(a <= span[0] and span[1] <= b for a, b in content)


def size(content: Sequence[Span]) -> int:
    """How many code points ``content`` covers."""
    return sum(b - a for a, b in content)


def parents(extents: Sequence[Sequence[Span]], contents: Sequence[Sequence[Span]]) -> list[int | None]:
    """The innermost statement whose content holds all pieces of each statement's extent, by index; None for outermost ones.

    Args:
        extents: All pieces of each statement: speaker, cue, content.
        contents: The content of each.

    Returns:
        One entry a statement. Content shrinks strictly from parent to child, so that there are no circles.
    """
    out: list[int | None] = []
    for i, extent in enumerate(extents):
        best: int | None = None
        for k, content in enumerate(contents):
            if k == i or not content or size(content) <= size(contents[i]) or not all(inside(s, content) for s in extent):
                continue
            if best is None or size(content) < size(contents[best]):
                best = k
        out.append(best)
    return out


def clip(spans: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of ``spans`` that lie inside ``content``."""
    out = []
    for a, b in spans:
        for x, y in content:
            if max(a, x) < min(b, y):
                out.append((max(a, x), min(b, y)))
    return tuple(sorted(set(out)))


def union(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Overlapping or touching spans made one, in order."""
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)
