"""What was said unasked, to whom, on which day; and who is away. Durable, one line each.

    .golive/rhythm.jsonl

Which mail an address gets on a day is written before that mail is sent, what it said afterwards. Whoever
comes after a crash in between sends the mail that was decided, under its name, which is taken once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mail.lines import Lines

RHYTHM = "rhythm.jsonl"  # its name in the workspace's state


@dataclass
class Said:
    """The record of a workspace."""

    path: Path
    _keys: dict[str, dict[str, date]] = field(default_factory=dict, init=False)
    _days: dict[tuple[str, date], str] = field(default_factory=dict, init=False)
    _told: set[str] = field(default_factory=set, init=False)
    _away: dict[str, date] = field(default_factory=dict, init=False)
    _lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self._lines = Lines(self.path)

    def of_deal(self, deal: str) -> dict[str, date]:
        """Give the keys of all that was said about a deal, each with its day."""
        self._read()
        return self._keys.get(deal, {})

    def mail_of(self, address: str, day: date) -> str:
        """Name the one mail that an address gets on a day; empty while none is decided."""
        self._read()
        return self._days.get((address.lower(), day), "")

    def away_until(self, address: str) -> date | None:
        """Give the day an absent person said they are back."""
        self._read()
        return self._away.get(address.lower())

    def is_told(self, mail: str) -> bool:
        """Say whether a mail that was decided on was also sent."""
        self._read()
        return mail in self._told

    def decide(self, address: str, day: date, mail: str) -> None:
        """Write down which mail an address gets on a day; raises OutsideError where the disk is full."""
        if self.mail_of(address, day) != mail:
            self._lines.append({"to": address.lower(), "day": day.isoformat(), "mail": mail})

    def tell(self, address: str, day: date, mail: str, deal: str, keys: Iterable[str]) -> None:
        """Write down what a mail that is on its way says of a deal."""
        line = {"to": address.lower(), "day": day.isoformat(), "mail": mail, "deal": deal}
        self._lines.append({**line, "keys": list(keys)})

    def note_away(self, address: str, back: date) -> None:
        """Write down that somebody is away until a day."""
        if self.away_until(address) != back:
            self._lines.append({"to": address.lower(), "back": back.isoformat()})

    def _read(self) -> None:
        for line in self._lines.new():
            to = str(line.get("to", ""))
            try:
                if "back" in line:
                    self._away[to] = date.fromisoformat(str(line["back"]))
                    continue
                day = date.fromisoformat(str(line["day"]))
            except (KeyError, ValueError):
                continue  # a line of another version of golive
            if line.get("mail"):
                self._days.setdefault((to, day), str(line["mail"]))
            keys = line.get("keys")
            if not isinstance(keys, list):
                continue
            self._told.add(str(line.get("mail")))
            for key in keys:
                self._keys.setdefault(str(line.get("deal")), {}).setdefault(str(key), day)
