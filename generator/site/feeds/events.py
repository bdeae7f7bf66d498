"""What a deal's calendar says: its milestones, check-ins and key dates as events, not yet as iCalendar.

Every date is a current one, which stays put until somebody says or does something, and every time stamp comes
from the journal, so that the same plan and journal always give the same events.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from generator.plan.model import Milestone, SideName
from generator.record.journal import baseline_records
from generator.schedule.baseline import latest_record, recorded_holidays
from generator.site.facts import DealFacts
from generator.site.feeds.checkins import PAST_LAUNCH_WEEKS, checkins
from generator.site.feeds.history import CHECKINS, CLOSING, KEY_DATES, History
from generator.site.words import Words

KEEP_CANCELLED_DAYS = 30
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One event. `id` is unique in the deal; `end` is exclusive; a `datetime` is UTC, a `date` the whole day.

    `sequence` counts the changes that anybody was told about, `changed` is when the last of them was made.
    """

    id: str
    start: date
    end: date
    title: str
    details: str
    changed: datetime
    sequence: int
    cancelled: bool = False


_Concerning = tuple[Event, tuple[str, ...] | None]  # with the roles that it concerns; None: everybody


class DealEvents:
    """A deal's events, worked out once and chosen for each reader."""

    def __init__(self, facts: DealFacts) -> None:
        self._facts = facts
        self._told = History(facts.entries, datetime.combine(facts.plan.introduced, time(), UTC))
        self._words = Words(facts.plan.buyer.locale, facts.plan.introduced)
        plan, told, words = facts.plan, self._told, self._words
        found: list[_Concerning] = [
            (_milestone(facts, m, told, words), (m.owner, *m.with_)) for m in plan.milestones
        ]
        found += _removed(facts, told, words)
        if plan.checkins:
            with_ = tuple(plan.checkins.with_ or plan.roles)
            found += ((event, with_) for event in _checkins(facts, told, words))
        found += ((event, None) for event in _key_dates(facts, told))
        self._found = sorted(found, key=lambda one: (one[0].start.isoformat(), one[0].id))

    def of(self, person: str | None, side: SideName | None = None) -> tuple[Event, ...]:
        """List events in order: all of them, what a role owns or takes part in, or one side's.

        Key dates are everybody's. Whoever has no event at all gets the launch: a calendar must not be empty.
        """
        plan, words = self._facts.plan, self._words

        def wanted(roles: tuple[str, ...] | None) -> bool:
            if roles is None or not (person or side):
                return True
            known = [role for role in roles if role in plan.roles and person in (None, role)]
            return any(side in (None, plan.side_of(role)) for role in known)

        events = [event for event, roles in self._found if wanted(roles)]
        events = events or [_milestone(self._facts, plan.launch_milestone, self._told, words)]
        if plan.state == "closed":
            events = [_cancel(event, words) for event in events]
        return tuple(events)


def deal_events(facts: DealFacts, person: str | None, side: SideName | None = None) -> tuple[Event, ...]:
    """List the events of a deal that one reader sees."""
    return DealEvents(facts).of(person, side)


def _milestone(facts: DealFacts, milestone: Milestone, told: History, words: Words) -> Event:
    due = facts.schedule.milestones[milestone.id].current.due
    names = (milestone.id, CLOSING)
    return Event(
        id=milestone.id,
        start=due,
        end=due + _DAY,
        title=_title(facts, milestone, told, words),
        details=_details(facts, milestone, words),
        changed=told.changed(*names),
        sequence=told.sequence(*names),
    )


def _title(facts: DealFacts, milestone: Milestone, told: History, words: Words) -> str:
    outcome = milestone.outcome
    if facts.plan.state == "closed":
        return outcome
    if milestone.status == "done":
        return f"\N{CHECK MARK} {outcome}"
    if milestone.status == "blocked":
        return words.text("Blocked: %(outcome)s", outcome=outcome)
    if told.first_dates.get(milestone.id) not in (None, facts.schedule.milestones[milestone.id].current.due):
        return words.text("Moved: %(outcome)s", outcome=outcome)
    return outcome


def _details(facts: DealFacts, milestone: Milestone, words: Words) -> str:
    plan = facts.plan
    lines = []
    if milestone.exit:
        lines.append(words.text("Done when: %(exit)s", exit=milestone.exit))
    lines.append(words.text("Owner: %(owner)s", owner=_who(facts, milestone.owner)))
    if milestone.with_:
        lines.append(
            words.text("With: %(people)s", people="; ".join(_who(facts, r) for r in milestone.with_))
        )
    before = [plan.by_id[a] for a in milestone.after if plan.by_id[a].status != "done"]
    if before and milestone.status != "done":
        waits = "; ".join(m.outcome for m in before)
        lines.append(words.text("Waits for: %(outcomes)s", outcomes=waits))
    if milestone is plan.launch_milestone and plan.launch.event:
        day = words.full_day(plan.launch.date)
        lines.append(words.text("In time for: %(event)s, %(day)s", event=plan.launch.event, day=day))
    return "\n".join(lines)


def _who(facts: DealFacts, role_id: str) -> str:
    role = facts.plan.roles[role_id]
    company = facts.plan.side(role.side).name
    return ", ".join(filter(None, (role.name, role.title, company)))


def _removed(facts: DealFacts, told: History, words: Words) -> Iterator[_Concerning]:
    for name, entry in told.removals(facts.plan.by_id):
        day = told.last_dates.get(name)
        gone = entry.when.astimezone(UTC).date() + timedelta(days=KEEP_CANCELLED_DAYS)
        owner = told.old(name, "owner")
        if day is None or facts.today > gone:
            continue
        outcome = str(told.old(name, "outcome") or name.replace("-", " ").replace("_", " ").capitalize())
        names = (name, CLOSING)
        event = Event(
            name,
            day,
            day + _DAY,
            outcome,
            "",
            told.changed(*names),
            told.sequence(*names),
        )
        yield _cancel(event, words), (str(owner),) if owner else ()


def _cancel(event: Event, words: Words) -> Event:
    """Call an event off, in its title too: some calendars show a cancelled event like any other."""
    if event.cancelled:
        return event
    return replace(event, title=words.text("Cancelled: %(outcome)s", outcome=event.title), cancelled=True)


def _checkins(facts: DealFacts, told: History, words: Words) -> Iterator[Event]:
    """Give each check-in with its agenda, which any change of the plan may change without moving it."""
    plan = facts.plan
    if plan.checkins is None:
        return
    names = (CHECKINS, KEY_DATES, CLOSING)
    people = "; ".join(_who(facts, role) for role in plan.checkins.with_)
    kept = recorded_holidays(latest_record(baseline_records(facts.entries)))
    last = _last_checkin(facts)
    held = list(checkins(plan, last, kept))
    days = [date.min, *(one.start.date() for one in held), last + _DAY]
    changed, sequence, title = told.latest(), told.sequence(*names), plan.title
    dates = facts.schedule.milestones
    waiting = [m for m in plan.milestones if m.status != "done"]
    waiting.sort(key=lambda m: (dates[m.id].current.due, facts.numbers[m.id]))
    for at, one in enumerate(held):
        lines = [words.text("With: %(people)s", people=people)] if people else []
        yield Event(
            id=f"checkin.{one.planned:%Y%m%d}",
            start=one.start,
            end=one.end,
            title=words.text("Check-in: %(deal)s", deal=title),
            details="\n".join([*lines, *_agenda(facts, waiting, words, days[at : at + 3])]),
            changed=changed,
            sequence=sequence,
        )


def _agenda(
    facts: DealFacts, waiting: Sequence[Milestone], words: Words, days: Sequence[date]
) -> Iterator[str]:
    """Say what a check-in is about: what is due before the next one, and what was due since the last.

    `waiting` is what is not done, in order. `days` are those of the check-in before, of this one, and of the
    next. Current dates only, never today, so that the agenda of a plan that nobody touches stays as it is.
    """
    before, own, after = days
    dates = facts.schedule.milestones
    late = [m for m in waiting if before <= dates[m.id].current.due < own]
    coming = [m for m in waiting if own <= dates[m.id].current.due < after]
    if late:
        said = _with_days(facts, late, words)
        yield words.text("Was due since the check-in before: %(outcomes)s", outcomes=said)
    if coming:
        said = _with_days(facts, coming, words)
        yield words.text("Due before the next check-in: %(outcomes)s", outcomes=said)


def _with_days(facts: DealFacts, milestones: Iterable[Milestone], words: Words) -> str:
    dates = facts.schedule.milestones
    return "; ".join(f"{m.outcome} ({words.day(dates[m.id].current.due)})" for m in milestones)


def _last_checkin(facts: DealFacts) -> date:
    """Until the return is seen; without such a milestone, a quarter past the launch."""
    plan, dates = facts.plan, facts.schedule.milestones
    if plan.value and plan.value.milestone:
        return dates[plan.value.milestone].current.due
    return dates[plan.launch_milestone.id].current.due + timedelta(weeks=PAST_LAUNCH_WEEKS)


def _key_dates(facts: DealFacts, told: History) -> Iterator[Event]:
    seen: Counter[str] = Counter()
    for key in facts.plan.key_dates:
        name = hashlib.sha256(key.what.encode()).hexdigest()[:8]
        seen[name] += 1
        names = (KEY_DATES, CLOSING)
        yield Event(
            id=f"key.{name}.{seen[name]}",
            start=key.date,
            end=(key.until or key.date) + _DAY,
            title=key.what,
            details="",
            changed=told.changed(*names),
            sequence=told.sequence(*names),
        )
