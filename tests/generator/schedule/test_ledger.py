"""Who and what moved the launch: worked examples around a launch on Monday 1 March 2027."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.plan.model import Plan
from generator.schedule.baseline import baseline_record, latest_record
from generator.schedule.dates import Charge
from generator.schedule.engine import schedule

Build = Callable[..., Plan]
Step = Callable[..., dict[str, Any]]
INTRODUCED = date(2026, 10, 5)


def day(month_and_day: str) -> date:
    return date.fromisoformat(f"2027-{month_and_day}")


def charges(plan: Plan, today: str, record: dict[str, Any] | None = None) -> dict[str | None, int]:
    found = schedule(plan, day(today), record)
    assert sum(c.days for c in found.delay) == found.slip_days
    return {c.milestone: c.days for c in found.delay}


def chain(build: Build, step: Step, *, launch: str = "2027-03-01", **said: dict[str, Any]) -> Plan:
    """Wed 17 - Tue 23 February setup, Wed 24 - Fri 26 training, Mon 1 March live."""
    return build(
        step("setup", "5 days", owner="ae") | said.get("setup", {}),
        step("training", "3 days", "setup") | said.get("training", {}),
        step("live", "1 day", "training") | said.get("live", {}),
        launch=launch,
    )


LATE = {"expected": "2027-02-25"}  # two days after Tuesday, so the launch moves from Monday to Wednesday
BEFORE_THE_SETUP = {"status": "done", "done_on": "2027-02-20"}


@pytest.mark.parametrize(
    ("said", "today", "expected"),
    [
        ({}, "02-01", {}),
        ({"setup": LATE}, "02-01", {"setup": 2}),
        ({"setup": LATE, "training": {"expected": "2027-03-05"}}, "02-01", {"setup": 2, "training": 5}),
        # Late, and then made up for: who won days back is credited.
        ({"setup": LATE, "training": {"expected": "2027-02-25"}}, "02-01", {"setup": 2, "training": -2}),
        # ... unless the baseline date was simply kept: then neither moved the launch.
        ({"setup": LATE, "training": {"expected": "2027-02-26"}}, "02-01", {}),
        ({"setup": {"status": "done", "done_on": "2027-02-10"}}, "02-20", {}),  # early: nothing moves
        ({}, "02-19", {"setup": 2}),  # should have started on the 17th; today it is the 19th
        ({"setup": {"status": "done", "done_on": "2027-02-23"}}, "02-25", {"training": 1}),
        # Training went ahead before the setup was done: the setup is not held against anybody.
        ({"training": BEFORE_THE_SETUP}, "03-01", {}),
        ({"training": BEFORE_THE_SETUP}, "03-03", {"live": 2}),
    ],
)
def test_charges(
    build: Build, step: Step, said: dict[str, Any], today: str, expected: dict[str, int]
) -> None:
    assert charges(chain(build, step, **said), today) == expected


def test_a_charge_names_the_owner_and_the_side(build: Build, step: Step) -> None:
    plan = chain(build, step, setup={"expected": "2027-02-25"})
    assert schedule(plan, day("02-01")).delay == (Charge("setup", "ae", "seller", 2),)


def test_changes_of_the_plan_are_charged_to_the_plan(build: Build, step: Step) -> None:
    record = baseline_record(chain(build, step), INTRODUCED)
    later = chain(build, step, launch="2027-03-08", training={"expected": "2027-03-09"})
    assert charges(later, "02-01", record) == {None: 7, "training": 2}
    assert charges(later, "02-01", json.loads(json.dumps(record))) == {None: 7, "training": 2}


def test_a_longer_duration_is_its_owners(build: Build, step: Step) -> None:
    done = {"status": "done", "done_on": "2027-02-23"}
    record = baseline_record(chain(build, step), INTRODUCED)
    assert charges(chain(build, step, setup=done, training={"takes": "8 days"}), "02-24", record) == {
        "training": 7
    }


def test_a_step_that_was_added_is_charged_to_the_plan(build: Build, step: Step) -> None:
    record = baseline_record(chain(build, step), INTRODUCED)
    done = {"status": "done", "done_on": "2027-02-23"}
    plan = build(
        step("setup", "5 days", owner="ae", **done),
        step("audit", "2 days", "setup", owner="ae"),
        step("training", "3 days", "audit"),
        step("live", "1 day", "training"),
    )
    assert charges(plan, "02-24", record) == {None: 2}
    found = schedule(plan, day("02-24"), record).milestones["audit"]
    assert (found.baseline_due, found.slip_days) == (None, 0)

    added = baseline_record(plan, day("02-24"), before=record, only=["audit"])
    merged = latest_record([record, {}, added])
    assert merged and merged["dates"] == record["dates"] | {"audit": "2027-02-25"}
    assert charges(plan, "02-24", merged) == {None: 2}
    assert charges(plan, "02-26", merged) == {None: 2, "audit": 2}
    assert schedule(plan, day("02-26"), merged).milestones["audit"].baseline_due == day("02-25")


def test_a_new_whole_baseline_starts_afresh(build: Build, step: Step) -> None:
    first = baseline_record(chain(build, step), INTRODUCED)
    slipped = chain(build, step, setup={"expected": "2027-02-25"})
    again = baseline_record(slipped, day("02-01"), before=first)
    assert charges(slipped, "02-01", first) == {"setup": 2}
    assert charges(slipped, "02-01", latest_record([first, again])) == {}
    assert again["dates"]["live"] == "2027-03-03"
    assert latest_record([{}, {}]) is None


def test_a_record_of_dates_alone_will_do(build: Build, step: Step) -> None:
    record = {"dates": {"setup": "2027-02-19", "training": "2027-02-24", "live": "2027-02-25"}}
    assert charges(chain(build, step), "02-01", record) == {None: 4}


def test_the_launch_was_another_milestone_when_the_baseline_was_taken(build: Build, step: Step) -> None:
    record = baseline_record(chain(build, step), INTRODUCED)
    renamed = build(
        step("setup", "5 days", owner="ae"),
        step("training", "3 days", "setup"),
        step("go-live", "1 day", "training", stage="Launch"),
        launch="2027-03-03",
    )
    found = schedule(renamed, day("02-01"), record)
    assert (found.launch_baseline, found.slip_days) == (day("03-01"), 2)
    assert charges(renamed, "02-01", record) == {None: 2}


def test_numbers_settle_ties(build: Build, step: Step) -> None:
    plan = build(
        step("a", "1 day", expected="2027-03-02"),
        step("b", "1 day", expected="2027-03-03"),
        step("live", "1 day", "a", "b"),
    )
    found = schedule(plan, day("02-01"), None, {"a": 1, "b": 2, "live": 3})
    assert [(c.milestone, c.days) for c in found.delay] == [("a", 2), ("b", 1)]
    found = schedule(plan, day("02-01"), None, {"a": 2, "b": 1, "live": 3})
    assert [(c.milestone, c.days) for c in found.delay] == [("b", 3)]


def test_recorded_holidays_keep_the_dates_when_the_library_changes(build: Build, step: Step) -> None:
    plan = chain(build, step)
    record = baseline_record(plan, INTRODUCED)
    record["holidays"]["DE-NW"] = [d for d in record["holidays"]["DE-NW"] if d != "2027-02-25"] + [
        "2027-02-25"
    ]
    found = schedule(plan, day("02-01"), record)
    assert found.milestones["training"].target.start == day("02-23")
    assert schedule(plan, day("02-01")).milestones["training"].target.start == day("02-24")
