"""What every room speaks in: the records of the public contract.

    Record ─┬─ document   what was read
            ├─ mentions ─▶ actors
            ├─ events, statements, positions, disagreements, roles
            └─ problems   what went wrong, or is doubtful

A ``span`` is half-open ``[start, end)`` in Unicode code points of ``document.text``. Dates are ISO 8601 strings; a null
``start`` or ``end`` means open. ``confidence`` is a probability in [0, 1] that the record is right as a whole.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

Span = tuple[int, int]


class _Record(msgspec.Struct, frozen=True, kw_only=True):
    """Immutable, keyword-only; encoded by msgspec with all fields present."""


class Document(_Record, frozen=True, kw_only=True):
    id: str
    text: str
    title: str | None = None
    published: str | None = None
    published_basis: str | None = None
    """``option``, ``field``, ``header``, ``dateline``, or null."""
    language: str | None = "en"
    publisher: str | None = None
    url: str | None = None
    sha256: str = ""
    meta: dict[str, Any] = msgspec.field(default_factory=dict)
    coder: str = ""
    codebook: str = ""
    model: str = ""


def digest(*parts: str | None) -> str:
    """sha256 (hexadecimal, 64 characters) over texts; the length goes before each, so that no two lists of parts are written alike."""
    made = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + part.encode("utf8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


def document_key(document: Document) -> str:
    """Which report this is: :func:`digest` of id, text, published, publisher and url; what ``document.sha256`` says where reading made it."""
    return digest(document.id, document.text, document.published, document.publisher, document.url)


def coding_key(document: Document) -> str:
    """Which coding of it: :func:`digest` of the document's key, coder, codebook and model. A record is read by one row per key."""
    return digest(document_key(document), document.coder, document.codebook, document.model)


class Mention(_Record, frozen=True, kw_only=True):
    span: Span
    text: str
    kind: str
    """``name``, ``metonym``, ``adjective``, ``description``, ``pronoun``, ``role``."""
    type: str
    """``person``, ``organization``, ``state``, ``place``, ``group``, ``document``, ``event``, ``time``, ``thing``."""
    actor: str | None = None
    confidence: float = 0.5
    candidates: tuple[str, ...] = ()
    why: str = ""


class Actor(_Record, frozen=True, kw_only=True):
    id: str
    name: str
    country: str | None = None
    claimed_by: str | None = None
    group: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None


class Participant(_Record, frozen=True, kw_only=True):
    actor: str | None
    span: Span
    text: str
    via: Span | None = None


class Trigger(_Record, frozen=True, kw_only=True):
    span: Span
    text: str


class When(_Record, frozen=True, kw_only=True):
    start: str | None
    end: str | None
    precision: str
    """``minute``, ``day``, ``week``, ``month``, ``season``, ``year``, ``vague``."""
    basis: str
    """``text``, ``anchor``, ``published``."""
    span: Span | None = None
    text: str | None = None


class Place(_Record, frozen=True, kw_only=True):
    name: str
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "city"
    basis: str = "text"
    span: Span | None = None


class Magnitude(_Record, frozen=True, kw_only=True):
    kind: str
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    of: str | None = None
    span: Span | None = None


class Theme(_Record, frozen=True, kw_only=True):
    text: str
    span: Span
    event: str | None = None


class Event(_Record, frozen=True, kw_only=True):
    id: str
    type: str
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    score: float | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    trigger: Trigger
    sentence: Span
    sentence_index: int
    status: str = "actual"
    standing: str = "reporter"
    statement: str | None = None
    same_as: str | None = None
    date: When | None = None
    about: When | None = None
    place: Place | None = None
    magnitude: tuple[Magnitude, ...] = ()
    theme: Theme | None = None
    confidence: float = 0.5
    why: dict[str, Any] = msgspec.field(default_factory=dict)


class Cue(_Record, frozen=True, kw_only=True):
    span: Span
    text: str
    cls: str = msgspec.field(name="class")
    """``speech``, ``belief``, ``intention``, ``attitude``, ``decree``."""
    negated: bool = False
    modality: str | None = None


class Statement(_Record, frozen=True, kw_only=True):
    id: str
    speakers: tuple[Participant, ...] = ()
    vehicle: Participant | None = None
    cue: Cue | None = None
    content: tuple[Span, ...] = ()
    verbatim: tuple[Span, ...] = ()
    kind: str = "indirect"
    addressees: tuple[Participant, ...] = ()
    parent: str | None = None
    venue: str | None = None
    occasion: str | None = None
    date: When | None = None
    confidence: float = 0.5


class Holder(_Record, frozen=True, kw_only=True):
    actor: str | None
    span: Span
    quantifier: str | None = None
    except_: tuple[str, ...] = msgspec.field(name="except", default=())


class Question(_Record, frozen=True, kw_only=True):
    key: str
    predicate: str
    object: str
    text: str


class Evidence(_Record, frozen=True, kw_only=True):
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Position(_Record, frozen=True, kw_only=True):
    id: str
    holder: Holder
    stance: str
    """``supports``, ``opposes``, ``withholds``, ``neutral``."""
    verb: str
    target: dict[str, str | None] | None = None
    question: Question
    as_of: str | None = None
    tense: str = "current"
    condition: str | None = None
    strength: str | None = None
    change: str | None = None
    statement: str | None = None
    standing: str = "reporter"
    evidence: Evidence = msgspec.field(default_factory=Evidence)
    confidence: float = 0.5


class Disagreement(_Record, frozen=True, kw_only=True):
    key: str
    within: str | None
    sides: tuple[tuple[str, ...], ...]


class Role(_Record, frozen=True, kw_only=True):
    actor: str
    role: str
    of: str | None = None
    as_of: str | None = None
    span: Span | None = None


class Problem(_Record, frozen=True, kw_only=True):
    code: str
    message: str


class Record(_Record, frozen=True, kw_only=True):
    """One document and all that was read in it: a line of ``dragoman code --format jsonl``."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    roles: tuple[Role, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        """A few lines, for a Python prompt; ``msgspec.to_builtins`` has all of it."""
        from dragoman._show import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        """Tables, for a notebook."""
        from dragoman._show import as_html

        return as_html(self)


class TimeExpression(_Record, frozen=True, kw_only=True):
    """A time expression and the range that it names; ``type`` and ``value`` as in TIMEX3 (ISO-TimeML, 2012)."""

    span: Span
    text: str
    start: str | None
    end: str | None
    precision: str
    type: str
    value: str
