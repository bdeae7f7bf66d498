"""A plan as a spreadsheet or as JSON: what stands in it, and the dates that follow from it.

What is internal to the seller is left out, since exports are passed on. A spreadsheet also leaves out value,
check-ins, confirmations and resources, which no table of outcomes holds. Everything else comes back by an
import. Columns headed "(worked out)" are for reading only: an import works them out anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from generator.errors import UsageError
from generator.exchange.delimited import delimited_text
from generator.exchange.table import Cell, Row, Sheet
from generator.plan.model import Milestone, Plan, Side
from generator.schedule.report import schedule_json
from generator.site.facts import DealFacts
from generator.workspace import Workspace

Format = Literal["xlsx", "csv", "json", "html"]
NO_STAGE = "–"  # an empty cell would take over the stage above it

HEADER: Row = (
    "No", "ID", "Outcome", "Stage", "Owner", "Owner name", "With", "Status", "Takes", "After", "Wait",
    "Target start (worked out)", "Target due (worked out)", "Expected due (worked out)", "Started on",
    "Done on", "Agreed due", "Expected by owner", "Done when", "Blocked by",
)  # fmt: skip
PEOPLE_HEADER: Row = ("Role", "Side", "Title", "Name", "Email")
KEY_DATES_HEADER: Row = ("Key date", "Until", "What happens", "No work")


def write_export(
    workspace: Workspace, facts: DealFacts, to: Format, file: Path, made: datetime, *, replace: bool = False
) -> None:
    """Write one deal to a file in a format; raises UsageError where that is not possible."""
    if file.exists() and not replace:
        raise UsageError(
            f"{file} is there already; choose another name with --out, or replace it with --force"
        )
    try:
        if to == "html":
            _write_page(workspace, facts, file)
        else:
            _write(facts, to, file, made)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from None


def _write_page(workspace: Workspace, facts: DealFacts, file: Path) -> None:
    from generator.site.pages.build import SiteBuilder
    from generator.site.pages.one_file import one_file

    file.write_bytes(one_file(SiteBuilder(workspace), facts))


def _write(facts: DealFacts, to: Format, file: Path, made: datetime) -> None:
    if to == "json":
        text = json.dumps(export_json(facts), ensure_ascii=False, indent=2, default=str) + "\n"
        file.write_text(text, encoding="utf-8")
        return
    plan, people, key_dates = plan_rows(facts), people_rows(facts.plan), key_date_rows(facts.plan)
    if to == "csv":
        text = delimited_text([*plan, (), *people, (), *key_dates])
        file.write_text(text, encoding="utf-8", newline="")
        return
    from generator.exchange.workbook import write_workbook

    header = plan.index(HEADER)
    tables = (("Plan", plan, header), ("People", people, 0), ("Key dates", key_dates, 0))
    write_workbook(file, [(Sheet(name, tuple(rows)), at) for name, rows, at in tables], made)


def export_json(facts: DealFacts) -> dict[str, Any]:
    """Give the plan's own data, without what is internal, beside its schedule."""
    plan = facts.plan.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"internal", "waive"})
    for milestone in plan["milestones"]:
        milestone.pop("internal", None)
    schedule = schedule_json(facts.deal, facts.plan, facts.numbers, facts.schedule)
    return {"deal": facts.deal, "plan": plan, "schedule": schedule}


def plan_rows(facts: DealFacts) -> list[Row]:
    """Facts of the deal, an empty row, and one row for each outcome."""
    plan = facts.plan
    sides = (("Buyer", plan.buyer), ("Seller", plan.seller), ("Partner", plan.partner))
    deal: list[Row] = [
        ("Title", plan.title),
        *(row for name, side in sides if side for row in _side_rows(name, side)),
        *([("Why", plan.why)] if plan.why else []),
        ("Introduced", plan.introduced),
        ("Launch date", plan.launch.date),
        *([("Launch event", plan.launch.event)] if plan.launch.event else []),
        ("Launch outcome", plan.launch_milestone.id),
        ("Launch expected (worked out)", facts.schedule.launch_forecast),
    ]
    return [*deal, (), HEADER, *(_outcome_row(facts, m) for m in plan.milestones)]


def _side_rows(name: str, side: Side) -> Iterable[Row]:
    yield name, side.name
    if side.country:
        yield f"{name} country", f"{side.country}-{side.subdivision}" if side.subdivision else side.country
    yield f"{name} time zone", side.timezone


def _outcome_row(facts: DealFacts, m: Milestone) -> Row:
    dates = facts.schedule.milestones[m.id]
    cells: list[Cell] = [
        facts.numbers[m.id], m.id, m.outcome, m.stage or NO_STAGE, m.owner, facts.plan.roles[m.owner].name,
        ", ".join(m.with_), m.status, str(m.takes), ", ".join(m.after), str(m.wait) if m.wait else None,
        dates.target.start, dates.target.due, dates.forecast.due, m.started_on, m.done_on,
        m.due, m.expected, m.exit, m.blocked_by,
    ]  # fmt: skip
    return tuple(cell if cell != "" else None for cell in cells)


def people_rows(plan: Plan) -> list[Row]:
    """One row for each role."""
    roles = ((name, r.side, r.title, r.name, r.email) for name, r in plan.roles.items())
    return [PEOPLE_HEADER, *roles]


def key_date_rows(plan: Plan) -> list[Row]:
    """One row for each key date."""
    return [
        KEY_DATES_HEADER,
        *((k.date, k.until, k.what, "yes" if k.no_work else None) for k in plan.key_dates),
    ]
