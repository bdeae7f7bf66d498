"""Element 2, outcomes and not tasks: results in the buyer's words, as many as a person can hold in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.rules import wording
from generator.rules.rule import Found, Situation, rule

FEWEST, MOST = 8, 15


@rule(
    "MAP004",
    why="A task is something you push to somebody else; an outcome is something both want to see. Buyers "
    "work for outcomes.",
    fix='Say what is true once it is reached: "Security review cleared" in place of "Complete the security '
    'questionnaire", "Pickers trained" in place of "Training".',
)
def outcomes_are_results(s: Situation) -> Iterator[Found]:
    """Every outcome is worded as a result, and neither as an order nor as an activity."""
    for m in s.plan.milestones:
        if word := wording.order(m.outcome):
            yield (
                s.at(m.id, "outcome"),
                f'"{m.outcome}" begins with an order ("{word}"); say what is true once it is done',
            )
        elif word := wording.activity(m.outcome):
            yield (
                s.at(m.id, "outcome"),
                f'"{m.outcome}" names an activity ("{word}"); say what is true once it is over',
            )


@rule(
    "MAP005",
    why="Where nobody said how both would know, done is a matter of opinion, and the argument comes when you "
    "can least afford it.",
    fix='Add exit: a sentence that both could check, such as "Both signatures are on the agreement".',
)
def every_outcome_has_an_exit(s: Situation) -> Iterator[Found]:
    """Every outcome that is still ahead says how both sides know that it is done."""
    for m in s.ahead:
        if not m.exit:
            yield s.at(m.id), f"{s.called(m.id)} does not say how both sides know it is done; add exit:"


@rule(
    "MAP006",
    why="Words of your sales process tell the buyer whose plan this is. A champion cannot pass on a page "
    "that speaks of demos and closing.",
    fix='Say what the buyer gets from that step: "Fit confirmed" in place of "Demo", "Terms agreed" in place '
    'of "Close". If it is how the buyer speaks, waive the rule and say so.',
)
def words_are_the_buyers(s: Situation) -> Iterator[Found]:
    """Outcomes and stages are in the buyer's words, free of the words of a sales funnel."""
    stages: set[str] = set()
    for m in s.plan.milestones:
        if word := wording.sellers(m.outcome):
            yield s.at(m.id, "outcome"), f'"{m.outcome}" uses a seller\'s word ("{word}")'
        if m.stage and m.stage not in stages and (word := wording.sellers(m.stage)):
            yield s.at(m.id, "stage"), f'"{m.stage}" uses a seller\'s word ("{word}")'
        stages.add(m.stage or "")


@rule(
    "MAP007",
    why="With fewer outcomes the plan hides the work that will surprise you; with more, nobody reads it, and "
    "a plan of thirty steps does no better than none.",
    fix="Join steps that one owner does in one go; keep details in exit: and resources:. Where there are too "
    "few, ask who else must say yes, and what must be ready on the first day.",
)
def eight_to_fifteen_outcomes(s: Situation) -> Iterator[Found]:
    """The buyer sees 8 to 15 outcomes."""
    count = len(s.plan.milestones)
    if not FEWEST <= count <= MOST:
        many = "more" if count > MOST else "fewer"
        outcomes = "1 outcome" if count == 1 else f"{count} outcomes"
        yield ("milestones",), f"have {outcomes}, {many} than the {FEWEST} to {MOST} that people can use"


@rule(
    "MAP008",
    why='Where "the customer" or two people own an outcome, nobody does, and you have nobody to ask.',
    fix="Name one role with one person as the owner; the others take part (with: [ROLE, ROLE]).",
)
def one_owner_each(s: Situation) -> Iterator[Found]:
    """Every outcome has one owner: a role that one person fills, and neither a company nor a group."""
    plan = s.plan
    companies = {side.name.casefold() for side in (plan.buyer, plan.seller, plan.partner) if side}
    for role_id in dict.fromkeys(m.owner for m in s.ahead):
        role = plan.roles[role_id]
        for key, text in (("title", role.title), ("name", role.name or "")):
            if text.casefold() in companies or wording.GROUP.fullmatch(text):
                yield ("roles", role_id, key), f'is "{text}", which is nobody in particular'
        if role.name and (found := re.search(r" (?:and|und|et|y|e|en) |[/&,;+]", role.name)):
            yield (
                ("roles", role_id, "name"),
                f'is "{role.name}", more than one person ("{found[0].strip()}"); name the one who answers',
            )
