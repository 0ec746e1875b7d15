"""Positions: where each actor stands on each question, and who disagrees.

    the resolution calls on the government to recognize X   supports   recognize(X)   holder: who passed it
    France does not recognize X                              withholds  recognize(X)   ─┐ a disagreement within France
    Armenia welcomed the measure                             supports   approve(the maker's document)
    'the status must be negotiated'                          supports   negotiate(status), on the speaker's word
    called the expulsions groundless                         opposes    expel(diplomats)
    'we shall not lift the ban'                              supports   approve(ban)

What questions are called is :mod:`dragoman.coding._questions`'s; which words carry a stance is data (``data/stances.toml``). Only stances
on what politics knows are kept: a holder that acts in politics, and a question about another actor, a public deed or a public thing.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from dragoman.codebook import Codebook
from dragoman.coding._questions import GOES_ON, Asked, QuestionReader
from dragoman.coding._stances import OPPOSITE, Stance, StanceLexicon
from dragoman.coding._status import clause_status, is_infinitive
from dragoman.coding.propositions import Proposition, Reader
from dragoman.language.analysis import Analysis
from dragoman.records import Actor, Disagreement, Event, Evidence, Holder, Participant, Position, Question, Span, Statement
from dragoman.world.mentions import Mentions, ResolvedMention

__all__ = ["PositionTaker", "StanceLexicon", "find_disagreements", "take_positions"]

_DUTY = frozenset({"must", "should", "shall", "ought"})
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_FLATLY = frozenset({"will", "wo", "shall", "sha", "can", "ca", "could"})
_WOULD = frozenset({"would", "'d", "’d"})
_GOALS = frozenset({"priority", "responsibility", "goal", "aim", "duty", "objective", "task", "intention", "policy", "position", "hope", "role"})
_ORDERS = frozenset({"tell", "order", "instruct", "direct", "command", "require"})
"""Told to one's own people these are commands, not positions; a demand on another state is coded as an event and taken from there."""
_DEMANDS = frozenset({"demand", "call", "insist", "urge", "appeal", "propose", "recommend", "press", "push"})
"""Asking in public; 'asked for volunteers' may be a private matter."""
_FAVOURS = frozenset({"help", "aid", "assistance", "relief", "support", "advice", "information"})
_REQUEST_NOUNS = frozenset({"demand", "call", "appeal", "plea", "request", "proposal", "recommendation"})
_CALLED = frozenset(
    {"call", "label", "describe", "brand", "dub", "term", "consider", "deem", "denounce", "dismiss", "condemn", "characterize", "characterise",
     "declare", "pronounce", "judge", "find", "see", "view", "regard", "slam", "blast", "criticize", "criticise", "reject", "hail", "praise", "welcome"}
)  # fmt: skip
_HESITATES = frozenset(
    {"hesitant", "hesitate", "reluctant", "consider", "mull", "weigh", "stop", "short", "have", "need", "rare", "unlikely", "supposed", "expect",
     "refrain", "hold", "work", "shy", "differ", "disagree", "divide", "split", "debate", "free"}
)  # fmt: skip
"""What these take is not said to be so."""
_HELD_BACK = frozenset({"stop", "fall", "refrain", "hold", "shy", "abstain", "back"})
"""With 'of', 'from' or 'on' and a gerund: whoever 'stops short of endorsing' something has not sided with it."""
_WITHHELD = frozenset({"withhold", "refuse", "deny", "reserve", "delay", "decline"})
"""A noun of support as their object is what is not given."""
_GIVES = frozenset(
    {"grant", "accord", "throw", "state", "underline", "underscore", "stress", "register", "signal", "convey", "add", "repeat", "confirm", "restate", "win"}
)
"""Beside the light verbs: whose subject holds the stance that their object names ('registered its objection to')."""
_ENDS_IT = frozenset(
    {
        "call off",
        "give up",
        "set aside",
        "reverse",
        "lift",
        "waive",
        "withdraw",
        "drop",
        "end",
        "suspend",
        "renounce",
        "abandon",
        "retract",
        "rescind",
        "revoke",
        "cancel",
        "stop",
        "halt",
    }
)
_REAFFIRMS = frozenset({"reaffirm", "reiterate", "restate", "renew", "repeat"})
_ENJOYS = frozenset({"have", "win", "enjoy", "get", "receive", "gain", "secure", "earn", "draw", "command"})
"""Of what somebody 'has the support of'."""
_DRAWS = frozenset({"draw", "meet", "face", "attract", "provoke", "spark", "prompt", "encounter", "elicit", "trigger"})
"""With a noun of stance and 'from': 'the plan drew criticism from X'."""
_ATTITUDES = frozenset({"position", "stance", "stand", "side", "view", "line", "judgement", "judgment", "opinion"})
"""'Takes no position on', 'reserved judgement on'."""
_LEANS = {"against": "opposes", "for": "supports"}
"""What a copula and a preposition say: 'is against the plan'."""
_FAVOR = frozenset({"favor", "favour", "support"})
_TOO = frozenset({"so", "neither", "nor"})
_ONCE = frozenset({"once", "formerly", "previously", "originally", "initially"})
_AIMS = frozenset({"propose", "vote", "want", "decide"})
_VOTES = {"obl:for": "supports", "obl:against": "opposes", "obl:in favor of": "supports", "obl:in favour of": "supports", "obl:in": "supports"}
_LETS_OTHERS = frozenset({"see", "let", "make", "watch", "hear", "help", "force", "lead", "cause", "allow"})
"""What somebody is seen, made or helped to do is not their stance taken."""
_STRONG = frozenset({"strongly", "firmly", "categorically", "fully", "unequivocally", "vehemently", "absolutely", "resolutely", "staunchly"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", ")"})
_POINTS = frozenset({"it", "them", "this", "that"})
_FIRST_PERSON = frozenset({"we", "i", "us"})
_HYPOTHETICAL_HOLDER = frozenset({"few", "any", "whoever", "anyone", "anybody", "whatever", "whichever"})


@dataclasses.dataclass(frozen=True, slots=True)
class _Taken:
    """A position before it has an id."""

    holder: Holder
    stance: str
    verb: str
    question: Question
    target: str | None
    trigger: int
    tense: str
    strength: str | None
    condition: str | None
    events: tuple[str, ...]
    statement: Statement | None
    confidence: float


class PositionTaker:
    """Takes the positions of one document from its propositions, events and statements."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Mentions,
        codebook: Codebook,
        stances: StanceLexicon,
        events: Sequence[Event],
        statements: Sequence[Statement],
        published: str | None,
    ) -> None:
        self.a = analysis
        self.mentions = mentions
        self.codebook = codebook
        self.stances = stances
        self.events = events
        self.statements = {s.id: s for s in statements}
        self.published = published
        self.reader = Reader(analysis)
        self.questions = QuestionReader(self.reader, mentions, codebook, stances)
        self.known = frozenset(p.name for p in stances.predicates.values() if not p.everyday)
        self._starts = [s for s, _ in analysis.span]
        self._innermost = self._carriers(statements)
        self._event_at = {e.trigger.span: e for e in events}
        self.taken: list[_Taken] = []

    def take(self) -> tuple[Position, ...]:
        """All positions, with ids ``p1``, ``p2``, ...; one for each holder, question and stance, its evidence gathered."""
        taken = self.taken
        for i, upos in enumerate(self.a.upos):
            if upos not in ("VERB", "ADJ", "NOUN", "PROPN") or (upos in ("NOUN", "PROPN") and not self._may_carry(i)):
                continue
            prop = self.reader.read(i)
            if prop is not None:
                taken += self._of(prop)
        taken += [x for t in tuple(taken) for x in self._left_out(t)]
        merged: dict[tuple[str | None, str | None, str, str], list[_Taken]] = {}
        for t in taken:
            merged.setdefault((t.holder.actor, t.holder.quantifier, t.question.key, t.stance), []).append(t)
        return tuple(self._position(n, group) for n, group in enumerate(merged.values(), 1))

    # ------------------------------------------------------------------ where positions come from

    def _of(self, prop: Proposition) -> list[_Taken]:
        i = prop.head
        statement = self._innermost[i]
        found = self.questions.stance(prop)
        if found is not None and (held := self._held_back(prop, found, statement)) is not None:
            return held
        if self._doubtful(prop, statement, stated=found is not None):
            return []
        event = self._event(prop)
        if (called := self._called(prop, event, statement)) is not None:
            return called
        if event is not None and event.type == "REQUEST" and event.theme is not None and event.status in ("actual", "historical"):
            return self._asked(prop, event, statement)
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        predicated = prop.pos != "adjective" or bool(self.a.kids(i, "cop"))
        if prop.lemma == "agree" and prop.get("comp"):
            return []  # what several agree to do is an event of theirs; 'agreed to the truce' takes a side
        if operator is not None and operator.kind in ("refuse", "promise") and prop.get("comp") and not prop.negated and predicated:
            return self._embedded(prop, "opposes" if operator.kind == "refuse" else "supports", event, statement)
        if prop.lemma == "vote" and prop.pos == "verb" and not prop.get("comp"):
            return self._vote(prop, event, statement)
        if prop.pos == "verb" and prop.lemma in _AIMS and prop.get("comp") and not prop.get("obj") and not prop.negated:
            return [t for t in self._embedded(prop, "supports", event, statement) if self._public(t.question)]
        if operator is not None and (operator.kind == "request" or prop.lemma == "want") and (wanted := self._wanted(prop, event, statement)):
            return wanted
        if (leaning := self._leaning(prop, statement)) is not None:
            return leaning
        if prop.pos == "noun":
            return self._noun(prop, found, event, statement)
        if found is not None:
            return self._plain(prop, *found, event, statement)
        return (
            self._no_side(prop, statement)
            or self._yes_or_no(prop, event, statement)
            or self._refused(prop, statement)
            or self._duty(prop, statement)
            or self._judged(prop, statement)
        )

    def _may_carry(self, i: int) -> bool:
        """Nouns carry positions as events of asking, as what something is called, and where they name a stance."""
        a = self.a
        if a.upos[i] == "PROPN":
            return any(a.rel[c] == "cop" for c in a.children[i]) and any(a.form[c].lower() in _LEANS for c in a.kids(i, "case"))
        return a.span[i] in self._event_at or ("noun", a.lemma[i].lower()) in self.stances.by_lemma or any(a.rel[c] == "cop" for c in a.children[i])

    def _doubtful(self, prop: Proposition, statement: Statement | None, *, stated: bool = False) -> bool:
        """Not a position: under a negated cue, in a condition or question, merely possible, 'neither approves nor disapproves'."""
        if statement is not None and statement.cue is not None and statement.cue.negated:
            return True
        a, i = self.a, prop.head
        if self._in_question(i) or any(a.form[c].lower() == "neither" for c in a.kids(i, "cc", "advmod")):
            return True
        if self._asked_for(i) or self._open_question(i):
            return True
        status = clause_status(self.reader, i, reported=statement is not None)
        helpers = self._helpers(i)
        if stated and helpers & _WOULD and not helpers & {"have", "not", "n't"}:
            return False  # 'would oppose any cut' says where somebody stands
        return status == "hypothetical" and not helpers & _DUTY and not (prop.negated and helpers & {"can", "ca", "could"})

    def _in_question(self, i: int) -> bool:
        """Does the sentence, or the quotation, end with a question mark?"""
        a = self.a
        start, stop = a.sentences[a.sentence_of[i]]
        if next((a.form[k] == "?" for k in range(stop - 1, start, -1) if a.form[k] not in _CLOSING), False):
            return True
        return next((a.form[k] == "?" for k in range(i + 1, stop) if a.form[k] in ("?", ".", "!") or a.form[k] in _CLOSING), False)

    def _open_question(self, i: int) -> bool:
        """'whether it should leave', 'no reason why it should not': nothing is said of who wants it."""
        return any(self.a.form[c].lower() in ("whether", "if", "why") for c in self.a.kids(i, "mark", "advmod"))

    def _helpers(self, i: int) -> set[str]:
        """Helping verbs before their subject's predicate; one before the subject makes a condition ('should it fail')."""
        a = self.a
        subject = min((k for k in a.kids(i, "nsubj", "nsubj:pass") if k < i), default=-1)
        own = {a.form[c].lower() for c in a.kids(i, "aux") if c > subject}
        shared = not own and subject < 0 and a.rel[i] == "conj" and a.xpos[i] == "VB" and a.head[i] < i  # 'should wait and support it'
        return self._helpers(a.head[i]) if shared else own

    def _negated(self, prop: Proposition) -> bool:
        """Is it negated; 'not only did they turn it down' is not."""
        a = self.a
        nots = [c for c in prop.trigger if a.form[c].lower() == "not"]
        return prop.negated and not any(c + 1 < len(a) and a.form[c + 1].lower() in ("only", "just", "merely") for c in nots)

    def _asked_for(self, i: int) -> bool:
        """Inside what an operator takes ('calls on them to recognize', 'considered urging', 'hesitant to endorse'): no position of its own."""
        a, at = self.a, i
        while a.rel[at] in ("xcomp", "conj", "advcl", "ccomp", "acl", "obl") and a.head[at] >= 0:
            h = a.head[at]
            if a.rel[at] != "conj" and a.xpos[at] in ("VB", "VBG") and self._governs(h, at):
                return True
            if a.upos[h] in ("ADJ", "NOUN") and is_infinitive(a, at) and not self._factual(h):
                return True  # 'free to support either', 'the power to approve it'
            if a.upos[h] not in ("VERB", "ADJ", "NOUN", "AUX"):
                return False
            at = h
        return False

    def _factual(self, h: int) -> bool:
        """Does a noun or adjective with an infinitive tell what was done: 'first to recognize it', 'the decision to leave'?"""
        governor = self.reader.read(h)
        operator = self.codebook.operators.get(governor.pos, governor.lemma) if governor is not None else None
        return operator is not None and operator.kind in ("keep", "decide", "attempt")

    def _governs(self, h: int, at: int) -> bool:
        governor = self.reader.read(h)
        if governor is None:
            return False
        bare, operator = governor.lemma.split()[0], self.codebook.operators.get(governor.pos, governor.lemma)
        if bare in _HESITATES or (bare in _LETS_OTHERS and self.a.rel[at] in ("xcomp", "ccomp", "advcl")):
            return True
        if bare == "decide" and any(self.a.form[c].lower() == "against" for c in self.a.kids(at, "mark", "case")):
            return True
        if operator is None or operator.kind in ("keep", "deny", "allege", "decide"):
            return False
        return is_infinitive(self.a, at) or operator.kind in ("refuse", "fail", "doubt", "plan")

    def _asked(self, prop: Proposition, event: Event, statement: Statement | None) -> list[_Taken]:
        """What is asked for is supported by who asks."""
        if prop.lemma in _ORDERS and self._own_people(event):
            return []
        if (prop.pos == "noun" and prop.lemma not in _REQUEST_NOUNS) or prop.lemma == "seek":
            return []
        out = []
        for theme in self._theme_heads(prop, event):
            named = prop.lemma == "call" and theme in self.a.kids(prop.head, "xcomp", "obj") and not is_infinitive(self.a, theme)
            if named or self._indicative(theme):  # 'called its use careless' asks for nothing
                continue
            for question, turned, target in self.questions.read(theme):
                if prop.lemma not in _DEMANDS and (question.predicate == "support" or question.object in _FAVOURS):
                    continue  # 'asked for volunteers', 'asked for help'
                stance = "opposes" if turned else "supports"
                out += self._hold(prop, prop.get("subj"), stance, prop.lemma, question, target, event, statement, 0.8, stated=prop.lemma in _DEMANDS)
        return out

    def _wanted(self, prop: Proposition, event: Event | None, statement: Statement | None) -> list[_Taken]:
        """What somebody is asked or wanted to do, where no event was coded ('called on the leaders to put off the poll')."""
        if prop.pos != "verb" or prop.lemma in _ORDERS or prop.negated:
            return []
        a, i = self.a, prop.head
        asked = [k for s in ("obj", "obl:on", "obl:upon", "obl:to") for k in prop.get(s)]
        themes = [k for k in a.kids(i, "xcomp", "advcl", "ccomp") if k > i and is_infinitive(a, k)]
        themes += [k for n in asked for k in a.kids(n, "acl:") if is_infinitive(a, k)]
        wish = prop.lemma == "want"  # a wish may be about a thing: 'wants the talks to resume'
        if wish and themes and a.lemma[themes[0]].lower() in ("see", "have") and (seen := a.kids(themes[0], "xcomp", "ccomp")):
            themes = seen  # 'wants to see the militia disarmed'
        if not themes and wish:  # 'wants the base closed'
            themes = [k for k in a.kids(i, "xcomp") if k > i and a.xpos[k] == "VBN" and prop.get("obj")]
        subjunctive = [k for k in a.kids(i, "ccomp") if k > i and self._should_be(k)]
        themes = themes or subjunctive  # 'asked that the men be freed'
        if not themes or a.kids(themes[0], "cop") or not (wish or subjunctive or any(self._acts(k) for k in asked)):
            return []
        out = []
        for theme in (themes[0], *(c for c in a.kids(themes[0], "conj") if a.upos[c] == "VERB")):
            for question, turned, target in self.questions.read(theme):
                if not subjunctive and not self._public(question):
                    continue
                stance = "opposes" if turned else "supports"
                out += self._hold(prop, prop.get("subj"), stance, prop.lemma, question, target, event, statement, 0.7, stated=bool(subjunctive) or not wish)
        return out

    def _should_be(self, k: int) -> bool:
        """A clause in the subjunctive or with 'should': what it tells is asked for, not asserted."""
        a = self.a
        first = min((c for c in (*a.kids(k, "aux", "aux:pass", "cop"), k)), default=k)
        if a.form[first].lower() == "should":
            return True
        return a.xpos[first] == "VB" and bool(a.kids(k, "nsubj", "nsubj:pass", "mark"))

    def _acts(self, k: int) -> bool:
        return any(_acts_in_politics(m.actor) for m in self.mentions.resolve(k))

    def _indicative(self, i: int) -> bool:
        """Is a clause a plain assertion ('insisted that it had left'), with no 'should' and no bare verb?"""
        if not self.a.kids(i, "nsubj", "nsubj:pass", "nsubj:outer"):
            return False
        if is_infinitive(self.a, i) and not self.a.kids(i, "cop"):
            return False
        finite = {self.a.xpos[k] for k in (i, *self.a.kids(i, "aux", "cop", "aux:pass"))}
        return bool(finite & {"VBD", "VBZ", "VBP", "MD"}) and not self._helpers(i) & _DUTY

    def _own_people(self, event: Event) -> bool:
        """Whether who is asked is of the same country as who asks."""
        mine = {self._country(p.actor) for p in event.actors if p.actor}
        theirs = {self._country(p.actor) for p in event.recipients if p.actor}
        return bool(mine & theirs) or not theirs

    def _theme_heads(self, prop: Proposition, event: Event) -> list[int]:
        assert event.theme is not None
        low, high = event.theme.span
        first, last = self._token(low), self._token(high - 1) + 1
        top = next((k for k in range(first, last) if not first <= self.a.head[k] < last), None)
        if top is None:
            return []
        if top in prop.get("obl:for") and (clause := self._clause_for(prop, [top])) is not None:
            return [clause]
        return [top, *(c for c in self.a.kids(top, "conj") if first <= c < last)]

    def _embedded(self, prop: Proposition, stance: str, event: Event | None, statement: Statement | None) -> list[_Taken]:
        out = []
        for comp in prop.get("comp"):
            if not is_infinitive(self.a, comp) or self.a.kids(comp, "cop"):
                continue
            embedded = self.reader.read(comp)
            found = self.questions.stance(embedded) if embedded is not None else None
            if stance == "opposes" and found is not None and found[0].stance == "opposes":
                continue  # who refuses to condemn has not approved
            for question, turned, target in self.questions.read(comp):
                value = OPPOSITE[stance] if turned else stance
                if value == "opposes" and (question.predicate == "recognize" or (prop.lemma in _WITHHELD - {"refuse"} and found is not None)):
                    value = "withholds"  # 'declined to endorse it'
                out += self._hold(prop, prop.get("subj"), value, prop.lemma, question, target, event, statement, 0.7, stated=True)
        return out

    def _plain(
        self, prop: Proposition, stance: Stance, heads: Sequence[int], event: Event | None, statement: Statement | None
    ) -> list[_Taken]:  # fmt: skip
        heads = self._stance_object(prop, stance, heads)
        nobody = self._none_subject(prop)
        negated = self._negated(prop) or any(self.a.form[c].lower() == "longer" for c in self.a.kids(prop.head, "advmod"))
        value = stance.negated if negated and not nobody else stance.stance
        if negated and value == "withholds" and stance.stance == "supports" and stance.predicate != "recognize" and self._helpers(prop.head) & _FLATLY:
            value = "opposes"  # 'will not support', 'cannot live with'
        if (value == "neutral" and (stance.judges or stance.stance != "opposes")) or self._typical(prop.head) or self._helpers(prop.head) & (_DUTY - {"shall"}):
            return []  # 'must be approved by the court' takes no side
        holders = prop.get("subj")
        if prop.surface.startswith("passive") and stance not in self.stances.by_lemma.get(("verb", prop.lemma), ()):
            holders = prop.get("obj")  # 'was dismayed by the verdict'
        out = []
        for k in heads:
            for question, turned, target in self._about(stance, k, prop.head):
                if not stance.predicate and question.predicate == "approve" and not self._public(question) and target is None:
                    continue  # 'called for science before slogans'
                current = OPPOSITE[value] if turned else value
                if self.a.rel[k] == "conj" and any(self.a.form[c].lower() == "not" for c in self.a.children[k]):
                    current = stance.negated  # 'a freeze but not an inspection'
                if nobody:
                    current = "withholds" if current == "supports" else "neutral"
                if not (current == "neutral" and stance.judges) and not (stance.weak and not self._public(question)):
                    out += self._hold(prop, holders, current, self._verb_text(prop), question, target, event, statement, 0.75, stated=True)
        return out

    def _noun(
        self, prop: Proposition, found: tuple[Stance, tuple[int, ...]] | None, event: Event | None, statement: Statement | None
    ) -> list[_Taken]:  # fmt: skip
        """'voiced opposition to', 'Turkey's support for', 'withdrew its backing for': a noun of stance that has a holder."""
        if found is None:
            return self._drawn(prop, statement) or self._judged(prop, statement)
        a, (stance, heads) = self.a, found
        if stance.role:
            return self._in_role(prop, stance, heads, event, statement)
        if (given := self._given(prop, stance, statement)) is not None:
            return given
        governor = self.reader.read(a.head[prop.head]) if a.rel[prop.head] in ("obj", "nsubj:pass") else None
        holders, value, verb = prop.get("subj"), stance.stance, prop.lemma
        if governor is not None and governor.pos == "verb":
            verb = governor.lemma
            if verb in self.stances.words["wanting"] - _WITHHELD or self._doubtful(governor, statement, stated=True):
                return []
            if verb in _GIVES or (verb in _WITHHELD and not holders):
                holders = holders or governor.get("subj")
            ended = verb in _ENDS_IT or verb in _WITHHELD
            if ended and not stance.predicate:
                return []  # who drops a demand is not against what was demanded
            if ended != (governor.negated or prop.negated):
                value = "withholds" if value == "supports" else "neutral"
        elif prop.negated:
            value = stance.negated
        if prop.negated and governor is not None and governor.lemma == "have":  # 'has no objection to'
            value = stance.negated
        if (
            (value == "neutral" and (stance.judges or stance.stance != "opposes"))
            or not holders
            or self._none_subject(prop)
            or (not governor and not a.kids(prop.head, "nmod:poss") and not self._by(prop))
        ):
            return []
        out = []
        for k in self._stance_object(prop, stance, heads):
            for question, turned, target in self._about(stance, k, prop.head):
                current = OPPOSITE[value] if turned else value
                if not (stance.weak and not self._public(question)):
                    out += self._hold(prop, holders, current, verb, question, target, event, statement, 0.65, stated=True)
        return out

    def _in_role(
        self, prop: Proposition, stance: Stance, heads: Sequence[int], event: Event | None, statement: Statement | None
    ) -> list[_Taken]:  # fmt: skip
        """'The governor is a critic of the toll', 'the governor, a critic of the toll'."""
        a, i = self.a, prop.head
        holders = self._subject_of(i) if a.kids(i, "cop") else ((a.head[i],) if a.rel[i] == "appos" else ())
        former = any(a.form[c].lower() in (*_ONCE, "former", "onetime", "one-time", "ex") for c in a.kids(i, "amod", "advmod"))
        value = stance.negated if self._negated(prop) else stance.stance
        if not holders or former or value == "neutral":
            return []
        out = []
        for k in heads:
            for question, turned, target in self._about(stance, k, i):
                current = OPPOSITE[value] if turned else value
                out += self._hold(prop, holders, current, prop.lemma, question, target, event, statement, 0.65, stated=True)
        return out

    def _drawn(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """'The plan drew criticism from X', 'met with opposition from X'."""
        a, i, entries = self.a, prop.head, self.stances.by_lemma.get(("noun", prop.lemma), ())
        governor = self.reader.read(a.head[i]) if a.rel[i] in ("obj", "obl") and entries and a.head[i] >= 0 else None
        if governor is None or governor.pos != "verb" or governor.lemma not in _DRAWS | _ENJOYS or self._doubtful(governor, statement, stated=True):
            return []
        holders = prop.get("obl:from") or governor.get("obl:from")
        if governor.negated or prop.negated or not holders:
            return []
        out = []
        for k in self._stance_object(prop, entries[0], governor.get("subj")):
            for question, turned, target in self._about(entries[0], k, i):
                value = OPPOSITE[entries[0].stance] if turned else entries[0].stance
                out += self._hold(prop, holders, value, f"{governor.lemma} {prop.lemma}", question, target, None, statement, 0.65, stated=True)
        return out

    def _given(self, prop: Proposition, stance: Stance, statement: Statement | None) -> list[_Taken] | None:
        """'X has the support of Y': Y holds it; 'the support of Y' elsewhere may be either's, so that it is nobody's. None for other nouns."""
        a, i = self.a, prop.head
        if stance.object != ("obl:of",) or stance.predicate != "support" or a.kids(i, "nmod:poss"):
            return None
        governor = self.reader.read(a.head[i]) if a.rel[i] in ("obj", "nsubj:pass") else None
        if governor is None or governor.lemma not in _ENJOYS or governor.negated or self._doubtful(governor, statement, stated=True):
            return []
        out = []
        for k in governor.get("subj"):
            for question, _, target in self.questions.about("support", k):
                out += self._hold(prop, prop.get("obl:of"), "supports", f"{governor.lemma} {prop.lemma}", question, target, None, statement, 0.65, stated=True)
        return out

    def _by(self, prop: Proposition) -> bool:
        return any(self.a.form[c].lower() in ("by", "from") for k in prop.get("subj") for c in self.a.kids(k, "case"))

    def _held_back(self, prop: Proposition, found: tuple[Stance, tuple[int, ...]], statement: Statement | None) -> list[_Taken] | None:
        """'stopped short of endorsing', 'has yet to recognize': whoever holds back has not sided with it. None where nobody does."""
        a, i = self.a, prop.head
        h = a.head[i]
        if h >= 0 and a.form[h].lower() == "short":  # 'stopped short of endorsing'
            h = a.head[h]
        if h < 0 or a.rel[i] not in ("advcl", "xcomp", "ccomp", "obl") or a.upos[h] not in ("VERB", "AUX") or found[0].stance != "supports":
            return None
        yet = a.lemma[h].lower() == "have" and any(a.form[c].lower() == "yet" for c in a.kids(h, "advmod")) and is_infinitive(a, i)
        back = a.lemma[h].lower() in _HELD_BACK and a.xpos[i] == "VBG" and not any(a.form[c].lower() in ("not", "n't") for c in a.kids(h, "advmod"))
        back = back and any(a.form[c].lower() in ("of", "from", "on") for c in a.kids(i, "mark", "case"))
        if not (yet or back) or self._in_question(i) or self._open_question(h):
            return None
        out = []
        for k in self._stance_object(prop, *found):
            for question, _, target in self._about(found[0], k, i):
                holders, verb = self._subject_of(h), f"{a.lemma[h].lower()} {prop.lemma}"
                out += self._hold(prop, holders, "withholds", verb, question, target, None, statement, 0.65, stated=True)
        return out

    def _no_side(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """'takes no position on', 'has not taken sides over', 'reserves judgement on'."""
        nouns = [k for k in prop.get("obj") if self.a.lemma[k].lower() in _ATTITUDES]
        if prop.pos != "verb" or not nouns:
            return []
        reserves = prop.lemma in ("reserve", "withhold", "suspend")
        if not reserves and not (prop.lemma in ("take", "have", "adopt", "express", "choose") and prop.negated):
            return []
        noun = self.reader.read(nouns[0])
        slots = ("obl:on", "obl:over", "obl:about", "obl:in")
        heads = next((h for p in (noun, prop) if p is not None for x in slots if (h := p.get(x))), ())
        asked = [x for k in heads for x in self.questions.about("approve", k)]
        if not asked and reserves and (last := self._last(prop.head)) is not None:
            asked = [last]
        out = []
        for question, _, target in asked:
            out += self._hold(prop, prop.get("subj"), "withholds", self._verb_text(prop), question, target, None, statement, 0.6, stated=True)
        return out

    def _yes_or_no(self, prop: Proposition, event: Event | None, statement: Statement | None) -> list[_Taken]:
        """'said no to the deal', 'gave the green light to it', 'threatened to veto it'."""
        a, i, out = self.a, prop.head, []
        if prop.pos != "verb" or prop.negated:
            return []
        if prop.lemma == "threaten":
            for comp in (k for k in prop.get("comp") if is_infinitive(a, k)):
                inner = self.reader.read(comp)
                if inner is not None and (found := self.questions.stance(inner)) is not None and found[0].stance == "opposes":
                    for k in self._stance_object(inner, *found):
                        for question, turned, target in self._about(found[0], k, comp):
                            value = "supports" if turned else "opposes"
                            out += self._hold(prop, prop.get("subj"), value, f"threaten {inner.lemma}", question, target, event, statement, 0.7, stated=True)
            return out
        said = next(
            (k for k in a.kids(i, "ccomp", "obj", "discourse", "advmod", "xcomp") if k > i and a.form[k].lower() in ("yes", "no", "light", "nod", "blessing")),
            None,
        )
        if said is None or prop.lemma not in ("say", "give", "vote"):
            return []
        value = "opposes" if a.form[said].lower() == "no" else "supports"
        heads = [
            k
            for k in (*a.kids(said, "nmod", "obl"), *a.kids(i, "obl", "iobj"))
            if a.rel[k] == "iobj" or any(a.form[c].lower() in ("to", "for") for c in a.kids(k, "case"))
        ]
        for k in heads[:1]:
            for question, turned, target in self.questions.about("approve", k):
                current = OPPOSITE[value] if turned else value
                out += self._hold(prop, prop.get("subj"), current, f"{prop.lemma} {a.form[said].lower()}", question, target, event, statement, 0.7, stated=True)
        return out

    def _leaning(self, prop: Proposition, statement: Statement | None) -> list[_Taken] | None:
        """'is against the plan', 'is in favour of it', 'spoke in favour of it'; None where the words lean nowhere."""
        a, i = self.a, prop.head
        value: str | None = None
        heads: tuple[int, ...] = ()
        cop = next((c for c in a.kids(i, "cop") if a.form[c].lower() not in ("be", "being")), None)
        if cop is not None and prop.pos != "adjective":
            case = next((a.form[c].lower() for c in a.kids(i, "case", "mark") if a.form[c].lower() in (*_LEANS, "in")), "")
            if case == "for" and not any(a.form[c].lower() == "for" and a.upos[c - 1] in ("AUX", "PART") for c in a.kids(i, "case")):
                return None  # 'up for grabs'
            if case in _LEANS:
                value, heads = _LEANS[case], (i,)
            elif case == "in" and a.lemma[i].lower() in (*_FAVOR, "opposition"):
                value = "opposes" if a.lemma[i].lower() == "opposition" else "supports"
                heads = self._after_of(i)
        elif prop.pos == "verb":
            for k in prop.get("obl:in"):
                if a.lemma[k].lower() in (*_FAVOR, "protest", "opposition") and not a.kids(k, "nmod:poss"):
                    value, heads = "supports" if a.lemma[k].lower() in _FAVOR else "opposes", self._after_of(k)
                    if not heads:
                        return None
            if favored := (*prop.get("obl:in favor of"), *prop.get("obl:in favour of")):
                value, heads = "supports", favored[-1:]
        if value is None or prop.lemma == "vote":
            return None
        out = []
        asked = [x for k in heads for x in self._thing(k, i)]
        if not asked and (last := self._last(i)) is not None:  # 'the rest of the cabinet is in favour'
            asked = [last]
        for question, turned, target in asked:
            current = OPPOSITE[value] if turned else value
            if self._negated(prop):
                current = "withholds" if current == "supports" else "neutral"
            holders = prop.get("subj") if prop.pos == "verb" else self._subject_of(i)
            out += self._hold(prop, holders, current, self._verb_text(prop), question, target, None, statement, 0.75, stated=True)
        return out

    def _subject_of(self, i: int) -> tuple[int, ...]:
        """The subject of a clause whatever heads it, its own or understood."""
        return self.reader._surface_subject(i)

    def _after_of(self, k: int) -> tuple[int, ...]:
        """What 'in favour' is of, a noun phrase or a gerund."""
        return tuple(
            c
            for c in self.a.kids(k, "nmod", "acl", "advcl")
            if c > k and any(self.a.form[x].lower() in ("of", "to", "at", "over", "against") for x in self.a.kids(c, "case", "mark"))
        )

    # ------------------------------------------------------------------ what is left out

    def _left_out(self, t: _Taken) -> list[_Taken]:
        """'and so does Estonia', 'but Peru does not', 'ten against', 'six abstained': others' positions on the question before."""
        a, i = self.a, t.trigger
        k = a.sentence_of[i]
        stop = a.sentences[k][1]
        if stop < len(a) and a.form[stop].lower() in (*_TOO, "but") and a.paragraph[k + 1] == a.paragraph[k]:
            stop = a.sentences[k + 1][1]
        out = []
        for d in range(i + 1, stop):
            word = a.form[d].lower()
            if a.lemma[d].lower() in ("do", "be", "have") and a.rel[d] not in ("aux", "aux:pass", "cop"):
                out += self._pro_verb(t, d)
            elif t.verb.startswith("vote") and word in ("for", "against") and a.upos[d - 1] in ("NUM", "NOUN") and a.head[d] != t.trigger:
                alone = a.head[d] == d - 1 or a.lemma[a.head[d]].lower() == "it"
                if alone and a.head[d - 1] != i:
                    out.append(self._same(t, d - 1, "supports" if word == "for" else "opposes", f"vote {word}"))
            elif t.verb.startswith("vote") and a.lemma[d].lower() == "abstain" and self.questions.stance(self.reader.read(d) or _NO_PROP) is None:
                out += [self._same(t, x, "withholds", "abstain") for x in a.kids(d, "nsubj")]
        return out

    def _pro_verb(self, t: _Taken, d: int) -> list[_Taken]:
        a = self.a
        near = [a.form[x].lower() for x in (d - 1, d - 2)]
        subjects = [
            x
            for x in (*a.kids(d, "nsubj", "nsubj:pass", "obj"), *(a.kids(a.head[d], "nsubj") if a.rel[d] == "conj" and near[0] in _TOO else ()))
            if a.upos[x] in ("NOUN", "PROPN")
        ]
        after = [x for x in subjects if x > d]
        if near[0] in _TOO and after:
            return self._echo(t, after[0], t.stance)
        before = [x for x in subjects if x < d and x > t.trigger]
        if not before or a.kids(d, "obj", "xcomp", "ccomp", "advcl", "obl") or (prop := self.reader.read(t.trigger)) is None:
            return []
        negated = any(a.form[c].lower() in ("not", "n't", "n’t", "never") for c in a.kids(d, "advmod"))
        found = self.questions.stance(prop)
        if negated == prop.negated:
            return self._echo(t, before[0], t.stance)  # 'does not either', 'does too'
        if found is None:
            return self._echo(t, before[0], "withholds") if negated and t.stance == "supports" else []
        return self._echo(t, before[0], found[0].negated if negated else found[0].stance)

    def _echo(self, t: _Taken, k: int, stance: str) -> list[_Taken]:
        prop = self.reader.read(t.trigger)
        if stance == "neutral" or prop is None:
            return []
        return self._hold(prop, (k,), stance, t.verb, t.question, t.target, None, t.statement, t.confidence * 0.9, stated=True)

    def _same(self, t: _Taken, k: int, stance: str, verb: str) -> _Taken:
        """A number of voters stands on the question of a vote."""
        return dataclasses.replace(t, holder=Holder(actor=None, span=self._span_of(k), quantifier=None), stance=stance, verb=verb, events=(), confidence=0.6)

    def _last(self, i: int) -> Asked | None:
        """The question that a position before token ``i`` was about, in its sentence or the one before: what 'it' is."""
        near = [t for t in self.taken if t.trigger < i and self.a.sentence_of[i] - self.a.sentence_of[t.trigger] <= 1]
        return Asked(near[-1].question, False, near[-1].target) if near else None

    def _vote(self, prop: Proposition, event: Event | None, statement: Statement | None) -> list[_Taken]:
        """'voted for, against, in favor of the motion'; a bare 'voted on' takes no side."""
        a, out = self.a, []
        for slot, value in _VOTES.items():
            for k in prop.get(slot):
                if a.form[k].lower() == "it" and any(a.upos[x] == "NUM" for x in range(prop.head + 1, k)):
                    continue  # 'and twenty-eight against it': others' vote
                if slot == "obl:in":  # 'in favor of the motion', where the tree hangs the motion on 'favor'
                    if self.a.lemma[k].lower() not in ("favor", "favour") or not self.a.kids(k, "nmod"):
                        continue
                    k = self.a.kids(k, "nmod")[0]
                for question, turned, target in self._thing(k, prop.head):
                    current = OPPOSITE[value] if turned != prop.negated else value
                    verb = "vote against" if value == "opposes" else "vote for"
                    out += self._hold(prop, prop.get("subj"), current, verb, question, target, event, statement, 0.8)
        return out

    def _stance_object(self, prop: Proposition, stance: Stance, heads: Sequence[int]) -> list[int]:
        """What the stance is about; of a verb that judges, what an actor is praised or blamed for."""
        if stance.judges and any(self._is_actor(k) for k in heads):
            heads = next((h for s in ("obl:for", "obl:over") if (h := self.questions.fill(prop, s))), ()) or [k for k in heads if self.a.upos[k] == "PRON"]
        if stance.object[0] == "obl:for" and (clause := self._clause_for(prop, heads)) is not None:
            return [clause]
        a = self.a
        joined = [
            c
            for h in heads
            for c in (h, *a.kids(h, "conj"))
            if c == h or (a.upos[c] in ("NOUN", "PROPN") and bool(a.kids(c, "nmod:poss")) <= bool(a.kids(h, "nmod:poss")))
        ]
        joined = [k for k in joined if a.upos[k] != "VERB" or a.xpos[k] == "VBG" or is_infinitive(a, k) or not a.kids(k, "nsubj", "nsubj:pass", "mark")]
        return [k for k in joined if not (stance.judges and self._is_actor(k) and self.a.form[k].lower() not in _POINTS)]

    def _clause_for(self, prop: Proposition, heads: Sequence[int]) -> int | None:
        """'called for the party to be expelled': the clause, where there is one, not the noun before it."""
        a = self.a
        near = [k for k in a.kids(prop.head, "xcomp", "advcl", "ccomp") if heads and k > heads[0]]
        inside = [k for h in heads for k in a.kids(h, "acl:")]
        return next((k for k in (*near, *inside) if is_infinitive(a, k) and a.form[min(a.subtree(k)) - 1] != ","), None)

    def _is_somebody(self, k: int) -> bool:
        m = self.mentions.at(k)
        return m is not None and m.type == "person"

    def _cases_after(self, i: int) -> list[int]:
        return [c for k in self.a.kids(i, "obl", "advcl", "xcomp") for c in self.a.kids(k, "case", "mark")]

    def _pointed(self, k: int, trigger: int) -> Asked | None:
        """What 'it' is about: 'X rejected the plan. Y praised it.'"""
        mention = self.mentions.at(k)
        if self.a.upos[k] != "PRON" or self.a.form[k].lower() not in _POINTS or (mention is not None and mention.type == "document"):
            return None
        return self._last(trigger)

    def _thing(self, k: int, trigger: int) -> list[Asked]:
        """The question whether what ``k`` names should be."""
        last = self._pointed(k, trigger)
        return [last] if last is not None else self.questions.about("approve", k)

    def _about(self, stance: Stance, k: int, trigger: int) -> list[Asked]:
        if (last := self._pointed(k, trigger)) is not None:
            return [last]
        if stance.predicate == "recognize" and self._is_somebody(k) and not any(self.a.form[c].lower() == "as" for c in self._cases_after(trigger)):
            return []  # 'no passenger recognized the minister'
        if (
            stance.predicate == "support"
            and not self.a.kids(k, "nmod")
            and any(self.a.form[c].lower() in ("a", "an", "any", "either") for c in self.a.kids(k, "det"))
            and self._is_actor(k)
        ):
            return []  # 'before it endorses a candidate'
        return self.questions.about(stance.predicate, k) if stance.predicate else self.questions.read(k)

    def _is_actor(self, k: int) -> bool:
        m, entity = self.mentions.at(k), self.a.entity_at.get(k)
        if self.a.upos[k] == "PRON":
            return m is None or m.type != "document"
        if entity is not None and entity.type in ("person", "organization", "animal") and (m is None or m.type not in ("document", "thing", "event")):
            return True
        return m is not None and m.actor is not None and m.type not in ("document", "event", "thing", "time")

    def _typical(self, i: int) -> bool:
        """'A party that rejects her is ...': who would do so, not who does."""
        a, h = self.a, self.a.head[i]
        if a.rel[i] != "acl:relcl" or h < 0:
            return False
        some = any(a.form[d].lower() in ("a", "an", "any", "those") for d in a.kids(h, "det")) or not a.kids(h, "det", "nmod:poss", "nummod", "amod", "nmod")
        return some and a.feature(i, "Tense") == "Pres" and a.upos[h] == "NOUN"

    def _called(self, prop: Proposition, event: Event | None, statement: Statement | None) -> list[_Taken] | None:
        """'called the plan a farce', 'dismissed it as illegal': None where nothing is called good or bad."""
        if prop.pos != "verb" or prop.lemma not in _CALLED or prop.negated:
            return None
        a, i = self.a, prop.head
        names = [k for k in a.kids(i, "xcomp", "obl", "advcl", "obj") if k > i]
        objects = prop.get("obj")
        name = next((k for k in reversed(names) if k not in objects or len(names) > 1), None)
        if name is None or not objects or name == objects[0]:
            asks = any(prop.get(s) for s in ("obl:for", "obl:on", "obl:upon", "comp")) or prop.lemma != "call"
            return None if asks or not objects else []
        value = self.stances.judgement(self._lemmas(name))
        if value is None or self._is_actor(objects[0]):
            return [] if prop.lemma == "call" else None
        out = []
        for question, turned, target in self.questions.about("approve", objects[0]):
            out += self._hold(prop, prop.get("subj"), OPPOSITE[value] if turned else value, prop.lemma, question, target, event, statement, 0.75)
        return out

    def _lemmas(self, k: int) -> tuple[str, ...]:
        """A predicate's word and its adjectives."""
        return (self.a.lemma[k].lower(), *(self.a.lemma[c].lower() for c in self.a.kids(k, "amod", "conj")))

    def _judged(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """'"The expulsions are groundless," said ...': what a speaker calls a deed or a thing."""
        a, i = self.a, prop.head
        if statement is None or prop.negated or prop.pos == "verb" or not a.kids(i, "cop") or a.xpos[i] in ("JJR", "JJS"):
            return []
        if statement.cue is not None and statement.cue.cls == "decree":
            return []  # what a court rules is no stand of its own
        value = self.stances.judgement(self._lemmas(i))
        subjects = [k for k in a.kids(i, "nsubj") if not self._is_actor(k) and a.lemma[k] != a.lemma[i]]
        if value is None or not subjects or self._helpers(i) - {"has", "have", "is", "was"}:
            return []
        return self._spoken(prop, statement, value, self.questions.about("approve", subjects[0]), 0.6)

    def _refused(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """'"We shall not lift the ban," said ...': what a speaker will not do is refused."""
        if statement is None or prop.pos != "verb" or not prop.negated or not self._helpers(prop.head) & _WILL or self._none_subject(prop):
            return []
        mine = {p.actor for p in statement.speakers if p.actor} | {self._country(p.actor) for p in statement.speakers if self._country(p.actor)}
        holders: list[int] = []
        for k in prop.get("subj"):
            if self.a.form[k].lower() in _FIRST_PERSON:
                return self._spoken(prop, statement, "supports", self.questions.read(prop.head), 0.65)
            ids = {m.actor.id for m in self.mentions.resolve(k) if m.actor is not None}
            if ids & mine or {self._country(x) for x in ids} & mine:
                holders.append(k)
        out = []
        for question, turned, target in self.questions.read(prop.head) if holders else ():
            value = "opposes" if turned else "supports"
            out += self._hold(prop, holders, value, self._verb_text(prop), question, target, None, statement, 0.65)
        return out

    def _country(self, actor: str | None) -> str | None:
        found = self.mentions.actors.get(actor or "")
        return found.country if found is not None else None

    def _duty(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """What a speaker says must, should or cannot be; what a speaker calls the own goal or task."""
        if statement is None or prop.pos != "verb" or not statement.speakers or self._none_subject(prop):
            return []
        helpers = self._helpers(prop.head)
        goal = self._goal_of(prop.head)
        passive = bool(self.a.kids(prop.head, "aux:pass"))
        cannot = prop.negated and helpers & {"can", "ca"} and (passive or self._can_refuse(prop))
        asked = ("verb", prop.lemma) in self.stances.predicates
        duty = (
            helpers & _DUTY
            and "have" not in helpers
            and (asked or passive or prop.get("obj") or prop.lemma in GOES_ON or any(s.startswith("obl:") for s in prop.slots))
        )
        if not goal and not duty and not cannot:
            return []
        return self._spoken(prop, statement, "supports", self.questions.read(prop.head), 0.6)

    def _can_refuse(self, prop: Proposition) -> bool:
        subject = prop.get("subj")
        return prop.lemma in self.stances.words["ability"] and bool(subject) and self.a.form[subject[0]].lower() in _FIRST_PERSON

    def _spoken(self, prop: Proposition, statement: Statement, stance: str, asked: Iterable[Asked], confidence: float) -> list[_Taken]:
        """Positions that a statement's speakers take in it."""
        out = []
        for question, turned, target in asked:
            for speaker in self._speakers(statement):
                if speaker.actor is None or not self._political(question, target, speaker.actor):
                    continue
                value = OPPOSITE[stance] if turned else stance
                holder = Holder(actor=speaker.actor, span=speaker.span)
                out.append(self._taken(prop, holder, value, self._verb_text(prop), question, target, None, statement, confidence))
        return out

    def _speakers(self, statement: Statement) -> tuple[Participant, ...]:
        return statement.speakers

    def _goal_of(self, i: int) -> bool:
        """'Our priority must be to ensure ...', 'our task is to work towards ...'."""
        a = self.a
        subjects = a.kids(i, "nsubj", "nsubj:outer")
        if a.rel[i] in ("xcomp", "ccomp", "advcl", "acl") and a.head[i] >= 0:
            subjects = [*subjects, *a.kids(a.head[i], "nsubj", "nsubj:outer")]
            if a.lemma[a.head[i]].lower() in _GOALS and any(a.form[c].lower() == "to" for c in a.kids(i, "mark")):
                subjects.append(a.head[i])
        return any(a.lemma[s].lower() in _GOALS and any(a.form[p].lower() in ("our", "my") for p in a.kids(s, "nmod:poss")) for s in subjects)

    # ------------------------------------------------------------------ what politics knows

    def _political(
        self, question: Question, target: str | None, holder: str | None, *, coded: bool = False, stated: bool = False, body: bool = False
    ) -> bool:  # fmt: skip
        """Is the holder one who acts in politics, and the question about a public deed, a public thing or another actor?

        ``coded``: an event was coded from the same words, so that who takes part was found political already. ``stated``: a word of stance
        says it; on whatever a state, a party or an office takes a stance, that is politics. ``body``: the holder is a body or a group of
        people, who may have a say on public things whoever they are.
        """
        actor = self.mentions.actors.get(holder or "")
        public = self._public(question, private=actor is not None and bool({"BUS", "MNC"} & set(actor.sectors)))
        if holder is not None and (
            question.object in (holder, f"{holder}/document") or not (_acts_in_politics(actor) or ((coded or body) and public and not _criminal(actor)))
        ):
            return False
        words = self.stances.words
        if question.predicate in words["personal"] or all(part in words["empty"] for part in question.object.split("-")):
            return False
        if public or (target is not None and target != holder and _acts_in_politics(self.mentions.actors.get(target))):
            return True
        return stated and _is_official(actor)

    def _public(self, question: Question, *, private: bool = False) -> bool:
        """Is it a question by its own words, whoever it is about: a named decision, a document, a thing of politics?

        ``private``: a company asks, whose own affairs go by some of the same words ('the offer', 'price cuts').
        """
        if question.predicate in self.known or question.object.endswith("/document"):
            return True
        words = self.stances.words
        politics = words["politics"] - words["business"] if private else words["politics"]
        core = self.questions.core.get(question.object) or question.object.split("-")
        return question.predicate not in words["personal"] and any(part in politics for part in core)

    # ------------------------------------------------------------------ holders

    def _hold(
        self, prop: Proposition, heads: Sequence[int], stance: str, verb: str, question: Question, target: str | None, event: Event | None,
        statement: Statement | None, confidence: float, *, stated: bool = False,
    ) -> list[_Taken]:  # fmt: skip
        out = []
        excepted = {x for k in heads for x in self._except(k)}
        for k in heads:
            if self.reader.is_none(k):
                if not self._may_be_none(k):
                    continue
                span = self._span_of(k)
                holder = Holder(actor=None, span=span, quantifier="no", except_=self._except(k))
                out.append(self._taken(prop, holder, stance, verb, question, target, event, statement, confidence))
                continue
            resolved = [m for m in self.mentions.resolve(k) if m.actor is not None and m.actor.id not in excepted]
            quantifier = self._quantifier(k)
            if self._one_for_many(k, resolved):
                continue
            if any(self.a.form[c].lower() in _HYPOTHETICAL_HOLDER for c in (k, *self.a.kids(k, "det", "amod"))):
                continue
            if quantifier == "all" and any(self.a.form[c].lower() == "not" for d in (k, *self.a.kids(k, "det", "advmod")) for c in (d, *self.a.children[d])):
                continue  # 'not all members': who does not is left open
            for m in resolved:
                assert m.actor is not None
                if m.type == "organization" and set(m.actor.sectors) == {"JUD"}:
                    continue  # a court rules; where it stands is not asked
                body = m.type in ("group", "organization")
                if not self._political(question, target, m.actor.id, coded=event is not None, stated=stated, body=body):
                    continue
                span = m.via if m.type == "thing" and m.via is not None else self._span(m)  # 'Ana Lund's judgement': hers
                holder = Holder(actor=m.actor.id, span=span, quantifier=quantifier, except_=self._except(k) if quantifier else ())
                out.append(self._taken(prop, holder, stance, verb, question, target, event, statement, confidence * m.confidence**0.5))
            floating = self.a.form[k].lower() in ("both", "all", "each") and not self.a.kids(k, "nmod")
            entity = self.a.entity_at.get(k)
            floating = floating or entity is None or entity.type not in ("person", "organization", "place")
            if not resolved and quantifier and not floating and self._political(question, target, None):
                holder = Holder(actor=None, span=self._span_of(k), quantifier=quantifier, except_=self._except(k))
                out.append(self._taken(prop, holder, stance, verb, question, target, event, statement, confidence * 0.8))
        return out

    def _may_be_none(self, k: int) -> bool:
        """'No state', 'nobody', 'neither side', not 'no other passenger' or 'no signs'."""
        entity, mention = self.a.entity_at.get(k), self.mentions.at(k)
        if mention is not None and mention.actor is not None and set(mention.actor.sectors) and set(mention.actor.sectors) <= _PRIVATE:
            return False
        return self.a.upos[k] in ("PRON", "DET") or (entity is not None and entity.type in ("person", "organization", "place"))

    def _one_for_many(self, k: int, found: Sequence[ResolvedMention]) -> bool:
        """'they' resolved to one person, 'both' to somebody: who holds it is not known."""
        low = self.a.form[k].lower()
        return low == "both" or (low in ("they", "their", "them") and len(found) == 1 and found[0].kind == "pronoun" and self._is_person(found[0]))

    def _is_person(self, m: ResolvedMention) -> bool:
        return m.type == "person" and m.actor is not None and m.actor.id.startswith("~") and self.mentions.at(m.head) is not None

    def _quantifier(self, k: int) -> str | None:
        words = {self.a.form[c].lower() for c in self.a.kids(k, "det", "amod", "nummod", "det:predet")} | {self.a.form[k].lower()}
        if words & {"all", "every", "both", "each"}:
            return "all"
        part = {"some", "several", "many", "most", "others", "majority", "minority", "half", "handful", "rest"}
        return "some" if words & part or {"a", "few"} <= words else None

    def _except(self, k: int) -> tuple[str, ...]:
        out = []
        for c in self.a.kids(k, "nmod", "conj", "obl", "acl", "appos"):
            if any(self.a.form[x].lower() in ("but", "except", "excluding", "besides", "apart") for x in self.a.children[c]):
                out += [m.actor.id for m in self.mentions.resolve(c) if m.actor is not None]
        return tuple(out)

    def _none_subject(self, prop: Proposition) -> bool:
        return any(self.reader.is_none(k) for k in prop.get("subj"))

    # ------------------------------------------------------------------ put together

    def _taken(
        self, prop: Proposition, holder: Holder, stance: str, verb: str, question: Question, target: str | None, event: Event | None,
        statement: Statement | None, confidence: float,
    ) -> _Taken:  # fmt: skip
        a, i = self.a, prop.head
        helpers = self._helpers(i)
        present = a.feature(i, "Tense") == "Pres" or bool(helpers & {"does", "do", "has", "have", "is", "are", "must", "should", "can"})
        adverbs = {a.form[c].lower() for c in a.kids(i, "advmod")}
        past = (a.feature(i, "Tense") == "Past" and not present and self._years_back(event)) or bool(adverbs & _ONCE) or self._used_to(i, helpers)
        clause = next((c for c in a.kids(i, "advcl") if self._is_if(c)), None)
        condition = a.words(min(a.subtree(clause)), max(a.subtree(clause)) + 1) if clause is not None else None
        if clause is not None and stance == "supports" and "only" in (a.form[k].lower() for k in (min(a.subtree(clause)), min(a.subtree(clause)) - 1)):
            stance = "withholds"  # 'would back it only if ...'
        return _Taken(
            holder=holder, stance=stance, verb=verb, question=question, target=target, trigger=i, tense="past" if past else "current",
            strength="strong" if adverbs & _STRONG else "hedged" if helpers & _WOULD else "plain", condition=condition,
            events=(event.id,) if event else (), statement=statement, confidence=confidence,
        )  # fmt: skip

    def _is_if(self, clause: int) -> bool:
        return any(self.a.form[m].lower() in ("if", "unless", "provided") for m in self.a.kids(clause, "mark"))

    def _used_to(self, i: int, helpers: set[str]) -> bool:
        """'used to support', 'had opposed it until last year'."""
        a, h = self.a, self.a.head[i]
        if a.rel[i] == "xcomp" and a.lemma[h].lower() == "use" and is_infinitive(a, i):
            return True
        until = any(a.form[c].lower() in ("until", "till") for k in a.kids(i, "obl", "advcl", "advmod") for c in (k, *a.kids(k, "case", "mark")))
        return until and bool(helpers & {"had"} or (a.feature(i, "Tense") == "Past" and not helpers))

    def _years_back(self, event: Event | None) -> bool:
        return event is not None and event.status == "historical"

    def _position(self, number: int, group: list[_Taken]) -> Position:
        first = group[0]
        spans: list[Span] = []
        for t in group:
            k = self.a.sentence_of[t.trigger]
            span = self.a.char_span(*self.a.sentences[k])
            if span not in spans:
                spans.append(span)
        event = next((e for t in group for e in self.events if e.id in t.events), None)
        date = event.date if event is not None and event.date is not None else first.statement.date if first.statement is not None else None
        return Position(
            id=f"p{number}", holder=first.holder, stance=first.stance, verb=first.verb, target={"actor": first.target} if first.target else None,
            question=first.question, as_of=(date.end if date is not None else None) or self.published, tense=first.tense, condition=first.condition,
            strength=first.strength, change="reaffirmed" if first.verb in _REAFFIRMS else None,
            statement=first.statement.id if first.statement else None, standing="claim" if first.statement else "reporter",
            evidence=Evidence(
                events=tuple(dict.fromkeys(e for t in group for e in t.events)),
                statements=tuple(dict.fromkeys(t.statement.id for t in group if t.statement is not None)), spans=tuple(spans),
            ),
            confidence=round(min(0.95, max(t.confidence for t in group)), 3),
        )  # fmt: skip

    def _verb_text(self, prop: Proposition) -> str:
        helpers = [self.a.form[c] for c in self.a.kids(prop.head, "aux", "cop") if c < prop.head]
        words = [*helpers, *(["not"] if prop.negated and not self._none_subject(prop) else []), self.a.form[prop.head]]
        return " ".join(dict.fromkeys(words)) if prop.negated or helpers else prop.lemma

    def _carriers(self, statements: Sequence[Statement]) -> list[Statement | None]:
        """By token, the innermost statement whose content holds it; what is condemned or intended is on nobody's word."""
        out: list[Statement | None] = [None] * len(self.a)
        told = [s for s in statements if s.cue is None or s.cue.cls not in ("attitude", "intention")]
        pieces = [(b - a, a, b, s) for s in told for a, b in s.content]
        for _, low, high, statement in sorted(pieces, key=lambda t: t[:3], reverse=True):
            first, last = bisect.bisect_left(self._starts, low), bisect.bisect_left(self._starts, high)
            out[first:last] = [statement] * (last - first)
        return out

    def _event(self, prop: Proposition) -> Event | None:
        tokens = prop.trigger
        span = (self.a.span[tokens[0]][0], self.a.span[tokens[-1]][1])
        return self._event_at.get(span) or self._event_at.get(self.a.span[prop.head])

    def _token(self, offset: int) -> int:
        """The token that holds a code point, or the one before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def _span(self, m: ResolvedMention) -> Span:
        return self.a.char_span(m.first, m.last)

    def _span_of(self, k: int) -> Span:
        dropped = {x for c in self.a.kids(k, "acl:relcl", "cc", "case", "punct") for x in self.a.subtree(c)}
        tokens = [x for x in self.a.subtree(k) if x not in dropped and self.a.rel[x] != "punct"]
        return self.a.span[tokens[0]][0], self.a.span[tokens[-1]][1]


_PRIVATE = frozenset({"CVL", "BUS", "MNC", "EDU", "MED", "JRN", "UNK", "CRM"})
_OFFICIAL = frozenset({"GOV", "LEG", "OPP", "PTY", "JUD", "MIL", "REB", "UAF", "SEP", "IGO", "COP", "SPY"})
_NO_PROP = Proposition(head=0, lemma="", pos="verb", trigger=(), slots={}, negated=False, surface="")


def _acts_in_politics(actor: Actor | None) -> bool:
    """Whether an actor's stance is one of politics: a known body, or somebody with a sector that is no private one."""
    if actor is None or (actor.sectors and set(actor.sectors) <= _PRIVATE):
        return False
    return not actor.id.startswith("~") or bool(actor.group) or bool(actor.sectors)


def _criminal(actor: Actor | None) -> bool:
    return actor is not None and "CRM" in actor.sectors


def _is_official(actor: Actor | None) -> bool:
    """Whether an actor is a state, one of its organs, an organization of states, a party, an armed group, or somebody in their service."""
    if actor is None:
        return False
    return bool(set(actor.sectors) & _OFFICIAL) or (not actor.id.startswith("~") and not set(actor.sectors) & _PRIVATE)


def find_disagreements(positions: Sequence[Position], countries: Mapping[str, str | None]) -> tuple[Disagreement, ...]:
    """Questions on which holders stand apart.

    Args:
        positions: One document's positions.
        countries: The country of each actor id.

    Returns:
        For each such question the two sides (those who support; those who oppose or withhold) as position ids; ``within`` names the
        country when all holders are of one, that is, when a state's organs disagree.
    """
    by_key: dict[str, list[Position]] = {}
    for p in positions:
        if p.tense == "current":
            by_key.setdefault(p.question.key, []).append(p)
    out = []
    for key, group in by_key.items():
        support = [p for p in group if p.stance == "supports"]
        against = [p for p in group if p.stance in ("opposes", "withholds")]
        if not support or not against:
            continue
        mine = {p.holder.actor for p in support}
        if mine == {p.holder.actor for p in against}:
            continue
        named = {countries.get(p.holder.actor) for p in group if p.holder.actor is not None}
        holders = [p for p in (*support, *against) if p.holder.actor is not None]
        sides = [p for p in against if p.holder.actor is not None]
        if not sides:
            continue
        within = next(iter(named)) if len(named) == 1 and len({p.holder.actor for p in holders}) > 1 else None
        out.append(Disagreement(key=key, within=within, sides=(tuple(p.id for p in support), tuple(p.id for p in sides))))
    return tuple(out)


def take_positions(
    analysis: Analysis, mentions: Mentions, codebook: Codebook, stances: StanceLexicon, events: Sequence[Event],
    statements: Sequence[Statement], published: str | None,
) -> tuple[Position, ...]:  # fmt: skip
    """Take the positions of one document; see :class:`PositionTaker`."""
    return PositionTaker(analysis, mentions, codebook, stances, events, statements, published).take()
