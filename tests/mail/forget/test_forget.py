"""`golive mail forget`: no byte of a person's mail or words is left, and nothing is done twice for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from letters import FROM, address, reply
from scenes import SECRET, TODAY, Golive
from test_crash import KILLER

from generator.keys import Keys
from generator.record.journal import read_journal
from mail.forget.person import Forgotten, address_of
from mail.lines import Lines
from mail.read import has_stopped
from mail.spool import Envelope, Spool

TOMAS = "t.lindqvist@acme.example"
WORDS = "Marmalade"  # in each of his mails, and nowhere else
ENV = {"GOLIVE_SECRET": SECRET, "GOLIVE_TODAY": TODAY, "PATH": os.environ["PATH"]}


def receive(run: Golive, workspace: Path, raw: bytes) -> dict[str, Any]:
    file = workspace.parent / "in.eml"
    file.write_bytes(raw)
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert got.code == 0, got.err
    return dict(got.json[0])


def lived_in(run: Golive, workspace: Path) -> bytes:
    """A workspace to which Tomas wrote of all kinds of things, in which colleagues speak of him."""
    run("--workspace", workspace, "mail", "invite", "acme")
    run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
    own = address(run, workspace, "acme", "security", "security-cleared")
    digest = address(run, workspace, "acme", "security")
    jane = address(run, workspace, "acme", "champion")
    first = reply(own, f"Done today. {WORDS}!", name="one@sent.example")
    said = [
        first,
        reply(digest, f"4 moves to the 3rd or 4th of December, {WORDS}", name="two@sent.example"),
        reply(digest, f"6 is stuck, waiting for the {WORDS}", name="three@sent.example"),
        reply(digest, f"Why does {WORDS} take so long?", name="four@sent.example"),
        reply(jane, f"Ask {TOMAS} about 4, please.", FROM["champion"], name="five@sent.example"),
    ]
    for raw in said:
        receive(run, workspace, raw)
    spool = Spool(workspace / ".golive" / "spool")
    spool.put(reply(own, f"{WORDS} waits", name="six@sent.example"), Envelope("2026-11-16T12:00:00+00:00"))
    bad = spool.put(reply(own, f"{WORDS} hurts", name="seven@sent.example"), Envelope("2026-11-16T12:00:00Z"))
    for _ in range(3):
        spool.failed(bad, f"Traceback: {WORDS}")
    event = {"to": TOMAS, "day": "2026-11-16", "mail": "acme.daily.security.20261116"}
    for name in ("reach.jsonl", "rhythm.jsonl", "invitations.jsonl"):
        Lines(workspace / ".golive" / name).append({**event, "address": TOMAS, "why": f"550 <{TOMAS}>: no"})
    return first


def holding(workspace: Path, *what: str) -> list[str]:
    """Files that hold one of these, but for plans and the raw mail that Jane wrote, which is hers."""
    found = []
    for file in workspace.rglob("*"):
        if file.is_file() and file.name not in ("plan.yaml", "acme.yaml"):
            if FROM["champion"].encode() in file.read_bytes() and "kept" in file.parts:
                continue
            raw = file.read_bytes().replace(b"=\r\n", b"").replace(b"=40", b"@").lower()
            if any(one.lower().encode() in raw for one in what):
                found.append(str(file.relative_to(workspace)))
    return found


def snapshot(workspace: Path) -> dict[Path, bytes]:
    locks = ("locks", "claims")
    return {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file() and not set(locks) & set(p.parts)}


def forget(run: Golive, workspace: Path, *more: str) -> Any:
    got = run("--workspace", workspace, "mail", "forget", TOMAS, "--json", *more)
    assert got.code == 0, got.err
    return got.json


def test_nothing_of_a_person_is_left_but_the_plans_facts(run: Golive, workspace: Path) -> None:
    first = lived_in(run, workspace)
    plan = workspace / "plans" / "acme" / "plan.yaml"
    journal = plan.with_name("journal.jsonl")
    facts, before = plan.read_bytes(), read_journal(journal)
    assert len(holding(workspace, TOMAS, WORDS)) > 10
    told = forget(run, workspace)
    assert all(told["removed"].values()), told
    assert told["left"] == [f"plans/acme/plan.yaml:{_line(facts)}"]
    assert holding(workspace, TOMAS, WORDS) == []
    assert plan.read_bytes() == facts
    after = read_journal(journal)
    assert [(e.id, e.before, e.after, e.line) for e in before] == [
        (e.id, e.before, e.after, e.line) for e in after[:-1]
    ]
    assert [[c.fields for c in e.changes] for e in before] == [
        [c.fields for c in e.changes] for e in after[:-1]
    ]
    assert after[-1].evidence["forgotten"].startswith("forgotten-")
    assert has_stopped(after, "security")
    waiting = Spool(workspace / ".golive" / "spool")
    assert (waiting.waiting(), waiting.set_aside()) == ([], [])
    again = receive(run, workspace, first)
    assert "received before, nothing changed" in again["why"]
    assert plan.read_bytes() == facts
    assert holding(workspace, TOMAS, WORDS) == [], "a mail that is brought again is not kept"


def _line(plan: bytes) -> int:
    return next(n for n, line in enumerate(plan.decode().splitlines(), 1) if TOMAS in line)


def test_a_second_run_finds_nothing_and_nobody_is_written_to_again(run: Golive, workspace: Path) -> None:
    lived_in(run, workspace)
    forget(run, workspace)
    before = snapshot(workspace)
    assert not any(forget(run, workspace)["removed"].values())
    assert snapshot(workspace) == before
    run("--workspace", workspace, "mail", "invite", "acme")
    run("--workspace", workspace, "mail", "nudge", "acme", "dpa-signed")
    assert not [p for p in holding(workspace, TOMAS) if "outbox" in p]


def test_a_dry_run_counts_and_changes_nothing(run: Golive, workspace: Path) -> None:
    lived_in(run, workspace)
    before = snapshot(workspace)
    counted = forget(run, workspace, "--dry-run")
    assert counted["dry_run"] is True
    assert snapshot(workspace) == before
    assert forget(run, workspace)["removed"] == counted["removed"]


def test_what_was_asked_can_still_be_decided(run: Golive, workspace: Path) -> None:
    lived_in(run, workspace)
    listed = run("--workspace", workspace, "mail", "review", "--json").json
    stuck = next(one["id"] for one in listed if any(u["action"] == "block" for u in one["updates"]))
    forget(run, workspace)
    shown = run("--workspace", workspace, "mail", "review", stuck, "--json").json
    assert (shown["words"], shown["name"], TOMAS in shown["from"]) == ("", "", False)
    assert run("--workspace", workspace, "mail", "review", stuck, "reject").code == 0


def test_a_name_that_left_the_plan_leaves_the_journal_too(run: Golive, workspace: Path) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    run("--workspace", workspace, "publish", "acme")
    named = next(line for line in plan.read_text("utf-8").splitlines() if TOMAS in line)
    bare = named.split("name:")[0].rstrip().rstrip(",") + "}"
    plan.write_text(plan.read_text("utf-8").replace(named, bare), "utf-8")
    run("--workspace", workspace, "publish", "acme")
    assert "plans/acme/journal.jsonl" in holding(workspace, TOMAS, "Tomas Lindqvist")
    assert forget(run, workspace)["left"] == []
    assert "plans/acme/journal.jsonl" not in holding(workspace, TOMAS, "Tomas Lindqvist")
    assert run("--workspace", workspace, "publish", "acme").code == 0


def test_whoever_takes_the_role_is_written_to(run: Golive, workspace: Path) -> None:
    lived_in(run, workspace)
    forget(run, workspace)
    plan = workspace / "plans" / "acme" / "plan.yaml"
    text = plan.read_text("utf-8").replace(TOMAS, "nora@acme.example").replace("Tomas Lindqvist", "Nora Beck")
    plan.write_text(text, "utf-8")
    run("--workspace", workspace, "publish", "acme")
    asked = run("--workspace", workspace, "mail", "invite", "acme", "--json").json
    assert any(one["to"] == "nora@acme.example" and one["mail"] for one in asked)


@pytest.mark.parametrize("step", [1, 4, 9, 16, 25, 36])
def test_cut_short_anywhere_the_next_run_finishes(run: Golive, workspace: Path, step: int) -> None:
    lived_in(run, workspace)
    facts = (workspace / "plans" / "acme" / "plan.yaml").read_bytes()
    command = [sys.executable, "-c", KILLER, str(step), str(workspace), "mail", "forget", TOMAS]
    assert subprocess.run(command, env=ENV, capture_output=True, check=False).returncode == -signal.SIGKILL
    forget(run, workspace)
    left = [p for p in holding(workspace, TOMAS, WORDS) if not Path(p).name.startswith(".")]
    assert left == []
    assert (workspace / "plans" / "acme" / "plan.yaml").read_bytes() == facts
    lines = read_journal(workspace / "plans" / "acme" / "journal.jsonl")
    assert sum("forgotten" in e.evidence for e in lines) == 1
    assert run("--workspace", workspace, "publish", "acme").code == 0


def test_another_persons_address_that_looks_alike_stays() -> None:
    person = Forgotten(frozenset({"jane@acme.example"}), Keys(b"k" * 32))
    alike = "xjane@acme.example mary.jane@acme.example jane@acme.example.org jane@acme.examples"
    assert person.without(alike) == alike
    assert "jane@" not in person.without("Ask JANE@acme.example. <jane@acme.example>, jane@acme.example")
    raw = "{'to':'Jane@Acme.example','why':'ü <jane@acme.example>'}".encode()
    hidden = person.overwritten(raw)
    assert (len(hidden), b"jane" in hidden.lower()) == (len(raw), False)
    assert person.without("jane@acme.example") == person.alias("Jane@acme.example")


@pytest.mark.parametrize("given", ["", "jane", "@acme.example", "a@b c", "jane@acme.example>"])
def test_what_is_no_address(given: str) -> None:
    from generator.errors import UsageError

    with pytest.raises(UsageError):
        address_of(given)


def test_a_ledger_keeps_its_length_for_whoever_reads_on(tmp_path: Path) -> None:
    mine, theirs = Lines(tmp_path / "a.jsonl"), Lines(tmp_path / "a.jsonl")
    mine.append({"to": "jane@acme.example"})
    assert [line["to"] for line in theirs.new()] == ["jane@acme.example"]
    person = Forgotten(frozenset({"jane@acme.example"}), Keys(b"k" * 32))
    assert mine.overwrite(person.overwritten) == 1
    mine.append({"to": "next@acme.example"})
    assert [line["to"] for line in theirs.new()] == ["next@acme.example"]
    assert json.loads((tmp_path / "a.jsonl").read_text().splitlines()[0])["to"] != "jane@acme.example"
    assert mine.overwrite(person.overwritten) == 0
    assert Lines(tmp_path / "none.jsonl").overwrite(person.overwritten) == 0
