"""THE ORDER of a day: republish, ask what speaks for a mail and what against, one mail an address, send.

May run as often as one likes, every hour too: what was said is known by its key, and the day's one mail to an
address by its name. One run at a time; a second one waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.deploy.publish import Opened, Publisher
from generator.errors import FaultsError
from generator.site.words import Words
from generator.workspace import MailOptions
from mail import compose
from mail.address import REP
from mail.compose import Desk
from mail.durable import lock
from mail.handling import open_desk
from mail.invitations.ledger import Invitation, InvitationLedger
from mail.invitations.offer import CHECKINS, invitations_for, send_with
from mail.letter import Letter
from mail.reach import Reach
from mail.read import has_stopped
from mail.review.queue import Queue
from mail.rhythm.letters import day_letter, kind_of
from mail.rhythm.notes import Note, as_notes, notes
from mail.rhythm.quiet import day_of, why_not_now, why_not_there
from mail.rhythm.reasons import Reason, plan_calendars, reasons
from mail.rhythm.said import Said
from mail.transports import Transport

RANKS = ("digest", "escalation", "note", "turn", "nudge", "dates")  # "urgent" comes past these
Told = tuple[Desk, tuple[Note, ...]]  # of one deal
State = Literal["sent", "to send", "not now", "sent today"]


@dataclass(frozen=True)
class Row:
    """One line of the day: to whom, what, about what, and what became of it, or why nothing did."""

    deal: str
    to: str
    kind: str
    about: str
    state: State
    why: str = ""


@dataclass(frozen=True)
class Candidate:
    """A mail that might go out today. `keys` are what it says, by deal; `against` why it had better wait."""

    desk: Desk
    person: str
    address: str
    kind: str
    day: date
    about: tuple[str, ...]
    keys: dict[str, tuple[str, ...]]
    reasons: tuple[Reason, ...] = ()
    told: tuple[tuple[Desk, tuple[Note, ...]], ...] = ()
    against: str = ""

    @property
    def name(self) -> str:
        """The mail's name: the same on the same day; an urgent one's: the same for what it says."""
        if self.kind == "urgent":
            return f"rep.urgent.{_short_hash(self.address + repr(sorted(self.keys.items())))}"
        if self.kind == "note":
            return f"rep.daily.{_short_hash(self.address)}.{self.day:%Y%m%d}"
        return f"{self.desk.facts.deal}.daily.{self.person}.{self.day:%Y%m%d}"

    def row(self, state: State, why: str = "") -> Row:
        """Give its line."""
        return Row(", ".join(self.keys), self.address, self.kind, ", ".join(self.about), state, why)

    def urgent_part(self) -> Candidate | None:
        """Give what of a note does not wait for tomorrow."""
        told = tuple((desk, tuple(n for n in found if n.urgent)) for desk, found in self.told)
        told = tuple((desk, found) for desk, found in told if found)
        return _note_of(self.address, told, self.against, "urgent") if told else None


@dataclass
class Day:
    """One run over a workspace's deals; a `dry` one only says what it would do."""

    publisher: Publisher
    options: MailOptions
    transport: Transport
    said: Said
    reach: Reach
    queue: Queue
    invitations: InvitationLedger
    dry: bool = False

    def run(self, deals: Sequence[str]) -> Iterator[Row | FaultsError]:
        """Go through the day; gives a line for each mail that is due, and each plan with faults."""
        with lock(self.publisher.workspace.state / "rhythm.lock", wait=True):
            if not self.dry:
                if self.said.has_left():
                    self.said.finish({mail.name for mail in self.transport.posted()})
                yield from (one for one in self.publisher.publish(deals) if isinstance(one, FaultsError))
            found: list[Candidate] = []
            by_rep: dict[str, list[Told]] = {}
            for deal in deals:
                try:
                    opened = self.publisher.read_only(deal)
                except FaultsError as error:
                    if self.dry:
                        yield error
                    continue
                if opened.plan.state == "closed":
                    continue
                desk = open_desk(opened, self.publisher, self.options)
                found += self._people(desk)
                self._note(desk, opened, by_rep)
            yield from self._send(self._with_notes(found, by_rep))

    def _people(self, desk: Desk) -> Iterator[Candidate]:
        facts = desk.facts
        said, calendars = self.said.of_deal(facts.deal), plan_calendars(facts)
        for person, role in facts.plan.people():
            own = reasons(facts, person, said, desk.now)
            address = role.email or ""
            moved = () if own else self._invitations(desk, person, ())
            if not own and not moved:
                continue
            about = tuple(dict.fromkeys(r.milestone for r in own if r.milestone))
            yield Candidate(
                desk, person, address,
                kind=kind_of(own) if own else "dates",
                day=day_of(facts.plan, person, desk.now),
                about=about or tuple(i.about for i in moved),
                keys={facts.deal: tuple(r.key for r in own)},
                reasons=tuple(own),
                against=why_not_now(desk, person, calendars, self.reach, self.said),
            )  # fmt: skip

    def _note(self, desk: Desk, opened: Opened, by_rep: dict[str, list[Told]]) -> None:
        rep, facts = compose.rep_of(desk), desk.facts
        if rep is None or has_stopped(opened.entries, REP):
            return
        words = desk.rep_words(facts.plan.person_of(rep))
        waiting = self.queue.waiting(facts.deal)
        found = notes(facts, words, self.said.of_deal(facts.deal), waiting, self.reach, desk.now)
        by_rep.setdefault(rep, []).append((desk, tuple(found)))

    def _with_notes(self, found: list[Candidate], by_rep: dict[str, list[Told]]) -> list[Candidate]:
        """Add each rep's note. A rep whom several plans speak to today hears all of it in that one mail."""
        for rep, told in by_rep.items():
            theirs = {desk.facts.deal for desk, _ in told}
            own = [c for c in found if c.address.lower() == rep.lower() and c.reasons and not c.against]
            own = [c for c in own if c.desk.facts.deal in theirs]
            if own and len({c.desk.facts.deal for c in own} | {d.facts.deal for d, said in told if said}) > 1:
                found = [c for c in found if c not in own]
                more = {c.desk.facts.deal: as_notes(c.desk, _rep_words(c.desk, rep), c.reasons) for c in own}
                told = [(desk, (*said, *more.get(desk.facts.deal, ()))) for desk, said in told]
            told = [(desk, said) for desk, said in told if said]
            if told:
                found.append(_note_of(rep, tuple(told), self._why_not_rep(rep, told[0][0])))
        return found

    def _why_not_rep(self, rep: str, desk: Desk) -> str:
        plan = desk.facts.plan
        person = plan.person_of(rep)
        also = plan.roles[person].also if person else ()
        calendars = plan_calendars(desk.facts)
        return why_not_there(desk, person, [rep, *also], calendars, self.reach, self.said)

    def _send(self, found: Sequence[Candidate]) -> Iterator[Row]:
        taken: set[tuple[str, date]] = set()
        for one in sorted(found, key=lambda c: (RANKS.index(c.kind), c.desk.facts.deal, c.person)):
            place = one.address.lower(), one.day
            decided = self.said.mail_of(*place)
            if one.against:
                yield one.row("not now", one.against)
            elif place in taken or (decided and self.said.is_told(decided)):
                yield self._past_the_days_mail(one)
            elif self.dry:
                taken.add(place)
                yield one.row("to send")
            else:
                taken.add(place)
                yield self._send_one(one)

    def _past_the_days_mail(self, one: Candidate) -> Row:
        urgent = one.urgent_part()
        if urgent is None:
            return one.row("not now", "one mail a day")
        return urgent.row("to send") if self.dry else self._send_one(urgent)

    def _send_one(self, one: Candidate) -> Row:
        if one.kind != "urgent":  # its name says what it says, so it needs no decision
            self.said.decide(one.address, one.day, one.name, one.keys)
        letter = self._letter(one)
        invitations = self._invitations(one.desk, one.person, one.about, one.kind) if not one.told else ()
        sent = send_with(self.transport, self.invitations, letter, invitations)
        self.said.tell(one.address, one.day, one.name, one.keys)
        return one.row("sent" if sent else "sent today")

    def _letter(self, one: Candidate) -> Letter:
        if one.told:
            return self._note_letter(one)
        if one.kind == "dates":
            return replace(self._dates_letter(one), name=one.name)
        return day_letter(one.desk, one.person, one.reasons, one.day)

    def _note_letter(self, one: Candidate) -> Letter:
        """Tell the rep the day's notes, deal by deal."""
        person = one.desk.facts.plan.person_of(one.address)
        words = _rep_words(one.desk, one.address)
        told_of = [(d.facts.plan.title, [n.text for n in found]) for d, found in one.told]
        count = sum(len(texts) for _, texts in told_of)
        subject = words.plural("%(n)s note on your plans", "%(n)s notes on your plans", count)
        return compose.letter(
            one.desk, REP, "note", one.name, "0", subject,
            to=(person, one.address), words=words, told_of=told_of,
        )  # fmt: skip

    def _dates_letter(self, one: Candidate) -> Letter:
        """Carry dates that moved to a calendar, when nothing else is to be said."""
        desk, words = one.desk, one.desk.words(one.person)
        plan = desk.facts.plan
        listed = [plan.by_id[i] for i in one.about if i in plan.by_id]
        return compose.letter(
            desk, one.person, "dates", "", "0", words.text("Dates in your calendar changed"),
            listed=listed, examples=compose.examples_of(desk.facts, listed, words),
        )  # fmt: skip

    def _invitations(
        self, desk: Desk, person: str, about: Sequence[str], kind: str = ""
    ) -> tuple[Invitation, ...]:
        wanted = [*about, *([CHECKINS] if kind == "digest" else [])]
        return invitations_for(desk, person, self.invitations, wanted)


def _note_of(rep: str, told: tuple[Told, ...], against: str, kind: str = "note") -> Candidate:
    desk = told[0][0]
    day = day_of(desk.facts.plan, desk.facts.plan.person_of(rep), desk.now)
    keys = {d.facts.deal: tuple(n.key for n in found) for d, found in told}
    about = tuple(dict.fromkeys(n.key.partition(":")[0] for _, found in told for n in found))
    return Candidate(desk, REP, rep, kind, day, about, keys, told=told, against=against)


def _rep_words(desk: Desk, rep: str) -> Words:
    return desk.rep_words(desk.facts.plan.person_of(rep))


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
