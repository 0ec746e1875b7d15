"""What came out for each line of gold and each record of a run, and the figures made of it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.evaluate.figures import Array, calibration, described, macro_f1, samples, share
from dragoman.records import Span

NOTHING = "nothing"
"""In a table of confusion: no line of gold, or no record of the run."""
_AROUND = 120
"""Code points shown on either side of a trigger, where the sentence is longer."""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One line of gold."""

    document: str
    id: str
    label: str
    """Its type; of a statement its kind, of a position its stance."""
    required: bool
    found: bool
    said: str
    """What gold says."""
    got: str
    """What the run has for it; empty where it has nothing."""
    fault: str
    """What is wrong: ``not coded``, ``coded as X``, ``wrong actor``, ...; empty where it was found."""
    text: str
    """The words around it, with the trigger in brackets."""

    @property
    def missed(self) -> bool:
        """Whether its absence is a mistake of the run."""
        return self.required and not self.found


@dataclasses.dataclass(frozen=True, slots=True)
class Surplus:
    """One record of the run that meets no line of gold."""

    document: str
    label: str
    got: str
    confidence: float
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Events, statements, positions or pairs. Units are documents, or pairs."""

    labels: tuple[str, ...]
    counts: Array
    """Shape ``(units, labels, 4)``: see ``figures.REQUIRED`` and its neighbours."""
    lines: tuple[Line, ...]
    surplus: tuple[Surplus, ...]
    shares: Mapping[str, Array] = dataclasses.field(default_factory=dict)
    """By what is looked at, how many are right and of how many, shape ``(units, 2)``."""
    confusion: Mapping[str, Counter[str]] = dataclasses.field(default_factory=dict)
    status: Mapping[str, Counter[str]] = dataclasses.field(default_factory=dict)
    bins: Array | None = None
    """Shape ``(units, 10, 3)``: see ``figures.bins_of``."""

    def figures(self) -> dict[str, Any]:
        """All figures, for JSON: a figure is ``{"value", "interval"}``, null where there is nothing to divide by, or one document only."""
        drawn = samples(len(self.counts))
        every = self.counts.sum(axis=1)
        out: dict[str, Any] = {"all": described(every, drawn)}
        if len(self.labels) > 1:
            out["macro_f1"] = macro_f1(self.counts, drawn)
        present = [k for k in range(len(self.labels)) if self.counts[:, k].any()]
        out["types"] = {self.labels[k]: described(self.counts[:, k], drawn) for k in present}
        out["shares"] = {name: share(counts, drawn) for name, counts in self.shares.items()}
        out["confusion"] = {k: dict(v.most_common()) for k, v in self.confusion.items()}
        out["status"] = {k: dict(v.most_common()) for k, v in self.status.items()}
        out["calibration"] = calibration(self.bins, drawn) if self.bins is not None else None
        out["missed"] = missed_kinds(self.lines)
        out["extra"] = [dataclasses.asdict(s) for s in sorted(self.surplus, key=lambda s: -s.confidence)]
        return out


@dataclasses.dataclass(frozen=True, slots=True)
class Evaluation:
    """One run held against gold."""

    gold: str
    run: str
    unit: str
    """``documents`` or ``pairs``."""
    units: tuple[str, ...]
    absent: tuple[str, ...]
    """Units of gold that the run lacks, or could not read: all their lines count as missed."""
    parts: Mapping[str, Part]

    def figures(self) -> dict[str, Any]:
        """All figures, for JSON."""
        return {
            "gold": self.gold, "run": self.run, "unit": self.unit, "units": len(self.units), "absent": list(self.absent),
            **{name: part.figures() for name, part in self.parts.items()},
        }  # fmt: skip


def missed_kinds(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Required lines that were missed, by label and fault, the most frequent kind first."""
    kinds: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.missed:
            kinds.setdefault((line.label, line.fault), []).append(line)
    ordered = sorted(kinds.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    return [
        {"type": label, "fault": fault, "number": len(found), "lines": [dataclasses.asdict(x) for x in found]} for (label, fault), found in ordered
    ]


def around(text: str, span: Span) -> str:
    """The words around a span on one line, with the span in brackets."""
    a, b = span
    start = max(text.rfind("\n", 0, a) + 1, a - _AROUND)
    end = text.find("\n", b)
    end = min(end if end >= 0 else len(text), b + _AROUND)
    before, after = text[start:a], text[b:end]
    if start and text[start - 1] != "\n":
        before = "… " + before.partition(" ")[2]
    if end < len(text) and text[end] != "\n":
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}[{text[a:b]}]{after}".split())
