"""What our mails say: invite, nudge, receipt, question back, and to the rep: needs review.

Sentences about a plan come from its schedule and journal; a buyer's own words go back to that buyer only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from generator.deploy.links import ANY, Link
from generator.plan.model import Milestone
from generator.record.journal import Change, Entry
from generator.site.facts import DealFacts
from generator.workspace import MailOptions
from mail.address import Addresses
from mail.letter import Letter, one_line
from mail.read import Reading

DIGEST_LINES = 7
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Desk:
    """All that is needed to write about one deal: its facts, everybody's links and reply addresses."""

    facts: DealFacts
    links: Mapping[str, Link]
    addresses: Addresses
    options: MailOptions
    url: str
    now: datetime

    def role(self, person: str) -> tuple[str, str]:
        """Give a person's name (the role's title while it has none) and address."""
        role = self.facts.plan.roles[person]
        return role.name or role.title, role.email or ""

    def page(self, person: str) -> str:
        """Give the person's private page; empty where the link was revoked."""
        link = self.links.get(person)
        return link.page(self.url) if link and not link.revoked else ""


def digest_line(facts: DealFacts, milestone: Milestone) -> str:
    """Write the one fixed form that is also looked for when replies are read."""
    number = facts.numbers[milestone.id]
    owner = facts.plan.roles[milestone.owner].title
    return f"[{number}] {milestone.outcome} — due {fixed_day(due_of(facts, milestone.id))} — {owner}"


def due_of(facts: DealFacts, milestone: str) -> date:
    """Give the date that mails call due: the current one, which does not crawl with the calendar."""
    return facts.schedule.milestones[milestone].current.due


def fixed_day(day: date) -> str:
    """Write a day as the fixed line does: Fri 13 Nov 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def short_day(day: date | None) -> str:
    """Write a day in running text: 27 Nov."""
    return f"{day.day} {day:%b}" if day else "none"


def open_milestones(facts: DealFacts) -> list[Milestone]:
    """Outcomes that are not reached, by date."""
    waiting = [m for m in facts.plan.milestones if m.status != "done"]
    return sorted(waiting, key=lambda m: (due_of(facts, m.id), facts.numbers[m.id]))


def invite(desk: Desk, person: str) -> Letter:
    """Invite somebody to the plan, with the private link and what comes next."""
    facts = desk.facts
    waiting = open_milestones(facts)
    own = [m for m in waiting if m.owner == person]
    listed = sorted({m.id: m for m in [*own[:3], *waiting]}.values(), key=waiting.index)[:DIGEST_LINES]
    subject = (
        f"{facts.plan.buyer.name} go-live: who does what by when, until {fixed_day(facts.plan.launch.date)}"
    )
    generation = desk.links[person].token[:8]
    return _letter(
        desk, person, "invite", f"{facts.deal}.invite.{person}.{generation}", "0", subject,
        own=own[0] if own else None, listed=listed, next=waiting[0] if waiting else None,
    )  # fmt: skip


def nudge(desk: Desk, person: str, milestone: Milestone) -> Letter:
    """Ask the owner about one outcome."""
    facts = desk.facts
    due = due_of(facts, milestone.id)
    number = facts.numbers[milestone.id]
    name = f"{facts.deal}.nudge.{number}.{person}.{facts.today:%Y%m%d}"
    subject = f"{milestone.outcome} — due {fixed_day(due)}"
    return _letter(
        desk, person, "nudge", name, str(number), subject,
        milestone=milestone, due=due, listed=[milestone], overdue=due < facts.today,
    )  # fmt: skip


def receipt(desk: Desk, person: str, entry: Entry, reading: Reading, aside: Sequence[str]) -> Letter:
    """Say what was understood, what follows from it for the launch, and how to undo it.

    `aside` lists, in sentences, what of the mail was not applied and why.
    """
    plan = desk.facts.plan
    told = list(dict.fromkeys(c.milestone for c in entry.changes if c.milestone))
    launch_moved = entry.moved.get(plan.launch_milestone.id)
    follows = [
        (plan.by_id[i], *days)
        for i, days in entry.moved.items()
        if i not in told and i in plan.by_id and all(days)
    ]
    title = "Noted: " + "; ".join(_in_short(desk.facts, c) for c in entry.changes[:3])
    own = [m for m in open_milestones(desk.facts) if m.owner == person]
    return _letter(
        desk, person, "receipt", f"{desk.facts.deal}.receipt.{entry.line}", f"u{entry.line}", title,
        reading=reading, entry=entry, title=title, listed=[plan.by_id[i] for i in told if i in plan.by_id],
        follows=follows, launch_moved=launch_moved, own=own[0] if own else None, aside=aside,
    )  # fmt: skip


def question(desk: Desk, person: str, reading: Reading) -> Letter:
    """Ask back about what was not clear; nothing has changed."""
    name = f"{desk.facts.deal}.question.{_short_hash(reading.message.message_id)}"
    about = next((u.milestone for u in reading.decision.updates + reading.decision.held if u.milestone), None)
    milestone = desk.facts.plan.by_id.get(about or "")
    number = str(desk.facts.numbers[milestone.id]) if milestone else "0"
    subject = f"A question about {milestone.outcome}" if milestone else "A question about your answer"
    return _letter(
        desk, person, "question", name, number, subject, reading=reading, milestone=milestone,
        listed=[milestone] if milestone else open_milestones(desk.facts)[:DIGEST_LINES],
    )  # fmt: skip


def already(desk: Desk, person: str, reading: Reading) -> Letter:
    """Say that the plan says so already."""
    name = f"{desk.facts.deal}.already.{_short_hash(reading.message.message_id)}"
    told = list(dict.fromkeys(u.milestone for u in reading.decision.updates if u.milestone))
    listed = [m for i in told if (m := desk.facts.plan.by_id.get(i))]
    return _letter(
        desk, person, "already", name, "0", "The plan says so already", reading=reading, listed=listed
    )


def review(desk: Desk, reading: Reading, reasons: Iterable[str]) -> Letter | None:
    """Tell the rep that a mail waits for a person; None where nobody can be told."""
    rep_address = rep_of(desk)
    if not rep_address:
        return None
    name = f"{desk.facts.deal}.review.{_short_hash(reading.message.message_id)}"
    who = reading.authenticity.sender_address or "an unknown sender"
    subject = f"Please look: a reply about {desk.facts.plan.buyer.name} from {who}"
    person = desk.facts.plan.person_of(rep_address)
    return _letter(
        desk, person or ANY, "review", name, "0", subject, to=(person, rep_address),
        reading=reading, reasons=list(reasons), listed=[],
    )  # fmt: skip


def rep_of(desk: Desk) -> str | None:
    """Find the rep's address: set in mkdocs.yml, else the plan's first seller role with an email."""
    sellers = (role.email for _, role in desk.facts.plan.people() if role.side == "seller")
    return desk.options.rep or next(sellers, None)


def _short_hash(message_id: str) -> str:
    return hashlib.sha256(message_id.encode("utf-8")).hexdigest()[:16]


def _in_short(facts: DealFacts, change: Change) -> str:
    """Say one change in a few words: "Security review cleared moves to 27 Nov"."""
    milestone = facts.plan.by_id.get(change.milestone or "")
    if milestone is None:
        return "the plan changed"
    days = {place.rpartition("/")[2]: new for place, (_, new) in change.fields.items()}
    outcome = milestone.outcome
    match change.action:
        case "done":
            on = days.get("done_on") or milestone.done_on
            return f"{outcome}, done {short_day(date.fromisoformat(str(on)))}"
        case "move":
            return f"{outcome} moves to {short_day(date.fromisoformat(str(days['expected'])))}"
        case "assign":
            role = facts.plan.roles[milestone.owner]
            return f"{role.name} has {outcome}"
        case other:
            said = {"start": "is under way", "block": "is stuck", "reopen": "is open again",
                    "confirm": "is confirmed", "undo": "is back as it was"}  # fmt: skip
            return f"{outcome} {said.get(other, 'changed')}"


def _letter(
    desk: Desk,
    person: str,
    kind: str,
    name: str,
    about: str,
    subject: str,
    *,
    to: tuple[str | None, str] | None = None,
    **given: Any,
) -> Letter:
    to_name, to_address = desk.role(person) if to is None else ("", to[1])
    if to and to[0]:
        to_name = desk.role(to[0])[0]
    rep_role = desk.facts.plan.person_of(rep_of(desk) or "")
    context = {
        "desk": desk, "plan": desk.facts.plan, "schedule": desk.facts.schedule, "numbers": desk.facts.numbers,
        "first_name": to_name.split(" ")[0], "person": person, "page": desk.page(person), "subject": subject,
        "rep": desk.role(rep_role)[0] if rep_role else desk.facts.plan.seller.name,
        "lines": [digest_line(desk.facts, m) for m in given.get("listed", [])], **given,
    }  # fmt: skip
    return Letter(
        name=name,
        to_name=to_name,
        to_address=to_address,
        subject=subject,
        text=_render(f"{kind}.txt", context),
        html=_render(f"{kind}.html", context),
        sender=desk.options.from_,
        reply_to=desk.addresses.make(person, about),
        thread=f"{desk.facts.deal}.{person}",
        sent=desk.now,
        in_reply_to=given["reading"].message.message_id if kind in ("receipt", "question", "already") else "",
        automatic="auto-replied" if kind in ("receipt", "question", "already") else "auto-generated",
    )


@lru_cache
def _environment() -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=jinja2.select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    env.filters.update(short_day=short_day, fixed_day=fixed_day, one_line=one_line)
    return env


def _render(template: str, context: Mapping[str, Any]) -> str:
    return _environment().get_template(template).render(context).strip() + "\n"
