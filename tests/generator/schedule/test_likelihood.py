"""The odds of being live on time: reproducible, and certain where nothing is left to chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.plan.model import Plan
from generator.schedule.likelihood import likelihood

Build = Callable[..., Plan]
Step = Callable[..., dict[str, Any]]
TODAY = date(2027, 1, 11)


def plan_with(build: Build, step: Step, takes: str, **keys: Any) -> Plan:
    return build(step("work", takes, **keys), step("live", "0 days", "work", stage="Launch"))


def test_the_same_plan_and_day_give_the_same_odds(build: Build, step: Step) -> None:
    plan = plan_with(build, step, "10 days")
    first = likelihood(plan, TODAY)
    assert first == likelihood(plan, TODAY)
    assert first and 0 < first.planned.chance < 1  # worked back: no room for a longer draw
    assert first.early.chance == 1  # seven weeks are plenty
    assert first.planned.p50 <= first.planned.p80
    assert first.sentence(plan.launch.date) == (
        "Live by 1 March in 100 of 100 simulated runs if every step starts as soon as it may, "
        f"in {round(100 * first.planned.chance)} of 100 if it waits for its planned start."
    )


def test_a_range_is_drawn_between_its_ends(build: Build, step: Step) -> None:
    roomy = likelihood(plan_with(build, step, "20-35 days"), TODAY)
    assert roomy and roomy.planned.chance == 1  # planned by its upper end, a range always fits
    tight = likelihood(plan_with(build, step, "20-40 days"), TODAY)
    assert tight and 0.8 < tight.planned.chance < 1  # 36 days are left
    late = likelihood(plan_with(build, step, "20-40 days"), date(2027, 2, 1))
    assert late and late.planned.p50 == late.early.p50 == date(2027, 3, 12)  # 30 days, the middle


def test_what_others_decide_on_varies_most(build: Build, step: Step) -> None:
    chances = {}
    for stage in ("Align", "Legal"):
        found = likelihood(plan_with(build, step, "30 days", stage=stage), TODAY)
        assert found
        chances[stage] = found.early.chance
    assert chances["Legal"] < chances["Align"]


@pytest.mark.parametrize(
    "said",
    [
        {"status": "active", "started_on": "2027-01-04"},
        {"status": "active"},
        {"expected": "2027-02-26"},
        {"status": "active", "expected": "2027-02-27"},
        {"status": "blocked"},
    ],
)
def test_what_is_left_is_drawn_not_what_is_over(build: Build, step: Step, said: dict[str, Any]) -> None:
    found = likelihood(plan_with(build, step, "30 days", **said), TODAY)
    assert found and found.planned.p80 >= found.planned.p50 >= TODAY
    almost = likelihood(plan_with(build, step, "30 days", **said), date(2027, 2, 26))
    assert almost and almost.planned.p50 >= date(2027, 2, 26)


def test_done_steps_leave_nothing_to_chance(build: Build, step: Step) -> None:
    done = plan_with(build, step, "10 days", status="done", done_on="2027-01-08")
    found = likelihood(done, TODAY)
    assert found and found.planned.chance == found.early.chance == 1
    assert found.sentence(done.launch.date) == (
        "Live by 1 March in 100 of 100 simulated runs, and in half of them by 1 March."
    )
    assert found.early.p80 == date(2027, 3, 1)  # nobody goes live before the day that was agreed
    live = build(step("live", "1 day", status="done", done_on="2027-01-08"))
    assert likelihood(live, TODAY) is None
