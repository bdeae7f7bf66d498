"""The worker: in order within a deal, beside others, and past what our own code fails on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from letters import FROM, address, reply
from scenes import SECRET, TODAY, Golive

import mail.inbox
from generator.record.journal import read_journal
from mail.spool import Envelope, Spool

THEN = Envelope("2026-11-16T10:42:00+00:00")


def spool_of(workspace: Path) -> Spool:
    return Spool(workspace / ".golive" / "spool")


def put(workspace: Path, age: int, raw: bytes) -> str:
    spool = spool_of(workspace)
    one = spool.put(raw, THEN)
    os.utime(workspace / ".golive" / "spool" / "new" / f"{one}.eml", (10_000 - age, 10_000 - age))
    return one


def said(workspace: Path) -> list[str]:
    entries = read_journal(workspace / "plans" / "acme" / "journal.jsonl")
    return [entry.id.partition("@")[0] for entry in entries if entry.id.endswith("@sent.example")]


def three(run: Golive, workspace: Path) -> list[str]:
    """Spool three replies about one milestone; the last written is the first that came."""
    to = address(run, workspace, "acme", "security", "security-cleared")
    words = ["moves to 30 Nov", "moves to 1 Dec", "moves to 2 Dec"]
    return [
        put(
            workspace,
            10 + n,
            reply(to, text, name=f"m{n}@sent.example", date=f"Mon, 16 Nov 2026 10:4{9 - n}:00 +0100"),
        )
        for n, text in enumerate(words)
    ]


def test_a_deals_mails_are_settled_in_the_order_they_came(run: Golive, workspace: Path) -> None:
    three(run, workspace)
    result = run("--workspace", workspace, "mail", "work", "--json").json
    assert [one["outcome"] for one in result] == ["apply"] * 3
    assert said(workspace) == ["m2", "m1", "m0"]


def test_a_mail_at_the_door_waits_for_those_before_it(run: Golive, workspace: Path) -> None:
    three(run, workspace)
    file = workspace.parent / "last.eml"
    to = address(run, workspace, "acme", "security", "security-cleared")
    file.write_bytes(reply(to, "done", name="last@sent.example", date="Mon, 16 Nov 2026 10:55:00 +0100"))
    (result,) = run("--workspace", workspace, "mail", "receive", file, "--json").json
    assert (result["outcome"], result["file"]) == ("apply", str(file))
    assert said(workspace) == ["m2", "m1", "m0", "last"]


def test_a_deal_that_another_worker_has_is_left_to_it(run: Golive, workspace: Path) -> None:
    three(run, workspace)
    to = address(run, workspace, "harbor", "any")
    other = put(workspace, 0, reply(to, "hello", name="other@sent.example"))
    with spool_of(workspace).turn("acme", wait=True):
        result = run("--workspace", workspace, "mail", "work", "--json").json
    assert [one["id"] for one in result] == [other]
    assert len(spool_of(workspace).waiting()) == 3


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own code fails on a mail that says so."""
    real = mail.inbox.read_mail

    def read(raw: bytes, *rest: Any) -> Any:
        if b"POISON" in raw:
            raise ZeroDivisionError("a bug of ours")
        return real(raw, *rest)

    monkeypatch.setattr(mail.inbox, "read_mail", read)


@pytest.mark.usefixtures("poison")
def test_a_poisonous_mail_is_set_aside_and_stops_nobody(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    bad = put(workspace, 10, reply(to, "POISON", name="bad@sent.example"))
    put(workspace, 5, reply(to, "done", name="good@sent.example"))
    (first, second) = run("--workspace", workspace, "mail", "work", "--json").json
    assert (first["outcome"], second["outcome"]) == ("review", "apply")
    assert "waits in the spool: we failed on it (1 of 3 tries)" in first["why"]
    assert said(workspace) == ["good"]
    run("--workspace", workspace, "mail", "work")
    third = run("--workspace", workspace, "mail", "work")
    assert "set aside" in third.out
    assert f"golive mail show {bad[:12]}" in third.err
    assert spool_of(workspace).waiting() == []
    assert run("--workspace", workspace, "mail", "work", "--json").json == []
    shown = run("--workspace", workspace, "mail", "show", bad[:12]).out
    assert shown.count("ZeroDivisionError: a bug of ours") == 3


@pytest.mark.usefixtures("poison")
def test_what_was_set_aside_is_settled_when_it_comes_again_after_the_mending(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    bad = put(workspace, 10, reply(to, "done\n\nPOISON", name="bad@sent.example"))
    for _ in range(3):
        run("--workspace", workspace, "mail", "work")
    monkeypatch.undo()
    monkeypatch.setenv("GOLIVE_TODAY", "2026-11-16")
    monkeypatch.setenv("GOLIVE_SECRET", "a secret for tests only with more than 32 characters")
    file = workspace / ".golive" / "spool" / "poison" / f"{bad}.eml"
    (result,) = run("--workspace", workspace, "mail", "receive", file, "--json").json
    assert result["outcome"] == "apply"
    assert spool_of(workspace).set_aside() == []


def test_show_tells_headers_outcome_and_words(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    raw = reply(to, "Yep, cleared. \x1b[31mred\x1b[0m", name="m@sent.example")
    file = workspace.parent / "m.eml"
    file.write_bytes(raw)
    (result,) = run("--workspace", workspace, "mail", "receive", file, "--json").json
    for name in (result["id"], result["id"][:10], "m@sent.example", "<m@sent.example>"):
        shown = run("--workspace", workspace, "mail", "show", name)
        assert "From: Tomas Lindqvist <t.lindqvist@acme.example>" in shown.out
        assert f"{result['outcome']}: {result['why']}" in shown.out
        assert "Yep, cleared." in shown.out
        assert "\x1b" not in shown.out
    data = run("--workspace", workspace, "mail", "show", "m@sent.example", "--json").json
    assert (data["state"], data["ended"]["outcome"]) == ("settled", result["outcome"])
    nothing = run("--workspace", workspace, "mail", "show", "nothing@sent.example")
    assert (nothing.code, "there is no mail" in nothing.err) == (2, True)


def test_show_gives_the_very_bytes(run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = reply("nobody@reply.nimbus.example", "x").replace(b"x", b"caf\xe9\x00", 1)
    one = put(workspace, 0, raw)
    written: list[bytes] = []

    class Out:
        buffer = type("Buffer", (), {"write": staticmethod(written.append)})

    from mail.commands import looking

    monkeypatch.setattr(looking.sys, "stdout", Out)
    assert run("--workspace", workspace, "mail", "show", one, "--raw").code == 0
    assert b"".join(written) == raw


def test_a_way_out_that_is_closed_never_stops_a_reply(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mail.transports.posting.PAUSES_S", (0.0,))
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text().replace("trust:", "transport: smtp://127.0.0.1:9\n        trust:"))
    to = address(run, workspace, "acme", "security", "security-cleared")
    file = workspace.parent / "m.eml"
    file.write_bytes(reply(to, "done", FROM["security"], name="m@sent.example"))
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert (got.code, got.json[0]["outcome"]) == (0, "apply")
    assert "not sent: acme.receipt." in got.err
    assert said(workspace) == ["m"]
    (receipt,) = run("--workspace", workspace, "mail", "outbox", "--json").json
    assert (receipt["to"], receipt["state"]) == ("t.lindqvist@acme.example", "waiting")


def test_a_worker_that_stays_settles_what_comes_and_ends_when_told(run: Golive, workspace: Path) -> None:
    golive = [sys.executable, "-m", "golive", "--workspace", str(workspace), "mail", "work", "--watch"]
    environ = {"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": os.environ["PATH"]}
    worker = subprocess.Popen(golive, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert worker.stdout is not None
    three(run, workspace)
    timer = threading.Timer(60, worker.kill)
    timer.start()
    told = [worker.stdout.readline().decode() for _ in range(3)]
    assert all(": apply: " in line for line in told)
    timer.cancel()
    worker.send_signal(signal.SIGTERM)
    _, err = worker.communicate(timeout=60)
    assert (worker.returncode, err) == (0, b"")
