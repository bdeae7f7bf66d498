"""Commands for those who look after many deals: what needs a person today, and the managers' pages."""

from __future__ import annotations

import click

from generator.session import Session


@click.command()
@click.option("--rep", metavar="NAME", help="Only deals of this rep, by a part of the name.")
@click.option("--stage", metavar="STAGE", help="Only deals whose next outcome is in this stage.")
@click.option("--waiting-on", metavar="WHO", help="buyer, seller, partner, or the id of a role.")
@click.option("--all", "closed", is_flag=True, help="Closed deals, too.")
@click.pass_obj
def status(
    session: Session, rep: str | None, stage: str | None, waiting_on: str | None, closed: bool
) -> None:
    """Show all deals, those first that need a person today, each with its reason."""
    from generator.portfolio.cache import Rows
    from generator.portfolio.table import COLUMNS, chosen, status_json, status_lines

    rows = Rows(session.workspace, session.clock).read_all()
    found = chosen(rows, rep=rep, stage=stage, waiting_on=waiting_on, closed=closed)
    session.table(COLUMNS, status_lines(found))
    session.give(status_json(found))


@click.command()
@click.option("--rotate", is_flag=True, help="Give the pages a new link; the old one ends.")
@click.option("--end", is_flag=True, help="Take the pages away.")
@click.pass_obj
def portfolio(session: Session, rotate: bool, end: bool) -> None:
    """Give managers a private page of all deals, kept up to date by every publish and reply."""
    from generator.portfolio.site import end_portfolio, open_portfolio

    if rotate and end:
        raise click.UsageError("--rotate and --end do not go together")
    publisher = session.publisher()
    if end:
        end_portfolio(publisher)
        session.say("The managers' pages are gone. golive portfolio makes new ones, at another link.")
        session.give({"url": None})
        return
    url = open_portfolio(publisher, rotate=rotate)
    session.say(f"For managers only, never for buyers: {url}")
    session.give({"url": url})


COMMANDS = (status, portfolio)
