"""What a text reports a marked actor doing toward a marked recipient: reader and frames on one pair.

    "[Kenya] accused [Somalia] of ..." ─▶ reader: probabilities of all types ┐
                                      └─▶ frames: ACCUSE .8                  ┴─▶ probabilities, type, modes, status
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

from dragoman.codebook import Codebook
from dragoman.coding._arbiter import ReadsPairs, Weights
from dragoman.coding._when import Clock
from dragoman.coding.events import code_events
from dragoman.language.analysis import Analysis
from dragoman.language.relations import NONE, Pair, Reading
from dragoman.records import Actor, Event, Span
from dragoman.world.mentions import Mentions, ResolvedMention

FRAME_WEIGHT = 3.0
"""How much a frame that is sure (confidence 1) adds to the log-probability of its type. Fitted on half A of marked pairs; half B is scored."""


NONE_PRIOR = -2.5
"""Added to the log-probability of NONE. In the reader's corpus three pairs of four have nothing between them; who marks a pair has mostly seen
something. Fitted on half A of pairs that are marked either way."""


@dataclasses.dataclass(frozen=True, slots=True)
class Relation:
    """The answer for one pair; ``type`` may be ``NONE``. Probabilities are over the types and ``NONE`` and sum to 1."""

    type: str
    modes: tuple[str, ...]
    status: str | None
    probabilities: dict[str, float]
    frames: tuple[str, ...] = ()
    """The frames that spoke."""


def relate(
    analysis: Analysis, actor: Span, recipient: Span | None, codebook: Codebook, reader: ReadsPairs | None, weights: Weights,
    *, frame_weight: float = FRAME_WEIGHT,
) -> Relation:
    """Read one marked pair.

    Args:
        analysis: The text's tokens and trees.
        actor: Code points ``[start, end)`` of the text.
        recipient: The same; None asks what the actor does toward anybody.
        codebook: Frames, operators and types.
        reader: The relation reader; without it the frames answer alone.
        weights: How evidence adds up; its threshold is not used, since the pair is given.
        frame_weight: See ``FRAME_WEIGHT``.

    Returns:
        The relation; ``NONE`` with probability 1 where neither voice has anything to say.

    Raises:
        ValueError: A span holds no word of the text.
    """
    one = _tokens(analysis, actor, "actor")
    other = _tokens(analysis, recipient, "recipient") if recipient is not None else None
    reading = reader.read([_pair(analysis, one, other)])[0] if reader is not None else None
    events = _by_frames(analysis, one, other, codebook, dataclasses.replace(weights, least=0.0))
    scores = dict(reading.types) if reading is not None else {**{t: 0.01 for t in codebook.types}, NONE: 0.3}
    scores[NONE] *= math.exp(NONE_PRIOR)
    for e in events:
        scores[e.type] *= math.exp(frame_weight * _own(e) * (1 if reading is not None else 4))
    total = sum(scores.values())
    probabilities = {t: round(p / total, 4) for t, p in scores.items()}
    best = max(probabilities, key=probabilities.__getitem__)
    if best == NONE:
        return Relation(NONE, (), None, probabilities, tuple(str(e.why["frame"]) for e in events))
    spoke = next((e for e in events if e.type == best), None)
    modes = (reading.modes_of(best) if reading is not None else ()) or (spoke.modes if spoke is not None else ())
    return Relation(best, modes, _status(spoke, reading), probabilities, tuple(str(e.why["frame"]) for e in events))


def _status(spoke: Event | None, reading: Reading | None) -> str:
    if reading is None:
        return spoke.status if spoke is not None else "actual"
    return max(reading.status, key=reading.status.__getitem__)


def _tokens(analysis: Analysis, span: Span, role: str) -> tuple[int, int]:
    """The tokens ``[first, last)`` that a span of code points touches."""
    inside = [k for k, (a, b) in enumerate(analysis.span) if a < span[1] and span[0] < b]
    if not inside:
        raise ValueError(f"{role}: the span {list(span)} holds no word of the text ({len(analysis.text)} code points)")
    return inside[0], inside[-1] + 1


def _pair(analysis: Analysis, one: tuple[int, int], other: tuple[int, int] | None) -> Pair:
    """The sentences from the first to the last that hold a mark, as one."""
    tokens = [one[0], one[1] - 1, *((other[0], other[1] - 1) if other else ())]
    first = analysis.sentences[min(analysis.sentence_of[k] for k in tokens)][0]
    last = analysis.sentences[max(analysis.sentence_of[k] for k in tokens)][1]
    shifted = (one[0] - first, one[1] - first)
    return Pair(tuple(analysis.form[first:last]), shifted, (other[0] - first, other[1] - first) if other else None)


def _by_frames(analysis: Analysis, one: tuple[int, int], other: tuple[int, int] | None, codebook: Codebook, weights: Weights) -> list[Event]:
    """What the frames find between the two, as if both were known to act in politics."""
    at: dict[int, ResolvedMention] = {}
    for name, span in (("~recipient", other), ("~actor", one)):
        if span is not None:
            head = next((k for k in range(*span) if not span[0] <= analysis.head[k] < span[1]), span[1] - 1)
            party = Actor(id=name, name=analysis.words(*span), country=name, sectors=("GOV",))
            at[head] = ResolvedMention(head, span[0], span[1], "name", "organization", party, 0.9)
    mentions = Mentions(tuple(at[k] for k in sorted(at)), {m.actor.id: m.actor for m in at.values() if m.actor}, analysis, at, {})
    events = code_events(analysis, mentions, codebook, Clock(analysis, (), None), weights=weights)
    out = []
    for e in events:
        actors, recipients = {p.actor for p in e.actors}, {p.actor for p in e.recipients}
        both = {"~actor", "~recipient"} <= actors
        if both or ("~actor" in actors and (other is None or "~recipient" in recipients)):
            out.append(e)
    return sorted(out, key=lambda e: -_own(e))


def _own(event: Event) -> float:
    """The frame's own confidence, in (0, 1): its log-odds are in the evidence."""
    return 1 / (1 + math.exp(-event.why["evidence"]["frame"]))


def relation_line(id_: Any, relation: Relation) -> dict[str, Any]:
    """The contract's line of ``dragoman relate``."""
    return {
        "id": id_, "type": relation.type, "modes": list(relation.modes), "status": relation.status, "probabilities": relation.probabilities,
        "frames": list(relation.frames),
    }  # fmt: skip
