"""How many, how much, how long: the amounts that stand with an event's own words.

    killed 14 soldiers          killed 14, of soldiers         sentenced to six years      duration 6 years
    sent two planeloads of aid  items 2 planeloads, of aid     approved by 52 votes to 48  votes 52, votes 48
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.coding._amounts import Amount, find_amounts
from dragoman.coding.propositions import Proposition, Reader
from dragoman.language.analysis import Analysis
from dragoman.records import Magnitude

_KINDS = {
    "kill": "killed", "murder": "killed", "massacre": "killed", "execute": "killed", "assassinate": "killed", "die": "killed", "behead": "killed",
    "slaughter": "killed", "lynch": "killed", "gun down": "killed", "shoot dead": "killed", "killing": "killed", "death": "killed",
    "execution": "killed", "assassination": "killed", "beheading": "killed", "injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured",
    "arrest": "arrested", "detain": "arrested", "jail": "arrested", "round up": "arrested", "imprison": "arrested", "detention": "arrested",
    "abduct": "abducted", "kidnap": "abducted", "abduction": "abducted", "kidnapping": "abducted",
    "displace": "displaced", "evict": "displaced", "uproot": "displaced", "displacement": "displaced", "eviction": "displaced", "flee": "displaced",
    "drive out": "displaced",
}  # fmt: skip
_BY_THEMSELVES = frozenset({"die", "flee"})
"""Verbs of which the subject is counted."""
_PEOPLE = frozenset({"PROTEST", "CONSULT"})
_TROOPS = frozenset({
    "troop", "soldier", "marine", "peacekeeper", "reservist", "battalion", "brigade", "regiment", "platoon", "squadron", "paratrooper",
    "serviceman", "commando",
})  # fmt: skip
_MOVING = frozenset({"MOBILIZE", "RETREAT", "AID", "AGREE", "CONCEDE", "COOPERATE", "THREATEN", "REQUEST"})
"""Types that send soldiers somewhere; soldiers who are tried or honoured are people."""
_UNITS = frozenset({
    "ton", "tonne", "kilo", "kilogram", "kilogramme", "gram", "pound", "barrel", "litre", "liter", "gallon", "bag", "sack", "box", "crate", "shipment",
    "consignment", "dose", "round", "copy", "piece", "case", "kilometre", "kilometer", "mile", "hectare", "acre", "pallet", "container", "set", "pair",
})  # fmt: skip
"""What things are counted by, before 'of'; and whatever ends in '-load'."""
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
_NO_SPAN = frozenset({"past", "last", "previous", "next", "first", "recent"})
"""'for the past ten years' says since when, not for how long the act is meant."""
_LASTING = frozenset({"PROTEST", "COERCE", "SANCTION", "RETREAT", "MOBILIZE", "CONSULT", "AGREE"})
_SENTENCING = frozenset({"sentence", "condemn", "jail", "sentencing"})
_SUPPLIES = frozenset({"supply", "provide", "equip", "arm", "furnish", "present"})
"""Verbs that have what is given in a 'with' phrase."""
_AHEAD = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN", "REJECT"})
"""Types whose amounts stand in the clause of what is promised, asked, threatened or refused."""
_VOTED = frozenset({
    "vote", "approve", "adopt", "pass", "reject", "ratify", "back", "endorse", "condemn", "defeat", "confirm", "impeach", "remove", "expel", "suspend",
    "agree", "decide", "uphold", "override", "vote down", "vote out", "amend", "authorize", "authorise", "dismiss", "strip", "oust", "elect",
    "support", "clear",
})  # fmt: skip
_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "parataxis", "appos"})
_MOST = 4


def magnitudes(analysis: Analysis, reader: Reader, prop: Proposition, type_: str) -> tuple[Magnitude, ...]:
    """The counts, sums, lengths of time and votes of an event; four at most.

    Args:
        analysis: The document's trees.
        reader: Its propositions.
        prop: The event's.
        type_: The event's type.
    """
    first, last = analysis.sentences[analysis.sentence_of[prop.head]]
    amounts = find_amounts(analysis.form, first, last)
    if not amounts:
        return ()
    found = [*_counted(analysis, prop, type_, amounts), *_votes(analysis, prop, amounts)]
    if type_ in _AHEAD:
        for k in prop.get("comp"):
            inner = reader.read(k)
            if inner is not None and inner.pos == "verb":
                found += _counted(analysis, inner, type_, amounts)
    return tuple(dict.fromkeys(found))[:_MOST]


def _counted(a: Analysis, prop: Proposition, type_: str, amounts: Iterable[Amount]) -> Iterator[Magnitude]:
    own = [k for slot, heads in prop.slots.items() if slot not in ("comp", "adv") for k in heads]
    for slot, heads in prop.slots.items():
        if slot in ("comp", "adv"):
            continue
        joined = [c for k in heads for c in a.kids(k, "conj") if a.upos[c] in ("NOUN", "PROPN", "NUM", "SYM")]
        for k in (*heads, *joined):
            inside = _phrase(a, k, {prop.head, *own, *joined} - {k})
            for amount in amounts:
                if amount.last - 1 in inside or amount.first in inside:
                    magnitude = _one(a, prop, type_, slot, k, amount)
                    if magnitude is not None:
                        yield magnitude
    for amount in amounts if prop.pos == "noun" else ():  # 'a three-day strike'
        length = _length(a, amount, prop.head)
        if length is not None and type_ in _LASTING:
            yield length


def _phrase(a: Analysis, k: int, without: set[int]) -> set[int]:
    """The tokens of the phrase headed at ``k``, clauses and other arguments apart."""
    out, stack = set(), [k]
    while stack:
        t = stack.pop()
        out.add(t)
        for c in a.children[t]:
            if c not in without and a.rel[c] not in _CLAUSES and not (a.rel[c] in ("conj", "acl") and a.upos[c] == "VERB"):
                stack.append(c)
    return out


def _one(a: Analysis, prop: Proposition, type_: str, slot: str, k: int, amount: Amount) -> Magnitude | None:
    if amount.currency:
        return None if slot == "subj" else _made(a, "money", amount, amount.last, unit=amount.currency)
    length = _length(a, amount, k)
    if length is not None:
        lasts = slot in ("obl:for", "obj") or (slot == "obl:to" and prop.lemma in _SENTENCING)
        return length if lasts and type_ in _LASTING else None
    if amount.bare_year or (amount.last < len(a) and a.form[amount.last] == "-"):
        return None  # 'the 1968 strikers', 'a 300-person meeting'
    head = _head(a, k, amount)
    entity = a.entity_at.get(head) if head is not None else None
    if head is None or (entity is not None and entity.type == "time") or a.lemma[head].lower() in ("percent", "%", "cent"):
        return None
    kind = _kind(a, prop, type_, slot, head)
    if kind is None:
        return None
    if a.lemma[head].lower() in _UNITS or a.lemma[head].lower().endswith("load"):
        goods = next((c for c in a.kids(head, "nmod") if any(a.form[p].lower() == "of" for p in a.kids(c, "case"))), None)
        if goods is not None:
            named = min(c for c in (goods, *a.kids(goods, "amod", "compound")))
            return _made(a, kind, amount, goods + 1, unit=a.form[head].lower(), of=a.words(named, goods + 1))
        return _made(a, kind, amount, head + 1, unit=a.form[head].lower())
    start = amount.last + (a.form[amount.last].lower() == "of" if amount.last <= head else 0)
    return _made(a, kind, amount, head + 1, of=a.words(start, head + 1) if start <= head else None)


def _head(a: Analysis, k: int, amount: Amount) -> int | None:
    """The noun that is counted: the slot's head, or what 'dozens of' and 'tens of thousands of' stand before; None where the number counts another."""
    if amount.first <= k < amount.last:
        after = amount.last
        if after < len(a) and a.form[after].lower() == "of":
            return next((c for t in range(amount.first, amount.last) for c in a.kids(t, "nmod") if c > after), None)
        return k
    if amount.last > k:
        return None
    between = range(amount.last, k)
    return k if all(a.upos[t] in ("ADJ", "NOUN", "PROPN", "PUNCT", "SYM", "ADV", "CCONJ") or a.form[t].lower() in ("more", "of") for t in between) else None


def _kind(a: Analysis, prop: Proposition, type_: str, slot: str, head: int) -> str | None:
    kind = _KINDS.get(prop.lemma)
    if prop.lemma == "drive" and prop.get("obl:from"):
        kind = "displaced"
    if kind and slot == ("subj" if prop.lemma in _BY_THEMSELVES and prop.pos == "verb" else "obj"):
        return kind
    if type_ in _PEOPLE and (slot == "subj" or (prop.pos == "noun" and slot == "obj")):
        return "participants"
    if slot == "obj" or (slot == "obl:with" and prop.lemma in _SUPPLIES):
        return "troops" if type_ in _MOVING and a.lemma[head].lower() in _TROOPS else "items"
    return None


def _length(a: Analysis, amount: Amount, k: int) -> Magnitude | None:
    """'for six years' headed at ``k``, 'a 30-day truce' before it."""
    at = amount.last + (amount.last < len(a) and a.form[amount.last] == "-")
    if at >= len(a) or at > k or a.lemma[at].lower() not in _TIMES:
        return None
    if at != k and a.head[at] != k:
        return None
    if any(a.form[c].lower() in _NO_SPAN for c in a.children[at]) or (at != k and at == amount.last):
        return None
    word = a.form[at].lower()
    plural = word if word.endswith("s") or amount.high == 1 else word + "s"
    return _made(a, "duration", amount, at + 1, unit=plural)


def _votes(a: Analysis, prop: Proposition, amounts: list[Amount]) -> Iterator[Magnitude]:
    """'by 52 votes to 48', '14-1, with one abstention': the two sides in the text's order, then who abstained."""
    governor = a.head[prop.head]
    if prop.lemma not in _VOTED and (governor < 0 or a.lemma[governor].lower() != "vote"):
        return
    sides: list[Magnitude] = []
    for one, other in pairwise(y for x in amounts if not x.bare_year for y in _apart(a, x)):
        gap = [a.form[t].lower() for t in range(one.last, other.first)]
        joined = gap in (["-"], ["–"], ["to"], ["votes", "to"], ["votes", "against"]) and not (one.currency or other.currency)
        after = a.lemma[other.last].lower() if other.last < len(a) else ""
        dashed = gap in (["-"], ["–"]) and after not in ("year", "day", "month", "week", "hour", "percent", "%")
        if joined and (dashed or "votes" in gap or a.upos[min(other.last, len(a) - 1)] not in ("NOUN", "SYM", "ADJ")):
            sides = [_made(a, "votes", x, x.last, unit="votes") for x in (one, other)]
            break
    if not sides:
        return
    yield from sides
    for x in amounts:
        if x.last < len(a) and a.lemma[x.last].lower() in ("abstention", "abstain"):
            yield _made(a, "votes", x, x.last + 1, unit="abstentions")


def _apart(a: Analysis, x: Amount) -> list[Amount]:
    """'48-52' reads as a range; in a vote it is two numbers."""
    if x.low is None or x.high is None or x.low == x.high or x.last - x.first != 3 or a.form[x.first + 1].lower() not in ("-", "–", "to"):
        return [x]
    return [Amount(x.first, x.first + 1, x.low, x.low, False, x.currency), Amount(x.last - 1, x.last, x.high, x.high, False, x.currency)]


def _made(a: Analysis, kind: str, amount: Amount, last: int, *, unit: str | None = None, of: str | None = None) -> Magnitude:
    span = (a.span[amount.first][0], a.span[max(last, amount.last) - 1][1])
    return Magnitude(kind=kind, low=amount.low, high=amount.high, approximate=amount.approximate, unit=unit, of=of, span=span)
