"""Manner: the instrument in an event's clause.

    attacked the base with a car bomb     means: car bomb, bomb
    killed them in a drone strike         acts: drone strike, strike
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.instruments import Instrument, Instruments
from dragoman.coding.propositions import Proposition
from dragoman.language.analysis import Analysis

_WITH = ("obl:with", "obl:by", "obl:using", "obl:from", "obl:through", "obl:via", "obl:over", "subj")
_IN = ("obl:in", "obl:during", "obl:by", "obl:with", "obl:on", "obl:over", "subj")


def instrument(a: Analysis, prop: Proposition, type_: str, known: Instruments) -> Instrument | None:
    """The instrument that a clause names for an event of this type, or None."""
    means = [p for slot in _WITH for k in prop.get(slot) for p in _phrases(a, k)]
    means += [p for k in _used(a, prop) for p in _phrases(a, k)]
    acts = [p for slot in _IN for k in prop.get(slot) for p in _phrases(a, k)]
    return known.find(type_, means, acts)


def _phrases(a: Analysis, k: int) -> Iterator[str]:
    """A noun by itself, and with each word before it that says what kind: 'bomb', 'car bomb'."""
    for head in (k, *a.kids(k, "conj")):
        lemma = a.lemma[head].lower()
        yield lemma
        for c in a.kids(head, "compound", "amod"):
            yield f"{a.lemma[c].lower()} {lemma}"


def _used(a: Analysis, prop: Proposition) -> Iterator[int]:
    """What 'using' takes: 'struck the depot using rockets'."""
    for k in prop.get("adv") + prop.get("comp"):
        if a.lemma[k].lower() == "use" and a.xpos[k] == "VBG":
            yield from a.kids(k, "obj")
