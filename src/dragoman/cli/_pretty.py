"""A record that a person enjoys reading: sentences with what was coded in them, who said what, a board of positions.

Everything that comes from a document is shown as plain text: no markup of rich's or of a terminal's is interpreted.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from dragoman.records import Event, Magnitude, Participant, Position, Record, Span, Statement, When

_QUAD = {"VERBAL COOPERATION": "green", "MATERIAL COOPERATION": "bold green", "VERBAL CONFLICT": "yellow", "MATERIAL CONFLICT": "bold red"}
_STANCE = {"supports": "green", "opposes": "red", "withholds": "yellow", "neutral": "white"}
_CONTENT = 240
"""Code points of a statement's content that are shown."""


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
    """Print a record; without ``width``, as wide as the terminal."""
    print_record(record, Console(file=stream, highlight=False, markup=False, emoji=False, width=width))


def print_record(record: Record, console: Console) -> None:
    """Print a record on a console that interprets no markup."""
    for part in _parts(record):
        console.print(part)


def _parts(record: Record) -> list[RenderableType]:
    names = {a.id: a.name for a in record.actors}
    parts: list[RenderableType] = [_header(record)]
    if record.events:
        parts.append(_title("What happened"))
        seen: dict[Span, list[Event]] = {}
        for e in record.events:
            seen.setdefault(e.sentence, []).append(e)
        for sentence, events in seen.items():
            parts.append(Padding(_sentence(record, sentence, events), (1, 0, 0, 2)))
            parts.append(Padding(_events(record, events, names), (0, 0, 0, 2)))
    if record.statements:
        parts += [_title("Who said what"), Padding(_statements(record, names), (1, 0, 0, 2))]
    if record.positions:
        parts += [_title("Where they stand"), Padding(_board(record, names), (1, 0, 0, 2))]
    if record.problems:
        parts.append(_title("Problems"))
        parts += [Padding(Text(f"{p.code}: {visible(p.message)}", style="yellow"), (0, 0, 0, 2)) for p in record.problems]
    if record.events:
        parts.append(Padding(Text(_legend(record), style="dim"), (1, 0, 0, 2)))
    return parts


def _title(words: str) -> RenderableType:
    return Padding(Rule(Text(words, style="bold"), style="dim", align="left"), (1, 0, 0, 0))


def _header(record: Record) -> Panel:
    d = record.document
    line = Text()
    line.append(visible(d.title or d.id), style="bold")
    line.append(f"\n{d.published or 'no date'}", style="cyan")
    if d.published_basis:
        line.append(f" (from the {d.published_basis})", style="dim")
    if d.publisher:
        line.append(f"  {visible(d.publisher)}")
    kinds = (("event", record.events), ("statement", record.statements), ("position", record.positions), ("disagreement", record.disagreements))
    line.append("\n" + "  ".join(f"{len(found)} {name}{'s' * (len(found) != 1)}" for name, found in kinds), style="dim")
    return Panel(line, border_style="dim", expand=False)


def _legend(record: Record) -> str:
    parts = ["%: how likely the line is right as a whole"]
    if any(e.statement for e in record.events):
        parts.append("claim s1: not the report's word but that of statement s1")
    parts.append("why a line is there: dragoman explain FILE e1")
    return "  ·  ".join(parts)


def _sentence(record: Record, sentence: Span, events: Sequence[Event]) -> Text:
    start, end = sentence
    pieces = [visible(c) for c in record.document.text[start:end]]
    at = list(itertools.accumulate((len(p) for p in pieces), initial=0))
    text = Text("".join(pieces))

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


def _who(participants: Sequence[Participant], names: dict[str, str], style: str) -> Text:
    return Text(", ").join(_name(p.actor, p.text, names, style) for p in participants)


def _name(actor: str | None, text: str, names: dict[str, str], style: str) -> Text:
    """The actor's name, with its id where it is one of the table's."""
    if actor is None:
        return Text(visible(text), style=style)
    name = Text(visible(names.get(actor, actor)), style=style)
    return name if actor.startswith("~") else name.append(f" {visible(actor)}", style="dim")


def _events(record: Record, events: Sequence[Event], names: dict[str, str]) -> Table:
    """A row per event: id, type, who did it to whom, and below that what else is known."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim", width=max(len(e.id) for e in record.events), no_wrap=True)
    table.add_column(width=max(len(_type(e)) for e in record.events), overflow="fold")
    table.add_column(overflow="fold")
    for e in events:
        row = _who(e.actors, names, "cyan") if e.actors else Text("?", style="cyan")
        if e.recipients:
            row = row + Text(" → ") + _who(e.recipients, names, "magenta")
        if e.status != "actual":
            row.append(f"  {e.status}", style="bold yellow")
        row.append(f"  {e.confidence:.0%}", style="dim")
        details = _details(record, e)
        if details:
            row.append("\n").append(details)
        table.add_row(e.id, Text(_type(e), style=_QUAD.get(e.quad or "", "bold")), row)
    return table


def _type(e: Event) -> str:
    return "-".join((e.type, *e.modes))


def _details(record: Record, e: Event) -> Text:
    """On whose word, when, where, how much, what about."""
    out: list[Text] = []
    word = " ".join(w for w in (e.standing if e.standing != "reporter" or e.statement else "", e.statement or "") if w)
    for words in (word, f"same as {e.same_as}" if e.same_as else ""):
        if words:
            out.append(Text(words, style="yellow"))
    if e.date is not None and e.date.basis != "published":
        out.append(Text(_when(e.date), style="blue"))
    if e.about is not None and (e.date is None or _when(e.about) != _when(e.date)):
        out.append(Text(f"about {_when(e.about)}", style="blue"))
    if e.place is not None:
        out.append(Text(f"at {visible(e.place.name)}", style="blue"))
    theme = e.theme.span if e.theme is not None else (0, 0)
    out += [Text(_amount(record, m), style="blue") for m in e.magnitude if not (m.span and theme[0] <= m.span[0] and m.span[1] <= theme[1])]
    if e.theme is not None and (e.date is None or e.theme.text.casefold() not in (e.date.text or "").casefold()):
        theme_words = visible(e.theme.text)
        out.append(Text(f"“{theme_words if len(theme_words) <= 80 else theme_words[:79] + '…'}”", style="italic"))
    line = Text()
    for part in out:
        line.append(" · " if line else "", style="dim").append(part)
    return line


def _amount(record: Record, m: Magnitude) -> str:
    """In the report's own words where they are known: 'killed 11 soldiers', 'participants hundreds of fishermen'."""
    if m.span:
        return f"{m.kind} {visible(record.document.text[m.span[0] : m.span[1]])}"
    low, high = (f"{v:,.12g}" if v is not None else "" for v in (m.low, m.high))
    number = low if low == high else f"{low} to {high}" if low and high else f"at least {low}" if low else f"up to {high}"
    return f"{m.kind} {number} {visible(m.unit or '')}".strip()


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
            grow(node.add(_said(record, child, children.get(child.id, ()), names)), child)

    for top in children.get(None, ()):
        tree = Tree(_said(record, top, children.get(top.id, ()), names), guide_style="dim")
        grow(tree, top)
        trees.append(tree)
    return Group(*trees)


def _said(record: Record, s: Statement, children: Sequence[Statement], names: dict[str, str]) -> Table:
    """One statement; what a child says stands with the child."""
    line = _who(s.speakers, names, "cyan") if s.speakers else Text("(nobody named)", style="cyan")
    if s.cue is not None:
        line.append(f" {'not ' if s.cue.negated else ''}{visible(s.cue.text)}", style="bold")
    if s.addressees:
        line = line + Text(" → ") + _who(s.addressees, names, "magenta")
    inside = [span for child in children for span in child.content]
    content = " … ".join(_without(record.document.text, span, inside) for span in s.content)
    content = content if len(content) <= _CONTENT else content[: _CONTENT - 1] + "…"
    line.append(": ").append(content, style="italic" if s.kind == "direct" else "")
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(style="dim", no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(s.id, line)
    return row


def _without(text: str, span: Span, inside: Sequence[Span]) -> str:
    """The words of ``span``, each of ``inside`` replaced by an ellipsis."""
    out, at = [], span[0]
    for start, end in sorted(inside):
        if at <= start and end <= span[1]:
            out += [visible(text[at:start]), "…"]
            at = end
    return "".join([*out, visible(text[at : span[1]])])


def _board(record: Record, names: dict[str, str]) -> Table:
    """A row per question, a column per stance that somebody takes; questions that divide come first."""
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False, padding=(0, 3, 0, 0), leading=1)
    table.add_column("question", overflow="fold", max_width=40)
    stances = [s for s in _STANCE if any(p.stance == s for p in record.positions)]
    for stance in stances:
        table.add_column(stance, overflow="fold", max_width=36)
    split = {d.key: d for d in record.disagreements}
    by_key: dict[str, list[Position]] = {}
    for p in record.positions:
        by_key.setdefault(p.question.key, []).append(p)
    for key in sorted(by_key, key=lambda k: (k not in split, -len(by_key[k]))):
        question = Text(visible(by_key[key][0].question.text))
        if key in split:
            within = split[key].within
            question.append(f"\n≠ disagreement{f' within {within}' if within else ''}", style="bold red")
        table.add_row(question, *(_holders(record, [p for p in by_key[key] if p.stance == stance], names) for stance in stances))
    return table


def _holders(record: Record, positions: Sequence[Position], names: dict[str, str]) -> Text:
    lines = []
    for p in positions:
        span = p.holder.span
        line = _name(p.holder.actor, record.document.text[span[0] : span[1]], names, _STANCE[p.stance])
        if p.holder.quantifier and p.holder.quantifier not in line.plain:
            line = Text.assemble((f"{p.holder.quantifier} ", _STANCE[p.stance]), line)
        if p.statement:
            line.append(f" ({p.statement})", style="dim")
        lines.append(line)
    return Text("\n").join(lines)


def explain_event(record: Record, event: Event) -> None:
    """Print why an event was coded."""
    console = Console(highlight=False, markup=False, emoji=False)
    names = {a.id: a.name for a in record.actors}
    console.print(_sentence(record, event.sentence, [event]))
    console.print(_events(record, [event], names))
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
