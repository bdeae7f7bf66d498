"""Looking at mails: what one would do, and what became of one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.session import Session


@click.command()
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


@click.command()
@click.argument("message", metavar="ID")
@click.option("--raw", is_flag=True, help="Print the mail's very bytes.")
@click.pass_obj
def show(session: Session, message: str, raw: bool) -> None:
    """Show one mail by its id or Message-ID: where it stands, how it ended and why, and its words."""
    from mail.desk import open_spool
    from mail.shown import find_message

    shown = find_message(open_spool(session), message)
    if raw:
        sys.stdout.buffer.write(shown.raw())
        return
    for line in shown.lines():
        session.say(line)
    session.give(shown.to_json())
