"""THE ORDER of the rep's decision about an item: change the plan, publish, answer the sender, note it.

Called under the deal's lock. What a crash cuts short is finished by deciding again: the journal knows the
item's own line, and only an item on which all is done is no longer open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.deploy.publish import Opened, Publisher
from generator.errors import GoliveError
from generator.record.journal import Change, Entry, find
from generator.record.truth import commit
from mail import compose
from mail.compose import Desk
from mail.letter import Letter
from mail.read import Told, has_stopped
from mail.review.meaning import ALREADY, correction, meaning
from mail.review.queue import REASON, Item, Queue, State
from mail.understand.updates import Update


@dataclass(frozen=True)
class Ruling:
    """What a decision did: the item as it is now, the changes of the plan, and what was not recorded."""

    item: Item
    changes: tuple[Change, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rulings:
    """Where the rep decides."""

    publisher: Publisher
    queue: Queue
    desk: Callable[[Opened], Desk]
    send: Callable[[Letter], None]

    def accept(self, opened: Opened, item: Item, by: str) -> Ruling:
        """Apply what the item says; raises GoliveError where nothing of it can be recorded."""
        return self._record(opened, item, item.updates, "accepted", by)

    def edit(self, opened: Opened, item: Item, words: str, by: str) -> Ruling:
        """Apply the rep's own words in the item's place; raises GoliveError where they are not clear."""
        _refuse_decided(item)
        item = replace(item, said=words)
        if self._entry_of(opened, item):  # cut short by a crash
            return self._record(opened, item, (), "edited", by)
        today = self.publisher.clock.today(opened.plan.buyer.timezone)
        updates = correction(opened, item, words, today, opened.plan.seller.locale)
        return self._record(opened, replace(item, sent=today), updates, "edited", by)

    def reject(self, item: Item, by: str) -> Ruling:
        """Drop the item; nothing changes and nobody is told."""
        _refuse_decided(item)
        return Ruling(self._close(item, "rejected", by))

    def _record(self, opened: Opened, item: Item, updates: Sequence[Update], state: State, by: str) -> Ruling:
        _refuse_decided(item)
        left: tuple[str, ...] = ()
        entry = self._entry_of(opened, item)
        if entry is None:
            found = meaning(opened, item, self.publisher.clock.latest_day(), updates)
            left = found.left
            if left and not found.changes and not all(why.endswith(ALREADY) for why in left):
                raise GoliveError(_cannot(item, left))
            if found.changes:
                entry = self._new_entry(item, found.changes, state, by)
                commit(opened.deal, opened.entries, entry, self.publisher.clock.latest_day())
        if entry is not None:
            self._publish_and_answer(self.publisher.open_locked(opened.deal), item)
        return Ruling(self._close(item, state, by), entry.changes if entry else (), left)

    def _publish_and_answer(self, opened: Opened, item: Item) -> None:
        self.publisher.put_shared()
        self.publisher.publish_opened(opened)
        person = opened.plan.person_of(item.sender) if item.sender else None
        entry = self._entry_of(opened, item)
        if person is None or entry is None or item.part.startswith(REASON):
            return  # a stranger learns nothing, and who was answered before is not answered again
        if not has_stopped(opened.entries, person) and opened.plan.state != "closed":
            told = Told(item.message_id, item.words, ())
            self.send(compose.receipt(self.desk(opened), person, entry, told))

    def _entry_of(self, opened: Opened, item: Item) -> Entry | None:
        return find(opened.entries, _entry_id(item))

    def _new_entry(self, item: Item, changes: tuple[Change, ...], state: State, by: str) -> Entry:
        evidence = {"from": item.sender, "proof": item.proof, "words": item.words, "item": item.id}
        evidence |= {"message": item.message_id, state: by}
        if item.fingerprint and state == "accepted":
            evidence["said"] = item.fingerprint
        if item.said:
            evidence["correction"] = item.said
        who = item.person if item.person and state == "accepted" else "rep"
        now = self.publisher.clock.now()
        return Entry(_entry_id(item), now, who, "command", "", "", changes=changes, evidence=evidence)

    def _close(self, item: Item, state: State, by: str) -> Item:
        item = replace(item, state=state, by=by, when=self.publisher.clock.now().isoformat())
        self.queue.save(item)
        return item


def _entry_id(item: Item) -> str:
    key = hashlib.sha256(f"{item.message_id}\0{item.part}".encode()).hexdigest()[:16]
    return f"review-{item.number}-{key}"


def _refuse_decided(item: Item) -> None:
    if item.state != "open":
        raise GoliveError(f"{item.id} was {item.state} already, by {item.by} on {item.when[:10]}")


def _cannot(item: Item, left: Sequence[str]) -> str:
    return (
        f"nothing of {item.id} can be recorded as it stands: {'; '.join(left)}. Say what is right with: "
        f'golive mail review {item.id} edit "3 done on 12 Nov", or drop it with: '
        f"golive mail review {item.id} reject"
    )
