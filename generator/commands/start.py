"""Commands that begin something: a workspace, a deal, a plan from a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.session import Session

DAY = click.DateTime(["%Y-%m-%d"])


def _asked(question: str, option: str, kind: Any = None) -> Any:
    """Ask a person at a terminal; in a script, what is missing is wrong usage."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{option} is missing")
    return click.prompt(question, type=kind, err=True)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--samples/--empty", default=True, help="With the sample deals, or without any.")
@click.pass_obj
def init(session: Session, folder: Path, samples: bool) -> None:
    """Make a new workspace, with sample deals to look at and templates to start from."""
    from generator.starter.make import make_workspace

    made = make_workspace(folder, samples=samples)
    session.say(f"Made a workspace in {folder}: {', '.join(made)}")
    session.say("Next: write your company's name into mkdocs.yml, then")
    session.say(
        f'  cd {folder}\n  golive new DEAL --buyer "Acme Logistics" --launch 2027-03-01\n  golive publish'
    )
    session.give({"workspace": str(folder), "made": made})


@click.command()
@click.argument("deal")
@click.option(
    "--template", default="enterprise-software", show_default=True, help="A file in plans/templates."
)
@click.option("--buyer", help="The buying company's name; asked for on a terminal.")
@click.option("--launch", type=DAY, help="The day the buyer is live; asked for on a terminal.")
@click.option("--seller", help="Your company's name; default: site_name of mkdocs.yml.")
@click.option("--partner", help="A third company that takes part.")
@click.option("--event", help="Why that launch day: the event in the buyer's year.")
@click.option("--buyer-country", metavar="DE", help="Whose public holidays count for the buyer.")
@click.option("--buyer-timezone", metavar="Europe/Berlin", help="Where the buyer's day begins.")
@click.option("--currency", metavar="EUR", help="The buyer's currency.")
@click.pass_obj
def new(session: Session, /, deal: str, template: str, launch: Any, **given: str | None) -> None:
    """Start a deal's plan from a template, worked back from the day the buyer is live."""
    from generator.starter.make import new_deal

    workspace = session.workspace
    given["buyer"] = given["buyer"] or _asked("The buying company's name", "--buyer")
    launch = launch or _asked("The day the buyer must be live (2027-03-01)", "--launch", DAY)
    words = {"seller": workspace.site_name, "launch": launch.date().isoformat()}
    words |= {name: word for name, word in given.items() if word}
    words["introduced"] = session.clock.latest_day().isoformat()
    file = new_deal(workspace, deal, template, words, session.clock.latest_day())
    session.say(f"Wrote {file}. Edit it, then: golive check {deal}, golive publish {deal}")
    session.give({"deal": deal, "file": str(file)})


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--deal", metavar="NAME", help="The new deal's name; default: made from the file's name.")
@click.option("--buyer", help="The buying company's name; default: as the file says, or its own name.")
@click.option("--launch", type=click.DateTime(["%Y-%m-%d"]), help="The day the buyer is live.")
@click.pass_obj
def import_(session: Session, file: Path, deal: str | None, buyer: str | None, launch: Any) -> None:
    """Make a deal's plan from the spreadsheet a team has (.xlsx or .csv), and say what was guessed."""
    from generator.exchange.importing import import_plan
    from generator.report import print_imported

    found = import_plan(
        session.workspace, file, session.clock.latest_day(),
        deal=deal, buyer=buyer, launch=launch.date() if launch else None,
    )  # fmt: skip
    print_imported(session, found)
    session.give(found.to_json())
    if found.missing:
        raise SystemExit(1)


COMMANDS = (init, new, import_)
