"""What changed, by day: made from the journal's changes and moved dates, never from its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from generator.record.journal import Change, Entry
from generator.site.facts import DealFacts
from generator.site.view.neutral import done, say, started
from generator.site.view.outcome import Outcome, company
from generator.site.words import Words

RECENT = timedelta(days=7)
SHOWN = 3


@dataclass(frozen=True)
class Moved:
    """A date that moved because of a change."""

    number: int
    outcome: str
    before: date
    after: date


@dataclass(frozen=True)
class Update:
    """One change: what, who told us, what follows; `launch` says how the go-live moved with it, if it did."""

    day: date
    what: str
    told: str | None
    follows: tuple[Moved, ...]
    launch: str | None = None


@dataclass(frozen=True)
class Line:
    """One line of the band's "What changed"."""

    day: date
    what: str


def make_updates(facts: DealFacts, outcomes: Sequence[Outcome], words: Words) -> tuple[Update, ...]:
    """List all changes, newest first, down to the day the plan was introduced."""
    by_id = {o.id: o for o in outcomes}
    zone = ZoneInfo(facts.plan.buyer.timezone)
    found: list[Update] = []
    for entry in facts.entries:
        day = entry.when.astimezone(zone).date()
        found.extend(_of_entry(facts, entry, day, by_id, words))
    found.extend(_unrecorded(facts, outcomes, words))
    launch = words.full_day(facts.schedule.launch_baseline)
    found.append(
        Update(
            facts.plan.introduced,
            words.text("First plan shared"),
            words.text("Go-live on %(day)s. Changes are counted from here.", day=launch),
            (),
        )
    )
    found.reverse()  # of one day, the last line of the journal comes first
    return tuple(sorted(found, key=lambda u: u.day, reverse=True))


def recent(updates: Sequence[Update], today: date) -> tuple[Line, ...]:
    """Give the newest few changes, if anything changed in the last seven days."""
    if not updates or today - updates[0].day > RECENT:
        return ()
    lines: list[Line] = []
    for update in updates:
        lines.append(Line(update.day, update.what))
        if update.launch:
            lines.append(Line(update.day, update.launch))
    return tuple(lines[:SHOWN])


def _unrecorded(facts: DealFacts, outcomes: Sequence[Outcome], words: Words) -> Iterator[Update]:
    """Say what the plan knows and no journal line tells: it was so when the plan was first published."""
    told = {
        (c.milestone, place.rpartition("/")[2])
        for e in facts.entries
        for c in e.changes
        for place in c.fields
    }
    for outcome in outcomes:
        milestone = facts.plan.by_id[outcome.id]
        if outcome.done and milestone.done_on and (outcome.id, "status") not in told:
            yield Update(milestone.done_on, done(outcome.outcome, words), None, ())
        elif milestone.started_on and not outcome.done and (outcome.id, "started_on") not in told:
            yield Update(milestone.started_on, started(outcome.outcome, words), None, ())


def _of_entry(
    facts: DealFacts, entry: Entry, day: date, by_id: Mapping[str, Outcome], words: Words
) -> Iterator[Update]:
    said = [(c, what) for c in entry.changes for what in say(facts, c, _before(entry, c), by_id, words)]
    launch_id = facts.plan.launch_milestone.id
    for place, (change, what) in enumerate(said):
        last = place == len(said) - 1
        follows = _follows(entry, [c.milestone for c, _ in said], by_id) if last else ()
        yield Update(
            day,
            what,
            _told(facts, entry, words),
            follows,
            _launch(entry, launch_id, change, words) if last else None,
        )


def _before(entry: Entry, change: Change) -> date | None:
    return entry.moved.get(change.milestone or "", (None, None))[0]


def _launch(entry: Entry, launch_id: str, change: Change, words: Words) -> str | None:
    before, after = entry.moved.get(launch_id, (None, None))
    if not before or not after or before == after or change.milestone == launch_id:
        return None
    return words.text(
        "Go-live expected %(after)s, not %(before)s", after=words.day(after), before=words.day(before)
    )


def _follows(entry: Entry, told: Sequence[str | None], by_id: Mapping[str, Outcome]) -> tuple[Moved, ...]:
    moved = [
        Moved(by_id[name].number, by_id[name].outcome, before, after)
        for name, (before, after) in entry.moved.items()
        if name in by_id and name not in told and before and after and before != after
    ]
    return tuple(sorted(moved, key=lambda m: (m.after, m.number)))


def _told(facts: DealFacts, entry: Entry, words: Words) -> str | None:
    """Say who told us, by the name in the plan; a hand edit or a command is the seller's."""
    role = facts.plan.roles.get(entry.who)
    if role:
        return words.text("Told by %(name)s.", name=role.name or role.title)
    if entry.by == "mail":
        return None
    return words.text("Noted by %(company)s.", company=company(facts.plan, "seller").short)
