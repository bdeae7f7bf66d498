"""The schedule as other programs read it: the `schedule` contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.plan.model import Plan
from generator.schedule.dates import MilestoneDates, Schedule, Span


def schedule_json(deal: str, plan: Plan, numbers: Mapping[str, int], s: Schedule) -> dict[str, Any]:
    """Give one deal's schedule as JSON data; a change of the plan itself is charged to the side `plan`."""
    return {
        "deal": deal,
        "today": s.today.isoformat(),
        "launch": {
            "target": s.launch_target.isoformat(),
            "baseline": s.launch_baseline.isoformat(),
            "forecast": s.launch_forecast.isoformat(),
            "slip_days": s.slip_days,
        },
        "feasible": s.feasible,
        "short_days": s.short_days,
        "milestones": [_milestone(plan, numbers, dates) for dates in s.milestones.values()],
        "delay": [
            {"milestone": c.milestone, "role": c.role, "side": c.side or "plan", "days": c.days}
            for c in s.delay
        ],
    }


def _milestone(plan: Plan, numbers: Mapping[str, int], dates: MilestoneDates) -> dict[str, Any]:
    m = plan.by_id[dates.id]
    return {
        "id": m.id,
        "number": numbers[m.id],
        "outcome": m.outcome,
        "owner": m.owner,
        "side": plan.side_of(m.owner),
        "status": m.status,
        "target": _span(dates.target),
        "baseline": {"due": dates.baseline_due.isoformat() if dates.baseline_due else None},
        "forecast": _span(dates.forecast),
        "current": _span(dates.current),
        "slip_days": dates.slip_days,
        "slack_days": dates.slack_days,
        "critical": dates.critical,
        "can_start_now": dates.can_start_now,
    }


def _span(span: Span) -> dict[str, str]:
    return {"start": span.start.isoformat(), "due": span.due.isoformat()}
