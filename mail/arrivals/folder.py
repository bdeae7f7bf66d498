"""A folder that a mail server fills: a Maildir, or a plain folder of .eml files.

A Maildir's mails are taken from new/ and moved to cur/ as seen (`:2,S`), as every mail program would leave
them. In a plain folder every NAME.eml is taken and moved to taken/; whoever writes there gives a file that
name only when it is whole, by a rename. With `delete` they are removed instead.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutsideError, UsageError
from mail.arrivals import MAX_BYTES, Keep
from mail.durable import by_age, sync
from mail.spool import Envelope

PAUSE_SECONDS = 1


@dataclass(frozen=True)
class MailFolder:
    """One such folder."""

    folder: Path
    delete: bool = False

    @property
    def is_maildir(self) -> bool:
        """Whether it has a Maildir's folders."""
        return all((self.folder / name).is_dir() for name in ("new", "cur"))

    def take(self, keep: Keep, received: str) -> Iterator[tuple[str, str | None]]:
        """Bring every new mail to the spool; gives (file name, id), None for one that is too large.

        Raises OutsideError where the spool or the folder fails; what was given until then is safe.
        """
        for file in self._new():
            try:
                size = file.stat().st_size
                raw = file.read_bytes() if size <= MAX_BYTES else None
            except FileNotFoundError:
                continue  # another of us took it
            except OSError as error:
                raise OutsideError(f"cannot read {file}: {error.strerror}") from None
            message_id = keep(raw, Envelope(received)) if raw is not None else None
            self._acknowledge(file, too_large=raw is None)
            yield file.name, message_id

    def wait(self) -> None:
        """Wait until there may be new mail."""
        time.sleep(PAUSE_SECONDS)

    def _new(self) -> list[Path]:
        if self.is_maildir:
            return [file for file in by_age(self.folder / "new", "[!.]*") if file.is_file()]
        if not self.folder.is_dir():
            raise UsageError(f"there is no folder {self.folder}")
        return [file for file in by_age(self.folder) if file.is_file()]

    def _acknowledge(self, file: Path, *, too_large: bool) -> None:
        """Say thank you: from here on the mail is ours. A mail too large to take is never deleted."""
        try:
            if self.delete and not too_large:
                file.unlink(missing_ok=True)
                return
            if self.is_maildir:
                flags = ":2,F" if too_large else ":2,S"
                goal = self.folder / "cur" / (file.name.partition(":")[0] + flags)
            else:
                goal = self.folder / ("too-large" if too_large else "taken") / file.name
                goal.parent.mkdir(exist_ok=True)
            file.rename(goal)
            sync(goal.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutsideError(f"cannot move {file}: {error.strerror}") from None
