"""Mail out: addresses, invitations, questions, and what became of every mail."""

from __future__ import annotations

import click

from generator.errors import UsageError
from generator.session import Session
from mail.commands.delivery import report_delivery


@click.command()
@click.argument("deal")
@click.argument("person", required=False)
@click.argument("about", required=False)
@click.pass_obj
def address(session: Session, deal: str, person: str | None, about: str | None) -> None:
    """List the reply addresses of a deal: for each person, and each thing a mail can be about."""
    from generator.record.journal import numbers
    from mail.address import all_addresses
    from mail.desk import addresses_of, known

    publisher = session.publisher(dry_run=True)
    opened = publisher.read_only(deal)
    given = numbers(opened.entries, opened.plan.by_id)
    known(person, [*dict(opened.plan.people()), "any"], "person")
    known(about, ["digest", *given], "milestone")
    rows = list(all_addresses(opened.plan, given, addresses_of(session, opened), person, about))
    session.table(("person", "about", "address"), [tuple(row.values()) for row in rows])
    session.give(rows)


@click.command()
@click.argument("deal")
@click.pass_obj
def invite(session: Session, deal: str) -> None:
    """Send everybody in the plan their private link; the dates as they stand become the agreed ones."""
    from mail.desk import invite_all, open_way_out

    sent = invite_all(session, deal)
    for to, name in sent:
        session.say(f"invited {to}" if name else f"{to} was invited before, or asked for no mails")
    report_delivery(session, open_way_out(session))
    session.give([{"to": to, "mail": name} for to, name in sent])


@click.command()
@click.argument("deal")
@click.argument("milestone", required=False)
@click.pass_obj
def nudge(session: Session, deal: str, milestone: str | None) -> None:
    """Ask the owner of an outcome how it stands; without MILESTONE, of the next one."""
    from mail.desk import nudge_owner, open_way_out

    to, name = nudge_owner(session, deal, milestone)
    session.say(f"asked {to}" if name else f"{to} was asked today already, or asked for no mails")
    report_delivery(session, open_way_out(session))
    session.give([{"to": to, "mail": name}])


@click.command()
@click.option("--resend", multiple=True, metavar="NAME", help="Send a refused or unknown mail again.")
@click.option("--settle", multiple=True, metavar="NAME", help="Such a mail arrived after all, or need not.")
@click.pass_obj
def outbox(session: Session, resend: tuple[str, ...], settle: tuple[str, ...]) -> None:
    """List our mails and how each stands; an outcome that is unknown is settled here by a person."""
    from mail.desk import open_reach, open_way_out
    from mail.transports import Posting

    way_out = open_way_out(session)
    if (resend or settle) and not isinstance(way_out, Posting):
        raise UsageError("this workspace only writes its mails as files, so there is nothing to settle")
    if isinstance(way_out, Posting):
        for name in settle:
            way_out.settle(name)
        for name in resend:
            way_out.resend(name)
    if resend:
        report_delivery(session, way_out)
    reach, rows = open_reach(session), []
    for mail in way_out.posted():
        setback = reach.of_mail(mail.name)
        why = f"{setback.meant} {setback.at}: {setback.why}" if setback else mail.why
        rows.append({"mail": mail.name, "to": mail.to, "state": mail.state, "when": mail.last, "why": why})
    session.table(("mail", "to", "state", "when", "why"), [tuple(row.values()) for row in rows])
    session.give(rows)
