"""The patterns of English time expressions and what each of them means.

    words ──▶ Rule.pattern ──▶ Rule.read(match, Scene) ──▶ Reading
                                        │
                          today, tense of the clause, the reading before

A rule only runs on sentences that hold one of its trigger classes, and a reading without a publication day (``Scene.today`` is
None) is left unresolved by every rule that is anchored.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable
from re import Match

from dragoman.world import _calendar_periods as periods
from dragoman.world._calendar_holidays import HOLIDAYS
from dragoman.world._calendar_periods import Reading

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = {name[:3]: k + 1 for k, name in enumerate(_MONTH_NAMES)}
WEEKDAYS = {name[:3]: k for k, name in enumerate(_DAY_NAMES)}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
NUMBERS: dict[str, float] = {w: k for k, w in enumerate(_ONES.split())}
_TENS = {w: 10 * k for k, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
NUMBERS |= _TENS | {"a": 1, "an": 1, "one": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "a hundred": 100, "the": 1}
NUMBERS |= {"half a": 0.5, "half an": 0.5, "a half": 0.5, "half": 0.5}
ORDINALS = {w: k for k, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
ORDINALS |= {"eleventh": 11, "twelfth": 12, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_TEENTH = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
CENTURIES = ORDINALS | {w: k for k, w in enumerate(_TEENTH, 13)} | {"twenty-first": 21}
UNITS = {"day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}
UNITS |= {"second": "TS", "minute": "TM", "hour": "TH", "centurie": "C"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}


@dataclasses.dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at: the publication day, the clause's tense, and the reading before this one, if near."""

    today: dt.date | None
    tense: Callable[[], str]
    last: Reading | None
    quarter: Reading | None
    """The quarter that the document spoke of last: 'a year earlier' in a company's report means that quarter's."""
    before: str
    """The words of the sentence before the expression."""
    after: str
    """The words of the sentence after it."""

    @property
    def day(self) -> dt.date:
        """The publication day. Raises ``ValueError`` where it is unknown."""
        if self.today is None:
            raise ValueError("no publication day")
        return self.today


@dataclasses.dataclass(frozen=True)
class Rule:
    """A pattern, the trigger classes one of which a sentence must hold, and the reading of a match."""

    name: str
    needs: str
    written: str
    """The pattern's source, in any case; a blank that is escaped stands for any white space."""
    read: Callable[[Match[str], Scene], Reading | None]
    unanchored: tuple[str, str] = ("DATE", "XXXX-XX-XX")
    """Type and value when the reading cannot be made."""

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a sentence first holds one of the triggers: a short report needs few of the rules."""
        return re.compile(self.written.replace(r"\ ", r"\s+"), re.IGNORECASE)


# Trigger classes: m month, w weekday, u unit, n digit, d deictic word, s season, r reference word, h holiday, t clock
TRIGGER = re.compile(
    r"\b(?:(?P<m>jan(?:uary|\b)|feb(?:ruary|\b)|mar(?:ch|\b)|apr(?:il|\b)|may\b|june?\b|july?\b|aug(?:ust|\b)|sept?(?:ember|\b)"
    r"|oct(?:ober|\b)|nov(?:ember|\b)|dec(?:ember|\b))"
    r"|(?P<w>(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b)"
    r"|(?P<u>(?:mid)?(?:second|minute|hour|day|night|week|weekend|weekday|month|quarter|year|decade|centur|morning|afternoon|evening)"
    r"|half\b)"
    r"|(?P<n>\d|q[1-4]\b|nineteen\b|twenty\b|eighteen\b|'\d|’\d)"
    r"|(?P<d>yesterday|today|tomorrow|tonight|overnight)"
    r"|(?P<s>spring|summer|fall\b|autumn|winter)"
    r"|(?P<r>now\b|current|present|recent|soon\b|future|past\b|previously|formerly|lately|nowadays|dai|annual|nightly|biennial"
    r"|fiscal|eighties|nineties|seventies|sixties|fifties|at the time)"
    r"|(?P<h>new year|christmas|orthodox|epiphany|boxing|martin|president|valentine|st\b|saint|international|n[oa][uwr]|april|earth|anzac"
    r"|labou?r|victory|memorial|juneteenth|bastille|fourth|columbus|indigenous|halloween|all saint|veteran|armistice|remembrance"
    r"|thanksgiving|black|shrove|mardi|ash|palm|maundy|holy|good|easter|ascension|pentecost|whit|ramadan|eid|passover|rosh|yom)"
    r"|(?P<t>noon\b|midnight\b))"
)
"""Word beginnings that a time expression must have one of; the group says of which class. To be run on lower-cased text: that is twice as fast as
matching without regard to case."""

_MON = (
    "(?-i:"
    + "|".join(f"{n.title()}|{n.upper()}" for n in _MONTH_NAMES)
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_DAY = "(?-i:" + "|".join(f"{n.title()}|{n.upper()}|{n}" for n in _DAY_NAMES) + r"|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b(?:\.|(?=,?\ \d|,\ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))))"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_UNIT = r"(?:seconds|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|century|centuries)"
_DATE_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century)"
_WORD_NUMBER = (
    "(?:" + "|".join(sorted(_TENS, key=len, reverse=True)) + ")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|" + "|".join(
        sorted((w for w in NUMBERS if w.isalpha() and w not in {*_TENS, "a", "an", "the", "half"}), key=len, reverse=True)
    )
)
_VAGUE = r"a\ few|few|several|many|some|numerous|dozens\ of|hundreds\ of|thousands\ of|two\ or\ three"
_NUM = rf"(?:\d{{1,3}}(?:,\d{{3}})+|(?!{_YEAR}\b)\d+(?:\.\d+)?|half\ an?|a\ half|(?:a\ )?couple\ of|a\ dozen|a\ hundred|{_VAGUE}|{_WORD_NUMBER}|an?)"
_RANGE = rf"(?:\ ?(?:to|or|-|–|and)\ ?(?:\d+|{_WORD_NUMBER}|half|so))?"
_POD = r"(?:morning|afternoon|evening|night)"
_PART_MOD = r"(?:(?:early|late|mid)[- ]|(?:late|early)\ (?:on\ |in\ )?)?"
_ABOUT = r"(?:(?:nearly|almost|more\ than|less\ than|at\ least|up\ to|at\ most|roughly|over|about|around|some|within)\ )?"
_ZONE = r"(?:\ ?(?:GMT|UTC|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|BST|CET|CEST|MSK|(?:local|Moscow|Beijing|Eastern|Pacific)\ time))?"


@functools.cache
def _ctx_words() -> re.Pattern[str]:
    return re.compile(r"(?:resolution|flight|article|section|order|route|channel|room|page|boeing|unit|bill|case|document|highway|no\.|number)\s*$", re.I)


def _clean(words: str) -> str:
    return " ".join(words.lower().split())


def _month(words: str) -> int:
    return MONTHS[words[:3].lower()]


def _weekday(words: str) -> int:
    return WEEKDAYS[words[:3].lower()]


def _unit(words: str) -> str:
    w = words.lower()
    return UNITS["century" if w.startswith("centur") else w.rstrip("s")]


def _ordinal_day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def number(words: str) -> float | None:
    """The number that words name (``twenty-five`` → 25), None for a vague one (``several``). Raises ``ValueError`` for no number."""
    w = _clean(words).replace(",", "")
    if re.fullmatch(_VAGUE, w.replace(" ", " "), re.X):
        return None
    if w in NUMBERS:
        return NUMBERS[w]
    parts = re.split(r"[- ]", w)
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in NUMBERS:
        return _TENS[parts[0]] + NUMBERS[parts[1]]
    return float(w)


def _split_range(words: str) -> str:
    return re.split(r"\s?(?:\bto\b|\bor\b|-(?=\d)|–|\band\b)\s?", words)[0].strip() or words


# --- how a tense moves a date that lacks its year, or a weekday its week


_AHEAD = {"past": 5.0, "present": 3.0, "future": 0.8}
"""How many times nearer a coming day must be than the one gone by to be meant. A day without a year is mostly a near one:
'a dividend payable Dec. 7' stands in a past clause, yet says what is to come."""


def nearest_year(scene: Scene, month_number: int, day_number: int | None) -> int:
    """The year of a month, or of a day in a month, that the text leaves out. Raises ``ValueError`` without a publication day."""
    today = scene.day
    if day_number is None and month_number == today.month:
        return today.year
    back = (today.month - month_number) * 30.4 + (today.day - (day_number or 15))
    back = back if back >= 0 else back + 365
    if back == 0:
        return today.year
    ahead = 365 - back
    before = today.year - (1 if (month_number, day_number or today.day) > (today.month, today.day) else 0)
    return before + (1 if ahead * _AHEAD[scene.tense()] < back else 0)


def nearest_weekday(scene: Scene, weekday: int) -> dt.date:
    """The day that a weekday's name means: past unless the clause is future, the publication day where it is its own name."""
    if scene.tense() == "future" and not re.match(r"['’]s\b", scene.after):
        return scene.day + dt.timedelta(days=(weekday - scene.day.weekday()) % 7)
    return scene.day - dt.timedelta(days=(scene.day.weekday() - weekday) % 7)


# --- readers, in the order of the rules below


def _no_such_day(year: int | None, month_number: int) -> Reading:
    name = "XXXX" if year is None else f"{year:04d}"
    return Reading("DATE", f"{name}-{min(month_number, 12):02d}-XX")


def _date(year: int, month_number: int, day_number: int, part: str = "") -> Reading:
    try:
        return periods.day(dt.date(year, month_number, day_number), part)
    except ValueError:
        return _no_such_day(year, month_number)


def _part(m: Match[str]) -> str:
    words = m.groupdict().get("p")
    return PARTS[words.lower()] if words else ""


def _full_date(m: Match[str], _: Scene) -> Reading:
    return _date(int(m["y"]), _month(m["m"]), _ordinal_day(m["d"]), _part(m))


def _iso_date(m: Match[str], _: Scene) -> Reading:
    return _date(int(m["y"]), int(m["m"]), int(m["d"]))


def _slash_date(m: Match[str], scene: Scene) -> Reading | None:
    a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 2:
        y += 1900 if y > 40 else 2000
    dotted = m["sep"] == "."
    if len(m["y"]) == 2 and dotted or max(a, b) > 31 or min(a, b) < 1 or min(a, b) > 12:
        return None
    day_first = dotted or a > 12
    return _date(y, b, a) if day_first else _date(y, a, b)


def _day_in_month(m: Match[str], scene: Scene) -> Reading:
    month_number, day_number = _month(m["m"]), _ordinal_day(m["d"])
    if re.match(r"\s+(?:terror\w*\s+|suicide\s+)?(?:attacks?|hijack\w+)\b", scene.after) and (month_number, day_number) == (9, 11):
        return _date(2001, 9, 11)
    if scene.today is None:
        good = 1 <= day_number <= 31
        return Reading("DATE", f"XXXX-{month_number:02d}-{day_number:02d}" if good else f"XXXX-{month_number:02d}-XX")
    shared = re.match(rf"\s*(?:to|until|and|or|through|-|–)\s+(?:{_MON}\s+{_NTH}|{_NTH}\s+{_MON}),?\s+({_YEAR})\b", scene.after, re.I)
    year = int(shared[1]) if shared else nearest_year(scene, month_number, day_number)
    return _date(year, month_number, day_number, _part(m))


def _day_range(m: Match[str], scene: Scene) -> Reading:
    """'5-7 January', 'Nov. 3 to 5'."""
    first, last, name = _ordinal_day(m["d"]), _ordinal_day(m["e"]), _month(m["m"])
    if m["y"]:
        year = int(m["y"])
    elif scene.today is None:
        return Reading("DATE", f"XXXX-{name:02d}-{first:02d}/XXXX-{name:02d}-{last:02d}")
    else:
        year = nearest_year(scene, name, last)
    try:
        return periods.days(dt.date(year, name, first), dt.date(year, name, last))
    except ValueError:
        return _no_such_day(year, name)


def _month_of_year(m: Match[str], _: Scene) -> Reading:
    return periods.month(int(m["y"]), _month(m["m"]))


def _month_range(m: Match[str], _: Scene) -> Reading:
    begin, end, year = _month(m["m"]), _month(m["n"]), int(m["y"])
    first, last = periods.month(year - (begin > end), begin), periods.month(year, end)
    return Reading("DATE", f"{first.value}/{last.value}", first.start, last.end, "month")


def _bare_month(m: Match[str], scene: Scene) -> Reading:
    number_ = _month(m["m"])
    if scene.today is None:
        return Reading("DATE", f"XXXX-{number_:02d}")
    return periods.month(nearest_year(scene, number_, None), number_)


def _relative_month(m: Match[str], scene: Scene) -> Reading:
    today, number_, word = scene.day, _month(m["m"]), m["r"].lower()
    if word in ("last", "past", "previous"):
        return periods.month(today.year - (number_ >= today.month), number_)
    if word == "next":
        return periods.month(today.year + (number_ <= today.month), number_)
    return periods.month(today.year, number_)


def _weekday_name(m: Match[str], scene: Scene) -> Reading:
    weekday, today = _weekday(m["w"]), scene.day
    word = (m["r"] or "").lower()
    if word in ("last", "past"):
        found = today - dt.timedelta(days=(today.weekday() - weekday) % 7 or 7)
    elif word in ("next", "coming"):
        found = today + dt.timedelta(days=(weekday - today.weekday()) % 7 or 7)
    elif word in ("previous", "following") and scene.last and scene.last.start:
        base, step = scene.last.start, 1 if word == "following" else -1
        found = base + dt.timedelta(days=step * ((step * (weekday - base.weekday())) % 7 or 7))
    elif word == "this":
        found = today - dt.timedelta(days=today.weekday() - weekday)
    else:
        found = nearest_weekday(scene, weekday)
    return periods.day(found, _part(m))


def _deictic(m: Match[str], scene: Scene) -> Reading:
    word = _clean(m["x"])
    back = {"yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2, "last night": -1, "overnight": -1}
    part = "TNI" if word in ("tonight", "last night", "overnight") else _part(m)
    return periods.day(scene.day + dt.timedelta(days=back.get(word, 0)), part)


def _this_part(m: Match[str], scene: Scene) -> Reading:
    return periods.day(scene.day, _part(m))


def _that_part(m: Match[str], scene: Scene) -> Reading | None:
    if scene.last is None or scene.last.start is None or scene.last.precision not in ("day", "minute"):
        return Reading("TIME", "XXXX-XX-XX" + _part(m))
    return periods.day(scene.last.start, _part(m))


def _count(m: Match[str]) -> float | None:
    return number(_split_range(m["n"]))


def _narrative_base(scene: Scene) -> Reading | None:
    last = scene.last
    if last is None or last.type not in ("DATE", "TIME") or last.start is None or last.precision == "vague":
        return None
    return last


def _offset(base: dt.date, count: float | None, unit: str, sign: int) -> Reading:
    if unit.startswith("T"):
        return periods.day(base) if count is None or count < 24 else periods.day(base + dt.timedelta(hours=sign * count))
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", None if sign < 0 else base, base if sign < 0 else None)
    if count == 0.5:
        half = {"Y": (6, "M"), "E": (5, "Y"), "C": (50, "Y"), "M": (2, "W"), "D": (0, "D")}
        whole, unit = half.get(unit, (1, unit))
    else:
        whole = round(count)
    moved = periods.move(base, sign * whole, unit)
    return periods.holding(moved, unit) if unit not in ("E", "C") else periods.year(moved.year)


def _ago(m: Match[str], scene: Scene) -> Reading:
    unit, count = _unit(m["u"]), _count(m)
    if unit == "Y" and count == 1 and scene.quarter and scene.quarter.start:
        return periods.same_kind(scene.quarter, periods.move(scene.quarter.start, -1, "Y"))
    return _offset(scene.day, count, unit, -1)


def _long_ago(_: Match[str], scene: Scene) -> Reading:
    return Reading("DATE", "PAST_REF", None, scene.day, "vague")


def _from_now(m: Match[str], scene: Scene) -> Reading:
    return _offset(scene.day, _count(m), _unit(m["u"]), 1)


def _earlier(m: Match[str], scene: Scene) -> Reading:
    unit, count = _unit(m["u"]), _count(m)
    sign = -1 if m["k"].lower() in ("earlier", "before", "previously", "prior") else 1
    base = (scene.quarter if unit == "Y" and count == 1 and sign < 0 else None) or _narrative_base(scene)
    if base is None or base.start is None:
        if sign > 0 or unit.startswith("T"):
            return Reading("DURATION", periods.duration_value(count, unit))
        return _offset(scene.day, count, unit, sign)
    if count is None:
        return Reading("DURATION", periods.duration_value(None, unit), base.start if sign > 0 else None, None if sign > 0 else base.end)
    if unit == "Y" and base.precision in ("season", "month", "day") and count == int(count):
        return periods.same_kind(base, periods.move(base.start, sign * int(count), "Y"))
    return _offset(base.start, count, unit, sign)


def _year_ago_adjective(m: Match[str], scene: Scene) -> Reading:
    base = scene.quarter
    if base and base.start:
        return periods.same_kind(base, periods.move(base.start, -1, "Y"))
    return periods.year(scene.day.year - 1)


def _window(m: Match[str], scene: Scene) -> Reading:
    """'the past two weeks', 'the next few days': a duration that ends, or begins, at publication."""
    unit, count = _unit(m["u"]), _count(m) if m.groupdict().get("n") else None
    value, today = periods.duration_value(count, unit), scene.day
    back = m["r"].lower() in ("last", "past", "previous", "recent", "preceding")
    if count is None or unit.startswith("T"):
        return Reading("DURATION", value, None if back else today, today if back else None, "vague")
    precision = periods.UNITS[unit]
    if count != int(count):
        return Reading("DURATION", value, None if back else today, today if back else None, "vague")
    other = periods.move(today, -int(count) if back else int(count), unit)
    return Reading("DURATION", value, min(other, today), max(other, today), precision)


def _past_one(m: Match[str], scene: Scene) -> Reading:
    """'the past year', 'the past decade': the unit that ends at publication."""
    unit, today = _unit(m["u"]), scene.day
    return Reading("DURATION", periods.duration_value(1, unit), periods.move(today, -1, unit), today, periods.UNITS[unit])


def _first_units(m: Match[str], scene: Scene) -> Reading:
    """'the first nine months [of 2019]': counted from the year's beginning, where the unit fits in a year."""
    unit, count = _unit(m["u"]), _count(m)
    value = periods.duration_value(count, unit)
    year = int(m["y"]) if m["y"] else None
    if year is None or count is None or unit not in ("D", "W", "M", "Q") or count != int(count):
        return Reading("DURATION", value)
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    span = int(count)
    if m["r"].lower() in ("last", "final"):
        return Reading("DURATION", value, periods.move(last + dt.timedelta(days=1), -span, unit), last, periods.UNITS[unit])
    return Reading("DURATION", value, first, periods.move(first, span, unit) - dt.timedelta(days=1), periods.UNITS[unit])


_STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1}


def _relative_unit(m: Match[str], scene: Scene) -> Reading:
    unit, word = _unit(m["u"]), m["r"].lower()
    base = scene.day
    if word in ("previous", "preceding", "following", "same", "that") and scene.last and scene.last.start:
        base = scene.last.start
    if unit == "WE":
        return _weekend(word, scene)
    found = periods.holding(periods.move(base, _STEP.get(word, 0), unit), unit)
    return _narrow(found, (m["mod"] or "").lower(), scene)


def _narrow(found: Reading, mod: str, scene: Scene) -> Reading:
    """'earlier this week' ends today; 'later this year' begins today."""
    today = scene.today
    if today and found.start and found.end and found.start <= today <= found.end:
        if mod == "earlier":
            return dataclasses.replace(found, end=today)
        if mod == "later":
            return dataclasses.replace(found, start=today)
    return found


def _weekend(word: str, scene: Scene) -> Reading:
    today = scene.day
    running = today.weekday() >= 5
    if word in ("next", "coming", "upcoming"):
        return periods.weekend(today + dt.timedelta(days=7 if running else 0))
    past = scene.tense() != "future" if word != "this" else scene.tense() == "past"
    if word in ("last", "past", "previous") or past:
        return periods.weekend(today - dt.timedelta(days=0 if running and word not in ("last", "previous") else 7))
    return periods.weekend(today)


def _the_weekend(_: Match[str], scene: Scene) -> Reading:
    return _weekend("the", scene)


def _the_unit(m: Match[str], scene: Scene) -> Reading:
    """'the year', 'the quarter', 'the day': the one spoken of, or the current one."""
    unit = _unit("quarter" if m["u"].lower() == "period" else m["u"])
    last = _narrative_base(scene)
    if unit == "Q":
        if scene.quarter:
            return scene.quarter
        return periods.holding(periods.move(scene.day, -1, "Q"), "Q")
    if unit == "D":
        return periods.day(last.start if last and last.start and last.precision == "day" else scene.day)
    return periods.holding(scene.day, unit)


def _edge(m: Match[str], scene: Scene) -> Reading:
    """'the end of the year', 'year-end', 'the middle of next month': the whole period, since 'the end' is vague."""
    return periods.holding(scene.day, _unit(m["u"]))


def _that_day(_: Match[str], scene: Scene) -> Reading:
    last = scene.last
    if last and last.start and last.start == last.end:
        return periods.day(last.start)
    return Reading("DATE", "XXXX-XX-XX")


def _season_relative(m: Match[str], scene: Scene) -> Reading:
    code, today = SEASONS[m["s"].lower()], scene.day
    word = _clean(m["r"])
    year = today.year
    running = periods.season(year if not (code == "WI" and today.month < 3) else year - 1, code)
    inside = bool(running.start and running.end and running.start <= today <= running.end)
    begun = bool(running.start and running.start <= today)
    if word == "next":
        return periods.season(year + (1 if begun and running.start and running.start.year == year else 0), code)
    if word in ("last", "this past", "past"):
        if running.end and running.end < today:
            return running
        return periods.season((running.start.year if running.start else year) - 1, code)
    if inside or word == "this":
        return running
    if scene.tense() == "future":
        return periods.season(year + (1 if begun else 0), code)
    return running if begun else periods.season(year - 1, code)


def _season_of_year(m: Match[str], _: Scene) -> Reading:
    return periods.season(int(m["y"]), SEASONS[m["s"].lower()])


def _quarter_name(m: Match[str], scene: Scene) -> Reading:
    words = m["q"].lower()
    k = ORDINALS[words] if words in ORDINALS else int(words[-1])
    kind = periods.half if (m.groupdict().get("half") or "").lower().startswith("half") else periods.quarter
    size = 6 if kind is periods.half else 3
    groups = m.groupdict()
    if groups.get("y"):
        return kind(int(groups["y"]), k)
    if relative := groups.get("rel") or groups.get("of"):
        return kind(scene.day.year + {"last": -1, "next": 1}.get(relative.lower(), 0), k)
    if groups.get("ya"):
        return kind(scene.day.year - 1, k)
    started = (k - 1) * size + 1 <= scene.day.month
    if not started and scene.tense() == "future":
        return kind(scene.day.year, k)
    return kind(scene.day.year - (0 if started else 1), k)


def _decade_of(m: Match[str], _: Scene) -> Reading:
    digits = m["y"]
    if len(digits) == 4:
        return periods.decade(int(digits))
    return periods.decade((1900 if int(digits) >= 20 else 2000) + int(digits))


def _decade_word(m: Match[str], _: Scene) -> Reading:
    return periods.decade(1900 + {"f": 50, "s": 60, "e": 80, "n": 90, "t": 20}[m["w"][0].lower()] + (10 if m["w"].lower() == "seventies" else 0))


def _century_of(m: Match[str], _: Scene) -> Reading:
    words = m["c"].lower()
    return periods.century(CENTURIES[words] if words in CENTURIES else _ordinal_day(words))


def _year_number(m: Match[str], scene: Scene) -> Reading | None:
    year = int(m["y"])
    if _ctx_words().search(scene.before):
        return None
    return periods.year(year)


def _year_range(m: Match[str], _: Scene) -> Reading | None:
    first, last = int(m["y"]), int(m["z"])
    if len(m["z"]) == 2:
        last += first // 100 * 100
    return periods.years(first, last)


def _short_year(m: Match[str], _: Scene) -> Reading:
    k = int(m["y"])
    return periods.year((1900 if k > 40 else 2000) + k)


def _spoken_year(m: Match[str], _: Scene) -> Reading:
    base = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[m["c"].lower()]
    rest = m["k"].lower()
    year = base if rest == "hundred" else base + int(number(rest) or 0)
    return periods.month(year, _month(m["m"])) if m["m"] else periods.year(year)


def _fiscal(m: Match[str], scene: Scene) -> Reading:
    digits = m.groupdict().get("y")
    if not digits:
        shift = _STEP.get((m["r"] or "").lower(), 0)
        return periods.fiscal_year(scene.day.year + shift)
    year = int(digits)
    return periods.fiscal_year(year if year > 100 else (1900 if year > 40 else 2000) + year)


def _duration(m: Match[str], scene: Scene) -> Reading | None:
    words = m["n"]
    if words.isdigit() and m["u"].istitle() or m["u"].lower() == "quarters" and "three" in words.lower():
        return None
    if words.lower() in ("a", "an") and re.search(r"(?:\d|\bmillion|\bbillion|\bhundred|\bthousand|\bdollars|[a-z]{3,}s)\s*$", scene.before) and not re.search(
        r"\b(?:has|was|is|this|lasts|takes|plus|perhaps|minus)\s*$", scene.before
    ):
        return None
    if re.match(r"[- ](?:olds?\b|of[- ]age)", scene.after) or re.search(r"\baged?\s*$", scene.before):
        return None
    count = number(_split_range(words))
    if m.groupdict().get("extra"):
        count = (count or 0) + 0.5
    return Reading("DURATION", periods.duration_value(count, _unit(m["u"])))


def _bare_units(m: Match[str], _: Scene) -> Reading:
    return Reading("DURATION", periods.duration_value(None, _unit(m["u"])))


def _long(m: Match[str], _: Scene) -> Reading:
    return Reading("DURATION", periods.duration_value(1 if "long" in m.group().lower() else None, _unit(m["u"])))


def _every(m: Match[str], _: Scene) -> Reading:
    word = m["u"].lower()
    step = (m["k"] or "").lower()
    count = 2 if step in ("other", "second") else int(number(step) or 1) if step else 1
    if word[:3] in WEEKDAYS and word.rstrip("s").endswith("day") and word.rstrip("s") != "day":
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[word[:3]] + 1}")
    if word.rstrip("s") in PARTS:
        return Reading("SET", "XXXX-XX-XX" + PARTS[word.rstrip("s")])
    if word in SEASONS:
        return Reading("SET", f"XXXX-{SEASONS[word]}")
    if word[:3] in MONTHS and word in _MONTH_NAMES:
        return Reading("SET", f"XXXX-{MONTHS[word[:3]]:02d}")
    return Reading("SET", periods.duration_value(count, _unit(word)))


_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _adverb(m: Match[str], _: Scene) -> Reading:
    return Reading("SET", _ADVERBS[m["a"].lower()])


def _weekdays(m: Match[str], _: Scene) -> Reading:
    return Reading("SET", f"XXXX-WXX-{_weekday(m['w']) + 1}" + _part_plural(m))


def _part_plural(m: Match[str]) -> str:
    words = m.groupdict().get("pp")
    return PARTS[words.lower().rstrip("s")] if words else ""


_REFERENCES = {
    "PRESENT_REF": r"(?:right\ |just\ |until\ |till\ )?now(?!\ and\ then)|currently|at\ present|presently|nowadays"
    r"|at\ (?:the|this)\ moment|(?:at\ )?(?:the\ )?present\ time|these\ days|the\ present(?=[,.])",
    "PAST_REF": r"recently|recent|lately|formerly|the\ (?:recent\ |distant\ )?past(?=[.,;)\s](?!\s*(?:\w+\s)?"
    r"(?:seconds?|minutes?|hours?|days?|weeks?|weekend|months?|quarters?|years?|decades?|centur\w+|spring|summer|fall|autumn|winter)\b))"
    r"|at\ the\ time",
    "FUTURE_REF": r"(?<!as\s)soon(?!\ after)|the\ (?:near\ |foreseeable\ |distant\ )?future(?!s)(?=\W)|(?:near|foreseeable)\ future",
}


def _reference(m: Match[str], scene: Scene) -> Reading:
    value = m.lastgroup or "PRESENT_REF"
    today = scene.today
    if value == "PRESENT_REF":
        return Reading("DATE", value, today, today, "vague")
    return Reading("DATE", value, None if value == "PAST_REF" else today, today if value == "PAST_REF" else None, "vague")


def _clock(m: Match[str], scene: Scene) -> Reading | None:
    words = m["h"].lower()
    hour, minute = {"noon": (12, 0), "midnight": (0, 0)}.get(words, (-1, 0))
    if hour < 0:
        hour, minute = int(words), int(m["mi"] or 0)
        half = (m.groupdict().get("ap") or "")[:1].lower()
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif part := m.groupdict().get("p"):
            hour = hour % 12 + (0 if part.lower() == "morning" else 12)
    if hour > 23 or minute > 59:
        return None
    stamp = f"T{hour:02d}:{minute:02d}"
    today = scene.today
    if today is None:
        return Reading("TIME", "XXXX-XX-XX" + stamp)
    return Reading("TIME", today.isoformat() + stamp, today, today, "minute")


def _day_of_this_month(m: Match[str], scene: Scene) -> Reading | None:
    k = _ordinal_day(m["d"])
    today = scene.day
    if not 1 <= k <= 31:
        return None
    base = today if k <= today.day or scene.tense() == "future" else periods.add_months(today, -1)
    return _date(base.year, base.month, k)


def _attacks(_: Match[str], __: Scene) -> Reading:
    return _date(2001, 9, 11)


def _holiday(m: Match[str], scene: Scene) -> Reading | None:
    make = list(HOLIDAYS.values())[next(k for k in range(len(HOLIDAYS)) if m[f"h{k}"] is not None)]
    if m["y"]:
        return make(int(m["y"]))
    today, word = scene.day, (m["r"] or "").lower()
    around = [make(today.year + k) for k in (-1, 0, 1)]
    past = [c for c in around if c.start and (c.start < today or c.start == today and word != "last")]
    ahead = [c for c in around if c.start and c.start >= today]
    if word in ("next", "coming") or not past:
        return ahead[0]
    if word == "last" or not ahead or past[-1].start == today:
        return past[-1]
    back, forth = (today - (past[-1].start or today)).days, ((ahead[0].start or today) - today).days
    return ahead[0] if forth * _AHEAD[scene.tense()] < back else past[-1]


# --- the table


def _rule(name: str, needs: str, pattern: str, read: Callable[[Match[str], Scene], Reading | None], unanchored: tuple[str, str] | None = None) -> Rule:
    return Rule(name, needs, pattern, read, unanchored or ("DATE", "XXXX-XX-XX"))


def _absolute() -> list[Rule]:
    mod = r"(?:(?:early|late|mid)[- ]|(?:the\ )?(?:end|start|beginning|middle)\ of\ )?"
    weekday = rf"(?:{_DAY},?\ (?:the\ )?)?"
    return [
        _rule("month-day-year", "m", rf"\b{weekday}(?P<m>{_MON})\s+(?:the\ )?(?P<d>{_NTH}),?\s+(?P<y>{_YEAR})\b", _full_date),
        _rule("day-month-year", "m", rf"\b{weekday}(?P<d>{_NTH})\ (?:of\ )?(?P<m>{_MON}),?\s+(?P<y>{_YEAR})\b", _full_date),
        _rule("day-mon-year", "m", rf"\b(?P<d>\d{{1,2}})-(?P<m>{_MON})-(?P<y>{_YEAR})\b", _full_date),
        _rule("iso", "n", rf"(?<![\d-])(?P<y>{_YEAR})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?![\d-])", _iso_date),
        _rule("slash", "n", r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])(?!\.\d)", _slash_date),
        _rule(
            "month-days", "m",
            rf"\b(?P<m>{_MON})\s+(?P<d>{_NTH})\s?(?:-|–|to|through|until)\s?(?P<e>{_NTH})\b(?!:)(?:,?\s+(?P<y>{_YEAR})\b)?",
            _day_range,
        ),
        _rule(
            "days-month", "m",
            rf"\b(?P<d>{_NTH})\s?(?:-|–|to|until)\s?(?P<e>{_NTH})\ (?:of\ )?(?P<m>{_MON})(?:,?\s+(?P<y>{_YEAR})\b)?",
            _day_range,
        ),
        _rule("month-day", "m", rf"\b{weekday}(?P<m>{_MON})\s+(?:the\ )?(?P<d>{_NTH})\b(?![:.]\d|,\d)(?:\ (?P<p>{_POD}))?", _day_in_month),
        _rule("day-month", "m", rf"\b(?:{_DAY},?\ (?:the\ )?)?(?:the\ )?(?<![.,:])(?P<d>{_NTH})\ (?:of\ )?(?P<m>{_MON})(?![a-z])(?!\s+\d{{1,2}}\b)", _day_in_month),
        _rule("month-range", "m", rf"\b(?P<m>{_MON})\s?(?:-|–|to|through|until)\s?(?P<n>{_MON}),?\s+(?P<y>{_YEAR})\b", _month_range),
        _rule("month-year", "m", rf"\b{mod}(?P<m>{_MON}),?\s+(?:of\ )?(?P<y>{_YEAR})\b", _month_of_year),
        _rule("relative-month", "m", rf"\b(?:(?:early|late|mid)[- ])?(?P<r>last|next|this|past|previous)\ (?P<m>{_MON})(?![a-z])", _relative_month, ("DATE", "XXXX-XX")),
        _rule(
            "month", "m",
            rf"\b{mod}(?P<m>(?-i:January|February|April|June|July|August|September|October|November|December)|(?<!to\s)(?-i:March)(?!\s(?:on|for|of)\b)"
            r"|(?-i:(?:(?<=\b[Ii]n\s)|(?<=\b[Ii]n\slate\s)|(?<=since\s)|(?<=[Ss]ince\s)|(?<=until\s)|(?<=early\s)|(?<=late\s)|(?<=[Bb]y\s)|(?<=mid-)|(?<=from\s)"
            r"|(?<=to\s)|(?<=for\s)|(?<=of\s)|(?<=before\s)|(?<=after\s)|(?<=and\s))May(?!\s[A-Z])))\b(?!\s+\d)",
            _bare_month,
        ),
        _rule("century", "u", r"\b(?:the\ )?(?:(?:early|late|mid)[- ])?(?P<c>\d{1,2}(?:st|nd|rd|th)|" + "|".join(CENTURIES) + r")[- ]century\b", _century_of),
        _rule("decade", "n", r"\b(?:the\ )?(?:(?:early|late|mid)[- ])?(?P<y>1[5-9]\d0|20\d0)['’]?s\b", _decade_of),
        _rule("short-decade", "n", r"(?:\b(?:the|early|late|mid)[- ])+['’`]?(?P<y>[2-9]0)['’]?s\b", _decade_of),
        _rule("decade-word", "r", r"\b(?:the\ |(?:early|late|mid)[- ])+(?P<w>fifties|sixties|seventies|eighties|nineties)\b", _decade_word),
        _rule("season-year", "s", rf"\b(?:the\ )?(?:(?:early|late|mid)[- ])?(?P<s>spring|summer|fall|autumn|winter)(?:\ of|,)?\ (?P<y>{_YEAR})\b", _season_of_year),
        _rule("fiscal-year", "rn", r"\b(?:the\ )?(?:fiscal\ (?:year\ )?|FY\s?)(?P<y>(?:19|20)\d\d|(?<=FY)\d\d)\b", _fiscal),
        _rule("year-range", "n", rf"(?<![\d-])(?P<y>{_YEAR})\s?[-–/]\s?(?P<z>{_YEAR}|\d\d)(?![\d-]|\s*(?:percent|%))", _year_range),
        _rule(
            "year", "n",
            rf"(?<![\d$£€#.,/-])\b(?:(?:early|late|mid)[- ]|(?:the\ )?(?:end|start|beginning|middle)\ of\ |(?:the\ )?year\ )?(?P<y>{_YEAR})(?![\d/]|[,.:]\d|-\d|\s*(?:people|dead|killed|troops|soldiers|"
            r"percent|%|km\b|kilomet|met(?:er|re)s|miles|dollars|deaths|tons|tonnes|points|jobs|feet|acres|workers|men\b|women\b|shares|"
            r"million|billion|hours?\ (?:GMT|local)|GMT|EDT|EST|BST|cases|votes|houses|homes|hectares|refugees|civilians|others))",
            _year_number,
        ),
        _rule("short-year", "n", r"(?<=\s)['’`](?P<y>\d\d)\b(?!['’]?s)", _short_year),
        _rule("spoken-year", "n", rf"\b(?:(?P<m>{_MON})\ )?(?P<c>eighteen|nineteen|twenty)[- ](?P<k>hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
              r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?![- ](?:days?|weeks?|months?|years?|people|thousand))", _spoken_year),
        _rule("attacks", "n", r"\b9/11\b", _attacks),
    ]  # fmt: skip


def _relative() -> list[Rule]:
    unit = rf"(?P<u>{_UNIT})"
    season = r"(?P<s>spring|summer|fall|autumn|winter)"
    which = r"(?:(?P<rel>this|last|next)\ year['’]s\ |the\ |this\ )?(?:(?P<ya>year-(?:ago|earlier))\ )?(?:(?:fiscal|latest)[- ])?"
    when = r"(?:\ (?:of\ )?(?:fiscal\ )?(?P<y>(?:19|20)\d\d)|\ of\ (?P<of>this|last|next)\ year)?"
    vague_past = ("DATE", "PAST_REF")
    return [
        _rule("weekday", "w", rf"\b{_PART_MOD}(?:the\ )?(?:(?P<r>last|next|this|past|previous|following|coming)\ )?(?P<w>{_DAY})(?![a-z])(?:\ (?P<p>{_POD})\b)?(?!s\b)",
              _weekday_name, ("DATE", "XXXX-WXX")),
        _rule("weekdays", "w", rf"\b(?P<w>{_DAY})(?:s\b|\ (?P<pp>mornings|afternoons|evenings|nights)\b)", _weekdays, ("SET", "XXXX-WXX")),
        _rule("deictic", "du", rf"\b{_PART_MOD}(?P<x>the\ day\ before\ yesterday|the\ day\ after\ tomorrow|yesterday|today|tomorrow|tonight|last\ night|overnight)"
              rf"(?:\ (?P<p>{_POD})\b)?", _deictic),
        _rule("this-part", "u", rf"\b(?:(?:earlier|later|late|early)\ )?this\ (?P<p>{_POD})\b", _this_part, ("TIME", "XXXX-XX-XX")),
        _rule("that-part", "u", rf"\b(?:that|the\ same)\ (?P<p>{_POD})\b", _that_part, ("TIME", "XXXX-XX-XX")),
        _rule("the-part", "u", r"(?<=\b[Ii]n\s)the\ (?P<p>morning|afternoon|evening)\b", _that_part, ("TIME", "XXXX-XX-XX")),
        _rule("ago", "u", rf"\b{_ABOUT}(?P<n>{_NUM}{_RANGE})\s?{unit}(?:\ or\ so)?\ ago\b", _ago, vague_past),
        _rule("long-ago", "u", r"\b(?:days|weeks|months|years|decades|centuries)\ ago\b", _long_ago, vague_past),
        _rule("from-now", "u", rf"\b(?P<n>{_NUM}{_RANGE})\ {unit}\ (?:from\ (?:now|today)|hence)\b", _from_now, ("DATE", "FUTURE_REF")),
        _rule("in-time", "u", rf"\bin\ (?P<n>{_NUM})\ (?P<u>days|weeks|months|years)['’]\ time\b", _from_now, ("DATE", "FUTURE_REF")),
        _rule("earlier", "u", rf"\b{_ABOUT}(?P<n>{_NUM}{_RANGE})\ {unit}\ (?P<k>earlier|later|previously|(?:before|after)(?=\s*[.,;)]))(?!\ (?:this|that|in|on)\b)", _earlier),
        _rule("year-ago", "u", r"\b(?:the\ )?year[- ](?:ago|earlier)\b(?:\ (?:period|quarter))?", _year_ago_adjective),
        _rule("window", "u", rf"\b(?:the\ |these\ |this\ )?(?P<r>last|past|next|coming|previous|preceding|recent)\ "
              rf"(?:(?:or\ so|roughly|about|nearly|almost)\ )?(?P<n>{_NUM}{_RANGE})\ {unit}\b", _window, ("DURATION", "PXX")),
        _rule("recent-units", "u", r"\b(?:the\ |these\ )?(?P<r>recent|past|coming|last|next)\ (?P<u>hours|days|weeks|months|quarters|years|decades|centuries)\b", _window, ("DURATION", "PXX")),
        _rule("past-one", "u", r"\b(?:the|this)\ past\ (?P<u>day|week|month|year|decade|century)\b", _past_one, ("DURATION", "PXX")),
        _rule("first-units", "u", rf"\b(?:the\ )?(?P<r>first|final)\ (?P<n>{_NUM})\ {unit}(?:\ of\ (?:the\ year\ )?(?P<y>{_YEAR}))?\b", _first_units, ("DURATION", "PXX")),
        _rule("relative-unit", "u",
              rf"\b(?:(?P<mod>earlier|later|late|early|mid)[- ](?:in\ )?)?(?:(?:the\ )?(?:end|start|beginning|middle)\ of\ )?(?:the\ )?"
              rf"(?P<r>last|next|this|previous|preceding|coming|current|same|following|upcoming)\ (?:calendar\ )?(?P<u>{_DATE_UNIT})\b(?!-)",
              _relative_unit),
        _rule("the-weekend", "u", r"\bthe\ weekend\b", _the_weekend),
        _rule("the-unit", "u", r"(?<=(?:for|ing|ver)\s)the\ (?:full\ )?(?P<u>week|year|quarter|day)\b(?!\ (?:before|after|when|that)\b)", _the_unit),
        _rule("in-the-unit", "u", r"(?<=\b[IiOo][nf]\s)the\ (?P<u>quarter|year)\b(?!\ (?:before|after|when|that|of|\d)\b)", _the_unit),
        _rule("latest", "u", r"\bthe\ (?:latest|same)\ (?P<u>quarter|period)\b", _the_unit),
        _rule("edge", "u", r"\b(?:the\ )?(?:end|start|beginning|middle)\ of\ the\ (?P<u>week|month|quarter|year|decade|century)\b", _edge),
        _rule("unit-end", "u", r"\b(?P<u>year|month|week|quarter)(?:['’]s)?[- ]end\b", _edge),
        _rule("mid-unit", "u", r"\bmid-?(?P<u>week|year)\b", _edge),
        _rule("that-day", "u", r"\b(?:earlier\ |later\ )?(?:that|the\ same|that\ same)\ day\b", _that_day),
        _rule("season", "s", rf"\b(?:(?:early|late)\ )?(?P<r>last|next|this\ past|past|this)\ {season}\b", _season_relative, ("DATE", "XXXX")),
        _rule("the-season", "s", rf"(?<=\b[io]n\s)(?P<r>the)\ {season}\b(?!\ of)", _season_relative, ("DATE", "XXXX")),
        _rule("in-season", "s", r"(?<=\b[Ii]n\s)(?P<r>)(?P<s>spring|summer|autumn|winter)\b", _season_relative, ("DATE", "XXXX")),
        _rule("quarter", "u", rf"\b{which}(?P<q>first|second|third|fourth)(?:\ fiscal)?[- ]quarter\b{when}", _quarter_name, ("DATE", "XXXX-QX")),
        _rule("quarter-number", "n", rf"\b{which}(?-i:Q)(?P<q>[1-4])\b{when}", _quarter_name, ("DATE", "XXXX-QX")),
        _rule("half", "u", r"\b(?:the\ )?(?P<q>first|second)[- ](?P<half>half)(?:\ (?:of\ )?(?P<y>(?:19|20)\d\d)|\ of\ (?P<rel>this|last|next)\ year|\ of\ the\ year|(?=\ (?:profit|net|earnings|results|loss|sales)))\b", _quarter_name),
        _rule("the-fiscal", "r", r"\b(?:the\ |its\ |their\ )?(?P<r>current|last|next|previous|this|past|coming)?\s?fiscal\ year\b(?!\ \d)", _fiscal),
        _rule("nth", "n", r"(?<=\b[Oo]n\s)the\ (?P<d>\d{1,2}(?:st|nd|rd|th))\b(?!\ [a-z])", _day_of_this_month),
    ]  # fmt: skip


def _lasting() -> list[Rule]:
    unit = rf"(?P<u>{_UNIT})"
    names = "|".join(_DAY_NAMES + _MONTH_NAMES + list(SEASONS))
    every = rf"(?P<u>(?:day|night|morning|afternoon|evening|weekend|week|month|quarter|year|hour|minute|decade)s?|(?:{names}))"
    return [
        _rule("duration", "u", rf"\b(?:the\ )?{_ABOUT}(?P<n>{_NUM}{_RANGE})[- ](?:full\ |more\ |consecutive\ |straight\ |whole\ )?"
              rf"{unit}\b(?P<extra>\ and\ a\ half)?(?:-long|\ period\b|\ or\ so\b)?(?!['’]?\ ago\b)", _duration, ("DURATION", "PXX")),
        _rule("duration-half", "u", rf"\b(?P<n>{_NUM})\ and\ a\ half\ {unit}\b", _duration_and_half, ("DURATION", "PXX")),
        _rule("for-units", "u", r"(?<=(?:for|ter|ver|hin|ast|ted|ook|ent|ing)\s)(?P<u>hours|days|weeks|months|years|decades|centuries)\b(?!\ old)",
              _bare_units, ("DURATION", "PXX")),
        _rule("units-of", "u", r"\b(?P<u>hours|days|weeks|months|years|decades|centuries)\b(?=\s+(?:of|before|after|later|earlier|long)\b)", _bare_units, ("DURATION", "PXX")),
        _rule("unit-long", "u", r"\b(?P<u>hour|day|night|week|month|year|decade|century)s?-long\b", _long, ("DURATION", "PXX")),
        _rule("every", "u", rf"\b(?:every|each)\ (?:(?P<k>other|second|two|three|four|five|six|ten|few)\ )?{every}\b", _every, ("SET", "PXX")),
        _rule("every-day", "wms", rf"\b(?:every|each)\ (?P<k>)(?P<u>{names})\b", _every, ("SET", "PXX")),
        _rule("times-a", "u", r"\b(?:once|twice|(?:three|four|five|several)\ times)\ (?:an?|every|per)\ (?P<k>)(?P<u>day|week|month|year|hour)\b", _every, ("SET", "PXX")),
        _rule("adverb", "ru", r"\b(?P<a>" + "|".join(_ADVERBS) + r")\b", _adverb, ("SET", "PXX")),
        _rule("reference", "ru", r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _REFERENCES.items()) + r")\b", _reference),
    ]  # fmt: skip


def _duration_and_half(m: Match[str], _: Scene) -> Reading:
    return Reading("DURATION", periods.duration_value((number(m["n"]) or 0) + 0.5, _unit(m["u"])))


def _clocks() -> list[Rule]:
    meridiem = r"(?P<ap>[ap])\.?\s?m\b\.?"
    return [
        _rule("clock", "n", rf"\b(?P<h>\d{{1,2}})(?:[:.](?P<mi>\d\d))?\s?{meridiem}{_ZONE}", _clock, ("TIME", "XXXX-XX-XX")),
        _rule("clock-24", "n", rf"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::\d\d)?(?![\d:]){_ZONE}", _clock, ("TIME", "XXXX-XX-XX")),
        _rule("clock-zulu", "n", r"(?<!\d)(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)\ (?:GMT|UTC|hours)\b", _clock, ("TIME", "XXXX-XX-XX")),
        _rule("clock-part", "u", r"\b(?P<h>\d{1,2})(?::(?P<mi>\d\d))?(?:\ o['’]clock)?\ (?:in\ the|at)\ (?P<p>morning|afternoon|evening|night)\b", _clock, ("TIME", "XXXX-XX-XX")),
        _rule("noon", "t", r"\b(?P<h>noon|midnight)\b", _clock, ("TIME", "XXXX-XX-XX")),
    ]  # fmt: skip


def _holidays() -> list[Rule]:
    names = "|".join(f"(?P<h{k}>{name})" for k, name in enumerate(HOLIDAYS)).replace(" ", r"\ ")
    return [_rule("holiday", "hm", rf"\b(?:(?P<r>last|next|this|coming)\ )?(?-i:(?=[A-Z]))(?:{names})\b(?:,?\ (?P<y>{_YEAR})\b)?", _holiday)]


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, the earlier ones preferred where two match the same words."""
    return tuple(_absolute() + _holidays() + _clocks() + _relative() + _lasting())
