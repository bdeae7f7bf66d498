"""What if: a plan's dates before and after something that nobody has said yet. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.deploy.publish import Opened, Publisher
from generator.errors import GoliveError
from generator.plan.load import parse_plan
from generator.plan.splice import splice
from generator.record.changes import as_dates
from generator.record.journal import Change
from generator.report import print_outlook, told
from generator.schedule.report import schedule_json
from generator.session import Session
from generator.site.facts import DealFacts


@dataclass(frozen=True)
class WhatIf:
    """One deal as it is, and as it would be with these changes."""

    before: DealFacts
    after: DealFacts
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """Give both schedules, each by the `schedule` contract."""
        return {"before": _schedule_json(self.before), "after": _schedule_json(self.after)}


def what_if(session: Session, publisher: Publisher, deal: str, words: str) -> WhatIf:
    """Work a deal out as if these words were true; raises GoliveError where they are not clear."""
    opened = publisher.read_only(deal)
    changes: list[Change] = []
    if words.strip():
        changes, unclear = session.understand(session, opened, words)
        if unclear:
            raise GoliveError(f'"{words}" is not clear, so nothing was worked out: {"; ".join(unclear)}')
    changes = [change for change in changes if change.fields]
    before = publisher.facts(opened)
    after = publisher.facts(_changed(opened, changes, publisher.clock.latest_day())) if changes else before
    return WhatIf(before, after, tuple(changes))


def _changed(opened: Opened, changes: Sequence[Change], today: date) -> Opened:
    fields = {place: as_dates(new) for change in changes for place, (_, new) in change.fields.items()}
    deal = opened.deal
    raw = splice(deal.plan_file.read_bytes(), deal.label, fields)
    return replace(opened, plan=parse_plan(raw, deal.label, today))


def print_what_if(session: Session, found: WhatIf) -> None:
    """Show which expected dates would move, then the launch before and after."""
    if not found.changes:
        session.say("Nothing would change: the plan says so already.")
    for change in found.changes:
        session.say(f"If {told(change)}:")
    rows = list(_moved(found))
    if rows:
        session.table(("", "outcome", "owner", "expected", "would be", ""), rows)
    elif found.changes:
        session.say("No expected date would move.")
    session.say("\nNow:")
    print_outlook(session, found.before.schedule)
    if found.changes:
        session.say("\nThen:")
        print_outlook(session, found.after.schedule)
        session.say(f'\nNothing was changed. To record it: golive update {found.before.deal} "..."')


def _moved(found: WhatIf) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for milestone in found.after.plan.milestones:
        was = found.before.schedule.milestones[milestone.id].forecast.due
        then = found.after.schedule.milestones[milestone.id].forecast.due
        if was != then:
            days = (then - was).days
            by = f"{days:+} day{'' if abs(days) == 1 else 's'}"
            number = found.after.numbers[milestone.id]
            rows.append((number, milestone.outcome, milestone.owner, was, then, by))
    return rows


def _schedule_json(facts: DealFacts) -> dict[str, Any]:
    return schedule_json(facts.deal, facts.plan, facts.numbers, facts.schedule)
