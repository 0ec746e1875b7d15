"""How a record shows itself: a few lines in a Python prompt, a table in a notebook.

Whatever comes from a document is plain text: in the prompt with its control characters written out, in the notebook escaped.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.records import Event, Participant, Position, Record, Statement

_SHOWN = 20
"""Lines of each kind in a prompt, rows of each table in a notebook."""
_WORDS = 90
"""Code points of a longer piece of text that are shown."""


def as_text(record: Record) -> str:
    """A record in a few lines: what it is, its events, and how much else there is."""
    lines = [_headline(record)]
    lines += [f"  {e.id} {_type(e)}: {_who(e.actors) or '?'}{_toward(e)} [{_qualities(e)}]" for e in record.events[:_SHOWN]]
    lines += _more(record.events)
    lines += [f"  problem {p.code}: {_plain(p.message)}" for p in record.problems]
    return "\n".join(lines)


def as_html(record: Record) -> str:
    """A record as HTML without scripts or styles from outside: three tables and the problems; everything escaped."""
    parts = [f"<p><strong>{html.escape(_headline(record))}</strong></p>"]
    parts.append(_table("Events", ("", "type", "actors", "recipients", "words", "status", "standing", "date", "confidence"), map(_event_row, record.events)))
    parts.append(_table("Statements", ("", "speakers", "cue", "content", "in"), (_statement_row(record, s) for s in record.statements)))
    parts.append(_table("Positions", ("", "holder", "stance", "question", "in"), (_position_row(record, p) for p in record.positions)))
    parts += [f"<p>{html.escape(f'{p.code}: {_plain(p.message)}')}</p>" for p in record.problems]
    return "\n".join(p for p in parts if p)


def _headline(record: Record) -> str:
    d = record.document
    kinds = (("event", record.events), ("statement", record.statements), ("position", record.positions), ("disagreement", record.disagreements))
    counts = ", ".join(f"{len(found)} {name}{'s' * (len(found) != 1)}" for name, found in kinds)
    return f"{_plain(d.title or d.id)}, {d.published or 'no date'}: {counts}"


def _event_row(e: Event) -> Sequence[str]:
    date = "" if e.date is None else str(e.date.start) if e.date.start == e.date.end else f"{e.date.start or '…'} to {e.date.end or '…'}"
    return (e.id, _type(e), _who(e.actors), _who(e.recipients), _plain(e.trigger.text), e.status, _standing(e), date, f"{e.confidence:.2f}")


def _statement_row(record: Record, s: Statement) -> Sequence[str]:
    content = " … ".join(_plain(record.document.text[a:b]) for a, b in s.content)
    cue = "" if s.cue is None else ("not " if s.cue.negated else "") + _plain(s.cue.text)
    return (s.id, _who(s.speakers), cue, content, s.parent or "")


def _position_row(record: Record, p: Position) -> Sequence[str]:
    a, b = p.holder.span
    holder = " ".join(x for x in (p.holder.quantifier, p.holder.actor or _plain(record.document.text[a:b])) if x)
    return (p.id, holder, p.stance, _plain(p.question.text), p.statement or "")


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = [f"<tr>{''.join(f'<td>{html.escape(_short(cell))}</td>' for cell in row)}</tr>" for row in rows]
    if not body:
        return ""
    head = "".join(f"<th>{html.escape(c)}</th>" for c in columns)
    rest = f"<p>… and {len(body) - _SHOWN} more</p>" if len(body) > _SHOWN else ""
    return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(body[:_SHOWN])}</tbody></table>{rest}"


def _more(found: Sequence[object]) -> list[str]:
    return [f"  … and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []


def _type(e: Event) -> str:
    return "-".join((e.type, *e.modes))


def _toward(e: Event) -> str:
    return f" → {_who(e.recipients)}" if e.recipients else ""


def _qualities(e: Event) -> str:
    return ", ".join((e.status, _standing(e), f"{e.confidence:.2f}"))


def _standing(e: Event) -> str:
    return f"{e.standing} {e.statement}" if e.statement else e.standing


def _who(participants: Sequence[Participant]) -> str:
    return ", ".join(_plain(p.actor or p.text) for p in participants)


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"


def _plain(text: str) -> str:
    """Line breaks as spaces; other control, direction and private characters as their code."""
    return "".join(" " if c in "\n\r\t\f" else f"⟨{ord(c):x}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c for c in text)
