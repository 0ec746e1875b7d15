"""What the commands do, without any printing."""

from __future__ import annotations

import itertools
import operator
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import QueryError
from dragoman.reading import Failure, Input, head_of, parse_date, read_documents
from dragoman.reading import whole as whole  # other commands take it from here
from dragoman.records import Actor, Document, Problem, Record

if TYPE_CHECKING:
    from dragoman.language import LanguageModel
    from dragoman.world.places import PlaceMention


def records(paths: list[str], *, input: str, published: str | None, workers: int, codebooks: Sequence[str] = (), actors: str | None = None) -> Iterator[Record]:
    """One record per input, in order; an input that can't be read or coded gives an empty record with its problems."""
    inputs = read_documents(paths, input=input, published=published)
    first = next(inputs, None)
    if first is None:
        return
    yield from code_items(itertools.chain((first,), inputs), workers=workers, codebooks=codebooks, actors=actors)


def code_items(
    items: Iterator[Input | Failure], *, workers: int, codebooks: Sequence[str] = (), actors: str | None = None
) -> Iterator[Record]:
    """One record per item, in order: coded where it can be, else empty with its problems. A coder is loaded for the first that needs one."""
    from dragoman.coder import Coder

    if workers > 1:
        yield from _in_order(items, workers, codebooks, actors)
        return
    coder = None
    for item in items:
        if isinstance(item, Input) and item.codable:
            coder = coder or Coder.load(codebooks, actors=actors)
            record = coder.code_safely(head_of(item.document), item.problems)
            yield whole(record, item.document)
        else:
            yield Record(document=item.document, problems=_problems(item))


def _problems(item: Input | Failure) -> tuple[Problem, ...]:
    return item.problems if isinstance(item, Input) else (item.problem,)


def _in_order(items: Iterator[Input | Failure], workers: int, codebooks: Sequence[str], actors: str | None) -> Iterator[Record]:
    from dragoman.coder import code_many

    waiting: deque[Document] = deque()

    def given() -> Iterator[tuple[Document, tuple[Problem, ...], bool]]:
        for item in items:
            waiting.append(item.document)
            yield head_of(item.document), _problems(item), isinstance(item, Input) and item.codable

    for record in code_many(given(), workers=workers, codebooks=codebooks, actors=actors):
        yield whole(record, waiting.popleft())


def analyses(paths: list[str], *, conllu: bool) -> Iterator[str | Problem]:
    """CoNLL-U of each document, or why there is none."""
    from dragoman.language import LanguageModel, write_conllu

    model = LanguageModel.load()
    if conllu:
        for path in paths:
            yield from _parse_again(path, model)
        return
    for item in read_documents(paths):
        if isinstance(item, Failure):
            yield item.problem
        else:
            analysis = model.analyze(head_of(item.document).text)
            yield write_conllu(analysis, doc_id=" ".join(item.document.id.split()) or "-")
            yield from (p for p in item.problems if p.code in ("too-long", "not-english"))


def _parse_again(path: str, model: LanguageModel) -> Iterator[str | Problem]:
    """Trees for the tokens and sentences of a CoNLL-U file."""
    from dragoman.language import Segmentation, read_conllu, write_conllu

    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        given = read_conllu(raw.decode("utf8").split("\n"))
    except (OSError, ValueError) as error:
        yield Problem(code="unreadable", message=f"{path}: can't be read as CoNLL-U in UTF-8: {getattr(error, 'strerror', None) or error}")
        return
    for n, tree in enumerate(given, 1):
        tokens = Segmentation(
            form=list(tree.form), span=list(tree.span), sentences=list(tree.sentences), paragraph=list(tree.paragraph), multiword=list(tree.multiword)
        )
        yield write_conllu(model.parse(tree.text, tokens), doc_id=f"{path}-{n}")


def time_lines(paths: list[str], *, input: str, published: str | None) -> Iterator[bytes]:
    """``{"id", "times", "problems"}`` per document."""
    from dragoman.world.calendar import find_times

    for item in read_documents(paths, input=input, published=published):
        document = head_of(item.document)
        times = find_times(document.text, document.published) if isinstance(item, Input) else ()
        yield msgspec.json.encode({"id": document.id, "times": times, "problems": _problems(item)})


def place_lines(paths: list[str], *, input: str) -> Iterator[bytes]:
    """``{"id", "places", "problems"}`` per document; ``spans`` of a JSONL line are resolved as they are."""
    from dragoman.world.places import Gazetteer, find_places_in_text

    gazetteer = Gazetteer.load()
    for item in read_documents(paths, input=input):
        document, problems = head_of(item.document), _undated(item)
        found: Sequence[PlaceMention] = ()
        if isinstance(item, Input):
            try:
                found = find_places_in_text(document.text, _spans(document), gazetteer)
            except QueryError as error:
                problems = (*problems, Problem(code="bad-field", message=str(error)))
        yield msgspec.json.encode({"id": document.id, "places": found, "problems": problems})


def _spans(document: Document) -> list[tuple[int, int]] | None:
    given = document.meta.get("spans")
    if given is None:
        return None
    try:
        spans = [(operator.index(a), operator.index(b)) for a, b in given]
    except (TypeError, ValueError) as error:
        raise QueryError(f"{document.id}: spans: {error}; accepted are [start, end) pairs in code points of text") from error
    wrong = next(((a, b) for a, b in spans if not 0 <= a < b <= len(document.text)), None)
    if wrong:
        raise QueryError(f"{document.id}: the span {list(wrong)} lies outside of the text, which has {len(document.text)} code points")
    return spans


def _undated(item: Input | Failure) -> tuple[Problem, ...]:
    """Problems of reading, less those of dates, where dates don't matter."""
    return tuple(p for p in _problems(item) if p.code not in ("no-date", "bad-date", "dateline"))


def resolve_lines(paths: list[str], actors: str | None = None) -> Iterator[bytes]:
    """The contract's answer for each mention."""
    from dragoman.world import World, resolve_phrase

    world = World.load(actors)
    for item in read_documents(paths, input="jsonl"):
        document = item.document
        if isinstance(item, Failure):
            yield _resolved(document.id, None, 0.0, "not read", (), (item.problem,))
            continue
        problems = []
        fields = {"date": document.meta.get("date", document.published), "context": document.meta.get("context")}
        for name, value in fields.items():
            if value is not None and (not isinstance(value, str) or (name == "date" and parse_date(value) is None)):
                accepted = "a day as YYYY-MM-DD" if name == "date" else "a string"
                problems.append(Problem(code=f"bad-{name}", message=f"{document.id}: {name} is {value!r}; accepted is {accepted}; ignored"))
                fields[name] = None
        day = parse_date(fields["date"]) if fields["date"] else None
        found = resolve_phrase(document.text, day, fields["context"], world)
        yield _resolved(document.id, found.actor, found.confidence, found.why, found.candidates, problems)


def _resolved(
    id_: str, actor: Actor | None, confidence: float, why: str, candidates: Sequence[str], problems: Sequence[Problem]
) -> bytes:
    fields = ("name", "country", "claimed_by", "group", "sectors", "role", "wikidata")
    empty: dict[str, Any] = dict.fromkeys(fields) | {"sectors": ()}
    known = {name: getattr(actor, name) for name in fields} if actor else empty
    return msgspec.json.encode(
        {"id": id_, "actor": actor.id if actor else None, **known, "confidence": round(confidence, 3), "why": why, "candidates": candidates,
         "problems": problems}
    )  # fmt: skip
