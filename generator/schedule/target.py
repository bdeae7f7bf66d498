"""Target dates: working back from the launch, and forward from it for what follows.

The classic backward pass (late dates), except that every step counts on its own side's working days.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.network import Dates, Network, Progress


def target_dates(network: Network, progress: Sequence[Progress]) -> tuple[Dates, Dates]:
    """Give each step's target start and due.

    The launch is due on the last working day on or before launch.date. What leads to it is due on the last
    working day before the earliest start of what waits for it, and no later than its own deadline. What is
    tied to neither side of the launch is due by the launch. What follows the launch starts as soon as it
    may.
    """
    steps, follows, launch = network.steps, network.follows, network.launch
    starts, dues = [0] * len(steps), [0] * len(steps)

    def settle(i: int, limit: int) -> None:
        step, takes = steps[i], progress[i].takes
        if step.deadline is not None and step.deadline < limit:
            limit = step.deadline
        dues[i] = step.calendar.nth(limit + 1, -1)
        starts[i] = step.calendar.begin(dues[i], takes) if takes else dues[i]

    settle(launch, network.launch_date)
    for i in reversed(range(len(steps))):
        if i == launch or i in follows:
            continue
        limit = dues[launch]
        for s in network.successors[i]:
            if s not in follows:
                limit = min(limit, steps[s].latest_before(starts[s], progress[s].takes))
        settle(i, limit)
    for i in sorted(follows):
        step, takes = steps[i], progress[i].takes
        last = max(dues[p] for p in step.predecessors)
        starts[i] = step.calendar.at_or_after(step.earliest_after(last, takes))
        dues[i] = step.calendar.finish(starts[i], takes) if takes else starts[i]
    return starts, dues
