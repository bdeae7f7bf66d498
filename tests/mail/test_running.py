"""What docs/running/mail.md tells people to type works as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from letters import address, reply
from scenes import ROOT, SECRET, TODAY, Golive

from mail.commands import mail

DOC = (ROOT / "docs" / "running" / "mail.md").read_text("utf-8")


def snippet(start: str) -> str:
    """Give an indented block of the page by how its first line starts."""
    found = re.search(rf"(?m)^    {re.escape(start)}.*(?:\n(?:    .*)?)*", DOC)
    assert found, start
    return "\n".join(line[4:] for line in found[0].splitlines())


def test_the_pipe_of_a_mail_server(run: Golive, workspace: Path) -> None:
    script = snippet("#!/bin/sh")
    assert script.strip()
    there = workspace.parent
    (there / "environment").write_text(f"GOLIVE_SECRET='{SECRET}'\nGOLIVE_TODAY={TODAY}\n")
    bin_ = there / "bin"
    bin_.mkdir()
    (bin_ / "golive").write_text(f'#!/bin/sh\nexec {sys.executable} -m golive "$@"\n')
    (bin_ / "golive").chmod(0o755)
    receive = there / "receive"
    receive.write_text(
        script.replace("/etc/golive/environment", str(there / "environment")).replace(
            "/srv/golive", str(workspace)
        )
    )
    receive.chmod(0o755)
    assert "argv=/etc/golive/receive ${original_recipient}" in DOC
    assert 'command = /etc/golive/receive "${local_part}@${domain}"' in DOC
    to = address(run, workspace, "acme", "security", "security-cleared")
    raw = reply("undisclosed@list.example", "done", name="m@sent.example")
    environ = {"PATH": f"{bin_}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([receive, to], input=raw, env=environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "done_on: 2026-11-16" in (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")
    full = workspace / ".golive" / "spool" / "new"
    full.rename(full.with_name("gone"))
    full.write_text("a file where a folder should be")
    done = subprocess.run([receive, to], input=raw + b"more", env=environ, capture_output=True, check=False)
    assert done.returncode == 75


COMMANDS = sorted(set(re.findall(r"(?m)golive mail ([a-z]+)((?: +(?:--[a-z]+|\[--[a-z]+\]))*)", DOC)))


@pytest.mark.parametrize("command", sorted({name for name, _ in COMMANDS}))
def test_every_command_that_is_named_exists_with_its_options(command: str) -> None:
    named = set(re.findall(rf"golive mail {command}[^\n]*?(--[a-z]+)", DOC))
    assert command in mail.commands
    known = {option for parameter in mail.commands[command].params for option in parameter.opts}
    assert named <= known


@pytest.mark.parametrize("word", sorted(set(re.findall(r"\b(?:GOLIVE|SENDGRID)_[A-Z_]+", DOC))))
def test_every_variable_that_is_named_is_read(word: str) -> None:
    read = [p for p in (ROOT / "mail").rglob("*.py") if f'"{word}"' in p.read_text("utf-8")]
    assert read, f"nothing reads {word}"
