"""Event lists of Discourse Network Analyzer: a row per position that somebody takes on a question, semicolons between the columns.

``agreement`` is 1 for who supports and 0 for who opposes. Who withholds takes no side, so such positions are left out unless asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from dragoman.records import Actor, Position, Record

COLUMNS = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "start_position", "stop_position", "text", "coder", "document_id",
    "document_title", "document_author", "document_source", "document_section", "document_type",
)  # fmt: skip
_AGREEMENT = {"supports": 1, "opposes": 0}


def write(records: Iterable[Record], stream: IO[str], withheld: bool = False) -> int:
    """Positions with a known holder, those of the past left out.

    Args:
        records: What was coded.
        stream: Where to write.
        withheld: Write positions that withhold too, with an empty ``agreement``.

    Returns:
        The number of rows.
    """
    rows = csv.writer(stream, delimiter=";", lineterminator="\n")
    rows.writerow(COLUMNS)
    n = 0
    for record in records:
        actors = {a.id: a for a in record.actors}
        for p in record.positions:
            if p.holder.actor and p.tense == "current" and (p.stance in _AGREEMENT or (withheld and p.stance == "withholds")):
                n += 1
                rows.writerow(_row(n, record, p, actors.get(p.holder.actor)))
    return n


def _row(n: int, record: Record, p: Position, holder: Actor | None) -> tuple[object, ...]:
    document = record.document
    start, stop = p.evidence.spans[0] if p.evidence.spans else p.holder.span
    name = holder.name if holder else p.holder.actor
    person = bool(holder and (holder.role or holder.id.startswith("~")))
    return (
        n, p.as_of or document.published, name if person else "", "" if person else name, p.question.text, _AGREEMENT.get(p.stance, ""), start, stop,
        " ".join(document.text[start:stop].split()), document.coder, document.id, document.title, "", document.publisher, "", "",
    )  # fmt: skip
