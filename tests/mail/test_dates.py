"""Dates in words, in the languages buyers write: the day meant, or that a person must be asked."""

from datetime import date

import pytest

from mail.dates import find_dates

MONDAY = date(2026, 11, 16)

FUTURE = [
    ("moves to Fri 20 Nov", date(2026, 11, 20)),
    ("moves to December 21, 2027", date(2027, 12, 21)),
    ("Tue, Dec 21st, 2027", date(2027, 12, 21)),
    ("by EOD Thursday", date(2026, 11, 19)),
    ("Friday next week", date(2026, 11, 27)),
    ("w/c 30 November", date(2026, 12, 4)),
    ("KW 49", date(2026, 12, 4)),
    ("end of the month", date(2026, 11, 30)),
    ("by the end of April", date(2027, 4, 30)),
    ("end of Q1", date(2027, 3, 31)),
    ("mid-December", date(2026, 12, 15)),
    ("in two weeks", date(2026, 11, 30)),
    ("in three working days", date(2026, 11, 19)),
    ("9-11 December", date(2026, 12, 11)),
    ("from 1 March to 8 March", date(2027, 3, 8)),
    ("2026-12-04", date(2026, 12, 4)),
    ("04.12.2026", date(2026, 12, 4)),
    ("4/12", date(2026, 12, 4)),
    ("auf den 8.12. verschoben", date(2026, 12, 8)),
    ("Ende nächster Woche", date(2026, 11, 27)),
    ("le 9 décembre", date(2026, 12, 9)),
    ("el 5 de diciembre", date(2026, 12, 5)),
    ("dentro de dos semanas", date(2026, 11, 30)),
    ("entro il 4 dicembre", date(2026, 12, 4)),
    ("dia 4 de dezembro", date(2026, 12, 4)),
    ("op vrijdag 4 december", date(2026, 12, 4)),
    ("på onsdag", date(2026, 11, 18)),
    ("24. november", date(2026, 11, 24)),
    ("do 4 grudnia", date(2026, 12, 4)),
    ("20 Kasım'a kadar", date(2026, 11, 20)),
    ("к 20 ноября", date(2026, 11, 20)),
    ("2月5日まで", date(2027, 2, 5)),
    ("下周五", date(2026, 11, 27)),
    ("11월 20일까지", date(2026, 11, 20)),
]
PAST = [
    ("yesterday", date(2026, 11, 15)),
    ("last Friday", date(2026, 11, 13)),
    ("on the 9th", date(2026, 11, 9)),
    ("vor drei Tagen", date(2026, 11, 13)),
    ("vendredi dernier", date(2026, 11, 13)),
    ("hace dos días", date(2026, 11, 14)),
    ("i fredags", date(2026, 11, 13)),
    ("cuma günü", date(2026, 11, 13)),
    ("11. listopadu", date(2026, 11, 11)),
    ("昨天", date(2026, 11, 15)),
]
NOTHING = [
    "We may need more",
    "version 2.1",
    "see section 4.2.",
    "two questions left",
    "We moved",
    "at 15:00",
    "99.2 %",
    "31/31",
    "the sat phone",
]
DOUBTFUL = [
    "next week",
    "in December",
    "9 or 10 December",
    "Friday 19 November 2026",
    "before Christmas",
    "next Wednesday",
]


@pytest.mark.parametrize(("text", "day"), FUTURE)
def test_a_plan_means_the_next_such_day(text: str, day: date) -> None:
    found = [f for f in find_dates(text, MONDAY, "en") if f.days is None]
    assert [f.future for f in found] == [day]
    assert not found[0].doubt


@pytest.mark.parametrize(("text", "day"), PAST)
def test_something_done_means_the_last_such_day(text: str, day: date) -> None:
    assert [f.past for f in find_dates(text, MONDAY, "en")] == [day]


@pytest.mark.parametrize("text", NOTHING)
def test_no_date_is_seen_where_none_is(text: str) -> None:
    assert [f for f in find_dates(text, MONDAY, "en") if f.days is None] == []


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_is_not_sure_carries_a_doubt(text: str) -> None:
    assert any(f.doubt for f in find_dates(text, MONDAY, "en"))


def test_numeric_dates_follow_the_locale() -> None:
    def day(locale: str) -> date | None:
        return find_dates("12/4", MONDAY, locale)[0].future

    assert day("en-US") == date(2026, 12, 4)
    assert day("de") == date(2027, 4, 12)
    assert find_dates("12/4", MONDAY, "")[0].doubt


def test_a_length_of_time_is_no_day() -> None:
    (found,) = find_dates("another week", MONDAY, "en")
    assert (found.days, found.future, found.more) == (7.0, None, True)
