"""What a schedule says: target, forecast and current dates, slip, slack, driving chain, delay ledger.

    target     the dates that the launch asks for, worked back from it (late dates, ALAP)
    forecast   the dates that are now to be expected, worked forward from today
    current    the forecast without today's push: stays put until somebody says or does something
    baseline   each forecast due date on the day the plan was first (or again) agreed
    slip       forecast due less baseline due, in calendar days; positive is later
    slack      total float: how long a step can slip before the launch, or an agreed deadline, gives way

Start and due are both inclusive: a step of one day starts and is due on the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of a step, both inclusive."""

    start: date
    due: date


@dataclass(frozen=True, slots=True)
class MilestoneDates:
    """Everything the schedule says about one milestone.

    `slack_days` counts working days of its own calendar and is 0 for what is done; negative: the deadline
    that it leads to is missed by so many. `drivers` are the predecessors whose forecast sets its start;
    empty where its own target start, its owner's word or today does. `baseline_due` is None (and the slip 0)
    for a milestone that the recorded baseline does not know.
    """

    id: str
    target: Span
    forecast: Span
    current: Span
    baseline_due: date | None
    slip_days: int
    slack_days: int
    critical: bool
    can_start_now: bool
    drivers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """How many calendar days of the launch's slip one deviation caused; negative: won back.

    `milestone`, `role` and `side` are None for changes of the plan itself.
    """

    milestone: str | None
    role: str | None
    side: str | None
    days: int


@dataclass(frozen=True)
class Schedule:
    """The dates of a whole plan on one day.

    `slip_days` is the launch's, the plan's "days off schedule". `short_days` counts working days of the
    launch's owner between launch.date and the forecast; 0 when feasible. `chain` is one driving chain, first
    step first, ending in the launch; every step on any driving chain is `critical`. `out_of_order` names
    open predecessors of steps that are done already. `delay`, the ledger, is worked out when it is first
    asked for: it replays the plan's history and costs more than all the rest.
    """

    today: date
    launch_id: str
    launch_target: date
    launch_baseline: date
    launch_forecast: date
    slip_days: int
    feasible: bool
    short_days: int
    milestones: Mapping[str, MilestoneDates]
    chain: tuple[str, ...]
    out_of_order: tuple[tuple[str, str], ...]
    ledger: Callable[[], tuple[Charge, ...]] = field(repr=False, compare=False)

    @cached_property
    def delay(self) -> tuple[Charge, ...]:
        """The delay ledger: charges that add up to `slip_days` exactly, and none for who kept time."""
        return self.ledger()
