"""Which invitations a person's mail carries today: new ones, moved ones, and those that are off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Protocol

from generator.site.feeds.events import Event, deal_events
from generator.site.feeds.feed import event_uid
from mail.compose import Desk
from mail.invitations.ledger import Invitation, InvitationLedger
from mail.invitations.scheduling import Parties, scheduling_message
from mail.letter import Letter

CHECKINS = "checkins"  # in `about`: the check-ins that come next
COMING_CHECKINS = 2
MOST = 5  # in one mail; what is left over rides in the next
_CHECKIN = "checkin."


class Sender(Protocol):
    """What takes mails to be sent once by their name."""

    def send(self, name: str, message: EmailMessage) -> bool:
        """Take a mail; False where one of this name was taken before."""


def invitations_for(
    desk: Desk, person: str, ledger: InvitationLedger, about: Collection[str]
) -> tuple[Invitation, ...]:
    """Give what a person's calendar must hear of, most important first; nothing where nothing changed.

    `about` are ids of milestones, and CHECKINS: of these, events that the person owns (or takes part in, for
    check-ins) are offered for the first time. What was offered before follows when it moved or is off,
    whatever the mail is about.
    """
    told = ledger.last_told(desk.facts.deal, person, desk.role(person)[1])
    events = {event_uid(e.id, desk.facts.deal, desk.url): e for e in deal_events(desk.facts, None)}
    own = {uid: e for uid, e in events.items() if _is_for(desk, person, e)}
    first = [
        _first(desk, person, uid, e, told.get(uid))
        for uid, e in own.items()
        if (uid not in told or told[uid].method == "CANCEL") and _is_asked(desk, e, about, own)
    ]
    later = [i for uid, before in told.items() if (i := _later(desk, own.get(uid), before))]
    chosen = [*first, *sorted(later, key=lambda i: (i.about not in about, i.method, i.start.isoformat()))]
    return tuple(_written(desk, person, i, events) for i in chosen[:MOST])


def send_with(
    transport: Sender, ledger: InvitationLedger, letter: Letter, invitations: tuple[Invitation, ...]
) -> bool:
    """Send a letter with its invitations and record them; False where a mail of its name was sent before."""
    letter = replace(letter, invitations=tuple(i.raw for i in invitations))
    ledger.made(letter.name, invitations)
    sent = transport.send(letter.name, letter.to_message())
    if sent:
        ledger.told(letter.name, invitations)
    return sent


def _is_for(desk: Desk, person: str, event: Event) -> bool:
    plan = desk.facts.plan
    if event.cancelled:
        return False
    if event.id.startswith(_CHECKIN):
        return plan.checkins is not None and person in (plan.checkins.with_ or plan.roles)
    milestone = plan.by_id.get(event.id)
    return milestone is not None and milestone.owner == person


def _is_asked(desk: Desk, event: Event, about: Collection[str], own: dict[str, Event]) -> bool:
    if event.id.startswith(_CHECKIN):
        coming = sorted(_begins(e.start) for e in own.values() if _is_coming(desk, e))[:COMING_CHECKINS]
        return CHECKINS in about and _is_coming(desk, event) and _begins(event.start) in coming
    return event.id in about and desk.facts.plan.by_id[event.id].status != "done"


def _is_coming(desk: Desk, event: Event) -> bool:
    return event.id.startswith(_CHECKIN) and _begins(event.start) > desk.now


def _begins(start: date) -> datetime:
    if isinstance(start, datetime):
        return start
    return datetime(start.year, start.month, start.day, tzinfo=UTC)


def _later(desk: Desk, event: Event | None, before: Invitation) -> Invitation | None:
    """Give what follows an invitation: a new version where it moved, its end where it is off."""
    if before.method == "CANCEL":
        return None
    milestone = desk.facts.plan.by_id.get(before.about)
    if milestone and milestone.status == "done":
        return None
    if event is None:
        if _begins(before.end) < desk.now:
            return None  # it is over; nothing to call off
        return replace(before, method="CANCEL", sequence=before.sequence + 1)
    if (event.start, event.end) == (before.start, before.end):
        return None
    if event.id.startswith(_CHECKIN) and not _is_coming(desk, event):
        return None
    sequence = max(event.sequence, before.sequence + 1)
    return replace(
        before, sequence=sequence, title=event.title, start=event.start, end=event.end, method="REQUEST"
    )


def _first(desk: Desk, person: str, uid: str, event: Event, before: Invitation | None) -> Invitation:
    """Offer an event for the first time, or anew after it was called off."""
    sequence = max(event.sequence, before.sequence + 1) if before else event.sequence
    number = str(desk.facts.numbers.get(event.id, 0))
    return Invitation(
        desk.facts.deal, person, desk.role(person)[1], uid, sequence, "REQUEST", event.id, number,
        event.title, event.start, event.end,
    )  # fmt: skip


def _written(desk: Desk, person: str, invitation: Invitation, events: dict[str, Event]) -> Invitation:
    name, address = desk.role(person)
    organizer = desk.addresses.make(person, invitation.reply_about)
    parties = Parties(organizer, parseaddr(desk.options.from_)[0], address, name)
    event = events.get(invitation.uid)
    details = event.details if event and invitation.method == "REQUEST" else ""
    return replace(invitation, raw=scheduling_message(invitation, details, parties, desk.now))
