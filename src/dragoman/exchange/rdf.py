"""RDF as N-Triples, which Turtle readers read too: what was coded, with its provenance by W3C's PROV-O.

    document ◀─ prov:used ─ coding ─ prov:wasAssociatedWith ─▶ coder (prov:SoftwareAgent), by a codebook (prov:Plan)
        ▲                     ▲
        │ oa:hasSource        │ prov:wasGeneratedBy
    #char=5,40 ◀─ prov:wasDerivedFrom ─ event, statement, position ─ dr:actor ... ─▶ actor (prov:Agent)

Words of others are used where they fit: PROV-O for where things come from, Dublin Core for documents, Web Annotation (``oa``) for selections of text, SEM
(van Hage et al. 2011, Simple Event Model) for events, WGS84 for coordinates. The rest is in a vocabulary of its own, ``BASE`` + ``vocab/``, whose
words mean what the contract's fields and the flat tables' columns of that name mean.

Names are stable: a document's ends in its key (``document.sha256``), a coding's in the key that a record has for it, an event's in coding and id, a
selection's in the document and RFC 5147's ``#char=start,end``, which counts characters as spans do. The document's text is not written; evidence is
quoted. Every line is whole in itself and nothing is held but the names of the actors that were described.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import IO
from urllib.parse import quote

from dragoman.errors import QueryError
from dragoman.records import Actor, Document, Event, Participant, Position, Record, Span, Statement, When, coding_key, document_key

BASE = "urn:dragoman:"
"""What names begin with, unless somebody gives a base of their own."""

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PROV = "http://www.w3.org/ns/prov#"
_OA = "http://www.w3.org/ns/oa#"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"
_BASE_IRI = re.compile(r"(?:urn:[a-z0-9][a-z0-9-]{0,31}:|https?://)[!#$&-;=?-\[\]_a-z~%]*", re.I)
_CONTROL = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff]')
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def write(records: Iterable[Record], stream: IO[str], base: str = BASE) -> int:
    """Triples of what the records hold, claims and what did not happen included: each says its status and standing.

    Args:
        records: What was coded.
        stream: Where to write, a line per triple.
        base: What names begin with: ``urn:NAMESPACE:`` or an ``http(s)://`` address that ends in ``/``, ``#`` or ``:``.

    Returns:
        The number of triples.

    Raises:
        QueryError: The base is no such thing.
    """
    if not _BASE_IRI.fullmatch(base) or base[-1] not in "/#:":
        raise QueryError(f"base {base!r}: accepted are urn:NAMESPACE: and http(s) addresses that end in /, # or :")
    described: set[str] = set()
    n = 0
    for record in records:
        for line in _Names(base, record).lines(record, described):
            stream.write(line)
            n += 1
    return n


def _literal(value: object) -> str | None:
    """A value as N-Triples write it (RDF 1.1 N-Triples, section 2.4); null for what is unknown."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{_XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{_XSD}integer>'
    if isinstance(value, float):
        return f'"{value!r}"^^<{_XSD}double>' if math.isfinite(value) else None
    return f'"{_CONTROL.sub(_escape, str(value))}"'


def _escape(found: re.Match[str]) -> str:
    """An escaped character; half of a surrogate pair is no character, and becomes the one that says so."""
    c = found[0]
    return _SHORT.get(c) or (f"\\u{ord(c):04X}" if c < "\ud800" else "\ufffd")


def _time(text: str | None) -> str | None:
    """A day or a moment with its type; what is neither stays text."""
    if not text:
        return None
    for read, kind in ((date.fromisoformat, "date"), (datetime.fromisoformat, "dateTime")):
        try:
            return f'"{read(text).isoformat()}"^^<{_XSD}{kind}>'
        except ValueError:
            continue
    return _literal(text)


def _quoted(text: str) -> str:
    """Text as a part of a name: everything but letters, digits and ``_.-~`` in per cent signs."""
    return quote(text.encode("utf8", "replace"), safe="")


class _Names:
    """The names of what one record holds, and its triples."""

    def __init__(self, base: str, record: Record) -> None:
        self.base, self.vocab = base, f"{base}vocab/"
        document = record.document
        self.text = document.text
        self.document = f"{base}document/{document_key(document)}"
        self.coding = f"{base}coding/{coding_key(document)}"

    def own(self, id: str) -> str:
        """Of an event, a statement or a position."""
        return f"{self.coding}/{_quoted(id)}"

    def part(self, span: Span) -> str:
        return f"{self.document}#char={span[0]},{span[1]}"

    def actor(self, id: str) -> str:
        return f"{self.base}actor/{_quoted(id)}"

    def lines(self, record: Record, described: set[str]) -> Iterator[str]:
        yield from self._coding(record.document)
        for actor in record.actors:
            if actor.id not in described:
                described.add(actor.id)
                yield from self._actor(actor)
        spans: set[Span] = set()
        for event in record.events:
            yield from self._event(event, spans)
        for statement in record.statements:
            yield from self._statement(statement, spans)
        for position in record.positions:
            yield from self._position(position, spans)
        for span in sorted(spans):
            yield from self._selection(span)

    @staticmethod
    def _line(subject: str, predicate: str, to: str | None) -> Iterator[str]:
        """One triple; nothing where the object is unknown."""
        if to is not None:
            yield f"<{subject}> <{predicate}> {to} .\n"

    def _say(self, subject: str, *said: tuple[str, object]) -> Iterator[str]:
        """Literals; a list is one triple for each."""
        for predicate, value in said:
            for one in value if isinstance(value, tuple) else (value,):
                yield from self._line(subject, predicate, _literal(one))

    def _link(self, subject: str, *links: tuple[str, str | None]) -> Iterator[str]:
        for predicate, to in links:
            yield from self._line(subject, predicate, f"<{to}>" if to else None)

    def _coding(self, d: Document) -> Iterator[str]:
        coder, plan = f"{self.base}coder/{_quoted(d.coder or '-')}", f"{self.base}codebook/{_quoted(d.codebook or '-')}"
        association, model = f"{self.coding}/association", f"{self.base}model/{_quoted(d.model or '-')}"
        yield from self._link(self.document, (f"{_RDF}type", f"{_PROV}Entity"))
        yield from self._say(
            self.document, (f"{_TERMS}identifier", d.id), (f"{_TERMS}title", d.title), (f"{_DC}publisher", d.publisher), (f"{_DC}language", d.language),
            (f"{_DC}source", d.url), (f"{self.vocab}characters", len(d.text)),
        )  # fmt: skip
        yield from self._line(self.document, f"{_TERMS}issued", _time(d.published))
        yield from self._link(
            self.coding, (f"{_RDF}type", f"{_PROV}Activity"), (f"{_PROV}used", self.document), (f"{_PROV}used", model), (f"{_PROV}wasAssociatedWith", coder),
            (f"{_PROV}qualifiedAssociation", association),
        )  # fmt: skip
        yield from self._link(association, (f"{_RDF}type", f"{_PROV}Association"), (f"{_PROV}agent", coder), (f"{_PROV}hadPlan", plan))
        for name, kind, label in ((coder, "SoftwareAgent", d.coder), (plan, "Plan", d.codebook), (model, "Entity", d.model)):
            yield from self._link(name, (f"{_RDF}type", f"{_PROV}{kind}"))
            yield from self._say(name, (f"{_RDFS}label", label))

    def _actor(self, a: Actor) -> Iterator[str]:
        name = self.actor(a.id)
        yield from self._link(name, (f"{_RDF}type", f"{_PROV}Agent"), (f"{_RDF}type", f"{_SEM}Actor"))
        yield from self._say(
            name, (f"{_TERMS}identifier", a.id), (f"{_RDFS}label", a.name), (f"{self.vocab}country", a.country), (f"{self.vocab}claimed_by", a.claimed_by),
            (f"{self.vocab}group", a.group), (f"{self.vocab}sectors", a.sectors),
        )  # fmt: skip
        if re.fullmatch(r"Q\d+", a.wikidata or ""):
            yield from self._link(name, (_SAME, f"http://www.wikidata.org/entity/{a.wikidata}"))

    def _made(self, id: str, *kinds: str) -> Iterator[str]:
        """What all that a coding makes has in common."""
        yield from self._link(self.own(id), *((f"{_RDF}type", kind) for kind in (*kinds, f"{_PROV}Entity")), (f"{_PROV}wasGeneratedBy", self.coding))
        yield from self._say(self.own(id), (f"{_TERMS}identifier", id))

    def _derived(self, id: str, evidence: Iterable[Span], spans: set[Span]) -> Iterator[str]:
        for span in evidence:
            spans.add(span)
            yield from self._link(self.own(id), (f"{_PROV}wasDerivedFrom", self.part(span)))

    def _parties(self, id: str, field: str, parties: Iterable[Participant], *more: str) -> Iterator[str]:
        for p in parties:
            if p.actor:
                yield from self._link(self.own(id), *((predicate, self.actor(p.actor)) for predicate in (f"{self.vocab}{field}", *more)))

    def _when(self, id: str, when: When | None, start: str, end: str) -> Iterator[str]:
        if when:
            yield from self._line(self.own(id), start, _time(when.start))
            yield from self._line(self.own(id), end, _time(when.end))

    def _event(self, e: Event, spans: set[Span]) -> Iterator[str]:
        name, word = self.own(e.id), partial("{}{}".format, self.vocab)
        yield from self._made(e.id, word("Event"), f"{_SEM}Event")
        yield from self._say(
            name, (word("type"), e.type), (word("modes"), e.modes), (word("cameo"), e.cameo), (word("goldstein"), e.goldstein), (word("contexts"), e.contexts),
            (word("quad"), e.quad), (word("score"), e.score), (word("status"), e.status), (word("standing"), e.standing),
            (word("theme"), e.theme and e.theme.text), (word("confidence"), e.confidence),
        )  # fmt: skip
        yield from self._parties(e.id, "actor", e.actors, f"{_SEM}hasActor")
        yield from self._parties(e.id, "recipient", e.recipients, f"{_SEM}hasActor")
        yield from self._when(e.id, e.date, f"{_SEM}hasBeginTimeStamp", f"{_SEM}hasEndTimeStamp")
        yield from self._when(e.id, e.about, word("about_start"), word("about_end"))
        yield from self._link(
            name, (word("statement"), e.statement and self.own(e.statement)), (word("same_as"), e.same_as and self.own(e.same_as)),
            (word("theme_event"), self.own(e.theme.event) if e.theme and e.theme.event else None), (f"{_SEM}hasPlace", f"{name}/place" if e.place else None),
        )  # fmt: skip
        if e.place:
            p = e.place
            yield from self._link(f"{name}/place", (f"{_RDF}type", f"{_SEM}Place"), (_SAME, f"https://sws.geonames.org/{p.geonames}/" if p.geonames else None))
            yield from self._say(
                f"{name}/place", (f"{_RDFS}label", p.name), (word("country"), p.country), (word("admin1"), p.admin1), (f"{_GEO}lat", p.lat),
                (f"{_GEO}long", p.lon), (word("place_precision"), p.precision),
            )  # fmt: skip
        yield from self._derived(e.id, dict.fromkeys((e.sentence, e.trigger.span, *(p.span for p in (*e.actors, *e.recipients)))), spans)

    def _statement(self, s: Statement, spans: set[Span]) -> Iterator[str]:
        name, word = self.own(s.id), partial("{}{}".format, self.vocab)
        yield from self._made(s.id, word("Statement"))
        yield from self._say(
            name, (word("kind"), s.kind), (word("cue"), s.cue and s.cue.text), (word("cue_class"), s.cue and s.cue.cls),
            (word("negated"), s.cue and s.cue.negated), (word("modality"), s.cue and s.cue.modality), (word("confidence"), s.confidence),
        )  # fmt: skip
        yield from self._parties(s.id, "speaker", s.speakers, f"{_PROV}wasAttributedTo")
        yield from self._parties(s.id, "addressee", s.addressees)
        yield from self._when(s.id, s.date, word("date_start"), word("date_end"))
        yield from self._link(name, (word("parent"), s.parent and self.own(s.parent)))
        for span in s.content:
            yield from self._link(name, (word("content"), self.part(span)))
        yield from self._derived(s.id, dict.fromkeys((*s.content, *(p.span for p in s.speakers), *((s.cue.span,) if s.cue else ()))), spans)

    def _position(self, p: Position, spans: set[Span]) -> Iterator[str]:
        name, word = self.own(p.id), partial("{}{}".format, self.vocab)
        yield from self._made(p.id, word("Position"))
        yield from self._say(
            name, (word("stance"), p.stance), (word("question"), p.question.key), (word("question_text"), p.question.text), (word("verb"), p.verb),
            (word("tense"), p.tense), (word("condition"), p.condition), (word("strength"), p.strength), (word("change"), p.change),
            (word("standing"), p.standing), (word("quantifier"), p.holder.quantifier), (word("confidence"), p.confidence),
        )  # fmt: skip
        yield from self._line(name, word("as_of"), _time(p.as_of))
        holder = self.actor(p.holder.actor) if p.holder.actor else None
        yield from self._link(
            name, (word("holder"), holder), (f"{_PROV}wasAttributedTo", holder), (word("statement"), p.statement and self.own(p.statement)),
            *((f"{_PROV}wasDerivedFrom", self.own(id)) for id in (*p.evidence.events, *p.evidence.statements)),
        )  # fmt: skip
        yield from self._derived(p.id, dict.fromkeys((p.holder.span, *p.evidence.spans)), spans)

    def _selection(self, span: Span) -> Iterator[str]:
        """A piece of the document: where it stands, and its words."""
        name = self.part(span)
        position, words = f"{name}&position", f"{name}&quote"
        yield from self._link(
            name, (f"{_RDF}type", f"{_OA}SpecificResource"), (f"{_RDF}type", f"{_PROV}Entity"), (f"{_OA}hasSource", self.document),
            (f"{_PROV}wasQuotedFrom", self.document), (f"{_OA}hasSelector", position), (f"{_OA}hasSelector", words),
        )  # fmt: skip
        yield from self._link(position, (f"{_RDF}type", f"{_OA}TextPositionSelector"))
        yield from self._say(position, (f"{_OA}start", span[0]), (f"{_OA}end", span[1]))
        yield from self._link(words, (f"{_RDF}type", f"{_OA}TextQuoteSelector"))
        yield from self._say(words, (f"{_OA}exact", self.text[slice(*span)]))
