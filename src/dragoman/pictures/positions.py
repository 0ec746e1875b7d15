"""The position board: questions by actors, where each stands by its latest position."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.pictures._canvas import CONFLICT, COOPERATION, NEUTRAL, Figure, Heading, Line2D, Polygon, frame_cells, label, new_figure

WIDE, HIGH = 0.44, 0.36
"""Inches of a cell."""
_NAME, _QUESTION = 30, 52
LOOKS = {
    "supports": ("o", COOPERATION, "+"),
    "opposes": ("s", CONFLICT, "−"),
    "withholds": ("D", "#595959", "~"),
    "neutral": ("h", "#999999", "="),
}
"""Shape, colour and sign of each stance."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a holder stands on a question."""

    question: str
    holder: str
    stance: str
    own: bool
    """On the holder's own word, or on the report's; else on somebody else's."""
    before: str | None
    """Its last other stance, if it had one."""


def counts(row: Mapping[str, Any]) -> bool:
    """Whether a position is one to show: current, of a known holder, and not denied."""
    return bool(row["holder"]) and row["tense"] == "current" and row["standing"] != "denied"


def latest(rows: Iterable[Mapping[str, Any]], own: Mapping[str, str | None]) -> list[Stand]:
    """The latest current position of each holder on each question; what somebody denies is left out.

    Args:
        rows: As :meth:`dragoman.record.Questions.positions` gives them, in the order of days.
        own: Whom an actor acts for: a speaker who acts for the same state as the holder speaks for the holder.
    """
    steps: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if counts(row):
            steps[row["question"], row["holder"]].append(row)
    found = []
    for (question, holder), told in steps.items():
        last = told[-1]
        others = [row["stance"] for row in told if row["stance"] != last["stance"]]
        side = {holder, own.get(holder)} - {None}
        spoken = last["standing"] == "reporter" or any(s and (s in side or own.get(s) in side) for s in last["speakers"] or ())
        found.append(Stand(question, holder, last["stance"], spoken, others[-1] if others else None))
    return found


def order(stands: Sequence[Stand]) -> list[str]:
    """Questions, those on which holders differ first, then by the number of holders."""
    stances: defaultdict[str, list[str]] = defaultdict(list)
    for stand in stands:
        stances[stand.question].append(stand.stance)
    return sorted(stances, key=lambda q: (len(set(stances[q])) == 1, -len(stances[q]), q))


def _busiest(stands: Iterable[Stand]) -> list[str]:
    counts = Counter(stand.holder for stand in stands)
    return sorted(counts, key=lambda holder: (-counts[holder], holder))


def choose(stands: Sequence[Stand], top: int) -> tuple[list[str], list[str]]:
    """At most ``top`` questions and ``top`` holders: questions in their order, each with all who stand on it; where they don't fit any more, the next
    question that does. Only if the first question alone has more, the busiest of its holders are shown."""
    on: defaultdict[str, set[str]] = defaultdict(set)
    for stand in stands:
        on[stand.question].add(stand.holder)
    busiest = _busiest(stands)
    questions: list[str] = []
    holders: set[str] = set()
    for question in order(stands):
        if len(questions) < top and (not questions or len(holders | on[question]) <= top):
            questions.append(question)
            holders |= set([h for h in busiest if h in on[question]][:top])
    shown = _busiest(s for s in stands if s.question in set(questions))
    return questions, [h for h in shown if h in holders]


def draw(stands: Sequence[Stand], texts: Mapping[str, str], names: Mapping[str, str], top: int, heading: Heading) -> Figure:
    """A mark per stance: by shape, colour and sign; hollow on somebody else's word; a corner where the holder stood elsewhere before.

    Args:
        stands: From :func:`latest`.
        texts: Questions' words by key. names: Holders' names by id. top: Questions, and holders, at most.
    """
    questions, holders = choose(stands, top)
    figure = new_figure(max(6.0, len(holders) * WIDE + 4.6), max(1.0, len(questions) * HIGH) + 2.1, heading)
    axes = figure.add_subplot()
    at = {(q, h): (x, y) for y, q in enumerate(questions) for x, h in enumerate(holders)}
    shown = [s for s in stands if (s.question, s.holder) in at]
    for stand in shown:
        x, y = at[stand.question, stand.holder]
        shape, colour, sign = LOOKS[stand.stance]
        size = 10 if shape == "D" else 13  # a diamond stands on its corner
        axes.plot(x, y, marker=shape, markersize=size, color=colour if stand.own else "white", markeredgecolor=colour, markeredgewidth=1.2)
        axes.text(x, y + 0.02, sign, ha="center", va="center", color="white" if stand.own else colour, weight="bold", size=9)
        if stand.before:
            corner = [(x + 0.16, y - 0.48), (x + 0.48, y - 0.48), (x + 0.48, y - 0.08)]
            axes.add_patch(Polygon(corner, facecolor=LOOKS[stand.before][1], edgecolor="none"))
            axes.text(x + 0.395, y - 0.36, LOOKS[stand.before][2], size=6, color="white", ha="center", va="center", weight="bold")
    columns, lines = [label(names.get(h, h), _NAME) for h in holders], [label(texts.get(q) or q, _QUESTION, 2) for q in questions]
    frame_cells(axes, columns, lines, HIGH / WIDE, "#E4E4E4")
    axes.tick_params(axis="y", labelsize=7)
    _legend(axes, shown)
    return figure


def _legend(axes: Any, shown: Sequence[Stand]) -> None:
    def mark(shape: str, fill: str, edge: str, name: str, size: float = 8) -> Line2D:
        return Line2D([], [], marker=shape, linestyle="none", markersize=size, color=fill, markeredgecolor=edge, label=name)

    seen = {s.stance for s in shown} | {s.before for s in shown}
    handles = [mark(shape, colour, colour, f"{sign} {stance}") for stance, (shape, colour, sign) in LOOKS.items() if stance in seen]
    if not all(s.own for s in shown):
        handles.append(mark("o", "white", NEUTRAL, "hollow: on another's word"))
    if any(s.before for s in shown):
        handles.append(mark("^", NEUTRAL, NEUTRAL, "corner: its stance before", 5))
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, -0.02), ncols=3, borderaxespad=0.2, handletextpad=0.2, columnspacing=1.2)
