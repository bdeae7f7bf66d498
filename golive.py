"""The `golive` command: wires plan, site and mail together, and nothing else."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.clock import Clock
from generator.commands import COMMANDS
from generator.errors import GoliveError
from generator.session import Session
from mail.commands import MAIL_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.deploy.publish import Opened, ReplyAddresses
    from generator.doctor.finding import Finding
    from generator.record.journal import Change

USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="golive-plan")
@click.option("--workspace", "folder", type=click.Path(path_type=Path), help="The folder with mkdocs.yml.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document; goes anywhere in the line.")
@click.option("--today", help="Act as on this day (YYYY-MM-DD); goes anywhere. Also GOLIVE_TODAY.")
@click.pass_context
def cli(context: click.Context, folder: Path | None, as_json: bool, today: str | None) -> None:
    """Go-live plans that buyers use: a private page, a calendar feed, and emails answered in plain words."""
    stated = today or os.environ.get("GOLIVE_TODAY") or ""
    try:
        fixed = date.fromisoformat(stated) if stated else None
    except ValueError:
        raise click.UsageError(f"{stated!r} is not a day; write it as 2027-03-01") from None
    context.obj = Session(
        folder, as_json, Clock(fixed), os.environ, _reply_addresses, _understand, _mail_findings
    )


for command in (*COMMANDS, *MAIL_COMMANDS):
    cli.add_command(command)


def _reply_addresses(session: Session) -> ReplyAddresses | None:
    """Make reply addresses for pages where the workspace has mail."""
    if session.workspace.options.mail is None:
        return None
    from mail.address import reply_addresses_for

    return reply_addresses_for(session.workspace.options.mail.reply_domain, session.keys)


def _understand(session: Session, opened: Opened, words: str) -> tuple[list[Change], list[str]]:
    """Read the rep's words as a reply would be read."""
    from mail.desk import changes_meant

    return changes_meant(session, opened, words)


def _mail_findings(session: Session) -> Iterable[Finding]:
    """Examine the workspace's mail settings for `golive doctor`."""
    from mail.health import mail_findings

    return mail_findings(session)


def _globals_first(arguments: list[str]) -> list[str]:
    """Let --json and --today stand anywhere in the line."""
    front, rest = [], []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--json" or argument.startswith("--today="):
            front.append(argument)
        elif argument == "--today":
            front += [argument, *[value for value in [next(waiting, None)] if value is not None]]
        elif argument == "--":
            rest += [argument, *waiting]
        else:
            rest.append(argument)
    return front + rest


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a person's mistake ends in a sentence, never in a traceback."""
    try:
        cli(_globals_first(sys.argv[1:] if arguments is None else arguments), prog_name="golive")
    except GoliveError as error:
        click.echo(f"golive: {error}", err=True)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
