"""Compare a record with what a careful reader found in a report.

Matching, as the seed's gold says it: an event by type (or an accepted pair of type and status), a listed country and sector of an actor
and of a recipient ('' = none given), and a trigger that overlaps. An event that gold calls optional, or accepts as absent, counts as
found where it is absent, and an extra is an event that matches no line of gold. One-to-one, best overlap first.
A statement: 60% of the content covered, a speaker of the right country, the parent right. A position: holder's country and sector,
stance, and a question that shares a head word with gold's.
"""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from dragoman.records import Actor, Event, Participant, Position, Record, Statement

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


def _lists(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def who_fits(participants: tuple[Participant, ...], gold: list[Gold], actors: dict[str, Actor]) -> bool:
    """Whether a participant has a listed country and sector of a gold one; gold without participants fits anything."""
    if not gold:
        return True
    for p in participants:
        actor = actors.get(p.actor or "")
        for g in gold:
            if _fits(actor, g):
                return True
    return False


def _fits(actor: Actor | None, gold: Gold) -> bool:
    countries, sectors = _lists(gold.get("country", [""])), _lists(gold.get("sectors", [""]))
    if actor is None:
        return "" in countries and "" in sectors
    country = actor.country or actor.group or ""
    have = set(actor.sectors) or {""}
    country_ok = country in countries or (actor.claimed_by or "-") in countries or (actor.group or "-") in countries or (not countries)
    return country_ok and (bool(have & set(sectors)) or not sectors)


def event_fits(event: Event, gold: Gold, actors: dict[str, Actor]) -> bool:
    """Whether an event is what a gold line describes."""
    a, b = gold["trigger"]["span"]
    if not (event.trigger.span[0] < b and a < event.trigger.span[1]):
        return False
    accepted = [(gold["type"], gold.get("status", "actual"))] + [tuple(x) for x in gold.get("accept", [])]
    if not any(event.type == t and (s is None or event.status == s or t == gold["type"]) for t, s in accepted):
        return False
    return who_fits(event.actors, gold.get("actors", []), actors) and (
        not gold.get("recipients")
        or bool(gold.get("understood") and not event.recipients)
        or who_fits(event.recipients or event.actors, gold["recipients"], actors)
    )


def score_events(record: Record, gold: Gold) -> Score:
    """Match a record's events with gold's, one to one."""
    actors = {a.id: a for a in record.actors}
    used: set[str] = set()
    score = Score(gold=len(gold["events"]), system=len(record.events))
    matched: set[str] = set()
    for g in gold["events"]:
        optional = bool(g.get("optional")) or any(t == "none" for t, _ in g.get("accept", []))
        hit = next((e for e in record.events if e.id not in used and event_fits(e, g, actors)), None)
        score.required += not optional
        if hit is not None:
            used.add(hit.id)
            matched.add(g["id"])
        if hit is not None or optional:
            score.found += 1
            score.required_found += not optional
        else:
            score.missed.append(f"{g['id']} {g['type']} '{g['trigger']['text']}' {_names(g.get('actors'))} -> {_names(g.get('recipients'))} {g.get('status')}")
    for e in record.events:
        if e.id in used:
            continue
        again = any(event_fits(e, g, actors) for g in gold["events"])
        if not again:
            who = "+".join(p.actor or "?" for p in e.actors) + " -> " + "+".join(p.actor or "?" for p in e.recipients)
            text = record.document.text[e.sentence[0] : e.sentence[1]]
            score.extra.append(f"{e.id} {e.type}/{','.join(e.modes)} '{e.trigger.text}' {who} {e.status}/{e.standing} [{e.why.get('frame')}] :: {text[:160]}")
    return score


def _names(participants: Any) -> str:
    return "+".join(p.get("name", "?") for p in participants or []) or "-"


def _covered(content: tuple[tuple[int, int], ...], gold: list[list[int]]) -> float:
    want = {k for a, b in gold for k in range(a, b)}
    have = {k for a, b in content for k in range(a, b)}
    return len(want & have) / max(1, len(want | have)) if want else 0.0


def score_statements(record: Record, gold: Gold) -> Score:
    """Match statements: content, speaker, parent."""
    actors = {a.id: a for a in record.actors}
    pairs: dict[str, Statement] = {}
    used: set[str] = set()
    for g in gold.get("statements", []):
        best = max((s for s in record.statements if s.id not in used), key=lambda s: _covered(s.content, g["content"]), default=None)
        if best is None:
            continue
        want = {k for a, b in g["content"] for k in range(a, b)}
        have = {k for a, b in best.content for k in range(a, b)}
        if len(want & have) >= 0.6 * len(want) and len(want) >= 0.4 * len(have):
            pairs[g["id"]] = best
            used.add(best.id)
    score = Score(gold=len(gold.get("statements", [])), system=len(record.statements), required=len(gold.get("statements", [])))
    by_id = {s.id: k for k, s in pairs.items()}
    for g in gold.get("statements", []):
        s = pairs.get(g["id"])
        speaker = s is not None and who_fits(s.speakers, g.get("speakers", []), actors)
        parent = s is not None and (by_id.get(s.parent or "") == g.get("parent"))
        if s is not None and speaker and parent:
            score.found += 1
            score.required_found += 1
        else:
            who = [p.actor for p in s.speakers] if s else None
            score.missed.append(f"{g['id']} content={'yes' if s else 'no'} speaker={speaker} ({who}) parent={parent} ({s.parent if s else None})")
    matched = set(used)
    score.extra = [f"{s.id} {record.document.text[s.content[0][0] : s.content[0][1]][:80]!r}" for s in record.statements if s.id not in matched]
    return score


_WORD = re.compile(r"[A-Za-z]{4,}")


def position_fits(position: Position, gold: Gold, actors: dict[str, Actor]) -> bool:
    """Whether a position is what a gold line describes."""
    if position.stance != gold["stance"]:
        return False
    holder, actor = gold["holder"], actors.get(position.holder.actor or "")
    if gold.get("holder", {}).get("quantifier") or gold.get("quantifier"):
        if position.holder.quantifier != (gold.get("quantifier") or holder.get("quantifier")):
            return False
    elif not _fits(actor, holder):
        return False
    asked = {w.lower()[:6] for w in _WORD.findall(gold["question"]["object"])}
    have = {w.lower()[:6] for w in _WORD.findall(position.question.text + " " + position.question.object + " " + (_name(position, actors)))}
    return bool(asked & have)


def _name(position: Position, actors: dict[str, Actor]) -> str:
    target = actors.get((position.target or {}).get("actor") or "")
    return target.name if target else ""


def score_positions(record: Record, gold: Gold) -> Score:
    """Match positions; several of the record's may meet one of gold's."""
    actors = {a.id: a for a in record.actors}
    lines = gold.get("positions", [])
    score = Score(gold=len(lines), system=len(record.positions), required=len(lines))
    met: set[str] = set()
    for g in lines:
        hits = [p for p in record.positions if position_fits(p, g, actors)]
        met |= {p.id for p in hits}
        if hits:
            score.found += 1
            score.required_found += 1
        else:
            score.missed.append(f"{g['holder'].get('name')} {g['stance']} {g['question']['text']}")
    score.extra = [f"{p.id} {p.holder.actor}/{p.holder.quantifier} {p.stance} {p.question.key}" for p in record.positions if p.id not in met]
    return score
