"""Do two reports tell the same happening, and which of their events are it? Evidence is added up as log-odds.

    Report, Report ──▶ story ──▶ Telling, Telling ──▶ happening

Each weight is a round number set by hand after its sign was known: what a reporter who tells the same happening can't leave out or get wrong weighs
most (where, on which day, between whom), wording least. They were settled on the open half of ``tests/golden/linking``; the kept half is only scored
(``benchmarks/linking.py``). Who published a report is never asked.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.linking._reprints import similarity
from dragoman.linking.report import Report, Telling

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
WINDOW_DAYS = 7
"""Most between the publication of two reports that are compared: the second telling comes within days, and follow-ups recall for a week."""
REPRINT = 0.3
"""Least similarity of the texts of a reprint, cut and edited; independent reports of one happening share hardly a run of three words (under 0.05
on the open half)."""
_SAME_MOULD = 0.12
"""Similarity from which two texts are one mould: then other names or another day in it mean another happening."""
_SAME_TEXT = 0.5
"""Similarity from which a text is the other's, whatever days are named."""
BIAS = -2.6
PARTICULAR = 3.0
"""What is taken from two reports that share nothing particular: without it one report in forty of the same states and days was linked to one of
another matter, with it one in a thousand (open half, all clusters put on the same days and the states mapped on four)."""
_FEW_WORDS = 1.0
"""Of ten: two texts with fewer in common are no mould of one another, and their signatures need not be compared."""
_LEAST, _DEED = -2.5, 2.7
"""Log-odds under which it doesn't matter how unlike a pair is, and the most that its likest events add."""
_RARE = 0.5
"""Least weight of a word that is looked up: one in the rarer half."""
_LEAST_SHARED, _LEFT_OUT = 0.3, 2.0
"""What a pair must share in particulars, and the log-odds that towns, numbers, words and deeds may add to it: a pair that needs more is not compared.
On 2,000 made-up reports of 300 a day no link is lost from 2.5 down to 1.5."""
STORY, HAPPENING = 0.0, 0.0
"""Log-odds from which a pair is linked."""


class Story(NamedTuple):
    """How a pair of reports compares."""

    score: float
    """Log-odds that both tell one happening."""
    reprint: bool


def story(a: Report, b: Report) -> Story:
    """Compare two reports; the order doesn't matter."""
    words = _wording(a, b)
    day = bool(a.days & b.days)
    other_day = not day and bool(a.lead_days and b.lead_days)
    if words >= _FEW_WORDS and (alike := similarity(a.signature, b.signature)) >= _SAME_MOULD:
        if (_missing(a, b) and _missing(b, a)) or (other_day and alike < _SAME_TEXT):
            return Story(-9.0, False)
        if alike >= REPRINT:
            return Story(9.0, True)
    shared = sum([w for name, w in a.names.items() if name in b.names])
    towns = len({t for t in a.towns | b.towns if _names_town(a, t) and _names_town(b, t)}) if a.towns or b.towns else 0
    numbers = len(a.numbers & b.numbers)
    particular = shared + towns + 0.3 * min(2, numbers) + 0.5 * words
    score = (
        BIAS
        - PARTICULAR * (1.0 - min(1.0, particular))
        + 2.2 * math.log1p(shared)
        + 0.9 * min(2, len(a.states & b.states))
        + 1.2 * min(2, towns)
        + 1.2 * day
        + 0.8 * bool(a.lead_days & b.days or b.lead_days & a.days)
        + 0.8 * (not day and _may_be_day(a, b))
        - 1.0 * other_day
        - 2.0 * (_after(a, b) or _after(b, a))
        - 1.2 * (bool(a.lead_states - b.states) + bool(b.lead_states - a.states))
        - 1.2 * _other_towns(a, b)
        + 0.5 * min(2, numbers)
        + 0.5 * math.log1p(words)
    )
    if score > _LEAST - _DEED:
        score += 0.3 * max([0.0, *(deeds(x, y) for x in a.tellings for y in b.tellings)])
    return Story(score, False)


def _wording(a: Report, b: Report) -> float:
    """How much of the shorter one's words the other has, each by what it says, for ten words."""
    shared = sum(min(w, b.stems[s]) for s, w in a.stems.items() if s in b.stems)
    return 10.0 * shared / max(10.0, min(sum(a.stems.values()), sum(b.stems.values())))


def _may_be_day(a: Report, b: Report) -> bool:
    """One names no day: then it is about the day on which it was published, or the day before."""
    return any(not x.days and y.days & {x.published, x.published - 1} for x, y in ((a, b), (b, a)))


def particulars(report: Report) -> dict[Hashable, float]:
    """What two reports of one story are likely to share, and no others: names, towns, numbers, rare words, each by how much it says."""
    out: dict[Hashable, float] = dict.fromkeys(report.towns, 1.0)
    out.update(report.names.items())
    out |= dict.fromkeys(report.numbers, 0.3)
    out |= {(s,): 0.5 * w for s, w in report.stems.items() if w >= _RARE}
    return out


def may_be_one(shared: FloatArray, states: FloatArray, days: FloatArray) -> BoolArray:
    """Which pairs are worth comparing, by sums over what they share; a part of :func:`story` with what is left out at its best.

    Args:
        shared: Weights of shared particulars, added up, shape ``(pairs,)``.
        states, days: How many states and days are shared, shape ``(pairs,)``.
    """
    least = 2.2 * np.log1p(shared) - PARTICULAR * (1.0 - np.minimum(1.0, shared)) + 0.9 * np.minimum(2.0, states) + 2.0 * (days > 0)
    made: BoolArray = (shared >= _LEAST_SHARED) & (least + BIAS > -_LEFT_OUT)
    return made


def _names_town(report: Report, town: str) -> bool:
    return town in report.towns or all(word in report.names for word in town.split())


def _after(a: Report, b: Report) -> bool:
    """Does one begin with a day that the other was published before?"""
    return bool(a.lead_days) and min(a.lead_days) > b.published


def _missing(a: Report, b: Report) -> frozenset[str]:
    """Names and states that one begins with and the other doesn't have."""
    return frozenset(n for n in a.lead_names if n not in b.names) | (a.lead_states - b.states)


def _other_towns(a: Report, b: Report) -> bool:
    """Do both begin with towns, and neither names the other's?"""
    return bool(a.lead_towns and b.lead_towns) and not any(_names_town(b, t) for t in a.lead_towns) and not any(_names_town(a, t) for t in b.lead_towns)


_KIN = (
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}),
    frozenset({"COERCE", "SANCTION"}),
    frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT", "CONCEDE", "RETREAT"}),
    frozenset({"AID", "SUPPORT", "COOPERATE"}),
    frozenset({"ACCUSE", "REJECT", "THREATEN"}),
    frozenset({"REQUEST", "SUPPORT"}),
)
"""Types that coders and reporters give to one happening in other words: a raid is a mobilization or an assault, a signing support or an agreement."""


def happening(a: Telling, b: Telling, together: float) -> float:
    """Log-odds that two events are one happening.

    Args:
        a, b: The events, of two reports.
        together: The log-odds that the reports tell one happening.
    """
    return -2.0 + max(-4.0, min(3.0, together)) + deeds(a, b)


def deeds(a: Telling, b: Telling) -> float:
    """What the events alone say: kind, sides, day, town, words."""
    if a.actual != b.actual:
        return -9.0
    if a.type == b.type:
        kind = 1.5 + 0.5 * bool(a.modes & b.modes)
    else:
        kind = -0.5 if any(a.type in k and b.type in k for k in _KIN) else -3.0
    day = 0.0
    if a.days and b.days:
        day = 1.0 if a.days & b.days else -2.0
    town = 0.0
    if a.town and b.town:
        town = 1.0 if a.town == b.town else -2.0
    words = 0.6 * min(3, len(a.names & b.names)) + 0.3 * min(4, len(a.stems & b.stems))
    return kind + _sides(a, b) + day + town + words


def _sides(a: Telling, b: Telling) -> float:
    """Who acts, and toward whom; what two do together has both on one side."""
    if bool(a.recipients) != bool(b.recipients) and (not a.recipients or not b.recipients):
        everybody = len((a.actors | a.recipients) & (b.actors | b.recipients))
        return 0.5 * min(2, everybody) if everybody else (-1.0 if a.actors and b.actors else 0.0)
    score = 0.4 * bool(a.ids & b.ids)
    for mine, other in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if mine and other:
            score += 0.8 if mine & other else -1.5
    return score


def supported(event: Telling, report: Report) -> float:
    """How much of what an event's sentence says stands in another report: names, sides, day, town."""
    if not event.actual:
        return -9.0
    score = sum(report.names.get(n, 0.0) for n in event.names) + 0.2 * sum(report.stems.get(s, 0.0) > 0.2 for s in event.stems)
    for side in (event.actors, event.recipients):
        known = {who for who in side if len(who) == 3}
        if known:
            score += 0.6 if known & report.states else -0.5
    if event.days and report.days:
        score += 1.0 if event.days & report.days else -0.5
    if event.town:
        score += 0.5 if _names_town(report, event.town) else -1.5
    return score
