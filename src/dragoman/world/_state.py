"""The working state of one document's resolution: phrases, names at their heads, who was named where.

tokens ──▶ names at heads ──▶ countries named (context) ──▶ one memo: head token → ResolvedMention
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

import msgspec

from dragoman.language.analysis import Analysis, Span
from dragoman.records import Actor
from dragoman.world import _words as words
from dragoman.world._match import Hit, NameEntry
from dragoman.world._world import World, usable_date

_SCENE = 0.8
"""What it adds to a country that something happens there, until the paragraph ends."""
_TELLING = 0.25
"""Weaker signs of a country (an organ that several states have) say nothing of the persons beside them."""
_OTHER_PARAGRAPH, _AGAIN, _QUOTED = 0.7, 0.3, 0.5
"""What a mention is worth from another paragraph, as second of its sentence, inside a quotation."""
_OUTSIDE = frozenset(
    {"case", "mark", "cc", "punct", "conj", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl",
     "advcl", "advcl:relcl", "parataxis", "discourse", "vocative", "dislocated", "cc:preconj", "list", "reparandum", "orphan", "ccomp",
     "appos",
     "acl", "acl:relcl", "advmod"}
)  # fmt: skip
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclasses.dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A noun phrase, pronoun or adjective, and who it is."""

    head: int
    """Token: the syntactic head of the noun phrase."""
    first: int
    last: int
    """Tokens ``[first, last)``: the noun phrase without trailing clauses and punctuation."""
    kind: str
    """``name``, ``metonym``, ``adjective``, ``description``, ``pronoun``, ``role``."""
    type: str
    """``person``, ``organization``, ``state``, ``place``, ``group``, ``document``, ``event``, ``time``, ``thing``."""
    actor: Actor | None
    """Who acts here, as resolved; None when it is nobody, or nobody known."""
    confidence: float
    """In [0, 1]."""
    candidates: tuple[str, ...] = ()
    """Ids that the words may mean as well, likeliest first."""
    why: str = ""
    via: Span | None = None
    """Code points that show whose it is: 'the measure introduced by [French senators]'."""


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """A table's name at its head token."""

    first: int
    last: int
    head: int
    entries: tuple[NameEntry, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class CountryUse:
    """A token that names a country, and how much it says of who governs here."""

    token: int
    sentence: int
    country: str
    weight: float
    scene: bool = False
    """Whether something happens there: 'in Moscow'."""


@dataclasses.dataclass(frozen=True, slots=True)
class Maker:
    """Who made a thing, how surely, and where the text shows it."""

    actor: Actor
    confidence: float
    why: str
    via: Span | None


@dataclasses.dataclass(slots=True)
class Person:
    """Somebody whom the document names."""

    head: int
    name: str
    actor: Actor
    words: tuple[str, ...]
    roles: tuple[str, ...]
    confidence: float
    told: str = ""
    """What the reason adds where a user's own table tells of the person."""
    candidates: tuple[str, ...] = ()
    """For whom the person may act, where neither a date nor a title tells."""


class State:
    """What is known of one document while its mentions are being resolved."""

    def __init__(self, analysis: Analysis, world: World, published: str | None) -> None:
        self.analysis = analysis
        self.world = world
        self.date = usable_date(published) or _dateline_date(analysis.text)
        self.form = analysis.form
        self.lower = [f.lower() for f in analysis.form]
        self.lemma = [lemma.lower() for lemma in analysis.lemma]
        self.upos = analysis.upos
        self.rel = analysis.rel
        self.head = analysis.head
        self.kids = analysis.children
        self.sentence = analysis.sentence_of
        self._phrases: dict[int, tuple[int, int]] = {}
        self._cores: dict[int, list[int]] = {}
        self._before: dict[int, list[str]] = {}
        self._nouns: list[str | None] = [None] * len(self.form)
        self.offices: dict[int, str | None] = {}
        """Longest office by head token, as ``role_of`` found it."""
        self.memo: dict[int, ResolvedMention | None] = {}
        self.busy: set[int] = set()
        self.members: dict[int, tuple[ResolvedMention, ...]] = {}
        self.actors: dict[str, Actor] = {}
        self.persons: dict[int, Person] = {}
        self.fields: set[int] = set()
        """Tokens that name the later fields of an office: 'for Trade, [Fisheries] and the [Sea]'."""
        self.genders: dict[str, str] = {}
        self.surnames: dict[str, Person] = {}
        self.bearers: dict[str, list[Person]] = {}
        """Persons by surname, in the order in which they were found."""
        self.companies: frozenset[str] = frozenset()
        self.extra_names: dict[str, Actor] = {}
        self.named: dict[int, Named] = {}
        self.covered: dict[int, Named] = {}
        self.inner: dict[int, str] = {}
        self.countries: list[CountryUse] = []
        self.sentence_countries: dict[int, list[CountryUse]] = {}
        self.home: dict[str, float] = {}
        """Countries that the whole report is set in, and how much that weighs."""
        self.by_lemma: dict[str, list[int]] = {}
        for i, upos in enumerate(self.upos):
            if upos in ("NOUN", "PROPN"):
                self.by_lemma.setdefault(self.lemma[i], []).append(i)
        self.places = self._place_forms()
        self.organizations: list[tuple[int, str, Actor]] = []
        self.cities: dict[str, str] = {}
        self.makers: dict[int, Maker | None] = {}
        self.things: dict[str, list[int]] = {}
        self.deliberators: list[tuple[int, ResolvedMention]] | None = None
        self.quoted = _inside_quotes(self.form)
        self.chains: dict[int, list[int]] = {}
        for entity in analysis.entities:
            self.chains.setdefault(entity.chain, []).append(entity.head)
        self.resolve: Callable[[int], ResolvedMention | None] = lambda _: None
        self._grouped: tuple[int, dict[tuple[int, str], list[CountryUse]]] = (0, {})
        self._scored: tuple[int, dict[int, dict[str, float]]] = (-1, {})
        self.name_parts: dict[int, list[int]] = {}
        """Tokens of a person's name by head, as ``name_tokens`` found them."""
        self._context: dict[tuple[int, frozenset[str]], tuple[str | None, float]] = {}

    def _place_forms(self) -> frozenset[str]:
        """Names that the document somewhere uses as a place's: 'in Selby', 'the town of Selby', 'Selby province'."""
        out = set()
        for i, upos in enumerate(self.upos):
            if upos != "PROPN" or any(self.rel[c] == "flat" for c in self.kids[i]):
                continue
            case, head = self.case(i), self.head[i]
            after = head >= 0 and self.lemma[head] in words.SETTLEMENTS
            if (case in ("in", "near", "outside", "inside", "across", "throughout") and self.rel[i] in ("obl", "nmod")) or (
                after and (case == "of" or self.rel[i] in ("compound", "appos"))
            ):
                out.add(self.lower[i])
        return frozenset(out)

    # -- phrases ---------------------------------------------------------------------------------------------------------------------

    def case(self, i: int) -> str | None:
        """The preposition of a phrase, lower-cased; the last one that stands before it ('out of' → 'of'), or None."""
        out = None
        for c in self.kids[i]:
            if self.rel[c] == "case" and c < i:
                out = self.lower[c]
        return out

    def child(self, i: int, *rels: str) -> list[int]:
        """Dependents by exact relation."""
        rel = self.rel
        return [c for c in self.kids[i] if rel[c] in rels]

    def phrase(self, i: int) -> tuple[int, int]:
        """Tokens ``[first, last)`` of the noun phrase headed by ``i``, without trailing clauses, appositives and punctuation."""
        known = self._phrases.get(i)
        if known is None:
            known = self._phrases[i] = self._phrase(i)
        return known

    def _phrase(self, i: int) -> tuple[int, int]:
        first = last = i
        for c in self.kids[i]:
            rel = self.rel[c]
            if rel == "case" and c == i + 1 and self.upos[c] == "PART":
                last = max(last, c)
            if rel in _OUTSIDE or (c > i and (rel == "nmod:desc" or self.lemma[c] in words.NOT_AGENTS)):
                continue
            if c < i:
                first = min(first, self._edge(c, -1))
            elif rel not in ("obl", "obl:unmarked", "xcomp", "obj"):
                last = max(last, self._edge(c, 1))
        while last > i and self.rel[last] == "punct":
            last -= 1
        return first, last + 1

    def _edge(self, i: int, side: int) -> int:
        edge, stack = i, [i]
        while stack:
            k = stack.pop()
            edge = max(edge, k) if side > 0 else min(edge, k)
            for c in self.kids[k]:
                rel = self.rel[c]
                if side > 0 and rel in _OUTSIDE and rel not in ("case", "advmod", "conj", "cc", "punct"):
                    continue
                stack.append(c)
        return edge

    def core(self, i: int) -> list[int]:
        """The head and the words that stand before it and belong to it, without determiners and numbers, in order; for a name that is
        ``flat`` also those after."""
        known = self._cores.get(i)
        if known is None:
            known = self._cores[i] = self._core(i)
        return known

    def _core(self, i: int) -> list[int]:
        out = [i]
        for c in self.kids[i]:
            rel = self.rel[c]
            if rel in ("compound", "amod", "nmod:desc", "goeswith", "fixed") and c < i:
                out += [k for k in self._small(c) if k < i]
            elif rel == "flat" or (rel == "compound" and c > i and self.upos[c] == "PROPN"):
                out += self._small(c)
        return sorted(set(out))

    def _small(self, i: int) -> list[int]:
        out, stack = [], [i]
        while stack:
            k = stack.pop()
            out.append(k)
            stack += [
                c for c in self.kids[k] if self.rel[c] in ("compound", "amod", "nmod:desc", "flat", "fixed", "punct", "goeswith", "advmod")
            ]
        return out

    def words_before(self, i: int) -> list[str]:
        """Lemmas of the compounds and adjectives before ``i``, names of states and people left out, with ``i``'s own lemma last.

        Asked only after the table's names are placed, and kept.
        """
        known = self._before.get(i)
        if known is None:
            known = self._before[i] = self._words_before(i)
        return known

    def _words_before(self, i: int) -> list[str]:
        out = []
        for k in self.core(i):
            if k == i or (k < i and k not in self.covered and self.upos[k] in ("NOUN", "PROPN", "ADJ", "VERB") and self.rel[k] != "punct"):
                out.append(self.noun(k))
        return out

    def noun(self, k: int) -> str:
        """The lemma of a noun, in the singular also where the tagger took it for a name ('Affairs')."""
        known = self._nouns[k]
        if known is None:
            known = self._nouns[k] = self._noun(k)
        return known

    def _noun(self, k: int) -> str:
        lemma = self.lemma[k]
        if self.lower[k] in _WHOLE_WORDS:
            return self.lower[k]
        if lemma.endswith("men") and len(lemma) > 4 and self.world.generic(lemma[:-2] + "an") is not None:
            return lemma[:-2] + "an"
        if lemma.endswith("ie") and self.lower[k].endswith("ies") and (lemma[:-2] + "y" in words.ORGANS or self.world.generic(lemma[:-2] + "y")):
            return lemma[:-2] + "y"
        if lemma in ("runner", "elect", "president") and k > 1 and self.form[k - 1] == "-" and self.lower[k - 2] in ("front", "vice"):
            return f"{self.lower[k - 2]}-{lemma}"
        if lemma != self.lower[k] and lemma[-1:] == "e" and self.world.generic(lemma) is None:  # 'coaches' and 'pollster', taken for 'coache', 'pollste'
            for better in (lemma[:-1], self.lower[k], self.lower[k].removesuffix("s")):
                if self.world.generic(better) is not None:
                    return better
        if lemma == self.lower[k] and self.upos[k] == "PROPN" and lemma.endswith("s") and len(lemma) > 4 and lemma[:-1] in words.ROLES:
            return lemma[:-1]
        return lemma

    def text(self, first: int, last: int) -> str:
        return " ".join(self.analysis.words(first, last).split())

    def chars(self, i: int) -> Span:
        """Code points of the noun phrase headed by ``i``."""
        return self.analysis.char_span(*self.phrase(i))

    def slug(self, i: int) -> str:
        """An id of the words: '~opposition-activists' for 'two opposition activists'."""
        keep = [
            k for k in self.core(i)
            if self.upos[k] not in ("NUM", "DET", "PUNCT") and not (self.rel[k] in ("amod", "nummod") and self.lemma[k] in _VAGUE)
        ]  # fmt: skip
        return slug(" ".join(self.form[k] for k in keep))

    # -- countries -------------------------------------------------------------------------------------------------------------------

    def use_country(self, token: int, country: str | None, weight: float) -> None:
        """Remember that ``token`` names ``country``."""
        if country:
            scene = self.case(token) in words.LOCATIVE and not self.quoted[token]
            weight *= _QUOTED if self.quoted[token] else 1.0
            use = CountryUse(token, self.sentence[token], country, weight, scene)
            self.countries.append(use)
            self.sentence_countries.setdefault(use.sentence, []).append(use)

    def context(self, token: int, exclude: frozenset[str] = frozenset(), *, near: bool = False) -> tuple[str | None, float]:
        """Whose country is meant where nothing says so: the country that is named most, and nearest, around ``token``.

        A mention counts less with each sentence between, and half if it comes only later; with ``near`` the last one before in the same
        sentence goes before all. Returns the country and its share in [0, 1].
        """
        here = self.sentence[token]
        if near:
            close = [
                u for u in self.sentence_countries.get(here, ())
                if u.token < token and u.weight >= _TELLING and u.country not in exclude and self.quoted[u.token] == self.quoted[token]
            ]  # fmt: skip
            if close:
                return close[-1].country, 0.6
        known = self._context.get((here, exclude))
        if known is None:
            known = self._context[here, exclude] = self._weigh(here, exclude)
        return known

    def _weigh(self, here: int, exclude: frozenset[str]) -> tuple[str | None, float]:
        score = self.scores(here)
        for country in exclude:
            score.pop(country, None)
        if not score:
            return None, 0.0
        best = max(score, key=lambda c: score[c])
        return best, score[best] / sum(score.values())

    def scores(self, here: int) -> dict[str, float]:
        """How much the document speaks of each country around sentence ``here``; higher is more. A copy, to be changed freely."""
        if len(self.countries) != self._scored[0]:
            self._scored = len(self.countries), {}
        known = self._scored[1].get(here)
        if known is None:
            known = self._scored[1][here] = self._score(here)
        return dict(known)

    def _score(self, here: int) -> dict[str, float]:
        score = dict(self.home)
        paragraph = self.analysis.paragraph
        for (sentence, country), uses in self._by_sentence().items():
            later, same = sentence > here, paragraph[sentence] == paragraph[here]
            near = 0.75 ** abs(sentence - here) * (1.0 if same else _OTHER_PARAGRAPH) + 0.3
            if same and not later and any(u.scene for u in uses):
                near += _SCENE
            weights = [u.weight for u in uses]
            weight = max(weights) + _AGAIN * (sum(weights) - max(weights))
            score[country] = score.get(country, 0.0) + weight * near * (0.6 if later else 1.0)
        return score

    def _by_sentence(self) -> dict[tuple[int, str], list[CountryUse]]:
        if len(self.countries) != self._grouped[0]:
            grouped: dict[tuple[int, str], list[CountryUse]] = {}
            for use in self.countries:
                grouped.setdefault((use.sentence, use.country), []).append(use)
            self._grouped = len(self.countries), grouped
        return self._grouped[1]

    # -- actors ----------------------------------------------------------------------------------------------------------------------

    def keep(self, actor: Actor) -> Actor:
        """Register an actor; the same words for another country's people get an id of their own."""
        known = self.actors.get(actor.id)
        if known is not None and actor.id.startswith("~") and known.country != actor.country:
            actor = msgspec.structs.replace(actor, id=f"{actor.id}-{(actor.country or 'any').lower()}")
            known = self.actors.get(actor.id)
        if known is not None and (not actor.id.startswith("~") or known == actor or len(known.sectors) > len(actor.sectors)):
            return known
        self.actors[actor.id] = actor
        return actor


_WHOLE_WORDS = frozenset({"lower", "upper", "customs", "statistics", "sports", "arms", "securities", "telecoms", "drugs", "armed", "united"})
"""Words that name an agent only in this form: 'the [lower] house', 'a [customs] post'."""
_VAGUE = frozenset({"several", "many", "some", "few", "other", "more", "most", "such", "various", "numerous", "same", "certain", "own",
                    "first",
                    "second", "last", "new", "leading", "top", "major", "key"})  # fmt: skip


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = "|".join(_MONTHS)
_DATELINE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d\d?)|(?P<day2>\d\d?) (?P<month2>{_MONTH})),? (?P<year>\d{{4}})",
    re.IGNORECASE,
)
_HEAD = 300
"""Code points in which a report that comes without a date may begin with its day: 'Friday, September 9, 2016'."""


def _dateline_date(text: str) -> str | None:
    found = _DATELINE.search(text[:_HEAD])
    if found is None:
        return None
    month = _MONTHS.index((found["month"] or found["month2"]).lower()) + 1
    return usable_date(f"{found['year']}-{month:02}-{int(found['day'] or found['day2']):02}")


def _inside_quotes(form: Sequence[str]) -> list[bool]:
    """Per token, whether it stands between quotation marks; straight ones alternate."""
    out, inside = [], False
    for f in form:
        if f in ("“", "``", "«"):
            inside = True
        elif f in ("”", "''", "»"):
            inside = False
        elif f == '"':
            inside = not inside
        out.append(inside)
    return out


def slug(name: str) -> str:
    """``~`` and the words in lower case, ASCII, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"^(the|a|an) ", "", plain.strip())
    made = _NOT_WORDS.sub("-", plain).strip("-")
    return "~" + (made or "unnamed")


def place_names(hits: Iterable[Hit], analysis: Analysis) -> list[Named]:
    """Names as token ranges with their heads; a name that starts or ends inside a token ('pro-Armenian') is left out."""
    starts = [s for s, _ in analysis.span]
    ends = [e for _, e in analysis.span]
    out = []
    for hit in hits:
        first = bisect_right(starts, hit.start) - 1
        last = bisect_left(ends, hit.end) + 1
        if first < 0 or last > len(starts) or starts[first] > hit.start:
            continue
        inside = starts[first] < hit.start or ends[last - 1] > hit.end
        if inside and not _hyphen_edge(analysis.text, starts[first], ends[last - 1], hit):
            continue
        out.append(Named(first, last, head_of(analysis.head, first, last), hit.entries))
    return out


def _hyphen_edge(text: str, start: int, end: int, hit: Hit) -> bool:
    """'Russian-backed' as one token may hold a name before its hyphen; 'pro-Armenian' holds none; 'Franco-German' would."""
    if text[start : hit.start].lower() in ("pro-", "anti-", "non-", "ex-", "post-", "pre-"):
        return False
    return text[end - 1] in ".'" and hit.end == end - 1


def head_of(head: Sequence[int], first: int, last: int) -> int:
    """The token of ``[first, last)`` that hangs on a token outside; the last of several, unless they hang on each other."""
    out = [i for i in range(first, last) if not first <= head[i] < last]
    return out[-1] if out else last - 1
