"""`golive demo`: the whole loop on the samples, in a scratch workspace, told step by step."""

from __future__ import annotations

import difflib
import email
import email.policy
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from generator.clock import Clock
from generator.errors import GoliveError
from generator.session import Session
from generator.starter.make import make_workspace
from mail.desk import invite_all, nudge_owner, open_worker

DAY = date(2026, 11, 16)  # the day on which the samples stand
DEAL, ASKED = "acme", "security-cleared"
ANSWER = (
    "Hi Sam,\n\n3 is done since Friday, the auditors were quicker than we thought.\n"
    "4 moves to 9 December, Amelie says.\n\nBest,\nTomas"
)


@dataclass(frozen=True)
class Shown:
    """What the demo leaves behind: the workspace, and the page to open."""

    workspace: Path
    page: Path
    url: str


def run_demo(session: Session) -> Shown:
    """Publish the samples, send the mails, let a buyer answer, and show what became of it."""
    folder = Path(tempfile.mkdtemp(prefix="golive-demo-")) / "work"
    make_workspace(folder, samples=True)
    here = replace(session, folder=folder, clock=Clock(DAY))
    _tell(
        here, f"A rep's workspace with three deals, in {folder}. The day is {DAY:%A} {DAY.day} {DAY:%B %Y}."
    )
    pages = _publish(here)
    asked = _send_mails(here)
    plan = folder / "plans" / DEAL / "plan.yaml"
    before = plan.read_text("utf-8")
    headline = _headline(pages)
    result = _answer(here, asked)
    _tell(here, f"What golive read in it ({result['outcome']}):")
    for update in result["updates"]:
        day = update.get("on") or update.get("to") or ""
        here.say(f"   {update['milestone']}: {update['action']} {day}".rstrip())
    _tell(here, "What that changed in plan.yaml:")
    _show(here, _diff(before, plan.read_text("utf-8")))
    _tell(here, "The receipt that went back to Tomas:")
    _show(here, _text_of(_newest(folder, ".receipt.")).splitlines())
    _tell(here, "The first lines of everybody's page, before and after:")
    here.say(f"   before: {headline}\n   after:  {_headline(pages)}")
    page = pages / "index.html"
    _tell(here, f"Open the page as Tomas sees it:\n   {page}")
    here.say(f"All mails lie in {folder / '.golive' / 'outbox'}.")
    here.say(f"To look around: golive --workspace {folder} history {DEAL}")
    return Shown(folder, page, here.workspace.options.url)


def serve(session: Session, shown: Shown) -> None:
    """Serve the demo's result on this machine only, until interrupted."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from urllib.parse import urlsplit

    port = urlsplit(shown.url).port or 8000
    handler = partial(SimpleHTTPRequestHandler, directory=str(shown.workspace / "public"))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    session.say(f"\nServing http://127.0.0.1:{server.server_port}/{shown.page.parent.name}/ until Ctrl-C")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        session.say("")
    finally:
        server.server_close()


def _publish(session: Session) -> Path:
    """Publish everything; gives the folder with the pages of the person who will be asked."""
    _tell(session, "golive publish")
    pages = Path()
    for done in session.publisher().publish(session.deals(())):
        if isinstance(done, GoliveError):
            raise done
        session.say(f"   {done.deal}: {done.uploaded} files, {len(done.links)} private links")
        pages = next(
            (session.workspace.root / "public" / k.token for k in done.links if k.person == "security"), pages
        )
    return pages


def _send_mails(session: Session) -> Path:
    """Invite everybody, ask one owner; gives the question's file."""
    _tell(session, f"golive mail invite {DEAL}")
    session.say(f"   {len(invite_all(session, DEAL))} people have their private link in their inbox")
    _tell(session, f"golive mail nudge {DEAL} {ASKED}")
    _, name = nudge_owner(session, DEAL, ASKED)
    asked = session.workspace.state / "outbox" / f"{name}.eml"
    _show(session, _text_of(asked).splitlines()[:8])
    return asked


def _answer(session: Session, asked: Path) -> dict[str, Any]:
    """Let the person who was asked answer, as a mail program would, and receive the answer."""
    question = email.message_from_bytes(asked.read_bytes(), policy=email.policy.default)
    reply = EmailMessage()
    reply["From"], reply["To"] = str(question["To"]), str(question["Reply-To"])
    reply["Subject"], reply["Date"] = f"Re: {question['Subject']}", f"{DAY:%a, %d %b %Y} 16:12:00 +0100"
    reply["Message-ID"] = "<demo.reply@mail.acme.example>"
    reply["In-Reply-To"] = reply["References"] = str(question["Message-ID"])
    quoted = "\n".join(f"> {line}".rstrip() for line in _text_of(asked).splitlines())
    reply.set_content(f"{ANSWER}\n\nOn Mon, Nov 16, 2026 at 1:00 PM Nimbus Robotics plan wrote:\n{quoted}\n")
    file = session.workspace.state / "reply.eml"
    file.write_bytes(reply.as_bytes(policy=email.policy.SMTP))
    _tell(session, "Tomas answers, from his own mail program:")
    _show(session, ANSWER.splitlines())
    _tell(session, "golive mail receive reply.eml")
    return open_worker(session).receive(file.read_bytes())


def _tell(session: Session, text: str) -> None:
    session.say(f"\n{text}")


def _show(session: Session, lines: list[str]) -> None:
    for line in lines:
        session.say(f"   | {line}".rstrip())


def _diff(before: str, after: str) -> list[str]:
    lines: Iterator[str] = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    return list(lines)[2:]


def _newest(folder: Path, part: str) -> Path:
    return max((folder / ".golive" / "outbox").glob(f"*{part}*"), key=lambda file: file.stat().st_mtime_ns)


def _text_of(file: Path) -> str:
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    body = message.get_body(("plain",))
    return str(body.get_content()) if body else ""


def _headline(pages: Path) -> str:
    """Read the answer from the page: its title and its slip mark, as text."""
    import re

    html = (pages / "index.html").read_text("utf-8")
    main = html[html.index("<h1") :]
    text = re.sub(r"<[^>]+>", " ", main[: main.index("</p>")])
    return " ".join(text.split())
