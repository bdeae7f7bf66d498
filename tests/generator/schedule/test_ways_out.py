"""Ways out of an infeasible plan, each tried again on the plan file's own terms."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.plan.model import Plan
from generator.schedule.engine import schedule
from generator.schedule.ways_out import WayOut, describe, ways_out

Build = Callable[..., Plan]
Step = Callable[..., dict[str, Any]]


def test_three_ways_out_of_a_plan_that_is_short(build: Build, step: Step) -> None:
    """From Mon 1 February: 10 days security, 4 days legal, 8 days setup, 1 day live, for Tue 23 February."""
    plan = build(
        step("security", "10 days", outcome="Security review cleared"),
        step("setup", "8 days", "security", outcome="Systems set up"),
        step("legal", "4 days"),
        step("live", "1 day", "setup", "legal", outcome="Live"),
        launch="2027-02-23",
    )
    today = date(2027, 2, 1)
    found = schedule(plan, today)
    assert (found.launch_forecast, found.short_days) == (date(2027, 2, 25), 2)
    assert found.chain == ("security", "setup", "live")
    ways = ways_out(plan, found)
    assert ways == (
        WayOut("later", (), 2, date(2027, 2, 25)),
        WayOut("shorten", ("security",), 2, date(2027, 2, 23)),
        WayOut("together", ("security", "setup"), 8, date(2027, 2, 23)),
    )
    numbers = {m.id: n for n, m in enumerate(plan.milestones, 1)}
    assert [describe(w, plan, numbers) for w in ways] == [
        "Launch on Thu 25 Feb 2027, 2 working days later.",
        "Shorten [1] Security review cleared by 2 working days: live on Tue 23 Feb 2027.",
        "Run [1] Security review cleared and [2] Systems set up at the same time: live on Tue 23 Feb 2027.",
    ]


def test_a_stated_date_is_shortened_by_stating_an_earlier_one(build: Build, step: Step) -> None:
    plan = build(step("security", "5 days", expected="2027-03-03"), step("live", "1 day", "security"))
    ways = ways_out(plan, schedule(plan, date(2027, 2, 1)))
    assert ways == (
        WayOut("later", (), 3, date(2027, 3, 4)),
        WayOut("shorten", ("security",), 3, date(2027, 3, 1)),
    )


def test_several_steps_are_shortened_where_one_cannot_give_enough(build: Build, step: Step) -> None:
    plan = build(
        step("security", "4 days", outcome="Security review cleared"),
        step("setup", "0 days", "security"),
        step("training", "6 days", "setup", outcome="Teams trained"),
        step("live", "1 day", "training"),
        launch="2027-02-08",
    )
    found = schedule(plan, date(2027, 2, 1))
    assert found.short_days == 5
    _, shorter = ways_out(plan, found)[:2]
    assert shorter == WayOut("shorten", ("training",), 5, date(2027, 2, 8))

    tighter = Plan.model_validate(plan.model_dump(by_alias=True) | {"launch": {"date": "2027-02-05"}})
    found = schedule(tighter, date(2027, 2, 1))
    shorter = ways_out(tighter, found)[1]
    assert shorter == WayOut("shorten", ("security", "training"), 3, date(2027, 2, 5))
    assert describe(shorter, tighter, {"security": 1, "training": 3}) == (
        "Shorten [1] Security review cleared and [3] Teams trained by 3 working days each: "
        "live on Fri 5 Feb 2027."
    )


def test_nothing_is_offered_where_nothing_is_short(build: Build, step: Step) -> None:
    on_course = build(step("live", "1 day"))
    assert ways_out(on_course, schedule(on_course, date(2027, 2, 1))) == ()
    done_late = build(step("live", "1 day", status="done", done_on="2027-03-05"))
    assert ways_out(done_late, schedule(done_late, date(2027, 3, 8))) == ()


def _changed(plan: Plan, way: WayOut, days: int) -> Plan:
    """Make a way out's change in the plan itself."""
    data = deepcopy(plan.model_dump(by_alias=True))
    steps = {s["id"]: s for s in data["milestones"]}
    if way.kind == "later":
        data["launch"]["date"] = way.launch
    elif way.kind == "shorten":
        for i in way.milestones:
            steps[i]["takes"] = f"{plan.by_id[i].takes.high - days} days"
    else:
        a, b = way.milestones
        steps[b]["after"] = tuple({*steps[b]["after"], *steps[a]["after"]} - {a})
        for s in steps.values():
            if b in s["after"]:
                s["after"] = (*s["after"], a)
    return Plan.model_validate(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 100_000), size=st.integers(2, 14))
def test_every_way_out_holds_and_none_is_larger_than_needed(
    build: Build, step: Step, seed: int, size: int
) -> None:
    draw = random.Random(seed)
    steps = [
        step(
            f"m{n}",
            f"{draw.randint(0, 9)} days",
            *{f"m{draw.randrange(n)}" for _ in range(draw.randint(0, 2)) if n},
            owner=draw.choice(["ops", "ae", "si"]),
            wait=draw.choice([None, None, "2 days", "1 week calendar"]),
        )
        for n in range(size)
    ]
    plan = build(*steps, step("live", "1 day", f"m{size - 1}"), launch="2026-10-19")
    today = date(2026, 10, 5) + timedelta(days=draw.randint(0, 10))
    found = schedule(plan, today)
    ways = ways_out(plan, found)
    assert bool(ways) == (not found.feasible)
    assert len(ways) <= 3
    for way in ways:
        after = schedule(_changed(plan, way, way.days), today)
        assert after.feasible
        assert after.launch_forecast == way.launch
        if way.kind == "shorten" and way.days > 1:
            assert not schedule(_changed(plan, way, way.days - 1), today).feasible
