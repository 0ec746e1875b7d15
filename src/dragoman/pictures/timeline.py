"""The timeline: events by period, what reports assert apart from what they pass on, and how friendly it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dragoman.errors import QueryError
from dragoman.pictures._canvas import CONFLICT, COOPERATION, FAINT, INK, NEUTRAL, Axes, Figure, Heading, MaxNLocator, new_figure

LONGEST = 400
"""Periods at most: then a bar is a point and a half wide, and more would not be seen."""
_LABELS = 12


def period_for(first: date, last: date) -> str:
    """The period that gives a span some ten to a hundred bars: days up to six weeks, weeks up to a year and a half, months up to ten years, else years."""
    days = (last - first).days
    return "day" if days <= 42 else "week" if days <= 548 else "month" if days <= 3660 else "year"


def periods(first: date, last: date, per: str) -> list[date]:
    """All periods from the first to the last, each by its first day: those without an event too.

    Raises:
        QueryError: There are more than a picture can show.
    """
    found = [first]
    while found[-1] < last:
        found.append(_next(found[-1], per))
        if len(found) > LONGEST:
            raise QueryError(f"timeline per {per} from {first} to {last}: there is room for {LONGEST} periods; choose longer ones, or since and until")
    return found


def _next(day: date, per: str) -> date:
    if per in ("day", "week"):
        return day + timedelta(days=1 if per == "day" else 7)
    months = day.year * 12 + day.month - 1 + {"month": 1, "quarter": 3, "year": 12}[per]
    return date(months // 12, months % 12 + 1, 1)


def _name(day: date, per: str) -> str:
    if per == "year":
        return f"{day.year}"
    return f"{day.year} Q{(day.month + 2) // 3}" if per == "quarter" else f"{day:%Y-%m}" if per == "month" else day.isoformat()


def draw(rows: Sequence[Mapping[str, Any]], per: str, heading: Heading) -> Figure:
    """Two charts over one axis of time: counts above, mean scores below.

    Args:
        rows: As :meth:`dragoman.record.Questions.timeline` gives them, with ``period`` not null.
        per: day, week, month, quarter or year.
    """
    known = {row["period"]: row for row in rows}
    days = periods(min(known), max(known), per)
    figure = new_figure(7.2, 4.0, heading)
    top, bottom = figure.subplots(2, 1, sharex=True, height_ratios=[3, 2])
    _counts(top, [known.get(day, {}) for day in days])
    _scores(bottom, [known.get(day, {}) for day in days])
    step = -(-len(days) // _LABELS)
    shown = range(0, len(days), step)
    bottom.set_xticks(list(shown), [_name(days[i], per) for i in shown], rotation=30, ha="right", rotation_mode="anchor")
    bottom.set_xlim(-0.7, max(len(days), 4) - 0.3)
    bottom.set_xlabel("week from" if per == "week" else per)
    return figure


def _counts(axes: Axes, rows: Sequence[Mapping[str, Any]]) -> None:
    below = [0] * len(rows)
    edge = 0.6 if len(rows) <= 120 else 0.0
    looks: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("asserted", "asserted by the report", {"color": "#4D4D4D"}),
        ("claimed", "claimed by somebody it cites", {"facecolor": "white", "hatch": "/////", "edgecolor": NEUTRAL}),
        ("denied", "denied by somebody named", {"facecolor": "white", "hatch": "xxxx", "edgecolor": NEUTRAL}),
    )
    for column, name, look in looks:
        counts = [row.get(column, 0) for row in rows]
        if any(counts) or column == "asserted":
            axes.bar(range(len(rows)), counts, 0.8, below, label=name, linewidth=edge, **look)
        below = [b + n for b, n in zip(below, counts)]
    axes.set_ylabel("events")
    axes.set_ylim(0, max(below) * 1.05 or 1)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, borderaxespad=0.2, handlelength=1.6)
    axes.tick_params(axis="x", length=0)


def _scores(axes: Axes, rows: Sequence[Mapping[str, Any]]) -> None:
    """Mean scores; a line joins neighbouring periods only, and says nothing about a period without events."""
    looks: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("score_asserted", "asserted", {"color": INK, "marker": "o", "linewidth": 1.2}),
        ("score_claimed", "claimed or denied", {"color": NEUTRAL, "marker": "D", "markerfacecolor": "white", "linestyle": "--", "linewidth": 0.9}),
    )
    size = 3.5 if len(rows) <= 120 else 2.0
    for column, name, look in looks:
        values = [row.get(column) for row in rows]
        if any(v is not None for v in values):
            axes.plot(range(len(rows)), [float("nan") if v is None else v for v in values], label=name, markersize=size, clip_on=False, **look)
    axes.axhline(0, color=FAINT, linewidth=1, zorder=0)
    axes.set_ylim(-10, 10)
    axes.set_yticks([-10, -5, 0, 5, 10], ["−10", "−5", "0", "+5", "+10"])
    axes.set_ylabel("mean score")
    axes.text(1.005, 0.97, "cooperation", transform=axes.transAxes, color=COOPERATION, size=7, va="top")
    axes.text(1.005, 0.03, "conflict", transform=axes.transAxes, color=CONFLICT, size=7, va="bottom")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, borderaxespad=0.2)
