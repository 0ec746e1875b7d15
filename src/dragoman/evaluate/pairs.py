"""Marked pairs: the answers of ``dragoman relate`` held against gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from dragoman.evaluate.figures import CODED, FOUND, REQUIRED, WRONG, bins_of
from dragoman.evaluate.gold import NONE, Gold, GoldPair
from dragoman.evaluate.outcomes import NOTHING, Evaluation, Line, Part, Surplus
from dragoman.evaluate.runs import RelationLine
from dragoman.records import Span


def evaluate_pairs(gold: Gold, answers: Mapping[str, RelationLine], run: str = "-") -> Evaluation:
    """Hold answers against gold.

    Args:
        gold: Pairs, by id.
        answers: The run's, by id; a pair without one is missed.
        run: What to call the run.

    Returns:
        Figures over all types, ``NONE`` among them. An answer of another type than gold's is a mistake of that type and misses gold's, so
        that precision, recall and F1 of all are the share of right answers.
    """
    got = {i: answers.get(i, RelationLine(id=i)) for i in gold.pairs}
    absent = tuple(i for i in gold.pairs if got[i].type is None)
    labels = sorted({p.type for p in gold.pairs.values()} | {a.type for a in got.values() if a.type is not None})
    counts = np.zeros((len(gold.pairs), len(labels), 4))
    shares = {name: np.zeros((len(gold.pairs), 2)) for name in ("related or not", "a mode", "status")}
    confusion: dict[str, Counter[str]] = {}
    status: dict[str, Counter[str]] = {}
    lines, surplus, bins = [], [], []
    for unit, (id_, pair) in enumerate(gold.pairs.items()):
        answer = got[id_]
        right = answer.type in pair.types
        counts[unit, labels.index(pair.type), REQUIRED] = 1
        counts[unit, labels.index(pair.type), FOUND] = right
        if answer.type is not None:
            counts[unit, labels.index(answer.type), CODED] = 1
            counts[unit, labels.index(answer.type), WRONG] = not right
            shares["related or not"][unit] = ((answer.type == NONE) in {t == NONE for t in pair.types}, 1)
        if right and answer.type == pair.type and pair.modes:
            shares["a mode"][unit] = (bool(set(pair.modes) & set(answer.modes)), 1)
        if right and pair.status is not None and answer.status is not None:
            fits = answer.status == pair.status or any(t == answer.type and s in (None, answer.status) for t, s in pair.accept)
            shares["status"][unit] = (fits, 1)
            status.setdefault(pair.status, Counter())[pair.status if fits else answer.status] += 1
        confusion.setdefault(pair.type, Counter())[pair.type if right else answer.type or NOTHING] += 1
        confidence = answer.probabilities.get(answer.type or "", 0.0)
        bins.append(bins_of([(confidence, right)] if answer.type is not None else []))
        lines.append(_line(pair, answer, right, confidence))
        if answer.type is not None and not right:
            surplus.append(Surplus(id_, answer.type, f"{answer.type} for {pair.type}", confidence, _marked(pair)))
    part = Part(tuple(labels), counts, tuple(lines), tuple(surplus), shares, confusion, status, np.array(bins))
    return Evaluation(gold.path, run, "pairs", tuple(gold.pairs), absent, {"pairs": part})


def _line(pair: GoldPair, answer: RelationLine, right: bool, confidence: float) -> Line:
    said = "/".join((pair.type, *pair.modes))
    shown = f"{'/'.join((answer.type, *answer.modes))} {confidence:.2f}" if answer.type is not None else ""
    fault = "" if right else "not answered" if answer.type is None else f"read as {answer.type}"
    return Line(pair.id, "pair", pair.type, True, right, said, shown, fault, _marked(pair))


def _marked(pair: GoldPair) -> str:
    """The text with the actor in braces and the recipient in angle brackets, where gold has it."""
    text = pair.text or ""
    marks: list[tuple[Span | None, str, str]] = [(pair.actor, "{", "}"), (pair.recipient, "<", ">")]
    for span, left, right in sorted(((s, a, b) for s, a, b in marks if s is not None and s[1] <= len(text)), reverse=True):
        text = f"{text[: span[0]]}{left}{text[span[0] : span[1]]}{right}{text[span[1] :]}"
    return " ".join(text.split())
