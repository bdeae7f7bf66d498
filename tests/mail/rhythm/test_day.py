"""A day's mail: who gets one, who had better not, and that nobody gets two."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from scenes import MKDOCS, SECRET, Golive, make_workspace

from mail.rhythm.said import Said

PLAN = """\
title: Acme and Nimbus
buyer: {{name: Acme, country: DE, subdivision: NW, timezone: Europe/Berlin}}
seller: {{name: Nimbus, country: US, timezone: Europe/Berlin}}
introduced: 2026-10-01
launch: {{date: 2027-03-01, milestone: live}}
roles:
  boss: {{side: buyer, title: Sponsor, name: Luis Ortega, email: luis@acme.example}}
  champion: {{side: buyer, title: Operations, name: Jane Roe, email: jane@acme.example, escalate: boss{jane}}}
  ae: {{side: seller, title: Account executive, name: Sam Field, email: sam@nimbus.example}}
milestones:
  - {{id: goals, outcome: Goals agreed, owner: ae, takes: 3 days, status: done, done_on: 2026-10-08}}
  - {{id: review, outcome: Security review cleared, owner: champion, takes: 5 days, after: [goals],
     status: active, started_on: 2026-10-09, expected: 2026-11-13}}
  - {{id: live, outcome: Live, owner: champion, takes: 5 days, after: [review]}}
{more}"""


def workspace_with(tmp_path: Path, *deals: str, jane: str = "", more: str = "") -> Path:
    root = make_workspace(tmp_path / "work", config=MKDOCS)
    for deal in deals or ("acme",):
        folder = root / "plans" / deal
        folder.mkdir(parents=True)
        (folder / "plan.yaml").write_text(PLAN.format(jane=jane, more=more), encoding="utf-8")
    return root


def daily(run: Golive, root: Path, day: str, *options: str) -> list[dict[str, Any]]:
    ran = run("--workspace", root, "mail", "daily", "--json", f"--today={day}", *options)
    assert ran.code == 0, ran.err
    rows: list[dict[str, Any]] = ran.json
    return rows


def sent(root: Path) -> dict[str, EmailMessage]:
    files = sorted((root / ".golive" / "outbox").glob("*.eml"))
    return {f.stem: message_from_bytes(f.read_bytes(), policy=policy.default) for f in files}  # type: ignore[misc]


def to(rows: list[dict[str, Any]], name: str, state: str = "sent") -> list[tuple[str, str]]:
    return [(r["kind"], r["about"]) for r in rows if r["to"].startswith(name) and r["state"] == state]


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        ("2026-11-09", False),  # four working days before it is due
        ("2026-11-10", True),
        ("2026-11-14", False),  # a Saturday
        ("2026-11-16", True),
    ],
)
def test_an_owner_is_asked_near_the_day(run: Golive, tmp_path: Path, day: str, asked: bool) -> None:
    root = workspace_with(tmp_path)
    assert to(daily(run, root, day), "jane") == ([("nudge", "review")] if asked else [])


def test_a_day_that_runs_twice_writes_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    daily(run, root, "2026-11-10")
    before = sent(root)
    assert not [r for r in daily(run, root, "2026-11-10") if r["state"] == "sent"]
    assert sent(root).keys() == before.keys()
    assert to(daily(run, root, "2026-11-11"), "jane") == []  # and the next day does not ask again


def test_a_dry_run_changes_nothing(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    run("--workspace", root, "publish", "--today=2026-11-10")
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert to(daily(run, root, "2026-11-10", "--dry-run"), "jane", "to send") == [("nudge", "review")]
    after = {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert {p.name for p in after if after[p] != before.get(p)} == set()


def test_silence_goes_to_whom_the_plan_names(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    told: list[tuple[str, str]] = []
    for day in ("2026-11-16", "2026-11-19", "2026-11-23", "2026-11-24", "2026-11-30"):
        told += to(daily(run, root, day), "luis")
    assert told == [("escalation", "review")]


def test_whoever_works_elsewhere_is_written_to_in_their_hours(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path, jane=", timezone: Asia/Tokyo")  # noon UTC is 21:00 there
    rows = daily(run, root, "2026-11-10")
    assert [r["why"] for r in rows if r["to"].startswith("jane")] == ["21:00 on their clock"]


def test_one_mail_a_day_over_all_deals(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path, "acme", "beta")
    rows = daily(run, root, "2026-11-10")
    assert len(to(rows, "jane")) == 1
    assert [r["why"] for r in rows if r["to"].startswith("jane") and r["state"] == "not now"] == [
        "one mail a day"
    ]
    assert to(daily(run, root, "2026-11-11"), "jane") == [("nudge", "review")]  # the other deal's turn


def test_a_public_holiday_is_a_day_off(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(
        tmp_path, more="key_dates: [{date: 2026-11-10, what: Stocktaking, no_work: true}]\n"
    )
    rows = daily(run, root, "2026-11-10")
    assert not [r for r in rows if r["state"] == "sent"]


def test_a_check_in_brings_its_agenda_and_an_invitation(run: Golive, tmp_path: Path) -> None:
    more = "checkins: {every: week, on: tuesday, at: '15:00', with: [champion, ae]}\n"
    root = workspace_with(tmp_path, more=more)
    assert to(daily(run, root, "2026-11-06"), "jane") == []
    assert to(daily(run, root, "2026-11-09"), "jane") == [("digest", "")]
    mail = sent(root)["acme.daily.champion.20261109"]
    text = mail.get_body(("plain",))
    assert text is not None
    assert "Check-in on Tue 10 Nov 2026" in text.get_content()
    assert "What “Security review cleared” needs to end on" in text.get_content()
    assert "text/calendar" in [part.get_content_type() for part in mail.walk()]
    assert to(daily(run, root, "2026-11-10"), "jane") == [("nudge", "review")]  # the check-in was announced


def test_the_next_owner_hears_that_they_can_start(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    assert run("--workspace", root, "update", "acme", "review done", "--today=2026-11-16").code == 0
    assert to(daily(run, root, "2026-11-16"), "jane") == [("turn", "live")]
    assert to(daily(run, root, "2026-11-17"), "jane") == []


def test_the_rep_hears_of_what_is_stuck_and_of_silence_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    run("--workspace", root, "baseline", "acme", "--why", "agreed", "--today=2026-10-12")
    run("--workspace", root, "update", "acme", "review is blocked by legal", "--today=2026-11-10")
    rows = daily(run, root, "2026-11-10")
    assert ("note", "stuck, silent") in to(rows, "sam")
    text = next(m for name, m in sent(root).items() if name.startswith("rep.daily.")).get_body(("plain",))
    assert text is not None
    assert "“Security review cleared” is stuck; it is with Jane Roe." in text.get_content()
    assert "legal" not in text.get_content()
    assert to(daily(run, root, "2026-11-11"), "sam") == []


def test_a_closed_deal_is_left_in_peace(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    run("--workspace", root, "close", "acme", "--today=2026-11-10")
    assert daily(run, root, "2026-11-10") == []


def test_a_plan_with_faults_stops_nobody_else(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path, "acme", "beta")
    (root / "plans" / "acme" / "plan.yaml").write_text("title: [", encoding="utf-8")
    ran = run("--workspace", root, "mail", "daily", "--json", "--today=2026-11-10")
    assert ran.code == 1
    assert "acme/plan.yaml" in ran.err
    assert to(ran.json, "jane") == [("nudge", "review")]


def test_two_runs_at_once_write_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path)
    command = [
        sys.executable,
        "-m",
        "golive",
        "--workspace",
        str(root),
        "mail",
        "daily",
        "--today=2026-11-10",
    ]
    runs = [subprocess.Popen(command, env={"GOLIVE_SECRET": SECRET, "PATH": ""}) for _ in range(2)]
    assert [one.wait(60) for one in runs] == [0, 0]
    lines = (root / ".golive" / "rhythm.jsonl").read_text("utf-8").splitlines()
    assert len([line for line in lines if '"keys"' in line and "jane" in line]) == 1


def test_a_crash_before_the_mail_sends_that_mail_later(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(tmp_path, "acme", "beta")
    (root / ".golive").mkdir(exist_ok=True)
    said = Said(root / ".golive" / "rhythm.jsonl")
    said.decide("jane@acme.example", date(2026, 11, 10), "beta.daily.champion.20261110")  # and then it died
    daily(run, root, "2026-11-10")
    assert [name for name in sent(root) if "champion" in name] == ["beta.daily.champion.20261110"]
