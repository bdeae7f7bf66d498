"""The first screen: live on which day and for what, on course or how far off, why, and whose move is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.plan.model import KeyDate
from generator.schedule.dates import Charge
from generator.site.catalogues import message
from generator.site.facts import DealFacts
from generator.site.view.outcome import Outcome, company
from generator.site.words import Words


@dataclass(frozen=True)
class Answer:
    """The answer as text.

    `title` is `headline` and `for_what` in one line. `planned` is None on course: then `expected` alone is
    marked. `slip` says the distance in words; `because` speaks of dates and outcomes alone; `back` asks what
    would bring the planned day back; `notice` says what state the whole plan is in, if not simply open.
    """

    why: tuple[str, ...]
    title: str
    headline: str
    headline_day: str
    for_what: str | None
    planned: str | None
    slip: str | None
    expected: str
    short_planned: str | None
    short_expected: str
    because: str | None
    delay_cost: str | None
    back: str | None
    notice: str | None


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Split prose into paragraphs without line breaks of its own."""
    return tuple(" ".join(p.split()) for p in (text or "").split("\n\n") if p.strip())


def make_answer(facts: DealFacts, outcomes: Sequence[Outcome], week: Decimal | None, words: Words) -> Answer:
    """Say where the plan stands today. `week`: what a week of delay costs, if that is known."""
    plan, dates = facts.plan, facts.schedule
    launch = next(o for o in outcomes if o.launch)
    headline, for_what = _headline(facts, launch, outcomes, words)
    planned, slip, late = _distance(facts, launch, words)
    planned_day = plan.launch.date if dates.slip_days == 0 else dates.launch_baseline
    open_and_late = late and not launch.done and plan.state != "closed"
    cost = None
    if open_and_late and week is not None and plan.value:
        cost = words.text(
            "Each week of delay costs %(buyer)s about %(sum)s.",
            buyer=company(facts.plan, "buyer").short,
            sum=words.about(week, plan.value.currency),
        )
    back = None
    if open_and_late and any(not o.done for o in outcomes):
        back = words.text("What would bring %(day)s back", day=words.long_day(planned_day))
    return Answer(
        why=paragraphs(plan.why),
        title=words.text("%(headline)s, %(for_what)s", headline=headline, for_what=for_what)
        if for_what
        else headline,
        headline=headline,
        headline_day=words.long_day(plan.launch.date),
        for_what=for_what,
        planned=planned and words.text(planned, day=words.act_day(planned_day)),
        slip=slip,
        expected=_expected(launch, planned is not None, words, words.act_day(launch.expected)),
        short_planned=planned and words.text(planned, day=words.long_day(planned_day)),
        short_expected=_expected(launch, planned is not None, words, words.long_day(launch.expected)),
        because=None if launch.done else _because(facts, outcomes, words),
        delay_cost=cost,
        back=back,
        notice=_notice(facts, words),
    )


def return_milestone(facts: DealFacts) -> str | None:
    """Find the milestone at which the return is first seen: named, else the last one after the launch."""
    plan = facts.plan
    if plan.value and plan.value.milestone:
        return plan.value.milestone
    after = {plan.launch_milestone.id}
    last = None
    for milestone in plan.milestones:
        if after & set(milestone.after):
            after.add(milestone.id)
            last = milestone.id
    return last


def _headline(
    facts: DealFacts, launch: Outcome, outcomes: Sequence[Outcome], words: Words
) -> tuple[str, str | None]:
    plan = facts.plan
    if launch.done:
        first = words.text("Live since %(day)s", day=words.long_day(launch.expected))
        seen = next((o for o in outcomes if o.id == return_milestone(facts)), None)
        if seen is None:
            return first, None
        if seen.done:
            return first, words.text("the return seen on %(day)s", day=words.long_day(seen.expected))
        return first, words.text("the return expected on %(day)s", day=words.long_day(seen.expected))
    first = words.text("Live on %(day)s", day=words.long_day(plan.launch.date))
    return first, words.for_event(plan.launch.event) if plan.launch.event else None


def _distance(facts: DealFacts, launch: Outcome, words: Words) -> tuple[str | None, str | None, bool]:
    """Say how far the launch moved: the planned day's wording, the distance, and whether it is later."""
    dates = facts.schedule
    days = dates.slip_days
    planned = message("Planned %(day)s")
    if days == 0 and not dates.feasible and not launch.done:
        planned, days = message("Needed %(day)s"), (dates.launch_forecast - facts.plan.launch.date).days
    if days == 0:
        return None, None, False
    if days < 0:
        return planned, words.plural("%(n)s day earlier", "%(n)s days earlier", -days), False
    if launch.done:
        return planned, words.days_later(days), True
    return planned, words.plural("%(n)s day off", "%(n)s days off", days), True


def _expected(launch: Outcome, moved: bool, words: Words, day: str) -> str:
    if launch.done:
        return words.text("Live since %(day)s", day=day)
    if moved:
        return words.text("Expected %(day)s", day=day)
    return words.text("On course for %(day)s", day=day)


def _notice(facts: DealFacts, words: Words) -> str | None:
    if facts.plan.state == "closed":
        return words.text(
            "This plan is closed. Nothing more is asked of anyone, and the page goes 30 days after closing."
        )
    if facts.plan.state == "live":
        return words.text(
            "%(buyer)s is live. What is left is the return.", buyer=company(facts.plan, "buyer").short
        )
    return None


def _because(facts: DealFacts, outcomes: Sequence[Outcome], words: Words) -> str | None:
    """Say why the launch is not on its planned day, from dates and outcomes alone."""
    dates = facts.schedule
    if dates.slip_days == 0:
        if dates.feasible:
            return None
        return words.plural(
            "Worked out from today, the way to go-live is %(n)s working day longer than the days left.",
            "Worked out from today, the way to go-live is %(n)s working days longer than the days left.",
            dates.short_days,
        )
    charges = [c for c in dates.delay if (c.days > 0) == (dates.slip_days > 0)]
    if not charges:
        return None
    top = max(charges, key=lambda c: abs(c.days))
    first = _cause(facts, top, outcomes, words)
    others = len(charges) - 1
    if not others:
        return first
    rest = words.plural("%(n)s other change adds to it.", "%(n)s other changes add to it.", others)
    return words.text("%(first)s %(second)s", first=first, second=rest)


def _cause(facts: DealFacts, charge: Charge, outcomes: Sequence[Outcome], words: Words) -> str:
    outcome = next((o for o in outcomes if o.id == charge.milestone), None)
    if outcome is None:
        day = words.long_day(facts.plan.introduced)
        return words.text("The plan itself has changed since %(day)s.", day=day)
    name, day = outcome.outcome, words.long_day(outcome.expected)
    if outcome.done:
        return words.text(
            "“%(outcome)s” was reached on %(day)s, %(distance)s.",
            outcome=name, day=day, distance=words.days_later(outcome.moved_days),
        )  # fmt: skip
    pushed = _behind_a_freeze(facts, outcome, outcomes)
    if pushed:
        return words.text(
            "“%(outcome)s” is now expected on %(day)s, so “%(next)s” starts after %(freeze)s.",
            outcome=name, day=day, next=pushed[0].outcome, freeze=words.named(pushed[1].what),
        )  # fmt: skip
    return words.text(
        "“%(outcome)s” is now expected on %(day)s, %(distance)s.",
        outcome=name, day=day, distance=words.days_later(outcome.moved_days),
    )  # fmt: skip


def _behind_a_freeze(
    facts: DealFacts, cause: Outcome, outcomes: Sequence[Outcome]
) -> tuple[Outcome, KeyDate] | None:
    """Find the step that had begun before days without work as agreed, and now begins after them."""
    by_id = {o.id: o for o in outcomes}
    chain = [by_id[i] for i in facts.schedule.chain if i in by_id]
    after = chain[chain.index(cause) + 1 :] if cause in chain else []
    for step in after:
        for key in facts.plan.key_dates:
            begun = step.agreed_start is not None and step.agreed_start < key.date
            if key.no_work and begun and step.start > (key.until or key.date):
                return step, key
    return None


def next_move(outcomes: Sequence[Outcome], ours: bool | None = None) -> Outcome | None:
    """Give the open outcome due first among those that nothing stands before; of one side, if asked."""
    open_ = [o for o in outcomes if not o.done and (ours is None or o.owner.ours == ours)]
    free = [o for o in open_ if not o.waits_for] or open_
    return min(free, key=lambda o: (o.expected, o.number), default=None)


def planned_go_live(facts: DealFacts, words: Words) -> tuple[date, str] | None:
    """Give the planned go-live's own place on the rail, once it is no longer the expected one."""
    dates = facts.schedule
    if dates.slip_days == 0:
        return None
    event = facts.plan.launch.event
    if event and dates.launch_baseline == facts.plan.launch.date:
        return dates.launch_baseline, words.text("Planned go-live: %(event)s", event=words.inside(event))
    return dates.launch_baseline, words.text("Planned go-live")
