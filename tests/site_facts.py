"""One small deal for tests of pages: a ferry that must sail, with a journal, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jinja2

from generator.plan.load import parse_plan
from generator.record.journal import Change, Entry
from generator.site.facts import DealFacts
from generator.site.gather import gather

TODAY = date(2026, 3, 10)
ROOT = Path(__file__).parents[1]

PLAN = """\
title: Quay Lines and Volt - the electric ferry
buyer: {name: Quay Lines, timezone: Europe/Berlin}
seller: {name: Volt Marine, timezone: Europe/Berlin}
why: Sail without smoke before the summer guests come.
introduced: 2026-02-02
launch: {date: 2026-05-04, event: The summer season opens}
roles:
  harbour: {side: buyer, title: Harbour master, name: Ida Holm, email: ida@quay.example}
  finance: {side: buyer, title: Finance}
  yard: {side: seller, title: Yard lead, name: Bo Lind, email: bo@volt.example}
milestones:
  - {id: survey, outcome: Quay surveyed, stage: Plan, owner: harbour, takes: 5 days, due: 2026-02-13,
     status: done, done_on: 2026-02-13}
  - {id: power, outcome: Shore power connected, stage: Build, owner: yard, takes: 10 days, after: [survey],
     due: 2026-03-13, status: active, started_on: 2026-03-02, exit: "A ship has charged overnight."}
  - {id: paid, outcome: Last payment released, stage: Build, owner: finance, takes: 2 days, after: [survey],
     due: 2026-03-27}
  - {id: trials, outcome: Sea trials passed, stage: Build, owner: yard, takes: 35 days, after: [power]}
  - {id: live, outcome: First guests aboard, stage: Sail, owner: harbour, takes: 1 day, after: [trials]}
  - {id: fuel, outcome: Fuel bill gone, stage: Return, owner: finance, takes: 20 days, after: [live]}
"""


def facts(
    text: str = PLAN, *changes: tuple[str, str], entries: Sequence[Entry] = (), today: date = TODAY
) -> DealFacts:
    """The deal on a day, after replacing words of its plan."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    plan = parse_plan(text.encode(), "plan.yaml", today)
    return gather("ferry", Path("ferry"), plan, tuple(entries), today)


def moved_facts(**more: Any) -> DealFacts:
    """The deal after shore power moved from 13 to 27 March."""
    return facts(PLAN, ("started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-03-27,"), **more)


def entry(day: str, who: str, *changes: Change, **more: Any) -> Entry:
    """A journal line, written on a day at noon in Berlin."""
    made = Entry(
        id=day, when=datetime.fromisoformat(f"{day}T12:00:00+01:00"), who=who, by="mail", before="", after=""
    )
    return replace(made, changes=changes, **more)


def environment() -> jinja2.Environment:
    """The theme's templates, strict about names."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "theme"), undefined=jinja2.StrictUndefined
    )
