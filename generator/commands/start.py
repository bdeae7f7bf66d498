"""Commands that begin something: a workspace, a deal, a plan from a spreadsheet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.errors import GoliveError
from generator.session import Session

DAY = click.DateTime(["%Y-%m-%d"])


def _asked(question: str, option: str, kind: Any = None) -> Any:
    """Ask a person at a terminal; in a script, what is missing is wrong usage."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{option} is missing")
    return click.prompt(question, type=kind, err=True)


def _or_asked(given: str | None, question: str, check: Callable[[str], str]) -> str:
    """Take an option, else ask a person at a terminal; in a script, what is not given stays as it is."""
    if given is not None:
        return check(given)
    if not sys.stdin.isatty():
        return ""

    def checked(answer: str) -> str:
        try:
            return check(answer)
        except GoliveError as error:
            raise click.UsageError(str(error)) from None

    return str(click.prompt(question, default="", show_default=False, value_proc=checked, err=True))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--samples/--empty", default=True, help="With the sample deals, or without any.")
@click.option("--seller", help="Your company's name; asked for on a terminal, as are the next two.")
@click.option("--url", help="Where the pages will be served, as https://plans.nimbus.example/.")
@click.option("--mail-from", "sender", help="The address that mails come from.")
@click.pass_obj
def init(
    session: Session, folder: Path, samples: bool, seller: str | None, url: str | None, sender: str | None
) -> None:
    """Make a new workspace, with sample deals to look at and templates to start from."""
    from generator.starter.make import make_workspace, refuse_workspace, sample_deals
    from generator.starter.settings import mail_address, web_address, write_settings

    refuse_workspace(folder)  # before a person answers for nothing
    seller = _or_asked(seller, "Your company's name", str.strip)
    url = _or_asked(url, "Where will the pages be served? (https://..., Enter: this machine)", web_address)
    sender = _or_asked(sender, "Which address do mails come from? (Enter: none yet)", mail_address)
    made = make_workspace(folder, samples=samples)
    write_settings(folder, seller, url, sender)
    session.say(f"Made a workspace in {folder}: {', '.join(made)}")
    session.say("Its settings are in mkdocs.yml. Next, look at a sample in the browser, or start a deal:")
    if samples:
        session.say(f"  golive --workspace {folder} preview {sample_deals()[0]}      http://127.0.0.1:8000/")
    session.say(f'  cd {folder}\n  golive new DEAL --buyer "Acme Logistics" --launch 2027-03-01')
    session.say("  golive publish\n  golive doctor")
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
@click.option("--learned", is_flag=True, help="Plan with how long outcomes took in your other deals.")
@click.pass_obj
def new(
    session: Session, /, deal: str, template: str, launch: Any, learned: bool, **given: str | None
) -> None:
    """Start a deal's plan from a template, worked back from the day the buyer is live."""
    from generator.starter.make import new_deal

    workspace = session.workspace
    given["buyer"] = given["buyer"] or _asked("The buying company's name", "--buyer")
    launch = launch or _asked("The day the buyer must be live (2027-03-01)", "--launch", DAY)
    words = {"seller": workspace.site_name, "launch": launch.date().isoformat()}
    words |= {name: word for name, word in given.items() if word}
    words["introduced"] = session.clock.latest_day().isoformat()
    takes = _learned_takes(session) if learned else {}
    file = new_deal(workspace, deal, template, words, session.clock.latest_day(), takes)
    session.say(f"Wrote {file}. Edit it, then: golive check {deal}, golive publish {deal}")
    session.give({"deal": deal, "file": str(file)})


def _learned_takes(session: Session) -> dict[str, str]:
    """Say what the workspace's reached outcomes took, and give it by the outcome's id."""
    from generator.portfolio.cache import Rows
    from generator.portfolio.practice import FEWEST, by_outcome

    workspace = session.workspace
    found = by_outcome(Rows(workspace, session.clock).read(workspace.deals()))
    columns = ("outcome", "reached", "planned", "median", "P80", "takes")
    session.table(columns, [(k.name, k.count, k.planned, k.median, k.p80, k.takes) for k in found.values()])
    if not found:
        session.say(f"No outcome was reached {FEWEST} times yet, so the template's own durations stand.")
    return {name: one.takes for name, one in found.items()}


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
