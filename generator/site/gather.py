"""Gather all that is known about one deal on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.plan.model import Plan
from generator.record.journal import Entry, baseline_records, numbers
from generator.schedule.baseline import latest_record
from generator.schedule.engine import schedule
from generator.site.facts import DealFacts
from generator.value.worth import value_of


def gather(deal: str, folder: Path, plan: Plan, entries: tuple[Entry, ...], today: date) -> DealFacts:
    """Work out numbers, dates and value of a deal."""
    given = numbers(entries, plan.by_id)
    record = latest_record(baseline_records(entries))
    return DealFacts(
        deal=deal,
        folder=folder,
        plan=plan,
        today=today,
        numbers=given,
        entries=entries,
        schedule=schedule(plan, today, record, given),
        worth=value_of(plan.value, plan.launch.date) if plan.value else None,
    )
