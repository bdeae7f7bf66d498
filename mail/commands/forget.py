"""Forgetting a person who asks for it."""

from __future__ import annotations

import click

from generator.session import Session


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("--dry-run", is_flag=True, help="Count what would be removed, and change nothing.")
@click.pass_obj
def forget(session: Session, person: str, dry_run: bool) -> None:
    """Remove a person's mail and words everywhere, by their address; what the plans say stays.

    Their name and address in a plan.yaml are yours to remove: the command says where they stand.
    """
    from mail.desk import open_forgetting

    forgetting = open_forgetting(session, person, dry_run=dry_run)
    found = list(forgetting.run())
    session.table(("place", "to be removed" if dry_run else "removed"), [(g.place, g.found) for g in found])
    left = forgetting.left()
    if left:
        session.warn(f"still named in: {', '.join(left)}. Take it out there, then run this command again.")
    session.give({"removed": {gone.place: gone.found for gone in found}, "left": left, "dry_run": dry_run})
