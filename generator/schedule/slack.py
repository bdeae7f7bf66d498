"""Slack: how long each step may slip before the launch, or an agreed date, gives way (total float)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.network import Dates, Network, Progress, Step

_NEVER = 10**9  # a day that nothing reaches


def slack_days(network: Network, progress: Sequence[Progress], dues: Dates) -> list[int]:
    """Give each step's slack in working days of its own calendar; 0 for what is done.

    The backward pass runs from the forecast launch, not from launch.date, so that the driving chain has
    none. Agreed deadlines (`due`) bind the step itself and, through it, whatever it waits for: a deadline
    that is already missed gives negative slack. What the launch does not hang on may last until the launch;
    what follows the launch, until the forecast end of the plan.
    """
    count, launch, end = len(network.steps), network.launch, max(dues)
    by_launch = end if progress[launch].is_done else dues[launch]
    bound = [_NEVER] * count  # by the launch and by deadlines
    loose = [_NEVER] * count  # what the launch does not hang on: by the launch, or by the end of the plan
    slack = [0] * count
    for i in reversed(range(count)):
        if progress[i].is_done:
            continue
        step = network.steps[i]
        waiting = [s for s in network.successors[i] if _heeds_predecessors(progress[s])]
        latest = [_latest_before(network.steps[s], progress[s], bound[s]) for s in waiting]
        if i == launch:
            latest.append(dues[launch])
        if step.deadline is not None:
            latest.append(step.deadline)
        bound[i] = min(latest, default=_NEVER)
        leads = i == launch or any(loose[s] == _NEVER for s in waiting)
        if not leads:
            cap = end if i in network.follows else by_launch
            loose[i] = min([cap, *(_latest_before(network.steps[s], progress[s], loose[s]) for s in waiting)])
        slack[i] = step.calendar.between(dues[i], min(bound[i], loose[i]))
    return slack


def _heeds_predecessors(progress: Progress) -> bool:
    """Whether predecessors can still move a step: not if it is done, or under way and its end not stated."""
    return not progress.is_done and (progress.expected is not None or not progress.is_under_way)


def _latest_before(step: Step, progress: Progress, latest: int) -> int:
    """The last day for a predecessor if this step is to be done by `latest`."""
    if latest == _NEVER or progress.expected is not None:
        return latest
    start = step.calendar.begin(latest, progress.takes) if progress.takes else latest
    return step.latest_before(start, progress.takes)
