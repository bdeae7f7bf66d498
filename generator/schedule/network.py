"""The plan as a network of steps: who waits for whom, on which calendar, and what each step says of itself.

Everything below the engine counts with ordinals (`date.toordinal`) and with positions in one topological
order, in which a step always stands behind its predecessors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Any

from generator.plan.model import Milestone, Plan, SideName, Status
from generator.plan.terms import Wait
from generator.schedule.workdays import Calendar, Calendars, calendars

Dates = Sequence[int]  # one ordinal for each step, in network order


@dataclass(frozen=True, slots=True)
class Progress:
    """What a step says of itself: how long it takes, how far it is, and its owner's own forecast."""

    takes: int
    status: Status = "open"
    started: int | None = None
    done: int | None = None
    expected: int | None = None

    @property
    def is_done(self) -> bool:
        """Reached, on a day that is known."""
        return self.status == "done" and self.done is not None

    @property
    def is_under_way(self) -> bool:
        """Started already, so that nothing but its own work or word sets its end; a point never is."""
        return self.takes > 0 and (
            self.status == "active" or (self.status == "blocked" and self.started is not None)
        )

    def pristine(self) -> Progress:
        """The same step before anything was done or said."""
        return Progress(self.takes)


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone's place in the network; predecessors are positions, and the owner's side comes first."""

    id: str
    owner: str
    calendar: Calendar
    sides: tuple[SideName, ...]
    predecessors: tuple[int, ...]
    wait: Wait | None
    deadline: int | None

    def earliest_after(self, done: int, takes: int) -> int:
        """The first day this step may start (a point: happen) once its last predecessor is done."""
        wait, point = self.wait, takes == 0
        if wait is None or not wait.days:
            return done if point else self.calendar.nth(done + 1, 0)
        if wait.calendar:
            return self.calendar.nth(done + wait.days + (0 if point else 1), 0)
        return self.calendar.nth(done + 1, wait.days - (1 if point else 0))

    def latest_before(self, start: int, takes: int) -> int:
        """The last day on which its predecessors may be done if this step is to start on `start`."""
        wait, point = self.wait, takes == 0
        if wait is None or not wait.days:
            return start if point else start - 1
        if wait.calendar:
            return self.calendar.at_or_before(start) - wait.days - (0 if point else 1)
        return self.calendar.nth(self.calendar.at_or_before(start), (1 if point else 0) - wait.days) - 1


@dataclass(frozen=True)
class Network:
    """All steps in topological order, with the launch's place and day.

    `follows` are the positions of what comes after the launch and is therefore scheduled forward from it.
    """

    steps: tuple[Step, ...]
    successors: tuple[tuple[int, ...], ...]
    launch: int
    launch_date: int
    follows: frozenset[int]
    position: Mapping[str, int]
    calendars: Calendars


def network_of(plan: Plan, recorded: Mapping[str, Iterable[date]] | None = None) -> Network:
    """Make the network of a plan; `recorded` holidays win over the library's."""
    made = calendars(plan, recorded)
    order = topological([m.id for m in plan.milestones], {m.id: m.after for m in plan.milestones})
    position = {milestone_id: i for i, milestone_id in enumerate(order)}
    milestones = {m.id: m for m in plan.milestones}
    steps = tuple(_step(plan, milestones[i], position, made) for i in order)
    launch = position[plan.launch_milestone.id]
    follows = {launch}
    for i, step in enumerate(steps):
        if not follows.isdisjoint(step.predecessors):
            follows.add(i)
    return Network(
        steps=steps,
        successors=successors_of(steps),
        launch=launch,
        launch_date=plan.launch.date.toordinal(),
        follows=frozenset(follows - {launch}),
        position=position,
        calendars=made,
    )


def successors_of(steps: Sequence[Step]) -> tuple[tuple[int, ...], ...]:
    """For each step, the positions of what waits for it."""
    successors: list[list[int]] = [[] for _ in steps]
    for i, step in enumerate(steps):
        for p in step.predecessors:
            successors[p].append(i)
    return tuple(map(tuple, successors))


def _step(plan: Plan, m: Milestone, position: Mapping[str, int], made: Calendars) -> Step:
    sides = tuple(dict.fromkeys(plan.side_of(role) for role in (m.owner, *m.with_)))
    deadline = m.due.toordinal() if m.due else None
    before = tuple(dict.fromkeys(position[p] for p in m.after))
    return Step(m.id, m.owner, made.of(sides), sides, before, m.wait, deadline)


def progress_of(m: Milestone) -> Progress:
    """Read what a milestone says of itself."""

    def day(value: date | None) -> int | None:
        return value.toordinal() if value else None

    return Progress(m.takes.high, m.status, day(m.started_on), day(m.done_on), day(m.expected))


def progress_now(plan: Plan, network: Network) -> list[Progress]:
    """What every step says of itself now, in network order."""
    milestones = {m.id: m for m in plan.milestones}
    return [progress_of(milestones[step.id]) for step in network.steps]


def topological(
    ids: Sequence[str], after: Mapping[str, Sequence[str]], rank: Mapping[str, Any] | None = None
) -> list[str]:
    """Order ids so that each stands behind its predecessors, and by rank (else as given) where that is free.

    The loader refuses circles, so none is expected.
    """
    given = {i: n for n, i in enumerate(ids)}
    ranks = {i: (rank[i] if rank else 0, n) for i, n in given.items()}
    missing = {i: sum(p in given for p in set(after[i])) for i in ids}
    successors: dict[str, list[str]] = {i: [] for i in ids}
    for i in ids:
        for p in set(after[i]) & given.keys():
            successors[p].append(i)
    ready = [(ranks[i], i) for i in ids if not missing[i]]
    heapify(ready)
    order = []
    while ready:
        _, current = heappop(ready)
        order.append(current)
        for i in successors[current]:
            missing[i] -= 1
            if not missing[i]:
                heappush(ready, (ranks[i], i))
    return order
