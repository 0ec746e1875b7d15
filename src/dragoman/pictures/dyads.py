"""The heat map of dyads: who acts toward whom, how often, and how friendly it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.pictures._canvas import NEUTRAL, Figure, Heading, Patch, Rectangle, bar_of_scores, colour_of, frame_cells, label, new_figure, signed

WIDE, HIGH = 0.62, 0.36
"""Inches of a cell."""
_NAME = 30


def choose(rows: Sequence[Mapping[str, Any]], top: int) -> tuple[list[str], list[str]]:
    """At most ``top`` actors and ``top`` recipients: those of the pairs with most events, so that no row and no column is empty. The most first."""
    actors: Counter[str] = Counter()
    recipients: Counter[str] = Counter()
    for row in sorted(rows, key=lambda r: (-r["events"], r["actor"], r["recipient"])):
        a, r = row["actor"], row["recipient"]
        if (a in actors or len(actors) < top) and (r in recipients or len(recipients) < top):
            actors[a] += row["events"]
            recipients[r] += row["events"]
    return _first(actors), _first(recipients)


def _first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda id: (-counts[id], id))


def draw(rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], top: int, heading: Heading) -> Figure:
    """A cell per pair, with the mean score and the number of asserted events; a pair with claims only is hatched and has their number.

    Args:
        rows: As :meth:`dragoman.record.Questions.dyads` gives them, of one period.
        names: Names by id.
        top: Rows and columns at most.
    """
    actors, recipients = choose(rows, top)
    figure = new_figure(max(5.2, len(recipients) * WIDE + 3.9), max(1.6, len(actors) * HIGH) + 1.6, heading)
    axes = figure.add_subplot()
    place = {(a, r): (x, y) for y, a in enumerate(actors) for x, r in enumerate(recipients)}
    for row in rows:
        at = place.get((row["actor"], row["recipient"]))
        if at is not None:
            _cell(axes, *at, row)
    columns, lines = ([label(names.get(id, id), _NAME) for id in side] for side in (recipients, actors))
    frame_cells(axes, columns, lines, HIGH / WIDE, "#EEEEEE")
    axes.set_ylabel("acts")
    axes.set_xlabel("is acted upon")
    bar_of_scores(figure, axes)
    if any(row["asserted"] == 0 for row in rows if (row["actor"], row["recipient"]) in place):
        axes.legend(
            handles=[Patch(facecolor="white", edgecolor=NEUTRAL, hatch="/////", label="claims or denials only; their number")],
            loc="upper left", bbox_to_anchor=(0, -0.02), borderaxespad=0.2,
        )  # fmt: skip
    return figure


def _cell(axes: Any, x: int, y: int, row: Mapping[str, Any]) -> None:
    box = (x - 0.48, y - 0.46)
    if row["asserted"] == 0 or row["score_asserted"] is None:
        axes.add_patch(Rectangle(box, 0.96, 0.92, facecolor="white", edgecolor=NEUTRAL, hatch="/////", linewidth=0.4))
        back = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"}
        axes.text(x, y, f"{row['events']}", size=6.5, ha="center", va="center", bbox=back)
        return
    colour = colour_of(row["score_asserted"])
    axes.add_patch(Rectangle(box, 0.96, 0.92, facecolor=colour, edgecolor="none"))
    light = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]  # luma, ITU-R BT.601
    ink = "white" if light < 0.5 else "black"
    axes.text(x, y - 0.03, signed(row["score_asserted"]), size=7, color=ink, ha="center", va="bottom")
    axes.text(x, y + 0.05, f"n={row['asserted']:,}", size=5.5, color=ink, ha="center", va="top")
