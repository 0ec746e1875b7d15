"""What the commands do, without any printing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import QueryError, TextError
from dragoman.reading import Failure, Input, read_documents
from dragoman.records import Document, Problem, Record


def records(paths: list[str], *, input: str, published: str | None, workers: int) -> Iterator[Record]:
    """One record per input, in order; an input that can't be read gives an empty record with its problem."""
    from dragoman.coder import Coder

    inputs = read_documents(paths, input=input, published=published)
    first = next(inputs, None)
    if first is None:
        return
    coder = Coder.load() if workers == 1 else None

    def everything() -> Iterator[Input | Failure]:
        yield first
        yield from inputs

    if coder is not None:
        for item in everything():
            if isinstance(item, Failure):
                yield Record(document=item.document, problems=(item.problem,))
            else:
                yield coder.code_safely(item.document, item.problems)
        return
    yield from _in_order(everything(), workers)


def _in_order(items: Iterator[Input | Failure], workers: int) -> Iterator[Record]:
    from dragoman.coder import code_many

    def pairs() -> Iterator[tuple[Document, tuple[Problem, ...], bool]]:
        for item in items:
            if isinstance(item, Failure):
                yield item.document, (item.problem,), False
            else:
                yield item.document, item.problems, True

    yield from code_many(pairs(), workers=workers)


def analyses(paths: list[str], *, conllu: bool) -> Iterator[str]:
    """CoNLL-U of each document."""
    from dragoman.language import LanguageModel, Segmentation, read_conllu, write_conllu

    model = LanguageModel.load()
    if conllu:
        import sys

        for path in paths:
            try:
                lines = sys.stdin.read().split("\n") if path == "-" else Path(path).read_text(encoding="utf8").split("\n")
            except (OSError, UnicodeDecodeError) as error:
                raise TextError(f"{path}: can't be read: {error}") from error
            for n, given in enumerate(read_conllu(lines), 1):
                tokens = Segmentation(
                    form=list(given.form), span=list(given.span), sentences=list(given.sentences), paragraph=list(given.paragraph),
                    multiword=list(given.multiword),
                )  # fmt: skip
                yield write_conllu(model.parse(given.text, tokens), doc_id=f"{path}-{n}")
        return
    for item in read_documents(paths):
        if isinstance(item, Failure):
            raise TextError(item.problem.message)
        yield write_conllu(model.analyze(item.document.text), doc_id=" ".join(item.document.id.split()) or "-")


def _failed(item: Failure, **empty: Any) -> bytes:
    return msgspec.json.encode({"id": item.document.id, **empty, "problems": [item.problem]})


def time_lines(paths: list[str], *, input: str, published: str | None) -> Iterator[bytes]:
    """``{"id", "times"}`` per document."""
    from dragoman.world.calendar import find_times

    for item in read_documents(paths, input=input, published=published):
        if isinstance(item, Failure):
            yield _failed(item, times=[])
        else:
            yield msgspec.json.encode({"id": item.document.id, "times": find_times(item.document.text, item.document.published)})


def place_lines(paths: list[str], *, input: str) -> Iterator[bytes]:
    """``{"id", "places"}`` per document; ``spans`` of a JSONL line are resolved as they are."""
    from dragoman.world.places import Gazetteer, find_places_in_text

    gazetteer = Gazetteer.load()
    for item in read_documents(paths, input=input):
        if isinstance(item, Failure):
            yield _failed(item, places=[])
            continue
        text, given = item.document.text, item.document.meta.get("spans")
        spans = None
        if given is not None:
            try:
                spans = [(int(a), int(b)) for a, b in given]
                if not all(0 <= a < b <= len(text) for a, b in spans):
                    raise ValueError("a span lies outside of the text")
            except (TypeError, ValueError) as error:
                problem = Problem(code="bad-field", message=f"{item.document.id}: spans: {error}; accepted are [start, end) pairs in code points of text")
                yield msgspec.json.encode({"id": item.document.id, "places": [], "problems": [problem]})
                continue
        yield msgspec.json.encode({"id": item.document.id, "places": find_places_in_text(text, spans, gazetteer)})


def resolve_lines(paths: list[str]) -> Iterator[bytes]:
    """The contract's answer for each mention."""
    from dragoman.world import World, resolve_phrase

    world = World.load()
    for item in read_documents(paths, input="jsonl"):
        if isinstance(item, Failure):
            yield _failed(item, actor=None)
            continue
        meta = item.document.meta
        day = meta.get("date") or item.document.published
        context = meta.get("context")
        found = resolve_phrase(
            item.document.text, day if isinstance(day, str) else None, context if isinstance(context, str) else None, world
        )
        actor = found.actor
        yield msgspec.json.encode(
            {
                "id": item.document.id, "actor": actor.id if actor else None, "name": actor.name if actor else None,
                "country": actor.country if actor else None, "claimed_by": actor.claimed_by if actor else None,
                "group": actor.group if actor else None, "sectors": actor.sectors if actor else (), "role": actor.role if actor else None,
                "wikidata": actor.wikidata if actor else None, "confidence": round(found.confidence, 3), "why": found.why,
                "candidates": found.candidates,
            }
        )  # fmt: skip


def find_actors(name: str) -> list[tuple[str, ...]]:
    """Id, name, country and sectors of actors with ``name`` in one of their names."""
    from dragoman.world.actors import ActorTable

    table = ActorTable.load()
    low = name.casefold()
    ids = dict.fromkeys(n.actor for n in table.names if low in n.name.casefold())
    rows = [table.by_id[i] for i in ids if i in table.by_id]
    return [(r.id, r.name, r.country or "", ",".join(r.sectors)) for r in rows]


def show_actor(id: str) -> list[str]:
    """An actor as lines of text."""
    from dragoman.world.actors import ActorTable
    from dragoman.world.leaders import Leaders

    table = ActorTable.load()
    row = table.by_id.get(id)
    if row is None:
        raise QueryError(f"no actor has the id {id!r}; look for one with: dragoman actors find NAME")
    out = [f"{row.id}  {row.name}", f"  kind {row.kind}, country {row.country or '-'}, sectors {','.join(row.sectors) or '-'}, source {row.source}"]
    names = dict.fromkeys(f"{n.name} ({n.kind})" for n in table.names if n.actor == id)
    out.append("  names: " + ", ".join(names))
    for leader in Leaders.load().rows:
        if leader.actor == id:
            out.append(f"  {leader.office}: {leader.person}, {leader.start or '?'} to {leader.end or '(not known to have ended)'}")
    return out

