"""Hold the terms of a foreign list against what is known: new, known already, or saying otherwise.

                    ours   ├──── Ana Quispe ────┤├── Ola Berg ──▶ open, known to 2025-06-30
    known already          ├──── A. Quispe  ────┤
    other-dates            ├── Ana Quispe ─┤
    other-person                 ├─ Eva Roux ─┤
    ended-since, new                             ├── Ola Berg ────────┤├── Eva Roux ──▶

Dates are compared to the precision that both have. Nothing that says otherwise is used unless a side is preferred, and what is used then
is listed. A term of ours that is open is known only to the table's date: that it ended later is news and contradicts nothing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.world.checks import OVERLAP_DAYS
from dragoman.world.imports._rows import Finding, Reading, Term, first_day, last_day
from dragoman.world.leaders import LEADING, Leader, Leaders, fold, sound
from dragoman.world.own import Replaced

SIDES = ("ours", "theirs")
SINGLE = frozenset({"head_of_state", "head_of_government", "supreme_leader", "vice_president", "foreign_minister", "defence_minister", "interior_minister",
                    "finance_minister", "attorney_general", "national_security_adviser", "ambassador_to_un", "spy_chief", "army_chief", "speaker",
                    "party_leader", "head"})  # fmt: skip
"""Offices that one person holds at a time."""
_WORDS = re.compile(r"[^\W\d_]+")
_SHORT = 2
"""Words of so many letters ('al', 'bin', 'Li') say too little to tell a person by."""
_EVER = "9999-12-31"


class Span(NamedTuple):
    """A term as days: when it began and ended, each at the earliest and at the latest."""

    start: tuple[str, str]
    end: tuple[str, str]

    def surely_meets(self, other: Span) -> bool:
        """Whether the two overlap by more than a day whichever days the dates mean."""
        return max(self.start[1], other.start[1]) < min(self.end[0], other.end[0])


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What an import would do to the folder."""

    rows: tuple[Leader, ...]
    """New terms, and those that stand in for others, in the list's order."""
    replaced: tuple[Replaced, ...]
    findings: tuple[Finding, ...]
    known: int
    """Terms that said what is known already."""
    again: bool = False
    """Whether the same file was imported in the same way before, so that there was nothing to do."""


def span(start: str, end: str, known_to: str) -> Span:
    """The days of a term; an open one lasts to the day to which it is known at least."""
    begin = (first_day(start), last_day(start)) if start else ("", "")
    return Span(begin, (first_day(end), last_day(end)) if end else (known_to, _EVER))


def same_by_sound(leader: str, names: Iterable[str]) -> bool:
    """Whether a leader as lists write him ('Hussein Ibn Talal El-Hashim') has a word of three letters or more, by sound, of one of the names.

    Enough where two lists speak of the leader of one state on one day; not for names alone.
    """
    asked = {sound(w) for w in _WORDS.findall(fold(leader)) if len(w) > _SHORT}
    return any(asked & {sound(w) for w in _WORDS.findall(fold(n)) if len(w) > _SHORT} for n in names)


def _same_name(name: str, names: Iterable[str]) -> bool:
    """Whether a full name is another one's, or has all its words, by sound ('Olusegun Obasanjo' in 'Olusegun Aremu Obasanjo')."""
    asked = {sound(w) for w in _WORDS.findall(fold(name))}
    for other in names:
        words = {sound(w) for w in _WORDS.findall(fold(other))}
        if words == asked or (min(len(words), len(asked)) > 1 and (words <= asked or asked <= words)):
            return True
    return False


def compare(reading: Reading, source: str, base: Sequence[Leader], leaders: Leaders, prefer: str | None = None) -> Outcome:
    """Sort the terms of a list into new ones, known ones and findings.

    Args:
        reading: The list.
        source: What new rows call it.
        base: All terms that are in force, ours and the folder's.
        leaders: Tells to which day a row of a source is known.
        prefer: ``ours`` or ``theirs`` wins where they say otherwise; None leaves out theirs as well, as not decided.
    """
    work = _Comparison(reading.as_of, source, base, leaders, prefer)
    for term in reading.terms:
        work.take(term)
    work.settle()
    findings = sorted((*reading.findings, *work.findings), key=lambda f: (f.line, f.kind))
    return Outcome((*work.rows, *work.closed), tuple(work.replaced), tuple(findings), work.known)


class _Comparison:
    def __init__(self, as_of: str, source: str, base: Sequence[Leader], leaders: Leaders, prefer: str | None) -> None:
        self.as_of, self.source, self.leaders, self.prefer = as_of, source, leaders, prefer
        self.base: dict[str, list[Leader]] = {}
        for row in base:
            self.base.setdefault(row.actor, []).append(row)
        self.rows: list[Leader] = []
        self.replaced: list[Replaced] = []
        self.findings: list[Finding] = []
        self.known = 0
        self.closed: list[Leader] = []
        self._taken: dict[tuple[str, str], list[tuple[Leader, int]]] = {}
        self._gone: set[Leader] = set()
        self._seen: set[tuple[str, ...]] = set()

    # -- one term --------------------------------------------------------------------------------------------------------------------

    def take(self, term: Term) -> None:
        """Decide on one term."""
        key = (fold(term.person), term.office, term.actors[0], term.start, term.end)
        if key in self._seen:  # query results repeat a term for each label
            return
        self._seen.add(key)
        near = [r for a in term.actors for r in self.base.get(a, ()) if r.office in (LEADING if not term.office else (term.office,))]
        span_ = span(term.start, term.end, self.as_of)
        mine = [r for r in near if self._is_same(term, r, span_)]
        matched = [r for r in mine if self._span(r).surely_meets(span_) or _agree(r.start, term.start)]
        if matched:
            self._known_person(term, matched)
            return
        others = [r for r in near if r not in mine and self._span(r).surely_meets(span_)]
        office = term.office or "leader"
        called = next((r for a in term.actors for r in self.base.get(a, ()) if _same_name(term.person, (r.person, *r.names))), None)
        row = self._row(term, office, called)
        if others and (office in SINGLE or (not term.office and self._all_held(near, others))):
            against = "; ".join(_said(r) for r in others[:3])
            self._conflict(term, "other-person", row, against, [r for r in others if self._collides(r, span_)] if term.office else ())
        else:
            self._accept(term, row)

    def _known_person(self, term: Term, matched: list[Leader]) -> None:
        """A person who is known in the office at the time: do the dates agree?"""
        best = min(matched, key=lambda r: _days_apart(r, term))
        for row in (*sorted(matched, key=lambda r: _days_apart(r, term)), *_joined(matched)):
            if self._agrees(row, term):
                finer = row in matched and self._finer(row, term)
                if not finer:
                    self.known += 1
                    return
                self._conflict(term, "finer-dates", self._row(term, row.office, row), _said(row), (row,))
                return
        kind = "ended-since" if _agree(best.start, term.start) and self._news(best, term) else "other-dates"
        new = self._row(term, best.office, best)
        if kind == "ended-since":
            self._take(term, kind, new._replace(start=max(best.start, new.start, key=len)), _said(best), (best,), "taken")
        else:
            self._conflict(term, kind, new, _said(best), (best,))

    def _news(self, row: Leader, term: Term) -> bool:
        return not row.end and bool(term.end) and last_day(term.end) > self.leaders.known_to(row)

    def _agrees(self, row: Leader, term: Term) -> bool:
        if not _agree(row.start, term.start):
            return False
        if row.end and term.end:
            return _agree(row.end, term.end) or _next_day(row.end, term.end)
        if row.end:
            return last_day(row.end) >= self.as_of
        return not term.end

    def _finer(self, row: Leader, term: Term) -> bool:
        return len(term.start) > len(row.start) or (bool(row.end) and len(term.end) > len(row.end))

    def _is_same(self, term: Term, row: Leader, span_: Span) -> bool:
        names = (row.person, *row.names)
        if not term.office or self._span(row).surely_meets(span_):
            return same_by_sound(term.person, names) if not term.office else _same_name(term.person, names)
        return _same_name(term.person, names)

    def _all_held(self, near: Sequence[Leader], others: Sequence[Leader]) -> bool:
        """Whether each leading office that the state has had is somebody else's then, so that none is left for the leader of a list."""
        return {r.office for r in near} == {r.office for r in others}

    def _span(self, row: Leader) -> Span:
        return span(row.start, row.end, self.leaders.known_to(row))

    def _collides(self, row: Leader, mine: Span) -> bool:
        """Whether a term overlaps for longer than handing over takes, so that the two can't both stand."""
        theirs = self._span(row)
        first, last = max(mine.start[1], theirs.start[1]), min(mine.end[0], theirs.end[0])
        return first < last and (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days > OVERLAP_DAYS

    def _row(self, term: Term, office: str, called: Leader | None) -> Leader:
        person, names = (called.person, called.names) if called is not None else (term.person, term.names)
        precision = {4: "year", 7: "month", 10: "day"}[len(term.start)]
        actor = called.actor if called is not None and called.office == office and called.actor in term.actors else term.actors[0]
        end = term.end
        if not end and called is not None and called.office == office and called.end and last_day(called.end) >= self.as_of > first_day(called.start):
            end = called.end  # ours knows an end that came after their list was closed
        return Leader(person, names, office, actor, term.start, end, precision, self.source)

    # -- what becomes of it ----------------------------------------------------------------------------------------------------------

    def _conflict(self, term: Term, kind: str, row: Leader, against: str, instead: Sequence[Leader]) -> None:
        if self.prefer != "theirs":
            self.findings.append(_finding(term, kind, row, against, "ours kept" if self.prefer else "left out"))
            return
        self._take(term, kind, row, against, instead, "theirs taken")

    def _take(self, term: Term, kind: str, row: Leader, against: str, instead: Sequence[Leader], outcome: str) -> None:
        if self._within_file(term, row):
            return
        self.findings.append(_finding(term, kind, row, against, outcome))
        for old in instead:
            self._replace(old)
        self._add(term, row)

    def _accept(self, term: Term, row: Leader) -> None:
        if not self._within_file(term, row):
            self._add(term, row)

    def _add(self, term: Term, row: Leader) -> None:
        self.rows.append(row)
        self._taken.setdefault((row.actor, row.office), []).append((row, term.line))

    def _replace(self, row: Leader) -> None:
        if row not in self._gone:
            self._gone.add(row)
            self.replaced.append(Replaced.of(row, self.source))

    def _within_file(self, term: Term, row: Leader) -> bool:
        """Whether another row of the same list, taken before, stands against this one; then it is left out."""
        mine = span(row.start, row.end, self.as_of)
        for other, line in self._taken.get((row.actor, row.office), ()):
            if other.person != row.person and row.office not in SINGLE:
                continue
            meets = mine.surely_meets(span(other.start, other.end, self.as_of))
            if meets or (other.person == row.person and other.start == row.start):
                self.findings.append(_finding(term, "within-file", row, f"line {line}: {_said(other)}", "left out"))
                return True
        return False

    # -- all terms together ----------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """See to it that no office is held by two: close what is open where the next one begins, leave out what new dates now run into."""
        for number, row in enumerate(self.rows):
            if row.office in SINGLE:
                rivals = [r for r in self.base.get(row.actor, ()) if r.office == row.office and r not in self._gone]
                self.rows[number] = self._apart(row, rivals)
        for (_, office), taken in self._taken.items():
            if office in SINGLE:
                self._close_own(sorted((row for row, _ in taken), key=lambda r: r.start))

    def _apart(self, row: Leader, rivals: Sequence[Leader]) -> Leader:
        """The row, its end known where a later one of ours begins; ours are closed or replaced."""
        for other in rivals:
            if not other.end and other.start <= row.start:
                closed = other._replace(end=row.start, source=self.source)
                self._replace(other)
                self.closed.append(closed)
                self._note(closed, f"{_said(other)}; the next one began")
            elif not row.end and row.start < other.start:
                row = row._replace(end=other.start)
                self._note(row, f"the next one began: {_said(other)}")
            elif self._collides(other, span(row.start, row.end, self.as_of)):
                self._replace(other)
                kind = "other-dates" if other.person == row.person else "other-person"
                self._note(row, f"{_said(other)}, left out", kind=kind, outcome="theirs taken")
        return row

    def _close_own(self, ordered: Sequence[Leader]) -> None:
        """An open term of the list itself ends where the next one in it begins."""
        for row, later in itertools.pairwise(ordered):
            if not row.end and row in self.rows:
                self.rows[self.rows.index(row)] = row._replace(end=later.start)
                self._note(row._replace(end=later.start), f"the next one began: {_said(later)}")

    def _note(self, row: Leader, against: str, kind: str = "ended-since", outcome: str = "taken") -> None:
        self.findings.append(Finding(0, kind, row.person, row.office, row.actor, row.start, row.end, against, outcome))


def _agree(one: str, other: str) -> bool:
    """Whether two dates may be the same day, to the precision that both have."""
    size = min(len(one), len(other))
    return one[:size] == other[:size]


def _next_day(one: str, other: str) -> bool:
    """Whether one end is the last day in office and the other the day of handing over."""
    return len(one) == len(other) == 10 and abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) == 1


def _joined(rows: Sequence[Leader]) -> list[Leader]:
    """Terms of one person that follow each other without a gap, as one: president after prime minister, or re-elected."""
    out: list[Leader] = []
    for row in sorted(rows, key=lambda r: (r.start, r.end or _EVER)):
        last = out[-1] if out else None
        if last is not None and last.end and first_day(row.start) <= last_day(last.end):
            if not row.end or last_day(row.end) > last_day(last.end):
                out[-1] = last._replace(end=row.end)
        else:
            out.append(row)
    return out


def _days_apart(row: Leader, term: Term) -> float:
    starts = abs(_day(first_day(row.start)) - _day(first_day(term.start))) if row.start else 0.0
    if not row.end or not term.end:
        return starts + (0 if row.end == term.end else 100)
    return starts + abs(_day(last_day(row.end)) - _day(last_day(term.end)))


def _day(date: str) -> float:
    return int(date[:4]) * 365.25 + int(date[5:7]) * 30.4 + int(date[8:10])


def _said(row: Leader) -> str:
    return f"{row.person}, {row.office} of {row.actor}, {row.start or '?'} to {row.end or 'open'} ({row.source})"


def _finding(term: Term, kind: str, row: Leader, against: str, outcome: str) -> Finding:
    return Finding(term.line, kind, row.person, row.office, row.actor, term.start, term.end, against, outcome)

