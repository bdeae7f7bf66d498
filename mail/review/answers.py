"""The rep's answer to a review mail: a plain yes or no, or what is right in the item's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.deploy.publish import Opened
from generator.errors import GoliveError, OutsideError
from mail.read import Reading, update_json
from mail.review.queue import Item
from mail.review.rulings import Ruling, Rulings
from mail.review.verdict import verdict

_STATES = {"accept": "accepted", "reject": "rejected", None: "edited"}


@dataclass(frozen=True)
class RepAnswers:
    """Reads the rep's answers. `ask_again` sends the item once more: (deal, item, problem, answer)."""

    rulings: Rulings
    ask_again: Callable[[Opened, Item, str, str], None]

    def settle(self, opened: Opened, reading: Reading) -> dict[str, Any]:
        """Carry out an answer; gives the `mail receive` contract."""
        result = reading.to_json("")
        address = reading.authenticity.address
        item = self.rulings.queue.find(opened.deal.id, int(address.about[1:])) if address else None
        if item is None:
            return {**result, "outcome": "ignore", "why": "there is no such review item"}
        words = reading.newest.text
        meant = verdict(words, opened.plan, opened.plan.seller.locale)
        if item.state != "open" and item.state == _STATES[meant]:
            return {**result, "why": f"{item.id} was {item.state} already, nothing changed"}
        try:
            ruling = self._rule(opened, item, meant, words, reading.authenticity.sender_address)
        except OutsideError:
            raise
        except GoliveError as error:
            self.ask_again(opened, item, str(error), reading.message.message_id)
            return {**result, "outcome": "ask", "why": str(error)}
        updates = [update_json(u) for u in item.updates] if meant == "accept" else []
        return {**result, "updates": updates, "why": f"{ruling.item.id} {ruling.item.state} by the rep"}

    def _rule(self, opened: Opened, item: Item, meant: str | None, words: str, by: str) -> Ruling:
        if meant == "accept":
            return self.rulings.accept(opened, item, by)
        if meant == "reject":
            return self.rulings.reject(item, by)
        return self.rulings.edit(opened, item, words, by)
