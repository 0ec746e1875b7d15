"""When a coded act happened: which of a report's time expressions belongs to it.

    The parliament on Thursday accused Paris and demanded an end       accused, demanded: Thursday
    promised to leave by March                                        promised: published; about: March
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import date

from dragoman.coding.propositions import preposition
from dragoman.language.analysis import Analysis
from dragoman.records import TimeExpression, When

_CLAUSE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "xcomp", "csubj", "advcl:relcl"})
_NOT_WHEN = frozenset({"since", "for", "until", "till", "by"})
_UP = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "advcl", "compound"})


class Clock:
    """The time expressions of one document, each at the token that heads it.

    Args:
        analysis: The document.
        times: Its time expressions, as :func:`dragoman.world.calendar.find_times` gives them.
        published: ISO date, or None.
    """

    def __init__(self, analysis: Analysis, times: Sequence[TimeExpression], published: str | None) -> None:
        self.a = analysis
        self.published = published
        self._at: dict[int, TimeExpression] = {}
        starts = [s[0] for s in analysis.span]
        for t in times:
            if t.type == "SET" or (t.type == "DURATION" and t.start is None and t.end is None):
                continue
            first = bisect.bisect_left(starts, t.span[0])
            last = bisect.bisect_left(starts, t.span[1])
            tokens = range(first, max(last, first + 1))
            head = next((k for k in tokens if k < len(analysis) and analysis.head[k] not in tokens), None)
            if head is not None:
                self._at[head] = t

    def event_time(self, i: int, theme: int | None = None, *, words: bool = False) -> When | None:
        """The time of the event headed at ``i``: its own, its clause's, that of the first of coordinated verbs; else publication.

        ``theme`` is the head of what the event is about; times inside it are not the event's. With ``words`` (an act of speech) neither is the time of
        what is spoken of: 'condemned Tuesday's attack'.
        """
        found = self._search(i, theme, words)
        if found is not None:
            t, basis = found
            return When(start=t.start, end=t.end, precision=t.precision, basis=basis, span=t.span, text=t.text)
        if self.published is None:
            return None
        return When(start=self.published, end=self.published, precision="day", basis="published")

    def about(self, theme: int | None) -> When | None:
        """The time promised, demanded or threatened, from inside the theme."""
        if theme is None:
            return None
        inside = [k for k in self.a.subtree(theme) if k in self._at]
        if not inside:
            return None
        t = self._at[inside[0]]
        return When(start=t.start, end=t.end, precision=t.precision, basis="text", span=t.span, text=t.text)

    def is_past_year(self, when: When) -> bool:
        """Whether a time lies in a year before the report's, and not in the weeks before it."""
        if self.published is None or not when.end:
            return False
        try:
            gap = date.fromisoformat(self.published) - date.fromisoformat(when.end[:10])
        except ValueError:
            return False
        return gap.days > 200 and when.end[:4] < self.published[:4]

    def _search(self, i: int, theme: int | None, words: bool) -> tuple[TimeExpression, str] | None:
        at = i
        while at >= 0:
            own = self._own(at, theme if at == i else None, words and at == i)
            if own is not None:
                return own, "text"
            rel = self.a.rel[at]
            h = self.a.head[at]
            if h < 0:
                return None
            if rel in ("conj", "xcomp") or (rel in _UP and self.a.upos[h] in ("VERB", "NOUN", "ADJ")):
                if rel == "conj" and self.a.kids(at, "nsubj", "nsubj:pass") and self.a.upos[at] == "VERB":
                    return None
                if rel == "advcl" and self.a.feature(at, "VerbForm") == "Fin":
                    return None
                at = h
                continue
            return None
        return None

    def _own(self, i: int, theme: int | None, words: bool) -> TimeExpression | None:
        """A time expression in the clause of ``i``, not in a clause below it, nearest first."""
        best: tuple[int, TimeExpression] | None = None
        stack = [(c, 6 if self.a.rel[c].startswith(("nsubj", "csubj")) else 1) for c in self.a.children[i]]
        while stack:  # a time inside the subject ('victims of last year's attack called ...') is the event's only for want of another
            k, depth = stack.pop()
            if k == theme and self.a.upos[k] in ("VERB", "ADJ"):
                continue
            if self.a.rel[k] in _CLAUSE or (self.a.rel[k] == "conj" and self.a.upos[k] == "VERB"):
                continue
            if words and self.a.rel[k] in ("nmod:poss", "compound", "amod") and k in self._at:
                continue
            if k in self._at and self._outer_preposition(k, i) not in _NOT_WHEN:
                rank = depth * 1000 + abs(k - i)
                if best is None or rank < best[0]:
                    best = (rank, self._at[k])
            if depth % 5 < 4:
                stack += [(c, depth + 1) for c in self.a.children[k]]
        return best[1] if best else None

    def _outer_preposition(self, k: int, i: int) -> str:
        """The preposition of the phrase below ``i`` that holds the time at ``k``."""
        while self.a.head[k] not in (i, -1):
            k = self.a.head[k]
        return preposition(self.a, k)
