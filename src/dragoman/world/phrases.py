"""Who is meant by a mention that stands alone: 'former President Nursultan Nazarbayev', 'Somalia state news agency'.

    former  President  Nursultan  Nazarbayev          a small parser of noun phrases gives the tree that a document would have,
    amod ─▶ nmod:desc ─▶ [head] ◀─ flat               and the document's rules read it

No language model is needed, so that tables of mentions resolve at the speed of the rules.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from dragoman.language.analysis import Analysis, Entity, Span
from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._match import plain
from dragoman.world._world import World
from dragoman.world.mentions import Mentions, ResolvedMention, resolve_mentions

_TOKEN = re.compile(r"(?:[A-Z]\.)+|\b[A-Z][a-z]{0,4}\.(?=\s)|'s\b|[^\W_]+(?:\.[^\W_]+|'(?!s\b)[^\W_]+)*|[^\w\s]")
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "all", "both", "its", "his", "her",
                          "their", "no", "any", "each", "every", "other"})  # fmt: skip
_PREPOSITIONS = frozenset({"of", "in", "from", "for", "to", "at", "on", "near", "with", "by", "against", "inside", "outside", "within",
                           "under",
                           "across", "throughout", "among", "between"})  # fmt: skip
_STOPPERS = frozenset({"who", "which", "whose", "that", "said", "says"})
_ADJECTIVES = frozenset({"former", "ex", "late", "deposed", "ousted", "senior", "new", "old", "acting", "interim", "armed", "ethnic",
                         "local",
                         "national", "federal", "foreign", "military", "naval", "religious", "political", "human", "black", "white",
                         "young",
                         "high", "top", "chief", "deputy", "vice", "constitutional", "supreme", "central", "presidential", "parliamentary",
                         "official", "international", "unidentified", "suspected", "alleged", "masked", "jailed", "exiled",
                         "retired"})  # fmt: skip
_JOINERS = frozenset({"bin", "ibn", "al", "el", "van", "von", "de", "da", "di", "del", "dos", "der", "den", "la", "le", "du", "-", "'"})
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "hundreds",
                      "thousands",
                      "dozens", "dozen", "hundred", "thousand"})  # fmt: skip
_IRREGULAR = {"men": "man", "women": "woman", "gunmen": "gunman", "policemen": "policeman", "spokesmen": "spokesman", "children": "child",
              "people": "people", "police": "police", "forces": "force", "militias": "militia", "news": "news",
              "congressmen": "congressman",
              "fishermen": "fisherman", "servicemen": "serviceman", "businessmen": "businessman", "affairs": "affairs"}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention alone means."""

    actor: Actor | None
    """None where the words name nobody that can act."""
    confidence: float
    """In [0, 1]."""
    why: str
    candidates: tuple[str, ...]


def resolve_phrase(text: str, date: str | None, context: str | None, world: World) -> Resolution:
    """Resolve one mention without a parser.

    Args:
        text: The mention, a noun phrase.
        date: ISO date at which offices are looked up, or None.
        context: Words around it (a sentence, a country), used only where the mention doesn't say whose it is.
        world: Tables and matcher.
    """
    tokens = _tokenize(text)
    if not tokens:
        return Resolution(None, 0.0, "no words", ())
    tree = _Phrase(tokens, world)
    tree.parse()
    analysis = tree.analysis(context or "")
    mentions = resolve_mentions(analysis, world, date)
    best = _best(mentions, tree.head)
    if best is None or best.actor is None:
        shown = best.candidates if best is not None else ()
        return Resolution(None, 0.0, best.why if best is not None else "no name and no word for an actor", shown)
    return Resolution(best.actor, round(best.confidence, 3), best.why, best.candidates)


def _best(mentions: Mentions, head: int) -> ResolvedMention | None:
    found = mentions.resolve(head)
    return found[0] if found else mentions.at(head)


def _tokenize(text: str) -> list[str]:
    simple = plain(text).strip(" \"“”'()[]")
    if simple.isupper() and len(simple.split()) > 1:
        simple = simple.title()  # 'POLICE (KENYA)' in coded tables; names in capitals stay names
    return _TOKEN.findall(simple)


class _Phrase:
    """A noun phrase read left to right: chunks between prepositions and commas, the first one's head is the phrase's."""

    def __init__(self, tokens: Sequence[str], world: World) -> None:
        self.form = list(tokens)
        self.world = world
        n = len(tokens)
        self.lemma = [t.lower() for t in tokens]
        self.upos = ["X"] * n
        self.feats = ["_"] * n
        self.up = [-1] * n
        self.rel = ["dep"] * n
        self.head = 0
        self.in_name = self._names()
        self.fixed: set[int] = set()
        self.organization = False

    def _names(self) -> dict[int, tuple[int, int, str]]:
        """Tokens inside names of the table: first, last, kind."""
        text, spans = _join(self.form)
        starts = {a: i for i, (a, _) in enumerate(spans)}
        ends = {b: i for i, (_, b) in enumerate(spans)}
        out: dict[int, tuple[int, int, str]] = {}
        for hit in self.world.matcher.find(text):
            if hit.start in starts and hit.end in ends:
                first, last = starts[hit.start], ends[hit.end] + 1
                for k in range(first, last):
                    out[k] = (first, last, hit.entries[0].kind)
        return out

    def parse(self) -> None:
        """Fill tags and tree."""
        for i in range(len(self.form)):
            self._tag(i)
        self._fixed_offices()
        chunks = self._chunks()
        anchor = -1
        for number, (first, last, case, comma) in enumerate(chunks):
            if first >= last:
                continue
            head = self._chunk(first, last)
            if number == 0 or anchor < 0:
                anchor = self.head = head
            else:
                owned = last < len(self.form) and self.form[last] == "'s"
                self.up[head] = anchor
                self.rel[head] = "nmod" if case >= 0 else "appos" if comma else "dep"
                if case >= 0:
                    self.up[case], self.rel[case] = head, "case"
                if not owned and comma:
                    anchor = head if self.upos[head] == "NOUN" else anchor
        self._possessives()
        self.rel[self.head] = "nsubj"
        for i in range(len(self.form)):
            if self.up[i] < 0 and i != self.head:
                self.up[i] = self.head
                if self.upos[i] == "PUNCT":
                    self.rel[i] = "punct"

    def _fixed_offices(self) -> None:
        """'Secretary of State', 'Ministry of Defence' hang together across their 'of'."""
        for i in range(1, len(self.form) - 1):
            if self.lemma[i] != "of" or i in self.in_name:
                continue
            for end in (i + 3, i + 2):
                tail = " ".join(self.lemma[i + 1 : end])
                whole = f"{self.lemma[i - 1]} of {tail}"
                if end <= len(self.form) and (whole in words.ROLES or whole in words.ORGANS or whole in words.OFFICES):
                    top = end - 1
                    self.up[i], self.rel[i] = top, "case"
                    self.up[top], self.rel[top] = i - 1, "nmod"
                    for k in range(i + 1, top):
                        self.up[k], self.rel[k] = top, "amod"
                    for k in range(i + 1, end):
                        self.upos[k] = "NOUN"
                    self.fixed |= set(range(i, end))
                    break

    def _possessives(self) -> None:
        for i, form in enumerate(self.form):
            if form == "'s" and 0 < i < len(self.form) - 1:
                owner = i - 1
                while (
                    self.up[owner] >= 0
                    and self.up[owner] < i
                    and owner != self.up[owner]
                    and self.rel[owner] in ("flat", "amod", "compound")
                ):
                    owner = self.up[owner]
                head = self._next_head(i + 1)
                self.up[i], self.rel[i], self.upos[i] = owner, "case", "PART"
                if head >= 0:
                    if self.head == owner:
                        self.head = head
                        self.up[head] = -1
                    self.up[owner], self.rel[owner] = head, "nmod:poss"

    def _next_head(self, i: int) -> int:
        for k in range(i, len(self.form)):
            if self.up[k] < i and (self.rel[k] in ("dep", "nsubj", "appos", "root") and self.upos[k] in ("NOUN", "PROPN")):
                return k
        return -1

    def _tag(self, i: int) -> None:
        form, low = self.form[i], self.lemma[i]
        single = _IRREGULAR.get(low) or self._singular(low)
        if i in self.in_name:
            kind = self.in_name[i][2]
            self.upos[i] = "ADJ" if kind == "adjective" else "PROPN"
        elif not any(c.isalnum() for c in form):
            self.upos[i] = "PUNCT"
        elif i > 1 and self.form[i - 1] == "-" and self.form[i - 2][:1].isupper() and self.upos[i - 2] == "PROPN" and low.isalpha():
            self.upos[i] = "PROPN" if not self._is_known(single) else "NOUN"  # 'Moon Jae-in'
        elif low in _DETERMINERS:
            self.upos[i] = "DET"
        elif low in _PREPOSITIONS:
            self.upos[i] = "ADP"
        elif low in ("and", "or"):
            self.upos[i] = "CCONJ"
        elif form[0].isdigit() or (low in _NUMBERS and not (i + 1 < len(self.form) and self.lemma[i + 1] == "of")):
            self.upos[i] = "NUM"
        elif low in _ADJECTIVES:
            self.upos[i] = "ADJ"
        elif self._surname(i, single):
            self.upos[i] = "PROPN"
        elif self._is_known(single):
            self.upos[i] = "NOUN"
            self.lemma[i] = single
            if single != low or low in ("police", "people"):
                self.feats[i] = "Number=Plur"
        elif form[:1].isupper():
            self.upos[i] = "PROPN"
        elif low.endswith(("ed", "ing", "ous", "ish", "ese", "ical", "ive")):
            self.upos[i] = "ADJ"
        else:
            self.upos[i], self.lemma[i] = "NOUN", single

    def _surname(self, i: int, lemma: str) -> bool:
        """'Robin [Cook]': a trade after a given name is a surname."""
        given = i > 0 and self.upos[i - 1] == "PROPN" and i - 1 not in self.in_name
        trade = self.world.generic(lemma)
        return given and self.form[i][:1].isupper() and lemma == self.lemma[i] and trade is not None and trade[0] in (("CVL",), ("LAB",), ("AGR",))

    def _is_known(self, lemma: str) -> bool:
        return (
            lemma in words.ORGANS or lemma in words.ROLES or lemma in words.PEOPLE_HEADS or lemma in words.PARTITIVES
            or lemma in words.MODIFIER_SECTORS or lemma in words.HONORIFICS or lemma in words.STATE_MEDIA or lemma in words.THINGS
            or self.world.generic(lemma) is not None
        )  # fmt: skip

    def _singular(self, low: str) -> str:
        for ending, instead in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
            if low.endswith(ending) and len(low) > len(ending) + 1:
                made = low[: -len(ending)] + instead
                if self._is_known(made):
                    return made
        return low

    def _chunks(self) -> list[tuple[int, int, int, bool]]:
        """First, last, preposition (or -1), whether a comma or bracket opens it."""
        out: list[tuple[int, int, int, bool]] = []
        first, case, comma = 0, -1, False
        for i, form in enumerate(self.form):
            inside = i in self.in_name and self.in_name[i][0] < i
            if inside or i in self.fixed:
                continue
            if self.lemma[i] in _STOPPERS and i:
                out.append((first, i, case, comma))
                return out
            if self.upos[i] == "ADP" or form in (",", "(", "'s", ";", ":") or self.upos[i] == "CCONJ":
                out.append((first, i, case, comma))
                first, case, comma = i + 1, i if self.upos[i] == "ADP" else -1, form in (",", "(", ";", ":")
        out.append((first, len(self.form), case, comma))
        return out

    def _chunk(self, first: int, last: int) -> int:
        """Tree of ``[first, last)`` without prepositions; returns its head."""
        inner = [i for i in range(first, last) if (self.upos[i] != "PUNCT" or self.form[i] == "-") and i not in self.fixed]
        content = [i for i in inner if self.upos[i] not in ("DET", "PUNCT")]
        if not content:
            return first
        name = self._person(content)
        head = name[0] if name else content[-1]
        if not name and first == 0 and self.upos[head] == "PROPN" and sum(self.form[i][0].isupper() for i in content) > 1:
            self.organization = head not in self.in_name
            for i in content:  # a name of several capitalized words is one name
                if i not in self.in_name and self.form[i][0].isupper() and self.organization:
                    self.upos[i] = "PROPN"
        if not name and self.upos[head] == "ADJ" and head not in self.in_name:
            self.upos[head] = "NOUN"
        for i in inner:
            if i == head:
                continue
            self.up[i] = head
            if i in name:
                self.rel[i] = "flat"
            elif self.upos[i] == "DET":
                self.rel[i] = "det"
            elif self.upos[i] == "NUM":
                self.rel[i] = "nummod"
            elif self.form[i] == "-":
                self.rel[i], self.up[i] = "punct", head
            elif self.upos[i] == "ADJ":
                self.rel[i] = "amod"
            else:
                self.rel[i] = "compound"
        for start, end, _ in set(self.in_name.values()):  # a name hangs together
            if first <= start and end <= last and end - start > 1:
                top = head if start <= head < end else end - 1
                for k in range(start, end):
                    if k != top:
                        self.up[k] = top
        if name:
            self._title(inner, name)
        return head

    def _title(self, inner: Sequence[int], name: Sequence[int]) -> None:
        """The office before a person's name carries the words before it."""
        before = [i for i in inner if i < name[0] and self.upos[i] not in ("PUNCT", "DET")]
        offices = [i for i in before if self.upos[i] in ("NOUN", "PROPN") and (self.lemma[i] in words.ROLES or self.lemma[i] in words.RUNNING)]
        if not offices:
            return
        top = offices[-1]
        self.rel[top] = "nmod:desc"
        for i in before:
            if i < top and self.up[i] == name[0]:
                self.up[i] = top

    def _person(self, content: Sequence[int]) -> list[int]:
        """The tokens at the end of a chunk that are a person's name, or []."""
        run: list[int] = []
        for i in reversed(content):
            if i in self.in_name or not (self.upos[i] == "PROPN" or self.lemma[i] in _JOINERS):
                break
            if self.lemma[i] in words.NAME_SECTORS:
                return []
            run.insert(0, i)
        while run and content.index(run[0]) > 0:  # a given name that is also a place's: 'Jordan Smith' after a title
            given = content[content.index(run[0]) - 1]
            inside = self.in_name.get(given)
            if inside is None or inside[1] - inside[0] > 1 or inside[2] in ("adjective", "demonym") or given == content[0]:
                break
            title = self.lemma[content[content.index(given) - 1]]
            if title not in words.ROLES and title not in words.HONORIFICS:
                break
            run.insert(0, given)
            del self.in_name[given]
        while run and self.lemma[run[0]] in _JOINERS and self.lemma[run[0]] not in ("al", "el"):
            run.pop(0)
        before = [i for i in content if not run or i < run[0]]
        titled = bool(before) and (self.lemma[before[-1]] in words.ROLES or self.lemma[before[-1]] in words.HONORIFICS)
        name = " ".join(self.form[i] for i in run)
        if not run or not (titled or self.world.people(name) or (len(run) > 1 and not any(self.form[i].isupper() for i in run))
                           or self.world.with_surname(name)):  # fmt: skip
            return []
        return run

    def analysis(self, context: str) -> Analysis:
        """The phrase as subject of 'said', and the context's words as a sentence of loose words after it."""
        form, lemma, upos, feats = [*self.form, "said"], [*self.lemma, "say"], [*self.upos, "VERB"], [*self.feats, "_"]
        verb = len(self.form)
        up = [*(verb if i == self.head else h for i, h in enumerate(self.up)), -1]
        rel = [*self.rel, "root"]
        entities: tuple[Entity, ...] = ()
        if self.organization:
            entities = (Entity(self.head, self.head + 1, self.head, "organization", 0),)
        text, spans = _join(form)
        sentences: list[Span] = [(0, len(form))]
        loose = _tokenize(context)
        if loose:
            rest, places = _join(loose)
            base, start = len(text) + 1, len(form)
            spans += [(a + base, b + base) for a, b in places]
            text += "\n" + rest
            form += loose
            lemma += [t.lower() for t in loose]
            upos += ["X"] * len(loose)
            feats += ["_"] * len(loose)
            up += [-1] * len(loose)
            rel += ["dep"] * len(loose)
            sentences.append((start, len(form)))
        return Analysis(text=text, form=form, span=spans, lemma=lemma, upos=upos, xpos=["_"] * len(form), feats=feats, head=up, rel=rel,
                        sentences=sentences, paragraph=[0] * len(sentences), entities=entities)  # fmt: skip


def _join(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Words with the spaces that English writes, and where each stands."""
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    for k, token in enumerate(tokens):
        tight = token in ("'s", ",", ".", ";", ":", ")", "-") or (k and tokens[k - 1] in ("-", "("))
        if k and not tight:
            out.append(" ")
            at += 1
        out.append(token)
        spans.append((at, at + len(token)))
        at += len(token)
    return "".join(out), spans
