"""The plan as everyone speaks of it: who does what by when, so that the buyer is live and gets the return.

The pydantic model of a `plan.yaml`: shapes and single values. What spans several places (an owner that is no
role, a circle of predecessors) is checked in `coherence`. Models are frozen; a change makes a new file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.plan.terms import (
    Country,
    Currency,
    Email,
    Line,
    Link,
    Locale,
    MilestoneId,
    Months,
    Percent,
    Prose,
    RoleId,
    StartsField,
    TakesField,
    TimeOfDay,
    WaitField,
    Years,
    Zone,
)

SideName = Literal["buyer", "seller", "partner"]
Status = Literal["open", "active", "blocked", "done"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Side(_Part):
    """A company in the deal, with the calendar it works by."""

    name: Line
    country: Country | None = Field(None, description="ISO 3166 code: whose public holidays count")
    subdivision: Line | None = Field(None, description="ISO 3166-2 part, such as NW or CA")
    timezone: Zone = "UTC"
    locale: Locale = "en"
    logo: Line | None = Field(None, description="a picture in the deal's files/ folder")


class Launch(_Part):
    """The day the buyer must be live, and the event that makes it so."""

    date: Day
    milestone: MilestoneId | None = None
    event: Line | None = None


class Role(_Part):
    """A part somebody plays in the deal; the name may come later."""

    side: SideName
    title: Line
    name: Line | None = None
    email: Email | None = None
    also: tuple[Email, ...] = Field((), description="further addresses this person writes from")
    locale: Locale | None = None
    timezone: Zone | None = None
    escalate: RoleId | None = Field(None, description="whom to tell when this role is silent")


class Resource(_Part):
    """Something that helps to reach an outcome."""

    title: Line
    url: Link


class Confirmed(_Part):
    """The owner said yes to this date."""

    by: RoleId
    on: Day


class Milestone(_Part):
    """An outcome with one owner: what is true once it is reached."""

    id: MilestoneId
    outcome: Line
    stage: Line | None = None
    owner: RoleId
    with_: tuple[RoleId, ...] = Field((), alias="with", description="roles that take part")
    takes: TakesField = Field(description="working days of the owner's side")
    after: tuple[MilestoneId, ...] = ()
    wait: WaitField | None = None
    status: Status = "open"
    started_on: Day | None = None
    done_on: Day | None = None
    due: Day | None = Field(None, description="a date both sides agreed: a deadline, not a pin")
    expected: Day | None = Field(None, description="the owner's own forecast; what a reply moves")
    blocked_by: Line | None = Field(None, description="shown on the page")
    confirmed: Confirmed | None = None
    exit: Line | None = Field(None, description="how both sides know it is done")
    resources: tuple[Resource, ...] = ()
    internal: Prose | None = None


class KeyDate(_Part):
    """A day or a span in the buyer's year that the plan must respect."""

    date: Day
    until: Day | None = None
    what: Line
    no_work: bool = False


class Amount(_Part):
    """A cost or a benefit: an amount that comes once or every month or year, or a table of years."""

    what: Line
    amount: Decimal | None = None
    every: Literal["once", "month", "year"] | None = None
    years: tuple[Decimal, ...] = Field(
        (), description="[initial, year 1, year 2, ...] instead of amount and every"
    )
    starts: StartsField = Field(default="launch", validate_default=True)
    ramp: Months | None = Field(
        None, description="months from nothing to the full amount, in a straight line"
    )
    source: Line | None = None
    confirmed_by: RoleId | None = None
    confirmed_on: Day | None = None


class Value(_Part):
    """What the buyer gets for what it pays, with every assumption's source."""

    currency: Currency
    horizon: Years = Field(default=3, ge=1, le=15)
    discount_rate: Percent = Decimal("0.1")
    milestone: MilestoneId | None = Field(None, description="the milestone at which the return is first seen")
    costs: tuple[Amount, ...] = ()
    benefits: tuple[Amount, ...] = ()
    cases: dict[Line, Percent] = Field(default_factory=lambda: {"expected": Decimal(1)})


class Checkins(_Part):
    """The rhythm in which both teams look at the plan together."""

    every: Literal["week", "two weeks", "month", "quarter"]
    on: Weekday
    at: TimeOfDay = "10:00"
    minutes: Annotated[int, Field(ge=5, le=480)] = 30
    with_: tuple[RoleId, ...] = Field((), alias="with")
    on_holiday: Literal["skip", "before", "after"] = "skip"


class Plan(_Part):
    """One deal's plan: what must be true, who brings it about, and the day the buyer is live."""

    title: Line
    state: Literal["open", "live", "closed"] = "open"
    buyer: Side
    seller: Side
    partner: Side | None = None
    why: Prose | None = Field(None, description="the outcome, in the buyer's words")
    introduced: Day
    launch: Launch
    roles: dict[RoleId, Role]
    milestones: tuple[Milestone, ...] = Field(min_length=1, max_length=2000)
    key_dates: tuple[KeyDate, ...] = ()
    value: Value | None = None
    checkins: Checkins | None = None
    summary: Prose | None = None
    waive: dict[str, Line] = Field(default_factory=dict)
    internal: Prose | None = None

    @cached_property
    def by_id(self) -> dict[str, Milestone]:
        """Milestones by their id."""
        return {m.id: m for m in self.milestones}

    @cached_property
    def launch_milestone(self) -> Milestone:
        """The milestone on whose day the buyer is live: the named one, `live`, or that of stage Launch."""
        chosen = launch_candidates([(m.id, m.stage) for m in self.milestones], self.launch.milestone)
        return self.by_id[chosen[0]]

    @cached_property
    def stages(self) -> tuple[str, ...]:
        """Stages in the order in which they first appear."""
        return tuple(dict.fromkeys(m.stage or "" for m in self.milestones))

    def side_of(self, role: str) -> SideName:
        """Say on which side of the deal a role stands."""
        return self.roles[role].side

    def side(self, name: SideName) -> Side:
        """Give the company on that side; a partner role without a partner works by the seller's calendar."""
        return {"buyer": self.buyer, "seller": self.seller, "partner": self.partner or self.seller}[name]

    def people(self) -> Iterator[tuple[str, Role]]:
        """Roles that somebody with an email address fills, in file order."""
        return ((role_id, role) for role_id, role in self.roles.items() if role.email)

    def person_of(self, address: str) -> str | None:
        """Find the role whose person writes from this address, by its main or another address."""
        address = address.lower()
        return next((i for i, r in self.people() if address == r.email or address in r.also), None)


def launch_candidates(milestones: list[tuple[str, str | None]], named: str | None) -> list[str]:
    """Ids that may be the launch, by DESIGN's rule; exactly one means that the plan is clear."""
    ids = [i for i, _ in milestones]
    if named:
        return [named] if named in ids else []
    if "live" in ids:
        return ["live"]
    return [i for i, stage in milestones if (stage or "").lower() == "launch"]
