"""Elements 7 and 9: kept live and up to date, and slips shown with what explains them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.rule import Found, Situation, rule
from generator.rules.told import last_told, told_of

STALE_DAYS = 14
STALE_DAYS_LIVE = 30


@rule(
    "MAP019",
    why="A plan that nobody has touched is a plan that nobody looks at, and your forecast rests on it.",
    fix='Go through the open outcomes in the next check-in. golive update DEAL "3 done, 5 moves to 14 Oct" '
    "writes down what you heard.",
)
def plan_is_kept_current(s: Situation) -> Iterator[Found]:
    """Something in the plan has changed in the last two weeks (30 days once live)."""
    last = last_told(s)
    most = STALE_DAYS_LIVE if s.launched else STALE_DAYS
    if s.ahead and (s.today - last).days > most:
        yield ("milestones",), f"have not changed since {last}, {(s.today - last).days} days ago"


@rule(
    "MAP020",
    why="A date that passes without a word teaches everybody that dates do not count. A new date, even a "
    "later one, keeps the plan true.",
    fix="Ask the owner for one of three answers: done, a new date (expected:), or what it is stuck on "
    "(status: blocked with blocked_by:).",
)
def nothing_overdue_in_silence(s: Situation) -> Iterator[Found]:
    """No outcome's date has passed without its owner saying done, a new date, or what is in the way."""
    for m in s.ahead:
        due = s.schedule.milestones[m.id].current.due
        free = m.status == "active" or all(s.plan.by_id[a].status == "done" for a in m.after)
        if due < s.today and free and m.status != "blocked":
            yield (
                s.at(m.id),
                f"{s.called(m.id)} was due on {due}, and nobody has said anything since; "
                f"ask {s.who(m.owner)} for a date",
            )


@rule(
    "MAP023",
    why="A later launch with a reason is information; without one it looks like bad planning, and yours at "
    "that.",
    fix="Give the outcome that moved the launch its owner's new date (expected:) or what it is stuck on "
    "(blocked_by:). Where the plan itself was changed, agree the dates anew: golive baseline DEAL --why "
    '"re-planned together".',
)
def slip_is_explained(s: Situation) -> Iterator[Found]:
    """Where the launch has slipped, whoever moved it has said so."""
    if s.launched or s.schedule.slip_days <= 0:
        return
    for charge in s.schedule.delay:
        days = f"{charge.days} day{'' if charge.days == 1 else 's'}"
        if charge.days <= 0:
            continue
        if charge.milestone is None:
            yield (
                ("launch",),
                f"is {days} later since the plan itself was changed after its dates were agreed; "
                f'agree them anew with: golive baseline {s.deal} --why "..."',
            )
        elif not told_of(s, charge.milestone):
            yield (
                s.at(charge.milestone),
                f"{s.called(charge.milestone)} makes the launch {days} later, and nobody has said why; "
                f"ask {s.who(s.plan.by_id[charge.milestone].owner)}",
            )


@rule(
    "MAP024",
    why="A page that says Stuck and nothing else worries everyone and helps no one. The reason is what "
    "somebody can act on.",
    fix="Write blocked_by: as a sentence you would say in front of everybody. If the reason came by mail, "
    "golive history DEAL has its words.",
)
def stuck_says_on_what(s: Situation) -> Iterator[Found]:
    """Every outcome that is stuck says on what."""
    for m in s.ahead:
        if m.status == "blocked" and not m.blocked_by:
            yield (
                s.at(m.id, "status"),
                f"{s.called(m.id)} is stuck, and does not say on what; add blocked_by:",
            )
