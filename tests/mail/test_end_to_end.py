"""The loop with real parts: SMTP out, a buyer's SMTP client, a mail server's pipe, page and receipt."""

from __future__ import annotations

import email
import email.policy
import os
import smtplib
import subprocess
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.smtp import Envelope
from door import listening
from letters import FROM
from names import answering
from peers import smtp_peer
from scenes import SECRET, TODAY, Golive
from test_signature import key, signed

from mail.arrivals.listen import Reception

Sign = Callable[[bytes], bytes]


def page_of(run: Golive, workspace: Path, person: str) -> Path:
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    url = next(k["url"] for k in links if k["person"] == person)
    return workspace / "public" / str(url).split("/")[-2] / "index.html"


def by_smtp(workspace: Path, port: int) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("trust:", f"transport: smtp://127.0.0.1:{port}\n        trust:")
    )


def got(envelope: Envelope) -> EmailMessage:
    raw = envelope.original_content or b""
    return email.message_from_bytes(raw, policy=email.policy.default)


def answer(asked: EmailMessage, words: str, port: int, sign: Sign = lambda raw: raw) -> None:
    """Answer as a buyer's mail program does, through its own mail server, which may sign."""
    mail = EmailMessage()
    mail["From"], mail["To"] = FROM["security"], asked["Reply-To"].addresses[0].addr_spec
    mail["Subject"], mail["Date"] = f"Re: {asked['Subject']}", "Mon, 16 Nov 2026 14:12:00 +0100"
    mail["Message-ID"] = "<answer@mail.acme.example>"
    mail["In-Reply-To"] = asked["Message-ID"]
    mail.set_content(f"{words}\n\nOn Mon, Nov 16, 2026 at 1:00 PM Nimbus wrote:\n> Is it done?\n")
    with smtplib.SMTP("127.0.0.1", port) as client:
        to = str(mail["To"])
        client.sendmail("t.lindqvist@acme.example", [to], sign(mail.as_bytes(policy=email.policy.SMTP)))


def test_a_buyers_reply_leaves_a_real_smtp_client_and_the_page_changes(run: Golive, workspace: Path) -> None:
    with smtp_peer() as theirs, smtp_peer() as ours:
        by_smtp(workspace, theirs.port)
        page = page_of(run, workspace, "security")
        before = page.read_bytes()
        run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
        (asked,) = theirs.mails
        assert asked.rcpt_tos == ["t.lindqvist@acme.example"]
        answer(got(asked), "Yep, cleared this morning.", ours.port)
        (arrived,) = ours.mails
        pipe(workspace, arrived)
        assert page.read_bytes() != before
        plan = (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")
        assert "done_on: 2026-11-16" in plan
        receipt = got(theirs.mails[1])
        assert receipt["In-Reply-To"] == "<answer@mail.acme.example>"
        assert receipt["Auto-Submitted"] == "auto-replied"
        assert len(theirs.mails) == 2
        pipe(workspace, arrived)  # a mail server that brings it again changes and sends nothing
        assert len(theirs.mails) == 2
        states = {m["state"] for m in run("--workspace", workspace, "mail", "outbox", "--json").json}
        assert states == {"sent"}


def pipe(workspace: Path, arrived: Envelope) -> None:
    """Bring a mail as Postfix' pipe(8) does."""
    recipient = str(arrived.rcpt_tos[0])
    command = [sys.executable, "-m", "golive", "--workspace", str(workspace), "mail", "receive", "-"]
    environ = {"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [*command, "--recipient", recipient],
        input=arrived.original_content, env=environ, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_the_same_through_sendgrids_door(run: Golive, workspace: Path) -> None:
    with smtp_peer() as theirs, smtp_peer() as ours, listening(workspace / ".golive") as door:
        assert isinstance(door.reception, Reception)
        by_smtp(workspace, theirs.port)
        page = page_of(run, workspace, "security")
        before = page.read_bytes()
        run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
        answer(got(theirs.mails[0]), "moves to 4 Dec", ours.port)
        raw = ours.mails[0].original_content or b""
        assert door.bring(raw) == (200, "spooled\n")
        (result,) = run("--workspace", workspace, "mail", "work", "--json").json
        assert result["outcome"] == "apply"
        assert page.read_bytes() != before
        assert len(theirs.mails) == 2


def test_a_signed_reply_is_proven_by_a_real_answer_of_dns(run: Golive, workspace: Path) -> None:
    """The whole way where signatures are asked for: SMTP, DKIM, SendGrid's door, DNS, plan, page, receipt."""
    with smtp_peer() as theirs, smtp_peer() as ours, listening(workspace / ".golive") as door:
        by_smtp(workspace, theirs.port)
        config = workspace / "mkdocs.yml"
        config.write_text(config.read_text().replace("        trust: address\n", ""))
        page = page_of(run, workspace, "security")
        before = page.read_bytes()
        run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
        answer(got(theirs.mails[0]), "moves to 4 Dec", ours.port, signed)
        raw = ours.mails[0].original_content or b""
        with answering({}) as asked:  # the domain publishes no key: nothing is proven
            assert door.bring(raw.replace(b"answer@", b"unproven@")) == (200, "spooled\n")
            (result,) = run("--workspace", workspace, "mail", "work", "--json").json
        assert (result["outcome"], result["authenticated"]) == ("review", False)
        assert asked == ["s1._domainkey.acme.example."]
        with answering({"s1._domainkey.acme.example.": key()[1]}) as asked:
            assert door.bring(raw) == (200, "spooled\n")
            (result,) = run("--workspace", workspace, "mail", "work", "--json").json
        assert (result["outcome"], result["authenticated"]) == ("apply", True)
        assert asked == ["s1._domainkey.acme.example."]
        assert page.read_bytes() != before
        assert got(theirs.mails[-1])["To"].addresses[0].addr_spec == "t.lindqvist@acme.example"
