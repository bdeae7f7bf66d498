"""The review queue: one file an item, numbered per deal and never reused.

    .golive/review/<deal>/<number>.json

A message (or a part of one) makes one item however often it is settled: after a crash the item is found by
its message and part. All of it happens under the deal's lock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from generator.errors import GoliveError, OutsideError, UsageError
from mail.durable import sync, write
from mail.understand.updates import Update

State = Literal["open", "accepted", "edited", "rejected"]
WHOLE, HELD, REASON, FLOOD = "whole", "held", "reason", "flood"


@dataclass(frozen=True)
class Item:
    """One thing that waits for the rep. `when` and `received` are ISO times.

    `part` tells several items of one message apart; `proof` is how its From was proven, else a key of
    authenticate.REFUSALS. `updates` are what accepting applies; `more` are further messages of a flood.
    """

    deal: str
    number: int
    message_id: str
    part: str
    received: str
    sender: str
    name: str
    person: str | None  # the sender's role
    to: str  # the role, or `any`, that the reply address named
    answers: str  # what the reply address was about: `0`, `N`, `uN`, `qN`, `rN`
    proof: str
    subject: str
    words: str
    why: tuple[str, ...]
    updates: tuple[Update, ...]
    sent: date
    fingerprint: str = ""
    state: State = "open"
    by: str = ""
    when: str = ""
    said: str = ""  # the rep's correction
    more: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name a rep calls it by, such as acme-3."""
        return f"{self.deal}-{self.number}"

    @property
    def about(self) -> str:
        """What a reply address about it says: r3."""
        return f"r{self.number}"

    @property
    def proven(self) -> bool:
        """Say whether the sender was somebody whose word may change the plan."""
        return self.proof in ("signature", "address")


@dataclass(frozen=True)
class Queue:
    """The review folder of a workspace."""

    root: Path

    def put(self, item: Item) -> Item:
        """Add an item under the deal's next number, once: a second time gives the one that is there."""
        known = list(self.of_deal(item.deal))
        for one in known:
            if (one.message_id, one.part) == (item.message_id, item.part):
                return one
        item = replace(item, number=max((one.number for one in known), default=0) + 1)
        self.save(item)
        return item

    def save(self, item: Item) -> None:
        """Write an item, whole or not at all; raises OutsideError where the disk does not take it."""
        file = self._file(item.deal, item.number)
        text = json.dumps(_to_json(item), ensure_ascii=False, indent=1)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(file, text.encode("utf-8"))
            sync(file.parent)
        except OSError as error:
            raise OutsideError(f"cannot write {file}: {error.strerror}") from None

    def of_deal(self, deal: str) -> Iterator[Item]:
        """Give a deal's items by number."""
        files = (self.root / deal).glob("[0-9]*.json")
        for file in sorted(files, key=lambda f: int(f.stem) if f.stem.isdigit() else 0):
            yield _read(file)

    def waiting(self, deal: str) -> list[Item]:
        """Give a deal's open items."""
        return [item for item in self.of_deal(deal) if item.state == "open"]

    def find(self, deal: str, number: int) -> Item | None:
        """Give one item; None where there is none of this number."""
        file = self._file(deal, number)
        return _read(file) if file.exists() else None

    def named(self, name: str) -> Item:
        """Find an item by its id, such as acme-3; raises UsageError."""
        deal, _, number = name.rpartition("-")
        item = self.find(deal, int(number)) if _is_name(deal) and number.isdecimal() else None
        if item is None:
            raise UsageError(f"there is no review item {name!r}; list them with: golive mail review")
        return item

    def _file(self, deal: str, number: int) -> Path:
        return self.root / deal / f"{number}.json"


def _is_name(deal: str) -> bool:
    return bool(deal) and deal.replace("-", "a").isalnum()


def _to_json(item: Item) -> dict[str, Any]:
    data = asdict(item)
    data["sent"] = item.sent.isoformat()
    data["updates"] = [
        {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(u).items() if v not in (None, "")}
        for u in item.updates
    ]
    return data


def _read(file: Path) -> Item:
    """Read an item; raises GoliveError where the file was damaged by hand."""
    known = {f.name for f in fields(Item)}
    try:
        data = {k: v for k, v in json.loads(file.read_bytes()).items() if k in known}
        data["updates"] = tuple(_update(u) for u in data["updates"])
        data["why"], data["more"] = tuple(data["why"]), tuple(data["more"])
        return Item(**{**data, "sent": date.fromisoformat(data["sent"])})
    except OSError as error:
        raise OutsideError(f"cannot read {file}: {error.strerror}") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise GoliveError(f"{file} is no review item; restore it from a copy, or delete it") from None


def _update(data: dict[str, Any]) -> Update:
    days: dict[str, Any] = {k: date.fromisoformat(data[k]) for k in ("on", "to", "until") if k in data}
    return Update(**{"milestone": None, "words": "", **data, **days})
