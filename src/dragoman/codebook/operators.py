"""Operators: what a predicate makes of the event that is embedded in it.

    promise(send aid)          → AGREE            threaten(bomb)        → THREATEN-violence
    promise(withdraw troops)   → CONCEDE          stop(shell)           → RETREAT-ceasefire
    refuse(meet)               → REJECT-meet      promise(stop(shell))  → CONCEDE

Source of the outcomes: PLOVER manual 2.0, the edge rules on promised, refused, threatened and ended cooperation and conflict.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from dragoman.errors import ResourceError

KINDS = frozenset({"promise", "decide", "plan", "refuse", "threaten", "request", "deny", "allege", "stop", "fail", "keep", "attempt", "doubt"})
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
CONCESSION = frozenset({"CONCEDE", "RETREAT"})
CONFLICT = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})

Outcome = tuple[str, tuple[str, ...]]
"""An event type with its modes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Operator:
    """One kind of operator with the slots that hold the one addressed, best first."""

    kind: str
    recipient: tuple[str, ...]
    unknown: bool
    """Whether it makes an event even where what is embedded is none by itself ('promised to think')."""


@dataclasses.dataclass(frozen=True, slots=True)
class Operators:
    """The lexicon, by part of speech and lemma."""

    by_lemma: Mapping[tuple[str, str], Operator]

    @classmethod
    def load(cls) -> Operators:
        """Read the shipped file.

        Raises:
            ResourceError: An entry has an unknown kind or lacks its verbs.
        """
        name = "operators.toml"
        entries = tomllib.loads((files("dragoman.codebook") / name).read_text(encoding="utf8"))["operator"]
        table: dict[tuple[str, str], Operator] = {}
        for n, entry in enumerate(entries, 1):
            if entry.get("kind") not in KINDS or not entry.get("verbs"):
                raise ResourceError(f"{name}, entry {n}: kind {entry.get('kind')!r}; accepted are {', '.join(sorted(KINDS))}, with verbs")
            operator = Operator(entry["kind"], tuple(entry.get("recipient", ())), bool(entry.get("unknown", False)))
            for key, pos in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
                for lemma in entry.get(key, ()):
                    table.setdefault((pos, lemma), operator)
        return cls(table)

    def get(self, pos: str, lemma: str) -> Operator | None:
        """The operator of a predicate, or None."""
        return self.by_lemma.get((pos, lemma))


def request_mode(inner: Outcome | None, *, negated: bool) -> str:
    """REQUEST's and REJECT's mode from what is asked for or refused (PLOVER 2.0, REQUEST and REJECT)."""
    if inner is None:
        return "change"
    kind = inner[0]
    if kind == "CONSULT":
        return "meet"
    if kind in ("AID", "COOPERATE", "SUPPORT"):
        return "assist"
    if kind in CONCESSION or (negated and kind in ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST")):
        return "yield"
    return "change"


def threat_mode(inner: Outcome | None) -> tuple[str, ...]:
    """THREATEN's mode from what is threatened (PLOVER 2.0, THREATEN)."""
    if inner is None:
        return ()
    kind, modes = inner
    if kind in ("ASSAULT", "MOBILIZE"):
        return ("violence",)
    if "arrest" in modes or "convict" in modes:
        return ("arrest",)
    if "expel" in modes or "deport" in modes:
        return ("expel",)
    if kind == "SANCTION" and modes in (("withdraw",), ("discontinue",)):
        return ("relations",)
    if kind in ("SANCTION", "COERCE"):
        return ("restrict",)
    return ()


def compose(operator: Operator, inner: Outcome | None, *, negated: bool) -> Outcome | None:
    """What the operator makes of an embedded event.

    Args:
        operator: The operator.
        inner: The embedded event's type and modes, None where it is none.
        negated: Whether the embedded proposition is negated ('promised not to attack').

    Returns:
        The type and modes of the operator's own event, or None where it makes none.
    """
    kind = operator.kind
    if inner is None and not operator.unknown:
        return None
    type_ = inner[0] if inner else None
    if kind == "promise":
        return _promise(type_, inner, negated)
    if kind == "refuse":
        return None if type_ in ("ACCUSE", "THREATEN", "REJECT") else ("REJECT", (request_mode(inner, negated=negated),))
    if kind == "threaten":
        return "THREATEN", threat_mode(("SANCTION", ("discontinue",)) if type_ in COOPERATION and negated else inner)
    if kind == "request":
        return "REQUEST", (request_mode(inner, negated=negated),)
    if kind == "stop" and inner is not None:
        return _stop(inner)
    if kind in ("plan", "decide") and not negated:
        if type_ in COOPERATION:
            return "AGREE", ()
        if type_ in CONCESSION:
            return "CONCEDE", ()
    return None


def _promise(type_: str | None, inner: Outcome | None, negated: bool) -> Outcome | None:
    if type_ is None or type_ in COOPERATION:
        return ("REJECT", (request_mode(inner, negated=False),)) if negated and type_ else ("AGREE", ())
    if type_ in CONCESSION or negated:
        return "CONCEDE", ()
    if type_ in ("REQUEST", "ACCUSE", "REJECT"):
        return None
    return "THREATEN", threat_mode(inner)


def _stop(inner: Outcome) -> Outcome | None:
    """Ended cooperation is SANCTION, ended force RETREAT, other ended conflict CONCEDE (edge rules 5 and 10)."""
    kind, _ = inner
    if kind == "CONSULT":
        return "REJECT", ("meet",)
    if kind in ("AID", "COOPERATE", "SUPPORT", "AGREE"):
        return "SANCTION", ("discontinue",)
    if kind == "ASSAULT":
        return "RETREAT", ("ceasefire",)
    if kind == "MOBILIZE":
        return "RETREAT", ("withdraw",)
    if kind in ("COERCE", "SANCTION", "PROTEST"):
        return "CONCEDE", ()
    return None
