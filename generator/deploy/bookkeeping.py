"""Journal lines that golive writes by itself: numbers, links and baselines, as they come up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from generator.clock import Clock
from generator.deploy.links import ANY, changed_links, renewed
from generator.errors import UsageError
from generator.plan.model import Plan
from generator.record.journal import By, Change, Entry, baseline_records, numbers
from generator.schedule.baseline import baseline_record, latest_record


def due_entry(plan: Plan, entries: tuple[Entry, ...], clock: Clock) -> Entry | None:
    """Record what came up since the last time: new milestones' numbers and baselines, people's links."""
    given = numbers(entries, plan.by_id)
    known = {milestone for entry in entries for milestone in entry.numbers}
    new = {milestone: number for milestone, number in given.items() if milestone not in known}
    changed = changed_links(plan, entries)
    if not new and not changed:
        return None
    before = latest_record(baseline_records(entries))
    baseline: dict[str, Any] = {}
    if new and before:
        baseline = baseline_record(plan, clock.today(plan.buyer.timezone), before=before, only=new)
    return replace(_entry(entries, clock, "publish", ""), numbers=new, links=changed, baseline=baseline)


def baseline_entry(plan: Plan, entries: tuple[Entry, ...], clock: Clock, why: str) -> Entry:
    """Take today's dates as those that both sides agreed."""
    before = latest_record(baseline_records(entries))
    record = baseline_record(plan, clock.today(plan.buyer.timezone), before=before)
    return replace(_entry(entries, clock, "command", why), baseline=record)


def links_entry(
    plan: Plan, entries: tuple[Entry, ...], clock: Clock, people: Iterable[str], *, revoked: bool
) -> Entry:
    """Rotate or revoke these people's links, or all; raises UsageError for somebody without one."""
    everybody = [*dict(plan.people()), ANY]
    wanted = list(people) or everybody
    for person in wanted:
        if person not in everybody:
            raise UsageError(f"{person!r} has no link here; people with one: {', '.join(everybody)}")
    why = f"links {'revoked' if revoked else 'rotated'}: {', '.join(wanted)}"
    return replace(_entry(entries, clock, "command", why), links=renewed(entries, wanted, revoked=revoked))


def closing_entry(plan: Plan, entries: tuple[Entry, ...], clock: Clock) -> Entry:
    """Close a deal: its pages say so, then go; raises UsageError where it is closed already."""
    if plan.state == "closed":
        raise UsageError("this deal is closed already; to open it again, write state: open in its plan.yaml")
    change = Change(None, "close", {"state": (plan.state, "closed")})
    return replace(_entry(entries, clock, "command", "closed"), changes=(change,))


def closed_on(entries: tuple[Entry, ...], today: date) -> date:
    """Say since when a closed deal is closed, as the journal knows it."""
    told = [
        e.when.date()
        for e in entries
        for c in e.changes
        if c.fields.get("state", (None, None))[1] == "closed"
    ]
    return told[-1] if told else today


def _entry(entries: tuple[Entry, ...], clock: Clock, by: By, why: str) -> Entry:
    seed = f"{by}|{why}|{len(entries)}|{entries[-1].after if entries else ''}"
    name = f"{by}-{hashlib.sha256(seed.encode()).hexdigest()[:16]}"
    return Entry(name, clock.now(), "rep", by, before="", after="", why=why)
