"""Roles: who holds which office or function, as the report says it ('French co-chairmanship of the Minsk Group')."""

from __future__ import annotations

from dragoman.coding.propositions import Reader
from dragoman.language.analysis import Analysis
from dragoman.records import Role, Statement
from dragoman.world.mentions import Mentions

_FUNCTIONS = {
    "co-chair": "co-chair", "co-chairman": "co-chair", "co-chairmanship": "co-chair", "cochair": "co-chair", "chair": "chair",
    "chairman": "chair", "chairmanship": "chair", "chairwoman": "chair", "presidency": "president", "membership": "member",
    "member": "member", "host": "host", "mediator": "mediator", "mediation": "mediator", "guarantor": "guarantor", "ally": "ally",
    "signatory": "signatory", "depositary": "depositary", "leadership": "leader",
}  # fmt: skip


def find_roles(analysis: Analysis, mentions: Mentions, statements: tuple[Statement, ...], published: str | None) -> tuple[Role, ...]:
    """Find offices (from resolved mentions) and functions (from nouns such as *co-chairmanship*)."""
    out: dict[tuple[str, str, str | None], Role] = {}
    for m in mentions.all:
        if m.actor is not None and m.actor.role and m.kind in ("name", "role"):
            of = m.actor.country
            role = Role(actor=m.actor.id, role=m.actor.role, of=of, as_of=published, span=analysis.char_span(m.first, m.last))
            out.setdefault((role.actor, role.role.lower(), of), role)
    reader = Reader(analysis)
    for i, lemma in enumerate(analysis.lemma):
        function = _FUNCTIONS.get(lemma.lower())
        if function is None or analysis.upos[i] != "NOUN":
            continue
        prop = reader.read(i)
        if prop is None:
            continue
        body = next((k for k in prop.get("obj")), None)
        if body is None and function != "ally":
            continue
        of_text = _phrase(analysis, body) if body is not None else None
        holders = [m.actor.id for k in prop.get("subj") for m in mentions.resolve(k) if m.actor is not None]
        if not holders:
            holders = _as_whom(analysis, mentions, i)
        if not holders:
            span = analysis.span[i]
            holders = [p.actor for s in statements for a, b in s.content if a <= span[0] < b for p in s.speakers if p.actor][:1]
        for actor in holders:
            role = Role(actor=actor, role=function, of=of_text, as_of=published, span=analysis.span[i])
            out.setdefault((actor, function, of_text), role)
    return tuple(out.values())


def _as_whom(analysis: Analysis, mentions: Mentions, i: int) -> list[str]:
    """'France, as co-chair of': the phrase hangs on a clause or noun whose possessor or subject holds the role."""
    h = analysis.head[i]
    if h < 0 or not any(analysis.form[c].lower() == "as" for c in analysis.kids(i, "case")):
        return []
    return [m.actor.id for k in analysis.kids(h, "nmod:poss", "nsubj") for m in mentions.resolve(k) if m.actor is not None]


def _phrase(analysis: Analysis, i: int) -> str:
    drop = {x for c in analysis.children[i] if analysis.rel[c] in ("case", "det", "punct", "acl:relcl", "appos") for x in analysis.subtree(c)}
    tokens = [x for x in analysis.subtree(i) if x not in drop]
    return analysis.words(tokens[0], tokens[-1] + 1)
