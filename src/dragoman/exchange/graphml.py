"""GraphML: the network of who acts toward whom, or of who stands where on which question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import IO
from xml.sax.saxutils import escape as _escape
from xml.sax.saxutils import quoteattr

from dragoman.exchange._rows import pairs
from dragoman.records import Actor, Record

_NODE = {"label": "string", "country": "string", "sectors": "string", "kind": "string"}
_EDGE = {"type": "string", "events": "int", "asserted": "int", "score": "double", "first": "string", "last": "string"}


def write(records: Iterable[Record], stream: IO[str]) -> int:
    """Actors as nodes; an edge from actor to recipient for each type of event between them, with counts, mean score and days.

    Returns:
        The number of edges.
    """
    nodes: dict[str, Actor] = {}
    edges: dict[tuple[str, str, str], list[tuple[str, float | None, bool]]] = defaultdict(list)
    for p in pairs(records):
        if p.whom and p.who.id and p.whom.id:
            nodes[p.who.id], nodes[p.whom.id] = p.who, p.whom
            edges[p.who.id, p.whom.id, p.event.type].append((p.day or "", p.event.score, p.event.standing == "reporter"))
    _begin(stream)
    for id_, actor in sorted(nodes.items()):
        _node(stream, id_, {"label": actor.name, "country": actor.country or "", "sectors": " ".join(actor.sectors), "kind": "actor"})
    for (a, b, type_), told in sorted(edges.items()):
        days = sorted(day for day, _, _ in told if day) or [""]
        scores = [s for _, s, _ in told if s is not None]
        _edge(stream, a, b, {
            "type": type_, "events": len(told), "asserted": sum(own for _, _, own in told), "score": round(sum(scores) / len(scores), 3) if scores else 0.0,
            "first": days[0], "last": days[-1],
        })  # fmt: skip
    stream.write("  </graph>\n</graphml>\n")
    return len(edges)


def write_positions(records: Iterable[Record], stream: IO[str]) -> int:
    """The discourse network: actors and questions as nodes; an edge for each stance of an actor on a question. Returns the number of edges."""
    actors: dict[str, Actor] = {}
    questions: dict[str, str] = {}
    edges: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for record in records:
        known = {a.id: a for a in record.actors}
        for p in record.positions:
            if p.holder.actor and p.tense == "current":
                actors[p.holder.actor] = known.get(p.holder.actor) or Actor(id=p.holder.actor, name=p.holder.actor)
                questions[p.question.key] = p.question.text
                edges[p.holder.actor, p.question.key, p.stance].append(p.as_of or record.document.published or "")
    _begin(stream)
    for id_, actor in sorted(actors.items()):
        _node(stream, id_, {"label": actor.name, "country": actor.country or "", "sectors": " ".join(actor.sectors), "kind": "actor"})
    for key, text in sorted(questions.items()):
        _node(stream, f"?{key}", {"label": text, "country": "", "sectors": "", "kind": "question"})
    for (holder, key, stance), days in sorted(edges.items()):
        _edge(stream, holder, f"?{key}", {"type": stance, "events": len(days), "first": min(days), "last": max(days)})
    stream.write("  </graph>\n</graphml>\n")
    return len(edges)


def _begin(stream: IO[str]) -> None:
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            stream.write(f'  <key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n')
    stream.write('  <graph edgedefault="directed">\n')


def _node(stream: IO[str], id_: str, values: dict[str, object]) -> None:
    stream.write(f"    <node id={quoteattr(_clean(id_))}>{_data('node', values)}</node>\n")


def _edge(stream: IO[str], a: str, b: str, values: dict[str, object]) -> None:
    stream.write(f"    <edge source={quoteattr(_clean(a))} target={quoteattr(_clean(b))}>{_data('edge', values)}</edge>\n")


def _data(domain: str, values: dict[str, object]) -> str:
    return "".join(f'<data key="{domain}-{name}">{_escape(_clean(str(value)))}</data>' for name, value in values.items())


def _clean(text: str) -> str:
    """Without the characters that XML does not allow."""
    return "".join(c for c in text if c in "\t\n\r" or ("\x20" <= c <= "\ud7ff") or ("\ue000" <= c <= "\ufffd") or c >= "\U00010000")
