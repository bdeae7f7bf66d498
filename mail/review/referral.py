"""From a mail that golive would not decide by itself to an item of the rep's queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from generator.deploy.links import ANY
from mail.authenticate import REFUSALS
from mail.read import Reading
from mail.review.pace import HOUR
from mail.review.queue import FLOOD, REASON, Item, Queue
from mail.understand.updates import Update

WORDS_CHARACTERS = 4000
_WHY_REASON = "may its reason be shown on the page?"


def item_of(
    deal: str,
    reading: Reading,
    part: str,
    why: Sequence[str],
    updates: Sequence[Update],
    signed: bool,
) -> Item:
    """Make an item, still without its number; `signed` says whether senders are proven by signature."""
    who, address = reading.authenticity, reading.authenticity.address
    message = reading.message
    proof = who.reason or ("signature" if signed else "address")
    return Item(
        deal=deal,
        number=0,
        message_id=message.message_id,
        part=part,
        received=reading.received,
        sender=who.sender_address,
        name=message.from_[0].name if len(message.from_) == 1 else "",
        person=who.sender if not who.reason else None,
        to=address.person if address else ANY,
        answers=address.about if address else "0",
        proof=proof,
        subject=message.subject[:300],
        words=reading.newest.text[:WORDS_CHARACTERS],
        why=tuple(why),
        updates=tuple(updates),
        sent=reading.context.sent if reading.context else datetime.fromisoformat(reading.received).date(),
        fingerprint=reading.fingerprint,
    )


def shown_reasons(updates: Sequence[Update]) -> list[tuple[str, str, Update]]:
    """List the reasons for being stuck that only the rep may put on the page: (part, why, update)."""
    return [
        (f"{REASON}-{u.milestone}", f"“{u.reason}”: {_WHY_REASON}", u)
        for u in updates
        if u.action == "block" and u.milestone and u.reason
    ]


def put_flood(queue: Queue, item: Item) -> tuple[Item, bool]:
    """Add a mail that is one too many to the sender's flood of this hour; says whether it is the first."""
    received = datetime.fromisoformat(item.received)
    for known in queue.waiting(item.deal):
        near = abs(received - datetime.fromisoformat(known.received)) < HOUR
        if known.part != FLOOD or (known.sender, known.proof) != (item.sender, item.proof) or not near:
            continue
        if item.message_id not in (known.message_id, *known.more):
            known = replace(known, more=(*known.more, item.message_id))
            queue.save(known)
        return known, known.message_id == item.message_id
    why = (REFUSALS["too-many"][1], *item.why)
    return queue.put(replace(item, part=FLOOD, updates=(), why=why)), True
