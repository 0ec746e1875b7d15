"""Two voices on one event: what the frames say, and what the relation reader says of the same words.

    frame: ACCUSE .80 ┐
                      ├─▶ one probability, or another type, or no event
    reader: ACCUSE .9 ┘

The reader is asked about the sentence with actor, recipient and trigger marked. Both opinions are kept in ``why``.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from typing import Protocol

from dragoman.language.analysis import Analysis
from dragoman.language.relations import NONE, Pair, Reading
from dragoman.world.mentions import ResolvedMention

WEIGHT_FRAME, WEIGHT_READER, BIAS = 0.6, 0.6, 0.0
"""Of the log-odds of frame and reader, and what is added. Fitted by ``benchmarks/calibrate.py`` on judged events of real news."""
ANOTHER = 0.8
"""From this probability on, the reader's type stands instead of the frame's, where it gives the frame's less than ``UNLIKELY``."""
UNLIKELY = 0.1
LEAST = 0.25
"""Events less likely than this are left out."""
ALONE, ALONE_WITHOUT = 0.65, 0.85
"""What the reader finds where no frame speaks needs at least this probability, with and without a known recipient."""


class ReadsPairs(Protocol):
    """What the coder asks of :class:`dragoman.language.relations.RelationReader`."""

    def read(self, pairs: Sequence[Pair]) -> list[Reading]: ...


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """Who does something to whom at a trigger; token indices of the document."""

    trigger: tuple[int, ...]
    actors: tuple[ResolvedMention, ...]
    recipients: tuple[ResolvedMention, ...]


def ask(analysis: Analysis, reader: ReadsPairs, questions: Sequence[Question]) -> list[Reading | None]:
    """Read all questions of a document at once; None where its actor does not stand in the trigger's sentence."""
    pairs = [pair_of(analysis, q) for q in questions]
    distinct = {p: None for p in pairs if p is not None}
    answers = dict(zip(distinct, reader.read(list(distinct)), strict=True))
    return [answers[p] if p is not None else None for p in pairs]


def pair_of(analysis: Analysis, question: Question) -> Pair | None:
    """The sentence with the first actor and the first recipient that stand in it marked."""
    first, last = analysis.sentences[analysis.sentence_of[question.trigger[0]]]

    def local(mentions: Sequence[ResolvedMention]) -> tuple[int, int] | None:
        for m in mentions:
            if first <= m.head < last:
                return max(m.first, first) - first, min(m.last, last) - first
        return None

    actor, recipient = local(question.actors), local(question.recipients)
    if actor is None:
        return None
    trigger = [k for k in question.trigger if first <= k < last]
    marked = (trigger[0] - first, trigger[-1] + 1 - first)
    if marked[1] - marked[0] > 4:
        marked = (question.trigger[0] - first, question.trigger[0] + 1 - first)
    return Pair(tuple(analysis.form[first:last]), actor, recipient if recipient != actor else None, marked)


def weigh(type_: str, confidence: float, reading: Reading | None) -> tuple[str, float]:
    """One type and one probability from a frame's opinion and the reader's.

    Args:
        type_: The frame's type.
        confidence: The frame's, in (0, 1).
        reading: The reader's answer, None where it could not be asked.

    Returns:
        The type (the frame's, or the reader's where that is sure and the frame's unlikely), and the probability that the event is right.
    """
    if reading is None:
        return type_, confidence
    best = reading.type
    if best not in (type_, NONE) and reading.types[best] >= ANOTHER and reading.types.get(type_, 0.0) < UNLIKELY:
        return best, round(reading.types[best] * 0.75, 3)
    odds = WEIGHT_FRAME * _logit(confidence) + WEIGHT_READER * _logit(reading.types.get(type_, 0.0)) + BIAS
    return type_, 1 / (1 + math.exp(-odds))


def _logit(p: float) -> float:
    p = min(0.98, max(0.02, p))
    return math.log(p / (1 - p))
