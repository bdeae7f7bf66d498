"""The files of docs/running: read as their programs would read them, as far as that goes without those."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from scenes import ROOT, Golive, make_workspace

import golive

RUNNING = ROOT / "docs" / "running"
DOCKERFILE = RUNNING / "Dockerfile"
WORKFLOW = RUNNING / "github" / "publish.yml"
COMMANDS = {"ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "FROM", "RUN", "USER", "VOLUME", "WORKDIR"}


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text("utf-8"), flags=re.M).replace("\\\n", " ")
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line.strip()]  # type: ignore[misc]


def test_the_dockerfile_is_sound() -> None:
    """hadolint's rules that matter here: known instructions, pinned images, no root, no cache, JSON forms."""
    found = instructions()
    assert {name for name, _ in found} <= COMMANDS
    assert found[0][0] == "FROM"
    for name, rest in found:
        if name == "FROM":
            assert re.match(r"[a-z]+:\d+\.\d+\S*( AS \w+)?$", rest), "pin the image"
        if name in ("CMD", "ENTRYPOINT"):
            assert rest.startswith("["), "the shell form swallows signals"
        if name == "RUN":
            assert "sudo" not in rest
            assert "pip install" not in rest or "--no-cache-dir" in rest
            assert subprocess.run(["sh", "-nc", rest], check=False).returncode == 0
    last = [rest for name, rest in found if name == "USER"][-1]
    assert last not in ("root", "0")


def test_the_dockerfile_copies_what_the_wheel_needs() -> None:
    """Every file that pyproject.toml packs, or reads to pack it, is copied, and is there to copy."""
    copied = {
        word
        for name, rest in instructions()
        if name == "COPY" and "--from" not in rest
        for word in shlex.split(rest)[:-1]
    }
    assert all((ROOT / name).exists() for name in copied)
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    packed = re.search(r"only-include = \[(.*?)\]", project, re.S)
    assert packed
    assert set(re.findall(r'"([^"]+)"', packed[1])) | {"pyproject.toml", "README.md"} <= copied


@pytest.mark.skipif(not shutil.which("hadolint"), reason="hadolint is missing")
def test_hadolint_finds_nothing() -> None:
    ran = subprocess.run(["hadolint", str(DOCKERFILE)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def steps(job: str) -> list[dict[str, str]]:
    return list(YAML(typ="safe").load(WORKFLOW.read_text("utf-8"))["jobs"][job]["steps"])


def test_the_workflow_gives_no_right_it_does_not_need() -> None:
    data = YAML(typ="safe").load(WORKFLOW.read_text("utf-8"))
    assert data["permissions"] == {"contents": "read"}
    assert data["concurrency"]["cancel-in-progress"] is False
    assert data["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    assert "secrets" not in str(data["jobs"]["check"]), "a pull request sees no secret"
    for job in data["jobs"]:
        for step in steps(job):
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step.get("uses", "a/b@v1"))


def test_the_workflow_speaks_commands_that_exist() -> None:
    said = [
        line
        for job in ("check", "publish")
        for step in steps(job)
        for line in step.get("run", "").splitlines()
    ]
    ours = [shlex.split(line, comments=True) for line in said if line.startswith("golive ")]
    assert [words[1] for words in ours] == ["check", "doctor", "publish"]
    assert all(words[1] in golive.cli.commands for words in ours)


@pytest.mark.skipif(not shutil.which("git"), reason="git is missing")
def test_the_workflow_keeps_the_journals_and_nothing_else(run: Golive, tmp_path: Path) -> None:
    """Its last step, against a repository on this disk: new journal lines are pushed, the secret is not."""
    root, remote = make_workspace(tmp_path / "work", "acme"), tmp_path / "remote.git"
    (root / ".gitignore").write_text("/.golive/\n/public/\n", "utf-8")
    (root / "plans" / "acme" / "journal.jsonl").unlink()

    def git(*arguments: str) -> str:
        who = ["-c", "user.name=t", "-c", "user.email=t@nimbus.example"]
        return subprocess.check_output(["git", "-C", str(root), *who, *arguments], text=True)

    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(remote)], check=True)
    git("init", "-q", "-b", "main")
    git("remote", "add", "origin", str(remote))
    git("add", "--all")
    git("commit", "-qm", "plans")
    git("push", "-q", "--set-upstream", "origin", "main")
    assert run("--workspace", root, "publish").code == 0
    last = steps("publish")[-1]["run"]
    for _ in range(2):  # the second time there is nothing to keep
        env = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
        ran = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", last], cwd=root, env=env, capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
    kept = git("show", "--name-only", "--format=", "origin/main").split()
    assert kept == ["plans/acme/journal.jsonl"]
