"""Mails as buyers' mail programs send them, for tests."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from scenes import Golive

FROM = {
    "security": "Tomas Lindqvist <t.lindqvist@acme.example>",
    "champion": "Jane Roe <jane.roe@acme.example>",
    "legal": "Amelie Brandt <amelie.brandt@acme.example>",
    "ae": "Sam Field <sam.field@nimbus.example>",
}


def address(run: Golive, workspace: Path, deal: str, person: str, about: str = "digest") -> str:
    """Ask golive for the reply address of a person."""
    got = run("--workspace", workspace, "mail", "address", deal, person, about, "--json")
    return str(got.json[0]["address"])


def reply(
    to: str,
    words: str,
    sender: str = FROM["security"],
    *,
    name: str = "r1@mail.acme.example",
    date: str = "Mon, 16 Nov 2026 10:41:07 +0100",
    subject: str = "Re: Security review cleared",
) -> bytes:
    """Write a plain reply."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, date
    mail["Message-ID"] = f"<{name}>"
    mail.set_content(f"{words}\n\nOn Mon, Nov 16, 2026 at 8:02 AM Nimbus wrote:\n> Is it done?\n")
    return mail.as_bytes(policy=SMTP)
