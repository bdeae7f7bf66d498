"""Figures as pages say them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.site.view.figures import payback_month
from generator.value.worth import Case


@pytest.mark.parametrize(
    ("months", "month"), [("4.3", 5), ("6.04", 7), ("3.8", 4), ("4", 4), ("0", 1), ("0.01", 1), (None, None)]
)
def test_money_is_back_in_the_month_in_which_it_comes_back(months: str | None, month: int | None) -> None:
    paid = None if months is None else Decimal(months)
    zero = Decimal(0)
    assert payback_month(Case("expected", Decimal(1), zero, zero, zero, None, paid, ())) == month
