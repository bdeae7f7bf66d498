"""Element 1, make it truly mutual: both sides own outcomes, and the buyer speaks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.rule import Found, Situation, rule
from generator.rules.told import last_told

BUYER_SHARE = 1 / 3  # of all outcomes, at least
SELLER_SHARE = 1 / 5  # the seller and its partner together
SILENT_DAYS = 21
SILENT_DAYS_LIVE = 45  # check-ins are monthly by then


@rule(
    "MAP001",
    severity="error",
    why="A list in which one side does everything is a to-do list. It tells you nothing about whether the "
    "other side means it.",
    fix="Ask your champion which outcomes only their side can bring about, and make a role of that side the "
    "owner.",
)
def both_sides_own_outcomes(s: Situation) -> Iterator[Found]:
    """Both the buyer and the seller own outcomes."""
    if not s.owned_by("buyer"):
        yield ("milestones",), f"give {s.plan.buyer.name} no outcome to own, so the plan is not mutual"
    if not (s.owned_by("seller") or s.owned_by("partner")):
        yield ("milestones",), f"give {s.plan.seller.name} no outcome to own, so the plan is not mutual"


@rule(
    "MAP002",
    why="A buyer who answers is a buyer who is buying. Silence is the earliest sign that a deal is slowing "
    "down, weeks before a date slips.",
    fix="Ask for one small thing that takes a minute to answer: is the next date still right? A reply to any "
    "mail of the plan counts, and so does a date confirmed in the call (confirmed: {by: ROLE, on: DAY}).",
)
def buyer_spoke_lately(s: Situation) -> Iterator[Found]:
    """The buyer has confirmed or told something in the last three weeks (45 days once live)."""
    last = last_told(s, "buyer")
    most = SILENT_DAYS_LIVE if s.launched else SILENT_DAYS
    if s.ahead and (s.today - last).days > most:
        yield (
            ("milestones",),
            f"hold no word from {s.plan.buyer.name} since {last}, {(s.today - last).days} days ago; "
            f"ask {s.who(s.ahead[0].owner)} about {s.called(s.ahead[0].id)}",
        )


@rule(
    "MAP003",
    why="Whoever owns a fair part of the plan defends it inside their company. A plan that is nearly all "
    "yours, or nearly all theirs, is read as a sales process or as homework.",
    fix="Move outcomes to the side that really brings them about. The buyer should own a third of them or "
    "more, the seller (with its partner) a fifth or more.",
)
def each_side_owns_a_fair_share(s: Situation) -> Iterator[Found]:
    """The buyer owns at least a third of the outcomes, the seller and its partner at least a fifth."""
    every, buyer = len(s.plan.milestones), len(s.owned_by("buyer"))
    if 0 < buyer < every * BUYER_SHARE:
        yield ("milestones",), f"give {s.plan.buyer.name} only {buyer} of {every} outcomes to own"
    if 0 < every - buyer < every * SELLER_SHARE:
        yield ("milestones",), f"give {s.plan.seller.name} only {every - buyer} of {every} outcomes to own"
