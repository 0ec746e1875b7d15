"""How many, how much: the numbers that stand with an event's own words."""

from __future__ import annotations

import re

from dragoman.coding.propositions import Proposition, Reader
from dragoman.language.analysis import Analysis
from dragoman.records import Magnitude

_KINDS = {
    "kill": "killed", "murder": "killed", "massacre": "killed", "execute": "killed", "assassinate": "killed", "die": "killed", "behead": "killed",
    "injure": "injured", "wound": "injured", "hurt": "injured", "arrest": "arrested", "detain": "arrested", "jail": "arrested",
    "round up": "arrested", "imprison": "arrested", "abduct": "abducted", "kidnap": "abducted", "seize": "abducted",
    "displace": "displaced", "evict": "displaced", "expel": "displaced", "uproot": "displaced",
}  # fmt: skip
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3, "dozen": 12}
_AT_LEAST = frozenset({"least", "more", "over"})
_AT_MOST = frozenset({"most", "up", "under", "fewer"})
_ABOUT = frozenset({"about", "around", "some", "nearly", "almost", "roughly", "approximately"})
_CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR", "yuan": "CNY"}
_PEOPLE = frozenset({"PROTEST", "CONSULT"})
_TROOPS = frozenset({"troop", "soldier", "marine", "peacekeeper", "reservist"})
_DIGITS = re.compile(r"^\d[\d,]*(\.\d+)?$")


def number(analysis: Analysis, i: int) -> float | None:
    """The value of a numeral token with its parts ('3,500', 'twelve', '2.5 million'), or None."""
    form = analysis.form[i].lower()
    value: float | None = None
    if _DIGITS.match(form):
        value = float(form.replace(",", ""))
    elif form in _WORDS:
        value = float(_WORDS[form])
    elif "-" in form and all(p in _WORDS for p in form.split("-")):
        value = float(sum(_WORDS[p] for p in form.split("-")))
    elif form in _SCALES:
        value = float(_SCALES[form])
    if value is None:
        return None
    for c in analysis.kids(i, "compound", "nummod", "flat"):
        low = analysis.form[c].lower()
        if low in _SCALES:
            value *= _SCALES[low]
        elif form in _SCALES and (part := number(analysis, c)) is not None:
            value *= part
    return value


def _measure(analysis: Analysis, i: int) -> tuple[float, float | None, bool, int] | None:
    """Low, high, approximate and the numeral's token, for a noun phrase headed at ``i``."""
    for c in analysis.kids(i, "nummod"):
        value = number(analysis, c)
        if value is None:
            continue
        near = {analysis.form[k].lower() for k in analysis.subtree(c)} | {analysis.form[k].lower() for k in range(max(0, c - 3), c)}
        if near & _AT_LEAST:
            return value, None, True, c
        if near & _AT_MOST:
            return 0.0, value, True, c
        return value, value, bool(near & _ABOUT), c
    low = analysis.form[i].lower()
    if low in _VAGUE and analysis.kids(i, "nmod"):
        return float(_VAGUE[low]), None, True, i
    value = number(analysis, i)
    return (value, value, False, i) if value is not None else None


def magnitudes(analysis: Analysis, reader: Reader, prop: Proposition, type_: str) -> tuple[Magnitude, ...]:
    """The counts and sums in the slots of an event's proposition."""
    out: list[Magnitude] = []
    for slot, heads in prop.slots.items():
        for k in heads:
            if slot in ("comp", "adv") or analysis.upos[k] not in ("NOUN", "PROPN", "NUM", "SYM"):
                continue
            found = _magnitude(analysis, prop, type_, slot, k)
            if found is not None and found not in out:
                out.append(found)
    return tuple(out[:4])


def _magnitude(a: Analysis, prop: Proposition, type_: str, slot: str, k: int) -> Magnitude | None:
    unit = a.form[k].lower()
    currency = _CURRENCY.get(a.lemma[k].lower()) or next((_CURRENCY[a.form[c]] for c in a.children[k] if a.form[c] in _CURRENCY), None)
    measured = _measure(a, k)
    entity = a.entity_at.get(k)
    if measured is None or (entity is not None and entity.type == "time"):
        return None
    low, high, approximate, at = measured
    span = (min(a.span[at][0], a.span[k][0]), max(a.span[at][1], a.span[k][1]))
    of = next((a.words(c, c + 1) for c in a.kids(k, "nmod") if any(a.form[p].lower() == "of" for p in a.kids(c, "case"))), None)
    if currency:
        return Magnitude(kind="money", low=low, high=high, approximate=approximate, unit=currency, of=of, span=span)
    kind = _KINDS.get(prop.lemma)
    if kind and slot in ("obj", "subj") and (slot == "obj" or prop.lemma == "die"):
        return Magnitude(kind=kind, low=low, high=high, approximate=approximate, unit=unit, of=of, span=span)
    if type_ in _PEOPLE and slot == "subj":
        return Magnitude(kind="participants", low=low, high=high, approximate=approximate, unit=unit, of=of, span=span)
    if slot == "obj":
        kind = "troops" if a.lemma[k].lower() in _TROOPS else "items"
        return Magnitude(kind=kind, low=low, high=high, approximate=approximate, unit=unit, of=of, span=span)
    return None
