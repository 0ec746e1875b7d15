"""Holidays by name: fixed days, 'the fourth Thursday of November', days counted from Easter, the Islamic and Jewish years.

Sources: Meeus, *Astronomical Algorithms* (1998), chapters 8 and 9, for the two Easters and the Islamic and Jewish calendars
(the tabular Islamic calendar may differ by a day from the sighted one, so its readings are ``vague``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dragoman.world import _calendar_periods as periods

_ISLAMIC_EPOCH = dt.date(622, 7, 19).toordinal()


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (the Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian computus, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The ``n``-th weekday (0 is Monday) of a month, counted from its end where ``n`` is -1."""
    if n > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = periods.add_months(dt.date(year, month, 1), 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)


def islamic(year: int, month: int, day: int) -> dt.date:
    """A day of the tabular Islamic calendar that falls in the Gregorian ``year`` (the first one, where two do)."""
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 4):
        ordinal = _ISLAMIC_EPOCH - 1 + day + (59 * (month - 1) + 1) // 2 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30
        found = dt.date.fromordinal(ordinal)
        if found.year == year:
            return found
    raise ValueError(f"no such day in {year}")


def passover(year: int) -> dt.date:
    """The first day of Passover (15 Nisan), by Gauss's formula."""
    a = (12 * year + 12) % 19
    b = year % 4
    q = 20.0955877 + 1.5542418 * a + 0.25 * b - 0.003177794 * year
    m = int(q)
    j = (m + 3 * year + 5 * b + 1) % 7
    r = q - m
    if j in (2, 4, 6):
        m += 1
    elif j == 1 and a > 6 and r >= 0.632870370:
        m += 2
    elif j == 0 and a > 11 and r >= 0.897723765:
        m += 1
    julian = dt.date(year, 3, 1) + dt.timedelta(days=m - 1)
    return julian + dt.timedelta(days=year // 100 - year // 400 - 2)


def _after(base: Callable[[int], dt.date], offset: int) -> Callable[[int], periods.Reading]:
    return lambda y: periods.day(base(y) + dt.timedelta(days=offset))


def _fixed(month: int, day: int) -> Callable[[int], periods.Reading]:
    return lambda y: periods.day(dt.date(y, month, day))


def _nth(month: int, weekday: int, n: int, offset: int = 0) -> Callable[[int], periods.Reading]:
    return lambda y: periods.day(nth_weekday(y, month, weekday, n) + dt.timedelta(days=offset))


def _moon(month: int, day: int, length: int) -> Callable[[int], periods.Reading]:
    def read(y: int) -> periods.Reading:
        first = islamic(y, month, day)
        last = first + dt.timedelta(days=length - 1)
        value = first.isoformat() if length == 1 else f"{first.isoformat()}/{last.isoformat()}"
        return periods.Reading("DATE", value, first, last, "vague")

    return read


HOLIDAYS: dict[str, Callable[[int], periods.Reading]] = {
    r"new year['’]?s eve": _fixed(12, 31),
    r"new year['’]s(?: day)?|new years day": _fixed(1, 1),
    r"orthodox christmas": _fixed(1, 7),
    r"epiphany": _fixed(1, 6),
    r"christmas eve": _fixed(12, 24),
    r"christmas(?: day)?(?! (?:tree|card|carol|gift|shop|market))": _fixed(12, 25),
    r"boxing day": _fixed(12, 26),
    r"martin luther king(?:,? jr\.?)?(?:['’]s)? (?:birthday|day)": _nth(1, 0, 3),
    r"presidents['’]? day": _nth(2, 0, 3),
    r"(?:st\.? )?valentine['’]?s day": _fixed(2, 14),
    r"(?:st\.?|saint) patrick['’]s day": _fixed(3, 17),
    r"international women['’]s day": _fixed(3, 8),
    r"now?ruz|norouz|nauryz": _fixed(3, 20),
    r"april fools?['’]?s?['’]? day": _fixed(4, 1),
    r"earth day": _fixed(4, 22),
    r"anzac day": _fixed(4, 25),
    r"may day|labou?r day \(may 1\)|international workers['’] day": _fixed(5, 1),
    r"victory day": _fixed(5, 9),
    r"memorial day": _nth(5, 0, -1),
    r"juneteenth": _fixed(6, 19),
    r"bastille day": _fixed(7, 14),
    r"fourth of july|july fourth": _fixed(7, 4),
    r"labou?r day": _nth(9, 0, 1),
    r"columbus day|indigenous peoples['’] day": _nth(10, 0, 2),
    r"halloween": _fixed(10, 31),
    r"all saints['’] day": _fixed(11, 1),
    r"veterans['’]? day|armistice day|remembrance day": _fixed(11, 11),
    r"thanksgiving(?: day)?": _nth(11, 3, 4),
    r"black friday": _nth(11, 3, 4, 1),
    r"shrove tuesday|mardi gras": _after(easter, -47),
    r"ash wednesday": _after(easter, -46),
    r"palm sunday": _after(easter, -7),
    r"maundy thursday|holy thursday": _after(easter, -3),
    r"good friday": _after(easter, -2),
    r"holy saturday": _after(easter, -1),
    r"orthodox easter(?: sunday)?": _after(orthodox_easter, 0),
    r"easter monday": _after(easter, 1),
    r"easter week": lambda y: periods.week(easter(y)),
    r"easter(?: sunday)?": _after(easter, 0),
    r"ascension day": _after(easter, 39),
    r"pentecost|whit sunday": _after(easter, 49),
    r"ramadan": _moon(9, 1, 30),
    r"eid[ -]al[ -]fitr": _moon(10, 1, 1),
    r"eid[ -](?:al|ul)[ -]adha": _moon(12, 10, 1),
    r"ashura": _moon(1, 10, 1),
    r"passover": _after(passover, 0),
    r"rosh ha-?shanah": _after(passover, 163),
    r"yom kippur": _after(passover, 172),
}
"""Pattern of a holiday's name (matched without regard to case) and the reading of it in a year."""
