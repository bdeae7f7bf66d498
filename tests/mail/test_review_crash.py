"""A process may end at any moment: a mail makes one item, a decision one line and one receipt."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest
from letters import FROM, address, reply
from scenes import Golive, make_workspace
from test_crash import killed_at

from generator.plan.load import sha256
from generator.record.journal import read_journal

FEW_RECEIVING, FEW_ACCEPTING = {26, 30, 36}, {4, 8, 16}
MIXED = "3 is done. Please add a penetration test by 15 December. 6 is stuck, waiting for the papers."


def prepared(root: Path, run: Golive, words: str) -> tuple[Path, Path]:
    workspace = make_workspace(root, "acme")
    run("--workspace", workspace, "publish", "acme")
    file = root.parent / f"{root.name}.eml"
    file.write_bytes(reply(address(run, workspace, "acme", "champion"), words, FROM["champion"]))
    return workspace, file


def items(workspace: Path) -> list[dict[str, Any]]:
    files = sorted((workspace / ".golive" / "review" / "acme").glob("[0-9]*.json"))
    return [json.loads(file.read_text("utf-8")) for file in files]


def mails(workspace: Path, part: str) -> int:
    return len(list((workspace / ".golive" / "outbox").glob(f"*{part}*.eml")))


def killed(step: int, workspace: Path, *arguments: object) -> bool:
    """Run it and kill it at this write, then run it again; says whether the first run came to that write."""
    first = killed_at(step, workspace, *arguments)
    again = killed_at(0, workspace, *arguments)
    assert again.returncode == 0 or b"was accepted already" in again.stderr, again.stderr.decode()
    return first.returncode == -signal.SIGKILL


def steps(upto: int, quick: set[int]) -> list[Any]:
    """Every write; most of them only among the slow tests."""
    return [n if n in quick else pytest.param(n, marks=pytest.mark.slow) for n in range(1, upto + 1)]


@pytest.mark.parametrize("step", steps(44, FEW_RECEIVING))
def test_a_mail_of_three_parts(run: Golive, tmp_path: Path, step: int) -> None:
    """One part is applied; the proposal and the reason for being stuck are an item each."""
    workspace, file = prepared(tmp_path / "work", run, MIXED)
    assert killed(step, workspace, "mail", "receive", file)
    assert [(item["number"], item["part"]) for item in items(workspace)] == [
        (1, "held"),
        (2, "reason-budget-approved"),
    ]
    assert (mails(workspace, ".receipt."), mails(workspace, ".review.")) == (1, 2)


@pytest.mark.parametrize("step", steps(24, FEW_ACCEPTING))
def test_accepting(run: Golive, tmp_path: Path, step: int) -> None:
    workspace, file = prepared(tmp_path / "work", run, "Please add a penetration test by 15 December.")
    run("--workspace", workspace, "mail", "receive", file)
    assert killed(step, workspace, "mail", "review", "acme-1", "accept")
    folder = workspace / "plans" / "acme"
    entries = read_journal(folder / "journal.jsonl")
    assert entries[-1].after == sha256((folder / "plan.yaml").read_bytes())
    assert len([e for e in entries if e.evidence.get("item") == "acme-1"]) == 1
    assert (folder / "plan.yaml").read_text("utf-8").count("id: a-penetration-test") == 1
    assert [item["state"] for item in items(workspace)] == ["accepted"]
    assert mails(workspace, ".receipt.") == 1
