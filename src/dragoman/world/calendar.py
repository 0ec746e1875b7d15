"""Time expressions in English text, and the stretch of the calendar that each of them names.

    published 2020-11-27 (a Friday)

    ... issued late on Thursday ...   ──▶  TIMEX3 DATE  2020-11-26   2020-11-26 … 2020-11-26   day
    Earlier this week, the ...        ──▶       DATE    2020-W48     2020-11-23 … 2020-11-27   week
    the conflict of the past few weeks ─▶   DURATION    PXW                   … … 2020-11-27   vague

Sentences without a trigger word are passed over. In the others every rule of the classes found proposes, the longest match wins,
and what wins is read from left to right, so that 'two days earlier' can lean on the day named before. ``type`` and ``value`` are
those of TIMEX3 (ISO-TimeML, ISO 24617-1:2012).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from dragoman import records
from dragoman.world._calendar_periods import Reading
from dragoman.world._calendar_rules import TRIGGER, Rule, Scene, rules

ClauseTense = Callable[[int], str]

_COMPARING = frozenset({"ago", "earlier", "year-ago"})
"""Rules whose readings, if of months or more, no other leans on: in '… a year earlier … a year earlier' both mean the same."""

_LONGEST = 1500
"""Characters after which a sentence without an end is cut at a blank, so that time stays linear in the text's length."""

_NEAR = 250
"""How many characters to either side are searched for a cue of tense."""

_REACH = 400
"""How many characters back a relative expression looks for the day it leans on: about the sentence before."""

_SENTENCE_END = re.compile(
    r"[.!?](?<!\bJan\.)(?<!\bFeb\.)(?<!\bMar\.)(?<!\bApr\.)(?<!\bJun\.)(?<!\bJul\.)(?<!\bAug\.)(?<!\bSep\.)(?<!\bSept\.)(?<!\bOct\.)"
    r"(?<!\bNov\.)(?<!\bDec\.)(?<![ap]\.m\.)[\"”’')]*\s+(?=[A-Z\"“‘`'(])|\n\s*\n"
)
_FUTURE: Final = (
    r"(?:to|will|would|shall|may|might|can|could|should|must)(?: not| still| also| now| only)? be(?: \w+)?|effective(?= $)|will|'ll|’ll|won't|won’t|shall|would|must|may|might|could|should|can|going to|(?:plan|intend|hope|want|vow|pledge|promise|agree|prepare)\w* to"
    r"|plan(?:ned|ning)|scheduled|expected|expects?|due|set (?:to|for)|(?:is|are|was|were) to|upcoming|until|by(?= (?:the |early |late )?$)|ahead of"
)
_PAST: Final = (
    r"was|were|had|did|said|says|went|began|met|took|told|came|became|held|fell|rose|left|made|got|gave|won|lost|saw|sent|shot|led|hit|ran|broke|brought"
    r"|put|found|sought|spoke|struck|fought|flew|fled|kept|paid|sold|bought|wrote|grew|felt|thought|knew|stood|set|cut|since|ago|(?!\w*eed\b)[a-z]{2,}ed"
)
_CUES = re.compile(rf"(?:\b|(?=['’]))(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>is|are|has|have))\b", re.IGNORECASE)


def find_times(text: str, published: str | None, clause_tense: ClauseTense | None = None) -> tuple[records.TimeExpression, ...]:
    """Find and resolve the time expressions of a text.

    Args:
        text: The whole document; spans in the result are code points of it.
        published: ISO date (a time after it is passed over) that relative expressions lean on, or None.
        clause_tense: For an offset in ``text``, the tense of its clause: ``past``, ``present`` or ``future``. Without it, and where
            it says ``present``, cue words of the sentence decide.

    Returns:
        The expressions in text order, none overlapping. ``start`` and ``end`` are ISO dates, both included, null where open or
        unknown; ``precision`` is ``minute day week month season year vague`` (a quarter is a ``season``, a decade ``vague``).
        Relative ones without ``published``, and impossible dates, have neither start nor end, and are ``vague``.

    Raises:
        ValueError: ``published`` is no ISO date.

    >>> [(t.text, t.start) for t in find_times("It voted on 3 May 2021.", None)]
    [('3 May 2021', '2021-05-03')]
    """
    today = dt.date.fromisoformat(published[:10]) if published else None
    out: list[records.TimeExpression] = []
    memory: tuple[int, Reading] | None = None
    quarter: Reading | None = None
    for begin, end in _sentences(text):
        sentence = text[begin:end]
        found = _candidates(sentence)
        if not found:
            continue
        here: list[tuple[int, int, Reading]] = []
        for a, b, rule, match in found:
            last = memory[1] if memory and begin + a - memory[0] < _REACH else None
            tense = _tense_at(sentence, begin, a, b, clause_tense)
            scene = Scene(today, tense, last, quarter, sentence[:a], sentence[b:])
            reading = _read(rule, match, scene)
            if reading is None:
                continue
            here.append((a, b, reading))
            if reading.resolved and reading.type in ("DATE", "TIME") and reading.precision != "vague" and not _compares(rule, reading):
                memory = begin + a, reading
                quarter = reading if "-Q" in reading.value else quarter
        out += [_record(text, begin + a, begin + b, reading) for a, b, reading in _join_clocks(sentence, here)]
    return tuple(out)


def _compares(rule: Rule, reading: Reading) -> bool:
    return rule.name in _COMPARING and reading.precision not in ("day", "week")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]:
        while end - start > _LONGEST:
            cut = max(text.rfind(blank, start, start + _LONGEST) for blank in " \n") + 1 or start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
        start = end


def _candidates(sentence: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """The matches that survive, in text order: the longest first, and among equals the rule that comes first."""
    classes = {m.lastgroup for m in TRIGGER.finditer(sentence.lower())}
    if not classes:
        return []
    matches: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for rank, rule in enumerate(rules()):
        if classes.isdisjoint(rule.needs):
            continue
        for m in rule.pattern.finditer(sentence):
            if m.end() > m.start():
                matches.append((m.start() - m.end(), rank, m.start(), rule, m))
    matches.sort(key=lambda item: item[:3])
    kept: list[tuple[int, int, Rule, re.Match[str]]] = []
    for _, _, _, rule, m in matches:
        if all(m.end() <= a or m.start() >= b for a, b, _, _ in kept):
            kept.append((m.start(), m.end(), rule, m))
    return sorted(kept, key=lambda item: item[0])


def _read(rule: Rule, match: re.Match[str], scene: Scene) -> Reading | None:
    kind, value = rule.unanchored
    try:
        return rule.read(match, scene)
    except (ValueError, OverflowError):
        return Reading(kind, value)


def _tense_at(sentence: str, begin: int, a: int, b: int, clause_tense: ClauseTense | None) -> Callable[[], str]:
    def tense() -> str:
        if clause_tense is not None and (known := clause_tense(begin + a)) in ("past", "future"):
            return known
        return _tense_by_cues(sentence[max(0, a - _NEAR) : a], sentence[b : b + _NEAR])

    return tense


def _tense_by_cues(before: str, after: str) -> str:
    """The nearest verb-like cue before the expression, else the first one after it, else ``present``."""
    nearest = None
    for cue in _CUES.finditer(before):
        nearest = cue
    if nearest is None or nearest.lastgroup is None:
        nearest = _CUES.search(after)
    return (nearest.lastgroup if nearest else None) or "present"


def _join_clocks(sentence: str, found: list[tuple[int, int, Reading]]) -> list[tuple[int, int, Reading]]:
    """Give a clock time the day beside it: '9 a.m. Tuesday' becomes one expression, 'on Tuesday at 9 a.m.' stays two."""
    out: list[tuple[int, int, Reading]] = []
    for k, (a, b, reading) in enumerate(found):
        if reading.precision == "minute":
            beside = _day_beside(sentence, found, k)
            if beside is not None:
                reading = dataclasses.replace(reading, value=f"{beside.value[:10]}{reading.value[10:]}", start=beside.start, end=beside.end)
        elif out and out[-1][2].precision == "minute" and reading.precision == "day" and not sentence[out[-1][1] : a].strip(" ,\n"):
            out[-1] = (out[-1][0], b, out[-1][2])
            continue
        out.append((a, b, reading))
    return out


def _day_beside(sentence: str, found: list[tuple[int, int, Reading]], k: int) -> Reading | None:
    """The day that a clock time belongs to: the one right after it, else the nearest before it in the sentence."""
    for a, _, reading in found[k + 1 :]:
        if a - found[k][1] > 24:
            break
        if reading.precision == "day":
            return reading
    for _, _, reading in reversed(found[:k]):
        if reading.precision == "day":
            return reading
    return None


def _record(text: str, a: int, b: int, r: Reading) -> records.TimeExpression:
    a, b = _trim(text, a, b)
    start, end = (d.isoformat() if d else None for d in (r.start, r.end))
    return records.TimeExpression(span=(a, b), text=text[a:b], start=start, end=end, precision=r.precision, type=r.type, value=r.value)


def _trim(text: str, a: int, b: int) -> tuple[int, int]:
    while b > a and text[b - 1] in " \t\r\n,":
        b -= 1
    while a < b and text[a] in " \t\r\n":
        a += 1
    return a, b
