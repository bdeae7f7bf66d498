"""Where the mail commands work: the open inbox, invitations and nudges, the rep's own updates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.deploy.publish import Opened, Publisher
from generator.errors import GoliveError, UsageError
from generator.plan.faults import did_you_mean
from generator.plan.source import read_source
from generator.record.changes import ACTIONS, Report, change_for
from generator.record.journal import Change, Entry, baseline_records, numbers, read_journal
from generator.record.truth import commit
from generator.session import Session
from generator.workspace import MailOptions
from mail import compose
from mail.address import Addresses, read_address
from mail.authenticate import Truth
from mail.click import click_message
from mail.decide import decide
from mail.handling import open_desk
from mail.inbox import Inbox
from mail.invitations.ledger import INVITATIONS, InvitationLedger
from mail.invitations.offer import invitations_for, send_with
from mail.reach import Reach
from mail.read import Reader, Reading, has_stopped, read_mail
from mail.review.queue import Queue
from mail.rhythm.day import Day
from mail.rhythm.said import RHYTHM, Said
from mail.spool import Envelope, Spool
from mail.transports import Transport, open_transport
from mail.trim import answers
from mail.understand import understand
from mail.understand.updates import Context, Update
from mail.worker import Worker

if TYPE_CHECKING:
    from mail.arrivals.listen import Reception
    from mail.forget.order import Forgetting
    from mail.signature import Prover

REP = "rep"


def mail_options(session: Session) -> MailOptions:
    """Give the workspace's mail settings; raises GoliveError where it has none."""
    options = session.workspace.options.mail
    if options is None:
        raise GoliveError(
            f"{session.workspace.config_file} sets up no mail. Add to the golive plugin: "
            "mail: {from: Your plan <plan@example.com>, reply_domain: reply.example.com}"
        )
    return options


def open_reader(session: Session) -> Reader:
    """Give what reading needs."""
    options = mail_options(session)
    deals = tuple(session.workspace.deals())
    ledger = open_invitations(session)
    return Reader(options.reply_domain, session.keys, _proof(options), options.rep, deals, ledger)


def open_invitations(session: Session) -> InvitationLedger:
    """Give the record of the invitations that calendars got from us."""
    return InvitationLedger(session.workspace.state / INVITATIONS)


def _proof(options: MailOptions) -> Prover | None:
    if options.trust == "address":
        return None
    from mail.signature import prover

    return prover(options.authserv_id)


def open_spool(session: Session) -> Spool:
    """Give the workspace's spool."""
    return Spool(session.workspace.state / "spool")


def open_queue(session: Session) -> Queue:
    """Give what waits for the rep."""
    return Queue(session.workspace.state / "review")


def open_reach(session: Session) -> Reach:
    """Give the record of whom our mails do not reach."""
    return Reach(session.workspace.state / "reach.jsonl")


def open_way_out(session: Session) -> Transport:
    """Give the way our mails leave; who writes mails calls its `deliver` in the end."""
    options = mail_options(session)
    return open_transport(options, session.workspace.state, session.environ, session.clock.now)


def open_worker(session: Session) -> Worker:
    """Open the incoming side of the workspace's mail."""
    inbox = Inbox(
        workspace=session.workspace,
        options=mail_options(session),
        publisher=session.publisher(),
        reader=open_reader(session),
        spool=open_spool(session),
        transport=open_way_out(session),
    )
    return Worker(inbox)


def open_day(session: Session, *, dry_run: bool) -> Day:
    """Open the day's rhythm; `dry_run` only says what it would do."""
    state = session.workspace.state
    return Day(
        publisher=session.publisher(dry_run=dry_run),
        options=mail_options(session),
        transport=open_way_out(session),
        said=Said(state / RHYTHM),
        reach=open_reach(session),
        queue=open_queue(session),
        invitations=open_invitations(session),
        dry=dry_run,
    )


def open_forgetting(session: Session, given: str, *, dry_run: bool) -> Forgetting:
    """Open what forgets a person, named by one of their addresses; raises UsageError for what is none."""
    from mail.forget.order import Forgetting, whole_person
    from mail.forget.person import address_of
    from mail.transports.posting import Posting, nowhere

    workspace, today = session.workspace, session.clock.latest_day()
    person = whole_person(workspace, address_of(given), session.keys, today)
    posting = Posting(workspace.state, nowhere, session.clock.now)
    return Forgetting(workspace, posting, person, today, session.clock.now(), dry_run)


def open_reception(session: Session) -> Reception:
    """Open the side that listens for HTTP; its secrets come from the environment."""
    from mail.arrivals.gate import PASSWORD, PUBLIC_KEY, Gate
    from mail.arrivals.listen import Reception

    gate = Gate(session.environ.get(PASSWORD, ""), session.environ.get(PUBLIC_KEY, ""))
    domain = mail_options(session).reply_domain
    spool, reach = open_spool(session), open_reach(session)
    return Reception(
        spool,
        reach,
        gate,
        domain,
        now=lambda: session.clock.now().isoformat(),
        click=lambda code: _click(session, code),
    )


def _click(session: Session, code: str) -> bytes | None:
    """Give the message that stands for a click; None where the code is none of ours, or no longer."""
    domain = mail_options(session).reply_domain
    address = read_address(f"{code}@{domain}", domain)
    if address is None or address.about != "0" or not session.workspace.has(address.deal):
        return None
    entries = read_journal(session.workspace.folder(address.deal) / "journal.jsonl")
    return click_message(code, domain, session.keys) if address.is_ours(session.keys, entries) else None


def addresses_of(session: Session, opened: Opened) -> Addresses:
    """Give the reply addresses of an open deal."""
    domain = mail_options(session).reply_domain
    return Addresses(opened.deal.id, domain, session.keys, opened.entries)


def known(word: str | None, names: Sequence[str], what: str) -> None:
    """Raise UsageError for a name that is not there."""
    if word is not None and word not in names:
        raise UsageError(f"there is no {what} {word!r} here{did_you_mean(word, names)}")


def read_file(session: Session, file: Path) -> Reading:
    """Read one mail without changing anything."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None
    publisher = session.publisher(dry_run=True)

    def open_deal(deal: str) -> Truth | None:
        if deal not in session.workspace.deals():
            return None
        opened = publisher.read_only(deal)
        return opened.plan, opened.entries

    envelope = Envelope(received=session.clock.now().isoformat())
    return read_mail(raw, envelope, open_reader(session), open_deal)


def invite_all(session: Session, deal: str) -> list[tuple[str, str | None]]:
    """Send each person in the plan one invitation; gives (address, mail name, None where none was sent)."""
    options, publisher = mail_options(session), session.publisher()
    transport = open_way_out(session)
    publisher.put_shared()
    with publisher.opened(deal) as opened:
        _refuse_closed(opened)
        if not baseline_records(opened.entries):
            opened = publisher.record_baseline(opened, "first invitation")
        publisher.publish_opened(opened)
        desk = open_desk(opened, publisher, options)
        sent: list[tuple[str, str | None]] = []
        for person, role in opened.plan.people():
            reachable = desk.page(person) and not has_stopped(opened.entries, person)
            letter = compose.invite(desk, person) if reachable else None
            name = letter.name if letter and transport.send(letter.name, letter.to_message()) else None
            sent.append((role.email or "", name))
        return sent


def _refuse_closed(opened: Opened) -> None:
    if opened.plan.state == "closed":
        raise GoliveError(f"{opened.deal.id} is closed, so nobody is written to")


def nudge_owner(session: Session, deal: str, milestone: str | None) -> tuple[str, str | None]:
    """Ask an outcome's owner how it stands; gives (address, mail name, None where none was sent)."""
    options, publisher = mail_options(session), session.publisher()
    with publisher.opened(deal) as opened:
        _refuse_closed(opened)
        desk = open_desk(opened, publisher, options)
        asked = _to_ask(opened, desk.facts.numbers, milestone, compose.open_milestones(desk.facts))
        chosen = opened.plan.by_id[asked]
        person, role = chosen.owner, opened.plan.roles[chosen.owner]
        if not role.email:
            raise GoliveError(
                f"{role.title} has no email address yet; ask who it is, then write it into plan.yaml"
            )
        if has_stopped(opened.entries, person):
            return role.email, None
        letter = compose.nudge(desk, person, chosen)
        ledger, transport = open_invitations(session), open_way_out(session)
        found = tuple(i for i in invitations_for(desk, person, ledger, [asked]) if i.about == asked)
        return role.email, letter.name if send_with(transport, ledger, letter, found) else None


def _to_ask(opened: Opened, given: object, milestone: str | None, waiting: Sequence[object]) -> str:
    assert isinstance(given, dict)
    by_number = {str(number): name for name, number in given.items()}
    if milestone is not None:
        name: str = by_number.get(milestone.strip("[]"), milestone)
        known(name, list(opened.plan.by_id), "milestone")
        if opened.plan.by_id[name].status == "done":
            raise GoliveError(f"{name} is done already; there is nothing to ask")
        return name
    for candidate in waiting:
        name = str(getattr(candidate, "id", ""))
        if opened.plan.roles[opened.plan.by_id[name].owner].email:
            return name
    raise GoliveError("nobody can be asked: no open outcome has an owner with an email address")


def update_deal(session: Session, deal: str, words: str) -> tuple[list[Change], list[str]]:
    """Apply the rep's own words to a deal and republish it; gives what changed and what was not clear."""
    publisher = session.publisher()
    with publisher.opened(deal) as opened:
        meant, held = changes_meant(session, opened, words)
        changes = [change for change in meant if change.fields]
        if meant and not changes:
            held = ["the plan says so already", *held]
        if changes:
            _commit_update(publisher, opened, words, changes)
        return changes, held


def changes_meant(session: Session, opened: Opened, words: str) -> tuple[list[Change], list[str]]:
    """Understand the rep's own words as changes of an open deal, and say what of them was not clear.

    Changes nothing. A change without fields means that the plan says so already.
    """
    context = _rep_context(session, opened)
    updates = understand(answers(words), context)
    decision = decide(updates, context, "reply", True, "", lambda _milestone: None, session.clock.now())
    sure = [u for u in decision.updates if decision.outcome == "apply"]
    sure += [u for u in decision.held if u.action == "assign" and u.sure]  # the rep may name anybody
    data = read_source(opened.deal.plan_file, opened.deal.label).data
    changes = [
        change_for(opened.plan, data, _rep_report(context, u))
        for u in sure
        if u.action in ACTIONS and u.milestone
    ]
    held = [] if changes else [decision.why]
    return changes, held + [f"{u.action}: {u.words}" for u in decision.held if u not in sure]


def _rep_report(context: Context, update: Update) -> Report:
    assert update.milestone is not None
    return Report(
        milestone=update.milestone,
        action=update.action,
        day=context.sent,
        by=context.sender or REP,
        words=update.words,
        on=update.on,
        to=update.to,
        name=update.name,
        email=update.email,
    )


def _rep_context(session: Session, opened: Opened) -> Context:
    plan = opened.plan
    rep = next((person for person, role in plan.people() if role.side == "seller"), None)
    return Context(
        plan=plan,
        numbers=numbers(opened.entries, plan.by_id),
        person=rep or "any",
        sender=rep or next(iter(plan.roles)),
        about="digest",
        about_milestones=(),
        sent=session.clock.today(plan.buyer.timezone),
        locale=plan.buyer.locale,
    )


def _commit_update(publisher: Publisher, opened: Opened, words: str, changes: list[Change]) -> None:
    seed = f"{words}|{len(opened.entries)}".encode()
    entry = Entry(
        id=f"command-{hashlib.sha256(seed).hexdigest()[:16]}",
        when=publisher.clock.now(),
        who=REP,
        by="command",
        before="",
        after="",
        changes=tuple(changes),
        evidence={"words": words},
    )
    plan, entries = commit(opened.deal, opened.entries, entry, publisher.clock.latest_day())
    publisher.put_shared()
    publisher.publish_opened(replace(opened, plan=plan, entries=entries))
