"""The rep's own words, and the whole loop to look at."""

from __future__ import annotations

import click

from generator.session import Session


@click.command()
@click.argument("deal")
@click.argument("words")
@click.pass_obj
def update(session: Session, deal: str, words: str) -> None:
    """Record what you know in plain words, as in: golive update acme "3 done, 5 moves to 14 Oct"."""
    from generator.report import told
    from mail.desk import update_deal

    changes, held = update_deal(session, deal, words)
    for change in changes:
        session.say(told(change))
    for why in held:
        session.warn(f"not recorded: {why}")
    session.give({"deal": deal, "changed": [told(change) for change in changes], "held": held})
    if held or not changes:
        raise SystemExit(1)


@click.command()
@click.option("--serve", is_flag=True, help="Serve the result on this machine until Ctrl-C.")
@click.pass_obj
def demo(session: Session, serve: bool) -> None:
    """Show the whole loop on sample deals, in a scratch folder: publish, mail, reply, changed page."""
    from mail.demo import run_demo
    from mail.demo import serve as serve_demo

    shown = run_demo(session)
    session.give({"workspace": str(shown.workspace), "page": str(shown.page)})
    if serve:
        serve_demo(session, shown)
