"""How long a calendar feed takes: of a deal with 20 milestones, and 1,000 of them; prints, never fails.

Cold means that no event was written before, as at the first publish after a change of everything; again means
that all were, as for the second reader of the same deal. Dates are worked out beforehand: they are the
schedule's time, not the feed's.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from generator.plan.model import Plan
from generator.site.facts import DealFacts
from generator.site.feeds.content import _dated
from generator.site.feeds.feed import _vevent, feed
from generator.site.gather import gather

MILESTONES = 20
RUNS = 30
GOAL_MS = 3
TODAY = date(2026, 11, 16)


def deal(number: int, every: str | None = None) -> DealFacts:
    """A deal with 20 outcomes in a chain, its texts unlike any other's, and check-ins if wanted."""
    plan = Plan.model_validate(
        {
            "title": f"Kiln {number} and Loom",
            "buyer": {"name": f"Kiln {number}", "country": "DE", "timezone": "Europe/Berlin"},
            "seller": {"name": "Loom", "country": "GB"},
            "introduced": "2026-10-05",
            "launch": {"date": "2027-06-01", "milestone": f"m{MILESTONES}"},
            "roles": {
                "ops": {"side": "buyer", "title": "Operations lead", "email": "ada@kiln.example"},
                "ae": {"side": "seller", "title": "Account executive", "email": "bo@loom.example"},
            },
            "milestones": [
                {
                    "id": f"m{n}",
                    "outcome": f"Outcome {n} of deal {number}, agreed by both sides",
                    "owner": "ops" if n % 2 else "ae",
                    "takes": "3 days",
                    "after": [f"m{n - 1}"] if n > 1 else [],
                    "exit": "Both teams work from the same three measures and the same starting figures.",
                }
                for n in range(1, MILESTONES + 1)
            ],
            "checkins": {"every": every, "on": "tuesday", "with": ["ops", "ae"]} if every else None,
        }
    )  # fmt: skip
    return gather(f"kiln-{number}", Path(), plan, (), TODAY)


def milliseconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes on the clock."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def forget() -> None:
    """Forget every event and date that was written."""
    _vevent.cache_clear()
    _dated.cache_clear()


def medians_ms(facts: DealFacts) -> tuple[float, float]:
    """Give the median time of a feed (cold, again)."""
    cold, again = [], []
    for _ in range(RUNS):
        forget()
        cold.append(milliseconds(lambda: feed(facts, None, "https://plans.loom.example/")))
        again.append(milliseconds(lambda: feed(facts, None, "https://plans.loom.example/")))
    return statistics.median(cold), statistics.median(again)


def main() -> None:
    """Print both."""
    for name, facts in (("milestones only", deal(0)), ("with weekly check-ins", deal(0, "week"))):
        cold, again = medians_ms(facts)
        goal = f"goal: under {GOAL_MS} ms"
        print(f"{MILESTONES} milestones, {name:<22} cold {cold:5.2f} ms   again {again:5.2f} ms   {goal}")
    deals = [deal(number) for number in range(1000)]
    for count in (250, 500, 1000):
        forget()
        took = milliseconds(partial(_write, deals[:count]))
        print(
            f"{count:>5} feeds, all cold {took:7.0f} ms, {took / count:5.2f} ms each   goal: grows linearly"
        )


def _write(deals: list[DealFacts]) -> None:
    for one in deals:
        feed(one, None, "https://plans.loom.example/")


if __name__ == "__main__":
    main()
