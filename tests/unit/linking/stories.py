"""Small coded reports made by hand, several of one happening, for tests of linking: no model is needed."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.record import Store, Writer
from dragoman.records import Actor, Document, Event, Magnitude, Mention, Participant, Place, Record, Trigger, When

ACTORS = {
    "Zambia": Actor(id="ZMB", name="Zambia", country="ZMB"),
    "Zambian": Actor(id="ZMB", name="Zambia", country="ZMB"),
    "Malawi": Actor(id="MWI", name="Malawi", country="MWI"),
    "Malawian": Actor(id="MWI", name="Malawi", country="MWI"),
    "Peru": Actor(id="PER", name="Peru", country="PER"),
    "African Union": Actor(id="AU", name="African Union", group="IGO"),
}
TOWNS = ("Chipata", "Mzimba", "Katete")


def coded(id: str, day: str, publisher: str | None, text: str, *events: Event, **more: str) -> Record:
    """A report whose known names are found in its text."""
    mentions = [
        Mention(span=m.span(), text=m.group(), kind="adjective" if name.endswith("n") and name[-2] == "a" else "name", type="state", actor=actor.id)
        for name, actor in ACTORS.items() for m in re.finditer(rf"\b{name}\b", text)
    ]  # fmt: skip
    mentions += [Mention(span=m.span(), text=m.group(), kind="name", type="place") for town in TOWNS for m in re.finditer(town, text)]
    used = {m.actor for m in mentions if m.actor} | {p.actor for e in events for p in (*e.actors, *e.recipients)}
    document = Document(id=id, text=text, published=day, publisher=publisher, **{"coder": "dragoman 0.1.0", "codebook": "plover", "model": "en-1"} | more)
    actors = tuple({a.id: a for a in ACTORS.values() if a.id in used}.values())
    return Record(document=document, mentions=tuple(sorted(mentions, key=lambda m: m.span)), actors=actors, events=events)


def event(
    text: str, id: str, type: str, actor: str, recipient: str | None, trigger: str, day: str | None = None, town: str | None = None,
    killed: tuple[float, float] | None = None, **more: object,
) -> Event:  # fmt: skip
    """An event; its sentence is the one that the trigger stands in. Actor and recipient are names in :data:`ACTORS`."""

    def who(name: str) -> Participant:
        return Participant(actor=ACTORS[name].id, span=(0, 0), text=name)

    at = text.index(trigger)
    start = max((m.end() for m in re.finditer(r"\. ", text[:at])), default=0)
    end = text.find(". ", at)
    place = None
    if town:
        place = Place(name=town, country="ZMB", span=(text.index(town), text.index(town) + len(town)))
    return Event(
        id=id, type=type, actors=(who(actor),), recipients=(who(recipient),) if recipient else (), trigger=Trigger(span=(at, at + len(trigger)), text=trigger),
        sentence=(start, end + 1 if end > 0 else len(text)), sentence_index=0,
        date=When(start=day, end=day, precision="day", basis="text") if day else None, place=place,
        magnitude=(Magnitude(kind="killed", low=killed[0], high=killed[1]),) if killed else (), confidence=0.8, **more,
    )  # fmt: skip


def raid(id: str = "wire", publisher: str | None = "Lake Wire", town: str = "Chipata", day: str = "2031-03-04", published: str = "2031-03-05") -> Record:
    """Malawian soldiers burn a market in a Zambian town; 12 die. 2031-03-04 is a Tuesday."""
    weekday = {"2031-03-04": "Tuesday", "2031-03-03": "Monday"}[day]
    text = (
        f"Malawian soldiers crossed the frontier and burned the covered market of {town} on {weekday}, killing at least 12 traders. "
        "Fishmongers jumped from the loading ramp into the river. Zambia closed its customs sheds and called the ambassador."
    )
    return coded(id, published, publisher, text, event(text, "e1", "ASSAULT", "Malawi", "Zambia", "burned", day, town, killed=(12, 12)))


def raid_again(id: str = "weekly", publisher: str = "Copperbelt Weekly") -> Record:
    """The same raid, in other words, with another toll."""
    text = (
        "Thirty people are dead in Chipata, a mayor says, after troops from Malawi set the market on fire on Tuesday. "
        "Malawi says that it has no soldiers in Zambia. Smugglers were to blame, its spokesman said."
    )
    found = event(text, "e1", "ASSAULT", "Malawi", "Zambia", "set", "2031-03-04", "Chipata", killed=(30, 30), standing="denied")
    return coded(id, "2031-03-06", publisher, text, found)


def raid_reprinted(id: str = "copy", publisher: str = "Evening Copy") -> Record:
    """A reprint of :func:`raid`, its last sentence left out."""
    text = raid().document.text.split(" Zambia closed")[0].replace("at least 12", "at least 14")
    found = event(text, "e1", "ASSAULT", "Malawi", "Zambia", "burned", "2031-03-04", "Chipata", killed=(14, 14))
    return coded(id, "2031-03-05", publisher, text, found)


def uncoded(id: str = "letter", publisher: str = "Valley Letter") -> Record:
    """The same raid in a report of which no event was coded."""
    text = "Smoke still hung over Chipata on Wednesday. Malawian boots had left their prints in the ash of Tuesday, and Zambia wants to see who wore them."
    return coded(id, "2031-03-06", publisher, text)


def harvest(id: str = "other", publisher: str = "Lake Wire") -> Record:
    """Other news of the same states on the same day."""
    text = "Zambia and Malawi will share the costs of a tobacco laboratory, growers heard on Tuesday. The building has stood empty for a decade."
    return coded(id, "2031-03-05", publisher, text, event(text, "e1", "AGREE", "Zambia", "Malawi", "share", None))


def all_reports() -> list[Record]:
    return [raid(), raid_again(), raid_reprinted(), uncoded(), harvest(), raid("elsewhere", town="Katete", day="2031-03-03", published="2031-03-04")]


def keep(place: Path, *batches: list[Record]) -> Store:
    """A record of the reports, each batch a commit."""
    for batch in batches:
        with Writer(Store(place, create=True)) as writer:
            for one in batch:
                writer.add(one)
    return Store(place)
