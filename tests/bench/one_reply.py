"""One reply in a large portfolio: from the raw mail to all changed files at the target; prints, never fails.

A cold command reads one mail from a standing start; a warm worker has its templates loaded and has settled
a mail before. The portfolio is not published whole: how many deals lie beside it is what is measured.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from portfolio import deal_id, make_portfolio  # noqa: E402
from scenes import SECRET, TODAY  # noqa: E402

ENV = {**os.environ, "GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PYTHONPATH": str(ROOT)}
RUNS = 5
PUBLISHED = 40  # deals that are published before, as replies are only to pages that are there


def reply(number: int, about: str, person: str, address: str, domain: str) -> bytes:
    """Write a buyer's reply about one outcome of a deal."""
    from generator.keys import load_keys
    from mail.address import Addresses

    keys = load_keys(ENV, Path())
    to = Addresses(deal_id(number), domain, keys, ()).make(person, about)
    return (
        f"From: {address}\r\nTo: {to}\r\nSubject: Re: where we stand\r\n"
        f"Message-ID: <{number}-{about}@buyer.example>\r\nDate: Mon, 16 Nov 2026 10:41:07 +0100\r\n\r\n"
        "moves to 4 Dec\r\n"
    ).encode()


def replies(root: Path, count: int) -> list[bytes]:
    """Write one reply for each of the first deals, from the owner of its first open outcome."""
    from generator.plan.load import load_plan
    from generator.record.journal import numbers, read_journal

    found: list[bytes] = []
    for n in range(PUBLISHED):
        folder = root / "plans" / deal_id(n)
        plan = load_plan(folder / "plan.yaml", "plan.yaml", date.fromisoformat(TODAY))
        given = numbers(read_journal(folder / "journal.jsonl"), plan.by_id)
        mine = (m for m in plan.milestones if m.status != "done" and plan.roles[m.owner].email)
        if outcome := next(mine, None):
            email = str(plan.roles[outcome.owner].email)
            found.append(reply(n, str(given[outcome.id]), outcome.owner, email, "reply.nimbus.example"))
        if len(found) == count:
            break
    return found


def cold(root: Path, mails: list[bytes]) -> float:
    """Settle each mail by a command of its own; gives the median of the seconds."""
    taken = []
    for raw in mails:
        started = time.perf_counter()
        command = [sys.executable, "-m", "golive", "--workspace", str(root), "--json", "mail", "receive", "-"]
        done = subprocess.run(command, input=raw, env=ENV, capture_output=True, check=False)
        taken.append(time.perf_counter() - started)
        if b'"apply"' not in done.stdout:
            print(f"  this mail was not applied, so its time means nothing: {done.stdout[-300:]!r}")
    return statistics.median(taken)


def warm(root: Path, mails: list[bytes]) -> float:
    """Settle mails in one process; gives the median of the seconds of all but the first."""
    from generator.clock import Clock
    from generator.session import Session
    from golive import _mail_findings, _reply_addresses, _understand
    from mail.desk import open_worker

    clock = Clock(date.fromisoformat(TODAY))
    session = Session(root, True, clock, ENV, _reply_addresses, _understand, _mail_findings)
    worker, taken = open_worker(session), []
    for raw in mails:
        started = time.perf_counter()
        result = worker.receive(raw)
        taken.append(time.perf_counter() - started)
        if result["outcome"] != "apply":
            print(f"  this mail was not applied, so its time means nothing: {result['why']}")
    return statistics.median(taken[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deals", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = make_portfolio(Path(folder) / "golive", given.deals)
        named = [deal_id(n) for n in range(min(PUBLISHED, given.deals))]
        publish = [sys.executable, "-m", "golive", "--workspace", str(root), "publish", *named]
        subprocess.run(publish, env=ENV, check=True, capture_output=True)
        mails = replies(root, 2 * RUNS + 1)
        took_cold, took_warm = cold(root, mails[:RUNS]), warm(root, mails[RUNS:])
    print(
        f"one reply among {given.deals} deals, from the raw mail to its pages: "
        f"{took_cold:.2f} s as a cold command (goal 2.5), {took_warm:.3f} s in a warm worker (goal 1)"
    )


if __name__ == "__main__":
    main()
