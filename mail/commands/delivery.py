"""Sending what waits, at the end of every command that writes mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import OutsideError
from generator.session import Session

if TYPE_CHECKING:
    from mail.transports import Transport


def report_delivery(session: Session, way_out: Transport) -> None:
    """Send what waits, and say which mails did not leave and why; the next run tries those again."""
    try:
        left = way_out.deliver()
    except OutsideError as error:
        session.warn(f"mails wait: {error}")
        return
    for mail in left:
        session.warn(f"not sent: {mail.name} to {mail.to} ({mail.state}): {mail.why}")
