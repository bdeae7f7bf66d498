"""The delay ledger: by how many days each deviation moved the launch, so that the charges add up to the slip.

It starts from the baseline and applies what differs one at a time: first the changes of the plan itself,
then each milestone's own finish, duration or expected date, in order of baseline due, then number. A charge
is how far the launch moves at that moment, so the charges add up by construction.

Two things keep the charges fair. Whoever kept the baseline date is settled at the start, and so is charged
nothing even if a late predecessor had to be made up for. And a predecessor always comes before what waits
for it, except where that was done first: what went ahead without it was not held up by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from generator.schedule.baseline import Baseline
from generator.schedule.dates import Charge
from generator.schedule.forecast import step_forecast
from generator.schedule.network import Network, Progress, topological
from generator.schedule.target import target_dates


class _Replay:
    """The plan between baseline and now: applied steps speak as of today, the others as of the baseline."""

    def __init__(self, network: Network, progress: Sequence[Progress], todays: Sequence[int]) -> None:
        self._network, self._progress, self._todays = network, list(progress), list(todays)
        self.dues = [0] * len(progress)
        self._settle_all()

    def _settle_all(self) -> None:
        self._target_starts, _ = target_dates(self._network, self._progress)
        for i in range(len(self.dues)):
            self.dues[i] = self._due(i)

    def _due(self, i: int) -> int:
        step = self._network.steps[i]
        return step_forecast(step, self._progress[i], self._target_starts[i], self.dues, self._todays[i])[1]

    def settle_kept(self, progress: Sequence[Progress], baseline: Mapping[str, int]) -> None:
        """Let every step that keeps its baseline date, by its own word or deed, speak as of today."""
        for i, step in enumerate(self._network.steps):
            was = self._progress[i]
            if progress[i] != was and progress[i].takes == was.takes:
                self._progress[i] = progress[i]
                if self._due(i) != baseline.get(step.id):
                    self._progress[i] = was
        self._settle_all()

    def apply(self, i: int, progress: Progress, today: int) -> None:
        """Let one step speak as of today, and settle what that moves."""
        retimed = progress.takes != self._progress[i].takes
        self._progress[i], self._todays[i] = progress, today
        if retimed:
            self._settle_all()
            return
        waiting = [i]
        while waiting:
            at = heappop(waiting)
            while waiting and waiting[0] == at:
                heappop(waiting)
            due = self._due(at)
            if due != self.dues[at]:
                self.dues[at] = due
                for successor in self._network.successors[at]:
                    heappush(waiting, successor)


def delay_ledger(
    network: Network, progress: Sequence[Progress], today: int, baseline: Baseline, numbers: Mapping[str, int]
) -> tuple[Charge, ...]:
    """Charge the launch's slip to the plan and to each milestone; what moved nothing is not listed."""
    steps, launch = network.steps, network.launch
    replay = _Replay(
        network,
        [baseline.progress.get(s.id) or p.pristine() for s, p in zip(steps, progress, strict=True)],
        [baseline.days.get(s.id, today) for s in steps],
    )
    replay.settle_kept(progress, baseline.dues)
    charges = []
    if days := replay.dues[launch] - baseline.launch:
        charges.append(Charge(None, None, None, days))
    for i in _order(network, progress, baseline, numbers, replay.dues):
        was = replay.dues[launch]
        replay.apply(i, progress[i], today)
        if days := replay.dues[launch] - was:
            charges.append(Charge(steps[i].id, steps[i].owner, steps[i].sides[0], days))
    return tuple(charges)


def _order(
    network: Network,
    progress: Sequence[Progress],
    baseline: Baseline,
    numbers: Mapping[str, int],
    dues: Sequence[int],
) -> list[int]:
    """The order in which deviations are applied."""
    after: dict[str, list[str]] = {s.id: [] for s in network.steps}
    rank = {}
    for i, step in enumerate(network.steps):
        rank[step.id] = (baseline.dues.get(step.id, dues[i]), numbers.get(step.id, len(dues) + i))
        for p in step.predecessors:
            before = network.steps[p]
            if progress[i].is_done and _done_after(progress[p], progress[i]):
                after[before.id].append(step.id)
            else:
                after[step.id].append(before.id)
    return [network.position[i] for i in topological(list(after), after, rank)]


def _done_after(predecessor: Progress, step: Progress) -> bool:
    return not predecessor.is_done or (predecessor.done or 0) > (step.done or 0)
