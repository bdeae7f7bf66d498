"""Working days: which days count for a side of the deal, and counting along them.

A side works Monday to Friday, less the public holidays of its country and subdivision, less the plan's
`no_work` key dates. An outcome that needs several sides counts only the days on which all of them work. Days
are ordinals (`date.toordinal`), because schedules count with them by the thousand.

Which days are holidays comes from the library `holidays`, whose data changes between releases. Holidays that
were recorded with a baseline therefore win over the library's, year by year.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from generator.errors import GoliveError
from generator.plan.countries import country_fault
from generator.plan.model import Plan, Side, SideName

FIRST_YEAR, LAST_YEAR = 1950, 2249
_SATURDAY = 5

Break = tuple[int, int]  # first and last day on which nobody works, ordinals, inclusive


def region(side: Side) -> str:
    """Name the place whose holidays a side keeps: "DE-NW", "US", or "" for none."""
    if not side.country:
        return ""
    return f"{side.country}-{side.subdivision}" if side.subdivision else side.country


@lru_cache(maxsize=4096)
def _library_holidays(place: str, year: int) -> frozenset[int]:
    """Public holidays of a region in one year; GoliveError if the library knows no such region."""
    if not place:
        return frozenset()
    import holidays

    country, _, subdivision = place.partition("-")
    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError:
        raise GoliveError(country_fault(country, subdivision) or f"{place}: holidays knows none") from None
    return frozenset(day.toordinal() for day in found if day.year == year)


@lru_cache(maxsize=512)
def _weekdays(year: int) -> tuple[int, ...]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    start, weekday = first.toordinal(), first.weekday()
    return tuple(d for d in range(start, last.toordinal() + 1) if (weekday + d - start) % 7 < _SATURDAY)


class Calendar:
    """The days on which every one of some regions works; grows by itself as far as it is asked.

    Raises GoliveError where a plan leaves the years 1950 to 2249, which only a slip of the pen does.
    """

    def __init__(
        self,
        places: Sequence[str],
        off: Sequence[Break] = (),
        recorded: Mapping[str, Mapping[int, frozenset[int]]] | None = None,
    ) -> None:
        self._places = tuple(places)
        self._off = tuple(off)
        self._recorded = recorded or {}
        self._first = self._last = 0  # years covered, none yet
        self._days: list[int] = []

    def _year(self, year: int) -> list[int]:
        closed: set[int] = set()
        for place in self._places:
            kept = self._recorded.get(place, {}).get(year)
            closed |= _library_holidays(place, year) if kept is None else kept
        days = [d for d in _weekdays(year) if d not in closed]
        for first, last in self._off:
            if days and first <= days[-1] and last >= days[0]:
                days = [d for d in days if not first <= d <= last]
        return days

    def _cover(self, day: int) -> None:
        year = date.fromordinal(min(max(day, 1), date.max.toordinal())).year
        if not self._last:
            _check_year(year)
            self._first = self._last = year
            self._days = self._year(year)
        while year < self._first:
            self._grow(-1)
        while year > self._last:
            self._grow(1)

    def _grow(self, step: int) -> None:
        if step < 0:
            _check_year(self._first - 1)
            self._first -= 1
            self._days[:0] = self._year(self._first)
        else:
            _check_year(self._last + 1)
            self._last += 1
            self._days += self._year(self._last)

    def nth(self, day: int, steps: int) -> int:
        """Give the working day `steps` after the first one on or after `day`; before, if negative."""
        days = self._days
        if not days or not days[0] <= day <= days[-1]:
            self._cover(day)
        at = bisect_left(self._days, day) + steps
        while not 0 <= at < len(self._days):
            self._grow(-1 if at < 0 else 1)
            at = bisect_left(self._days, day) + steps
        return self._days[at]

    def at_or_after(self, day: int) -> int:
        """The first working day on or after `day`."""
        return self.nth(day, 0)

    def at_or_before(self, day: int) -> int:
        """The last working day on or before `day`."""
        return self.nth(day + 1, -1)

    def finish(self, start: int, takes: int) -> int:
        """The day on which `takes` (at least 1) working days are done, counting `start` as the first."""
        return self.nth(start, takes - 1)

    def begin(self, due: int, takes: int) -> int:
        """The day on which `takes` (at least 1) working days must begin, counting `due` as the last."""
        return self.nth(due + 1, -takes)

    def between(self, after: int, until: int) -> int:
        """Working days after the one day, up to and with the other; negative where that lies before."""
        self._cover(after)
        self._cover(until)
        return bisect_right(self._days, until) - bisect_right(self._days, after)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise GoliveError(
            f"the plan's dates run into the year {year}; look for a launch date with a mistyped year, "
            "a `takes` that is far too long, or a `no_work` that never ends"
        )


class Calendars:
    """The calendars of one plan: one for each side, and for each set of sides that work together."""

    def __init__(
        self,
        places: Mapping[SideName, str],
        off: Sequence[Break],
        recorded: Mapping[str, Iterable[date]] | None,
    ) -> None:
        self.places = dict(places)
        self._off = tuple(off)
        self._recorded = {place: _by_year(days) for place, days in (recorded or {}).items()}
        self._made: dict[tuple[str, ...], Calendar] = {}

    def of(self, sides: Iterable[SideName]) -> Calendar:
        """Give the days on which all of these sides work."""
        places = tuple(sorted({self.places[side] for side in sides}))
        if places not in self._made:
            self._made[places] = Calendar(places, self._off, self._recorded)
        return self._made[places]

    def holidays(self, years: Iterable[int]) -> dict[str, list[date]]:
        """List each region's holidays as this plan keeps them, to be recorded with a baseline."""
        listed = {}
        for place in sorted(set(self.places.values()) - {""}):
            kept = self._recorded.get(place, {})
            days = [d for y in years for d in kept.get(y, _library_holidays(place, y))]
            listed[place] = [date.fromordinal(d) for d in sorted(set(days))]
        return listed


def _by_year(days: Iterable[date]) -> dict[int, frozenset[int]]:
    """Sort recorded holidays by year; a year with none was not recorded (no country has such a year)."""
    years: dict[int, set[int]] = {}
    for day in days:
        years.setdefault(day.year, set()).add(day.toordinal())
    return {year: frozenset(found) for year, found in years.items()}


def no_work(plan: Plan) -> Iterator[Break]:
    """The spans in which nobody works, as the plan's key dates say."""
    for key in plan.key_dates:
        if key.no_work:
            yield key.date.toordinal(), (key.until or key.date).toordinal()


def calendars(plan: Plan, recorded: Mapping[str, Iterable[date]] | None = None) -> Calendars:
    """Make the plan's calendars; `recorded` holidays, keyed by `region`, win over the library's."""
    sides: tuple[SideName, ...] = ("buyer", "seller", "partner")
    return Calendars({name: region(plan.side(name)) for name in sides}, tuple(no_work(plan)), recorded)
