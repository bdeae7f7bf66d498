"""Decide what happens to a mail: apply, ask, hand to the rep, or ignore.

Sure updates of people of the plan are applied. What is not clear is asked. Strangers, proposals, owners from
outside, questions and anger go to the rep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from mail.understand.updates import Context, Update

Outcome = Literal["apply", "ask", "review", "ignore"]
_SOFT = frozenset(["comment", "confirm"])


@dataclass(frozen=True)
class Decision:
    """What happens to a mail: `updates` are applied, `held` wait for an answer or for the rep."""

    outcome: Outcome
    updates: tuple[Update, ...]
    held: tuple[Update, ...]
    why: str
    notes: tuple[str, ...] = ()


def decide(
    updates: Sequence[Update],
    context: Context,
    kind: str,
    authenticated: bool,
    reason: str,
    last_applied: Callable[[str], datetime | None],
    sent_at: datetime,
) -> Decision:
    """Sort a mail's updates into those applied and those held.

    `kind` is the mail's (reply, auto, bounce, unsubscribe, empty); `reason` says why it is not authenticated;
    `last_applied` gives the time of the last applied word on a milestone; `sent_at` is the mail's own time.
    """
    early = _by_kind(updates, context, kind, authenticated, reason)
    if early:
        return early
    applied, held, notes = _sort(updates, context, last_applied, sent_at)
    if any(u.action not in _SOFT for u in applied):
        return Decision("apply", tuple(applied), tuple(u for u, _ in held), "says what is sure", tuple(notes))
    review = [why for _, why in held if why]
    if review:
        return Decision("review", (), (*applied, *(u for u, _ in held)), review[0], tuple(notes))
    if held:
        return Decision(
            "ask", (), (*applied, *(u for u, _ in held)), held[0][0].why or "not clear", tuple(notes)
        )
    if applied:
        return Decision("apply", tuple(applied), (), "a comment, nothing changes", tuple(notes))
    return Decision("ignore", (), (), "says nothing about the plan", tuple(notes))


def _by_kind(
    updates: Sequence[Update], context: Context, kind: str, authenticated: bool, reason: str
) -> Decision | None:
    every = tuple(updates)
    if kind in ("auto", "bounce", "empty"):
        said = {"auto": "an automatic mail", "bounce": "a delivery failure", "empty": "nothing was typed"}[
            kind
        ]
        return Decision("ignore", (), (), said)
    if not authenticated:
        return Decision("review", (), every, reason or "the sender is not proven")
    if context.sender is None:
        return Decision("review", (), every, "the sender is not in the plan")
    if kind == "unsubscribe":
        return Decision("review", (), every, "wants no more mails: obeyed, and the rep should know")
    return None


def _sort(
    updates: Sequence[Update],
    context: Context,
    last_applied: Callable[[str], datetime | None],
    sent_at: datetime,
) -> tuple[list[Update], list[tuple[Update, str]], list[str]]:
    """Give what may be applied, what is held (with the reason where it is the rep's), and notes."""
    applied: list[Update] = []
    held: list[tuple[Update, str]] = []
    notes: list[str] = []
    for update in updates:
        for_rep = _for_rep(update, context)
        if for_rep or not update.sure:
            held.append((update, for_rep))
        elif update.action not in _SOFT and _stale(update, last_applied, sent_at):
            held.append((update, ""))
            notes.append(f"{update.milestone}: a later word was applied already, so this one is asked")
        else:
            applied.append(update)
            notes += _owner_hears(update, context)
    return applied, held, notes


def _for_rep(update: Update, context: Context) -> str:
    if update.action == "add":
        return "proposes something new for the plan"
    if update.action == "question":
        return update.why if update.why not in ("", "a question") else "asks a question"
    if update.action == "assign" and _outside(update, context):
        return "names an owner from outside the company"
    return ""


def _outside(update: Update, context: Context) -> bool:
    """Tell whether the new owner's mail domain is another than the sender's."""
    sender = context.plan.roles[context.sender].email if context.sender in context.plan.roles else None
    if not update.email or not sender:
        return True
    return update.email.rpartition("@")[2].lower() != sender.rpartition("@")[2].lower()


def _stale(update: Update, last_applied: Callable[[str], datetime | None], sent_at: datetime) -> bool:
    last = last_applied(update.milestone) if update.milestone else None
    return last is not None and sent_at < last


def _owner_hears(update: Update, context: Context) -> list[str]:
    milestone = context.plan.by_id.get(update.milestone or "")
    if not milestone or update.action in _SOFT or milestone.owner == context.sender:
        return []
    return [f"{milestone.outcome}: its owner ({milestone.owner}) hears of it"]


_SAYS = {
    "done": "done",
    "start": "begun",
    "move": "moves",
    "block": "stuck",
    "reopen": "open again",
    "assign": "a new owner",
    "add": "something new for the plan",
    "confirm": "date confirmed",
    "question": "a question",
    "comment": "a comment",
    "undo": "undo what we recorded",
}


def explain(text: str, decision: Decision, context: Context, ignored: Sequence[str] = ()) -> list[str]:
    """Explain a decision to a rep: the text used, the words, the match, what was left out and why.

    `text` is the sender's newest text; `ignored` names what trimming left out (quotes, signature).
    """
    lines = [f'Read: "{" ".join(text.split())[:300]}"' if text.strip() else "Nothing was typed."]
    if ignored:
        lines.append(f"Left out: {', '.join(ignored)}.")
    lines += [f"{_sentence(u, context)} Applied." for u in decision.updates]
    lines += [f"{_sentence(u, context)} Not applied." for u in decision.held]
    lines += [f"{note}." for note in decision.notes]
    outcome = {
        "apply": "Recorded",
        "ask": "The sender is asked",
        "review": "For you",
        "ignore": "Nothing to do",
    }
    return [*lines, f"{outcome[decision.outcome]}: {decision.why}."]


def _sentence(update: Update, context: Context) -> str:
    milestone = context.plan.by_id.get(update.milestone or "")
    number = context.numbers.get(update.milestone or "")
    name = f"[{number}] {milestone.outcome}" if milestone else "the plan"
    day = update.on or update.to
    when = f" {'on' if update.on else 'to'} {day.isoformat()}" if day else ""
    who = f" {update.name or ''} <{update.email}>" if update.email else ""
    why = f" ({update.why})" if update.why else ""
    return f'"{update.words[:160]}" → {name}: {_SAYS.get(update.action, update.action)}{when}{who}{why}.'
