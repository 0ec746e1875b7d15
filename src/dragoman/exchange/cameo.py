"""CAMEO lines, as PETRARCH and its kin write them: ``date actor recipient code document sentence trigger``, tab-separated, no header."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from dragoman.exchange._codes import code_of
from dragoman.exchange._rows import pairs, write_rows
from dragoman.records import Record

COLUMNS = ("date", "source", "target", "code", "issues", "ids", "StorySource", "source_text", "target_text", "event_text")
NOBODY = "---"
"""Stands for an actor without a code."""


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """A row per pair; events without a CAMEO code are left out. Returns the number of rows."""
    rows = (
        (
            (p.day or "").replace("-", ""), code_of(p.who) or NOBODY, (code_of(p.whom) if p.whom else "") or NOBODY, p.event.cameo,
            ",".join(p.event.contexts), f"{p.record.document.id}_{p.event.sentence_index}", p.record.document.publisher,
            p.actor.text, p.recipient.text if p.recipient else "", p.event.trigger.text,
        )
        for p in pairs(records)
        if p.event.cameo
    )  # fmt: skip
    return write_rows(stream, rows)
