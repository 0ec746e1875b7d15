"""Persons: who is named, in which office, and who is meant by a surname or an office later on.

'Foreign Minister [Jan Novak]' ─▶ ~jan-novak, role 'Foreign Minister', sectors GOV
'Novak' ... 'the minister' ─────▶ the same
'President [Sargsyan]', 2012 ───▶ who held the office at the document's date
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import msgspec

from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._state import Person, State, slug
from dragoman.world._world import in_term
from dragoman.world.leaders import Leader, fold

_NAME_RELS = ("flat", "compound", "goeswith", "punct", "nmod:desc", "flat:name")
_MAX_NAME = 6
_OFFICE_SECTORS = {"head_of_state": ("GOV",), "head_of_government": ("GOV",), "foreign_minister": ("GOV",), "defence_minister": ("GOV", "MIL"),
                   "speaker": ("LEG",), "politician": ("PTY",), "party_leader": ("PTY",), "army_chief": ("MIL",), "spy_chief": ("SPY",),
                   "senate_majority_leader": ("LEG",), "senator": ("LEG",), "representative": ("LEG",), "governor": ("GOV",), "mayor": ("GOV",),
                   "judge": ("JUD",), "prosecutor": ("JUD",), "police_chief": ("COP",), "opposition": ("OPP",), "rebel": ("REB",),
                   "journalist": ("JRN",), "business": ("BUS",), "cleric": ("REL",), "unionist": ("LAB",), "activist": ("SOC",),
                   "scholar": ("EDU",), "citizen": (), "legislator": ("LEG",),
                   "official": ("GOV",), "partisan": ("PTY",), "army_officer": ("MIL",)}  # fmt: skip
"""Sectors of who holds an office, or is known for what they do."""
_LESSER = frozenset({"senator", "representative", "governor", "mayor", "judge", "prosecutor", "police_chief", "journalist", "business", "cleric", "unionist",
                     "activist", "scholar", "citizen", "official", "partisan", "army_officer", "head_of_mission"})  # fmt: skip
"""Offices of whose holders there are many: a surname alone is none of theirs, a full name only in their own time and country."""
_CALLINGS = frozenset({"journalist", "business", "cleric", "unionist", "activist", "scholar", "citizen"})
"""What one is rather than holds."""
_LESSER_YEARS = 3
_TITLED = {"sen.": ("senator",), "senator": ("senator",), "rep.": ("representative",), "congressman": ("representative",),
           "congresswoman": ("representative",), "gov.": ("governor",), "governor": ("governor",), "mayor": ("mayor",)}  # fmt: skip
_SOUND_YEARS = 15
"""A name that only sounds like one of the table is its bearer's if the report is from so many years about the term."""
_ROYAL = frozenset({"king", "queen", "prince", "crown prince", "emir", "sultan", "pope"})
_OFFICE_ROLES = {"head_of_state": ("president", "head of state", "leader"), "head_of_government": ("prime minister", "premier", "leader"),
                 "foreign_minister": ("foreign minister", "minister of foreign affairs"), "speaker": ("speaker",),
                 "defence_minister": ("defence minister", "defense minister"),
                 "leader": ("leader",), "legislator": ("lawmaker",),
                 "head": ("secretary general", "secretary-general", "head")}  # fmt: skip
"""Offices by which reports may take up somebody whom they named without one."""
_AMERICAN_ROLES = {"foreign_minister": ("secretary of state",), "defence_minister": ("defense secretary",)}
_BROAD_ROLES = frozenset({"official", "chief", "leader", "member", "head", "director", "chairman"})


@dataclasses.dataclass(frozen=True, slots=True)
class Title:
    """An office as the text words it: its noun, its full phrase, whether it is over."""

    token: int
    role: str
    text: str
    former: bool


def find_persons(state: State) -> None:
    """Register the persons that the document names, in order, in ``state.persons`` (by head) and ``state.surnames``."""
    for i in range(len(state.form)):
        if state.upos[i] in ("NOUN", "PROPN") and state.noun(i) in _MINISTERS:
            state.fields |= _fields(state, i)
    typed = {e.head: e.type for e in state.analysis.entities}
    state.companies = _company_words(state)
    names = [i for i, upos in enumerate(state.upos) if upos in ("PROPN", "NOUN")]
    full = [i for i in names if len(name_tokens(state, i)) > 1]
    for i in (*full, *sorted(set(names) - set(full))):  # headlines have surnames alone before the text has the name
        upos = state.upos[i]
        titled = upos == "NOUN" and _is_title_word(state, i) and any(state.upos[c] == "PROPN" for c in state.child(i, "flat"))
        if upos != "PROPN" and not titled:
            continue
        if i in state.covered or i in state.persons or i in state.fields or state.rel[i] in ("flat", "goeswith") or _hyphenated(state, i):
            continue
        if state.lemma[i] in words.NOT_AGENTS and not state.child(i, "flat"):
            continue
        if (not state.form[i][:1].isupper() and not titled) or state.analysis.feature(i, "Number") == "Plur":
            continue
        if state.rel[i] in ("compound", "nmod:desc") and state.upos[state.head[i]] == "PROPN" and not _is_title_word(state, state.head[i]):
            continue
        person = _person_at(state, i, typed)
        if person is not None:
            state.persons[i] = person
            gender = _gender(state, i, person)
            if gender is not None:
                state.genders.setdefault(person.actor.id, gender)
            if any(p.actor.id == person.actor.id for p in state.surnames.values() if p.words == person.words):
                continue
            for surname in (person.words[-1], " ".join(person.words[-2:]), " ".join(person.words)):
                state.surnames[surname] = person
                state.bearers.setdefault(surname, []).append(person)
            if len(person.words) > 1 and person.words[0] not in state.surnames:
                state.surnames[person.words[0]] = person  # 'Xi' after 'Xi Jinping'


_CHAMBERS = frozenset({"parliament", "house", "assembly", "senate", "knesset", "duma", "parliamentary", "majlis", "rada", "congress"})
YET = frozenset({"next", "future", "would-be", "prospective", "potential", "aspiring"})
"""Words before an office that is not held yet."""
_MINISTERS = frozenset({"minister", "secretary", "commissioner", "undersecretary", "state", "representative", "rapporteur"})


def _fields(state: State, i: int) -> set[int]:
    """The fields after the first of an office with several: 'Minister for Trade, [Rural Affairs] and the [Sea]'; () where it has one.

    The words run on in capitals, with 'the', 'of' and 'for', over commas to an 'and'; a name with a given name in it is a person's instead.
    """
    form, n = state.form, len(state.form)
    start = i + 1
    if start >= n or state.lower[start] not in ("for", "of") or (state.noun(i) == "secretary" and state.lower[start + 1 : start + 2] == ["state"]):
        return set()
    end, joined, first_comma = start + 1, -1, -1
    while end < n and state.sentence[end] == state.sentence[i]:
        low = state.lower[end]
        if low == "and":
            if joined >= 0:
                break
            joined = end
        elif form[end] == ",":
            if joined >= 0:
                break
            first_comma = end if first_comma < 0 else first_comma
        elif not (form[end][:1].isupper() or low in ("the", "of", "for")) or state.upos[end] in ("VERB", "AUX"):
            break
        end += 1
    if joined < 0 or first_comma < 0 or not form[joined + 1 : joined + 2] or end == joined + 1:
        return set()
    fields = {k for k in range(first_comma + 1, end) if state.upos[k] in ("NOUN", "PROPN", "ADJ")}
    named = any(state.rel[k] == "flat" or state.lower[k] in words.HONORIFICS or state.noun(k) in words.ROLES for k in fields)
    return set() if named else fields


def _hyphenated(state: State, i: int) -> bool:
    """The later part of a name with a hyphen, which the parser may hang elsewhere: 'Jean-[Baptiste]'."""
    span = state.analysis.span
    return i > 1 and state.form[i - 1] == "-" and state.upos[i - 2] == "PROPN" and span[i - 2][1] == span[i - 1][0] and span[i - 1][1] == span[i][0]


def _gender(state: State, i: int, person: Person) -> str | None:
    """'m' or 'f' by honorific, office or given name, or None."""
    told = [state.lower[c] for c in state.kids[i]] + list(person.roles)
    for word in told:
        if word in words.TITLES_FEMALE:
            return "f"
        if word in words.TITLES_MALE:
            return "m"
    given = person.words[0]
    return "f" if given in words.FEMALE_NAMES else "m" if given in words.MALE_NAMES else None


def _is_title_word(state: State, i: int) -> bool:
    return state.noun(i) in words.ROLES or state.lower[i] in words.HONORIFICS


def name_tokens(state: State, i: int) -> list[int]:
    """The tokens of the person's name at head ``i``, titles left out."""
    if i not in state.name_parts:
        state.name_parts[i] = _name_tokens(state, i)
    return state.name_parts[i]


def _name_tokens(state: State, i: int) -> list[int]:
    out = [i]
    for c in state.kids[i]:
        rel = state.rel[c]
        if rel == "flat" or (rel in ("compound", "goeswith") and state.upos[c] == "PROPN" and c not in state.covered
                             and not _is_title_word(state, c) and state.form[c][:1].isupper()):  # fmt: skip
            out.append(c)
            out += [
                k for k in state.kids[c] if state.rel[k] in _NAME_RELS and state.upos[k] in ("PROPN", "PUNCT") and k not in state.covered
            ]
    for k in list(out):
        while k + 2 < len(state.form) and _hyphenated(state, k + 2) and state.upos[k + 2] == "PROPN":
            out += [k + 1, k + 2]
            k += 2
    bracket = next((k for k in range(i + 1, min(i + 6, len(state.form))) if state.form[k] == "("), len(state.form))
    out = sorted({k for k in out if not state.form[k][0].isdigit() and k < bracket})
    last = out[-1] if out and state.rel[out[-1]] == "flat" and out[-1] > i and not _is_title_word(state, out[-2]) else -1  # 'Peter [King]'
    return [k for k in out if state.lower[k] not in words.HONORIFICS and not (k not in (i, last) and _is_title_word(state, k))]


def titles(state: State, i: int, typed: dict[int, str] | None = None) -> list[Title]:
    """The offices that the text gives to the person at ``i``: before the name, in apposition, or as predicate."""
    found = []
    if _is_title_word(state, i) and state.child(i, "flat") and (own := title_at(state, i)) is not None:
        found.append(dataclasses.replace(own, text=state.text(state.phrase(i)[0], i + 1)))
    parts = [k for k in (i + 2, i + 4) if k < len(state.form) and _hyphenated(state, k)]
    around = [c for k in (i, *state.child(i, "flat"), *parts) for c in state.kids[k]]
    for c in around:
        rel = state.rel[c]
        if c < i and rel in ("nmod:desc", "compound", "amod", "nmod", "nmod:unmarked", "appos", "dep"):
            title = title_at(state, c, before=i)
            if title:
                found.append(title)
        elif state.upos[c + 1 : c + 2] == ["PROPN"] and c > i and state.upos[c] == "NOUN":
            continue  # 'X and former governor [Y]', of Y
        elif rel in ("appos", "parataxis", "dep", "acl", "list", "nmod:desc") and c > i and state.upos[c] in ("NOUN", "PROPN", "ADJ"):
            title = title_at(state, c)
            if title:
                found.append(title)
    for title in list(found):  # 'president and [chief executive] of Acme'
        found += [also for c in state.child(title.token, "conj") if state.upos[c] in ("NOUN", "PROPN") and (also := title_at(state, c)) is not None]
    head = state.head[i]
    first = head if state.rel[i] == "conj" else i
    if first > 0 and (first != i or not found):
        for c in (*(c for c in state.kids[first] if c < first and state.rel[c] in ("nmod:desc", "compound")), first - 1):
            beside = state.head[c] == first or (state.head[c], state.rel[c]) == (state.head[first], state.rel[first])
            if beside and state.analysis.feature(c, "Number") == "Plur" and (title := title_at(state, c, before=first)) is not None:
                found.append(title)  # 'Senators X and [Y]'
    if head >= 0:
        if (state.rel[i] in ("appos", "flat") and state.upos[head] in ("NOUN", "PROPN")) or (
            state.rel[i] == "nsubj" and state.upos[head] in ("NOUN", "PROPN") and state.child(head, "cop")
        ):
            title = title_at(state, head)
            if title:
                found.append(title)
    return found


def title_at(state: State, c: int, before: int | None = None) -> Title | None:
    """The office whose noun is ``c``, or None."""
    role, kind = role_of(state, c), _kind_of_person(state, c)
    if role == "representative" and before is not None and state.form[c][:1].isupper():
        role = "congressman"
    if role == "speaker" and state.form[c].islower() and not set(state.words_before(c)) & _CHAMBERS and not state.child(c, "nmod"):
        return None  # who speaks at a conference
    if {state.lower[k] for k in state.core(c)} & YET:
        return None  # 'the next president'
    if role is None or (kind is not None and len(kind.split()) > len(role.split())):
        role = kind
    if role is None:
        return None
    first, last = state.phrase(c)
    if before is not None:
        tokens = [k for k in range(first, before) if state.rel[k] != "det"]
        while tokens and state.lower[tokens[-1]] in words.HONORIFICS:
            before = tokens.pop()
        first, last = (tokens[0], before) if tokens else (c, before)
    while first < last - 1 and state.lower[first] in ("the", "a", "an", "its", "his", "her", "their"):
        first += 1
    lower = set(state.lower[max(0, first - 2) : last])
    former = bool(lower & (words.FORMER - {"late", "then", "retired", "exiled"}))
    return Title(c, role, state.text(first, last), former)


COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite number"})
"""Somebody in the same office elsewhere."""


def _kind_of_person(state: State, c: int) -> str | None:
    """What somebody is who holds no office: 'a [dissident], Jan Novak', '[union leader] Novak'."""
    if state.analysis.feature(c, "Number") == "Plur":
        return None
    if state.lower[c] in words.PARTISANS and state.child(c, "det"):
        return state.lower[c]  # 'Jan Novak, a Democrat'
    if state.upos[c] != "NOUN" and state.lower[c] not in _CALLED:
        return None
    before = state.words_before(c)
    if before[-1] in COUNTERPARTS:
        return before[-1]
    if before[-1] == "runner" and [f.lower() for f in state.form[max(0, c - 2) : c]] == ["front", "-"]:
        return "frontrunner"
    for k in range(len(before)):
        generic = state.world.generic(" ".join(before[k:]))
        if generic is not None and generic[1] == "person":
            return " ".join(before[k:])
    return None


def role_of(state: State, c: int) -> str | None:
    """The longest office in the table of roles that the phrase headed by ``c`` ends in, with its 'of' complement."""
    if c not in state.offices:
        state.offices[c] = _role_of(state, c)
    return state.offices[c]


def _role_of(state: State, c: int) -> str | None:
    lemma = state.noun(c)
    before = []
    for k in state.core(c):
        if k < c and k not in state.covered and state.upos[k] != "PUNCT":
            before.append(state.noun(k))
    if lemma in ("charge", "chargé") and state.lower[c + 1 : c + 2] in (["d'affaires"], ["d’affaires"], ["d'"], ["d’"]):
        return "chargé d'affaires"
    if lemma == "general" and (before[-1:] == ["secretary"] or state.lower[max(0, c - 2) : c] == ["secretary", "-"]):
        return "secretary general"
    if lemma == "general" and c and f"{state.lower[c - 1]} general" in words.ROLES:
        return f"{state.lower[c - 1]} general"  # also where the parser joins the words otherwise: 'consul general'
    for o in state.kids[c]:
        if state.rel[o] == "nmod" and state.case(o) == "of":
            tail = f"{lemma} of {' '.join(state.words_before(o))}"
            if tail in words.ROLES or tail in words.OFFICES:
                return tail
            tail = f"{lemma} of {state.noun(o)}"
            if tail in words.ROLES or tail in words.OFFICES:
                return tail
    for k in range(len(before) + 1):
        phrase = " ".join([*before[k:], lemma])
        if phrase in words.ROLES or phrase in words.OFFICES:
            return phrase
    return lemma if lemma in words.ROLES else None


def _person_at(state: State, i: int, typed: dict[int, str]) -> Person | None:
    tokens = name_tokens(state, i)
    if i not in tokens and not (tokens and _is_title_word(state, i)):
        return None
    if any(state.lower[k] in COMPANY_SUFFIXES for k in (*tokens, *state.child(i, "nmod:desc"))):
        return None  # 'Acme Co.'
    if all(state.form[k].isupper() and len(state.form[k]) < 3 for k in tokens if state.upos[k] != "PUNCT"):
        return None  # 'Sanders (I-Vt.)'
    tokens = _after_title(state, i, tokens)
    if len(tokens) > 1 and state.lower[tokens[0]] in ("r", "d", "i") and state.form[tokens[0] + 1] == "-":
        return None  # 'R-Wis.'
    names = [state.form[k] for k in tokens if state.upos[k] != "PUNCT" and not (k == i and _is_title_word(state, i) and len(tokens) > 1)]
    if not names or len(names) > _MAX_NAME or names[-1].lower() in ("extraordinary", "plenipotentiary"):
        return None
    first = min(k for k in tokens if not (k == i and _is_title_word(state, i) and len(tokens) > 1))
    name = state.text(first, max(tokens) + 1)
    key = tuple(fold(name).split())
    if not key:
        return None
    given = titles(state, i, typed)
    honor = any(state.lower[c] in words.HONORIFICS for c in state.kids[i])
    hint = _hint(state, i, given)
    home = state.world.country(hint) if hint is not None else None
    known = _known(state, name, key, given, home) or _with_title_in_name(state, first, name, given, home)
    earlier = _earlier(state, key, i) if known is None or len(key) == 1 else None
    if earlier is not None and {t.role for t in given} & _ROYAL and key[0] != earlier.words[0]:
        earlier = None  # monarchs go by their given names: 'King Hussein' is no Saddam Hussein
    if earlier is not None and (not given or _same_office(earlier, given)):
        return _again(state, i, earlier, given)
    kind = typed.get(i)
    if known is None and len(key) == 1 and not given and not honor and (
        state.lower[i] in state.places or state.lower[i] in state.companies or state.lower[i] in state.cities
    ):  # fmt: skip
        return None
    if known is not None and not _elsewhere(state, known, hint, given):
        return _leader(state, i, key, given, known)
    if known is not None:
        return _unknown(i, known.person, key, given, 0.85)
    if kind not in (None, "person") and not given and not honor:
        return None
    sure = kind == "person" or bool(given) or honor
    if not honor and not given and (state.rel[i] == "appos" or len(names) == 1) and class_noun(state, i) is not None:
        return None
    if not sure and (class_noun(state, i) is not None or not _looks_like_person(state, i, names)):
        return None
    if not honor and not given and any(state.lower[c] == "the" for c in state.child(i, "det")) and not state.child(i, "amod") and (
        state.world.generic(state.noun(i)) is None
    ):  # fmt: skip
        return None  # 'the Faubourg Marigny'
    beside = [*state.child(i, "nmod:desc", "compound"), *([state.head[i]] if state.rel[i] in ("appos", "flat") and state.head[i] >= 0 else [])]
    if any(state.noun(c) in _VESSELS and state.upos[c] == "NOUN" for c in beside):
        return None  # 'the vessel Jan Novak'
    if len(tokens) == 1 and (_is_title_word(state, i) or role_of(state, i) is not None):
        return None
    if _is_title_word(state, i) and tokens[-1] == i and not state.child(i, "flat"):
        return None  # 'Appropriations Chairman'
    return _unknown(i, name, key, given, 0.8 if sure else 0.5)


_CALLED = frozenset({"professor", "prof.", "detective", "officer", "coach", "doctor", "sergeant", "pastor", "deacon", "inspector", "superintendent",
                     "constable", "principal", "dean", "nurse", "agent", "corporal", "trooper", "counsel", "committeeman", "committeewoman", "emeritus",
                     "associate", "justice"})  # fmt: skip
"""Words before a name that are none of it, besides the offices."""


_VESSELS = frozenset({"vessel", "ship", "ferry", "tanker", "trawler", "yacht", "boat", "freighter", "plane", "aircraft", "submarine", "destroyer", "frigate",
                      "horse", "dog", "hurricane", "typhoon", "cyclone", "film", "movie", "book", "novel", "song", "album", "magazine", "band"})  # fmt: skip
"""What else has names as people have."""


def _after_title(state: State, i: int, tokens: list[int]) -> list[int]:
    """The tokens of a name after the last title among them: 'Acme Chairman [Jan Novak]', 'authority director General [Jan Novak]'."""
    titles_ = (k for k in range(tokens[0], tokens[-1]) if k > tokens[0] or state.lower[k] in _CALLED)
    cut = max((k for k in titles_ if (_is_title_word(state, k) and state.lower[k] not in words.HONORIFICS) or state.lower[k] in _CALLED), default=-1)
    common = (k for k in range(tokens[0] + 1, tokens[-1]) if state.upos[k] == "NOUN" and state.form[k].islower() and len(state.form[k]) > 3)
    cut = max(cut, max(common, default=-1))  # 'Likely party nominee [Jan Novak]'
    return [k for k in tokens if k > cut] if cut >= 0 and (cut <= i or _is_title_word(state, i) or state.lower[i] in _CALLED) else tokens


def class_noun(state: State, i: int) -> tuple[str, ...] | None:
    """Sectors of the noun that says what kind of organization a name is: 'the mining company Acme'."""
    near = [c for c in state.kids[i] if state.rel[c] in ("nmod:desc", "compound") and c < i]
    near += [c for c in state.child(i, "amod") if c + 1 < i and state.form[c + 1] == ","]  # 'his weekly, Acme' as the parser often has it
    near += [state.head[i]] if state.rel[i] == "appos" and state.head[i] >= 0 else []  # 'his weekly, Acme'
    if i and state.upos[i - 1] == "NOUN" and (state.head[i - 1], state.rel[i - 1]) == (state.head[i], state.rel[i]):
        near.append(i - 1)  # 'The federation Acme called ...' with two subjects, as the parser sometimes has it
    for c in near:
        before = state.words_before(c) if state.upos[c] in ("NOUN", "ADJ") else []
        phrases = (state.world.generic(" ".join(before[k:])) for k in range(len(before)))
        generic = next((g for g in phrases if g is not None), None)
        if generic is not None and generic[1] == "organization":
            told = [s for w in before[:-1] for s in words.MODIFIER_SECTORS.get(w, ())]
            return generic[0] or tuple(dict.fromkeys(told))
    return None


def _looks_like_person(state: State, i: int, names: Sequence[str]) -> bool:
    if names[-1].lower() in words.NAME_SECTORS or not all(n[:1].isupper() and not n.isupper() for n in names if len(n) > 2):
        return False
    if len(names) > 1 and bool(state.child(i, "flat")):
        return not any(state.rel[c] == "det" for c in state.kids[i])
    head = state.head[i]
    if state.child(i, "amod", "compound", "det"):
        return False
    return len(names) == 1 and state.rel[i] == "nsubj" and head >= 0 and state.lemma[head] in words.SPEAK


COMPANY_SUFFIXES = frozenset({"s.p.a", "nv", "cie.", "a.g.", "pty", "kk", "inc.", "inc", "corp.",
                              "corp", "co.", "cos.", "ltd.", "ltd", "plc", "llc", "ag", "s.a.", "n.v.", "gmbh", "s.p.a.", "oy"})  # fmt: skip
_COMPANY_ENDS = frozenset({"inc.", "inc", "corp.", "corp", "co.", "ltd.", "ltd", "plc", "group", "communications", "industries", "systems",
                           "technologies", "airlines", "airways", "holdings", "partners", "bank", "ag", "s.a.", "cos.", "enterprises",
                           "broadcasting", "laboratories", "pharmaceuticals", "motors", "electric", "financial", "securities",
                           "n.v", "nv", "se", "spa", "sa", "a.g.", "pty", "ab", "asa", "oyj", "kk", "k.k.", "bhd", "cie",
                           "association", "foundation", "insurance", "stores", "energy", "foods", "software", "entertainment", "s.p.a.", "cie."})  # fmt: skip


def _company_words(state: State) -> frozenset[str]:
    """First words of names that end as companies' and clubs' do ('McCaw' of 'McCaw Cellular Communications Inc.'): alone they are no persons."""
    out = set()
    for i, low in enumerate(state.lower):
        if (low in _COMPANY_ENDS or low in COMPANY_SUFFIXES) and state.form[i][0].isupper():
            k = i
            start = max(state.analysis.sentences[state.sentence[i]][0], i - 4)
            while k > start and (state.form[k - 1][:1].isupper() or state.form[k - 1] in ("&", "'s", "’s")):
                k -= 1
            if state.lower[k] not in words.HONORIFICS and not _is_title_word(state, k):
                out.add(state.lower[k])
    return frozenset(out)


def _bearer(state: State, surname: str, i: int) -> Person | None:
    """Whom a surname means at ``i``: somebody named before, the office holder of several; else the first named after.

    'Mrs.' and 'Mr.' tell a wife from her husband.
    """
    honors = {state.lower[c] for c in state.kids[i]}
    contrary = "m" if honors & words.TITLES_FEMALE else "f" if honors & words.TITLES_MALE else ""
    bearers = [p for p in state.bearers.get(surname, ()) if state.genders.get(p.actor.id) != contrary]
    if not bearers and contrary and surname in state.bearers:
        return None
    before = [p for p in bearers if p.head < i]
    known = [p for p in before if p.actor.country is not None or p.actor.group is not None]
    if len({p.actor.id for p in before}) > 1 and known:
        return known[-1]
    return before[-1] if before else bearers[0] if bearers else state.surnames.get(surname)


def _earlier(state: State, key: tuple[str, ...], i: int) -> Person | None:
    found = _bearer(state, " ".join(key), i)
    if found is not None or len(key) == 1:
        return found
    found = _bearer(state, key[-1], i)
    return found if found is not None and (found.words[0] == key[0] or len(found.words) == 1) else None


def _same_office(person: Person, given: Sequence[Title]) -> bool:
    """Whether a title fits somebody already named: 'King Hussein' isn't the President Hussein named before."""
    has = {o for r in person.roles for o in words.OFFICES.get(r, ())}
    wants = {o for t in given for o in words.OFFICES.get(t.role, ())}
    royal = {t.role for t in given} & _ROYAL
    if royal and person.roles and not royal & set(person.roles):
        return False
    return not has or not wants or bool(has & wants)


def _again(state: State, i: int, person: Person, given: Sequence[Title]) -> Person:
    roles = tuple(dict.fromkeys((*person.roles, *(t.role for t in given))))
    person.roles = roles
    if given and person.actor.role is None:
        actor = person.actor
        sectors = actor.sectors or words.ROLES.get(given[0].role, ("", ()))[1]
        person.actor = _replace(actor, role=given[0].text, sectors=sectors)
    return Person(i, person.name, person.actor, person.words, roles, max(0.6, person.confidence - 0.03), person.told, person.candidates)


def _hint(state: State, i: int, given: Sequence[Title]) -> str | None:
    """The id that stands with a person's name or title: 'King Hussein of Jordan', 'Iraqi President Hussein', 'EU envoy Lund'."""
    for k in (i, *(t.token for t in given)):
        for c in state.kids[k]:
            named = state.named.get(c)
            if named is not None and (
                state.rel[c] in ("amod", "compound", "nmod:poss") or (state.rel[c] == "nmod" and state.case(c) == "of")
            ):
                return named.entries[0].actor
    return None


def _elsewhere(state: State, row: Leader, hint: str | None, given: Sequence[Title]) -> bool:
    """Whether the text puts somebody of the table into another's service: a former minister who leads an organization now."""
    if hint is None or not given or any(t.former for t in given):
        return False
    if row.office.startswith("head_of") and state.date is not None and in_term(row, state.date, 0) and _country_named(state, row):
        return False  # who leads a state whose name is there serves no other
    return state.world.country(hint) != state.world.country(row.actor) and row.actor != hint


def _known(state: State, name: str, key: tuple[str, ...], given: Sequence[Title], hint: str | None) -> Leader | None:
    found = _known_by_name(state, name, key, given, hint)
    if found is None or hint is None or len(key) > 1:
        return found
    return found if (state.world.country(found.actor) or hint) == hint else None


def _with_title_in_name(state: State, first: int, name: str, given: Sequence[Title], hint: str | None) -> Leader | None:
    """'Sheikh Hasina', 'Prince Mohammed': people whom the table knows by their title and name."""
    title = state.form[first - 1] if first else ""
    if not title[:1].isupper() or not state.world.people(f"{title} {name}"):
        return None
    whole = f"{title} {name}"
    return _known_by_name(state, whole, tuple(fold(whole).split()), given, hint)


def _known_by_name(state: State, name: str, key: tuple[str, ...], given: Sequence[Title], hint: str | None) -> Leader | None:
    world, date = state.world, state.date
    rows = list(world.people(name)) if len(key) > 1 else []
    if not rows and len(key) > 2:
        rows = list(world.people(f"{key[0]} {key[-1]}"))
    if not rows and len(key) > 1:
        rows = [r for r in world.by_sound(name) if (date is None or in_term(r, date, _SOUND_YEARS)) and (_country_named(state, r) or _alone(state))]
        rows = rows if len({r.person for r in rows}) == 1 else []
    rows = [r for r in rows if r.office not in _LESSER or _plausible(state, r)]
    if rows:
        return _best_term(state, rows, given)
    if len(key) > 1:
        near = [r for r in world.by_surname(key[-1], date) if _same_initial(r, key[0])]
        return _best_term(state, near, given) if near and given else None
    if " ".join(key) in state.surnames:
        return None
    if date is None and given:  # 'President Macron' in a report without a date
        offices = _offices(given)
        held = [r for r in world.with_surname(key[0]) if r.office in offices and (hint is None or world.country(r.actor) == hint)]
        held = held if len({r.person for r in held}) == 1 else [r for r in held if _country_named(state, r)]
        return _best_term(state, held, given) if len({r.person for r in held}) == 1 else None
    if date is None:  # only a name of its own: 'Lula'
        own = [r for r in world.with_surname(key[0]) if r.office not in _LESSER and any(fold(n) == key[0] for n in r.names)]
        return _best_term(state, own, given) if len({r.person for r in own}) == 1 and len(key[0]) > 3 else None
    rows = [r for r in world.by_surname(key[0], date) if hint is None or world.country(r.actor) in (None, hint)]
    offices = _offices(given)
    rows = [r for r in rows if r.office not in _LESSER or r.office in offices]
    if given and not offices:  # 'Sen. Obama' may be anybody, unless that one leads the state at the time
        rows = [r for r in rows if r.office.startswith("head_of") and date is not None and in_term(r, date, 0) and r.source != "wikidata"]
    fitting = [r for r in rows if (r.office in offices if offices else True) and (offices or _country_named(state, r))]
    fitting = _first_office(state, fitting, given)
    people = {r.person for r in fitting}
    if len(people) > 1:
        fitting = [r for r in fitting if _country_named(state, r)]
        people = {r.person for r in fitting}
    if not people and offices:  # 'President Reagan visited in 1982', told thirty years later
        fitting = [r for r in world.with_surname(key[0]) if r.office in offices and (r.start or "9")[:4] <= date[:4] and _country_named(state, r)]
        people = {r.person for r in fitting}
    return _best_term(state, fitting, given) if len(people) == 1 else None


def _offices(given: Sequence[Title]) -> set[str]:
    """Offices of the table that titles before a name mean."""
    return {o for t in given for o in (words.OFFICES.get(t.role) or _TITLED.get(t.role) or ())}


def _plausible(state: State, row: Leader) -> bool:
    """Whether somebody of whose like there are many may be meant by a full name: about the time, and the country isn't another."""
    if state.date is not None and not in_term(row, state.date, _LESSER_YEARS):
        return False
    return not state.countries or _country_named(state, row)


def _alone(state: State) -> bool:
    """Whether nothing but a name is given, so that no other name can speak against it."""
    return not state.countries and len(state.analysis.sentences) == 1


def _first_office(state: State, rows: list[Leader], given: Sequence[Title]) -> list[Leader]:
    """Of several of one surname those in office on the day, and of these the ones in the office that the title means first."""
    now = [r for r in rows if state.date is not None and in_term(r, state.date, 0)] or rows
    for title in given:
        for office in words.OFFICES.get(title.role, ()):
            held = [r for r in now if r.office == office]
            if held:
                return held
    return now


def _same_initial(row: Leader, first: str) -> bool:
    return any(fold(n)[:3] == first[:3] for n in (row.person, *row.names))


def _country_named(state: State, row: Leader) -> bool:
    country = state.world.country(row.actor) or row.actor
    return any(u.country == country for u in state.countries)


def _best_term(state: State, rows: Sequence[Leader], given: Sequence[Title]) -> Leader | None:
    if not rows:
        return None
    offices = _offices(given)
    date = state.date

    def rank(row: Leader) -> tuple[bool, bool, bool, bool, str]:
        now = date is not None and in_term(row, date, 0)
        begun = date is None or (row.start or "") <= date
        return (now, row.office in offices or not offices, begun, row.source != "wikidata", row.start or "")

    return max(rows, key=rank)


def leader_actor(state: State, row: Leader, given: Sequence[Title] = ()) -> Actor:
    """The actor of somebody in the table of offices, as of the document's date."""
    world = state.world
    owner = world.actor(row.actor.split("-")[0]) or world.actor(row.actor)
    table = world.actor(row.actor)
    in_office = state.date is None or in_term(row, state.date, 0)
    told = told_sectors(state, given)
    if _is_former(state, row, given):
        sectors: tuple[str, ...] = ("ELI",)
    elif any("opposition" in t.text.lower().split() for t in given):
        sectors = ("OPP",)
    elif any(t.role.split()[-1] in words.RUNNING for t in given) and not (state.date is not None and in_office):
        sectors = ("PTY",)
    elif told and (state.date is None or not in_office) and not _of_office(row, given):
        sectors = told  # the text's word for what somebody is outranks an office that the day does not prove
    elif (
        row.office in _OFFICE_SECTORS and state.date is not None and (row.start or "") > state.date and not in_office
        and not any(t.role in words.OFFICES for t in given)
    ):  # fmt: skip
        sectors = next((words.ROLES[t.role][1] for t in given if t.role in words.ROLES), ("PTY",))  # who came to office later
    else:
        titled = next((words.ROLES[t.role][1] for t in given if _tells(state, t)), ()) if row.office == "politician" else ()
        sectors = titled or _OFFICE_SECTORS.get(row.office, (table.sectors if table else ()) or ("GOV",))
    known = in_office and sectors != ("ELI",) and row.office != "citizen" and not _undated(state, row, given)
    role = given[0].text if given else (row.office.replace("_", " ") if known else None)
    return Actor(
        id=slug(row.person), name=row.person, country=owner.country if owner else None, claimed_by=owner.claimed_by if owner else None,
        group=owner.group if owner else None, sectors=sectors, role=role,
    )  # fmt: skip


def _tells(state: State, title: Title) -> bool:
    """Whether a title tells the sector of a politician: 'Senator' and 'Soviet leader' do, 'party leader' doesn't."""
    if title.role not in words.ROLES:
        return False
    owners = [state.named[c].entries[0].actor for c in state.kids[title.token] if c in state.named]
    return title.role not in _BROAD_ROLES or (title.role == "leader" and any(state.world.is_state(o) for o in owners))


_LOCAL = frozenset({"governor", "gov.", "mayor", "deputy governor", "deputy mayor", "ambassador", "envoy"})
_TELLING = frozenset({"PTY", "OPP", "LEG", "JUD"})


def told_sectors(state: State, given: Sequence[Title]) -> tuple[str, ...]:
    """What the text's own word says somebody is: a candidate or party leader, a member of parliament, a judge, who governs a town or province.

    Ranks and honours ('Gen.', 'Ayatollah') stay with people through all their offices, and words like 'leader' fit any: they say nothing here.
    """
    for title in given:
        sectors = words.ROLES.get(title.role, ("", ()))[1] or (state.world.generic(title.role) or ((), ""))[0]
        if title.role in _LOCAL or (sectors and sectors[0] in _TELLING):
            return sectors
    return ()


def _of_office(row: Leader, given: Sequence[Title]) -> bool:
    """Whether a title is the row's office: the speaker's, say, who is of the legislature anyway."""
    return any(row.office in words.OFFICES.get(t.role, ()) for t in given)


def _is_former(state: State, row: Leader, given: Sequence[Title]) -> bool:
    if any(t.former and (t.role in words.ROLES or t.role in words.OFFICES) for t in given):
        now = state.date is not None and in_term(row, state.date, 0)
        return not (now and row.office in _offices([t for t in given if not t.former]))
    if row.office in _CALLINGS:
        return False
    margin = 0 if row.precision == "day" else 1
    if state.date is None or not row.end or (row.start or "") > state.date or in_term(row, state.date, margin):
        return False
    if any(r.actor == row.actor and in_term(r, state.date, 1) and r.start > state.date for r in state.world.people(row.person)):
        return False  # between two terms
    return not any(t.role in words.OFFICES for t in given) and not told_sectors(state, given)


def _undated(state: State, row: Leader, given: Sequence[Title]) -> tuple[str, ...]:
    """For whom somebody may act of whom neither a date nor a title tells in which of several offices, or whether still in any; () where it's told.

    Ids, latest office first; the person's own stands for a politician or former official.
    """
    if state.date is not None or given:
        return ()
    terms = state.world.people(row.person)
    readings = dict.fromkeys(_acts_for(r) for r in sorted(terms, key=lambda r: r.start, reverse=True))
    if all(r.end for r in terms):
        readings[slug(row.person)] = None
    return tuple(readings) if len(readings) > 1 else ()


def _acts_for(row: Leader) -> str:
    """The id for which the holder of an office acts: the organ, the organization, or only himself."""
    if row.office == "politician":
        return slug(row.person)
    suffix = _SUFFIX.get(row.office, "" if row.office in ("head", "member", "legislator") or "-" in row.actor else "GOV")
    return f"{row.actor}-{suffix}" if suffix else row.actor


_SUFFIX = {"foreign_minister": "MFA", "defence_minister": "MOD", "speaker": "LEG", "senate_majority_leader": "LEG", "army_chief": "MIL", "spy_chief": "SPY"}
_UNDATED = 0.6
"""How sure one may be of the sector of somebody named without office in a report without date: about as sure as of an office whose state is
only told by the context (0.61)."""


def _leader(state: State, i: int, key: tuple[str, ...], given: Sequence[Title], row: Leader) -> Person:
    actor = leader_actor(state, row, given)
    former = actor.sectors == ("ELI",)
    in_office = state.date is None or in_term(row, state.date, 0)
    offices = _OFFICE_ROLES | _AMERICAN_ROLES if row.actor == "USA" else _OFFICE_ROLES  # 'the foreign minister' is not the Secretary of State
    held = offices.get(row.office, ()) if in_office and not former else ()
    roles = tuple(dict.fromkeys([*(t.role for t in given), *held]))
    confidence = 0.95 if len(key) > 1 else 0.85 if given else 0.75
    if state.date is not None and not in_office and not former:
        confidence -= 0.1
    candidates = _undated(state, row, given)
    confidence = min(confidence, _UNDATED) if candidates else confidence
    state.use_country(i, actor.country, 0.3 if former else 1.2)
    spelled = tuple(fold(row.person).split()) if len(key) == 1 else key
    if spelled[-1] != key[-1]:
        spelled = (*spelled[:-1], key[-1])
    return Person(i, row.person, actor, spelled, roles, confidence, state.world.told_by(row), candidates)


def _unknown(i: int, name: str, key: tuple[str, ...], given: Sequence[Title], confidence: float) -> Person:
    role = given[0].text if given else None
    actor = Actor(id=slug(name), name=name, role=role)
    return Person(i, name, actor, key, tuple(t.role for t in given), confidence)


def _replace(actor: Actor, *, role: str | None, sectors: tuple[str, ...]) -> Actor:
    return msgspec.structs.replace(actor, role=role, sectors=sectors)


def holder_of(state: State, role: str, country: str | None, before: int) -> tuple[Person | Leader | None, str]:
    """Who is meant by an office alone: somebody whom the document gave it, nearest before (else after), or who held it at its date."""
    best: Person | None = None
    for person in state.persons.values():
        if not any(_fits(role, r) for r in person.roles) or "ELI" in person.actor.sectors:
            continue
        if state.head[person.head] == state.head[before] >= 0 and state.upos[state.head[before]] == "VERB":
            continue  # two arguments of one verb are two
        if country is not None and person.actor.country not in (None, country):
            continue
        if best is None or (person.head < before and (best.head > before or person.head > best.head)):
            best = person
    if best is not None and (best.head < before or role not in _BROAD_ROLES):
        now = {slug(r.person) for r in state.world.holders(words.OFFICES.get(role, ()), best.actor.country, state.date)} if best.actor.country else set()
        if len(now) == 1 and best.actor.id not in now:  # a report may name who held it before
            best = next((p for p in state.persons.values() if p.actor.id in now), best)
        return best, "person named with that office"
    if country is not None:
        rows = state.world.holders(words.OFFICES.get(role, ()), country, state.date)
        if len({r.person for r in rows}) == 1:
            return rows[0], "held the office at the date" + state.world.told_by(rows[0])
    return None, ""


def _fits(wanted: str, has: str) -> bool:
    if wanted == has or has.startswith(wanted + " of "):
        return True
    return has.endswith(" " + wanted) and has.split()[0] not in ("vice", "deputy", "assistant", "press")
