"""What each action writes, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.errors import GoliveError
from generator.plan.load import parse_plan
from generator.plan.source import parse_source
from generator.record.changes import Report, change_for

TODAY = date(2026, 11, 16)
PLAN = b"""\
title: T
buyer: {name: Acme}
seller: {name: Nimbus}
introduced: 2026-10-05
launch: {date: 2027-03-01}
roles:
  champion: {side: buyer, title: Operations lead, name: Jane, email: jane@acme.example}
  procurement: {side: buyer, title: Procurement}
  ae: {side: seller, title: AE, name: Sam, email: sam@nimbus.example}
milestones:
  - {id: open, outcome: O, owner: procurement, takes: 3 days}
  - {id: moved, outcome: M, owner: champion, takes: 3 days, expected: 2026-11-20,
     blocked_by: waiting, status: blocked}
  - {id: active, outcome: A, owner: champion, takes: 3 days, status: active, started_on: 2026-11-02}
  - {id: done, outcome: D, owner: champion, takes: 3 days, status: done, done_on: 2026-11-10}
  - {id: live, outcome: L, owner: champion, takes: 1 day}
"""


def fields(action: str, milestone: str, **stated: Any) -> dict[str, Any]:
    plan, data = parse_plan(PLAN, "p", TODAY), parse_source(PLAN, "p").data
    change = change_for(plan, data, Report(milestone, action, TODAY, "champion", **stated))
    return {place.removeprefix(f"milestones/{milestone}/"): new for place, (_, new) in change.fields.items()}


@pytest.mark.parametrize(
    ("action", "milestone", "stated", "written"),
    [
        ("done", "open", {}, {"status": "done", "done_on": TODAY}),
        ("done", "open", {"on": date(2026, 11, 12)}, {"status": "done", "done_on": date(2026, 11, 12)}),
        ("done", "moved", {}, {"status": "done", "done_on": TODAY, "expected": None, "blocked_by": None}),
        ("done", "done", {}, {}),
        ("done", "done", {"on": date(2026, 11, 9)}, {"done_on": date(2026, 11, 9)}),
        ("start", "open", {}, {"status": "active", "started_on": TODAY}),
        ("start", "moved", {}, {"status": "active", "started_on": TODAY, "blocked_by": None}),
        ("start", "active", {}, {}),
        ("start", "done", {}, {}),
        ("move", "open", {"to": date(2026, 12, 4)}, {"expected": date(2026, 12, 4)}),
        ("move", "live", {"to": date(2027, 3, 8)}, {"expected": date(2027, 3, 8)}),
        ("move", "moved", {"to": date(2026, 11, 20)}, {}),
        ("move", "done", {"to": date(2026, 12, 4)}, {}),
        ("block", "open", {}, {"status": "blocked"}),
        ("block", "done", {}, {}),
        ("reopen", "done", {}, {"status": "active", "done_on": None}),
        ("reopen", "open", {}, {}),
        ("confirm", "open", {}, {"confirmed": {"by": "champion", "on": TODAY}}),
        ("assign", "open", {"name": "Anna Weiß"}, {"roles/procurement/name": "Anna Weiß"}),
        (
            "assign",
            "active",
            {"name": "Anna Weiß", "email": "anna@acme.example"},
            {
                "roles/anna-weiss": {
                    "side": "buyer",
                    "title": "Operations lead",
                    "name": "Anna Weiß",
                    "email": "anna@acme.example",
                },
                "owner": "anna-weiss",
            },
        ),
        ("assign", "active", {"name": "Sam", "email": "sam@nimbus.example"}, {"owner": "ae"}),
    ],
)
def test_what_an_action_writes(
    action: str, milestone: str, stated: dict[str, Any], written: dict[str, Any]
) -> None:
    assert fields(action, milestone, **stated) == written


@pytest.mark.parametrize(("action", "milestone"), [("move", "open"), ("assign", "open"), ("done", "nothing")])
def test_what_lacks_something_is_a_sentence(action: str, milestone: str) -> None:
    with pytest.raises(GoliveError):
        fields(action, milestone)
