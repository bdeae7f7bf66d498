"""What a carrier is: it connects, then takes one mail after the other, and says how each ended."""

from __future__ import annotations

import email
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from functools import cached_property

from generator.errors import GoliveError, OutsideError


@dataclass(frozen=True)
class Mail:
    """A mail on its way: the bytes that were written to disk, under their name."""

    name: str
    raw: bytes

    @cached_property
    def message(self) -> EmailMessage:
        """The mail, read again."""
        return email.message_from_bytes(self.raw, policy=SMTP)

    def address(self, header: str) -> str:
        """Give the address in From, To or Reply-To; empty where there is none."""
        field = self.message[header]
        return str(field.addresses[0].addr_spec) if field is not None and field.addresses else ""


class NotNow(OutsideError):
    """The mail surely did not leave, and may leave later; `soon` where seconds may be enough."""

    def __init__(self, message: str, *, soon: bool = True) -> None:
        self.soon = soon
        super().__init__(message)


class Refused(GoliveError):
    """The mail surely did not leave, and never will as it is."""


class Unknown(OutsideError):
    """The mail may have left, or not: nobody but a person may send it again."""


# Takes one mail; raises NotNow, Refused or Unknown where it did not surely leave
Carry = Callable[[Mail], None]
# Opens the way; raises NotNow where that fails
Connect = Callable[[], AbstractContextManager[Carry]]
