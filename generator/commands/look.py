"""Commands that look at a plan: is it good, when is what due, what does it return, how did it come about."""

from __future__ import annotations

from pathlib import Path

import click

from generator.session import Session


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
def history(session: Session, deal: str) -> None:
    """Tell how the plan became what it is: who said what when, and which dates it moved."""
    from generator.report import history_json, print_history

    publisher = session.publisher(dry_run=True)
    entries = publisher.read_only(deal).entries
    print_history(session, entries)
    session.give(history_json(entries))


COMMANDS = (check, schema, schedule, value, baseline, history)
