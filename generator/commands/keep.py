"""Commands for whoever runs a workspace: is it sound, keep a copy, bring it back."""

from __future__ import annotations

from pathlib import Path

import click

from generator.session import Session


@click.command()
@click.pass_obj
def doctor(session: Session) -> None:
    """Look whether the workspace can do its work, and say what to do where not; exit 1 if you must act."""
    from generator.doctor.examine import examine

    found = examine(session)
    for one in found:
        session.say(f"{'ok' if one.ok else one.severity:<8} {one.check}: {one.message}")
        if not one.ok:
            session.say(f"{'':<8} -> {one.fix}")
    session.give([one.to_json() for one in found])
    if any(one.urgent for one in found):
        raise SystemExit(1)


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--without-secret", is_flag=True, help="Leave the secret out: keep it elsewhere, links need it."
)
@click.pass_obj
def backup(session: Session, file: Path, without_secret: bool) -> None:
    """Keep plans, settings and mail state in one file (.tar.gz); safe while mails are being settled."""
    from generator.safekeeping.pack import pack

    done = pack(session.workspace, file, secret=not without_secret)
    session.say(f"Wrote {file}: {done.files} files.")
    if done.secret:
        session.say("It holds the secret and every plan: keep it where only you can read it.")
    else:
        session.say("It does not hold the secret: without it, a restored workspace makes new links.")
    for name in done.left_out:
        session.warn(f"left out, since it is a link or lies elsewhere: {name}")
    session.give(
        {"file": str(file), "files": done.files, "bytes": done.bytes, "secret": done.secret,
         "left_out": list(done.left_out)}
    )  # fmt: skip


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", default=Path())
@click.option("--force", is_flag=True, help="Also where DIR is not empty: what is there is moved aside.")
@click.pass_obj
def restore(session: Session, file: Path, folder: Path, force: bool) -> None:
    """Make a workspace from a backup, in DIR or here; an existing one is never overwritten."""
    from generator.safekeeping.unpack import unpack

    done = unpack(file, folder, force=force)
    session.say(f"Restored {done.files} files into {done.folder}.")
    if done.aside:
        session.say(f"What was there is in {done.aside} now.")
    if not done.secret:
        session.say(
            "The backup held no secret: set GOLIVE_SECRET, or put it into .golive/secret, before you publish."
        )
    session.say(f"Next: golive --workspace {done.folder} doctor")
    aside = str(done.aside) if done.aside else None
    session.give({"workspace": str(done.folder), "files": done.files, "secret": done.secret, "aside": aside})


COMMANDS = (doctor, backup, restore)
