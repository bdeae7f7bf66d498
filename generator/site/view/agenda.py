"""The next check-in and what it is for: what is stuck, moved or due before the one after, who is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.site.facts import DealFacts
from generator.site.feeds.checkins import checkins
from generator.site.view.outcome import Outcome
from generator.site.words import Words

MINUTES, LONG_MINUTES = 5, 10
AHEAD = timedelta(days=200)  # far enough for a quarterly check-in and the one after


@dataclass(frozen=True)
class Topic:
    """An item of the agenda, with its minutes and a reason; `anchor` is the section that says more."""

    what: str
    minutes: int
    reason: str
    anchor: str | None = None


@dataclass(frozen=True)
class Meeting:
    """The next time both teams look at the plan together."""

    day: date
    hours: str
    people: str
    topics: tuple[Topic, ...]


def make_meeting(
    facts: DealFacts, outcomes: Sequence[Outcome], back: str | None, words: Words
) -> Meeting | None:
    """Give the next check-in with its agenda; None where the plan has no check-ins, or they are over."""
    plan = facts.plan
    if plan.checkins is None or plan.state == "closed":
        return None
    zone = ZoneInfo(plan.buyer.timezone)
    listed = [
        c for c in checkins(plan, facts.today + AHEAD) if c.start.astimezone(zone).date() >= facts.today
    ]
    if not listed:
        return None
    start, end = listed[0].start.astimezone(zone), listed[0].end.astimezone(zone)
    after = listed[1].start.astimezone(zone).date() if len(listed) > 1 else start.date()
    topics = tuple(_topics(facts, outcomes, after, back, words))
    names = [plan.roles[r].name or plan.roles[r].title for r in plan.checkins.with_]
    return Meeting(
        start.date(),
        _hours(start, end, plan.buyer.timezone, words),
        _joined(names, words),
        _fit(topics, plan.checkins.minutes),
    )


def _hours(start: datetime, end: datetime, zone: str, words: Words) -> str:
    return words.text(
        "%(start)s to %(end)s, %(place)s time",
        start=words.time(f"{start:%H:%M}"), end=words.time(f"{end:%H:%M}"), place=words.place(zone),
    )  # fmt: skip


def _joined(names: list[str], words: Words) -> str:
    if len(names) < 2:
        return "".join(names)
    return words.text("%(names)s and %(last)s", names=words.listed(names[:-1]), last=names[-1])


def _fit(topics: Sequence[Topic], minutes: int) -> tuple[Topic, ...]:
    """Keep what fits the meeting, in order; one topic always does."""
    used = 0
    kept: list[Topic] = []
    for topic in topics:
        if kept and used + topic.minutes > minutes:
            break
        kept.append(topic)
        used += topic.minutes
    return tuple(kept)


def _topics(
    facts: DealFacts, outcomes: Sequence[Outcome], after: date, back: str | None, words: Words
) -> Iterator[Topic]:
    for outcome in outcomes:
        if outcome.state == "blocked":
            what = words.text("What “%(outcome)s” needs to go on", outcome=outcome.outcome)
            yield Topic(what, LONG_MINUTES, _reason(outcome, words))
    if back:
        yield Topic(back, LONG_MINUTES, _chain_words(facts, outcomes, words), "back")
    due = [o for o in outcomes if not o.done and o.state != "blocked" and o.expected <= after]
    for outcome in sorted(due, key=lambda o: (o.expected, o.number)):
        day = words.long_day(outcome.expected)
        what = words.text("What “%(outcome)s” needs to end on %(day)s", outcome=outcome.outcome, day=day)
        yield Topic(what, MINUTES, _reason(outcome, words))
    yield from _unnamed(outcomes, words)


def _reason(outcome: Outcome, words: Words) -> str:
    number = str(outcome.number)
    if outcome.owner.name:
        return words.text("Outcome %(number)s, with %(name)s.", number=number, name=outcome.owner.name)
    return words.text("Outcome %(number)s, %(role)s, name to come.", number=number, role=outcome.owner.title)


def _chain_words(facts: DealFacts, outcomes: Sequence[Outcome], words: Words) -> str:
    by_id = {o.id: o for o in outcomes}
    numbers = [str(by_id[i].number) for i in facts.schedule.chain if i in by_id and not by_id[i].done]
    return words.text("Outcomes %(numbers)s set the date.", numbers=words.listed(numbers))


def _unnamed(outcomes: Sequence[Outcome], words: Words) -> Iterator[Topic]:
    first: dict[str, Outcome] = {}
    for outcome in sorted(outcomes, key=lambda o: (o.start, o.number)):
        if not outcome.done and outcome.owner.name is None:
            first.setdefault(outcome.owner.title, outcome)
    for title, outcome in first.items():
        reason = words.text(
            "Outcome %(number)s, %(outcome)s, starts on %(day)s.",
            number=str(outcome.number),
            outcome=words.inside(outcome.outcome),
            day=words.long_day(outcome.start),
        )
        yield Topic(words.text("Who speaks for %(role)s", role=title), MINUTES, reason)
