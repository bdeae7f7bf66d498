"""The schedule of a plan on a day: the order in which targets, forecast, slack and slip are worked out.

Pure: the same plan, day and baseline give the same schedule. Nothing here reads the clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.plan.model import Plan
from generator.schedule.baseline import Baseline, Record, computed_baseline, read_baseline, recorded_holidays
from generator.schedule.dates import MilestoneDates, Schedule, Span
from generator.schedule.forecast import NO_DAY, driver_positions, forecast_dates
from generator.schedule.ledger import delay_ledger
from generator.schedule.network import Dates, Network, Progress, network_of, progress_now
from generator.schedule.slack import slack_days
from generator.schedule.target import target_dates

_Pair = tuple[Dates, Dates]  # starts and dues


def schedule(
    plan: Plan, today: date, baseline: Record | None = None, numbers: Mapping[str, int] | None = None
) -> Schedule:
    """Work out every date of the plan as of today.

    `baseline` is the journal's record (see `baseline`; the folded `latest_record`), None if none was taken;
    `numbers` are the milestones' numbers in mails, by default in file order. Raises GoliveError where the
    dates leave the years that calendars cover.
    """
    day = today.toordinal()
    network = network_of(plan, recorded_holidays(baseline))
    progress = progress_now(plan, network)
    base = (
        read_baseline(baseline, network, plan.introduced.toordinal())
        if baseline
        else computed_baseline(plan, network, progress)
    )
    target = target_dates(network, progress)
    work = _Work(
        network,
        progress,
        day,
        target,
        forecast_dates(network, progress, target[0], day),
        forecast_dates(network, progress, target[0], NO_DAY),
    )
    numbers = numbers or {m.id: n for n, m in enumerate(plan.milestones, 1)}
    return _assemble(plan, work, base, numbers)


def current_dates(plan: Plan, baseline: Record | None = None) -> dict[str, date]:
    """Give each milestone's current due date: the forecast without today's push, in file order."""
    network = network_of(plan, recorded_holidays(baseline))
    progress = progress_now(plan, network)
    starts, _ = target_dates(network, progress)
    return _by_id(plan, network, forecast_dates(network, progress, starts, NO_DAY)[1])


def baseline_of(
    plan: Plan, day: date, baseline: Record | None = None, *, pristine: bool = False
) -> dict[str, date]:
    """Give each milestone's forecast due on a day; `pristine`: as if nothing were done or said yet."""
    network = network_of(plan, recorded_holidays(baseline))
    progress = progress_now(plan, network)
    if pristine:
        progress = [p.pristine() for p in progress]
    starts, _ = target_dates(network, progress)
    return _by_id(plan, network, forecast_dates(network, progress, starts, day.toordinal())[1])


def _by_id(plan: Plan, network: Network, dues: Dates) -> dict[str, date]:
    return {m.id: date.fromordinal(dues[network.position[m.id]]) for m in plan.milestones}


@dataclass(frozen=True)
class _Work:
    """The passes over one plan on one day, in network order."""

    network: Network
    progress: Sequence[Progress]
    today: int
    target: _Pair
    forecast: _Pair
    current: _Pair


def _assemble(plan: Plan, work: _Work, base: Baseline, numbers: Mapping[str, int]) -> Schedule:
    network, launch, dues = work.network, work.network.launch, work.forecast[1]
    drivers = [
        driver_positions(step, work.progress[i], work.forecast[0][i], dues[i], dues)
        for i, step in enumerate(network.steps)
    ]
    critical = _behind(launch, drivers)
    slack = slack_days(network, work.progress, dues)
    milestones = {}
    for m in plan.milestones:
        i = network.position[m.id]
        due = base.dues.get(m.id)
        milestones[m.id] = MilestoneDates(
            id=m.id,
            target=_span(work.target, i),
            forecast=_span(work.forecast, i),
            current=_span(work.current, i),
            baseline_due=None if due is None else date.fromordinal(due),
            slip_days=0 if due is None else dues[i] - due,
            slack_days=slack[i],
            critical=i in critical,
            can_start_now=_can_start(work, i),
            drivers=tuple(network.steps[p].id for p in drivers[i]),
        )
    feasible = dues[launch] <= network.launch_date
    return Schedule(
        today=date.fromordinal(work.today),
        launch_id=network.steps[launch].id,
        launch_target=plan.launch.date,
        launch_baseline=date.fromordinal(base.launch),
        launch_forecast=date.fromordinal(dues[launch]),
        slip_days=dues[launch] - base.launch,
        feasible=feasible,
        short_days=0 if feasible else _short(network, dues[launch]),
        milestones=milestones,
        chain=tuple(network.steps[i].id for i in _chain(launch, drivers, dues)),
        out_of_order=_out_of_order(network, work.progress),
        ledger=partial(delay_ledger, network, work.progress, work.today, base, numbers),
    )


def _span(pair: _Pair, i: int) -> Span:
    return Span(date.fromordinal(pair[0][i]), date.fromordinal(pair[1][i]))


def _short(network: Network, forecast: int) -> int:
    """Working days of the launch's owner from launch.date to the forecast; at least 1 (a stated weekend)."""
    calendar = network.calendars.of(network.steps[network.launch].sides[:1])
    return max(1, calendar.between(network.launch_date, forecast))


def _can_start(work: _Work, i: int) -> bool:
    """Nothing stands before an open step: its predecessors are done, and any wait after them is over."""
    step, progress = work.network.steps[i], work.progress[i]
    if progress.status != "open" or not all(work.progress[p].is_done for p in step.predecessors):
        return False
    if not step.predecessors or not (step.wait and step.wait.days):
        return True
    last = max(work.forecast[1][p] for p in step.predecessors)
    return step.earliest_after(last, progress.takes) <= step.calendar.at_or_after(work.today)


def _behind(launch: int, drivers: Sequence[Sequence[int]]) -> set[int]:
    """Every step on a driving chain to the launch."""
    found, waiting = {launch}, [launch]
    while waiting:
        for p in drivers[waiting.pop()]:
            if p not in found:
                found.add(p)
                waiting.append(p)
    return found


def _chain(launch: int, drivers: Sequence[Sequence[int]], dues: Dates) -> list[int]:
    """One driving chain, first step first; where several steps drive, the one that ends last."""
    chain = [launch]
    while drivers[chain[-1]]:
        chain.append(max(drivers[chain[-1]], key=lambda p: (dues[p], -p)))
    return chain[::-1]


def _out_of_order(network: Network, progress: Sequence[Progress]) -> tuple[tuple[str, str], ...]:
    """Open predecessors of steps that are done already, as (predecessor, done step)."""
    return tuple(
        (network.steps[p].id, step.id)
        for i, step in enumerate(network.steps)
        if progress[i].is_done
        for p in step.predecessors
        if not progress[p].is_done
    )
