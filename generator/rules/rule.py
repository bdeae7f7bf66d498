"""What a rule is, and what it is given: one plan on one day, with its dates and its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator.plan.model import Milestone, Plan, SideName
from generator.plan.source import Place
from generator.record.journal import Entry
from generator.schedule.dates import Schedule

Severity = Literal["error", "warning"]
Found = tuple[Place, str]  # a place in plan.yaml such as ("milestones", 3, "outcome"), and what to say of it

FIRST_WEEK = 7  # calendar days in which a plan that was just shown may still lack what only talking brings


@dataclass(frozen=True)
class Situation:
    """One deal on one day, as rules see it. `numbers` are the milestones' numbers in mails."""

    deal: str
    plan: Plan
    schedule: Schedule
    entries: tuple[Entry, ...]
    numbers: Mapping[str, int]
    today: date

    @cached_property
    def ahead(self) -> tuple[Milestone, ...]:
        """Outcomes that are still to be reached, in file order."""
        return tuple(m for m in self.plan.milestones if m.status != "done")

    @cached_property
    def launched(self) -> bool:
        """The buyer is live: what leads to the launch is history."""
        return self.plan.state != "open" or self.plan.launch_milestone.status == "done"

    @property
    def age_days(self) -> int:
        """Calendar days since the buyer first saw the plan."""
        return (self.today - self.plan.introduced).days

    def at(self, milestone: str, *keys: str | int) -> Place:
        """Give the place of a milestone, or of a key of it, in plan.yaml."""
        return ("milestones", self._positions[milestone], *keys)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {m.id: n for n, m in enumerate(self.plan.milestones)}

    def called(self, milestone: str) -> str:
        """Call an outcome as mails do: [3] "Security review cleared"."""
        return f'[{self.numbers[milestone]}] "{self.plan.by_id[milestone].outcome}"'

    def who(self, role: str) -> str:
        """Name a role's person, or the role while nobody is named."""
        return self.plan.roles[role].name or self.plan.roles[role].title

    def owned_by(self, side: SideName) -> list[Milestone]:
        """Outcomes that somebody on this side owns."""
        return [m for m in self.plan.milestones if self.plan.side_of(m.owner) == side]


Find = Callable[[Situation], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """One rule: `id` for machines and waivers, `name` for people; ids are never used a second time.

    `says` is what a good plan does, `why` what the rep gains by it, `fix` how to mend a plan that does not.
    """

    id: str
    name: str
    severity: Severity
    says: str
    why: str
    fix: str
    find: Find


def rule(rule_id: str, *, why: str, fix: str, severity: Severity = "warning") -> Callable[[Find], Rule]:
    """Make a rule of a function: its name is the rule's name, its docstring what a good plan does."""

    def make(find: Find) -> Rule:
        name = find.__name__.replace("_", "-")
        return Rule(rule_id, name, severity, " ".join((find.__doc__ or "").split()), why, fix, find)

    return make
