"""Each deal: its plan, its journal, its lock, and who may write them."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from generator.clock import Clock
from generator.doctor.finding import Finding, doubtful, well, wrong
from generator.errors import FaultsError, GoliveError
from generator.plan.load import check_plan
from generator.record.journal import read_journal
from generator.workspace import STATE, Workspace

_LONG_HELD_SECONDS = 300


def examine_deals(workspace: Workspace, clock: Clock) -> Iterator[Finding]:
    """Look at every deal; all that are well share one line."""
    deals = workspace.deals()
    found = [one for deal in deals for one in _examine(workspace, deal, clock)]
    yield from found
    ill = {one.check for one in found if one.urgent}
    if not deals:
        yield doubtful("deals", f"there are no deals in {workspace.plans}", "make one: golive new DEAL")
    elif not ill:
        yield well("deals", f"{len(deals)} plans can be read, changed and published")


def _examine(workspace: Workspace, deal: str, clock: Clock) -> Iterator[Finding]:
    """Look at one deal; a file that cannot even be read is a finding like any other."""
    try:
        yield from _look_at(workspace, deal, clock)
    except OSError as error:
        said = f"cannot read {error.filename}: {error.strerror}"
        yield wrong(f"deal {deal}", said, f"chown -R {workspace.plans / deal} to who runs golive")
    except GoliveError as error:
        yield wrong(f"deal {deal}", str(error), f"golive check {deal}")


def _look_at(workspace: Workspace, deal: str, clock: Clock) -> Iterator[Finding]:
    folder, check = workspace.plans / deal, f"deal {deal}"
    faults = len(check_plan(folder / "plan.yaml", f"plans/{deal}/plan.yaml", clock.latest_day()).faults)
    if faults:
        said = f"its plan has {faults} fault{'' if faults == 1 else 's'}, so it is not published"
        yield wrong(check, said, f"golive check {deal}")
    yield from _journal(folder / "journal.jsonl", check)
    closed = [
        p
        for p in (folder, folder / "plan.yaml", folder / "journal.jsonl")
        if p.exists() and not os.access(p, os.W_OK)
    ]
    if closed:
        yield wrong(
            check, f"we may not write {closed[0]}, so replies cannot be recorded", f"chown -R {folder}"
        )
    if seconds := _held_for(workspace.root / STATE / "locks" / f"{deal}.lock"):
        said = f"a process has held its lock for {seconds // 60} minutes"
        yield doubtful(check, said, f"see which: fuser {STATE}/locks/{deal}.lock; ending it frees the lock")


def _journal(file: Path, check: str) -> Iterator[Finding]:
    if not file.exists():
        return
    if not file.read_bytes().endswith(b"\n"):
        said = "its journal ends in the middle of a line: a run was cut short"
        yield doubtful(check, said, "nothing is lost; the next publish cuts that line and goes on")
    try:
        read_journal(file)
    except FaultsError as error:
        yield wrong(check, str(error), "golive restore of a backup elsewhere has the whole file")


def _held_for(lock: Path) -> int:
    """Give for how many seconds somebody has held a lock, once that is long; else 0."""
    try:
        with lock.open("r") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                held = int(time.time() - lock.stat().st_mtime)
                return held if held > _LONG_HELD_SECONDS else 0
    except OSError:
        pass
    return 0
