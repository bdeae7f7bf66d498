"""The `schedule` contract for other programs."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.plan.model import Plan
from generator.schedule.baseline import baseline_record
from generator.schedule.engine import schedule
from generator.schedule.report import schedule_json


def test_schedule_json(build: Callable[..., Plan], step: Callable[..., dict[str, Any]]) -> None:
    plan = build(
        step("build", "5 days", owner="ae", expected="2027-02-25"),
        step("live", "1 day", "build"),
        launch="2027-02-24",
    )
    record = baseline_record(build(step("live", "1 day"), launch="2027-02-22"), date(2026, 10, 5))
    numbers = {"build": 7, "live": 1}
    found = schedule_json("acme", plan, numbers, schedule(plan, date(2027, 2, 1), record, numbers))
    assert json.loads(json.dumps(found)) == {
        "deal": "acme",
        "today": "2027-02-01",
        "launch": {
            "target": "2027-02-24",
            "baseline": "2027-02-22",
            "forecast": "2027-02-26",
            "slip_days": 4,
        },
        "feasible": False,
        "short_days": 2,
        "milestones": [
            {
                "id": "build",
                "number": 7,
                "outcome": "build",
                "owner": "ae",
                "side": "seller",
                "status": "open",
                "target": {"start": "2027-02-17", "due": "2027-02-23"},
                "baseline": {"due": None},
                "forecast": {"start": "2027-02-17", "due": "2027-02-25"},
                "current": {"start": "2027-02-17", "due": "2027-02-25"},
                "slip_days": 0,
                "slack_days": 0,
                "critical": True,
                "can_start_now": True,
            },
            {
                "id": "live",
                "number": 1,
                "outcome": "live",
                "owner": "ops",
                "side": "buyer",
                "status": "open",
                "target": {"start": "2027-02-24", "due": "2027-02-24"},
                "baseline": {"due": "2027-02-22"},
                "forecast": {"start": "2027-02-26", "due": "2027-02-26"},
                "current": {"start": "2027-02-26", "due": "2027-02-26"},
                "slip_days": 4,
                "slack_days": 0,
                "critical": True,
                "can_start_now": False,
            },
        ],
        "delay": [
            {"milestone": None, "role": None, "side": "plan", "days": 2},
            {"milestone": "build", "role": "ae", "side": "seller", "days": 2},
        ],
    }


def test_a_schedule_crosses_processes(
    build: Callable[..., Plan], step: Callable[..., dict[str, Any]]
) -> None:
    found = schedule(build(step("live", "1 day", expected="2027-03-04")), date(2027, 2, 1))
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert copy.delay == found.delay
