"""Documents: events, statements and positions of a run held against gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from dragoman.evaluate.figures import CODED, FOUND, REQUIRED, WRONG, Array, bins_of
from dragoman.evaluate.gold import Gold, GoldDocument, GoldEvent, GoldParticipant
from dragoman.evaluate.matching import (
    EventMatch,
    EventMatches,
    actors_fit,
    everybody_fits,
    match_events,
    match_statements,
    position_fits,
    recipients_fit,
    status_fits,
    type_fits,
)
from dragoman.evaluate.outcomes import NOTHING, Evaluation, Line, Part, Surplus, around
from dragoman.records import Actor, Document, Event, Participant, Record, Span

Actors = Mapping[str, Actor]
_Case = tuple[GoldDocument, Record]
_Count = tuple[str, int]
"""A label, and the column of counts in which it counts one."""


def evaluate_documents(gold: Gold, records: Mapping[str, Record], run: str = "-") -> Evaluation:
    """Hold a run against gold.

    Args:
        gold: Documents, by id.
        records: The run's records, by document id; a document that is missing has missed all its lines.
        run: What to call the run.

    Returns:
        The figures of each of events, statements and positions that a document of gold lists.
    """
    empty = {i: Record(document=Document(id=i, text=d.text or "")) for i, d in gold.documents.items()}
    absent = tuple(i for i in gold.documents if i not in records or not records[i].document.coder)
    parts = {}
    for kind, judge in (("events", _events), ("statements", _statements), ("positions", _positions)):
        cases = [(d, records.get(i, empty[i])) for i, d in gold.documents.items() if getattr(d, kind) is not None]
        if cases:
            parts[kind] = judge(cases)
    return Evaluation(gold.path, run, "documents", tuple(gold.documents), absent, parts)


def _part(labels: Iterable[str], counted: Sequence[Sequence[_Count]], lines: Sequence[Line], surplus: Sequence[Surplus], **more: object) -> Part:
    names = tuple(sorted(set(labels)))
    counts = np.zeros((len(counted), len(names), 4))
    for unit, found in enumerate(counted):
        for label, column in found:
            counts[unit, names.index(label), column] += 1
    return Part(names, counts, tuple(lines), tuple(surplus), **more)  # type: ignore[arg-type]


# ---------------------------------------------------------------------- events

_Check = Callable[[Event, GoldEvent, Actors], bool | None]


def _modes_fit(event: Event, gold: GoldEvent, actors: Actors) -> bool | None:
    return bool(set(event.modes) & set(gold.modes)) if gold.modes and event.type == gold.type else None


def _date_fits(event: Event, gold: GoldEvent, actors: Actors) -> bool | None:
    if gold.date is None:
        return None
    return event.date is not None and (event.date.start, event.date.end) == (gold.date.start, gold.date.end)


CHECKS: Mapping[str, _Check] = {
    "an actor": lambda e, g, a: actors_fit(e, g, a) if g.actors else None,
    "a recipient": lambda e, g, a: recipients_fit(e, g, a) if g.recipients else None,
    "all participants": lambda e, g, a: everybody_fits(e, g, a) if g.actors or g.recipients else None,
    "a mode": _modes_fit,
    "status": lambda e, g, a: status_fits(e, g),
    "standing": lambda e, g, a: e.standing == g.standing if g.standing is not None else None,
    "date": _date_fits,
}
"""What is looked at in events whose type and trigger are right; None where gold doesn't say."""


def _events(cases: Sequence[_Case]) -> Part:
    counted: list[list[_Count]] = []
    lines: list[Line] = []
    surplus: list[Surplus] = []
    shares = {name: np.zeros((len(cases), 2)) for name in CHECKS}
    bins = []
    confusion: dict[str, Counter[str]] = {}
    status: dict[str, Counter[str]] = {}
    for unit, (document, record) in enumerate(cases):
        actors = {a.id: a for a in record.actors}
        matches = match_events(record.events, document.events or (), actors)
        wrong = matches.surplus if "events" not in document.partial else ()
        counted.append(_event_counts(matches, wrong))
        lines += [_event_line(document, record, m, actors) for m in matches.lines]
        surplus += [Surplus(document.id, e.type, event_text(e), e.confidence, around(record.document.text, e.trigger.span)) for e in wrong]
        _count_shares(matches, actors, shares, unit)
        _count_confusion(matches, wrong, confusion, status)
        bins.append(bins_of([(e.confidence, right) for e, right in _judged(matches, wrong, document, actors)]))
    labels = {label for unit_counts in counted for label, _ in unit_counts}
    return _part(labels, counted, lines, surplus, shares=shares, confusion=confusion, status=status, bins=np.array(bins))


def _event_counts(matches: EventMatches, wrong: Sequence[Event]) -> list[_Count]:
    out: list[_Count] = []
    for m in matches.lines:
        if m.gold.required:
            out.append((m.gold.type, REQUIRED))
            if m.found:
                out.append((m.gold.type, FOUND))
        if m.found and m.event is not None:
            out.append((m.event.type, CODED))
    out += [(e.type, CODED) for e in (*matches.again, *wrong)]
    return [*out, *((e.type, WRONG) for e in wrong)]


def _count_shares(matches: EventMatches, actors: Actors, shares: Mapping[str, Array], unit: int) -> None:
    for m in matches.lines:
        if m.event is None or not (m.found or type_fits(m.event, m.gold)):
            continue
        for name, check in CHECKS.items():
            right = check(m.event, m.gold, actors)
            if right is not None:
                shares[name][unit] += (right, 1)


def _count_confusion(
    matches: EventMatches, wrong: Sequence[Event], confusion: dict[str, Counter[str]], status: dict[str, Counter[str]]
) -> None:
    near = {m.event.id for m in matches.lines if m.event is not None}
    for m in matches.lines:
        if m.event is None:
            if m.gold.required:
                confusion.setdefault(m.gold.type, Counter())[NOTHING] += 1
            continue
        right = type_fits(m.event, m.gold)
        confusion.setdefault(m.gold.type, Counter())[m.gold.type if right else m.event.type] += 1
        if right:
            status.setdefault(m.gold.status, Counter())[m.gold.status if status_fits(m.event, m.gold) else m.event.status] += 1
    for e in wrong:
        if e.id not in near:
            confusion.setdefault(NOTHING, Counter())[e.type] += 1


def _judged(matches: EventMatches, wrong: Sequence[Event], document: GoldDocument, actors: Actors) -> list[tuple[Event, bool]]:
    """Events, and whether each is right as a whole: type, participants and status. Where several lines are met, one suffices."""
    out = [(e, False) for e in wrong]
    for e in (*(m.event for m in matches.lines if m.found and m.event is not None), *matches.again):
        out.append((e, any(_whole(e, g, actors) for g in document.events or ())))
    return out


def _whole(event: Event, gold: GoldEvent, actors: Actors) -> bool:
    met = match_events((event,), (gold,), actors).lines[0].found
    return met and status_fits(event, gold)


def event_fault(match: EventMatch, actors: Actors) -> str:
    """What is wrong with the nearest event, the first fault in the order type, actor, recipient; empty where the line is met."""
    if match.found:
        return ""
    if match.event is None:
        return "not coded"
    if not type_fits(match.event, match.gold):
        return f"coded as {match.event.type}"
    if not actors_fit(match.event, match.gold, actors):
        return "wrong actor" if match.event.actors else "no actor"
    return "wrong recipient" if match.event.recipients else "no recipient"


def _event_line(document: GoldDocument, record: Record, match: EventMatch, actors: Actors) -> Line:
    g = match.gold
    text = record.document.text or document.text or ""
    return Line(
        document.id, g.id, g.type, g.required, match.found, gold_event_text(g, text), event_text(match.event) if match.event else "",
        event_fault(match, actors), around(text, g.trigger.span) if len(text) >= g.trigger.span[1] else "",
    )  # fmt: skip


def event_text(event: Event) -> str:
    """One event on one line: type, modes, trigger, who to whom, status, standing."""

    def who(participants: Sequence[Participant]) -> str:
        return "+".join(p.actor or f"'{p.text}'" for p in participants) or "-"

    return (
        f"{'/'.join((event.type, *event.modes))} '{event.trigger.text}' {who(event.actors)} -> {who(event.recipients)} {event.status}, {event.standing}"
    )


def gold_event_text(gold: GoldEvent, text: str) -> str:
    """One line of gold on one line, as :func:`event_text`."""
    a, b = gold.trigger.span
    words = gold.trigger.text or " ".join(text[a:b].split())
    return f"{'/'.join((gold.type, *gold.modes))} '{words}' {_named(gold.actors)} -> {_named(gold.recipients)} {gold.status}"


def _named(participants: Sequence[GoldParticipant]) -> str:
    return "+".join(p.name or str(_first(p.id) or _first(p.country) or "?") for p in participants) or "-"


def _first(value: object) -> object:
    return value[0] if isinstance(value, tuple) and value else value


# ---------------------------------------------------------------------- statements and positions


def _statements(cases: Sequence[_Case]) -> Part:
    counted: list[list[_Count]] = []
    lines: list[Line] = []
    surplus: list[Surplus] = []
    names = ("content", "a speaker", "parent")
    shares = {name: np.zeros((len(cases), 2)) for name in names}
    for unit, (document, record) in enumerate(cases):
        text = record.document.text
        matches, left = match_statements(record.statements, document.statements or (), {a.id: a for a in record.actors})
        here: list[_Count] = [("statement", CODED)] * sum(m.statement is not None for m in matches)
        for m in matches:
            here += [("statement", REQUIRED), *([("statement", FOUND)] if m.found else [])]
            fault = "" if m.found else "content not found" if m.statement is None else "wrong speaker" if not m.speaker else "wrong parent"
            got = "+".join(p.actor or "?" for p in m.statement.speakers) or "nobody" if m.statement else ""
            lines.append(Line(document.id, m.gold.id, "statement", True, m.found, _named(m.gold.speakers), got, fault, _cut(text, m.gold.content)))
            shares["content"][unit] += (m.statement is not None, 1)
            if m.statement is not None:
                shares["a speaker"][unit] += (m.speaker, 1)
                shares["parent"][unit] += (m.parent, 1)
        if "statements" not in document.partial:
            here += [("statement", CODED), ("statement", WRONG)] * len(left)
            surplus += [
                Surplus(document.id, "statement", "+".join(p.actor or "?" for p in s.speakers) or "nobody", s.confidence, _cut(text, s.content))
                for s in left
            ]
        counted.append(here)
    return _part(["statement"], counted, lines, surplus, shares=shares)


def _cut(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(text[a:b].split()) for a, b in spans)[:200]


def _positions(cases: Sequence[_Case]) -> Part:
    """Several positions of a run may meet one line: 'backs' and 'has long backed'."""
    counted: list[list[_Count]] = []
    lines: list[Line] = []
    surplus: list[Surplus] = []
    for document, record in cases:
        actors = {a.id: a for a in record.actors}
        here: list[_Count] = []
        met: set[str] = set()
        for g in document.positions or ():
            hits = [p for p in record.positions if position_fits(p, g, actors)]
            met |= {p.id for p in hits}
            here += [(g.stance, REQUIRED), *([(g.stance, FOUND)] if hits else [])]
            said = f"{g.holder.name or _named((g.holder,))} {g.stance} {g.question.text or g.question.object}"
            got = f"{hits[0].holder.actor} {hits[0].stance} {hits[0].question.key}" if hits else ""
            lines.append(Line(document.id, g.id, g.stance, True, bool(hits), said, got, "" if hits else "not found", ""))
        for p in record.positions:
            if p.id in met:
                here.append((p.stance, CODED))
            elif "positions" not in document.partial:
                here += [(p.stance, CODED), (p.stance, WRONG)]
                holder = p.holder.actor or p.holder.quantifier or "?"
                surplus.append(
                    Surplus(document.id, p.stance, f"{holder} {p.stance} {p.question.key}", p.confidence, _cut(record.document.text, p.evidence.spans))
                )
        counted.append(here)
    return _part({label for here in counted for label, _ in here}, counted, lines, surplus)
