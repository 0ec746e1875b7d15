"""Two runs over the same gold: what the newer one mends, breaks, and says otherwise."""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.errors import QueryError
from dragoman.evaluate.figures import difference, samples
from dragoman.evaluate.outcomes import Evaluation, Line, Part, Surplus


def compare(run: Evaluation, baseline: Evaluation) -> dict[str, Any]:
    """Compare a run with a baseline.

    Args:
        run: The newer one.
        baseline: The one compared with, held against the same gold.

    Returns:
        By kind: ``difference`` of precision, recall and F1 (run less baseline, with intervals for which the same documents are drawn from
        both), and lines that are ``fixed`` (missed before, no more), ``broken`` (the other way), ``changed`` (the same verdict on
        another record); extras that are ``new_extra`` or ``gone_extra``. An optional line is never missed.

    Raises:
        QueryError: They are held against different gold.
    """
    if run.units != baseline.units or run.parts.keys() != baseline.parts.keys():
        raise QueryError(f"{run.run} and {baseline.run} are held against different gold: {run.gold} and {baseline.gold}")
    return {"baseline": baseline.run, **{name: _compare(part, baseline.parts[name]) for name, part in run.parts.items()}}


def _compare(run: Part, baseline: Part) -> dict[str, Any]:
    before = {(x.document, x.id): x for x in baseline.lines}
    both = [(before[x.document, x.id], x) for x in run.lines]
    old, new = (_by_content(p.surplus) for p in (baseline, run))
    return {
        "difference": difference(run.counts.sum(axis=1), baseline.counts.sum(axis=1), samples(len(run.counts))),
        "fixed": [_line(a, b) for a, b in both if a.missed and not b.missed],
        "broken": [_line(a, b) for a, b in both if b.missed and not a.missed],
        "changed": [_line(a, b) for a, b in both if a.missed == b.missed and a.got != b.got],
        "new_extra": [dataclasses.asdict(s) for k, s in new.items() if k not in old],
        "gone_extra": [dataclasses.asdict(s) for k, s in old.items() if k not in new],
    }


def _line(before: Line, now: Line) -> dict[str, Any]:
    return {**dataclasses.asdict(now), "before": before.got, "fault_before": before.fault}


def _by_content(surplus: tuple[Surplus, ...]) -> dict[tuple[str, str, str, int], Surplus]:
    """By what it says, whatever its confidence and id; the same said twice is counted."""
    out: dict[tuple[str, str, str, int], Surplus] = {}
    for s in surplus:
        n = 0
        while (s.document, s.got, s.text, n) in out:
            n += 1
        out[s.document, s.got, s.text, n] = s
    return out
