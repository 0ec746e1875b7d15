"""Things that somebody made: whose is 'the resolution', 'the statement', 'the attack'?

    [Turkey]'s decision      a [Senate] resolution       the measure introduced by [senators]
    [Nauru] issued a statement ... the statement         the [Senate] debated it ... the resolution

Asked in that order: what stands with the noun; what the clause does with it; what was said of the same thing before, then later; for acts
of a legislature, the body that the report links with debating and voting.
"""

from __future__ import annotations

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._owners import Owner, about_only, owner_of
from dragoman.world._state import Maker, ResolvedMention, State

_FROM = frozenset({"by", "from"})
_JUDGING = frozenset({"reject", "vote", "condemn", "dismiss", "denounce", "oppose", "veto", "criticize", "criticise", "welcome", "debate"})
"""Verbs whose subject judges what another made."""


def thing(state: State, i: int) -> ResolvedMention | None:
    """Resolve a phrase headed by a noun of ``words.THINGS``; its actor is its maker where the text tells."""
    group = words.THINGS.get(state.noun(i))
    if group is None:
        return None
    first, last = state.phrase(i)
    kind = "document" if group in words.DOCUMENTS else "event" if group == "attack" else "thing"
    maker = maker_of(state, i, group)
    if maker is None:
        if state.rel[i] == "compound":
            return None
        return ResolvedMention(i, first, last, "description", kind, None, 0.3, (), "its maker is not told")
    return ResolvedMention(i, first, last, "description", kind, maker.actor, maker.confidence, (), maker.why, maker.via)


def maker_of(state: State, i: int, group: str) -> Maker | None:
    """Who made the thing at ``i``."""
    own = direct_maker(state, i)
    if own is not None:
        return own
    if not _definite(state, i):
        return _deliberating(state, i) if group == "act" and state.rel[i].startswith("nsubj") else None
    told = _told_before(state, i, group) or _by_verb(state, i) or _told_later(state, i, group)
    if told is None and state.noun(i) in words.JUDGED:
        told = _court(state, i)
    return told or (_deliberating(state, i) if group == "act" else None)


def _by_verb(state: State, i: int) -> Maker | None:
    """'Norway expelled two diplomats ... the [expulsions]': the subject of the verb that told it, at most six sentences before."""
    verbs = words.NOMINALS.get(state.noun(i), ())
    start = state.analysis.sentences[max(0, state.sentence[i] - 6)][0]
    for j in range(i - 1, start - 1, -1) if verbs else ():
        if state.lemma[j] in verbs and state.upos[j] == "VERB":
            if state.child(j, "nsubj:pass"):
                made = next((_maker(state, a, f"{state.form[j]} by", 0.7) for a in state.child(j, "obl:agent")), None)
            else:
                made = _subject(state, j, f"who {state.form[j]}", 0.7)
            if made is not None:
                return made
    return None


def _court(state: State, i: int) -> Maker | None:
    """'the [verdict]': of the court spoken of last."""
    best: ResolvedMention | None = None
    for j in sorted(state.memo):
        found = state.memo[j]
        if found is not None and found.actor is not None and found.type == "organization" and found.actor.sectors[:1] == ("JUD",) and (j < i or best is None):
            best = found
    if best is None or best.actor is None:
        return None
    return Maker(best.actor, 0.6, "the court spoken of last", state.analysis.char_span(best.first, best.last))


def direct_maker(state: State, i: int) -> Maker | None:
    """What the thing's own phrase and clause say of its maker."""
    if i in state.makers:
        return state.makers[i]
    state.makers[i] = None
    found = _in_phrase(state, i) or _participle(state, i) or _clause(state, i)
    state.makers[i] = found
    return found


def _definite(state: State, i: int) -> bool:
    lower = {state.lower[c] for c in state.child(i, "det")}
    return bool(lower & {"the", "this", "that", "these", "those"}) or state.upos[i] == "PROPN"


def _maker(state: State, token: int, why: str, confidence: float) -> Maker | None:
    found = state.resolve(token)
    if found is None or found.actor is None or found.type == "place":
        return None
    if found.type in ("document", "thing", "event") and found.confidence < 0.4:
        return None
    via = found.via if found.kind == "pronoun" and found.via else state.analysis.char_span(found.first, found.last)
    return Maker(found.actor, confidence * max(found.confidence, 0.5), why, via)


def _in_phrase(state: State, i: int) -> Maker | None:
    for c in state.child(i, "nmod:poss"):
        found = _maker(state, c, "possessor", 0.95)
        if found:
            return found
    for c in state.kids[i]:
        if c > i and state.rel[c] in ("nmod", "obl") and state.case(c) in _FROM:
            found = _maker(state, c, state.case(c) or "by", 0.93)
            if found:
                return found
    for k in reversed(state.core(i)):
        if k != i and not (k in state.named and about_only(state, k)) and state.rel[k] in ("amod", "compound", "nmod:desc", "nmod", "flat"):
            found = _as_compound(state, k, attack=words.THINGS.get(state.noun(i)) == "attack")
            if found:
                return found
    for c in state.kids[i]:
        if c > i and state.rel[c] == "nmod" and state.case(c) == "of":
            inner = state.resolve(c)
            if inner is not None and inner.actor is not None and inner.type in ("organization", "person", "state"):
                group = words.THINGS.get(state.noun(i))
                if group == "attack" or (group == "statement" and inner.type == "person"):
                    continue  # 'the bombing of Laos' is not by Laos, 'reports of a man' not by him
                return _maker(state, c, "of", 0.75)
    return None


def _as_compound(state: State, k: int, *, attack: bool) -> Maker | None:
    """'French decision', 'Senate resolution', 'court ruling', 'rebel attack'; but an 'embassy bombing' isn't the embassy's."""
    found = state.resolve(k)
    if found is None or found.actor is None:
        actor = _owned_modifier(state, k)
        return Maker(actor[0], actor[1], "compound", state.analysis.char_span(k, k + 1)) if actor else None
    if found.type == "place" or (found.type == "person" and state.rel[k] == "amod"):
        return None
    if attack and found.kind != "adjective" and not set(found.actor.sectors) & {"MIL", "REB", "UAF", "COP", "GOV", "SPY", "PRM", "CRM"}:
        return None
    if attack and state.noun(k) in ("embassy", "consulate", "ministry", "office"):
        return None
    return Maker(found.actor, 0.85 * max(found.confidence, 0.7), "adjective or compound", state.analysis.char_span(found.first, found.last))


def _owned_modifier(state: State, k: int) -> tuple[Actor, float] | None:
    suffix = {"presidential": "GOV", "parliamentary": "LEG", "governmental": "GOV", "military": "MIL", "ministerial": "GOV"}.get(
        state.lemma[k]
    )
    if suffix is None or state.rel[k] != "amod" or state.noun(state.head[k]) == "campaign":
        return None  # 'the presidential campaign' is not the president's
    owner = _owner_around(state, k)
    if owner is None or owner.country is None:
        return None
    return state.keep(state.world.organ(owner.country, suffix)), owner.confidence * 0.7


def _owner_around(state: State, k: int) -> Owner | None:
    return owner_of(state, state.head[k])


def _participle(state: State, i: int) -> Maker | None:
    """'introduced by X', 'that X passed', 'passed by X'."""
    for c in state.kids[i]:
        rel = state.rel[c]
        if rel in ("acl", "amod", "acl:relcl") and state.lemma[c] in words.MAKE | words.SPEAK:
            for a in state.kids[c]:
                if state.rel[a] in ("obl:agent", "obl") and state.case(a) == "by":
                    found = _maker(state, a, f"{state.form[c]} by", 0.93)
                    if found:
                        return found
            if rel == "acl:relcl" and state.lemma[c] in words.MAKE:
                for a in state.child(c, "nsubj"):
                    if state.lower[a] not in ("which", "that", "who"):
                        found = _maker(state, a, f"that {state.lower[a]} {state.form[c]}", 0.9)
                        if found:
                            return found
    return None


def _clause(state: State, i: int) -> Maker | None:
    """'X issued a statement', 'the bill was passed by X', 'in a statement, X said', 'X voted for the resolution'."""
    verb = state.head[i]
    if verb < 0 or state.upos[verb] != "VERB":
        return None
    if state.quoted[verb] and not state.quoted[i]:
        verb = _teller(state, verb)
        if verb < 0:
            return None
    rel, lemma = state.rel[i], state.lemma[verb]
    group = words.THINGS[state.noun(i)]
    if rel == "obj" and lemma in words.MAKE:
        return _subject(state, verb, f"who {state.form[verb]} it", 0.85)
    if rel == "nsubj:pass" and lemma in words.MAKE | words.SPEAK:
        for a in state.kids[verb]:
            if state.rel[a] in ("obl:agent", "obl") and state.case(a) == "by":
                return _maker(state, a, f"{state.form[verb]} by", 0.9)
    if rel.startswith("obl"):
        case = state.case(i)
        if group == "statement" and case in ("in", "through", "with", "via") and lemma in words.SPEAK | words.MAKE:
            return _subject(state, verb, f"who {state.form[verb]} in it", 0.85)
        if lemma in ("debate", "deliberate") and case in ("for", "on", "in", "about") and group == "act":
            return _subject(state, verb, f"who {state.form[verb]} on it", 0.7)
    return None


def _teller(state: State, inside: int) -> int:
    """The verb of saying outside of the quotation that ``inside`` stands in, or -1: 'In a statement, X said: "...".'"""
    start, end = state.analysis.sentences[state.sentence[inside]]
    for k in range(start, end):
        if not state.quoted[k] and state.upos[k] == "VERB" and state.lemma[k] in words.SPEAK and state.child(k, "nsubj"):
            return k
    return -1


def _subject(state: State, verb: int, why: str, confidence: float) -> Maker | None:
    for _ in range(3):
        for a in state.child(verb, "nsubj", "nsubj:outer"):
            return _maker(state, a, why, confidence)
        for a in state.kids[verb]:
            if state.rel[a] == "obl:agent":
                return _maker(state, a, why, confidence)
        if state.rel[verb] == "xcomp" and state.head[verb] >= 0:
            for a in state.child(state.head[verb], "obj", "iobj"):  # 'urged X to sign it'
                return _maker(state, a, why, confidence * 0.8)
        if state.rel[verb] in ("conj", "xcomp", "advcl") and state.head[verb] >= 0:
            verb = state.head[verb]
        else:
            return None
    return None


def _told_before(state: State, i: int, group: str) -> Maker | None:
    """What the document said before of the same noun, or else of a near-synonym."""
    for same in (True, False):
        for j in reversed(state.things.get(group, ())):
            if (
                j >= i
                or (same and state.noun(j) != state.noun(i))
                or (not same and group not in ("act", "statement", "attack", "sanction"))
            ):
                continue
            told = direct_maker(state, j)
            if told is not None and (same or state.sentence[i] - state.sentence[j] <= 8):
                return Maker(
                    told.actor, told.confidence * (0.9 if same else 0.75), f"said before of '{state.form[j]}': {told.why}", told.via
                )
    return None


def _told_later(state: State, i: int, group: str) -> Maker | None:
    for j in state.things.get(group, ()):
        if j > i and state.noun(j) == state.noun(i):
            told = direct_maker(state, j)
            if told is not None:
                return Maker(told.actor, told.confidence * 0.8, f"said later of '{state.form[j]}': {told.why}", told.via)
    if group == "act":
        found = _deliberating(state, i)
        if found:
            return found
        for j in state.things.get(group, ()):
            if j > i and (told := direct_maker(state, j)) is not None:
                return Maker(told.actor, told.confidence * 0.65, f"said later of '{state.form[j]}': {told.why}", told.via)
    return None


def _deliberating(state: State, i: int) -> Maker | None:
    """The body that the report links with debating, voting and passing: the one nearest to the thing."""
    if state.deliberators is None:
        state.deliberators = []
        for j in range(len(state.form)):
            if state.lemma[j] in words.DELIBERATE and state.upos[j] in ("NOUN", "VERB", "PROPN"):
                for k in _around(state, j):
                    found = state.resolve(k)
                    if found is not None and found.actor is not None and "LEG" in found.actor.sectors:
                        state.deliberators.append((k, found))
    best: tuple[int, ResolvedMention] | None = None
    verb = state.head[i]
    judges = state.child(verb, "nsubj") if verb >= 0 and state.lemma[verb] in _JUDGING and not state.rel[i].startswith("nsubj") else []
    for k, found in state.deliberators:
        if k in judges:
            continue  # what one rejects is not one's own
        distance = abs(state.sentence[k] - state.sentence[i])
        if best is None or distance < best[0]:
            best = (distance, found)
    if best is None or best[1].actor is None:
        return None
    via = state.analysis.char_span(best[1].first, best[1].last)
    return Maker(best[1].actor, 0.6, "the body whose debate or vote is reported", via)


def _around(state: State, j: int) -> list[int]:
    out = [
        k for k in state.kids[j] if state.rel[k].split(":")[0] in ("nsubj", "compound", "nmod", "obl", "amod", "dep", "parataxis", "appos")
    ]
    out += [k for k in (j - 1, j - 2) if k >= 0 and state.form[k][:1].isupper() and k not in out]  # '[Senate] debate'
    if state.upos[j] == "NOUN" and state.head[j] >= 0 and state.upos[state.head[j]] == "VERB":
        out += state.child(state.head[j], "nsubj")
    return out
