"""What the buyer gets for what it pays, by the conventions of a TEI study (Total Economic Impact, Forrester).

Columns Initial, Year 1 .. n, Total, Present value; year 1 begins at the launch. Initial is not discounted,
year t is divided by (1 + rate) ** t. Return (ROI) = net present value / present value of costs. Payback runs
on the undiscounted monthly total and is interpolated within the month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import lcm
from operator import add
from typing import Literal

from generator.plan.model import Amount, Value
from generator.value.flows import MONTHS_PER_YEAR, Flow, monthly_flow

WEEKS_PER_YEAR = 52
_Units = tuple[int, ...]  # a flow in whole parts of the currency: `_unit` of them are one


@dataclass(frozen=True)
class Row:
    """One line of the table by years; costs are negative, so that columns add up; the net has no `amount`.

    `years` holds Initial, year 1, year 2, ... up to the horizon.
    """

    what: str
    kind: Literal["benefit", "cost", "net"]
    years: tuple[Decimal, ...]
    total: Decimal
    present_value: Decimal
    amount: Amount | None = None


@dataclass(frozen=True)
class Year:
    """All costs and all benefits of a year, both positive; year 0 is Initial."""

    year: int
    costs: Decimal
    benefits: Decimal
    net: Decimal


@dataclass(frozen=True)
class Case:
    """How the return looks if the benefits come to `factor` of what is assumed.

    `roi_percent` is None without costs; `payback_months` counts from the launch to the day after which the
    running total stays at or above zero, and is None where that is not within the horizon. `running` is the
    running total of benefits less costs, not discounted: at the launch, then after each month.
    """

    name: str
    factor: Decimal
    costs_pv: Decimal
    benefits_pv: Decimal
    npv: Decimal
    roi_percent: Decimal | None
    payback_months: Decimal | None
    running: tuple[Decimal, ...]


@dataclass(frozen=True)
class DelayCost:
    """What each week of delay costs the buyer, with the parts that a reader needs to redo the sum.

    `parts` are what flows in a month of `year`, the first steady one, costs negative; they add up to
    `per_month`, and per_month x 12 / 52 is `per_week`.
    """

    year: int
    parts: tuple[tuple[str, Decimal], ...]
    per_month: Decimal
    per_week: Decimal


@dataclass(frozen=True)
class Worth:
    """The whole value of a plan for a launch on a day; rows, years and delay are those of the case `main`."""

    currency: str
    launch: date
    horizon_years: int
    discount_rate: Decimal
    main: str
    cases: Mapping[str, Case]
    rows: tuple[Row, ...]
    net: Row
    years: tuple[Year, ...]
    delay: DelayCost | None

    @property
    def delay_cost_per_week(self) -> Decimal | None:
        """What each week of delay costs the buyer; None where delay costs nothing."""
        return self.delay.per_week if self.delay else None


@dataclass(frozen=True)
class _Stream:
    """An amount with what flows of it, signed: costs are negative."""

    amount: Amount
    kind: Literal["benefit", "cost"]
    flow: _Units


def value_of(value: Value, launch: date) -> Worth:
    """Work out costs, benefits, return and payback of every case for a launch on this day."""
    years, rate = value.horizon, Fraction(value.discount_rate)
    factors = value.cases or {"expected": Decimal(1)}
    main = _main_case(factors)
    gains = [monthly_flow(a, launch, years) for a in value.benefits]
    spendings = [monthly_flow(a, launch, years) for a in value.costs]
    unit = _unit([*gains, *spendings], map(Fraction, factors.values()))
    benefits = [_units(flow, unit, Fraction(1)) for flow in gains]
    costs = [_units(flow, unit, Fraction(-1)) for flow in spendings]
    gain, spent = _sum(benefits, years), _sum(costs, years)
    scale = Fraction(factors[main])
    shown = [_Stream(a, "benefit", _times(f, scale)) for a, f in zip(value.benefits, benefits, strict=True)]
    shown += [_Stream(a, "cost", f) for a, f in zip(value.costs, costs, strict=True)]
    got = _times(gain, scale)
    net = tuple(map(add, got, spent))
    return Worth(
        currency=value.currency,
        launch=launch,
        horizon_years=years,
        discount_rate=value.discount_rate,
        main=main,
        cases={name: _case(name, factor, gain, spent, rate, unit) for name, factor in factors.items()},
        rows=tuple(_row(s.amount.what, s.kind, s.flow, rate, unit, s.amount) for s in shown),
        net=_row("Net", "net", net, rate, unit, None),
        years=tuple(
            Year(n, _decimal(-c, unit), _decimal(b, unit), _decimal(b + c, unit))
            for n, (b, c) in enumerate(zip(_by_year(got), _by_year(spent), strict=True))
        ),
        delay=_delay(shown, years, unit),
    )


def _unit(flows: Iterable[Flow], factors: Iterable[Fraction]) -> int:
    """Find into how many parts the currency is cut so that every number is whole, in every case.

    Whole numbers stay as exact as fractions and add up many times as fast.
    """
    parts = lcm(*{amount.denominator for flow in flows for amount in flow})
    return parts * lcm(*(factor.denominator for factor in factors))


def _units(flow: Flow, unit: int, sign: Fraction) -> _Units:
    return tuple(int(sign) * amount.numerator * (unit // amount.denominator) for amount in flow)


def _main_case(factors: Mapping[str, Decimal]) -> str:
    """The case that speaks for the plan: `expected`, else the one in the middle."""
    if "expected" in factors:
        return "expected"
    ordered = sorted(factors, key=lambda name: factors[name])
    return ordered[(len(ordered) - 1) // 2]


def _case(name: str, factor: Decimal, gain: _Units, spent: _Units, rate: Fraction, unit: int) -> Case:
    got = _times(gain, Fraction(factor))
    costs_pv, benefits_pv = -_present_value(_by_year(spent), rate), _present_value(_by_year(got), rate)
    npv = benefits_pv - costs_pv
    running = list(accumulate(map(add, got, spent)))
    payback = _payback(running) if any(got) else None
    return Case(
        name=name,
        factor=factor,
        costs_pv=_decimal(costs_pv, unit),
        benefits_pv=_decimal(benefits_pv, unit),
        npv=_decimal(npv, unit),
        roi_percent=_decimal(npv / costs_pv * 100) if costs_pv > 0 else None,
        payback_months=None if payback is None else _decimal(payback),
        running=tuple(_decimal(total, unit) for total in running),
    )


def _payback(running: Sequence[int]) -> Fraction | None:
    """Months until the running total stays at or above zero, in a straight line within the month."""
    below = [month for month, total in enumerate(running) if total < 0]
    if not below:
        return Fraction(0)
    last = below[-1]
    if last == len(running) - 1:
        return None
    return last + Fraction(running[last], running[last] - running[last + 1])


def _delay(streams: Sequence[_Stream], years: int, unit: int) -> DelayCost | None:
    """The cost of delay: a month of the first steady year's benefits less recurring costs, by 12 / 52.

    Steady is the first year that the next one repeats for every amount; if there is none, the horizon's last.
    """
    tables = [_by_year(s.flow) for s in streams]
    steady = next((y for y in range(1, years) if all(t[y] == t[y + 1] for t in tables)), years)
    year_and_unit = MONTHS_PER_YEAR * unit
    parts = [
        (s.amount.what, Fraction(t[steady], year_and_unit)) for s, t in zip(streams, tables, strict=True)
    ]
    per_month = sum((part for _, part in parts), Fraction(0))
    if per_month <= 0:
        return None
    return DelayCost(
        year=steady,
        parts=tuple((what, _decimal(part)) for what, part in parts if part),
        per_month=_decimal(per_month),
        per_week=_decimal(per_month * MONTHS_PER_YEAR / WEEKS_PER_YEAR),
    )


def _row(
    what: str,
    kind: Literal["benefit", "cost", "net"],
    flow: _Units,
    rate: Fraction,
    unit: int,
    amount: Amount | None,
) -> Row:
    years = _by_year(flow)
    total, present = sum(years), _present_value(years, rate)
    shown = tuple(_decimal(year, unit) for year in years)
    return Row(what, kind, shown, _decimal(total, unit), _decimal(present, unit), amount)


def _by_year(flow: _Units) -> tuple[int, ...]:
    """Sum a flow into Initial, year 1, year 2, ..."""
    months = range(1, len(flow), MONTHS_PER_YEAR)
    return (flow[0], *(sum(flow[m : m + MONTHS_PER_YEAR]) for m in months))


def _present_value(years: Sequence[int], rate: Fraction) -> Fraction:
    return sum((amount / (1 + rate) ** year for year, amount in enumerate(years)), Fraction(0))


def _times(flow: _Units, factor: Fraction) -> _Units:
    """Multiply by a case's factor, of whose denominator `_unit` is a multiple."""
    if factor == 1:
        return flow
    return tuple(amount * factor.numerator // factor.denominator for amount in flow)


def _sum(flows: Iterable[_Units], years: int) -> _Units:
    total: _Units = (0,) * (years * MONTHS_PER_YEAR + 1)
    for flow in flows:
        total = tuple(map(add, total, flow))
    return total


def _decimal(amount: int | Fraction, unit: int = 1) -> Decimal:
    return Decimal(amount.numerator) / Decimal(amount.denominator * unit)
