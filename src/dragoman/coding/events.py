"""Events: frames and operators over propositions, with participants, status, standing, time and evidence.

    proposition ─▶ frame or operator ─▶ participants resolved ─▶ status (what stands around it) ─▶ Event
                                                              └▶ standing (which statement it is in)
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.codebook import Codebook, Frame
from dragoman.codebook.operators import CONFLICT, COOPERATION, Operator, Outcome, compose, request_mode, threat_mode
from dragoman.coding._arbiter import ALONE, Evidence, Question, ReadsPairs, Weights, another_type, ask
from dragoman.coding._blame import Blame
from dragoman.coding._manner import instrument
from dragoman.coding._status import clause_status, is_infinitive
from dragoman.coding._when import Clock
from dragoman.coding.magnitude import magnitudes
from dragoman.coding.propositions import Proposition, Reader, preposition
from dragoman.language.analysis import Analysis
from dragoman.language.relations import NONE, Reading
from dragoman.records import Actor, Event, Participant, Span, Statement, Theme, Trigger, When
from dragoman.world.mentions import Mentions, ResolvedMention

_TOWARD = ("obl:to", "obl:against", "obl:toward", "obl:towards", "obl:into", "obl:from", "obl:with", "obl:on", "obl:through", "obl:over", "obl:for")
"""Where else the one affected may stand ('halted shipments through Estonian ports')."""
_NO_THING = frozenset({"command", "call", "appeal", "plead", "press", "ask", "lobby", "tell", "invite", "instruct", "pressure", "plan", "move", "agree", "set"})
"""Operators whose plain object is no embedded event: 'called the vote a farce', 'pressed its assault', 'set a date'."""
_MAKING = frozenset({"have", "make", "take", "launch", "hold", "carry", "conduct"})
_COMMENT = frozenset({"say", "comment", "elaborate", "discuss", "speculate", "disclose", "specify", "answer", "confirm", "reveal", "identify", "name"})
_AHEAD = frozenset({"plan", "schedule", "prepare"})
_UNRECEIVED = frozenset({"RETREAT", "CONCEDE", "COERCE", "SANCTION"})
"""Where such a thing is asked for, the one named in it is who would gain, not who is asked: 'demanded Mr X's release'."""
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_SENT_TO = frozenset({"obj", "obl:to", "obl:against", "obl:on", "obl:with", "obl:from", "obl:toward", "obl:towards", "obl:at"})
_CONSUMING = frozenset({"promise", "decide", "plan", "refuse", "threaten", "request", "stop", "doubt", "fail"})
"""Operators whose embedded event did not (yet) happen."""
_OF_THINGS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "ASSAULT", "COERCE", "PROTEST"})
"""Types that are done to things as well as to parties: a decision condemned, a plan backed, a bridge blown up."""
_AT_HOME = frozenset({"PROTEST", "REQUEST", "REJECT", "THREATEN"})
_FROM_BELOW = frozenset({"OPP", "LAB", "AGR", "REB", "REF", "EDU"})
"""Whose quarrel is with those in power unless they say otherwise; people, churches and clubs march and call for many things."""
_DISPUTES = frozenset({"CONCEDE", "REJECT", "THREATEN"})
"""What unions do in a quarrel over work, which is politics whoever employs them: a strike threatened, an offer refused, a walkout called off."""
_ADDRESSED = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE", "REJECT"})
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
UNFRAMED = "reader"
_PLAIN = frozenset(
    {
        "say", "be", "have", "do", "add", "tell", "know", "think", "believe", "get", "become",
        "include", "note", "report", "deny", "quote", "ask", "appeal", "want", "hope", "expect", "remain", "seem",
        "call", "label", "describe", "term", "compare", "name", "tweet", "speak", "talk", "work", "suggest", "come", "go", "keep",
    }
)  # fmt: skip
"""Verbs that name no event by themselves whoever stands around them: the reader is not asked."""
_IN_WORDS = frozenset({"attack", "hit", "assail", "strike", "target"})
"""What is done with arms to the armed, and with words between persons of politics: 'hit his rival over his taxes'."""
_CONTEST = frozenset({"battle", "fight", "war", "clash", "duel", "showdown", "combat", "beat", "defeat"})
"""What candidates do for votes."""
_OFFICE = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JUD"})
_SIDE = frozenset({"favor", "favour", "support", "defence", "defense", "opposition"})
"""'voted in favor': a word of the phrase is no thing."""
_ABOUT = frozenset({"concerning", "regarding", "about", "over", "like", "as", "near", "outside", "during", "after", "before", "since", "amid"})
"""What a thing is about does not own it: 'condemned the remarks concerning Mexicans'."""
_OF_WORDS = frozenset(
    {
        "review", "view", "opinion", "comment", "remark", "explanation", "prayer", "glimpse", "detail", "advice", "response", "answer", "evidence",
        "example", "reason", "insight", "assessment", "critique", "excuse", "account", "argument", "clue", "hint", "lesson", "contrast", "rebuttal",
        "thought", "proof", "hope", "greeting", "wish", "guidance", "criticism", "perspective", "version", "take",
    }
)  # fmt: skip
"""What is given by speaking, and promises nothing: 'offered her positive reviews'."""
_KIN = frozenset(
    {
        "brother", "sister", "wife", "husband", "mother", "father", "son", "daughter", "uncle", "aunt", "cousin", "nephew", "niece", "fiancee", "girlfriend",
        "boyfriend", "grandmother", "grandfather", "grandson", "granddaughter", "friend", "neighbor", "neighbour", "parent", "sibling", "spouse",
    }
)  # fmt: skip
_FOES = frozenset({"UAF", "CRM", "REB"})
_AGAINST = frozenset({"defeat", "crush", "fight", "stop", "punish", "hunt", "confront", "eliminate", "topple", "unseat", "oust", "beat", "combat", "pursue"})
"""What is promised of a party to be done to it, not for it."""
_SAID = frozenset({"SUPPORT", "ACCUSE", "CONCEDE", "REJECT"})
"""Types whose nouns are done by offering them: 'offered praise, condolences, an apology'."""
_POLITICAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "ACCUSE", "REJECT", "SANCTION", "THREATEN", "REQUEST", "CONCEDE"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """An event before its surroundings are known."""

    prop: Proposition
    type: str
    modes: tuple[str, ...]
    actors: tuple[ResolvedMention, ...]
    actor_heads: tuple[int, ...]
    recipients: tuple[ResolvedMention, ...]
    recipient_heads: tuple[int, ...]
    theme: int | None
    rule: str
    confidence: float | None
    """The frame's own; None where the type is the reader's."""
    cameo: str | None
    steps: tuple[str, ...] = ()


class EventCoder:
    """Codes the events of one document.

    Args:
        analysis: The document's tokens and trees.
        mentions: Who is who in it.
        codebook: Frames, operators, types.
        clock: Its time expressions, tied to clauses.
        statements: Who said what in it, for standing.
        relations: The learned second opinion; without it the frames stand alone.
        weights: How evidence adds up to a confidence; the shipped ones where absent.
    """

    def __init__(
        self, analysis: Analysis, mentions: Mentions, codebook: Codebook, clock: Clock, statements: Sequence[Statement],
        relations: ReadsPairs | None = None, weights: Weights | None = None,
    ) -> None:  # fmt: skip
        self.relations = relations
        self.weights = weights or Weights.load()
        self.a = analysis
        self.mentions = mentions
        self.codebook = codebook
        self.clock = clock
        self.reader = Reader(analysis)
        self.blame = Blame.load()
        self._inside = _Contents(statements)
        self._class: dict[int, Outcome | None] = {}
        self._countries: Counter[str] | None = None
        self._told_at: dict[int, _Found] = {}
        self._story: list[tuple[int, tuple[ResolvedMention, ...], tuple[ResolvedMention, ...]]] = []

    def code(self) -> tuple[Event, ...]:
        """All events, in text order, with ids ``e1``, ``e2``, ..."""
        found = self._candidates()
        out: list[Event] = []
        for candidate, reading in zip(found, self._read(found), strict=True):
            decided = self._decide(candidate, reading)
            event = self._finish(decided, reading, len(out) + 1) if decided is not None else None
            if event is not None:
                out.append(event)
        return tuple(_same(out))

    def _candidates(self) -> list[_Found]:
        """What frames and operators find, and predicates between parties of politics on which no frame speaks, in text order."""
        out: list[_Found] = []
        for i in range(len(self.a)):
            if self.a.upos[i] not in ("VERB", "NOUN", "ADJ", "PROPN") or self._is_modifier(i):
                continue
            prop = self.reader.read(i)
            if prop is None:
                continue
            found = self.find(prop) or self._blaming(prop)
            if found is None and self.relations is not None:
                found = self._unframed(prop)
            if found is None or self._already_told(found):
                continue
            out.append(found)
            self._told_at[i] = found
            known = tuple(m for m in found.recipients if m.actor is not None)
            if found.rule == UNFRAMED:
                continue
            if found.actors and known:
                self._story.append((self.a.sentence_of[i], found.actors, known))
            elif len(found.actors) > 1:
                self._story.append((self.a.sentence_of[i], found.actors[:1], found.actors[1:]))
        return out

    def _blaming(self, prop: Proposition) -> _Found | None:
        """Blame in what a speaker says of somebody else who acts in politics."""
        heads = self.blame.blamed(self.reader, prop)
        statement = self._inside.innermost(self.a.span[prop.head]) if heads else None
        if statement is None or (statement.cue is not None and (statement.cue.negated or statement.cue.cls != "speech")):
            return None
        speakers = tuple(m for s in statement.speakers for m in self._speaking(s))
        blamed, blamed_heads = self._resolve(heads)
        blamed = _others((m for m in blamed if _is_core(m) and m.type != "thing"), speakers)
        if not speakers or not blamed or not all(_is_core(m) for m in speakers):
            return None
        return _Found(prop, "ACCUSE", ("disapprove",), speakers[:1], (), blamed, blamed_heads, None, "blame", 0.8, "111")

    def _speaking(self, speaker: Participant) -> tuple[ResolvedMention, ...]:
        """The mention that a statement's speaker is."""
        for m in self.mentions.all:
            if m.actor is not None and m.actor.id == speaker.actor and self.a.char_span(m.first, m.last) == speaker.span:
                return (m,)
        return ()

    def _is_modifier(self, i: int) -> bool:
        """'the bombing victims', 'a job-killing accord': a participle before its noun says which one, whatever the tree makes of it."""
        a = self.a
        if a.xpos[i] != "VBG" or i + 1 >= len(a) or a.upos[i + 1] != "NOUN" or a.sentence_of[i + 1] != a.sentence_of[i]:
            return False
        hyphen = i > 0 and a.form[i - 1] == "-"
        return hyphen or a.lemma[i + 1].lower() in ("victim", "suspect", "survivor", "site", "scene", "spree", "range", "machine", "attempt", "incident")

    def _unframed(self, prop: Proposition) -> _Found | None:
        """A verb on which no frame speaks, done by or to somebody who acts in politics: a question for the reader alone."""
        if prop.pos != "verb" or self.a.lemma[prop.head].lower() in _PLAIN or (prop.negated and "without" in self._marks(prop.head)):
            return None
        actors, actor_heads = self._resolve(prop.get("subj"))
        if not actors:
            return None
        mine = {m.actor.id for m in actors if m.actor}
        slots = ("obj", "iobj", *(s for s in prop.slots if s.startswith("obl:")))
        recipients: tuple[ResolvedMention, ...] = ()
        heads: tuple[int, ...] = ()
        for slot in slots:
            got, heads = self._resolve(prop.get(slot))
            recipients = tuple(m for m in got if m.actor and m.actor.id not in mine)
            if recipients:
                break
        if not recipients and prop.get("obj"):
            return None  # done to a thing: the reader is wrong there as often as right
        return political(_Found(prop, "ACCUSE", (), actors, actor_heads, recipients, heads, None, UNFRAMED, ALONE, None))

    def _marks(self, i: int) -> set[str]:
        return {self.a.form[c].lower() for c in self.a.kids(i, "mark", "case")}

    def _read(self, found: Sequence[_Found]) -> list[Reading | None]:
        if self.relations is None:
            return [None] * len(found)
        readings = ask(self.a, self.relations, [Question((f.prop.head, *f.prop.trigger), f.actors, f.recipients) for f in found])
        # of a type that the reader has not learned, a user's own, it can't say anything
        return [r if r is None or f.rule == UNFRAMED or f.type in r.types else None for f, r in zip(found, readings, strict=True)]

    def _decide(self, found: _Found, reading: Reading | None) -> _Found | None:
        """One type from both voices (``confidence`` None: the reader's alone); None where it is no event after all."""
        if found.rule == UNFRAMED:
            best = reading.type if reading is not None else NONE
            if reading is None or best == NONE or reading.types[best] < ALONE or not found.recipients:
                return None
            if not all(_is_core(m) for m in (*found.actors, *found.recipients)):
                return None
            actors, recipients = found.actors, found.recipients
            if best == "CONSULT" and "visit" not in reading.modes_of(best):
                actors, recipients = (*actors, *(m for m in recipients if m.actor is not None)), ()
            return dataclasses.replace(found, type=best, modes=reading.modes_of(best), confidence=None, actors=actors, recipients=recipients)
        if found.type == "ASSAULT" and not found.modes and found.prop.lemma in _CONTEST and _between_politicians(found):
            return None
        if found.type == "ASSAULT" and not found.modes and found.prop.lemma in _IN_WORDS and _between_politicians(found):
            return dataclasses.replace(found, type="ACCUSE", modes=("disapprove",), cameo=None, steps=(*found.steps, "between politicians: in words"))
        composed = found.rule.startswith("operator:") and (found.confidence or 0) >= 0.8  # by the codebook's own edge rules
        other = another_type(found.type, found.confidence or 0.0, reading) if not composed else None
        if other is None or reading is None:
            return found
        modes = reading.modes_of(other)
        if not modes and other == "REJECT":
            modes = (request_mode((found.type, found.modes), negated=False),)
        return dataclasses.replace(found, type=other, modes=modes, cameo=None, confidence=None)

    def _already_told(self, found: _Found) -> bool:
        """Whether the verb that lends this noun its subject was coded as the same event ('expressed its support')."""
        if found.prop.pos != "noun":
            return False
        other = self._told_at.get(self.a.head[found.prop.head])
        return other is not None and other.type == found.type and self.a.rel[found.prop.head] in ("obj", "nsubj:pass", "obl", "conj")

    # ------------------------------------------------------------------ what kind of event

    def classify(self, i: int) -> Outcome | None:
        """Type and modes that the words at ``i`` name, whoever takes part; None where they name no event."""
        if i not in self._class:
            self._class[i] = None
            prop = self.reader.read(i)
            if prop is not None:
                operator = self.codebook.operators.get(prop.pos, prop.lemma)
                inner = self._embedded(prop, operator) if operator else None
                if operator is not None and inner is not None:
                    kind = self.classify(inner)
                    result = kind if operator.kind in ("keep", "attempt", "plan", "decide") else None
                    self._class[i] = compose(operator, kind, negated=self._negated(inner)) or result
                if self._class[i] is None:
                    frame = next(iter(self._frames(prop)), None)
                    self._class[i] = (frame.type, frame.modes) if frame else None
        return self._class[i]

    def _negated(self, i: int) -> bool:
        prop = self.reader.read(i)
        return prop is not None and prop.negated

    def _embedded(self, prop: Proposition, operator: Operator) -> int | None:
        """The head of the event embedded in an operator: its clause, else an event noun in its object."""
        for k in (*prop.get("comp"), *self._purpose(prop, operator)):
            if operator.kind == "request" and prop.pos == "verb" and self.a.xpos[k] == "VBG":
                continue  # 'calls doing so a mistake'
            if self.a.upos[k] in ("VERB", "NOUN", "ADJ") and not self._names(prop, k):
                return k
        slots: tuple[str, ...] = ("obj", "obl:for", "obl:to")
        if prop.pos == "noun" or operator.kind == "stop":
            slots = ("obj", "obl:of", "obl:for", "obl:to", "obl:on")
        elif prop.lemma in _NO_THING:
            slots = ("obl:for",)
        for slot in slots:
            for k in prop.get(slot):
                if self.a.upos[k] in ("NOUN", "VERB") and self.mentions_nobody(k):
                    return k
        return None

    def _names(self, prop: Proposition, k: int) -> bool:
        """'called it historic', 'ordered him home': what is said of the object; 'asked, "May she stay?"': a question. Neither is a request."""
        if operator_question(self.a, prop, k) or (prop.lemma == "insist" and self._is_told(k)):
            return True
        return prop.pos == "verb" and self.a.rel[k] == "xcomp" and bool(prop.get("obj")) and not is_infinitive(self.a, k) and self.a.xpos[k] != "VBG"

    def _is_told(self, k: int) -> bool:
        """Whether a finite clause says what is so, not what should be: 'insisted that it had left', not 'insisted that it leave'."""
        helpers = {self.a.form[c].lower() for c in self.a.kids(k, "aux", "aux:pass", "cop")}
        return not is_infinitive(self.a, k) and not helpers & {"must", "should", "be", "ought"} and self.a.xpos[k] != "VB"

    def _will(self, i: int) -> bool:
        return any(self.a.form[c].lower() in ("will", "would", "wo", "'ll", "’ll") for c in self.a.kids(i, "aux"))

    def _owners(self, k: int) -> tuple[int, ...]:
        return tuple(self.a.kids(k, "nmod:poss", "nmod", "amod"))

    def _is_opinion(self, k: int) -> bool:
        """Whether what is agreed is how things are ('agreed that his past matters'), not what is to be done."""
        helpers = {self.a.form[c].lower() for c in self.a.kids(k, "aux", "aux:pass")}
        finite = self.a.xpos[k] in ("VBZ", "VBP", "VBD") or any(self.a.xpos[c] in ("VBZ", "VBP", "VBD") for c in self.a.kids(k, "aux", "cop", "aux:pass"))
        return finite and not is_infinitive(self.a, k) and not helpers & {"will", "would", "shall"}

    def _purpose(self, prop: Proposition, operator: Operator) -> list[int]:
        """'call on X to P' and 'accuse X of doing' hang their clause on as an adverbial."""
        if operator.kind not in ("request", "allege", "threaten", "promise"):
            return []
        out = [k for k in prop.get("adv") if is_infinitive(self.a, k) or preposition_of_clause(self.a, k) in ("of", "for", "with")]
        for slot in ("obl:on", "obj", "obl:to"):  # 'urged the government to P': P hung on the noun by mistake
            for n in prop.get(slot):
                out += [k for k in self.a.kids(n, "acl") if is_infinitive(self.a, k)]
        return out

    def mentions_nobody(self, k: int) -> bool:
        """Whether the noun phrase at ``k`` names no actor by itself."""
        mention = self.mentions.at(k)
        return mention is None or mention.actor is None or mention.type in ("event", "thing", "document", "time", "place")

    def _frames(self, prop: Proposition) -> Iterable[Frame]:
        """The frames that the words of a proposition satisfy, best first."""
        for lemma in dict.fromkeys((prop.lemma, prop.lemma.split()[-1] if prop.pos == "noun" else prop.lemma.removesuffix(" together"))):
            for frame in self.codebook.frames_for(prop.pos, lemma):
                if self._words_fit(frame, prop):
                    yield frame

    def _words_fit(self, frame: Frame, prop: Proposition) -> bool:
        if prop.pos == "verb" and prop.get("obj") and "obj" not in prop.borrowed and not self.reader.is_passive(prop.head):
            if not any("obj" in slots for slots in (frame.actor, frame.recipient, frame.theme, frame.require, frame.forbid)):
                return False  # an object that the frame does not know of makes another sense ('demonstrated patience')
        for slot, lemmas in frame.require.items():
            if not any("*" in lemmas or self._lemma_in(k, lemmas) for k in prop.get(slot)):
                return False
        return all(not any("*" in lemmas or self._lemma_in(k, lemmas) for k in prop.get(slot)) for slot, lemmas in frame.forbid.items())

    def _lemma_in(self, k: int, lemmas: frozenset[str]) -> bool:
        a = self.a
        low = a.lemma[k].lower()
        classes = {x[1:] for x in lemmas if x.startswith("@")}
        if classes and any(m.actor is not None and ("agent" in classes or classes & set(m.actor.sectors)) for m in self.mentions.resolve(k)):
            return True
        if low in lemmas or a.form[k].lower() in lemmas:
            return True
        for c in a.kids(k, "nmod:"):  # 'two days of talks', 'a package of sanctions': the measure is not the thing
            if preposition(a, c) == "of" and (a.lemma[c].lower() in lemmas or a.form[c].lower() in lemmas):
                return True
        return any(f"{a.lemma[c].lower()} {low}" in lemmas for c in a.kids(k, "compound", "amod")) or any(
            a.lemma[c].lower() in lemmas for c in a.kids(k, "conj")
        )

    # ------------------------------------------------------------------ who takes part

    def find(self, prop: Proposition) -> _Found | None:
        """The event that a proposition names with political participants, or None."""
        found = self._find(prop)
        return political(found) if found is not None else None

    def _find(self, prop: Proposition) -> _Found | None:
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        best: _Found | None = None
        if operator is not None:
            best = self._by_operator(prop, operator)
            if best is not None and best.theme is not None and self.a.upos[best.theme] == "VERB":
                return best
        for frame in self._frames(prop):
            found = self._by_frame(prop, frame)
            if found is not None and (best is None or (found.confidence or 0) > (best.confidence or 0)):
                best = found
        return best

    def _by_operator(self, prop: Proposition, operator: Operator) -> _Found | None:
        inner = self._embedded(prop, operator)
        if operator.kind == "refuse" and inner is not None and self.a.lemma[inner].lower() in _COMMENT:
            return None  # 'declined to comment'
        if inner is None and operator.kind == "refuse" and prop.pos == "verb" and not prop.get("comp") and not prop.get("obj"):
            return self._bare_refusal(prop)
        if inner is None or (prop.pos == "noun" and "subj" not in prop.slots):
            return None
        kind = self.classify(inner)
        outcome = compose(operator, kind, negated=self._negated(inner))
        if prop.negated and "without" in self._marks(prop.head):
            return None  # 'without offering proof'
        if operator.kind == "promise" and self.a.lemma[prop.head].lower() == "agree" and self._is_opinion(inner):
            return None
        if operator.kind == "stop" and prop.lemma == "end" and kind is not None and kind[0] == "CONSULT":
            return None  # visits and meetings end by themselves
        if operator.kind == "promise" and prop.pos == "verb" and self.a.upos[inner] == "NOUN":
            if self.a.lemma[inner].lower() in _OF_WORDS:
                return None
            refuses = prop.negated and (bool(self._resolve(self._owners(inner))[0]) or self._will(prop.head))
            if kind is None and (prop.negated or prop.lemma == "accept") and not refuses:
                return None  # 'accepted a post' (agree.accept has what is agreed to), 'offered no details'; but 'will not accept a cut'
            if prop.lemma == "offer" and kind is not None and kind[0] in _SAID:
                outcome = kind
        if outcome is None:
            return None
        actors, actor_heads = self._resolve(prop.get("subj"))
        if not actors:
            return None
        recipients: tuple[ResolvedMention, ...] = ()
        recipient_heads: tuple[int, ...] = ()
        for slot in operator.recipient:
            heads = tuple(k for k in prop.get(slot) if k != inner)
            recipients, recipient_heads = self._resolve(heads)
            if recipients:
                break
        mine = {m.actor.id for m in actors if m.actor}
        if recipients and all(m.actor is None or m.actor.id in mine for m in recipients):
            return None
        embedded = self.reader.read(inner)
        gain = operator.kind == "request" and self.a.upos[inner] == "NOUN" and kind is not None and kind[0] in _UNRECEIVED
        if not recipients and embedded is not None and embedded.pos == "verb" and operator.kind == "request":
            got, recipient_heads = self._resolve(embedded.get("subj"))  # who is to do it: 'demanded that Ankara free him'
            recipients = _others(got, actors)
        if not recipients and embedded is not None and not gain:
            recipients, recipient_heads = self._inner_recipient(embedded, actors)
        if not recipients and prop.pos == "noun":
            recipients, recipient_heads = self._other_side(prop, actors)
        if operator.kind == "promise" and kind is None and outcome[0] == "AGREE" and recipients:
            foe = all(m.actor is not None and bool(_FOES & set(m.actor.sectors[:1])) for m in recipients)
            if foe or self.a.lemma[inner].lower() in _AGAINST:
                outcome = ("THREATEN", ())  # 'vowed to track down the bombers'
        confidence = 0.85 if kind is not None else 0.6
        steps: tuple[str, ...] = (f"{operator.kind}({kind[0] if kind else '?'})",)
        if not recipients and len(actor_heads) == 1 and self.a.upos[actor_heads[0]] == "NOUN":  # 'a letter to the UN threatening to'
            letter = self.reader.read(actor_heads[0])
            got, recipient_heads = self._resolve(letter.get("obl:to")) if letter is not None else ((), ())
            recipients = _others(got, actors)
        if not recipients and operator.kind == "refuse" and kind is None and not all(_is_state(m) or _is_from_below(m) for m in actors):
            return None  # a person 'declined to use the word': toward nobody
        if not recipients:
            recipients = self._implied(actors, prop.head)
            if not recipients and outcome[0] in _AT_HOME:
                recipients = self._home_government(actors, prop.head)
            confidence *= 0.75
            if recipients:
                steps = (*steps, "recipient implied by the story so far")
        if not recipients and kind is None:
            refusal = operator.kind == "refuse" or (operator.kind == "promise" and prop.negated)
            if not (operator.kind == "threaten" or refusal) or prop.pos == "noun":
                return None  # 'promised to think': toward nobody, and nothing of politics
            confidence = 0.5
        if operator.kind in ("plan", "decide"):
            confidence = 0.6
        return _Found(
            prop, outcome[0], tuple(m for m in outcome[1] if m), actors, actor_heads, recipients, recipient_heads, inner,
            f"operator:{operator.kind}", confidence, None, steps,
        )  # fmt: skip

    def _other_side(self, prop: Proposition, actors: Sequence[ResolvedMention]) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """Whom an offer, appeal or threat met: the subject of the verb whose object it is ('Dhaka rebuffed an appeal from the agency')."""
        a, i = self.a, prop.head
        verb = self.reader.read(a.head[i]) if a.head[i] >= 0 and a.rel[i] in ("obj", "obl", "nmod") else None
        if verb is None or verb.pos != "verb" or "subj" in prop.borrowed:
            return (), ()
        got, heads = self._resolve(verb.get("subj"))
        return _others(got, actors), heads

    def _bare_refusal(self, prop: Proposition) -> _Found | None:
        """'Mr X refused.': what was asked stands in the story, and so does who asked it."""
        actors, heads = self._resolve(prop.get("subj"))
        recipients = self._implied(actors, prop.head) if actors else ()
        if not recipients:
            return None
        steps = ("refuse(what was asked before)", "recipient implied by the story so far")
        return _Found(prop, "REJECT", ("change",), actors, heads, recipients, (), None, "operator:refuse", 0.5, None, steps)

    def _inner_recipient(self, inner: Proposition, actors: Sequence[ResolvedMention]) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """Who the embedded act is done to, where the operator names nobody."""
        for frame in self._frames(inner):
            for slot in (*frame.recipient, "obl:with", "obl:to", "obl:from", "obl:against"):
                got, heads = self._resolve(inner.get(slot))
                got = _others(got, actors)
                if got:
                    return got, heads
        for slot in ("obl:with", "obl:to", "obl:from", "obl:against", "obj", "subj"):
            got, heads = self._resolve(inner.get(slot))
            got = _others(got, actors)
            if got:
                return got, heads
        return (), ()

    def _by_frame(self, prop: Proposition, frame: Frame) -> _Found | None:
        actors, actor_heads = self._first(prop, frame.actor)
        if not actors and frame.type == "MOBILIZE":  # 'riot police were posted around the palace': who is sent also acts
            actors, actor_heads = self._first(prop, ("obj",))
            actors = tuple(m for m in actors if m.actor and {"MIL", "COP", "PRM", "REB"} & set(m.actor.sectors))
        recipients, recipient_heads = self._first(prop, frame.recipient, without=actor_heads)
        if not recipients and frame.type in _POLITICAL and frame.type not in ("AID", "CONSULT"):
            recipients, recipient_heads = self._seated(prop, frame.recipient)
        if frame.reciprocal and not actors:
            return None
        if frame.reciprocal and prop.pos == "verb" and self._with_outsiders(prop, frame):
            return None
        if frame.reciprocal:
            extra, heads = self._first(prop, ("obl:with", "obl:between", "obj", "obl:and"), without=actor_heads)
            actors, actor_heads = (*actors, *extra), (*actor_heads, *heads)
            first: dict[str, ResolvedMention] = {}
            for m in actors:
                if m.actor is not None:
                    first.setdefault(m.actor.id, m)  # 'Chad and Libya settled their dispute': the names, not the pronoun
            actors = tuple(first.values())
            recipients, recipient_heads = (), ()
        theme = next((k for slot in frame.theme for k in prop.get(slot)), None)
        if not recipients and theme is not None and actors and frame.type in ("REQUEST", "REJECT", "THREATEN", "AGREE"):
            inner = self.classify(theme) if frame.type == "REQUEST" else None
            if inner is None or inner[0] not in _UNRECEIVED:
                recipients, recipient_heads = self._whose(theme, actors)
        implied = False
        if not recipients and actors and prop.pos == "noun" and frame.type in _ADDRESSED:
            recipients, recipient_heads = self._other_side(prop, actors)
        if not recipients and actors and not frame.reciprocal and (frame.recipient or "recipient" in frame.needs):
            recipients, recipient_heads, implied = self._reached(prop, frame, actors)
            if not recipients and frame.type in _AT_HOME:
                recipients = self._home_government(actors, prop.head)
                implied = bool(recipients)
            if not recipients and frame.type in _OF_THINGS and any(_is_core(m) for m in actors):
                recipients, recipient_heads = self._thing(prop, frame.recipient)
                implied = bool(recipients)
        if frame.type == "THREATEN" and theme is not None and self.a.upos[theme] == "VERB" and not self._own_threat(theme, actors):
            return None
        if frame.type == "AGREE" and theme is not None and prop.lemma == "agree" and self._is_opinion(theme):
            return None
        if "actor" in frame.needs and not actors:
            return None
        if "recipient" in frame.needs and not recipients:
            return None
        if "theme" in frame.needs and theme is None:
            return None
        if not actors and not recipients:
            return None
        ids = {m.actor.id for m in actors if m.actor}
        if not frame.reciprocal:
            kept = tuple(m for m in recipients if m.actor is None or m.actor.id not in ids)
            if recipients and not kept and "recipient" in frame.needs:
                return None
            recipients = kept
        elif len(ids) < 2 and ("recipient" in frame.needs or prop.pos == "noun"):
            return None
        if prop.pos == "noun" and frame.type == "REQUEST" and not recipients and theme is None:
            return None  # 'whose appeal rests on success': asks nobody for anything
        if prop.pos == "noun" and not (actors and (recipients or frame.reciprocal)) and "recipient" not in frame.needs:
            if not self._told(prop) and (theme is None or "theme" not in frame.needs):
                return None
        modes, steps = self._modes(frame, theme)
        confidence = frame.confidence * (0.9 if prop.borrowed else 1.0) * (0.9 if prop.pos == "noun" else 1.0) * (0.75 if implied else 1.0)
        if implied and recipients:
            steps = (*steps, "recipient implied by the story so far" if recipients[0].actor else "recipient is a thing that nobody is known to own")
        return _Found(
            prop, frame.type, modes, actors, actor_heads, recipients, recipient_heads, theme, frame.id, confidence, frame.cameo, steps
        )

    def _with_outsiders(self, prop: Proposition, frame: Frame) -> bool:
        """Whether what two do together is done with somebody named who is nobody in politics: 'met his brother for dinner'."""
        others = [k for slot in ("obj", "obl:with") if slot in frame.recipient for k in prop.get(slot)]
        people = [k for k in others if self._is_person(k)]
        return bool(people) and not any(_is_agent(m) for k in people for m in self._best_named(k) if m.actor and not self._is_kin(k, m))

    def _is_person(self, k: int) -> bool:
        mention, entity = self.mentions.at(k), self.a.entity_at.get(k)
        return self.a.lemma[k].lower() in _KIN or "person" in (mention.type if mention else "", entity.type if entity else "")

    def _reached(
        self, prop: Proposition, frame: Frame, actors: Sequence[ResolvedMention]
    ) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...], bool]:
        """A recipient reached through the thing that fills its slot, else the other party of the story; and whether it is the latter."""
        if frame.recipient[:1] == ("obj",) and prop.pos == "verb" and not any(prop.get(slot) for slot in frame.recipient):
            return (), (), False  # without its object the verb is another one: 'had trained at an academy'
        for k in prop.get("obj"):
            got, heads = self._of_named_act(prop, frame, k, actors)
            if got:
                return got, heads, False
        for slot in frame.recipient:
            for k in prop.get(slot):
                got, heads = self._whose(k, actors, judged=frame.type in _JUDGING)
                if got:
                    return got, heads, False
                mention = self.mentions.at(k)
                if mention is not None and mention.type in ("person", "group", "organization", "state"):
                    return (), (), False
        if prop.pos == "noun":
            return (), (), False
        for slot in _TOWARD:
            for k in prop.get(slot):
                got, heads = self._whose(k, actors, judged=frame.type in _JUDGING)
                if got:
                    return got, heads, False
        if frame.type in ("ASSAULT", "COERCE") and any(prop.get(slot) for slot in frame.recipient):
            return (), (), False  # done to the thing that is named, whoever the story is about
        found = self._implied(actors, prop.head)
        return found, (), bool(found)

    def _of_named_act(
        self, prop: Proposition, frame: Frame, k: int, actors: Sequence[ResolvedMention]
    ) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """The recipient of the act that the object names: 'launched an assault on the town', 'voiced support for the reform'."""
        noun = self.reader.read(k) if self.a.upos[k] == "NOUN" else None
        if noun is None or prop.pos != "verb" or k not in prop.get("obj"):
            return (), ()
        for own in self._frames(noun):
            if own.type == frame.type:
                for slot in (s for s in own.recipient if s.startswith("obl:")):
                    for n in noun.get(slot):
                        got, heads = self._resolve((n,))
                        got = _others(got, actors) or self._whose(n, actors)[0]
                        if got:
                            return got, heads or (n,)
        return (), ()

    def _thing(self, prop: Proposition, slots: Sequence[str]) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """The thing that fills the recipient's slot and belongs to nobody known: 'condemned the order as pure blackmail'."""
        a = self.a
        for slot in slots:
            for k in prop.get(slot):
                known = self.mentions.at(k)
                if a.upos[k] not in ("NOUN", "PROPN") or a.lemma[k].lower() in _SIDE or self.reader.is_none(k) or self._is_when_or_where(prop, slot, k):
                    continue
                if known is not None and known.actor is None:
                    return (known,), (k,)
                if known is None:
                    first = min((c for c in a.children[k] if a.rel[c] in _BEFORE and c < k), default=k)
                    return (ResolvedMention(k, first, k + 1, "description", "thing", None, 0.6, (), "a thing"),), (k,)
        return (), ()

    def _is_when_or_where(self, prop: Proposition, slot: str, k: int) -> bool:
        """'on Wednesday', 'the killings in Belfast': when and where a thing was done, not what it was done to."""
        known, entity = self.mentions.at(k), self.a.entity_at.get(k)
        if (known is not None and known.type == "time") or (entity is not None and entity.type == "time"):
            return True
        return prop.pos == "noun" and slot in ("obl:in", "obl:at")

    def _whose(
        self, theme: int, actors: Sequence[ResolvedMention], *, judged: bool = False
    ) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """Whose the thing is that is asked for or refused: 'an end to French co-chairmanship', 'the withdrawal of Rwandan troops'.

        The name nearest to the theme's head by depth in its phrase; none from a clause inside it. ``judged``: the thing is blamed, opposed or praised,
        so that a blow is whose who deals it.
        """
        blow = self.reader.read(theme) if judged and self.a.upos[theme] == "NOUN" else None
        if blow is not None and (self.classify(theme) or ("",))[0] in ("ASSAULT", "COERCE", "MOBILIZE"):
            got = _others((m for k in blow.get("subj") if "subj" not in blow.borrowed for m in self.mentions.resolve(k)), actors)
            return got, blow.get("subj") if got else ()  # who is blamed for 'the bombing of the embassy' is who bombed it
        layer = [theme]
        for _ in range(4):
            for k in layer:
                if k != theme and self._names_no_owner(k):
                    continue
                got = _others((m for m in self.mentions.resolve(k) if m.type != "time"), actors)
                if got:
                    return got, (k,)
            layer = [c for k in layer for c in self.a.kids(k, "nmod", "amod", "compound", "nsubj", "obj", "obl:agent", "det")]
        return (), ()

    def _names_no_owner(self, k: int) -> bool:
        """'paper records', 'the Pan-American Highway', a plain adjective: a noun before a noun says what kind, and part of a name is no owner."""
        a = self.a
        if a.rel[k] == "compound":
            if a.upos[k] == "NOUN":
                return not any(_is_core(m) for m in self.mentions.resolve(k))  # but 'a rebel town'
            return (a.upos[a.head[k]] == "PROPN" and self.mentions.at(a.head[k]) is None)
        if a.rel[k] == "amod":
            return self.mentions.at(k) is None or a.upos[a.head[k]] == "PROPN"
        return a.rel[k] == "nmod" and preposition(a, k) in _ABOUT

    def _own_threat(self, theme: int, actors: Sequence[ResolvedMention]) -> bool:
        """Whether what is warned of is the warner's own doing or a hostile act, not a forecast ('warned that prices may rise')."""
        kind = self.classify(theme)
        inner = self.reader.read(theme)
        mine = {_party(m) for m in actors if m.actor}
        subjects = {_party(m) for k in (inner.get("subj") if inner else ()) for m in self.mentions.resolve(k) if m.actor}
        return (kind is not None and kind[0] in CONFLICT and (not subjects or bool(subjects & mine))) or (kind is not None and bool(subjects & mine))

    def _told(self, prop: Proposition) -> bool:
        """Whether an event noun is what its sentence tells of, not an aside: a subject, or the object of a light verb."""
        return "subj" in prop.borrowed or self.a.rel[prop.head] in ("nsubj", "nsubj:pass", "root")

    def _modes(self, frame: Frame, theme: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """REQUEST, REJECT and THREATEN take their mode from what is asked for, refused, threatened."""
        if frame.modes or theme is None or frame.type not in ("REQUEST", "REJECT", "THREATEN"):
            return frame.modes, ()
        inner = self.classify(theme)
        if frame.type == "THREATEN":
            return threat_mode(inner), ()
        return (request_mode(inner, negated=self._negated(theme)),), ()

    def _seated(self, prop: Proposition, slots: Sequence[str]) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        """Who governs from a capital that words are sent to: 'an ultimatum to Damascus'."""
        for slot in slots:
            for k in prop.get(slot) if slot in _SENT_TO else ():
                mention = self.mentions.at(k)
                if mention is not None and mention.type == "place" and mention.candidates:
                    found = self.mentions.government(mention.candidates[0].removesuffix("-GOV"), k)
                    if found is not None:
                        return (dataclasses.replace(found, head=k, first=mention.first, last=mention.last, kind="metonym", confidence=0.7),), (k,)
        return (), ()

    def _first(self, prop: Proposition, slots: Sequence[str], without: Sequence[int] = ()) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        for slot in slots:
            heads = tuple(k for k in prop.get(slot) if k not in without)
            got, used = self._resolve(heads)
            if got:
                return got, used
        return (), ()

    def _resolve(self, heads: Sequence[int]) -> tuple[tuple[ResolvedMention, ...], tuple[int, ...]]:
        out: dict[str, ResolvedMention] = {}
        used = []
        for k in heads:
            if self.reader.is_none(k):
                continue
            for m in self._best_named(k):
                if m.actor is not None and m.type != "time" and not self._is_kin(k, m):
                    out.setdefault(m.actor.id, m)
                    used.append(k)
        return tuple(out.values()), tuple(dict.fromkeys(used))

    def _is_kin(self, k: int, m: ResolvedMention) -> bool:
        """A brother or a wife of whom nothing else is known: whatever is done to them is private."""
        return self.a.lemma[k].lower() in _KIN and m.actor is not None and m.actor.id.startswith("~") and set(m.actor.sectors) <= {"CVL"}

    def _best_named(self, k: int) -> tuple[ResolvedMention, ...]:
        """Who the phrase at ``k`` names; of a phrase and its apposition ('his rival, former president X'), who is known better."""
        got = self.mentions.resolve(k)
        if not got and self.a.upos[k] == "NOUN":  # 'Ukrainian drones struck', 'a Saudi-led strike killed': whose they are, acts
            noun = self.reader.read(k)
            for c in (*self.a.kids(k, "amod", "nmod:poss", "compound"), *(noun.get("subj") if noun and "subj" not in noun.borrowed else ())):
                owner = self.mentions.resolve(c)
                if owner and owner[0].type in ("state", "organization"):
                    return owner
        if len(got) == 1 and not _is_core(got[0]):
            for c in self.a.kids(k, "appos"):
                other = self.mentions.resolve(c)
                if other and _is_core(other[0]):
                    return other
        return got

    def _implied(self, actors: Sequence[ResolvedMention], i: int) -> tuple[ResolvedMention, ...]:
        """Who an act is against when its own clause does not say: the other party of the dyad that the report is telling of.

        'Riyadh expelled the Canadian envoy, recalled its own and froze trade': all three are done to Canada. Looked for in the two
        sentences before, among events in which the same actor took part; both directions. Between states alone: told of persons and groups, the
        guess was wrong in real news nine times in ten.
        """
        if not all(_is_state(m) for m in actors):
            return ()
        k = self.a.sentence_of[i]
        mine = {_party(m) for m in actors}
        for sentence, one, other in reversed(self._story):
            if k - sentence > 2:
                break
            if mine & {_party(m) for m in one}:
                found = other
            elif mine & {_party(m) for m in other}:
                found = one
            else:
                continue
            kept = tuple(m for m in found if _party(m) not in mine and _is_state(m))
            if kept:
                return kept
        return self._focus(mine, i)

    def _home_government(self, actors: Sequence[ResolvedMention], i: int) -> tuple[ResolvedMention, ...]:
        """Whom people at home address when they name nobody: strikers, marchers and the opposition, their own government.

        Its last mention before token ``i``, else its first; where the report never names it, the government itself.
        """
        countries = {m.actor.country for m in actors if m.actor is not None and m.actor.country and _is_from_below(m)}
        if len(countries) != 1:
            return ()
        (country,) = countries
        found: ResolvedMention | None = None
        for m in self.mentions.all:
            if m.head >= i and found is not None:
                break
            governs = m.actor is not None and m.actor.country == country and (m.actor.id == country or m.actor.sectors[:1] == ("GOV",))
            if governs and m.head not in {a.head for a in actors}:
                found = m
        if found is None:
            found = self.mentions.government(country, i)
        return (found,) if found is not None else ()

    def _focus(self, mine: set[str], i: int) -> tuple[ResolvedMention, ...]:
        """The country that the report is about, for the act of a state from outside: 'Italy has recalled its ambassador'.

        It must be named at least twice as often as any other besides the actor's own; the mention is the last before the act.
        """
        if self._countries is None:
            counts: Counter[str] = Counter()
            for m in self.mentions.all:
                if m.actor is not None and m.actor.country and m.kind != "pronoun":
                    counts[m.actor.country] += 1
            self._countries = counts
        ranked = [(c, n) for c, n in self._countries.most_common() if c not in mine]
        if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]) or not (mine & set(self._countries)):
            return ()
        if any(self._countries[c] > ranked[0][1] for c in mine):
            return ()
        found = None
        for m in self.mentions.all:
            if m.head >= i and found is not None:
                break
            if m.actor is not None and m.actor.id in (ranked[0][0], f"{ranked[0][0]}-GOV"):
                found = m
        return (found,) if found is not None else ()

    # ------------------------------------------------------------------ what stands around it

    def _finish(self, found: _Found, reading: Reading | None, number: int) -> Event | None:
        a, i = self.a, found.prop.head
        head_span = a.span[i]
        statement = self._inside.innermost(head_span)
        status, standing, steps = self._surroundings(found, reported=statement is not None)
        if status == "none" or (found.rule == UNFRAMED and status == "hypothetical"):
            return None  # what hangs on another predicate is that one's affair
        type_, modes, cameo = found.type, found.modes, found.cameo
        means = instrument(a, found.prop, type_, self.codebook.instruments) if not modes else None
        if means is not None:
            type_, modes, cameo = means.becomes, (means.mode,), None
            steps.append(f"by its instrument {means.mode}")
        if status == "future" and type_ in COOPERATION and type_ != "AGREE" and not found.prop.negated:
            steps.append(f"future {type_} is AGREE")
            type_, modes, cameo, status = "AGREE", (), None, "actual"
        elif status == "future" and type_ == "RETREAT" and not found.prop.negated:
            steps.append("future RETREAT is CONCEDE")
            type_, modes, cameo, status = "CONCEDE", (), None, "actual"
        elif status == "future" and type_ in ("AGREE", "CONCEDE") and reading is not None and reading.type == type_:
            status = "actual"  # the reader has taken the promise into the type
        refused = self._refused(found, status) if found.confidence is not None else None
        disagrees = found.confidence is not None and type_ == "AGREE" and found.prop.negated and found.prop.pos in ("verb", "adjective")
        if refused is None and disagrees and status != "hypothetical":
            refused = "change"
        if refused is not None:
            type_, modes, cameo, status = "REJECT", (refused,), None, "actual"
            steps.append(f"not to {found.prop.lemma} is a refusal")
        elif found.confidence is None and reading is not None:  # the reader's type, so its word on what happened
            if status in ("actual", "future"):
                status = max(reading.status, key=reading.status.__getitem__)
        elif found.prop.negated:
            if status == "actual":
                status = "negated"
            if type_ in CONFLICT and status == "hypothetical":
                return None
        if status == "actual" and found.prop.lemma in _AHEAD and type_ not in COOPERATION:
            status = "future"
            steps.append(f"only {found.prop.lemma}ned" if found.prop.lemma == "plan" else f"'{found.prop.lemma}' is of things to come")
        date = self.clock.event_time(i, found.theme, words=found.prop.pos == "verb" and type_ in _SPOKEN)
        if status == "actual" and date is not None and date.basis == "text" and self.clock.is_past_year(date):
            status = "historical"
        if standing == "reporter" and statement is not None:
            standing = "claim" if statement.speakers and any(s.actor for s in statement.speakers) else "hearsay"
        if type_ not in self.codebook.coded or (modes == ("visit",) and _at_home(found)):
            return None
        evidence = self._evidence(found, type_, reading, status)
        confidence = evidence.probability(self.weights)
        if confidence < self.weights.least:
            return None
        tokens = found.prop.trigger
        trigger = (a.span[tokens[0]][0], a.span[tokens[-1]][1])
        if trigger[1] - trigger[0] > 60:
            trigger = head_span
        parties = [m for m in found.recipients if m.actor or type_ not in _POLITICAL]
        theme = found.theme  # words are about a thing, and said to a party
        if theme is None and not parties and found.recipients:
            theme = found.recipients[0].head
        k = a.sentence_of[i]
        sentence = a.char_span(*a.sentences[k])
        entry = self.codebook.types[type_]
        modes = tuple(m for m in modes if m in entry.modes)
        cameo = cameo or self.codebook.cameo_for(type_, modes)
        shown = self.codebook.context_words(a.text[sentence[0] : sentence[1]])
        return Event(
            id=f"e{number}", type=type_, modes=modes, cameo=cameo, goldstein=self.codebook.goldstein(cameo), quad=entry.quad,
            contexts=self.codebook.contexts_of(shown, modes), score=entry.score_of(modes),
            actors=self._participants(found.actors), recipients=self._participants(parties),
            trigger=Trigger(span=trigger, text=a.text[trigger[0] : trigger[1]]), sentence=sentence, sentence_index=k, status=status,
            standing=standing, statement=statement.id if statement else None, date=date, about=self.clock.about(found.theme),
            magnitude=magnitudes(a, self.reader, found.prop, type_), theme=self._theme(theme),
            confidence=round(confidence, 3),
            why={"frame": found.rule, "path": self._path(found), "surface": found.prop.surface, "steps": [*found.steps, *steps], "reader": _voices(reading),
                 "evidence": {k: round(v, 3) for k, v in evidence.features().items()},
                 "contexts": {c: [[sentence[0] + x, sentence[0] + y] for x, y in spans] for c, spans in shown.items()}},
        )  # fmt: skip

    def _refused(self, found: _Found, status: str) -> str | None:
        """REJECT's mode for 'will not apologize', 'would not lift its ban': a concession, help or meeting refused; else None."""
        if not found.prop.negated or status not in ("future", "hypothetical") or found.prop.pos != "verb":
            return None
        helpers = {self.a.form[c].lower() for c in self.a.kids(found.prop.head, "aux")}
        if not helpers & {"will", "would", "wo", "'ll", "’ll", "shall"} or found.type not in ("CONCEDE", "RETREAT", "AID", "COOPERATE", "CONSULT", "SUPPORT"):
            return None
        return request_mode((found.type, found.modes), negated=False)

    def _surroundings(self, found: _Found, *, reported: bool) -> tuple[str, str, list[str]]:
        """Climb from the predicate to the root of its sentence; each operator on the way changes what happened.

        Returns:
            Status (``none``: no event), standing, and the steps taken.
        """
        a = self.a
        steps: list[str] = []
        status = "actual"
        standing = "reporter"
        i = found.prop.head
        if found.prop.pos != "noun":
            status = clause_status(self.reader, i, reported=reported)
        if found.prop.pos == "verb" and a.rel[i] == "amod":
            return "none", standing, steps
        at = i
        while a.head[at] >= 0:
            h, rel = a.head[at], a.rel[at]
            governor = self.reader.read(h)
            if rel == "conj":
                if self.a.kids(at, "nsubj", "nsubj:pass") or self.a.upos[h] != self.a.upos[at]:
                    break
                at = h
                continue
            if rel in ("advcl", "acl") and is_infinitive(a, at) and (governor is None or not self._operates(governor)):
                if status == "actual" and not (rel == "acl" and self._is_one_who_did(h)):
                    status = "hypothetical"
                    steps.append("purpose")
                at = h
                continue
            if rel == "advcl" and (any(a.form[m].lower() in ("if", "unless", "whether") for m in a.kids(at, "mark")) or self._inverted(at)):
                return "hypothetical", standing, [*steps, "condition"]
            operator = self.codebook.operators.get(governor.pos, governor.lemma) if governor else None
            if governor is not None and operator is not None and self._embeds(governor, operator, at):
                steps.append(f"under {operator.kind} '{governor.lemma}'")
                outer = compose(operator, self.classify(at), negated=self._negated(at))
                if operator.kind == "allege":
                    standing = "claim"
                elif operator.kind == "deny":
                    standing = "denied"
                elif operator.kind == "keep" or operator.kind == "attempt":
                    if governor.negated:
                        status = "negated"
                    elif operator.kind == "attempt" and found.type not in CONFLICT and status == "actual":
                        status = "hypothetical"  # 'tried to make him resign'; but an attempt at violence is violence
                    elif status == "actual":
                        status = clause_status(self.reader, h, reported=reported)
                elif operator.kind == "fail":
                    status = "negated"
                elif operator.kind == "decide" and status == "actual" and outer is None and not self._is_past(at):
                    status = "future"
                elif operator.kind == "plan" and status == "actual" and outer is None:
                    status = "future"
                elif outer is not None or operator.kind in _CONSUMING:
                    return "none" if outer is not None or found.prop.pos == "noun" else "hypothetical", standing, steps
            elif found.prop.pos == "noun" and governor is not None and governor.pos == "verb" and rel in ("obj", "obl", "nsubj:pass", "nmod"):
                if self._is_theme(governor, at):
                    return "none", standing, [*steps, f"theme of '{governor.lemma}'"]
                if governor.negated and rel in ("obj", "nsubj:pass") and governor.lemma.split()[0] in _MAKING:
                    status = "negated"
                elif status == "actual" and "subj" in found.prop.borrowed:
                    status = clause_status(self.reader, h, reported=reported)
            elif governor is not None and status == "actual" and (rel == "xcomp" or (rel == "advcl" and self._by_doing(at))):
                status = clause_status(self.reader, h, reported=reported)
            elif rel in ("obl", "obj") and found.prop.pos == "noun" and status == "actual" and governor is not None and self._indefinite(at):
                status = clause_status(self.reader, h, reported=reported)  # 'will respond to an attack': there was none yet
                if status == "future":
                    status = "hypothetical"
            elif rel in ("acl:relcl", "appos") or (rel == "acl" and found.prop.pos == "verb"):
                break  # asserted on its own, whatever the clause around it asks or doubts
            at = h
        return status, standing, steps

    def _is_past(self, i: int) -> bool:
        """Whether a finite clause tells what is done already: 'announced that he had instructed them'."""
        return self.a.xpos[i] == "VBD" or any(self.a.form[c].lower() in ("had", "has", "have") for c in self.a.kids(i, "aux"))

    def _is_one_who_did(self, i: int) -> bool:
        """'the last country to ratify', 'among the first to condemn': who is counted among those that did."""
        words = {self.a.lemma[k].lower() for k in (i, *self.a.kids(i, "amod", "nummod"))}
        return bool(words & {"first", "last", "only", "second", "third", "latest", "next-to-last"})

    def _inverted(self, i: int) -> bool:
        """'had he signed it', 'should they attack': a condition without 'if'."""
        subject = self.a.kids(i, "nsubj", "nsubj:pass")
        return bool(subject) and any(self.a.form[c].lower() in ("had", "should", "were") and c < subject[0] for c in self.a.kids(i, "aux", "aux:pass"))

    def _by_doing(self, i: int) -> bool:
        """'could start a war by attacking': what is done is as real as what is done by it."""
        return self.a.xpos[i] == "VBG" and any(self.a.form[c].lower() in ("by", "through") for c in self.a.kids(i, "mark", "case"))

    def _indefinite(self, i: int) -> bool:
        return any(self.a.form[c].lower() in ("a", "an", "any") for c in self.a.kids(i, "det"))

    def _operates(self, governor: Proposition) -> bool:
        return self.codebook.operators.get(governor.pos, governor.lemma) is not None

    def _embeds(self, governor: Proposition, operator: Operator, at: int) -> bool:
        """Whether ``at`` is what the operator takes, not its subject or an adjunct, nor what is only told or asked."""
        if operator.kind == "request" and at in governor.get("comp") and self._names(governor, at):
            return False
        if at in governor.get("comp") or at in self._purpose(governor, operator):
            return True
        if self.a.rel[at] in ("advcl", "acl") and operator.kind in ("promise", "plan", "refuse", "keep", "fail", "attempt", "decide", "doubt", "stop"):
            return is_infinitive(self.a, at)
        return at == self._embedded(governor, operator)

    def _is_theme(self, governor: Proposition, at: int) -> bool:
        """Whether an event noun is what an event of asking, promising, refusing or threatening is about."""
        for frame in self._frames(governor):
            if frame.type in ("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"):
                return any(at in governor.get(slot) for slot in (*frame.theme, "obj", "obl:for"))
        return False

    # ------------------------------------------------------------------ evidence

    def _participants(self, found: Sequence[ResolvedMention]) -> tuple[Participant, ...]:
        out = []
        for m in found:
            start = self.a.span[m.head][0]
            span: Span = self.a.char_span(m.first, m.last) if m.first < m.last else (start, start)  # no words of its own: the authorities of the setting
            out.append(Participant(actor=m.actor.id if m.actor else None, span=span, text=self.a.text[span[0] : span[1]], via=m.via))
        return tuple(out)

    def _theme(self, theme: int | None) -> Theme | None:
        if theme is None:
            return None
        tokens = [k for k in self.a.subtree(theme) if self.a.sentence_of[k] == self.a.sentence_of[theme]]
        drop = {k for c in self.a.children[theme] if self.a.rel[c] in ("mark", "case", "cc", "punct") and c < theme for k in self.a.subtree(c)}
        kept = [k for k in tokens if k not in drop] or [theme]
        while len(kept) > 1 and self.a.upos[kept[-1]] == "PUNCT":
            kept.pop()
        span = (self.a.span[kept[0]][0], self.a.span[kept[-1]][1])
        return Theme(text=self.a.text[span[0] : span[1]], span=span)

    def _path(self, found: _Found) -> str:
        parts = [f"{found.prop.lemma}/{found.prop.pos}"]
        for slot, heads in found.prop.slots.items():
            role = "actor" if set(heads) & set(found.actor_heads) else "recipient" if set(heads) & set(found.recipient_heads) else None
            if role:
                parts.append(f"{slot}={'+'.join(self.a.form[k] for k in heads)} ({role}{', lent' if slot in found.prop.borrowed else ''})")
        return " ".join(parts)

    def _evidence(self, found: _Found, type_: str, reading: Reading | None, status: str) -> Evidence:
        sure = [min((m.confidence for m in side), default=1.0) for side in (found.actors, found.recipients)]
        voice = max(reading.types.get(found.type, 0.0), reading.types.get(type_, 0.0)) if reading is not None else None  # 'will send': AID, or AGREE
        nobody = not found.recipients and type_ in _POLITICAL and len(found.actors) < 2
        sides = (*found.actors, *found.recipients)
        return Evidence(
            found.confidence, voice, sure[0], sure[1], status, nobody,
            thing=any(m.actor is None for m in found.recipients), implied=any("implied" in step for step in found.steps), noun=found.prop.pos == "noun",
            lent="subj" in found.prop.borrowed, pronoun=any(m.kind == "pronoun" for m in sides), outsider=not all(_is_core(m) for m in sides),
        )  # fmt: skip


_SOCIETY = frozenset({"BUS", "JRN", "EDU", "MED", "LAB", "SOC", "AGR", "REF"})
"""Sectors that speak for somebody organized, and whose words to those in politics count."""
_BODIES = frozenset({"IGO", "UNO", "EUR", "IMG", "ISM"})
_CORE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "ELI", "PRE", "REL", "CRM"})
"""Sectors that act in politics whoever else takes part; the rest (civilians, business, media ...) count beside one of these."""


_EXECUTIVE = frozenset({"GOV", "MIL", "SPY"})
_STATE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})


def _is_core(m: ResolvedMention) -> bool:
    """Whether a participant acts in politics by what it is: a state, an organ, a party, an armed group, an office holder, a body of states."""
    actor = m.actor
    if actor is None:
        return False
    if actor.sectors:
        if m.type == "person" and actor.sectors[0] == "CRM":
            return False  # a thief is no gang
        return actor.sectors[0] in _CORE or bool(_CORE & set(actor.sectors) and actor.sectors[0] not in _SOCIETY)
    return not actor.id.startswith("~") and (actor.group is None or actor.group in _BODIES)


def _is_state(m: ResolvedMention) -> bool:
    """Whether a state, its executive or an organization of states acts."""
    actor = m.actor
    if actor is None or (actor.id.startswith("~") and not actor.sectors):
        return False  # 'Turkish entities'
    return actor.group in ("IGO", "UNO", "EUR") or (actor.country is not None and set(actor.sectors[:1]) <= _EXECUTIVE)


def _between_politicians(found: _Found) -> bool:
    """Whether persons who hold or seek an office are on both sides."""
    sides = (*found.actors, *found.recipients)
    return len(sides) > 1 and all(
        m.type == "person" and m.actor is not None and bool(_OFFICE & set(m.actor.sectors[:1])) for m in sides
    )


def _at_home(found: _Found) -> bool:
    """Whether somebody visits only places of the own country: a tour or a campaign stop, no consultation (PLOVER 2.0, CONSULT)."""
    if found.rule == "consult.arrive":
        return False
    home = {m.actor.country for m in found.actors if m.actor}
    return all(m.actor is not None and m.actor.id == m.actor.country and m.actor.country in home for m in found.recipients)


def _is_labour(m: ResolvedMention) -> bool:
    return m.actor is not None and m.actor.sectors[:1] == ("LAB",)


def _is_from_below(m: ResolvedMention) -> bool:
    return m.actor is not None and bool(_FROM_BELOW & set(m.actor.sectors[:1]))


def _party(m: ResolvedMention) -> str:
    """The side that a participant is of: a state with all its organs is one, everybody else stands alone."""
    assert m.actor is not None
    organ = not m.actor.sectors or bool(_STATE & set(m.actor.sectors[:1]))
    return m.actor.country if m.actor.country and organ else m.actor.id


def _is_agent(m: ResolvedMention) -> bool:
    actor = m.actor
    return _is_core(m) or (actor is not None and (bool(actor.sectors) or actor.country is not None))


def _others(found: Iterable[ResolvedMention], actors: Sequence[ResolvedMention]) -> tuple[ResolvedMention, ...]:
    """Those of ``found`` who are not on the actors' own side: the state itself, or its executive and forces, are one; its parliament is another."""

    def same(one: Actor, other: Actor) -> bool:
        if one.id == other.id:
            return True
        if one.country is None or one.country != other.country:
            return False
        if any(a.sectors and not _STATE & set(a.sectors[:1]) for a in (one, other)):
            return False  # a state and its people, parties, rebels
        return one.id == one.country or other.id == one.country or {s for a in (one, other) for s in a.sectors[:1]} <= _EXECUTIVE

    return tuple(m for m in found if m.actor and not any(a.actor and same(m.actor, a.actor) for a in actors))


def political(found: _Found) -> _Found | None:
    """Keep an event of politics, with its political participants; private quarrels are not coded (PLOVER 2.0, on actors).

    One side at least acts in politics by what it is (a state, an organ, a party, an armed group, an office holder), the other is an agent
    with a sector or a country. Words are coded from those who act in politics, and from organized society toward them.
    """
    verbal = found.type in _POLITICAL and found.type not in ("AID", "COOPERATE", "SANCTION")
    recipients = tuple(m for m in found.recipients if m.actor is None or _is_agent(m))
    core = any(_is_core(m) for m in (recipients or found.actors if found.type == "CONSULT" else recipients))
    labour = found.type in _DISPUTES
    actors = tuple(
        m for m in found.actors if (_is_core(m) or (core and _is_agent(m)) or (labour and _is_labour(m)) if verbal else _is_agent(m))
    )
    if (found.actors and not actors) or (found.recipients and not recipients):
        return None
    if not any(_is_core(m) or (labour and _is_labour(m)) for m in (*actors, *recipients)) and found.type != "PROTEST":
        return None
    if found.type == "SANCTION" and actors and all(m.actor and ("BUS" in m.actor.sectors[:1] or m.actor.group == "MNC") for m in actors):
        return None  # a firm that cuts its flights or drops a supplier does business
    return dataclasses.replace(found, actors=actors, recipients=recipients)


def _voices(reading: Reading | None) -> dict[str, float] | None:
    """The reader's likeliest types, as ``why`` shows them."""
    if reading is None:
        return None
    return {t: round(p, 3) for t, p in sorted(reading.types.items(), key=lambda x: (-x[1], x[0])) if p >= 0.02}


class _Contents:
    """Which statement's content holds a place in the text; what is condemned or intended is presupposed, on nobody's word."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        told = [s for s in statements if s.cue is None or s.cue.cls not in ("attitude", "intention")]
        self._spans = sorted(((b - a, a, b, s) for s in told for a, b in s.content), key=lambda t: t[:3])

    def innermost(self, span: Span) -> Statement | None:
        for _, a, b, statement in self._spans:
            if a <= span[0] and span[1] <= b:
                return statement
        return None


def operator_question(analysis: Analysis, prop: Proposition, k: int) -> bool:
    """Whether the finite clause at ``k`` is what somebody asked to know, not what they asked for."""
    if prop.lemma not in ("ask", "call", "press", "invite", "tell", "direct", "instruct"):
        return False
    said = prop.lemma == "tell" and bool(analysis.kids(k, "nsubj", "nsubj:pass")) and any(analysis.form[c].lower() == "that" for c in analysis.kids(k, "mark"))
    if is_infinitive(analysis, k) and not said:
        return False
    imperative = analysis.xpos[k] == "VB" and not analysis.kids(k, "nsubj", "nsubj:pass", "aux", "aux:pass")
    if prop.lemma == "tell" or analysis.rel[k] != "ccomp":
        return prop.lemma == "tell" and not imperative  # '"Open the road," she told the governor' is asked for
    return not any(analysis.form[c].lower() == "that" for c in analysis.kids(k, "mark"))


def preposition_of_clause(analysis: Analysis, i: int) -> str:
    """The word that introduces an adverbial clause: 'of' in 'accused it of shelling the town'."""
    marks = [c for c in analysis.kids(i, "mark", "case") if c < i]
    return analysis.form[marks[0]].lower() if marks else ""


def _same(events: list[Event]) -> list[Event]:
    """Link an event told again (same type, same parties, no other date) to the first telling."""
    seen: dict[tuple[Any, ...], Event] = {}
    out = []
    for e in events:
        key = (e.type, frozenset(p.actor for p in e.actors), frozenset(p.actor for p in e.recipients), e.status)
        first = seen.get(key)
        if first is not None and e.recipients and _dates_agree(first.date, e.date) and e.modes == first.modes:
            e = _replace(e, same_as=first.id)
        elif first is None:
            seen[key] = e
        out.append(e)
    return out


def _dates_agree(a: When | None, b: When | None) -> bool:
    return a is None or b is None or a.basis != "text" or b.basis != "text" or (a.start, a.end) == (b.start, b.end)


def _replace(event: Event, **changes: Any) -> Event:
    import msgspec

    return msgspec.structs.replace(event, **changes)


def code_events(
    analysis: Analysis, mentions: Mentions, codebook: Codebook, clock: Clock, statements: Sequence[Statement] = (),
    relations: ReadsPairs | None = None, weights: Weights | None = None,
) -> tuple[Event, ...]:  # fmt: skip
    """Code the events of one document; see :class:`EventCoder`."""
    return EventCoder(analysis, mentions, codebook, clock, statements, relations, weights).code()

