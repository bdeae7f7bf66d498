"""Publishing in several processes: the same bytes, in order; one bad deal stops nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from portfolio import deal_id, make_portfolio
from scenes import SECRET, TODAY, Golive

from generator.deploy import publish
from generator.deploy.crowd import FEWEST, publish_crowd
from generator.errors import Fault, FaultsError, OutsideError

DEALS = [deal_id(n) for n in range(FEWEST + 3)]


@dataclass(frozen=True)
class Echo:
    """A publisher that says whose process it is; some deals have their own fate."""

    def publish_one(self, deal: str) -> object:
        if deal == "bad":
            return FaultsError([Fault("plan.yaml", 3, "owner", "is nobody")])
        if deal == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return deal, os.getpid()


def test_results_come_in_order_from_several_processes() -> None:
    found = list(publish_crowd(Echo, DEALS, 2))
    assert [deal for deal, _ in found] == DEALS  # type: ignore[misc]
    assert os.getpid() not in {pid for _, pid in found}  # type: ignore[misc]


def test_faults_travel_whole() -> None:
    (bad, (good, _)) = publish_crowd(Echo, ["bad", "good"], 1)  # type: ignore[misc]
    assert isinstance(bad, FaultsError)
    assert bad.faults == [Fault("plan.yaml", 3, "owner", "is nobody")]
    assert good == "good"


def test_a_killed_process_is_said_and_nothing_hangs() -> None:
    with pytest.raises(OutsideError, match="ended from outside"):
        list(publish_crowd(Echo, ["one", "killed", *DEALS], 1))


def test_closing_early_begins_no_more_deals() -> None:
    each = publish_crowd(Echo, DEALS * 50, 1)
    assert next(each)[0] == DEALS[0]  # type: ignore[index]
    each.close()


@pytest.mark.slow
def test_many_processes_publish_what_one_would(
    run: Golive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a command of its own, in two processes at least; and here, by oneself."""
    trees = []
    for name in ("crowd", "alone"):
        root = make_portfolio(tmp_path / name, len(DEALS), people=1)
        broken = root / "plans" / DEALS[5] / "plan.yaml"
        broken.write_text(broken.read_text("utf-8").replace("owner: ae", "owner: nobody", 1), "utf-8")
        code = (
            "import golive; from generator.deploy import publish as p; p.processes = lambda: 2; golive.main()"
        )
        if name == "crowd":
            done = subprocess.run(
                [sys.executable, "-c", code, "--workspace", str(root), "publish"],
                env={"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": ""},
                capture_output=True,
                text=True,
                check=False,
            )
            assert "nobody" in done.stderr, done.stderr
            assert done.returncode == 1
        else:
            monkeypatch.setattr(publish, "processes", lambda: 1)
            assert run("--workspace", root, "publish").code == 1
        public = root / "public"
        trees.append(
            {p.relative_to(public): p.read_bytes() for p in sorted(public.rglob("*")) if p.is_file()}
        )
    assert trees[0] == trees[1]
    assert len(trees[0]) > 10 * (len(DEALS) - 1)
