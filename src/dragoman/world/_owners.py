"""Whose a described actor is: the state or organization that a body, an office or people belong to.

'the [French] government'    adjective       'protesters [in Kenya]'        place
'[Turkey]'s army'            possessor       'police', in a report on Peru  the document's context
'the [EU] foreign ministers' compound        'In [Kenya], police fired'     place of the clause
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from dragoman.language.analysis import Span
from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._state import ResolvedMention, State

FIXED = frozenset(w for w in (*words.ORGANS, *words.ROLES, *words.OFFICES) if " of " in w)
CONTEXT = "the document's context"
"""Why, where nothing but the document says whose it is."""
TOWN = "a town or province"
"""Why, where the body is a part of the state's: 'the [Ontario] government', 'the mayor of [Lyon]'."""
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "representative", "delegation", "delegate", "negotiator",
                    "source", "member", "authority", "team", "staff", "personnel", "side"})  # fmt: skip
"""Offices and bodies that speak for whoever they belong to."""
_SERVANTS = frozenset({"aide", "adviser", "advisor", "assistant", "counsel", "counselor", "valet"})
"""Who serves somebody: 'an aide [to the minister]'."""
_KIN = frozenset({"father", "mother", "parent", "relative", "family", "brother", "sister", "son", "daughter", "cousin", "uncle", "aunt", "wife", "husband",
                  "grandmother", "grandfather", "friend", "supporter"})  # fmt: skip
_CONTINENTS = frozenset({"europe", "asia", "africa", "oceania", "world"})
_STUDENTS = frozenset({"adviser", "advisor", "expert", "analyst", "specialist", "scholar", "watcher", "correspondent"})
"""Who deals with a country that stands before them and need not be of it: 'a China [expert]'."""
_SETTINGS = frozenset({"in", "at", "near", "inside", "outside", "across", "throughout", "around"})
"""Prepositions of the place where a clause plays; 'through' and 'over' tell what is crossed."""
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")


@dataclasses.dataclass(frozen=True, slots=True)
class Owner:
    """Whose a described actor is."""

    actor: Actor | None
    """The state, organization or organ that possesses, or None where only the document's context speaks."""
    country: str | None
    confidence: float
    why: str
    via: Span | None = None


def owner_of(state: State, i: int, *, context: bool = True) -> Owner | None:
    """Whose the thing or body at head ``i`` is: possessor, adjective, compound, 'of', place, or else the document's context."""
    steps: tuple[Callable[[State, int], Owner | None], ...] = (_possessor, possessing_adjective, _of_phrase, _place_of, _apposed)
    if state.noun(i) in words.SENT:  # 'France, which has troops in the Sahel'
        steps = (_possessor, possessing_adjective, _of_phrase, _sender, _place_of, _apposed)
    if state.noun(i) in _KIN:  # 'the boy's relatives [in Miami]' are of where they live
        steps = (_place_of, *steps)
    kind: Owner | None = None
    for step in steps:
        found = step(state, i)
        if found is None:
            continue
        if found.country is not None or (found.actor is not None and found.actor.group is not None):
            return found
        kind = kind or found  # 'Buddhist monks in Burma': what they are, not whose
    if not context or _nobodys(state, i):
        return kind
    found = _conjunct(state, i) or _sender(state, i) or _ruler(state, i) or _clause_place(state, i)
    if found is not None:
        return found
    others = _about_countries(state, i)
    country, share = state.context(i, coarguments(state, i) | others)
    if country is None:
        country, share = state.context(i, others)
    if country is None:
        return kind
    return Owner(state.world.actor(country), country, 0.35 + 0.4 * share, CONTEXT)


def _nobodys(state: State, i: int) -> bool:
    """'foreign troops', 'world leaders', 'the region's leaders': of no one state."""
    return bool(set(state.words_before(i)[:-1]) & words.BORDERLESS) or any(
        state.noun(c) in words.WIDE_PLACES and c not in state.named for c in state.child(i, "nmod:poss", "compound")
    ) or any(
        state.lower[c] in _CONTINENTS for c in state.child(i, "nmod") if state.case(c) in words.LOCATIVE
    )  # 'central banks in Europe and Asia'


def _from(state: State, mention: ResolvedMention | None, why: str, confidence: float) -> Owner | None:
    if mention is None:
        return None
    actor = mention.actor
    if actor is None and mention.candidates:
        actor = state.world.actor(mention.candidates[0])
        if actor is None and mention.candidates[0].endswith("-GOV"):
            actor = state.world.actor(mention.candidates[0][:-4])
    if actor is None or (actor.country is None and actor.group is None and not actor.sectors and actor.id.startswith("~")):
        return None
    via = state.analysis.char_span(mention.first, mention.last)
    sure = confidence * (max(mention.confidence, 0.8) if mention.type in ("place", "state") else max(mention.confidence, 0.6))
    return Owner(actor, actor.country, sure, why, via)


def _possessor(state: State, i: int) -> Owner | None:
    for c in state.child(i, "nmod:poss"):
        owner = state.resolve(c)
        if owner is not None and owner.kind == "description" and owner.type == "group" and CONTEXT in owner.why and not state.child(c, "det"):
            continue  # 'fishermen's cooperatives': of that kind, not theirs
        found = _from(state, owner, "possessor", 0.93) or _town(state, c)
        if found is not None:
            return found
    return None


def _town(state: State, k: int) -> Owner | None:
    """The country of a town or province that the document names at ``k``."""
    country = state.cities.get(state.lower[k]) if k not in state.covered and state.upos[k] == "PROPN" else None
    if country is None or k in state.persons:
        return None
    return Owner(state.world.actor(country), country, 0.8, TOWN, state.analysis.char_span(k, k + 1))


def possessing_adjective(state: State, i: int) -> Owner | None:
    """An adjective or compound before the head, nearest the front last: 'French Foreign Ministry spokesperson'."""
    for k in state.core(i):
        if k == i or (k > i and k not in state.named):
            continue
        if k in state.named and not about_only(state, k):
            found = _from(state, state.resolve(k), "adjective or compound", 0.92)
            if found is not None and state.rel[k] != "flat":
                return found
        if state.rel[k] == "compound" and (town := _town(state, k)) is not None:
            return town
        if k < i and state.rel[k] == "compound" and state.noun(i) in ("government", "administration", "regime", "cabinet") and k not in state.named:
            leader = _from(state, state.resolve(k), "who leads it", 0.9)  # 'the [Novak] government'
            if leader is not None and leader.country is not None:
                return Owner(state.world.actor(leader.country), leader.country, leader.confidence, leader.why, leader.via)
    return None


def about_only(state: State, k: int) -> bool:
    """'pro-Armenian', 'ethnic Armenian', 'Russian-backed', 'a China expert': the adjective doesn't say whose citizen it is."""
    lower = state.lower
    if k and lower[k - 1] == "ethnic":
        return True
    if lower[k] in words.LANGUAGES and state.head[k] >= 0 and state.noun(state.head[k]) in words.SUBJECTS_TAUGHT and state.rel[k] in ("amod", "compound"):
        return True
    if state.rel[k] == "compound" and k in state.named and state.head[k] >= 0 and state.noun(state.head[k]) in _STUDENTS:
        entry = state.named[k].entries[0]
        if entry.kind == "name" and state.world.is_state(entry.actor):
            return True  # 'a China expert'
    if k > 1 and lower[k - 1] == "-" and lower[k - 2] in ("pro", "anti", "non", "post"):
        return True
    if k + 2 < len(lower) and lower[k + 1] == "-" and (lower[k + 2] in words.AFFIX_AFTER or (state.upos[k + 2] == "VERB")):
        return lower[k + 2] not in words.AFFIX_OWN
    return False


def _about_countries(state: State, i: int) -> frozenset[str]:
    """Countries named in the phrase that are not its own: 'Russian-backed rebels'."""
    out = set()
    for k in range(*state.phrase(i)):
        if k in state.named and about_only(state, k):
            out |= {c for e in state.named[k].entries if (c := state.world.country(e.actor))}
    return frozenset(out)


def _of_phrase(state: State, i: int) -> Owner | None:
    for c in state.kids[i]:
        if (
            state.rel[c] in ("nmod", "obl")
            and c > i
            and (state.case(c) == "of" or (state.case(c) in ("for", "with", "at", "from") and state.noun(i) in SPOKES)
                 or (state.case(c) == "to" and state.noun(i) in _SERVANTS))
        ):
            if f"{state.noun(i)} of {state.noun(c)}" in FIXED or fixed_tail(state, i, c):
                continue
            found = _from(state, state.resolve(c), "of", 0.9) or _town(state, c)
            if found is None and state.lower[c] in state.cities:
                found = country_inside(state, c)
            if found is not None:
                return found
    return None


def fixed_tail(state: State, i: int, c: int) -> bool:
    """'Ministry of Foreign Affairs', 'Secretary of State': the complement is part of the title."""
    return f"{state.noun(i)} of {' '.join(state.words_before(c))}" in FIXED


def _place_of(state: State, i: int) -> Owner | None:
    for c in state.kids[i]:
        if state.rel[c] in ("nmod", "obl") and c > i and (state.case(c) in words.LOCATIVE or state.case(c) == "from"):
            found = country_inside(state, c)
            if found is not None:
                return found
    return None


def country_inside(state: State, c: int) -> Owner | None:
    """The country of the place named by the phrase at ``c`` ('eastern Ukraine', 'the streets of Kabul')."""
    for k in (c, *state.kids[c]):
        town = state.cities.get(state.lower[k])
        if town is not None and k not in state.named:
            return Owner(state.world.actor(town), town, 0.7, "place", state.analysis.char_span(k, k + 1))
        named = state.named.get(k)
        if named is not None and not about_only(state, k):
            found = _from(state, state.resolve(k), "place", 0.85)
            if found is not None and found.country is not None:
                return found
        for deeper in state.kids[k] if k != c else ():
            if deeper in state.named and state.rel[deeper] in ("nmod", "appos", "amod", "compound", "nmod:poss"):
                found = _from(state, state.resolve(deeper), "place", 0.8)
                if found is not None and found.country is not None:
                    return found
    return None


def _apposed(state: State, i: int) -> Owner | None:
    if state.rel[i] == "appos" and state.head[i] in state.named:
        return _from(state, state.resolve(state.head[i]), "apposition", 0.8)
    return None


def _conjunct(state: State, i: int) -> Owner | None:
    """'Kenyan women and [children]': an adjective before the first is said of both."""
    head = state.head[i]
    if state.rel[i] != "conj" or head < 0 or state.upos[head] not in ("NOUN", "PROPN"):
        return None
    named = state.named.get(head)
    if named is not None and state.world.kind(named.entries[0].actor) == "organ":
        found = _from(state, state.resolve(head), "adjective of both", 0.9)  # 'Kenyan police and [soldiers]'
    else:
        found = possessing_adjective(state, head)
    return dataclasses.replace(found, confidence=found.confidence * 0.8, why="adjective of both") if found is not None else None


def _sender(state: State, i: int) -> Owner | None:
    """'Norway sent an [envoy]'."""
    verb = state.head[i]
    if state.rel[i] != "obj" or verb < 0 or not (state.lemma[verb] in words.SEND or (state.lemma[verb] == "have" and state.noun(i) in words.SENT)):
        return None
    for c in state.child(verb, "nsubj"):
        found = _from(state, state.resolve(c), "the subject's", 0.75)
        if found is not None:
            return found
    return None


def _ruler(state: State, i: int) -> Owner | None:
    """'Norway jailed two [journalists]': what only an authority does at home, it does to its own people."""
    verb = state.head[i]
    if verb < 0 or state.lemma[verb] not in words.RULE or state.noun(i) in words.ORGANS:
        return None
    passive = state.rel[i] == "nsubj:pass"
    if state.rel[i] != "obj" and not passive:
        return None
    first = verb
    while not passive and not state.child(first, "nsubj") and state.rel[first] == "conj":
        first = state.head[first]
    for c in state.child(verb, "obl:agent") if passive else state.child(first, "nsubj"):
        found = _from(state, state.resolve(c), "who rules there", 0.75)
        if found is not None and found.actor is not None and (found.actor.id == found.country or set(found.actor.sectors) & words.RULERS):
            return found
    return None


def _clause_place(state: State, i: int) -> Owner | None:
    """'In Kenya, police fired': the place of the clause that ``i`` stands in."""
    for verb in state.analysis.ancestors(i):
        if state.upos[verb] in ("VERB", "AUX", "ADJ"):
            for c in state.kids[verb]:
                if state.rel[c] == "obl" and c != i and state.case(c) in _SETTINGS:
                    found = country_inside(state, c)
                    if found is not None:
                        return Owner(found.actor, found.country, 0.75, "place of the clause", found.via)
            return None
    return None


def coarguments(state: State, i: int) -> frozenset[str]:
    """Countries that the clause of ``i`` names in its other arguments: 'the government accused Turkey' isn't Turkey's."""
    out: set[str] = set()
    head = state.head[i]
    if head < 0 or state.upos[head] not in ("VERB", "ADJ") or state.rel[i].split(":")[0] not in _ARGUMENTS:
        return frozenset()
    stack = [c for c in state.kids[head] if state.rel[c] != state.rel[i] and state.rel[c].split(":")[0] in (*_ARGUMENTS, "xcomp")]
    while stack:
        k = stack.pop()
        named = state.named.get(k)
        if named is not None:
            out |= {c for e in named.entries if state.world.kind(e.actor) in ("state", "organ") and (c := state.world.country(e.actor))}
        if state.rel[k] == "xcomp":
            stack += [c for c in state.kids[k] if state.rel[c].split(":")[0] in (*_ARGUMENTS, "xcomp")]
        stack += [c for c in state.kids[k] if state.rel[c] in ("compound", "conj") and c in state.named]
    return frozenset(out)
