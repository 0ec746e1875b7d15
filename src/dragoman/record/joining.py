"""The same question in other words: keys that differ are joined where vectors say that they ask the same.

    approve(nuclear-energy)   approve(atomic-power)   approve(solar-energy)
             └──── nearer than SAME? ────┘──── or not ────┘

Keys come first: what has one key is one question. Vectors join what keys leave apart, within what keys are sure of: the same actors, no
two predicates that the lexicon tells apart, no two names. Stances stay as they are, since a key never depends on who is for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from dragoman.record.vectors import Encode, similarity
from dragoman.records import Question

SAME = 0.82
"""Cosine from which two questions are one. Of the pairs in ``training/vectors/questions.tsv`` no two different ones come nearer than .79: one joined
wrongly makes a disagreement that nobody has, one left apart only misses one."""
_BARE = frozenset({"approve", "support"})
"""Predicates of a question whose words name none: 'the scrapping of the duty' may be 'scrap the duty'."""
_OPPOSITES = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (
        ("openi opene open reope", "closu closi close shut shutt"), ("start begin launc resum", "end endin stop halt suspe cance"),
        ("raise raisi incre rise expan", "cut cutti reduc reduct lower"), ("ban banni forbi prohi", "allow permi legal"),
        ("build const buildi", "demol scrap disman"), ("join joini entry acces enlar", "leave leavi withd exit expul"),
        ("impos intro", "lift lifti abol repea remov"), ("arm armin deplo", "disar"), ("exten prolo", "short"), ("relea", "arres deten jaili"),
    )
)
"""Words of contrary acts, by their first five letters: vectors put 'the opening' and 'the closure of the mines' near each other."""
_ACTOR = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]{2,})*")
_NAME = re.compile(r"\b[A-Z]\w*|\b\d[\d.,]*")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


def join_questions(questions: Mapping[Question, int], encode: Encode, threshold: float = SAME) -> dict[str, str]:
    """Which questions of different reports are one.

    Args:
        questions: The questions of a record, each with how many positions are about it.
        encode: Makes vectors of texts.
        threshold: Cosine from which two are one, in [-1, 1].

    Returns:
        For each key the key that stands for it: that of the question with the most positions (the first in the alphabet among equals). A key
        goes to the nearest of those, never on from one to the next, so that a chain of near ones does not make far ones the same.
    """
    weight: dict[str, int] = defaultdict(int)
    named: dict[str, Question] = {}
    for question in sorted(questions, key=lambda q: (-questions[q], q.text)):
        weight[question.key] += questions[question]
        named.setdefault(question.key, question)
    ranked = sorted(named, key=lambda k: (-weight[k], k))
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in ranked:
        groups[actors_of(named[key])].append(key)
    out: dict[str, str] = {}
    for keys in groups.values():
        out |= _joined([named[k] for k in keys], encode, threshold)
    return out


def actors_of(question: Question) -> tuple[str, ...]:
    """The known actors that a question's object names, sorted: ``approve(sanction-BLR)`` → ``("BLR",)``."""
    return tuple(sorted(set(_ACTOR.findall(question.object))))


def _joined(ranked: list[Question], encode: Encode, threshold: float) -> dict[str, str]:
    if len(ranked) == 1:
        return {ranked[0].key: ranked[0].key}
    vectors = encode([_ARTICLE.sub("", q.text) or q.key for q in ranked])
    out: dict[str, str] = {}
    leaders: list[int] = []
    for k, question in enumerate(ranked):
        near = similarity(vectors[k : k + 1], vectors[leaders])[0].tolist() if leaders else []
        may = [(score, -i) for score, i in zip(near, leaders, strict=True) if score >= threshold and _may_be_one(question, ranked[i])]
        if may:
            out[question.key] = ranked[-max(may)[1]].key
        else:
            leaders.append(k)
            out[question.key] = question.key
    return out


def _may_be_one(a: Question, b: Question) -> bool:
    """By all but their words' likeness: predicates that do not exclude each other, and no name or number of its own in each."""
    if a.predicate != b.predicate and not {a.predicate, b.predicate} & _BARE:
        return False
    one, other = (frozenset(w[:5] for w in re.findall(r"[a-z]{4,}", q.text.lower())) for q in (a, b))
    if any((left & one and right & other) or (left & other and right & one) for left, right in _OPPOSITES):
        return False
    x, y = (set(_NAME.findall(_ARTICLE.sub("", q.text))) for q in (a, b))
    return x <= y or y <= x
