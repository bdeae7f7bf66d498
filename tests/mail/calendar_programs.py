"""Buyers' calendars, for tests: they find our invitations and answer in their own shape."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from icalendar import Calendar

DATA = Path(__file__).parent / "invitations" / "data"
TOMAS = ("Tomas Lindqvist", "t.lindqvist@acme.example")


def mails(workspace: Path, kind: str = "") -> list[EmailMessage]:
    """The mails in the outbox whose name holds a word, oldest first."""
    found = [path for path in (workspace / ".golive" / "outbox").glob("*.eml") if kind in path.name]
    return [_mail(p.read_bytes()) for p in sorted(found, key=lambda p: p.stat().st_mtime_ns)]


def _mail(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


def invitations_in(mail: EmailMessage) -> Iterator[tuple[EmailMessage, Any]]:
    """The scheduling messages of a mail: (its part, its event as another program reads it)."""
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(part.get_content())
            assert str(calendar["METHOD"]) == part.get_param("method")
            (event,) = calendar.walk("VEVENT")
            yield part, event


def answer(shape: str, event: Any, **other: object) -> bytes:
    """Fill in a sample answer in the shape of a client; `new` is the day that a counter proposes."""
    start: date = event["DTSTART"].dt
    new = other.pop("new", start + timedelta(days=7))
    assert isinstance(new, date)
    organizer = str(event["ORGANIZER"]).removeprefix("mailto:")
    values = {
        "name": TOMAS[0], "attendee": TOMAS[1], "organizer": organizer, "title": str(event["SUMMARY"]),
        "day": start.isoformat(), "start": f"{start:%Y%m%d}", "end": f"{start + timedelta(days=1):%Y%m%d}",
        "new": f"{new:%Y%m%d}", "new_end": f"{new + timedelta(days=1):%Y%m%d}",
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), **other,
    }  # fmt: skip
    text = (DATA / f"{shape}.eml").read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", str(value))
    return text.replace("\n", "\r\n").encode()
