"""Whether a proposition happened: negated, future, hypothetical or actual, from its own clause and the clauses around it."""

from __future__ import annotations

from dragoman.coding.propositions import Reader
from dragoman.language.analysis import Analysis

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_HYPOTHETICAL = frozenset({"would", "could", "may", "might", "should", "must", "can", "'d", "’d", "ca", "ought"})
_CONDITION = frozenset({"if", "unless", "whether", "lest"})


def clause_status(reader: Reader, i: int, *, reported: bool) -> str:
    """Status of one clause by itself.

    Args:
        reader: The document's propositions.
        i: The predicate's head.
        reported: Whether the clause is what somebody said, so that 'would' is a future seen from the past.

    Returns:
        ``actual``, ``future`` or ``hypothetical``; negation is the proposition's own.
    """
    a = reader.analysis
    helpers = [a.form[c].lower() for c in a.kids(i, "aux", "aux:pass")]
    if not helpers and a.rel[i] == "conj" and not a.kids(i, "nsubj", "nsubj:pass") and a.xpos[i] in ("VB", "VBN"):
        return clause_status(reader, a.head[i], reported=reported)
    if any(a.form[c].lower() in _CONDITION for c in a.kids(i, "mark")):
        return "hypothetical"
    if any(h in _FUTURE for h in helpers):
        return "future"
    if "would" in helpers or "'d" in helpers or "’d" in helpers:
        conditional = any(a.form[m].lower() in _CONDITION for c in a.kids(i, "advcl") for m in a.kids(c, "mark"))
        return "future" if reported and not conditional and "have" not in helpers else "hypothetical"
    if any(h in _HYPOTHETICAL for h in helpers):
        return "hypothetical"
    if a.lemma[i].lower() == "go" and a.xpos[i] == "VBG" and a.kids(i, "xcomp"):
        return "future"
    if a.kids(i, "cop") and any(a.form[c].lower() == "to" for c in a.kids(i, "mark")):
        return "future"
    return "actual"


def is_infinitive(analysis: Analysis, i: int) -> bool:
    """Whether a verb stands in the to-infinitive."""
    return any(analysis.form[c].lower() == "to" for c in analysis.kids(i, "mark"))
