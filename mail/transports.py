"""How mail leaves: the outbox, a folder of .eml files that any mail program opens.

A mail's name says what it is about, so that writing it a second time after a crash is no second mail.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Protocol

from generator.errors import GoliveError, OutsideError
from generator.workspace import MailOptions


class Transport(Protocol):
    """Something that sends mail."""

    def send(self, name: str, message: EmailMessage) -> bool:
        """Send a mail once; False where a mail of this name was sent before."""


@dataclass(frozen=True)
class Outbox:
    """A folder that holds what was sent, for a person to look at or another program to bring away."""

    folder: Path

    def send(self, name: str, message: EmailMessage) -> bool:
        """Write the mail as NAME.eml, whole or not at all."""
        file = self.folder / f"{name}.eml"
        if file.exists():
            return False
        draft = self.folder / f".{name}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as out:
                out.write(message.as_bytes(policy=SMTP))
                out.flush()
                os.fsync(out.fileno())
            draft.replace(file)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise OutsideError(f"cannot write {file}: {error.strerror}") from None
        return True


def open_transport(options: MailOptions, state: Path) -> Transport:
    """Give the transport that mkdocs.yml names."""
    if options.transport == "outbox":
        return Outbox(state / "outbox")
    raise GoliveError(
        f"mkdocs.yml asks for mail.transport {options.transport!r}, which this version cannot send by; "
        "use outbox, and bring the .eml files away with a program of your own"
    )
