"""Whose word is this? The reply address's mac, exactly one From, and what the workspace trusts as its proof.

Each refusal has a name of its own, so that a rep sees at once why a mail waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.deploy.links import ANY, link_state
from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Entry
from mail.address import ReplyAddress, read_address
from mail.mime.message import Message

# reason -> (outcome, sentence for the rep)
REFUSALS = {
    "no-reply-address": ("ignore", "it was not sent to a reply address of ours"),
    "several-deals": ("review", "it was sent to the reply addresses of more than one deal"),
    "unknown-deal": ("ignore", "its reply address names a deal that is not here"),
    "closed-deal": ("review", "the deal is closed"),
    "wrong-code": ("review", "the code in its reply address is not one we made, or was renewed since"),
    "revoked": ("review", "the link of the person it was sent to is revoked"),
    "unknown-person": ("review", "its reply address names a person who is no longer in the plan"),
    "no-single-sender": ("review", "it does not name exactly one sender in From"),
    "stranger": ("review", "its sender is not in the plan"),
    "not-proven": ("review", "nothing proves that it comes from the address in From"),
}

Truth = tuple[Plan, tuple[Entry, ...]]
Prove = Callable[[Message, str], bool]  # (message, our address) -> does a signature prove its From?


@dataclass(frozen=True)
class Authenticity:
    """Who wrote, about which deal, and whether that may be believed.

    `reason` is empty when the mail may change the plan, else a key of REFUSALS.
    """

    address: ReplyAddress | None
    sender_address: str
    sender: str | None
    reason: str

    @property
    def why(self) -> str:
        """The reason as a sentence."""
        return REFUSALS[self.reason][1] if self.reason else "reply address and sender are right"

    @property
    def outcome(self) -> str:
        """What becomes of a mail that is refused: ignore or review."""
        return REFUSALS[self.reason][0] if self.reason else ""


def reply_addresses(message: Message, recipient: str, domain: str) -> list[ReplyAddress]:
    """Find our reply addresses among the recipients of a mail, in order and once each."""
    found = [read_address(address, domain) for address in (recipient, *message.to) if address]
    return list(dict.fromkeys(a for a in found if a is not None))


def authenticate(
    message: Message,
    addresses: list[ReplyAddress],
    truth: Truth | None,
    keys: Keys,
    prove: Prove | None,
) -> Authenticity:
    """Check a mail against the deal that its reply address names.

    `truth` is that deal's plan and journal, None where there is no such deal; `prove` checks a signature,
    None where the workspace trusts the address alone.
    """
    sender_address = message.from_[0].address if len(message.from_) == 1 else ""
    if not addresses or truth is None:
        reason = "unknown-deal" if addresses else "no-reply-address"
        return Authenticity(addresses[0] if addresses else None, sender_address, None, reason)
    plan, entries = truth
    genuine = [a for a in addresses if a.is_ours(keys, entries)]
    address = _one_of(genuine) if genuine else addresses[0]
    sender = plan.person_of(sender_address) if sender_address else None
    reason = _refusal(plan, entries, address, bool(genuine), sender_address, sender)
    if len({a.deal for a in addresses}) > 1:
        reason = "several-deals"
    if not reason and (prove or address.person == ANY):
        ours = next((to for to in message.to if read_address(to, to.rpartition("@")[2]) == address), "")
        reason = "" if prove and prove(message, ours) else "not-proven"
    return Authenticity(address, sender_address, sender, reason)


def _one_of(addresses: list[ReplyAddress]) -> ReplyAddress:
    """Of several genuine addresses of one deal, the most particular: a digest says least of what is meant."""
    return min(addresses, key=lambda a: a.about == "0")


def _refusal(
    plan: Plan,
    entries: tuple[Entry, ...],
    address: ReplyAddress,
    genuine: bool,
    sender_address: str,
    sender: str | None,
) -> str:
    known = {*dict(plan.people()), ANY}
    checks = (
        ("revoked", link_state(entries).get(address.person, {}).get("revoked", False)),
        ("wrong-code", not genuine),
        ("unknown-person", address.person not in known),
        ("closed-deal", plan.state == "closed"),
        ("no-single-sender", not sender_address),
        ("stranger", sender is None),
    )
    return next((reason for reason, applies in checks if applies), "")
