"""Whom our mails do not reach: bounces, drops and complaints, as the mail provider reports them.

.golive/reach.jsonl     one line an event, by the provider's own event id, which may come many times
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from mail.lines import Lines

# SendGrid's event -> what it means for the person
MEANT = {
    "bounce": "bounced",
    "blocked": "blocked",
    "dropped": "dropped",
    "spamreport": "complained",
    "unsubscribe": "stopped",
    "group_unsubscribe": "stopped",
}


@dataclass(frozen=True)
class Setback:
    """One mail that did not reach somebody, or was not wanted. `mail` is its name in the outbox ledger."""

    id: str
    meant: str
    address: str
    at: str
    mail: str = ""
    why: str = ""


@dataclass
class Reach:
    """The record of a workspace."""

    path: Path
    _known: dict[str, Setback] = field(default_factory=dict, init=False)
    _lines: Lines = field(init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def __post_init__(self) -> None:
        self._lines = Lines(self.path)

    def note(self, events: Iterable[Any]) -> list[Setback]:
        """Write down what is new among SendGrid's events; gives that. Raises OutsideError for a full disk."""
        noted = []
        with self._lock:
            self._read_on()
            for event in events:
                setback = _setback(event) if isinstance(event, dict) else None
                if setback and setback.id not in self._known:
                    self._lines.append({key: value for key, value in vars(setback).items() if value})
                    self._known[setback.id] = setback
                    noted.append(setback)
        return noted

    def of_mail(self, name: str) -> Setback | None:
        """Give the newest that happened to one mail."""
        return self._newest(lambda s: s.mail == name)

    def of_address(self, address: str) -> Setback | None:
        """Give the newest that happened to any mail to this address."""
        return self._newest(lambda s: s.address == address.lower())

    def _newest(self, fits: Any) -> Setback | None:
        self._read_on()
        return max((s for s in self._known.values() if fits(s)), key=lambda s: s.at, default=None)

    def _read_on(self) -> None:
        for line in self._lines.new():
            known = {key: str(line.get(key, "")) for key in Setback.__dataclass_fields__}
            self._known.setdefault(known["id"], Setback(**known))


def _setback(event: Mapping[str, Any]) -> Setback | None:
    """Read one event of SendGrid's event webhook; None for good news, and for what is not well formed."""
    kind = "blocked" if event.get("type") == "blocked" else str(event.get("event"))
    event_id, address, at = event.get("sg_event_id"), event.get("email"), event.get("timestamp")
    if kind not in MEANT or not isinstance(event_id, str) or not isinstance(address, str):
        return None
    try:
        when = datetime.fromtimestamp(float(str(at)), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None
    mail, why = str(event.get("mail") or "")[:200], str(event.get("reason") or "")[:300]
    return Setback(event_id[:200], MEANT[kind], address.lower()[:254], when, mail, why)
