"""Rows as `golive status` prints them: the contract of DESIGN §8, filters, and what stands in a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.portfolio.row import Row

COLUMNS = ("deal", "go-live", "expected", "days off", "waits on", "next", "reached", "why it stands here")


def chosen(
    rows: Iterable[Row],
    *,
    rep: str | None = None,
    stage: str | None = None,
    waiting_on: str | None = None,
    closed: bool = False,
) -> list[Row]:
    """Give the rows that fit all filters, what needs a person today first; words match in part."""
    found = [
        row
        for row in rows
        if (closed or row.state != "closed")
        and (rep is None or rep.casefold() in row.rep.casefold())
        and (stage is None or (row.next and stage.casefold() == row.next.stage.casefold()))
        and (waiting_on is None or (row.next and waiting_on.casefold() in (row.next.side, row.next.owner)))
    ]
    return sorted(found, key=lambda row: row.urgency)


def status_json(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Give the `status` contract; a plan with faults has no dates."""
    return [
        {
            "deal": row.deal,
            "title": row.title,
            "launch": row.launch.isoformat() if row.launch else None,
            "forecast": row.forecast.isoformat() if row.forecast else None,
            "slip_days": row.slip_days,
            "next": {"milestone": row.next.id, "owner": row.next.owner, "due": row.next.due.isoformat()}
            if row.next
            else None,
            "waiting_on": row.next.side if row.next else None,
            "last_reply": row.last_reply.isoformat() if row.last_reply else None,
            "done": row.done,
            "total": row.total,
        }
        for row in rows
    ]


def status_lines(rows: Iterable[Row]) -> list[tuple[object, ...]]:
    """Give one line a deal, its reason last."""
    return [
        (
            row.deal,
            row.launch or "",
            row.forecast or "",
            f"{row.slip_days:+}" if row.slip_days else "",
            row.next.side if row.next else "",
            f"[{row.next.number}] {row.next.who}, {row.next.due}" if row.next else "",
            f"{row.done} of {row.total}" if row.total else "",
            row.reason,
        )
        for row in rows
    ]
