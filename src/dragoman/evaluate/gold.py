"""What a careful reader found: gold as JSON lines, read and checked.

    {"id", "text" or "sha256", "events", "statements", "positions"}     a document
    {"id", "type", "modes", "status", "accept"}                        a marked pair, for ``dragoman relate``

A list in a participant means 'any of these is right', the empty string in it 'none given'; a field that is left out is not looked at.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import TextError
from dragoman.records import Span

NONE = "NONE"
"""The type of a pair between which nothing is reported."""
ABSENT = "none"
"""In ``accept``: leaving the event out is right as well."""
STATUS = ("actual", "negated", "future", "hypothetical", "historical")
STANCES = ("supports", "opposes", "withholds", "neutral")
KINDS = ("events", "statements", "positions")

OneOrMore = str | tuple[str, ...]
_T = TypeVar("_T")


class _Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Immutable; an unknown field is an error, since a misspelt one would make every line fit."""


class GoldParticipant(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who takes part. Each field that is given must fit."""

    name: str = ""
    """For people who read the errors."""
    id: OneOrMore | None = None
    country: OneOrMore | None = None
    """ISO 3166-1 alpha-3, or a group such as UNO; ``''``: none."""
    sectors: OneOrMore | None = None
    span: Span | None = None
    """Code points that the participant's words, or those that show whose they are, must touch."""
    quantifier: str | None = None
    """Of a position's holder: ``all``, ``no``, ``some``."""


class GoldTrigger(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    span: Span
    text: str | None = None


class GoldDate(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    start: str | None = None
    end: str | None = None


class GoldEvent(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str = ""
    type: str
    modes: tuple[str, ...] = ()
    """Each is right; one is enough. Empty: not looked at."""
    status: str = "actual"
    standing: str | None = None
    actors: tuple[GoldParticipant, ...] = ()
    recipients: tuple[GoldParticipant, ...] = ()
    trigger: GoldTrigger
    date: GoldDate | None = None
    optional: bool = False
    """Whether a careful coder may leave it out."""
    understood: bool = False
    """Whether no word names the recipient, so that an event without one fits as well."""
    accept: tuple[tuple[str, str | None], ...] = ()
    """Other pairs of type and status that are right; ``["none", null]`` is as ``optional``."""
    note: str = ""

    @property
    def required(self) -> bool:
        """Whether its absence is a mistake."""
        return not self.optional and all(t != ABSENT for t, _ in self.accept)

    @property
    def readings(self) -> tuple[tuple[str, str | None], ...]:
        """All pairs of type and status that are right, its own first; a status of None is any."""
        return (self.type, self.status), *(pair for pair in self.accept if pair[0] != ABSENT)


class GoldStatement(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str = ""
    content: tuple[Span, ...]
    speakers: tuple[GoldParticipant, ...] = ()
    parent: str | None = None
    kind: str | None = None
    negated: bool = False
    note: str = ""


class GoldQuestion(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    object: str
    predicate: str = ""
    text: str = ""
    key: str | None = None


class GoldPosition(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str = ""
    holder: GoldParticipant
    stance: str
    question: GoldQuestion
    note: str = ""


class GoldDocument(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One report. What is listed in ``partial`` was not read for in full, so what a run has beyond it is no mistake."""

    id: str
    text: str | None = None
    sha256: str | None = None
    published: str | None = None
    events: tuple[GoldEvent, ...] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    positions: tuple[GoldPosition, ...] | None = None
    partial: tuple[str, ...] = ()
    note: str = ""


class GoldPair(_Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One marked pair. Text and marks are those of the line given to ``dragoman relate``; they are not needed here."""

    id: str
    type: str
    modes: tuple[str, ...] = ()
    status: str | None = None
    accept: tuple[tuple[str, str | None], ...] = ()
    text: str | None = None
    actor: Span | None = None
    recipient: Span | None = None
    note: str = ""

    @property
    def types(self) -> tuple[str, ...]:
        """The types that are right, its own first."""
        return tuple(dict.fromkeys((self.type, *(t for t, _ in self.accept))))


@dataclasses.dataclass(frozen=True, slots=True)
class Gold:
    """A file of gold: documents or pairs, by id, with the line on which each stands."""

    path: str
    documents: Mapping[str, GoldDocument]
    pairs: Mapping[str, GoldPair]
    lines: Mapping[str, int]


def read_gold(path: str | Path, types: Mapping[str, Collection[str]]) -> Gold:
    """Read a file of gold.

    Args:
        path: JSON lines in UTF-8; empty lines are skipped.
        types: The event types that may occur, each with its modes.

    Raises:
        TextError: The file can't be read, or a line is not what docs/evaluate.md describes; the message has file and line.
    """
    documents: dict[str, GoldDocument] = {}
    pairs: dict[str, GoldPair] = {}
    lines: dict[str, int] = {}
    for number, raw in json_lines(path):
        where = f"{path}:{number}"
        if not isinstance(raw, dict):
            raise TextError(f"{where}: got {_kind(raw)}; accepted is a JSON object")
        is_pair = "type" in raw
        if not is_pair and not any(kind in raw for kind in KINDS):
            raise TextError(f"{where}: has neither {', '.join(KINDS)}, as a document has, nor type, as a pair has; its fields are {', '.join(raw) or 'none'}")
        if lines and is_pair != bool(pairs):
            raise TextError(f"{where}: a {'pair' if is_pair else 'document'}, where the lines before are {'pairs' if pairs else 'documents'}; use two files")
        if is_pair:
            pair = _convert(raw, GoldPair, where)
            _check_pair(pair, where, types)
            pairs[pair.id] = pair
        else:
            document = _with_ids(_convert(raw, GoldDocument, where))
            _check_document(document, where, types)
            documents[document.id] = document
        if raw["id"] in lines:
            raise TextError(f"{where}: the id {raw['id']!r} stands on line {lines[raw['id']]} already; each must stand once")
        lines[raw["id"]] = number
    if not lines:
        raise TextError(f"{path}: holds no line of gold")
    return Gold(str(path), documents, pairs, lines)


def gold_of(expected: Mapping[str, Any], id: str = "-") -> GoldDocument:
    """Gold from an object with more fields than the format has; those are left out. The golden reports of the tests are such objects."""

    def known(entry: Mapping[str, Any], cls: type[msgspec.Struct]) -> dict[str, Any]:
        return {k: v for k, v in entry.items() if k in cls.__struct_fields__}

    def who(entries: Iterable[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
        return [known(e, GoldParticipant) for e in entries or ()]

    events = [
        {**known(e, GoldEvent), "actors": who(e.get("actors")), "recipients": who(e.get("recipients")),
         "trigger": known(e["trigger"], GoldTrigger), "date": known(e["date"], GoldDate) if e.get("date") else None}
        for e in expected["events"]
    ]  # fmt: skip
    statements = [{**known(s, GoldStatement), "speakers": who(s.get("speakers"))} for s in expected.get("statements", ())]
    positions = [
        {**known(p, GoldPosition), "question": known(p["question"], GoldQuestion),
         "holder": {**known(p["holder"], GoldParticipant), **({"quantifier": p["quantifier"]} if p.get("quantifier") else {})}}
        for p in expected.get("positions", ())
    ]  # fmt: skip
    given = {"id": id, "published": expected.get("published"), "events": events, "statements": statements, "positions": positions}
    return _with_ids(msgspec.convert(given, GoldDocument))


def json_lines(path: str | Path) -> Iterator[tuple[int, Any]]:
    """Line numbers, from 1, and values of a file of JSON lines.

    Raises:
        TextError: The file can't be read, is not UTF-8, or a line is no JSON.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise TextError(f"{path}: can't be read: {error.strerror or error}") from error
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise TextError(f"{path}:{number}: is no JSON in UTF-8: {error}") from error


def _convert(raw: Any, cls: type[_T], where: str) -> _T:
    try:
        return msgspec.convert(raw, cls)
    except msgspec.ValidationError as error:
        raise TextError(f"{where}: {error}") from error


def _kind(value: Any) -> str:
    return {list: "an array", str: "a string", type(None): "null"}.get(type(value), "a number or truth value")


def _with_ids(document: GoldDocument) -> GoldDocument:
    """Lines without an id get one from their place: ``e1``, ``s1``, ``p1``."""
    changed = {}
    for kind in KINDS:
        lines = getattr(document, kind)
        if lines:
            changed[kind] = tuple(x if x.id else msgspec.structs.replace(x, id=f"{kind[0]}{n}") for n, x in enumerate(lines, 1))
    return msgspec.structs.replace(document, **changed)


def _check_document(document: GoldDocument, where: str, types: Mapping[str, Collection[str]]) -> None:
    if document.text is None and document.sha256 is None:
        raise TextError(f"{where}: {document.id}: has neither text nor sha256; one is needed, to know that a run read the same text")
    if document.text is not None and document.sha256 is not None and sha256_of(document.text) != document.sha256:
        raise TextError(f"{where}: {document.id}: sha256 is not that of text, which is {sha256_of(document.text)}")
    wrong = [k for k in document.partial if k not in KINDS]
    if wrong:
        raise TextError(f"{where}: {document.id}: partial: got {', '.join(wrong)}; accepted are {', '.join(KINDS)}")
    for kind in KINDS:
        ids = [x.id for x in getattr(document, kind) or ()]
        twice = next((i for i in ids if ids.count(i) > 1), None)
        if twice is not None:
            raise TextError(f"{where}: {document.id}: {kind}: the id {twice!r} stands twice")
    for event in document.events or ():
        _check_event(event, f"{where}: {document.id}, {event.id}", document.text, types)
    statements = {s.id for s in document.statements or ()}
    for statement in document.statements or ():
        here = f"{where}: {document.id}, {statement.id}"
        if not statement.content:
            raise TextError(f"{here}: content is empty; accepted are one or more [start, end)")
        _check_spans(here, document.text, "content", statement.content)
        _check_who(here, document.text, statement.speakers)
        if statement.parent is not None and statement.parent not in statements - {statement.id}:
            raise TextError(f"{here}: parent {statement.parent!r} is no other statement of the document; they are {', '.join(sorted(statements))}")
    for position in document.positions or ():
        here = f"{where}: {document.id}, {position.id}"
        _one_of(here, "stance", position.stance, STANCES)
        _check_who(here, document.text, (position.holder,))


def _check_event(event: GoldEvent, where: str, text: str | None, types: Mapping[str, Collection[str]]) -> None:
    _one_of(where, "type", event.type, types)
    for mode in event.modes:
        allowed = {m for t, _ in event.readings for m in types.get(t, ())}
        _one_of(where, f"mode of {event.type}", mode, sorted(allowed))
    _one_of(where, "status", event.status, STATUS)
    for type_, status in event.accept:
        _one_of(where, "accepted type", type_, (*types, ABSENT))
        if status is not None:
            _one_of(where, "accepted status", status, STATUS)
    _check_spans(where, text, "trigger", (event.trigger.span,))
    a, b = event.trigger.span
    if text is not None and event.trigger.text is not None and text[a:b] != event.trigger.text:
        raise TextError(f"{where}: trigger: [{a}, {b}) of the text is {text[a:b]!r}, not {event.trigger.text!r}")
    _check_who(where, text, (*event.actors, *event.recipients))


def _check_pair(pair: GoldPair, where: str, types: Mapping[str, Collection[str]]) -> None:
    where = f"{where}: {pair.id}"
    _one_of(where, "type", pair.type, (*types, NONE))
    for mode in pair.modes:
        _one_of(where, f"mode of {pair.type}", mode, tuple(types.get(pair.type, ())))
    if pair.status is not None:
        _one_of(where, "status", pair.status, STATUS)
    for type_, status in pair.accept:
        _one_of(where, "accepted type", type_, (*types, NONE))
        if status is not None:
            _one_of(where, "accepted status", status, STATUS)


def _one_of(where: str, what: str, got: str, accepted: Collection[str]) -> None:
    if got not in accepted:
        raise TextError(f"{where}: {what} is {got!r}; accepted are {', '.join(accepted) or 'none'}")


def _check_who(where: str, text: str | None, participants: Iterable[GoldParticipant]) -> None:
    for p in participants:
        if p.span is not None:
            _check_spans(where, text, f"span of {p.name or 'a participant'}", (p.span,))


def _check_spans(where: str, text: str | None, what: str, spans: Iterable[Span]) -> None:
    for a, b in spans:
        if not 0 <= a < b or (text is not None and b > len(text)):
            long = f" of {len(text)} code points" if text is not None else ""
            raise TextError(f"{where}: {what}: [{a}, {b}) is no part of the text{long}; accepted is [start, end), start before end")


def sha256_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
