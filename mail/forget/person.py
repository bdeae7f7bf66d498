"""Whom we forget: their addresses, and what stands in our records in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.errors import UsageError
from generator.keys import Keys

_PURPOSE = "forgotten"
_ADDRESS = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,255}")


@dataclass(frozen=True)
class Forgotten:
    """A person with all their addresses, lower case. `keys` make the alias, which only we can make again."""

    addresses: frozenset[str]
    keys: Keys

    def alias(self, address: str) -> str:
        """Give the name that stands for one of the addresses: the same on every run."""
        return f"forgotten-{self.stand_in(address, 16)}"

    def stand_in(self, address: str, length: int) -> str:
        """Give a word of this many letters that stands for an address, so that a file keeps its length."""
        made = ""
        while len(made) < length:
            made += self.keys.code(_PURPOSE, address.lower(), len(made), length=26)
        return made[:length]

    def has(self, address: str) -> bool:
        """Say whether this is one of the person's addresses."""
        return address.strip().lower() in self.addresses

    def is_named_in(self, text: str) -> bool:
        """Say whether a text holds one of the addresses."""
        return self._anywhere.search(text) is not None

    def without(self, value: Any) -> Any:
        """Put the alias in place of every address in a text, or in all texts of a list or mapping."""
        if isinstance(value, str):
            return self._anywhere.sub(lambda found: self.alias(found[0]), value)
        if isinstance(value, (list, tuple)):
            return type(value)(self.without(one) for one in value)
        if isinstance(value, dict):
            return {key: self.without(one) for key, one in value.items()}
        return value

    def overwritten(self, raw: bytes) -> bytes:
        """Put a word of the same length in place of every address in some bytes."""
        return self._bytes.sub(lambda f: self.stand_in(f[0].decode("utf-8"), len(f[0])).encode(), raw)

    @cached_property
    def _bytes(self) -> re.Pattern[bytes]:
        return re.compile(_either(self.addresses).encode("utf-8"), re.IGNORECASE)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(_either(self.addresses), re.IGNORECASE)


def _either(addresses: frozenset[str]) -> str:
    """Give a pattern for any of some addresses, but not for one that only ends or begins like them."""
    either = "|".join(re.escape(address) for address in sorted(addresses))
    return rf"(?<![\w.+-])(?:{either})(?!\.?[\w-])"


def address_of(given: str) -> str:
    """Read an email address; raises UsageError for anything else."""
    address = given.strip().lower()
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"{given!r} is no email address; write one, as in: jane@acme.example")
    return address
