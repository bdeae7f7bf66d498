"""Working days of each side, and of sides that work together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from generator.errors import GoliveError
from generator.plan.countries import country_fault
from generator.plan.model import Plan
from generator.schedule.workdays import Calendar, calendars


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("places", "start", "takes", "due"),
    [
        ([""], "2026-12-24", 3, "2026-12-28"),  # no country: Christmas Day is a Friday like any other
        (["DE-NW"], "2026-12-24", 3, "2026-12-29"),
        (["US"], "2026-11-25", 3, "2026-11-30"),  # Thanksgiving, Thu 26 November
        (["DE-NW", "US"], "2026-10-30", 2, "2026-11-02"),  # All Saints' falls on a Sunday: no extra day off
        (["DE-NW"], "2027-05-05", 2, "2027-05-07"),  # Ascension, Thu 6 May
        (["US"], "2027-05-05", 2, "2027-05-06"),
        (["US", "DE-NW"], "2027-05-05", 2, "2027-05-07"),
        (["US"], "2027-07-03", 1, "2027-07-06"),  # Saturday start; Monday 5 July is the observed holiday
        (["DE-NW"], "2026-12-30", 600, "2029-05-17"),  # grows over the years by itself
    ],
)
def test_finish_counts_the_start_as_the_first_day(
    places: list[str], start: str, takes: int, due: str
) -> None:
    calendar = Calendar(places)
    assert date.fromordinal(calendar.finish(day(start), takes)) == date.fromisoformat(due)
    assert calendar.begin(day(due), takes) == calendar.at_or_after(day(start))


def test_agrees_with_counting_day_by_day() -> None:
    calendar = Calendar(["DE-NW", "US"], [(day("2026-12-21"), day("2027-01-01"))])
    one = timedelta(days=1)
    import holidays

    shut = holidays.country_holidays("DE", subdiv="NW", years=(2026, 2027)).keys()
    shut |= holidays.country_holidays("US", years=(2026, 2027)).keys()
    current, works = date(2026, 11, 1), []
    while current < date(2027, 6, 1):
        frozen = date(2026, 12, 21) <= current <= date(2027, 1, 1)
        if current.weekday() < 5 and current not in shut and not frozen:
            works.append(current.toordinal())
        current += one
    assert [calendar.nth(works[0], n) for n in range(len(works))] == works
    assert [calendar.nth(works[-1], -n) for n in range(len(works))] == works[::-1]
    assert calendar.between(works[0], works[-1]) == len(works) - 1 == -calendar.between(works[-1], works[0])


def test_recorded_holidays_win_in_the_years_they_cover(
    build: Callable[..., Plan], step: Callable[..., dict]
) -> None:
    plan = build(step("live"))
    kept = calendars(plan, {"DE-NW": [date(2027, 1, 1), date(2027, 3, 2)]}).of(["buyer"])
    assert kept.at_or_after(day("2027-03-02")) == day("2027-03-03")
    assert kept.at_or_after(day("2027-03-29")) == day("2027-03-29")  # Easter Monday was not recorded
    assert kept.at_or_after(day("2028-04-17")) == day(
        "2028-04-18"
    )  # 2028 was not recorded: the library speaks
    assert calendars(plan, {"AT": [date(2027, 3, 2)]}).of(["buyer"]).at_or_after(day("2027-03-02")) == day(
        "2027-03-02"
    )


def test_recorded_holidays_are_those_the_library_gave(
    build: Callable[..., Plan], step: Callable[..., dict]
) -> None:
    plan = build(step("live"))
    listed = calendars(plan).holidays(range(2026, 2028))
    assert set(listed) == {"DE-NW", "US", "NL"}
    assert date(2027, 3, 29) in listed["DE-NW"]
    assert calendars(plan, listed).holidays(range(2026, 2028)) == listed


@pytest.mark.parametrize("launch", ["0207-03-01", "9999-12-31"])
def test_a_mistyped_year_is_a_sentence(
    build: Callable[..., Plan], step: Callable[..., dict], launch: str
) -> None:
    calendar = calendars(build(step("live"), launch=launch)).of(["buyer"])
    with pytest.raises(GoliveError, match="mistyped year"):
        calendar.at_or_before(day(launch))


def test_a_freeze_without_end_is_a_sentence(build: Callable[..., Plan], step: Callable[..., dict]) -> None:
    freeze = {"date": "2026-12-21", "until": "9999-01-01", "what": "Freeze", "no_work": True}
    calendar = calendars(build(step("live"), key_dates=[freeze])).of(["buyer"])
    assert calendar.at_or_before(day("2027-03-01")) == day("2026-12-18")
    with pytest.raises(GoliveError, match="never ends"):
        calendar.at_or_after(day("2027-03-01"))


@pytest.mark.parametrize(
    ("country", "subdivision", "says"),
    [
        ("DE", "NW", None),
        ("DE", None, None),
        (None, None, None),
        ("UK", None, "'UK' is not a country that holidays knows; did you mean GB"),
        ("SP", None, "did you mean ES"),
        ("XX", None, "write its ISO 3166 code"),
        ("DE", "NRW", "'NRW' is not a subdivision of DE that holidays knows; did you mean NW?"),
        ("DE", "DE-NW", "did you mean NW?"),
        ("US", "Californa", "did you mean California"),
        ("SG", "01", "leave it out"),
        (None, "NW", "no country"),
    ],
)
def test_country_fault(country: str | None, subdivision: str | None, says: str | None) -> None:
    fault = country_fault(country, subdivision)
    assert fault is None if says is None else says in (fault or "")


def test_an_unknown_region_that_nobody_refused_is_a_sentence() -> None:
    with pytest.raises(GoliveError, match="'XX' is not a country that holidays knows"):
        Calendar(["XX"]).at_or_after(day("2027-03-01"))
    with pytest.raises(GoliveError, match="did you mean NW"):
        Calendar(["DE-NRW"]).at_or_after(day("2027-03-01"))


def test_a_subdivision_may_be_written_out() -> None:
    assert Calendar(["DE-Nordrhein-Westfalen"]).at_or_after(day("2027-05-27")) == day(
        "2027-05-28"
    )  # Corpus Christi
    assert Calendar(["DE"]).at_or_after(day("2027-05-27")) == day("2027-05-27")
