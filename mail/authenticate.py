"""Whose word is this? The reply address's mac, exactly one From, and what the workspace trusts as its proof.

Each refusal has a name of its own, so that a rep sees at once why a mail waits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from generator.deploy.links import ANY, link_state
from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Entry, numbers
from mail.address import REP, ReplyAddress, read_address
from mail.mime.message import Message

# reason -> (outcome, sentence for the rep)
REFUSALS = {
    "no-reply-address": ("ignore", "it was not sent to a reply address of ours"),
    "several-deals": ("review", "it was sent to the reply addresses of more than one deal"),
    "unknown-deal": ("ignore", "its reply address names a deal that is not here"),
    "closed-deal": ("review", "the deal is closed"),
    "wrong-code": ("review", "the code in its reply address is not one we made, or was renewed since"),
    "other-deal": ("review", "the code in its reply address was made for another deal"),
    "revoked": ("review", "the link of the person it was sent to is revoked"),
    "revoked-sender": ("review", "its sender's own link is revoked"),
    "unknown-person": ("review", "its reply address names a person who is no longer in the plan"),
    "no-single-sender": ("review", "it does not name exactly one sender in From"),
    "removed-outcome": ("review", "the outcome it answers about was taken out of the plan"),
    "not-the-rep": ("review", "only the rep decides what becomes of a review item"),
    "stranger": ("review", "its sender is not in the plan"),
    "new-colleague": ("review", "its sender is not in the plan, but writes from the buyer's own mail domain"),
    "not-proven": ("review", "nothing proves that it comes from the address in From"),
    "replay": ("review", "another mail said the same words to the same reply address on that day"),
    "too-many": ("review", "its sender wrote more about this deal within an hour than a person does"),
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
    rep: str | None = None,
    deals: Collection[str] = (),
) -> Authenticity:
    """Check a mail against the deal that its reply address names.

    `truth` is that deal's plan and journal, None where there is no such deal; `prove` checks a signature,
    None where the workspace trusts the address alone; `rep` is the rep's address where mkdocs.yml sets it;
    `deals` are all deals of the workspace.
    """
    sender_address = message.from_[0].address if len(message.from_) == 1 else ""
    if not addresses or truth is None:
        reason = "unknown-deal" if addresses else "no-reply-address"
        return Authenticity(addresses[0] if addresses else None, sender_address, None, reason)
    plan, entries = truth
    genuine = [a for a in addresses if a.is_ours(keys, entries)]
    address = _one_of(genuine) if genuine else addresses[0]
    sender = plan.person_of(sender_address) if sender_address else None
    reason = _refusal(truth, address, bool(genuine), sender_address, rep)
    if reason == "wrong-code" and address.is_of_another(keys, deals):
        reason = "other-deal"
    if len({a.deal for a in addresses}) > 1:
        reason = "several-deals"
    if reason in ("", "new-colleague") and (prove or address.person == ANY):
        ours = next((to for to in message.to if read_address(to, to.rpartition("@")[2]) == address), "")
        if not (prove and prove(message, ours)):
            reason = "stranger" if reason else "not-proven"
    return Authenticity(address, sender_address, sender, reason)


def by_click(found: Authenticity, plan: Plan, entries: tuple[Entry, ...], keys: Keys) -> Authenticity:
    """Take a one-click request for the word of the person it was made for, while their code is in force."""
    address = found.address
    role = plan.roles.get(address.person) if address and address.is_ours(keys, entries) else None
    if address is None or role is None or not role.email:
        return found
    return Authenticity(address, role.email, address.person, "")


def rep_address(plan: Plan, configured: str | None) -> str | None:
    """Find the rep's address: set in mkdocs.yml, else the plan's first seller role with an email."""
    return configured or next((r.email for _, r in plan.people() if r.side == "seller"), None)


def _one_of(addresses: list[ReplyAddress]) -> ReplyAddress:
    """Of several genuine addresses of one deal, the most particular: a digest says least of what is meant."""
    return min(addresses, key=lambda a: a.about == "0")


def _refusal(truth: Truth, address: ReplyAddress, genuine: bool, sender_address: str, rep: str | None) -> str:
    plan, entries = truth
    links = link_state(entries)
    sender = plan.person_of(sender_address) if sender_address else None
    known = {*dict(plan.people()), ANY, *([REP] if address.is_to_rep else [])}
    for_rep = address.is_to_rep
    checks = (
        ("revoked", links.get(address.person, {}).get("revoked", False)),
        ("wrong-code", not genuine),
        ("unknown-person", address.person not in known),
        ("closed-deal", plan.state == "closed"),
        ("no-single-sender", not sender_address),
        ("not-the-rep", for_rep and not _is_rep(plan, sender_address, rep)),
        ("new-colleague", sender is None and not for_rep and _is_of_buyer(plan, sender_address)),
        ("stranger", sender is None and not for_rep),
        ("revoked-sender", links.get(sender or "", {}).get("revoked", False)),
        ("removed-outcome", _is_removed(truth, address.about)),
    )
    return next((reason for reason, applies in checks if applies), "")


def _is_rep(plan: Plan, sender_address: str, configured: str | None) -> bool:
    """Say whether an address is the rep's, or another one of the same person."""
    rep = rep_address(plan, configured) or ""
    person = plan.person_of(rep)
    return bool(rep) and (
        sender_address == rep or (person is not None and plan.person_of(sender_address) == person)
    )


def _is_of_buyer(plan: Plan, sender_address: str) -> bool:
    """Say whether somebody writes from the mail domain of a buyer in the plan."""
    domains = {(role.email or "").rpartition("@")[2] for _, role in plan.people() if role.side == "buyer"}
    return sender_address.lower().rpartition("@")[2] in domains


def _is_removed(truth: Truth, about: str) -> bool:
    plan, entries = truth
    return about.isdigit() and about != "0" and int(about) not in numbers(entries, plan.by_id).values()
