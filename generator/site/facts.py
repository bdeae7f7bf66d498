"""All that is known about one deal on one day: what views, feeds and mails are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.plan.model import Plan
from generator.record.journal import Entry
from generator.schedule.dates import Schedule
from generator.value.worth import Worth

SHARED = "_assets"  # the folder of the theme's files, beside the private ones

# (person, about) -> reply address; about is "digest" or a milestone id. None: the workspace has no mail.
ReplyAddress = Callable[[str, str], str]


@dataclass(frozen=True)
class DealFacts:
    """One deal on one day. `folder` is the deal's own, with plan.yaml, pages/ and files/."""

    deal: str
    folder: Path
    plan: Plan
    today: date
    numbers: Mapping[str, int]
    entries: tuple[Entry, ...]
    schedule: Schedule
    worth: Worth | None


@dataclass(frozen=True)
class Person:
    """Somebody who has a private copy of the pages; role id, or `any` for the link to pass on.

    `url` is the private page, `feeds` the calendar links by name (`everything`, `mine`).
    """

    id: str
    url: str
    feeds: Mapping[str, str]
    reply_address: Callable[[str], str] | None = None
