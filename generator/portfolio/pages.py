"""The managers' pages: all deals on one time line, one page a deal, and how plans are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import jinja2

from generator.portfolio.practice import by_outcome, by_rep, by_stage
from generator.portfolio.row import Row

WIDTH = 280  # px of a deal's time line
_EDGE = timedelta(days=10)


@dataclass(frozen=True)
class Picture:
    """A deal's launch on the time line that all deals share, in px: as first agreed, and as expected now."""

    agreed: int
    expected: int
    today: int


class _Scale:
    def __init__(self, days: Sequence[date]) -> None:
        self.first = min(days) - _EDGE
        self.days = (max(days) + _EDGE - self.first).days

    def __call__(self, day: date) -> int:
        return round((day - self.first).days * WIDTH / self.days)

    def months(self) -> list[tuple[int, str]]:
        """Where months begin, named, and thinned so that names do not meet."""
        step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120) if self.days / (30.4 * s) <= 6)
        found, day = [], (self.first.replace(day=1) + timedelta(days=32)).replace(day=1)
        while (day - self.first).days < self.days - 8:
            if (day.year * 12 + day.month - 1) % step == 0:
                found.append((self(day), f"{day:%b}" if day.month > step else f"{day:%b %y}"))
            day = (day + timedelta(days=32)).replace(day=1)
        return found


class Pages:
    """Makes the pages of one portfolio; `site` is the seller's name, `assets` the theme's folder name."""

    def __init__(self, env: jinja2.Environment, site: str, assets: str, today: date) -> None:
        self._env, self._site, self._assets, self._today = env, site, assets, today

    def overview(self, rows: Sequence[Row]) -> bytes:
        """Make the first page; rows come sorted, the most urgent first."""
        days = [d for row in rows for d in (row.agreed, row.forecast) if d]
        scale = _Scale([self._today, *days])
        gates = sorted(
            ((step, row) for row in rows for step in row.gates), key=lambda pair: (pair[0].due, pair[1].deal)
        )
        return self._render(
            "portfolio.html",
            "",
            "Deals",
            urgent=[row for row in rows if row.concerns],
            calm=[row for row in rows if not row.concerns],
            pictures={row.deal: p for row in rows if (p := self._picture(row, scale))},
            months=scale.months(),
            width=WIDTH,
            today_x=scale(self._today),
            gates=gates,
            week=_week(rows),
        )

    def deal(self, row: Row) -> bytes:
        """Make one deal's page."""
        waits = (self._today - row.waiting_since).days if row.waiting_since else None
        return self._render("portfolio_deal.html", "../", row.title, row=row, waits_days=waits)

    def practice(self, rows: Sequence[Row], templates: Mapping[str, frozenset[str]]) -> bytes:
        """Make the page on how plans are kept."""
        return self._render(
            "portfolio_practice.html",
            "",
            "Practice",
            reps=by_rep(rows, templates),
            stages=by_stage(rows),
            outcomes=sorted(by_outcome(rows).values(), key=lambda one: one.name),
        )

    def _picture(self, row: Row, scale: _Scale) -> Picture | None:
        if not (row.agreed and row.forecast):
            return None
        return Picture(scale(row.agreed), scale(row.forecast), scale(self._today))

    def _render(self, template: str, root: str, title: str, **more: Any) -> bytes:
        page = self._env.get_template(template).render(
            site=self._site, root=root, page_title=title, today=self._today,
            assets=f"{root}../_assets/{self._assets}/", say_day=say_day, days_later=days_later, **more,
        )  # fmt: skip
        return page.encode()


def say_day(day: date, today: date | None = None) -> str:
    """Write a day as pages do: 27 Nov, with its year where that is another."""
    return f"{day.day} {day:%b}" if today and day.year == today.year else f"{day.day} {day:%b %Y}"


def days_later(days: int) -> str:
    """Say a slip in words."""
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} later" if days > 0 else f"{-days} {unit} earlier" if days < 0 else "as agreed"


def _week(rows: Iterable[Row]) -> dict[str, int]:
    weeks = [row.week for row in rows]
    return {
        "reached": sum(week.reached for week in weeks),
        "replies": sum(week.replies for week in weeks),
        "later": sum(week.launch_days > 0 for week in weeks),
        "earlier": sum(week.launch_days < 0 for week in weeks),
    }
