"""Stretches of the calendar and the arithmetic on them.

    day ⊂ week      month ⊂ quarter ⊂ year ⊂ decade ⊂ century        each knows its first and last day and its
        weekend     season ─────────┘                                TIMEX3 value: 2020-11-27, 2020-W48, 2020-Q4, 202 …

All arithmetic is in the proleptic Gregorian calendar, years 1 to 9999; a step outside raises ``ValueError`` or
``OverflowError``, which the caller of a rule turns into an unresolved reading.
"""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, on the northern hemisphere, as TIMEX3 assumes."""

UNITS = {"D": "day", "W": "week", "WE": "day", "M": "month", "Q": "season", "Y": "year", "E": "vague", "C": "vague"}
"""The precision of each unit. Decades and centuries have no precision of their own in the contract."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression means: TIMEX3 type and value, first and last day (None is open), and how exact that is."""

    type: str
    value: str
    start: dt.date | None = None
    end: dt.date | None = None
    precision: str = "vague"

    @property
    def resolved(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None


def day(d: dt.date, part: str = "") -> Reading:
    """One day; ``part`` (``TMO``, ``TNI`` …) makes it a time of that day."""
    return Reading("TIME" if part else "DATE", d.isoformat() + part, d, d, "day")


def days(first: dt.date, last: dt.date) -> Reading:
    """A run of days, ends included. Raises ``ValueError`` when ``last`` is before ``first``."""
    if last < first:
        raise ValueError("a range that runs backwards")
    return Reading("DATE", f"{first.isoformat()}/{last.isoformat()}", first, last, "day")


def week(d: dt.date) -> Reading:
    """The ISO week (Monday to Sunday) that holds ``d``."""
    monday = d - dt.timedelta(days=d.weekday())
    year, number, _ = d.isocalendar()
    return Reading("DATE", f"{year}-W{number:02d}", monday, monday + dt.timedelta(days=6), "week")


def weekend(d: dt.date) -> Reading:
    """Saturday and Sunday of the ISO week that holds ``d``."""
    saturday = d + dt.timedelta(days=5 - d.weekday())
    year, number, _ = d.isocalendar()
    return Reading("DATE", f"{year}-W{number:02d}-WE", saturday, saturday + dt.timedelta(days=1), "day")


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def month(year: int, number: int) -> Reading:
    """A calendar month."""
    return Reading("DATE", f"{year:04d}-{number:02d}", dt.date(year, number, 1), _last_day(year, number), "month")


def quarter(year: int, number: int) -> Reading:
    """A quarter of a calendar year, 1 to 4."""
    return Reading("DATE", f"{year:04d}-Q{number}", dt.date(year, 3 * number - 2, 1), _last_day(year, 3 * number), "season")


def half(year: int, number: int) -> Reading:
    """A half of a calendar year, 1 or 2."""
    return Reading("DATE", f"{year:04d}-H{number}", dt.date(year, 6 * number - 5, 1), _last_day(year, 6 * number), "season")


def season(year: int, code: str) -> Reading:
    """A season, ``SP`` ``SU`` ``FA`` ``WI``; the winter of a year begins in its December."""
    first = dt.date(year, SEASONS[code], 1)
    return Reading("DATE", f"{year:04d}-{code}", first, _end_of(add_months(first, 2)), "season")


def year(number: int) -> Reading:
    """A calendar year."""
    return Reading("DATE", f"{number:04d}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def years(first: int, last: int) -> Reading:
    """A run of years, ends included. Raises ``ValueError`` when ``last`` is before ``first``."""
    if last < first:
        raise ValueError("a range that runs backwards")
    return Reading("DATE", f"{first:04d}/{last:04d}", dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def fiscal_year(number: int) -> Reading:
    """A fiscal year: it lies somewhere in the named year and the one before, since bodies differ in when theirs begins."""
    return Reading("DATE", f"{number:04d}", dt.date(number - 1, 1, 1), dt.date(number, 12, 31), "vague")


def decade(first: int) -> Reading:
    """The ten years from ``first`` (1990 for the 1990s)."""
    return Reading("DATE", f"{first // 10:03d}", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "vague")


def century(number: int) -> Reading:
    """The hundred years counted as in '20th century' (1901 to 2000)."""
    first = dt.date(100 * (number - 1) + 1, 1, 1)
    return Reading("DATE", f"{number - 1:02d}", first, dt.date(100 * number, 12, 31), "vague")


def _end_of(d: dt.date) -> dt.date:
    return _last_day(d.year, d.month)


def add_months(d: dt.date, count: int) -> dt.date:
    """``d`` moved by whole months, cut back to the month's last day where needed."""
    y, m = divmod(d.year * 12 + d.month - 1 + count, 12)
    return dt.date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))


def move(d: dt.date, count: int, unit: str) -> dt.date:
    """``d`` moved by ``count`` units (``D W M Q Y E C``)."""
    if unit in ("D", "W", "WE"):
        return d + dt.timedelta(days=count * (1 if unit == "D" else 7))
    return add_months(d, count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])


def holding(d: dt.date, unit: str) -> Reading:
    """The unit of the calendar that holds ``d``: its week, month, quarter …"""
    if unit == "D":
        return day(d)
    if unit == "W":
        return week(d)
    if unit == "WE":
        return weekend(d)
    if unit == "M":
        return month(d.year, d.month)
    if unit == "Q":
        return quarter(d.year, (d.month + 2) // 3)
    if unit == "Y":
        return year(d.year)
    if unit == "E":
        return decade(d.year // 10 * 10)
    return century((d.year + 99) // 100)


def same_kind(reading: Reading, moved: dt.date) -> Reading:
    """The period of ``reading``'s kind (day, month, quarter, year) that holds ``moved``."""
    if "-Q" in reading.value:
        return holding(moved, "Q")
    kinds = {"day": "D", "week": "W", "month": "M", "year": "Y"}
    return holding(moved, kinds.get(reading.precision, "Y"))


def duration_value(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: ``P2W``, ``PT30M``, ``P18M``; None counts as 'some' (``PXW``)."""
    number: float | None = count
    if unit.startswith("T"):
        if number == 0.5 and unit == "TH":
            return "PT30M"
        if number is not None and number % 1 == 0.5 and unit != "TS":
            return f"PT{int(number)}{unit[1]}30{'M' if unit == 'TH' else 'S'}"
        return f"PT{_number(number)}{unit[1]}"
    if unit in ("E", "C") and number is not None:
        number, unit = number * (10 if unit == "E" else 100), "Y"
    if unit == "Q" and number is not None:
        number, unit = number * 3, "M"
    if number is not None and number != int(number):
        if unit == "Y":
            number, unit = number * 12, "M"
        elif unit == "M" and number == 0.5:
            number, unit = 2, "W"
        elif unit == "D":
            return f"PT{_number(number * 24)}H"
    return f"P{_number(number)}{unit}"


def _number(n: float | None) -> str:
    return "X" if n is None else str(int(n)) if n == int(n) else f"{n:g}"
