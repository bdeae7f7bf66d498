"""The worker: settles what waits in the spool, deal by deal and oldest first; several may work at once.

A message on which our own code fails is tried three times, then set aside with the traceback beside it. One
that must wait (a plan with faults, a silent DNS, a full disk) stays, and stops nobody else.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mail.inbox import Inbox
from mail.spool import TRIES
from mail.watch import WAIT_SECONDS


@dataclass
class Worker:
    """One worker of a workspace."""

    inbox: Inbox
    monotonic: Callable[[], float] = time.monotonic
    _deals: dict[str, str] = field(default_factory=dict, init=False)
    _not_before: dict[str, float] = field(default_factory=dict, init=False)

    def settle(self, message_id: str) -> dict[str, Any]:
        """Settle one message, after those of its deal that came before; gives the DESIGN §8 contract."""
        deal = self._deal(message_id)
        with self.inbox.spool.turn(deal, wait=True):
            for one in self.inbox.spool.waiting():
                if one == message_id:
                    break
                if self._deal(one) == deal:
                    self._try(one)
            return self._try(message_id)

    def settle_waiting(self) -> Iterator[dict[str, Any]]:
        """Settle what waits and is due; deals that another worker has are left to it."""
        for deal, messages in self._by_deal().items():
            with self.inbox.spool.turn(deal, wait=False) as ours:
                for message_id in messages if ours else ():
                    if self.inbox.spool.is_new(message_id):
                        yield self._try(message_id)

    def has_work(self) -> bool:
        """Say whether something waits that is due."""
        return bool(self._by_deal())

    def receive(self, raw: bytes) -> dict[str, Any]:
        """Keep a message durably, then settle it."""
        return self.settle(self.inbox.put(raw))

    def _by_deal(self) -> dict[str, list[str]]:
        now = self.monotonic()
        found: dict[str, list[str]] = {}
        waiting = self.inbox.spool.waiting()
        for message_id in waiting:
            if self._not_before.get(message_id, now) <= now:
                found.setdefault(self._deal(message_id), []).append(message_id)
        for gone in self._deals.keys() - set(waiting):
            del self._deals[gone]
        return found

    def _deal(self, message_id: str) -> str:
        if message_id not in self._deals:
            try:
                self._deals[message_id] = self.inbox.deal_of(message_id)
            except Exception:  # it will be met, counted and set aside when it is settled
                self._deals[message_id] = ""
        return self._deals[message_id]

    def _try(self, message_id: str) -> dict[str, Any]:
        try:
            result = self.inbox.settle(message_id)
        except Exception as error:  # ours, whatever it is: this message must not stop the others
            result = self._failed(message_id, error)
        if result["why"].startswith("waits in the spool"):
            self._not_before[message_id] = self.monotonic() + WAIT_SECONDS
        else:
            self._not_before.pop(message_id, None)
        return {**result, "id": message_id}

    def _failed(self, message_id: str, error: Exception) -> dict[str, Any]:
        try:
            tries = self.inbox.spool.failed(message_id, traceback.format_exc())
        except OSError as full:
            return _unread(f"waits in the spool: {full}")
        left = "set aside" if tries >= TRIES else "waits in the spool"
        return _unread(f"{left}: we failed on it ({tries} of {TRIES} tries): {error!r}")


def _unread(why: str) -> dict[str, Any]:
    """The contract of `mail receive` for a message that could not be read."""
    nothing = dict.fromkeys(("message_id", "deal", "person", "sender"))
    return {
        "file": "", **nothing, "authenticated": False, "kind": "reply", "new_text": "", "updates": [],
        "held": [], "outcome": "review", "why": why,
    }  # fmt: skip
