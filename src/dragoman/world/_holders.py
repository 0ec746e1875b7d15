"""Persons as actors: country and sectors from the table of offices, a title, an apposition, the organization beside the name, the context.

'Foreign Minister Jan Novak'     title            'Jan Novak, a dissident'        what he is
'his Kenyan counterpart'         the same office  'Jan Novak of Amnesty'          the organization
"""

from __future__ import annotations

import msgspec

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._owners import CONTEXT, SPOKES, Owner, coarguments, owner_of, possessing_adjective
from dragoman.world._persons import COUNTERPARTS, Title, holder_of, leader_actor, titles
from dragoman.world._state import Person, ResolvedMention, State

OWN_WORDS = frozenset({"OPP", "REB", "UAF", "CRM", "LAB", "REL", "BUS", "EDU", "JRN", "PTY", "SOC", "MED", "AGR", "PRM", "CVL", "REF"})
OF_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
SET_IN = 0.5
"""A report is set in a country if at least that share of what it says of countries is of this one."""
_HEADS = frozenset({"head", "chief", "director", "leader", "official", "deputy", "delegate", "member", "representative", "secretary"})
"""Offices of every sort of body: alone they tell no sector."""
_SERVING = frozenset({"aide", "adviser", "advisor", "assistant", "strategist", "confidant", "chief of staff", "counsel"})
"""Who serves a person or a body: of its sector."""


def modifiers(state: State, i: int, before: list[str], phrase: str) -> tuple[str, ...]:
    """Sectors that the words before the phrase give: 'opposition', 'rebel', 'military'."""
    left = before[: len(before) - len(phrase.split(" of ")[0].split())]
    out: list[str] = []
    running = phrase.split()[-1] in words.RUNNING
    for word in left:
        if word == "civil" and set(left) & {"defense", "defence", "service", "aviation", "rights"}:
            continue
        if word == "security" and ("national" in left or phrase.split()[-1] in ("adviser", "advisor", "secretary", "minister")):
            continue  # a national security adviser is no policeman
        for sector in words.MODIFIER_SECTORS.get(word) or _of_organization(state, word):
            if sector not in out and not (running and sector in OF_STATE):
                out.append(sector)
    for c in state.child(i, "acl"):
        if state.lemma[c] in words.DISPLACED:
            out.append("REF")
    head = phrase.split(" of ")[0].split()[-1]
    if head in _FIELDED and left and left[-1] not in _PARTISAN:
        out = [s for s in out if s not in OWN_WORDS]  # the Labor Secretary is of the government
    if "CRM" in out and (head in ("court", "tribunal", "judge", "justice", "investigator", "division") or "lawyer" in head or "attorney" in head):
        out.remove("CRM")  # a criminal lawyer
    return tuple(out)


_FIELDED = frozenset({"minister", "secretary", "undersecretary", "ministry", "department", "commissioner"})
"""Offices and bodies that are named after what they deal with."""
_PARTISAN = frozenset({"union", "party", "press", "general", "company", "opposition", "rebel", "church", "club", "exiled", "shadow"})
"""Words before 'secretary' and 'minister' that do tell whose they are."""


def _of_organization(state: State, word: str) -> tuple[str, ...]:
    """'a [school] spokesman', 'a [hospital] official': the sectors of the kind of organization that stands before."""
    generic = state.world.generic(word)
    return generic[0] if generic is not None and generic[1] == "organization" and not set(generic[0]) & OF_STATE else ()


def organ_before(before: list[str], role: str) -> str | None:
    """The organ that an office belongs to: 'foreign ministry' of 'foreign ministry spokesman'."""
    left = before[: len(before) - len(role.split(" of ")[0].split())]
    for k in range(len(left)):
        phrase = " ".join(left[k:])
        if phrase in words.ORGANS:
            return phrase
    return None


def roles_sectors(former: bool, extra: tuple[str, ...], sectors: tuple[str, ...]) -> tuple[str, ...]:
    if former:
        return ("ELI",)
    foreign = tuple(s for s in extra if s in OWN_WORDS)
    if foreign and sectors == ("GOV",):
        return foreign
    return tuple(dict.fromkeys((*extra, *sectors)))


def apposed_person(state: State, i: int) -> Person | None:
    """The person whom the office at ``i`` is said of: title, apposition, predicate."""
    head = state.head[i]
    if state.rel[i] in ("nmod:desc", "appos", "compound", "flat", "nmod", "nmod:unmarked") and head in state.persons:
        if state.rel[i] in ("nmod", "compound") and (state.case(i) is not None or head < i):
            return None
        return state.persons[head]
    for c in state.kids[i]:
        if c in state.persons and (state.rel[c] in ("appos", "flat") or (state.rel[c] == "nsubj" and state.child(i, "cop"))):
            return state.persons[c]
    return None


def mention_of_person(state: State, i: int) -> ResolvedMention:
    """The mention of a person named at ``i``."""
    person = state.persons[i]
    first, last = state.phrase(i)
    actor = complete(state, person)
    why = "person" + (f", {actor.role}" if actor.role else "") + person.told + (", in which office is not told" if person.candidates else "")
    return ResolvedMention(i, first, last, "name", "person", actor, person.confidence, person.candidates, why)


def complete(state: State, person: Person) -> Actor:
    """A person's actor with country and sectors, from the table, the office, the appositive or the document's context."""
    known = state.actors.get(person.actor.id)
    if person.actor.sectors == ("ELI",) and known is None and not any(t.former for t in _titles(state, person)):
        now = _belonging(state, person)
        if now is not None and now.sectors and now.country == person.actor.country:
            return state.keep(now)  # 'Dmitry Medvedev of Russia's Security Council'
    if known is not None and (known.country is not None or known.sectors or known.group):
        return known
    actor = person.actor
    if actor.country is not None or actor.group is not None:
        return state.keep(actor)
    held = sorted(_titles(state, person), key=lambda t: owner_of(state, t.token, context=False) is None)  # 'Gen. Jan Novak, commander of UN forces'
    told = [(title, made) for title in held if (made := _title_owner(state, title, person)) is not None]
    if told:  # 'Congressman Jan Novak, chairman of the board': of the title that tells the sector
        actor = next((made for title, made in told if made.sectors and not title.former), told[0][1])
        if actor.country is None and actor.group is None:  # 'the director of the study, Jan Novak': of where the report is set
            home = _private(state, person)
            home = home if home.country not in coarguments(state, person.head) else person.actor
            actor = msgspec.structs.replace(actor, country=home.country, claimed_by=home.claimed_by)
    else:
        actor = _belonging(state, person) or _private(state, person)
    state.actors.pop(actor.id, None)
    return state.keep(actor)


def _belonging(state: State, person: Person) -> Actor | None:
    """'Jan Novak of Amnesty International': the organization or state that stands with the name."""
    for p in state.persons.values():
        if p.actor.id != person.actor.id:
            continue
        for c in state.kids[p.head]:
            if c < p.head or state.rel[c] not in ("nmod", "obl") or state.case(c) not in ("of", "from", "with", "at", "for"):
                continue
            found = state.resolve(c)
            if found is not None and found.actor is not None and found.type in ("organization", "state", "group"):
                own = found.actor
                return msgspec.structs.replace(person.actor, country=own.country, claimed_by=own.claimed_by, group=own.group, sectors=own.sectors)
    return None


def _private(state: State, person: Person) -> Actor:
    """Somebody of whom nothing is told is taken for a citizen of where the report is set, if it is set in one country."""
    country, share = state.context(person.head)
    if country is None or share < SET_IN:
        here = {u.country for u in state.sentence_countries.get(state.sentence[person.head], ()) if u.weight >= 0.5 and not state.quoted[u.token]}
        if len(here) != 1:
            return person.actor
        country = here.pop()  # 'Belgium made a change as [Jan Novak] ...'
    home = state.world.actor(country)
    return msgspec.structs.replace(person.actor, country=country, claimed_by=home.claimed_by if home else None)


def _titles(state: State, person: Person) -> list[Title]:
    out = []
    for p in state.persons.values():
        if p.actor.id == person.actor.id:
            out += titles(state, p.head)
    return out


def _title_owner(state: State, title: Title, person: Person) -> Actor | None:
    if title.role in COUNTERPARTS:
        return _as_counterpart(state, title.token, person.actor)
    suffix, sectors = words.ROLES.get(title.role) or ("", _sectors_of(state, title.role))
    before = state.words_before(title.token)
    extra = modifiers(state, title.token, before, title.role)
    owner = owner_of(state, title.token, context=False) or possessing_adjective(state, person.head)
    organ = organ_before(before, title.role)
    if organ is not None:
        sectors = words.ORGANS[organ][1]
    if owner is None and title.token > 1 and state.form[title.token - 1] == "-":
        owner = owner_of(state, title.token - 2, context=False)  # 'its secretary-[general], Jan Novak'
    if owner is None:
        owner = owner_of(state, person.head, context=False) if title.token != person.head else None
    if owner is None and (suffix or sectors or extra):
        country, share = state.context(person.head, coarguments(state, person.head), near=True)
        owner = Owner(state.world.actor(country), country, 0.35 + 0.4 * share, CONTEXT) if country else None
    country = owner.country if owner else None
    if title.role in _AMERICAN and (owner is None or owner.why == CONTEXT) and (known := _american(state, person.head)):
        country = known
    home = state.world.actor(country) if country else None
    if title.role == "secretary" and len(before) > 1 and before[-2] not in _PARTISAN and state.form[title.token][:1].isupper():
        sectors = ("GOV",)  # 'Agriculture Secretary'
    elif title.role in _HEADS and (owner is None or owner.why == CONTEXT) and not extra and organ is None:
        sectors = ()  # 'head of trading at a bank': the context says where, not what
    if (owner is not None and owner.actor is not None and not sectors and not extra) or (
        owner is not None and owner.actor is not None and owner.why != CONTEXT and owner.actor.sectors
        and (title.role in SPOKES or title.role in _SERVING or (title.role in _HEADS and not set(owner.actor.sectors) & OF_STATE))
    ):
        sectors = owner.actor.sectors
    if not sectors and not extra and (employer := _employer(state, title.token)) is not None:
        sectors = employer.sectors
    if not title.former and (firm := _firm(state, title, owner, person.words[-1])) is not None:
        sectors, extra = firm, ()
    actor = person.actor
    former = title.former and (title.role in words.ROLES or title.role in words.OFFICES or bool(set(sectors) & OF_STATE))
    return Actor(
        id=actor.id, name=actor.name, country=country, claimed_by=home.claimed_by if home else None,
        group=owner.actor.group if owner and owner.actor and country is None else None,
        sectors=roles_sectors(former, extra, sectors), role=title.text, wikidata=actor.wikidata,
    )  # fmt: skip


def _employer(state: State, i: int) -> Actor | None:
    """'head of trading [at Acme Bank]', 'an analyst [with Acme Securities]'."""
    for k in (i, *state.child(i, "acl"), *(c for c in state.child(i, "nmod") if state.case(c) in ("of", "for"))):
        for c in state.child(k, "nmod", "obl"):
            if state.case(c) in ("at", "with", "for", "of") and (found := state.resolve(c)) is not None and found.type == "organization":
                return found.actor
    return None


_AMERICAN = frozenset({"sen.", "rep.", "congressman", "congresswoman", "gov."})
"""Titles as the press of the United States writes them."""


def _american(state: State, i: int) -> str | None:
    """USA, if the name at ``i`` stands with a party and a state ('R-Wis.') or the report names the United States at all."""
    after = state.lower[i : i + 12]
    beside = any(a in ("r", "d", "i") and b == "-" and c in words.US_STATES for a, b, c in zip(after, after[1:], after[2:], strict=False))
    return "USA" if beside or state.scores(state.sentence[i]).get("USA") or (not state.countries and state.world.has("USA")) else None


_RANKS = frozenset({"vice", "deputy", "acting", "interim", "state", "senate", "congress", "council", "parliament", "house", "assembly", "union", "then"})
_CORPORATE = frozenset({"president", "vice president", "chairman", "chairwoman", "chief", "director", "head", "chief executive", "deputy chairman",
                        "founder", "secretary", "spokesman", "spokeswoman", "spokesperson", "official", "representative"})  # fmt: skip
"""Offices that companies, clubs and associations have as well as states."""


def _firm(state: State, title: Title, owner: Owner | None, surname: str) -> tuple[str, ...] | None:
    """Sectors of somebody who holds an office of no state: 'Acme [President] Jan Novak', 'executive [vice president] of Acme'; None for any other."""
    if title.role not in _CORPORATE:
        return None
    held = owner.actor if owner is not None and owner.why != CONTEXT else None
    if held is not None and (held.id.startswith("~") or state.world.kind(held.id) in ("company", "media", "party", "movement")):
        return held.sectors if not set(held.sectors) & OF_STATE else None
    i = title.token
    before = state.words_before(i)[:-1]
    if title.role == "vice president" and state.upos[i] == "NOUN" and {state.lower[c] for c in state.child(i, "det")} & {"a", "an"}:
        return ("BUS",)  # a state has one
    if title.role.endswith("president") and set(before) & {"executive", "senior", "group", "company", "corporate", "marketing", "managing"}:
        return ("BUS",)
    if held is not None and held.country is None:
        return None
    if held is None and not before and owner is not None and not state.world.with_surname(surname) and _another_presides(state, title, owner):
        return ("BUS",) if any("BUS" in actor.sectors for _, _, actor in state.organizations) else ()
    names = [c for c in (*state.child(i, "compound"), *(c for c in state.child(i, "nmod") if state.case(c) in ("of", "at", "for")))
             if state.upos[c] == "PROPN" and c not in state.covered and state.lower[c] not in state.cities and state.form[c][:1].isupper()
             and state.lower[c] not in _RANKS and state.noun(c) not in words.ORGANS and not _sectors_of(state, state.noun(c))]  # fmt: skip
    return () if names and title.role in ("president", "vice president", "chairman") else None


def _another_presides(state: State, title: Title, owner: Owner) -> bool:
    """Whether 'President Jan Novak' is no head of state: the table knows another one on the day, and no country stands with the title."""
    if title.role != "president" or owner.country is None or state.date is None:
        return False
    return bool(state.world.holders(("head_of_state",), owner.country, state.date))


def _sectors_of(state: State, noun: str) -> tuple[str, ...]:
    generic = state.world.generic(noun)
    return generic[0] if generic is not None else ("PTY",) if noun in words.PARTISANS else ()


def _as_counterpart(state: State, i: int, actor: Actor) -> Actor | None:
    """'his Chilean [counterpart]': of that country, in the possessor's office."""
    owner = possessing_adjective(state, i)
    model = next((found.actor for c in state.child(i, "nmod:poss") if (found := state.resolve(c)) is not None and found.actor), None)
    if owner is None or owner.country is None:
        return None
    return msgspec.structs.replace(actor, country=owner.country, sectors=model.sectors if model is not None else ("GOV",))


def counterpart(state: State, i: int) -> ResolvedMention | None:
    """'met his Chilean [counterpart]': who holds the possessor's office there, by the table if it knows."""
    first, last = state.phrase(i)
    blank = Actor(id=state.slug(i), name=state.text(first, last), role="counterpart")
    made = _as_counterpart(state, i, blank)
    if made is None or made.country is None:
        return None
    for c in state.child(i, "nmod:poss"):
        model = state.resolve(c)
        roles = [r for p in state.persons.values() if model is not None and model.actor is not None and p.actor.id == model.actor.id for r in p.roles]
        for role in roles:
            found, why = holder_of(state, role, made.country, i)
            if found is not None:
                actor = complete(state, found) if isinstance(found, Person) else state.keep(leader_actor(state, found))
                return ResolvedMention(i, first, last, "role", "person", actor, 0.75, (), f"counterpart: {why}")
    return ResolvedMention(i, first, last, "role", "person", state.keep(made), 0.6, (), "counterpart")
