"""How long a person waits for a command from a standing start. Medians of processes; prints, never fails.

Beside the time on the clock stands the processor's: on a machine that does other work they lie far apart.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 7


def processor_seconds() -> float:
    """What all processes that we started and that ended have used so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def medians_ms(*command: str) -> tuple[float, float]:
    """The median time of a process, on the clock and of the processor."""
    environ = {**os.environ, "GOLIVE_TODAY": "2026-11-16", "PYTHONPATH": str(ROOT)}
    clock, processor = [], []
    for _ in range(RUNS + 1):
        started, used = time.perf_counter(), processor_seconds()
        done = subprocess.run(
            [sys.executable, *command], env=environ, capture_output=True, text=True, check=False
        )
        clock.append(time.perf_counter() - started)
        processor.append(processor_seconds() - used)
    if done.returncode:
        print(f"  this one failed, so its time means nothing: {done.stderr.strip()[-300:]}")
    # The first run may still write byte code.
    return statistics.median(clock[1:]) * 1000, statistics.median(processor[1:]) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "workspace"
        shutil.copytree(ROOT / "plans" / "acme", folder / "plans" / "acme")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        check = ("-m", "golive", "--workspace", str(folder), "check", "acme")
        for name, command, goal in (
            ("an empty Python process", ("-c", "pass"), "for comparison"),
            ("golive --help", ("-m", "golive", "--help"), "goal: under 150 ms"),
            ("golive check acme", check, "goal: under 400 ms"),
        ):
            clock, processor = medians_ms(*command)
            print(f"{name:<24} {clock:6.0f} ms   (processor {processor:4.0f} ms)   {goal}")


if __name__ == "__main__":
    main()
