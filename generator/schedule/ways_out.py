"""Ways out of a plan that cannot be met: the smallest changes that would bring the launch date back.

Three kinds: a later launch, one step done in fewer days, two steps run at the same time. Each is tried on
the plan and offered only if the forecast then meets the launch date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.plan.model import Plan
from generator.schedule.baseline import Record, recorded_holidays
from generator.schedule.dates import Schedule
from generator.schedule.forecast import forecast_dates
from generator.schedule.network import Network, Progress, network_of, progress_now, successors_of
from generator.schedule.target import target_dates

MOST = 3
MOST_TRIED = 40  # of the driving steps, those with the most to lose: hundreds would take seconds
MOST_STEPS = 4  # to be shortened at once; more is no small change


@dataclass(frozen=True)
class WayOut:
    """One change that makes the plan meet its launch.

    later       launch.date moves to `launch`, `days` working days later
    shorten     each of the milestones (mostly one) takes, or is expected, `days` working days less
    together    the two milestones run at the same time instead of one after the other, for up to `days` days

    `launch` is the launch's forecast with this change alone.
    """

    kind: Literal["later", "shorten", "together"]
    milestones: tuple[str, ...]
    days: int
    launch: date


@dataclass(frozen=True)
class _Case:
    """A plan to try something on."""

    network: Network
    progress: Sequence[Progress]
    today: int

    def launch(self) -> int:
        starts, _ = target_dates(self.network, self.progress)
        return forecast_dates(self.network, self.progress, starts, self.today)[1][self.network.launch]

    def is_feasible(self) -> bool:
        return self.launch() <= self.network.launch_date


def ways_out(plan: Plan, found: Schedule, baseline: Record | None = None) -> tuple[WayOut, ...]:
    """Offer up to three ways, the smallest of each kind first; none if feasible, or if the launch is done.

    `found` is the plan's schedule on the day, `baseline` the record it was made with.
    """
    network = network_of(plan, recorded_holidays(baseline))
    case = _Case(network, progress_now(plan, network), found.today.toordinal())
    if found.feasible or case.progress[network.launch].is_done:
        return ()
    critical = [network.position[i] for i, m in found.milestones.items() if m.critical]
    movable = [i for i in critical if not case.progress[i].is_done]
    movable = sorted(sorted(movable, key=lambda i: -_days_to_lose(case, i))[:MOST_TRIED])
    shorter = _shorter(case, movable)
    together = sorted(_together(case, movable), key=lambda w: w.days)
    first = [*_later(case), *shorter[:1], *together[:1]]
    return tuple((first + shorter[1:] + together[1:])[:MOST])


def describe(way: WayOut, plan: Plan, numbers: Mapping[str, int]) -> str:
    """Say a way out in a sentence, as `golive schedule` prints it."""
    outcomes = {m.id: m.outcome for m in plan.milestones}
    names = [f"[{numbers[i]}] {outcomes[i]}" for i in way.milestones]
    days = f"{way.days} working day{'' if way.days == 1 else 's'}"
    when = f"{way.launch:%a} {way.launch.day} {way.launch:%b %Y}"
    if way.kind == "later":
        return f"Launch on {when}, {days} later."
    if way.kind == "shorten":
        each = (
            f"{', '.join(names[:-1])} and {names[-1]} by {days} each"
            if names[1:]
            else f"{names[0]} by {days}"
        )
        return f"Shorten {each}: live on {when}."
    return f"Run {names[0]} and {names[1]} at the same time: live on {when}."


def _later(case: _Case) -> Iterator[WayOut]:
    """The earliest launch date that the forecast meets."""
    network, day = case.network, case.launch()
    tried = replace(case, network=replace(network, launch_date=day))
    if tried.is_feasible():
        calendar = network.calendars.of(network.steps[network.launch].sides[:1])
        days = max(1, calendar.between(network.launch_date, day))
        yield WayOut("later", (), days, date.fromordinal(day))


def _shorter(case: _Case, movable: Sequence[int]) -> list[WayOut]:
    """Steps that can lose enough working days, the least first; if no single one can, a few together.

    A step keeps at least one day. Among equals, the one that has the most to lose comes first.
    """
    longest = {i: days for i in movable if (days := _days_to_lose(case, i)) > 0}
    ordered = sorted(longest, key=lambda i: -longest[i])
    single = [way for i in ordered if (way := _least(case, [i], longest[i]))]
    if single:
        return sorted(single, key=lambda way: way.days)
    counts = range(2, min(len(ordered), MOST_STEPS) + 1)
    several = (_least(case, ordered[:n], longest[ordered[n - 1]]) for n in counts)
    return [way for way in several if way][:1]


def _least(case: _Case, at: Sequence[int], longest: int) -> WayOut | None:
    """The fewest days, up to `longest`, by which shortening each of these steps suffices."""
    if not _shortened(case, at, longest).is_feasible():
        return None
    low, high = 1, longest
    while low < high:
        middle = (low + high) // 2
        if _shortened(case, at, middle).is_feasible():
            high = middle
        else:
            low = middle + 1
    tried = _shortened(case, at, high)
    ids = tuple(case.network.steps[i].id for i in sorted(at))
    return WayOut("shorten", ids, high, date.fromordinal(tried.launch())) if tried.is_feasible() else None


def _days_to_lose(case: _Case, i: int) -> int:
    progress = case.progress[i]
    if progress.expected is not None:
        return case.network.steps[i].calendar.between(case.today, progress.expected)
    return progress.takes - 1


def _shortened(case: _Case, at: Sequence[int], days: int) -> _Case:
    progress = list(case.progress)
    for i in at:
        p = progress[i]
        if p.expected is None:
            progress[i] = replace(p, takes=p.takes - days)
        else:
            earlier = case.network.steps[i].calendar.nth(p.expected + 1, -1 - days)
            progress[i] = replace(p, expected=earlier)
    return replace(case, progress=progress)


def _together(case: _Case, movable: Sequence[int]) -> Iterator[WayOut]:
    """For each two steps in a row, both still to be done before the launch: let them run at once."""
    network = case.network
    for b in movable:
        for a in network.steps[b].predecessors:
            work = [case.progress[i].takes for i in (a, b)]
            if b == network.launch or a not in movable or 0 in work or case.progress[b].is_under_way:
                continue
            tried = replace(case, network=_side_by_side(network, a, b))
            if tried.is_feasible():
                ids = (network.steps[a].id, network.steps[b].id)
                yield WayOut("together", ids, min(work), date.fromordinal(tried.launch()))


def _side_by_side(network: Network, a: int, b: int) -> Network:
    """Let b wait for what a waits for instead of for a, and what waits for b also wait for a."""
    steps = list(network.steps)
    freed = [p for p in steps[b].predecessors if p != a]
    steps[b] = replace(steps[b], predecessors=tuple(dict.fromkeys([*steps[a].predecessors, *freed])))
    for s in network.successors[b]:
        steps[s] = replace(steps[s], predecessors=tuple(dict.fromkeys([*steps[s].predecessors, a])))
    return replace(network, steps=tuple(steps), successors=successors_of(steps))
