"""Outcomes and key dates as a buyer sees them: who, by when, in what state, and what waits for what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan.model import Milestone, Plan, SideName
from generator.schedule.workdays import Calendars, calendars
from generator.site.facts import DealFacts
from generator.site.words import Words

# done · under way · stuck · not started · starts after others
State = Literal["done", "active", "blocked", "open", "waits"]


@dataclass(frozen=True)
class Company:
    """One side of the deal; `short` is the name as sentences say it, `logo` a file of the deal."""

    side: SideName
    name: str
    short: str
    logo: str | None


@dataclass(frozen=True)
class Owner:
    """A role and who fills it; `name` is None while nobody is named, `label` then says so."""

    role: str
    title: str
    name: str | None
    company: Company
    label: str

    @property
    def called(self) -> str:
        """The person's name, the role's title while nobody is named."""
        return self.name or self.title

    @property
    def ours(self) -> bool:
        """Is this the buyer's own side?"""
        return self.company.side == "buyer"


@dataclass(frozen=True)
class Help:
    """Something that helps to reach an outcome: a link, or a file that travels with the page."""

    title: str
    url: str


@dataclass(frozen=True)
class Outcome:
    """One outcome, as the table, the picture and the personal pages need it.

    `agreed` is the date as introduced, `expected` the forecast (the day it was reached, once done);
    `moved_days` counts calendar days between them. `after` holds the outcomes that must be reached before it,
    `waits_for` those still open, `opens` what waits for it, `drivers` the predecessors that set its start.
    `driving`: the launch hangs on it today. `can_start`: nothing stands before it.
    """

    id: str
    number: int
    outcome: str
    stage: str
    owner: Owner
    with_: tuple[Owner, ...]
    start: date
    expected: date
    agreed_start: date | None
    agreed: date | None
    moved_days: int
    state: State
    state_words: str
    after: tuple[str, ...]
    waits_for: tuple[str, ...]
    opens: tuple[str, ...]
    drivers: tuple[str, ...]
    driving: bool
    can_start: bool
    launch: bool
    exit: str | None
    resources: tuple[Help, ...]
    blocked_by: str | None
    confirmed_on: date | None

    @property
    def done(self) -> bool:
        """Is it reached?"""
        return self.state == "done"


@dataclass(frozen=True)
class Stage:
    """Outcomes of one stage, in plan order."""

    name: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class KeySpan:
    """A key date of the buyer's year, or a long holiday."""

    first: date
    last: date
    what: str
    no_work: bool


def key_spans(plan: Plan) -> tuple[KeySpan, ...]:
    """Give the plan's key dates."""
    return tuple(KeySpan(k.date, k.until or k.date, k.what, k.no_work) for k in plan.key_dates)


def _short(name: str) -> str:
    """Say a company's name as people do: its first word, unless that is too little to go by."""
    first = name.split(" ", 1)[0]
    return first if len(first) > 3 else name


def company(plan: Plan, side: SideName) -> Company:
    """Give one side of the deal; a partner role without a partner company counts as the seller's."""
    found = plan.side(side)
    known: SideName = "seller" if side == "partner" and plan.partner is None else side
    return Company(known, found.name, _short(found.name), f"files/{found.logo}" if found.logo else None)


def make_owner(plan: Plan, role_id: str, words: Words) -> Owner:
    """Give a role with its person; a role without a name is an open question."""
    role = plan.roles[role_id]
    label = role.name or words.text("Name to come")
    return Owner(role_id, role.title, role.name, company(plan, role.side), label)


def _state(milestone: Milestone, waiting: bool) -> State:
    if milestone.status != "open":
        return milestone.status
    return "waits" if waiting else "open"


def _state_words(state: State, waits_for: list[int], words: Words) -> str:
    if state == "waits":
        return words.text("Starts after %(numbers)s", numbers=words.listed([str(n) for n in waits_for]))
    return {
        "done": words.text("Done"),
        "active": words.text("Under way"),
        "blocked": words.text("Stuck"),
        "open": words.text("Not started"),
    }[state]


def make_outcomes(facts: DealFacts, words: Words) -> tuple[Outcome, ...]:
    """Give all outcomes in plan order, with their dates as agreed and as expected today."""
    plan = facts.plan
    opens: dict[str, list[str]] = defaultdict(list)
    for milestone in plan.milestones:
        for before in milestone.after:
            opens[before].append(milestone.id)
    kept = calendars(plan)
    return tuple(_outcome(facts, m, tuple(opens[m.id]), kept, words) for m in plan.milestones)


def _agreed_start(plan: Plan, m: Milestone, due: date, kept: Calendars) -> date:
    """Give the day on which the outcome had to begin for its agreed date; baselines keep due dates only."""
    if m.takes.high == 0:
        return due
    calendar = kept.of(plan.side_of(role) for role in (m.owner, *m.with_))
    return date.fromordinal(calendar.begin(due.toordinal(), m.takes.high))


def _outcome(
    facts: DealFacts, m: Milestone, opens: tuple[str, ...], kept: Calendars, words: Words
) -> Outcome:
    plan, dates = facts.plan, facts.schedule.milestones[m.id]
    waits_for = tuple(a for a in m.after if plan.by_id[a].status != "done")
    state = _state(m, bool(waits_for))
    expected = dates.forecast.due
    before_all = (
        state == "done" and expected <= plan.introduced
    )  # done when the plan was first seen: as agreed
    agreed = expected if before_all else dates.baseline_due
    return Outcome(
        id=m.id,
        number=facts.numbers[m.id],
        outcome=m.outcome,
        stage=m.stage or "",
        owner=make_owner(plan, m.owner, words),
        with_=tuple(make_owner(plan, r, words) for r in m.with_),
        start=min(dates.forecast.start, expected),
        expected=expected,
        agreed_start=_agreed_start(plan, m, agreed, kept) if agreed else None,
        agreed=agreed,
        moved_days=0 if before_all else dates.slip_days,
        state=state,
        state_words=_state_words(state, sorted(facts.numbers[a] for a in waits_for), words),
        after=m.after,
        waits_for=waits_for,
        opens=opens,
        drivers=dates.drivers,
        driving=dates.critical and state != "done",
        can_start=dates.can_start_now,
        launch=m.id == plan.launch_milestone.id,
        exit=m.exit,
        resources=tuple(Help(r.title, r.url) for r in m.resources),
        blocked_by=m.blocked_by if state == "blocked" else None,
        confirmed_on=m.confirmed.on if m.confirmed else None,
    )


def by_stage(outcomes: tuple[Outcome, ...]) -> tuple[Stage, ...]:
    """Group outcomes by stage, stages in the order in which they first appear."""
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(outcome.stage, []).append(outcome)
    return tuple(Stage(name, tuple(members)) for name, members in found.items())
