"""Amounts: the numbers of a sentence as ranges, read from its words in order.

    at least 30          30, open              between 20 and 30     20 to 30
    some 400             about 400             $2.5 billion          2.5e9 USD
    dozens of            24, open              Rs 500 crore          5e9 INR
    up to 6 million      open, 6e6             two or three hundred  about 200 to 300

A number without words around it is exact. What is said to be more, fewer, nearly or about so much is approximate.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
_SHORT = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}
"""Scales written as letters, after a sum of money only: '3 m' may be metres."""
_PLURALS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000, "billions": 2_000_000_000, "tens": 20}
"""The least that a plural can mean: two of each."""
_SIGNS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "rs": "INR", "rs.": "INR",
    "₽": "RUB", "₺": "TRY", "₩": "KRW",
}  # fmt: skip
_NOUNS = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "inr": "INR", "cny": "CNY", "hryvnia": "UAH", "rand": "ZAR", "naira": "NGN", "shekel": "ILS",
}  # fmt: skip
"""Words that name one currency, or, of several ('dollar', 'rupee'), most often the one given (ISO 4217)."""
_SHARED = frozenset({"peso", "lira", "franc", "dinar", "dirham", "riyal", "rial", "krona", "krone", "kronor", "kroner", "shilling", "baht", "rupiah", "taka"})
"""Currencies of several states, or rare ones: given by their word."""
_AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "not less than", "upwards of", "in excess of", "above", "a minimum of")
_AT_MOST = ("at most", "up to", "as many as", "as much as", "no more than", "not more than", "fewer than", "less than", "under", "below", "a maximum of")
_ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "an estimated", "estimated", "close to", "just over", "just under")
_HEDGES = sorted(
    [(words.split(), how) for how, group in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT)) for words in group], key=lambda h: -len(h[0])
)
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?\Z")
_JOINED = re.compile(r"(\d[\d,]*(?:\.\d+)?)(k|m|mn|mln|bn|tn)\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """A number as said, at tokens [first, last), the words that hedge it apart."""

    first: int
    last: int
    low: float | None
    """None where only the most is said."""
    high: float | None
    """None where only the least is said."""
    approximate: bool
    currency: str | None
    """ISO 4217, or the word where several states have one of that name."""
    bare_year: bool = False
    """Whether it may be a year: four digits, no comma, nothing around it."""


def find_amounts(forms: Sequence[str], first: int = 0, last: int | None = None) -> list[Amount]:
    """The amounts among the tokens [first, last), in order.

    >>> [(a.low, a.high) for a in find_amounts("killed between 20 and 30 rebels".split())]
    [(20.0, 30.0)]
    """
    return list(_Scan([w.lower() for w in forms], len(forms) if last is None else last).amounts(first))


class _Scan:
    def __init__(self, words: Sequence[str], end: int) -> None:
        self.words = words
        self.end = end

    def at(self, i: int) -> str:
        return self.words[i] if 0 <= i < self.end else ""

    def amounts(self, i: int) -> Iterator[Amount]:
        while i < self.end:
            found = self._amount(i)
            if found is None:
                i += 1
            else:
                yield found
                i = found.last

    def _amount(self, i: int) -> Amount | None:
        start = i
        currency = _SIGNS.get(self.at(i))
        i += currency is not None
        value = self._number(i, money=currency is not None)
        if value is None:
            return self._plural(start) if currency is None else None
        low, scale, at = value
        high, joined = low, ""
        word = self.at(at)
        if word in ("to", "-", "–", "or", "and") and (word != "and" or self.at(start - 1) == "between"):
            second = at + 1 + (self.at(at + 1) in _SIGNS)
            other = self._number(second, money=currency is not None)
            if other is not None and self.at(start - 1) not in ("from", "by"):
                first = low * other[1] if scale == 1 and other[1] > 1 and low * other[1] < other[0] else low
                if first < other[0]:
                    low, high, at, joined = first, other[0], other[2], word
        noun = self.at(at)
        named = _NOUNS.get(noun) or _NOUNS.get(noun.removesuffix("s")) or (noun if noun.removesuffix("s") in _SHARED else None)
        if noun == "won" and scale > 1:
            named = "KRW"  # and not 'of the three, two won'
        if named is None and noun in ("us", "american", "canadian", "australian") and self.at(at + 1).removesuffix("s") == "dollar":
            named, at = {"canadian": "CAD", "australian": "AUD"}.get(noun, "USD"), at + 1
        if named is not None and not self._weight(at):
            currency, at = currency or named, at + 1
        vague = self.at(start) in ("several", "few")
        least, most, about = self._hedge(start)
        more = self.at(at) == "or" and self.at(at + 1) == "more"
        about = about or joined == "or" or (self.at(at) == "or" and self.at(at + 1) == "so")
        year = bool(_YEAR.match(self.at(start))) and at == start + 1
        if least or more or vague:
            return Amount(start, at, low, None, True, currency)
        if most:
            return Amount(start, at, None, high, True, currency)
        return Amount(start, at, low, high, about, currency, year and not about)

    def _weight(self, i: int) -> bool:
        """'500 pounds of explosives' are no money."""
        return self.at(i).removesuffix("s") == "pound" and self.at(i + 1) == "of"

    def _number(self, i: int, *, money: bool) -> tuple[float, float, int] | None:
        """Value, the scale in it, and the token after it."""
        word = self.at(i)
        joined = _JOINED.match(word) if money else None
        if joined:
            scale = float(_SHORT[joined[2]])
            return float(joined[1].replace(",", "")) * scale, scale, i + 1
        if word == "half" and self.at(i + 1) == "a" and self.at(i + 2) in _SCALES:
            scale = float(_SCALES[self.at(i + 2)])
            return scale / 2, scale, i + 3
        if word in ("a", "several", "few") and self.at(i + 1) in _SCALES:
            value, at = (1.0 if word == "a" else 3.0), i + 1
        elif _DIGITS.match(word):
            value, at = float(word.replace(",", "")), i + 1
        elif word in _WORDS:
            value, at = float(_WORDS[word]), i + 1
            if value >= 20 and self.at(at) == "-" and 0 < _WORDS.get(self.at(at + 1), 0) < 10:
                value, at = value + _WORDS[self.at(at + 1)], at + 2
        elif word.count("-") == 1 and all(p in _WORDS for p in word.split("-")):
            value, at = float(sum(_WORDS[p] for p in word.split("-"))), i + 1
        elif word in ("hundred", "dozen") and i > 0:
            value, at = 1.0, i
        else:
            return None
        scale = 1.0
        while self.at(at) in _SCALES or (money and self.at(at) in _SHORT):
            scale *= _SCALES.get(self.at(at)) or _SHORT[self.at(at)]
            at += 1
        return value * scale, scale, at

    def _plural(self, i: int) -> Amount | None:
        """'dozens', 'tens of thousands'; of an inner plural the plain scale."""
        if self.at(i) not in _PLURALS or (self.at(i) == "scores" and self.at(i + 1) not in ("of", "more")):
            return None  # 'test scores'
        value, at = float(_PLURALS[self.at(i)]), i + 1
        inner = self.at(at + 1).removesuffix("s")
        if self.at(at) == "of" and self.at(at + 1) in _PLURALS and inner in _SCALES:
            value, at = value * _SCALES[inner], at + 2
        elif self.at(i) == "tens":
            return None
        return Amount(i, at, value, None, True, None)

    def _hedge(self, i: int) -> tuple[bool, bool, bool]:
        """Whether the words before ``i`` say that it is the least, the most, or about so much."""
        for words, how in _HEDGES:
            if i >= len(words) and list(self.words[i - len(words) : i]) == words:
                return how == "least", how == "most", how == "about"
        return False, False, False
