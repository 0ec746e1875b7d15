"""Statements: who says, believes, intends, favours or decrees what, nested to any depth.

    tree      cues and their complements ──▶ reports ─┐
    marks     quotations ────────────────────────────┼─▶ drafts ──▶ clip and nest ──▶ statements
    layout    paragraphs: who goes on speaking ──────┘

Neither the tree nor the marks are trusted alone. A complement that overlaps a quotation takes all of it; a quotation that no complement
reaches goes to the nearest cue, then to who spoke last in its paragraph, then to who spoke in the paragraph before. Quoted words that no
cue takes and that are no sentence are scare quotes, and no statement.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from dragoman import records
from dragoman.coding import _nesting
from dragoman.coding._cues import CueFrame, CueLexicon
from dragoman.coding._quotes import Quotation, find_quotations
from dragoman.coding._reports import Report, ReportReader, runs
from dragoman.language.analysis import Analysis

Span = tuple[int, int]

__all__ = ["CueLexicon", "MentionIndex", "MentionLike", "NoMentions", "find_statements"]

_ENDS = ".,!?…;:-–—"
_PHRASE_BREAKS = frozenset(
    {"acl", "acl:relcl", "appos", "parataxis", "advcl", "advcl:relcl", "conj", "cc", "case", "mark", "punct", "discourse", "ccomp", "dep"}
)
_DATE_PATH = frozenset({"obl", "nmod", "acl", "advmod", "nummod", "compound", "case", "det", "amod", "flat", "fixed", "obj", "appos", "punct", "goeswith"})
_OCCASIONS = frozenset({"after", "following", "before", "amid", "during", "ahead", "at"})
_RELATIVE_TIMES = frozenset({"after", "before", "since", "until", "following", "ahead", "despite", "about", "of"})
_IN_VENUE = frozenset({"in", "at", "during", "on", "to", "via", "through", "by", "before"})
_REACH_AFTER, _REACH_BEFORE = 9, 12
_TRANSCRIPT = 3
"""So many labelled paragraphs make a transcript, in which unlabelled paragraphs between two labels belong to the first."""
_LONGEST_TURN = 5
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


class MentionLike(Protocol):
    """What statements need to know of a resolved mention."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def actor(self) -> records.Actor | None: ...
    @property
    def via(self) -> Span | None: ...


class MentionIndex(Protocol):
    """Resolved mentions by token (see ``dragoman.world``)."""

    def resolve(self, token: int) -> Sequence[MentionLike]:
        """The actors named by the noun phrase headed at ``token``, coordination split; empty where nobody is known."""
        ...


class NoMentions:
    """An index that knows nobody: speakers are then noun phrases without an actor."""

    def resolve(self, token: int) -> Sequence[MentionLike]:
        return ()


def find_statements(
    analysis: Analysis,
    mentions: MentionIndex,
    cues: CueLexicon,
    published: str | None = None,
    times: Sequence[records.TimeExpression] = (),
) -> tuple[records.Statement, ...]:
    """Return the statements of a document, in text order, with ids ``s1``, ``s2``, ...

    Args:
        analysis: The document.
        mentions: Who the noun phrases are.
        cues: The reporting words.
        published: The document's date; not used to date a statement that its own clause does not date.
        times: Time expressions, for the date on which something was said.

    Returns:
        Statements; each child's whole extent lies inside its parent's content.
    """
    if not len(analysis):
        return ()
    return _Finder(analysis, mentions, cues, times).find()


@dataclasses.dataclass(slots=True)
class _Draft:
    """A statement in the making."""

    report: Report | None
    frame: CueFrame
    speakers: tuple[int, ...]
    """Heads of the speakers' noun phrases."""
    tokens: set[int] = dataclasses.field(default_factory=set)
    """Content that the tree gave."""
    quotes: list[int] = dataclasses.field(default_factory=list)
    direct: bool = False
    """The content is what the quotation marks hold, whatever else the tree hangs on it."""
    certainty: float = 1.0
    follows: _Draft | None = None
    """The statement that this one goes on from, without a cue of its own."""
    label: Span | None = None
    """Tokens of a transcript's speaker label."""
    colon: int | None = None
    content: tuple[Span, ...] = ()


class _Finder:
    def __init__(self, analysis: Analysis, mentions: MentionIndex, cues: CueLexicon, times: Sequence[records.TimeExpression]) -> None:
        self.doc, self.mentions, self.lexicon, self.times = analysis, mentions, cues, times
        self.quotes = find_quotations(analysis.text, self.paragraph_spans)
        self.starts = [s for s, _ in analysis.span]
        self.members = [self._tokens_in(q) for q in self.quotes]
        self.container: list[int | None] = [None] * len(analysis)
        for k, members in enumerate(self.members):  # outer before inner, so that the inner one stays
            for i in members:
                self.container[i] = k
        self.owner: dict[int, _Draft] = {}
        self.dates: dict[int, records.When | None] = {}
        self.reader = ReportReader(analysis, cues, lambda i: self.container[i])

    # ------------------------------------------------------------------ layout
    @cached_property
    def paragraph_spans(self) -> list[Span]:
        out: list[Span] = []
        last = -1
        for k, (a, b) in enumerate(self.doc.sentences):
            start, end = self.doc.char_span(a, b)
            if self.doc.paragraph[k] == last:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
                last = self.doc.paragraph[k]
        return out

    def _tokens_in(self, q: Quotation) -> range:
        first = bisect.bisect_left(self.starts, q.start)
        last = bisect.bisect_left(self.starts, q.end)
        return range(first, last)

    def _paragraph(self, token: int) -> int:
        return self.doc.paragraph[self.doc.sentence_of[token]]

    def _words(self, q: int) -> int:
        return sum(self.doc.upos[i] not in ("PUNCT", "SYM") for i in self.members[q])

    def _complete(self, q: int) -> bool:
        """Does the quotation end as a clause ends: with punctuation in it, or right after it?"""
        text, (start, end) = self.doc.text, self.quotes[q].span
        inner = text[start:end].rstrip("\"”»'’ \n")
        after = text[end : end + 1]
        return (bool(inner) and inner[-1] in _ENDS) or after in (",", ".", ";", "")

    def _standalone(self, q: int) -> bool:
        """Is it quoted speech by its own form, not a few words taken up?"""
        members = self.members[q]
        words = [i for i in members if self.doc.upos[i] != "PUNCT"]
        if len(words) < 2 or not self._complete(q):
            return False
        start = self.quotes[q].start
        before = self.doc.text[max(0, start - 3) : start].rstrip()
        sentence = self.doc.sentences[self.doc.sentence_of[members[0]]][0]
        joined = members[0] == sentence + 1 and self.doc.upos[sentence] == "CCONJ"
        opens = members[0] == sentence or joined or not before or before[-1] in ",:;—–-.?!”\"'’"
        verb = any(self.doc.upos[i] in ("VERB", "AUX") for i in words)
        return opens and (verb or self.doc.form[words[0]][:1].isupper()) and (len(words) >= 3 or verb)

    # ------------------------------------------------------------------ the whole
    def find(self) -> tuple[records.Statement, ...]:
        drafts = [self._draft(r) for r in self.reader.read()]
        self._take_introduced(drafts)
        self._take_overlapping(drafts)
        self._borrow_speakers(drafts)
        self._take_near(drafts)
        self._join_interrupted(drafts)
        drafts = [d for d in drafts if d.tokens or d.quotes]
        drafts += self._go_on(drafts)
        drafts += self._transcript(drafts)
        for d in drafts:
            d.content = self._content(d)
        drafts = self._fit([d for d in drafts if d.content])
        return self._records(drafts)

    def _draft(self, r: Report) -> _Draft:
        return _Draft(r, r.frame, r.speakers, self._within_quotation(r), certainty=r.certainty)

    def _within_quotation(self, r: Report) -> set[int]:
        """Content of a cue in a quotation ends with that quotation."""
        box = self.container[r.head]
        if box is None or r.root is None or not self._holds(box, r.root) or self._words(box) < 4:
            return r.content
        members = self.members[box]
        return {i for i in r.content if members.start <= i < members.stop}

    def _holds(self, q: int, token: int) -> bool:
        return self.members[q].start <= token < self.members[q].stop

    # ------------------------------------------------------------------ quotations to cues
    def _take_introduced(self, drafts: list[_Draft]) -> None:
        """A quotation right after a cue and a comma or colon, or closed right before 'she said', is what was said, whatever the tree says."""
        for d in drafts:
            r = d.report
            if r is None or not ({"that", "quote"} & r.takes) or r.frame.cls != "speech":
                continue
            for q, members in enumerate(self.members):
                if q in self.owner or self.quotes[q].outer != self.container[r.head] or self._holds(q, r.head) or not self._complete(q):
                    continue
                introduced = members.start == r.cue[1] + 1 and self.doc.form[r.cue[1]] in (",", ":")
                if (introduced or (self._standalone(q) and self._answers(members.stop, r))) and not (
                    d.tokens & set(members) and not self._overreaches(d, q) and not self._within(d, q)
                ):
                    d.tokens, d.direct = set(), True
                    d.quotes.append(q)
                    self.owner[q] = d

    def _answers(self, stop: int, r: Report) -> bool:
        """Does the clause of the cue, subject and verb in either order, begin where the quotation ends?"""
        if (
            stop >= len(self.doc)
            or self.doc.sentence_of[stop] != self.doc.sentence_of[stop - 1]
            or self.doc.rel[r.head] in ("advcl", "acl", "xcomp")
            or (self.doc.rel[r.head] == "conj" and not self.doc.kids(r.head, "nsubj"))  # 'he said, and swore that': not what he swore
        ):
            return False
        first = min([r.head, *(t for s in r.speakers for t in range(*self._noun_phrase(s)))])
        return stop == first and r.head - stop <= _REACH_AFTER

    def _within(self, d: _Draft, q: int) -> bool:
        """Is all that the tree gives, and less than the whole, in the quotation?"""
        words = [i for i in d.tokens if self.doc.upos[i] != "PUNCT"]
        return len(words) < self._words(q) and all(self._holds(q, i) for i in words)

    def _overreaches(self, d: _Draft, q: int) -> bool:
        """Does the tree's content begin before the quotation, in the reporter's words?"""
        words = [i for i in d.tokens if self.doc.upos[i] != "PUNCT"]
        return bool(words) and min(words) < self.members[q].start and not any(self._holds(k, min(words)) for k in range(len(self.quotes)))

    def _borrow_speakers(self, drafts: list[_Draft]) -> None:
        """'"...," she said, adding that': when the tree hangs 'adding' in the quotation, its speaker is the quotation's."""
        for d in drafts:
            if d.report is None or not d.speakers:
                continue
            box = self.container[d.speakers[0]]
            if box is not None and box != self.container[d.report.head] and box in self.owner and self.owner[box] is not d:
                d.speakers = self.owner[box].speakers

    def _take_overlapping(self, drafts: list[_Draft]) -> None:
        for d in drafts:
            r = d.report
            if r is None or not d.tokens:
                continue
            box = self.container[r.head]
            words = {i for i in d.tokens if self.doc.upos[i] != "PUNCT"}
            for q, members in enumerate(self.members):
                if self.quotes[q].outer != box or self._holds(q, r.head) or not words.intersection(members):
                    continue
                taken = self.owner.get(q)
                if taken is not None and taken.report is not None and taken.report.head not in d.tokens:
                    continue
                if any(self._holds(q, s) for s in d.speakers) or not self._mostly(q, words, r):
                    continue
                d.quotes.append(q)
                self.owner.setdefault(q, d)
            rooted = [q for q in d.quotes if r.root is not None and self._holds(q, r.root)]
            if rooted and words and r.take in ("that", "quote"):
                first = min(words)
                d.direct = any(self._holds(q, first) for q in d.quotes) and all(self._complete(q) for q in rooted)

    def _mostly(self, q: int, words: set[int], r: Report) -> bool:
        """Is the quotation's part of the cue's sentence content, or its head?"""
        if r.root is not None and self._holds(q, r.root):
            return True
        sentence = self.doc.sentence_of[r.head]
        here = [i for i in self.members[q] if self.doc.sentence_of[i] == sentence and self.doc.upos[i] != "PUNCT"]
        return bool(here) and sum(i in words for i in here) * 2 >= len(here)

    def _take_near(self, drafts: list[_Draft]) -> None:
        """Quotations that no complement reached go to the nearest cue of saying, in the sentence or across a colon."""
        for q in range(len(self.quotes)):
            if q in self.owner or not self._words(q):
                continue
            best: tuple[float, _Draft] | None = None
            for d in drafts:
                gap = self._gap(q, d)
                if gap is not None and (best is None or gap < best[0]):
                    best = gap, d
            if best is not None:
                d = best[1]
                if not d.tokens and d.report is not None and not d.quotes:
                    d.direct = bool({"that", "quote"} & d.report.takes) and self._standalone(q)
                    if not d.direct:
                        d.tokens = self._phrase_around(q, d.report.head) - set(d.speakers)
                    if not d.direct and {"small", "obl:as"} & d.report.takes:
                        d.tokens |= {t for k in self.doc.kids(d.report.head, "obj") for t in self.doc.subtree(k)} - set(d.speakers)
                d.quotes.append(q)
                d.quotes.sort()
                self.owner[q] = d

    def _phrase_around(self, q: int, cue: int) -> set[int]:
        """The cue's dependent that the quoted words are part of, without its preposition."""
        for k in self.doc.children[cue]:
            tree = set(self.doc.subtree(k))
            if k > cue and self.doc.rel[k].startswith(("obj", "obl", "xcomp", "ccomp")) and tree.issuperset(self.members[q]):
                return tree - set(self.doc.kids(k, "case"))
        return set()

    def _join_interrupted(self, drafts: list[_Draft]) -> None:
        """'"The bridge," X said, "is unsafe. We know it," he added, "and we wait."': one quotation, whoever counts its cues."""
        ordered = sorted((d for d in drafts if d.quotes and d.report is not None), key=lambda d: d.report.head if d.report else 0)
        for first, second in itertools.pairwise(ordered):
            a, b = first.report, second.report
            if a is None or b is None or self._level(first) != self._level(second) or len(b.speakers) != 1 or self.doc.upos[b.speakers[0]] != "PRON":
                continue
            shared = set(first.quotes) & set(second.quotes)
            between = [q for q in range(len(self.quotes)) if self.quotes[q].outer == self._level(second) and a.head < self.members[q].start < b.head]
            opens = [q for q in first.quotes if self.members[q].stop <= a.head]
            if not opens or len(between) != 1 or not (shared or between[0] in second.quotes):
                continue
            if not all(self.doc.upos[i] == "PUNCT" or any(self._holds(q, i) for q in (*opens, *between)) for i in first.tokens):
                continue
            before, middle = self.quotes[max(opens)], self.quotes[between[0]]
            ends = self.doc.text[before.start : before.end].rstrip("\"”»'’ ")[-1:]
            opener = next((i for i in self.members[between[0]] if self.doc.form[i][:1].isalpha()), None)
            begins = self.doc.text[max(0, middle.start - 2) : middle.start].strip()
            if ends == "," and begins == "," and opener is not None and self.doc.form[opener][:1].islower():
                for q in second.quotes:
                    if q not in first.quotes:
                        first.quotes.append(q)
                    self.owner[q] = first
                first.quotes.sort()
                first.direct = True
                second.quotes, second.tokens = [], set()

    def _gap(self, q: int, d: _Draft) -> float | None:
        """How far a cue is from a quotation, in tokens; None where they cannot belong together."""
        r = d.report
        if r is None or r.frame.cls not in ("speech", "decree") or self.quotes[q].outer != self.container[r.head] or self._holds(q, r.head):
            return None
        members = self.members[q]
        after = r.head >= members.stop
        low, high = (members.stop, r.head) if after else (r.cue[1], members.start)
        between = range(low, high)
        if len(between) > (_REACH_AFTER if after else _REACH_BEFORE) or self._paragraph(r.head) != self._paragraph(members.start):
            return None
        if any(self.doc.form[i] in (".", "?", "!") or (self.container[i] is not None and self.container[i] != self.quotes[q].outer) for i in between):
            return None
        introduced = low < high and self.doc.form[high - 1] in (":", ",") if not after else True
        inside = any(members.start <= i < members.stop for i in self.doc.subtree(r.head))
        standalone = self._standalone(q)
        if d.tokens and not (d.quotes or (introduced and standalone and len(between) <= 3)):
            return None
        if not standalone and not inside:
            return None
        if not standalone and (after or not r.speakers) and len(between) > 4:
            return None
        if not r.speakers and not d.tokens and not after:
            return None
        return len(between) + (0 if standalone and introduced else 3) + (0 if not d.tokens else 4)

    # ------------------------------------------------------------------ speech that goes on without a cue
    def _go_on(self, drafts: list[_Draft]) -> list[_Draft]:
        added: list[_Draft] = []
        free = [q for q in range(len(self.quotes)) if q not in self.owner and self.quotes[q].outer is None]
        self._join_pieces(free)
        for q in free:
            back = self.quotes[q].resumes
            if q not in self.owner and back is not None and back in self.owner:  # its first piece found its speaker just now
                self.owner[q] = self.owner[back]
                self.owner[q].quotes.append(q)
            if q in self.owner or not (self._standalone(q) or self.quotes[q].resumes is not None or not self.quotes[q].closed):
                continue
            if (labelled := self._labelled(q)) is not None:
                added.append(labelled)
                self.owner[q] = labelled
                continue
            draft = self._same_paragraph(q, drafts) or self._next_in_paragraph(q)
            if draft is not None and (draft.quotes or self._parenthetical(draft)) and self._level(draft) is None:
                draft.quotes.append(q)
                draft.quotes.sort()
                self.owner[q] = draft
                continue
            new = self._cueless(q, draft, drafts)
            if new is not None:
                added.append(new)
                self.owner[q] = new
        return added

    def _labelled(self, q: int) -> _Draft | None:
        """'Lund: "It is safe." Prime Minister Berg: "It is not."': a bare name and a colon before the quotation."""
        doc, stop = self.doc, self.members[q].start - 1
        if stop < 1 or doc.form[stop] != ":" or self._paragraph(stop) != self._paragraph(self.members[q].start):
            return None
        a = stop
        while a > 0 and stop - a < 8 and doc.upos[a - 1] in ("PROPN", "NOUN", "ADJ") and self.container[a - 1] is None:
            a -= 1
        begins = a in {s for s, _ in doc.sentences} or (a > 0 and self.container[a - 1] is not None)
        if a == stop or not begins or not any(doc.upos[i] == "PROPN" for i in range(a, stop)):
            return None
        return _Draft(None, CueFrame("speech", 0.85), (), quotes=[q], direct=True, certainty=0.95, label=(a, stop))

    def _join_pieces(self, free: list[int]) -> None:
        """The pieces of one quotation over several paragraphs belong to one statement, whichever piece has the cue."""
        for order in (free, list(reversed(free))):
            for q in order:
                back = self.quotes[q].resumes
                other = back if back in self.owner else next((k for k, x in enumerate(self.quotes) if x.resumes == q and k in self.owner), None)
                if other is not None and q not in self.owner:
                    draft = self.owner[other]
                    draft.quotes.append(q)
                    draft.quotes.sort()
                    self.owner[q] = draft

    def _parenthetical(self, d: _Draft) -> bool:
        """Does the cue follow its content: 'P, she said. "Q."'?"""
        return d.report is not None and bool(d.tokens) and max(d.tokens) < d.report.head

    def _level(self, d: _Draft) -> int | None:
        return self.container[d.report.head] if d.report is not None else None

    def _same_paragraph(self, q: int, drafts: list[_Draft]) -> _Draft | None:
        """Who spoke last before the quotation, in its paragraph."""
        start = self.members[q].start
        paragraph = self._paragraph(start)
        earlier = [k for k in range(q) if k in self.owner and self.quotes[k].outer is None and self._paragraph(self.members[k].start) == paragraph]
        spoken = [
            d for d in drafts
            if d.report is not None and d.report.head < start and self._paragraph(d.report.head) == paragraph
            and self._level(d) is None and d.frame.cls == "speech" and d.speakers
        ]  # fmt: skip
        last = max(spoken, key=lambda d: d.report.head if d.report else -1, default=None)
        if earlier:
            quoted = self.owner[earlier[-1]]
            if last is None or last is quoted or not self._after(last, earlier[-1]) or self._standalone(earlier[-1]):
                return quoted if quoted.direct or last is None or last is quoted else last
        return last

    def _after(self, d: _Draft, q: int) -> bool:
        return d.report is not None and d.report.head > self.members[q].stop + _REACH_AFTER

    def _next_in_paragraph(self, q: int) -> _Draft | None:
        paragraph = self._paragraph(self.members[q].start)
        for k in range(q + 1, len(self.quotes)):
            if self.quotes[k].outer is None and k in self.owner:
                same = self._paragraph(self.members[k].start) == paragraph and self.members[k].start - self.members[q].stop <= 2
                return self.owner[k] if same else None
        return None

    def _cueless(self, q: int, spoken: _Draft | None, drafts: list[_Draft]) -> _Draft | None:
        frame = CueFrame("speech", 0.8)
        certainty = 0.8
        if spoken is None:
            spoken = self._neighbour(q, drafts)
            certainty = 0.75
        if spoken is not None:
            return _Draft(None, frame, spoken.speakers, quotes=[q], direct=True, certainty=certainty, follows=spoken, label=spoken.label)
        speakers = self._subject_before(q)
        if self._words(q) < 4 or (not speakers and not self._standalone(q)):
            return None
        return _Draft(None, frame, speakers, quotes=[q], direct=True, certainty=0.5 if speakers else 0.3)

    def _neighbour(self, q: int, drafts: list[_Draft]) -> _Draft | None:
        """Who spoke in the paragraph before, when this one begins with the quotation; else who speaks in the next one."""
        start = self.members[q].start
        paragraph = self._paragraph(start)
        sentence = self.doc.sentences[self.doc.sentence_of[start]]
        if start != sentence[0] or (self.doc.sentence_of[start] and self.doc.paragraph[self.doc.sentence_of[start] - 1] == paragraph):
            return None
        before = [k for k in self.owner if self.quotes[k].outer is None and self._paragraph(self.members[k].start) == paragraph - 1 and self.owner[k].direct]
        if before:
            return self.owner[max(before)]
        after = [k for k in self.owner if self.quotes[k].outer is None and self._paragraph(self.members[k].start) == paragraph + 1 and self.owner[k].direct]
        if after and self.members[min(after)].start in {a for a, _ in self.doc.sentences}:
            return self.owner[min(after)]
        return self._last_speaker(drafts, paragraph - 1)

    def _last_speaker(self, drafts: list[_Draft], paragraph: int) -> _Draft | None:
        """Who is reported last in a paragraph, when its last sentence reports something: the next one may quote it."""
        last = max((k for k in range(len(self.doc.sentences)) if self.doc.paragraph[k] == paragraph), default=None)
        spoken = [
            d for d in drafts
            if d.report is not None and d.speakers and d.frame.cls == "speech" and self._level(d) is None and d.report.take in ("that", "quote")
            and self.doc.sentence_of[d.report.head] == last
        ]  # fmt: skip
        return max(spoken, key=lambda d: d.report.head if d.report else -1, default=None)

    def _subject_before(self, q: int) -> tuple[int, ...]:
        """The last person who was subject before the quotation, in its paragraph."""
        start = self.members[q].start
        paragraph = self._paragraph(start)
        if start and self.doc.form[start - 1] == ":":
            first, _ = self.doc.sentences[self.doc.sentence_of[start - 1]]
            root = next(i for i in range(first, len(self.doc)) if self.doc.head[i] < first)
            subjects = [k for k in self.doc.kids(root, "nsubj") if k < start]
            if subjects:
                owner = self.doc.kids(subjects[0], "nmod:poss")  # 'The mayor's answer was: ...'
                return (owner[0],) if owner else (subjects[0],)
        for i in range(start - 1, -1, -1):
            if self._paragraph(i) != paragraph:
                break
            if self.doc.rel[i].startswith("nsubj") and self.container[i] is None and self.doc.upos[i] in ("PROPN", "PRON", "NOUN"):
                pronoun = self.doc.upos[i] == "PRON"
                if not pronoun or self.doc.form[i].lower() in ("he", "she", "they"):
                    return (i,)
        return ()

    # ------------------------------------------------------------------ transcripts
    def _transcript(self, drafts: list[_Draft]) -> list[_Draft]:
        """'PRESIDENT X: ...': a paragraph that opens with a name in capitals, or with one that opens several, and a colon."""
        labels: dict[float, tuple[int, int]] = {}
        first_of: dict[float, int] = {}
        for k, (a, _) in enumerate(self.doc.sentences):
            first_of.setdefault(self.doc.paragraph[k], a)
        for paragraph, a in first_of.items():
            stop = next(
                (i for i in range(a, min(a + 10, len(self.doc))) if self.doc.form[i] == ":" and self._paragraph(i) == paragraph), None
            ) or self._stop_after_name(a)
            if stop is not None and stop > a and self._is_label(a, stop):
                labels[paragraph] = (a, stop)
        for paragraph, a in first_of.items():
            if paragraph and (trailing := self._label_before(a)) is not None:
                labels.setdefault(paragraph - 0.5, trailing)
        labels = dict(sorted(labels.items()))
        texts = [self.doc.words(*span) for span in labels.values()]
        taken = {t for d in drafts for t in d.tokens} if labels else set()
        out = []
        for paragraph, (a, stop) in labels.items():
            name = self.doc.words(a, stop)
            capitals = self._is_heading(name) or self.doc.form[stop] == "."
            if capitals and texts.count(name) == 1 and len(labels) < _TRANSCRIPT and paragraph == 0 and self.doc.form[stop] == ":":
                capitals = self._first_person(stop, first_of.get(1, len(self.doc)))  # or a dateline: 'DUSHANBE: The editor was moved'
            quoted = stop + 1 < len(self.doc) and self._paragraph(stop + 1) == paragraph and self.container[stop + 1] is not None
            end = self._end_of_turn(paragraph, stop, first_of, labels, capitals)
            if end == stop + 1 or stop + 1 in taken or not (texts.count(name) > 1 or quoted or capitals):
                continue
            taken_by = self.owner.get(self.container[stop + 1] or 0) if quoted and self.container[stop + 1] is not None else None
            if taken_by is not None and (taken_by.report is not None or (taken_by.label is not None and texts.count(name) == 1 and not capitals)):
                continue
            if not quoted and not any(self.doc.upos[i] in ("VERB", "AUX") for i in range(stop + 1, end)):
                continue
            members = set(range(stop + 1, end))
            draft = _Draft(None, CueFrame("speech", 0.85), (), tokens=members, label=(a, stop), colon=stop, certainty=0.95)
            opening = {stop + 1, *first_of.values()}  # a quotation inside a paragraph of a turn is one that the speaker quotes
            for q in [q for q, d in self.owner.items() if d.report is None and self.members[q].start in members & opening]:
                old = self.owner[q]
                old.quotes = [k for k in old.quotes if k != q]
                self.owner[q] = draft
            out.append(draft)
        return out

    def _label_before(self, a: int) -> tuple[int, int] | None:
        """'... our guest. THE CHAIR:' at the end of a paragraph: the turn begins with the next one, at token ``a``."""
        if a < 3 or self.doc.form[a - 1] != ":":
            return None
        low = a - 1
        while low > 0 and a - low <= 7 and self.doc.form[low - 1].isupper() and self._paragraph(low - 1) == self._paragraph(a - 1):
            low -= 1
        whole = self._paragraph(low) != self._paragraph(low - 1) if low else True
        return (low, a - 1) if low < a - 1 and not whole and self._is_heading(self.doc.words(low, a - 1)) else None

    def _is_heading(self, name: str) -> bool:
        """Is a label in capitals, what it has in brackets apart?"""
        letters = [c for c in re.sub(r"\(.*?\)", "", name) if c.isalpha()]
        return len(letters) > 2 and all(c.isupper() for c in letters)

    def _end_of_turn(self, paragraph: float, stop: int, first_of: dict[float, int], labels: dict[float, tuple[int, int]], capitals: bool) -> int:
        """The token after a turn's last: its paragraph's end, or the next label where what lies between is the same speaker's."""
        after = min((p for p in first_of if p > paragraph), default=None)
        own = first_of[after] if after is not None else len(self.doc)
        following = min((p for p in labels if p > paragraph), default=None)
        end = labels[following][0] if following is not None else len(self.doc)
        if capitals and self._first_person(stop, end):
            return end
        if following is not None and len(labels) >= _TRANSCRIPT and 1 < following - paragraph <= _LONGEST_TURN and own > stop + 1:
            return end
        return own

    def _stop_after_name(self, a: int) -> int | None:
        """'Senator Lund. I thank the chair ...': where the paragraph's first sentence is a name and the next ones are in the first person."""
        k = self.doc.sentence_of[a]
        first, end = self.doc.sentences[k]
        if not 2 < end - first <= 5 or self.doc.form[end - 1] != "." or end >= len(self.doc) or self._paragraph(end) != self._paragraph(a):
            return None
        if not all(self.doc.form[i][:1].isupper() and self.doc.upos[i] in ("PROPN", "NOUN") for i in range(first, end - 1)):
            return None
        return end - 1 if self._first_person(end, self.doc.sentences[min(k + 3, len(self.doc.sentences) - 1)][1]) else None

    def _first_person(self, start: int, end: int) -> bool:
        """Do at least half of the paragraphs here hold a word of the first person outside quotation marks?"""
        spoken: dict[int, bool] = {}
        for i in range(start, end):
            mine = self.container[i] is None and self.doc.form[i].lower() in _FIRST_PERSON
            spoken[self._paragraph(i)] = spoken.get(self._paragraph(i), False) or mine
        return sum(spoken.values()) * 2 >= len(spoken) > 0

    def _is_label(self, a: int, stop: int) -> bool:
        words = [i for i in range(a, stop) if self.doc.form[i][:1].isalpha()]
        named = [i for i in words if self.doc.form[i][:1].isupper()]
        return bool(named) and len(named) * 2 >= len(words) and not any(self.doc.upos[i] in ("VERB", "AUX") for i in words) and self.container[a] is None

    # ------------------------------------------------------------------ content
    def _content(self, d: _Draft) -> tuple[Span, ...]:
        quoted = [self.quotes[q].span for q in d.quotes]
        if d.direct and quoted:
            return _merge(quoted, ())
        if d.colon is not None and d.tokens:  # a turn of a transcript, whole
            return (self.doc.char_span(min(d.tokens), max(d.tokens) + 1),)
        spans = []
        for a, b in runs(self._without_edges(d), self.doc):
            while a < b and self._edge(a):
                a += 1
            while b > a and self._edge(b - 1):
                b -= 1
            if a < b:
                spans.append(self.doc.char_span(a, b))
        return _merge(quoted, spans)

    def _without_edges(self, d: _Draft) -> set[int]:
        r = d.report
        if r is None or r.root is None or not d.tokens:
            return d.tokens
        first = min(d.tokens)
        complementizer = {k for k in self.doc.kids(r.root, "mark") if self.doc.form[k].lower() == "that" and k <= first + 1}
        return d.tokens - complementizer

    def _edge(self, i: int) -> bool:
        return self.doc.upos[i] == "PUNCT" and self.doc.form[i] not in ("(", ")", "[", "]")

    # ------------------------------------------------------------------ nesting
    def _extent(self, d: _Draft) -> list[Span]:
        out = list(d.content)
        if d.report is not None:
            out += [p.span for p in self._speaking(d)]
            out.append(self.doc.char_span(*d.report.cue))
        return out

    def _fit(self, drafts: list[_Draft]) -> list[_Draft]:
        """Clip each draft to the content that its cue stands in, and drop what cannot be said there."""
        kept: list[_Draft] = []
        for d in sorted(drafts, key=lambda d: -_nesting.size(d.content)):
            if any(self._same_words(d, k) for k in kept):
                continue
            if d.report is not None:
                cue = self.doc.char_span(*d.report.cue)
                around = [p for p in kept if p is not d and _nesting.inside(cue, p.content)]
                if around:
                    parent = min(around, key=lambda p: _nesting.size(p.content))
                    if not all(_nesting.inside(p.span, parent.content) for p in self._speaking(d)):
                        continue
                    d.content = _nesting.clip(d.content, parent.content)
                    if not d.content or _nesting.size(d.content) >= _nesting.size(parent.content):
                        continue
            kept.append(d)
        return kept

    def _same_words(self, d: _Draft, other: _Draft) -> bool:
        """Do two cues take the same quoted words ('"We know," he said, and smiled')?"""
        if not other.quotes or len(d.content) != len(other.content) or d.frame.cls != "speech":
            return False
        return all(
            (x := self._bare(a)) == (y := self._bare(b)) or (y[0] <= x[0] and x[1] <= y[1] and x[1] - x[0] >= 0.95 * (y[1] - y[0]))
            for a, b in zip(d.content, other.content, strict=True)
        )

    def _bare(self, span: Span) -> Span:
        """A span without marks and spaces at its edges."""
        a, b = span
        text = self.doc.text
        while a < b and not text[a].isalnum():
            a += 1
        while b > a and not text[b - 1].isalnum():
            b -= 1
        return a, b

    # ------------------------------------------------------------------ records
    def _records(self, drafts: list[_Draft]) -> tuple[records.Statement, ...]:
        drafts = sorted(drafts, key=lambda d: (min(s for s, _ in self._extent(d)), -_nesting.size(d.content)))
        extents = [self._extent(d) for d in drafts]
        parent = _nesting.parents(extents, [() if self._about_a_thing(d) else d.content for d in drafts])
        ids = {id(d): f"s{k + 1}" for k, d in enumerate(drafts)}
        out: list[records.Statement] = []
        for k, d in enumerate(drafts):
            up = parent[k]
            out.append(self._record(d, ids[id(d)], f"s{up + 1}" if up is not None else None, out))
        return tuple(out)

    def _about_a_thing(self, d: _Draft) -> bool:
        """'rejected the minister's claim that P': the claim is the minister's, not said by who rejects it."""
        r = d.report
        return r is not None and r.take == "object" and not d.quotes and r.root is not None and self.doc.lemma[r.root].lower() in self.lexicon.noun

    def _record(self, d: _Draft, name: str, parent: str | None, before: Sequence[records.Statement]) -> records.Statement:
        speakers, vehicle = self._speakers(d)
        verbatim = self._verbatim(d)
        venue, occasion = self._venue(d)
        date = self._date(d) or self._date_of_document(d, vehicle, before)
        self.dates[id(d)] = date
        cue = None
        if d.report is not None:
            a, b = d.report.cue
            cue = records.Cue(
                span=self.doc.char_span(a, b),
                text=self.doc.words(a, b),
                cls=d.frame.cls,
                negated=d.report.negated,
                modality=d.report.modality,
            )
        elif d.colon is not None:
            span = self.doc.span[d.colon]
            cue = records.Cue(span=span, text=self.doc.form[d.colon], cls="speech")
        return records.Statement(
            id=name, speakers=speakers, vehicle=vehicle, cue=cue, content=d.content, verbatim=verbatim, kind=self._kind(d, verbatim),
            addressees=self._participants(d.report.addressees) if d.report else (), parent=parent, venue=venue, occasion=occasion, date=date,
            confidence=round(min(0.99, d.frame.confidence * d.certainty), 3),
        )  # fmt: skip

    def _verbatim(self, d: _Draft) -> tuple[Span, ...]:
        """What the marks around the content hold; all of a transcript's turn."""
        if d.colon is not None:
            return d.content
        box = self._level(d)
        spans = [q.span for q in self.quotes if q.outer == box]
        return _nesting.clip(d.content, spans) if spans else ()

    def _kind(self, d: _Draft, verbatim: tuple[Span, ...]) -> str:
        letters = sum(c.isalnum() for a, b in d.content for c in self.doc.text[a:b])
        quoted = sum(c.isalnum() for a, b in verbatim for c in self.doc.text[a:b])
        if not quoted:
            return "indirect"
        if quoted < 0.95 * letters:
            return "mixed"
        clause = d.report is None or (d.report.take in ("that", "quote") and {"that", "quote"} & d.report.takes)
        return "direct" if d.direct or clause else "mixed"

    def _noun_phrase(self, head: int, cue: int = -1) -> tuple[int, int]:
        """The tokens of the noun phrase headed at ``head``, without clauses and appositions that trail it, or what holds ``cue``."""
        first, last = head, head
        for k in self.doc.children[head]:
            if cue >= 0 and cue in self.doc.subtree(k):
                continue
            if self.doc.rel[k] == "nmod" and k > head and self._is_time(k):
                continue
            if k > head and self.doc.rel[k] in ("acl", "amod", "advmod") and self.doc.subtree(k)[0] == last + 1:
                last = self.doc.subtree(k)[-1]
                continue
            named = self.doc.rel[k] == "appos" and self.doc.upos[k] == "PROPN" and self.doc.subtree(k)[0] == last + 1
            if (self.doc.rel[k] in _PHRASE_BREAKS and not named) or (self.doc.rel[k].startswith(("nsubj", "cop", "aux", "obl", "advmod"))):
                continue
            tree = self.doc.subtree(k)
            if k < head or (tree[0] == last + 1):
                first, last = min(first, tree[0]), max(last, tree[-1])
        while last > head and self.doc.upos[last] == "PUNCT":
            last -= 1
        while first < head and self.doc.upos[first] == "PUNCT":
            first += 1
        return first, last + 1

    def _participants(self, heads: Sequence[int], cue: int = -1) -> tuple[records.Participant, ...]:
        out: list[records.Participant] = []
        for head in heads:
            noun = self.reader.antecedent(head)
            if noun is not None:
                out.append(self._relative(head, noun))
                continue
            found = self.mentions.resolve(head)
            if len(found) == 1 and found[0].first <= head < found[0].last:
                m = found[0]
                a, b = self._noun_phrase(head, cue)
                if any(self.doc.upos[i] == "PUNCT" for i in range(m.last, b)):
                    b = m.last  # not across a comma, to an apposition
                span = self.doc.char_span(min(a, m.first), max(b, m.last))
                text = self.doc.text[span[0] : span[1]]
                out.append(records.Participant(actor=m.actor.id if m.actor else None, span=span, text=text, via=m.via))
                continue
            if found:
                out += [self._member(m, head) for m in found]
                continue
            for h in (head, *self.doc.kids(head, "conj")):
                if h != head and len(self.doc.kids(head, "conj")) == 1 and self.doc.form[self.doc.subtree(h)[0]] == ",":
                    continue  # 'according to the report, and tortured porters': no list
                if h == head or self.doc.upos[h] in ("NOUN", "PROPN", "PRON"):
                    a, b = self._noun_phrase(h, cue)
                    out.append(records.Participant(actor=None, span=self.doc.char_span(a, b), text=self.doc.words(a, b)))
        return tuple(out)

    def _speaking(self, d: _Draft) -> tuple[records.Participant, ...]:
        return self._participants(d.speakers, d.report.head if d.report else -1)

    def _member(self, m: MentionLike, head: int) -> records.Participant:
        """One of several actors that a phrase names; where its own words stand elsewhere ('they'), the phrase fills the slot."""
        low, high = m.first, m.last
        tree = self.doc.subtree(head)
        if not (tree[0] <= low and high - 1 <= tree[-1]):
            low, high = self._noun_phrase(head)
        span = self.doc.char_span(low, high)
        return records.Participant(actor=m.actor.id if m.actor else None, span=span, text=self.doc.words(low, high), via=m.via)

    def _relative(self, pronoun: int, noun: int) -> records.Participant:
        actor = next((m.actor.id for m in self.mentions.resolve(noun) if m.actor), None)
        return records.Participant(actor=actor, span=self.doc.span[pronoun], text=self.doc.form[pronoun], via=self.doc.char_span(*self._noun_phrase(noun)))

    def _speakers(self, d: _Draft) -> tuple[tuple[records.Participant, ...], records.Participant | None]:
        if d.label is not None:
            named = next((i for i in range(d.label[1] - 1, d.label[0] - 1, -1) if self.mentions.resolve(i)), None)
            actor = next((m.actor.id for m in self.mentions.resolve(named) if m.actor), None) if named is not None else None
            return (records.Participant(actor=actor, span=self.doc.char_span(*d.label), text=self.doc.words(*d.label)),), None
        people = self._speaking(d)
        head = d.speakers[0] if d.speakers else None
        if head is not None:
            antecedent = self.reader.antecedent(head)
            head = head if antecedent is None else antecedent
        if head is None or not self._speaks_for(head):
            return people, None
        makers = tuple(m for m in self.reader.owner(head) if m not in self.doc.subtree(head))
        if makers and people:
            return self._participants(makers), people[0]
        return people, people[0] if people else None

    def _speaks_for(self, head: int) -> bool:
        """Is the speaker a document, which speaks for its maker?"""
        if self.doc.upos[head] == "PROPN" and not self.mentions.resolve(head):
            return False
        return self.doc.lemma[head].lower() in self.lexicon.vehicles or any(m.type == "document" for m in self.mentions.resolve(head))

    # ------------------------------------------------------------------ when and where it was said
    def _circumstances(self, d: _Draft, relative: bool = True) -> list[int]:
        """The tokens of the cue's own clause: not content, not in another clause; without ``relative`` not in 'after the war in May'."""
        r = d.report
        if r is None:
            return []
        start, stop = self.doc.sentences[self.doc.sentence_of[r.head]]
        said = [range(self.members[q].start, self.members[q].stop) for q in d.quotes]
        inside = {i for i in range(start, stop) if i in d.tokens or any(i in m for m in said)}
        fronted = [i for i in range(start, r.head) if self.doc.head[i] in inside and i not in inside and self.doc.rel[i].startswith(("obl", "advmod"))]
        out, stack = list(fronted), [r.clause, *fronted]
        while stack:
            i = stack.pop()
            for k in self.doc.children[i]:
                if (
                    k in d.tokens
                    or self.container[k] != self.container[r.head]
                    or self.doc.rel[k].split(":")[0] not in _DATE_PATH
                    or self.doc.rel[k] == "acl:relcl"
                ):
                    continue
                if not relative and {self.doc.form[c].lower() for c in self.doc.kids(k, "case")} & _RELATIVE_TIMES:
                    continue
                out.append(k)
                stack.append(k)
        if self.doc.rel[r.clause] in ("xcomp", "acl", "advcl") and self.doc.head[r.clause] >= 0:
            out += [k for k in self.doc.kids(self.doc.head[r.clause], "obl:tmod", "obl:unmarked", "nmod:tmod") if k not in d.tokens]
        return sorted(set(out))

    def _date(self, d: _Draft) -> records.When | None:
        if d.follows is not None:
            when = self.dates.get(id(d.follows)) or self._date(d.follows)
            return records.When(start=when.start, end=when.end, precision=when.precision, basis="anchor", span=when.span, text=when.text) if when else None
        around = {self.doc.span[i][0] for i in self._circumstances(d, relative=False)}
        for t in self.times:
            if t.type in ("DATE", "TIME") and (t.start or t.end) and any(t.span[0] <= s < t.span[1] for s in around):
                return records.When(start=t.start, end=t.end, precision=t.precision, basis="text", span=t.span, text=t.text)
        return None

    def _date_of_document(self, d: _Draft, vehicle: records.Participant | None, before: Sequence[records.Statement]) -> records.When | None:
        """'added the statement': when what a statement before was made in bears that name, its date holds."""
        if vehicle is None or d.report is None:
            return None
        noun = self.doc.lemma[d.speakers[0]].lower()
        for s in reversed(before):
            if s.date is not None and s.venue is not None and noun in s.venue.lower().split():
                return records.When(start=s.date.start, end=s.date.end, precision=s.date.precision, basis="anchor", span=s.date.span, text=s.date.text)
        return None

    def _venue(self, d: _Draft) -> tuple[str | None, str | None]:
        if d.follows is not None:
            return self._venue(d.follows)
        venue = occasion = None
        for i in self._circumstances(d):
            if self.doc.upos[i] not in ("NOUN", "PROPN") or not self.doc.rel[i].startswith(("obl", "nmod")):
                continue
            case = {self.doc.form[k].lower() for k in self.doc.kids(i, "case")}
            if not case or self._is_time(i):
                continue
            a, b = self._venue_phrase(i)
            if venue is None and self.doc.lemma[i].lower() in self.lexicon.venues and case & _IN_VENUE:
                venue = self.doc.words(a, b)
            elif occasion is None and case & _OCCASIONS and self.doc.rel[i].startswith("obl"):
                occasion = self.doc.words(a, b)
        return venue, occasion

    def _venue_phrase(self, i: int) -> tuple[int, int]:
        tokens = set(self.doc.subtree(i)) - set(self.doc.kids(i, "case", "det", "nmod:poss"))
        for k in self.doc.kids(i, "case", "det", "nmod:poss"):
            tokens -= set(self.doc.subtree(k))
        first, last = next((a, b) for a, b in runs(tokens, self.doc) if a <= i < b)
        while first < last and self._edge(first):
            first += 1
        while last > first + 1 and self._edge(last - 1):
            last -= 1
        return first, last

    def _is_time(self, i: int) -> bool:
        return any(t.span[0] <= self.doc.span[i][0] < t.span[1] for t in self.times)


def _merge(quoted: Sequence[Span], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Quotations and other spans in order, made one where they overlap; two quotations stay two."""
    if not spans:
        return tuple(sorted(set(quoted)))
    return _nesting.union([*quoted, *spans])
