"""How mail leaves: as .eml files in the outbox, by SMTP, or by SendGrid.

A mail's name says what it is about, so that sending it a second time after a crash is no second mail.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from generator.workspace import MailOptions
from mail.transports.carriers import Connect
from mail.transports.ledger import Posted
from mail.transports.outbox import Outbox
from mail.transports.posting import Posting

__all__ = ["Outbox", "Posted", "Posting", "Transport", "open_transport"]


class Transport(Protocol):
    """Something that sends mail."""

    def send(self, name: str, message: EmailMessage) -> bool:
        """Take a mail to be sent once; False where a mail of this name was taken before."""

    def deliver(self) -> Sequence[Posted]:
        """Send what was taken and waits; gives those that could not be sent, and why."""

    def posted(self) -> Sequence[Posted]:
        """List every mail that was taken, and how it stands."""


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def open_transport(
    options: MailOptions,
    state: Path,
    environ: Mapping[str, str] = os.environ,
    now: Callable[[], datetime] = _now,
) -> Transport:
    """Give the transport that mkdocs.yml names; passwords and keys come from the environment."""
    if options.transport == "outbox":
        return Outbox(state / "outbox")
    return Posting(state, _carrier(options.transport, environ), now)


def _carrier(transport: str, environ: Mapping[str, str]) -> Connect:
    if transport == "sendgrid":
        from mail.transports.sendgrid import sendgrid_carrier

        return sendgrid_carrier(environ)
    from mail.transports.smtp import smtp_carrier

    return smtp_carrier(transport, environ)
