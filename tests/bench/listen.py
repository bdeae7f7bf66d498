"""Mails a second: brought to `golive mail listen` and durable, and settled by workers over many deals."""

from __future__ import annotations

import base64
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from scenes import MKDOCS, SECRET, TODAY  # noqa: E402

from generator.keys import Keys, load_keys  # noqa: E402
from mail.address import Addresses  # noqa: E402
from mail.spool import Envelope, Spool  # noqa: E402

MAILS, KILOBYTES, CLIENTS = 3000, 20, 16
DEALS, REPLIES, WORKERS = 200, 400, 2
MILESTONES = (("security", 3), ("champion", 6))
PASSWORD = "for the bench only"
ENV = {**os.environ, "GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "GOLIVE_LISTEN_PASSWORD": PASSWORD}
LOGIN = "Basic " + base64.b64encode(f"bench:{PASSWORD}".encode()).decode()


def workspace(root: Path, deals: int) -> Path:
    (root / "plans").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS)
    for n in range(deals):
        shutil.copytree(ROOT / "plans" / "acme", root / "plans" / f"deal-{n}")
    return root


def golive(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "golive", "--workspace", str(root), *arguments]


def listen(root: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        golive(root, "mail", "listen", "--port", str(port)), env=ENV, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        took = bring(port)
    finally:
        server.terminate()
        server.wait()
    kept = len(list((root / ".golive/spool/new").glob("*.eml")))
    assert kept == MAILS, f"{kept} of {MAILS} mails were kept"
    print(f"listen: {MAILS / took:.0f} mails of {KILOBYTES} KB a second, durably spooled (goal 300)")


def bring(port: int) -> float:
    """Post all mails over some connections at once; gives the seconds it took."""
    filling = (b"x" * 76 + b"\r\n") * (KILOBYTES * 1000 // 78)
    failures: list[int] = []

    def client(first: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for n in range(first, MAILS, CLIENTS):
            mail = f"From: a@acme.example\r\nMessage-ID: <{n}@acme.example>\r\n\r\n".encode() + filling
            body = b'--b\r\nContent-Disposition: form-data; name="email"\r\n\r\n' + mail + b"\r\n--b--\r\n"
            head = {"Content-Type": "multipart/form-data; boundary=b", "Authorization": LOGIN}
            connection.request("POST", "/inbound", body, head)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failures.append(answer.status)

    threads = [threading.Thread(target=client, args=(n,)) for n in range(CLIENTS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[:5]
    return time.perf_counter() - started


def work(root: Path) -> None:
    subprocess.run(golive(root, "publish"), env=ENV, check=True, stdout=subprocess.DEVNULL)
    keys, spool = load_keys(ENV, root / ".golive"), Spool(root / ".golive/spool")
    for n in range(REPLIES):
        spool.put(*reply(n, keys))
    started = time.perf_counter()
    workers = [
        subprocess.Popen(golive(root, "mail", "work"), env=ENV, stdout=subprocess.DEVNULL)
        for _ in range(WORKERS)
    ]
    assert [worker.wait() for worker in workers] == [0] * WORKERS
    took = time.perf_counter() - started
    left, receipts = len(spool.waiting()), len(list((root / ".golive/outbox").glob("*.receipt.*.eml")))
    assert (left, receipts) == (0, REPLIES), (left, receipts)
    print(
        f"work: {REPLIES / took:.0f} replies a second over {DEALS} deals, pages rebuilt, with start (goal 40)"
    )


def reply(n: int, keys: Keys) -> tuple[bytes, Envelope]:
    deal, (person, number) = f"deal-{n % DEALS}", MILESTONES[n // DEALS % len(MILESTONES)]
    to = Addresses(deal, "reply.nimbus.example", keys, ()).make(person, str(number))
    sender = {"security": "t.lindqvist@acme.example", "champion": "jane.roe@acme.example"}[person]
    raw = (
        f"From: {sender}\r\nTo: {to}\r\nSubject: Re: where we stand\r\nMessage-ID: <{n}@acme.example>\r\n"
        "Date: Mon, 16 Nov 2026 10:41:07 +0100\r\n\r\nmoves to 4 Dec\r\n"
    )
    return raw.encode(), Envelope("2026-11-16T10:00:00+00:00")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        listen(workspace(Path(folder) / "listen", 1))
        work(workspace(Path(folder) / "work", DEALS))
