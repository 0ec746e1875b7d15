"""Documents from files, folders, JSONL and standard input; one that can't be read becomes a Failure, and the rest go on.

    path, folder, - ─▶ bytes ─▶ text ─▶ date ─▶ Input(document, problems)   or   Failure(document, problem)

What can be read but not coded (another language) is an Input that is not ``codable``. Of a text longer than ``LONGEST`` the beginning is
coded; the document keeps all of it.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import QueryError, TextError
from dragoman.reading._decode import decode
from dragoman.reading._language import language_of
from dragoman.reading.dates import date_of_dateline, date_of_header
from dragoman.records import Document, Problem, Record, digest

SUFFIXES = (".txt", ".md", ".jsonl", ".ndjson", ".text", ".markdown")
INPUTS = ("auto", "text", "jsonl")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FRONT_DATE = re.compile(r"^date:\s*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_GIVEN = re.compile(r"\s*dated?:?\s+(\d{4}-\d\d?-\d\d?)\b", re.I)
_HTML = re.compile(r"<(?:!doctype html|html|body|div|p|span|script|head|table)\b[^>]*>", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HEAD = 20_000
"""Code points in which doubts are looked for."""
LONGEST = 120_000
"""Code points of a text that are coded: some 20,000 words, ten seconds of work. News reports have some 5,000 code points, the longest features 60,000."""
NOT_CODED = frozenset({"not-english"})
"""Problems that leave nothing to code."""


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """One document as read, with what reading it found doubtful."""

    document: Document
    problems: tuple[Problem, ...] = ()

    @property
    def codable(self) -> bool:
        """Whether there is anything that the coder should look at."""
        return not any(p.code in NOT_CODED for p in self.problems)


@dataclasses.dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read: an empty document that carries its id, and why."""

    document: Document
    problem: Problem


def make_document(
    text: str, *, id: str = "-", published: str | None = None, title: str | None = None, publisher: str | None = None,
    url: str | None = None, meta: Mapping[str, Any] | None = None, basis: str = "field",
) -> Document:  # fmt: skip
    """Make a document of a text; its date from ``published``, else from the text itself.

    Raises:
        TextError: ``published`` is no date.
    """
    return make_input(text, id=id, published=published, title=title, publisher=publisher, url=url, meta=meta, basis=basis).document


def make_input(
    text: str, *, id: str = "-", published: str | None = None, title: str | None = None, publisher: str | None = None,
    url: str | None = None, meta: Mapping[str, Any] | None = None, basis: str = "field", problems: Sequence[Problem] = (),
) -> Input:  # fmt: skip
    """As :func:`make_document`, with the problems found; a bad date is one of them."""
    found = list(problems)
    if _SURROGATE.search(text):
        text = joined(text)
        found.append(Problem(code="surrogates", message=f"{id}: has surrogates, which are no characters; pairs were joined, others replaced by U+FFFD"))
    day, why = None, None
    if published is not None:
        day = parse_date(published)
        why = basis if day else None
        if day is None:
            found.append(Problem(code="bad-date", message=f"{id}: got the date {published!r}; accepted is YYYY-MM-DD, optionally with a time; ignored"))
    if day is None:
        day, why, problem = _date_in(text, id)
        if problem is not None:
            found.append(problem)
    if day is None:
        found.append(Problem(code="no-date", message=f"{id}: no date given or found; relative times are not resolved"))
    found += _doubts(text, id)
    language = language_of(text)
    if language != "en":
        name = f"the language {language!r}" if language else "another language than English"
        found.append(Problem(code="not-english", message=f"{id}: seems to be in {name}; only English is coded, so nothing was"))
    document = Document(
        id=id, text=text, title=title, published=day, published_basis=why, publisher=publisher, url=url,
        sha256=digest(id, text, day, publisher, url), meta=dict(meta or {}), language=language,
    )  # fmt: skip
    return Input(document, tuple(found))


def joined(text: str) -> str:
    """Surrogate pairs, as JSON writes them, joined to the character that they stand for; single ones replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    """A value of a JSON line, such that it can be written as JSON again: no surrogates, no whole number beyond 64 bits."""
    if isinstance(value, str):
        return joined(value) if _SURROGATE.search(value) else value
    if isinstance(value, dict):
        return {joined(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, int) and not -(2**63) <= value < 2**64 else value


def parse_date(value: str) -> str | None:
    """The calendar day of ``YYYY-MM-DD`` with anything after it that ISO 8601 allows, or None."""
    match = re.fullmatch(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?\s*", value)
    if match is None:
        return None
    try:
        return date(*(int(g) for g in match.groups())).isoformat()
    except ValueError:
        return None


def _date_in(text: str, id_: str) -> tuple[str | None, str | None, Problem | None]:
    header = date_of_header(text)
    if header is not None:
        day = parse_date(header[0])
        if day is not None:
            return day, "header", None
        return None, None, Problem(code="bad-date", message=f"{id_}: the header's date {header[0]!r} is no day of the calendar; ignored")
    given = _GIVEN.match(text)
    if given is not None:
        return None, None, Problem(code="bad-date", message=f"{id_}: the header's date {given.group(1)!r} is no day of the calendar; ignored")
    front = _FRONT.match(text)
    if front is not None and (found := _FRONT_DATE.search(front.group(1))) is not None:
        day = parse_date(found.group(1))
        if day is not None:
            return day, "header", None
        return None, None, Problem(code="bad-date", message=f"{id_}: the front matter's date {found.group(1)!r} is no day of the calendar; ignored")
    line = date_of_dateline(text)
    if line is None:
        return None, None, None
    if line.date is not None:
        return line.date, "dateline", None
    return None, None, Problem(code="dateline", message=f"{id_}: {line.problem}")


def _doubts(text: str, id_: str) -> Iterator[Problem]:
    if not text.strip():
        yield Problem(code="empty", message=f"{id_}: the text is empty")
        return
    head = text[:_HEAD]
    if len(_HTML.findall(head)) >= 2:
        yield Problem(code="looks-like-html", message=f"{id_}: looks like HTML; it was read as plain text, tags and all")
    controls = sum(1 for c in head if (ord(c) < 32 and c not in "\t\n\r\f") or 127 <= ord(c) < 160)
    if controls:
        yield Problem(code="control-characters", message=f"{id_}: {controls} control characters in the first {len(head)}; they are kept and never interpreted")
    if _DIRECTIONS.search(head):
        yield Problem(code="direction-characters", message=f"{id_}: has characters that turn the direction of writing; they are kept and shown as codes")
    if len(text) > LONGEST:
        yield Problem(code="too-long", message=f"{id_}: {len(text):,} characters; only the first {LONGEST:,} are coded")


def head_of(document: Document) -> Document:
    """The document as it is coded: not longer than ``LONGEST``, cut at the last white space before that."""
    text = document.text
    if len(text) <= LONGEST:
        return document
    cut = next((k for k in range(LONGEST, LONGEST - _HEAD, -1) if text[k].isspace()), LONGEST)
    return msgspec.structs.replace(document, text=text[:cut])


def whole(record: Record, document: Document) -> Record:
    """The record with all of the document's text, where only its beginning was coded."""
    if len(record.document.text) == len(document.text):
        return record
    return msgspec.structs.replace(record, document=msgspec.structs.replace(record.document, text=document.text))


def read_documents(paths: Iterable[str | Path], *, input: str = "auto", published: str | None = None) -> Iterator[Input | Failure]:
    """Read documents lazily, in order.

    Args:
        paths: Files, folders (read recursively, in the order of their names) or ``-`` for standard input.
        input: ``text`` (a file is a document), ``jsonl`` (a line is one), or ``auto``: by suffix; standard input by its first character.
        published: A date for all of them, before any that they give themselves.

    Raises:
        QueryError: ``input`` or ``published`` is none of what is accepted.
    """
    if input not in INPUTS:
        raise QueryError(f"input {input!r}: accepted are {', '.join(INPUTS)}")
    if published is not None and parse_date(published) is None:
        raise QueryError(f"date {published!r}: accepted is a day of the calendar as YYYY-MM-DD")
    for given in paths:
        if str(given) == "-":
            yield from _read_stream(input, published)
            continue
        path = Path(given)
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not files:
                yield _failure(str(given), f"{given}: a folder without reports; read are {', '.join(SUFFIXES)}")
            for file in files:
                yield from _read_file(file, str(file), input, published)
        else:
            yield from _read_file(path, str(given), input, published)


def _failure(id_: str, message: str, code: str = "unreadable") -> Failure:
    return Failure(Document(id=id_, text="", sha256=digest(id_, "", None, None, None)), Problem(code=code, message=message))


def _read_file(path: Path, name: str, input: str, published: str | None) -> Iterator[Input | Failure]:
    lines = input == "jsonl" or (input == "auto" and path.suffix.lower() in (".jsonl", ".ndjson"))
    try:
        if lines:
            with open(path, "rb") as stream:
                yield from _read_lines(stream, name, published)
            return
        raw = path.read_bytes()
    except FileNotFoundError:
        yield _failure(name, f"{name}: no such file")
        return
    except OSError as error:
        yield _failure(name, f"{name}: can't be read: {error.strerror or error}")
        return
    yield _text(raw, name, published)


def _text(raw: bytes, name: str, published: str | None) -> Input | Failure:
    try:
        text, problems = decode(raw, name)
    except TextError as error:
        return _failure(name, str(error))
    if not text.strip():
        return _failure(name, f"{name}: the text is empty", "empty")
    return make_input(text, id=name, published=published, basis="option", problems=problems)


def _read_stream(input: str, published: str | None) -> Iterator[Input | Failure]:
    stream = sys.stdin.buffer
    if input == "jsonl":
        yield from _read_lines(stream, "-", published)
        return
    if input == "auto":
        first = stream.peek(64)[:64].removeprefix(b"\xef\xbb\xbf").lstrip() if hasattr(stream, "peek") else b""
        if first.startswith(b"{"):
            yield from _read_lines(stream, "-", published)
            return
    yield _text(stream.read(), "-", published)


def _read_lines(stream: Iterable[bytes], name: str, published: str | None) -> Iterator[Input | Failure]:
    for number, raw in enumerate(stream, 1):
        if raw.strip():
            yield _line(raw, f"{name}:{number}", published)


def _line(raw: bytes, where: str, published: str | None) -> Input | Failure:
    try:
        text, problems = decode(raw, where)
        fields = json.loads(text)
    except TextError as error:
        return _failure(where, str(error))
    except (ValueError, RecursionError) as error:
        return _failure(where, f"{where}: not JSON ({error}); a line is one object with id and text", "malformed-jsonl")
    if not isinstance(fields, dict):
        return _failure(where, f"{where}: got {type(fields).__name__}; a line is one object with id and text", "malformed-jsonl")
    fields = {joined(name): _plain(value) if name != "text" else value for name, value in fields.items()}
    given = fields.pop("id", None)
    id_ = where if given is None or isinstance(given, (dict, list, bool)) else str(given)
    body = fields.pop("text", None)
    if not isinstance(body, str):
        return _failure(id_, f"{where}: the field text is {type(body).__name__}; accepted is a string", "malformed-jsonl")
    known: dict[str, str | None] = {}
    for name in ("published", "title", "publisher", "url"):
        value = fields.pop(name, None)
        if value is not None and not isinstance(value, str):
            problems = (*problems, Problem(code="bad-field", message=f"{where}: {name} is {type(value).__name__}; accepted is a string; ignored"))
            value = None
        known[name] = value
    if not body.strip():
        return _failure(id_, f"{where}: the text is empty", "empty")
    day, basis = (published, "option") if published is not None else (known["published"], "field")
    return make_input(
        body, id=id_, published=day, title=known["title"], publisher=known["publisher"], url=known["url"], meta=fields, basis=basis, problems=problems
    )
