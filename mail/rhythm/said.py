"""What was said unasked, to whom, on which day; and who is away. Durable, one line each.

    .golive/rhythm.jsonl

Which mail an address gets on a day, and what it says, is written before that mail is sent; that it was taken
to be sent, afterwards. Whoever comes after a crash in between asks the way out whether it took that mail.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mail.lines import Lines

RHYTHM = "rhythm.jsonl"  # its name in the workspace's state
Says = Mapping[str, Sequence[str]]  # what a mail says: the keys of its reasons, by deal


@dataclass
class Said:
    """The record of a workspace."""

    path: Path
    _keys: dict[str, dict[str, date]] = field(default_factory=dict, init=False)
    _days: dict[tuple[str, date], str] = field(default_factory=dict, init=False)
    _told: set[str] = field(default_factory=set, init=False)
    _left: dict[str, tuple[str, date, Says]] = field(default_factory=dict, init=False)
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

    def decide(self, address: str, day: date, mail: str, says: Says) -> None:
        """Write down which mail an address gets on a day; raises OutsideError where the disk is full."""
        self._lines.append({"to": address.lower(), "day": day.isoformat(), "mail": mail, "says": says})

    def tell(self, address: str, day: date, mail: str, says: Says) -> None:
        """Write down that a mail is on its way, and what it says."""
        line = {"to": address.lower(), "day": day.isoformat(), "mail": mail, "says": says}
        self._lines.append({**line, "told": True})

    def finish(self, taken: Collection[str]) -> None:
        """Settle what a crash left open: mails that were taken to be sent are told, others dropped."""
        self._read()
        for mail, (address, day, says) in list(self._left.items()):
            if mail in taken:
                self.tell(address, day, mail, says)
            else:
                self._lines.append({"to": address, "day": day.isoformat(), "dropped": mail})

    def has_left(self) -> bool:
        """Say whether a mail was decided on of which nobody knows whether it was taken."""
        self._read()
        return bool(self._left)

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
            if "dropped" in line:
                self._left.pop(str(line["dropped"]), None)
                self._days.pop((to, day), None)
                continue
            mail, says = str(line.get("mail", "")), line.get("says")
            if not isinstance(says, dict):
                continue
            self._days[to, day] = mail
            if line.get("told"):
                self._left.pop(mail, None)
                self._note_told(mail, day, says)
            else:
                self._left[mail] = to, day, says

    def _note_told(self, mail: str, day: date, says: Says) -> None:
        self._told.add(mail)
        for deal, keys in says.items():
            for key in keys:
                self._keys.setdefault(deal, {}).setdefault(str(key), day)
