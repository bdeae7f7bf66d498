"""THE ORDER of forgetting: what came in, what was made of it, what went out, and the ledgers last.

Each step may be cut short and is done again by the next run: what is clean already stays as it is. What
plan.yaml says of a person is the rep's to remove; where it stands is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from generator.errors import FaultsError, OutsideError
from generator.keys import Keys
from generator.plan.load import parse_plan
from generator.plan.model import Plan
from generator.record.journal import read_journal
from generator.record.truth import Deal, locked, recover
from generator.workspace import Workspace
from mail.authenticate import REFUSALS
from mail.forget.journal import forget_in_journal
from mail.forget.mails import forget_received, forget_results, forget_sent
from mail.forget.person import Forgotten
from mail.invitations.ledger import INVITATIONS
from mail.lines import Lines
from mail.review.pace import Pace
from mail.review.queue import Item, Queue
from mail.rhythm.said import RHYTHM
from mail.spool import Spool
from mail.transports.posting import Posting
from mail.understand.updates import Update

LEDGERS = ("ledger.jsonl", "reach.jsonl", RHYTHM, INVITATIONS)
GONE = "its sender was forgotten at their wish"


@dataclass(frozen=True)
class Gone:
    """How much of a person was found in one place, and removed unless it was a dry run."""

    place: str
    found: int


@dataclass(frozen=True)
class Forgetting:
    """Forgets one person in a whole workspace; a `dry` run only counts."""

    workspace: Workspace
    posting: Posting
    person: Forgotten
    today: date
    now: datetime
    dry: bool = False

    def run(self) -> Iterator[Gone]:
        """Go through every place; raises OutsideError where the disk fails, and may be run again."""
        state = self.workspace.state
        spool = Spool(state / "spool")
        yield Gone("how they ended", forget_results(spool, self.person, dry=self.dry))
        yield Gone("mails received", forget_received(spool, self.person, dry=self.dry))
        yield Gone("journal lines", sum(self._in_journal(deal) for deal in self.workspace.deals()))
        yield Gone("review items", sum(self._in_review(folder.name) for folder in self._reviewed()))
        yield Gone("mails sent", forget_sent(state, self.posting, self.person, dry=self.dry))
        lines = (Lines(state / name).overwrite(self.person.overwritten, dry=self.dry) for name in LEDGERS)
        yield Gone("ledger lines", sum(lines))
        senders = [f"{reason}:{one}" for reason in ("", *REFUSALS) for one in self.person.addresses]
        yield Gone("counts of mails", Pace(state / "pace").forget(senders, dry=self.dry))

    def left(self) -> list[str]:
        """Say where plan files still name the person: file and line."""
        found = []
        for deal in self.workspace.deals():
            file = self.workspace.folder(deal) / "plan.yaml"
            for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
                if self.person.is_named_in(line):
                    found.append(f"plans/{deal}/plan.yaml:{number}")
        return found

    def _in_journal(self, deal: str) -> int:
        one = Deal(deal, self.workspace.folder(deal), self.workspace.state)
        with locked(one):
            entries = read_journal(one.journal_file) if self.dry else recover(one, self.today, self.now)
            role = _role(one, self.person, self.today)
            try:
                return forget_in_journal(one, entries, self.person, role, self.now, dry=self.dry)
            except OSError as error:
                raise OutsideError(f"cannot write {one.journal_file}: {error.strerror}") from None

    def _reviewed(self) -> list[Path]:
        return sorted(path for path in (self.workspace.state / "review").glob("*") if path.is_dir())

    def _in_review(self, deal: str) -> int:
        queue, found = Queue(self.workspace.state / "review"), 0
        with locked(Deal(deal, self.workspace.plans / deal, self.workspace.state)):
            for item in queue.of_deal(deal):
                cleaned = _cleaned(item, self.person)
                if cleaned != item:
                    found += 1
                    if not self.dry:
                        queue.save(cleaned)
        return found


def whole_person(workspace: Workspace, address: str, keys: Keys, today: date) -> Forgotten:
    """Give a person with all addresses under which the plans know them."""
    addresses = {address}
    for deal in workspace.deals():
        plan = _plan(Deal(deal, workspace.folder(deal), workspace.state), today)
        role = plan.roles[person] if plan and (person := plan.person_of(address)) else None
        addresses |= {one.lower() for one in (role.email or "", *role.also)} if role else set()
    return Forgotten(frozenset(addresses - {""}), keys)


def _plan(deal: Deal, today: date) -> Plan | None:
    try:
        return parse_plan(deal.plan_file.read_bytes(), deal.label, today)
    except FaultsError:
        return None  # its lines are looked at all the same


def _role(deal: Deal, person: Forgotten, today: date) -> str | None:
    plan = _plan(deal, today)
    found = (plan.person_of(address) for address in sorted(person.addresses)) if plan else iter(())
    return next((role for role in found if role), None)


def _cleaned(item: Item, person: Forgotten) -> Item:
    """Clean a review item: what it would do to the plan stays, so that the rep can still decide."""
    updates = tuple(_update(update, person, theirs=person.has(item.sender)) for update in item.updates)
    why, said = person.without(item.why), person.without(item.said)
    if person.has(item.sender):
        alias = person.alias(item.sender)
        item = replace(item, sender=alias, name="", subject="", words="")
        why = (GONE,)
    words, subject = person.without(item.words), person.without(item.subject)
    return replace(item, updates=updates, why=why, said=said, words=words, subject=subject)


def _update(update: Update, person: Forgotten, *, theirs: bool) -> Update:
    if update.email and person.has(update.email):
        update = replace(update, name=None, email=None)
    if theirs:
        return replace(update, words="", reason=None, outcome=None, why="")
    return replace(update, words=person.without(update.words), why=person.without(update.why))
