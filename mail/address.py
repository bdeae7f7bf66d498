"""The reply address: a capability that says whom we wrote to and about what.

`<deal>.<person>.<about>.<mac>@<reply domain>`, lower case, at most 64 characters before the @ (RFC 5321
4.5.3.1.1), read from the right. `about` is `0` for the digest, `N` for milestone N, `uN` for the receipt of
journal line N, `rN` for a review item and `qN` for a question we asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.deploy.links import ANY, generation
from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Entry

MAC_CHARACTERS = 16
DIGEST = "digest"
REP = "rep"  # the person who decides about review items; like `any`, no role
_PURPOSE = "reply"
_EARLY = range(3)  # generations of a link that are looked for in other deals
_ABOUT = re.compile(r"([urq]?)(0|[1-9]\d{0,5})")


@dataclass(frozen=True)
class ReplyAddress:
    """One reply address, as it was read; `mac` is not yet checked."""

    deal: str
    person: str
    about: str
    mac: str

    @property
    def is_to_rep(self) -> bool:
        """Say whether it answers a review item, which only the rep may do."""
        return self.person == REP and self.about.startswith("r")

    def is_of_another(self, keys: Keys, deals: Iterable[str]) -> bool:
        """Say whether the code is a right one, made for another of these deals."""
        return any(
            keys.opens(self.mac, _PURPOSE, deal, self.person, self.about, since)
            for deal in deals
            for since in _EARLY
            if deal != self.deal
        )

    def is_ours(self, keys: Keys, entries: Iterable[Entry]) -> bool:
        """Say whether we made this address and it is still in force, in constant time."""
        since = generation(entries, self.person)
        return keys.opens(self.mac, _PURPOSE, self.deal, self.person, self.about, since)


@dataclass(frozen=True)
class Addresses:
    """Makes the reply addresses of one deal."""

    deal: str
    domain: str
    keys: Keys
    entries: tuple[Entry, ...]

    def make(self, person: str, about: str) -> str:
        """Give the address for answers of this person about `0`, `N`, `uN`, `rN` or `qN`."""
        since = generation(self.entries, person)
        mac = self.keys.code(_PURPOSE, self.deal, person, about, since, length=MAC_CHARACTERS)
        return f"{self.deal}.{person}.{about}.{mac}@{self.domain}"


def read_address(address: str, domain: str) -> ReplyAddress | None:
    """Read an address at our reply domain; None where it has another form or domain."""
    local, at, host = address.strip().lower().rpartition("@")
    parts = local.rsplit(".", 3)
    if not at or host != domain.lower() or len(parts) != 4 or len(local) > 64:
        return None
    deal, person, about, mac = parts
    if not _ABOUT.fullmatch(about) or not re.fullmatch(rf"[a-z2-7]{{{MAC_CHARACTERS}}}", mac):
        return None
    return ReplyAddress(deal, person, about, mac)


def all_addresses(
    plan: Plan, numbers: dict[str, int], addresses: Addresses, person: str | None, about: str | None
) -> Iterator[dict[str, str]]:
    """List {person, about, address} for everybody (and `any`) and everything that is left open."""
    people = [person] if person else [*(p for p, _ in plan.people()), ANY]
    subjects = {DIGEST: "0", **{milestone: str(number) for milestone, number in numbers.items()}}
    for who in people:
        for subject in [about] if about else subjects:
            yield {"person": who, "about": subject, "address": addresses.make(who, subjects[subject])}


def reply_addresses_for(
    domain: str, keys: Keys
) -> Callable[[str, tuple[Entry, ...]], Callable[[str, str], str]]:
    """Give what pages need to offer replies: (deal, journal) -> (person, about) -> address.

    There `about` is "digest" or a milestone's number as text.
    """

    def of_deal(deal: str, entries: tuple[Entry, ...]) -> Callable[[str, str], str]:
        addresses = Addresses(deal, domain, keys, entries)
        return lambda person, about: addresses.make(person, "0" if about == DIGEST else about)

    return of_deal
