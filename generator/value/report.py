"""The value of a plan as other programs read it: the `value` contract, money as decimal strings."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.value.worth import Case, Worth

_CENT = Decimal("0.01")


def value_json(deal: str, worth: Worth) -> dict[str, Any]:
    """Give one deal's value as JSON data; year 0 is Initial, percentages and months are plain numbers."""
    return {
        "deal": deal,
        "currency": worth.currency,
        "discount_rate": float(worth.discount_rate),
        "case": {name: _case(case) for name, case in worth.cases.items()},
        "years": [
            {"year": y.year, "costs": _money(y.costs), "benefits": _money(y.benefits), "net": _money(y.net)}
            for y in worth.years
        ],
        "delay_cost_per_week": None if worth.delay is None else _money(worth.delay.per_week),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "costs_pv": _money(case.costs_pv),
        "benefits_pv": _money(case.benefits_pv),
        "npv": _money(case.npv),
        "roi_percent": _number(case.roi_percent),
        "payback_months": _number(case.payback_months),
    }


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP) + 0  # no minus before zero


def _money(amount: Decimal) -> str:
    return str(_rounded(amount))


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(_rounded(amount))
