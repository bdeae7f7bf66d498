"""Sentences of our mails that depend on what was said: what changed in short, what we ask back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.record.journal import Change
from generator.site.catalogues import message
from generator.site.facts import DealFacts
from generator.site.words import NBSP, Words
from mail.understand.updates import Update

MOST_QUESTIONS = 3
MOST_READINGS = 4

# What became of an outcome, as the receipt's title says it.
_BECAME = {
    "start": message("%(outcome)s is under way"),
    "block": message("%(outcome)s is stuck"),
    "reopen": message("%(outcome)s is open again"),
    "confirm": message("%(outcome)s is confirmed"),
    "undo": message("%(outcome)s is back as it was"),
    "add": message("%(outcome)s is in the plan now"),
}
# Why a mail waits for the rep, where it is one of the usual reasons.
_REASONS = (
    message("its sender is not in the plan"),
    message("its sender is not in the plan, but writes from the buyer's own mail domain"),
    message("nothing proves that it comes from the address in From"),
    message("wants no more mails: obeyed, and the rep should know"),
    message("proposes something new for the plan"),
    message("asks a question"),
    message("names an owner from outside the company"),
    message("sounds angry, sarcastic or meant for the machine: a person should read it"),
)


def in_short(facts: DealFacts, change: Change, words: Words) -> str:
    """Say one change in a few words: "Security review cleared moves to 27 Nov"."""
    milestone = facts.plan.by_id.get(change.milestone or "")
    if milestone is None:
        dates = "key_dates" in change.fields
        return words.text("Key dates changed") if dates else words.text("the plan changed")
    days = {place.rpartition("/")[2]: new for place, (_, new) in change.fields.items()}
    outcome = milestone.outcome
    match change.action:
        case "done":
            on = date.fromisoformat(str(days.get("done_on") or milestone.done_on))
            return words.text("%(outcome)s, done %(day)s", outcome=outcome, day=words.day(on))
        case "move":
            to = date.fromisoformat(str(days["expected"]))
            return words.text("%(outcome)s moves to %(day)s", outcome=outcome, day=words.day(to))
        case "assign":
            name = facts.plan.roles[milestone.owner].name or ""
            return words.text("%(name)s has %(outcome)s", name=name, outcome=outcome)
        case other:
            return words.text(_BECAME.get(other, message("%(outcome)s changed")), outcome=outcome)


def questions(facts: DealFacts, updates: Iterable[Update], words: Words) -> list[str]:
    """Ask about what was not clear, one question an outcome.

    No question but "is it done?" may be answered by a mere "yes": that is how a yes is read.
    """
    actions: dict[str, set[str]] = {}
    for update in updates:
        if update.milestone in facts.plan.by_id and update.action != "comment":
            actions.setdefault(update.milestone or "", set()).add(update.action)
    asked = [
        _question(facts.plan.by_id[i].outcome, said, words)
        for i, said in list(actions.items())[:MOST_QUESTIONS]
    ]
    return asked or [words.text("Which outcome do you mean, and what became of it?")]


def likely(facts: DealFacts, updates: Iterable[Update], words: Words) -> list[str]:
    """Give the readings of an unclear answer that may well be meant, as words that we would understand."""
    said: dict[str, None] = {}
    for update in updates:
        if update.milestone not in facts.plan.by_id or update.action not in ("done", "move"):
            continue
        number = str(facts.numbers[update.milestone or ""])
        if update.to:
            said[words.text("%(number)s moves to %(day)s", number=number, day=words.full_day(update.to))] = (
                None
            )
        said[words.text("%(number)s done", number=number)] = None
    return [text.replace(NBSP, " ") for text in list(said)[:MOST_READINGS]]


def _question(outcome: str, actions: set[str], words: Words) -> str:
    if actions == {"done"}:
        return words.text("Is “%(outcome)s” done?", outcome=outcome)
    if actions == {"move"}:
        return words.text("To which day does “%(outcome)s” move?", outcome=outcome)
    return words.text("What became of “%(outcome)s”?", outcome=outcome)


def reason(why: str, words: Words) -> str:
    """Say to the rep why a mail waits; an unusual reason stays as it is."""
    return words.text(why) if why in _REASONS else why
