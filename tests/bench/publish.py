"""How fast portfolios are published: all new, nothing changed, and how both grow. Prints, never fails.

`--deals 10000` measures as many as we promise; the default is quick. Memory is the sum of what each process
holds alone and its share of what they hold together (PSS).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from portfolio import deal_id, make_portfolio  # noqa: E402
from scenes import SECRET, TODAY  # noqa: E402

ENV = {**os.environ, "GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PYTHONPATH": str(ROOT)}
RUNS = 3
MKDOCS_RUNS = 8
SETTLES = 2.2  # seconds after which a file that was just written is trusted to stay


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds on the clock, megabytes at most."""

    clock: float
    megabytes: float


def cost(*command: str, cwd: Path | None = None, **more: str) -> Cost:
    """Run a command and watch its whole family of processes."""
    started = time.perf_counter()
    child = subprocess.Popen(
        command, env={**ENV, **more}, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert child.stderr
    reader = os.dup(child.stderr.fileno())
    os.set_blocking(reader, False)
    said, most = b"", 0.0
    while child.poll() is None:
        most = max(most, family_megabytes(child.pid))
        said = (said + _read(reader))[-2000:]
        time.sleep(0.02)
    took = time.perf_counter() - started
    said += _read(reader)
    os.close(reader)
    child.stderr.close()
    if child.returncode:
        print(f"  this one failed, so its time means nothing: {said.decode(errors='replace')[-400:]}")
    return Cost(took, most)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 20)
    except BlockingIOError:
        return b""


def family_megabytes(pid: int) -> float:
    """Sum up the memory of a process and all that descend from it; 0 where the system does not say."""
    total, waiting = 0, [pid]
    while waiting:
        one = Path(f"/proc/{waiting.pop()}")
        try:
            rollup = (one / "smaps_rollup").read_text("ascii")
            total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
            for thread in (one / "task").iterdir():
                waiting += map(int, (thread / "children").read_text("ascii").split())
        except (OSError, StopIteration):
            continue
    return total / 1024


def publish(root: Path) -> Cost:
    """Publish a workspace as a command."""
    return cost(sys.executable, "-m", "golive", "--workspace", str(root), "publish")


def again_from_nothing(root: Path) -> None:
    """Forget all that was published and cached, but not the secret."""
    for name in ("public", ".golive"):
        shutil.rmtree(root / name, ignore_errors=True)


def size(root: Path) -> tuple[int, float]:
    """Count the HTML pages below a folder, and their megabytes."""
    pages = list(root.rglob("*.html"))
    return len(pages), sum(page.stat().st_size for page in pages) / 1e6


def against_mkdocs(scratch: Path, deals: int) -> None:
    """Compare a clean publish with one `mkdocs build` for each deal."""
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    for people in (0, 3):
        root = make_portfolio(scratch / f"against-{people}", deals, people)
        each = []
        for _ in range(RUNS):
            again_from_nothing(root)
            each.append(publish(root))
        pages, megabytes = size(root / "public")
        builds = [
            cost(mkdocs, "build", "-q", "-d", str(scratch / "site"), cwd=root, GOLIVE_DEAL=deal_id(n))
            for n in range(min(deals, MKDOCS_RUNS))
        ]
        ours = statistics.median(c.clock for c in each) / deals
        theirs = statistics.median(c.clock for c in builds)
        print(
            f"{deals} deals with {people} people and the link to pass on: {pages} pages, {megabytes:.0f} MB\n"
            f"  golive publish, all new     {ours * 1000:8.1f} ms a deal\n"
            f"  mkdocs build, one a process {theirs * 1000:8.1f} ms a deal, the link to pass on only\n"
            f"  {theirs / ours:.0f} times less time a deal, {theirs / ours * (people + 1):.0f} times less "
            "a copy (goal 30)"
        )


def growth(scratch: Path, most: int) -> None:
    """Print time and memory of a clean publish and of one without changes, as portfolios grow."""
    count = 10
    while count <= most:
        root = make_portfolio(scratch / f"grown-{count}", count)
        new = publish(root)
        time.sleep(SETTLES)
        publish(root)  # settles the deals that were published last
        still = statistics.median(publish(root).clock for _ in range(RUNS))
        print(
            f"{count:>6} deals: all new {new.clock:7.1f} s, {new.clock / count * 1000:6.1f} ms a deal, "
            f"{new.megabytes:4.0f} MB (goal 150); nothing changed {still:5.2f} s (goal 3 s at 10,000)"
        )
        shutil.rmtree(root)
        count *= 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deals", type=int, default=100, help="the largest portfolio; 10000 takes minutes")
    parser.add_argument("--against", type=int, default=60, help="deals for the comparison with mkdocs build")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        against_mkdocs(Path(folder), given.against)
        growth(Path(folder), given.deals)


if __name__ == "__main__":
    main()
