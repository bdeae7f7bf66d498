"""One-click unsubscribe: obeyed once and for good, and nobody else can ask for it."""

from __future__ import annotations

import email
import email.policy
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from letters import FROM, address, reply
from scenes import SECRET, TODAY, Golive

from generator.keys import Keys
from generator.record.journal import read_journal
from mail.address import ReplyAddress
from mail.click import click_message, is_click
from mail.mime.message import parse
from mail.read import has_stopped
from mail.spool import Envelope, Spool

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ASKED = b"List-Unsubscribe=One-Click"
PARTS = b'--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
PUBLIC = "https://mail.nimbus.example"


@pytest.fixture
def asked(run: Golive, workspace: Path) -> email.message.EmailMessage:
    """A nudge from a workspace whose `listen` can be reached."""
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("trust:", f"listen: {PUBLIC}/\n        trust:"))
    assert run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared").code == 0
    (file,) = (workspace / ".golive" / "outbox").glob("acme.nudge.*.eml")
    return email.message_from_bytes(file.read_bytes(), policy=email.policy.default)


@pytest.fixture
def port(workspace: Path, asked: object) -> Iterator[int]:
    """A running `golive mail listen`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": os.environ["PATH"]}
    environ["GOLIVE_LISTEN_PASSWORD"] = "a password for tests"
    golive = [sys.executable, "-m", "golive", "--workspace", str(workspace)]
    command = [*golive, "mail", "listen", "--port", str(port)]
    server = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port
    server.terminate()
    server.wait(30)


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body, {**FORM, **headers})
    status = connection.getresponse().status
    connection.close()
    return status


def path_of(message: email.message.EmailMessage) -> str:
    """The path that a mail program posts to, as RFC 8058 has it."""
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    https, mailto = str(message["List-Unsubscribe"]).split(",")
    assert mailto.strip().startswith("<mailto:acme.security.")
    return https.strip(" <>").removeprefix(PUBLIC)


def spooled(workspace: Path) -> int:
    return len(Spool(workspace / ".golive" / "spool").waiting())


def test_a_click_is_obeyed_once_and_opening_changes_nothing(
    run: Golive, workspace: Path, asked: email.message.EmailMessage, port: int
) -> None:
    path = path_of(asked)
    assert ask(port, "GET", path) == 200
    wrong = path[:-1] + ("a" if path[-1] != "a" else "b")
    assert [ask(port, "POST", wrong, ASKED), ask(port, "POST", "/stop/x", ASKED)] == [404, 404]
    assert [ask(port, "POST", path), ask(port, "POST", path, b"x" * 50_000)] == [404, 404]
    assert spooled(workspace) == 0
    in_parts = {"Content-Type": "multipart/form-data; boundary=b"}
    assert [ask(port, "POST", path, ASKED), ask(port, "POST", path, PARTS, **in_parts)] == [200, 200]
    assert spooled(workspace) == 1
    (result,) = run("--workspace", workspace, "mail", "work", "--json").json
    assert (result["kind"], result["sender"]) == ("unsubscribe", "t.lindqvist@acme.example")
    assert has_stopped(read_journal(workspace / "plans" / "acme" / "journal.jsonl"), "security")
    assert ask(port, "POST", path, ASKED) == 200
    assert run("--workspace", workspace, "mail", "work", "--json").json == []
    (again,) = run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared", "--json").json
    assert again["mail"] is None


def test_nobody_writes_such_a_message_by_mail(run: Golive, workspace: Path) -> None:
    """A mail with a made-up seal is a mail like any other, and needs its sender proven."""
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("        trust: address\n", ""), "utf-8")
    to = address(run, workspace, "acme", "security")
    forged = b"X-Golive-Click: " + b"a" * 26 + b"\r\n" + reply(to, "stop", FROM["security"], subject="stop")
    Spool(workspace / ".golive" / "spool").put(forged, Envelope("2026-11-16T12:00:00+00:00"))
    (result,) = run("--workspace", workspace, "mail", "work", "--json").json
    assert result["authenticated"] is False
    assert not has_stopped(read_journal(workspace / "plans" / "acme" / "journal.jsonl"), "security")


def test_a_seal_is_good_for_its_own_address_only() -> None:
    keys, domain = Keys(b"k" * 32), "reply.nimbus.example"
    one = ReplyAddress("acme", "security", "0", "a" * 16)
    raw = click_message(f"acme.security.0.{'a' * 16}", domain, keys)
    assert is_click(parse(raw), one, domain, keys)
    assert not is_click(parse(raw), ReplyAddress("acme", "champion", "0", "a" * 16), domain, keys)
    assert not is_click(parse(raw), one, domain, Keys(b"x" * 32))
    other = raw.replace(b"acme.security", b"acme.champion")
    assert not is_click(parse(other), ReplyAddress("acme", "champion", "0", "a" * 16), domain, keys)


def test_without_listen_there_is_nothing_to_click(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
    (file,) = (workspace / ".golive" / "outbox").glob("acme.nudge.*.eml")
    assert b"List-Unsubscribe-Post" not in file.read_bytes()
