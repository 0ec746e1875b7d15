"""Words that point back: pronouns, 'both sides', 'the two countries', relative pronouns.

    Turkey ... Russia ... [its] army ... [both sides] ... [who]
       └────────┴────◀─────┘                 │
       └────────┴─────────◀──────────────────┘  the last fitting pair

Own rules: gender and number, nearness by sentence, subjects first, the same grammatical place (Hobbs 1978; Lappin & Leass 1994); the
language model's chains are asked first where it has some.
"""

from __future__ import annotations

import dataclasses

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._state import ResolvedMention, State

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "'em"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_WINDOW = 3
"""Sentences looked back for an antecedent."""
_PAIR_WINDOW = 6
_FOLK = frozenset({"armed-group", "people", "movement", "party"})
"""Kinds of actors that are many people: 'the Taliban ... they'."""
_MOVING = frozenset({"the", "these", "those", "both"})


def pronoun(state: State, i: int) -> ResolvedMention | None:
    """Resolve a personal, possessive or relative pronoun."""
    form = state.lower[i]
    if form in _RELATIVE and state.analysis.feature(i, "PronType") in ("Rel", None):
        return _relative(state, i)
    if form in _SPEAKER:
        return ResolvedMention(i, i, i + 1, "pronoun", "person", None, 0.5, (), "speaker")
    if form in _IT and _said_of(state, i):
        return None
    if state.rel[i] == "expl" or form not in _HE | _SHE | _IT | _THEY or (form == "it" and _weather(state, i)):
        return None
    found = _sayer(state, i, form) or _chain(state, i, form) or _antecedent(state, i, form)
    if found is None:
        return ResolvedMention(i, i, i + 1, "pronoun", "person" if form in _HE | _SHE else "thing", None, 0.2, (), "no antecedent")
    mention, confidence, why = found
    if form in _THEY:
        _share(state, i, mention)
    return dataclasses.replace(mention, head=i, first=i, last=i + 1, kind="pronoun", confidence=confidence, why=why,
                               via=state.analysis.char_span(mention.first, mention.last))  # fmt: skip


def _share(state: State, i: int, mention: ResolvedMention) -> None:
    """'they' after 'both sides', 'X and Y', 'X met Y': all of them, kept as the members of the pronoun."""
    head = mention.head
    members = list(state.members.get(head, ()))
    if not members and mention.kind in ("name", "metonym", "role") and mention.type in ("person", "state", "organization"):
        top = state.head[head] if state.rel[head] == "conj" else head
        joined = [top, *(c for c in state.kids[top] if state.rel[c] == "conj")]
        if len(joined) > 1:
            members = [m for k in joined if (m := state.resolve(k)) is not None and m.actor is not None]
        elif mention.type in ("person", "state"):
            pair = _last_pair(state, i, mention.type)
            members = [dataclasses.replace(mention, actor=a, confidence=0.5 * sure) for a, sure in pair]
    if len({m.actor.id for m in members if m.actor is not None}) > 1:
        via = state.analysis.char_span(mention.first, mention.last)
        state.members[i] = tuple(
            dataclasses.replace(m, head=i, first=i, last=i + 1, kind="pronoun", why="all of those named before", via=via) for m in members
        )


def _relative(state: State, i: int) -> ResolvedMention | None:
    k = i
    for _ in range(6):
        if state.rel[k].startswith("acl:relcl") or state.rel[k] == "acl":
            antecedent = state.head[k]
            inner = state.resolve(antecedent) if antecedent >= 0 and antecedent != i else None
            if (state.lower[i] == "who" or (state.rel[i] == "nsubj" and state.lemma[k] in words.ACT)) and (inner is None or inner.actor is None):
                inner = _actor_before(state, i) or inner
            if inner is None:
                return None
            return dataclasses.replace(inner, head=i, first=i, last=i + 1, kind="pronoun", confidence=inner.confidence * 0.97,
                                       why=f"relative: {inner.why}")  # fmt: skip
        k = state.head[k]
        if k < 0:
            return None
    return None


def _actor_before(state: State, i: int) -> ResolvedMention | None:
    """'a response to Peru, which armed them', 'the graves of Peruvians who fell': the actor next to the pronoun, not the thing."""
    j = i - 1
    while j > 0 and state.upos[j] in ("PUNCT", "ADP"):
        j -= 1
    found = state.resolve(j)
    if found is None or found.type not in ("state", "organization", "person", "group"):
        return None
    return dataclasses.replace(found, confidence=found.confidence * 0.8)


def _objects(state: State, i: int) -> frozenset[str]:
    """Whom the clause of a subject pronoun acts on, and who possesses them: '[It] urged Kenya's army' speaks of neither.

    For an object pronoun who acts: 'he offered [him]' are two.
    """
    verb = state.head[i]
    if verb >= 0 and state.rel[i] in ("obj", "iobj") and not state.lower[i].endswith(("self", "selves")):
        doers = [state.resolve(c) for c in state.child(verb, "nsubj")]
        return frozenset(d.actor.id for d in doers if d is not None and d.actor is not None)
    if verb < 0 or not state.rel[i].startswith("nsubj"):
        return frozenset()
    out = set()
    verbs = [verb, *(c for c in state.kids[verb] if state.rel[c] == "xcomp")]
    for c in (c for v in verbs for c in state.child(v, "obj", "iobj", "obl", "obl:agent")):
        if c < i or (state.rel[c] == "obl" and state.case(c) in words.LOCATIVE):
            continue
        for k in (c, *state.child(c, "nmod:poss", "amod", "nmod")):
            found = state.resolve(k) if state.upos[k] != "PRON" and (k == c or k in state.named) else None
            if found is not None and found.actor is not None and found.type not in ("document", "thing", "event"):
                out.add(found.actor.id)
    return frozenset(out)


def _chain(state: State, i: int, form: str) -> tuple[ResolvedMention, float, str] | None:
    """The mention of the language model's chain that tells most: the last name, or else the last description that is no predicate."""
    entity = state.analysis.entity_at.get(i)
    if entity is None:
        return None
    others = _objects(state, i)
    described: ResolvedMention | None = None
    for head in reversed(state.chains.get(entity.chain, ())):
        if head >= i or state.upos[head] == "PRON":
            continue
        found = state.resolve(head)
        if found is None or found.actor is None or found.actor.id in others or _agrees(state, found, form) <= 0:
            continue
        if form in _HE | _SHE and found.kind in ("role", "description") and state.child(head, "nmod:poss"):
            continue  # 'its ambassador' is seldom who speaks next
        if not found.actor.id.startswith("~") or found.kind == "name":
            return found, min(0.85, found.confidence * 0.95), "coreference chain"
        if described is None and not state.child(head, "cop"):  # 'X, who is a believer' is X
            described = found
    return (described, min(0.85, described.confidence * 0.95), "coreference chain") if described is not None else None


def _sayer(state: State, i: int, form: str) -> tuple[ResolvedMention, float, str] | None:
    """'Novak said [he] would go': the subject of what is said indirectly is who says it, if it may be; 'his lawyer said he' may be another."""
    verb = state.head[i]
    if state.rel[i] not in ("nsubj", "nsubj:pass") or verb < 0 or state.rel[verb] != "ccomp" or state.quoted[i]:
        return None
    said = state.head[verb]
    if said < 0 or state.lemma[said] not in words.SPEAK or state.quoted[said]:
        return None
    for s in state.child(said, "nsubj"):
        found = state.resolve(s) if s < i and not state.child(s, "nmod:poss", "conj") else None
        if found is None or found.actor is None or found.kind in ("adjective", "description") or found.type in ("place", "thing", "document", "event"):
            return None
        if form in _THEY and found.type in ("person", "state"):
            return None
        if _agrees(state, found, form) > 0:
            return found, min(0.85, found.confidence * 0.95), "who says it"
    return None


def _antecedent(state: State, i: int, form: str) -> tuple[ResolvedMention, float, str] | None:
    here = state.sentence[i]
    best: tuple[float, ResolvedMention] | None = None
    governor = state.head[i]
    subject = state.rel[i].startswith("nsubj")
    other = _other_party(state, i)
    others = _objects(state, i)
    handled = form in _IT and state.rel[i] in ("obj", "iobj")
    for j in range(i - 1, state.analysis.sentences[max(0, here - _WINDOW)][0] - 1, -1):
        if state.upos[j] not in ("NOUN", "PROPN", "PRON") and j not in state.named:
            continue
        found = state.memo.get(j)
        if found is None or found.actor is None or found.kind == "adjective" or found.head != j or found.type == "place":
            if handled and (found is None or found.actor is None) and _handy(state, j, here):
                return None
            continue
        if state.rel[j] in ("compound", "amod", "nmod:desc") and found.kind != "name":
            continue
        if state.upos[j] == "PRON" and found.kind == "pronoun" and state.lower[j] in _RELATIVE:
            continue
        fit = _agrees(state, found, form)
        if fit <= 0 or _told(state, j):
            continue
        if state.head[j] == governor and not state.rel[i].startswith("nmod:poss") and state.upos[governor] == "VERB":
            continue  # two arguments of one verb are two
        if state.rel[i] == "nmod:poss" and j > governor:
            continue
        if found.actor.id in others or (form in _IT and state.quoted[i] and not state.quoted[j]):
            continue  # who is spoken of in a quotation is seldom who is told to speak
        if other is not None and _party(found.actor) == other and found.type != "person":
            continue
        score = fit - 0.55 * (here - state.sentence[j]) - 0.012 * min(i - j, 40)
        rel = state.rel[j].split(":")[0]
        score += 0.45 if rel == "nsubj" else 0.15 if rel in ("obj", "iobj") else -0.2 if rel in ("compound", "nmod") else 0.0
        if form in _HE | _SHE and found.kind in ("role", "description") and state.child(j, "nmod:poss", "conj"):
            score -= 0.3  # 'recalled its ambassador' is of the state, not of the man
        if state.rel[governor] == "conj" and state.head[governor] == j and state.rel[i] == "nmod:poss":
            score += 1.0  # 'threatened X and its reserves'
        if subject and rel == "nsubj":
            score += 0.25
        elif state.rel[i] == "obj" and rel == "obj":
            score += 0.4
        if best is None or score > best[0]:
            best = (score, found)
    if best is None:
        return None
    return best[1], max(0.3, min(0.75, 0.45 + 0.2 * best[0])), "nearest fitting antecedent"


def _said_of(state: State, i: int) -> bool:
    """'[it] was announced', '[it] ended': a thing or an occasion, seldom a body."""
    verb = state.head[i]
    if verb < 0 or state.upos[verb] != "VERB":
        return False
    if state.rel[i] == "nsubj:pass":
        return state.lemma[verb] in words.MAKE | words.SPEAK - {"accuse", "blame", "criticize", "criticise", "condemn", "urge", "tell", "ask"}
    return state.rel[i] == "nsubj" and state.lemma[verb] in ("end", "happen", "occur", "last", "begin", "start") and not state.child(verb, "obj", "xcomp")


def _weather(state: State, i: int) -> bool:
    """'[It] takes a lot to ...', '[it] turns out that ...': nobody."""
    verb = state.head[i]
    if verb >= 0 and state.lemma[verb] == "go" and any(state.rel[c] == "xcomp" and state.lemma[c] in ("be", "get", "take") for c in state.kids[verb]):
        return True
    return verb >= 0 and state.rel[i] == "nsubj" and (
        (state.lemma[verb] == "take" and any(state.rel[c] in ("xcomp", "advcl", "csubj", "ccomp") and c > verb for c in state.kids[verb]))
        or (state.lemma[verb] in ("seem", "appear", "turn", "happen", "rain", "snow") and bool(state.child(verb, "ccomp", "csubj")))
    )  # fmt: skip


def _handy(state: State, j: int, here: int) -> bool:
    """Whether a thing in the same sentence is what one does something to: 'picked up a [rail] and threw it'."""
    return (
        state.sentence[j] == here and state.upos[j] == "NOUN" and state.rel[j] in ("obj", "obl", "nsubj:pass", "nsubj", "conj")
        and state.analysis.feature(j, "Number") != "Plur" and state.noun(j) not in words.NOT_AGENTS
    )  # fmt: skip


def _told(state: State, j: int) -> bool:
    """'he told [reporters]': those who only listen are nobody whom the next sentence takes up."""
    return state.noun(j) in ("reporter", "journalist") and not state.rel[j].startswith("nsubj") and state.lemma[state.head[j]] in words.SPEAK


def _other_party(state: State, i: int) -> str | None:
    """Whose act the pronoun is the object of: 'the minister called it' doesn't speak of the minister's state."""
    governor = state.head[i]
    if governor < 0 or (state.rel[i] not in ("obj", "iobj") and not state.rel[i].startswith("obl")):
        return None
    for c in state.child(governor, "nsubj"):
        found = state.memo.get(c) or state.resolve(c)
        if found is not None and found.actor is not None:
            return _party(found.actor)
    return None


def _agrees(state: State, found: ResolvedMention, form: str) -> float:
    """How well an antecedent fits a pronoun: 0 not at all, 1 well."""
    kind = found.type
    if form in _HE or form in _SHE:
        if kind != "person":
            return 0.0
        gender = state.genders.get(found.actor.id) if found.actor else None
        if gender is None:
            lemma = state.lower[found.head]
            gender = "f" if lemma in words.TITLES_FEMALE else "m" if lemma in words.TITLES_MALE else None
        wanted = "f" if form in _SHE else "m"
        return 1.0 if gender == wanted else 0.65 if gender is None else 0.0
    plural = state.analysis.feature(found.head, "Number") == "Plur" and kind not in ("state", "organization")
    if form in _IT:
        if kind in ("state", "organization"):
            return 1.0
        return 0.6 if kind in ("document", "thing", "event") and not plural else 0.0
    if kind == "group" or plural:
        return 1.0
    if kind == "organization":
        return 0.8 if found.actor is not None and state.world.kind(found.actor.id) in _FOLK else 0.45
    joined = state.rel[found.head] == "conj" or any(state.rel[c] == "conj" for c in state.kids[found.head])
    return (0.7 if joined else 0.2 if kind == "state" else 0.0) if kind in ("state", "person") else 0.0


# -- collectives -----------------------------------------------------------------------------------------------------------------------


def collective(state: State, i: int) -> tuple[ResolvedMention, ...]:
    """'both sides', 'the two countries', 'the parties', 'the Minsk Group co-chairs': the members, or () where it is no such phrase."""
    lemma = state.noun(i)
    wanted = words.COLLECTIVES.get(lemma)
    if state.analysis.feature(i, "Number") != "Plur" and state.lower[i] not in ("both", "sides"):
        return ()
    organization = members_of(state, i, lemma)
    if organization:
        return organization
    if wanted is None:
        return ()
    lower = {state.lower[c] for c in state.kids[i]} | ({"both"} if state.lower[i] == "both" else set())
    theirs = lemma in words.ORGANS and "their" in lower
    if theirs:
        lower |= {"the", "two"}
    if not lower & _MOVING and not (lemma == "side" and lower & {"two"}):
        return ()
    paired = lower & {"both", "two"}
    if not paired and lemma not in ("side", "party", "country", "nation", "neighbor", "neighbour"):
        return ()
    if state.child(i, "compound") or (state.child(i, "nmod:poss") and not theirs) or any(k in state.named for k in state.child(i, "amod")):
        return ()
    if any(state.case(c) in ("of", "in", "from") for c in state.child(i, "nmod")):
        return ()
    if lemma == "party" and (state.child(i, "amod") or not lower & {"the", "both"}):
        return ()
    pair = _last_pair(state, i, wanted)
    first, last = state.phrase(i)
    out = []
    for actor, sure in pair:
        if lemma in words.ORGANS and actor.country is not None:  # 'the two navies'
            actor = state.keep(state.world.organ(actor.country, words.ORGANS[lemma][0]))
        out.append(ResolvedMention(i, first, last, "description", "state" if wanted == "state" else "group", actor, sure,
                                   tuple(a.id for a, _ in pair), f"the pair named before '{lemma}'"))  # fmt: skip
    return tuple(out)


def both_parties(state: State, i: int, found: ResolvedMention) -> tuple[ResolvedMention, ...]:
    """'Peru and Chile met. [Negotiators] agreed': bare envoys right after a pair are both parties'; () for any others."""
    if state.noun(i) not in _ENVOYS or state.analysis.feature(i, "Number") != "Plur" or "context" not in found.why:
        return ()
    if state.child(i, "det", "amod", "compound", "nmod", "nmod:poss", "nummod"):
        return ()
    pair = [(a, sure) for a, sure in _last_pair(state, i, "state") if sure > 0.6 and a.country is not None]
    if len(pair) < 2:
        return ()
    return tuple(
        dataclasses.replace(found, actor=state.keep(state.world.organ(str(a.country), "GOV")), confidence=0.6, why="the pair named before")
        for a, _ in pair
    )


_ENVOYS = frozenset({"delegate", "negotiator", "delegation", "envoy", "diplomat", "minister", "official"})


def members_of(state: State, i: int, lemma: str) -> tuple[ResolvedMention, ...]:
    if lemma not in ("co-chair", "co-chairman", "cochair", "member", "chair", "cochairman", "chairman", "mediator"):
        return ()
    first, last = state.phrase(i)
    for k in (i, *state.core(i), *state.child(i, "nmod", "nmod:poss")):
        named = state.named.get(k)
        if named is None:
            continue
        for entry in named.entries:
            members = state.world.members(entry.actor, state.date) or state.world.members(f"{entry.actor}-CC", state.date)
            if 1 < len(members) <= 4:
                actors = [a for m in members if (a := state.world.actor(m)) is not None]
                return tuple(
                    ResolvedMention(i, first, last, "role", "group", state.keep(a), 0.7, (), f"{lemma}s of {entry.actor}") for a in actors
                )
    return ()


def _last_pair(state: State, i: int, wanted: str) -> list[tuple[Actor, float]]:
    """The last two actors of the kind wanted, coordinated ones first, else those named most in the sentences before."""
    here = state.sentence[i]
    start = state.analysis.sentences[max(0, here - _PAIR_WINDOW)][0]
    seen: dict[str, tuple[Actor, float]] = {}
    for j in range(i - 1, start - 1, -1):
        found = state.memo.get(j)
        if found is None or found.actor is None or found.kind in ("adjective", "pronoun") or not _pairs(found, wanted):
            continue
        if state.rel[j] == "conj" and here - state.sentence[j] <= 1:
            partner = state.memo.get(state.head[j])
            if (
                partner is not None
                and partner.actor is not None
                and _pairs(partner, wanted)
                and _party(partner.actor) != _party(found.actor)
            ):
                siblings = [c for c in state.kids[state.head[j]] if state.rel[c] == "conj"]
                if len(siblings) == 1:
                    return [(partner.actor, 0.75), (found.actor, 0.75)]
        weight = 1.0 / (1 + here - state.sentence[j])
        key = _party(found.actor)
        home = state.world.actor(key) if wanted == "state" else None
        actor, score = seen.get(key, (home or found.actor, 0.0))
        seen[key] = (actor, score + weight)
    best = sorted(seen.values(), key=lambda s: -s[1])[:2]
    return [(a, 0.5) for a, _ in best] if len(best) == 2 else []


def _pairs(found: ResolvedMention, wanted: str) -> bool:
    actor = found.actor
    if actor is None or (actor.country is None and actor.group is None and wanted != "person"):
        return (
            wanted == "any"
            and actor is not None
            and found.type in ("group", "organization")
            and bool(set(actor.sectors) & {"REB", "PTY", "UAF"})
        )
    if wanted == "state":
        return found.type == "state" or found.kind == "metonym" or (actor.country is not None and _party(actor) == actor.country)
    if wanted == "person":
        return found.type == "person"
    if wanted == "organization":
        return found.type == "organization"
    return found.type in ("state", "organization") or found.kind == "metonym" or bool(set(actor.sectors) & {"REB", "PTY", "UAF", "MIL"})


def _party(actor: Actor) -> str:
    """Actors of one state's authorities are one side."""
    if actor.country and (not actor.sectors or actor.sectors[0] in ("GOV", "MIL", "LEG", "COP")):
        return actor.country
    return actor.id
