"""What a hand edit of plan.yaml changed, told from two versions of its data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.plan.splice import value_at
from generator.record.changes import as_dates
from generator.record.journal import Change, Entry


def edit_changes(before: Any, after: Any) -> tuple[Change, ...]:
    """Compare two versions of a plan's raw data, milestone by milestone and key by key."""
    found: list[Change] = []
    for milestone, old, new in _paired(before, after):
        fields = dict(_differences(f"milestones/{milestone}", old, new))
        if fields:
            action = "add" if old is None else "remove" if new is None else "edit"
            found.append(Change(milestone, action, fields))
    rest = {
        place: values
        for key in dict.fromkeys([*before, *after])
        if key != "milestones"
        for place, values in _differences(key, before.get(key), after.get(key))
    }
    if rest:
        found.append(Change(None, "edit", rest))
    return tuple(found)


def _paired(before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    old = {m["id"]: m for m in before.get("milestones", ())}
    new = {m["id"]: m for m in after.get("milestones", ())}
    return ((i, old.get(i), new.get(i)) for i in dict.fromkeys([*old, *new]))


def _differences(place: str, old: Any, new: Any) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _differences(f"{place}/{key}", old.get(key), new.get(key))
    elif old != new:
        yield place, (_json(old), _json(new))


def _json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(k): _json(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_json(v) for v in value]
    return value


def undone_replies(
    label: str, data: Any, entries: tuple[Entry, ...], changes: tuple[Change, ...]
) -> list[str]:
    """Warn where a hand edit takes back what somebody had told us by mail."""
    edited = {place for change in changes for place in change.fields}
    last: dict[str, tuple[Entry, Any]] = {}
    for entry in entries:
        for change in entry.changes:
            for place, (_, new) in change.fields.items():
                last[place] = (entry, new)
    return [
        f"{label}: the edit of {place} undoes what {entry.who} told us on {entry.when:%d %b %Y} ({new!r})"
        for place, (entry, new) in last.items()
        if entry.by == "mail" and value_at(data, place) != as_dates(new) and (not changes or place in edited)
    ]
