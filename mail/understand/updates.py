"""What a mail says about the plan: one update per fact, and the circumstances it was said in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.plan.model import Plan


@dataclass(frozen=True)
class Update:
    """One thing the sender says about the plan, in the sender's words, and whether it is certain."""

    milestone: str | None  # id; None: the plan as a whole
    action: str  # done start move block reopen assign add confirm question comment undo
    words: str  # the sender's words that said so
    sure: bool
    on: date | None = None  # done: the day, where it was said
    to: date | None = None  # move, add: the new day
    name: str | None = None  # assign
    email: str | None = None  # assign
    reason: str | None = None  # block
    outcome: str | None = None  # add: what is proposed
    kind: str | None = None  # add: milestone | key_date
    until: date | None = None  # add of a key date: its last day
    why: str = ""  # for `mail read`: how it was matched, in words a rep understands


@dataclass(frozen=True)
class Context:
    """The circumstances of a mail: the plan, who wrote, and what mail of ours is answered."""

    plan: Plan
    numbers: Mapping[str, int]  # milestone id -> its [n]
    person: str  # role id the reply address names, or "any"
    sender: str | None  # role id the From belongs to; None: a stranger
    about: str  # "digest", a milestone id, "receipt", "question", "review"
    about_milestones: tuple[str, ...]  # those of the receipt or the question
    sent: date  # the mail's day, in the sender's offset or the buyer's zone
    locale: str  # of the person, else the buyer's
    subject: str = ""
