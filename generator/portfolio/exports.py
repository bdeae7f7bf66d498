"""The portfolio as CSV and JSON, for spreadsheets and other programs; the same rows as the pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from generator.portfolio.row import Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet program would run
COLUMNS = (
    "deal", "title", "buyer", "rep", "state", "launch", "forecast", "slip_days", "chance_percent",
    "delay_cost_per_week", "currency", "waiting_on", "next_outcome", "next_due", "waiting_since",
    "last_reply", "done", "total", "launch_moved_this_week_days", "why",
)  # fmt: skip


def as_json(rows: Sequence[Row]) -> bytes:
    """Give all that the rows hold."""
    data = [row.model_dump(mode="json") | {"reason": row.reason} for row in rows]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(rows: Sequence[Row]) -> bytes:
    """Give one line a deal, in UTF-8 with a byte order mark, as Excel wants it."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([_safe(cell) for cell in _cells(row)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cells(row: Row) -> tuple[object, ...]:
    following = row.next
    return (
        row.deal, row.title, row.buyer, row.rep, row.state, row.launch, row.forecast, row.slip_days,
        row.chance, row.delay_per_week, row.currency, following.side if following else None,
        following.outcome if following else None, following.due if following else None,
        row.waiting_since, row.last_reply, row.done, row.total, row.week.launch_days, row.reason,
    )  # fmt: skip


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
