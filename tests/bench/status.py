"""How fast `golive status` answers for 1,000 deals: all new, and nothing changed. Prints, never fails."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from portfolio import make_portfolio  # noqa: E402
from scenes import SECRET, TODAY  # noqa: E402

ENV = {**os.environ, "GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PYTHONPATH": str(ROOT)}


def seconds(root: Path) -> float:
    """Run `golive status` in a process of its own."""
    started = time.perf_counter()
    command = [sys.executable, str(ROOT / "golive.py"), "--workspace", str(root), "status", "--json"]
    subprocess.run(command, env=ENV, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deals", type=int, default=1000)
    deals = parser.parse_args().deals
    with tempfile.TemporaryDirectory() as folder:
        root = make_portfolio(Path(folder) / "work", deals)
        print(f"status, {deals} deals, all new:         {seconds(root):6.2f} s")
        print(f"status, {deals} deals, nothing changed: {min(seconds(root) for _ in range(3)):6.2f} s")


if __name__ == "__main__":
    main()
