"""Commands that bring a plan to its readers: pages, feeds, links, previews, copies to pass on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.session import Session

FORMATS = ["xlsx", "csv", "json", "html"]


@click.command()
@click.argument("deals", nargs=-1, metavar="[DEAL]...")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--verbose", is_flag=True, help="Say every finding of the plan rules, not only how many.")
@click.option("--verify", is_flag=True, help="Compare with what is at the target, and mend what differs.")
@click.option("--delete-many", is_flag=True, help="Take away deals that left, however many they are.")
@click.pass_obj
def publish(
    session: Session, deals: tuple[str, ...], dry_run: bool, verbose: bool, verify: bool, delete_many: bool
) -> None:
    """Put the deals' pages and feeds where buyers find them, and print their private links."""
    from generator.check import brief_report, check_deals
    from generator.deploy.publish import Published
    from generator.deploy.verify import verify_target
    from generator.errors import FaultsError
    from generator.report import print_published, publish_json

    publisher = session.publisher(dry_run=dry_run)
    wanted = session.deals(deals)
    if verify:
        drift = verify_target(publisher, many=delete_many)
        session.say(
            f"looked at {drift.files} files: {len(drift.missing)} missing, {len(drift.altered)} altered, "
            f"{len(drift.foreign)} that nobody published" + (", which were left" if drift.kept else "")
        )
    place = {deal: n for n, deal in enumerate(wanted)}  # those with nothing to do come first
    every = list(publisher.publish(wanted))
    done = sorted((one for one in every if isinstance(one, Published)), key=lambda one: place[one.deal])
    stopped = [one for one in every if not isinstance(one, Published)]
    # unchanged deals are not read again unless they are named: with many, that would be most of the work
    named = [one.deal for one in done if deals and not (one.uploaded or one.deleted)]
    found = [f for one in done for f in one.findings]
    found += check_deals(session.workspace, named, session.clock)
    for line in map(str, found) if verbose else brief_report(found):
        session.warn(line)
    if not deals:
        swept = publisher.sweep(many=delete_many)
        if swept.files:
            session.say(f"took away {swept.files} files of deals and themes that are no longer here")
        for deal, why in swept.left:
            session.warn(
                f"{deal} is no longer here but was not taken away: {why}; if it is to go: --delete-many"
            )
    for warning in publisher.warnings:
        session.warn(f"warning: {warning}")
    print_published(session, done, dry_run=dry_run)
    session.give(publish_json(done, publisher.workspace.options.url))
    for error in stopped:
        if isinstance(error, FaultsError):
            session.warn(f"golive: not published, since its plan has faults:\n{error}")
        else:
            session.warn(f"golive: not published this time: {error}")
    if stopped:
        raise SystemExit(1)


@click.command()
@click.argument("deal")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="On this machine."
)
@click.pass_obj
def preview(session: Session, deal: str, port: int) -> None:
    """Show a deal in the browser while it is edited; nothing is published."""
    from generator.site.pages.live import HOST, Preview

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
@click.pass_obj
def close(session: Session, deal: str) -> None:
    """End a deal: its page says so and goes after 30 days, its events are cancelled, its mails stop."""
    session.publisher().close(deal)
    session.say(f"{deal} is closed. Its pages stay for 30 days; golive publish takes them away then.")
    session.give({"deal": deal, "state": "closed"})


@click.command()
@click.argument("deal")
@click.option("--to", "form", required=True, type=click.Choice(FORMATS), help="The format.")
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


COMMANDS = (publish, preview, links, close, export)
