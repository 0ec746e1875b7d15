"""Two voices on one event: what the frames say, and what the relation reader says of the same words.

    frame: ACCUSE .80 ┐
                      ├─▶ one probability, or another type, or no event
    reader: ACCUSE .9 ┘

The reader is asked about the sentence with actor, recipient and trigger marked. Both opinions are kept in ``why``.
"""

from __future__ import annotations

import dataclasses
import math
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Protocol

from dragoman.errors import ResourceError
from dragoman.language.analysis import Analysis
from dragoman.language.relations import NONE, Pair, Reading
from dragoman.world.mentions import ResolvedMention

ANOTHER = 0.75
"""From this probability on, the reader's type stands instead of the frame's, where it gives the frame's less than ``UNLIKELY`` and the frame is not ``SURE``.
On sentences that neither was made with, of 38 such cases the reader was right in 20 and the frame in 4; of ten in real news the reader was right in three."""
UNLIKELY = 0.05
SURE = 0.8
ALONE = 0.95
"""What the reader finds where no frame speaks needs at least this probability, and somebody who acts in politics on both sides. On sentences like its own two
of three such are right at .9; in real news one of four was at .93, whoever took part."""


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence adds to the log-odds that an event is right as a whole (``data/confidence.toml``).

    Fitted by ``benchmarks/calibrate.py`` on events of real news that readers judged.
    """

    bias: float
    frame: float
    """Times the log-odds of the frame's own confidence."""
    reader: float
    """Times the log-odds that the reader gives to the type."""
    actor: float
    recipient: float
    """Times the logarithm of how surely the least sure participant of a side is who we say."""
    not_actual: float
    """Where it is negated, to come or long past."""
    hypothetical: float
    nobody: float
    """Where a type that mostly has a recipient has none."""
    thing: float
    """Where the recipient is a thing that belongs to nobody we know."""
    implied: float
    """Where the recipient is understood from the story so far."""
    unframed: float
    """Where no frame speaks for the type."""
    noun: float
    """Where a noun names the event."""
    lent: float
    """Where the actor stands in another clause ('he stopped short of accusing')."""
    pronoun: float
    """Where a pronoun stands for the actor or the recipient."""
    outsider: float
    """Where one of the sides does not act in politics by what it is."""
    least: float
    """Events less likely than this are left out."""

    @classmethod
    def load(cls) -> Weights:
        """Read the shipped weights.

        Raises:
            ResourceError: The file lacks a weight or has another.
        """
        data = tomllib.loads((files("dragoman.coding") / "data" / "confidence.toml").read_text(encoding="utf8"))
        try:
            return cls(**{k: float(v) for k, v in data.items()})
        except TypeError as error:
            raise ResourceError(f"coding/data/confidence.toml: {error}") from error


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for or against one event. Probabilities in [0, 1]; None where a voice is silent."""

    frame: float | None
    reader: float | None
    actor: float
    recipient: float
    status: str
    nobody: bool
    thing: bool = False
    implied: bool = False
    noun: bool = False
    lent: bool = False
    pronoun: bool = False
    outsider: bool = False

    def features(self) -> dict[str, float]:
        """By the names of :class:`Weights`, what each weight is multiplied with."""
        return {
            "bias": 1.0, "frame": 0.0 if self.frame is None else _logit(self.frame), "reader": 0.0 if self.reader is None else _logit(self.reader),
            "actor": math.log(max(0.05, self.actor)), "recipient": math.log(max(0.05, self.recipient)),
            "not_actual": float(self.status not in ("actual", "hypothetical")), "hypothetical": float(self.status == "hypothetical"),
            "nobody": float(self.nobody), "thing": float(self.thing), "implied": float(self.implied), "unframed": float(self.frame is None),
            "noun": float(self.noun), "lent": float(self.lent), "pronoun": float(self.pronoun), "outsider": float(self.outsider),
        }  # fmt: skip

    def probability(self, weights: Weights) -> float:
        """That the event is right as a whole: type, participants, status."""
        return 1 / (1 + math.exp(-sum(getattr(weights, k) * v for k, v in self.features().items())))


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


def another_type(type_: str, frame: float, reading: Reading | None) -> str | None:
    """The type that the reader is sure of instead of the frame's, whose confidence is ``frame``, or None."""
    if reading is None:
        return None
    best = reading.type
    if best in (type_, NONE):
        return None
    verbal = {type_, best} == {"ASSAULT", "ACCUSE"}  # 'attacked his record': only the words around tell
    sure = frame < SURE and reading.types[best] >= ANOTHER and reading.types.get(type_, 0.0) < UNLIKELY
    return best if sure or (verbal and reading.types[best] >= 0.5) else None


def _logit(p: float) -> float:
    p = min(0.98, max(0.02, p))
    return math.log(p / (1 - p))
