"""One scheduling message of iTIP (RFC 5546 3.2.2 and 3.2.5): come to this event, or it is off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from generator.site.feeds.content import escaped, mailbox, one_line, written
from mail.invitations.ledger import Invitation

PRODID = "-//golive//go-live plan//EN"


@dataclass(frozen=True)
class Parties:
    """Who invites whom. `organizer` is the reply address, to which calendars send their answers."""

    organizer: str
    organizer_name: str
    attendee: str
    attendee_name: str


def scheduling_message(invitation: Invitation, details: str, parties: Parties, now: datetime) -> bytes:
    """Write a REQUEST or CANCEL; `now` is its DTSTAMP, which with a METHOD is the time it was made."""
    timed = isinstance(invitation.start, datetime)
    off = invitation.method == "CANCEL"
    asked = {} if off else {"RSVP": "TRUE", "PARTSTAT": "NEEDS-ACTION"}
    guest = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", **asked}
    busy = timed and not off
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("METHOD", invitation.method),
        ("BEGIN", "VEVENT"),
        ("UID", invitation.uid),
        ("DTSTAMP", now.astimezone(UTC).replace(microsecond=0)),
        ("SEQUENCE", str(invitation.sequence)),
        ("DTSTART", invitation.start),
        ("DTEND", invitation.end),
        ("SUMMARY", one_line(invitation.title)),
        ("DESCRIPTION", escaped(details)),
        ("ORGANIZER", mailbox(parties.organizer, parties.organizer_name)),
        ("ATTENDEE", mailbox(parties.attendee, parties.attendee_name, guest)),
        ("STATUS", "CANCELLED" if off else "CONFIRMED"),
        ("TRANSP", "OPAQUE" if busy else "TRANSPARENT"),
        ("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE"),
        ("END", "VEVENT"),
        ("END", "VCALENDAR"),
    ]
    return written(line for line in lines if line[1] != "")
