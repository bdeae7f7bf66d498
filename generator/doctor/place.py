"""The secret, the private folder, the disk, and the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from generator.clock import Clock
from generator.doctor.finding import Finding, doubtful, well, wrong
from generator.errors import GoliveError
from generator.keys import MIN_CHARACTERS, load_keys
from generator.record.journal import read_journal
from generator.workspace import STATE, Workspace

_LEAST_FREE = 100_000_000
_LITTLE_FREE = 1_000_000_000
_CLOCK_MAY_DIFFER = timedelta(minutes=10)


def examine_secret(workspace: Workspace, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Look whether links and reply addresses have a secret that nobody else can read."""
    file = workspace.root / STATE / "secret"
    if environ.get("GOLIVE_SECRET") is None and not file.exists():
        yield well("secret", "there is none yet; the first publish makes one")
        return
    try:
        load_keys(environ, workspace.state)
    except GoliveError as error:
        yield wrong("secret", str(error), f"give a secret of at least {MIN_CHARACTERS} characters")
        return
    except OSError as error:
        yield wrong("secret", f"cannot read {file}: {error.strerror}", f"chown {file} to who runs golive")
        return
    if environ.get("GOLIVE_SECRET") is not None:
        yield well("secret", "GOLIVE_SECRET is set and long enough")
        if file.exists() and file.read_text("utf-8").strip() not in environ["GOLIVE_SECRET"]:
            yield doubtful(
                "secret",
                f"GOLIVE_SECRET and {file} differ; a run without it would give everybody other links",
                f"delete {file} once nothing runs without GOLIVE_SECRET",
            )
    elif file.stat().st_mode & 0o077:
        yield wrong("secret", f"others on this machine can read {file}", f"chmod 600 {file}")
    else:
        yield well("secret", f"{file} is there, long enough and private")


def examine_state(workspace: Workspace) -> Iterator[Finding]:
    """Look whether the private folder is private, ours to write, and out of git."""
    state = workspace.root / STATE
    if not state.exists():
        yield well("state", f"{state} is not there yet; the first publish makes it")
        return
    mode = state.stat().st_mode
    if not os.access(state, os.R_OK | os.W_OK | os.X_OK):
        yield wrong("state", f"we may not write into {state}", f"chown -R {state} to who runs golive")
    elif mode & 0o077:
        yield wrong("state", f"others on this machine can look into {state}", f"chmod 700 {state}")
    else:
        yield well("state", f"{state} is private and can be written")
    if tracked(workspace.root, f"{STATE}/"):
        yield wrong(
            "git",
            f"{STATE} is in git, and with it the secret",
            f"git rm -r --cached {STATE}, ignore it in .gitignore, and make a new secret: links change",
        )
    elif in_git(workspace.root) and not _ignored(workspace.root, f"{STATE}/secret"):
        yield wrong("git", f"git does not ignore {STATE}", f"add a line /{STATE}/ to .gitignore")


def examine_disk(workspace: Workspace) -> Iterator[Finding]:
    """Look whether there is room to write."""
    free = shutil.disk_usage(workspace.root).free
    said = f"{free // 1_000_000} MB are free where the workspace lies"
    if free < _LEAST_FREE:
        yield wrong("disk", said, "make room: a full disk stops mail and publishing")
    elif free < _LITTLE_FREE:
        yield doubtful("disk", said, "make room soon")
    else:
        yield well("disk", said)


def examine_clock(workspace: Workspace, clock: Clock) -> Iterator[Finding]:
    """Look whether this machine's clock is behind what the journals have seen."""
    newest, where = None, ""
    for deal in workspace.deals():
        try:
            entries = read_journal(workspace.plans / deal / "journal.jsonl")
        except GoliveError:
            continue  # a damaged journal is said where the deals are looked at
        for entry in entries[-1:]:
            if newest is None or entry.when > newest:
                newest, where = entry.when, deal
    now = clock.now()
    if newest is not None and newest > now + _CLOCK_MAY_DIFFER:
        yield wrong(
            "clock",
            f"it is {_minute(now)} here, but the newest line of {where}'s journal is of {_minute(newest)}",
            "set this machine's clock (NTP), or mend the line if a wrong clock wrote it",
        )
    else:
        yield well("clock", f"it is {_minute(now)}, after everything that is recorded")


def _minute(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} {when.tzname()}"


def in_git(folder: Path) -> bool:
    """Say whether a folder lies in a git checkout."""
    return any((parent / ".git").exists() for parent in (folder.resolve(), *folder.resolve().parents))


def tracked(folder: Path, path: str) -> bool:
    """Say whether git keeps anything under a path; without git, no."""
    return in_git(folder) and bool(_git(folder, "ls-files", "--", path).strip())


def _ignored(folder: Path, path: str) -> bool:
    return bool(_git(folder, "check-ignore", "--", path).strip())


def _git(folder: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30).stdout  # noqa: S603
