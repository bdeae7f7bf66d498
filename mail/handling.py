"""THE ORDER for a mail that was read: apply, publish, answer, hand the rest to the rep.

Cut short by a crash, it is done again and comes to the same: the journal knows a message by its id, the
outbox a mail by its name, the queue an item by its message and part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from generator.deploy.links import links
from generator.deploy.publish import Opened, Publisher
from generator.errors import GoliveError, OutsideError
from generator.record.journal import Change, Entry, find
from generator.record.truth import commit
from generator.workspace import MailOptions
from mail import compose
from mail.address import REP, Addresses
from mail.authenticate import REFUSALS
from mail.compose import Desk
from mail.effect import changes_of, held_words
from mail.letter import Letter
from mail.read import Reading, has_stopped, update_json
from mail.review.answers import RepAnswers
from mail.review.meaning import meaning
from mail.review.pace import Pace
from mail.review.queue import FLOOD, HELD, WHOLE, Item, Queue
from mail.review.referral import item_of, put_flood, shown_reasons
from mail.review.rulings import Rulings
from mail.rhythm.said import RHYTHM, Said
from mail.transports import Transport
from mail.understand.updates import Update

EVIDENCE_CHARACTERS = 4000


@dataclass(frozen=True)
class Handling:
    """What becomes of mails; `signed` says whether senders are proven by signature."""

    options: MailOptions
    publisher: Publisher
    transport: Transport
    signed: bool

    def settle(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        """Bring a read mail to its end, under its deal's lock; gives the `mail receive` contract."""
        result = reading.to_json("")
        known = find(opened.entries, reading.message.message_id)
        if known is not None and known.changes:  # a crash came between the journal line and its receipt
            self._publish_and_answer(opened, known, reading)
            return {**result, "outcome": "apply"}
        heeded = reading.decision.outcome != "ignore" and not reading.is_of_rep
        if heeded and self._is_too_fast(reading):
            return self._flooded(opened, reading)
        if reading.kind.back_on and not reading.authenticity.reason:
            self.said.note_away(reading.authenticity.sender_address, reading.kind.back_on)
        if reading.kind.name == "unsubscribe" and not reading.authenticity.reason:
            self._stop_mails(opened, reading)
        if reading.is_of_rep:
            return self._rep_answers(opened, reading)
        match reading.decision.outcome:
            case "apply":
                return self._apply(opened, reading)
            case "ask":
                self._send(compose.question(self._desk(opened), self._sender(reading), reading))
            case "review":
                self._refer(opened, reading, WHOLE, [reading.decision.why], reading.decision.held)
        return result

    def _rep_answers(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        if reading.kind.name != "reply":
            return reading.to_json("")
        address = reading.authenticity.address
        if address and not address.about.startswith("r"):  # the day's notes speak of several plans
            why = "an answer to the day's notes: say for this plan what is right, or drop it"
            self._refer(opened, reading, WHOLE, [why], ())
            return {**reading.to_json(""), "outcome": "review", "updates": [], "why": why}
        return RepAnswers(self.rulings, self._tell_rep).settle(opened, reading)

    def _is_too_fast(self, reading: Reading) -> bool:
        who = reading.authenticity
        deal = who.address.deal if who.address else ""
        sender = f"{who.reason}:{who.sender_address}"  # a forged From must not use up the real one's count
        received = datetime.fromisoformat(reading.received)
        return self.pace.is_too_fast(deal, sender, reading.message.message_id, received)

    def _flooded(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        """Keep one mail too many for the rep, who is told of a flood once."""
        item, is_first = put_flood(self.queue, self._item(opened, reading, FLOOD, [], ()))
        if is_first:
            self._tell_rep(opened, item)
        held = [update_json(u) for u in (*reading.decision.updates, *reading.decision.held)]
        why = REFUSALS["too-many"][1]
        return {**reading.to_json(""), "outcome": "review", "updates": [], "held": held, "why": why}

    def _apply(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        result = reading.to_json("")
        try:
            changes = changes_of(opened, reading)
            if not any(c.fields for c in changes):
                return self._nothing_new(opened, reading, changes)
            entry = self._entry(opened, reading, [c for c in changes if c.fields])
            plan, entries = commit(opened.deal, opened.entries, entry, self.publisher.clock.latest_day())
        except OutsideError:
            raise
        except GoliveError as error:  # also faults that the plan would have: it had none when it was opened
            decision = reading.decision
            self._refer(opened, reading, WHOLE, [str(error)], (*decision.updates, *decision.held))
            held = [*result["updates"], *result["held"]]
            return {**result, "outcome": "review", "updates": [], "held": held, "why": str(error)}
        self._publish_and_answer(replace(opened, plan=plan, entries=entries), entries[-1], reading)
        return result

    def _nothing_new(self, opened: Opened, reading: Reading, changes: list[Change]) -> dict[str, Any]:
        result = reading.to_json("")
        if changes:
            result["why"] = "the plan says so already"
            self._send(compose.already(self._desk(opened), self._sender(reading), reading))
        elif not reading.decision.held:  # a comment: it waits for nobody
            self._tell_rep(opened, self._item(opened, reading, WHOLE, [reading.decision.why], ()))
        self._refer_rest(opened, reading)
        return result

    def _publish_and_answer(self, opened: Opened, entry: Entry, reading: Reading) -> None:
        self.publisher.put_shared()
        self.publisher.publish_opened(opened)
        self._send(compose.receipt(self._desk(opened), self._sender(reading), entry, reading.told))
        self._refer_rest(opened, reading)

    def _refer_rest(self, opened: Opened, reading: Reading) -> None:
        """Hand to the rep what of an applied mail was held, and the reasons that pages do not show yet."""
        held = reading.decision.held
        if held:
            self._refer(opened, reading, HELD, [held_words(u) for u in held], held)
        for part, why, update in shown_reasons(reading.decision.updates):
            self._refer(opened, reading, part, [why], (update,))

    def _refer(
        self, opened: Opened, reading: Reading, part: str, why: list[str], updates: Sequence[Update]
    ) -> None:
        self._tell_rep(opened, self.queue.put(self._item(opened, reading, part, why, updates)))

    def _item(
        self, opened: Opened, reading: Reading, part: str, why: list[str], updates: Sequence[Update]
    ) -> Item:
        return item_of(opened.deal.id, reading, part, why, updates, signed=self.signed)

    @property
    def queue(self) -> Queue:
        """What waits for the rep."""
        return Queue(self.publisher.workspace.state / "review")

    @property
    def said(self) -> Said:
        """What was said unasked, and who is away."""
        return Said(self.publisher.workspace.state / RHYTHM)

    @property
    def pace(self) -> Pace:
        """How fast people write."""
        return Pace(self.publisher.workspace.state / "pace")

    @property
    def rulings(self) -> Rulings:
        """Where the rep decides."""
        return Rulings(self.publisher, self.queue, self._desk, self._send)

    def _entry(self, opened: Opened, reading: Reading, changes: list[Change]) -> Entry:
        message = reading.message
        return Entry(
            id=message.message_id,
            when=message.date or self.publisher.clock.now(),
            who=reading.authenticity.sender or "any",
            by="mail",
            before="",
            after="",
            changes=tuple(changes),
            evidence={
                "from": reading.authenticity.sender_address,
                "proof": "signature" if self.signed else "address",
                "words": reading.newest.text[:EVIDENCE_CHARACTERS],
                "said": reading.fingerprint,
            },
        )

    def _stop_mails(self, opened: Opened, reading: Reading) -> None:
        """Obey a request for no more mails at once: it stands in the journal, and no mail answers it."""
        person = REP if reading.is_of_rep else reading.authenticity.sender
        if find(opened.entries, reading.message.message_id) is None:
            entry = replace(self._entry(opened, reading, []), evidence={"stop": person})
            commit(opened.deal, opened.entries, entry, self.publisher.clock.latest_day())

    def _tell_rep(self, opened: Opened, item: Item, problem: str = "", answering: str = "") -> None:
        if has_stopped(opened.entries, REP) or (item.state != "open" and not problem):
            return
        found = meaning(opened, item, self.publisher.clock.latest_day())
        why = [*([problem] if problem else []), *item.why]
        letter = compose.review(self._desk(opened), item, found.diff(), why, answering)
        if letter:
            self._send(letter)

    def _send(self, letter: Letter) -> None:
        self.transport.send(letter.name, letter.to_message())

    def _sender(self, reading: Reading) -> str:
        return reading.authenticity.sender or (reading.context.person if reading.context else "any")

    def _desk(self, opened: Opened) -> Desk:
        return open_desk(opened, self.publisher, self.options)


def open_desk(opened: Opened, publisher: Publisher, options: MailOptions) -> Desk:
    """Lay out what is needed to write about a deal."""
    found = links(opened.deal.id, opened.plan, opened.entries, publisher.keys)
    return Desk(
        facts=publisher.facts(opened),
        links={link.person: link for link in found},
        addresses=Addresses(opened.deal.id, options.reply_domain, publisher.keys, opened.entries),
        options=options,
        url=publisher.workspace.options.url,
        now=publisher.clock.now(),
    )
