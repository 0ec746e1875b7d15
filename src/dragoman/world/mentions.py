"""Who is who in a document: every noun phrase, pronoun and adjective that can act politically, resolved in context.

    names ─▶ persons ─▶ countries of the context ─▶ each head, left to right ─▶ Mentions
     'Paris' FRA-GOV    'the Secretary of State' ~jan-novak    'the measure' ─via─▶ 'several senators' FRA-SEN

The same tree, tables and date always give the same answer; nothing outside the document and the tables is asked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.language.analysis import Analysis, Span
from dragoman.records import Actor, Mention
from dragoman.world import _words as words
from dragoman.world._chains import both_parties, collective, members_of, pronoun
from dragoman.world._describe import candidate_before, describe
from dragoman.world._holders import apposed_person, mention_of_person
from dragoman.world._names import inside_longer_name, mention_of_name
from dragoman.world._owners import about_only
from dragoman.world._persons import find_persons, role_of
from dragoman.world._scene import find_scene
from dragoman.world._state import Named, ResolvedMention, State, place_names, slug
from dragoman.world._things import thing
from dragoman.world._world import World

__all__ = ["Mentions", "ResolvedMention", "resolve_mentions"]

_READABLE = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
_ORGAN_WORDS = frozenset({"senate", "parliament", "supreme court", "national assembly", "house of representatives", "foreign ministry",
                          "defense ministry", "defence ministry", "central bank", "constitutional court", "congress", "cabinet", "army",
                          "police", "air force", "navy", "ministry of foreign affairs", "ministry of defense", "ministry of defence",
                          "foreign office", "high court", "general assembly", "government", "presidency"})  # fmt: skip
"""Names that many states' organs share: whose they are is asked of the context, not of the table."""
_PARTY_NAMES = frozenset({"democratic party", "republican party", "republicans", "democrats", "labour party", "conservative party", "socialist party",
                          "green party", "communist party", "liberal party", "national party", "social democratic party", "people's party"})  # fmt: skip
"""Names that parties of many states bear."""
_EXCEPTING = frozenset({"but", "except", "save", "bar", "excluding"})
_TOLD = 0.35
"""A shared name stays the table's if its state is spoken of at least so much, compared with the state most spoken of."""


@dataclasses.dataclass(frozen=True)
class Mentions:
    """The resolved mentions of one document."""

    all: tuple[ResolvedMention, ...]
    """By head token, in order."""
    actors: dict[str, Actor]
    """All actors used, by id; ``government`` adds those that are asked of it."""
    _analysis: Analysis = dataclasses.field(repr=False)
    _at: Mapping[int, ResolvedMention] = dataclasses.field(repr=False)
    _members: Mapping[int, tuple[ResolvedMention, ...]] = dataclasses.field(repr=False)
    _state: State | None = dataclasses.field(repr=False, default=None)
    """None for mentions that were not read from a document, which play nowhere."""

    def at(self, head: int) -> ResolvedMention | None:
        """The mention headed by a token, or None."""
        return self._at.get(head)

    def resolve(self, token: int) -> tuple[ResolvedMention, ...]:
        """The actors named by the noun phrase headed at ``token``: coordination split, collectives as their members.

        Mentions without an actor are left out; the same actor comes once.
        """
        out: list[ResolvedMention] = []
        for head in (token, *_coordinated(self._analysis, token)):
            found = self._members.get(head)
            if found is None:
                one = self._at.get(head) or self._through(head)
                found = (one,) if one is not None else ()
            out += [m for m in found if m.actor is not None]
        unique: dict[str, ResolvedMention] = {}
        for m in out:
            if m.actor is not None:
                unique.setdefault(m.actor.id, m)
        return tuple(unique.values())

    def setting(self, token: int) -> tuple[str, float] | None:
        """The country in which the report plays at ``token``, and how much of what it says of countries there is of this one, in (0, 1].

        Counted are the dateline, the state that acts first, and every name around the token, the nearer the more. Below about one half the
        report plays in several countries, or is about the relations of two.
        """
        if self._state is None:
            return None
        country, share = self._state.context(token)
        return None if country is None else (country, share)

    def government(self, country: str, token: int) -> ResolvedMention | None:
        """The government of a country, for an act that only its authorities can do and whose doer the text leaves out.

        Args:
            country: Id of a state ('KEN'), of any of its organs, or of an organization, which acts for itself.
            token: Where the act is told; the mention stands there with no words of its own (``first == last``).

        Returns:
            A description with the actor ``KEN-GOV``, which is in ``actors`` from now on; None where the table has no such country.
            Its confidence is the country's share of the setting at the token, so that one who guesses is as sure as the guess:
            ``place = mentions.setting(i)``, then ``mentions.government(place[0], i)``.
        """
        if self._state is None:
            return None
        world = self._state.world
        home = world.country(country) or country
        if not world.has(home):
            return None
        actor = self._state.keep(world.government(home))
        scores = self._state.scores(self._state.sentence[token])
        sure = scores.get(home, 0.0) / (sum(scores.values()) or 1.0)
        self.actors[actor.id] = actor
        return ResolvedMention(token, token, token, "description", "organization", actor, sure, (), "the authorities where it plays")

    def _through(self, head: int) -> ResolvedMention | None:
        """An appositive or title speaks for a head that nothing is known of ('X, the president')."""
        a = self._analysis
        for c in a.children[head]:
            if a.rel[c] in ("appos", "flat") and (found := self._at.get(c)) is not None and found.actor is not None:
                return dataclasses.replace(found, confidence=found.confidence * 0.9, why=f"apposition: {found.why}")
        return None

    def with_speaker(self, span: Span, actor: Actor) -> Mentions:
        """Give 'I', 'we', 'our' inside ``span`` (code points of a quotation) to its speaker; those already given stay."""
        at = dict(self._at)
        for head, m in self._at.items():
            start, end = self._analysis.span[head]
            if m.why == "speaker" and m.actor is None and span[0] <= start and end <= span[1]:
                sure = 0.85 if self._analysis.form[head].lower() in ("i", "me", "my", "mine", "myself") else 0.7
                at[head] = dataclasses.replace(m, actor=actor, confidence=sure, why="the speaker of the quotation")
        actors = {**self.actors, actor.id: actor}
        return Mentions(tuple(at[m.head] for m in self.all), actors, self._analysis, at, self._members, self._state)

    def records(self) -> tuple[Mention, ...]:
        """The contract's mentions, in text order."""
        a = self._analysis
        return tuple(
            Mention(span=a.char_span(m.first, m.last), text=a.words(m.first, m.last), kind=m.kind, type=m.type,
                    actor=m.actor.id if m.actor else None, confidence=round(m.confidence, 3), candidates=m.candidates, why=m.why)
            for m in self.all
        )  # fmt: skip


def resolve_mentions(analysis: Analysis, world: World, published: str | None) -> Mentions:
    """Find and resolve the mentions of one document.

    Args:
        analysis: Tokens, trees and, where a model said, entities and chains.
        world: Tables and matcher.
        published: ISO date of the document, or None; persons are looked up as of that day.
    """
    state = State(analysis, world, published)
    state.resolve = lambda i: _resolve(state, i)
    _find_names(state)
    _find_abbreviations(state)
    find_persons(state)
    for i, lemma in enumerate(state.lemma):
        if state.upos[i] in ("NOUN", "PROPN") and lemma in words.THINGS:
            state.things.setdefault(words.THINGS[lemma], []).append(i)
    for i, upos in enumerate(state.upos):
        if upos in _READABLE or i in state.named:
            _resolve(state, i)
    at = {i: m for i, m in sorted(state.memo.items()) if m is not None}
    for head, members in state.members.items():
        at[head] = members[0]
    found = tuple(at[i] for i in sorted(at))
    used = [m for m in found] + [m for ms in state.members.values() for m in ms]
    actors = {m.actor.id: m.actor for m in used if m.actor is not None}
    final = {k: state.actors.get(k, v) for k, v in actors.items()}
    return Mentions(found, final, analysis, at, state.members, state)


def _resolve(state: State, i: int) -> ResolvedMention | None:
    if i in state.memo:
        return state.memo[i]
    if i in state.busy or len(state.busy) > 60:
        return None
    state.busy.add(i)
    try:
        found = _read(state, i)
    finally:
        state.busy.discard(i)
    state.memo[i] = found
    return found


def _read(state: State, i: int) -> ResolvedMention | None:
    upos = state.upos[i]
    named = state.named.get(i)
    if named is not None and _language(state, i):
        return None
    if named is not None:
        owned = _owned_council(state, named)
        if owned is not None:
            return owned
        koreas = _both_koreas(state, named)
        if koreas:
            state.members[i] = koreas
            return koreas[0]
        chairs = members_of(state, i, state.noun(i))
        if chairs:
            state.members[i] = chairs
            return chairs[0]
        return _shared_organ(state, named) or _shared_party(state, named) or mention_of_name(state, named)
    if i in state.covered or i in state.fields or upos not in _READABLE:
        return None
    if upos == "PRON" and state.lower[i] != "both":
        return pronoun(state, i)
    if i in state.persons:
        return mention_of_person(state, i)
    if state.rel[i] in ("flat", "goeswith", "fixed"):
        return None
    if upos in ("DET", "NUM", "ADJ", "PRON"):
        return _nominal(state, i, upos)
    members = collective(state, i)
    if members:
        state.members[i] = members
        return members[0]
    if state.rel[i] == "nmod:desc" and role_of(state, i) is not None:
        person = apposed_person(state, i)
        if person is not None:
            return None
    if state.noun(i) in words.THINGS and state.upos[i] != "PROPN" and state.world.generic(" ".join(state.words_before(i)[-2:])) is None:
        made = thing(state, i)
        if state.noun(i) == "campaign" and (made is None or made.actor is None):
            return candidate_before(state, i) or made
        return made
    found = describe(state, i)
    if found is not None and (sides := both_parties(state, i, found)):
        state.members[i] = sides
        return sides[0]
    if found is not None:
        several = _for_each_owner(state, i, found)
        if several:
            state.members[i] = several
        return found
    return thing(state, i) if state.noun(i) in words.THINGS else None


def _both_koreas(state: State, named: Named) -> tuple[ResolvedMention, ...]:
    """'North and [South Korea]': both, or ()."""
    first = named.first
    pair = (state.lower[first - 2 : first], state.lower[first : named.last])
    if pair not in ((["north", "and"], ["south", "korea"]), (["south", "and"], ["north", "korea"])):
        return ()
    actors = [a for c in ("PRK", "KOR") if (a := state.world.actor(c)) is not None]
    return tuple(ResolvedMention(named.head, first - 2, named.last, "name", "state", state.keep(a), 0.9, (), "both Koreas") for a in actors)


def _language(state: State, i: int) -> bool:
    """'a [Spanish] teacher', 'a lecturer in [English]': a language, nobody's."""
    kind = state.named[i].entries[0].kind
    if kind not in ("adjective", "demonym"):
        return False
    head = state.head[i]
    if state.rel[i] in ("amod", "compound", "nmod:desc") and head >= 0:
        return state.noun(head) in words.SUBJECTS_TAUGHT and state.lower[i] in words.LANGUAGES
    return state.lower[i] in words.LANGUAGES and state.case(i) in ("in", "into", "from", "to") and state.rel[i] in ("obl", "nmod") and not state.kids[i][1:]


def _for_each_owner(state: State, i: int, found: ResolvedMention) -> tuple[ResolvedMention, ...]:
    """'French and German troops', 'the governments of Peru and Kenya': the same organ of each, or ()."""
    if found.actor is None or state.analysis.feature(i, "Number") != "Plur" or found.actor.country is None:
        return ()
    own = found.actor.id.startswith("~")
    state_id, _, suffix = (found.actor.country, "", "") if own else found.actor.id.partition("-")
    if state_id != found.actor.country or not (suffix or own):
        return ()
    for c in state.kids[i]:
        if c not in state.named or state.rel[c] not in ("amod", "compound", "nmod:poss", "nmod"):
            continue
        countries = [state.world.country(state.named[k].entries[0].actor) for k in (c, *state.child(c, "conj")) if k in state.named]
        if len(countries) > 1 and state_id in countries:
            each = [
                state.keep(_citizens(found.actor, k) if own else state.world.organ(k, suffix)) for k in dict.fromkeys(countries) if k is not None
            ]
            return tuple(dataclasses.replace(found, actor=actor, confidence=found.confidence * 0.95) for actor in each)
    return ()


def _citizens(actor: Actor, country: str) -> Actor:
    """The same sort of people of another state; the id tells which."""
    if actor.country == country:
        return actor
    return msgspec.structs.replace(actor, id=f"{actor.id}-{country.lower()}", country=country, claimed_by=None)


def _nominal(state: State, i: int, upos: str) -> ResolvedMention | None:
    """Numbers, determiners and adjectives that head a phrase: 'dozens of', 'some of the rebels', 'both', 'the injured'."""
    if state.rel[i] in ("det", "nummod", "amod", "advmod", "case", "cc", "cc:preconj", "det:predet", "compound"):
        return None
    if upos == "DET" and state.lower[i] in ("that", "which", "who"):
        return pronoun(state, i)
    if state.lower[i] == "both" and state.rel[i].startswith(("nsubj", "obj", "obl")):
        members = collective(state, i)
        if members:
            state.members[i] = members
            return members[0]
    return describe(state, i) if upos != "ADJ" or state.child(i, "det") else None


def _owned_council(state: State, named: Named) -> ResolvedMention | None:
    """'Russia's [Security Council]' is no organ of the United Nations."""
    i = named.head
    record = state.world.actor(named.entries[0].actor)
    if record is None or record.country is not None or state.world.kind(record.id) != "organization":
        return None
    for c in state.child(i, "nmod:poss"):
        owner = state.resolve(c)
        if owner is not None and owner.actor is not None and owner.type == "state":
            first, last = state.phrase(i)
            name = state.text(first, last)
            actor = Actor(id=slug(name), name=name, country=owner.actor.country, claimed_by=owner.actor.claimed_by, sectors=("GOV",))
            return ResolvedMention(i, first, last, "name", "organization", state.keep(actor), 0.7, (), "an organ of that name of a state")
    return None


def _shared_organ(state: State, named: Named) -> ResolvedMention | None:
    if named.entries[0].kind not in ("name", "abbreviation", "metonym"):
        return None
    text = state.text(named.first, named.last).lower().removeprefix("the ")
    if text not in _ORGAN_WORDS:
        return None
    if len({e.actor for e in named.entries}) == 1 and state.world.kind(named.entries[0].actor) != "organ":
        return None
    country, share = state.context(named.head)
    owners = {c for e in named.entries if (c := state.world.country(e.actor))}
    scores = state.scores(state.sentence[named.head])
    if country is None or country in owners or max((scores.get(c, 0.0) for c in owners), default=0.0) >= _TOLD * scores[country]:
        return None
    found = describe(state, named.head)
    return found if found is not None and share > 0.3 else None


def _shared_party(state: State, named: Named) -> ResolvedMention | None:
    """'the Democratic Party' in a report that never names the United States: a party of that name where the report is set."""
    i = named.head
    text = state.text(named.first, named.last).lower().removeprefix("the ")
    if text not in _PARTY_NAMES or state.world.kind(named.entries[0].actor) != "party":
        return None
    owners = {c for e in named.entries if (c := state.world.country(e.actor))}
    scores = {c: s for c, s in state.scores(state.sentence[i]).items() if c not in owners}
    if not scores or any(state.lower[k] in state.cities and state.cities[state.lower[k]] in owners for k in range(len(state.lower))):
        return None
    if any(u.country in owners and state.covered.get(u.token) not in (None, named) and not _is_party(state, u.token) for u in state.countries):
        return None
    country = max(scores, key=lambda c: scores[c])
    home = state.world.actor(country)
    name = state.text(named.first, named.last)
    actor = Actor(id=slug(f"{name} {country}"), name=name, country=country, claimed_by=home.claimed_by if home else None, sectors=("PTY",))
    return ResolvedMention(i, *state.phrase(i), "name", "organization", state.keep(actor), 0.6, (), "a party of that name where the report is set")


def _is_party(state: State, token: int) -> bool:
    """Whether a name is a party's, which says little of where the report is set."""
    return state.world.kind(state.covered[token].entries[0].actor) == "party"


# -- what stands before the resolution -------------------------------------------------------------------------------------------------


def _find_names(state: State) -> None:
    placed = [n for n in place_names(state.world.matcher.find(_sentence_case(state)), state.analysis) if not _american_state(state, n)]
    for named in placed:
        state.named[named.head] = named
        for k in range(named.first, named.last):
            state.covered[k] = named
    surnames = _surnames_of_places(state, placed)
    for named in placed:
        if inside_longer_name(state, named) or (named.head in surnames and state.case(named.head) not in words.LOCATIVE):
            state.named.pop(named.head, None)
            home = state.world.country(named.entries[0].actor)
            for k in range(named.first, named.last):
                state.covered.pop(k, None)
                if home is not None and state.rel[named.head] == "compound":
                    state.inner[k] = home
    for named in placed:
        if named.head in state.named:
            _learn_city(state, named.first, state.world.country(named.entries[0].actor))
            _count_country(state, named)
    for i, low in enumerate(state.lower):
        if low in words.US_STATES and state.form[i][0].isupper() and i not in state.covered and state.world.has("USA"):
            _learn_city(state, i, "USA")
            state.cities.setdefault(low, "USA")
    find_scene(state)
    for i, low in enumerate(state.lower):
        town = state.cities.get(low)
        if town is not None and i not in state.covered and state.form[i][0].isupper() and state.rel[i] != "flat":
            state.use_country(i, town, 0.6)


def _surnames_of_places(state: State, placed: Sequence[Named]) -> frozenset[int]:
    """Heads of names that are a surname in this document: 'Paris' after 'Jana [Paris]', a given name and the same single word.

    Only where the given name is known as one, so that 'Greater Paris' makes no person of the town.
    """
    bearers = set()
    for named in placed:
        i, before = named.head, named.first - 1
        if named.last - named.first == 1 and before >= 0 and state.rel[i] == "flat" and state.head[i] == before:
            if state.lower[before] in words.FEMALE_NAMES or state.lower[before] in words.MALE_NAMES or _is_person(state, before):
                bearers.add(state.lower[i])
    return frozenset(n.head for n in placed if n.last - n.first == 1 and state.lower[n.head] in bearers) if bearers else frozenset()


def _is_person(state: State, i: int) -> bool:
    entity = state.analysis.entity_at.get(i)
    return entity is not None and entity.type == "person"


def _american_state(state: State, named: Named) -> bool:
    """Whether 'Georgia' is the one beside Alabama: a name that a state of the United States shares, in a list with others of them."""
    i = named.head
    if state.lower[i] not in words.SHARED_STATES or named.last - named.first > 1:
        return False
    top = state.head[i] if state.rel[i] == "conj" else i
    near = {state.lower[k] for k in (top, *state.child(top, "conj", "appos"), *state.child(i, "conj", "appos"), *state.kids[i])}
    return bool(near & words.US_STATES)


def _sentence_case(state: State) -> str:
    """The text with words in capitals ('NAIROBI, Kenya') written as names, unless the capitals are the name (NATO). Length unchanged."""
    text = state.analysis.text
    for i, form in enumerate(state.form):
        if len(form) > 4 and form.isupper() and form.isalpha() and form not in state.world.matcher:
            a, b = state.analysis.span[i]
            text = text[:a] + form.title() + text[b:] if len(form.title()) == b - a else text
    return text


def _learn_city(state: State, first: int, country: str | None) -> None:
    """'Dar es Salaam, Tanzania': the document itself says where its towns are."""
    if (
        country is None
        or first < 2
        or state.form[first - 1] != ","
        or not state.form[first - 2][:1].isupper()
        or first - 2 in state.covered
    ):
        return
    k = first - 2
    while k > 0 and state.form[k - 1][:1].isupper() and state.sentence[k - 1] == state.sentence[k] and k - 1 not in state.covered:
        k -= 1
    for name in (state.text(k, first - 1), state.form[first - 2]):
        state.cities.setdefault(name.lower(), country)
    if state.sentence[first] == 0:  # the dateline
        state.use_country(first - 2, country, 1.5)


def _count_country(state: State, named: Named) -> None:
    """How much a name says of whose 'the government' is: most where it stands with an organ or an office."""
    i = named.head
    countries = {c for e in named.entries if (c := state.world.country(e.actor))}
    if not countries:
        return
    kind = named.entries[0].kind
    weight = 1.0
    head = state.head[i]
    if state.rel[i] in ("amod", "compound", "nmod:poss", "nmod:desc", "nmod") and head >= 0:
        lemma = state.noun(head)
        if lemma in words.ABROAD:
            weight = 0.4
        elif lemma in words.SETTLEMENTS:
            weight = 1.2
        elif lemma in words.ROLES and state.analysis.feature(head, "Number") == "Plur":
            weight = 0.8
        elif lemma in words.ORGANS or lemma in words.ROLES or head in state.persons or lemma in ("affairs",):
            weight = 2.0
        elif kind in ("adjective", "demonym"):
            weight = 0.6
    what = state.world.kind(named.entries[0].actor)
    if what == "organ" and kind not in ("capital", "metonym"):
        weight = 1.6
    elif what not in ("state", "organ", "region"):
        weight = min(weight, 0.1 if what == "media" else 0.4)  # parties, armed groups, companies and peoples live abroad as well
    if state.text(named.first, named.last).lower().removeprefix("the ") in _ORGAN_WORDS:
        weight = 0.2
    if about_only(state, i):
        weight *= 0.4
    first = state.world.row(named.entries[0].actor)
    if first is not None and first.claimed_by:
        weight *= 0.5
    for country in countries:
        state.use_country(i, country, weight / len(countries))


def _find_abbreviations(state: State) -> None:
    """'Economic Community of West African States (ECOWAS)': the bracketed letters name what stands before."""
    form = state.form
    for i in range(2, len(form) - 1):
        if form[i - 1] != "(" or form[i + 1] != ")" or not _is_abbreviation(form[i]) or i in state.covered:
            continue
        long = _long_form(state, i - 2, form[i])
        if long is None:
            continue
        first, actor = long
        if actor is None:
            name = state.text(first, i - 1)
            name = name[4:] if name.lower().startswith("the ") else name
            actor = Actor(id=slug(name), name=name, sectors=words.NAME_SECTORS.get(form[i - 2].lower(), ()))
        state.extra_names[form[i]] = actor


def _is_abbreviation(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 10 and letters.isalpha() and sum(c.isupper() for c in letters) >= 2


def _long_form(state: State, last: int, short: str) -> tuple[int, Actor | None] | None:
    letters = [c for c in short if c.isupper()]
    named = state.covered.get(last)
    if named is not None and named.last == last + 1:
        record = state.world.actor(named.entries[0].actor)
        initials = [f[0] for f in form_of(state, named) if f[:1].isupper()]
        fits = len(initials) >= 2 and all(c in initials for c in letters) and initials[0] == letters[0]
        return (named.first, record) if record is not None and fits else None
    k, left = last, list(letters)
    first = None
    while k >= 0 and left and state.sentence[k] == state.sentence[last] and last - k < 12:
        initial = state.form[k][:1]
        if initial.isupper():
            if initial in left:
                while left and left.pop() != initial:
                    pass
                first = k
        elif state.lower[k] not in ("of", "for", "and", "the", "in", "on", "de", "du", "la", "-", "&", "to"):
            break
        k -= 1
    return (first, None) if first is not None and state.form[first][:1] == letters[0] and not left else None


def form_of(state: State, named: Named) -> Sequence[str]:
    """The words of a name."""
    return state.form[named.first : named.last]


def _coordinated(analysis: Analysis, token: int) -> Sequence[int]:
    """Heads coordinated with ``token``, all levels, in order; none where no conjunction joins them ('X, the head of Y, Z said')."""
    out, stack, joined = [], [token], False
    while stack:
        k = stack.pop()
        for c in analysis.children[k]:
            if analysis.rel[c] == "conj" and analysis.upos[c] not in ("VERB", "AUX"):
                if any(analysis.rel[d] == "cc" and analysis.form[d] in _EXCEPTING for d in analysis.children[c]):
                    continue  # 'all states but Hungary'
                out.append(c)
                stack.append(c)
                joined = joined or any(analysis.rel[d].startswith("cc") for d in analysis.children[c])
    return sorted(out) if joined else ()
