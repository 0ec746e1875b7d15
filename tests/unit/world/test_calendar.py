"""Time expressions: spans, ranges, precisions, TIMEX3 types and values; hostile and impossible input."""

from __future__ import annotations

import itertools
import time

import pytest

from dragoman.world._calendar_holidays import easter, islamic, orthodox_easter, passover
from dragoman.world.calendar import find_times

FRIDAY = "2020-11-27"


def one(text: str, published: str | None = FRIDAY, tense: str | None = None) -> tuple[str, str | None, str | None, str]:
    """The only expression of a text: its words, start, end and precision."""
    (found,) = find_times(text, published, (lambda _: tense) if tense else None)
    assert text[found.span[0] : found.span[1]] == found.text
    return found.text, found.start, found.end, found.precision


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"),
    [
        ("The fleet sailed on 3 May 2021.", "3 May 2021", "2021-05-03", "2021-05-03", "day"),
        ("The fleet sailed on May 3rd, 2021.", "May 3rd, 2021", "2021-05-03", "2021-05-03", "day"),
        ("Signed Tuesday, 4 June 2019 in Oslo.", "Tuesday, 4 June 2019", "2019-06-04", "2019-06-04", "day"),
        ("Filed 2019-06-04 by mail.", "2019-06-04", "2019-06-04", "2019-06-04", "day"),
        ("Filed 24/06/2019 by mail.", "24/06/2019", "2019-06-24", "2019-06-24", "day"),
        ("Filed 06/24/2019 by mail.", "06/24/2019", "2019-06-24", "2019-06-24", "day"),
        ("Filed 4.6.2019 by mail.", "4.6.2019", "2019-06-04", "2019-06-04", "day"),
        ("It lasted through 5-7 January 2021.", "5-7 January 2021", "2021-01-05", "2021-01-07", "day"),
        ("The siege of March 2011 ended.", "March 2011", "2011-03-01", "2011-03-31", "month"),
        ("A law of 1987 forbids it.", "1987", "1987-01-01", "1987-12-31", "year"),
        ("They fought in 1914-18 there.", "1914-18", "1914-01-01", "1918-12-31", "year"),
        ("During the 1990s trade grew.", "the 1990s", "1990-01-01", "1999-12-31", "vague"),
        ("A treaty of the 19th century holds.", "the 19th century", "1801-01-01", "1900-12-31", "vague"),
        ("Exports rose in the third quarter of 2018.", "the third quarter of 2018", "2018-07-01", "2018-09-30", "season"),
        ("The thaw came in spring 2015.", "spring 2015", "2015-03-01", "2015-05-31", "season"),
        ("Floods hit in the winter of 1995.", "the winter of 1995", "1995-12-01", "1996-02-29", "season"),
    ],
)
def test_absolute(text: str, words: str, start: str, end: str, precision: str) -> None:
    assert one(text, None) == one(text) == (words, start, end, precision)


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"),
    [
        ("A cabinet note issued late on Thursday said so.", "late on Thursday", "2020-11-26", "2020-11-26", "day"),
        ("The port reopened on Friday.", "Friday", FRIDAY, FRIDAY, "day"),
        ("The two ministers will meet on Monday.", "Monday", "2020-11-30", "2020-11-30", "day"),
        ("Rescuers arrived on Monday.", "Monday", "2020-11-23", "2020-11-23", "day"),
        ("Monday's ruling would be hard to enforce.", "Monday", "2020-11-23", "2020-11-23", "day"),
        ("The bridge fell on September 27.", "September 27", "2020-09-27", "2020-09-27", "day"),
        ("A dividend payable Dec. 7 was declared.", "Dec. 7", "2020-12-07", "2020-12-07", "day"),
        ("The mayor resigned in October.", "October", "2020-10-01", "2020-10-31", "month"),
        ("Voting will begin in February.", "February", "2021-02-01", "2021-02-28", "month"),
        ("Earlier this week, planes took off.", "Earlier this week", "2020-11-23", FRIDAY, "week"),
        ("Later this month a court sits.", "Later this month", FRIDAY, "2020-11-30", "month"),
        ("Shelling killed six last week.", "last week", "2020-11-16", "2020-11-22", "week"),
        ("Prices fell last month.", "last month", "2020-10-01", "2020-10-31", "month"),
        ("The pact ends next year.", "next year", "2021-01-01", "2021-12-31", "year"),
        ("It began three years ago.", "three years ago", "2017-01-01", "2017-12-31", "year"),
        ("It began 11 days ago.", "11 days ago", "2020-11-16", "2020-11-16", "day"),
        ("The violence of the past few weeks is over.", "the past few weeks", None, FRIDAY, "vague"),
        ("Over the past two weeks it rained.", "the past two weeks", "2020-11-13", FRIDAY, "week"),
        ("Over the next 10 days it rained.", "the next 10 days", FRIDAY, "2020-12-07", "day"),
        ("They met yesterday evening.", "yesterday evening", "2020-11-26", "2020-11-26", "day"),
        ("Crowds gathered last summer.", "last summer", "2020-06-01", "2020-08-31", "season"),
        ("Crowds gathered last weekend.", "last weekend", "2020-11-21", "2020-11-22", "day"),
        ("Shops closed on Good Friday 2021.", "Good Friday 2021", "2021-04-02", "2021-04-02", "day"),
        ("Shops closed last Easter.", "last Easter", "2020-04-12", "2020-04-12", "day"),
    ],
)
def test_relative(text: str, words: str, start: str, end: str, precision: str) -> None:
    assert one(text) == (words, start, end, precision)


def test_clause_tense_decides_where_it_is_known() -> None:
    assert one("The army on Tuesday to the coast.", tense="future")[1] == "2020-12-01"
    assert one("The army on Tuesday to the coast.", tense="past")[1] == "2020-11-24"
    assert one("They will, he said on Tuesday, leave.", tense="present")[1] == "2020-11-24", "a present clause leaves it to the cues"


def test_narrative_anchor() -> None:
    march, earlier = find_times("A convoy was bombed on 12 March 2015. Two days earlier, a truce had been signed.", FRIDAY)
    assert (march.start, earlier.text, earlier.start) == ("2015-03-12", "Two days earlier", "2015-03-10")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took two weeks.", "DURATION", "P2W"),
        ("It took half an hour.", "DURATION", "PT30M"),
        ("It took two and a half years.", "DURATION", "P30M"),
        ("It took several months.", "DURATION", "PXM"),
        ("A 44-day war ended.", "DURATION", "P44D"),
        ("Convoys leave every Monday.", "SET", "XXXX-WXX-1"),
        ("Convoys leave twice a week.", "SET", "P1W"),
        ("Convoys leave daily.", "SET", "P1D"),
        ("He now agrees.", "DATE", "PRESENT_REF"),
        ("They met at 9:30 p.m. Thursday.", "TIME", "2020-11-26T21:30"),
        ("They met Thursday night.", "TIME", "2020-11-26TNI"),
        ("In fiscal 2019 it paid.", "DATE", "2019"),
    ],
)
def test_timex3(text: str, kind: str, value: str) -> None:
    (found,) = find_times(text, FRIDAY)
    assert (found.type, found.value) == (kind, value)


def test_a_clock_time_takes_the_day_beside_it() -> None:
    clock, day = find_times("The siren sounded at 9 a.m. on Monday.", FRIDAY)
    assert (clock.value, clock.precision, day.start) == ("2020-11-23T09:00", "minute", "2020-11-23")


@pytest.mark.parametrize(
    "text",
    [
        "She is 44 years old.",
        "A 44-year-old baker, aged 30.",
        "Resolution 1701 passed; Flight 1549 landed.",
        "Some 2,000 people and 1500 troops came.",
        "Theresa May spoke; he may march.",
        "Sun Microsystems paid.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, FRIDAY) == ()


@pytest.mark.parametrize("text", ["Due on 31 February 2020.", "Due on 2020-13-45 or not.", "Due 29 February 2019."])
def test_impossible_dates_have_no_range(text: str) -> None:
    assert all(t.start is None and t.end is None and t.precision == "vague" for t in find_times(text, FRIDAY))


@pytest.mark.parametrize("text", ["It fell on Tuesday.", "It fell last week.", "It fell on March 3.", "It fell two days ago.", "It fell at Easter."])
def test_without_a_publication_day_relative_ones_are_vague(text: str) -> None:
    (found,) = find_times(text, None)
    assert (found.start, found.end, found.precision) == (None, None, "vague")


def test_spans_are_code_points_and_do_not_overlap() -> None:
    text = "🕊️ On 3 May 2021 — «yesterday» — and last Monday, Dec. 4, at noon."
    found = find_times(text, FRIDAY)
    assert [text[a:b] for a, b in (t.span for t in found)] == [t.text for t in found]
    assert all(left.span[1] <= right.span[0] for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ["the day ", "Monday\n", "2020-11-", "a few ", "9", "Nov. 3 to ", "\n", "twenty "])
def test_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    start = time.process_time()
    find_times(unit * (40_000 // len(unit)), FRIDAY)
    assert time.process_time() - start < 5


def test_years_at_the_edge_of_the_calendar() -> None:
    assert find_times("Yesterday, 300 decades from now, and 9999 years ago.", "0001-01-01")


def test_published_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        find_times("It fell today.", "yesterday")


def test_movable_feasts() -> None:
    """Checked against published church, Islamic (tabular) and Jewish calendars."""
    assert [easter(y).isoformat() for y in (2019, 2020, 2021, 2024)] == ["2019-04-21", "2020-04-12", "2021-04-04", "2024-03-31"]
    assert [orthodox_easter(y).isoformat() for y in (2020, 2021, 2022)] == ["2020-04-19", "2021-05-02", "2022-04-24"]
    assert [passover(y).isoformat() for y in (2020, 2021, 2022, 2024)] == ["2020-04-09", "2021-03-28", "2022-04-16", "2024-04-23"]
    assert abs((islamic(2020, 9, 1) - islamic(2020, 10, 1)).days) == 30
    assert islamic(2020, 9, 1).isoformat() in ("2020-04-24", "2020-04-25")
