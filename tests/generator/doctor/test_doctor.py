"""Each thing that can be wrong with a workspace is found, and said with what to do."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scenes import MKDOCS, Golive


def configured(**lines: str) -> Callable[[Path], None]:
    """Give a change of mkdocs.yml: key -> the new line's value; a new key goes below `mail:`."""

    def change(root: Path) -> None:
        text = MKDOCS
        for key, value in lines.items():
            name = key.rstrip("_")
            old = next((one for one in text.splitlines() if one.strip().startswith(f"{name}:")), None)
            below, pad = ("      mail:", "        ") if name != "target" else ("  - golive:", "      ")
            new = f"{pad}{name}: {value}"
            if old:
                new = old[: len(old) - len(old.lstrip())] + f"{name}: {value}"
            text = text.replace(old, new) if old else text.replace(below, f"{below}\n{new}")
        (root / "mkdocs.yml").write_text(text, "utf-8")

    return change


def journal(extra: bytes) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / "plans" / "acme" / "journal.jsonl").open("ab") as file:
            file.write(extra)

    return change


def faulty(root: Path) -> None:
    plan = root / "plans" / "acme" / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"owner: legal", b"owner: leagl"))


def tomorrow(root: Path) -> None:
    file = root / "plans" / "acme" / "journal.jsonl"
    *most, last = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([*most, last.replace('"when":"2026', '"when":"2027')]), "utf-8")


def secret_for_all(root: Path) -> None:
    (root / ".golive").mkdir(mode=0o700)
    (root / ".golive" / "secret").write_text("x" * 64, "utf-8")
    (root / ".golive" / "secret").chmod(0o644)


def secret_cut_short(root: Path) -> None:
    (root / ".golive").mkdir(mode=0o700)
    (root / ".golive" / "secret").write_text("short", "utf-8")


def state_for_all(root: Path) -> None:
    (root / ".golive").mkdir()
    (root / ".golive").chmod(0o755)


def in_git(root: Path, *kept: str) -> None:
    for arguments in (["init", "-q"], *(["add", "-f", name] for name in kept)):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def state_in_git(root: Path) -> None:
    (root / ".golive").mkdir(mode=0o700)
    (root / ".golive" / "secret").write_text("x" * 64, "utf-8")
    (root / ".golive" / "secret").chmod(0o600)
    in_git(root, ".golive/secret")


def state_not_ignored(root: Path) -> None:
    (root / ".golive").mkdir(mode=0o700)
    in_git(root)


def target_in_git(root: Path) -> None:
    (root / "public").mkdir()
    (root / "public" / "index.html").write_text("x", "utf-8")
    in_git(root, "public/index.html")


def set_aside(root: Path) -> None:
    (root / ".golive" / "spool" / "poison").mkdir(parents=True)
    (root / ".golive").chmod(0o700)
    (root / ".golive" / "spool" / "poison" / "a.eml").write_text("x", "utf-8")


CASES: dict[str, tuple[Callable[[Path], Any], str, str, int]] = {
    # what is wrong -> how it comes about, the check that says so, words of it, exit code
    "a typo in the settings": (configured(trsut="dkim"), "config", "did you mean 'trust'?", 1),
    "a secret that others read": (secret_for_all, "secret", "chmod 600", 1),
    "a secret cut short": (secret_cut_short, "secret", "is damaged", 1),
    "state that others read": (state_for_all, "state", "chmod 700", 1),
    "state in git": (state_in_git, "git", "git rm -r --cached .golive", 1),
    "state not ignored": (state_not_ignored, "git", "/.golive/", 1),
    "pages in git": (target_in_git, "target", "every private link", 1),
    "plans that would be served": (configured(target="plans"), "target", "would serve them", 1),
    "pages in clear": (configured(url="http://plans.nimbus.example/"), "url", "in clear", 1),
    "no address yet": (configured(url="http://127.0.0.1:8000/"), "url", "preview", 0),
    "a clock that is behind": (tomorrow, "clock", "set this machine's clock", 1),
    "a plan with a fault": (faulty, "deal acme", "golive check acme", 1),
    "a journal cut short": (journal(b'{"id": "x'), "deal acme", "nothing is lost", 0),
    "a journal damaged": (journal(b"{}\n"), "deal acme", "is no line of this journal", 1),
    "a sender without address": (configured(from_="Nimbus plan"), "mail from", "holds no address", 1),
    "an example as sender": (configured(transport="smtp://mail:25"), "mail from", "is an example", 1),
    "a server without login": (configured(transport="smtp://mail:25"), "mail transport", "a login", 1),
    "no key for SendGrid": (configured(transport="sendgrid"), "mail transport", "SENDGRID_API_KEY", 1),
    "mails that nobody gets": (lambda root: None, "mail transport", "nobody gets them", 0),
    "trust without proof": (lambda root: None, "mail trust", "trust: dkim", 0),
    "replies where other mail goes": (
        configured(reply_domain="nimbus.example"), "mail reply_domain", "reply.nimbus.example", 0,
    ),
    "a domain that is none": (configured(reply_domain="reply"), "mail reply_domain", "no domain", 1),
    "mails set aside": (set_aside, "mail spool", "golive mail receive", 1),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_it_is_found_and_says_what_to_do(
    run: Golive, workspace: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, check, words, code = CASES[case]
    if "git" in case and not shutil.which("git"):
        pytest.skip("git is missing")
    for name in ("SENDGRID_API_KEY", "GOLIVE_SMTP_USER", "GOLIVE_SMTP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    change(workspace)
    if case.startswith("a secret"):
        run("init", workspace / "other", "--empty")  # not our concern here; it needs no secret
        monkeypatch.delenv("GOLIVE_SECRET", raising=False)
    got = run("--workspace", workspace, "doctor", "--json")
    found = [one for one in got.json if one["check"] == check and not one["ok"]]
    assert any(words in one["message"] + " " + one["fix"] for one in found), got.json
    assert all(one["fix"] for one in got.json if not one["ok"])
    assert got.code == code, got.out


def test_a_sound_workspace_says_so(run: Golive, workspace: Path) -> None:
    assert run("--workspace", workspace, "publish").code == 0
    got = run("--workspace", workspace, "doctor")
    assert got.code == 0
    assert "error" not in got.out
    assert "2 plans can be read" in got.out


def test_it_changes_nothing(run: Golive, workspace: Path) -> None:
    journal(b'{"id": "x')(workspace)
    before = {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file()}
    run("--workspace", workspace, "doctor")
    assert {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file()} == before


def test_a_deal_that_cannot_be_read_is_a_finding(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "plans/acme/journal.jsonl")

    monkeypatch.setattr("generator.doctor.deals.read_journal", refuse)
    got = run("--workspace", workspace, "doctor")
    assert (got.code, "chown -R" in got.out) == (1, True)


def test_no_workspace(run: Golive) -> None:
    got = run("doctor", "--json")
    assert (got.code, got.json[0]["check"]) == (1, "config")
    assert "golive init DIR" in got.json[0]["fix"]


def test_a_lock_held_for_long_is_said(run: Golive, workspace: Path) -> None:
    lock = workspace / ".golive" / "locks" / "acme.lock"
    lock.parent.mkdir(parents=True)
    with lock.open("a") as held:
        os.utime(lock, (1, 1))
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "has held its lock" in run("--workspace", workspace, "doctor").out
    assert "has held its lock" not in run("--workspace", workspace, "doctor").out


def test_a_full_disk(run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil._ntuple_diskusage(10**9, 10**9 - 1000, 1000)
    monkeypatch.setattr("generator.doctor.place.shutil.disk_usage", lambda place: full)
    got = run("--workspace", workspace, "doctor")
    assert (got.code, "make room" in got.out) == (1, True)


def test_a_bucket_is_asked_whether_it_is_private(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boto3, moto = pytest.importorskip("boto3"), pytest.importorskip("moto")
    configured(target="s3://nimbus-plans/live")(workspace)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with moto.mock_aws():
        assert "cannot be reached" in run("--workspace", workspace, "doctor").out
        client = boto3.client("s3")
        client.create_bucket(Bucket="nimbus-plans")
        assert "can be opened to the public" in run("--workspace", workspace, "doctor").out
        blocks = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        client.put_public_access_block(
            Bucket="nimbus-plans", PublicAccessBlockConfiguration=dict.fromkeys(blocks, True)
        )
        assert "is closed to the public" in run("--workspace", workspace, "doctor").out
