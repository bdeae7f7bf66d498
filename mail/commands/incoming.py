"""Mail in: taking it from wherever it arrives, and settling it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.errors import GoliveError, OutsideError, UsageError
from generator.session import Session
from mail.commands.delivery import report_delivery

if TYPE_CHECKING:
    from mail.arrivals import Source
    from mail.worker import Worker

    OpenSource = Callable[[], AbstractContextManager[Source]]

TEMPFAIL = 75  # EX_TEMPFAIL of sysexits.h: our own fault, so the sender's server shall try again
watching = click.option("--watch", is_flag=True, help="Stay, and take in what comes, until told to end.")
deleting = click.option("--delete", is_flag=True, help="Delete at the source what is safely taken.")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|DIR|-]...")
@click.option("--recipient", default="", help="The envelope's recipient, where the mail server knows it.")
@watching
@deleting
@click.pass_obj
def receive(session: Session, files: tuple[str, ...], recipient: str, watch: bool, delete: bool) -> None:
    """Take in mails: keep each safely, then change the plan, its page and its feed, and answer.

    A folder (a Maildir, or one of .eml files) is emptied: its mails are moved to cur/ or taken/.
    """
    from mail.arrivals.folder import MailFolder
    from mail.desk import open_worker

    folders = [Path(file) for file in files if file != "-" and Path(file).is_dir()]
    if folders:
        if len(files) > 1:
            raise UsageError("name one folder, or files")
        place = MailFolder(folders[0], delete)
        _take_in(session, lambda: nullcontext(place), watch=watch)
        return
    if watch or delete:
        raise UsageError("--watch and --delete are for a folder")
    result: list[dict[str, Any]] = []
    try:
        worker = open_worker(session)
        kept = [(file, worker.inbox.put(_bytes(file), recipient)) for file in files or ("-",)]
    except UsageError:
        raise
    except (GoliveError, OSError) as error:
        click.echo(f"golive: {error}", err=True)
        raise SystemExit(TEMPFAIL) from None
    for file, message_id in kept:  # it is ours from here on, whatever comes of it
        result.append({**worker.settle(message_id), "file": file})
    for one in result:
        _tell(session, one)
    _settle(session, worker, {})
    session.give(result)


def _bytes(file: str) -> bytes:
    from mail.arrivals import MAX_BYTES

    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as source:
                raw = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None
    if len(raw) > MAX_BYTES:
        raise UsageError(f"{file} is larger than {MAX_BYTES // 1_000_000} MB, so it is not taken")
    return raw


@click.command()
@click.argument("url")
@watching
@deleting
@click.pass_obj
def fetch(session: Session, url: str, watch: bool, delete: bool) -> None:
    """Fetch mails from imaps://user@host/INBOX or s3://bucket/prefix, and settle them."""
    scheme = url.partition("://")[0]
    if scheme in ("imap", "imaps"):
        from mail.arrivals.imap import mailbox, opened

        place = mailbox(url, delete=delete)
        _take_in(session, lambda: opened(place, session.environ), watch=watch)
    elif scheme == "s3":
        from mail.arrivals.bucket import bucket

        found = bucket(url, delete=delete)
        _take_in(session, lambda: nullcontext(found), watch=watch)
    else:
        raise UsageError(
            f"{url} is no place to fetch from; write imaps://user@host/INBOX or s3://bucket/prefix"
        )


def _take_in(session: Session, open_source: OpenSource, *, watch: bool) -> None:
    """Bring everything from one place to the spool and settle it; with `watch`, again and again."""
    from mail.desk import open_worker
    from mail.watch import Patience, told_to_end

    worker, patience = open_worker(session), Patience(session.warn)
    with told_to_end(watch):
        while True:
            try:
                with open_source() as source:
                    while True:
                        result = _settle(session, worker, _take(session, source, worker))
                        patience.well()
                        if not watch:
                            session.give(result)
                            return
                        source.wait()
            except OutsideError as error:
                if not watch:
                    raise
                patience.wait(error)


def _take(session: Session, source: Source, worker: Worker) -> dict[str, str]:
    """Spool what is there; gives the name that each message had where it came from."""
    taken: dict[str, str] = {}
    for name, message_id in source.take(worker.inbox.spool.put, session.clock.now().isoformat()):
        if message_id is None:
            session.warn(f"{name} is larger than a mail may be; it is left there")
        else:
            taken[message_id] = name
    return taken


def _settle(session: Session, worker: Worker, names: dict[str, str]) -> list[dict[str, Any]]:
    """Settle what waits, and send what that makes us write."""
    result = []
    for one in worker.settle_waiting():
        one["file"] = names.get(one["id"], one["id"])
        _tell(session, one)
        result.append(one)
    sys.stdout.flush()  # whoever stays is watched through a pipe
    report_delivery(session, worker.inbox.transport)
    return result


def _tell(session: Session, one: dict[str, Any]) -> None:
    session.say(f"{one['file']}: {one['outcome']}: {one['why']}")


@click.command()
@watching
@click.pass_obj
def work(session: Session, watch: bool) -> None:
    """Settle the mails that wait, and send what could not be sent yet; several workers may run at once."""
    from mail.desk import open_worker
    from mail.watch import WAIT_SECONDS, told_to_end

    worker = open_worker(session)
    with told_to_end(watch):
        result = _settle(session, worker, {})
        sent = time.monotonic()
        while watch:
            time.sleep(0.5)
            due = time.monotonic() - sent > WAIT_SECONDS
            if due or worker.has_work():
                _settle(session, worker, {})
                sent = time.monotonic()
    session.give(result)
    for message_id in worker.inbox.spool.set_aside():
        session.warn(f"set aside, see: golive mail show {message_id[:12]}")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; TLS ends before us.")
@click.option("--port", default=8025, show_default=True)
@click.pass_obj
def listen(session: Session, host: str, port: int) -> None:
    """Take in mails by HTTP from SendGrid's Inbound Parse; `golive mail work --watch` settles them."""
    from mail.desk import open_reception

    try:
        from mail.arrivals.listen import serve
    except ImportError:
        raise OutsideError("listening needs libraries: pip install golive-plan[listen]") from None
    reception = open_reception(session)
    session.say(f"listening on http://{host}:{port}/inbound")
    serve(reception, host, port)
