"""The journal: one line a change, appended and never rewritten; who said what when, and what it moved.

A line is a JSON object. Lines that change nothing in plan.yaml (numbers given, a baseline, links) carry the
same hash before and after.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from generator.errors import Fault, FaultsError

By = Literal["mail", "command", "edit", "publish"]


@dataclass(frozen=True)
class Change:
    """One thing that became different in the plan.

    `fields` maps a place such as `milestones/live/status` to its old and new value; None is an absent key.
    """

    milestone: str | None
    action: str
    fields: Mapping[str, tuple[Any, Any]]
    words: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the journal.

    `moved` gives, for each milestone whose current date moved, the date before and after. `numbers`,
    `baseline` and `links` are set on the lines that record those. `line` counts from 1 and is not stored.
    """

    id: str
    when: datetime
    who: str
    by: By
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    moved: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    evidence: Mapping[str, Any] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    baseline: Mapping[str, Any] = field(default_factory=dict)
    links: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    line: int = 0

    def to_json(self) -> str:
        """Give the line as it is stored, without its newline."""
        data: dict[str, Any] = {
            "id": self.id,
            "when": self.when.isoformat(),
            "who": self.who,
            "by": self.by,
            "changes": [
                {"milestone": c.milestone, "action": c.action, "fields": c.fields, "words": c.words}
                for c in self.changes
            ],
            "moved": self.moved,
            "before": self.before,
            "after": self.after,
        }
        for name in ("evidence", "numbers", "baseline", "links", "why"):
            if value := getattr(self, name):
                data[name] = value
        return json.dumps(data, ensure_ascii=False, default=_iso, separators=(",", ":"))


def _iso(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} does not belong in the journal")


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def parse_entry(text: str, line: int) -> Entry:
    """Read one line; raises ValueError or KeyError where it is not one of ours."""
    data = json.loads(text)
    return Entry(
        id=data["id"],
        when=datetime.fromisoformat(data["when"]),
        who=data["who"],
        by=data["by"],
        before=data["before"],
        after=data["after"],
        changes=tuple(
            Change(c["milestone"], c["action"], {k: (v[0], v[1]) for k, v in c["fields"].items()}, c["words"])
            for c in data["changes"]
        ),
        moved={k: (_day(v[0]), _day(v[1])) for k, v in data["moved"].items()},
        evidence=data.get("evidence", {}),
        numbers=data.get("numbers", {}),
        baseline=data.get("baseline", {}),
        links=data.get("links", {}),
        why=data.get("why", ""),
        line=line,
    )


def read_journal(path: Path) -> tuple[Entry, ...]:
    """Read all whole lines; a last line that lacks its newline is a write that never happened.

    Raises FaultsError with the line where the file was damaged by hand.
    """
    if not path.exists():
        return ()
    whole = path.read_bytes().rpartition(b"\n")[0]
    entries = []
    for number, text in enumerate(whole.split(b"\n") if whole else [], 1):
        try:
            entries.append(parse_entry(text.decode("utf-8"), number))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            message = "is no line of this journal; restore the file from a copy, or delete this line"
            raise FaultsError([Fault(path.name, number, "", message)]) from None
    return tuple(entries)


def find(entries: Iterable[Entry], entry_id: str) -> Entry | None:
    """Find the line that was written for this message or command."""
    return next((e for e in entries if e.id == entry_id), None)


def numbers(entries: Iterable[Entry], milestone_ids: Iterable[str]) -> dict[str, int]:
    """Give each milestone its number as mails call it: [1], [2], ...

    Numbers that the journal gave stay, removed ones are never reused, and milestones it does not know yet
    take the next ones in file order.
    """
    given: dict[str, int] = {}
    for entry in entries:
        given.update(entry.numbers)
    result, following = {}, max(given.values(), default=0) + 1
    for milestone_id in milestone_ids:
        if milestone_id in given:
            result[milestone_id] = given[milestone_id]
        else:
            result[milestone_id], following = following, following + 1
    return result


def baseline_records(entries: Iterable[Entry]) -> list[Mapping[str, Any]]:
    """The baselines that were recorded, oldest first; `schedule.baseline.latest_record` folds them."""
    return [entry.baseline for entry in entries if entry.baseline]
