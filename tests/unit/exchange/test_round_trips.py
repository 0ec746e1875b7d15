"""Whatever is written in a format comes back out of it, as far as the format can hold it: for each one that is read."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.exchange import READERS, WRITERS, ForeignEvent
from dragoman.exchange.crosswalk import Crosswalk
from dragoman.records import Actor, Document, Event, Participant, Place, Record, Trigger, When

MISSING = {"None", "NULL", "NA"}
"""Words that these formats write for what is unknown; and ICEWS's files have quotation marks around cells."""
NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters='"'), min_size=1, max_size=30).filter(lambda s: flat(s) not in (None, *MISSING))
COUNTRIES = st.sampled_from(("NOR", "CHL", "KEN", "USA", "FRA", "PER"))
SECTORS = st.lists(st.sampled_from(("GOV", "MIL", "LEG", "REB", "COP", "CVL", "BUS", "JRN")), unique=True, max_size=3).map(tuple)
CODES = st.sampled_from(("036", "057", "042", "0841", "112", "120", "1411", "190"))
DAYS = st.dates(date(1900, 1, 1)).map(lambda d: d.isoformat())
HUNDREDTHS = st.integers(-1000, 1000).map(lambda n: n / 100)
PLACES = st.builds(
    Place, name=NAMES, country=COUNTRIES, admin1=st.none() | NAMES, geonames=st.integers(1, 10**7), lat=st.integers(-9000, 9000).map(lambda n: n / 100),
    lon=st.integers(-18000, 18000).map(lambda n: n / 100), precision=st.just("city"),
)  # fmt: skip
CROSSWALK = Crosswalk.load()


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A document with one event, of one actor toward another."""
    actors = [Actor(id=f"~{n}", name=draw(NAMES), country=draw(COUNTRIES), sectors=draw(SECTORS)) for n in range(2)]
    text = draw(NAMES)
    span = (0, len(text))
    who, whom = (Participant(actor=a.id, span=span, text=text) for a in actors)
    code, day = draw(CODES), draw(DAYS)
    type_, mode = CROSSWALK.plover(code)
    event = Event(
        id="e1", type=str(type_), modes=(mode,) if mode else (), cameo=code, goldstein=draw(HUNDREDTHS), score=draw(HUNDREDTHS),
        quad="VERBAL CONFLICT", contexts=("military",), actors=(who,), recipients=(whom,), trigger=Trigger(span=span, text=text), sentence=span,
        sentence_index=0, date=When(start=day, end=day, precision="day", basis="text"), place=draw(st.none() | PLACES),
    )  # fmt: skip
    document = Document(id=draw(NAMES), text=text, published=draw(DAYS), publisher=draw(NAMES), url="https://example.org/1", coder="c")
    return Record(document=document, actors=tuple(actors), events=(event,))


def flat(text: str | None) -> str | None:
    """One line of a table."""
    return text and (" ".join(text.replace("\x00", " ").split()) or None)


def there_and_back(format: str, record: Record) -> ForeignEvent:
    stream = io.StringIO()
    assert WRITERS[format]([record], stream) == 1
    (read,) = READERS[format](stream.getvalue().encode("utf8"), "file")
    return read


def expected(format: str, record: Record) -> dict[str, Any]:
    """What each format can hold of the event, in the terms of what is read back."""
    (event,) = record.events
    who, whom = record.actors
    place = event.place
    tells: dict[str, Any] = {
        "date": event.date and event.date.start, "type": event.type, "actor_country": who.country, "recipient_country": whom.country,
        "lat": place and place.lat, "lon": place and place.lon, "place_country": place and place.country,
    }  # fmt: skip
    own = {"score": event.score, "modes": event.modes, "quad": event.quad, "contexts": event.contexts, "geonames": place and place.geonames}
    foreign = {"score": event.goldstein, "cameo": event.cameo}
    names = {"actor": flat(who.name), "recipient": flat(whom.name), "publisher": flat(record.document.publisher)}
    sectors = {"actor_sectors": who.sectors, "recipient_sectors": whom.sectors}
    where = {"place": place and flat(place.name), "admin1": place and flat(place.admin1)}
    whole = {"actor": who.name, "recipient": whom.name, "publisher": record.document.publisher, "place": place and place.name,
             "admin1": place and place.admin1}  # fmt: skip
    return tells | {
        "polecat": own | names | sectors | where, "plover": own | whole | sectors, "icews": foreign | names | sectors | where,
        "gdelt": foreign | sectors | {"quad": event.quad if event.cameo in ("112", "120") else None, "url": record.document.url},
        "phoenix": foreign | sectors | where | {"contexts": event.contexts, "url": record.document.url},
    }[format]  # fmt: skip


@pytest.mark.parametrize("format", READERS)
@given(record=records())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_event_comes_back(format: str, record: Record) -> None:
    read = msgspec.structs.asdict(there_and_back(format, record))
    tells = expected(format, record)
    if format == "gdelt":
        tells = {name: value for name, value in tells.items() if name != "quad" or value}
    assert {name: read[name] for name in tells} == tells
