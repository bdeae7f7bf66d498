"""What each action writes into a plan: done, start, move, block, reopen, assign, confirm, undo.

Pure: a plan and an action in, a Change out. A Change without fields means that the plan says so already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.errors import GoliveError
from generator.plan.model import Milestone, Plan
from generator.plan.splice import value_at
from generator.record.journal import Change, Entry

ACTIONS = ("done", "start", "move", "block", "reopen", "assign", "confirm")


@dataclass(frozen=True)
class Report:
    """What somebody reports of a milestone. `on`, `to`: stated days. `day`: the day it was said.

    `reason` says why it is stuck, once the rep approved that it is shown.
    """

    milestone: str
    action: str
    day: date
    by: str
    words: str = ""
    on: date | None = None
    to: date | None = None
    name: str | None = None
    email: str | None = None
    reason: str | None = None


def change_for(plan: Plan, data: Any, report: Report) -> Change:
    """Say which fields of plan.yaml a report changes; `data` is the plan's raw data.

    Raises GoliveError where the plan has no such milestone or the report lacks what its action needs.
    """
    milestone = plan.by_id.get(report.milestone)
    if milestone is None:
        raise GoliveError(f"the plan has no milestone {report.milestone!r}")
    wanted = _WRITES[report.action](plan, milestone, report)
    fields = {
        place: (old, new)
        for place, new in wanted.items()
        if (old := stored(value_at(data, place))) != stored(new)
    }
    return Change(report.milestone, report.action, fields, report.words)


def stored(value: Any) -> Any:
    """Give the form in which the journal keeps a value, so that old and new compare as text does."""
    if isinstance(value, dict):
        return {k: stored(v) for k, v in value.items()}
    if isinstance(value, list):
        return [stored(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def _done(_plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    at = f"milestones/{milestone.id}/"
    if milestone.status == "done":
        return {at + "done_on": report.on} if report.on else {}
    done_on = report.on or report.day
    return {at + "status": "done", at + "done_on": done_on, at + "expected": None, at + "blocked_by": None}


def _start(_plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    at = f"milestones/{milestone.id}/"
    if milestone.status in ("active", "done"):
        return {}
    started_on = milestone.started_on or report.on or report.day
    return {at + "status": "active", at + "started_on": started_on, at + "blocked_by": None}


def _move(_plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    if report.to is None:
        raise GoliveError("a move needs the day it moves to, as in: moves to 4 Dec")
    return {} if milestone.status == "done" else {f"milestones/{milestone.id}/expected": report.to}


def _block(_plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    if milestone.status == "done":
        return {}
    at = f"milestones/{milestone.id}/"
    shown = {at + "blocked_by": report.reason} if report.reason else {}
    return {at + "status": "blocked", **shown}


def _reopen(_plan: Plan, milestone: Milestone, _report: Report) -> Mapping[str, Any]:
    at = f"milestones/{milestone.id}/"
    return {at + "status": "active", at + "done_on": None} if milestone.status == "done" else {}


def _confirm(plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    by = report.by if report.by in plan.roles else milestone.owner
    return {f"milestones/{milestone.id}/confirmed": {"by": by, "on": report.day}}


def _assign(plan: Plan, milestone: Milestone, report: Report) -> Mapping[str, Any]:
    """Name the owner's role if it has no name yet; else a new role owns just this milestone."""
    if not report.name:
        raise GoliveError("naming an owner needs the name, as in: Anna Weiss is Procurement")
    known = plan.person_of(report.email) if report.email else None
    if known:
        return {f"milestones/{milestone.id}/owner": known}
    owner = plan.roles[milestone.owner]
    if not owner.name and not owner.email:
        at = f"roles/{milestone.owner}/"
        return {at + "name": report.name, **({at + "email": report.email} if report.email else {})}
    role = _role_id(report.name, plan)
    person = {"side": owner.side, "title": owner.title, "name": report.name}
    if report.email:
        person["email"] = report.email
    return {f"roles/{role}": person, f"milestones/{milestone.id}/owner": role}


def _role_id(name: str, plan: Plan) -> str:
    ascii_name = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:13] or "person"
    return next(i for n in range(1, 999) if (i := stem if n == 1 else f"{stem}-{n}") not in plan.roles)


_WRITES = {
    "done": _done,
    "start": _start,
    "move": _move,
    "block": _block,
    "reopen": _reopen,
    "assign": _assign,
    "confirm": _confirm,
}


def undo(data: Any, entry: Entry, words: str = "") -> tuple[list[Change], list[Change]]:
    """Take back what a journal line changed where its new values still stand: (taken back, changed since)."""
    back: list[Change] = []
    since: list[Change] = []
    for change in reversed(entry.changes):
        stands = {p: v for p, v in change.fields.items() if stored(value_at(data, p)) == stored(v[1])}
        gone = {p: v for p, v in change.fields.items() if p not in stands}
        if stands:
            fields = {p: (new, old) for p, (old, new) in reversed(stands.items())}
            back.append(Change(change.milestone, "undo", fields, words))
        if gone:
            since.append(Change(change.milestone, change.action, gone, words))
    return back, since


def as_dates(value: Any) -> Any:
    """Turn the journal's text of a day back into a date, as plan files write it."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    if isinstance(value, dict):
        return {k: as_dates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_dates(v) for v in value]
    return value
