"""A record that a person enjoys reading: sentences with what was coded in them, who said what, a board of positions.

Everything that comes from a document is shown as plain text: no markup of rich's or of a terminal's is interpreted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import IO

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from dragoman.records import Event, Participant, Position, Record, Span, Statement, When

_QUAD = {"VERBAL COOPERATION": "green", "MATERIAL COOPERATION": "bold green", "VERBAL CONFLICT": "yellow", "MATERIAL CONFLICT": "bold red"}
_STANCE = {"supports": "green", "opposes": "red", "withholds": "yellow", "neutral": "white"}


def visible(text: str) -> str:
    """Text with control and direction characters made visible, line breaks as spaces."""
    out = []
    for c in text:
        if c in "\n\r\t\f":
            out.append(" ")
        elif unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co"):
            out.append("·" if c in "\u200b\ufeff\u00ad" else f"⟨{ord(c):x}⟩")
        else:
            out.append(c)
    return "".join(out)


def show_record(record: Record, stream: IO[str], width: int | None = None) -> None:
    """Print a record."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False, width=width)
    for part in _parts(record):
        console.print(part)


def _parts(record: Record) -> list[object]:
    names = {a.id: a.name for a in record.actors}
    parts: list[object] = [_header(record)]
    if record.events:
        parts += [Text(), Rule(Text("What happened", style="bold"), style="dim", align="left")]
        seen: dict[Span, list[Event]] = {}
        for e in record.events:
            seen.setdefault(e.sentence, []).append(e)
        for sentence, events in seen.items():
            parts.append(Padding(_sentence(record, sentence, events), (1, 0, 0, 2)))
            parts += [Padding(_event_line(e, names), (0, 0, 0, 4)) for e in events]
    if record.statements:
        parts += [Text(), Rule(Text("Who said what", style="bold"), style="dim", align="left"), Padding(_statements(record, names), (1, 0, 0, 2))]
    if record.positions:
        parts += [Text(), Rule(Text("Where they stand", style="bold"), style="dim", align="left"), Padding(_board(record, names), (1, 0, 0, 2))]
    if record.problems:
        parts.append(Text())
        parts += [Text(f"  ! {p.code}: {visible(p.message)}", style="yellow") for p in record.problems]
    return parts


def _header(record: Record) -> Panel:
    d = record.document
    line = Text()
    line.append(visible(d.title or d.id), style="bold")
    line.append(f"\n{d.published or 'no date'}", style="cyan")
    if d.published_basis:
        line.append(f" (from the {d.published_basis})", style="dim")
    if d.publisher:
        line.append(f"  {visible(d.publisher)}")
    counts = f"{len(record.events)} events  {len(record.statements)} statements  {len(record.positions)} positions"
    line.append(f"\n{counts}  {len(record.disagreements)} disagreements", style="dim")
    return Panel(line, border_style="dim", expand=False)


def _sentence(record: Record, sentence: Span, events: Sequence[Event]) -> Text:
    start, end = sentence
    text = Text(visible(record.document.text[start:end]))
    plain = [visible(c) for c in record.document.text[start:end]]
    at = [0]
    for piece in plain:
        at.append(at[-1] + len(piece))

    def mark(span: Span | None, style: str) -> None:
        if span and start <= span[0] and span[1] <= end:
            text.stylize(style, at[span[0] - start], at[span[1] - start])

    for e in events:
        for p in e.actors:
            mark(p.span, "cyan")
        for p in e.recipients:
            mark(p.span, "magenta")
    for e in events:
        mark(e.trigger.span, "underline " + _QUAD.get(e.quad or "", "bold"))
    return text


def _who(participants: Sequence[Participant], names: dict[str, str]) -> str:
    return visible(", ".join(_name(p.actor, p.text, names) for p in participants))


def _name(actor: str | None, text: str, names: dict[str, str]) -> str:
    if actor is None:
        return text
    return names.get(actor, actor) if actor.startswith("~") else f"{names.get(actor, actor)} [{actor}]"


def _event_line(e: Event, names: dict[str, str]) -> Text:
    line = Text()
    line.append(f"{e.id:>4} ", style="dim")
    line.append(e.type + ("-" + "-".join(e.modes) if e.modes else ""), style=_QUAD.get(e.quad or "", "bold"))
    line.append("  ")
    line.append(_who(e.actors, names) or "?", style="cyan")
    if e.recipients:
        line.append(" → ")
        line.append(_who(e.recipients, names), style="magenta")
    extras = [x for x in (e.status if e.status != "actual" else "", e.standing if e.standing != "reporter" else "") if x]
    if e.statement:
        extras.append(f"in {e.statement}")
    if e.same_as:
        extras.append(f"same as {e.same_as}")
    if extras:
        line.append("  " + ", ".join(extras), style="yellow")
    if e.date is not None and e.date.basis == "text":
        line.append(f"  {_when(e.date)}", style="blue")
    if e.place is not None:
        line.append(f"  at {visible(e.place.name)}", style="blue")
    for m in e.magnitude:
        amount = f"{m.low:g}" if m.low is not None and m.low == m.high else f"{m.low:g}+" if m.low and m.high is None else f"up to {m.high:g}" if m.high else ""
        line.append(f"  {m.kind} {amount} {visible(m.unit or '')}", style="blue")
    if e.theme is not None:
        line.append(f"  “{visible(e.theme.text)[:70]}”", style="dim")
    line.append(f"  {e.confidence:.0%}", style="dim")
    return line


def _when(when: When) -> str:
    if when.start == when.end:
        return str(when.start)
    return f"{when.start or '…'} to {when.end or '…'}"


def _statements(record: Record, names: dict[str, str]) -> Group:
    children: dict[str | None, list[Statement]] = {}
    for s in record.statements:
        children.setdefault(s.parent, []).append(s)
    trees = []

    def grow(node: Tree, statement: Statement) -> None:
        for child in children.get(statement.id, ()):
            grow(node.add(_said(record, child, names)), child)

    for top in children.get(None, ()):
        tree = Tree(_said(record, top, names), guide_style="dim")
        grow(tree, top)
        trees.append(tree)
    return Group(*trees)


def _said(record: Record, s: Statement, names: dict[str, str]) -> Text:
    line = Text()
    line.append(f"{s.id} ", style="dim")
    line.append(_who(s.speakers, names) or "(nobody named)", style="cyan")
    if s.cue is not None:
        line.append(f" {'not ' if s.cue.negated else ''}{visible(s.cue.text)}", style="bold")
    if s.addressees:
        line.append(f" to {_who(s.addressees, names)}", style="magenta")
    content = " … ".join(visible(record.document.text[a:b]) for a, b in s.content)
    line.append(": " + (content if len(content) <= 150 else content[:147] + "…"), style="italic" if s.kind == "direct" else "")
    return line


def _board(record: Record, names: dict[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    table.add_column("question", overflow="fold", max_width=46)
    for stance in ("supports", "opposes", "withholds"):
        table.add_column(stance, overflow="fold", max_width=34)
    split = {d.key: d for d in record.disagreements}
    by_key: dict[str, list[Position]] = {}
    for p in record.positions:
        by_key.setdefault(p.question.key, []).append(p)
    for key in sorted(by_key, key=lambda k: (k not in split, -len(by_key[k]))):
        group = by_key[key]
        question = Text(visible(group[0].question.text))
        if key in split:
            within = split[key].within
            question.append(f"  ⚡ disagreement{f' within {within}' if within else ''}", style="bold red")
        cells = []
        for stance in ("supports", "opposes", "withholds"):
            cell = Text()
            for p in group:
                if p.stance == stance or (p.stance == "neutral" and stance == "withholds"):
                    if cell:
                        cell.append("\n")
                    span = p.holder.span
                    words = _name(p.holder.actor, record.document.text[span[0] : span[1]], names)
                    many = p.holder.quantifier if p.holder.quantifier and p.holder.quantifier not in words else ""
                    cell.append(visible(f"{many} {words}".strip()), style=_STANCE[p.stance])
                    if p.statement:
                        cell.append(f" ({p.statement})", style="dim")
            cells.append(cell)
        table.add_row(question, *cells)
    return table


def explain_event(record: Record, event: Event) -> None:
    """Print why an event was coded."""
    console = Console(highlight=False, markup=False, emoji=False)
    names = {a.id: a.name for a in record.actors}
    console.print(_sentence(record, event.sentence, [event]))
    console.print(_event_line(event, names))
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    why = event.why
    rows = [
        ("rule", str(why.get("frame"))), ("proposition", str(why.get("path"))), ("read as", str(why.get("surface"))),
        ("steps", "; ".join(why.get("steps") or []) or "none"), ("reader", str(why.get("reader") or "no second opinion in this version")),
        ("codes", f"CAMEO {event.cameo}, Goldstein {event.goldstein}, PLOVER score {event.score}, {event.quad}"),
        ("contexts", ", ".join(event.contexts) or "none"),
    ]  # fmt: skip
    spans = {m.span: m for m in record.mentions}
    for p in (*event.actors, *event.recipients):
        m = spans.get(p.span)
        rows.append((f"'{visible(p.text)[:40]}'", f"{p.actor}: {visible(m.why) if m else 'named'} ({m.kind if m else '-'}, {m.confidence if m else '-'})"))
    for key, value in rows:
        table.add_row(key, visible(value))
    console.print(Padding(table, (0, 0, 1, 4)))
