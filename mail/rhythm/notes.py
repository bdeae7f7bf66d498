"""What the rep should know of a deal: what moved, who is stuck or silent, whom no mail reaches, what waits.

Facts of the plan and of the mail only; a buyer's own words stay where they were written.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.record.journal import Entry, baseline_records
from generator.site.facts import DealFacts
from generator.site.words import Words
from mail.compose import Desk, digest_line, rep_of
from mail.reach import Reach
from mail.review.queue import Item
from mail.rhythm.quiet import zone_of
from mail.rhythm.reasons import Reason

NEWS = timedelta(days=14)  # what is older than this was seen some other way
CADENCE_DAYS = {"week": 7, "two weeks": 14, "month": 31, "quarter": 92}
NO_CADENCE_DAYS = 14
PATIENCE = 1.5  # cadences without a word before silence is worth a note
AGAIN_AFTER_DAYS = 14  # while the silence lasts
REMIND_DAYS = 3  # of what waits for the rep
NAME_NEEDED_AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Note:
    """One thing worth knowing, with the key by which it is known to have been said.

    What is `urgent` does not wait for tomorrow when the rep had the day's mail already.
    """

    key: str
    text: str
    urgent: bool = False


def notes(
    facts: DealFacts, words: Words, said: Container[str], waiting: list[Item], reach: Reach, now: datetime
) -> list[Note]:
    """Give what the rep of a deal has not been told yet. `waiting` are the deal's open review items."""
    if facts.plan.state == "closed":
        return []
    found = [
        *_moved(facts, words),
        *_stuck(facts, words),
        *_silent(facts, words),
        *_unreached(facts, words, reach),
        *_undecided(facts, words, waiting, now),
        *_nameless(facts, words),
    ]
    return [note for note in found if note.key not in said]


def as_notes(desk: Desk, words: Words, reasons: Sequence[Reason]) -> tuple[Note, ...]:
    """Say shortly what else a rep of several plans would get a mail of its own about."""
    plan, found = desk.facts.plan, []
    for one in reasons:
        if one.checkin:
            start = one.checkin.start.astimezone(zone_of(plan, plan.person_of(rep_of(desk) or "")))
            text = words.text(
                "The next check-in is on %(day)s at %(time)s.",
                day=words.dated(start.date()), time=words.time(f"{start:%H:%M}"),
            )  # fmt: skip
        else:
            text = digest_line(desk.facts, plan.by_id[one.milestone or ""])
        found.append(Note(one.key, text))
    return tuple(found)


def _moved(facts: DealFacts, words: Words) -> Iterator[Note]:
    launch = facts.plan.launch_milestone.id
    for entry in facts.entries:
        before, after = entry.moved.get(launch, (None, None))
        if before is None or after is None or before == after or _is_old(facts, entry):
            continue
        days = (after - before).days
        text = words.text(
            "Go-live moved from %(before)s to %(after)s, %(days)s.",
            before=words.dated(before), after=words.dated(after), days=words.days_later(days),
        )  # fmt: skip
        yield Note(f"moved:{entry.line}", text, urgent=days > 0)


def _stuck(facts: DealFacts, words: Words) -> Iterator[Note]:
    for milestone in facts.plan.milestones:
        if milestone.status != "blocked":
            continue
        lines = [e.line for e in facts.entries for c in e.changes if c.milestone == milestone.id]
        owner = facts.plan.roles[milestone.owner]
        text = words.text(
            "“%(outcome)s” is stuck; it is with %(owner)s.",
            outcome=milestone.outcome, owner=owner.name or owner.title,
        )  # fmt: skip
        decides = facts.schedule.milestones[milestone.id].critical
        if decides:
            text = " ".join([text, words.text("Go-live depends on it.")])
        yield Note(f"stuck:{milestone.id}:{max(lines, default=0)}", text, urgent=decides)


def silent_days(facts: DealFacts) -> int:
    """Say for how many days nobody of the buyer has written, once they were asked to; 0 before that."""
    if not baseline_records(facts.entries):
        return 0
    plan = facts.plan
    buyers = {person for person, role in plan.people() if role.side == "buyer"}
    heard = [e.when.date() for e in facts.entries if e.by == "mail" and e.who in buyers]
    began = [e.when.date() for e in facts.entries if e.baseline]
    return (facts.today - max([*heard, *began[:1]])).days


def _silent(facts: DealFacts, words: Words) -> Iterator[Note]:
    plan = facts.plan
    cadence = CADENCE_DAYS[plan.checkins.every] if plan.checkins else NO_CADENCE_DAYS
    days = silent_days(facts)
    waits = any(m.status != "done" and plan.side_of(m.owner) == "buyer" for m in plan.milestones)
    if days > cadence * PATIENCE and waits:
        since = facts.today - timedelta(days=days)
        text = words.text(
            "Nobody at %(buyer)s has written since %(day)s.", buyer=plan.buyer.name, day=words.dated(since)
        )
        yield Note(f"silent:{since}:{days // AGAIN_AFTER_DAYS}", text)


def _unreached(facts: DealFacts, words: Words, reach: Reach) -> Iterator[Note]:
    for _, role in facts.plan.people():
        setback = reach.of_address(role.email or "")
        if setback:
            text = words.text("Our mails do not reach %(name)s.", name=role.name or role.title)
            yield Note(f"unreached:{setback.id}", text)


def _undecided(facts: DealFacts, words: Words, waiting: list[Item], now: datetime) -> Iterator[Note]:
    for item in waiting:
        days = (now - datetime.fromisoformat(item.received)).days
        if days >= 1:
            text = words.text("A reply waits for your decision: golive mail review %(item)s", item=item.id)
            yield Note(f"review:{item.number}:{days // REMIND_DAYS}", text)


def _nameless(facts: DealFacts, words: Words) -> Iterator[Note]:
    seen: set[str] = set()
    for milestone in facts.plan.milestones:
        role = facts.plan.roles[milestone.owner]
        starts = facts.schedule.milestones[milestone.id].forecast.start
        if milestone.status == "done" or role.email or milestone.owner in seen:
            continue
        if starts - facts.today <= NAME_NEEDED_AHEAD:
            seen.add(milestone.owner)
            text = words.text(
                "%(role)s has no name and address yet; “%(outcome)s” starts on %(day)s.",
                role=role.title, outcome=milestone.outcome, day=words.dated(starts),
            )  # fmt: skip
            yield Note(f"nameless:{milestone.owner}", text)


def _is_old(facts: DealFacts, entry: Entry) -> bool:
    return facts.today - entry.when.date() > NEWS
