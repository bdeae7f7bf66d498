"""What the seller's side is told of one deal: dates, whose move it is, and every concern as a sentence.

Least data: no email address, no buyer's own words and nothing internal can stand in a row.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from generator.plan.model import SideName


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Concern(_Told):
    """One thing that a person should look at. `rank` orders kinds, the most urgent first; no sum is made."""

    rank: int
    kind: str
    sentence: str


class Step(_Told):
    """An outcome that is to be reached next: its number in mails, who owns it, and when it is expected."""

    id: str
    number: int
    outcome: str
    stage: str
    owner: str
    who: str
    side: SideName
    due: date


class Signal(_Told):
    """Something the buyer did that shows they mean it, and on which day."""

    day: date
    what: str


class LeadTime(_Told):
    """How many working days a reached outcome took, beside what the plan had said."""

    milestone: str
    stage: str
    side: SideName
    planned_days: int
    days: int


class Week(_Told):
    """What the journal says of the last seven days; `launch_days` is how far the launch moved in them."""

    launch_days: int = 0
    reached: int = 0
    replies: int = 0


class Row(_Told):
    """One deal on one day. A plan with faults has no dates, and one concern that says so.

    `waiting_since` is the day from which the next outcome could be worked on; `slip_by_side` is how many
    days later each side's outcomes are expected than first agreed, on average; `chance` is how many of 100
    simulated launches are on time if every step starts as soon as it may;
    `outcomes` are the ids of all milestones.
    """

    deal: str
    title: str
    buyer: str = ""
    rep: str = ""
    state: str = "open"
    outcomes: tuple[str, ...] = ()
    launch: date | None = None
    agreed: date | None = None
    forecast: date | None = None
    slip_days: int = 0
    chance: int | None = None
    delay_per_week: Decimal | None = None
    currency: str = ""
    next: Step | None = None
    waiting_since: date | None = None
    last_reply: datetime | None = None
    last_word: date | None = None
    done: int = 0
    total: int = 0
    concerns: tuple[Concern, ...] = ()
    gates: tuple[Step, ...] = ()
    signals: tuple[Signal, ...] = ()
    rules: tuple[str, ...] = ()
    slip_by_side: dict[SideName, float] = {}
    lead_times: tuple[LeadTime, ...] = ()
    week: Week = Week()

    @property
    def reason(self) -> str:
        """Say in one sentence why the deal stands where it does in the list."""
        if self.concerns:
            return self.concerns[0].sentence
        if self.state == "closed":
            return "This deal is closed."
        if self.next is None:
            return "Every outcome is reached."
        return f"On course: {self.next.who} has {self.next.outcome} next, by {self.next.due}."

    @property
    def stake(self) -> str:
        """Say what a week of delay costs the buyer, rounded; empty where that is not known."""
        return "" if self.delay_per_week is None else f"{self.currency} {self.delay_per_week:,.0f}"

    @property
    def urgency(self) -> tuple[int, date, str]:
        """Sort key: what needs a person today first; of equal kinds the nearest launch."""
        rank = self.concerns[0].rank if self.concerns else 100 if self.state != "closed" else 101
        return rank, self.forecast or date.min, self.deal
