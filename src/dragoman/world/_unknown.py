"""Proper names that no table has and that are no person's: organizations by their words or by the language model, families.

    'the mining company [Acme]'   BUS, by the noun before        'the [Skripals]'   the bearers of a surname
    'Osun [Police] Command'       COP, by a word in the name     'Human Rights [Watch]'   of no one state
"""

from __future__ import annotations

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._holders import OF_STATE, SET_IN, complete
from dragoman.world._owners import CONTEXT, owner_of
from dragoman.world._persons import COMPANY_SUFFIXES, class_noun
from dragoman.world._state import ResolvedMention, State, slug

_WORLDLY = frozenset({"international", "world", "global", "worldwide", "european", "african", "asian", "inter-american", "borders",
                      "transatlantic"})  # fmt: skip
"""Words of names that are no one state's."""
_NAMED_AFTER = frozenset({"department", "ministry", "office", "bureau", "board", "directorate", "institute", "university", "school", "faculty", "college",
                          "commission", "committee", "authority", "agency", "academy", "secretary", "minister", "commissioner"})  # fmt: skip
"""Bodies and offices that what follows 'of' is a part of the name of."""
_OCCASIONS = frozenset({"conference", "festival", "summit", "championship", "championships", "tournament", "cup", "expo", "games", "olympics", "fair",
                        "show", "awards", "prize", "program", "programme", "project", "index", "average", "bowl", "marathon", "debate", "primary", "caucus",
                        "convention", "exhibition", "act", "treaty", "agreement"})  # fmt: skip
"""Last words of names of what takes place, not of who acts."""
_IN_NAMES: dict[str, tuple[str, ...]] = {
    "police": ("COP",), "army": ("MIL",), "navy": ("MIL",), "university": ("EDU",), "hospital": ("MED",), "ministry": ("GOV",), "court": ("JUD",),
    "airlines": ("BUS",), "bank": ("BUS",), "church": ("REL",), "newspaper": ("JRN",), "pac": ("SOC",), "prosecutor": ("JUD",), "sheriff": ("COP",),
    "research": ("EDU",), "institute": ("EDU",),
    "rights": ("SOC",), "foundation": ("SOC",), "union": ("LAB",), "workers": ("LAB",), "farmers": ("AGR",), "teachers": ("EDU", "LAB"),
}  # fmt: skip
"""Words that tell the sector wherever they stand in a name that no table has."""


def unknown_name(state: State, i: int) -> ResolvedMention | None:
    """A proper name that no table has and that is no person's: an organization, if its words or the language model say so."""
    if state.form[i].lower() in words.HONORIFICS or not state.form[i][:1].isupper():
        return None
    if state.rel[i] == "compound" and state.upos[state.head[i]] == "PROPN" and state.head[i] not in state.covered:
        return None
    if state.rel[i] == "nmod" and state.case(i) == "of" and state.noun(state.head[i]) in _NAMED_AFTER and state.form[state.head[i]][:1].isupper():
        return None  # 'the Department of [Civil Aviation]'
    core = [k for k in state.core(i) if state.upos[k] != "DET"]
    core = sorted({*core, *(c for c in state.child(i, "nmod:desc") if c == core[-1] + 1 and state.lower[c] in words.NAME_SECTORS)}) if core else core
    if core and state.form[i].lower().rstrip(".") in ("inc", "corp", "co", "ltd"):  # "Acme's Inc."
        core = sorted({*core, *(k for c in state.child(i, "nmod:poss") for k in (c, *state.kids[c]))})
    for k in reversed(core):  # 'the mining company Acme' is called Acme
        if k < i and state.upos[k] == "NOUN" and state.form[k].islower():
            core = [c for c in core if c > k]
            break
    if len(core) > 1 and state.lower[i] in COMPANY_SUFFIXES and (firm := next((state.named[k] for k in core if k in state.named), None)) is not None:
        record = state.world.actor(firm.entries[0].actor)
        if record is not None and state.world.kind(record.id) == "company":  # 'Acme [Corp.]' is Acme
            return ResolvedMention(i, *state.phrase(i), "name", "organization", state.keep(record), 0.9, (), "name in the table")
    name = state.text(core[0], core[-1] + 1) if core else state.form[i]
    known = state.extra_names.get(name) or state.extra_names.get(state.form[i])
    first, last = state.phrase(i)
    if known is not None:
        return ResolvedMention(
            i, first, last, "name", "organization", state.keep(known), 0.85, (), "abbreviation introduced in the document"
        )
    for _, long, actor in state.organizations:
        if (long.startswith(name + " ") and actor.id.startswith("~")) or _part_of_name(name, long):
            return ResolvedMention(i, first, last, "name", "organization", state.keep(actor), 0.65, (), f"short for {long}")
    entity = state.analysis.entity_at.get(i)
    kind = entity.type if entity else None
    tail = state.form[core[-1]].lower() if core else ""
    sectors = words.NAME_SECTORS.get(state.form[i].lower(), words.NAME_SECTORS.get(tail))
    if sectors is None and tail in COMPANY_SUFFIXES:
        sectors = ("BUS",)
    if sectors == ("GOV",) or (sectors == () and tail in ("committee", "subcommittee", "panel")):
        low = name.lower().split()  # 'the Springfield Police Department', 'the House Budget Committee'
        of_chamber = len(low) > 1 and low[0] in ("house", "senate", "assembly", "parliamentary", "congressional")
        sectors = ("COP",) if "police" in low or "sheriff" in low else ("LEG",) if of_chamber else sectors
    if sectors is None:
        sectors = class_noun(state, i)
    if not sectors:
        sectors = next((_IN_NAMES[w] for w in name.lower().split() if w in _IN_NAMES), sectors)
    if not sectors and name.lower() in state.companies:
        sectors = ("BUS",)
    if (sectors is None and kind != "organization") or (not sectors and tail in _OCCASIONS):
        return None
    owner = owner_of(state, i)
    country = owner.country if owner else None
    if owner is not None and owner.why in (CONTEXT, "place of the clause"):
        inner = next((state.inner[k] for k in core if k in state.inner), None)
        set_in = owner.why != CONTEXT or bool(set(sectors or ()) & OF_STATE) or state.context(i)[1] >= SET_IN
        country = inner or (country if set_in and not set(name.lower().split()) & _WORLDLY else None)
        owner = None
    if set(state.lower[core[0] : core[-1] + 1]) & words.FIGHTING_WORDS and set(sectors or ()) & {"MIL", "REB", "GOV", "LEG"}:
        sectors = ("REB",)
    elif tail in ("congress", "army"):
        sectors = ()
    if tail == "pac" and country is None and state.world.has("USA"):
        country = "USA"
    local = owner is not None or tuple(sectors or ()) != ("SOC",) or tail == "pac"  # rights and relief groups work across borders
    group = "NGO" if not local else "MNC" if country is None and set(sectors or ()) & {"BUS", "JRN"} else None
    actor = Actor(id=slug(name), name=name, country=country if local else None, group=group, sectors=sectors or ())
    sure = 0.6 if kind == "organization" or sectors else 0.45
    actor = state.keep(actor)
    state.organizations.append((i, name, actor))
    return ResolvedMention(
        i, first, last, "name", "organization", actor, sure, (), "a name that no table has", owner.via if owner else None
    )


def _part_of_name(name: str, long: str) -> bool:
    """'the Tigers' after 'Liberation Tigers of Tamil Eelam': a plural word that only that name has."""
    return " " not in name and len(name) > 4 and name.endswith("s") and name in long.split() and name.lower()[:-1] not in words.NAME_SECTORS


def family(state: State, i: int) -> ResolvedMention | None:
    """'the Skripals': the bearers of a surname that the document has."""
    low = state.lower[i]
    person = state.surnames.get(low.removesuffix("s")) if low.endswith("s") and state.analysis.feature(i, "Number") == "Plur" else None
    if person is None or len(person.words) < 2:
        return None
    actor = complete(state, person)
    first, last = state.phrase(i)
    made = Actor(id=state.slug(i), name=state.text(first, last), country=actor.country, group=actor.group, sectors=actor.sectors)
    return ResolvedMention(i, first, last, "name", "group", state.keep(made), 0.6, (), f"a family named after {actor.name}")
