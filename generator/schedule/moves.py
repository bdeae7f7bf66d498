"""Whose move it is: what can be worked on now, and whom the plan is waiting for today."""

from __future__ import annotations

from generator.plan.model import Plan
from generator.schedule.dates import Schedule


def next_moves(plan: Plan, s: Schedule) -> tuple[str, ...]:
    """Give the milestones that somebody can work on now, nearest due first, then the one with least slack.

    Under way, or with nothing open before them; what is stuck counts, since somebody must free it.
    """
    status = {m.id: m.status for m in plan.milestones}
    free = [
        m.id
        for m in plan.milestones
        if m.status != "done"
        and (
            m.status == "active"
            or s.milestones[m.id].can_start_now
            or all(status[p] == "done" for p in m.after)
        )
    ]
    return tuple(sorted(free, key=lambda i: (s.milestones[i].forecast.due, s.milestones[i].slack_days)))


def waited_on(plan: Plan, s: Schedule) -> tuple[str, ...]:
    """Give those of the next moves that were due, or should have begun, before today; most urgent first."""
    late = []
    for i in next_moves(plan, s):
        dates = s.milestones[i]
        if dates.forecast.due > dates.current.due or (dates.baseline_due and dates.baseline_due < s.today):
            late.append(i)
    return tuple(sorted(late, key=lambda i: (not s.milestones[i].critical, s.milestones[i].forecast.due)))
