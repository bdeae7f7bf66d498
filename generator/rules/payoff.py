"""Element 5 and the why: the plan ends in the buyer's return, and says what for and by which figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules import wording
from generator.rules.rule import Found, Situation, rule


@rule(
    "MAP015",
    why="A plan that ends with a signature ends with your payday. One that ends with the buyer's return "
    "makes signing one step on the way, and gives the buyer a reason to hurry.",
    fix="Make the last milestone the day the buyer first sees the return, after the launch, and name it "
    "under value: {milestone: ID}.",
)
def last_step_is_the_return(s: Situation) -> Iterator[Found]:
    """The last outcome is the buyer's return, after the launch; neither it nor the launch is a signature."""
    plan, last, launch = s.plan, s.plan.milestones[-1], s.plan.launch_milestone
    named = plan.value.milestone if plan.value else None
    if not named:
        yield (
            ("value",) if plan.value else s.at(last.id),
            f"names no return: when does {plan.buyer.name} first see one? Add value: {{milestone: ID}}",
        )
    elif named == launch.id:
        yield ("value", "milestone"), f"is the launch itself; the return comes after {s.called(launch.id)}"
    elif named != last.id:
        yield s.at(last.id), f"{s.called(last.id)} comes last, after the return {s.called(named)}"
    for m in {last.id: last, launch.id: launch}.values():
        if found := wording.SIGNING.search(m.outcome):
            what = "launch" if m is launch else "last step"
            yield s.at(m.id, "outcome"), f'"{m.outcome}" makes the {what} a signature ("{found[0]}")'


@rule(
    "MAP016",
    why="The sentence that says what for is the one your champion takes upstairs. Without it the plan is a "
    "list of work.",
    fix='Ask "what would you tell your board?" and write the answer under why:, in their words.',
)
def why_is_in_the_plan(s: Situation) -> Iterator[Found]:
    """The plan says what it is for, in the buyer's words."""
    if not s.plan.why:
        yield (), f"has no why: what changes for {s.plan.buyer.name} once this works, in their own words?"


@rule(
    "MAP017",
    why="One figure nobody can place is enough for Finance to doubt them all. A source turns your claim into "
    "their number.",
    fix='Add source: to each amount, such as "returns ledger, Jan to Sep 2026"; "to be agreed with ROLE" is '
    "honest while it is open.",
)
def figures_have_a_source(s: Situation) -> Iterator[Found]:
    """Every cost and benefit says where its figure comes from."""
    value = s.plan.value
    for part, amounts in (("costs", value.costs), ("benefits", value.benefits)) if value else ():
        for n, amount in enumerate(amounts):
            if not amount.source:
                yield ("value", part, n), f'"{amount.what}" does not say where its figure comes from'
