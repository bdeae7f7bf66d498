"""What commands print: tables for people, and the JSON that other programs rely on (DESIGN §8)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.deploy.links import Link
from generator.deploy.publish import Published
from generator.plan.written import written
from generator.record.journal import Change, Entry, baseline_records
from generator.schedule.baseline import latest_record
from generator.schedule.dates import Schedule
from generator.session import Session
from generator.site.facts import DealFacts
from generator.site.words import Words

if TYPE_CHECKING:
    from generator.exchange.importing import Imported


def print_published(session: Session, done: Sequence[Published], *, dry_run: bool) -> None:
    """Say what each publish did; the links come last, ready to copy."""
    url = session.workspace.options.url
    for one in done:
        for warning in one.warnings:
            session.warn(f"warning: {warning}")
        would = "would write" if dry_run else "wrote"
        session.say(
            f"{one.deal}: {would} {one.uploaded}, deleted {one.deleted}, left {one.unchanged} as they were "
            f"({one.seconds:.2f} s)"
        )
    for one in done:
        session.say(f"\n{one.deal}")
        print_links(session, one.links, url)


def publish_json(done: Sequence[Published], url: str) -> dict[str, Any]:
    """Give the `publish` contract."""
    return {
        "deals": [
            {
                "deal": one.deal,
                "links": [
                    {"person": link.person, "url": link.page(url), "calendar": link.calendar(url)}
                    for link in one.links
                    if not link.revoked
                ],
                "uploaded": one.uploaded,
                "deleted": one.deleted,
                "unchanged": one.unchanged,
                "seconds": one.seconds,
            }
            for one in done
        ]
    }


def print_links(session: Session, links: Sequence[Link], url: str) -> None:
    """List who opens the plan where."""
    rows = [(link.person, link.name, "revoked" if link.revoked else link.page(url)) for link in links]
    session.table(("person", "name", "private page"), rows)


def links_json(links: Sequence[Link], url: str) -> list[dict[str, Any]]:
    """Give the `links` contract; a revoked link has no addresses."""
    return [
        {
            "person": link.person,
            "name": link.name,
            "url": None if link.revoked else link.page(url),
            "calendar": None if link.revoked else link.calendar(url),
            "revoked": link.revoked,
        }
        for link in links
    ]


def print_schedule(session: Session, facts: DealFacts) -> None:
    """Show target and expected date of each outcome, then what they mean for the launch."""
    words, s = Words("en", facts.today), facts.schedule
    rows = []
    for milestone in facts.plan.milestones:
        dates = s.milestones[milestone.id]
        slip = words.days_later(dates.slip_days) if dates.slip_days else ""
        span = f"{dates.target.start} to {dates.target.due}"
        number, drives = facts.numbers[milestone.id], "drives the launch" if dates.critical else ""
        rows.append(
            (
                number,
                milestone.outcome,
                milestone.owner,
                milestone.status,
                span,
                dates.forecast.due,
                slip,
                drives,
            )
        )
    session.table(("", "outcome", "owner", "status", "target", "expected", "slip", ""), rows)
    session.say()
    print_outlook(session, s)
    _print_ways(session, facts)


def _print_ways(session: Session, facts: DealFacts) -> None:
    """Say what sets the date, whose move it is, what would bring the launch back, and how likely it is."""
    from generator.schedule.likelihood import likelihood
    from generator.schedule.moves import waited_on
    from generator.schedule.ways_out import describe, ways_out

    plan, found, numbers = facts.plan, facts.schedule, facts.numbers
    record = latest_record(baseline_records(facts.entries))
    if not found.feasible:
        session.say("What sets the date: " + ", ".join(f"[{numbers[i]}]" for i in found.chain))
        for way in ways_out(plan, found, record):
            session.say(f"  A way out: {describe(way, plan, numbers)}")
    for name in waited_on(plan, found):
        session.say(f"Waited for: [{numbers[name]}] {plan.by_id[name].outcome} ({plan.by_id[name].owner})")
    if odds := likelihood(plan, facts.today, record):
        session.say(odds.sentence(plan.launch.date))


def print_outlook(session: Session, s: Schedule) -> None:
    """Say what the dates mean for the launch, and what makes it slip."""
    if s.feasible:
        session.say(f"Launch planned for {s.launch_target}, expected {s.launch_forecast}: on course.")
    else:
        days = f"{s.short_days} working day{'' if s.short_days == 1 else 's'}"
        session.say(f"Launch planned for {s.launch_target}, expected {s.launch_forecast}: {days} short.")
    if s.slip_days:
        session.say(f"Days off schedule: {s.slip_days}, against {s.launch_baseline} as first agreed.")
    for charge in s.delay:
        session.say(
            f"  {charge.days:+} days: {charge.milestone or 'changes of the plan'} ({charge.side or 'plan'})"
        )


def print_value(session: Session, facts: DealFacts) -> None:
    """Show the return year by year, each case, and the cost of a week's delay."""
    worth = facts.worth
    assert worth is not None
    words = Words("en", facts.today)
    heads = [
        "",
        "initial",
        *(f"year {n}" for n in range(1, worth.horizon_years + 1)),
        "total",
        "present value",
    ]
    rows = [
        [
            row.what,
            *(words.number(year) for year in row.years),
            words.number(row.total),
            words.number(row.present_value),
        ]
        for row in (*worth.rows, worth.net)
    ]
    session.table(heads, rows)
    session.say()
    for name, case in worth.cases.items():
        payback = (
            "not within the horizon" if case.payback_months is None else f"{case.payback_months:.1f} months"
        )
        session.say(
            f"{name}: net present value {words.money(case.npv, worth.currency)}, paid back: {payback}"
        )
    if worth.delay:
        session.say(f"Each week of delay costs {words.money(worth.delay.per_week, worth.currency)}.")


def print_history(session: Session, entries: Sequence[Entry]) -> None:
    """Tell the journal line by line."""
    for entry in entries:
        session.say(f"{entry.line}  {entry.when:%Y-%m-%d %H:%M}  {entry.who} by {entry.by}: {_told(entry)}")
        for milestone, (before, after) in entry.moved.items():
            session.say(f"     {milestone}: {before or 'new'} -> {after or 'gone'}")


def history_json(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Give the journal's lines as they are stored, with their numbers."""
    return [{"line": entry.line, **json.loads(entry.to_json())} for entry in entries]


def _told(entry: Entry) -> str:
    if entry.changes:
        return "; ".join(told(change) for change in entry.changes)
    kinds = (("baseline", "dates agreed"), ("numbers", "numbers given"), ("links", "links made or renewed"))
    said = [text for name, text in kinds if getattr(entry, name)]
    if entry.evidence.get("stop"):
        said.append("asked for no more mails")
    return ", ".join(said + ([entry.why] if entry.why else [])) or "plan.yaml edited"


def told(change: Change) -> str:
    """Say one change in a line: which milestone, what happened, and the fields it set."""
    fields = ", ".join(
        f"{place.rpartition('/')[2]} {_value(_added(old, new))}"
        for place, (old, new) in change.fields.items()
    )
    return f"{change.milestone or 'plan'} {change.action} ({fields})"


def _added(old: Any, new: Any) -> Any:
    """Of a list that grew, what is new in it."""
    if isinstance(new, list) and isinstance(old, list) and new[: len(old)] == old:
        return new[len(old) :]
    return new


def _value(value: Any) -> str:
    if value is None:
        return "dropped"
    if isinstance(value, dict | list):
        return written(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def print_imported(session: Session, found: Imported) -> None:
    """Say what was read from which column, what was guessed, and what a person must still write."""
    session.say(f"Read {found.sheet}, with its header in row {found.header_row}:")
    session.table(("field", "column"), found.columns.items())
    if found.unused:
        session.say(f"Not used: {', '.join(found.unused)}")
    for sentence in found.assumed:
        session.say(f"Assumed: {sentence}.")
    session.say(f"Wrote {found.file}: {found.milestones} outcomes.")
    for fault in found.missing:
        session.say(f"Missing: {fault}")
    if not found.missing:
        session.say(f"Next: read it through, then: golive check {found.deal}, golive publish {found.deal}")
