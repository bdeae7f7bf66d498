"""Elements 3, 4 and 6: the buyer's key dates, worked back from the launch, early steps shown as done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from generator.plan.model import Plan
from generator.rules.rule import Found, Situation, rule

NEXT_STEP_DAYS = 14
MOST_NAMED = 5


@rule(
    "MAP009",
    why="An event in the buyer's year makes the launch date real. Without one there is no price for being "
    "late, and the end of your quarter is no reason.",
    fix='Ask "what happens if this is not live by then?" and write the answer as launch: {event: ...}.',
)
def launch_serves_an_event(s: Situation) -> Iterator[Found]:
    """The launch date serves an event in the buyer's year."""
    if not s.plan.launch.event:
        yield ("launch",), f"does not say what in {s.plan.buyer.name}'s year makes it {s.plan.launch.date}"


@rule(
    "MAP010",
    why="Board meetings, freezes and holidays decide when things happen. In the plan they explain its dates; "
    "outside of it they surprise you.",
    fix="Ask which days of theirs matter on the way, and list them under key_dates; add no_work: true where "
    "nobody works.",
)
def buyers_key_dates_present(s: Situation) -> Iterator[Found]:
    """The plan holds the buyer's other key dates."""
    if not s.plan.key_dates:
        yield (
            (),
            f"has no key_dates; which meetings, freezes or holidays of {s.plan.buyer.name} lie on the way?",
        )


@rule(
    "MAP011",
    why="A first step within days turns a yes in the meeting into a habit. One that is months away is "
    "forgotten by the evening.",
    fix="Find something both can reach within a week or two, often the goals and measures, and give it a "
    "due: date.",
)
def next_step_is_soon(s: Situation) -> Iterator[Found]:
    """The first step after the introduction is due within two weeks of it."""
    introduced, dates = s.plan.introduced, s.schedule.milestones
    if not s.ahead or any(m.done_on and m.done_on > introduced for m in s.plan.milestones):
        return
    first = min(s.ahead, key=lambda m: dates[m.id].target.due)
    due = min(dates[first.id].target.due, dates[first.id].forecast.due)
    if due > introduced + timedelta(days=NEXT_STEP_DAYS):
        yield (
            s.at(first.id),
            f"{s.called(first.id)} is the next step, due on {due}: "
            f"{(due - introduced).days} days after the plan was introduced",
        )


@rule(
    "MAP012",
    why="A step that nothing waits for can slip without a trace, and so it will. What it really holds up is "
    "how you explain its date.",
    fix="Say what must be reached first (after: [ID]), so that each step leads to the launch or follows it; "
    "take out what does neither.",
)
def outcomes_lead_to_the_launch(s: Situation) -> Iterator[Found]:
    """Every outcome ahead leads to the launch, or follows it."""
    waits_for = {m.id: m.after for m in s.plan.milestones}
    launch = s.plan.launch_milestone.id
    tied = _reached(launch, waits_for) | _reached(launch, _turned(s.plan))
    loose = [m.id for m in s.ahead if m.id not in tied]
    if loose and not s.launched:
        named = ", ".join(s.called(i) for i in loose[:MOST_NAMED])
        more = f" and {len(loose) - MOST_NAMED} more" if len(loose) > MOST_NAMED else ""
        lead, them = ("leads", "it") if len(loose) == 1 else ("lead", "them")
        yield (
            s.at(loose[0]),
            f"{named}{more} {lead} nowhere: name {them} in the after: of what waits for {them}",
        )


def _turned(plan: Plan) -> dict[str, list[str]]:
    following: dict[str, list[str]] = {m.id: [] for m in plan.milestones}
    for m in plan.milestones:
        for before in m.after:
            following[before].append(m.id)
    return following


def _reached(start: str, edges: Mapping[str, Sequence[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(edges[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


@rule(
    "MAP013",
    severity="error",
    why="A plan is worked back from a day that lies ahead. Without that there is nothing to plan.",
    fix="Check launch.date and introduced; the launch comes some time after onboarding, so weeks after the "
    "plan was shown.",
)
def launch_follows_the_introduction(s: Situation) -> Iterator[Found]:
    """The launch date lies after the day on which the buyer first saw the plan."""
    if s.plan.launch.date <= s.plan.introduced:
        yield (
            ("launch", "date"),
            f"is {s.plan.launch.date}, but the plan was introduced on {s.plan.introduced}",
        )


@rule(
    "MAP014",
    why="Dates that never fitted are not believed, and your forecast is wrong from the first day. Better to "
    "say so now than to slip by as much later.",
    fix="golive schedule DEAL shows what drives the date. Shorten that, let two things run side by side, or "
    "agree a later launch.",
)
def plan_fits_its_launch(s: Situation) -> Iterator[Found]:
    """The outcomes fit between the introduction and the launch date."""
    dates = s.schedule
    if not s.launched and not dates.feasible and dates.launch_baseline > s.plan.launch.date:
        days = f"{dates.short_days} working day{'' if dates.short_days == 1 else 's'}"
        yield (
            ("launch", "date"),
            f"is {s.plan.launch.date}, but the plan was {days} too long for it from the start; "
            f"it ends on {dates.launch_forecast}",
        )


@rule(
    "MAP018",
    why="What is done already shows momentum, and shows those who join late that the ground work was done "
    "before they were asked.",
    fix="Put what you have reached together at the front, such as a confirmed fit, with status: done and "
    "done_on:.",
)
def early_steps_shown_done(s: Situation) -> Iterator[Found]:
    """At least one outcome is shown as done."""
    if not any(m.status == "done" for m in s.plan.milestones):
        yield ("milestones",), "show nothing as done; what have both sides reached together already?"
