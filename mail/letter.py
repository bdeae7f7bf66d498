"""A letter as MIME: text and HTML, one thread per deal and person, and headers that stop mail loops."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

_LINE_BREAKS = re.compile(r"[\r\n\v\f\x00-\x1f\x7f\x85\u2028\u2029]+")
_METHOD = re.compile(rb"^METHOD:([A-Z]{1,20})\r$", re.MULTILINE)


@dataclass(frozen=True)
class Letter:
    """One mail to one person. `name` says what it is about: the same name is never sent twice.

    `invitations` are iCalendar scheduling messages (RFC 6047). Mail programs show one a mail: the first is an
    alternative of the text, the others are attached.
    """

    name: str
    to_name: str
    to_address: str
    subject: str
    text: str
    html: str
    sender: str
    reply_to: str
    thread: str
    sent: datetime
    in_reply_to: str = ""
    automatic: str = "auto-generated"
    invitations: tuple[bytes, ...] = ()
    one_click: str = ""

    def to_message(self) -> EmailMessage:
        """Give the MIME message (RFC 5322); `automatic` is RFC 3834's Auto-Submitted."""
        message = EmailMessage(policy=SMTP.clone(max_line_length=76))
        sender_name, sender_address = parseaddr(self.sender)
        domain = sender_address.rpartition("@")[2]
        root = f"<{self.thread}@{domain}>"
        one_click = f"<{self.one_click}>, " if self.one_click else ""  # RFC 8058, where `listen` serves it
        message["From"] = _mailbox(sender_name, sender_address)
        message["To"] = _mailbox(self.to_name, self.to_address)
        message["Reply-To"] = _mailbox(sender_name, self.reply_to)
        message["Subject"] = one_line(self.subject)
        message["Date"] = format_datetime(self.sent)
        message["Message-ID"] = f"<{self.name}@{domain}>"
        message["In-Reply-To"] = f"<{self.in_reply_to}>" if self.in_reply_to else root
        message["References"] = f"{root} <{self.in_reply_to}>" if self.in_reply_to else root
        message["Auto-Submitted"] = self.automatic
        message["X-Auto-Response-Suppress"] = "All"
        message["List-Unsubscribe"] = f"{one_click}<mailto:{self.reply_to}?subject=stop>"
        if one_click:
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(self.text, charset="utf-8", cte="quoted-printable")
        message.add_alternative(self.html, subtype="html", charset="utf-8", cte="quoted-printable")
        for number, raw in enumerate(self.invitations):
            _add_invitation(message, raw, number)
        return message


def one_line(text: str) -> str:
    """Keep a header to one line: whatever a name or a subject holds, it starts no header of its own."""
    return " ".join(_LINE_BREAKS.sub(" ", text).split())


def _add_invitation(message: EmailMessage, raw: bytes, number: int) -> None:
    """Add a scheduling message; its METHOD must also stand in the header (RFC 6047 2.4)."""
    found = _METHOD.search(raw[:500])
    method = found[1].decode() if found else "PUBLISH"
    if number == 0:
        message.add_alternative(raw, maintype="text", subtype="calendar", cte="base64")
        part = list(message.iter_parts())[-1]
    else:
        message.add_attachment(raw, maintype="text", subtype="calendar", cte="base64")
        part = list(message.iter_parts())[-1]
        part.set_param("filename", f"invitation-{number + 1}.ics", header="Content-Disposition")
    part.set_param("method", method)
    part.set_param("charset", "utf-8")


def _mailbox(name: str, address: str) -> str:
    quoted = one_line(name).replace("\\", "").replace('"', "'")
    return f'"{quoted}" <{address}>' if quoted else address
