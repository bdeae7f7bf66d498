"""Elements 8 and 10: roles first and then names; shared widely, with a rhythm of check-ins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.rules.rule import FIRST_WEEK, Found, Situation, rule

SOON_DAYS = 7
ALONE_DAYS = 14
FEWEST_READERS = 2


@rule(
    "MAP021",
    why="A role tells you whom to look for. A plan of the one or two people you know hides those who can "
    "still say no.",
    fix="Give each role the part it plays as its title, such as Procurement, and list the roles at the buyer "
    "who must act or agree; names may come later.",
)
def roles_before_names(s: Situation) -> Iterator[Found]:
    """Roles are parts people play, and the buyer has more than one of them."""
    for role_id, role in s.plan.roles.items():
        if role.name and role.title.casefold() == role.name.casefold():
            yield ("roles", role_id, "title"), f'is "{role.title}", a name; say which part {role.name} plays'
    buyers = [i for i, role in s.plan.roles.items() if role.side == "buyer"]
    if len(buyers) == 1:
        yield (
            ("roles",),
            f"know only {s.who(buyers[0])} at {s.plan.buyer.name}; who else must act or agree?",
        )


@rule(
    "MAP022",
    why='"Who is in charge of this?" is the best question a plan lets you ask. Asked a week ahead it is '
    "care; asked on the day it is late.",
    fix="Ask your champion who it is, and add name: and email: to the role. A reply such as "
    '"Anna Weiss is Procurement" does it, too.',
)
def names_before_they_are_due(s: Situation) -> Iterator[Found]:
    """Whoever owns an outcome has a name a week before it starts (not asked in the plan's first week)."""
    if s.age_days < FIRST_WEEK:
        return
    said: set[str] = set()
    # the day it must start, also where a freeze or a stop puts its forecast off
    starts = {
        m.id: min(d.target.start, d.forecast.start) for m in s.ahead for d in [s.schedule.milestones[m.id]]
    }
    for m in sorted(s.ahead, key=lambda m: starts[m.id]):
        start = starts[m.id]
        if m.owner in said or s.plan.roles[m.owner].name or start > s.today + timedelta(days=SOON_DAYS):
            continue
        said.add(m.owner)
        title = s.plan.roles[m.owner].title
        when = f"starts on {start}" if start > s.today else "should be under way"
        yield ("roles", m.owner), f"{title} has no name yet, and {s.called(m.id)} {when}; who is it?"


@rule(
    "MAP025",
    why="A fixed half hour is what keeps dates honest on both sides, and you need no excuse to meet.",
    fix='Add checkins: {every: week, on: tuesday, at: "15:00", with: [ROLE, ROLE]} with a role of each side; '
    "they come into everybody's calendar by themselves.",
)
def checkins_are_agreed(s: Situation) -> Iterator[Found]:
    """Both sides meet about the plan in a fixed rhythm."""
    rhythm = s.plan.checkins
    if rhythm is None:
        yield (), "has no checkins; in which rhythm do both sides look at the plan together?"
        return
    sides = {s.plan.side_of(role) for role in rhythm.with_}
    for side in ("buyer", "seller"):
        if sides and side not in sides:
            name = (s.plan.buyer if side == "buyer" else s.plan.seller).name
            yield ("checkins", "with"), f"names nobody from {name}"


@rule(
    "MAP026",
    why="Deals with one contact end when that person is on holiday. Each further reader is a further reason "
    "for the plan to hold.",
    fix="Ask your champion who should get a private page of their own, and add the email: of those roles. "
    "Nobody needs a login.",
)
def shared_beyond_one_person(s: Situation) -> Iterator[Found]:
    """Two weeks after the introduction, at least two people at the buyer have a page of their own."""
    readers = [role for _, role in s.plan.people() if role.side == "buyer"]
    if s.age_days > ALONE_DAYS and len(readers) < FEWEST_READERS:
        who = f"only {readers[0].name or readers[0].title}" if readers else "nobody"
        yield (
            ("roles",),
            f"give {who} at {s.plan.buyer.name} a page, {s.age_days} days after the introduction; "
            "who else should have one?",
        )


@rule(
    "MAP027",
    why="Who has no address gets no page, no calendar and no reminder, and learns of the plan by hearsay.",
    fix="Add email: to the role; also: takes further addresses that person writes from.",
)
def named_people_have_an_address(s: Situation) -> Iterator[Found]:
    """Everybody who is named for an outcome ahead has an email address."""
    involved = {role for m in s.ahead for role in (m.owner, *m.with_)}
    for role_id, role in s.plan.roles.items():
        if role.name and not role.email and role_id in involved:
            yield ("roles", role_id), f"{role.name} has no email, and so no page and no mails; add email:"
