"""A process may end at any moment: plan, journal, page and receipt agree after the next run, once each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from letters import FROM, address, reply
from scenes import SECRET, TODAY, Golive, make_workspace

from generator.plan.load import sha256
from generator.plan.source import read_source
from generator.record.journal import read_journal

# Runs golive, and ends the process by SIGKILL right before the Nth time it creates, renames, removes or syncs
# a file of the workspace.
KILLER = """
import os, signal, sys
at, root = int(sys.argv[1]), sys.argv[2]
count = 0
def step():
    global count
    count += 1
    if count == at:
        os.kill(os.getpid(), signal.SIGKILL)
def hook(event, args):
    if event == "open" and root in str(args[0]) and args[2] & (os.O_WRONLY | os.O_RDWR):
        step()
    elif event in ("os.rename", "os.remove") and root in os.fspath(args[0]):
        step()
real = os.fsync
def fsync(fd):
    step()
    real(fd)
os.fsync = fsync
import golive
sys.addaudithook(hook)
try:
    golive.main(["--workspace", root, *sys.argv[3:]])
finally:
    print(count, file=sys.stderr)
"""
ENV = {"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": os.environ["PATH"]}


def killed_at(step: int, workspace: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", KILLER, str(step), str(workspace), *map(str, arguments)]
    return subprocess.run(command, env=ENV, capture_output=True, check=False)


def settled(workspace: Path, token: str) -> tuple[bytes, bytes, int, int]:
    """What must be the same after every crash: plan, page, journal lines of the mail, receipts."""
    folder = workspace / "plans" / "acme"
    entries = read_journal(folder / "journal.jsonl")
    assert entries[-1].after == sha256((folder / "plan.yaml").read_bytes())
    assert not [p.name for p in folder.glob("plan.yaml.*")]
    mine = [e for e in entries if e.id == "r1@mail.acme.example"]
    receipts = list((workspace / ".golive" / "outbox").glob("*.receipt.*.eml"))
    page = (workspace / "public" / token / "index.html").read_bytes()
    return (folder / "plan.yaml").read_bytes(), page, len(mine), len(receipts)


def prepared(root: Path, run: Golive) -> tuple[Path, str, Path]:
    workspace = make_workspace(root, "acme")
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    token = next(k["url"] for k in links if k["person"] == "security").split("/")[-2]
    file = root.parent / f"{root.name}.eml"
    file.write_bytes(reply(address(run, workspace, "acme", "security", "security-cleared"), "Done!"))
    return workspace, token, file


@pytest.mark.slow
def test_killed_at_every_write_then_received_again(run: Golive, tmp_path: Path) -> None:
    workspace, token, file = prepared(tmp_path / "whole", run)
    whole = killed_at(0, workspace, "mail", "receive", file)
    assert whole.returncode == 0, whole.stderr.decode()
    writes = int(whole.stderr.split()[-1])
    expected = settled(workspace, token)
    assert expected[2:] == (1, 1)
    assert writes > 30

    def crash(step: int) -> None:
        workspace, token, file = prepared_copies[step]
        assert killed_at(step, workspace, "mail", "receive", file).returncode == -signal.SIGKILL
        again = killed_at(0, workspace, "mail", "receive", file)
        assert again.returncode == 0, again.stderr.decode()
        assert settled(workspace, token) == expected, f"after a kill at write {step}"

    prepared_copies = {s: prepared(tmp_path / f"at{s}", run) for s in range(1, writes + 1)}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(crash, prepared_copies))


@pytest.mark.parametrize("step", [1, 6, 9, 11, 12, 13, 15, 20])
def test_killed_at_some_writes_then_received_again(run: Golive, tmp_path: Path, step: int) -> None:
    workspace, token, file = prepared(tmp_path / "work", run)
    assert killed_at(step, workspace, "mail", "receive", file).returncode == -signal.SIGKILL
    again = killed_at(0, workspace, "mail", "receive", file)
    assert again.returncode == 0, again.stderr.decode()
    plan, page, lines, receipts = settled(workspace, token)
    assert (lines, receipts) == (1, 1)
    assert b"done_on: 2026-11-16" in plan
    assert b"10 days off" not in page


def in_parallel(workspace: Path, files: list[Path]) -> None:
    """Start one `golive mail receive` for each file, all at once."""
    golive = [sys.executable, "-m", "golive", "--workspace", str(workspace), "mail", "receive"]
    running = [subprocess.Popen([*golive, str(f)], env=ENV, stderr=subprocess.PIPE) for f in files]
    for process in running:
        _, err = process.communicate(timeout=240)
        assert process.returncode == 0, err.decode()


def test_two_at_once_on_one_deal(run: Golive, tmp_path: Path) -> None:
    workspace, _, _ = prepared(tmp_path / "work", run)
    told = {"security-cleared": ("security", "done"), "budget-approved": ("champion", "moves to 15 Dec")}
    files = []
    for name, (person, words) in told.items():
        file = tmp_path / f"{name}.eml"
        to = address(run, workspace, "acme", person, name)
        file.write_bytes(reply(to, words, FROM[person], name=f"{name}@mail.acme.example"))
        files += [file, file]
    in_parallel(workspace, files)
    entries = read_journal(workspace / "plans" / "acme" / "journal.jsonl")
    assert sorted(e.id.partition("@")[0] for e in entries if "@mail.acme.example" in e.id)[-2:]
    assert [sum(e.id.startswith(name) for e in entries) for name in told] == [1, 1]
    found = {m["id"]: m for m in read_source(workspace / "plans/acme/plan.yaml", "p").data["milestones"]}
    assert found["security-cleared"]["status"] == "done"
    assert str(found["budget-approved"]["expected"]) == "2026-12-15"


@pytest.mark.slow
def test_twenty_at_once_on_five_deals(run: Golive, tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "work", "acme")
    source = (workspace / "plans" / "acme").rename(workspace / "plans" / "deal-0")
    for n in range(1, 5):
        import shutil

        shutil.copytree(source, workspace / "plans" / f"deal-{n}")
    abouts = ["security-cleared", "dpa-signed", "budget-approved", "wms-connected"]
    files = []
    for n in range(5):
        for about in abouts:
            to = address(run, workspace, f"deal-{n}", "champion", about)
            file = tmp_path / f"{n}-{about}.eml"
            file.write_bytes(reply(to, "done", FROM["champion"], name=f"{n}.{about}@mail.acme.example"))
            files.append(file)
    in_parallel(workspace, files)
    for n in range(5):
        folder = workspace / "plans" / f"deal-{n}"
        entries = read_journal(folder / "journal.jsonl")
        assert [sum(e.id == f"{n}.{a}@mail.acme.example" for e in entries) for a in abouts] == [1, 1, 1, 1]
        found = {m["id"]: m for m in read_source(folder / "plan.yaml", "p").data["milestones"]}
        assert {found[a]["status"] for a in abouts} == {"done"}
