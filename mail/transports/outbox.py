"""The outbox: a folder of .eml files that any mail program opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from generator.errors import OutsideError
from mail.durable import sync, write
from mail.transports.carriers import Mail
from mail.transports.ledger import Posted


@dataclass(frozen=True)
class Outbox:
    """A folder that holds what was sent, for a person to look at or another program to bring away."""

    folder: Path

    def send(self, name: str, message: EmailMessage) -> bool:
        """Write the mail as NAME.eml, whole or not at all; False where it lies there already."""
        file = self.folder / f"{name}.eml"
        if file.exists():
            return False
        write_mail(file, message)
        return True

    def deliver(self) -> Sequence[Posted]:
        """Nothing waits here."""
        return ()

    def posted(self) -> Sequence[Posted]:
        """List the files."""
        found = []
        for file in sorted(self.folder.glob("*.eml")):
            when = datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
            to = Mail(file.stem, file.read_bytes()).address("To")
            found.append(Posted(file.stem, to, "written", when, when))
        return found


def write_mail(file: Path, message: EmailMessage) -> None:
    """Write a mail's bytes so that after a crash they are there whole or not at all; raises OutsideError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, message.as_bytes(policy=SMTP))
        sync(file.parent)
    except OSError as error:
        raise OutsideError(f"cannot write {file}: {error.strerror}") from None
