"""Questions: the normal form of what a position is about.

    recognize the enclave, recognition of the enclave, its independence     recognize(ENC)
    free the editor, her release                                            release(~editor)
    impose sanctions on X, new sanctions on X, the sanctions                approve(sanction-X)
    an end to the raids, stop the raids, not the raids                      approve(raid), turned

A question is a predicate with its object: actors by id, documents by maker, the rest by lemma without the words that don't change the
question. Polarity is kept apart: to be for the end of something is to be against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.codebook import Codebook
from dragoman.coding._stances import Stance, StanceLexicon
from dragoman.coding.propositions import Proposition, Reader
from dragoman.records import Question
from dragoman.world.mentions import Mentions

_SLOTS = ("obj", "obl:to", "obl:toward", "obl:towards", "obl:for", "obl:from", "obl:with", "obl:on", "obl:in", "obl:against", "obl:into")
_STOPPED = ("comp", "obj", "obl:to", "obl:of", "obl:on", "adv")
_DROPPED = frozenset({"case", "mark", "cc", "punct", "conj", "acl:relcl", "appos", "parataxis", "advcl", "nsubj", "cop", "aux", "expl", "discourse", "ccomp"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_NO_ACTOR = frozenset({"event", "thing", "place", "time", "document"})
_STOPS = frozenset({"end", "stop", "halt", "cease", "discontinue", "avoid", "prevent", "cessation"})
"""What these take is turned; other words of ending ('lift the ban', 'cancel the contract') name a decision of their own."""
_OWN = frozenset({"resign", "step down", "step aside", "disarm", "disband", "return", "come home"})
"""Of these the subject is who it is about, whatever follows ('resign from her post')."""
GOES_ON = frozenset({"continue", "go on", "proceed", "resume", "begin", "start", "take place", "end", "stop", "cease"})
"""Of these, without an object, the question is whether their subject should be."""
_LETS = frozenset({"allow", "permit", "let", "enable"})
_STRIVES = frozenset({"work", "strive", "fight", "push", "press", "campaign", "aim", "move"})
_AIMS = ("obl:towards", "obl:toward", "obl:for", "obl:against", "obl:at")
_LONGEST = 6
_DEEPEST = 4
_PAPERS = frozenset({"petition", "appeal", "call", "campaign", "protest", "rally", "demonstration"})
"""With 'for' or 'against', to be for these is to be for or against what follows."""
_WRAPS = frozenset({"idea", "notion", "prospect", "possibility", "suggestion", "question", "matter", "kind", "sort"})
"""With 'of' these are about what follows."""
_PARTICLES = frozenset({"out", "up", "off", "down", "away", "around", "back"})
_PHRASES = {"recognize": "recognition of", "support": "support for", "approve": "approval of"}


class Asked(NamedTuple):
    """A question, whether its polarity is turned, and the actor that it is about."""

    question: Question
    turned: bool
    target: str | None


class QuestionReader:
    """Reads the questions that clauses and noun phrases of one document raise."""

    def __init__(self, reader: Reader, mentions: Mentions, codebook: Codebook, lexicon: StanceLexicon) -> None:
        self.reader = reader
        self.a = reader.analysis
        self.mentions = mentions
        self.codebook = codebook
        self.lexicon = lexicon
        self.core: dict[str, frozenset[str]] = {}
        """By a question's object: its head word and what stands beside it, without the clauses that follow."""

    def read(self, i: int, depth: int = 0) -> list[Asked]:
        """The questions of the clause or noun phrase headed at ``i``, coordination split."""
        prop = self.reader.read(i) if depth < _DEEPEST else None
        if prop is None:
            return self.thing(i)
        if prop.lemma in GOES_ON and prop.pos == "verb" and not prop.get("comp") and not prop.get("obj"):  # 'the talks should go on'
            ends = prop.lemma in _STOPS
            noun = (self.a.head[i],) if self.a.rel[i] == "acl" and self.a.upos[self.a.head[i]] == "NOUN" else prop.get("subj")
            return [Asked(q, turned != (ends != prop.negated), t) for k in noun for q, turned, t in self.about("approve", k, depth + 1)]
        if (inner := self._stopped(prop)) is not None:
            return [Asked(q, turned == prop.negated, t) for k in self._joined(inner) for q, turned, t in self.read(k, depth + 1)]
        if (inner := self._brought(prop)) is not None:
            asked = [self._upon(prop, x) for k in self._joined(inner) for x in self.read(k, depth + 1)]
            return [Asked(q, turned != prop.negated, t) for q, turned, t in asked]
        if prop.pos != "noun" and (found := self.stance(prop)) is not None and found[0].predicate:
            stance, heads = found
            turned = prop.negated != (stance.stance == "opposes")
            return [Asked(q, turned, t) for k in heads for q, _, t in self.about(stance.predicate, k, depth + 1)]
        return self._nominal(prop) if prop.pos == "noun" else self._clause(prop)

    def stance(self, prop: Proposition) -> tuple[Stance, tuple[int, ...]] | None:
        """The entry of a predicate that says where somebody stands, and the heads of what it is about; None where it has none.

        'Dismayed by the verdict' is an adjective's entry whatever the tree calls it.
        """
        words = [(prop.pos, lemma) for lemma in self._names(prop)]
        if prop.surface.startswith("passive"):
            words.insert(0, ("adjective", self.a.form[prop.head].lower()))
        for word in words:
            for stance in self.lexicon.by_lemma.get(word, ()):
                heads = next((h for slot in stance.object if (h := self.fill(prop, slot))), ())
                if heads and (not stance.only or any(self.a.lemma[k].lower() in stance.only for k in heads)):
                    return stance, heads
        return None

    def _names(self, prop: Proposition) -> Iterator[str]:
        """A predicate's lemma, with the adverb that follows it first where the tree has it for no particle ('came out against')."""
        a, i = self.a, prop.head
        if prop.pos == "verb" and i + 1 < len(a) and a.head[i + 1] == i and a.upos[i + 1] in ("ADV", "ADP") and " " not in prop.lemma:
            yield f"{prop.lemma} {a.form[i + 1].lower()}"
            if a.form[i + 1].lower() in _PARTICLES:  # 'blasted out a letter' is not 'blasted'
                return
        yield prop.lemma
        if " " in prop.lemma and prop.pos == "noun":  # 'peace negotiation'
            yield a.lemma[i].lower()

    def fill(self, prop: Proposition, slot: str) -> tuple[int, ...]:
        """What fills a slot; a gerund does as a noun phrase would ('favors raising the tax', 'opposed to raising it')."""
        a, i = self.a, prop.head
        if heads := tuple(k for k in prop.get(slot) if a.lemma[k].lower() != "exception"):  # 'all agreed, with the exception of X'
            return heads
        gerunds = [k for k in a.kids(i, "xcomp", "ccomp", "advcl", "acl", "obl", "nmod") if k > i and a.xpos[k] == "VBG" and a.upos[k] == "VERB"]
        if slot == "obj":
            return tuple(k for k in gerunds if a.rel[k] in ("xcomp", "ccomp") and not a.kids(k, "mark", "case"))
        wanted = slot.removeprefix("obl:")
        named = [k for k in a.kids(i, "compound:prt") if a.form[k].lower() == wanted]
        if named and prop.get("obj"):  # 'stood by the pact', where the tree has a particle and an object
            return prop.get("obj")
        if wanted == "by" and prop.surface.startswith("passive") and prop.get("subj"):
            return prop.get("subj")
        return tuple(k for k in gerunds if any(a.form[c].lower() == wanted for c in a.kids(k, "mark", "case")))

    def about(self, predicate: str, k: int, depth: int = 0) -> list[Asked]:
        """The question ``predicate`` about what ``k`` names; being for a thing and having it are one question, being for an actor another."""
        if predicate == "approve" or predicate == "support":
            if self.a.lemma[k].lower() in ("vote", "ballot"):  # 'abstained from the vote on the treaty'
                k = next((c for c in self.a.kids(k, "nmod") if any(self.a.form[x].lower() == "on" for x in self.a.kids(c, "case"))), k)
            prop = self.reader.read(k) if self.a.upos[k] in ("NOUN", "VERB") else None
            known = prop is not None and (prop.pos == "verb" or (prop.pos, prop.lemma) in self.lexicon.predicates)
            if known and (asked := self.read(k, depth)):
                return asked
            return self.thing(k)
        text, obj, target = self.object(k)
        return [Asked(self._question(predicate, obj, text), False, target)] if obj else []

    def thing(self, k: int) -> list[Asked]:
        """The question whether what ``k`` names should be: ``approve(thing)``, ``support(actor)``."""
        if self.a.lemma[k].lower() in _PAPERS:  # 'a petition against the landfill'
            for c in self.a.kids(k, "nmod"):
                if (case := next((self.a.form[x].lower() for x in self.a.kids(c, "case")), "")) in ("against", "for"):
                    return [Asked(q, turned != (case == "against"), t) for q, turned, t in self.about("approve", c)]
        text, obj, target = self.object(k)
        if not obj:
            return []
        predicate = "support" if obj == target else "approve"
        return [Asked(Question(key=f"{predicate}({obj})", predicate=predicate, object=obj, text=text), self.reader.is_none(k), target)]

    def _question(self, predicate: str, obj: str, text: str) -> Question:
        return Question(key=f"{predicate}({obj})", predicate=predicate, object=obj, text=f"{_PHRASES.get(predicate, predicate)} {text}")

    def _stopped(self, prop: Proposition) -> int | None:
        """What ends, or is refused, when the question is answered with yes."""
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        if prop.lemma not in _STOPS and (operator is None or operator.kind != "refuse"):
            return None
        return next((k for s in _STOPPED for k in prop.get(s)), None)

    def _brought(self, prop: Proposition) -> int | None:
        """The event noun that a verb brings about, or the clause under 'begin', 'continue', 'help', 'try'."""
        if prop.pos != "verb":
            return None
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        governs = operator is not None and operator.kind in ("keep", "attempt", "plan", "decide")
        if (governs or prop.lemma in _LETS) and prop.get("comp"):
            return prop.get("comp")[0]
        if prop.lemma in _STRIVES and (aim := next((prop.get(s) for s in _AIMS if prop.get(s)), ())):
            return aim[0]
        heads = prop.get("obj")
        if prop.lemma in self.lexicon.words["brings"] and heads and self._may_happen(heads[0]):
            return heads[0]
        return None

    def _upon(self, prop: Proposition, asked: Asked) -> Asked:
        """'impose sanctions on X', 'lift the ban on X': the tree may hang X on the verb, but it is whom the sanctions are on."""
        q = asked.question
        heads = next((prop.get(s) for s in ("obl:on", "obl:against", "obl:with") if prop.get(s)), ())
        mention = self.mentions.at(heads[0]) if heads else None
        if q.object.endswith("/document") or mention is None or mention.actor is None or mention.type in _NO_ACTOR - {"place"}:
            return asked
        actor = mention.actor.id
        if actor in q.object.split("-") or q.object.endswith(actor):
            return asked
        obj = f"{q.object}-{actor}"
        text = f"{q.text} {self.a.words(self.a.subtree(heads[0])[0], mention.last)}"
        return Asked(Question(key=f"{q.predicate}({obj})", predicate=q.predicate, object=obj, text=text), asked.turned, actor)

    def _may_happen(self, k: int) -> bool:
        """Does a noun name a deed, an event or a rule, not a place, a person or a thing one can touch?"""
        entity, mention = self.a.entity_at.get(k), self.mentions.at(k)
        return (
            self.a.upos[k] == "NOUN"
            and (entity is None or entity.type in ("event", "abstract"))
            and (mention is None or mention.actor is None or mention.type in ("event", "thing", "document"))
        )

    def _joined(self, k: int) -> Iterator[int]:
        """``k`` and what is coordinated with it, of the same part of speech."""
        yield k
        for c in self.a.kids(k, "conj"):
            if self.a.upos[c] == self.a.upos[k]:
                yield c

    def _nominal(self, prop: Proposition) -> list[Asked]:
        predicate = self.lexicon.predicates.get((prop.pos, prop.lemma))
        if predicate is None:
            return [Asked(q, turned, t) for q, turned, t in self.thing(prop.head)]
        heads: Sequence[int] = next((prop.get(s) for s in _SLOTS if prop.get(s)), ())
        if predicate.patient and "subj" not in prop.borrowed:
            heads = prop.get("obj") or prop.get("subj") or heads
        out = [Asked(q, prop.negated, t) for k in heads for q, _, t in self._of(predicate.name, k)]
        return out or self._told_before(prop.head, predicate.name) or self.thing(prop.head)

    def _told_before(self, i: int, predicate: str) -> list[Asked]:
        """'the expulsions', where the report told before who was expelled."""
        a = self.a
        if not any(a.form[d].lower() in ("the", "this", "these", "those") for d in a.kids(i, "det")):
            return []
        for v in range(i - 1, -1, -1):
            named = self.lexicon.predicates.get(("verb", a.lemma[v].lower())) if a.upos[v] == "VERB" else None
            if named is not None and named.name == predicate:
                return [Asked(q, False, t) for q, _, t in self.read(v, _DEEPEST - 1) if q.predicate == predicate]
        return []

    def _of(self, predicate: str, k: int) -> list[Asked]:
        text, obj, target = self.object(k)
        return [Asked(self._question(predicate, obj, text), False, target)] if obj else []

    def _clause(self, prop: Proposition) -> list[Asked]:
        named = self.lexicon.predicates.get((prop.pos, prop.lemma)) or self.lexicon.predicates.get((prop.pos, prop.lemma + "e"))  # 'fre' for 'freed'
        predicate = named.name if named else prop.lemma
        heads: Sequence[int] = next((h for s in _SLOTS if (h := self._things(prop.get(s)))), ()) or self._bare(prop)
        if "obj" in prop.borrowed and prop.surface.startswith("passive") and (asked := self._asked_for(prop.head)):
            heads = asked
        elsewhere = "subj" in prop.borrowed and prop.get("obl:to")  # 'refused to return to the talks'
        if named is not None and named.patient and prop.lemma in _OWN and prop.get("subj") and not prop.get("obj") and not elsewhere:
            heads = prop.get("subj")
        joined = [k for h in heads for k in (h, *(c for c in self.a.kids(h, "conj") if self.mentions.at(c) is not None))]
        out = [Asked(q, prop.negated, t) for k in joined for q, _, t in self._of(predicate, k)]
        if heads and heads == prop.get("obj"):
            out = [self._upon(prop, x) for x in out]
        if not out and prop.get("subj") and not self.a.kids(prop.head, "ccomp"):
            text, obj, target = self.object(prop.get("subj")[0])
            if obj:
                question = Question(key=f"{predicate}({obj})", predicate=predicate, object=obj, text=f"{text} to {prop.lemma}")
                out.append(Asked(question, prop.negated, target))
        return out

    def _things(self, heads: Sequence[int]) -> tuple[int, ...]:
        """Without times: 'agreed to meet in August' is not about August."""
        return tuple(k for k in heads if (e := self.a.entity_at.get(k)) is None or e.type != "time")

    def _bare(self, prop: Proposition) -> tuple[int, ...]:
        """'hand over the airport', where the tree makes the noun phrase an oblique one without a preposition."""
        a, i = self.a, prop.head
        if prop.pos != "verb" or not a.kids(i, "compound:prt"):
            return ()
        return tuple(k for k in a.kids(i, "obl") if k > i and not a.kids(k, "case") and a.upos[k] in ("NOUN", "PROPN"))

    def _asked_for(self, i: int) -> tuple[int, ...]:
        """'asked for the bridge to be closed', where the tree hangs the bridge on 'asked'."""
        a, h = self.a, self.a.head[i]
        first = min(a.subtree(i))
        near = [k for k in a.kids(h, "obl") if h < k < i and any(a.form[c].lower() == "for" for c in a.kids(k, "case"))] if h >= 0 else []
        return (near[-1],) if near and max(x for x in a.subtree(near[-1]) if x < i) == first - 1 else ()

    def object(self, k: int) -> tuple[str, str, str | None]:
        """Text, normal form and actor of what a question is about; empty for a bare pronoun that points at no document."""
        a = self.a
        mention = self.mentions.at(k)
        actor = mention.actor.id if mention is not None and mention.actor is not None else None
        if a.upos[k] == "PRON" and (noun := self._antecedent(k)) is not None:
            return self.object(noun)
        if a.upos[k] in ("PRON", "DET") and (mention is None or actor is None or (a.form[k].lower() in ("it", "this", "that") and mention.type != "document")):
            return "", "", None
        goes_on = [c for c in a.kids(k, "acl:") if a.lemma[c].lower() in GOES_ON or a.form[c].lower() in ("provided", "providing")]
        drop = {x for c in a.children[k] if a.rel[c] in _DROPPED or c in goes_on for x in a.subtree(c)}
        tokens = [x for x in a.subtree(k) if x not in drop]
        text = a.text[a.span[tokens[0]][0] : a.span[tokens[-1]][1]]
        if mention is not None and actor is not None:
            if mention.type == "document" and self._of_its_subject(k, actor):
                actor = None
            elif mention.type == "document":
                return self._named(k, text, actor), f"{actor}/document", actor
            elif mention.type not in _NO_ACTOR:
                return text, actor, actor
        if (fuller := self._fuller(k)) is not None:
            return self.object(fuller)
        if a.lemma[k].lower() in _WRAPS:  # 'the idea of a referendum' is about the referendum
            wrapped = next((c for c in a.kids(k, "nmod") if any(a.form[x].lower() == "of" for x in a.kids(c, "case"))), None)
            if wrapped is not None:
                return self.object(wrapped)
        words: list[str] = []
        target = actor
        for x in tokens:
            if a.upos[x] not in _CONTENT or a.lemma[x].lower() in self.lexicon.words["vague"]:
                continue
            inner = self.mentions.at(x) if x != k else None
            named = inner is not None and inner.actor is not None and inner.type not in ("event", "thing", "document", "time")
            if named and inner is not None and inner.actor is not None:
                words.append(inner.actor.id)
                target = target or inner.actor.id
            elif a.upos[x] != "NUM" and len(words) < _LONGEST:
                words.append(a.lemma[x].lower())
        obj = "-".join(dict.fromkeys(words))
        beside = (k, *(c for c in a.children[k] if a.rel[c].split(":")[0] in ("compound", "amod", "nmod", "flat") and c not in drop))
        self.core[obj] = frozenset(w for x in (*beside, *(c for b in beside for c in a.kids(b, "compound"))) for w in a.lemma[x].lower().split("-"))
        return text, obj, target

    def _fuller(self, k: int) -> int | None:
        """'the expulsions', where the report said before which expulsions: the last noun phrase before that says more of the same thing."""
        a = self.a
        definite = any(a.form[d].lower() in ("the", "this", "that", "these", "those", "its", "their") for d in a.kids(k, "det", "nmod:poss"))
        if a.upos[k] != "NOUN" or not definite or a.kids(k, "amod", "compound", "nmod", "acl", "acl:relcl", "appos", "nummod"):
            return None
        mine = a.entity_at.get(k)
        for e in reversed(a.entities):
            if e.head >= k or a.upos[e.head] != "NOUN" or not a.kids(e.head, "amod", "compound", "nmod", "acl"):
                continue
            if mine is not None and e.chain == mine.chain and a.lemma[e.head] == a.lemma[k]:
                return e.head
        return None

    def _of_its_subject(self, k: int, actor: str) -> bool:
        """'X voted against the motion': that X made it is a guess from X's being near, unless the words say so ('its motion')."""
        a, h = self.a, self.a.head[k]
        if h < 0 or a.kids(k, "nmod:poss") or a.rel[k] not in ("obj", "obl"):
            return False
        governor = self.reader.read(h)
        subjects = governor.get("subj") if governor is not None else ()
        return any(m.actor is not None and m.actor.id == actor for s in subjects for m in self.mentions.resolve(s))

    def _antecedent(self, k: int) -> int | None:
        """The noun that 'it' or 'them' stands for, by the language model's chains: a thing or an event, not somebody."""
        if self.a.form[k].lower() not in ("it", "them", "this", "that", "its", "their"):
            return None
        mine = self.a.entity_at.get(k)
        if mine is None:
            return None
        before = [e.head for e in self.a.entities if e.chain == mine.chain and e.head < k and self.a.upos[e.head] == "NOUN"]
        near = [h for h in before if self.a.sentence_of[k] - self.a.sentence_of[h] <= 1]
        mention = self.mentions.at(near[-1]) if near else None
        if not near or self.a.entity_at[near[-1]].type in ("person", "organization"):
            return None
        return near[-1] if mention is None or mention.actor is None or mention.type in _NO_ACTOR else None

    def _named(self, k: int, text: str, actor: str) -> str:
        """The words that last named a maker's document, for a pronoun that stands for it."""
        if self.a.upos[k] != "PRON":
            return text
        before = [m for m in self.mentions.all if m.type == "document" and m.actor is not None and m.actor.id == actor and m.head < k]
        named = next((m for m in reversed(before) if self.a.upos[m.head] != "PRON"), None)
        return self.a.words(named.first, named.last) if named is not None else text
