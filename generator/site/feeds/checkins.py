"""The check-ins of a plan: on which days both teams look at it together.

Days are worked out from `introduced`, never from today, so that each check-in keeps its day, and its place in
calendars, for good. A monthly one keeps its place in the month, as RFC 5545's `BYDAY=2TU` does: the second
Tuesday stays the second Tuesday, and a fifth becomes the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.plan.model import WEEKDAYS, Plan
from generator.schedule.workdays import Calendar, calendars

PAST_LAUNCH_WEEKS = 13
MOST = 260  # five years of weekly ones; a launch date with a mistyped year must not fill calendars
_DAYS_PER_WEEK = 7
_SATURDAY = 5
_WEEKS = {"week": 1, "two weeks": 2}
_MONTHS = {"month": 1, "quarter": 3}


@dataclass(frozen=True)
class Checkin:
    """One check-in. `planned` is the day its rhythm gives, `start` and `end` (UTC) when it really is."""

    planned: date
    start: datetime
    end: datetime


def checkins(
    plan: Plan, until: date, recorded: Mapping[str, Iterable[date]] | None = None
) -> Iterator[Checkin]:
    """List the plan's check-ins from its introduction up to a day, holidays heeded by the plan's rule.

    They are held on days on which every side that takes part works, at the buyer's local time. `recorded`
    holidays, by region, win over the library's.
    """
    rhythm = plan.checkins
    if rhythm is None:
        return
    sides = {plan.side_of(role) for role in rhythm.with_} or {"buyer", "seller"}
    calendar = calendars(plan, recorded).of(sides)
    at, zone = time.fromisoformat(rhythm.at), ZoneInfo(plan.buyer.timezone)
    held: set[date] = set()
    for count, planned in enumerate(_rhythm(plan.introduced, rhythm.on, rhythm.every)):
        if planned > until or count == MOST:
            return
        day = _heed_holiday(planned, calendar, rhythm.on_holiday)
        if day and day not in held:
            held.add(day)
            start = datetime.combine(day, at, zone).astimezone(UTC)
            yield Checkin(planned, start, start + timedelta(minutes=rhythm.minutes))


def _rhythm(introduced: date, weekday: str, every: str) -> Iterator[date]:
    ahead = (WEEKDAYS.index(weekday) - introduced.weekday()) % _DAYS_PER_WEEK
    first = introduced + timedelta(days=ahead)
    if weeks := _WEEKS.get(every):
        while True:
            yield first
            first += timedelta(weeks=weeks)
    place = (first.day - 1) // _DAYS_PER_WEEK
    month = first.year * 12 + first.month - 1
    while True:
        yield _in_month(*divmod(month, 12), first.weekday(), place)
        month += _MONTHS[every]


def _in_month(year: int, month0: int, weekday: int, place: int) -> date:
    """Give the weekday at a place in the month, counted from 0, or the last one where there are too few."""
    first = date(year, month0 + 1, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % _DAYS_PER_WEEK + place * _DAYS_PER_WEEK)
    return day if day.month == first.month else day - timedelta(days=_DAYS_PER_WEEK)


def _heed_holiday(day: date, calendar: Calendar, rule: str) -> date | None:
    """Keep a working day, and a weekend that the plan asks for; else skip it or move it to a working day."""
    ordinal = day.toordinal()
    if day.weekday() >= _SATURDAY or calendar.at_or_after(ordinal) == ordinal:
        return day
    if rule == "skip":
        return None
    move = calendar.at_or_before if rule == "before" else calendar.at_or_after
    return date.fromordinal(move(ordinal))
