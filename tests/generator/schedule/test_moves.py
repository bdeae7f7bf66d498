"""Whose move is next, and who is being waited on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.plan.model import Plan
from generator.schedule.engine import schedule
from generator.schedule.moves import next_moves, waited_on


def test_next_moves_and_who_is_waited_on(
    build: Callable[..., Plan], step: Callable[..., dict[str, Any]]
) -> None:
    plan = build(
        step("goals", "2 days", status="done", done_on="2027-02-10"),
        step("legal", "5 days", owner="ae", due="2027-02-19"),  # from Thu 11 February, around Presidents' Day
        step("security", "5 days", "goals", status="blocked", expected="2027-02-24"),
        step("setup", "3 days", "security", "legal"),
        step("report", "1 day"),
        step("live", "1 day", "setup"),
    )
    on_time = schedule(plan, date(2027, 2, 11))
    assert next_moves(plan, on_time) == ("legal", "security", "report")
    assert waited_on(plan, on_time) == ()
    late = schedule(plan, date(2027, 2, 24))
    assert next_moves(plan, late) == ("security", "report", "legal")
    assert waited_on(plan, late) == ("legal", "security")
