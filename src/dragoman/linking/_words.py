"""Words, names and numbers of a report's text, without a language model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dragoman.linking.rarity import Rarity

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d,.]*\d|\d")
_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’]))\s+(?=[A-Z\"“‘])|\n\s*\n")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: float(n) for n, word in enumerate(_UNITS)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november"
    " december".split()
)
"""Names that are no evidence of anybody's part: days are compared as days."""
_TITLES = frozenset("president minister prime chancellor king queen general colonel mr mrs ms dr sir the a an state states republic".split())
_NO_NAMES = CALENDAR | _TITLES
_POSSESSIVE = re.compile(r"['’]s$")
_RARE_FIRST = 0.9
"""Weight of a word that is in the vocabulary's last thousands or not in it: 'Izhevsk', not 'Windows'."""
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "ly", "s")
_LEAST, _STEM = 4, 6
"""Letters that an ending leaves, and letters that are kept: cutting words short is a stemmer's work at no cost (Frakes 1992)."""


class Token(NamedTuple):
    start: int
    word: str
    """Lower case, without a possessive ending."""
    name: bool


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its ending, cut short.

    >>> stem("attacked") == stem("attackers") == stem("attacks")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


def sentence_starts(text: str) -> tuple[int, ...]:
    """Where sentences begin: good enough to tell a report's first sentence, and capitals that mean nothing."""
    return (len(text) - len(text.lstrip()), *(found.end() for found in _SENTENCE.finditer(text)))


def tokens(text: str, starts: tuple[int, ...], rarity: Rarity) -> Iterator[Token]:
    """Words and numbers in order. A name is capitalized and nowhere in lower case; of one that only begins sentences, it takes a rare word."""
    found = [(m.start(), m.group()) for m in WORD.finditer(text)]
    lower = {word for _, word in found if word[0].islower()}
    begins = {*starts, *(start + 1 for start in starts)}  # a quotation mark before the word
    inside = {word for start, word in found if word[0].isupper() and start not in begins}
    for start, raw in found:
        word = _POSSESSIVE.sub("", raw).lower()
        name = raw[0].isupper() and word not in lower and word not in _NO_NAMES and (raw in inside or rarity(word) >= _RARE_FIRST)
        yield Token(start, word, name)


def number(word: str) -> float | None:
    """The number that a token is; years and numbers under three say nothing.

    >>> number("1,200"), number("twelve"), number("2014"), number("two")
    (1200.0, 12.0, None, None)
    """
    value = NUMBERS.get(word)
    if value is None and word[0].isdigit():
        try:
            value = float(word.replace(",", ""))
        except ValueError:
            return None
        if 1900 <= value <= 2100 and "," not in word:
            return None
    return value if value is not None and value >= 3 else None
