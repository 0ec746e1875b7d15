"""Compare a record with what a careful reader found in a report, as :mod:`dragoman.evaluate` matches them.

An event that gold calls optional, or accepts as absent, counts as found where it is absent; an extra is an event that matches no line of gold.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.evaluate.documents import event_fault, event_text, gold_event_text
from dragoman.evaluate.gold import gold_of
from dragoman.evaluate.matching import match_events, match_statements, position_fits
from dragoman.records import Record

Gold = dict[str, Any]


@dataclasses.dataclass
class Score:
    """Counts of one report or of many, added up."""

    found: int = 0
    gold: int = 0
    system: int = 0
    required_found: int = 0
    required: int = 0
    missed: list[str] = dataclasses.field(default_factory=list)
    extra: list[str] = dataclasses.field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in ("found", "gold", "system", "required_found", "required"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.missed += other.missed
        self.extra += other.extra

    @property
    def precision(self) -> float:
        return 1 - len(self.extra) / self.system if self.system else 1.0

    @property
    def recall(self) -> float:
        return self.required_found / self.required if self.required else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def score_events(record: Record, gold: Gold, *, loose: bool = False) -> Score:
    """Match a record's events with gold's, one to one; ``loose``: by type and trigger, whoever takes part."""
    lines = gold_of({"events": [{**g, "actors": [], "recipients": []} if loose else g for g in gold["events"]]}).events or ()
    actors = {a.id: a for a in record.actors}
    text = record.document.text
    matches = match_events(record.events, lines, actors)
    score = Score(gold=len(lines), system=len(record.events), required=sum(g.required for g in lines))
    for m in matches.lines:
        score.found += m.found or not m.gold.required
        score.required_found += m.found and m.gold.required
        if m.gold.required and not m.found:
            score.missed.append(f"{m.gold.id} {gold_event_text(m.gold, text)}: {event_fault(m, actors)}")
    for e in matches.surplus:
        score.extra.append(f"{e.id} {event_text(e)} [{e.why.get('frame')}] :: {text[e.sentence[0] : e.sentence[1]][:160]}")
    return score


def score_statements(record: Record, gold: Gold) -> Score:
    """Match statements: content, speaker, parent."""
    lines = gold_of({"events": [], "statements": gold.get("statements", [])}).statements or ()
    matches, left = match_statements(record.statements, lines, {a.id: a for a in record.actors})
    found = sum(m.found for m in matches)
    score = Score(found=found, gold=len(lines), system=len(record.statements), required_found=found, required=len(lines))
    for m in matches:
        if not m.found:
            who = [p.actor for p in m.statement.speakers] if m.statement else None
            parent = m.statement.parent if m.statement else None
            score.missed.append(f"{m.gold.id} content={'yes' if m.statement else 'no'} speaker={m.speaker} ({who}) parent={m.parent} ({parent})")
    score.extra = [f"{s.id} {record.document.text[s.content[0][0] : s.content[0][1]][:80]!r}" for s in left]
    return score


def score_positions(record: Record, gold: Gold) -> Score:
    """Match positions; several of the record's may meet one of gold's."""
    lines = gold_of({"events": [], "positions": gold.get("positions", [])}).positions or ()
    actors = {a.id: a for a in record.actors}
    hits = {g.id: [p.id for p in record.positions if position_fits(p, g, actors)] for g in lines}
    found = sum(bool(h) for h in hits.values())
    score = Score(found=found, gold=len(lines), system=len(record.positions), required_found=found, required=len(lines))
    score.missed = [f"{g.holder.name} {g.stance} {g.question.text}" for g in lines if not hits[g.id]]
    met = {i for h in hits.values() for i in h}
    score.extra = [f"{p.id} {p.holder.actor}/{p.holder.quantifier} {p.stance} {p.question.key}" for p in record.positions if p.id not in met]
    return score
