"""The day's letter to one person: all of the day's reasons in one mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from generator.plan.model import Milestone
from generator.site.words import Words
from mail import compose
from mail.compose import DIGEST_LINES, Desk, due_of, examples_of, open_milestones
from mail.letter import Letter
from mail.rhythm.reasons import Kind, Reason


def day_letter(desk: Desk, person: str, reasons: Sequence[Reason], day: date) -> Letter:
    """Write one mail for all reasons: of the first one's kind, or `several` for several outcomes."""
    name = f"{desk.facts.deal}.daily.{person}.{day:%Y%m%d}"
    asked = _asked(desk, reasons)
    first = reasons[0]
    if first.kind == "digest":
        return replace(_digest(desk, person, first, asked), name=name)
    if len(asked) > 1:
        return replace(_several(desk, person, asked), name=name)
    match first.kind:
        case "turn":
            letter = _turn(desk, person, first, asked[0])
        case "escalation":
            letter = _escalation(desk, person, asked[0])
        case _:
            letter = compose.nudge(desk, person, asked[0])
    return replace(letter, name=name)


def kind_of(reasons: Sequence[Reason]) -> Kind:
    """Name a mail by its most important reason."""
    return reasons[0].kind


def _asked(desk: Desk, reasons: Sequence[Reason]) -> list[Milestone]:
    ids = dict.fromkeys(r.milestone for r in reasons if r.milestone)
    return [desk.facts.plan.by_id[i] for i in ids]


def _digest(desk: Desk, person: str, reason: Reason, asked: list[Milestone]) -> Letter:
    """Where the plan stands, what is asked of the reader, what comes next, and the check-in's agenda."""
    facts, words = desk.facts, desk.words(person)
    assert reason.checkin is not None
    zone = ZoneInfo(facts.plan.roles[person].timezone or facts.plan.side(facts.plan.side_of(person)).timezone)
    start, end = reason.checkin.start.astimezone(zone), reason.checkin.end.astimezone(zone)
    waiting = open_milestones(facts)
    listed = sorted({m.id: m for m in [*asked, *waiting[:DIGEST_LINES]]}.values(), key=waiting.index)
    subject = words.text(
        "Check-in %(day)s, %(time)s: go-live expected %(launch)s",
        day=words.act_day(start.date()), time=words.time(f"{start:%H:%M}"),
        launch=words.long_day(facts.schedule.launch_forecast),
    )  # fmt: skip
    own = [m for m in waiting if m.owner == person]
    return compose.letter(
        desk, person, "digest", "", "0", subject,
        listed=listed, asked=asked, own=own[0] if own else None, day=start.date(),
        hours=words.text(
            "%(start)s to %(end)s", start=words.time(f"{start:%H:%M}"), end=words.time(f"{end:%H:%M}")
        ),
        agenda=_agenda(desk, words, waiting), examples=examples_of(facts, listed, words),
        forecast=facts.schedule.launch_forecast,
    )  # fmt: skip


def _agenda(desk: Desk, words: Words, waiting: Sequence[Milestone]) -> list[str]:
    """What is stuck, what is late or next, who has no name yet; in that order, as much as a meeting holds."""
    facts, roles = desk.facts, desk.facts.plan.roles
    stuck = [
        words.text("What “%(outcome)s” needs to go on", outcome=m.outcome)
        for m in waiting
        if m.status == "blocked"
    ]
    due = [
        words.text(
            "What “%(outcome)s” needs to end on %(day)s",
            outcome=m.outcome,
            day=words.long_day(due_of(facts, m.id)),
        )
        for m in waiting
        if m.status != "blocked"
    ]
    nameless = dict.fromkeys(roles[m.owner].title for m in waiting if not roles[m.owner].name)
    unnamed = [words.text("Who speaks for %(role)s", role=title) for title in nameless]
    return [*stuck[:3], *due[:3], *unnamed[:2]]


def _turn(desk: Desk, person: str, reason: Reason, milestone: Milestone) -> Letter:
    """Say that what had to be done first is done."""
    facts, words = desk.facts, desk.words(person)
    before = facts.plan.by_id[reason.before or ""].outcome
    due = due_of(facts, milestone.id)
    return compose.letter(
        desk, person, "turn", "", str(facts.numbers[milestone.id]),
        words.text("Your turn: %(outcome)s", outcome=milestone.outcome),
        milestone=milestone, before=before, due=due, listed=[milestone],
        examples=examples_of(facts, [milestone], words),
    )  # fmt: skip


def _escalation(desk: Desk, person: str, milestone: Milestone) -> Letter:
    """Tell the one whom the owner's `escalate` names that we hear nothing."""
    facts, words = desk.facts, desk.words(person)
    due = due_of(facts, milestone.id)
    subject = words.text(
        "No answer yet: %(outcome)s, due %(day)s", outcome=milestone.outcome, day=words.dated(due)
    )
    return compose.letter(
        desk, person, "escalation", "", str(facts.numbers[milestone.id]), subject,
        milestone=milestone, due=due, owner=desk.role(milestone.owner)[0], listed=[milestone],
        examples=examples_of(facts, [milestone], words), forecast=facts.schedule.launch_forecast,
    )  # fmt: skip


def _several(desk: Desk, person: str, asked: list[Milestone]) -> Letter:
    """Ask about several outcomes in one mail."""
    facts, words = desk.facts, desk.words(person)
    listed = sorted(asked, key=lambda m: (due_of(facts, m.id), facts.numbers[m.id]))
    subject = words.plural("%(n)s outcome waits for you", "%(n)s outcomes wait for you", len(listed))
    return compose.letter(
        desk, person, "several", "", "0", subject,
        listed=listed, examples=examples_of(facts, listed, words),
    )  # fmt: skip
