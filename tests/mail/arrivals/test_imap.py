"""IMAP against a real Dovecot: marked only when safe, fetched once, and woken by new mail."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from letters import address, reply
from postbox import Box, box, real
from scenes import Golive

from generator.errors import OutsideError, UsageError
from mail.arrivals import MAX_BYTES
from mail.arrivals.imap import TAKEN, mailbox, opened
from mail.spool import Envelope, Spool

__all__ = ["box"]  # a fixture
NOON = "2026-11-16T12:00:00+00:00"
ENV = {"GOLIVE_IMAP_PASSWORD": "secret"}


def take(box: Box, spool: Spool, *, delete: bool = False) -> list[str | None]:
    with opened(mailbox(box.url, delete=delete), ENV) as source:
        return [one for _, one in source.take(spool.put, NOON)]


@real
@pytest.mark.slow
def test_every_byte_is_fetched_once_and_marked(box: Box, tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    raw = b"From: a@acme.example\r\nSubject: caf\xe9\r\n\r\nM\xfcller \xff\r\n.\r\n"
    box.append(raw)
    (one,) = take(box, spool)
    assert one is not None
    assert spool.raw(one) == raw
    assert TAKEN in box.flags()[0]
    assert "Seen" not in box.flags()[0]
    assert take(box, spool) == []
    box.append(b"Subject: next\r\n\r\n")
    assert len(take(box, spool)) == 1


@real
@pytest.mark.slow
def test_nothing_is_marked_that_is_not_kept(box: Box, tmp_path: Path) -> None:
    box.append(b"Subject: one\r\n\r\n")

    def full(_raw: bytes, _envelope: Envelope) -> str:
        raise OutsideError("the spool cannot be written")

    with opened(mailbox(box.url, delete=True), ENV) as source, pytest.raises(OutsideError, match="spool"):
        list(source.take(full, NOON))
    assert TAKEN not in box.flags()[0]
    assert len(take(box, Spool(tmp_path))) == 1


@real
@pytest.mark.slow
def test_delete_deletes_what_is_kept(box: Box, tmp_path: Path) -> None:
    for n in range(3):
        box.append(f"Subject: {n}\r\n\r\n".encode())
    assert len(take(box, Spool(tmp_path), delete=True)) == 3
    assert box.flags() == []


@real
@pytest.mark.slow
def test_a_mail_too_large_is_left_and_flagged(box: Box, tmp_path: Path) -> None:
    box.append(b"Subject: large\r\n\r\n" + b"x" * 78 + b"\r\n" + b"y" * MAX_BYTES)
    assert take(box, Spool(tmp_path), delete=True) == [None]
    assert "\\Flagged" in box.flags()[0]
    assert take(box, Spool(tmp_path)) == []


@real
@pytest.mark.slow
def test_new_mail_ends_the_waiting(box: Box, tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    with opened(mailbox(box.url), ENV) as source:
        assert list(source.take(spool.put, NOON)) == []
        timer = threading.Timer(0.3, box.append, [b"Subject: now\r\n\r\n"])
        timer.start()
        started = time.monotonic()
        source.wait(20)
        assert time.monotonic() - started < 10
        timer.join()
        assert len(list(source.take(spool.put, NOON))) == 1


@real
@pytest.mark.slow
def test_wrong_password_unknown_mailbox_and_unknown_certificate_are_sentences(box: Box) -> None:
    with (
        pytest.raises(OutsideError, match="refuses the login"),
        opened(mailbox(box.url), {"GOLIVE_IMAP_PASSWORD": "no"}),
    ):
        pass
    with (
        pytest.raises(OutsideError, match="mailbox Nowhere"),
        opened(mailbox(box.url.replace("INBOX", "Nowhere")), ENV),
    ):
        pass
    safe = f"imaps://plan@127.0.0.1:{box.tls_port}/INBOX"
    with pytest.raises(OutsideError, match="certificate verify failed"), opened(mailbox(safe), ENV):
        pass


@real
@pytest.mark.slow
def test_the_command_fetches_and_settles(
    box: Box, run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOLIVE_IMAP_PASSWORD", "secret")
    to = address(run, workspace, "acme", "security", "security-cleared")
    box.append(reply(to, "done", name="m@sent.example"))
    (result,) = run("--workspace", workspace, "mail", "fetch", box.url, "--json").json
    assert result["outcome"] == "apply"
    assert run("--workspace", workspace, "mail", "fetch", box.url, "--json").json == []


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("imaps://host.example/INBOX", "names no mailbox"),
        ("imaps:///INBOX", "names no mailbox"),
        ("imaps://user:secret@host.example/INBOX", "does not belong in a URL"),
        ("imap://user@host.example/INBOX", "in clear"),
        ("imap://user@127.0.0.1.evil.example/INBOX", "in clear"),
    ],
)
def test_what_names_no_mailbox_safely(url: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        mailbox(url)


def test_a_mailbox_is_read_from_its_url() -> None:
    found = mailbox("imaps://plan%40nimbus.example@mail.nimbus.example/Plan%20replies")
    assert (found.user, found.host, found.port, found.name) == (
        "plan@nimbus.example", "mail.nimbus.example", 993, "Plan replies",
    )  # fmt: skip
    with pytest.raises(UsageError, match="GOLIVE_IMAP_PASSWORD"), opened(found, {}):
        pass
