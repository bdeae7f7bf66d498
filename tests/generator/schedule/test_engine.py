"""Worked examples, checked by hand against a calendar of 2027 (1 March is a Monday, Easter 28 March)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.plan.model import Plan
from generator.schedule.dates import Charge, Schedule
from generator.schedule.engine import baseline_of, current_dates, schedule

Build = Callable[..., Plan]
Step = Callable[..., dict[str, Any]]


def on(text: str) -> date:
    """A day of 2027 as month-day; a year before it where needed."""
    return date.fromisoformat(text if len(text) > 5 else f"2027-{text}")


def spans(found: Schedule, kind: str) -> dict[str, tuple[str, str]]:
    pairs = {i: getattr(m, kind) for i, m in found.milestones.items()}
    return {i: (f"{s.start:%m-%d}", f"{s.due:%m-%d}") for i, s in pairs.items()}


def wide_plan(build: Build, step: Step, **security: Any) -> Plan:
    """Three calendars, a point, a wait, a step tied to neither side of the launch, and one after it."""
    return build(
        step("kickoff", "1 day", owner="si", **security.pop("kickoff", {})),
        step("security", "10 days", "kickoff", wait="2 days", **security),
        step("legal", "4 days", owner="ae"),
        step("contract", "0 days", "security", "legal"),
        step("integrated", "5 days", "contract", owner="ae"),
        step("training", "3 days", "integrated"),
        step("live", "1 day", "training"),
        step("adopted", "20 days", "live"),
        step("report", "2 days"),
    )


def test_targets_work_back_on_each_sides_own_days(build: Build, step: Step) -> None:
    found = schedule(wide_plan(build, step), on("2026-10-05"))
    assert spans(found, "target") == {
        "kickoff": ("01-29", "01-29"),  # Fri, then two working days' wait before Wed 3 February
        "security": ("02-03", "02-16"),  # may be due on the point's own day
        "legal": ("02-10", "02-16"),  # four days around Presidents' Day, Mon 15 February
        "contract": ("02-16", "02-16"),
        "integrated": ("02-17", "02-23"),
        "training": ("02-24", "02-26"),
        "live": ("03-01", "03-01"),
        "adopted": ("03-02", "03-31"),  # without Good Friday and Easter Monday
        "report": ("02-26", "03-01"),
    }
    assert found.feasible and found.slip_days == found.short_days == 0
    assert found.delay == ()


def test_a_step_that_moves_pushes_what_waits_for_it(build: Build, step: Step) -> None:
    plan = wide_plan(
        build,
        step,
        status="active",
        started_on="2027-02-03",
        expected="2027-02-19",
        kickoff={"status": "done", "done_on": "2027-01-29"},
    )
    found = schedule(plan, on("02-08"))
    assert spans(found, "forecast") == {
        "kickoff": ("01-29", "01-29"),
        "security": ("02-03", "02-19"),
        "legal": ("02-10", "02-16"),
        "contract": ("02-19", "02-19"),
        "integrated": ("02-22", "02-26"),
        "training": ("03-01", "03-03"),
        "live": ("03-04", "03-04"),
        "adopted": ("03-05", "04-05"),
        "report": ("02-26", "03-01"),
    }
    assert found.launch_forecast == on("03-04")
    assert found.slip_days == 3
    assert not found.feasible
    assert found.short_days == 3
    assert found.chain == ("security", "contract", "integrated", "training", "live")
    assert [i for i, m in found.milestones.items() if m.critical] == list(found.chain)
    assert found.delay == (Charge("security", "ops", "buyer", 3),)
    assert found.milestones["legal"].slack_days == 3
    assert found.milestones["security"].slack_days == 0
    assert found.milestones["report"].slack_days == 3
    assert found.milestones["adopted"].slip_days == 5
    assert found.milestones["legal"].can_start_now
    assert not found.milestones["contract"].can_start_now
    assert found.milestones["contract"].drivers == ("security",)


@pytest.mark.parametrize(
    ("keys", "today", "start", "due"),
    [
        ({}, "02-01", "02-22", "02-26"),  # nothing said: its target
        ({}, "02-24", "02-24", "03-02"),  # should have started: pushed by today
        ({}, "02-27", "03-01", "03-05"),  # Saturday: rolled to Monday
        ({"status": "active", "started_on": "2027-02-17"}, "02-18", "02-17", "02-23"),
        (
            {"status": "active", "started_on": "2027-02-10"},
            "02-18",
            "02-10",
            "02-18",
        ),  # overdue: no end before today
        (
            {"status": "active", "started_on": "2027-02-10"},
            "02-20",
            "02-10",
            "02-22",
        ),  # and that is a Saturday
        ({"status": "active"}, "02-18", "02-18", "02-24"),  # start unknown, before its target: today
        ({"status": "active"}, "02-24", "02-22", "02-26"),  # start unknown, after its target: its target
        ({"status": "blocked"}, "02-24", "02-24", "03-02"),
        ({"status": "blocked", "started_on": "2027-02-22"}, "02-24", "02-22", "02-26"),
        ({"expected": "2027-03-06"}, "02-24", "02-24", "03-06"),  # a stated date may be a weekend
        ({"expected": "2027-02-10"}, "02-01", "02-10", "02-10"),  # earlier than asked for
        ({"expected": "2027-02-10"}, "02-15", "02-15", "02-15"),  # passed: today
        ({"expected": "2027-02-19"}, "02-20", "02-20", "02-20"),  # also on a Saturday
        ({"status": "done", "done_on": "2027-02-20"}, "02-24", "02-15", "02-20"),
        ({"status": "done", "done_on": "2027-02-20", "started_on": "2027-02-08"}, "02-24", "02-08", "02-20"),
    ],
)
def test_forecast_of_one_step(
    build: Build, step: Step, keys: dict[str, Any], today: str, start: str, due: str
) -> None:
    found = schedule(build(step("work", "5 days", **keys), step("live", "1 day", "work")), on(today))
    assert spans(found, "forecast")["work"] == (start, due)


@pytest.mark.parametrize(
    ("takes", "wait", "done_on", "earliest"),
    [
        ("1 day", None, "03-05", "03-08"),  # done on a Friday
        ("1 day", "2 days", "03-05", "03-10"),
        ("1 day", "1 week", "03-05", "03-15"),
        ("1 day", "3 days calendar", "03-05", "03-09"),
        ("1 day", "1 week calendar", "03-05", "03-15"),
        ("1 day", "2 days calendar", "03-05", "03-08"),  # over before Monday begins
        ("0 days", None, "03-06", "03-06"),  # a point happens on its last predecessor's day, even a Saturday
        ("0 days", "1 day", "03-05", "03-08"),
        ("0 days", "3 days calendar", "03-05", "03-08"),
        ("0 days", "2 days calendar", "03-05", "03-08"),
    ],
)
def test_waits_and_points_after_a_step(
    build: Build, step: Step, takes: str, wait: str | None, done_on: str, earliest: str
) -> None:
    done = step("before", "1 day", status="done", done_on=on(done_on))
    plan = build(done, step("live", takes, "before", wait=wait))
    assert schedule(plan, on("03-06")).launch_forecast == on(earliest)
    assert current_dates(plan)["live"] == on(earliest)


@pytest.mark.parametrize(
    ("wait", "takes", "target_due"),
    [
        (None, "1 day", "02-26"),
        ("2 days", "1 day", "02-24"),
        ("3 days calendar", "1 day", "02-25"),
        ("1 week calendar", "1 day", "02-19"),  # Sun 21 February would do
        (None, "0 days", "03-01"),
        ("1 day", "0 days", "02-26"),
        ("2 days calendar", "0 days", "02-26"),
    ],
)
def test_targets_leave_room_for_the_wait(
    build: Build, step: Step, wait: str | None, takes: str, target_due: str
) -> None:
    plan = build(step("before", "1 day"), step("live", takes, "before", wait=wait))
    found = schedule(plan, on("2026-10-05"))
    assert found.milestones["before"].target.due == on(target_due)
    assert found.slip_days == 0 and found.feasible


def test_done_cuts_the_chain_above_it(build: Build, step: Step) -> None:
    plan = build(
        step("goals", "5 days"),
        step("review", "5 days", "goals", status="done", done_on="2027-02-20"),
        step("live", "1 day", "review"),
    )
    found = schedule(plan, on("03-10"))
    assert found.out_of_order == (("goals", "review"),)
    assert found.launch_forecast == on("03-10")
    assert found.milestones["goals"].forecast.due == on("03-16")
    assert not found.milestones["goals"].critical
    assert found.delay == (Charge("live", "ops", "buyer", 9),)


def test_a_deadline_pulls_the_target_and_is_no_pin(build: Build, step: Step) -> None:
    plan = build(
        step("goals"), step("legal", "2 days", "goals", due="2027-01-16"), step("live", "1 day", "legal")
    )
    found = schedule(plan, on("2026-10-05"))
    assert spans(found, "target") == {
        "goals": ("01-13", "01-13"),
        "legal": ("01-14", "01-15"),
        "live": ("03-01", "03-01"),
    }
    late = schedule(plan, on("01-20"))
    assert spans(late, "forecast")["legal"] == ("01-21", "01-22")
    assert late.milestones["legal"].slack_days == -5
    assert late.milestones["goals"].slack_days == -5  # what it leads to is missed
    assert late.slip_days == 0  # the launch still holds


@pytest.mark.parametrize(
    ("launch", "due"), [("2027-03-29", "03-25"), ("2027-02-28", "02-26"), ("2028-01-01", "2027-12-31")]
)
def test_a_launch_on_a_day_off_is_due_on_the_working_day_before(
    build: Build, step: Step, launch: str, due: str
) -> None:
    found = schedule(build(step("live"), launch=launch), on("2026-10-05"))
    assert found.milestones["live"].target.due == found.launch_forecast == on(due)
    assert found.launch_target == date.fromisoformat(launch)
    assert found.feasible


def test_roles_that_take_part_need_days_on_which_all_work(build: Build, step: Step) -> None:
    plan = build(
        step("workshop", "2 days", owner="ops", **{"with": ["ae"]}),
        step("live", "0 days", "workshop"),
        launch="2027-02-15",
    )
    # Presidents' Day is Monday 15 February: the workshop ends on the Friday before.
    assert spans(schedule(plan, on("2026-10-05")), "target")["workshop"] == ("02-11", "02-12")


def test_a_freeze_is_worked_around(build: Build, step: Step) -> None:
    freeze = {"date": "2026-12-21", "until": "2027-01-01", "what": "Year-end freeze", "no_work": True}
    plan = build(
        step("build", "5 days"), step("live", "1 day", "build"), launch="2027-01-05", key_dates=[freeze]
    )
    assert spans(schedule(plan, on("2026-10-05")), "target")["build"] == ("12-15", "01-04")
    free = plan.model_copy(update={"key_dates": ()})
    assert spans(schedule(free, on("2026-10-05")), "target")["build"] == ("12-28", "01-04")


def test_current_dates_do_not_crawl(build: Build, step: Step) -> None:
    plan = build(step("work", "5 days", status="active"), step("live", "1 day", "work"))
    early, late = schedule(plan, on("02-23")), schedule(plan, on("04-20"))
    assert late.launch_forecast == on("04-21")
    assert spans(early, "current") == spans(late, "current")
    assert current_dates(plan) == {"work": on("02-26"), "live": on("03-01")}


def test_after_the_launch_the_return_is_next(build: Build, step: Step) -> None:
    plan = build(
        step("live", "1 day", status="done", done_on="2027-03-04"),
        step("return", "10 days", "live"),
        launch="2027-03-01",
    )
    found = schedule(plan, on("03-08"))
    assert found.launch_forecast == on("03-04")
    assert found.slip_days == 3 and not found.feasible and found.short_days == 3
    assert spans(found, "target")["return"] == ("03-02", "03-15")
    assert spans(found, "forecast")["return"] == ("03-08", "03-19")
    assert found.milestones["return"].can_start_now
    assert found.delay == (Charge("live", "ops", "buyer", 3),)


def test_infeasible_from_the_first_day(build: Build, step: Step) -> None:
    plan = build(step("work", "10 days"), step("live", "1 day", "work"), launch="2026-10-09")
    found = schedule(plan, on("2026-10-05"))
    assert found.milestones["work"].target.start == on("2026-09-25")
    assert found.launch_forecast == on("2026-10-19")
    assert (found.feasible, found.short_days, found.slip_days) == (False, 6, 0)
    assert found.milestones["work"].slack_days == 0
    assert found.milestones["work"].can_start_now


def test_can_start_now_waits_for_the_wait(build: Build, step: Step) -> None:
    done = step("before", "1 day", status="done", done_on="2027-01-15")
    plan = build(
        done, step("next", "5 days", "before", wait="1 week calendar"), step("live", "1 day", "next")
    )
    assert not schedule(plan, on("01-20")).milestones["next"].can_start_now
    assert schedule(plan, on("01-23")).milestones["next"].can_start_now  # Saturday: from Monday on
    assert schedule(plan, on("01-25")).milestones["next"].can_start_now


def test_pristine_baseline_ignores_what_was_done_and_said(build: Build, step: Step) -> None:
    plan = build(
        step("work", "5 days", status="done", done_on="2026-10-01"),
        step("live", "1 day", "work", expected="2027-04-01"),
    )
    assert baseline_of(plan, on("2026-10-05")) == {"work": on("2026-10-01"), "live": on("04-01")}
    assert baseline_of(plan, on("2026-10-05"), pristine=True) == {"work": on("02-26"), "live": on("03-01")}
