"""The network: who acts toward whom, as arrows on a circle.

Actors stand on a circle, so that no two names meet, ordered so that those who deal with each other are neighbours. An arrow from actor to recipient
is as wide as they have events; its line says whether they are conflict or cooperation on the whole. The same events give the same picture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

import numpy as np

from dragoman.pictures._canvas import CONFLICT, COOPERATION, NEUTRAL, Axes, Figure, Heading, Line2D, Polygon, label, new_figure

LINES: dict[str, tuple[str, Any, str]] = {
    "conflict": (CONFLICT, "solid", "conflict: mean score below 0"),
    "cooperation": (COOPERATION, (0, (5, 2)), "cooperation: mean score 0 or more"),
    "claims": (NEUTRAL, (0, (1, 1.5)), "claims or denials only"),
}
"""Colour, pattern and name of each kind of arrow."""
ARROWS = 60
"""At most: with more, a circle is a ball of wool."""
_NAME = 28
_WIDEST = 3.5
"""Points of the widest arrow."""
_GAP = 0.055
"""How far an arrow stays away from the actors, in radii of the circle."""


def kind_of(row: Mapping[str, Any]) -> str:
    """Which kind of arrow a dyad is."""
    if row["asserted"] == 0 or row["score_asserted"] is None:
        return "claims"
    return "conflict" if row["score_asserted"] < 0 else "cooperation"


def choose(rows: Sequence[Mapping[str, Any]], top: int) -> tuple[list[str], list[Mapping[str, Any]]]:
    """Actors and arrows that are drawn: the dyads with most events first, as long as there is room for their actors (``top``) and for arrows.

    So everybody who is shown has an arrow. Ties go by ids.
    """
    events: Counter[str] = Counter()
    arrows: list[Mapping[str, Any]] = []
    for row in sorted(rows, key=lambda r: (-r["events"], r["actor"], r["recipient"])):
        pair = (row["actor"], row["recipient"])
        if pair[0] != pair[1] and len(arrows) < ARROWS and len(events.keys() | set(pair)) <= top:
            arrows.append(row)
            for id in pair:
                events[id] += row["events"]
    return sorted(events, key=lambda id: (-events[id], id)), arrows


def circle(ids: Sequence[str], weights: Mapping[tuple[str, str], int]) -> list[str]:
    """An order around the circle in which those who have most to do with each other stand together.

    A group of actors connected by events stays together; within it, one joins the chain at the end to which it has the stronger tie, the strongest
    first. Ties go by the order of ``ids``.
    """
    tie: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (a, b), n in weights.items():
        tie[a, b] += n
        tie[b, a] += n
    left, out = list(ids), []
    while left:
        chain = [left.pop(0)]
        while True:
            joined = max(left, key=lambda id: (sum(tie[id, c] for c in chain), -left.index(id)), default=None)
            if joined is None or not any(tie[joined, c] for c in chain):
                break
            left.remove(joined)
            half = max(1, len(chain) // 2)
            head, tail = (sum(tie[joined, c] for c in part) for part in (chain[:half], chain[-half:]))
            chain.insert(0 if head > tail else len(chain), joined)
        out += chain
    return out


def draw(rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], top: int, heading: Heading) -> Figure:
    """Arrows between actors on a circle.

    Args:
        rows: As :meth:`dragoman.record.Questions.dyads` gives them, of one period.
        names: Names by id.
        top: Actors at most.
    """
    ids, shown = choose(rows, top)
    ring = circle(ids, {(r["actor"], r["recipient"]): r["events"] for r in shown})
    figure = new_figure(7.2, 5.6, heading)
    axes = figure.add_subplot()
    angle = {id: np.pi / 2 - 2 * np.pi * i / len(ring) for i, id in enumerate(ring)}
    at = {id: np.array([np.cos(a), np.sin(a)]) for id, a in angle.items()}
    most = max(r["events"] for r in shown)
    for r in shown:
        _arrow(axes, at[r["actor"]], at[r["recipient"]], r, most)
    loads: Counter[str] = Counter()
    for r in shown:
        loads[r["actor"]] += r["events"]
        loads[r["recipient"]] += r["events"]
    largest = max(loads.values())
    for id in ring:
        x, y = at[id]
        axes.plot(x, y, "o", color="#333333", markeredgecolor="white", markersize=4 + 8 * (loads[id] / largest) ** 0.5, zorder=3)
        side = "left" if x > 0.05 else "right" if x < -0.05 else "center"
        up = "bottom" if y > 0.97 else "top" if y < -0.97 else "center"
        axes.text(x * 1.07, y * 1.07, label(names.get(id, id), _NAME), ha=side, va=up, size=8)
    axes.set_aspect("equal")
    axes.set_xlim(-1.1, 1.1)
    axes.set_ylim(-1.15, 1.15)
    axes.set_axis_off()
    kinds = {kind_of(r) for r in shown}
    handles = [Line2D([], [], color=c, linestyle=pattern, linewidth=1.8, label=name) for kind, (c, pattern, name) in LINES.items() if kind in kinds]
    handles += [Line2D([], [], color="#AAAAAA", linewidth=_width(n, most), label=f"{n:,} event{'s' * (n != 1)}") for n in sorted({1, most})]
    axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=3, handlelength=2.6, borderaxespad=0.2)
    return figure


def _width(events: int, most: int) -> float:
    """Points; grows with the root of the number, and is not at its widest where the most is few."""
    return 0.8 + (_WIDEST - 0.8) * sqrt((events - 1) / max(most - 1, 8))


def _arrow(axes: Axes, start: np.ndarray, end: np.ndarray, row: Mapping[str, Any], most: int) -> None:
    """A curve that bends inward, and to its left, so that the two directions of a pair lie apart; its head is full whatever the line's pattern."""
    colour, pattern, _ = LINES[kind_of(row)]
    width = _width(row["events"], most)
    t = np.linspace(0, 1, 120)[:, None]
    way = end - start
    far = float(np.hypot(*way))
    bend = (start + end) / 2 * 0.8 + (0.07 + 0.06 * far) / far * np.array([way[1], -way[0]])
    curve = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
    curve = curve[(np.hypot(*(curve - start).T) > _GAP) & (np.hypot(*(curve - end).T) > _GAP)]
    length = 0.045 + 0.008 * width
    tip = curve[-1]
    shaft = curve[np.hypot(*(curve - tip).T) > length * 0.8]
    if len(shaft) < 2:
        shaft = curve[:2]
    back = (tip - shaft[-1]) / np.hypot(*(tip - shaft[-1]))
    side = np.array([-back[1], back[0]]) * (0.014 + 0.006 * width)
    axes.plot(*shaft.T, color=colour, linewidth=width, linestyle=pattern, alpha=0.9, zorder=2, solid_capstyle="butt", dash_capstyle="butt")
    axes.add_patch(Polygon([tip, tip - back * length + side, tip - back * length - side], facecolor=colour, edgecolor="none", alpha=0.9, zorder=2))
