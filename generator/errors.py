"""What can go wrong, as sentences for the person who can mend it.

Two kinds, never mixed:

    Fault           a value: a mistake in a file that a person writes, with its place; all are found at once
    GoliveError     an exception: the command cannot go on; printed as a sentence, exit code 1
     ├── FaultsError    the file's faults are such that nothing can be built from it
     ├── UsageError     the command names something that does not exist; exit code 2
     └── OutsideError   disk, network or another program failed; worth trying again (mail: exit code 75)
      └── ConflictError  somebody else publishes the same deal right now
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in a file, with the place where it stands.

    `line` counts from 1; 0 means the file as a whole. `where` is the path of keys inside the file, as in
    `milestones.security-cleared.owner`.
    """

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.where}: {self.message}" if self.where else f"{place}: {self.message}"


class GoliveError(Exception):
    """Something stops the command; the message says what, in a sentence for the person at the keyboard."""

    exit_code = 1


class FaultsError(GoliveError):
    """A file has faults that must be mended first; the message lists every one with its line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(f) for f in self.faults))

    def __reduce__(self) -> tuple[type[FaultsError], tuple[list[Fault]]]:
        """Travel between processes with the faults themselves."""
        return type(self), (self.faults,)


class UsageError(GoliveError):
    """The command names something that is not there, such as a deal or a person."""

    exit_code = 2


class OutsideError(GoliveError):
    """Disk, network or another program failed us; trying again later may help."""


class ConflictError(OutsideError):
    """Somebody else publishes the same deal right now; nothing of theirs was touched."""
