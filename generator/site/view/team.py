"""Both teams: who fills which role, what is next for each, and which roles still wait for a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.plan.model import SideName
from generator.site.facts import DealFacts
from generator.site.view.outcome import Company, Outcome, Owner, company, make_owner
from generator.site.words import Words


@dataclass(frozen=True)
class Member:
    """A role and who fills it: their next outcome, how many are theirs, and where they only take part."""

    owner: Owner
    next: Outcome | None
    reached: int
    total: int
    helps: tuple[Outcome, ...]


@dataclass(frozen=True)
class Team:
    """One side's people, in plan order."""

    company: Company
    members: tuple[Member, ...]


def make_teams(facts: DealFacts, outcomes: Sequence[Outcome], words: Words) -> tuple[Team, ...]:
    """Give the buyer's team first, then the seller's, then a partner's."""
    plan = facts.plan
    sides: list[SideName] = ["buyer", "seller"]
    if plan.partner:
        sides.append("partner")
    members = [_member(make_owner(plan, role, words), outcomes) for role in plan.roles]
    teams = [Team(company(plan, s), tuple(m for m in members if m.owner.company.side == s)) for s in sides]
    return tuple(t for t in teams if t.members)


def _member(owner: Owner, outcomes: Sequence[Outcome]) -> Member:
    theirs = [o for o in outcomes if o.owner.role == owner.role]
    open_ = [o for o in theirs if not o.done]
    helps = tuple(o for o in outcomes if not o.done and owner.role in {w.role for w in o.with_})
    first = min(open_, key=lambda o: (o.expected, o.number), default=None)
    return Member(owner, first, len(theirs) - len(open_), len(theirs), helps)
