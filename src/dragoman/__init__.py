"""Dragoman reads dated news reports and keeps the record of politics in them, with the evidence for every line.

    >>> import dragoman
    >>> record = dragoman.code("Oslo condemned the raid.", published="2021-03-04")   # doctest: +SKIP
    >>> record.events[0].type   # doctest: +SKIP
    'ACCUSE'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError, ModelError, QueryError, ResourceError, StoreError, TextError
from dragoman.records import Document, Event, Position, Record, Statement

if TYPE_CHECKING:
    from dragoman.coder import Coder

__version__ = "0.1.0"
__all__ = [
    "Coder", "Document", "DragomanError", "Event", "ModelError", "Position", "QueryError", "Record", "ResourceError", "Statement",
    "StoreError", "TextError", "code",
]  # fmt: skip

_default: list[Coder] = []


def code(text: str, published: str | None = None, *, id: str = "-", title: str | None = None) -> Record:
    """Code one report.

    Args:
        text: The report.
        published: Its date as ``YYYY-MM-DD``; without one, a header or dateline in the text is looked for.
        id: A name for it, kept in the record.
        title: Its headline, kept in the record.

    Returns:
        The record: events, statements, positions, disagreements and roles, each with its span of ``text``. It shows itself as tables in a
        notebook and as a short list in a Python prompt. A text that is not English gives an empty one whose ``problems`` say so.

    Raises:
        TextError: ``text`` is no string.
    """
    from dragoman.coder import Coder
    from dragoman.reading import head_of, make_input, whole

    if not isinstance(text, str):
        raise TextError(f"text is {type(text).__name__}; accepted is a string")
    given = make_input(text, id=id, published=published, title=title)
    if not given.codable:
        return Record(document=given.document, problems=given.problems)
    if not _default:
        _default.append(Coder.load())
    return whole(_default[0].code(head_of(given.document), given.problems), given.document)


def __getattr__(name: str) -> Any:
    if name == "Coder":  # imported when asked for: it brings the language model's libraries
        from dragoman.coder import Coder

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
