"""For front-line managers: who follows template and rules, which side's outcomes move, where plans stall.

Lead times are learned from outcomes that were reached: nearest-rank median and 80th percentile (P80), in
working days of the owner's side.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from generator.plan.model import SideName
from generator.portfolio.row import LeadTime, Row

FEWEST = 5  # reached outcomes; fewer say little about the next one
_OUTCOME_ID = re.compile(r"^\s{0,8}- (?:\{)?id: ([a-z0-9_-]{1,40})", re.MULTILINE)


@dataclass(frozen=True)
class Learned:
    """How long something really took, in working days; `planned` is the median of what plans had said."""

    name: str
    count: int
    planned: int
    median: int
    p80: int

    @property
    def takes(self) -> str:
        """Give it as plans write it: a range whose upper end is the P80."""
        return f"{self.median}-{self.p80} days" if self.median < self.p80 else f"{self.p80} days"


@dataclass(frozen=True)
class RepPractice:
    """How one rep's plans are kept: averages over the open deals, in days and in broken rules."""

    rep: str
    deals: int
    template_kept_percent: int | None
    rules_broken: float
    most_broken: str
    buyer_slip_days: float | None
    seller_slip_days: float | None


def by_rep(rows: Iterable[Row], templates: Mapping[str, frozenset[str]]) -> list[RepPractice]:
    """Compare reps; the one whose plans break most rules first."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.state == "open" and row.total:
            grouped[row.rep].append(row)
    found = [_practice(rep, some, templates) for rep, some in grouped.items()]
    return sorted(found, key=lambda one: (-one.rules_broken, one.rep))


def _practice(rep: str, rows: Sequence[Row], templates: Mapping[str, frozenset[str]]) -> RepPractice:
    broken = Counter(rule for row in rows for rule in row.rules)
    kept = [_kept(row.outcomes, templates) for row in rows] if templates else []
    return RepPractice(
        rep=rep,
        deals=len(rows),
        template_kept_percent=round(100 * mean(kept)) if kept else None,
        rules_broken=round(mean(len(row.rules) for row in rows), 1),
        most_broken=min(broken, key=lambda rule: (-broken[rule], rule)) if broken else "",
        buyer_slip_days=_slip(rows, "buyer"),
        seller_slip_days=_slip(rows, "seller"),
    )


def _kept(outcomes: Iterable[str], templates: Mapping[str, frozenset[str]]) -> float:
    """Give the share of a template's outcomes that a plan kept, by the template it is nearest to."""
    here = set(outcomes)
    return max(len(here & wanted) / len(wanted) for wanted in templates.values())


def _slip(rows: Iterable[Row], side: SideName) -> float | None:
    slips = [row.slip_by_side[side] for row in rows if side in row.slip_by_side]
    return round(mean(slips), 1) if slips else None


def template_outcomes(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Name the outcomes of each template; a template is no YAML until it is filled in."""
    found = {name: frozenset(_OUTCOME_ID.findall(text)) for name, text in texts.items()}
    return {name: ids for name, ids in found.items() if ids}


def by_stage(rows: Iterable[Row]) -> list[Learned]:
    """Say where plans stall: the stages whose outcomes overrun their plan most come first."""
    found = _learned(rows, lambda lead: lead.stage or "No stage", 1)
    return sorted(found.values(), key=lambda one: (one.planned - one.p80, one.name))


def by_outcome(rows: Iterable[Row], fewest: int = FEWEST) -> dict[str, Learned]:
    """Learn from reached outcomes of the same id, as templates name them; id -> how long it took."""
    return _learned(rows, lambda lead: lead.milestone, fewest)


def _learned(rows: Iterable[Row], name_of: Callable[[LeadTime], str], fewest: int) -> dict[str, Learned]:
    grouped: dict[str, list[LeadTime]] = defaultdict(list)
    for row in rows:
        for lead in row.lead_times:
            grouped[name_of(lead)].append(lead)
    return {
        name: Learned(
            name,
            len(leads),
            _quantile([lead.planned_days for lead in leads], 0.5),
            _quantile([lead.days for lead in leads], 0.5),
            _quantile([lead.days for lead in leads], 0.8),
        )
        for name, leads in grouped.items()
        if len(leads) >= fewest
    }


def _quantile(days: Sequence[int], share: float) -> int:
    return sorted(days)[max(0, math.ceil(share * len(days)) - 1)]
