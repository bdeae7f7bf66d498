"""What a proposal adds to a plan once a rep accepted it: a further outcome, or a key date.

Pure: the plan's data and a proposal in, a Change out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.errors import GoliveError
from generator.record.changes import stored
from generator.record.journal import Change

TAKES = "5 days"  # until somebody knows better
LONGEST = 200  # characters of a line in a plan file
_ID_CHARACTERS = 40


@dataclass(frozen=True)
class Proposal:
    """Something that somebody says the plan lacks: `milestone` or `key_date`."""

    kind: str
    what: str
    owner: str  # role id
    words: str = ""
    day: date | None = None  # an outcome's due date, a key date's first day
    until: date | None = None


def addition(data: Any, proposal: Proposal, taken: Collection[str]) -> Change:
    """Say what a proposal writes into plan.yaml; `data` is the plan's raw data.

    `taken` are the ids that outcomes have or ever had. A key date that somebody proposes is a time without
    work. Raises GoliveError where the proposal says too little.
    """
    what = " ".join(proposal.what.split())[:LONGEST].strip()
    if not what:
        raise GoliveError("it does not say what to add")
    if proposal.kind == "key_date":
        return _key_date(data, proposal, what)
    milestone = _new_id(what, taken)
    item: dict[str, Any] = {"id": milestone, "outcome": what, "owner": proposal.owner, "takes": TAKES}
    if proposal.day:
        item["due"] = proposal.day
    return Change(milestone, "add", {f"milestones/{milestone}": (None, item)}, proposal.words)


def _key_date(data: Any, proposal: Proposal, what: str) -> Change:
    if proposal.day is None:
        raise GoliveError("a key date needs its day, as in: closed from 21 Dec until 1 Jan")
    listed: Any = data.get("key_dates") or None
    item: dict[str, Any] = {"date": proposal.day}
    if proposal.until and proposal.until > proposal.day:
        item["until"] = proposal.until
    item |= {"what": what, "no_work": True}
    if any(old.get("date") == item["date"] and old.get("until") == item.get("until") for old in listed or ()):
        return Change(None, "add", {}, proposal.words)
    fields = {"key_dates": (stored(listed), stored([*(listed or ()), item]))}
    return Change(None, "add", fields, proposal.words)


def _new_id(what: str, taken: Collection[str]) -> str:
    ascii_words = unicodedata.normalize("NFKD", what.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_words)[: _ID_CHARACTERS - 4].strip("-") or "outcome"
    return next(i for n in range(1, 9999) if (i := stem if n == 1 else f"{stem}-{n}") not in taken)
