"""From a raw mail to what it means for a plan: THE ORDER of reading. Changes nothing.

parse -> authenticate -> kind and newest words -> understand -> decide
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from generator.deploy.links import ANY
from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Entry, numbers
from mail.authenticate import Authenticity, Truth, authenticate, by_click, reply_addresses
from mail.click import is_click
from mail.colleague import proposed
from mail.decide import Decision, decide, explain
from mail.invitations.answer import Asked, meaning_of, read_answer
from mail.invitations.ledger import InvitationLedger
from mail.kinds import Kind, kind
from mail.mime.message import Message, parse
from mail.replay import fingerprint, is_replay
from mail.spool import Envelope
from mail.trim import Newest, read
from mail.understand import understand
from mail.understand.updates import Context, Update

if TYPE_CHECKING:
    from mail.signature import Prover

OpenDeal = Callable[[str], Truth | None]


@dataclass(frozen=True)
class Reader:
    """What reading needs to know of the workspace. `prove` is None where the address is trusted alone.

    `rep` is the rep's address where mkdocs.yml sets it, `deals` the ids of all deals; `invitations` is the
    record of those we sent, without which no calendar's answer counts.
    """

    reply_domain: str
    keys: Keys
    prove: Prover | None = None
    rep: str | None = None
    deals: tuple[str, ...] = ()
    invitations: InvitationLedger | None = None


@dataclass(frozen=True)
class Told:
    """What of a mail our answer speaks of: its Message-ID, its words, and what of them was not applied."""

    message_id: str
    words: str
    held: tuple[Update, ...]


@dataclass(frozen=True)
class Reading:
    """One mail, read: who wrote, what is new in it, and what would become of it.

    `received` is the ISO time at which it reached us; `fingerprint` names what was said, to which of our
    addresses, on which day.
    """

    message: Message
    authenticity: Authenticity
    kind: Kind
    newest: Newest
    decision: Decision
    context: Context | None
    received: str
    fingerprint: str = ""

    @property
    def told(self) -> Told:
        """Give what our answer speaks of."""
        said = (*self.decision.updates, *self.decision.held)  # a calendar's answer may come without words
        words = self.newest.text or "; ".join(u.words for u in said)
        return Told(self.message.message_id, words, self.decision.held)

    @property
    def is_of_rep(self) -> bool:
        """Say whether the rep answers about a review item."""
        address = self.authenticity.address
        return address is not None and address.is_to_rep and not self.authenticity.reason

    def to_json(self, file: str) -> dict[str, Any]:
        """Give the `mail read` contract of DESIGN §8."""
        address = self.authenticity.address
        return {
            "file": file,
            "message_id": self.message.message_id,
            "deal": address.deal if address else None,
            "person": address.person if address else None,
            "sender": self.authenticity.sender_address or None,
            "authenticated": not self.authenticity.reason,
            "kind": self.kind.name,
            "new_text": self.newest.text,
            "updates": [update_json(u) for u in self.decision.updates],
            "held": [update_json(u) for u in self.decision.held],
            "outcome": self.decision.outcome,
            "why": self.decision.why,
        }

    def explained(self) -> list[str]:
        """Explain each decision to a rep, in sentences."""
        told = [f"{self.kind.name}: {self.kind.why}"] if self.kind.why else []
        if self.context is None:
            return [*told, self.decision.why]
        return told + explain(self.newest.text, self.decision, self.context, self.newest.dropped)


def update_json(update: Update) -> dict[str, Any]:
    """Give one update with the keys that it has."""
    given: dict[str, Any] = {"milestone": update.milestone, "action": update.action}
    for name in ("on", "to", "name", "email", "reason", "outcome", "kind", "until"):
        value = getattr(update, name)
        if value is not None:
            given[name] = value.isoformat() if isinstance(value, date) else value
    return {**given, "words": update.words}


def read_mail(raw: bytes, envelope: Envelope, reader: Reader, open_deal: OpenDeal) -> Reading:
    """Read a mail as far as it can be read; a refused or unreadable one says why it waits."""
    message = parse(raw, datetime.fromisoformat(envelope.received))
    addresses = reply_addresses(message, envelope.recipient, reader.reply_domain)
    truth = open_deal(addresses[0].deal) if addresses else None
    prove = reader.prove and partial(
        reader.prove, verdicts=envelope.verdicts, envelope_sender=envelope.sender
    )
    authenticity = authenticate(message, addresses, truth, reader.keys, prove, reader.rep, reader.deals)
    if truth and is_click(message, addresses[0], reader.reply_domain, reader.keys):
        authenticity = by_click(authenticity, *truth, reader.keys)
    newest = read(message)
    found = kind(message, newest.text)
    if truth is None or authenticity.address is None:
        refused = Decision(outcome="ignore", updates=(), held=(), why=authenticity.why, notes=())
        return Reading(message, authenticity, found, newest, refused, None, envelope.received)
    context = _context(message, authenticity, truth)
    answered = message.calendar or "" if found.name == "auto" else ""
    said = fingerprint(authenticity.address, newest.text + answered, context.sent)
    if not authenticity.reason and is_replay(truth[1], message.message_id, said):
        authenticity = replace(authenticity, reason="replay")
    reading = Reading(message, authenticity, found, newest, _NOTHING, context, envelope.received, said)
    sent_at = message.date or datetime.fromisoformat(envelope.received)
    decision = _by_calendar(reading, truth, reader, sent_at) or _decide(reading, truth, sent_at)
    if message.fault and decision.outcome != "ignore":
        decision = replace(decision, outcome="review", updates=(), why=message.fault)
    return replace(reading, decision=decision)


_NOTHING = Decision("ignore", (), (), "says nothing about the plan")


def _decide(reading: Reading, truth: Truth, sent_at: datetime) -> Decision:
    context, kind_name = reading.context, reading.kind.name
    assert context is not None
    if reading.is_of_rep and kind_name in ("reply", "unsubscribe"):
        about = reading.authenticity.address.about[1:] if reading.authenticity.address else ""
        return Decision("apply", (), (), f"the rep's answer about review item {about}")
    updates = understand(reading.newest.answers, context) if kind_name == "reply" else []
    why = reading.authenticity.why
    if reading.authenticity.reason == "new-colleague" and kind_name == "reply":
        updates, why = proposed(reading.message.from_[0], context, updates)
    return decide(
        updates,
        context,
        kind_name,
        not reading.authenticity.reason,
        why,
        lambda milestone: last_applied(truth[1], milestone),
        sent_at,
    )


def _by_calendar(reading: Reading, truth: Truth, reader: Reader, sent_at: datetime) -> Decision | None:
    """Decide on a calendar's answer to an invitation of ours; None where it is none, or not proven to be."""
    context, address = reading.context, reading.authenticity.address
    if reading.kind.name != "auto" or reading.authenticity.reason or reader.invitations is None:
        return None
    answer = read_answer(reading.message.calendar or "")
    if answer is None or context is None or address is None:
        return None
    invited = reader.invitations.answered(address.deal, address.person, answer.uid, answer.sequence)
    if invited is None:
        return Decision("ignore", (), (), "a calendar's answer to no invitation of ours that still stands")
    asked = Asked(*truth, context.sender, address.person, address.about, context.sent)
    updates, why = meaning_of(answer, invited, asked)
    if not updates:
        return Decision("ignore", (), (), why)
    found = decide(updates, context, "reply", True, "", lambda m: last_applied(truth[1], m), sent_at)
    return replace(found, why=why)


def last_applied(entries: Iterable[Entry], milestone: str) -> datetime | None:
    """Say when somebody last told us something of this milestone by mail."""
    times = [e.when for e in entries if e.by == "mail" and any(c.milestone == milestone for c in e.changes)]
    return max(times, default=None)


def has_stopped(entries: Iterable[Entry], person: str) -> bool:
    """Say whether this person (or `rep`) asked for no more mails; whoever has the role after them did not."""
    stopped, address = False, None
    for entry in entries:
        known = entry.links.get(person, {}).get("email")
        if known and address and known != address:
            stopped = False
        address = known or address
        stopped = stopped or entry.evidence.get("stop") == person
    return stopped


def _context(message: Message, authenticity: Authenticity, truth: Truth) -> Context:
    plan, entries = truth
    address = authenticity.address
    assert address is not None
    about, milestones = _about(address.about, plan, entries)
    role = plan.roles.get(authenticity.sender or address.person)
    return Context(
        plan=plan,
        numbers=numbers(entries, plan.by_id),
        person=address.person if address.person in plan.roles else ANY,
        sender=authenticity.sender,
        about=about,
        about_milestones=milestones,
        sent=_sent_day(message, plan, role.timezone if role else None),
        locale=(role.locale if role else None) or plan.buyer.locale,
        subject=message.subject,
    )


def _about(about: str, plan: Plan, entries: tuple[Entry, ...]) -> tuple[str, tuple[str, ...]]:
    """Say what an address was made for: ("digest" | milestone id | "receipt" | ..., milestones concerned)."""
    if about == "0":
        return "digest", ()
    if about.isdigit():
        by_number = {number: milestone for milestone, number in numbers(entries, plan.by_id).items()}
        milestone = by_number.get(int(about))
        return (milestone, (milestone,)) if milestone else ("removed", ())
    if about.startswith("u"):
        line = int(about[1:])
        changes = entries[line - 1].changes if 0 < line <= len(entries) else ()
        return "receipt", tuple(dict.fromkeys(c.milestone for c in changes if c.milestone in plan.by_id))
    return ("question" if about.startswith("q") else "review"), ()


def _sent_day(message: Message, plan: Plan, timezone: str | None) -> date:
    """The day on which it was written, where it was written; in the buyer's zone if only UTC is said."""
    sent = message.date or datetime.now(UTC)
    if message.date and message.offset_known:
        return sent.date()
    return sent.astimezone(ZoneInfo(timezone or plan.buyer.timezone)).date()
