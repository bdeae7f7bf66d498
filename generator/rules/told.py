"""When somebody last said something: mails and edits in the journal, and the days that plan.yaml keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from generator.plan.model import SideName
from generator.record.journal import Entry
from generator.rules.rule import Situation


def last_told(s: Situation, side: SideName | None = None) -> date:
    """Give the day of the last word, of one side or of anybody; the plan's introduction is the first.

    A plan.yaml without a journal speaks through its own days, so that a plan kept by hand counts as well.
    """
    days = [*_in_journal(s, side), *_in_plan(s, side)]
    return max([s.plan.introduced, *(day for day in days if day <= s.today)])


def _in_journal(s: Situation, side: SideName | None) -> Iterator[date]:
    zone = ZoneInfo(s.plan.buyer.timezone)
    for entry in s.entries:
        if (entry.changes or entry.by == "mail") and (side is None or _speaks_for(s, entry) == side):
            yield entry.when.astimezone(zone).date()


def _speaks_for(s: Situation, entry: Entry) -> SideName | None:
    return s.plan.side_of(entry.who) if entry.by == "mail" and entry.who in s.plan.roles else None


def _in_plan(s: Situation, side: SideName | None) -> Iterator[date]:
    said: list[tuple[str, date | None]] = []
    for m in s.plan.milestones:
        said += [(m.owner, m.started_on), (m.owner, m.done_on)]
        if m.confirmed:
            said.append((m.confirmed.by, m.confirmed.on))
    value = s.plan.value
    for amount in (*value.costs, *value.benefits) if value else ():
        if amount.confirmed_by:
            said.append((amount.confirmed_by, amount.confirmed_on))
    yield from (day for role, day in said if day and side in (None, s.plan.side_of(role)))


def told_of(s: Situation, milestone: str) -> bool:
    """Say whether a person accounted for this outcome's date: a new one, a reason, a deed, a word."""
    m = s.plan.by_id[milestone]
    if m.expected or m.blocked_by or m.status == "done":
        return True
    return any(
        change.milestone == milestone and change.action in ("move", "block")
        for entry in s.entries
        if entry.by in ("mail", "command")
        for change in entry.changes
    )
