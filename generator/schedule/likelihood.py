"""How likely the launch is on time: a Monte Carlo simulation of the forecast, for the seller's eyes.

Each run draws how long every step that is not done really takes, and works the forecast out again. A range
such as "5-12 days" is drawn from as it stands; a single figure gets the spread of its stage. Draws follow a
triangular distribution, and every step has a seeded sequence of its own, so that the same plan and day give
the same odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from generator.plan.model import Milestone, Plan
from generator.schedule.baseline import Record, recorded_holidays
from generator.schedule.forecast import NO_DAY, forecast_dates, step_forecast
from generator.schedule.network import Dates, Network, Progress, network_of, progress_now
from generator.schedule.target import target_dates

TRIALS = 1000
# What a stated duration turns into, as (shortest, longest) for each day: what others decide on varies most.
SPREAD_OF_STAGE = {
    "align": (0.8, 1.4),
    "evaluate": (0.8, 1.5),
    "security": (0.8, 2.0),
    "legal": (0.8, 2.0),
    "contract": (0.8, 2.0),
    "buy": (0.8, 2.0),
    "launch": (1.0, 1.2),
}
SPREAD = (0.8, 1.5)


@dataclass(frozen=True)
class Odds:
    """The chance (0 to 1) to be live by launch.date; the days by which 50% and 80% of the runs were live."""

    chance: float
    p50: date
    p80: date


@dataclass(frozen=True)
class Likelihood:
    """The odds in two worlds.

    `planned`: no step starts before its target start, as in the forecast. `early`: each starts as soon as it
    may. The distance between the two is what starting early is worth.
    """

    trials: int
    planned: Odds
    early: Odds

    def sentence(self, launch: date) -> str:
        """Explain the odds in one sentence."""
        early, planned = (round(100 * odds.chance) for odds in (self.early, self.planned))
        chance = f"Live by {launch.day} {launch:%B} in {early} of 100 simulated runs"
        if early == planned:
            return f"{chance}, and in half of them by {self.early.p50.day} {self.early.p50:%B}."
        waits = f"in {planned} of 100 if it waits for its planned start"
        return f"{chance} if every step starts as soon as it may, {waits}."


def likelihood(
    plan: Plan, today: date, baseline: Record | None = None, trials: int = TRIALS
) -> Likelihood | None:
    """Simulate the launch; None once it is done."""
    network = network_of(plan, recorded_holidays(baseline))
    progress = progress_now(plan, network)
    if progress[network.launch].is_done:
        return None
    day = today.toordinal()
    starts, _ = target_dates(network, progress)
    _, dues = forecast_dates(network, progress, starts, day)
    milestones = {m.id: m for m in plan.milestones}
    draws = [
        _draws(network, i, milestones[step.id], progress[i], dues[i], day, trials)
        for i, step in enumerate(network.steps)
    ]
    free = [s if i == network.launch or i in network.follows else NO_DAY for i, s in enumerate(starts)]
    return Likelihood(
        trials,
        planned=_odds(network, _launches(network, draws, starts, day, trials)),
        early=_odds(network, _launches(network, draws, free, day, trials)),
    )


def _draws(
    network: Network, at: int, m: Milestone, progress: Progress, due: int, today: int, trials: int
) -> Sequence[Progress]:
    """What one step may turn out to say, in each run; a single one where nothing is left to chance."""
    calendar = network.steps[at].calendar
    if progress.is_done or (progress.takes == 0 and progress.expected is None):
        return [progress]
    if progress.expected is None and not progress.is_under_way:
        return [replace(progress, takes=days) for days in _days(m, m.takes.high, trials, m.takes.low)]
    left = calendar.between(today - 1, due)
    if left < 1:
        return [progress]
    days_left = _days(m, left, trials)
    if progress.expected is None:
        return [replace(progress, started=today, takes=days) for days in days_left]
    return [replace(progress, expected=calendar.finish(today, days)) for days in days_left]


def _days(m: Milestone, days: int, trials: int, low: int | None = None) -> list[int]:
    """Draw working days, at least one: between low and days if that is a range, else by stage."""
    random = Random(f"golive {m.id}")  # noqa: S311 - a simulation, not a secret
    if low is not None and low < days:
        return [max(1, round(random.triangular(low, days))) for _ in range(trials)]
    shortest, longest = SPREAD_OF_STAGE.get((m.stage or "").lower(), SPREAD)
    return [max(1, round(days * random.triangular(shortest, longest, 1))) for _ in range(trials)]


def _launches(
    network: Network, draws: Sequence[Sequence[Progress]], starts: Dates, today: int, trials: int
) -> list[int]:
    """The launch day of every run, earliest first."""
    dues, launches = [0] * len(draws), []
    needed = [i for i in range(len(draws)) if i not in network.follows]
    for trial in range(trials):
        for i in needed:
            drawn = draws[i][trial % len(draws[i])]
            dues[i] = step_forecast(network.steps[i], drawn, starts[i], dues, today)[1]
        launches.append(dues[network.launch])
    return sorted(launches)


def _odds(network: Network, launches: Sequence[int]) -> Odds:
    on_time = sum(day <= network.launch_date for day in launches)

    def quantile(share: float) -> date:
        return date.fromordinal(launches[min(len(launches) - 1, int(share * len(launches)))])

    return Odds(on_time / len(launches), quantile(0.5), quantile(0.8))
