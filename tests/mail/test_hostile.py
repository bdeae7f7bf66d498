"""Hostile mails: nothing of them becomes a header, markup, a key of a plan, a file or a flood of answers."""

from __future__ import annotations

import ast
import email
import email.policy
import io
import re
import time
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import icalendar
import pytest
from letters import FROM, address, reply
from ruamel.yaml import YAML
from scenes import ROOT, Golive

from mail.address import read_address
from mail.mime.message import parse
from mail.review.queue import Item, Queue
from mail.spool import Envelope, Spool
from mail.understand.updates import Update

THEN = Envelope("2026-11-16T12:00:00+00:00")


def receive(run: Golive, workspace: Path, raw: bytes) -> dict[str, Any]:
    file = workspace.parent / "in.eml"
    file.write_bytes(raw)
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert got.code == 0, got.err
    return dict(got.json[0])


def written(workspace: Path) -> list[EmailMessage]:
    files = sorted((workspace / ".golive" / "outbox").glob("*.eml"))
    return [email.message_from_bytes(f.read_bytes(), policy=email.policy.default) for f in files]


def calls(tree: ast.AST) -> set[str]:
    functions = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {ast.unparse(function) for function in functions}


@pytest.mark.parametrize(
    ("file", "function", "secret"),
    [
        ("generator/keys.py", "opens", "given"),
        ("mail/arrivals/gate.py", "knows_password", "given"),
    ],
)
def test_codes_are_compared_in_constant_time(file: str, function: str, secret: str) -> None:
    """Neither the code of a reply address nor a password is compared letter by letter."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    (body,) = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == function]
    assert "hmac.compare_digest" in calls(body)
    compared = [n for n in ast.walk(body) if isinstance(n, ast.Compare)]
    assert not [n for n in compared if secret in {ast.unparse(side) for side in (n.left, *n.comparators)}]


def test_codes_of_reply_addresses_are_checked_nowhere_else() -> None:
    for path in (ROOT / "mail").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [ast.unparse(side) for side in (node.left, *node.comparators)]
                assert not [s for s in sides if re.search(r"(?:^|\.)(?:mac|password|seal)$", s)], path


HEADERS = {
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Auto-Response-Suppress", "List-Unsubscribe", "MIME-Version", "Content-Type",
}  # fmt: skip
BREAKS = ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\r\n\r\n"]


@pytest.mark.parametrize("breaks", BREAKS, ids=[ascii(b) for b in BREAKS])
@pytest.mark.parametrize("words", ["6 might move to the 3rd or 4th of December", "done"])
def test_no_name_or_subject_of_a_mail_starts_a_header(
    run: Golive, workspace: Path, breaks: str, words: str
) -> None:
    import base64

    hostile = f"Re: x{breaks}Bcc: eve@evil.example{breaks}X-Evil: 1{breaks}{breaks}<b>"
    coded = b"=?utf-8?b?" + base64.b64encode(hostile.encode()) + b"?="
    for n, sender in enumerate((b"t.lindqvist@acme.example", b"kim@acme.example", b"eve@evil.example")):
        to = address(run, workspace, "acme", "security", "security-cleared").encode()
        raw = (
            b"From: " + coded + b" <" + sender + b">\r\nTo: " + to + b"\r\nSubject: " + coded
            + b"\r\nDate: Mon, 16 Nov 2026 10:41:07 +0100\r\nMessage-ID: <%d@x.example>\r\n\r\n" % n
            + words.encode() + b"\r\n"
        )  # fmt: skip
        receive(run, workspace, raw)
    mails = written(workspace)
    assert len(mails) >= 3
    for mail in mails:
        assert set(mail.keys()) <= HEADERS
        assert len(mail.keys()) == len(set(mail.keys()))
        assert len(mail["To"].addresses) == 1
        assert mail["To"].addresses[0].addr_spec in ("t.lindqvist@acme.example", "sam.field@nimbus.example")
        assert not re.search(r"[\r\n\x0b\x0c\x85\u2028]", str(mail["Subject"]))


EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) {{ 7*7 }} {% raw %} "
    "**bold** \"'}, evil: {status: done} # &amp; BEGIN:VEVENT\\nSUMMARY:evil\\nEND:VEVENT"
)
LIVE = (b"<script>alert", b"<img src=x", b'href="javascript:', b"<strong>bold")


def proposed(workspace: Path, number: int, *updates: Update) -> str:
    """Put what a mail might be taken to say into the rep's queue; gives the item's name."""
    item = Item(
        deal="acme", number=0, message_id=f"{number}@x.example", part="whole", sender="kim@acme.example",
        received="2026-11-16T12:00:00+00:00", name=EVIL, person="champion", to="champion", answers="0",
        proof="address", subject=EVIL, words=EVIL, why=(EVIL,), updates=updates, sent=date(2026, 11, 16),
    )  # fmt: skip
    return Queue(workspace / ".golive" / "review").put(item).id


def test_words_of_a_mail_stay_words_wherever_they_go(run: Golive, workspace: Path) -> None:
    """HTML, Markdown, templates, YAML and iCalendar: in the plan, pages, feeds, receipts and review mails."""
    plan = workspace / "plans" / "acme" / "plan.yaml"
    before = YAML(typ="safe").load(plan)
    to = address(run, workspace, "acme", "security", "security-cleared")
    digest = address(run, workspace, "acme", "champion")
    said = (
        (to, FROM["security"], f"It is stuck, waiting for {EVIL}"),
        (digest, FROM["champion"], f"Please add a new milestone: Review of {EVIL}"),
        (digest, FROM["champion"], f"6 moves to 18 December. {EVIL}"),
        (to, "Kim <kim@acme.example>", f"{EVIL}\n\ndone"),
    )
    for n, (where, sender, words) in enumerate(said):
        receive(run, workspace, reply(where, words, sender, name=f"{n}@x.example", subject=EVIL))
    items = (
        proposed(workspace, 1, Update(None, "add", EVIL, True, outcome=EVIL, kind="milestone")),
        proposed(workspace, 2, Update("budget-approved", "block", EVIL, True, reason=EVIL)),
        proposed(
            workspace, 3, Update(None, "add", EVIL, True, outcome=EVIL, kind="key_date", to=date(2026, 12, 9))
        ),
        proposed(
            workspace, 4, Update("dpa-signed", "assign", EVIL, True, name=EVIL, email="kim@acme.example")
        ),
    )
    for item in items:
        assert run("--workspace", workspace, "mail", "review", item, "accept").code == 0
    run("--workspace", workspace, "mail", "invite", "acme")
    assert run("--workspace", workspace, "publish").code == 0
    after = YAML(typ="safe").load(plan)
    assert set(after) == set(before)
    assert len(after["milestones"]) == len(before["milestones"]) + 1
    assert "evil" not in {key for part in (*after["milestones"], *after["roles"].values()) for key in part}
    assert EVIL[:20] in plan.read_text("utf-8"), "the rep accepted it, as text"
    pages = b"".join(file.read_bytes() for file in (workspace / "public").rglob("*.html"))
    assert b"&lt;script&gt;alert" in pages
    for live in LIVE:
        assert live not in pages.lower()
    events = [event for feed in (workspace / "public").rglob("*.ics") for event in events_of(feed)]
    assert events
    assert "evil" not in {str(event.get("SUMMARY")) for event in events}
    for mail in written(workspace):
        html = mail.get_body(("html",))
        assert html is not None
        assert not [live for live in LIVE if live in html.get_content().lower().encode()]


def events_of(feed: Path) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(feed.read_bytes()).walk("VEVENT"))


@pytest.mark.slow
@pytest.mark.parametrize(("vary", "most"), [(False, 1), (True, 31)])
def test_a_thousand_mails_in_a_minute(run: Golive, workspace: Path, vary: bool, most: int) -> None:
    """The same words are answered once; other words no more often than a person writes in an hour."""
    to = address(run, workspace, "acme", "champion")
    spool = Spool(workspace / ".golive" / "spool")
    for n in range(1000):
        words = f"4 moves to the 3rd or {4 + n % 20}th of December{'!' * (n if vary else 0)}"
        if not vary:
            words = "4 moves to the 3rd or 4th of December"
        spool.put(reply(to, words, FROM["champion"], name=f"{n}@x.example"), THEN)
    started = time.monotonic()
    results = run("--workspace", workspace, "mail", "work", "--json").json
    assert len(results) == 1000
    assert time.monotonic() - started < 240
    to_sender = [m for m in written(workspace) if "jane.roe" in str(m["To"])]
    to_rep = [m for m in written(workspace) if "sam.field" in str(m["To"])]
    assert 1 <= len(to_sender) <= most
    assert len(to_rep) == 1, "the rep hears of a flood once"
    assert spool.waiting() == []


def test_the_same_question_is_asked_once_a_day(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "champion")
    for n in range(3):
        words = "4 moves to the 3rd or 4th of December."
        result = receive(run, workspace, reply(to, words, FROM["champion"], name=f"{n}@x.example"))
        assert result["outcome"] == "ask"
    assert len(written(workspace)) == 1


def bomb() -> bytes:
    """An archive of a few kilobytes that would be 50 MB if anybody opened it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("report.txt", b"\0" * 50_000_000)
    return raw.getvalue()


def test_attachments_are_never_opened(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    mail = email.message_from_bytes(reply(to, "done"), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    names = ["../../../../etc/cron.d/evil", "/etc/passwd", "..\\evil.bat", "plan.yaml", "a\0b.zip"]
    for name in names:
        mail.add_attachment(bomb(), maintype="application", subtype="zip", filename=name.replace("\0", "%00"))
    before = {p for p in workspace.parent.rglob("*") if ".golive" not in p.parts}
    started = time.process_time()
    assert receive(run, workspace, mail.as_bytes(policy=email.policy.SMTP))["outcome"] == "apply"
    assert time.process_time() - started < 20
    new = {p.name for p in workspace.parent.rglob("*") if ".golive" not in p.parts} - {p.name for p in before}
    assert not [name for name in new if "evil" in name or name in ("passwd", "a")]
    assert len(parse(mail.as_bytes()).attachments) == len(names)


def test_nothing_in_mail_can_unpack() -> None:
    unpackers = {"zipfile", "gzip", "zlib", "bz2", "lzma", "tarfile", "shutil"}
    for path in (ROOT / "mail").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        modules = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        modules |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert not modules & (unpackers - {"shutil"}), path


PATHS = ["..", "../acme", "acme/../acme", "acme\\x", "templates", "/etc", "acme%2f..", "a" * 65, "acme\x00"]


@pytest.mark.parametrize("deal", PATHS)
def test_no_address_names_a_folder_of_its_own(run: Golive, workspace: Path, deal: str) -> None:
    mac = address(run, workspace, "acme", "security").partition("@")[0].rpartition(".")[2]
    to = f"{deal}.security.0.{mac}@reply.nimbus.example"
    raw = reply("x@reply.nimbus.example", "3 done").replace(b"x@reply.nimbus.example", to.encode())
    before = {p: p.read_bytes() for p in (workspace / "plans").rglob("*") if p.is_file()}
    outside = sorted(workspace.parent.iterdir())
    result = receive(run, workspace, raw)
    assert result["outcome"] == "ignore" or not result["authenticated"]
    assert {p: p.read_bytes() for p in (workspace / "plans").rglob("*") if p.is_file()} == before
    assert {p.name for p in workspace.parent.iterdir()} - {p.name for p in outside} <= {"in.eml"}
    assert read_address(to, "other.example") is None
