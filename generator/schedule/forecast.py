"""Forecast dates: what is now to be expected, worked forward from what was done and said, and from today.

Without a today the same pass gives the current dates, which do not crawl with the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.network import Dates, Network, Progress, Step

NO_DAY = 0  # in place of today: no push


def forecast_dates(
    network: Network, progress: Sequence[Progress], target_starts: Dates, today: int
) -> tuple[list[int], list[int]]:
    """Give each step's forecast start and due; `today` NO_DAY gives the current dates."""
    count = len(network.steps)
    starts, dues = [0] * count, [0] * count
    for i in range(count):
        starts[i], dues[i] = step_forecast(network.steps[i], progress[i], target_starts[i], dues, today)
    return starts, dues


def step_forecast(
    step: Step, progress: Progress, target_start: int, dues: Dates, today: int
) -> tuple[int, int]:
    """Forecast one step, its predecessors' dues being settled.

    Done: its day. Under way: from the day it started; unknown, the earlier of its target start and today.
    Otherwise from the latest of its target start, its predecessors and today. It ends after what it takes,
    or when its owner expects it, but not before its last predecessor. An end that would lie before today is
    today, rolled to the next working day; one that the owner stated is not rolled, since a stated date may
    be a weekend (a later word must never give an earlier date).
    """
    takes, calendar = progress.takes, step.calendar
    if progress.is_done:
        return _start_of_done(step, progress), progress.done or 0
    last = max((dues[p] for p in step.predecessors), default=NO_DAY)
    if progress.is_under_way:
        start = progress.started or (min(target_start, today) if today else target_start)
    else:
        start = max(target_start, step.earliest_after(last, takes) if last else NO_DAY)
        if start < today:
            start = calendar.at_or_after(today)
    if progress.expected is not None:
        due = max(progress.expected, last, today)
    else:
        due = calendar.finish(start, takes) if takes else start
        if due < today:
            due = calendar.at_or_after(today)
    return min(start, due), due


def _start_of_done(step: Step, progress: Progress) -> int:
    """When a done step started: as was said, else as long before its end as it takes."""
    done = progress.done or 0
    if progress.started is not None:
        return min(progress.started, done)
    return step.calendar.begin(done, progress.takes) if progress.takes else done


def driver_positions(step: Step, progress: Progress, start: int, due: int, dues: Dates) -> list[int]:
    """Find the predecessors whose forecast sets this step's; none where it does so itself, or today."""
    if progress.is_done or not step.predecessors:
        return []
    last = max(dues[p] for p in step.predecessors)
    if progress.expected is not None:
        return [p for p in step.predecessors if dues[p] == due] if due == last > progress.expected else []
    if progress.is_under_way or step.earliest_after(last, progress.takes) != start:
        return []
    return [p for p in step.predecessors if step.earliest_after(dues[p], progress.takes) == start]
