"""The commands that speak mail: addresses, reading, receiving, inviting, nudging, and `golive update`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.errors import GoliveError, UsageError
from generator.session import Session

if TYPE_CHECKING:
    from mail.inbox import Inbox

TEMPFAIL = 75  # EX_TEMPFAIL of sysexits.h: our own fault, so the sender's server shall try again


@click.group()
def mail() -> None:
    """Mail out and in: what the buying team is told, and what its answers mean for the plan."""


def _inbox(session: Session) -> Inbox:
    from mail.desk import open_inbox

    return open_inbox(session)


@mail.command()
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


@mail.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.pass_obj
def read(session: Session, files: tuple[Path, ...]) -> None:
    """Read mails and explain what each would do to its plan; changes nothing."""
    from mail.desk import read_file

    result = []
    for file in files:
        reading = read_file(session, file)
        result.append(reading.to_json(str(file)))
        session.say(f"{file}")
        for sentence in reading.explained():
            session.say(f"  {sentence}")
    session.give(result)


@mail.command()
@click.argument("files", nargs=-1, metavar="[FILE|-]...")
@click.option("--recipient", default="", help="The envelope's recipient, where the mail server knows it.")
@click.pass_obj
def receive(session: Session, files: tuple[str, ...], recipient: str) -> None:
    """Take in mails: keep each safely, then change the plan, its page and its feed, and answer."""
    result: list[dict[str, Any]] = []
    try:
        inbox = _inbox(session)
        for file in files or ("-",):
            raw = sys.stdin.buffer.read() if file == "-" else _bytes(Path(file))
            result.append({**inbox.receive(raw, recipient), "file": file})
        inbox.settle_waiting()
    except UsageError:
        raise
    except (GoliveError, OSError) as error:
        click.echo(f"golive: {error}", err=True)
        raise SystemExit(TEMPFAIL) from None
    for one in result:
        session.say(f"{one['file']}: {one['outcome']}: {one['why']}")
    session.give(result)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None


@mail.command()
@click.argument("deal")
@click.pass_obj
def invite(session: Session, deal: str) -> None:
    """Send everybody in the plan their private link; the dates as they stand become the agreed ones."""
    from mail.desk import invite_all

    sent = invite_all(session, deal)
    for to, name in sent:
        session.say(f"invited {to}" if name else f"{to} was invited before, or asked for no mails")
    session.give([{"to": to, "mail": name} for to, name in sent])


@mail.command()
@click.argument("deal")
@click.argument("milestone", required=False)
@click.pass_obj
def nudge(session: Session, deal: str, milestone: str | None) -> None:
    """Ask the owner of an outcome how it stands; without MILESTONE, of the next one."""
    from mail.desk import nudge_owner

    to, name = nudge_owner(session, deal, milestone)
    session.say(f"asked {to}" if name else f"{to} was asked today already, or asked for no mails")
    session.give([{"to": to, "mail": name}])


@click.command()
@click.argument("deal")
@click.argument("words")
@click.pass_obj
def update(session: Session, deal: str, words: str) -> None:
    """Record what you know in plain words, as in: golive update acme "3 done, 5 moves to 14 Oct"."""
    from generator.report import told
    from mail.desk import update_deal

    changes, held = update_deal(session, deal, words)
    for change in changes:
        session.say(told(change))
    for why in held:
        session.warn(f"not recorded: {why}")
    session.give({"deal": deal, "changed": [told(change) for change in changes], "held": held})
    if held or not changes:
        raise SystemExit(1)


@click.command()
@click.option("--serve", is_flag=True, help="Serve the result on this machine until Ctrl-C.")
@click.pass_obj
def demo(session: Session, serve: bool) -> None:
    """Show the whole loop on sample deals, in a scratch folder: publish, mail, reply, changed page."""
    from mail.demo import run_demo
    from mail.demo import serve as serve_demo

    shown = run_demo(session)
    session.give({"workspace": str(shown.workspace), "page": str(shown.page)})
    if serve:
        serve_demo(session, shown)


MAIL_COMMANDS = (mail, update, demo)
