"""One mail that reached us, to look at: where it stands, how it ended and why, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.errors import UsageError
from mail.letter import one_line
from mail.mime.message import Message, parse
from mail.spool import Envelope, Spool, State

SHOWN_HEADERS = ("from", "to", "cc", "subject", "date", "message-id")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # nothing of a mail commands a terminal
_WORDS = 4000


@dataclass(frozen=True)
class Shown:
    """A message with all that is known of it."""

    spool: Spool
    id: str
    state: State
    envelope: Envelope
    message: Message
    outcome: dict[str, Any] | None

    def raw(self) -> bytes:
        """Give the mail's bytes."""
        return self.message.raw

    def to_json(self) -> dict[str, Any]:
        """Give everything as values; `ended` is the `mail receive` contract, None while it waits."""
        headers = {name: self.message.headers.get(name, ()) for name in SHOWN_HEADERS}
        return {
            "id": self.id,
            "state": self.state,
            "received": self.envelope.received,
            "recipient": self.envelope.recipient,
            "headers": {name: ", ".join(values) for name, values in headers.items() if values},
            "ended": self.outcome,
            "failed": self.spool.why_poison(self.id) if self.state == "poison" else "",
        }

    def lines(self) -> list[str]:
        """Give everything as lines for a terminal."""
        data = self.to_json()
        told = [f"{name.capitalize()}: {one_line(value)[:500]}" for name, value in data["headers"].items()]
        told += [f"Received: {self.envelope.received}", f"Id: {self.id}", ""]
        if self.state == "poison":
            return [*told, "set aside: we failed on it", *data["failed"].splitlines()]
        if self.outcome is None:
            return [*told, "waits in the spool"]
        told.append(f"{self.outcome['outcome']}: {one_line(str(self.outcome['why']))}")
        told += [f"  {_update(update)}" for update in self.outcome["updates"]]
        told += [f"  held: {_update(update)}" for update in self.outcome["held"]]
        return [*told, "", *_CONTROLS.sub("", str(self.outcome["new_text"])[:_WORDS]).splitlines()]


def _update(update: dict[str, Any]) -> str:
    given = [update.get(key) for key in ("milestone", "action", "on", "to", "name", "email")]
    return one_line(" ".join(str(value) for value in given if value))


def find_message(spool: Spool, name: str) -> Shown:
    """Find a mail by its id, the beginning of one, or its Message-ID; raises UsageError."""
    found = spool.locate(name) or spool.locate(_by_message_id(spool, name.strip("<>")))
    raw = spool.raw(found[1]) if found else None
    if not found or raw is None:
        raise UsageError(f"there is no mail {name!r} in the spool, or its bytes were kept long enough")
    envelope = spool.envelope(found[1])
    message = parse(raw, datetime.fromisoformat(envelope.received))
    outcome = spool.outcome(message.message_id) if found[0] == "settled" else None
    return Shown(spool, found[1], found[0], envelope, message, outcome)


def _by_message_id(spool: Spool, message_id: str) -> str:
    ended = spool.outcome(message_id)
    if ended:
        return str(ended.get("id", ""))
    for one in (*spool.waiting(), *spool.set_aside()):
        if parse(spool.raw(one) or b"").message_id == message_id:
            return one
    return ""
