"""Small records and gold for the tests: one sentence, its words found by text."""

from __future__ import annotations

from typing import Any

from dragoman.evaluate.gold import GoldDocument, GoldEvent, GoldParticipant, GoldTrigger
from dragoman.records import Actor, Document, Event, Participant, Record, Span, Trigger

TEXT = "Oslo condemned the raid. Later Rome sent tents to Lima, and Oslo warned Lima."
ACTORS = {
    "NOR": Actor(id="NOR", name="Norway", country="NOR"),
    "ITA-GOV": Actor(id="ITA-GOV", name="Government of Italy", country="ITA", sectors=("GOV",)),
    "PER": Actor(id="PER", name="Peru", country="PER"),
    "NKR": Actor(id="NKR", name="Nagorno-Karabakh", country="NKR", claimed_by="AZE"),
    "UNSC": Actor(id="UNSC", name="Security Council", group="UNO", sectors=("GOV",)),
}


def span(word: str, text: str = TEXT, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    return at, at + len(word)


def party(actor: str | None, word: str = "Oslo", via: Span | None = None, nth: int = 0) -> Participant:
    return Participant(actor=actor, span=span(word, nth=nth), text=word, via=via)


def event(type: str, word: str, actors: tuple[Participant, ...] = (), recipients: tuple[Participant, ...] = (), **more: Any) -> Event:
    at = span(word)
    return Event(
        **{
            "id": f"{type}-{word}", "type": type, "actors": actors, "recipients": recipients, "trigger": Trigger(span=at, text=word),
            "sentence": (0, len(TEXT)), "sentence_index": 0, **more,
        }
    )  # fmt: skip


def gold(type: str, word: str, **more: Any) -> GoldEvent:
    return GoldEvent(**{"id": f"{type}-{word}", "type": type, "trigger": GoldTrigger(span=span(word)), **more})


def who(**fields: Any) -> GoldParticipant:
    return GoldParticipant(**fields)


def record(id: str, *events: Event, text: str = TEXT, **more: Any) -> Record:
    return Record(document=Document(id=id, text=text, coder="dragoman test"), actors=tuple(ACTORS.values()), events=events, **more)


def document(id: str, *events: GoldEvent, **more: Any) -> GoldDocument:
    return GoldDocument(**{"id": id, "text": TEXT, "events": events, **more})
