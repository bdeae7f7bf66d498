"""THE ORDER of incoming mail: spool, read, handle, settle.

Each message ends in exactly one of applied, asked, review, ignored. Everything between claiming a message
and settling it may be cut short by a crash and is finished by the next run: the journal knows a message by
its id, the outbox a mail by its name, the store a file by its hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.deploy.publish import Publisher
from generator.errors import FaultsError, GoliveError
from generator.record.journal import Entry, find
from generator.record.truth import Deal, locked
from generator.workspace import MailOptions, Workspace
from mail.authenticate import reply_addresses
from mail.handling import Handling
from mail.mime.message import parse
from mail.read import Reader, read_mail
from mail.spool import Envelope, Spool
from mail.transports import Transport


@dataclass(frozen=True)
class Inbox:
    """The incoming side of a workspace's mail."""

    workspace: Workspace
    options: MailOptions
    publisher: Publisher
    reader: Reader
    spool: Spool
    transport: Transport

    def put(self, raw: bytes, recipient: str = "") -> str:
        """Keep a message durably and give its id; raises OutsideError where the disk does not take it."""
        envelope = Envelope(received=self.publisher.clock.now().isoformat(), recipient=recipient)
        return self.spool.put(raw, envelope)

    def deal_of(self, message_id: str) -> str:
        """Name the deal a message was sent to; empty where that is none of ours."""
        raw = self.spool.raw(message_id)
        message = parse(raw or b"")
        recipient = self.spool.envelope(message_id).recipient
        ours = reply_addresses(message, recipient, self.options.reply_domain)
        return ours[0].deal if ours and self.workspace.has(ours[0].deal) else ""

    def settle(self, message_id: str) -> dict[str, Any]:
        """Bring one spooled message to its end; gives the `mail receive` contract of DESIGN §8.

        A second time it only says how it ended. What fails outside of us leaves it in the spool.
        """
        with self.spool.claimed(message_id) as raw:
            if raw is None:
                raise GoliveError(f"the bytes of message {message_id} are gone")
            envelope = self.spool.envelope(message_id)
            message = parse(raw, datetime.fromisoformat(envelope.received))
            ended = self.spool.outcome(message.message_id)
            if ended is not None:
                self.spool.settle(message_id, message.message_id, ended)
                why = f"received before, nothing changed ({ended['outcome']}: {ended['why']})"
                return {**ended, "why": why}
            ours = reply_addresses(message, envelope.recipient, self.options.reply_domain)
            try:
                result = self._settle_for(ours[0].deal if ours else "", raw, envelope)
                result = {**result, "id": message_id}
                self.spool.settle(message_id, message.message_id, result)
            except FaultsError as error:
                return self._waiting(raw, envelope, f"the plan has faults: {error.faults[0]}")
            except (GoliveError, OSError) as error:
                return self._waiting(raw, envelope, str(error))
            return result

    def _waiting(self, raw: bytes, envelope: Envelope, why: str) -> dict[str, Any]:
        """Leave a message in the spool, to be read again with the next one."""
        reading = read_mail(raw, envelope, self.reader, lambda _deal: None)
        return {**reading.to_json(""), "outcome": "review", "why": f"waits in the spool: {why}"}

    def _settle_for(self, deal: str, raw: bytes, envelope: Envelope) -> dict[str, Any]:
        if not self.workspace.has(deal):
            return read_mail(raw, envelope, self.reader, lambda _deal: None).to_json("")
        one = Deal(deal, self.workspace.folder(deal), self.workspace.state)
        with locked(one):
            opened = self.publisher.open_locked(one)
            before = _before(opened.entries, parse(raw).message_id)
            truth = (opened.plan, before)
            reading = read_mail(raw, envelope, self.reader, lambda d: truth if d == deal else None)
            return self.handling.settle(opened, reading)

    @property
    def handling(self) -> Handling:
        """What becomes of a mail that was read."""
        signed = self.reader.prove is not None
        return Handling(self.options, self.publisher, self.transport, signed)


def _before(entries: tuple[Entry, ...], message_id: str) -> tuple[Entry, ...]:
    """The journal as it was before this message, so that reading it again reads the same."""
    known = find(entries, message_id)
    return entries[: known.line - 1] if known else entries
