"""Links between two reports: which event of one is which of the other.

    story above zero ──▶ events paired, the likeliest first ──▶ what is left over: the events that the reports lead with, or the reports themselves
"""

from __future__ import annotations

from dragoman.linking.compare import HAPPENING, STORY, happening, story, supported
from dragoman.linking.groups import Pair
from dragoman.linking.report import Report

ALONE = 2.0
"""Log-odds from which two events are linked though their reports are about different happenings: one recalls the other's."""
SUPPORTED = 1.0
_FLOOR = -2.5
"""Log-odds of a story under which events are not looked at."""


def link(a: Report, b: Report) -> tuple[dict[Pair, float], bool]:
    """The links between two reports: log-odds of pairs of nodes, and whether one reprints the other."""
    if (a.key, a.document) > (b.key, b.document):
        a, b = b, a
    together, reprint = story(a, b)
    if together <= _FLOOR:
        return {}, False
    least = HAPPENING if together > STORY else ALONE
    scored = {(x, y): happening(x, y, together) for x in a.tellings for y in b.tellings}
    links: dict[Pair, float] = {}
    left, right = set(), set()
    for (x, y), score in sorted(scored.items(), key=lambda kv: (-kv[1], kv[0][0].start, kv[0][1].start)):
        if score > least and x.event not in left and y.event not in right:
            left.add(x.event)
            right.add(y.event)
            links[(a.key, x.event), (b.key, y.event)] = score
    if not links and together > STORY:
        links[_told(a, b)] = together
    return links, reprint


def _told(a: Report, b: Report) -> Pair:
    """Two reports of one happening, of which no two events were paired: most often it was coded in one of them only. The event that the other
    report supports best is taken for it; where none is supported, it was coded in neither."""
    mine = max(((supported(x, b), -x.start, x.event) for x in a.tellings), default=(0.0, 0, ""))
    other = max(((supported(y, a), -y.start, y.event) for y in b.tellings), default=(0.0, 0, ""))
    if max(mine[0], other[0]) < SUPPORTED:
        return (a.key, ""), (b.key, "")
    return ((a.key, mine[2]), (b.key, "")) if mine[0] >= other[0] else ((a.key, ""), (b.key, other[2]))
