"""Why somebody should be written to today: the check-in, their turn, what is due, somebody's silence.

Pure: facts and what was said before come in, reasons come out. A reason has a key by which it is known to
have been said: a day on which nothing ran loses nothing, a day that runs twice says nothing twice.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from generator.plan.model import Milestone
from generator.record.journal import Change, Entry, baseline_records
from generator.schedule.baseline import latest_record, recorded_holidays
from generator.schedule.workdays import Calendar, Calendars, calendars
from generator.site.facts import DealFacts
from generator.site.feeds.checkins import Checkin, checkins

Kind = Literal["digest", "escalation", "turn", "nudge"]
KINDS: tuple[Kind, ...] = ("digest", "escalation", "turn", "nudge")  # which names a mail that has several

# Working days from the due day on which its owner is asked; further apart the longer it lasts.
ASKED_ON = (-3, 1, 4, 9, 19)
# The sponsor is told once the owner was asked this often, on this step (from 0) or later, and stayed silent
# for so many working days.
TOLD_AFTER_ASKED, TOLD_AFTER_STEP, TOLD_AFTER_DAYS = 2, 2, 3
QUIET_AFTER_WORD = 2  # working days for which whoever spoke of an outcome is not asked about it
TURN_STAYS = timedelta(days=14)  # longer after the predecessor was done, it is no news
AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Reason:
    """One reason to write to one person. `milestone` is what it is about; None is the plan as a whole.

    `days` are the working days since the due day (negative before it), `before` what had to be done first.
    """

    kind: Kind
    key: str
    milestone: str | None = None
    days: int = 0
    before: str | None = None
    checkin: Checkin | None = None


def plan_calendars(facts: DealFacts) -> Calendars:
    """Give the plan's calendars, with the holidays that were recorded when it was agreed."""
    return calendars(facts.plan, recorded_holidays(latest_record(baseline_records(facts.entries))))


def reasons(facts: DealFacts, person: str, said: Mapping[str, date], now: datetime) -> list[Reason]:
    """Give what speaks for a mail to this person today, most important first.

    `said` are the keys of what this deal said to anybody before, with the day.
    """
    if facts.plan.state == "closed":
        return []
    calendar = plan_calendars(facts).of([facts.plan.side_of(person)])
    found = [
        *_checkin(facts, person, calendar, said, now),
        *_silence(facts, person, calendar, said),
        *_turn(facts, person, said),
        *_due(facts, person, calendar, said),
    ]
    return sorted(found, key=lambda r: KINDS.index(r.kind))


def _checkin(
    facts: DealFacts, person: str, calendar: Calendar, said: Container[str], now: datetime
) -> Iterator[Reason]:
    """The digest goes out on the working day before a check-in; on its morning, if that day was missed."""
    plan = facts.plan
    if plan.checkins is None or person not in (plan.checkins.with_ or plan.roles):
        return
    zone = ZoneInfo(plan.buyer.timezone)
    recorded = recorded_holidays(latest_record(baseline_records(facts.entries)))
    for one in checkins(plan, facts.today + AHEAD, recorded):
        day = one.start.astimezone(zone).date()
        if one.start <= now or day < facts.today:
            continue
        key = f"digest:{one.planned}:{person}"
        eve = calendar.at_or_before(day.toordinal() - 1)
        if eve <= facts.today.toordinal() and key not in said:
            yield Reason("digest", key, checkin=one)
        return


def _turn(facts: DealFacts, person: str, said: Container[str]) -> Iterator[Reason]:
    """What the last predecessor of was just done, by somebody else, can start now."""
    for milestone in _own(facts, person):
        if milestone.status != "open" or not milestone.after or not _can_start(facts, milestone):
            continue
        done = [e for e in facts.entries if _done_by(e, milestone)]
        last = max(done, key=lambda e: e.when, default=None)
        if last is None or last.who == person or facts.today - last.when.date() > TURN_STAYS:
            continue
        key = f"turn:{milestone.id}:{last.line}"
        before = _done_by(last, milestone)
        if key not in said:
            yield Reason("turn", key, milestone.id, before=before)


def _due(facts: DealFacts, person: str, calendar: Calendar, said: Container[str]) -> Iterator[Reason]:
    """What is due soon, or was: asked on the days of ASKED_ON, only of who could do something about it."""
    for milestone in _own(facts, person):
        step, days = due_step(facts, milestone, calendar)
        if step is None or not _can_start(facts, milestone) or milestone.status == "blocked":
            continue
        if step == 0 and milestone.confirmed and milestone.confirmed.by == person:
            continue  # the date has their yes
        if _spoke(facts, milestone, calendar, QUIET_AFTER_WORD):
            continue
        key = nudge_key(facts, milestone, step)
        if key not in said:
            yield Reason("nudge", key, milestone.id, days)


def _silence(facts: DealFacts, person: str, calendar: Calendar, said: Mapping[str, date]) -> Iterator[Reason]:
    """Whom an owner's `escalate` names hears of it once, when the owner was asked again and again in vain."""
    for milestone in facts.plan.milestones:
        owner = facts.plan.roles[milestone.owner]
        if owner.escalate != person or milestone.status == "done":
            continue
        asked = _asked_in_vain(facts, milestone, said)
        key = f"escalation:{milestone.id}:{_due_day(facts, milestone)}"
        if asked is None or key in said:
            continue
        waited = calendar.between(asked.toordinal(), facts.today.toordinal())
        if waited >= TOLD_AFTER_DAYS and not _word_since(facts, milestone, asked):
            _, days = due_step(facts, milestone, calendar)
            yield Reason("escalation", key, milestone.id, days)


def _asked_in_vain(facts: DealFacts, milestone: Milestone, said: Mapping[str, date]) -> date | None:
    """Give the day from which silence counts; that a step was skipped, as in a holiday, does not stop it."""
    keys = [nudge_key(facts, milestone, step) for step in range(len(ASKED_ON))]
    late = [said[key] for key in keys[TOLD_AFTER_STEP:] if key in said]
    often_enough = sum(key in said for key in keys) >= TOLD_AFTER_ASKED
    return min(late) if late and often_enough else None


def due_step(facts: DealFacts, milestone: Milestone, calendar: Calendar) -> tuple[int | None, int]:
    """Say which step of ASKED_ON an outcome has reached (None: none yet), and the working days since due."""
    days = calendar.between(_due_day(facts, milestone).toordinal(), facts.today.toordinal())
    reached = [step for step, asked_on in enumerate(ASKED_ON) if days >= asked_on]
    return (reached[-1] if reached else None), days


def nudge_key(facts: DealFacts, milestone: Milestone, step: int) -> str:
    """Name one asking: a date that moves begins anew."""
    return f"nudge:{milestone.id}:{_due_day(facts, milestone)}:{step}"


def _own(facts: DealFacts, person: str) -> list[Milestone]:
    return [m for m in facts.plan.milestones if m.owner == person and m.status != "done"]


def _done_by(entry: Entry, milestone: Milestone) -> str | None:
    """Give the predecessor that a journal line, a hand edit's too, says is done."""
    done = (c.milestone for c in entry.changes if c.milestone in milestone.after and _is_done(c))
    return next(done, None)


def _is_done(change: Change) -> bool:
    _, status = change.fields.get(f"milestones/{change.milestone}/status", (None, None))
    return change.action == "done" or (change.action == "edit" and status == "done")


def _due_day(facts: DealFacts, milestone: Milestone) -> date:
    return facts.schedule.milestones[milestone.id].current.due


def _can_start(facts: DealFacts, milestone: Milestone) -> bool:
    by_id = facts.plan.by_id
    return milestone.status == "active" or all(by_id[i].status == "done" for i in milestone.after)


def _words_of(facts: DealFacts, milestone: Milestone) -> Iterator[Entry]:
    for entry in facts.entries:
        if entry.by in ("mail", "command") and any(c.milestone == milestone.id for c in entry.changes):
            yield entry


def _spoke(facts: DealFacts, milestone: Milestone, calendar: Calendar, working_days: int) -> bool:
    last = max((e.when for e in _words_of(facts, milestone)), default=None)
    if last is None:
        return False
    return calendar.between(last.date().toordinal(), facts.today.toordinal()) < working_days


def _word_since(facts: DealFacts, milestone: Milestone, day: date) -> bool:
    """Say whether the owner wrote anything since: an answer about another outcome is no silence."""
    return any(
        e.when.astimezone(UTC).date() >= day
        for e in facts.entries
        if e.by == "mail"
        and (e.who == milestone.owner or any(c.milestone == milestone.id for c in e.changes))
    )
