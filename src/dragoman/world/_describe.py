"""Descriptions: organs, offices and people named by common nouns, and whose they are.

'the [French] government'   adjective        'protesters [in Kenya]'      place
'[Turkey]'s army'           possessor        'police', in a report on Peru  the document's context
'the [EU] foreign ministers' compound        'In [Kenya], police fired'   place of the clause
"""

from __future__ import annotations

import dataclasses

import msgspec

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._holders import (
    OF_STATE,
    OWN_WORDS,
    apposed_person,
    complete,
    counterpart,
    modifiers,
    organ_before,
    roles_sectors,
)  # fmt: skip
from dragoman.world._owners import CONTEXT, SPOKES, TOWN, Owner, about_only, fixed_tail, owner_of
from dragoman.world._persons import COUNTERPARTS, YET, holder_of, leader_actor, role_of
from dragoman.world._state import Person, ResolvedMention, State, slug
from dragoman.world._unknown import family, unknown_name

_STATE_SECTORS = {"MIL": "MIL", "COP": "COP", "LEG": "LEG", "JUD": "JUD", "SPY": "SPY"}
_FAR = 12
"""Sentences after which a bare description no longer points back."""
_NAMED_ORGANIZATIONS: dict[str, set[str]] = {
    "company": {"BUS"}, "firm": {"BUS"}, "bank": {"BUS"}, "newspaper": {"JRN"}, "paper": {"JRN"}, "network": {"JRN"}, "party": {"PTY"},
    "group": {"REB", "UAF", "SOC", "CRM", "PTY", "REL"}, "movement": {"REB", "SOC", "PTY"}, "militia": {"REB", "UAF", "PRM"},
    "union": {"LAB"},
    "alliance": set(), "bloc": set(), "organization": set(), "organisation": set(), "agency": {"GOV", "JRN"}, "association": {"SOC"},
    "bureau": set(), "commission": set(), "committee": set(), "council": set(), "board": set(),
    "university": {"EDU"}, "church": {"REL"}, "body": set(), "charity": {"SOC"}, "faction": {"REB", "PTY"}, "panel": set(), "department": set(),
    "ministry": set(), "foundation": set(), "club": set(), "chain": {"BUS"}, "retailer": {"BUS"}, "airline": {"BUS"}, "carrier": {"BUS"},
    "automaker": {"BUS"}, "carmaker": {"BUS"}, "manufacturer": {"BUS"}, "insurer": {"BUS"}, "lender": {"BUS"}, "conglomerate": {"BUS"},
    "startup": {"BUS"}, "giant": {"BUS"}, "concern": {"BUS"}, "corporation": {"BUS"}, "brokerage": {"BUS"}, "thrift": {"BUS"}, "broadcaster": {"JRN"},
    "magazine": {"JRN"}, "publication": {"JRN"}, "outlet": {"JRN"}, "station": {"JRN"}, "channel": {"JRN"}, "daily": {"JRN"}, "weekly": {"JRN"},
    "school": {"EDU"}, "college": {"EDU"}, "hospital": {"MED"}, "federation": set(), "league": set(), "society": set(), "institute": set(),
    "institution": {"EDU"}, "fund": set(),
}  # fmt: skip
_MEMBERS = frozenset({"state", "country", "nation", "member", "government", "power", "ally", "partner"})
_POLITICIANS = frozenset({"GOV", "PTY", "OPP", "ELI"})
_ARMED = frozenset({"armed", "masked", "hooded", "camouflaged"})
_LOCAL = frozenset({"mayor", "governor", "councillor", "councilman", "alderman", "gov.", "sheriff"})

# -- descriptions ----------------------------------------------------------------------------------------------------------------------


def describe(state: State, i: int) -> ResolvedMention | None:
    """Resolve a phrase headed by a common noun (or an organ's name): organ, office, people; None where it is none of them."""
    lemma = state.noun(i)
    if state.upos[i] == "NUM" and (hurt := _counted(state, i)) is not None:
        return hurt
    if lemma in words.NOT_AGENTS and lemma != "percent" or any(state.lower[c] == "no" for c in state.child(i, "det")):
        return None
    if (lemma in _NOT_ALWAYS or lemma in _VEHICLES) and _no_body(state, i, lemma):
        return None
    head = state.head[i]
    if state.rel[i] == "nmod" and head >= 0 and fixed_tail(state, head, i) and state.case(i) == "of":
        return None
    unit = local_power(state, i, lemma)
    if unit is not None:
        return unit
    if lemma in ("country", "nation", "homeland", "state") and state.analysis.feature(i, "Number") != "Plur":
        return _home_country(state, i, lemma)
    if lemma in ("kingdom", "republic", "emirate", "sheikhdom") and (realm := _home_country(state, i, lemma)) is not None:
        return realm
    part = _partitive(state, i, lemma)
    if part is not None:
        return part
    bloc = _members_of_bloc(state, i, lemma)
    if bloc is not None:
        return bloc
    if lemma in ("country", "nation", "state"):
        return _american_states(state, i) if state.lower[i] == "states" else None  # 'other countries' are nobody
    before = state.words_before(i)
    if lemma in COUNTERPARTS and state.analysis.feature(i, "Number") != "Plur":
        apposed = apposed_person(state, i)
        if apposed is None and (found := counterpart(state, i)) is not None:
            return found
        if apposed is not None:
            return ResolvedMention(i, *state.phrase(i), "role", "person", complete(state, apposed), 0.9, (), "the person in apposition")
    named = _named_before(state, i, lemma)
    if named is not None:
        return named
    media = _state_media(state, i, before)
    if media is not None:
        return media
    if lemma == "court" and set(before[:-1]) & {"tennis", "basketball", "food", "squash", "clay"}:
        return None
    organ = _organ_phrase(state, i, before)
    if organ in _ONE_OF_SEVERAL and (again := _again(state, i, lemma)) is not None:
        return again
    role = role_of(state, i)
    if organ is not None and _own_name(state, i, organ, before):
        return unknown_name(state, i)
    if organ is not None and (role is None or len(organ.split()) >= len(role.split())):
        return _organ(state, i, organ, before)
    longer = _longer_kind(state, before, role)
    if role is not None and longer is None and not (role == "speaker" and not _presides(state, i)):
        return _office(state, i, role, before)
    generic = _longest_generic(state, i, before) or _partisans(state, i)
    if lemma in ("man", "woman", "fighter", "gunman") and (theirs := _following(state, i)):
        generic = theirs, "group"
    if generic is not None and generic[1] == "person" and _is_name(state, i):
        generic = None  # 'Waertsilae Marine', 'Star'
    if lemma == "authority" and state.analysis.feature(i, "Number") != "Plur" and state.upos[i] == "NOUN" and len(before) == 1:
        return None  # 'gives it the authority to ...'
    if lemma in words.NAME_SECTORS and _capitalized(state, i):
        return unknown_name(state, i)
    if generic is not None:
        again = (_in_chain(state, i) if generic[1] == "person" else None) or _again(state, i, lemma)
        if again is not None:
            return again
        return _generic(state, i, generic, before)
    if state.upos[i] == "PROPN":
        if (half := _half_of_korea(state, i)) is not None:
            return half
        return family(state, i) or _again(state, i, lemma) or unknown_name(state, i)
    return None


def _half_of_korea(state: State, i: int) -> ResolvedMention | None:
    """'the [North]', 'the [South]' in a report that names one of the Koreas."""
    found = {"north": "PRK", "south": "KOR"}.get(state.lower[i])
    if found is None or state.child(i, "nmod", "compound", "amod") or not {u.country for u in state.countries} & {"PRK", "KOR"}:
        return None
    actor = state.world.actor(found)
    if actor is None or not any(state.lower[c] == "the" for c in state.child(i, "det")):
        return None
    return ResolvedMention(i, *state.phrase(i), "name", "state", state.keep(actor), 0.8, (), "one of the Koreas")


def _counted(state: State, i: int) -> ResolvedMention | None:
    """'killing 12 and wounding [40]': people, of where it happens."""
    verb = state.head[i]
    if verb < 0 or state.rel[i] not in ("obj", "nsubj:pass", "nsubj") or state.lemma[verb] not in words.CASUALTY or any(c > i for c in state.kids[i]):
        return None
    if state.rel[i] == "nsubj" and state.lemma[verb] != "die":
        return None
    owner = owner_of(state, i)
    country = owner.country if owner is not None else None
    actor = Actor(id="~people", name="people", country=country, sectors=("CVL",))
    sure = owner.confidence * 0.9 if owner is not None else 0.35
    return ResolvedMention(i, *state.phrase(i), "description", "group", state.keep(actor), sure, (), "people counted")


_NOT_ALWAYS = frozenset({"division", "head", "body", "prosecution", "side", "source", "number"})
_VEHICLES = frozenset({"helicopter", "jet", "drone", "plane", "aircraft", "boat", "ship", "vessel"})
_BY_FORCE = frozenset({"attack", "bomb", "shell", "fire", "strike", "hit", "kill", "pound", "shoot", "launch", "target", "destroy", "raid", "strafe", "ram",
                       "intercept", "violate", "enter", "patrol", "sink", "drop", "seize", "board", "block"})  # fmt: skip
"""What a vehicle without more words does for a force; else it only flies."""


def _no_body(state: State, i: int, lemma: str) -> bool:
    """Nouns of agents that are none here: 'take [sides]', 'energy [sources]', 'the [number] of refugees', 'shook her [head]', 'the [bodies]',
    'seek the [prosecution] of ...'."""
    if lemma == "head" and {state.lower[c] for c in state.child(i, "nmod:poss")} & {"his", "her", "my", "your", "their", "our"}:
        return not state.child(i, "nmod", "appos")
    if lemma == "body" and state.analysis.feature(i, "Number") == "Plur":
        return len(state.words_before(i)) == 1 or not any(state.world.generic(w) or w in words.MODIFIER_SECTORS for w in state.words_before(i)[:-1])
    if lemma == "side":
        return not state.kids[i] and state.lemma[state.head[i]] in ("take", "choose", "pick", "switch")
    if lemma == "source":
        told = [state.noun(c) for c in state.child(i, "compound") if state.upos[c] in ("NOUN", "VERB")]
        return bool(told) and not any(w in words.MODIFIER_SECTORS or w in words.ORGANS or w in words.ROLES or state.world.generic(w) for w in told)
    if lemma == "division":
        return not state.kids[i] or state.lemma[state.head[i]] in ("call", "take")  # a vote
    if lemma == "number":
        return any(state.lower[c] == "the" for c in state.child(i, "det")) and state.rel[i] in ("obj", "nsubj", "nsubj:pass", "obl")
    if lemma in _VEHICLES:
        owned = any(w in words.MODIFIER_SECTORS or w in ("fighter", "attack", "combat", "war") for w in state.words_before(i)[:-1]) or any(
            k in state.named for k in (*state.core(i), *state.child(i, "nmod:poss"))
        )
        return not owned and not (state.rel[i].startswith("nsubj") and state.lemma[state.head[i]] in _BY_FORCE)
    return lemma == "prosecution" and any(state.case(c) == "of" for c in state.child(i, "nmod"))


_UNITS = frozenset({"city", "town", "province", "state", "district", "region", "county", "municipality", "prefecture", "canton", "commune",
                    "governorate", "oblast", "territory", "borough", "emirate"})  # fmt: skip
_ADDRESSED = words.SPEAK | {"sue", "fine", "order", "pay", "help", "petition", "lobby", "forbid"}


def local_power(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """A town or province as who governs there: '[Alberta] sued', 'the [city] of Lyon banned', '[Lagos state] refused'; None where it is a place."""
    names = [i] if state.upos[i] == "PROPN" and state.lower[i] in state.cities else []
    if lemma in _UNITS and state.analysis.feature(i, "Number") != "Plur":
        bare = not state.child(i, "compound", "appos", "nmod:desc", "nmod", "amod", "acl:relcl", "nmod:poss", "conj")
        acts = _decides(state, i) or (state.rel[i] == "nsubj" and state.lemma[state.head[i]] in _CIVIC)
        if bare and lemma in _CITIES and any(state.lower[c] == "the" for c in state.child(i, "det")) and acts:
            return _the_town(state, i)
        names += [k for k in (*state.child(i, "compound", "appos", "nmod:desc"), *(c for c in state.child(i, "nmod") if state.case(c) == "of"))
                  if state.upos[k] == "PROPN"]  # fmt: skip
    dateline = state.form[i].isupper() and len(state.form[i]) > 3
    if not names or dateline or not _decides(state, i):
        return None
    k = names[-1]
    country = state.cities.get(state.lower[k])
    if k in state.named:
        entry = state.named[k].entries[0]
        country = state.world.country(entry.actor) if state.world.kind(entry.actor) != "state" or k != i else None
    if country is None:
        return None
    home = state.world.actor(country)
    first, last = state.phrase(i)
    name = state.text(*_name_span(state, k)) + ("" if k == i else f" {state.form[i]}")
    actor = Actor(id=slug(name), name=name, country=country, claimed_by=home.claimed_by if home else None, sectors=("GOV",))
    return ResolvedMention(i, first, last, "metonym", "organization", state.keep(actor), 0.65, (), "who governs the town or province")


def _american_states(state: State, i: int) -> ResolvedMention | None:
    """'pushed [states] to adopt the standards', in a report on the United States: their governments."""
    country, share = state.context(i)
    if country != "USA" or share < 0.6 or state.child(i, "amod", "compound", "nmod", "nmod:poss") or state.rel[i] not in ("nsubj", "obj", "iobj", "nsubj:pass"):
        return None
    actor = Actor(id="~states-usa", name="states of the United States", country="USA", sectors=("GOV",))
    return ResolvedMention(i, *state.phrase(i), "description", "group", state.keep(actor), 0.5, (), "states of a federation")


_CIVIC = frozenset({"face", "own", "buy", "spend", "build", "hire", "plan", "budget", "install", "lease", "operate", "repair", "settle", "enforce"})
_CITIES = frozenset({"city", "town", "county", "municipality", "borough", "province"})


def _the_town(state: State, i: int) -> ResolvedMention | None:
    """'The [city] agreed to pay': the authorities of the town that the report is about."""
    country, share = state.context(i)
    if country is None:
        return None
    home = state.world.actor(country)
    actor = Actor(id=state.slug(i), name=state.text(*state.phrase(i)), country=country, claimed_by=home.claimed_by if home else None, sectors=("GOV",))
    return ResolvedMention(i, *state.phrase(i), "description", "organization", state.keep(actor), 0.3 + 0.3 * share, (), "who governs the town")


def _name_span(state: State, k: int) -> tuple[int, int]:
    if k in state.named:
        return state.named[k].first, state.named[k].last
    tokens = [k, *(c for c in state.child(k, "compound", "flat") if state.upos[c] == "PROPN")]
    return min(tokens), max(tokens) + 1


def _decides(state: State, i: int) -> bool:
    """Subject of a verb of deciding or speaking, or whom one addresses or sues."""
    verb = state.head[i]
    if verb < 0 or state.upos[verb] != "VERB":
        return False
    lemma, rel = state.lemma[verb], state.rel[i]
    if rel == "nsubj":
        return lemma in words.GOVERN and lemma not in words.SCENE
    if rel == "obl:agent":
        return True
    return rel in ("obj", "iobj", "nsubj:pass") and lemma in _ADDRESSED


def _members_of_bloc(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """'the ten ASEAN [states]', 'EU [countries]', 'members of NATO': the organization's members together are it."""
    if lemma not in _MEMBERS or state.analysis.feature(i, "Number") != "Plur":
        return None
    everyone = bool({state.lower[c] for c in state.child(i, "det")} & {"all", "every"}) and lemma in ("state", "country", "member", "government")
    if (everyone or (i and state.noun(i - 1) == "member" and i - 1 in state.child(i, "compound"))) and (bloc := _last_bloc(state, i)) is not None:
        return bloc
    inside = [*state.core(i), *(c for c in state.child(i, "nmod", "nmod:poss") if state.case(c) in ("of", None))]
    for k in inside:
        named = state.named.get(k)
        if k != i and named is not None and state.world.kind(named.entries[0].actor) == "organization" and not about_only(state, k):
            found = state.resolve(k)
            if found is not None and found.actor is not None and found.actor.group is not None:
                first, last = state.phrase(i)
                return ResolvedMention(i, first, last, "description", "group", found.actor, 0.75, (), f"{lemma}s of it",
                                       state.analysis.char_span(found.first, found.last))  # fmt: skip
    return None


def _capitalized(state: State, i: int) -> bool:
    """Whether a phrase is a name of several words, though the tagger may take the last for a common noun: 'the House Budget [Committee]'."""
    core = state.core(i)
    if state.upos[i] == "PROPN":
        return sum(state.upos[k] == "PROPN" for k in core) > 1
    return len(core) > 2 and all(state.form[k][:1].isupper() for k in core) and all(state.upos[k] in ("NOUN", "PROPN", "ADJ") for k in core)


def _is_name(state: State, i: int) -> bool:
    """Whether a capitalized noun for people is the end of a proper name, or a name itself: no article, in the singular."""
    if state.upos[i] != "PROPN" or state.analysis.feature(i, "Number") == "Plur" or state.child(i, "det", "nmod:poss", "nummod", "flat"):
        return False
    core = state.core(i)
    if len(core) > 1:
        return all(state.upos[k] == "PROPN" and state.form[k][:1].isupper() and k not in state.covered for k in core)
    return state.lower[i] != "god" and i not in [s for s, _ in state.analysis.sentences] and state.rel[i] not in ("appos", "nmod:desc", "vocative")


def _last_bloc(state: State, i: int) -> ResolvedMention | None:
    """'the member [states]': of the organization of states that was named last."""
    for head, name, actor in reversed(state.organizations):
        if head < i and actor.group in ("EUR", "IGO", "UNO") and (head not in state.kids[i]):
            return ResolvedMention(i, *state.phrase(i), "description", "group", actor, 0.6, (), f"member states of {name}")
    return None


def _named_before(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """'the Jaish al-Islam group', 'the Syrian army command', 'the Russian side': who is named before the noun acts."""
    group, delegate = lemma in words.ORGANIZATION_NOUNS, lemma in words.DELEGATES
    if not group and not delegate:
        return None
    for k in (*state.core(i), *state.child(i, "nmod:poss")):
        named = state.named.get(k)
        if lemma in ("camp", "side", "team", "office", "campaign", "entourage") and k != i and named is None and state.rel[k] == "nmod:poss":
            person = state.resolve(k)  # 'his [team]', 'Novak's [camp]'
            if person is not None and person.actor is not None and person.type == "person":
                first, last = state.phrase(i)
                return dataclasses.replace(person, head=i, first=first, last=last, kind="description", type="group", why=f"{lemma} of {person.why}")
        if k == i or named is None or about_only(state, k):
            continue
        found = state.resolve(k)
        if found is None or found.actor is None:
            continue
        kind = state.world.kind(found.actor.id)
        if (group and kind not in ("state", "organ", "region", "", "people")) or (delegate and (kind != "state" or lemma == "side")):
            first, last = state.phrase(i)
            return ResolvedMention(i, first, last, "description", "organization", found.actor, found.confidence * 0.9, (), lemma,
                                   state.analysis.char_span(found.first, found.last))  # fmt: skip
    return None


def _longest_generic(state: State, i: int, before: list[str]) -> tuple[tuple[str, ...], str] | None:
    """Sectors and type of the longest phrase of the table that the words end in: 'prisoners of war', 'youth leader', 'leader'."""
    lemma = before[-1]
    if state.lower[i].endswith("ing") and not lemma.endswith("ing"):
        return None  # 'farming' is no farm
    if lemma == "speaker" and not _presides(state, i):
        return ("CVL",), "person"
    for c in state.kids[i]:
        if state.rel[c] == "nmod" and state.case(c) == "of" and (found := state.world.generic(f"{lemma} of {state.noun(c)}")) is not None:
            return found
    for c in state.child(i, "nmod:poss"):  # 'the [bishops'] conference'
        if c == i - 2 and state.form[i - 1] in ("'", "’") and (found := state.world.generic(f"{state.lower[c]}' {lemma}")) is not None:
            return found
    for k in range(len(before)):
        if (found := state.world.generic(" ".join(before[k:]))) is not None:
            return found
    return None


def _longer_kind(state: State, before: list[str], role: str | None) -> str | None:
    """A phrase of the table of agents that says more than the office at its end: 'youth leader' is no leader of a state."""
    size = len(role.split()) if role else 0
    for k in range(len(before) - size):
        found = state.world.generic(" ".join(before[k:]))
        if found is not None and found[0] and found[0][0] not in OF_STATE:
            return " ".join(before[k:])
    return None


def _presides(state: State, i: int) -> bool:
    """A speaker who presides over a chamber, not one who speaks."""
    if state.analysis.feature(i, "Number") == "Plur" or (state.child(i, "amod") and state.upos[i] != "PROPN"):
        return False
    return (
        state.upos[i] == "PROPN"
        or bool(set(state.words_before(i)[:-1]) & {"parliament", "house", "assembly", "senate", "knesset", "duma"})
        or any(
            state.case(c) == "of" and state.noun(c) in ("house", "parliament", "assembly", "chamber", "senate")
            for c in state.child(i, "nmod")
        )
    )


def _home_country(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """'the country', 'this nation', 'its homeland': the state meant; several states, or one of many, are nobody."""
    lower = {state.lower[c] for c in state.kids[i]}
    if state.analysis.feature(i, "Number") == "Plur" or not lower & {"the", "this", "that", "their", "his", "her", "its", "our"}:
        return None
    if (
        lower & {"our"}
        or state.child(i, "amod", "compound")
        or (lemma == "state" and (state.rel[i] == "compound" or state.child(i, "nmod")))
    ):
        return None
    owner = owner_of(state, i)
    if owner is None or owner.country is None or (home := state.world.actor(owner.country)) is None:
        return None
    first, last = state.phrase(i)
    return ResolvedMention(
        i, first, last, "description", "state", state.keep(home), owner.confidence * 0.8, (), f"{lemma}: {owner.why}", owner.via
    )


def _organ_phrase(state: State, i: int, before: list[str]) -> str | None:
    lemma = before[-1]
    for c in state.kids[i]:
        if state.rel[c] == "nmod" and state.case(c) == "of":
            for tail in (" ".join(state.words_before(c)), state.noun(c), state.lower[c]):
                if f"{lemma} of {tail}" in words.ORGANS:
                    return f"{lemma} of {tail}"
    for k in range(len(before)):
        phrase = " ".join(before[k:])
        if phrase in words.ORGANS:
            if phrase == "authority" and state.analysis.feature(i, "Number") != "Plur":
                return None
            if phrase == "force" and not (before[:-1] or state.analysis.feature(i, "Number") == "Plur"):
                return None
            return phrase
    return None


def _own_name(state: State, i: int, organ: str, before: list[str]) -> bool:
    """'Kosovo Liberation Army', 'African National Congress': a name of its own, not a state's organ."""
    if state.upos[i] != "PROPN" or organ not in ("army", "force", "congress", "navy", "government", "administration"):
        return False
    left = before[: len(before) - len(organ.split(" of ")[0].split())]
    if any(w in words.FIGHTING_WORDS for w in left):
        return True
    return organ in ("army", "congress") and any(
        k < i and k not in state.covered and state.upos[k] == "PROPN" and state.form[k][0].isupper() for k in state.core(i)
    )


def _organ(state: State, i: int, phrase: str, before: list[str]) -> ResolvedMention:
    suffix, sectors = words.ORGANS[phrase]
    owner = owner_of(state, i)
    first, last = state.phrase(i)
    extra = modifiers(state, i, before, phrase)
    foreign = [s for s in extra if s in OWN_WORDS]
    if owner is None or owner.actor is None:
        actor = Actor(id=state.slug(i), name=state.text(first, last), sectors=tuple(dict.fromkeys((*extra, *sectors))))
        return ResolvedMention(i, first, last, "description", "organization", state.keep(actor), 0.35, (), "an organ; whose is not told")
    if owner.why == CONTEXT and phrase in _ONE_OF_A_KIND and {state.lower[c] for c in state.child(i, "det")} & {"a", "an", "any", "every"}:
        actor = Actor(id=state.slug(i), name=state.text(first, last), sectors=sectors)  # a state has one: 'a government' is any
        return ResolvedMention(i, first, last, "description", "organization", state.keep(actor), 0.3, (), "any state's")
    own = [k for k in before[: len(before) - len(phrase.split(" of ")[0].split())] if k not in words.MODIFIER_SECTORS]
    if owner.country is not None and _is_governed(state, owner.actor) and not foreign:
        state_id = owner.country
        named = bool(own) and phrase in words.OPEN_ORGANS
        plain = suffix
        if phrase in words.OPEN_ORGANS and extra and extra[0] in _STATE_SECTORS:
            plain, named = _STATE_SECTORS[extra[0]], False
        if owner.why == TOWN:
            actor = _made(state, i, owner, tuple(dict.fromkeys((*extra, *sectors))))
            if not state.child(i, "compound"):  # 'the parliament of Catalonia'
                actor = slug_as(actor, actor.name)
        elif not named and phrase != "ministry":
            actor = state.world.organ(state_id, plain)
        else:
            actor = _made(state, i, owner, sectors)
            if phrase in ("ministry", "court", "tribunal") and state.child(i, "nmod"):  # 'Ministry of Education'
                actor = slug_as(actor, actor.name)
        sure = owner.confidence if owner.why != CONTEXT or _determined(state, i) else owner.confidence * 0.6
        return ResolvedMention(
            i, first, last, "description", "organization", state.keep(actor), sure, (), f"{phrase}: {owner.why}", owner.via
        )
    actor = _made(state, i, owner, tuple(dict.fromkeys((*foreign, *sectors))))
    return ResolvedMention(i, first, last, "description", "organization", state.keep(actor), owner.confidence * 0.85, (),
                           f"{phrase}: {owner.why}", owner.via)  # fmt: skip


def _unknown_before(state: State, i: int) -> bool:
    """Whether a name that no table has stands before the office."""
    return any(
        state.upos[c] == "PROPN" and c < i and c not in state.covered and state.lower[c] not in state.cities and state.form[c][:1].isupper()
        and c not in state.persons and state.noun(c) not in words.ORGANS and state.noun(c) not in words.SETTLEMENTS and state.noun(c) != "state"
        and state.world.generic(state.noun(c)) is None
        for c in state.child(i, "compound")
    )  # fmt: skip


_ONE_OF_SEVERAL = frozenset({"ministry", "embassy", "consulate", "tribunal"})
"""Organs of which a state has several: bare, they are the one named before."""
_ONE_OF_A_KIND = frozenset({"government", "administration", "cabinet", "regime", "parliament", "legislature", "presidency", "army", "navy", "leadership"})


def slug_as(actor: Actor, name: str) -> Actor:
    """The same actor under the id of a longer name."""
    return msgspec.structs.replace(actor, id=slug(name))


def _determined(state: State, i: int) -> bool:
    """'government' without article or owner is government as such; 'police' and names need none."""
    if state.upos[i] == "PROPN" or state.noun(i) in ("police", "parliament", "congress", "authority") or state.words_before(i)[:-1]:
        return True
    return bool(state.child(i, "det", "nmod:poss", "det:poss")) or state.analysis.feature(i, "Number") == "Plur"


def _is_governed(state: State, actor: Actor) -> bool:
    """A state, or a body of one: what has organs of a state."""
    if actor.country is None:
        return False
    return state.world.is_state(actor.id) or bool(set(actor.sectors) & OF_STATE)


def _made(state: State, i: int, owner: Owner, sectors: tuple[str, ...], name: str | None = None) -> Actor:
    actor = owner.actor
    country = owner.country
    home = state.world.actor(country) if country else None
    if name is None:
        first, last = state.phrase(i)
        name = state.text(first, last)
        for article in ("the ", "a ", "an ", "The ", "A ", "An "):
            name = name.removeprefix(article)
    return Actor(
        id=state.slug(i), name=name, country=country, claimed_by=home.claimed_by if home else None,
        group=actor.group if actor and country is None else None, sectors=sectors,
    )  # fmt: skip


def _office(state: State, i: int, role: str, before: list[str]) -> ResolvedMention | None:
    suffix, sectors = words.ROLES.get(role, ("GOV", ("GOV",)))
    if role == "head" and state.child(i, "nummod"):
        return None  # '180,000 head' of cattle
    if state.rel[i] == "compound" and state.upos[i] == "NOUN" and role in words.BROAD_ROLES:
        return None  # 'member states'
    first, last = state.phrase(i)
    extra = modifiers(state, i, before, role)
    former = bool(set(state.lower[first:i]) & (words.FORMER - {"late", "then", "exiled", "retired"}))
    plural = state.analysis.feature(i, "Number") == "Plur"
    apposed = apposed_person(state, i)
    if apposed is not None:
        return ResolvedMention(i, first, last, "role", "person", complete(state, apposed), 0.9, (), "the person in apposition")
    owner = owner_of(state, i)
    if role == "leader" and owner is not None and owner.why in (CONTEXT, "place of the clause") and organ_before(before, role) is None:
        whose = _whose_leader(state, i)
        if whose == "nobody":
            owner = None  # 'Arab leaders' in Baghdad are not Iraq's
        elif whose is not None:
            sectors, suffix = (), ""
    if role == "pope" and (see := state.world.actor("VAT")) is not None:
        owner = Owner(see, "VAT", 0.9, "there is one")
    organ = organ_before(before, role)
    yet = bool(set(before[:-1]) & YET)  # 'the next president'
    town = owner is not None and owner.why == TOWN  # 'the Ontario premier' is no prime minister of Canada
    if not plural and not former and not extra and not yet and organ is None and not town and _definite(state, i):
        country = owner.country if owner and owner.why != CONTEXT else None
        found, why = holder_of(state, role, country, i)
        if found is None and owner is not None and owner.country is not None:
            found, why = holder_of(state, role, owner.country, i)
        if found is not None:
            holder = complete(state, found) if isinstance(found, Person) else state.keep(leader_actor(state, found))
            return ResolvedMention(i, first, last, "role", "person", holder, 0.75, (), why, owner.via if owner else None)
    kind = "group" if plural else "person"
    if not plural and state.upos[i] == "NOUN" and not state.child(i, "det", "nmod:poss", "appos") and _predicative(state, i):
        return None  # 'to be president', 'as secretary of state'
    if owner is None or owner.actor is None:
        actor = Actor(id=state.slug(i), name=state.text(first, last), sectors=roles_sectors(former, extra, sectors), role=role)
        return ResolvedMention(i, first, last, "role", kind, state.keep(actor), 0.35, (), "an office; whose is not told")
    if owner.why == CONTEXT and not plural and not extra and not former and role not in words.OFFICES and role not in SPOKES:
        person = _recent_person(state, i, sectors)
        if person is not None:
            return ResolvedMention(i, first, last, "role", "person", person.actor, 0.5, (), f"{role}: the person just named",
                                   state.analysis.char_span(person.first, person.last))  # fmt: skip
    if owner.why == CONTEXT and plural and (told_before := _again(state, i, state.noun(i))) is not None:
        return told_before
    if owner.why == CONTEXT and role in SPOKES and not extra and not (plural and role == "delegate") and (speaks := _recent_organ(state, i)) is not None:
        return ResolvedMention(i, first, last, "role", kind, speaks.actor, 0.55, (), f"{role}: of the body just named",
                               state.analysis.char_span(speaks.first, speaks.last))  # fmt: skip
    if owner.why == CONTEXT and (role in SPOKES or role in words.BROAD_ROLES) and _unknown_before(state, i):
        sectors, suffix, town = tuple(s for s in extra), "", True  # 'Columbia officials': of a body that nothing is known of
    if owner.why == CONTEXT and role in _SERVANTS and (patron := _candidate_named(state, i)) is not None:
        sectors, suffix, town = patron.sectors, "", True  # 'policy aides' in a report on a candidate
    acts_for = None if town else _acts_for(state, role, owner, organ, extra, suffix)
    foreign = [s for s in extra if s in OWN_WORDS]
    if not former and not foreign and acts_for is not None and role not in _LOCAL:
        return ResolvedMention(
            i, first, last, "role", kind, state.keep(acts_for), owner.confidence * 0.95, (), f"{role}: {owner.why}", owner.via
        )
    told = sectors or (owner.actor.sectors if owner.actor else ())
    if not told and not extra:
        told = _like_owner(state, i, role)
    if owner.why != CONTEXT and owner.actor is not None and owner.actor.id.startswith("~") and not former and not foreign:
        told = owner.actor.sectors  # the president of a company
    made = _made(state, i, owner, roles_sectors(former, extra, told))
    made = Actor(
        id=made.id, name=made.name, country=made.country, claimed_by=made.claimed_by, group=made.group, sectors=made.sectors, role=role
    )
    return ResolvedMention(i, first, last, "role", kind, state.keep(made), owner.confidence * 0.85, (), f"{role}: {owner.why}", owner.via)


_LEADERS_OF_STATE = frozenset(
    {
        "top", "senior", "new", "former", "other", "national", "political", "current", "military", "civilian", "local", "regional", "key", "many", "several",
        "world", "foreign", "supreme", "paramount", "elected", "unelected", "interim", "young", "old", "late", "next", "future", "country", "own", "longtime",
        "embattled", "ousted", "exiled", "de", "facto", "government", "state", "communist", "authoritarian", "powerful", "popular", "strong", "same",
    }
)  # fmt: skip


def _whose_leader(state: State, i: int) -> str | None:
    """Whom a leader leads by the words around: None where a state may be meant, ``nobody`` where a people or region is that has no state, else the word."""
    for c in state.child(i, "amod", "compound", "nmod"):
        if state.rel[c] == "nmod" and state.case(c) != "of":
            continue
        if state.lower[c] in _LEADERS_OF_STATE or state.upos[c] == "NUM":
            continue
        found = state.resolve(c)
        if found is not None and found.actor is not None and found.type in ("state", "group") and not found.actor.id.startswith("~"):
            return "nobody"
        return state.lower[c]
    return None


_SERVANTS = frozenset({"aide", "adviser", "advisor"})


def _candidate_named(state: State, i: int) -> Actor | None:
    """The person named last before, at most two sentences back, if a party's and of no office."""
    start = state.analysis.sentences[max(0, state.sentence[i] - 2)][0]
    j = next((j for j in range(i - 1, start - 1, -1) if j in state.persons), None)
    found = state.resolve(j) if j is not None else None
    return found.actor if found is not None and found.actor is not None and found.actor.sectors == ("PTY",) else None


def _recent_person(state: State, i: int, sectors: tuple[str, ...]) -> ResolvedMention | None:
    """'the senator', 'the candidate': the person named last, at most two sentences back, who may be one."""
    if not any(state.lower[c] == "the" for c in state.child(i, "det")) or len(state.core(i)) > 1 or state.child(i, "nmod", "acl:relcl"):
        return None
    start = state.analysis.sentences[max(0, state.sentence[i] - 2)][0]
    for j in range(i - 1, start - 1, -1):
        found = state.memo.get(j)
        if found is None or found.actor is None or found.type != "person" or found.kind != "name" or state.sentence[j] == state.sentence[i]:
            continue
        held = set(found.actor.sectors)
        if not held or held & set(sectors) or (held | set(sectors)) <= _POLITICIANS:
            return found
    return None


def _recent_organ(state: State, i: int) -> ResolvedMention | None:
    """The body that was subject or speaker last, at most two sentences back: 'The ministry denied it. [A spokesman] added ...'."""
    start = state.analysis.sentences[max(0, state.sentence[i] - 2)][0]
    for j in range(i - 1, start - 1, -1):
        found = state.memo.get(j)
        if (
            found is not None and found.actor is not None and found.type == "organization" and found.kind != "pronoun"
            and state.rel[j].startswith("nsubj") and (found.actor.sectors or found.actor.group)
        ):  # fmt: skip
            return found
    return None


def _predicative(state: State, i: int) -> bool:
    return state.rel[i] in ("xcomp", "root", "ccomp", "advcl", "acl:relcl") or state.case(i) == "as"


def _definite(state: State, i: int) -> bool:
    if state.upos[i] == "PROPN" or state.child(i, "nmod:poss"):
        return True
    return any(state.lower[c] in ("the", "this", "that") for c in state.child(i, "det"))


def _acts_for(state: State, role: str, owner: Owner, organ: str | None, extra: tuple[str, ...], suffix: str) -> Actor | None:
    """The organ or organization for which the holder of an office speaks and acts."""
    actor = owner.actor
    if actor is None:
        return None
    if owner.country is None or not _is_governed(state, actor):
        return actor if role in SPOKES else None
    if organ is not None and organ != "ministry":
        return state.world.organ(owner.country, words.ORGANS[organ][0])
    if role in SPOKES and actor.id != owner.country and not actor.id.startswith("~"):
        return actor
    if extra and extra[0] in _STATE_SECTORS:
        return state.world.organ(owner.country, _STATE_SECTORS[extra[0]])
    if suffix and suffix != "PTY" and not (owner.why == CONTEXT and role in words.BROAD_ROLES):
        return state.world.organ(owner.country, suffix)
    return None


def _generic(state: State, i: int, generic: tuple[tuple[str, ...], str], before: list[str]) -> ResolvedMention:
    sectors, kind = generic
    if before == ["officer"] and _soldiers_before(state, i):
        sectors = ("MIL",)
    if before[-1] in _FELLOWS and (fellow := _fellows(state, i)) is not None:
        return fellow
    apposed = apposed_person(state, i)
    if apposed is not None and state.analysis.feature(i, "Number") != "Plur":
        return ResolvedMention(i, *state.phrase(i), "description", "person", complete(state, apposed), 0.85, (), "the person in apposition")
    if kind == "person" and state.analysis.feature(i, "Number") == "Plur":
        kind = "group"
    if before[-1] in _PARTS and (whole := _part_of(state, i)) is not None and not set(whole) & OF_STATE:
        sectors = whole
    twins = [i + 1] if (state.head[i + 1 : i + 2], state.rel[i + 1 : i + 2]) == ([state.head[i]], [state.rel[i]]) else []
    for c in (*state.child(i, "appos"), *twins) if kind == "organization" else ():  # 'the youth movement Acme'
        named = state.resolve(c) if state.upos[c] == "PROPN" else None
        if named is not None and named.actor is not None and named.type == "organization":
            return dataclasses.replace(named, head=i, first=state.phrase(i)[0], last=state.phrase(i)[1], kind="description")
    first, last = state.phrase(i)
    phrase = next((p for k in range(len(before)) if state.world.generic(p := " ".join(before[k:])) is not None), before[-1])
    extra = modifiers(state, i, before, phrase)  # 'a drug company' is no drug gang
    if set(state.lower[first:i]) & {"former", "ex"} and set(sectors) & (OF_STATE | _POLITICIANS) and "MIL" not in sectors:
        extra = (*extra, "ELI")
    if set(state.lower[first:i]) & _ARMED and set(sectors) <= {"CVL"}:
        sectors = ("UAF",)
    owner = owner_of(state, i)
    if "REF" in sectors and owner is not None and owner.why in (CONTEXT, "place of the clause"):
        owner = None  # where they are is not where they are from
    if not sectors and not extra:
        told = [state.resolve(c) for c in state.child(i, "nmod:poss") if state.upos[c] == "NOUN"]
        sectors = next((t.actor.sectors for t in told if t is not None and t.actor is not None and t.type == "group"), ())  # 'victims' groups'
    if owner is not None and owner.why == CONTEXT and kind == "organization" and set(sectors) == {"SOC"}:
        actor = Actor(id=state.slug(i), name=state.text(first, last), group="NGO", sectors=sectors)  # their like works across borders
        return ResolvedMention(i, first, last, "description", kind, state.keep(actor), 0.5, (), "an organization; whose is not told")
    merged = tuple(dict.fromkeys((*(s for s in extra if s != "REF"), *sectors, *(s for s in extra if s == "REF"))))
    if not merged and before[-1] in _LIKE:
        merged = _like_owner(state, i, before[-1])
    if owner is None:
        actor = Actor(id=state.slug(i), name=state.text(first, last), sectors=merged)
        return ResolvedMention(i, first, last, "description", kind or "group", state.keep(actor), 0.4, (), "people; whose is not told")
    if owner.actor is not None and owner.country is None and owner.actor.group is not None and "place" not in owner.why:
        actor = _made(state, i, owner, merged or owner.actor.sectors)
    else:
        actor = _made(state, i, owner, merged)
    return ResolvedMention(i, first, last, "description", kind or "group", state.keep(actor), owner.confidence * 0.9, (),
                           f"{before[-1]}: {owner.why}", owner.via)  # fmt: skip


_PARTS = frozenset({"division", "unit", "arm", "subsidiary", "branch", "department", "staff", "board", "team", "lawyer", "attorney", "agent"})


def _part_of(state: State, i: int) -> tuple[str, ...] | None:
    """'Acme's benefits [division]', 'the bank's [board]': of the company's sectors, not of an army's."""
    for c in (*state.child(i, "nmod:poss"), *(c for c in state.child(i, "nmod") if state.case(c) in ("of", "at"))):
        found = state.resolve(c)
        if found is not None and found.actor is not None and found.type == "organization" and found.actor.sectors:
            return found.actor.sectors if state.noun(i) not in ("lawyer", "attorney") else None
    return None


_LIKE = frozenset({"rival", "colleague", "opponent", "counterpart", "partner", "ally", "comrade", "adversary", "coworker", "predecessor", "successor",
                   "director", "founder", "chairman", "chairwoman", "co-founder", "coordinator", "supporter", "foe", "member", "protégé"})  # fmt: skip
_CONTEST = frozenset({"rival", "opponent", "adversary", "foe"})


def _like_owner(state: State, i: int, noun: str) -> tuple[str, ...]:
    """'his [rival]', 'its [director]': the sectors of whoever they belong to; who contests a politician's office is one of a party."""
    for c in (*state.child(i, "nmod:poss"), *(c for c in state.child(i, "nmod") if state.case(c) in ("of", "to"))):
        found = state.resolve(c)
        if found is not None and found.actor is not None and found.actor.sectors:
            sectors = found.actor.sectors
            return ("PTY",) if noun in _CONTEST and found.type == "person" and set(sectors) & _POLITICIANS else sectors
    return ()


_FELLOWS = frozenset({"colleague", "coworker", "comrade"})


def _fellows(state: State, i: int) -> ResolvedMention | None:
    """'Forty [colleagues] picketed ...': people like the person who was named last, at most two sentences before."""
    start = state.analysis.sentences[max(0, state.sentence[i] - 2)][0]
    model = next((state.persons[j] for j in range(i - 1, start - 1, -1) if j in state.persons), None)
    if model is None or state.child(i, "nmod:poss"):
        return None
    actor = complete(state, model)
    first, last = state.phrase(i)
    made = Actor(id=state.slug(i), name=state.text(first, last), country=actor.country, group=actor.group, sectors=actor.sectors)
    return ResolvedMention(i, first, last, "description", "group", state.keep(made), 0.5, (), f"like {actor.name}")


def _soldiers_before(state: State, i: int) -> bool:
    """Whether 'officers' are an army's: soldiers were spoken of last, at most four sentences before, and no police."""
    start = state.analysis.sentences[max(0, state.sentence[i] - 4)][0]
    for j in range(i - 1, start - 1, -1):
        found = state.memo.get(j)
        for sector in found.actor.sectors if found is not None and found.actor is not None else ():
            if sector in ("MIL", "COP"):
                return sector == "MIL"
    return False


def candidate_before(state: State, i: int) -> ResolvedMention | None:
    """'the [campaign] said': that of the candidate who was named last, at most four sentences before."""
    verb = state.head[i]
    if not state.rel[i].startswith("nsubj") or verb < 0 or state.lemma[verb] not in words.ACT or _restricted(state, i) or len(state.core(i)) > 1:
        return None
    start = state.analysis.sentences[max(0, state.sentence[i] - 4)][0]
    for j in range(i - 1, start - 1, -1):
        if j in state.persons and (found := state.resolve(j)) is not None and found.actor is not None and "PTY" in found.actor.sectors:
            via = state.analysis.char_span(found.first, found.last)
            return ResolvedMention(i, *state.phrase(i), "description", "organization", found.actor, 0.6, (), f"campaign of {found.actor.name}", via)
    return None


def _following(state: State, i: int) -> tuple[str, ...]:
    """'his [men]': soldiers of a commander, rebels of their leader."""
    for c in state.child(i, "nmod:poss"):
        found = state.resolve(c)
        if found is not None and found.actor is not None and found.type in ("person", "organization"):
            return tuple(s for s in found.actor.sectors[:1] if s in ("MIL", "REB", "UAF", "PRM", "COP"))
    return ()


def _partisans(state: State, i: int) -> tuple[tuple[str, ...], str] | None:
    """'Republicans', 'a Socialist'."""
    low = state.lower[i]
    single = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    if single not in words.PARTISANS or not (low != single or state.form[i][0].isupper()) or state.rel[i] in ("amod", "compound"):
        return None
    return ("PTY",), "person" if low == single else "group"


def _in_chain(state: State, i: int) -> ResolvedMention | None:
    """'the [boy]' after 'Jan Novak', where the language model takes both for the same person."""
    entity = state.analysis.entity_at.get(i)
    definite = any(state.lower[c] in ("the", "this", "that") for c in state.child(i, "det"))
    if entity is None or not definite or state.analysis.feature(i, "Number") == "Plur" or state.child(i, "nmod", "nmod:poss", "appos", "acl:relcl"):
        return None
    for head in reversed(state.chains.get(entity.chain, ())):
        if head < i and head in state.persons and (found := state.resolve(head)) is not None and found.actor is not None:
            return ResolvedMention(i, *state.phrase(i), "description", "person", found.actor, 0.7, (), "coreference chain",
                                   state.analysis.char_span(found.first, found.last))  # fmt: skip
    return None


def _restricted(state: State, i: int) -> bool:
    """'the protesters who stayed' are others than 'the protesters, who stayed'."""
    end = state.phrase(i)[1]
    comma = end < len(state.form) and state.form[end] == ","
    return not comma and any(c > i for c in state.child(i, "acl", "acl:relcl"))


def _again(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """'the residents' after 'Lima's residents', 'the company' after 'Acme Inc.': bare definite phrases point back."""
    if not any(state.lower[c] in ("the", "these", "those", "this", "that") for c in state.child(i, "det")):
        return None
    if state.child(i, "amod", "compound", "nmod:poss", "nmod", "nummod") or _restricted(state, i):
        return None
    first, last = state.phrase(i)
    plural = state.analysis.feature(i, "Number")
    for j in reversed(state.by_lemma.get(lemma, ())):
        if j >= i or state.sentence[i] - state.sentence[j] > _FAR or state.analysis.feature(j, "Number") != plural:
            continue
        told = state.memo.get(j)
        if told is not None and told.actor is not None and told.kind in ("description", "role") and not (told.type == "person" and _body(state, lemma)):
            sure = told.confidence * (1.0 if "said before" in told.why else 0.9)
            return ResolvedMention(i, first, last, "description", told.type, told.actor, sure, (), f"'{lemma}' said before",
                                   told.via or state.analysis.char_span(told.first, told.last))  # fmt: skip
    wanted = _NAMED_ORGANIZATIONS.get(lemma, {"?"} if state.upos[i] == "PROPN" else None)
    if wanted is None or plural == "Plur":
        return None
    for head, name, actor in reversed(state.organizations):
        if (
            head < i
            and state.sentence[i] - state.sentence[head] <= _FAR
            and (set(actor.sectors) & wanted or _ALIKE.get(lemma, {lemma}) & set(_head_words(name))
                 or (not wanted and actor.group is not None and lemma in _BLOCS))
        ):
            return ResolvedMention(i, first, last, "description", "organization", actor, 0.65, (), f"'{lemma}' for {name}",
                                   state.analysis.char_span(head, head + 1))  # fmt: skip
    return None


_ALIKE = {"panel": {"panel", "committee", "subcommittee", "commission", "board", "council", "jury"}, "agency": {"agency", "administration", "bureau"},
          "department": {"department", "ministry"}, "club": {"club", "fc"}, "fund": {"fund", "foundation"}}  # fmt: skip
"""Nouns by which reports take up a body that is named with another."""
def _body(state: State, lemma: str) -> bool:
    """Whether a noun names bodies, not persons: 'the team' is not the member named before."""
    generic = state.world.generic(lemma)
    return generic is not None and generic[1] == "organization"


_BLOCS = frozenset({"alliance", "bloc", "organization", "organisation", "body", "group"})


def _head_words(name: str) -> list[str]:
    """The noun that a name is headed by, and its last word: 'bureau' of 'Federal Bureau of Investigation'."""
    low = name.lower()
    return [low.split(" of ")[0].split(" for ")[0].split()[-1], low.split()[-1]]


def _state_media(state: State, i: int, before: list[str]) -> ResolvedMention | None:
    """'state television', 'the official news agency': a state's media."""
    if before[-1] not in words.STATE_MEDIA or len(before) < 2 or not set(before[:-1]) & {"state", "official", "state-run", "government"}:
        run = {"run", "owned", "controlled"} & set(state.lower[state.phrase(i)[0] : i])
        if before[-1] not in words.STATE_MEDIA or not run:
            return None
    owner = owner_of(state, i)
    first, last = state.phrase(i)
    actor = _made(state, i, owner, ("JRN",)) if owner else Actor(id=state.slug(i), name=state.text(first, last), sectors=("JRN",))
    return ResolvedMention(i, first, last, "description", "organization", state.keep(actor), owner.confidence if owner else 0.4, (),
                           "state media", owner.via if owner else None)  # fmt: skip


_BODIES = frozenset({"committee", "commission", "panel", "council", "association", "alliance", "body", "party", "army", "network", "crew", "delegation",
                     "coalition", "cell", "jury", "brigade", "battalion", "regiment", "platoon", "legion", "patrol", "convoy", "gang", "mob", "list",
                     "choir"})  # fmt: skip


def _partitive(state: State, i: int, lemma: str) -> ResolvedMention | None:
    """'dozens of protesters', 'members of the Senate': who follows 'of'."""
    if lemma not in words.PARTITIVES and state.upos[i] not in ("NUM", "DET"):
        return None
    for c in state.kids[i]:
        if state.rel[c] in ("nmod", "obl") and c > i and state.case(c) in ("of", "among"):
            inner = state.resolve(c)
            if inner is not None and lemma in _BODIES and inner.type != "group":
                continue  # 'a committee of the Senate' is of it, 'a committee of farmers' are farmers
            if (
                inner is not None
                and inner.actor is not None
                and inner.type != "place"
                and not (inner.type == "state" and lemma in ("part", "half", "rest", "most", "all", "bulk"))
            ):
                first, last = state.phrase(i)
                return dataclasses.replace(inner, head=i, first=first, last=last, kind="description", confidence=inner.confidence * 0.95,
                                           type="group" if inner.type in ("person", "group", "state") else inner.type,
                                           why=f"{lemma} of: {inner.why}")  # fmt: skip
    return None
