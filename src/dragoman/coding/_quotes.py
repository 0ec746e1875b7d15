"""Quotations: where quoted words begin and end, whatever marks the writer used.

    “They left. ¶ “Nobody came back,” she said.     one quotation, two pieces: the opening mark is repeated
    "Go," he said, "now."                           two quotations
    He spoke of a “so-called 'peace' plan”.         one quotation, and a single one inside it

Straight marks say nothing of direction, so the characters around them do; curly marks are believed unless these contradict. An
apostrophe is not a mark.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_OPENERS = frozenset("“«„‟")
_CLOSERS = frozenset("”»")
_MARK = re.compile(r"``|''|[\"“”«»„‟]|(?<![‘’'])[‘’'](?!')")
_BEFORE_OPENING = frozenset(' \t\n\u00a0([{—–-/:‘“"«„')
_AFTER_CLOSING = frozenset(" \t\n\u00a0)]}—–-/.,;:?!’”\"»…'")
_ELISIONS = re.compile(r"[‘’'](?:s|t|em|til|till|cause|tis|twas|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
_LONGEST_SINGLE = 400
_BORROWED_PARAGRAPHS = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words in one paragraph."""

    start: int
    end: int
    """Half-open, in code points, the marks included."""
    outer: int | None = None
    """The quotation that this one stands in (its index), for a quotation within a quotation."""
    closed: bool = True
    """Has its own closing mark. An unclosed one goes on in the next piece, or ends with its paragraph."""
    resumes: int | None = None
    """The piece in the paragraph before that this one goes on from (its index)."""

    @property
    def span(self) -> Span:
        return self.start, self.end


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Return all quotations, in order of their start, outer before inner.

    Args:
        text: The document.
        paragraphs: Half-open code point spans of its paragraphs, in order.
    """
    found: list[Quotation] = []
    pending: int | None = None  # an unclosed quotation in the paragraph before
    borrowed = 0
    for start, end in paragraphs:
        pieces, stray = _double(text, start, end)
        if pending is not None and borrowed < _BORROWED_PARAGRAPHS and stray is not None and not _opens(text, start, end):
            pieces = [(start, stray, True), *(p for p in pieces if p[0] >= stray)]  # no mark at the start, a closing one inside
        continues = bool(pieces) and pieces[0][0] == _first(text, start, end)
        base = len(found)
        for k, (a, b, closed) in enumerate(pieces):
            found.append(Quotation(a, b, None, closed, pending if k == 0 and continues else None))
        if pieces and not pieces[-1][2]:
            pending, borrowed = base + len(pieces) - 1, 0
        elif pieces or pending is None:
            pending = None
        else:
            borrowed += 1
        found += [Quotation(a, b) for a, b in _single(text, start, end)]
    return _nest(found)


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _opens(text: str, start: int, end: int) -> bool:
    at = _first(text, start, end)
    return at < end and (text[at] in _OPENERS or text[at] == '"' or text[at : at + 2] in ("``", "''"))


def _double(text: str, start: int, end: int) -> tuple[list[tuple[int, int, bool]], int | None]:
    """Quotations in double marks in one paragraph, and the end of a first closing mark that nothing opened."""
    marks = [m for m in _MARK.finditer(text, start, end) if m.group() not in "‘’'" or len(m.group()) == 2]
    out: list[tuple[int, int, bool]] = []
    opened: int | None = None
    depth = 0
    stray: int | None = None
    for k, m in enumerate(marks):
        opening = _is_opening(text, m, start, end, opened is not None)
        if opening and opened is None:
            opened, depth = m.start(), 1
        elif opening:
            rest = sum(x.group() in _CLOSERS for x in marks[k + 1 :])
            if m.group() in _OPENERS and rest >= depth + 1:
                depth += 1
            elif opened is not None:
                stop = _strip_right(text, opened + 1, m.start())
                out.append((opened, stop, False))
                opened, depth = m.start(), 1
        elif opened is not None:
            depth -= 1
            if depth == 0:
                out.append((opened, m.end(), True))
                opened = None
        elif stray is None and not out and not _is_inch(text, m):
            stray = m.end()
    if opened is not None:
        out.append((opened, _strip_right(text, opened + 1, end), False))
    return [p for p in out if any(c.isalnum() for c in text[p[0] : p[1]])], stray


def _strip_right(text: str, low: int, high: int) -> int:
    while high > low and text[high - 1].isspace():
        high -= 1
    return high


def _is_inch(text: str, m: re.Match[str]) -> bool:
    return m.group() in ('"', "''", "”") and m.start() > 0 and text[m.start() - 1].isdigit()


def _is_opening(text: str, m: re.Match[str], start: int, end: int, inside: bool) -> bool:
    """Does this double mark open? ``inside``: a quotation is open."""
    mark = m.group()
    before = text[m.start() - 1] if m.start() > start else " "
    after = text[m.end()] if m.end() < end else " "
    may_open = before in _BEFORE_OPENING and not after.isspace()
    may_close = not before.isspace() and after in _AFTER_CLOSING
    if mark == "``" or mark in _OPENERS:
        return not (inside and may_close and not may_open)
    if mark in _CLOSERS:
        return not inside and may_open and not may_close
    if may_open != may_close:
        return may_open
    return not inside


def _single(text: str, start: int, end: int) -> list[Span]:
    """Quotations in single marks: an opening at a word's start, a closing at a word's end."""
    out: list[Span] = []
    at = start
    marks = [m for m in _MARK.finditer(text, start, end) if m.group() in ("‘", "’", "'")]
    for k, m in enumerate(marks):
        if m.start() < at or not _opens_single(text, m, start, end):
            continue
        stop = _closing_single(text, m, marks[k + 1 :], end)
        if stop is not None:
            out.append((m.start(), stop))
            at = stop
    return out


def _opens_single(text: str, m: re.Match[str], start: int, end: int) -> bool:
    before = text[m.start() - 1] if m.start() > start else " "
    after = text[m.end()] if m.end() < end else " "
    if (before not in _BEFORE_OPENING and before not in '"“«') or not (after.isalnum() or after in '“"[…'):
        return False
    return not _ELISIONS.match(text, m.start()) and (m.group() != "’")


def _closing_single(text: str, opening: re.Match[str], marks: Sequence[re.Match[str]], end: int) -> int | None:
    for k, m in enumerate(marks):
        if m.start() - opening.start() > _LONGEST_SINGLE:
            return None
        before, after = text[m.start() - 1], text[m.end()] if m.end() < end else " "
        if m.group() == "‘" or before.isspace() or after.isalnum():
            continue
        plural = before == "s" and after == " " and m.end() + 1 < end and text[m.end() + 1].islower()
        if plural and any(_could_close(text, n, end) for n in marks[k + 1 : k + 3]):
            continue  # the workers' hall
        return m.end()
    return None


def _could_close(text: str, m: re.Match[str], end: int) -> bool:
    after = text[m.end()] if m.end() < end else " "
    return m.group() != "‘" and not text[m.start() - 1].isspace() and not after.isalnum()


def _nest(found: list[Quotation]) -> tuple[Quotation, ...]:
    order = sorted(range(len(found)), key=lambda i: (found[i].start, -found[i].end))
    new = {old: k for k, old in enumerate(order)}
    out: list[Quotation] = []
    for old in order:
        q = found[old]
        outer = next(
            (k for k in range(len(out) - 1, -1, -1) if out[k].start <= q.start and q.end <= out[k].end and out[k].span != q.span), None
        )
        resumes = new[q.resumes] if q.resumes is not None else None
        out.append(dataclasses.replace(q, outer=outer, resumes=resumes))
    return tuple(out)
