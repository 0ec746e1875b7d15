"""Which line of gold is met by which record of a run, one to one, the best pairs first.

    event      type (or an accepted pair of type and status), a participant on each side, triggers that overlap
    statement  60% of the content, a speaker, the parent
    position   holder, stance, a head word of the question
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence

from dragoman.evaluate.gold import GoldEvent, GoldParticipant, GoldPosition, GoldStatement, OneOrMore
from dragoman.records import Actor, Event, Participant, Position, Span, Statement

Actors = Mapping[str, Actor]
COVERED = 0.6
"""Share of gold's content that a statement must hold, and that must not ..."""
OUTSIDE = 0.4
"""... be less than this share of the statement's own: half a sentence more is no fault, a paragraph is."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_STEM = 6
"""Letters by which two words of a question are compared: 'recognize', 'recognition'."""


@dataclasses.dataclass(frozen=True, slots=True)
class EventMatch:
    """One line of gold with the event that meets it (``found``), else the event nearest to it, else None."""

    gold: GoldEvent
    event: Event | None
    found: bool


@dataclasses.dataclass(frozen=True, slots=True)
class EventMatches:
    """All lines of a document, in gold's order; the events that meet none, and those that meet one that is met already."""

    lines: tuple[EventMatch, ...]
    surplus: tuple[Event, ...]
    again: tuple[Event, ...]


def match_events(events: Sequence[Event], gold: Sequence[GoldEvent], actors: Actors) -> EventMatches:
    """Match events with lines of gold.

    Args:
        events: A run's events of one document.
        gold: The lines of the same document.
        actors: The run's actors, by id.
    """
    fitting = [(_closeness(e, g), j, i) for i, g in enumerate(gold) for j, e in enumerate(events) if event_fits(e, g, actors)]
    met = _one_to_one(fitting)
    taken = set(met.values())
    surplus = [j for j in range(len(events)) if j not in taken and not any(j == k for _, k, _ in fitting)]
    near = _one_to_one(
        [(_closeness(events[j], g), j, i) for i, g in enumerate(gold) if i not in met for j in surplus if overlap(events[j].trigger.span, g.trigger.span)]
    )
    lines = []
    for i, g in enumerate(gold):
        j = met.get(i, near.get(i))
        lines.append(EventMatch(g, events[j] if j is not None else None, i in met))
    again = tuple(e for j, e in enumerate(events) if j not in taken and j not in surplus)
    return EventMatches(tuple(lines), tuple(events[j] for j in surplus), again)


def _one_to_one(pairs: Iterable[tuple[tuple[float, ...], int, int]]) -> dict[int, int]:
    """By line of gold, the event that it gets: closest pairs first, then the text's order."""
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, event, line in sorted(pairs, key=lambda p: (tuple(-x for x in p[0]), p[2], p[1])):
        if line not in out and event not in taken:
            out[line] = event
            taken.add(event)
    return out


def _closeness(event: Event, gold: GoldEvent) -> tuple[float, ...]:
    """How well an event suits a line, the weightiest first: its own type, a line that is required, its status, its mode, the trigger."""
    a, b = event.trigger.span, gold.trigger.span
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    whole = max(a[1], b[1]) - min(a[0], b[0])
    return (
        float(event.type == gold.type), float(gold.required), float(event.status == gold.status),
        float(not gold.modes or bool(set(event.modes) & set(gold.modes))), shared / whole,
    )  # fmt: skip


def event_fits(event: Event, gold: GoldEvent, actors: Actors) -> bool:
    """Whether an event is what a line describes. The status of gold's own type is looked at apart (:func:`status_fits`)."""
    return overlap(event.trigger.span, gold.trigger.span) and type_fits(event, gold) and actors_fit(event, gold, actors) and recipients_fit(event, gold, actors)


def type_fits(event: Event, gold: GoldEvent) -> bool:
    """Whether the type is gold's, or one that it accepts with this status."""
    return event.type == gold.type or any(event.type == t and s in (None, event.status) for t, s in gold.readings)


def status_fits(event: Event, gold: GoldEvent) -> bool:
    """Whether type and status are a pair that gold gives or accepts."""
    return any(event.type == t and s in (None, event.status) for t, s in gold.readings)


def actors_fit(event: Event, gold: GoldEvent, actors: Actors) -> bool:
    """Whether one of the actors is one of gold's; gold without actors fits anything."""
    return not gold.actors or _any_fits(event.actors, gold.actors, actors)


def recipients_fit(event: Event, gold: GoldEvent, actors: Actors) -> bool:
    """Whether one of the recipients is one of gold's; in a mutual event, where all are actors, whether one of those is."""
    if not gold.recipients or (gold.understood and not event.recipients):
        return True
    return _any_fits(event.recipients or event.actors, gold.recipients, actors)


def everybody_fits(event: Event, gold: GoldEvent, actors: Actors) -> bool:
    """Whether each of gold's participants is there on its side, and nobody else is."""
    sides: list[tuple[Sequence[Participant], Sequence[GoldParticipant]]] = [(event.actors, gold.actors), (event.recipients, gold.recipients)]
    if bool(event.recipients) != bool(gold.recipients):
        if gold.understood and not event.recipients:
            sides = sides[:1]
        else:  # told as mutual by one of the two, as one-sided by the other
            sides = [((*event.actors, *event.recipients), (*gold.actors, *gold.recipients))]
    for coded, wanted in sides:
        if wanted and not all(any(participant_fits(p, g, actors) for p in coded) for g in wanted):
            return False
        if wanted and not all(any(participant_fits(p, g, actors) for g in wanted) for p in coded):
            return False
    return True


def _any_fits(participants: Iterable[Participant], gold: Sequence[GoldParticipant], actors: Actors) -> bool:
    return any(participant_fits(p, g, actors) for p in participants for g in gold)


def participant_fits(participant: Participant, gold: GoldParticipant, actors: Actors) -> bool:
    """Whether a participant is the one that gold describes: each field that gold gives must fit."""
    spans = [s for s in (participant.span, participant.via) if s is not None]
    if gold.span is not None and not any(overlap(s, gold.span) for s in spans):
        return False
    return actor_fits(actors.get(participant.actor or ""), gold)


def actor_fits(actor: Actor | None, gold: GoldParticipant) -> bool:
    """Whether an actor has a listed id, country (or group, or claimant) and sector; nobody has none of each."""
    ids, countries, sectors = (_listed(x) for x in (gold.id, gold.country, gold.sectors))
    if actor is None:
        return not ids and (not countries or "" in countries) and (not sectors or "" in sectors)
    have = {actor.country or actor.group or "", *(x for x in (actor.group, actor.claimed_by) if x)}
    return (
        (not ids or actor.id in ids)
        and (not countries or bool(have & set(countries)))
        and (not sectors or bool((set(actor.sectors) or {""}) & set(sectors)))
    )  # fmt: skip


def _listed(value: OneOrMore | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def overlap(one: Span, other: Span) -> bool:
    """Whether two half-open spans share a code point."""
    return one[0] < other[1] and other[0] < one[1]


@dataclasses.dataclass(frozen=True, slots=True)
class StatementMatch:
    """One line of gold with the statement of the same content, and what of it is right."""

    gold: GoldStatement
    statement: Statement | None
    speaker: bool
    parent: bool

    @property
    def found(self) -> bool:
        return self.statement is not None and self.speaker and self.parent


def match_statements(
    statements: Sequence[Statement], gold: Sequence[GoldStatement], actors: Actors
) -> tuple[tuple[StatementMatch, ...], tuple[Statement, ...]]:
    """Match statements with lines of gold.

    Returns:
        A match per line, in gold's order; and the statements whose content is no line's.
    """
    pairs: dict[str, Statement] = {}
    left = list(statements)
    for g in gold:
        best = max(left, key=lambda s: _shared(s.content, g.content)[0], default=None)
        if best is not None and _same_content(best.content, g.content):
            pairs[g.id] = best
            left.remove(best)
    by_id = {s.id: line for line, s in pairs.items()}
    out = []
    for g in gold:
        s = pairs.get(g.id)
        speaker = s is not None and (not g.speakers or _any_fits(s.speakers, g.speakers, actors))
        out.append(StatementMatch(g, s, speaker, s is not None and by_id.get(s.parent or "") == g.parent))
    return tuple(out), tuple(left)


def _same_content(content: Sequence[Span], gold: Sequence[Span]) -> bool:
    _, both, have, want = _shared(content, gold)
    return both >= COVERED * want and want >= OUTSIDE * have


def _shared(one: Sequence[Span], other: Sequence[Span]) -> tuple[float, int, int, int]:
    """Jaccard index of two sets of code points, and how many are in both, in ``one``, in ``other``."""
    have = {k for a, b in one for k in range(a, b)}
    want = {k for a, b in other for k in range(a, b)}
    both = len(have & want)
    return both / max(1, len(have | want)), both, len(have), len(want)


def position_fits(position: Position, gold: GoldPosition, actors: Actors) -> bool:
    """Whether a position is what a line describes. Holders that are a quantity ('no state') are compared by it alone."""
    if position.stance != gold.stance:
        return False
    holder = position.holder
    if gold.holder.quantifier:
        if holder.quantifier != gold.holder.quantifier:
            return False
    elif not actor_fits(actors.get(holder.actor or ""), gold.holder) or (gold.holder.span is not None and not overlap(holder.span, gold.holder.span)):
        return False
    target = actors.get((position.target or {}).get("actor") or "")
    words = f"{position.question.text} {position.question.object} {target.name if target else ''}"
    return bool(_stems(gold.question.object) & _stems(words))


def _stems(text: str) -> set[str]:
    return {w.lower()[:_STEM] for w in _WORD.findall(text)}
