"""Ways in: each brings raw mails to the spool, and acknowledges one only when it is durable there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from mail.spool import Envelope

__all__ = ["MAX_BYTES", "Keep", "Source"]

MAX_BYTES = 30_000_000  # what mail providers let through
# (raw bytes, envelope) -> id; raises OutsideError where the disk does not take it
Keep = Callable[[bytes, Envelope], str]


class Source(Protocol):
    """A place where mails lie."""

    def take(self, keep: Keep, received: str) -> Iterator[tuple[str, str | None]]:
        """Bring every new mail to the spool; gives (its name there, id), None for one that is too large.

        Raises OutsideError where the spool or the place fails; what was given until then is safe.
        """

    def wait(self) -> None:
        """Wait until there may be new mail."""
