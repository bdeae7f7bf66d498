"""The commands that need no mail: thin, each wires what it names and prints the result.

Only click is imported at the top; what a command needs is imported where it runs, so that help is quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.session import Session


@click.command()
@click.argument("deals", nargs=-1, metavar="[DEAL]...")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--verbose", is_flag=True, help="Say every finding of the plan rules, not only how many.")
@click.pass_obj
def publish(session: Session, deals: tuple[str, ...], dry_run: bool, verbose: bool) -> None:
    """Put the deals' pages and feeds where buyers find them, and print their private links."""
    from generator.check import brief_report, check_deals
    from generator.deploy.publish import Published
    from generator.report import print_published, publish_json

    publisher = session.publisher(dry_run=dry_run)
    every = list(publisher.publish(session.deals(deals)))
    done = [one for one in every if isinstance(one, Published)]
    stopped = [one for one in every if not isinstance(one, Published)]
    # unchanged deals are not read again: with many, that would be most of the work
    spoken_of = [one.deal for one in done if deals or one.uploaded or one.deleted]
    found = check_deals(session.workspace, spoken_of, session.clock)
    for line in map(str, found) if verbose else brief_report(found):
        session.warn(line)
    if not deals and (swept := publisher.sweep()):
        session.say(f"took away {swept} files of deals and themes that are no longer here")
    print_published(session, done, dry_run=dry_run)
    session.give(publish_json(done, publisher.workspace.options.url))
    for error in stopped:
        session.warn(f"golive: not published, since its plan has faults:\n{error}")
    if stopped:
        raise SystemExit(1)


@click.command()
@click.argument("deals", nargs=-1, metavar="[DEAL]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print it."
)
@click.pass_obj
def check(session: Session, deals: tuple[str, ...], form: str) -> None:
    """Find every mistake in plan files, and what keeps a plan from being a good one; exit 1 for findings."""
    from generator.check import check_deals, github_report, text_report

    session.as_json |= form == "json"
    found = check_deals(session.workspace, session.deals(deals), session.clock)
    github = form == "github"
    lines = github_report(found, session.workspace.root, Path.cwd()) if github else text_report(found)
    for line in lines:
        session.say(line)
    session.give([finding.to_json() for finding in found])
    if found:
        raise SystemExit(1)


@click.command()
@click.pass_obj
def schema(session: Session) -> None:
    """Print the JSON Schema of plan files, for editors that complete and check them."""
    import json

    from generator.plan.load import plan_schema

    click.echo(json.dumps(plan_schema(), indent=2, ensure_ascii=False))


@click.command()
@click.argument("deal")
@click.option("--what-if", "words", metavar="WORDS", help='As in "3 moves to 4 Dec"; changes nothing.')
@click.pass_obj
def schedule(session: Session, deal: str, words: str | None) -> None:
    """Show every outcome's target and expected date, and what they mean for the launch."""
    from generator.report import print_schedule
    from generator.schedule.report import schedule_json
    from generator.what_if import print_what_if, what_if

    publisher = session.publisher(dry_run=True)
    if words is not None:
        found = what_if(session, publisher, deal, words)
        print_what_if(session, found)
        session.give(found.to_json())
        return
    facts = publisher.facts(publisher.read_only(deal))
    print_schedule(session, facts)
    session.give(schedule_json(deal, facts.plan, facts.numbers, facts.schedule))


@click.command()
@click.argument("deal")
@click.pass_obj
def value(session: Session, deal: str) -> None:
    """Show what the plan returns to the buyer, year by year, and what a week of delay costs."""
    from generator.errors import GoliveError
    from generator.report import print_value
    from generator.value.report import value_json

    publisher = session.publisher(dry_run=True)
    facts = publisher.facts(publisher.read_only(deal))
    if facts.worth is None:
        raise GoliveError(f"plans/{deal}/plan.yaml has no value: section yet, so there is no return to show")
    print_value(session, facts)
    session.give(value_json(deal, facts.worth))


@click.command()
@click.argument("deal")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="On this machine."
)
@click.pass_obj
def preview(session: Session, deal: str, port: int) -> None:
    """Show a deal in the browser while it is edited; nothing is published."""
    from generator.site.live import HOST, Preview

    session.workspace.folder(deal)
    shown = Preview(session.workspace, deal, session.clock, session.warn)
    shown.build()
    session.say(f"{deal} is at http://{HOST}:{port}/ and follows every edit; Ctrl+C ends it.")
    shown.serve(port)


@click.command()
@click.argument("deal")
@click.option("--revoke", metavar="ROLE", help="End this person's link; nothing replaces it.")
@click.option(
    "--rotate", metavar="ROLE", is_flag=False, flag_value="", help="Replace one link, or all of them."
)
@click.pass_obj
def links(session: Session, deal: str, revoke: str | None, rotate: str | None) -> None:
    """List a deal's private links, or take one away and republish at once."""
    from generator.report import links_json, print_links

    publisher = session.publisher()
    session.workspace.folder(deal)
    if revoke is not None:
        publisher.renew(deal, [revoke], revoked=True)
    if rotate is not None:
        publisher.renew(deal, [rotate] if rotate else [], revoked=False)
    with publisher.opened(deal) as opened:
        found = publisher.links(opened)
    url = session.workspace.options.url
    print_links(session, found, url)
    session.give(links_json(found, url))


@click.command()
@click.argument("deal")
@click.option("--why", required=True, help='Why the dates are agreed anew, as in "re-planned together".')
@click.pass_obj
def baseline(session: Session, deal: str, why: str) -> None:
    """Take today's dates as the agreed ones; slip is counted from them."""
    publisher = session.publisher()
    with publisher.opened(deal) as opened:
        publisher.record_baseline(opened, why)
    session.say(f"The dates of {deal} as they stand today are the agreed ones now. Publish to show them.")
    session.give({"deal": deal, "why": why})


@click.command()
@click.argument("deal")
@click.pass_obj
def close(session: Session, deal: str) -> None:
    """End a deal: its page says so and goes after 30 days, its events are cancelled, its mails stop."""
    session.publisher().close(deal)
    session.say(f"{deal} is closed. Its pages stay for 30 days; golive publish takes them away then.")
    session.give({"deal": deal, "state": "closed"})


@click.command()
@click.argument("deal")
@click.pass_obj
def history(session: Session, deal: str) -> None:
    """Tell how the plan became what it is: who said what when, and which dates it moved."""
    from generator.report import history_json, print_history

    publisher = session.publisher(dry_run=True)
    entries = publisher.read_only(deal).entries
    print_history(session, entries)
    session.give(history_json(entries))


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
@click.option("--buyer", required=True, help="The buying company's name.")
@click.option("--launch", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day the buyer is live.")
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


@click.command()
@click.argument("deal")
@click.option("--to", "form", required=True, type=click.Choice(["xlsx", "csv", "json", "html"]), help="The format.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Default: DEAL.FORMAT, here.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.pass_obj
def export(session: Session, deal: str, form: Any, out: Path | None, force: bool) -> None:
    """Write a deal's plan, with its dates, to a file: for spreadsheets, or one page to read offline."""
    from generator.exchange.exporting import write_export

    publisher = session.publisher(dry_run=True)
    facts = publisher.facts(publisher.read_only(deal))
    file = out or Path(f"{deal}.{form}")
    write_export(publisher.workspace, facts, form, file, session.clock.now(), replace=force)
    session.say(f"Wrote {file}: {len(facts.plan.milestones)} outcomes. What is internal to you is not in it.")
    session.give({"deal": deal, "file": str(file), "format": form})


COMMANDS = (
    init,
    new,
    import_,
    export,
    check,
    schema,
    schedule,
    value,
    publish,
    preview,
    links,
    baseline,
    close,
    history,
)
