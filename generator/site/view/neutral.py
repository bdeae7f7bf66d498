"""A change of the plan in neutral words: what moved, never who is late, never as it was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.record.journal import Change
from generator.site.catalogues import message
from generator.site.facts import DealFacts
from generator.site.view.outcome import Outcome
from generator.site.words import Words


def done(outcome: str, words: Words) -> str:
    """Say that an outcome is reached."""
    return words.text("%(outcome)s: done", outcome=outcome)


def started(outcome: str, words: Words) -> str:
    """Say that an outcome is being worked on."""
    return words.text("%(outcome)s: under way", outcome=outcome)


def say(
    facts: DealFacts, change: Change, before: date | None, by_id: Mapping[str, Outcome], words: Words
) -> Iterator[str]:
    """Put a change into neutral words; what a buyer has no use for (internal notes, rules) says nothing.

    `before` is the milestone's current date before the change.
    """
    outcome = by_id.get(change.milestone or "")
    fields = {place.rpartition("/")[2]: values for place, values in change.fields.items()}
    if change.action == "undo" and outcome:
        yield words.text("%(outcome)s: back as it was", outcome=outcome.outcome)
    elif change.action == "add" and outcome:
        yield words.text("%(outcome)s: added to the plan", outcome=outcome.outcome)
    elif change.action == "remove":
        yield words.text("An outcome was taken out of the plan")
    elif any(place.startswith("roles/") for place in change.fields):
        yield from _people(facts, change, words)
    elif outcome:
        yield from _milestone(outcome, fields, before, words)
    else:
        yield from _whole(facts, change, words)


def _milestone(
    outcome: Outcome, fields: Mapping[str, tuple[Any, Any]], before: date | None, words: Words
) -> Iterator[str]:
    name = outcome.outcome
    status = fields.get("status", (None, None))[1]
    if status in _STATUS:
        yield words.text(_STATUS[status], outcome=name)
    elif "status" in fields:
        yield words.text("%(outcome)s: open again", outcome=name)
    if status != "done" and (day := _day(fields, "expected")):
        before = _day(fields, "expected", 0) or before
        if before:
            values = {"outcome": name, "before": words.day(before), "day": words.day(day)}
            yield words.text("%(outcome)s: %(before)s moves to %(day)s", **values)
        else:
            yield words.text("%(outcome)s: moves to %(day)s", outcome=name, day=words.day(day))
    if day := _day(fields, "due"):
        yield words.text("%(outcome)s: agreed for %(day)s", outcome=name, day=words.day(day))
    if "confirmed" in fields and fields["confirmed"][1]:
        yield words.text("%(outcome)s: date confirmed", outcome=name)
    if "owner" in fields:
        yield words.text("%(outcome)s: now with %(owner)s", outcome=name, owner=outcome.owner.title)
    if fields.keys() & {"outcome", "takes", "after", "wait", "with", "exit", "resources", "stage"}:
        yield words.text("%(outcome)s: details changed", outcome=name)


_STATUS = {
    "done": message("%(outcome)s: done"),
    "active": message("%(outcome)s: under way"),
    "blocked": message("%(outcome)s: stuck"),
    "open": message("%(outcome)s: not started"),
}


def _people(facts: DealFacts, change: Change, words: Words) -> Iterator[str]:
    """Say who took on which role, by the names in the plan today."""
    ids = dict.fromkeys(p.split("/")[1] for p in change.fields if p.startswith("roles/"))
    for role_id in ids:
        role = facts.plan.roles.get(role_id)
        touched = {
            p.removeprefix(f"roles/{role_id}").strip("/")
            for p in change.fields
            if p.startswith(f"roles/{role_id}")
        }
        if role and role.name and touched & {"", "name"}:
            yield words.text("%(name)s takes on %(role)s", name=role.name, role=role.title)


_WHOLE = {
    "key_dates": message("Key dates changed"),
    "value": message("Figures of the return changed"),
    "checkins": message("Check-ins changed"),
    "why": message("The reason for the plan was reworded"),
}


def _whole(facts: DealFacts, change: Change, words: Words) -> Iterator[str]:
    tops = dict.fromkeys(place.partition("/")[0] for place in change.fields)
    for top in tops:
        if top == "launch":
            yield words.text("Go-live is planned for %(day)s", day=words.day(facts.plan.launch.date))
        elif top == "state" and facts.plan.state == "closed":
            yield words.text("The plan is closed")
        elif top in _WHOLE:
            yield words.text(_WHOLE[top])


def _day(fields: Mapping[str, tuple[Any, Any]], key: str, which: int = 1) -> date | None:
    value = fields.get(key, (None, None))[which]
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
