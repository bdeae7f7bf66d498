"""THE ORDER of an import: read the file, find the table, read the rows, settle the deal, write the plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from generator.errors import Fault, FaultsError, GoliveError, UsageError
from generator.exchange.deal import Given, plan_data
from generator.exchange.delimited import read_delimited
from generator.exchange.draft import day_reader, read_outcomes
from generator.exchange.headers import normalised
from generator.exchange.layout import Layout, find_layout
from generator.exchange.people import Cast
from generator.exchange.plan_text import plan_text
from generator.exchange.rows import Draft
from generator.exchange.table import MAX_FILE_BYTES, Sheet, column_name, line_of
from generator.plan.load import parse_plan
from generator.workspace import DEAL_ID, Workspace

_TEXT = (".csv", ".tsv", ".txt")
_BOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Imported:
    """What an import found and wrote; `missing` are faults that only a person can mend, with their lines."""

    deal: str
    file: Path
    sheet: str
    header_row: int
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    assumed: tuple[str, ...]
    missing: tuple[Fault, ...]
    milestones: int

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON data; `header_row` counts from 1."""
        return {
            "deal": self.deal, "file": str(self.file), "sheet": self.sheet, "header_row": self.header_row,
            "columns": dict(self.columns), "unused": list(self.unused), "assumed": list(self.assumed),
            "missing": [str(fault) for fault in self.missing], "milestones": self.milestones,
        }  # fmt: skip


def import_plan(
    workspace: Workspace,
    file: Path,
    today: date,
    *,
    deal: str | None = None,
    buyer: str | None = None,
    launch: date | None = None,
) -> Imported:
    """Make a new deal from a spreadsheet; raises GoliveError, and then writes nothing.

    A deal that is there is never overwritten. Where only a person can say what is missing, such as the
    launch, the plan is written all the same, with an empty place to fill in.
    """
    name = deal or _deal_id(file.stem)
    if not DEAL_ID.fullmatch(name) or name == "templates":
        raise UsageError(f"{name!r} cannot name a deal; use up to 24 lower-case letters, digits and -")
    target = workspace.plans / name / "plan.yaml"
    if target.exists():
        raise UsageError(f"{target} is there already; choose another name with --deal")
    given = Given(buyer, name, workspace.site_name, launch, _domains(workspace))
    layout = find_layout(file.name, read_sheets(file))
    draft = Draft()
    days = day_reader(layout, today, draft)
    data = plan_data(layout, draft, days, given, lambda cast: _fill(layout, cast, days, draft))
    text = plan_text(data, f"Imported from {line_of(file.name)} on {today}. Then: golive check {name}")
    missing: list[Fault] = []
    try:
        parse_plan(text.encode("utf-8"), f"plans/{name}/plan.yaml", today)
    except FaultsError as error:
        missing = error.faults
    (target.parent / "pages").mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8") as out:
        out.write(text)
    return Imported(
        name, target, layout.outcomes.sheet, layout.outcomes.header + 1, _columns(layout), _unused(layout),
        tuple(draft.notes()), tuple(missing), len(draft.milestones),
    )  # fmt: skip


def _fill(layout: Layout, cast: Cast, days: Any, draft: Draft) -> None:
    if layout.people:
        cast.list_people(layout.people.rows, layout.people.columns)
    read_outcomes(layout, cast, days, draft)


def read_sheets(file: Path) -> list[Sheet]:
    """Read a spreadsheet; raises UsageError for a file that is not there or of another kind."""
    try:
        size = file.stat().st_size
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None
    kind = file.suffix.lower()
    if kind not in (*_TEXT, *_BOOKS) or not file.is_file():
        raise UsageError(f"{file.name} is neither .xlsx nor .csv; save the table as one of these")
    if size > MAX_FILE_BYTES:
        raise GoliveError(
            f"{file.name} has {size // 1_000_000} MB, far more than a plan needs; "
            "copy the plan's rows into a file of their own"
        )
    try:
        if kind in _TEXT:
            return read_delimited(file)
        from generator.exchange.workbook import read_workbook

        return read_workbook(file)
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None


def _domains(workspace: Workspace) -> frozenset[str]:
    """The seller's own mail domains, as far as the workspace's mail settings tell."""
    mail = workspace.options.mail
    addresses = (mail.rep or "", parseaddr(mail.from_)[1]) if mail else ()
    return frozenset(a.rpartition("@")[2].lower() for a in addresses if "@" in a)


def _deal_id(stem: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", normalised(stem)).strip("-")
    return words[:24].strip("-") or "imported"


def _columns(layout: Layout) -> dict[str, str]:
    block = layout.outcomes
    named = sorted(block.columns.items(), key=lambda item: item[1])
    return {field: f"{column_name(at)} {line_of(block.headers[at])!r}" for field, at in named}


def _unused(layout: Layout) -> tuple[str, ...]:
    block = layout.outcomes
    used = set(block.columns.values())
    return tuple(
        f"{column_name(at)} {line_of(cell)[:60]!r}"
        for at, cell in enumerate(block.headers)
        if cell is not None and at not in used and "worked out" not in normalised(line_of(cell))
    )
