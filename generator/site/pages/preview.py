"""One deal for `golive preview` and MkDocs' own commands: read, never written, shown as to anyone."""

from __future__ import annotations

import os
from datetime import date

from generator.clock import Clock
from generator.errors import GoliveError, UsageError
from generator.plan.load import load_plan
from generator.record.journal import read_journal
from generator.site.facts import DealFacts, Person
from generator.site.gather import gather
from generator.workspace import Workspace

ANYONE = Person("any", "", {})


def preview_facts(workspace: Workspace) -> DealFacts:
    """Read the deal that GOLIVE_DEAL names, or the first one, as of GOLIVE_TODAY or the buyer's day.

    Raises GoliveError, with every fault of the plan, where there is nothing to show.
    """
    deal = os.environ.get("GOLIVE_DEAL") or next(iter(workspace.deals()), None)
    if deal is None:
        raise GoliveError(f"There is no deal in {workspace.plans} yet; make one with: golive new")
    return facts_of_deal(workspace, deal, _clock())


def facts_of_deal(workspace: Workspace, deal: str, clock: Clock) -> DealFacts:
    """Read a deal as it stands; raises GoliveError, with every fault of the plan, where there are any."""
    folder = workspace.folder(deal)
    plan = load_plan(folder / "plan.yaml", f"plans/{deal}/plan.yaml", clock.latest_day())
    entries = read_journal(folder / "journal.jsonl")
    return gather(deal, folder, plan, entries, clock.today(plan.buyer.timezone))


def _clock() -> Clock:
    stated = os.environ.get("GOLIVE_TODAY")
    try:
        return Clock(date.fromisoformat(stated) if stated else None)
    except ValueError:
        raise UsageError(f"GOLIVE_TODAY is {stated!r}; write a day as 2027-03-01") from None
