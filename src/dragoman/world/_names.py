"""Names in context: a state, a place, a government meant by its capital, an organization, a person.

'Paris' ─┬─ subject of 'said', object of 'accuse', 'relations with Paris', "Paris's decision" ─▶ FRA-GOV (metonym)
         └─ 'in Paris', 'the streets of Paris', 'the Paris talks'                              ─▶ a place
"""

from __future__ import annotations

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._match import NameEntry
from dragoman.world._owners import about_only, owner_of
from dragoman.world._persons import COMPANY_SUFFIXES
from dragoman.world._state import Named, ResolvedMention, State

GOVERNMENT, SCENE, UNSURE = "government", "place", "unsure"


def place_or_power(state: State, i: int) -> tuple[str, float, str]:
    """Whether the name at head ``i`` stands for who governs there or for the place.

    Returns ``government`` or ``place``, a confidence in [0, 1], and why.
    """
    rel, head = state.rel[i], state.head[i]
    for c in state.child(i, "acl:relcl"):
        if state.lemma[c] in words.ACT and any(state.lower[k] == "which" for k in state.child(c, "nsubj")):
            return GOVERNMENT, 0.85, f"which {state.form[c]}"
    if (
        len(state.form[i]) > 3
        and state.form[i].isupper()
        and state.form[i + 1 : i + 2] in (["("], [","], ["-"], ["--"], ["—"], ["_"], ["–"])
    ):
        return SCENE, 0.9, "dateline"
    if rel == "conj" and head >= 0:
        if state.upos[head] in ("PROPN", "NOUN", "PRON"):
            return place_or_power(state, head)
        return GOVERNMENT, 0.5, "coordinated"
    base = rel.split(":")[0]
    governor = state.lemma[head] if head >= 0 else ""
    if base == "nsubj":
        return _as_subject(state, i, governor, passive=rel.endswith("pass"))
    if base in ("obj", "iobj"):
        if governor in words.PLACE_OBJECTS:
            return SCENE, 0.7, f"object of {governor}"
        return GOVERNMENT, 0.8, f"object of {governor}"
    if rel == "nmod:poss":
        if governor in words.PLACE_NOUNS:
            return SCENE, 0.8, f"{governor} of a place"
        return GOVERNMENT, 0.8, f"possessor of {governor}"
    if base in ("obl", "nmod", "advcl", "acl"):
        return _with_preposition(state, i, base, governor)
    if rel in ("compound", "amod"):
        return _as_modifier(state, i)
    if rel == "appos":
        return SCENE, 0.6, "apposition of a place"
    if rel == "root" and len(state.kids[i]) > 2:
        return GOVERNMENT, 0.4, "predicate"
    return SCENE, 0.5, rel


def _as_subject(state: State, i: int, governor: str, *, passive: bool) -> tuple[str, float, str]:
    head = state.head[i]
    if passive:
        if governor in words.PLACE_OBJECTS:
            return SCENE, 0.7, f"{governor} happened to a place"
        return GOVERNMENT, 0.75, f"passive subject of {governor}"
    if governor in words.SPEAK:
        return GOVERNMENT, 0.95, f"subject of {governor}"
    if governor in words.ACT and governor not in words.SCENE:
        return GOVERNMENT, 0.9, f"subject of {governor}"
    if governor in words.SCENE:
        return SCENE, 0.6, f"subject of {governor}"
    if state.upos[head] in ("NOUN", "PROPN"):
        return SCENE, 0.6, "subject of a nominal predicate"
    return GOVERNMENT, 0.75, f"subject of {governor}"


def _with_preposition(state: State, i: int, base: str, governor: str) -> tuple[str, float, str]:
    case = state.case(i)
    if case is None:
        return (SCENE, 0.6, "adverbial") if base != "nmod" else (SCENE, 0.5, "modifier")
    if case in words.LOCATIVE:
        return SCENE, 0.92, f"{case} + place"
    if case in ("with", "against", "between", "by", "than", "like", "versus", "behind"):
        return GOVERNMENT, 0.85, f"{case} + actor"
    related = governor in words.RELATION_NOUNS or governor in words.RELATION_VERBS
    if case == "of":
        if base == "obl":
            return GOVERNMENT, 0.8, f"{governor} of"
        return (GOVERNMENT, 0.7, f"{governor} of") if related else (SCENE, 0.75, f"{governor} of a place")
    if case in ("on", "for", "toward", "towards", "about"):
        if case == "on" and base == "obl" and governor in ("march", "advance", "descend", "close", "converge"):
            return SCENE, 0.6, "movement on a place"
        return GOVERNMENT, 0.75 if related else 0.6, f"{governor} {case}"
    if case == "to" and governor in words.ABROAD:
        return GOVERNMENT, 0.85, f"{governor} to a government"
    if case in ("to", "from", "into", "onto"):
        return (GOVERNMENT, 0.7, f"{governor} {case}") if related else (SCENE, 0.8, f"{case} a place")
    return SCENE, 0.5, f"{case}"


def _as_modifier(state: State, i: int) -> tuple[str, float, str]:
    after = state.lower[i + 1 : i + 3]
    if len(after) == 2 and after[0] == "-" and after[1] in words.AFFIX_AFTER:
        return (SCENE, 0.7, "located there") if after[1] in words.AFFIX_OWN else (GOVERNMENT, 0.8, f"-{after[1]}")
    governor = state.lemma[state.head[i]] if state.head[i] >= 0 else ""
    if governor in words.AFFIX_AFTER:
        return (SCENE, 0.7, "located there") if governor in words.AFFIX_OWN else (GOVERNMENT, 0.8, f"-{governor}")
    return SCENE, 0.7, "locative modifier"


def mention_of_name(state: State, named: Named) -> ResolvedMention | None:
    """Resolve a name of the table at its head."""
    i = named.head
    entries = _fitting(state, named)
    entry = entries[0]
    candidates = tuple(dict.fromkeys(e.actor for e in entries))
    record = state.world.actor(entry.actor)
    if record is None:
        return None
    if entry.kind in ("adjective", "demonym"):
        return _of_people(state, named, record, candidates)
    doubt = 0.75 if len(candidates) > 1 else 1.0
    first, last = _bounds(state, named)
    shown = candidates if len(candidates) > 1 else ()
    if entry.kind in ("capital", "metonym"):
        return _of_seat(state, i, (first, last), entry, shown, doubt)
    kind = state.world.kind(entry.actor)
    if kind in ("state", "region"):
        what, sure, why = place_or_power(state, i)
        case = state.case(i) or (state.case(state.head[i]) if state.rel[i] == "conj" else None)
        if what == SCENE and (case in words.LOCATIVE or (kind == "region" and case not in words.DIRECTION)):
            return ResolvedMention(i, first, last, "name", "place", state.keep(record), 0.25 * doubt, shown, f"place: {why}")
        if what == SCENE:
            return ResolvedMention(i, first, last, "name", "state", state.keep(record), 0.6 * doubt, shown, f"state or place: {why}")
        return ResolvedMention(
            i, first, last, "name", "state", state.keep(record), (0.6 + 0.4 * sure) * doubt, shown, f"state's name, {why}"
        )
    if kind in ("people", "movement"):
        return ResolvedMention(i, first, last, "name", "group", state.keep(record), 0.85 * doubt, shown, "name in the table" + state.world.told_by(entry.actor))
    row = state.world.row(entry.actor)
    if kind != "organ" or (row is not None and row.source == "own" and len(record.name.split()) > 2):
        state.organizations.append((i, record.name, record))
    why = "name in the table" + state.world.told_by(entry.actor)
    return ResolvedMention(i, first, last, "name", "organization", state.keep(record), 0.93 * doubt, shown, why)


def _of_seat(state: State, i: int, bounds: tuple[int, int], entry: NameEntry, shown: tuple[str, ...], doubt: float) -> ResolvedMention:
    what, sure, why = place_or_power(state, i)
    if entry.kind == "metonym" and what == SCENE and state.case(i) not in words.LOCATIVE:
        what, sure = GOVERNMENT, 0.75
    government = state.world.government(entry.actor)
    if what == GOVERNMENT:
        return ResolvedMention(i, *bounds, "metonym", "organization", state.keep(government), sure * doubt, shown, why)
    return ResolvedMention(i, *bounds, "name", "place", None, sure, shown or (government.id,), f"place: {why}")


def _of_people(state: State, named: Named, record: Actor, candidates: tuple[str, ...]) -> ResolvedMention:
    i = named.head
    shown = candidates if len(candidates) > 1 else ()
    if state.rel[i] in ("amod", "compound", "nmod:desc", "nmod", "nmod:unmarked") and state.case(i) is None:
        return ResolvedMention(i, named.first, named.last, "adjective", "state", state.keep(record), 0.85, shown, "adjective of a state")
    if state.upos[i] == "ADJ" and not any(state.rel[c] == "det" for c in state.kids[i]):
        return ResolvedMention(i, named.first, named.last, "adjective", "state", state.keep(record), 0.6, shown, "adjective of a state")
    first, last = _bounds(state, named)
    person = _one_of_people(state, i, record) if state.world.is_state(record.id) else None
    if person is not None:
        return person
    definite = any(state.lower[c] == "the" for c in state.child(i, "det"))
    if definite and not state.child(i, "amod", "acl", "acl:relcl", "nummod"):
        return ResolvedMention(i, first, last, "description", "state", state.keep(record), 0.7, shown, "a people named for its state")
    sectors: tuple[str, ...] = record.sectors if state.world.kind(record.id) == "party" else ("CVL",)
    for c in state.child(i, "amod", "compound"):
        sectors = tuple(dict.fromkeys((*words.MODIFIER_SECTORS.get(state.lemma[c], ()), *sectors)))
    if about_only(state, i):  # 'ethnic Albanians' are citizens of where they live
        owner = owner_of(state, i)
        home = owner.actor if owner is not None and owner.actor is not None else None
        actor = Actor(id=state.slug(i), name=state.text(first, last), country=owner.country if owner else None,
                      claimed_by=home.claimed_by if home else None, sectors=sectors)  # fmt: skip
        return ResolvedMention(i, first, last, "description", "group", state.keep(actor), 0.5, shown, "people by descent")
    actor = Actor(id=state.slug(i), name=state.text(first, last), country=record.country, claimed_by=record.claimed_by, group=record.group,
                  sectors=sectors)  # fmt: skip
    return ResolvedMention(i, first, last, "description", "group", state.keep(actor), 0.7, shown, "people of a state")


def _one_of_people(state: State, i: int, record: Actor) -> ResolvedMention | None:
    """'after [the Filipino] insulted him': the person of that state who was named last, at most two sentences before."""
    if state.analysis.feature(i, "Number") == "Plur" or state.lower[i].endswith("s") or not any(state.lower[c] == "the" for c in state.child(i, "det")):
        return None
    start = state.analysis.sentences[max(0, state.sentence[i] - 2)][0]
    for j in range(i - 1, start - 1, -1):
        person = state.persons.get(j)
        if person is not None and person.actor.country == record.country:
            return ResolvedMention(i, *state.phrase(i), "description", "person", person.actor, 0.7, (), "somebody of that state just named")
    return None


def _bounds(state: State, named: Named) -> tuple[int, int]:
    first, last = state.phrase(named.head)
    return min(first, named.first), max(last, named.last)


def _fitting(state: State, named: Named) -> list[NameEntry]:
    """The meanings of a name, the one that the document's other names speak for first."""
    entries = list(named.entries)
    if len(entries) < 2:
        return entries
    support = {e.actor: 0.0 for e in entries}
    for use in state.countries:
        if not named.first <= use.token < named.last:
            for e in entries:
                if state.world.country(e.actor) == use.country and state.covered.get(use.token) is not None:
                    other = state.covered[use.token]
                    if len(other.entries) == 1:
                        support[e.actor] += use.weight
    governed = {e.actor: _seat_bonus(state, named, e) for e in entries}
    return sorted(entries, key=lambda e: -(min(support[e.actor], 3.0) + governed[e.actor]))


def _seat_bonus(state: State, named: Named, entry: NameEntry) -> float:
    """A capital shared by an organization and a state ('Brussels') is the organization's where it acts; a bare name is a state's first."""
    if entry.kind in ("capital", "metonym") and state.world.kind(entry.actor) == "organization":
        return 1.0 if place_or_power(state, named.head)[0] == GOVERNMENT else -1.0
    return 0.3 if entry.kind == "name" and state.world.is_state(entry.actor) else 0.0


def inside_longer_name(state: State, named: Named) -> bool:
    """Whether a name is only a part of a longer proper name that no table knows ('Washington Post', 'Jordan Smith')."""
    i = named.head
    if state.form[named.last : named.last + 1] == ["-"]:
        return False
    if state.lower[named.last : named.last + 1] and state.lower[named.last] in COMPANY_SUFFIXES and state.world.kind(named.entries[0].actor) == "company":
        return False  # 'Acme Corp.' is Acme
    kinds = {e.kind for e in named.entries}
    if any(state.rel[c] == "flat" and c >= named.last and state.upos[c] == "PROPN" for c in state.kids[i]):
        return True
    if named.last - named.first == 1 and all(state.world.kind(e.actor) == "organ" and e.kind == "name" for e in named.entries):
        if any(
            c < i
            and c not in state.covered
            and state.upos[c] == "PROPN"
            and state.rel[c] in ("compound", "amod")
            and state.form[c][0].isupper()
            for c in state.kids[i]
        ):
            return True  # 'Trades Union Congress'
    head = state.head[i]
    if head < 0 or named.first <= head < named.last:
        return False
    if state.rel[i] == "flat" and state.upos[head] == "PROPN":
        return state.form[named.first - 1] != "-"
    if kinds & {"adjective", "demonym"}:
        return False
    if state.rel[i] == "compound" and state.upos[head] == "PROPN" and head not in state.covered and state.form[head][:1].isupper():
        lemma = state.noun(head)
        return lemma not in words.ORGANS and lemma not in words.ROLES and lemma not in words.THINGS
    return False
