"""What a mail that may be applied changes in its plan."""

from __future__ import annotations

from typing import Any

from generator.deploy.publish import Opened
from generator.errors import GoliveError
from generator.plan.source import read_source
from generator.record.changes import ACTIONS, Report, change_for, undo
from generator.record.journal import Change
from mail.read import Reading
from mail.understand.updates import Update


def changes_of(opened: Opened, reading: Reading) -> list[Change]:
    """Turn updates into the fields they change; `undo` answers the receipt of a journal line.

    A change without fields means that the plan says so already. Raises GoliveError where one cannot be made.
    Anybody in the plan may undo what a receipt speaks of, as anybody may report on any outcome.
    """
    data = read_source(opened.deal.plan_file, opened.deal.label).data
    changes: list[Change] = []
    for update in reading.decision.updates:
        if update.action == "undo":
            changes += _undo(opened, reading, data, update)
        elif update.action in ACTIONS and update.milestone:
            changes.append(change_for(opened.plan, data, _report(reading, update)))
    return changes


def _undo(opened: Opened, reading: Reading, data: Any, update: Update) -> list[Change]:
    address = reading.authenticity.address
    line = int(address.about[1:]) if address and address.about.startswith("u") else 0
    if not 0 < line <= len(opened.entries):
        return []
    back, since = undo(data, opened.entries[line - 1], update.words)
    if since and not back:
        raise GoliveError("what this receipt speaks of has changed since, so it cannot be undone by itself")
    return back


def _report(reading: Reading, update: Update) -> Report:
    assert update.milestone is not None and reading.context is not None
    return Report(
        milestone=update.milestone,
        action=update.action,
        day=reading.context.sent,
        by=reading.authenticity.sender or "",
        words=update.words,
        on=update.on,
        to=update.to,
        name=update.name,
        email=update.email,
    )


def held_words(update: Update) -> str:
    """Say to the rep what was not applied, in the sender's words."""
    what = update.outcome or update.name or update.milestone or ""
    return f"{update.action} {what}: “{update.words}”".replace("  ", " ")
