"""A mail as it really comes: raw bytes in, values out; never raises on any bytes.

What cannot be read is a message with a `fault`, one sentence for the rep, and no text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from types import MappingProxyType

from mail.mime.headers import Mailbox, decoded, fields, mailboxes
from mail.mime.parts import Parts, Report, collect

__all__ = ["MAX_BYTES", "Mailbox", "Message", "Report", "parse"]

MAX_BYTES = 30_000_000  # what mail providers let through
_HEAD_BYTES = 256_000
_RECIPIENTS = (
    "to",
    "cc",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-forwarded-to",
    "x-gm-original-to",
    "resent-to",
)
_MESSAGE_ID = re.compile(r"\s*<?([^\s<>\"\\]{3,900})>?\s*")
_LEADING = re.compile(rb"(?:[ \t]*\r?\n|\xef\xbb\xbf|>?From [^\r\n:]{0,500}\r?\n)*+")
_BARE_CR = re.compile(rb"\r(?!\n|$)")
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")


@dataclass(frozen=True)
class Message:
    """One mail, decoded as far as a careful mail program would show it to its reader."""

    raw: bytes
    message_id: str  # without angle brackets; "sha256-…" of the raw bytes when absent or broken
    from_: tuple[Mailbox, ...]  # every address of every From field; a mail to trust has exactly one
    to: tuple[str, ...]  # lower case, of all recipient fields, in order, unique
    subject: str
    date: datetime | None  # aware, in the sender's offset
    offset_known: bool  # False when the sender's clock says only UTC
    text: str | None
    html: str | None
    headers: Mapping[str, tuple[str, ...]]  # lower-case names, decoded values
    calendar: str | None = None
    reports: tuple[Report, ...] = ()
    attachments: tuple[str, ...] = ()  # file names, never read
    fault: str | None = None


def parse(raw: bytes, received: datetime | None = None) -> Message:
    """Read a mail.

    Args:
        raw: the bytes as they arrived.
        received: when we got it (aware); stands in when the mail has no Received field.
    """
    body = raw[_LEADING.match(raw).end() :]  # type: ignore[union-attr]  # matches the empty string
    cut = _END_OF_HEAD.search(body, 0, _HEAD_BYTES)
    head = body[: cut.start() if cut else _HEAD_BYTES]
    headers: dict[str, list[str]] = {}
    undecoded: dict[str, list[str]] = {}
    for name, value in fields(head):
        undecoded.setdefault(name, []).append(value)
        headers.setdefault(name, []).append(decoded(value))
    parts = _parts(raw, head, body, headers)
    date, offset_known = _date(headers, received)
    return Message(
        raw=raw,
        message_id=_message_id(headers, raw),
        from_=tuple(box for value in undecoded.get("from", []) for box in mailboxes(value)),
        to=_recipients(undecoded),
        subject=next(iter(headers.get("subject", [])), ""),
        date=date,
        offset_known=offset_known,
        text=None if parts.fault else parts.text,
        html=None if parts.fault else parts.html,
        headers=MappingProxyType({name: tuple(values) for name, values in headers.items()}),
        calendar=parts.calendar,
        reports=parts.reports,
        attachments=parts.attachments,
        fault=parts.fault,
    )


def _parts(raw: bytes, head: bytes, body: bytes, headers: Mapping[str, list[str]]) -> Parts:
    if len(raw) > MAX_BYTES:
        return Parts(fault=f"The mail is larger than {MAX_BYTES // 1_000_000} MB.")
    if not headers:
        return Parts(fault="The mail has no header fields.")
    if _BARE_CR.search(head):  # readers differ on where such a head ends, so its text may be no text
        return Parts(fault="The mail's header is damaged.")
    return collect(body)


def _message_id(headers: Mapping[str, list[str]], raw: bytes) -> str:
    ids = headers.get("message-id", [])
    match = _MESSAGE_ID.fullmatch(ids[0]) if len(ids) == 1 else None
    return match[1] if match and match[1].isascii() else "sha256-" + sha256(raw).hexdigest()


def _recipients(headers: Mapping[str, list[str]]) -> tuple[str, ...]:
    values = (value for name in _RECIPIENTS for value in headers.get(name, []))
    return tuple(dict.fromkeys(box.address for value in values for box in mailboxes(value)))


def _moment(value: str) -> tuple[datetime, bool] | None:
    """An RFC 5322 date, aware, and whether it tells the sender's own offset."""
    try:
        moment = parsedate_to_datetime(value[:200])
        known = moment.tzinfo is not None and bool(moment.utcoffset())
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        aware.astimezone(UTC)  # the ends of the calendar overflow
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return aware, known


def _date(headers: Mapping[str, list[str]], received: datetime | None) -> tuple[datetime | None, bool]:
    """The mail's moment: its Date, or its topmost Received when they are over a day apart."""
    stamps = headers.get("received", [])
    arrival = _moment(stamps[0].rpartition(";")[2].strip()) if stamps else None
    arrived = arrival[0] if arrival else received
    said = _moment(next(iter(headers.get("date", [])), ""))
    if said is None:
        return arrived, bool(arrival and arrival[1])
    if arrived is None or abs(said[0] - arrived) <= timedelta(days=1):
        return said
    return arrived.astimezone(said[0].tzinfo), said[1]
