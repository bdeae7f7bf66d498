"""THE ORDER of incoming mail: spool, read, apply, publish, answer, settle.

Each message ends in exactly one of applied, asked, review, ignored. Everything between claiming a message
and settling it may be cut short by a crash and is finished by the next run: the journal knows a message by
its id, the outbox a mail by its name, the store a file by its hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from generator.deploy.links import links
from generator.deploy.publish import Opened, Publisher
from generator.errors import FaultsError, GoliveError
from generator.plan.source import read_source
from generator.record.changes import Report, change_for, undo
from generator.record.journal import Change, Entry, find
from generator.record.truth import Deal, commit, locked
from generator.workspace import MailOptions, Workspace
from mail import compose
from mail.address import Addresses
from mail.authenticate import reply_addresses
from mail.compose import Desk
from mail.mime.message import parse
from mail.read import Reader, Reading, read_mail
from mail.signature import DnsFailure
from mail.spool import Envelope, Spool
from mail.transports import Transport
from mail.understand.updates import Update

EVIDENCE_CHARACTERS = 4000
_WRITTEN = frozenset({"done", "start", "move", "block", "reopen", "assign", "confirm"})


@dataclass(frozen=True)
class Inbox:
    """The incoming side of a workspace's mail."""

    workspace: Workspace
    options: MailOptions
    publisher: Publisher
    reader: Reader
    spool: Spool
    transport: Transport

    def receive(self, raw: bytes, recipient: str = "") -> dict[str, Any]:
        """Keep a message and settle it; gives the `mail receive` contract of DESIGN §8."""
        envelope = Envelope(received=self.publisher.clock.now().isoformat(), recipient=recipient)
        return self.settle(self.spool.put(raw, envelope))

    def settle(self, message_id: str) -> dict[str, Any]:
        """Bring one spooled message to its end; a second time it only says how it ended."""
        with self.spool.claimed(message_id) as raw:
            envelope = self.spool.envelope(message_id)
            message = parse(raw, datetime.fromisoformat(envelope.received))
            ended = self.spool.outcome(message.message_id)
            if ended is not None:
                self.spool.settle(message_id, message.message_id, ended)
                return {
                    **ended,
                    "why": f"received before, nothing changed ({ended['outcome']}: {ended['why']})",
                }
            ours = reply_addresses(message, envelope.recipient, self.options.reply_domain)
            try:
                result = self._settle_for(ours[0].deal if ours else "", raw, envelope)
            except FaultsError as error:
                return self._waiting(raw, envelope, f"the plan has faults: {error.faults[0]}")
            except DnsFailure as error:
                return self._waiting(raw, envelope, str(error))
            self.spool.settle(message_id, message.message_id, result)
            return result

    def settle_waiting(self) -> None:
        """Settle what an earlier run had to leave: a crash, a plan with faults, a silent DNS."""
        for message_id in self.spool.waiting():
            self.settle(message_id)

    def _waiting(self, raw: bytes, envelope: Envelope, why: str) -> dict[str, Any]:
        """Leave a message in the spool, to be read again with the next one."""
        reading = read_mail(raw, envelope, self.reader, lambda _deal: None)
        return {**reading.to_json(""), "outcome": "review", "why": f"waits in the spool: {why}"}

    def _settle_for(self, deal: str, raw: bytes, envelope: Envelope) -> dict[str, Any]:
        if deal not in self.workspace.deals():
            return read_mail(raw, envelope, self.reader, lambda _deal: None).to_json("")
        one = Deal(deal, self.workspace.folder(deal), self.workspace.state)
        with locked(one):
            opened = self.publisher.open_locked(one)
            before = _before(opened.entries, parse(raw).message_id)
            truth = (opened.plan, before)
            reading = read_mail(raw, envelope, self.reader, lambda d: truth if d == deal else None)
            return self._carry_out(opened, reading)

    def _carry_out(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        result = reading.to_json("")
        known = find(opened.entries, reading.message.message_id)
        aside = _aside(reading)
        if known is not None:  # a crash came between the journal line and its receipt
            self._publish_and_answer(opened, known, reading, aside)
            return {**result, "outcome": "apply"}
        match reading.decision.outcome:
            case "apply":
                return self._apply(opened, reading, aside)
            case "ask":
                self._send(compose.question(self._desk(opened), self._sender(reading), reading))
            case "review":
                self._tell_rep(opened, reading, [reading.decision.why])
        if reading.kind.name == "unsubscribe" and not reading.authenticity.reason:
            self._stop_mails(opened, reading)
        return result

    def _apply(self, opened: Opened, reading: Reading, aside: Sequence[str]) -> dict[str, Any]:
        result = reading.to_json("")
        try:
            changes = self._changes(opened, reading)
            if not changes:
                self._tell_rep(
                    opened, reading, [reading.decision.why, *map(_held_words, reading.decision.held)]
                )
                return result
            if not any(c.fields for c in changes):
                self._send(compose.already(self._desk(opened), self._sender(reading), reading))
                return {**result, "why": "the plan says so already"}
            entry = self._entry(opened, reading, [c for c in changes if c.fields])
            plan, entries = commit(opened.deal, opened.entries, entry, self.publisher.clock.latest_day())
        except GoliveError as error:
            if error.exit_code == 1 and not isinstance(error, FaultsError):
                self._tell_rep(opened, reading, [str(error)])
                return {
                    **result,
                    "outcome": "review",
                    "updates": [],
                    "held": result["updates"],
                    "why": str(error),
                }
            raise
        self._publish_and_answer(replace(opened, plan=plan, entries=entries), entries[-1], reading, aside)
        return result

    def _publish_and_answer(
        self, opened: Opened, entry: Entry, reading: Reading, aside: Sequence[str]
    ) -> None:
        self.publisher.put_shared()
        self.publisher.publish_opened(opened)
        self._send(compose.receipt(self._desk(opened), self._sender(reading), entry, reading, aside))
        if reading.decision.held:
            self._tell_rep(opened, reading, [_held_words(u) for u in reading.decision.held])

    def _changes(self, opened: Opened, reading: Reading) -> list[Change]:
        """Turn updates into the fields they change; `undo` answers the receipt of a journal line."""
        data = read_source(opened.deal.plan_file, opened.deal.label).data
        changes: list[Change] = []
        for update in reading.decision.updates:
            if update.action == "undo":
                changes += self._undo(opened, reading, data, update)
            elif update.action in _WRITTEN and update.milestone:
                changes.append(change_for(opened.plan, data, _report(reading, update)))
        return changes

    def _undo(self, opened: Opened, reading: Reading, data: Any, update: Update) -> list[Change]:
        address = reading.authenticity.address
        line = int(address.about[1:]) if address and address.about.startswith("u") else 0
        if not 0 < line <= len(opened.entries):
            return []
        back, since = undo(data, opened.entries[line - 1], update.words)
        if since and not back:
            raise GoliveError(
                "what this receipt speaks of has changed since, so it cannot be undone by itself"
            )
        return back

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
                "proof": "signature" if self.reader.prove else "address",
                "words": reading.newest.text[:EVIDENCE_CHARACTERS],
            },
        )

    def _stop_mails(self, opened: Opened, reading: Reading) -> None:
        """Obey a request for no more mails at once: it stands in the journal, and no mail answers it."""
        entry = replace(self._entry(opened, reading, []), evidence={"stop": reading.authenticity.sender})
        commit(opened.deal, opened.entries, entry, self.publisher.clock.latest_day())

    def _tell_rep(self, opened: Opened, reading: Reading, reasons: list[str]) -> None:
        letter = compose.review(self._desk(opened), reading, reasons)
        if letter:
            self._send(letter)

    def _send(self, letter: Any) -> None:
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


def has_stopped(entries: Sequence[Entry], person: str) -> bool:
    """Say whether this person asked for no more mails."""
    return any(entry.evidence.get("stop") == person for entry in entries)


def _before(entries: tuple[Entry, ...], message_id: str) -> tuple[Entry, ...]:
    """The journal as it was before this message, so that reading it again reads the same."""
    known = find(entries, message_id)
    return entries[: known.line - 1] if known else entries


def _report(reading: Reading, update: Update) -> Report:
    assert update.milestone is not None and reading.context is not None
    return Report(
        milestone=update.milestone,
        action=update.action,
        day=reading.context.sent,
        by=reading.authenticity.sender or "",
        words=update.words,
        on=update.on,
        to=update.to,
        name=update.name,
        email=update.email,
    )


def _aside(reading: Reading) -> list[str]:
    """Say to the sender what of the mail was not applied."""
    return [f"Not recorded, and passed on to a person: “{u.words}”" for u in reading.decision.held if u.words]


def _held_words(update: Update) -> str:
    what = update.outcome or update.name or update.milestone or ""
    return f"{update.action} {what}: “{update.words}”".replace("  ", " ")
