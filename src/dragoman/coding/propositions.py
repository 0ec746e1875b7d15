"""Propositions: a predicate with its arguments, read off the tree once, whatever its surface.

    Baku condemned the measure            condemn   subj=Baku  obj=measure
    the measure was condemned by Baku     condemn   subj=Baku  obj=measure      passive
    Baku, which condemned the measure     condemn   subj=Baku  obj=measure      relative clause
    Baku's condemnation of the measure    condemnation  subj=Baku  obj=measure  noun
    Baku vowed to condemn the measure     condemn   subj=Baku  obj=measure      control

Slots: ``subj`` who does it, ``obj`` what it is done to, ``iobj``, ``obl:PREP`` any prepositional phrase, ``comp`` an embedded
clause or infinitive, ``attr`` what a predicate says of its object. Values are head tokens.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from dragoman.language.analysis import Analysis

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LIGHT = frozenset(
    {
        "give", "make", "launch", "commence", "hold", "stage", "conduct", "mount", "issue", "offer", "express", "voice", "have", "take", "pay", "wage",
        "provide", "lend", "extend", "carry", "carry out", "perform", "execute", "undertake", "begin", "start", "open", "resume", "continue",
        "announce", "impose", "lead", "enter", "join", "call", "organize", "organise", "deliver", "send",
        "step up", "intensify", "renew", "declare", "reiterate",
        "reaffirm", "pledge", "promise", "seek", "file", "raise", "show", "maintain", "suspend", "halt", "end", "stop", "cancel", "sign",
    }
)  # fmt: skip
"""Verbs that lend their subject to an event noun that is their object ('launched an attack')."""
_DONE_TO = frozenset(
    {
        "murder", "assassination", "slaying", "execution", "beheading", "lynching", "killing", "poisoning", "arrest", "detention", "imprisonment", "jailing",
        "deportation", "eviction", "abduction", "kidnapping", "ouster", "impeachment", "torture", "conviction", "sacking",
    }
)  # fmt: skip
"""Nouns whose possessor suffers them ('the governor's arrest'), unless somebody else does ('the rebels' killing of hostages')."""
_OF_PLACES = frozenset({"invasion", "bombing", "war", "occupation", "siege", "shooting", "massacre"})
"""What a place's name before the noun suffers; a group's name before it does it ('a Taliban bombing')."""
_KILLING = frozenset({"kill", "injure", "wound", "maim", "hurt", "destroy", "damage", "claim", "leave"})
_BLOWS = frozenset(
    {"attack", "bombing", "blast", "explosion", "shooting", "raid", "strike", "shelling", "ambush", "assault", "crackdown", "operation", "airstrike"}
)
"""What kills: in 'bombings of embassies that killed 224' the bombings do, not the embassies."""
_PREPOSITIONS = frozenset({"on", "upon", "for", "at", "against", "into", "with"})
"""Particles that no verb of the codebook has: parsers take them for such now and then."""
_OBJECT_CONTROL_PREPOSITIONS = ("on", "upon", "to", "for", "with")
_MEASURES = frozenset({"day", "week", "month", "year", "hour", "round", "series", "wave", "spate", "package", "campaign", "phase", "string", "set"})
_FROM_SOMEBODY = frozenset(
    {
        "accusation", "aid", "appeal", "assistance", "assurance", "backing", "call", "commitment", "complaint", "condemnation", "criticism",
        "demand", "donation", "encouragement", "gift", "grant", "guarantee", "help", "invitation", "letter", "loan", "objection", "offer",
        "opposition", "order", "plea", "pledge", "praise", "pressure", "promise", "proposal", "protest", "push", "rebuke", "request",
        "resistance", "support", "threat", "ultimatum", "warning", "urging", "behest", "insistence", "petition", "advice",
    }
)  # fmt: skip
"""Nouns whose 'from' names who does it: 'an appeal from Mozambique', not 'the withdrawal from Basra'."""
_OBJECT_MARKS = frozenset({"of", "for", "from", "into", "with"})
"""Before a gerund these make the governor's object its subject ('accused it of hiding', 'praised them for leaving')."""


@dataclasses.dataclass(frozen=True, slots=True)
class Proposition:
    """One predicate of a document with its arguments. Token indices are the analysis's."""

    head: int
    lemma: str
    """Lower-case, with its particle: ``call off``."""
    pos: str
    """``verb``, ``noun`` or ``adjective``."""
    trigger: tuple[int, ...]
    """The tokens of the predicate itself: its head, particle and negation, in order."""
    slots: Mapping[str, tuple[int, ...]]
    negated: bool
    surface: str
    """How it was read: ``active``, ``passive``, ``relative``, ``participle``, ``noun``, ..."""
    borrowed: frozenset[str] = frozenset()
    """Slots filled from another clause (control, coordination, light verbs, loose attachment)."""

    def get(self, slot: str) -> tuple[int, ...]:
        """The heads that fill a slot, empty if none does."""
        return self.slots.get(slot, ())


def preposition(analysis: Analysis, i: int) -> str:
    """The preposition of an oblique phrase, fixed ones joined ('because of'), or ''."""
    cases = [c for c in analysis.kids(i, "case") if analysis.upos[c] in ("ADP", "SCONJ", "VERB", "ADV", "ADJ", "CCONJ") and c < i]
    if not cases:
        return ""
    words = []
    for c in cases[-1:]:
        words.append(analysis.form[c].lower())
        words += [analysis.form[f].lower() for f in analysis.kids(c, "fixed")]
    if len(cases) > 1 and len(words) == 1 and analysis.form[cases[0]].lower() in ("out", "because", "ahead", "instead"):
        words.insert(0, analysis.form[cases[0]].lower())
    return " ".join(words)


class Reader:
    """Reads the propositions of one analysis, each on demand and once."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._cache: dict[int, Proposition | None] = {}
        self._surface_cache: dict[int, tuple[int, ...]] = {}

    def read(self, i: int) -> Proposition | None:
        """The proposition headed by token ``i``, or None where it heads none."""
        if i not in self._cache:
            self._cache[i] = None  # a cycle of control ends here
            self._cache[i] = self._read(i)
        return self._cache[i]

    def _read(self, i: int) -> Proposition | None:
        a = self.analysis
        pos = a.upos[i]
        if pos == "VERB":
            return self._verb(i)
        if pos == "ADJ":
            return self._adjective(i)
        if pos == "NOUN" or (pos == "PROPN" and not self._is_name(i)):
            return self._noun(i)
        return None

    def _is_name(self, i: int) -> bool:
        """Whether a capitalized noun heads a name: 'the Free Trade Agreement' is no event of agreeing; a headline's capitals say nothing."""
        a = self.analysis
        if not any(a.upos[c] in ("PROPN", "ADJ") and a.form[c][:1].isupper() and c < i for c in a.kids(i, "compound", "amod", "flat")):
            return False
        words = [w for w in a.form[slice(*a.sentences[a.sentence_of[i]])] if w[:1].isalpha() and len(w) > 3]
        return sum(w[0].isupper() for w in words) * 2 < len(words)

    # ------------------------------------------------------------------ verbs

    def _verb(self, i: int) -> Proposition:
        a = self.analysis
        slots: dict[str, tuple[int, ...]] = {}
        borrowed: set[str] = set()
        passive = self.is_passive(i)
        surface = "passive" if passive else "active"
        subject = tuple(k for k in a.kids(i, *_SUBJECTS))
        if not subject:
            subject, how = self._understood_subject(i)
            if subject:
                borrowed.add("obj" if passive else "subj")
                surface += " " + how
        subject = self._antecedents(subject, i)
        objects = self._antecedents(tuple(a.kids(i, "obj") or self._of_small_clause(i)), i)
        gap = a.head[i] if a.rel[i] in ("acl:relcl", "acl") and not passive else -1
        if gap >= 0 and a.rel[i] == "acl:relcl" and not objects and subject and gap not in subject and not self._relative_inside(i):
            objects = (gap,)
            borrowed.add("obj")
            surface += " relative"
        if passive:
            slots["obj"] = (*subject, *(() if subject else objects))
            if subject and objects:
                slots["attr"] = objects
            agent = tuple(k for k in a.kids(i, "obl:agent", "obl") if preposition(a, k) == "by" and not self._is_time_or_thing(k))
            slots["subj"] = agent
        else:
            slots["subj"] = subject
            slots["obj"] = objects or self._shared_object(i)
            if slots["obj"] and not objects:
                borrowed.add("obj")
        slots["iobj"] = tuple(a.kids(i, "iobj"))
        if not slots["obj"]:  # 'asked Oman for help': UD's only object of asking and telling is an indirect one
            slots["obj"] = slots["iobj"]
        self._obliques(i, slots, skip_by=passive)
        for o in objects:
            self._loose_phrases(o, slots, borrowed)
        slots["comp"] = tuple(a.kids(i, "ccomp", "xcomp"))
        slots["adv"] = tuple(a.kids(i, "advcl"))
        particle = a.kids(i, "compound:prt")
        if particle and a.lemma[particle[0]].lower() in _PREPOSITIONS and slots["obj"]:  # 'called on both sides to talk', read as 'call on'
            slots["obl:" + a.lemma[particle[0]].lower()] = slots.pop("obj")
            particle = []
        lemma = " ".join([a.lemma[i].lower(), *(a.lemma[p].lower() for p in particle)])
        if any(a.form[c].lower() in ("together", "jointly") and i < c <= i + 2 for c in a.kids(i, "advmod")):
            lemma += " together"
        negation = self._negations(i)
        return Proposition(
            head=i, lemma=lemma, pos="verb", trigger=tuple(sorted({i, *particle, *negation})), slots={k: v for k, v in slots.items() if v},
            negated=bool(negation) or self._negated_by_conjunct(i) or self._negative_argument(slots), surface=surface,
            borrowed=frozenset(borrowed),
        )  # fmt: skip

    def _of_small_clause(self, i: int) -> tuple[int, ...]:
        """'found the general guilty', 'declared him persona non grata', read as a clause of its own: its subject is what the verb is done to."""
        a = self.analysis
        for c in a.kids(i, "ccomp", "xcomp"):
            if a.upos[c] in ("ADJ", "NOUN", "PROPN") and not a.kids(c, "cop", "mark", "aux") and (subject := a.kids(c, "nsubj")) and i < subject[0] < c:
                return tuple(subject)
        return ()

    def _loose_phrases(self, noun: int, slots: dict[str, tuple[int, ...]], borrowed: set[str]) -> None:
        """Phrases that the tree hangs on the object and that may be the verb's: 'sent two planeloads of aid to the camp'."""
        a = self.analysis
        stack = [noun]
        while stack:
            for k in a.kids(stack.pop(), "nmod:", "nmod:desc"):
                name = "obl:" + preposition(a, k)
                if name == "obl:of":
                    stack.append(k)
                if name != "obl:" and name not in slots:
                    slots[name] = (k,)
                    borrowed.add(name)

    def is_passive(self, i: int) -> bool:
        """Whether a verb stands in the passive (with or without an auxiliary, as in a reduced relative)."""
        a = self.analysis
        if a.kids(i, "aux:pass", "nsubj:pass", "csubj:pass") or (a.xpos[i] != "VBD" and a.kids(i, "obl:agent")):
            return True
        if a.xpos[i] != "VBN":
            return False
        if a.rel[i] == "conj" and not a.kids(i, "nsubj") and not a.kids(i, "aux"):
            return self.is_passive(a.head[i]) and a.xpos[a.head[i]] == "VBN"
        return a.rel[i] in ("acl", "amod", "advcl", "dep", "parataxis") and not a.kids(i, "aux", "nsubj", "obj")

    def _understood_subject(self, i: int) -> tuple[tuple[int, ...], str]:
        """The subject that another clause supplies: control, participles, relatives, coordination."""
        a = self.analysis
        rel, h = a.rel[i], a.head[i]
        if h < 0:
            return (), ""
        if rel in ("acl", "acl:relcl"):
            infinitive = any(a.form[c].lower() == "to" for c in a.kids(i, "mark"))
            if infinitive:  # 'its decision to leave': whose decision it is; 'became the first state to ratify it': what became one
                noun = self.read(h)
                if a.rel[h] in ("xcomp", "obj") and a.lemma[a.head[h]].lower() == "become":
                    return self._surface_subject(a.head[h]), "infinitive of noun"
                return (noun.get("subj") if noun else ()), "infinitive of noun"
            return (h,), "participle" if rel == "acl" else "relative"
        if rel == "conj":
            if a.upos[h] in ("VERB", "AUX", "ADJ", "NOUN"):
                return self._surface_subject(h), "coordinated"
        if rel in ("xcomp", "ccomp", "advcl", "parataxis", "dep", "csubj", "obl"):
            governor = self.read(h) if a.upos[h] in ("VERB", "ADJ", "NOUN") else None
            if governor is None:
                return self._surface_subject(h), "control"
            if rel == "xcomp" and governor.pos == "verb":
                controlled = governor.get("iobj") or governor.get("obj")
                if controlled and i not in controlled:
                    return controlled, "object control"
                for p in _OBJECT_CONTROL_PREPOSITIONS:
                    if governor.lemma in ("call", "appeal", "plead", "rely", "count", "wait", "press") and governor.get("obl:" + p):
                        return governor.get("obl:" + p), "object control"
            if rel in ("ccomp", "parataxis") and a.feature(i, "VerbForm") == "Fin":
                return (), ""
            if rel == "advcl" and governor.pos == "verb":
                if governor.get("obl:on") and governor.lemma == "call" and self._infinitive(i):
                    return governor.get("obl:on"), "object control"
                marks = {a.form[c].lower() for c in a.kids(i, "mark", "case") if c < i}
                if marks & _OBJECT_MARKS and governor.get("obj") and a.xpos[i] == "VBG":
                    return governor.get("obj"), "object control"
            return self._surface_subject(h), "control" if rel == "xcomp" else "participle"
        return (), ""

    def _infinitive(self, i: int) -> bool:
        a = self.analysis
        return any(a.form[c].lower() == "to" for c in a.kids(i, "mark"))

    def _surface_subject(self, i: int) -> tuple[int, ...]:
        """The grammatical subject of a clause, its own or understood, relative pronouns replaced."""
        if i not in self._surface_cache:
            self._surface_cache[i] = ()
            a = self.analysis
            own = tuple(a.kids(i, *_SUBJECTS)) or self._understood_subject(i)[0]
            self._surface_cache[i] = self._antecedents(own, i)
        return self._surface_cache[i]

    def _antecedents(self, heads: Sequence[int], verb: int) -> tuple[int, ...]:
        """Replace relative pronouns by the noun that their clause hangs on."""
        a = self.analysis
        out = []
        for k in heads:
            if a.form[k].lower() in _RELATIVE and a.upos[k] in ("PRON", "SCONJ", "DET"):
                clause = verb
                while clause >= 0 and a.rel[clause] not in ("acl:relcl", "acl") and a.rel[clause] in ("conj", "xcomp", "ccomp", "advcl"):
                    clause = a.head[clause]
                if clause >= 0 and a.rel[clause] in ("acl:relcl", "acl"):
                    noun = self._nearer_name(k, a.head[clause])
                    blow = a.head[noun] if a.rel[noun] == "nmod" and preposition(a, noun) in ("of", "on", "at", "in", "against") else -1
                    deadly = blow >= 0 and a.lemma[verb].lower() in _KILLING and a.lemma[blow].lower() in _BLOWS
                    out.append(blow if deadly else noun)
                    continue
            out.append(k)
        return tuple(out)

    def _nearer_name(self, pronoun: int, antecedent: int) -> int:
        """'a response toward Turkey, which has ...': after a comma, a name right before the pronoun is meant, not a farther noun.

        Parsers attach such clauses to the higher noun about as often as not, and a reader takes the name.
        """
        a = self.analysis
        k = pronoun - 1
        if k - 1 <= antecedent or a.form[k] != "," or a.upos[k - 1] != "PROPN" or a.upos[antecedent] == "PROPN":
            return antecedent
        k -= 1
        while a.rel[k] in ("flat", "compound") and a.head[k] > antecedent and a.upos[a.head[k]] == "PROPN":
            k = a.head[k]
        return k

    def _relative_inside(self, i: int) -> bool:
        """Whether the clause has a relative pronoun of its own that is not its subject's ('in which', 'whose')."""
        a = self.analysis
        return any(a.form[k].lower() in _RELATIVE and a.feature(k, "PronType") == "Rel" for c in a.children[i] for k in (c, *a.children[c]))

    def _shared_object(self, i: int) -> tuple[int, ...]:
        """'condemned and rejected the plan': the object stands with one conjunct and belongs to both."""
        a = self.analysis
        for c in a.kids(i, "conj"):
            if a.upos[c] == "VERB" and a.kids(c, "obj") and not a.kids(c, *_SUBJECTS) and not a.kids(i, "ccomp", "xcomp", "obl"):
                between = range(i + 1, c)
                if all(a.upos[k] in ("CCONJ", "PUNCT", "ADV") for k in between):
                    return tuple(a.kids(c, "obj"))
        return ()

    def _obliques(self, i: int, slots: dict[str, tuple[int, ...]], *, skip_by: bool) -> None:
        a = self.analysis
        for k in a.kids(i, "obl", "nmod:"):
            name = preposition(a, k)
            if not name or (skip_by and name == "by" and k in slots.get("subj", ())):
                continue
            slots["obl:" + name] = (*slots.get("obl:" + name, ()), k)

    def _negations(self, i: int) -> list[int]:
        a = self.analysis
        out = []
        for c in a.children[i]:
            if c < i or a.upos[i] == "AUX":
                low = a.form[c].lower()
                if a.rel[c].startswith("advmod") and (low in ("not", "n't", "n’t", "never") or a.feature(c, "Polarity") == "Neg"):
                    out.append(c)
                elif a.rel[c] == "mark" and low == "without":
                    out.append(c)
        if a.rel[i] == "advcl" and any(a.form[c].lower() == "without" for c in a.kids(i, "mark", "case")):
            out.append(i)
        return out

    def _negated_by_conjunct(self, i: int) -> bool:
        a = self.analysis
        if a.rel[i] != "conj" or a.upos[a.head[i]] != "VERB":
            return False
        joined = any(a.form[c].lower() in ("or", "nor") for c in a.kids(i, "cc"))
        return joined and not a.kids(i, *_SUBJECTS) and bool(self._negations(a.head[i]))

    def _negative_argument(self, slots: Mapping[str, tuple[int, ...]]) -> bool:
        """'No country recognized it': the determiner negates the clause."""
        return any(self.is_none(k) for name in ("subj", "obj") for k in slots.get(name, ()))

    def is_none(self, k: int) -> bool:
        """Whether a noun phrase is 'no X', 'none', 'nobody', 'neither'."""
        a = self.analysis
        if a.form[k].lower() in ("none", "nobody", "nothing", "neither"):
            return True
        return any(a.form[c].lower() in ("no", "neither") and a.rel[c] in ("det", "cc:preconj") for c in a.children[k])

    def _is_time_or_thing(self, k: int) -> bool:
        """A 'by' phrase that is no agent: 'by Friday', 'by 20 per cent', 'by law'."""
        a = self.analysis
        entity = a.entity_at.get(k)
        return (entity is not None and entity.type == "time") or a.upos[k] == "NUM" or a.lemma[k].lower() in ("percent", "%", "midnight")

    # ------------------------------------------------------------------ nouns and adjectives

    def _noun(self, i: int) -> Proposition | None:
        a = self.analysis
        slots: dict[str, tuple[int, ...]] = {}
        borrowed: set[str] = set()
        subject = list(a.kids(i, "nmod:poss"))
        surface = "noun"
        for k in a.kids(i, "nmod:", "obl", "nmod:desc"):
            name = preposition(a, k)
            if name == "by":
                subject.append(k)
            elif name == "of":
                slots["obj"] = (*slots.get("obj", ()), k)
                slots["obl:of"] = slots["obj"]
            elif name:
                slots["obl:" + name] = (*slots.get("obl:" + name, ()), k)
        if a.lemma[i].lower() in _DONE_TO and "obj" not in slots and (owner := a.kids(i, "nmod:poss")):
            slots["obj"] = tuple(owner)
            subject = [k for k in subject if k not in owner]
        if not subject and a.lemma[i].lower() in _FROM_SOMEBODY:
            subject = list(slots.get("obl:from", ()) or (slots.get("obj", ()) if preposition(a, i) == "at" else ()))
        if not subject and preposition(a, i) == "on" and a.lemma[i].lower() == "strike":  # 'prisoners on hunger strike'
            h = a.head[i]
            subject = [h] if h >= 0 and a.upos[h] in ("NOUN", "PROPN") else list(self._surface_subject(h)) if h >= 0 else []
        if not subject:
            subject = [k for k in a.kids(i, "amod") if a.upos[k] in ("ADJ", "PROPN") and a.form[k][:1].isupper()]
        if not subject:
            subject = [k for k in a.kids(i, "compound") if a.upos[k] == "PROPN"]
            if a.lemma[i].lower() in _OF_PLACES:  # 'the Iraq invasion'
                slots.setdefault("obj", tuple(k for k in subject if (e := a.entity_at.get(k)) is not None and e.type == "place"))
                subject = [k for k in subject if k not in slots["obj"]]
        if not subject:  # 'a Saudi-led strike'
            led = [c for c in a.kids(i, "amod") if a.lemma[c].lower() in ("lead", "led")]
            subject = [k for c in led for k in a.kids(c, "compound", "obl", "nsubj", "obj", "advmod") if a.form[k][:1].isupper()]
        for c in a.kids(i, "acl"):  # 'the offensive launched by X', 'sanctions imposed on Y by X'
            if a.upos[c] == "VERB" and self.is_passive(c):
                if not subject:
                    subject = [k for k in a.kids(c, "obl:agent", "obl") if preposition(a, k) == "by"]
                for k in a.kids(c, "obl"):
                    slots.setdefault("obl:" + preposition(a, k), (k,))
        if not subject and a.kids(i, "cop"):
            subject = list(self._antecedents(tuple(a.kids(i, "nsubj")), i))
            surface = "predicate noun"
        if not subject:
            lent = self._lent(i)
            if lent:
                verb, subject = lent
                surface = f"noun, object of {verb.lemma}"
                borrowed.add("subj")
                for name, heads in verb.slots.items():
                    if name.startswith("obl:") and name not in slots:
                        slots[name] = heads
                        borrowed.add(name)
                if verb.get("iobj") and "obl:to" not in slots:
                    slots["obl:to"] = verb.get("iobj")
        slots["subj"] = tuple(subject)
        slots["comp"] = tuple(c for c in a.kids(i, "acl", "ccomp", "xcomp") if c > i)
        kinds = [c for c in a.kids(i, "compound", "amod") if a.upos[c] == "NOUN" or (a.lemma[c].lower() == "joint" and a.rel[c] == "amod")]
        lemma = " ".join([*(a.lemma[c].lower() for c in kinds), a.lemma[i].lower()])
        return Proposition(
            head=i, lemma=a.lemma[i].lower() if " " not in lemma else lemma, pos="noun", trigger=(i,),
            slots={k: v for k, v in slots.items() if v}, negated=self.is_none(i), surface=surface, borrowed=frozenset(borrowed),
        )  # fmt: skip

    def _lent(self, i: int) -> tuple[Proposition, list[int]] | None:
        a = self.analysis
        while a.rel[i] == "nmod" and a.lemma[a.head[i]].lower() in _MEASURES:  # 'the third week of a strike', 'a round of talks'
            i = a.head[i]
        h = a.head[i]
        if h < 0 or a.rel[i] not in ("obj", "nsubj:pass", "conj") or a.upos[h] not in ("VERB", "NOUN"):
            return None
        if a.rel[i] == "conj":
            if a.rel[h] not in ("obj", "nsubj:pass"):
                return None
            h = a.head[h]
            if a.upos[h] != "VERB":
                return None
        verb = self.read(h)
        if verb is None or verb.pos != "verb" or verb.lemma not in _LIGHT or not verb.get("subj"):
            return None
        return verb, list(verb.get("subj"))

    def _adjective(self, i: int) -> Proposition | None:
        a = self.analysis
        slots: dict[str, tuple[int, ...]] = {}
        subject = self._antecedents(tuple(a.kids(i, *_SUBJECTS)), i) or self._antecedents(self._understood_subject(i)[0], i)
        surface = "adjective"
        if not subject and a.rel[i] in ("amod", "acl"):
            subject = (a.head[i],)
            surface = "attributive adjective"
        slots["subj"] = subject
        self._obliques(i, slots, skip_by=False)
        slots["comp"] = tuple(a.kids(i, "ccomp", "xcomp", "advcl"))
        negation = self._negations(i)
        return Proposition(
            head=i, lemma=a.lemma[i].lower(), pos="adjective", trigger=tuple(sorted({i, *negation})),
            slots={k: v for k, v in slots.items() if v}, negated=bool(negation), surface=surface,
        )  # fmt: skip


def read_propositions(analysis: Analysis) -> list[Proposition]:
    """Read every proposition of a document, in the order of its heads."""
    reader = Reader(analysis)
    return [p for i in range(len(analysis)) if (p := reader.read(i)) is not None]
