"""The deal around the outcomes: both companies, launch and key dates; from the file, flags, or guessed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.exchange.cells import DayReader
from generator.exchange.headers import normalised
from generator.exchange.layout import Layout
from generator.exchange.people import Cast
from generator.exchange.plan_text import Missing
from generator.exchange.rows import MAX_LINE, Draft
from generator.exchange.table import line_of, prose_of
from generator.exchange.words import LAUNCH_WORDS
from generator.plan.model import SideName
from generator.plan.splice import MILESTONE_ORDER
from generator.plan.terms import check_zone

_HINT = "the day on which the buyer must be live, as in 2027-03-01"
_SIDES: tuple[SideName, ...] = ("buyer", "seller", "partner")


@dataclass(frozen=True)
class Given:
    """What is known without the file; `buyer` and `launch` only where a person named them.

    `deal` stands in for a buyer's name that nobody gives; `domains` are the seller's own mail domains.
    """

    buyer: str | None
    deal: str
    seller: str
    launch: date | None
    domains: frozenset[str]


def plan_data(
    layout: Layout, draft: Draft, days: DayReader, given: Given, fill: Callable[[Cast], None]
) -> dict[str, Any]:
    """Give a plan's data; `fill` reads people and outcomes into the draft, once the companies are known."""
    facts = {name: line_of(cell)[:MAX_LINE] for name, cell in layout.deal.items()}
    others = _other_companies(layout, facts.get("seller") or given.seller)
    buyer = given.buyer or facts.get("buyer") or next(iter(others), "")
    if not buyer:
        buyer = given.deal.replace("-", " ").title()
        draft.assumed.append(f"the buyer is called {buyer!r}, after the deal")
    names: dict[SideName, str] = {"buyer": buyer, "seller": facts.get("seller") or given.seller}
    if partner := facts.get("partner") or next((o for o in others if normalised(o) != normalised(buyer)), ""):
        names["partner"] = partner
    cast = Cast(names, given.domains)
    fill(cast)
    launch = _launch(layout, draft, days, given.launch)
    data: dict[str, Any] = {
        "title": facts.get("title") or f"{names['buyer']} and {names['seller']} - go-live plan"
    }
    for side in _SIDES:
        if side in names:
            data[side] = _side(names[side], facts.get(f"{side}_place", ""), facts.get(f"{side}_zone", ""))
        elif any(role["side"] == side for role in cast.roles.values()):
            data[side] = {"name": side.title()}
    if why := prose_of(layout.deal.get("why")):
        data["why"] = why
    data["introduced"] = _introduced(layout, days, draft)
    data["launch"] = launch | ({"event": facts["event"]} if facts.get("event") else {})
    data["roles"] = cast.roles
    data["milestones"] = [_tidy(milestone) for milestone in draft.milestones]
    if key_dates := _key_dates(layout, days, draft):
        data["key_dates"] = key_dates
    return data


def _other_companies(layout: Layout, seller: str) -> list[str]:
    """The companies in a column such as "Company" that are not the seller, the most frequent first."""
    block = layout.outcomes
    said = Counter(line_of(block.cell(row, "side"))[:MAX_LINE] for row in block.rows)
    known = Cast({"seller": seller}, frozenset())
    return [name for name, _ in said.most_common(20) if name and known.side_named(name) is None]


def _introduced(layout: Layout, days: DayReader, draft: Draft) -> date:
    """The day the file states, else the first on which anything was begun or done, else today."""
    if stated := _day(layout, days, "introduced"):
        return stated
    begun = [m[key] for m in draft.milestones for key in ("started_on", "done_on") if m.get(key)]
    day: date = min([*begun, days.today])
    draft.assumed.append(f"the buyer first saw the plan on {day}")
    return day


def _tidy(milestone: dict[str, Any]) -> dict[str, Any]:
    """Put keys in the order in which people write them."""
    return {key: milestone[key] for key in MILESTONE_ORDER if milestone.get(key)}


def _side(name: str, place: str, zone: str) -> dict[str, Any]:
    found = re.fullmatch(r"([A-Z]{2})(?:-([\w-]{1,20}))?", place)
    side: dict[str, Any] = {"name": name}
    if found:
        side["country"] = found[1]
        if found[2]:
            side["subdivision"] = found[2]
    try:
        return {**side, "timezone": check_zone(zone)} if zone else side
    except ValueError:
        return side


def _day(layout: Layout, days: DayReader, name: str) -> date | None:
    try:
        return days.read(layout.deal.get(name))
    except (ValueError, OverflowError):
        return None


def _launch(layout: Layout, draft: Draft, days: DayReader, given: date | None) -> dict[str, Any]:
    """Find the launch: its outcome by name; its day by label, that outcome's due day, or the last due day."""
    milestones = draft.milestones
    day = given or _day(layout, days, "launch")
    last_due = max((m["due"] for m in milestones if m.get("due")), default=None)
    stated = line_of(layout.deal.get("launch_id"))
    chosen = next((m for m in milestones if m["id"] == stated), None) or _launch_by_name(milestones, day)
    if chosen is None:
        chosen = next((m for m in reversed(milestones) if m.get("due") == (day or last_due)), milestones[-1])
        draft.assumed.append(f"the launch is {chosen['outcome']!r}, since no outcome is named so")
    if day is None and (day := chosen.get("due") or last_due):
        whose = f"the due day of {chosen['outcome']!r}" if chosen.get("due") else "the last due day"
        draft.assumed.append(f"the launch is on {day}, {whose}")
    _after_launch(draft, chosen, day, "after" in layout.outcomes.columns)
    return {"date": day or Missing(_HINT), "milestone": chosen["id"]}


def _launch_by_name(milestones: list[dict[str, Any]], day: date | None) -> dict[str, Any] | None:
    for said in ("id", "stage", "outcome"):
        named = [m for m in milestones if _speaks_of_launch(normalised(str(m.get(said, ""))), said)]
        if len(named) == 1 or (named and said == "outcome"):
            return next((m for m in named if day and m.get("due") == day), named[-1])
    return None


def _speaks_of_launch(words: str, said: str) -> bool:
    if said == "id":
        return words == "live"
    if said == "stage":
        return words in LAUNCH_WORDS
    return any(f" {phrase} " in f" {words} " for phrase in LAUNCH_WORDS)


def _after_launch(draft: Draft, launch: dict[str, Any], day: date | None, says_after: bool) -> None:
    """Let outcomes that are due after the launch follow it, where the file has no column for that."""
    for milestone in draft.milestones:
        if not says_after and day and milestone is not launch and milestone.get("due", day) > day:
            milestone["after"] = [launch["id"]]
            draft.note("follows the launch, since it is due after it", milestone["outcome"])


def _key_dates(layout: Layout, days: DayReader, draft: Draft) -> list[dict[str, Any]]:
    found = []
    for row in layout.key_dates.rows if layout.key_dates else ():
        assert layout.key_dates is not None
        cells = {name: layout.key_dates.cell(row, name) for name in layout.key_dates.columns}
        what = line_of(cells.get("what"))[:MAX_LINE]
        try:
            first, until = days.read(cells.get("date")), days.read(cells.get("until"))
        except (ValueError, OverflowError):
            first = until = None
        if first is None or not what:
            draft.note("could not read a key date", what)
            continue
        key: dict[str, Any] = {"date": first} | ({"until": until} if until else {}) | {"what": what}
        found.append(key | ({"no_work": True} if normalised(line_of(cells.get("no_work"))) == "yes" else {}))
    return found
