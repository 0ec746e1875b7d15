"""Positions: where each actor stands on each question, and who disagrees.

    the resolution calls on the government to recognize X   supports   recognize(X)   holder: who passed it
    France does not recognize X                              withholds  recognize(X)   ─┐ a disagreement within France
    Armenia welcomed the measure                             supports   approve(the maker's document)
    'the status must be negotiated'                          supports   negotiate(status), on the speaker's word

A question is a predicate with its object in a normal form: actors by id, documents by maker, the rest by lemma. Polarity is kept: a
demand for the end of something is opposition to its going on.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files

from dragoman.codebook import Codebook
from dragoman.coding._status import clause_status, is_infinitive
from dragoman.coding.propositions import Proposition, Reader
from dragoman.errors import ResourceError
from dragoman.language.analysis import Analysis
from dragoman.records import Actor, Disagreement, Event, Evidence, Holder, Position, Question, Span, Statement
from dragoman.world.mentions import Mentions, ResolvedMention

STANCES = ("supports", "opposes", "withholds", "neutral")
_OPPOSITE = {"supports": "opposes", "opposes": "supports", "withholds": "withholds", "neutral": "neutral"}
_DUTY = frozenset({"must", "should", "shall", "ought"})
_GOALS = frozenset({"priority", "responsibility", "goal", "aim", "duty", "objective", "task", "intention", "policy", "position", "hope", "role"})
_NOMINAL = {
    "recognition": "recognize", "withdrawal": "withdraw", "release": "release", "independence": "recognize", "condemnation": "condemn",
    "investigation": "investigate", "inquiry": "investigate", "probe": "investigate", "negotiation": "negotiate", "talk": "negotiate",
    "dialogue": "negotiate", "return": "return", "support": "support", "membership": "join", "accession": "join", "ceasefire": "cease fire",
}  # fmt: skip
_EMPTY = frozenset({"it", "this", "that", "they", "he", "she", "we", "i", "you", "them", "him", "her", "us", "what", "which", "who", "there", "one"})
_LIGHT = frozenset({"be", "have", "do", "make", "go", "come", "get", "take", "say", "keep", "let", "give", "put", "see", "know", "happen", "mean", "need"})
"""Predicates that say too little to be a question by themselves."""
_ORDERS = frozenset({"tell", "order", "instruct", "direct", "command", "ask"})
"""Told to one's own people these are commands, not positions; a demand on another state is coded as an event and taken from there."""
_STRONG = frozenset({"strongly", "firmly", "categorically", "fully", "unequivocally", "vehemently", "absolutely", "resolutely", "staunchly"})
_DOCUMENTS = frozenset({"document"})


@dataclasses.dataclass(frozen=True, slots=True)
class Stance:
    """A predicate that carries a stance; see ``data/stances.toml``."""

    predicate: str
    stance: str
    negated: str
    object: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class StanceLexicon:
    """Stances by part of speech and lemma."""

    by_lemma: Mapping[tuple[str, str], Stance]

    @classmethod
    def load(cls) -> StanceLexicon:
        """Read the shipped file.

        Raises:
            ResourceError: An entry names an unknown stance.
        """
        name = "stances.toml"
        table: dict[tuple[str, str], Stance] = {}
        for n, e in enumerate(tomllib.loads((files("dragoman.coding") / "data" / name).read_text(encoding="utf8"))["stance"], 1):
            if e["stance"] not in STANCES or e["negated"] not in STANCES:
                raise ResourceError(f"{name}, entry {n}: stance {e['stance']!r}/{e['negated']!r}; accepted are {', '.join(STANCES)}")
            stance = Stance(e["predicate"], e["stance"], e["negated"], tuple(e["object"]))
            for key, pos in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
                for lemma in e.get(key, ()):
                    table[pos, lemma] = stance
        return cls(table)


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
        told = [s for s in statements if s.cue is None or s.cue.cls not in ("attitude", "intention")]
        self._by_content = sorted(((b - a, a, b, s) for s in told for a, b in s.content), key=lambda t: t[:3])
        self._event_at = {e.trigger.span: e for e in events}

    def take(self) -> tuple[Position, ...]:
        """All positions, with ids ``p1``, ``p2``, ...; one for each holder, question and stance, its evidence gathered."""
        taken: list[_Taken] = []
        for i in range(len(self.a)):
            if self.a.upos[i] not in ("VERB", "ADJ", "NOUN"):
                continue
            prop = self.reader.read(i)
            if prop is not None:
                taken += self._of(prop)
        merged: dict[tuple[str | None, str | None, str, str], list[_Taken]] = {}
        for t in taken:
            merged.setdefault((t.holder.actor, t.holder.quantifier, t.question.key, t.stance), []).append(t)
        return tuple(self._position(n, group) for n, group in enumerate(merged.values(), 1))

    # ------------------------------------------------------------------ where positions come from

    def _of(self, prop: Proposition) -> list[_Taken]:
        i = prop.head
        statement = self._statement(self.a.span[i])
        if self._doubtful(prop, statement):
            return []
        event = self._event(prop)
        if event is not None and event.type == "REQUEST" and event.theme is not None and event.status in ("actual", "historical"):
            return self._asked(prop, event, statement)
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        if operator is not None and operator.kind in ("refuse", "promise") and prop.get("comp") and not prop.negated and event is not None:
            return self._embedded(prop, "opposes" if operator.kind == "refuse" else "supports", event, statement)
        if operator is not None and operator.kind == "stop":
            return []
        stance = self.stances.by_lemma.get((prop.pos, prop.lemma))
        if stance is not None and prop.pos != "noun":
            return self._plain(prop, stance, event, statement)
        return self._duty(prop, statement)

    def _doubtful(self, prop: Proposition, statement: Statement | None) -> bool:
        """Not a position: under a negated cue, in a condition or question, merely possible."""
        if statement is not None and statement.cue is not None and statement.cue.negated:
            return True
        if self._asked_for(prop.head):
            return True
        status = clause_status(self.reader, prop.head, reported=statement is not None)
        helpers = {self.a.form[c].lower() for c in self.a.kids(prop.head, "aux")}
        return status == "hypothetical" and not helpers & _DUTY and not helpers & {"can", "ca"}

    def _asked_for(self, i: int) -> bool:
        """Inside what an operator takes ('calls on the government to recognize'): that is the operator's position, not a second one."""
        a, at = self.a, i
        while a.rel[at] in ("xcomp", "conj", "advcl", "ccomp", "acl") and a.head[at] >= 0:
            h = a.head[at]
            governor = self.reader.read(h)
            operator = self.codebook.operators.get(governor.pos, governor.lemma) if governor else None
            if a.rel[at] != "conj" and operator is not None and operator.kind not in ("keep", "deny", "allege", "decide") and is_infinitive(a, at):
                return True
            at = h
        return False

    def _asked(self, prop: Proposition, event: Event, statement: Statement | None) -> list[_Taken]:
        """What is asked for is supported by who asks."""
        if prop.lemma in _ORDERS and self._own_people(event):
            return []
        heads = self._theme_heads(prop, event)
        out = []
        for theme in heads:
            for question, flip, target in self._questions(theme):
                stance = "opposes" if flip else "supports"
                out += self._hold(prop, prop.get("subj"), stance, prop.lemma, question, target, event, statement, 0.8)
        return out

    def _own_people(self, event: Event) -> bool:
        """Whether who is asked is of the same country as who asks."""
        mine = {self.mentions.actors[p.actor].country for p in event.actors if p.actor in self.mentions.actors}
        theirs = {self.mentions.actors[p.actor].country for p in event.recipients if p.actor in self.mentions.actors}
        return bool(mine & theirs) or not theirs

    def _theme_heads(self, prop: Proposition, event: Event) -> list[int]:
        assert event.theme is not None
        low, high = event.theme.span
        inside = [k for k in range(len(self.a)) if low <= self.a.span[k][0] and self.a.span[k][1] <= high]
        top = next((k for k in inside if self.a.head[k] not in inside), None)
        if top is None:
            return []
        return [top, *(c for c in self.a.kids(top, "conj") if c in inside)]

    def _embedded(self, prop: Proposition, stance: str, event: Event | None, statement: Statement | None) -> list[_Taken]:
        out = []
        for comp in prop.get("comp"):
            for question, flip, target in self._questions(comp):
                if question.predicate in _LIGHT:
                    continue
                value = _OPPOSITE[stance] if flip else stance
                if value == "opposes" and question.predicate == "recognize":
                    value = "withholds"
                out += self._hold(prop, prop.get("subj"), value, prop.lemma, question, target, event, statement, 0.7)
        return out

    def _plain(self, prop: Proposition, stance: Stance, event: Event | None, statement: Statement | None) -> list[_Taken]:
        heads = next((prop.get(s) for s in stance.object if prop.get(s)), ())
        value = stance.negated if prop.negated and not self._none_subject(prop) else stance.stance
        out = []
        for k in [c for h in heads for c in (h, *self.a.kids(h, "conj"))]:
            if self.a.form[k].lower() in _EMPTY and not self.mentions.resolve(k):
                continue
            if stance.predicate:
                text, obj, target = self._object(k)
                if not obj:
                    continue
                question = Question(key=f"{stance.predicate}({obj})", predicate=stance.predicate, object=obj, text=self._phrase(stance.predicate, text))
                flip = False
            else:
                found = list(self._questions(k))
                if not found:
                    continue
                question, flip, target = found[0]
            current = _OPPOSITE[value] if flip else value
            if self._none_subject(prop):
                current = "withholds" if current == "supports" else current
            out += self._hold(prop, prop.get("subj"), current, self._verb_text(prop), question, target, event, statement, 0.75)
        return out

    def _duty(self, prop: Proposition, statement: Statement | None) -> list[_Taken]:
        """What a speaker says must, should or cannot be; what a speaker calls the own goal or task."""
        if statement is None or prop.pos != "verb" or not statement.speakers or prop.lemma in _LIGHT:
            return []
        helpers = {self.a.form[c].lower() for c in self.a.kids(prop.head, "aux")}
        goal = self._goal_of(prop.head)
        if not goal and not helpers & _DUTY and not (prop.negated and helpers & {"can", "ca"}):
            return []
        out = []
        for question, flip, target in self._questions(prop.head):
            stance = "opposes" if flip else "supports"
            heads = tuple(statement.speakers)
            for speaker in heads:
                if speaker.actor is None or not _political(self.mentions.actors.get(speaker.actor)):
                    continue
                holder = Holder(actor=speaker.actor, span=speaker.span)
                out.append(self._taken(prop, holder, stance, self._verb_text(prop), question, target, None, statement, 0.6))
        return out

    def _goal_of(self, i: int) -> bool:
        """'Our priority must be to ensure ...', 'our task is to work towards ...'."""
        a = self.a
        subjects = a.kids(i, "nsubj", "nsubj:outer")
        if a.rel[i] in ("xcomp", "ccomp", "advcl", "acl") and a.head[i] >= 0:
            subjects = [*subjects, *a.kids(a.head[i], "nsubj", "nsubj:outer")]
            if a.lemma[a.head[i]].lower() in _GOALS and any(a.form[c].lower() == "to" for c in a.kids(i, "mark")):
                subjects.append(a.head[i])
        return any(a.lemma[s].lower() in _GOALS and any(a.form[p].lower() in ("our", "my") for p in a.kids(s, "nmod:poss")) for s in subjects)

    # ------------------------------------------------------------------ questions

    def _questions(self, i: int) -> list[tuple[Question, bool, str | None]]:
        """The questions that a clause or noun phrase raises: (question, whether its polarity is turned, target)."""
        prop = self.reader.read(i)
        if prop is None:
            text, obj, target = self._object(i)
            return [(Question(key=f"have({obj})", predicate="have", object=obj, text=text), False, target)] if obj else []
        operator = self.codebook.operators.get(prop.pos, prop.lemma)
        if operator is not None and operator.kind == "stop":
            inner = next((k for s in ("comp", "obj", "obl:to", "obl:of", "obl:on") for k in prop.get(s)), None)
            if inner is not None:
                nested = self.reader.read(inner)
                if nested is not None and nested.pos == "noun" and not nested.get("obj"):
                    text, obj, target = self._object(inner)
                    return [(Question(key=f"continue({obj})", predicate="continue", object=obj, text=text), True, target)]
                if nested is not None and nested.pos == "noun":
                    text, obj, target = self._object(inner)
                    return [(Question(key=f"continue({obj})", predicate="continue", object=obj, text=text), True, target)]
                return [(q, not flip, t) for q, flip, t in self._questions(inner)]
        predicate = _NOMINAL.get(prop.lemma, prop.lemma) if prop.pos == "noun" else prop.lemma
        stance = self.stances.by_lemma.get((prop.pos, prop.lemma))
        flip = prop.negated
        if stance is not None and stance.predicate:
            predicate = stance.predicate
            flip = flip != (stance.stance == "opposes")
        slots = ("obj", "obl:to", "obl:toward", "obl:towards", "obl:for", "obl:from", "obl:with", "obl:on", "obl:in")
        if prop.pos == "noun" and prop.lemma not in _NOMINAL:
            text, obj, target = self._object(i)
            return [(Question(key=f"have({obj})", predicate="have", object=obj, text=text), flip, target)] if obj else []
        heads = next((prop.get(s) for s in slots if prop.get(s)), ())
        out = []
        for k in [c for h in heads for c in (h, *(x for x in self.a.kids(h, "conj") if self.a.upos[x] in ("NOUN", "PROPN")))]:
            text, obj, target = self._object(k)
            if obj:
                out.append((Question(key=f"{predicate}({obj})", predicate=predicate, object=obj, text=self._phrase(predicate, text)), flip, target))
        if not out and prop.pos == "verb":
            subject = prop.get("subj")
            text, obj, target = self._object(subject[0]) if subject else ("", "", None)
            if obj:
                out.append((Question(key=f"{predicate}({obj})", predicate=predicate, object=obj, text=f"{text} to {predicate}"), flip, target))
        return out

    def _object(self, k: int) -> tuple[str, str, str | None]:
        """Text, normal form and actor of what a question is about."""
        a = self.a
        mention = self.mentions.at(k)
        drop = {x for c in a.children[k] if a.rel[c] in ("case", "mark", "cc", "punct", "conj", "acl:relcl", "appos", "parataxis", "advcl") for x in a.subtree(c)}
        tokens = [x for x in a.subtree(k) if x not in drop]
        text = a.text[a.span[tokens[0]][0] : a.span[tokens[-1]][1]]
        actor = mention.actor.id if mention is not None and mention.actor is not None else None
        if mention is not None and actor is not None:
            if mention.type == "document":
                return text, f"{actor}/document", actor
            if mention.type not in ("event", "thing", "place", "time"):
                return text, actor, actor
        words = []
        for x in tokens:
            if a.upos[x] in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") and len(words) < 7:
                inner = self.mentions.at(x)
                if inner is not None and inner.actor is not None and x != k and inner.type not in ("event", "thing", "document"):
                    words.append(inner.actor.id)
                else:
                    words.append(a.lemma[x].lower())
        target = actor or next((m.actor.id for x in tokens if x != k for m in [self.mentions.at(x)] if m is not None and m.actor is not None), None)
        return text, "-".join(dict.fromkeys(words)), target

    def _phrase(self, predicate: str, text: str) -> str:
        noun = {"recognize": "recognition of", "support": "support for", "approve": "approval of"}.get(predicate)
        return f"{noun} {text}" if noun else f"{predicate} {text}"

    # ------------------------------------------------------------------ holders

    def _hold(
        self, prop: Proposition, heads: Sequence[int], stance: str, verb: str, question: Question, target: str | None, event: Event | None,
        statement: Statement | None, confidence: float,
    ) -> list[_Taken]:  # fmt: skip
        out = []
        for k in heads:
            if self.reader.is_none(k):
                span = self._span_of(k)
                out.append(
                    self._taken(prop, Holder(actor=None, span=span, quantifier="no", except_=self._except(k)), stance, verb, question, target, event, statement, confidence)
                )  # fmt: skip
                continue
            resolved = [m for m in self.mentions.resolve(k) if m.actor is not None]
            quantifier = self._quantifier(k)
            for m in resolved:
                assert m.actor is not None
                if m.actor.id == question.object or not _political(m.actor):
                    continue
                holder = Holder(actor=m.actor.id, span=self._span(m), quantifier=quantifier, except_=self._except(k) if quantifier else ())
                out.append(self._taken(prop, holder, stance, verb, question, target, event, statement, confidence * m.confidence**0.5))
            if not resolved and quantifier:
                holder = Holder(actor=None, span=self._span_of(k), quantifier=quantifier, except_=self._except(k))
                out.append(self._taken(prop, holder, stance, verb, question, target, event, statement, confidence * 0.8))
        return out

    def _quantifier(self, k: int) -> str | None:
        words = {self.a.form[c].lower() for c in self.a.kids(k, "det", "amod", "nummod", "det:predet")} | {self.a.form[k].lower()}
        if words & {"all", "every", "both"}:
            return "all"
        return "some" if words & {"some", "several", "many", "most", "few"} else None

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
        helpers = {a.form[c].lower() for c in a.kids(i, "aux")}
        present = a.feature(i, "Tense") == "Pres" or bool(helpers & {"does", "do", "has", "have", "is", "are", "must", "should", "can"})
        past = a.feature(i, "Tense") == "Past" and not present and self._years_back(event)
        adverbs = {a.form[c].lower() for c in a.kids(i, "advmod")}
        condition = next((a.words(min(a.subtree(c)), max(a.subtree(c)) + 1) for c in a.kids(i, "advcl") if self._is_if(c)), None)
        return _Taken(
            holder=holder, stance=stance, verb=verb, question=question, target=target, trigger=i, tense="past" if past else "current",
            strength="strong" if adverbs & _STRONG else "plain", condition=condition, events=(event.id,) if event else (), statement=statement,
            confidence=confidence,
        )  # fmt: skip

    def _is_if(self, clause: int) -> bool:
        return any(self.a.form[m].lower() in ("if", "unless", "provided") for m in self.a.kids(clause, "mark"))

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
            strength=first.strength, change="reaffirmed" if first.verb in ("reaffirm", "reiterate") else None,
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

    def _statement(self, span: Span) -> Statement | None:
        return next((s for _, a, b, s in self._by_content if a <= span[0] and span[1] <= b), None)

    def _event(self, prop: Proposition) -> Event | None:
        tokens = prop.trigger
        span = (self.a.span[tokens[0]][0], self.a.span[tokens[-1]][1])
        return self._event_at.get(span) or self._event_at.get(self.a.span[prop.head])

    def _span(self, m: ResolvedMention) -> Span:
        return self.a.char_span(m.first, m.last)

    def _span_of(self, k: int) -> Span:
        tokens = [x for x in self.a.subtree(k) if self.a.rel[x] not in ("punct", "acl:relcl")]
        return self.a.span[tokens[0]][0], self.a.span[tokens[-1]][1]


_PRIVATE = frozenset({"CVL", "BUS", "EDU", "MED", "JRN", "UNK"})


def _political(actor: Actor | None) -> bool:
    """Whether an actor's stance is one of politics: a known body, or somebody with a sector that is no private one."""
    return actor is not None and (not actor.id.startswith("~") or bool(actor.group) or bool(set(actor.sectors) - _PRIVATE))


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
