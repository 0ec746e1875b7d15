"""Dates that a report's own first lines give."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.reading.dates import date_of_dateline, date_of_header


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("date 2020-11-27 The council met.", "2020-11-27", "2020-11-27"),
        ("\ufeffDate: 27 November 2020\n\nThe council met.", "2020-11-27", "27 November 2020"),
        ("\n\nDate: Fri, 27 Nov 2020 10:00:00 +0000\nText", "2020-11-27", "Fri, 27 Nov 2020"),
        ("Title: A quiet day\nDate: 2020-11-27\nText", "2020-11-27", "2020-11-27"),
        ("Published on November 27, 2020 by the desk", "2020-11-27", "November 27, 2020"),
        ("Published: 2020-11-27T10:00:00Z", "2020-11-27", "2020-11-27T10:00:00Z"),
        ("27 November 2020\nThe council met.", "2020-11-27", "27 November 2020"),
        ("2020-11-27 - The council met.", "2020-11-27", "2020-11-27"),
        ("date 27.11.2020 The council met.", "2020-11-27", "27.11.2020"),
    ],
)
def test_header(text: str, date: str, words: str) -> None:
    found = date_of_header(text)
    assert found is not None
    assert (found[0], text[found[1][0] : found[1][1]]) == (date, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council met on 27 November 2020.",
        "2020-11-27 was a Friday.",
        "date 2020-02-31 The council met.",
        "Date: 03/04/2020",
        "Dates are sweet. 2020-11-27",
        "Up to date: the council met.",
    ],
)
def test_no_header(text: str) -> None:
    assert date_of_header(text) is None


@pytest.mark.parametrize(
    ("text", "hint", "date", "words"),
    [
        ("KYIV, Ukraine, March 3, 2022 (Agency) -- Talks began.", None, "2022-03-03", "March 3, 2022"),
        ("PARIS, Nov 27 (Agency) -- Talks began.", 2020, "2020-11-27", "Nov 27"),
        ("PARIS, Nov 27 (Agency) -- Talks began.", "2021-01-02", "2020-11-27", "Nov 27"),
        ("PARIS, Nov 27 (Agency) -- Talks began.", dt.date(2020, 11, 27), "2020-11-27", "Nov 27"),
        ("A headline\n\nADDIS ABABA, 5 June (Agency) — Talks began.", 2020, "2020-06-05", "5 June"),
        ("UNITED NATIONS, Sept. 5, 2003 (Agency) - Talks began.", None, "2003-09-05", "Sept. 5, 2003"),
    ],
)
def test_dateline(text: str, hint: dt.date | int | str | None, date: str, words: str) -> None:
    found = date_of_dateline(text, hint)
    assert found is not None and found.problem is None
    assert (found.date, text[found.span[0] : found.span[1]]) == (date, words)


def test_a_dateline_without_a_year_says_so() -> None:
    found = date_of_dateline("PARIS, Nov 27 (Agency) -- Talks began.")
    assert found is not None
    assert (found.date, found.month, found.day, found.place) == (None, 11, 27, "PARIS")
    assert found.problem is not None and "year" in found.problem


def test_an_impossible_dateline_says_so() -> None:
    found = date_of_dateline("PARIS, Feb. 30, 2020 (Agency) -- Talks began.")
    assert found is not None and found.date is None and found.problem is not None


@pytest.mark.parametrize("text", ["", "Talks began in Paris on Nov 27.", "NAIROBI, Kenya (Agency) -- Talks began."])
def test_no_dateline(text: str) -> None:
    assert date_of_dateline(text) is None
