"""When an amount flows: its share in Initial and in each month from the launch to the horizon.

Month 1 begins on the launch day, month 2 on the same day of the next calendar month, and so on. Sums are
exact fractions here, so that a third of a ramp three times is the whole; they become Decimal when they leave
`worth`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise

from generator.plan.model import Amount
from generator.plan.terms import Starts

MONTHS_PER_YEAR = 12

Flow = tuple[Fraction, ...]  # Initial, then one for each month
_Stretch = tuple[
    int, int | None, Fraction
]  # first day, day after the last (None: never ends), share of the amount


def monthly_flow(amount: Amount, launch: date, years: int) -> Flow:
    """Spread an amount over Initial and the months of the horizon; positive, be it a cost or a benefit.

    `once` is Initial whenever it starts, as is whatever flows before the launch. A month or a year's amount
    flows evenly from the day it starts; a month that it shares counts by days. A ramp of three months brings
    a third in its first month, two thirds in its second, all from the third on. A `years:` table flows
    evenly within each year.
    """
    months = years * MONTHS_PER_YEAR
    if amount.years:
        table = [Fraction(y) for y in amount.years[: years + 1]]
        table += [Fraction(0)] * (years + 1 - len(table))
        return (table[0], *(table[1 + m // MONTHS_PER_YEAR] / MONTHS_PER_YEAR for m in range(months)))
    whole = Fraction(amount.amount or 0)
    if amount.every in (None, "once"):
        return (whole, *[Fraction(0)] * months)
    rate = whole if amount.every == "month" else whole / MONTHS_PER_YEAR
    starts = [Starts(months=m).resolve(launch).toordinal() for m in range(months + 1)]
    stretches = list(_stretches(amount, launch, starts[-1]))
    flows = [rate if (share := _share(stretches, a, b)) == 1 else rate * share for a, b in pairwise(starts)]
    return (rate * _before(stretches, launch), *flows)


def _stretches(amount: Amount, launch: date, until: int) -> Iterator[_Stretch]:
    """The steps of a ramp, each a month long and counted from the amount's own start; the last never ends."""
    begin, steps = amount.starts, amount.ramp or 1

    def day(step: int) -> int:
        later = Starts(months=begin.months + step, days=begin.days) if step else begin
        return later.resolve(begin.on or launch).toordinal()

    for step in range(steps):
        if day(step) >= until:
            return
        yield day(step), day(step + 1) if step + 1 < steps else None, Fraction(step + 1, steps)


def _share(stretches: list[_Stretch], begin: int, end: int) -> Fraction:
    """How much of a full month's amount flows in the month from `begin` to before `end`."""
    for first, after, level in stretches:
        if first <= begin and (after is None or end <= after):
            return level  # most months lie within one step
    days = Fraction(0)
    for first, after, level in stretches:
        if first >= end:
            break
        overlap = min(end, after or end) - max(begin, first)
        if overlap > 0:
            days += overlap * level
    return days / (end - begin)


def _before(stretches: list[_Stretch], launch: date) -> Fraction:
    """How many full months' amounts flow before the launch."""
    total, month, end = Fraction(0), 0, launch.toordinal()
    while stretches and end > stretches[0][0]:
        month -= 1
        begin = Starts(months=month).resolve(launch).toordinal()
        total += _share(stretches, begin, end)
        end = begin
    return total
