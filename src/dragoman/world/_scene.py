"""Where a report plays: its dateline, the state it begins with, the towns that it names. Whose 'police' and 'residents' are asks for this.

    TALLINN, May 4 - Estonia on Friday accused ...        dateline EST (lasting), first subject EST (lasting)
    'In Moscow, members of ...'                           scene RUS until the paragraph ends
    'blocked a road near Muzaffargarh'                    a town of the gazetteer: PAK

News qualifies the foreign ('Russian diplomats') and leaves its own without a name ('prosecutors'), so that the most frequent country is often
not the one whose prosecutors they are.
"""

from __future__ import annotations

from dragoman.world import _words as words
from dragoman.world._state import State

DATELINE, LEAD, LEAD_ALONE = 2.5, 0.8, 1.5
"""How much the dateline's country and the first sentence's acting state weigh all through the report, and
the latter without a dateline; one plain mention is 1."""
_MARKS = frozenset({":", "-", "--", "—", "–", "_", "(", ","})
_SETTING = words.LOCATIVE | {"from"}


def find_scene(state: State) -> None:
    """Learn the towns that the document names, and remember the countries that it is set in."""
    people = {state.lower[k] for k, rel in enumerate(state.rel) if rel == "flat" for k in (k, state.head[k])}
    towns: list[tuple[int, float]] = []
    for i in range(len(state.form)):
        if state.upos[i] != "PROPN" or i in state.covered:
            continue
        if _is_town_slot(state, i):
            towns.append((i, 0.0))
        elif (least := _possible_town(state, i)) and (least == _SAID or (state.lower[i] not in people and _unlike_person(state, i))):
            towns.append((i, least))
    named = {u.country for u in state.countries} | set(state.cities.values())
    named = named or _sure_countries(state, [i for i, _ in towns])
    for i, least in towns:
        _learn_town(state, i, named, least)
    _find_dateline(state)
    _find_lead(state)


def _possible_town(state: State, i: int) -> float:
    """Inhabitants from which a name that stands before an agent ('Mumbai police') or acts ('Alberta sued') may be a place's; 0: it may not."""
    head, rel = state.head[i], state.rel[i]
    if head < 0 or not state.form[i][:1].isupper() or state.child(i, "flat", "nmod:desc"):
        return 0.0
    if rel in ("compound", "nmod:poss"):
        noun = state.noun(head)
        if rel == "compound" and (noun in words.SETTLEMENTS or noun == "state"):
            return _SAID
        if noun in ("chairman", "chairwoman", "president", "director", "founder", "executive", "chief executive", "manager"):
            return 0.0  # 'Bethlehem Chairman Jan Novak' is a company's
        acts = noun in words.ORGANS or noun in words.ROLES or noun in words.SETTLEMENTS or state.world.generic(noun) is not None
        return _TOWN if acts or noun in words.NAME_SECTORS else 0.0
    return _CITY if rel.startswith("nsubj") and not state.child(i, "det") and state.lemma[head] in words.GOVERN else 0.0


_KNOWN = 20_000.0
"""Inhabitants from which a town tells where a report plays that doesn't name its country."""
_SAID, _TOWN, _CITY = 1.0, 100_000.0, 400_000.0
"""Inhabitants of a place in 'Lagos state' (any), 'Mumbai police', 'Alberta sued'."""


def _unlike_person(state: State, i: int) -> bool:
    """Whether nobody is called so: no holder of an office by surname, no given name ('Florence said')."""
    low = state.lower[i]
    return low not in words.FEMALE_NAMES and low not in words.MALE_NAMES and not state.world.with_surname(state.form[i])


def _is_town_slot(state: State, i: int) -> bool:
    if not state.form[i][:1].isupper() or state.lemma[i] in words.NOT_AGENTS:
        return False  # 'in May' is no town of India
    if state.case(i) == "of" and state.rel[i] == "nmod" and _of_people(state, state.head[i]):
        return True
    if state.case(i) in _SETTING and state.rel[i].split(":")[0] in ("obl", "nmod"):
        return True
    entity = state.analysis.entity_at.get(i)
    return entity is not None and entity.type == "place" and state.rel[i] not in ("compound", "flat")


def _of_people(state: State, i: int) -> bool:
    """'residents of Aleppo', 'the mayor of Lyon', 'the town of Ilo'."""
    noun = state.noun(i)
    return noun in words.ROLES or noun in words.SETTLEMENTS or noun in words.PEOPLE_HEADS or state.world.generic(noun) is not None


_COMMON = frozenset({"north", "south", "east", "west", "side", "ridge", "park", "beach", "city", "town", "hill", "hills", "island", "islands", "valley",
                     "river", "lake", "springs", "falls", "heights", "county", "point", "bay", "port", "street", "avenue", "square", "center", "centre",
                     "worth", "rapids", "creek", "grove", "forest", "field", "grand", "union", "state", "drug", "block", "road", "drive", "house", "court",
                     "church", "hall", "bank", "club", "league", "cup", "green", "central", "upper", "lower"})  # fmt: skip
"""Words that are a place's only with others: 'Park [Ridge]'."""


def _town_names(state: State, i: int) -> tuple[str, ...]:
    parts = [c for c in state.child(i, "flat", "compound", "amod") if state.form[c][:1].isupper() and c not in state.covered]
    tokens = sorted({i, *(k for c in parts for k in (c, *state.child(c, "flat")))})
    whole = state.text(tokens[0], tokens[-1] + 1)
    return (whole,) if len(tokens) > 1 else () if state.lower[i] in _COMMON else (state.form[i],)


def _sure_countries(state: State, towns: list[int]) -> set[str]:
    """Countries of the towns of whose name there is no other: where 'Delft' stands with 'Khayelitsha' it is none of the Netherlands'."""
    found = (state.world.countries_of_town(name, _KNOWN) for i in towns for name in _town_names(state, i))
    return {country for countries in found if len(countries) == 1 for country in countries}


def _learn_town(state: State, i: int, named: set[str], least: float) -> None:
    for name in _town_names(state, i):
        if name.lower() in state.cities:
            return
        country = state.world.country_of_town(name, named, least)
        if country is not None and country not in named:
            country = state.world.country_of_town(name, frozenset(), max(least, _KNOWN))
        if country is not None:
            state.cities[name.lower()] = country
            if state.lower[i] not in _COMMON:
                state.cities.setdefault(state.lower[i], country)


def _find_dateline(state: State) -> None:
    """'NAIROBI (AP) -', 'GOMA:', 'Baku, May 4 -': the names before the first dash or colon of one of the first three paragraphs."""
    seen: set[int] = set()
    for number, (first, last) in enumerate(state.analysis.sentences):
        paragraph = state.analysis.paragraph[number]
        if paragraph in seen:
            continue
        seen.add(paragraph)
        if len(seen) > 3:
            return
        if _dateline(state, first, min(last, first + 14)):
            return


def _dateline(state: State, first: int, last: int) -> bool:
    end = next((k for k in range(first, last) if state.form[k] in (":", "-", "--", "—", "–", "_")), None)
    if end is None or end == first:
        return False
    name_end = next((k for k in range(first, end + 1) if state.form[k] in _MARKS), end)
    name = state.form[first:name_end]
    capitals = all(w.isupper() or not w.isalpha() for w in name) and any(len(w) > 2 for w in name)
    agency = "(" in state.form[name_end:end] or any(state.lower[k].rstrip(".")[:3] in _MONTHS for k in range(name_end, end))
    if not name or len(name) > 4 or not (capitals or (agency and all(w[:1].isupper() for w in name))):
        return False
    for k in range(first, end):
        named = state.named.get(k)
        country = state.world.country(named.entries[0].actor) if named is not None else None
        if named is not None and any(state.world.kind(e.actor) == "organization" for e in named.entries):
            return True  # reports from Brussels are not on Belgium
        if country is not None:
            state.home[country] = state.home.get(country, 0.0) + DATELINE
            return True
    title = " ".join(w.title() for w in name)
    town = state.cities.get(title.lower()) or state.world.country_of_town(title, {u.country for u in state.countries})
    if town is None:
        return False
    state.cities.setdefault(title.lower(), town)
    state.home[town] = state.home.get(town, 0.0) + DATELINE
    return True


_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


def _find_lead(state: State) -> None:
    """The state that acts first: subject, or possessor or adjective of a subject, in the first sentence that has one."""
    for first, last in state.analysis.sentences[:4]:
        for i in range(first, last):
            named = state.named.get(i)
            if named is None or state.world.kind(named.entries[0].actor) not in ("state", "organ"):
                continue
            country = state.world.country(named.entries[0].actor)
            if country is None:
                continue
            head = state.head[i]
            if state.rel[i].startswith("nsubj") or (
                state.rel[i] in ("amod", "compound", "nmod:poss") and head >= 0 and state.rel[head].startswith("nsubj")
            ):
                state.home[country] = state.home.get(country, 0.0) + (LEAD if state.home else LEAD_ALONE)
                return
