"""What must hold for every plan: the rules, and agreement with a slow day-by-day reading of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.plan.model import Milestone, Plan
from generator.schedule.baseline import baseline_record
from generator.schedule.engine import current_dates, schedule

ONE = timedelta(days=1)
INTRODUCED = date(2026, 10, 5)
LAUNCH = date(2027, 1, 29)
FREEZE = (date(2026, 12, 21), date(2027, 1, 1))
YEARS = range(2024, 2031)
SHUT = {
    "buyer": frozenset(holidays.country_holidays("DE", subdiv="NW", years=YEARS)),
    "seller": frozenset(holidays.country_holidays("US", years=YEARS)),
    "partner": frozenset(holidays.country_holidays("NL", years=YEARS)),
}
OWNERS = {"ops": "buyer", "ae": "seller", "si": "partner"}
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

days = st.dates(date(2026, 10, 1), date(2027, 3, 31))
takes = st.sampled_from(["0 days", "1 day", "2 days", "1 week", "2-8 days"])
waits = st.sampled_from([None, None, None, "1 day", "3 days", "2 days calendar", "1 week calendar"])


@st.composite
def milestones(draw: Callable[..., Any], size: int = 9, said: bool = True) -> list[dict[str, Any]]:
    """Random steps, each after some of those before it; `said`: some are done, under way or expected."""
    steps = []
    for n in range(draw(st.integers(2, size))):
        owner, *others = draw(st.permutations(list(OWNERS)))
        before = draw(st.sets(st.integers(0, n - 1), max_size=3)) if n else set()
        step: dict[str, Any] = {
            "id": f"m{n}",
            "outcome": f"Outcome {n}",
            "owner": owner,
            "with": others[: draw(st.sampled_from([0, 0, 0, 1, 2]))],
            "takes": draw(takes),
            "after": [f"m{p}" for p in sorted(before)],
            "wait": draw(waits),
            "due": draw(st.none() | days) if draw(st.booleans()) else None,
        }
        steps.append(step | (draw(progress()) if said else {}))
    return steps


@st.composite
def progress(draw: Callable[..., Any]) -> dict[str, Any]:
    """What one step says of itself."""
    status = draw(st.sampled_from(["open", "open", "active", "blocked", "done"]))
    if status == "done":
        return {"status": "done", "done_on": draw(days), "started_on": draw(st.none() | days)}
    started = draw(st.none() | days) if status != "open" else None
    return {"status": status, "started_on": started, "expected": draw(st.none() | days)}


def plan_of(build: Callable[..., Plan], steps: list[dict[str, Any]], launch: int = -1) -> Plan:
    named = {"date": LAUNCH, "milestone": steps[launch % len(steps)]["id"]}
    freeze = {"date": FREEZE[0], "until": FREEZE[1], "what": "Freeze", "no_work": True}
    return build(*steps).model_validate(
        build(*steps).model_dump(by_alias=True) | {"launch": named, "key_dates": [freeze]}
    )


class SlowCalendar:
    """The days on which a milestone can be worked on, looked at one by one."""

    def __init__(self, plan: Plan, m: Milestone) -> None:
        self.sides = {plan.side_of(r) for r in (m.owner, *m.with_)}

    def works(self, day: date) -> bool:
        shut = any(day in SHUT[s] for s in self.sides)
        return day.weekday() < 5 and not shut and not FREEZE[0] <= day <= FREEZE[1]

    def roll(self, day: date, by: timedelta) -> date:
        while not self.works(day):
            day += by
        return day

    def count(self, start: date, days: int, by: timedelta = ONE) -> date:
        """The last of so many working days, counting the first one from `start` on as one."""
        day = self.roll(start, by)
        for _ in range(days - 1):
            day = self.roll(day + by, by)
        return day


class SlowSchedule:
    """Targets and forecast as DESIGN words them, without any thought of speed."""

    def __init__(self, plan: Plan, today: date | None) -> None:
        self.plan, self.today, self.launch = plan, today, plan.launch_milestone
        self.calendar = {m.id: SlowCalendar(plan, m) for m in plan.milestones}
        self.waiting = {m.id: [s for s in plan.milestones if m.id in s.after] for m in plan.milestones}
        self.target = cache(self._target)
        self.forecast = cache(self._forecast)
        self.after_launch = cache(self._after_launch)

    def _after_launch(self, milestone: str) -> bool:
        after = self.plan.by_id[milestone].after
        return self.launch.id in after or any(self.after_launch(p) for p in after)

    def may_start(self, m: Milestone, last: date) -> date:
        """The first day after the last predecessor and the wait; a point happens on that day itself."""
        calendar, point = self.calendar[m.id], m.takes.high == 0
        if not m.wait:
            return last if point else calendar.roll(last + ONE, ONE)
        if m.wait.calendar:
            return calendar.roll(last + timedelta(days=m.wait.days) + (timedelta() if point else ONE), ONE)
        return calendar.count(last + ONE, m.wait.days + (0 if point else 1))

    def _target(self, milestone: str) -> tuple[date, date]:
        m, calendar = self.plan.by_id[milestone], self.calendar[milestone]
        days = m.takes.high
        if self.after_launch(milestone):
            start = calendar.roll(self.may_start(m, max(self.target(p)[1] for p in m.after)), ONE)
            return start, calendar.count(start, days) if days else start
        limit = self.plan.launch.date if m is self.launch else self.target(self.launch.id)[1]
        due = min(limit, m.due or limit)
        for s in self.waiting[milestone]:
            if not self.after_launch(s.id):
                start = self.target(s.id)[0]
                while self.may_start(s, due) > start:
                    due -= ONE
        due = calendar.roll(due, -ONE)
        return calendar.count(due, days, -ONE) if days else due, due

    def _forecast(self, milestone: str) -> date:
        m, calendar, today = self.plan.by_id[milestone], self.calendar[milestone], self.today
        if m.done_on:
            return m.done_on
        before = [self.forecast(p) for p in m.after]
        target = self.target(milestone)[0]
        days = m.takes.high
        if days and (m.status == "active" or (m.status == "blocked" and m.started_on)):
            start = m.started_on or min(target, today or target)
        else:
            bounds = [target, *([self.may_start(m, max(before))] if before else [])]
            start = max(bounds)
            if today and today > start:
                start = calendar.roll(today, ONE)
        if m.expected:
            return max([m.expected, *before, *([today] if today else [])])
        due = calendar.count(start, days) if days else start
        return calendar.roll(today, ONE) if today and due < today else due


@quick
@given(data=st.data())
def test_agrees_with_a_day_by_day_reading(build: Callable[..., Plan], data: st.DataObject) -> None:
    steps = data.draw(milestones())
    plan = plan_of(build, steps, data.draw(st.integers(0, len(steps) - 1)))
    today = data.draw(days)
    found, slow, still = schedule(plan, today), SlowSchedule(plan, today), SlowSchedule(plan, None)
    for m in plan.milestones:
        dates = found.milestones[m.id]
        assert (dates.target.start, dates.target.due) == slow.target(m.id)
        assert dates.forecast.due == slow.forecast(m.id)
        assert dates.current.due == still.forecast(m.id) == current_dates(plan)[m.id]
    assert found.launch_forecast == slow.forecast(found.launch_id)


@quick
@given(data=st.data())
def test_targets_respect_dependency_calendar_and_deadline(
    build: Callable[..., Plan], data: st.DataObject
) -> None:
    plan = plan_of(build, data.draw(milestones(said=False)))
    slow = SlowSchedule(plan, None)
    found = schedule(plan, INTRODUCED).milestones
    for m in plan.milestones:
        target, calendar = found[m.id].target, slow.calendar[m.id]
        assert calendar.works(target.start) and calendar.works(target.due)
        assert target.due <= min(LAUNCH, m.due or LAUNCH)
        for p in m.after:
            assert slow.may_start(m, found[p].target.due) <= target.start


@quick
@given(data=st.data())
def test_no_open_end_lies_before_today(build: Callable[..., Plan], data: st.DataObject) -> None:
    plan, today = plan_of(build, data.draw(milestones())), data.draw(days)
    for m, dates in zip(plan.milestones, schedule(plan, today).milestones.values(), strict=True):
        assert dates.forecast.start <= dates.forecast.due
        assert m.status == "done" or dates.forecast.due >= today


@quick
@given(data=st.data())
def test_charges_add_up_against_any_baseline(build: Callable[..., Plan], data: st.DataObject) -> None:
    steps = data.draw(milestones())
    plan, today = plan_of(build, steps), data.draw(days)
    found = schedule(plan, today)
    assert sum(c.days for c in found.delay) == found.slip_days
    assert all(c.days for c in found.delay)
    assert all(c.milestone for c in found.delay), "nothing is charged to a plan that did not change"

    count = len(steps)
    before = data.draw(milestones(size=count + 2))
    record = baseline_record(plan_of(build, before), data.draw(days))
    replanned = schedule(plan, today, record)
    assert sum(c.days for c in replanned.delay) == replanned.slip_days


@quick
@given(data=st.data())
def test_who_kept_the_baseline_date_is_charged_nothing(
    build: Callable[..., Plan], data: st.DataObject
) -> None:
    """On its baseline date, by deed or word; or open, untouched and not held up by today."""
    steps = data.draw(milestones(said=False))
    record = baseline_record(plan_of(build, steps), INTRODUCED)
    dues = {k: date.fromisoformat(v) for k, v in record["dates"].items()}
    replanned = data.draw(st.booleans())
    for step in steps:
        if replanned and data.draw(st.booleans()):
            step |= {"wait": data.draw(waits), "due": data.draw(st.none() | days)}
        step |= data.draw(progress())
        kept = data.draw(st.sampled_from(["", "", "done", "expected"]))
        if kept == "done":
            step |= {"status": "done", "done_on": dues[step["id"]], "expected": None, "started_on": None}
        elif kept == "expected":
            step |= {"status": "open", "done_on": None, "expected": dues[step["id"]], "started_on": None}
    plan, today = plan_of(build, steps), data.draw(st.dates(INTRODUCED, date(2027, 3, 31)))
    found = schedule(plan, today, record if replanned else None)
    for charge in found.delay:
        if not charge.milestone:
            assert replanned
            continue
        m, dates = plan.by_id[charge.milestone], found.milestones[charge.milestone]
        untouched = m.status == "open" and m.expected is None
        assert m.done_on != dues[m.id]
        assert not (untouched and dates.forecast.start > SlowCalendar(plan, m).roll(today, ONE))
        assert not (m.expected == dues[m.id] == dates.forecast.due and m.status == "open")


@quick
@given(data=st.data())
def test_a_later_expected_never_makes_the_launch_earlier(
    build: Callable[..., Plan], data: st.DataObject
) -> None:
    steps, today = data.draw(milestones()), data.draw(days)
    open_steps = [s for s in steps if s.get("status") != "done"]
    if not open_steps:
        return
    moved = data.draw(st.sampled_from(open_steps))
    moved["expected"] = data.draw(days)
    before = schedule(plan_of(build, steps), today).launch_forecast
    moved["expected"] += data.draw(st.integers(1, 60)) * ONE
    assert schedule(plan_of(build, steps), today).launch_forecast >= before


@quick
@given(data=st.data())
def test_slack_is_what_a_step_can_slip_before_the_launch_moves(
    build: Callable[..., Plan], data: st.DataObject
) -> None:
    steps, today = data.draw(milestones()), data.draw(days)
    for step in steps:
        step["due"] = None
    plan = plan_of(build, steps)
    found, slow = schedule(plan, today), SlowSchedule(plan, today)
    for m in plan.milestones:
        dates = found.milestones[m.id]
        assert dates.slack_days >= 0 or m.status == "done" or not _drives(plan, m)
        if m.status == "done" or dates.slack_days < 0 or (_is_cut(m) and m.after):
            continue  # under way: a first word about its end would make it heed its predecessors again
        day = dates.forecast.due
        for _ in range(dates.slack_days):
            day = slow.calendar[m.id].roll(day + ONE, ONE)
        assert _launch_if(plan, m, day, today) == found.launch_forecast
        day = slow.calendar[m.id].roll(day + ONE, ONE)
        if _drives(plan, m):
            assert _launch_if(plan, m, day, today) > found.launch_forecast


def _launch_if(plan: Plan, m: Milestone, expected: date, today: date) -> date:
    moved = plan.model_dump(by_alias=True)
    next(s for s in moved["milestones"] if s["id"] == m.id)["expected"] = expected
    return schedule(Plan.model_validate(moved), today).launch_forecast


def _is_cut(m: Milestone) -> bool:
    """Whether predecessors no longer move a step: done, or under way without a word about its end."""
    under_way = m.status == "active" or (m.status == "blocked" and m.started_on)
    return m.status == "done" or bool(m.takes.high and not m.expected and under_way)


def _drives(plan: Plan, m: Milestone) -> bool:
    """Whether the launch hangs on an open step, however loosely."""
    return m.id == plan.launch_milestone.id or any(
        m.id in s.after and not _is_cut(s) and _drives(plan, s) for s in plan.milestones
    )


@pytest.mark.parametrize("size", [200])
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(seed=st.integers(0, 10_000))
def test_two_hundred_milestones(build: Callable[..., Plan], size: int, seed: int) -> None:
    import random

    draw = random.Random(seed)
    steps = [
        {
            "id": f"m{n}",
            "outcome": "Outcome",
            "owner": draw.choice(list(OWNERS)),
            "takes": f"{draw.randint(0, 4)} days",
            "after": sorted(
                {f"m{draw.randrange(max(0, n - 12), n)}" for _ in range(draw.randint(0, 2)) if n}
            ),
        }
        for n in range(size)
    ]
    for step in draw.sample(steps, 40):
        step["expected"] = INTRODUCED + draw.randint(0, 120) * ONE
    found = schedule(plan_of(build, steps), INTRODUCED + 30 * ONE)
    assert sum(c.days for c in found.delay) == found.slip_days
    assert found.chain[-1] == found.launch_id
