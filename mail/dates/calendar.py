"""Days by arithmetic: the next Friday, the end of the quarter, three working days on."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

FRIDAY = 4


def days(count: float) -> timedelta:
    """Give a span of whole days; half a week is four days, rounded up."""
    return timedelta(days=-int(-count // 1))


def week_friday(day: date, weeks: int = 0) -> date:
    """Friday of the day's week, or of a week so many weeks later: how people mean "the week of"."""
    return day - timedelta(days=day.weekday() - FRIDAY) + timedelta(weeks=weeks)


def month_end(year: int, month: int) -> date:
    """Last calendar day of the month; months beyond 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def next_weekday(sent: date, weekday: int) -> date:
    """Next such weekday after the day."""
    return sent + timedelta(days=(weekday - sent.weekday() - 1) % 7 + 1)


def last_weekday(sent: date, weekday: int) -> date:
    """Last such weekday, the day itself included: "done on Monday", said on a Monday."""
    return sent - timedelta(days=(sent.weekday() - weekday) % 7)


def in_year(sent: date, month: int, day: int) -> tuple[date | None, date | None]:
    """Give the day without a year: (next to come or today, last past or today); None where there is none."""
    found = sorted(d for y in range(sent.year - 1, sent.year + 3) if (d := valid(y, month, day)))
    return next((d for d in found if d >= sent), None), next((d for d in reversed(found) if d <= sent), None)


def day_of_month(sent: date, day: int) -> tuple[date | None, date | None]:
    """Give "the 14th": (next to come or today, last past or today)."""
    months = [divmod(sent.year * 12 + sent.month - 1 + k, 12) for k in range(-2, 4)]
    found = [d for y, m in months if (d := valid(y, m + 1, day))]
    return next((d for d in found if d >= sent), None), next((d for d in reversed(found) if d <= sent), None)


def valid(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_number(sent: date, week: int) -> date | None:
    """Friday of the calendar week: this year's if it is not over yet, else next year's (ISO 8601)."""
    for year in (sent.year, sent.year + 1):
        try:
            friday = date.fromisocalendar(year, week, FRIDAY + 1)
        except ValueError:
            return None
        if friday >= sent - timedelta(days=sent.weekday()):
            return friday
    return None


def after_workdays(sent: date, count: int) -> date:
    """Count working days, Monday to Friday, beginning after the day."""
    day = sent
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def easter(year: int) -> date:
    """Easter Sunday (Gregorian), by the anonymous algorithm of Meeus, Astronomical Algorithms."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + w - 7 * ((a + 11 * h + 22 * w) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, sent: date) -> date:
    """Next such holiday."""
    fixed = {"christmas": (12, 25), "new_year": (1, 1), "new_year_eve": (12, 31)}
    if name in fixed:
        return in_year(sent, *fixed[name])[0] or sent
    this = easter(sent.year)
    return this if this >= sent else easter(sent.year + 1)
