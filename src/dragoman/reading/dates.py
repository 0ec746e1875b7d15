"""The date of a report that its own first lines give: a header line, or the dateline of agency copy.

    date 2020-11-27 The ministry …                      header     2020-11-27
    Date: 27 November 2020                              header     2020-11-27
    KYIV, Ukraine, March 3, 2022 (Agency) -- …          dateline   2022-03-03
    PARIS, Nov 27 (Agency) -- …                         dateline   month 11, day 27; the year must come from elsewhere
    Suva, 9 September 2022                              dateline   2022-09-09, where it is a line of its own

Only the beginning of a text is looked at; what follows a header's date may be the report itself.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

Span = tuple[int, int]

_MONTHS = "january february march april may june july august september october november december".split()
_NAME = r"(?P<m>(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "september" else "sept?(?:ember)?" for m in _MONTHS) + r")\b\.?)"
_YEAR = r"(?P<y>(?:18|19|20|21)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*\s+)?"
_NTH = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_ISO = r"(?P<y>(?:18|19|20|21)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?![\d-])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\s?[+-]\d\d:?\d\d)?)?"
_STYLES = tuple(
    re.compile(style, re.IGNORECASE)
    for style in (
        _ISO,
        r"(?P<y>(?:18|19|20|21)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
        rf"{_WEEKDAY}{_NTH}(?:\s+of)?[\s-]+{_NAME},?[\s-]+{_YEAR}\b",
        rf"{_WEEKDAY}{_NAME}\s+{_NTH},?\s+{_YEAR}\b",
        r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:18|19|20|21)\d\d)(?!\d)",
    )
)
_LABEL = re.compile(
    r"\ufeff?(?:[A-Za-z][A-Za-z -]{0,24}:[^\n]{0,200}\n){0,6}?[#>*_ \t]*"
    r"(?:date(?:line)?|published(?:\s+(?:on|at|date))?|publication\s+date|pub\s*date|posted(?:\s+on)?|issued|created|updated|time)\b[*_]*[ \t]*[:=\-–]?[*_]*[ \t]*",
    re.IGNORECASE,
)
_HEAD = 1200
_PLACE = r"[A-Z\u00c0-\u00de][\w.'’\u00c0-\u024f -]{1,40}?"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:(?:,|/)\s*{_PLACE}){{0,2}}),?\s+(?i:{_WEEKDAY})"
    rf"(?P<date>(?i:{_NAME})\s*{_NTH}|{_NTH.replace('<d>', '<d2>')}\s+(?i:{_NAME.replace('<m>', '<m2>')}))(?:,?\s+{_YEAR})?,?\s*(?:[(\[/][^)\]/\n]{{2,60}}[)\]/])?\s*(?:--+|[-–—_:])",
)
_D_M_Y = rf"{_NTH}\s+{_NAME},?\s+{_YEAR}"
_M_D_Y = rf"{_NAME}\s+{_NTH},?\s+{_YEAR}".replace("<m>", "<m2>").replace("<d>", "<d2>").replace("<y>", "<y2>")
_OWN_LINE = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:(?:,|/)\s*{_PLACE}){{0,2}}),\s+)?(?i:{_WEEKDAY}(?P<date>{_D_M_Y}|{_M_D_Y}))"
    r"(?:,?[ \t]+\d{1,2}[:.]\d\d[^\n]{0,20})?[ \t.]*\r?(?=\n|$)",
)
"""A date in full that fills a line, as communiques and web pages have it below their title."""


@dataclasses.dataclass(frozen=True, slots=True)
class Dateline:
    """The date in a dateline. ``date`` is ISO, or None where the year is nowhere to be had; the place is as written."""

    date: str | None
    month: int
    day: int
    year: int | None
    place: str
    span: Span
    """The words of the date, in code points of the text."""
    problem: str | None = None
    """Why there is no date, or why it is doubtful."""


def date_of_header(text: str) -> tuple[str, Span] | None:
    """Read the date of a first line such as ``date 2020-11-27 …`` or ``Date: 27 November 2020``.

    Args:
        text: The report from its beginning; at most its first 1,200 characters are looked at.

    Returns:
        The ISO date and the span of its words; None where the text does not begin with a date, or with one that cannot be
        (31 February) or can be read in two ways (3/4/2020).

    >>> date_of_header("date 2020-11-27 The measure passed.")
    ('2020-11-27', (5, 15))
    """
    head = text[:_HEAD]
    label = _LABEL.match(head)
    if label is not None and (found := _date_at(head, label.end())):
        return found
    blank = re.match(r"\s*", head)
    start = blank.end() if blank else 0
    if start and (label := _LABEL.match(head[start:])) and (found := _date_at(head, start + label.end())):
        return found
    found = _date_at(head, start)
    return found if found and _stands_alone(head, found[1][1]) else None


def date_of_dateline(text: str, hint: dt.date | int | str | None = None) -> Dateline | None:
    """Read the dateline of agency copy, ``PARIS, Nov 27 (Agency) --``, within the first lines of a text.

    Args:
        text: The report; its first 1,200 characters are looked at.
        hint: Where the year may come from when the dateline has none: a year, or a day (a date or an ISO string) at or after the
            report, such as that of its retrieval: the latest year that keeps the dateline at or before it is taken.

    Returns:
        The dateline, with ``problem`` set and ``date`` None when its year cannot be told; None where there is no dateline.

    Raises:
        ValueError: ``hint`` is a string that is no ISO date.

    >>> found = date_of_dateline("PARIS, Nov 27 (Agency) -- Ministers met.")
    >>> found.month, found.day, found.date
    (11, 27, None)
    """
    head = text[:_HEAD]
    match = next((m for start in _line_starts(head) if (m := _DATELINE.match(head, start))), None)
    if match is None:
        return _date_of_own_line(head)
    month = _month(match["m"] or match["m2"])
    day = int(match["d"] or match["d2"])
    year = int(match["y"]) if match["y"] else _year_from(hint, month, day)
    end = match.end("y") if match["y"] else match.end("date")
    found = _iso(year, month, day) if year is not None else None
    problem = None
    if year is None:
        problem = f"the dateline {match['date']!r} has no year"
    elif found is None:
        problem = f"the dateline {text[match.start('date') : end]!r} is no day of the calendar"
    return Dateline(found, month, day, year, match["place"].strip(" ,"), (match.start("date"), end), problem)


def _date_of_own_line(head: str) -> Dateline | None:
    match = next((m for start in _line_starts(head) if (m := _OWN_LINE.match(head, start))), None)
    if match is None:
        return None
    day, month, year = int(match["d"] or match["d2"]), _month(match["m"] or match["m2"]), int(match["y"] or match["y2"])
    found = _iso(year, month, day)
    problem = None if found else f"the dateline {match['date']!r} is no day of the calendar"
    return Dateline(found, month, day, year, (match["place"] or "").strip(" ,"), match.span("date"), problem)


def _line_starts(head: str) -> list[int]:
    """Where the first eight lines that are not blank begin."""
    return [m.end() for m in re.finditer(r"(?m)^[ \t]*(?=\S)", head)][:8]


def _date_at(head: str, start: int) -> tuple[str, Span] | None:
    for style in _STYLES:
        if (m := style.match(head, start)) and (found := _from_match(m)):
            return found, (start, m.end())
    return None


def _from_match(m: re.Match[str]) -> str | None:
    groups = m.groupdict()
    year = int(groups["y"])
    if "a" in groups:
        return _numeric(year, int(groups["a"]), int(groups["b"]), groups["sep"] == ".")
    name = groups["m"]
    return _iso(year, int(name) if name.isdigit() else _month(name), int(groups["d"]))


def _numeric(year: int, first: int, second: int, dotted: bool) -> str | None:
    """27/11/2020 and 11/27/2020 are clear, 27.11.2020 is day first by custom, 3/4/2020 is not to be told."""
    if dotted or first > 12:
        return _iso(year, second, first)
    if second > 12 or first == second:
        return _iso(year, first, second)
    return None


def _stands_alone(head: str, end: int) -> bool:
    """A date without a label counts when its line ends there, or goes on after a dash or bar."""
    return re.match(r"[ \t]*(?:[.,]?[ \t]*(?:\n|\r|$)|[-–—|:]\s)", head[end:]) is not None


def _month(name: str) -> int:
    return next(k for k, full in enumerate(_MONTHS, 1) if full[:3] == name[:3].lower())


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_from(hint: dt.date | int | str | None, month: int, day: int) -> int | None:
    if hint is None or isinstance(hint, int):
        return hint
    limit = hint if isinstance(hint, dt.date) else dt.date.fromisoformat(hint[:10])
    return limit.year if (month, day) <= (limit.month, limit.day) else limit.year - 1
