"""The return in figures: what it is worth, year by year, when it is paid back, and what it all rests on.

The figures themselves come from `generator.value`; here they get their words and their picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from generator.plan.model import Amount
from generator.site.catalogues import message
from generator.site.facts import DealFacts
from generator.site.picture.money import MoneyPicture, money_pictures
from generator.site.view.outcome import company
from generator.site.words import Words
from generator.value.worth import Case, DelayCost, Row, Worth


@dataclass(frozen=True)
class CaseFigures:
    """What the plan is worth in one case."""

    label: str
    main: bool
    costs: Decimal
    benefits: Decimal
    npv: Decimal
    notes: str
    payback: str | None


@dataclass(frozen=True)
class Assumption:
    """A figure that the return rests on, its source, and who confirmed it."""

    what: str
    amount: str
    source: str | None
    confirmed: str | None


@dataclass(frozen=True)
class Figures:
    """The return. `title` and `lead` answer first; `week` is what a week of delay costs, `delay` its sum.

    `asked` lists what it costs to start: everything before go-live, and the first year.
    """

    currency: str
    years: int
    rate: Decimal
    title: str
    for_whom: str
    lead: str
    basis: str
    in_short: str
    cases: tuple[CaseFigures, ...]
    rows: tuple[Row, ...]
    net: Row
    week: Decimal | None
    delay: DelayCost | None
    delay_so_far: str | None
    assumptions: tuple[Assumption, ...]
    unconfirmed: int
    asked: tuple[str, ...]
    asked_total: Decimal
    pictures: tuple[MoneyPicture, MoneyPicture]


def make_figures(facts: DealFacts, words: Words) -> Figures | None:
    """Give the figures; None where the plan names no value."""
    worth, value = facts.worth, facts.plan.value
    if worth is None or value is None or not (value.costs or value.benefits):
        return None
    main, currency = worth.cases[worth.main], worth.currency
    over = words.over_years(worth.horizon_years)
    about = words.about(main.npv, currency)
    amounts = (*value.benefits, *value.costs)
    assumptions = tuple(_assumption(facts, a, words) for a in amounts)
    unconfirmed = sum(a.confirmed is None for a in assumptions)
    return Figures(
        currency=currency,
        years=worth.horizon_years,
        rate=worth.discount_rate,
        title=words.text("Worth about %(sum)s", sum=about),
        for_whom=words.text("to %(buyer)s %(over)s", buyer=company(facts.plan, "buyer").short, over=over),
        lead=_lead(main, currency, words),
        basis=_basis(worth, unconfirmed, len(assumptions), words),
        in_short=_in_short(main, about, over, words),
        cases=tuple(_case(c, worth, words) for c in worth.cases.values()),
        rows=worth.rows,
        net=worth.net,
        week=worth.delay_cost_per_week,
        delay=worth.delay,
        delay_so_far=_so_far(facts, worth, words),
        assumptions=assumptions,
        unconfirmed=unconfirmed,
        asked=tuple(_asked(worth.rows, currency, words)),
        asked_total=-sum((r.years[0] + r.years[1] for r in worth.rows if r.kind == "cost"), Decimal(0)),
        pictures=money_pictures(worth, words),
    )


def payback_month(case: Case) -> int | None:
    """Give the month after the launch in which the running total turns for good; None within no horizon."""
    return None if case.payback_months is None else max(ceil(case.payback_months), 1)


def _lead(main: Case, currency: str, words: Words) -> str:
    month = payback_month(main)
    paid = (
        words.text("It pays itself back %(month)s after go-live", month=words.in_month(month))
        if month
        else words.text("It is not paid back within these years")
    )
    if not main.costs_pv:
        return words.sentence(paid)
    returns = words.text(
        "returns %(sum)s for every %(unit)s spent",
        sum=words.exact_money(main.benefits_pv / main.costs_pv, currency, 2),
        unit=words.money(Decimal(1), currency),
    )
    return words.text("%(paid)s and %(returns)s.", paid=paid, returns=returns)


def _basis(worth: Worth, unconfirmed: int, figures: int, words: Words) -> str:
    first = words.text(
        "%(case)s case, net present value at %(rate)s.",
        case=words.case(worth.main),
        rate=words.percent(worth.discount_rate),
    )
    if not unconfirmed:
        rest = words.text("Every figure behind it is confirmed.")
        return words.text("%(first)s %(second)s", first=first, second=rest)
    rest = words.counted(
        "%(n)s of the %(all)s figures behind it is still to be confirmed.",
        "%(n)s of the %(all)s figures behind it are still to be confirmed.",
        unconfirmed,
        all=words.spelled(figures),
    )
    return words.text("%(first)s %(second)s", first=first, second=rest)


def _in_short(main: Case, about: str, over: str, words: Words) -> str:
    month = payback_month(main)
    if month is None:
        return words.text("about %(sum)s %(over)s.", sum=about, over=over)
    return words.text(
        "about %(sum)s %(over)s, paid back %(month)s.", sum=about, over=over, month=words.in_month(month)
    )


def _case(case: Case, worth: Worth, words: Words) -> CaseFigures:
    month = payback_month(case)
    payback = words.text("month %(n)s", n=words.number(month)) if month else None
    notes = [
        words.text("Paid back in %(month)s", month=payback)
        if payback
        else words.text("Not paid back in these years")
    ]
    if case.roi_percent is not None:
        notes.append(
            words.text(
                "return %(percent)s",
                percent=words.percent((case.roi_percent / 100).quantize(Decimal("0.01"))),
            )
        )
    label = words.text(
        "%(case)s, %(percent)s of the benefits",
        case=words.case(case.name),
        percent=words.percent(case.factor),
    )
    return CaseFigures(
        label, case.name == worth.main, case.costs_pv, case.benefits_pv, case.npv, " · ".join(notes), payback
    )


def _so_far(facts: DealFacts, worth: Worth, words: Words) -> str | None:
    days, week = facts.schedule.slip_days, worth.delay_cost_per_week
    if days <= 0 or week is None:
        return None
    return words.plural(
        "The %(n)s day now expected comes to about %(sum)s of the return.",
        "The %(n)s days now expected come to about %(sum)s of the return.",
        days,
        sum=words.about(week * days / 7, worth.currency),
    )


def _assumption(facts: DealFacts, amount: Amount, words: Words) -> Assumption:
    confirmed = None
    if amount.confirmed_by:
        role = facts.plan.roles[amount.confirmed_by]
        confirmed = role.name or role.title
        if amount.confirmed_on:
            confirmed = words.listed([confirmed, words.day(amount.confirmed_on)])
    return Assumption(amount.what, _amount(amount, words), amount.source, confirmed)


def _amount(amount: Amount, words: Words) -> str:
    if amount.years:
        return " · ".join(words.number(y) for y in amount.years)
    messages = {"month": message("%(n)s a month"), "year": message("%(n)s a year")}
    text = words.text(
        messages.get(amount.every or "", message("%(n)s once")), n=words.number(amount.amount or Decimal(0))
    )
    if amount.ramp:
        full = words.plural("full after %(n)s month", "full after %(n)s months", amount.ramp)
        text = words.listed([text, full])
    return text


def _asked(rows: Sequence[Row], currency: str, words: Words) -> list[str]:
    """Say what it costs before go-live and in the first year, line by line."""
    asked = []
    for row in rows:
        first = -(row.years[0] + row.years[1])
        if row.kind == "cost" and first > 0:
            asked.append(words.text("%(what)s %(sum)s", what=row.what, sum=words.money(first, currency)))
    return asked
