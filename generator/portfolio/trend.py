"""What the journal tells without any tracking: the last week, and what the buyer did that shows intent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from generator.plan.model import Plan
from generator.portfolio.row import Signal, Week
from generator.record.journal import Entry

WEEK = timedelta(days=7)


def last_week(plan: Plan, entries: Sequence[Entry], today: date) -> Week:
    """Read the last seven days' lines: the launch moved from where the first of them found it."""
    zone = ZoneInfo(plan.buyer.timezone)
    recent = [e for e in entries if today - WEEK < e.when.astimezone(zone).date() <= today]
    moves = [e.moved[plan.launch_milestone.id] for e in recent if plan.launch_milestone.id in e.moved]
    before, after = (moves[0][0], moves[-1][1]) if moves else (None, None)
    return Week(
        launch_days=(after - before).days if before and after else 0,
        reached=len({c.milestone for e in recent for c in e.changes if c.action == "done"}),
        replies=sum(e.by == "mail" for e in recent),
    )


def signals(plan: Plan, entries: Sequence[Entry]) -> tuple[Signal, ...]:
    """Give the buyer's replies, accepted dates, new names and confirmed figures, newest first."""
    found = {(s.day, s.what): s for s in (*_of_journal(plan, entries), *_of_plan(plan))}
    return tuple(sorted(found.values(), key=lambda s: (-s.day.toordinal(), s.what)))


def _of_journal(plan: Plan, entries: Sequence[Entry]) -> Iterator[Signal]:
    zone = ZoneInfo(plan.buyer.timezone)
    for entry in entries:
        if entry.by != "mail" or entry.who not in plan.roles or plan.side_of(entry.who) != "buyer":
            continue
        day, title = entry.when.astimezone(zone).date(), plan.roles[entry.who].title
        yield Signal(day=day, what=f"{title} replied")
        if any(c.action == "assign" for c in entry.changes):
            yield Signal(day=day, what=f"{title} named somebody for a role")


def _of_plan(plan: Plan) -> Iterator[Signal]:
    for m in plan.milestones:
        if m.confirmed and plan.side_of(m.confirmed.by) == "buyer":
            title = plan.roles[m.confirmed.by].title
            yield Signal(day=m.confirmed.on, what=f"{title} accepted the date of {m.outcome}")
    for amount in (*plan.value.costs, *plan.value.benefits) if plan.value else ():
        if amount.confirmed_by and amount.confirmed_on and plan.side_of(amount.confirmed_by) == "buyer":
            title = plan.roles[amount.confirmed_by].title
            yield Signal(day=amount.confirmed_on, what=f"{title} confirmed {amount.what}")
