"""What of a coded report is compared with other reports: who, where, when, which words; and the same for each of its events.

    Record ──▶ Report: names, states, towns, days, numbers, signature of the text
                 └─▶ Telling: type, sides, day, town, words of the sentence, one per event

A report's description depends on nothing but the report. Its publisher is kept for counting, and is never compared.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

import msgspec

from dragoman.linking._reprints import signature
from dragoman.linking._words import CALENDAR, NUMBERS, WORD, Token, number, sentence_starts, stem, tokens
from dragoman.linking.rarity import Rarity
from dragoman.records import Actor, Event, Participant, Record
from dragoman.world.calendar import find_times

VERSION = 1
"""Of these descriptions and of what is made from them: another number describes and links all reports again."""

KNOWN_ACTOR = 0.4
"""What the name of a known actor says, such as an international organization: it has a part in much of a day's news."""
RECENT_DAYS = 10
"""Days before publication that can be the day of what a report is about; older ones are its background."""
_LONGEST_RANGE = 3
"""Days of a time that still names a day: 'at the weekend'."""
_NEAR_CUE = 16
"""Characters from a verb of speech to the day on which it was said: 'said late on Monday'."""
_DAYS_BEFORE = re.compile(r"\b(?:(\w+) days|the day|a day) (?:after|before|earlier)\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told \w+|says|added|announced|admitted|reported|acknowledged|confirmed|warned)(?: late| early)?(?: on)? \Z")
_WEEKEND = re.compile(r"\bweekend\b(?! (?:of|that|after|before))", re.IGNORECASE)
_SENTENCE_WORDS = 60
_BEGINNING, _WHOLE = 2_000, 50_000
"""Characters of a report that are compared: what it is about stands in its first paragraphs; and of which the signature is made."""


class Telling(msgspec.Struct, frozen=True, array_like=True):
    """One coded event, as it is compared."""

    event: str
    type: str
    modes: frozenset[str]
    actors: frozenset[str]
    """Countries, and ids of known actors that are no country's."""
    recipients: frozenset[str]
    ids: frozenset[str]
    """Of everybody on either side."""
    days: frozenset[int]
    """Days (proleptic ordinals) on which the text says it happened; empty where it does not say."""
    town: str
    names: frozenset[str]
    stems: frozenset[str]
    start: int
    """Where the trigger stands."""
    actual: bool


class Report(msgspec.Struct, frozen=True, array_like=True):
    """One coded report, as it is compared."""

    key: str
    """Of the coding."""
    document: str
    publisher: str | None
    published: int
    """Day (proleptic ordinal)."""
    names: dict[str, float]
    """Names in the text, and how much each says."""
    lead_names: frozenset[str]
    states: frozenset[str]
    lead_states: frozenset[str]
    towns: frozenset[str]
    lead_towns: frozenset[str]
    days: frozenset[int]
    """Recent days that the text names, but for those on which somebody only said something."""
    lead_days: frozenset[int]
    numbers: frozenset[float]
    stems: dict[str, float]
    signature: bytes
    """MinHash of the text."""
    tellings: tuple[Telling, ...]


def describe(record: Record, rarity: Rarity, key: str) -> Report | None:
    """The description of a report; null for one without a date of publication, which can't be linked.

    Args:
        record: The coded report.
        rarity: Weights of words.
        key: Of the coding.
    """
    day = _ordinal(record.document.published)
    if day is None:
        return None
    whole, text = record.document.text[:_WHOLE], record.document.text[:_BEGINNING]
    starts = sentence_starts(text)
    lead_end = starts[1] if len(starts) > 1 else len(text)
    words = list(tokens(text, starts, rarity))
    sign = signature([m.group().lower() for m in WORD.finditer(whole)])
    actors = {a.id: a for a in record.actors}
    known, states = _known(record, actors)
    words = [t if t.start not in known else t._replace(word=known[t.start], name=bool(known[t.start])) for t in words]
    words = [t for t in words if t.word]
    names = {t.word: KNOWN_ACTOR if t.start in known else 0.2 + 0.8 * rarity(t.word) for t in words if t.name}
    recent = _days(text, dt.date.fromordinal(day), [s.cue.span[1] for s in record.statements if s.cue])
    towns = dict(_towns(record))
    return Report(
        key=key, document=record.document.id, publisher=record.document.publisher, published=day,
        names=names, lead_names=frozenset(t.word for t in words if t.name and t.start < lead_end),
        states=frozenset(s for s in states.values() if s), lead_states=frozenset(s for start, s in states.items() if s and start < lead_end),
        towns=frozenset(towns.values()), lead_towns=frozenset(town for start, town in towns.items() if start < lead_end),
        days=frozenset(d for _, days in recent for d in days), lead_days=frozenset(d for start, days in recent if start < lead_end for d in days),
        numbers=frozenset(n for t in words if (n := number(t.word)) is not None),
        stems=_weights(words, rarity), signature=sign,
        tellings=tuple(_telling(e, record, actors, words) for e in record.events if e.same_as is None and e.trigger.span[0] < _BEGINNING),
    )  # fmt: skip


def _known(record: Record, actors: Mapping[str, Actor]) -> tuple[dict[int, str], dict[int, str | None]]:
    """Where known actors are named: for each word its actor's id, once, so that all its names are one; and where states have a part.

    A state's own names say no more than that it has a part, so they are left out of the names.
    """
    ids: dict[int, str] = {}
    states: dict[int, str | None] = {}
    for m in record.mentions:
        actor = actors.get(m.actor or "")
        if actor is None:
            continue
        states[m.span[0]] = actor.country
        if m.kind in ("name", "metonym", "adjective") and not actor.id.startswith("~"):
            of_state = actor.country is not None and (actor.id == actor.country or actor.id.startswith(f"{actor.country}-GOV"))
            starts = [m.span[0] + w.start() for w in WORD.finditer(m.text)]
            ids.update(dict.fromkeys(starts, ""))
            if starts and not of_state:
                ids[starts[0]] = actor.id if actor.country else actor.id.split("-")[0]  # the Council of the EU is the EU
    return ids, states


def _ordinal(day: str | None) -> int | None:
    try:
        return dt.date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def _weights(words: Iterable[Token], rarity: Rarity) -> dict[str, float]:
    out: dict[str, float] = {}
    for t in words:
        if not t.name and len(t.word) > 2 and t.word[0].isalpha() and t.word not in CALENDAR:
            out[stem(t.word)] = max(out.get(stem(t.word), 0.0), rarity(t.word))
    return {s: w for s, w in out.items() if w > 0.1}


def _days(text: str, published: dt.date, cues: Iterable[int]) -> list[tuple[int, frozenset[int]]]:
    """Where recent days are named, and which; days on which somebody only spoke are left out."""
    spoken = list(cues)
    found: list[tuple[int, frozenset[int]]] = []
    said: list[tuple[int, frozenset[int]]] = []
    for t in find_times(text, published.isoformat()):
        first, last = _ordinal(t.start), _ordinal(t.end or t.start)
        if first is None or last is None or t.type not in ("DATE", "TIME") or last - first >= _LONGEST_RANGE:
            continue
        if -RECENT_DAYS <= first - published.toordinal() <= 0:
            days = frozenset(range(first, min(last, published.toordinal()) + 1))
            start = t.span[0]
            only_said = any(0 <= start - c <= _NEAR_CUE for c in spoken) or _SAID.search(text, max(0, start - 30), start)
            (said if only_said else found).append((start, days))
    for m in _WEEKEND.finditer(text):
        sunday = published.toordinal() - published.isoweekday() % 7
        found.append((m.start(), frozenset({sunday - 1, sunday})))
    for m in _DAYS_BEFORE.finditer(text):  # 'stood in ruins on Friday, two days after the army shelled it'
        n = 1 if m[1] is None else _count(m[1])
        anchors = sorted((start, days) for start, days in (*found, *said) if start < m.start() and len(days) == 1)
        anchor = min(anchors[-1][1]) if anchors else published.toordinal()
        if 0 < n <= RECENT_DAYS:
            found.append((m.start(), frozenset({anchor - n})))
    return found


def _count(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else int(NUMBERS.get(word.lower(), 0))


def _towns(record: Record) -> Iterable[tuple[int, str]]:
    """Where towns are named, by the words in the text: names of places that are no actor, and places of events."""
    for m in record.mentions:
        if m.kind == "name" and m.type == "place" and m.actor is None:
            yield m.span[0], m.text.lower()
    for e in record.events:
        if (name := _town(e, record.document.text)) and e.place and e.place.span:
            yield e.place.span[0], name


def _town(event: Event, text: str) -> str:
    place = event.place
    if place is None or place.span is None or place.basis != "text" or place.precision not in ("city", "exact", "district"):
        return ""
    return text[slice(*place.span)].lower()


def _telling(event: Event, record: Record, actors: Mapping[str, Actor], words: Iterable[Token]) -> Telling:
    inside = [t for t in words if event.sentence[0] <= t.start < event.sentence[1]][:_SENTENCE_WORDS]
    return Telling(
        event=event.id, type=event.type, modes=frozenset(event.modes), actors=_side(event.actors, actors), recipients=_side(event.recipients, actors),
        ids=frozenset(p.actor for p in (*event.actors, *event.recipients) if p.actor), days=_event_days(event, _ordinal(record.document.published) or 0),
        town=_town(event, record.document.text), names=frozenset(t.word for t in inside if t.name),
        stems=frozenset(stem(t.word) for t in inside if not t.name and len(t.word) > 3), start=event.trigger.span[0], actual=event.status == "actual",
    )  # fmt: skip


def _side(participants: Iterable[Participant], actors: Mapping[str, Actor]) -> frozenset[str]:
    """Countries, and the ids of those who are no country's: who a side is for comparing, whatever organ or person acts."""
    known = [actors[p.actor] for p in participants if p.actor is not None and p.actor in actors]
    return frozenset(a.country or a.id for a in known if a.country or not a.id.startswith("~"))


def _event_days(event: Event, published: int) -> frozenset[int]:
    """The days that the text gives; of a longer time long before the report its first day, which is no day of anything recent."""
    when = event.date
    if when is None or when.basis == "published":
        return frozenset()
    first, last = _ordinal(when.start), _ordinal(when.end or when.start)
    if first is None or last is None or last < first:
        return frozenset()
    if when.precision in ("day", "minute") and last - first < RECENT_DAYS:
        return frozenset(range(first, last + 1))
    return frozenset({first}) if last < published - RECENT_DAYS else frozenset()
