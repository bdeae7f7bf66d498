"""How long it takes to work out a plan's dates, and how that grows. Medians; prints, and never fails.

The processor's time is measured, since it is nothing but arithmetic and other work may share the machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from random import Random
from typing import Any

from generator.plan.model import Plan
from generator.schedule.engine import schedule
from generator.schedule.likelihood import likelihood

TODAY = date(2026, 11, 16)
TRIALS = 1000
OWNERS = ("champion", "ae", "integrator")


def plan_of(count: int) -> Plan:
    """A plan of so many milestones, each after one to three of the eight before it; the same every time."""
    random = Random(count)
    milestones: list[dict[str, Any]] = []
    for n in range(count):
        near = range(max(0, n - 8), n)
        before = sorted(random.sample(near, min(len(near), random.randint(1, 3))))
        milestones.append(
            {
                "id": "live" if n == count - 1 else f"m{n}",
                "outcome": f"Outcome {n}",
                "owner": OWNERS[n % 3],
                "with": [OWNERS[(n + 1) % 3]] if n % 5 == 0 else [],
                "takes": random.choice(["1 day", "3 days", "2-5 days"]),
                "after": [f"m{p}" for p in before],
            }
        )
    sides = zip(OWNERS, ("buyer", "seller", "partner"), strict=True)
    return Plan.model_validate(
        {
            "title": "Measured",
            "buyer": {"name": "Acme", "country": "DE", "subdivision": "NW"},
            "seller": {"name": "Nimbus", "country": "US"},
            "partner": {"name": "Integra", "country": "NL"},
            "introduced": "2026-10-05",
            "launch": {"date": "2040-03-01"} if count > 500 else {"date": "2028-03-01"},
            "roles": {role: {"side": side, "title": role} for role, side in sides},
            "milestones": milestones,
        }
    )


def median_ms(work: Callable[[], object], runs: int) -> float:
    work()  # the first run also reads the holidays
    taken = []
    for _ in range(runs):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken) * 1000


def main() -> None:
    goals = {20: "under 2 ms", 200: "under 20 ms", 2000: "no goal of its own"}
    each: dict[int, float] = {}
    for count, goal in goals.items():
        plan = plan_of(count)
        each[count] = median_ms(partial(schedule, plan, TODAY), max(7, 2000 // count))
        print(f"targets, forecast and slack of {count:>5} milestones: {each[count]:8.2f} ms   goal: {goal}")
    for small, large in ((20, 200), (200, 2000), (20, 2000)):
        ratio = each[large] / each[small]
        print(f"  {large // small:>4} times the milestones: {ratio:6.1f} times the time   goal: linear")
    plan = plan_of(20)
    odds = median_ms(lambda: likelihood(plan, TODAY, trials=TRIALS), 5)
    print(f"{TRIALS:,} trials of the launch, 20 milestones:        {odds:8.0f} ms   goal: under 1000 ms")


if __name__ == "__main__":
    main()
