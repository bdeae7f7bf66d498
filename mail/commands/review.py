"""`golive mail review`: what waits for the rep, what accepting it would change, and the decision."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from generator.errors import FaultsError, UsageError
from generator.session import Session
from mail.commands.delivery import report_delivery

if TYPE_CHECKING:
    from mail.review.meaning import Meaning
    from mail.review.queue import Item
    from mail.review.rulings import Ruling

_BEFORE_DAYS = timedelta(days=2)


@click.command()
@click.argument("item", required=False)
@click.argument("decision", required=False, type=click.Choice(["accept", "edit", "reject"]))
@click.argument("words", required=False)
@click.pass_obj
def review(session: Session, item: str | None, decision: str | None, words: str | None) -> None:
    """List what waits for you, show one (acme-3), or decide: accept, reject, edit "3 done on 12 Nov"."""
    if (decision == "edit") != (words is not None):
        raise UsageError('edit needs what is right, as in: golive mail review acme-3 edit "3 done on 12 Nov"')
    if item is None:
        _list(session)
    elif decision is None:
        _show(session, item)
    else:
        _decide(session, item, decision, words or "")


def _list(session: Session) -> None:
    from mail.desk import open_queue

    queue = open_queue(session)
    waiting = [one for deal in session.deals(()) for one in queue.waiting(deal)]
    rows, result = [], []
    for one in waiting:
        found = _meaning(session, one)
        would = "; ".join(_told(found)) or "nothing as it stands"
        rows.append((one.id, _age(session, one), one.sender or "?", "; ".join(one.why), would))
        result.append(_json(one, found))
    if rows:
        session.table(("item", "age", "from", "why", "would change"), rows)
    else:
        session.say("Nothing waits for you.")
    session.give(result)


def _show(session: Session, name: str) -> None:
    from mail.desk import open_queue

    item = open_queue(session).named(name)
    found = _meaning(session, item) if item.state == "open" else None
    who = f"{item.name} <{item.sender}>" if item.name else item.sender or "an unknown sender"
    session.say(f"{item.id}: {item.state}{f' by {item.by}' if item.by else ''}")
    session.say(f"From: {who} ({item.person or 'nobody of the plan'}), {_age(session, item)} ago")
    session.say(f"Proof: {item.proof}\nSubject: {item.subject}\nMessage: {item.message_id}")
    for why in item.why:
        session.say(f"Why: {why}")
    if item.more:
        session.say(f"And {len(item.more)} more mails like it; read one with: golive mail show ID")
    session.say("\n" + "\n".join(f"  | {line}".rstrip() for line in item.words.splitlines()) + "\n")
    if found:
        for line in found.diff():
            session.say(line)
        for why in found.left:
            session.say(f"Cannot be recorded: {why}")
    session.give({**_json(item, found), "diff": found.diff() if found else []})


def _decide(session: Session, name: str, decision: str, words: str) -> None:
    from mail.desk import open_worker

    inbox = open_worker(session).inbox
    rulings = inbox.handling.rulings
    deal = rulings.queue.named(name).deal
    with inbox.publisher.opened(deal) as opened:
        item = rulings.queue.named(name)
        if decision == "reject":
            ruling = rulings.reject(item, "rep")
        elif decision == "edit":
            ruling = rulings.edit(opened, item, words, "rep")
        else:
            ruling = rulings.accept(opened, item, "rep")
    _say_ruling(session, ruling)
    report_delivery(session, inbox.transport)


def _say_ruling(session: Session, ruling: Ruling) -> None:
    from generator.report import told

    changed = [told(change) for change in ruling.changes]
    session.say(f"{ruling.item.id}: {ruling.item.state}")
    for line in changed:
        session.say(line)
    for why in ruling.left:
        session.warn(f"not recorded: {why}")
    session.give({**_json(ruling.item, None), "changed": changed, "left": list(ruling.left)})


def _meaning(session: Session, item: Item) -> Meaning | None:
    """Work out what an item would change; None while the plan has faults."""
    from mail.review.meaning import meaning

    try:
        opened = session.publisher(dry_run=True).read_only(item.deal)
    except FaultsError as error:
        session.warn(f"{item.id}: {error.faults[0]}")
        return None
    return meaning(opened, item, session.clock.latest_day())


def _told(found: Meaning | None) -> list[str]:
    from generator.report import told

    return [told(change) for change in found.changes] if found else []


def _json(item: Item, found: Meaning | None) -> dict[str, Any]:
    from mail.read import update_json

    return {
        "id": item.id,
        "deal": item.deal,
        "number": item.number,
        "state": item.state,
        "received": item.received,
        "from": item.sender,
        "name": item.name,
        "person": item.person,
        "proof": item.proof,
        "message_id": item.message_id,
        "more": list(item.more),
        "subject": item.subject,
        "words": item.words,
        "why": list(item.why),
        "updates": [update_json(u) for u in item.updates],
        "would_change": _told(found),
        "cannot": list(found.left) if found else [],
        "by": item.by,
        "when": item.when,
        "said": item.said,
    }


def _age(session: Session, item: Item) -> str:
    age = max(session.clock.now() - datetime.fromisoformat(item.received), timedelta())
    if age < timedelta(hours=1):
        return f"{age.seconds // 60} min"
    if age < _BEFORE_DAYS:
        return f"{int(age.total_seconds()) // 3600} h"
    return f"{age.days} days"
