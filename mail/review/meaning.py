"""What accepting a review item would write into plan.yaml, and what the rep's own words about it mean."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.deploy.publish import Opened
from generator.errors import GoliveError
from generator.plan.load import parse_plan
from generator.plan.model import Plan
from generator.plan.source import parse_source
from generator.plan.splice import splice
from generator.record.additions import LONGEST, Proposal, addition
from generator.record.changes import ACTIONS, Report, as_dates, change_for, undo
from generator.record.journal import Change, Entry, numbers
from mail.review.queue import REASON, Item
from mail.trim import answers
from mail.understand import understand
from mail.understand.updates import Context, Update

_SAYS_NOTHING = frozenset({"question", "comment"})
ALREADY = "the plan says so already"


@dataclass(frozen=True)
class Meaning:
    """What would be written: the changes, the file before and after, and what cannot be recorded, and why."""

    changes: tuple[Change, ...]
    left: tuple[str, ...]
    before: bytes
    after: bytes

    def diff(self) -> list[str]:
        """Give the change of plan.yaml as lines with + and -."""
        old, new = (raw.decode("utf-8-sig").splitlines() for raw in (self.before, self.after))
        return [line for line in difflib.unified_diff(old, new, lineterm="", n=1) if line[:3] not in _HEADS]


_HEADS = ("---", "+++")


def meaning(opened: Opened, item: Item, today: date, updates: Sequence[Update] | None = None) -> Meaning:
    """Work out what an item's updates (or these instead) would change, one after the other."""
    raw = before = opened.deal.plan_file.read_bytes()
    plan, changes, left = opened.plan, list[Change](), list[str]()
    for update in item.updates if updates is None else updates:
        if update.action in _SAYS_NOTHING:
            continue
        try:
            found = _changes(plan, raw, opened, item, update)
            fields = {place: as_dates(new) for c in found for place, (_, new) in c.fields.items()}
            if not fields:
                raise GoliveError(ALREADY)
            raw = splice(raw, opened.deal.label, fields)
            plan = parse_plan(raw, opened.deal.label, today)
            changes += found
        except GoliveError as error:
            left.append(f"“{' '.join(update.words.split())[:LONGEST]}”: {error}")
    after = raw if changes else before
    return Meaning(tuple(changes), tuple(left), before, after)


def _changes(plan: Plan, raw: bytes, opened: Opened, item: Item, update: Update) -> list[Change]:
    data = parse_source(raw, opened.deal.label).data
    if update.action == "add":
        return [addition(data, _proposal(plan, item, update), _taken(plan, opened.entries))]
    if update.action == "undo":
        line = int(item.answers[1:]) if item.answers.startswith("u") else 0
        if not 0 < line <= len(opened.entries):
            raise GoliveError("it does not answer a receipt, so it is not clear what to undo")
        return undo(data, opened.entries[line - 1], update.words)[0]
    if update.milestone is None or update.action not in ACTIONS:
        raise GoliveError("it is not clear which outcome it speaks of")
    if item.part.startswith(REASON) and plan.by_id[update.milestone].status != "blocked":
        raise GoliveError("the outcome is no longer stuck")
    return [change_for(plan, data, _report(item, update))]


def _report(item: Item, update: Update) -> Report:
    assert update.milestone is not None
    return Report(
        milestone=update.milestone,
        action=update.action,
        day=item.sent,
        by=item.person or "",
        words=update.words,
        on=update.on,
        to=update.to,
        name=update.name,
        email=update.email,
        reason=" ".join(update.reason.split())[:LONGEST].strip() if update.reason else None,
    )


def _proposal(plan: Plan, item: Item, update: Update) -> Proposal:
    owner = next((r for r in (item.person, item.to, *plan.roles) if r in plan.roles), "")
    kind = update.kind or "milestone"
    what = update.outcome or (update.words if kind == "key_date" else "")
    return Proposal(kind, what, owner or "", update.words, update.to, update.until)


def _taken(plan: Plan, entries: Sequence[Entry]) -> set[str]:
    return {*plan.by_id, *(milestone for entry in entries for milestone in entry.numbers)}


def correction(opened: Opened, item: Item, words: str, today: date, locale: str) -> list[Update]:
    """Understand the rep's own words about an item; raises GoliveError where anything of them is unclear."""
    plan = opened.plan
    updates = understand(answers(words), context_of(opened, item, today, locale))
    meant = [u for u in updates if u.action not in _SAYS_NOTHING]
    unsure = [u for u in meant if not u.sure and u.action not in ("add", "assign")]
    if not meant or unsure:
        why = "; ".join(f"“{u.words}”: {u.why or 'not sure'}" for u in unsure)
        raise GoliveError(
            f"“{' '.join(words.split())[:LONGEST]}” is not clear{f' ({why})' if why else ''}; "
            f"write it as in: {_example(plan, opened.entries)}"
        )
    return meant


def _example(plan: Plan, entries: Sequence[Entry]) -> str:
    given = numbers(entries, plan.by_id)
    waiting = [given[m.id] for m in plan.milestones if m.status != "done"] or [3]
    return f"{waiting[0]} done on 12 Nov"


def context_of(opened: Opened, item: Item, today: date, locale: str) -> Context:
    """Give the circumstances in which the rep speaks of an item: the outcome it is about, if it is one."""
    plan = opened.plan
    about = tuple(dict.fromkeys(u.milestone for u in item.updates if u.milestone in plan.by_id))
    rep = next((i for i, role in plan.people() if role.side == "seller"), None)
    return Context(
        plan=plan,
        numbers=numbers(opened.entries, plan.by_id),
        person=rep or "any",
        sender=rep or next(iter(plan.roles)),
        about=about[0] if len(about) == 1 and about[0] else "digest",
        about_milestones=tuple(i for i in about if i),
        sent=today,
        locale=locale,
    )
