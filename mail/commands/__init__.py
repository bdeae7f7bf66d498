"""The commands that speak mail: `golive mail …`, `golive update` and `golive demo`."""

from __future__ import annotations

import click

from mail.commands.forget import forget
from mail.commands.incoming import fetch, listen, receive, work
from mail.commands.looking import read, show
from mail.commands.outgoing import address, invite, nudge, outbox
from mail.commands.review import review
from mail.commands.rhythm import daily
from mail.commands.words import demo, update


@click.group()
def mail() -> None:
    """Mail out and in: what the buying team is told, and what its answers mean for the plan."""


IN, OUT = (read, receive, fetch, listen, work, show, review, forget), (address, invite, nudge, daily, outbox)
for command in (*IN, *OUT):
    mail.add_command(command)

MAIL_COMMANDS = (mail, update, demo)
