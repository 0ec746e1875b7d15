"""Documents from files, folders, JSONL and standard input; one that can't be read becomes a Failure, and the rest go on.

    path, folder, - ─▶ bytes ─▶ text ─▶ date ─▶ Input(document, problems)   or   Failure(document, problem)
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import QueryError, TextError
from dragoman.reading._decode import decode
from dragoman.reading.dates import date_of_dateline, date_of_header
from dragoman.records import Document, Problem

SUFFIXES = (".txt", ".md", ".jsonl", ".text", ".markdown")
INPUTS = ("auto", "text", "jsonl")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FRONT_DATE = re.compile(r"^date:\s*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_HTML = re.compile(r"<(?:!doctype html|html|body|div|p|span|script|head|table)\b[^>]*>", re.I)
_COMMON = frozenset("the of and to in a is that for it was on with as be at by this had not are but from or have an they which one were all".split())
_WORDS = re.compile(r"[^\W\d_]+")
_BLOCK = 1 << 20


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """One document as read, with what reading it found doubtful."""

    document: Document
    problems: tuple[Problem, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read: an empty document that carries its id, and why."""

    document: Document
    problem: Problem


def key_of(id_: str, text: str, published: str | None, publisher: str | None, url: str | None) -> str:
    """sha256 over id, text, published, publisher and url: the key of a document in a record (hex, 64 characters)."""
    digest = hashlib.sha256()
    for part in (id_, text, published, publisher, url):
        data = b"\x00" if part is None else b"\x01" + part.encode("utf8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


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
    document = Document(
        id=id, text=text, title=title, published=day, published_basis=why, publisher=publisher, url=url,
        sha256=key_of(id, text, day, publisher, url), meta=dict(meta or {}), language="en",
    )  # fmt: skip
    return Input(document, tuple(found))


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
    head = text[:20000]
    if len(_HTML.findall(head)) >= 2:
        yield Problem(code="looks-like-html", message=f"{id_}: looks like HTML; it was read as plain text, tags and all")
    controls = sum(1 for c in head if ord(c) < 32 and c not in "\t\n\r\f")
    if controls:
        yield Problem(code="control-characters", message=f"{id_}: {controls} control characters in the first {len(head)}; they are kept and never interpreted")
    words = [w.lower() for w in _WORDS.findall(head)]
    if len(words) >= 20 and sum(w in _COMMON for w in words) / len(words) < 0.12:
        yield Problem(code="not-english", message=f"{id_}: does not look English; only English is coded, so expect little or nothing")


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
    return Failure(Document(id=id_, text="", sha256=key_of(id_, "", None, None, None)), Problem(code=code, message=message))


def _read_file(path: Path, name: str, input: str, published: str | None) -> Iterator[Input | Failure]:
    lines = input == "jsonl" or (input == "auto" and path.suffix.lower() == ".jsonl")
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
        first = stream.peek(64)[:64].lstrip() if hasattr(stream, "peek") else b""
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
    given = fields.pop("id", None)
    id_ = where if given is None or isinstance(given, (dict, list, bool)) else str(given)
    body = fields.pop("text", None)
    if not isinstance(body, str):
        return _failure(id_, f"{where}: the field text is {type(body).__name__}; accepted is a string", "malformed-jsonl")
    body = body.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in body) else body
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
