"""Reading one row of a table of outcomes: who owns it, when it is due, how far it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from generator.exchange.cells import DayReader, read_status, read_takes
from generator.exchange.layout import Block
from generator.exchange.people import UNNAMED, Cast
from generator.exchange.table import Row, line_of, prose_of
from generator.exchange.words import Status
from generator.plan.terms import Takes, parse_wait

MAX_LINE = 200  # as plan files allow


@dataclass
class Draft:
    """Milestones in the making, with what was assumed and what could not be read, in sentences."""

    milestones: list[dict[str, Any]] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    _counted: dict[str, list[str]] = field(default_factory=dict)

    def note(self, what: str, where: str) -> None:
        """Remember something that holds for several rows; said once, with the first of them."""
        self._counted.setdefault(what, []).append(where)

    def notes(self) -> list[str]:
        """Every assumption, in sentences."""
        several = [
            f"{what}: {', '.join(places[:3])}{f' and {len(places) - 3} more' if len(places) > 3 else ''}"
            for what, places in self._counted.items()
        ]
        return [*self.assumed, *several]


@dataclass
class RowReader:
    """Reads the rows of one table of outcomes."""

    block: Block
    cast: Cast
    days: DayReader
    draft: Draft

    def text(self, row: Row, name: str) -> str:
        """Give a field as one line."""
        return line_of(self.block.cell(row, name))[:MAX_LINE]

    def day(self, row: Row, name: str, where: str) -> date | None:
        """Give a field as a day; `where` names the row in the note that it is none."""
        cell = self.block.cell(row, name)
        try:
            return self.days.read(cell)
        except (ValueError, OverflowError):
            self.draft.note("could not be read as a day, left out", f"{line_of(cell)[:40]!r} of {where}")
            return None

    def status(self, row: Row, where: str) -> Status:
        """Give the status, open where nobody can tell."""
        try:
            return read_status(self.block.cell(row, "status"))
        except ValueError as error:
            self.draft.note(f"taken as open, since {error}", where)
            return "open"

    def takes(self, row: Row, where: str, start: date | None, due: date | None) -> str:
        """Give how long it takes: as stated, else the working days from start to due, else a day."""
        cell = self.block.cell(row, "takes")
        try:
            found: Takes | None = read_takes(cell)
        except ValueError:
            self.draft.note("could not be read as how long it takes", f"{line_of(cell)[:40]!r} of {where}")
            found = None
        if found is None and start and due and start <= due:
            found = Takes(*[max(1, _weekdays(start, due))] * 2)
        if found is None:
            self.draft.note("takes a day, since the file does not say how long; write what is true", where)
        return str(found or Takes(1, 1))


def _weekdays(first: date, last: date) -> int:
    """Count Mondays to Fridays, both ends included; at most what `takes` can say."""
    total = (last - first).days + 1
    weeks, rest = divmod(total, 7)
    odd = sum((first + timedelta(days=weeks * 7 + n)).weekday() < 5 for n in range(rest))
    return min(weeks * 5 + odd, 999)


def read_milestone(reader: RowReader, row: Row, outcome: str, status: Status) -> dict[str, Any]:
    """Read one row as a milestone's keys, all but its id, stage and predecessors."""
    start, due = reader.day(row, "start", outcome), reader.day(row, "due", outcome)
    owners = reader.cast.owners(
        reader.text(row, "owner"),
        name=reader.text(row, "owner_name"),
        email=reader.text(row, "owner_email"),
        side=reader.text(row, "side"),
    )
    if owners[0] == UNNAMED:
        reader.draft.note("has no owner yet; ask whose it is", outcome)
    helping = [
        r
        for part in re.split(r"[,;\n]", reader.text(row, "with"))
        if part
        for r in reader.cast.owners(part.strip())
    ]
    others = [role for role in dict.fromkeys([*owners[1:], *helping]) if role != owners[0]]
    given = {
        "outcome": outcome,
        "owner": owners[0],
        "with": others,
        "takes": reader.takes(row, outcome, start, due),
        "wait": _wait(reader, row, outcome),
        "due": due,
        "expected": reader.day(row, "expected", outcome) if status != "done" else None,
        "blocked_by": reader.text(row, "blocked_by"),
        "exit": reader.text(row, "exit"),
        "internal": prose_of(reader.block.cell(row, "notes")),
        **_progress(reader, row, outcome, status, start, due),
    }
    return {key: value for key, value in given.items() if value}


def _progress(
    reader: RowReader, row: Row, outcome: str, status: Status, start: date | None, due: date | None
) -> dict[str, Any]:
    """The status, with the days it was started and done, none of which may lie after today."""
    today = reader.days.today
    started = reader.day(row, "started_on", outcome)
    if started is None and status == "active" and "started_on" not in reader.block.columns:
        started = start
    found: dict[str, Any] = {"status": status} if status != "open" else {}
    if started and started <= today:
        found["started_on"] = started
    if status == "done":
        cell = reader.block.cell(row, "status")
        done = cell if isinstance(cell, date) else reader.day(row, "done_on", outcome)
        if done is None or done > today:
            done = due if due and due <= today else today
            reader.draft.note(
                "done, though the file does not say when; taken to be on its due day or today", outcome
            )
        found["done_on"] = done
    return found


def _wait(reader: RowReader, row: Row, outcome: str) -> str:
    text = reader.text(row, "wait")
    if not text:
        return ""
    try:
        return str(parse_wait(text))
    except ValueError:
        reader.draft.note("could not be read as the wait before it", f"{text[:40]!r} of {outcome}")
        return ""
