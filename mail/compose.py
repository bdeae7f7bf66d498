"""What our mails say: invite, nudge, receipt, question back, and to the rep: needs review.

Sentences about a plan come from its schedule and journal, in the reader's language; a buyer's own words go
back to that buyer only. The digest's line has one form in every language: it is looked for in replies.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from generator.deploy.links import ANY, Link
from generator.plan.model import Milestone
from generator.record.journal import Entry
from generator.site.facts import DealFacts
from generator.site.pages.answers import mailto
from generator.site.words import Words
from generator.workspace import MailOptions
from mail.address import REP, Addresses
from mail.authenticate import rep_address
from mail.click import click_url
from mail.letter import Letter, one_line
from mail.read import Reading, Told
from mail.review.queue import Item
from mail.sentences import in_short, likely, questions, reason

DIGEST_LINES = 7
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
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

    def words(self, person: str) -> Words:
        """Give a person's own language, else the buyer's."""
        role = self.facts.plan.roles.get(person)
        return Words((role and role.locale) or self.facts.plan.buyer.locale, self.facts.today)

    def rep_words(self, person: str | None) -> Words:
        """Give the rep's own language, else the seller's; the rep need not be in the plan."""
        role = self.facts.plan.roles.get(person or "")
        return Words((role and role.locale) or self.facts.plan.seller.locale, self.facts.today)

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
    """Write a day as the fixed line does, in every language: Fri 13 Nov 2026."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


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
    words = desk.words(person)
    subject = words.text(
        "%(buyer)s go-live: who does what by when, until %(day)s",
        buyer=facts.plan.buyer.name, day=words.dated(facts.plan.launch.date),
    )  # fmt: skip
    generation = desk.links[person].token[:8]
    return letter(
        desk, person, "invite", f"{facts.deal}.invite.{person}.{generation}", "0", subject,
        own=own[0] if own else None, listed=listed, examples=examples_of(facts, listed, words),
    )  # fmt: skip


def nudge(desk: Desk, person: str, milestone: Milestone) -> Letter:
    """Ask the owner about one outcome."""
    facts = desk.facts
    due = due_of(facts, milestone.id)
    number = facts.numbers[milestone.id]
    name = f"{facts.deal}.nudge.{number}.{person}.{facts.today:%Y%m%d}"
    words = desk.words(person)
    subject = words.text("%(outcome)s — due %(day)s", outcome=milestone.outcome, day=words.dated(due))
    later = words.long_day(due + timedelta(weeks=1))
    said = (
        words.text("done"),
        words.text("moves to %(day)s", day=later),
        words.text("stuck, waiting for the list"),
    )
    return letter(
        desk, person, "nudge", name, str(number), subject,
        milestone=milestone, due=due, listed=[milestone], overdue=due < facts.today,
        examples=" · ".join(map(words.quoted, said)),
    )  # fmt: skip


def receipt(desk: Desk, person: str, entry: Entry, answered: Told) -> Letter:
    """Say what was understood, what was not applied, what follows for the launch, and how to undo it."""
    plan = desk.facts.plan
    told = list(dict.fromkeys(c.milestone for c in entry.changes if c.milestone))
    launch_moved = entry.moved.get(plan.launch_milestone.id)
    follows = [
        (plan.by_id[i], *days)
        for i, days in entry.moved.items()
        if i not in told and i in plan.by_id and all(days)
    ]
    words = desk.words(person)
    changes = "; ".join(in_short(desk.facts, c, words) for c in entry.changes[:3])
    title = words.text("Noted: %(changes)s", changes=changes)
    own = [m for m in open_milestones(desk.facts) if m.owner == person]
    return letter(
        desk, person, "receipt", f"{desk.facts.deal}.receipt.{entry.line}", f"u{entry.line}", title,
        told=answered, entry=entry, title=title, listed=[plan.by_id[i] for i in told if i in plan.by_id],
        follows=follows, launch_moved=launch_moved, own=own[0] if own else None,
        undo=words.text("undo"),
    )  # fmt: skip


def question(desk: Desk, person: str, reading: Reading) -> Letter:
    """Ask back about what was not clear; nothing has changed."""
    name = f"{desk.facts.deal}.question.{_what_was_said(reading)}"
    about = next((u.milestone for u in reading.decision.updates + reading.decision.held if u.milestone), None)
    milestone = desk.facts.plan.by_id.get(about or "")
    number = str(desk.facts.numbers[milestone.id]) if milestone else "0"
    words = desk.words(person)
    subject = words.text("A question about your answer")
    if milestone:
        subject = words.text("A question about “%(outcome)s”", outcome=milestone.outcome)
    unclear = [*reading.decision.held, *reading.decision.updates]
    listed = [milestone] if milestone else open_milestones(desk.facts)[:DIGEST_LINES]
    return letter(
        desk, person, "question", name, number, subject, told=reading.told, listed=listed,
        questions=questions(desk.facts, unclear, words), likely=likely(desk.facts, unclear, words),
        examples=examples_of(desk.facts, listed, words),
    )  # fmt: skip


def already(desk: Desk, person: str, reading: Reading) -> Letter:
    """Say that the plan says so already."""
    name = f"{desk.facts.deal}.already.{_what_was_said(reading)}"
    told = list(dict.fromkeys(u.milestone for u in reading.decision.updates if u.milestone))
    listed = [m for i in told if (m := desk.facts.plan.by_id.get(i))]
    subject = desk.words(person).text("The plan says so already")
    return letter(desk, person, "already", name, "0", subject, told=reading.told, listed=listed)


def review(
    desk: Desk, item: Item, would: Iterable[str], why: Iterable[str], answering: str = ""
) -> Letter | None:
    """Tell the rep what waits for a decision, to be answered by mail; None where nobody can be told.

    `would` are the lines that accepting changes in plan.yaml; `answering` is the rep's own mail that was not
    clear. An item without a number only lets the rep know.
    """
    rep, deal = rep_of(desk), desk.facts.deal
    if not rep:
        return None
    person = desk.facts.plan.person_of(rep)
    words = desk.rep_words(person)
    sender = item.sender or words.text("an unknown sender")
    buyer = desk.facts.plan.buyer.name
    subject = words.text("Please look: a reply about %(buyer)s from %(sender)s", buyer=buyer, sender=sender)
    what = str(item.number or _short_hash(item.message_id))
    name = f"{deal}.review.{what}" + (f".{_short_hash(answering)}" if answering else "")
    to_whom, about = (REP, item.about) if item.number else (person or ANY, "0")
    return letter(
        desk, to_whom, "review", name, about, subject, to=(person, rep), words=words, item=item,
        would=list(would), reasons=[reason(one, words) for one in why], listed=[], sender=sender,
        command=f"golive mail review {item.id}" if item.number else f'golive update {deal} "3 done"',
        ok=words.text("ok"), no=words.text("no"),
    )  # fmt: skip


def rep_of(desk: Desk) -> str | None:
    """Find the rep's address: set in mkdocs.yml, else the plan's first seller role with an email."""
    return rep_address(desk.facts.plan, desk.options.rep)


def _what_was_said(reading: Reading) -> str:
    """Name what is answered: the same words to the same address on the same day get one answer."""
    return _short_hash(reading.fingerprint or reading.message.message_id)


def _short_hash(message_id: str) -> str:
    return hashlib.sha256(message_id.encode("utf-8")).hexdigest()[:16]


def examples_of(facts: DealFacts, listed: list[Milestone], words: Words) -> str:
    """Say how an answer could go, with numbers that stand in the mail."""
    numbers = [str(facts.numbers[m.id]) for m in listed[:2]] or ["3"]
    later = words.long_day(facts.today + timedelta(weeks=3))
    said = (
        words.text("%(number)s done", number=numbers[0]),
        words.text("%(number)s moves to %(day)s", number=numbers[-1], day=later),
    )
    return " · ".join(map(words.quoted, said))


def letter(
    desk: Desk,
    person: str,
    kind: str,
    name: str,
    about: str,
    subject: str,
    *,
    to: tuple[str | None, str] | None = None,
    words: Words | None = None,
    **given: Any,
) -> Letter:
    """Write a letter of a kind, which is the name of its two templates; `given` is what they need besides."""
    to_name, to_address = desk.role(person) if to is None else ("", to[1])
    if to and to[0]:
        to_name = desk.role(to[0])[0]
    words = words or desk.words(person)
    rep_role = desk.facts.plan.person_of(rep_of(desk) or "")
    context = {
        "desk": desk, "plan": desk.facts.plan, "schedule": desk.facts.schedule, "numbers": desk.facts.numbers,
        "called": words.called(to_name), "page": desk.page(person), "subject": subject, "words": words,
        "rep": desk.role(rep_role)[0] if rep_role else desk.facts.plan.seller.name,
        "reply_to": desk.addresses.make(person, about), "mailto": mailto,
        "lines": [digest_line(desk.facts, m) for m in given.get("listed", [])], **given,
    }  # fmt: skip
    return Letter(
        name=name,
        to_name=to_name,
        to_address=to_address,
        subject=_plain(subject),
        text=_text(kind, context, words),
        html=_html(kind, context, words),
        sender=desk.options.from_,
        reply_to=desk.addresses.make(person, about),
        thread=f"{desk.facts.deal}.{person}",
        sent=desk.now,
        in_reply_to=given["told"].message_id if kind in ("receipt", "question", "already") else "",
        one_click=_one_click(desk, person),
        automatic="auto-replied" if kind in ("receipt", "question", "already") else "auto-generated",
    )


def _one_click(desk: Desk, person: str) -> str:
    """Give the address that stops our mails at a click; none for a rep, whose notes are work."""
    base = desk.options.listen
    return click_url(base, desk.addresses, person) if base and person in desk.facts.plan.roles else ""


@lru_cache(maxsize=64)
def _environment(words: Words, html: bool) -> jinja2.Environment:
    """Give the templates in one language. All of an HTML mail is escaped, what it includes from .txt too."""
    loader = jinja2.FileSystemLoader(_TEMPLATES)
    env = jinja2.Environment(loader=loader, undefined=jinja2.StrictUndefined, autoescape=True)
    words.install(env, escape=html)
    env.filters["one_line"] = one_line
    return env


def _text(kind: str, context: Mapping[str, Any], words: Words) -> str:
    return _plain(_environment(words, False).get_template(f"{kind}.txt").render(context).strip()) + "\n"


def _html(kind: str, context: Mapping[str, Any], words: Words) -> str:
    return _environment(words, True).get_template(f"{kind}.html").render(context).strip() + "\n"


def _plain(text: str) -> str:
    """Take out the no-break spaces, which plain text programs may show as something else."""
    return re.sub(r"[\u00a0\u202f\u2009]", " ", text)
