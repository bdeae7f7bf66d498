"""The daily run, for cron, a systemd timer or a scheduled workflow."""

from __future__ import annotations

import click

from generator.session import Session
from mail.commands.delivery import report_delivery


@click.command()
@click.argument("deals", nargs=-1, metavar="[DEAL]...")
@click.option("--dry-run", is_flag=True, help="Show the day's mail as a table, and change nothing.")
@click.pass_obj
def daily(session: Session, deals: tuple[str, ...], dry_run: bool) -> None:
    """Write to whom the day asks for it, once: check-ins, whose turn it is, what is due, notes for the rep.

    Run it every hour: people are written to in their own working hours, at most once a day. It also
    republishes what depends on the day, sends mails that waited, and removes raw mail older than `keep`.
    """
    from mail.desk import mail_options, open_day, open_spool, open_way_out
    from mail.rhythm.day import Row

    rows, stopped = [], []
    for one in open_day(session, dry_run=dry_run).run(session.deals(deals)):
        if isinstance(one, Row):
            rows.append(one)
        else:
            stopped.append(one)
    columns = ("deal", "to", "kind", "about", "state", "why")
    if rows:
        session.table(columns, [[getattr(row, column) for column in columns] for row in rows])
    else:
        session.say("nobody needs to be written to")
    if not dry_run:
        open_spool(session).forget_before(session.clock.now(), mail_options(session).keep)
        report_delivery(session, open_way_out(session))
    session.give([vars(row) for row in rows])
    for error in stopped:
        session.warn(f"golive: left out, since its plan has faults:\n{error}")
    if stopped:
        raise SystemExit(1)
