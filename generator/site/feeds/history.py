"""What the journal tells of each part of a plan, for calendars: changed how often, when last, moved, gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from generator.record.journal import Entry

# Parts of a plan that are no milestone; no milestone id holds a space.
CLOSING, CHECKINS, KEY_DATES = "the closing", "the checkins", "the key dates"
_PARTS = {"checkins": CHECKINS, "key_dates": KEY_DATES}


class History:
    """Which journal lines changed what: how often, when last, and from which first date.

    `first_dates` are the current dates before the first move since the dates were last agreed (None: the
    milestone was not there yet); `last_dates` the last ones known, also of milestones that are gone.
    """

    def __init__(self, entries: tuple[Entry, ...], introduced: datetime) -> None:
        self._introduced = introduced
        self._lines: dict[str, set[int]] = defaultdict(set)
        self._entries = entries
        self.first_dates: dict[str, date | None] = {}
        self.last_dates: dict[str, date] = {}
        for at, entry in enumerate(entries):
            for name in _touched(entry):
                self._lines[name].add(at)
            self._read_baseline(entry)
            for milestone, (before, after) in entry.moved.items():
                self.first_dates.setdefault(milestone, before)
                if last := after or before:
                    self.last_dates[milestone] = last

    def _read_baseline(self, entry: Entry) -> None:
        if entry.baseline and entry.baseline.get("whole", True):
            self.first_dates.clear()
        for milestone, day in entry.baseline.get("dates", {}).items():
            self.last_dates[milestone] = date.fromisoformat(day)

    def sequence(self, *names: str) -> int:
        """Count the lines that changed any of these."""
        return len(set().union(*(self._lines.get(n, ()) for n in names)))

    def changed(self, *names: str) -> datetime:
        """When the last of those lines was written; the day of introduction where there is none."""
        lines = set().union(*(self._lines.get(n, ()) for n in names))
        return self._entries[max(lines)].when.astimezone(UTC) if lines else self._introduced

    def latest(self) -> datetime:
        """When anything of the plan changed last; the day of introduction where nothing did."""
        return self.changed(*self._lines)

    def removals(self, present: Iterable[str]) -> Iterator[tuple[str, Entry]]:
        """Milestones that were taken out of the plan, with the line that did it."""
        for name in self._lines.keys() - {*present, CLOSING, CHECKINS, KEY_DATES}:
            yield name, self._entries[max(self._lines[name])]

    def old(self, milestone: str, key: str) -> object:
        """What a removed milestone last said under a key, as far as the journal knows."""
        place = f"milestones/{milestone}"
        for entry in reversed(self._entries):
            for change in entry.changes:
                before, after = change.fields.get(place, (None, None))
                for known in (before, after):
                    if isinstance(known, dict) and key in known:
                        return known[key]
                for known in reversed(change.fields.get(f"{place}/{key}", ())):
                    if known is not None:
                        return known
        return None


def _touched(entry: Entry) -> Iterator[str]:
    yield from entry.moved
    for change in entry.changes:
        if change.milestone:
            yield change.milestone
        for place, values in change.fields.items():
            top, _, rest = place.partition("/")
            if top == "milestones":
                yield rest.partition("/")[0]
            elif top == "state" and "closed" in values:
                yield CLOSING
            elif top in _PARTS:
                yield _PARTS[top]
