"""The return, redone by hand: a published TEI table, a whole worked example, and edges."""

from __future__ import annotations

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.model import Value
from generator.value.report import value_json
from generator.value.worth import Worth, value_of

LAUNCH = date(2027, 3, 1)


def worth(
    costs: list[dict[str, Any]], benefits: list[dict[str, Any]], launch: date = LAUNCH, **keys: Any
) -> Worth:
    def named(amounts: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{"what": f"Amount {n}", **a} for n, a in enumerate(amounts)]

    value = {"currency": "EUR", "costs": named(costs), "benefits": named(benefits), **keys}
    return value_of(Value.model_validate(value), launch)


def units(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def monthly(amount: int, **keys: Any) -> dict[str, Any]:
    return {"amount": amount, "every": "month", **keys}


def yearly(amount: int, **keys: Any) -> dict[str, Any]:
    return {"amount": amount, "every": "year", **keys}


def once(amount: int, **keys: Any) -> dict[str, Any]:
    return {"amount": amount, "every": "once", **keys}


def test_reproduces_a_published_tei_table_to_the_unit() -> None:
    """Forrester's study of SalesLoft (cash flow analysis): initial and three years at 10%."""
    found = worth([{"years": [53150, 666715, 636772, 647783]}], [{"years": [0, 1606511, 3061331, 4229760]}])
    case = found.cases["expected"]
    assert units(case.costs_pv) == 1_672_201
    assert units(case.npv) == 5_496_170
    assert units(case.roi_percent) == 329
    assert case.payback_months is not None
    assert round(case.payback_months, 2) == Decimal("0.68")
    assert [units(y.net) for y in found.years] == [-53150, 939796, 2424559, 3581977]
    assert units(found.net.total) == 6_893_182


@pytest.fixture(scope="module")
def acme() -> Worth:
    return worth(
        [
            yearly(120_000, what="Subscription"),
            once(48_000, what="Connecting the warehouse system"),
            once(14_000, what="Training"),
        ],
        [
            monthly(31_000, what="Fewer mis-picks", starts="launch + 1 month", ramp="3 months"),
            monthly(9_800, what="Pickers productive sooner", starts="launch + 1 month"),
        ],
        cases={"conservative": "70%", "expected": "100%", "stretch": "120%"},
    )


def test_year_by_year_adds_up(acme: Worth) -> None:
    assert [
        (r.what, [*map(units, (*r.years, r.total, r.present_value))]) for r in (*acme.rows, acme.net)
    ] == [
        ("Fewer mis-picks", [0, 310_000, 372_000, 372_000, 1_054_000, 868_745]),
        ("Pickers productive sooner", [0, 107_800, 117_600, 117_600, 343_000, 283_545]),
        ("Subscription", [0, -120_000, -120_000, -120_000, -360_000, -298_422]),
        ("Connecting the warehouse system", [-48_000, 0, 0, 0, -48_000, -48_000]),
        ("Training", [-14_000, 0, 0, 0, -14_000, -14_000]),
        ("Net", [-62_000, 297_800, 369_600, 369_600, 975_000, 791_868]),
    ]


def test_cases_scale_the_benefits_alone(acme: Worth) -> None:
    found = {n: (units(c.npv), units(c.roi_percent), units(c.running[-1])) for n, c in acme.cases.items()}
    assert found == {
        "conservative": (446_181, 124, 555_900),
        "expected": (791_868, 220, 975_000),
        "stretch": (1_022_326, 284, 1_254_400),
    }
    assert acme.main == "expected"


def test_payback_is_interpolated_within_its_month(acme: Worth) -> None:
    # After months 1 to 4 the total stands at -72,000, -61,866.67, -41,400 and -10,600; month 5 brings 30,800.
    running = acme.cases["expected"].running
    assert [*map(units, running[:6])] == [-62_000, -72_000, -61_867, -41_400, -10_600, 20_200]
    payback = {name: c.payback_months for name, c in acme.cases.items()}
    assert payback["expected"] == 4 + Decimal(10_600) / Decimal(30_800)
    assert {n: p and int(p) + 1 for n, p in payback.items()} == {
        "conservative": 7,
        "expected": 5,
        "stretch": 4,
    }


def test_a_week_of_delay_can_be_redone_by_hand(acme: Worth) -> None:
    assert acme.delay is not None
    assert acme.delay.year == 2
    assert [(what, units(part)) for what, part in acme.delay.parts] == [
        ("Fewer mis-picks", 31_000),
        ("Pickers productive sooner", 9_800),
        ("Subscription", -10_000),
    ]
    assert acme.delay.per_month == 30_800
    assert units(acme.delay.per_week) == 7_108


@pytest.mark.parametrize(
    ("amount", "years"),
    [
        (once(100), [100, 0, 0, 0]),
        (once(100, starts="launch + 14 months"), [100, 0, 0, 0]),  # once is Initial
        (once(100, starts="launch - 2 months"), [100, 0, 0, 0]),
        (monthly(100), [0, 1200, 1200, 1200]),
        (monthly(100, starts="launch + 1 month"), [0, 1100, 1200, 1200]),
        (monthly(100, starts="launch + 14 months"), [0, 0, 1000, 1200]),
        (monthly(100, starts="launch + 4 years"), [0, 0, 0, 0]),
        (monthly(100, starts="9999-12-31", ramp="3 months"), [0, 0, 0, 0]),
        (monthly(310, starts="2027-03-16"), [0, 160 + 11 * 310, 3720, 3720]),  # 16 of March's 31 days
        (monthly(310, starts="launch + 15 days"), [0, 160 + 11 * 310, 3720, 3720]),
        (monthly(100, starts="launch - 2 months"), [200, 1200, 1200, 1200]),
        (monthly(280, starts="2027-02-15"), [140, 3360, 3360, 3360]),  # half of February's 28 days
        (monthly(300, ramp="3 months"), [0, 3300, 3600, 3600]),  # 100, 200, then 300
        (monthly(300, starts="launch - 1 month", ramp="3 months"), [100, 3500, 3600, 3600]),
        (monthly(300, starts="launch + 11 months", ramp="3 months"), [0, 100, 3500, 3600]),
        (yearly(1200), [0, 1200, 1200, 1200]),
        (yearly(1200, starts="launch + 6 months"), [0, 600, 1200, 1200]),
        (yearly(1200, starts="launch - 3 months"), [300, 1200, 1200, 1200]),
        (yearly(1200, ramp="12 months"), [0, 650, 1200, 1200]),
        ({"years": [5, 10, 20, 30]}, [5, 10, 20, 30]),
        ({"years": [5, 10]}, [5, 10, 0, 0]),
        ({"years": [5, 10, 20, 30, 40]}, [5, 10, 20, 30]),  # beyond the horizon
    ],
)
def test_amounts_fall_in_their_year(amount: dict[str, Any], years: list[int]) -> None:
    assert [*worth([], [amount]).rows[0].years] == years
    assert [y.costs for y in worth([amount], []).years] == years


def test_a_ramp_from_the_middle_of_a_month_is_prorated() -> None:
    # From Tue 16 March: half a month's 100 in March (16 of 31 days), then the steps share each month by days.
    found = worth([], [monthly(300, starts="2027-03-16", ramp="3 months")])
    march = Decimal(100) * 16 / 31
    april = (Decimal(100) * 15 + Decimal(200) * 15) / 30
    may = (Decimal(200) * 15 + Decimal(300) * 16) / 31
    assert round(found.rows[0].years[1], 10) == round(march + april + may + 9 * 300, 10)
    assert found.rows[0].years[2] == 3600


@pytest.mark.parametrize("launch", [date(2027, 1, 31), date(2028, 2, 29), date(2027, 12, 31)])
def test_whole_months_stay_whole_at_the_end_of_a_month(launch: date) -> None:
    found = worth([], [monthly(100, starts="launch + 1 month", ramp="4 months")], launch)
    assert [*found.rows[0].years] == [0, 25 + 50 + 75 + 8 * 100, 1200, 1200]


def test_no_costs_have_no_return_in_percent() -> None:
    case = worth([], [monthly(100)]).cases["expected"]
    assert case.roi_percent is None
    assert case.payback_months == 0


def test_nothing_at_all() -> None:
    found = worth([], [])
    case = found.cases["expected"]
    assert (case.npv, case.roi_percent, case.payback_months, found.delay) == (0, None, None, None)


def test_a_negative_net_never_pays_back() -> None:
    found = worth([yearly(2400)], [monthly(100)])
    case = found.cases["expected"]
    assert case.npv < 0
    assert case.roi_percent == -50
    assert case.payback_months is None
    assert found.delay_cost_per_week is None


def test_payback_beyond_the_horizon_is_none() -> None:
    assert worth([once(3601)], [monthly(100)]).cases["expected"].payback_months is None
    assert worth([once(3600)], [monthly(100)]).cases["expected"].payback_months == 36
    assert worth([once(3601)], [monthly(100)], horizon="4 years").cases["expected"].payback_months == Decimal(
        "36.01"
    )


def test_payback_counts_from_when_the_total_stays_above_zero() -> None:
    # Starts at zero, sinks while the benefit has not begun, rises again.
    case = worth([monthly(100)], [monthly(300, starts="launch + 2 months")]).cases["expected"]
    assert [*map(units, case.running[:5])] == [0, -100, -200, 0, 200]
    assert case.payback_months == 3


@pytest.mark.parametrize(
    ("cases", "main"),
    [
        ({"low": "50%", "base": "100%", "high": "150%"}, "base"),
        ({"careful": "80%", "expected": "100%"}, "expected"),
        ({"only": "90%"}, "only"),
    ],
)
def test_the_main_case_speaks_for_the_plan(cases: dict[str, str], main: str) -> None:
    found = worth([], [monthly(100)], cases=cases)
    assert found.main == main
    assert found.years[1].benefits == 1200 * found.cases[main].factor


def test_delay_costs_what_the_first_steady_year_brings() -> None:
    growing = worth([yearly(520)], [{"years": [0, 100, 1560, 1560]}])
    assert growing.delay is not None
    assert (growing.delay.year, growing.delay.per_week) == (2, 20)
    never = worth([], [{"years": [0, 100, 200, 520]}])
    assert never.delay is not None
    assert (never.delay.year, never.delay.per_week) == (3, 10)
    short = worth([], [monthly(52, starts="launch + 6 months")], horizon="1 year")
    assert short.delay is not None
    assert short.delay.per_week == 6


def test_value_json_matches_the_contract(acme: Worth) -> None:
    found = json.loads(json.dumps(value_json("acme", acme)))
    assert found["case"]["expected"] == {
        "costs_pv": "360422.24",
        "benefits_pv": "1152290.01",
        "npv": "791867.77",
        "roi_percent": 219.71,
        "payback_months": 4.34,
    }
    assert found["years"][:2] == [
        {"year": 0, "costs": "62000.00", "benefits": "0.00", "net": "-62000.00"},
        {"year": 1, "costs": "120000.00", "benefits": "417800.00", "net": "297800.00"},
    ]
    assert {k: found[k] for k in ("deal", "currency", "discount_rate", "delay_cost_per_week")} == {
        "deal": "acme",
        "currency": "EUR",
        "discount_rate": 0.1,
        "delay_cost_per_week": "7107.69",
    }


money = st.integers(0, 10**7)
starts = st.one_of(
    st.integers(-12, 48).map(lambda n: f"launch {'+' if n >= 0 else '-'} {abs(n)} months"),
    st.dates(date(2026, 6, 1), date(2030, 6, 1)).map(date.isoformat),
)
every = st.sampled_from(["month", "year"])
ramps = st.integers(1, 24).map("{} months".format)
amounts = st.one_of(
    st.fixed_dictionaries({"amount": money, "every": every, "starts": starts}, optional={"ramp": ramps}),
    st.fixed_dictionaries({"years": st.lists(money, min_size=1, max_size=6)}),
    st.fixed_dictionaries({"amount": money, "every": st.just("once")}),
)
several = st.lists(amounts, max_size=4)


@settings(max_examples=60, deadline=None)
@given(costs=several, benefits=several, launch=st.dates(LAUNCH, date(2028, 2, 29)))
def test_rows_columns_and_running_total_agree(costs: list[Any], benefits: list[Any], launch: date) -> None:
    found = worth(costs, benefits, launch)
    case = found.cases["expected"]
    for column, year in enumerate(found.years):
        assert abs(sum(r.years[column] for r in found.rows) - year.net) < Decimal("0.001")
        assert year.benefits - year.costs == pytest.approx(year.net)
    assert abs(case.running[-1] - found.net.total) < Decimal("0.001")
    assert abs(found.net.present_value - case.npv) < Decimal("0.001")
    assert case.payback_months is None or 0 <= case.payback_months <= 36
    later = worth(costs, benefits, launch, discount_rate="20%").cases["expected"]
    assert later.benefits_pv <= case.benefits_pv
