"""Small private records beside what is served; one is written only if nobody wrote it since it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Moved(Exception):
    """Somebody else wrote the record since we read it; nothing was written."""


@dataclass(frozen=True)
class Record:
    """A record as it is now; `tag` names this version, `age_seconds` tells how long ago it was written."""

    content: bytes
    tag: str
    age_seconds: float


class Records(Protocol):
    """Records by name, for all who publish to one target."""

    def tags(self) -> dict[str, str]:
        """Give the tag of every deal's record: name -> tag."""

    def read(self, name: str) -> Record | None:
        """Read a record; None where there is none."""

    def write(self, name: str, content: bytes, tag: str) -> str:
        """Replace the version `tag` ("": there is none yet); gives the new tag. Raises Moved."""

    def remove(self, name: str) -> None:
        """Take a record away; one that is gone already is fine."""
