"""``dragoman relate``: lines of marked pairs in, a line with type, modes, status and probabilities out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.reading import Failure, read_documents
from dragoman.records import Document, Problem, Span

_ACCEPTED = "accepted is [start, end) in code points of text, start before end"


def relation_lines(paths: list[str]) -> Iterator[bytes]:
    """The contract's answer for each line ``{"id", "text", "actor", "recipient"}``, in order.

    A line that can't be answered has ``problems``, type None and no probabilities. ``recipient`` may be null: what the actor does toward anybody.
    """
    from dragoman.codebook import Codebook
    from dragoman.coding import Weights
    from dragoman.coding.relate import relate, relation_line
    from dragoman.language import LanguageModel
    from dragoman.language.relations import RelationReader

    model, codebook, reader, weights = LanguageModel.load(), Codebook.load(), RelationReader.load(), Weights.load()
    for item in read_documents(paths, input="jsonl"):
        id_ = item.document.id
        if isinstance(item, Failure):
            yield _refused(id_, item.problem)
            continue
        try:
            actor = span_of(item.document, "actor", required=True)
            recipient = span_of(item.document, "recipient", required=False)
            assert actor is not None
            relation = relate(model.analyze(item.document.text), actor, recipient, codebook, reader, weights)
        except ValueError as error:
            yield _refused(id_, Problem(code="bad-field", message=f"{id_}: {error}"))
            continue
        yield msgspec.json.encode(relation_line(id_, relation))


def span_of(document: Document, role: str, *, required: bool) -> Span | None:
    """The span that a line gives for a role.

    Raises:
        ValueError: It is missing though required, or is no span of the text; the message says what was got and what is accepted.
    """
    given: Any = document.meta.get(role)
    if given is None and not required:
        return None
    if not (isinstance(given, list) and len(given) == 2 and all(isinstance(k, int) and not isinstance(k, bool) for k in given)):
        raise ValueError(f"{role}: got {given!r}; {_ACCEPTED}")
    start, end = given
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{role}: [{start}, {end}) is no part of the text of {len(document.text)} code points; {_ACCEPTED}")
    return start, end


def _refused(id_: str, problem: Problem) -> bytes:
    return msgspec.json.encode({"id": id_, "type": None, "modes": [], "status": None, "probabilities": {}, "problems": [problem]})
