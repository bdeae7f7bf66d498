"""The small words of a plan file read back to what they say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.plan.terms import Starts, Takes, Wait, parse_percent, parse_starts, parse_takes, parse_wait


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("3 days", Takes(3, 3)),
        ("1 day", Takes(1, 1)),
        ("0 days", Takes(0, 0)),
        ("2 weeks", Takes(10, 10)),
        ("5-12 days", Takes(5, 12)),
        ("1 to 2 weeks", Takes(5, 10)),
        ("5–12 working days", Takes(5, 12)),
    ],
)
def test_takes(text: str, takes: Takes) -> None:
    assert parse_takes(text) == takes
    assert parse_takes(str(takes)) == takes


@pytest.mark.parametrize(
    "text", ["3", "three days", "days", "12-5 days", "1 month", "", "3 dayss", 3, None, "99999 days"]
)
def test_what_is_no_duration(text: object) -> None:
    with pytest.raises(ValueError, match="write"):
        parse_takes(text)


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("2 days", Wait(2, False)),
        ("1 week", Wait(5, False)),
        ("1 week calendar", Wait(7, True)),
        ("3 days calendar", Wait(3, True)),
    ],
)
def test_wait(text: str, wait: Wait) -> None:
    assert parse_wait(text) == wait
    assert parse_wait(str(wait)) == wait


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("launch", date(2027, 3, 31)),
        ("launch + 1 month", date(2027, 4, 30)),
        ("launch - 1 month", date(2027, 2, 28)),
        ("launch + 11 months", date(2028, 2, 29)),
        ("launch + 2 weeks", date(2027, 4, 14)),
        ("launch - 3 days", date(2027, 3, 28)),
        ("2027-06-15", date(2027, 6, 15)),
    ],
)
def test_starts_resolves_and_reads_back(text: str, day: date) -> None:
    starts = parse_starts(text)
    assert starts.resolve(date(2027, 3, 31)) == day
    assert parse_starts(str(starts)) == starts


def test_starts_on_a_day() -> None:
    assert parse_starts(date(2027, 1, 1)) == Starts(on=date(2027, 1, 1))


def test_percent() -> None:
    assert parse_percent("7.5%") == Decimal("0.075")
    with pytest.raises(ValueError, match="10%"):
        parse_percent("0.1")
