"""The outbox ledger: what became of every mail, one synced line before it leaves and one after.

queued    waits for the next delivery, as a file in .golive/outgoing
sending   on its way at this moment; when its process died on the way, that is `unknown`
sent      the next mail server has taken it
waiting   it could not leave yet; every run tries again, for five days
refused   it will not be taken as it is, or five days are over
unknown   it may have left or not; only a person settles that
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from mail.lines import Lines

OPEN = frozenset({"queued", "waiting"})
FOR_A_PERSON = frozenset({"unknown", "refused"})


@dataclass(frozen=True)
class Posted:
    """How one mail stands. `first` and `last` are the ISO times of its first and newest line."""

    name: str
    to: str
    state: str
    first: str
    last: str
    why: str = ""


@dataclass
class Ledger:
    """The ledger of a workspace."""

    path: Path
    _mails: dict[str, Posted] = field(default_factory=dict, init=False)
    _lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self._lines = Lines(self.path)

    def find(self, name: str) -> Posted | None:
        """Give how a mail stands; None for one that was never taken."""
        self._read_on()
        return self._mails.get(name)

    def all(self) -> Sequence[Posted]:
        """Give every mail, oldest first."""
        self._read_on()
        return tuple(self._mails.values())

    def note(self, name: str, to: str, state: str, now: datetime, why: str = "") -> Posted:
        """Write down how a mail stands now; on disk when this returns."""
        line = {"name": name, "to": to, "state": state, "at": now.isoformat(), "why": why}
        self._lines.append({key: value for key, value in line.items() if value})
        self._read_on()
        return self._mails[name]

    def _read_on(self) -> None:
        for line in self._lines.new():
            name, at = str(line.get("name")), str(line.get("at"))
            known = self._mails.get(name) or Posted(name, str(line.get("to", "")), "", at, at)
            state, why = str(line.get("state")), str(line.get("why", ""))
            self._mails[name] = replace(known, state=state, last=at, why=why)
