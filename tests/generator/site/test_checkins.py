"""The rhythm of check-ins: which days, and what holidays do to them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.plan.model import Plan
from generator.site.feeds.checkins import MOST, checkins


def days(introduced: str, until: str, **rhythm: object) -> list[str]:
    plan = Plan.model_validate(
        {
            "title": "Plan",
            "buyer": {"name": "Acme", "country": "DE", "timezone": "Europe/Berlin"},
            "seller": {"name": "Nimbus", "country": "GB"},
            "introduced": introduced,
            "launch": {"date": "2027-01-01"},
            "roles": {"ops": {"side": "buyer", "title": "Operations"}},
            "milestones": [{"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"}],
            "checkins": {"on": "tuesday", "with": ["ops"], **rhythm},
        }
    )
    return [c.start.date().isoformat() for c in checkins(plan, date.fromisoformat(until))]


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("week", ["2026-01-13", "2026-01-20", "2026-01-27", "2026-02-03"]),
        ("two weeks", ["2026-01-13", "2026-01-27"]),
        ("month", ["2026-01-13"]),
    ],
)
def test_rhythm_begins_with_the_introduction(every: str, expected: list[str]) -> None:
    assert days("2026-01-07", "2026-02-09", every=every) == expected


def test_a_month_keeps_its_place_and_a_quarter_too() -> None:
    assert days("2026-01-07", "2026-04-30", every="month") == [
        "2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14",
    ]  # fmt: skip
    assert days("2026-01-07", "2026-12-31", every="quarter") == [
        "2026-01-13", "2026-04-14", "2026-07-14", "2026-10-13",
    ]  # fmt: skip


def test_a_fifth_weekday_becomes_the_last() -> None:
    assert days("2026-03-31", "2026-06-30", every="month") == [
        "2026-03-31", "2026-04-28", "2026-05-26", "2026-06-30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("skip", ["2026-03-30", "2026-04-13"]),
        ("before", ["2026-03-30", "2026-04-02", "2026-04-13"]),
        ("after", ["2026-03-30", "2026-04-07", "2026-04-13"]),
    ],
)
def test_easter_monday(rule: str, expected: list[str]) -> None:
    assert days("2026-03-28", "2026-04-13", every="week", on="monday", on_holiday=rule) == expected


def test_a_mistyped_year_does_not_fill_calendars() -> None:
    assert len(days("2026-01-07", "2199-01-01", every="week", on_holiday="after")) <= MOST


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (
            "Europe/Berlin",
            ["2026-03-24T14:00Z", "2026-03-31T13:00Z", "2026-10-20T13:00Z", "2026-10-27T14:00Z"],
        ),
        (
            "America/New_York",
            ["2026-03-24T19:00Z", "2026-03-31T19:00Z", "2026-10-20T19:00Z", "2026-10-27T19:00Z"],
        ),
        ("Asia/Tokyo", ["2026-03-24T06:00Z", "2026-03-31T06:00Z", "2026-10-20T06:00Z", "2026-10-27T06:00Z"]),
    ],
)
def test_the_hour_is_the_buyers_over_two_changes_of_clocks(zone: str, expected: list[str]) -> None:
    plan = Plan.model_validate(
        {
            "title": "Plan",
            "buyer": {"name": "Acme", "timezone": zone},
            "seller": {"name": "Nimbus"},
            "introduced": "2026-03-23",
            "launch": {"date": "2027-01-01"},
            "roles": {"ops": {"side": "buyer", "title": "Operations"}},
            "milestones": [{"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"}],
            "checkins": {"every": "week", "on": "tuesday", "at": "15:00", "minutes": 45, "with": ["ops"]},
        }
    )
    found = list(checkins(plan, date(2026, 11, 1)))
    starts = {f"{c.start:%Y-%m-%dT%H:%MZ}" for c in found}
    assert starts >= set(expected)
    assert {(c.end - c.start).seconds // 60 for c in found} == {45}


def test_no_rhythm_no_check_ins() -> None:
    plan = Plan.model_validate(
        {
            "title": "Plan",
            "buyer": {"name": "Acme"},
            "seller": {"name": "Nimbus"},
            "introduced": "2026-01-07",
            "launch": {"date": "2027-01-01"},
            "roles": {"ops": {"side": "buyer", "title": "Operations"}},
            "milestones": [{"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"}],
        }
    )
    assert list(checkins(plan, date(2027, 1, 1))) == []
