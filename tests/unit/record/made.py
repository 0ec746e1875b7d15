"""Small records made by hand, for tests of the record and of the formats: no model is needed."""

from __future__ import annotations

from dragoman.records import (
    Actor,
    Cue,
    Document,
    Event,
    Evidence,
    Holder,
    Magnitude,
    Participant,
    Place,
    Position,
    Question,
    Record,
    Statement,
    Theme,
    Trigger,
    When,
)

ACTORS = {
    a.id: a
    for a in (
        Actor(id="NOR", name="Norway", country="NOR", wikidata="Q20"),
        Actor(id="NOR-GOV", name="Government of Norway", country="NOR", sectors=("GOV",)),
        Actor(id="NOR-LEG", name="Parliament of Norway", country="NOR", sectors=("LEG",)),
        Actor(id="CHL", name="Chile", country="CHL", wikidata="Q298"),
        Actor(id="CHL-MIL", name="Chilean armed forces", country="CHL", sectors=("MIL", "GOV")),
        Actor(id="~ana-rojas", name="Ana Rojas", country="CHL", sectors=("GOV",), role="foreign minister"),
        Actor(id="~dock-workers", name="dock workers", country="CHL", sectors=("LAB",)),
        Actor(id="NKR", name="Nagorno-Karabakh Republic", country="NKR", claimed_by="AZE", sectors=("GOV",)),
        Actor(id="UN", name="United Nations", group="UNO", sectors=("IGO",)),
        Actor(id="EU", name="European Union", group="EUR"),
    )
}


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def who(text: str, actor: str, words: str) -> Participant:
    return Participant(actor=actor, span=span(text, words), text=words)


def on(day: str | None, end: str | None = None) -> When | None:
    return None if day is None else When(start=day, end=end or day, precision="day", basis="text")


def event(
    text: str, id: str, type: str, actor: tuple[str, str], recipient: tuple[str, str] | None, trigger: str, day: str | None, **more: object
) -> Event:
    """An event whose sentence is the whole text; actor and recipient are an id and the words for it."""
    given = {"quad": "VERBAL CONFLICT", "score": -3.5, "cameo": "111", "goldstein": -2.0, "confidence": 0.8} | more
    return Event(
        id=id, type=type, actors=(who(text, *actor),), recipients=(who(text, *recipient),) if recipient else (), sentence=(0, len(text)),
        trigger=Trigger(span=span(text, trigger), text=trigger), sentence_index=0, date=on(day), **given,
    )  # fmt: skip


def record(text: str, id: str, published: str | None, **more: object) -> Record:
    """A coded document; the actors are those that its events, statements and positions name."""
    codings = {k: more.pop(k) for k in ("coder", "codebook", "model", "publisher", "url", "meta", "title") if k in more}
    document = Document(id=id, text=text, published=published, **{"coder": "dragoman 0.1.0", "codebook": "plover-2.0+1", "model": "en-1"} | codings)
    used = {p.actor for e in more.get("events", ()) for p in (*e.actors, *e.recipients)}
    used |= {p.actor for s in more.get("statements", ()) for p in s.speakers} | {p.holder.actor for p in more.get("positions", ())}
    return Record(document=document, actors=tuple(a for i, a in ACTORS.items() if i in used), **more)


def accusation(**codings: str) -> Record:
    """Norway accuses Chile's navy, by its own account, of something that Chile's minister denies."""
    text = "Norway accused the Chilean navy of ramming a trawler off Arica on 3 May. Ana Rojas said: “Nobody rammed anything.”"
    events = (
        event(text, "e1", "ACCUSE", ("NOR", "Norway"), ("CHL-MIL", "the Chilean navy"), "accused", "2022-05-04", modes=("allege",), cameo="112",
              contexts=("military", "territory"), theme=Theme(text="ramming a trawler off Arica", span=span(text, "ramming a trawler off Arica"), event="e2")),
        event(text, "e2", "ASSAULT", ("CHL-MIL", "the Chilean navy"), ("NOR", "Norway"), "ramming", "2022-05-03", quad="MATERIAL CONFLICT", score=-9.0,
              cameo="190", goldstein=-10.0, standing="denied", statement="s1", confidence=0.6,
              place=Place(name="Arica", country="CHL", admin1="Arica y Parinacota", geonames=3899361, lat=-18.4746, lon=-70.29792, span=span(text, "Arica")),
              magnitude=(Magnitude(kind="items", low=1, high=1, unit="trawler", span=span(text, "a trawler")),),
              why={"frame": "assault.03", "reader": {"ASSAULT": 0.7}}),
    )  # fmt: skip
    words = "“Nobody rammed anything.”"
    statements = (
        Statement(id="s1", speakers=(who(text, "NOR", "Norway"),), cue=Cue(span=span(text, "accused"), text="accused", cls="speech"),
                  content=(span(text, "ramming a trawler off Arica on 3 May"),), date=on("2022-05-04"), confidence=0.9),
        Statement(id="s2", speakers=(who(text, "~ana-rojas", "Ana Rojas"),), cue=Cue(span=span(text, "said"), text="said", cls="speech"),
                  content=(span(text, words),), verbatim=(span(text, words),), kind="direct", date=on("2022-05-04"), confidence=0.95),
    )  # fmt: skip
    more = {"publisher": "Fjord Wire", "url": "https://example.org/1", "meta": {"desk": "world", "n": 3}, "title": "A trawler"} | codings
    return record(text, "trawler", "2022-05-04", events=events, statements=statements, **more)


def stance(id: str, day: str, holder: tuple[str, str], stance: str, **codings: str) -> Record:
    """Somebody's position on whether Karabakh is to be recognized."""
    verb = {"supports": "backed", "opposes": "rejected", "withholds": "did not back"}[stance]
    text = f"{holder[1]} {verb} the recognition of the Nagorno-Karabakh Republic."
    events = (event(text, "e1", "SUPPORT" if stance == "supports" else "REJECT", holder, ("NKR", "the Nagorno-Karabakh Republic"), verb.split()[-1], day,
                    status="negated" if stance == "withholds" else "actual", quad="VERBAL COOPERATION" if stance == "supports" else "VERBAL CONFLICT",
                    score=5.0 if stance == "supports" else -4.0, cameo="051" if stance == "supports" else "120"),)  # fmt: skip
    positions = (
        Position(
            id="p1", holder=Holder(actor=holder[0], span=span(text, holder[1])), stance=stance, verb=verb, target={"actor": "NKR"},
            question=Question(key="recognize(NKR)", predicate="recognize", object="NKR", text="recognition of the Nagorno-Karabakh Republic"),
            as_of=day, evidence=Evidence(events=("e1",), spans=((0, len(text)),)), confidence=0.8,
        ),
    )  # fmt: skip
    return record(text, id, day, events=events, positions=positions, publisher="Andes Daily", **codings)


def talks(n: int, day: str = "2022-06-01", **codings: str) -> Record:
    """The nth of many small reports of Norway's government visiting Chile."""
    text = f"Report {n}: Norway's government visited Chile."
    visit = event(text, "e1", "CONSULT", ("NOR-GOV", "Norway's government"), ("CHL", "Chile"), "visited", day, modes=("visit",), cameo="042",
                  goldstein=1.9, quad="VERBAL COOPERATION", score=4.0)  # fmt: skip
    return record(text, f"talks-{n}", day, events=(visit,), publisher="Fjord Wire", **codings)


def all_records() -> list[Record]:
    """Ten documents: the accusation, positions of four holders, one of whom changes sides, and four visits."""
    sides = (
        ("s1", "2022-01-10", ("NOR", "Norway"), "withholds"), ("s2", "2022-02-10", ("CHL", "Chile"), "supports"),
        ("s3", "2022-03-10", ("NOR-LEG", "Norway's parliament"), "supports"), ("s4", "2022-04-10", ("CHL", "Chile"), "opposes"),
        ("s5", "2022-04-11", ("EU", "The EU"), "opposes"),
    )  # fmt: skip
    return [accusation(), *(stance(*s) for s in sides), *(talks(n, f"2022-06-0{n}") for n in range(1, 5))]
