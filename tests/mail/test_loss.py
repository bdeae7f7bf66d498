"""Loss: processes are killed at random moments; every message is settled once, as in a quiet run.

2,000 messages and 50 kills take some minutes; GOLIVE_LOSS_TEST=200,10 asks for fewer.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from door import LOGIN, PASSWORD, TYPE, form
from letters import FROM, address, reply
from postbox import Box, box, real
from scenes import SECRET, TODAY, Golive, make_workspace

from generator.record.journal import read_journal
from mail.spool import Spool

MESSAGES, KILLS = map(int, os.environ.get("GOLIVE_LOSS_TEST", "2000,50").split(","))
DEALS = [f"deal-{n}" for n in range(max(5, MESSAGES // 100))]  # so many that nobody writes too much
SENDERS = ("champion", "security", "legal", "ae")
ENV = {
    "GOLIVE_SECRET": SECRET,
    "GOLIVE_TODAY": TODAY,
    "GOLIVE_LISTEN_PASSWORD": PASSWORD,
    "GOLIVE_IMAP_PASSWORD": "secret",
    "PATH": os.environ["PATH"],
}
__all__ = ["box"]  # a fixture


def prepared(run: Golive, root: Path) -> Path:
    workspace = make_workspace(root, "acme")
    source = (workspace / "plans" / "acme").rename(workspace / "plans" / DEALS[0])
    for deal in DEALS[1:]:
        shutil.copytree(source, workspace / "plans" / deal)
    assert run("--workspace", workspace, "publish").code == 0
    return workspace


def messages(run: Golive, workspace: Path) -> list[bytes]:
    """Replies that change a plan, small talk, strangers and repetitions, in an order that a seed gives."""
    chance = random.Random(6)
    to = {deal: address(run, workspace, deal, "champion") for deal in DEALS}
    made: list[bytes] = []
    for n in range(MESSAGES):
        sender = FROM[SENDERS[n // len(DEALS) % len(SENDERS)]]
        deal, kind, turn = DEALS[n % len(DEALS)], chance.random(), n // len(DEALS)
        when = f"Mon, 16 Nov 2026 10:{n * 60 // MESSAGES:02}:{n * 3600 // MESSAGES % 60:02} +0100"
        if kind < 0.3:
            month = ("Dec", "Jan")[turn // 84]
            words = f"{4 + turn % 3} moves to {1 + turn // 3 % 28} {month}"  # never the same to one deal
        elif kind < 0.6:
            words = "Thanks, talk soon."
        elif kind < 0.8 or not made:
            made.append(
                reply(to[deal], "6 done", "Eve <eve@evil.example>", name=f"{n}@sent.example", date=when)
            )
            continue
        else:
            made.append(chance.choice(made))
            continue
        made.append(reply(to[deal], words, sender, name=f"{n}@sent.example", date=when))
    return made


@dataclass
class Processes:
    """golive processes that are started anew whenever one is killed."""

    workspace: Path
    commands: list[tuple[str, ...]]
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    ending: bool = False

    def start(self) -> None:
        self.running = [self._run(command) for command in self.commands]

    def _run(self, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
        golive = [sys.executable, "-m", "golive", "--workspace", str(self.workspace), *command]
        return subprocess.Popen(golive, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill(self, index: int) -> None:
        self.running[index].kill()
        self.running[index].wait()
        self.running[index] = self._run(self.commands[index])

    def stop(self) -> None:
        for process in self.running:
            process.kill()
            process.wait()


def survive(processes: Processes, bring: Callable[[], None], done: Callable[[], bool]) -> None:
    """Bring everything while processes die, then let them finish."""
    chance = random.Random(66)
    bringing = threading.Thread(target=bring)
    processes.start()
    try:
        bringing.start()
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.3, 3))
            processes.kill(chance.randrange(len(processes.commands)))
        bringing.join(1200)
        assert not bringing.is_alive()
        deadline = time.monotonic() + 1200
        while not done() and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        processes.stop()


def journal(workspace: Path, deal: str) -> list[tuple[str, str]]:
    entries = read_journal(workspace / "plans" / deal / "journal.jsonl")
    return [(e.id, str([(c.action, dict(c.fields)) for c in e.changes])) for e in entries]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def same_as_serial(run: Golive, workspace: Path, quiet: Path, mails: list[bytes]) -> None:
    files = []
    for n, mail in enumerate(dict.fromkeys(mails)):
        files.append(quiet.parent / f"{n:05}.eml")
        files[-1].write_bytes(mail)
    assert run("--workspace", quiet, "mail", "receive", *files).code == 0
    assert sum("move" in change for deal in DEALS for _, change in journal(quiet, deal)) > MESSAGES // 10
    for deal in DEALS:
        assert journal(workspace, deal) == journal(quiet, deal)
        folder = workspace / "plans" / deal
        assert (folder / "plan.yaml").read_bytes() == (quiet / "plans" / deal / "plan.yaml").read_bytes()
        assert not [p.name for p in folder.glob("plan.yaml.*")]
    assert tree(workspace / "public") == tree(quiet / "public")
    spool, unique = Spool(workspace / ".golive" / "spool"), set(mails)
    assert (spool.waiting(), spool.set_aside()) == ([], [])
    kept = {p.stem: p.read_bytes() for p in (spool.root / "kept").glob("*.eml")}
    assert set(kept.values()) == unique
    assert all(hashlib.sha256(raw).hexdigest() == name for name, raw in kept.items())
    settled = [json.loads(p.read_bytes()) for p in (spool.root / "settled").glob("*.json")]
    assert len(settled) == len(unique)
    sent = [sorted(p.name for p in (w / ".golive" / "outbox").glob("[!.]*.eml")) for w in (workspace, quiet)]
    assert sent[0] == sent[1]


@pytest.mark.slow
def test_nothing_is_lost_between_the_door_and_the_plan(run: Golive, tmp_path: Path) -> None:
    workspace, quiet = prepared(run, tmp_path / "work"), prepared(run, tmp_path / "quiet")
    mails = messages(run, workspace)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    spool = Spool(workspace / ".golive" / "spool")
    work = ("mail", "work", "--watch")
    processes = Processes(workspace, [("mail", "listen", "--port", str(port)), work, work])

    def bring() -> None:
        for mail in mails:
            while not brought(port, mail):
                time.sleep(0.05)

    survive(processes, bring, lambda: not spool.waiting())
    same_as_serial(run, workspace, quiet, mails)


def brought(port: int, mail: bytes) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/inbound", form(mail), {**TYPE, **LOGIN})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@real
@pytest.mark.slow
def test_nothing_is_lost_between_the_mailbox_and_the_plan(run: Golive, tmp_path: Path, box: Box) -> None:
    workspace, quiet = prepared(run, tmp_path / "work"), prepared(run, tmp_path / "quiet")
    mails = messages(run, workspace)
    processes = Processes(workspace, [("mail", "fetch", box.url, "--watch"), ("mail", "work", "--watch")])

    def bring() -> None:
        client = box.client()
        for mail in mails:
            client.append("INBOX", None, None, mail)
        client.logout()

    def done() -> bool:
        client = box.client()
        left = client.search(None, "UNKEYWORD", "GoliveTaken")[1][0]
        client.logout()
        return not left and not Spool(workspace / ".golive" / "spool").waiting()

    survive(processes, bring, done)
    same_as_serial(run, workspace, quiet, mails)
