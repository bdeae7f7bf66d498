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


def workspace_with(run: Golive, tmp_path: Path, *deals: str, jane: str = "", more: str = "") -> Path:
    root = make_workspace(tmp_path / "work", config=MKDOCS)
    for deal in deals or ("acme",):
        folder = root / "plans" / deal
        folder.mkdir(parents=True)
        (folder / "plan.yaml").write_text(PLAN.format(jane=jane, more=more), encoding="utf-8")
        ran = run("--workspace", root, "baseline", deal, "--why", "agreed", "--today=2026-10-12")
        assert ran.code == 0, ran.err
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
    root = workspace_with(run, tmp_path)
    assert to(daily(run, root, day), "jane") == ([("nudge", "review")] if asked else [])


def test_a_day_that_runs_twice_writes_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    daily(run, root, "2026-11-10")
    before = sent(root)
    assert not [r for r in daily(run, root, "2026-11-10") if r["state"] == "sent"]
    assert sent(root).keys() == before.keys()
    assert to(daily(run, root, "2026-11-11"), "jane") == []  # and the next day does not ask again


def test_a_dry_run_changes_nothing(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    run("--workspace", root, "publish", "--today=2026-11-10")
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert to(daily(run, root, "2026-11-10", "--dry-run"), "jane", "to send") == [("nudge", "review")]
    after = {p: p.read_bytes() for p in root.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert {p.name for p in after if after[p] != before.get(p)} == set()


def test_silence_goes_to_whom_the_plan_names(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    told: list[tuple[str, str]] = []
    for day in ("2026-11-16", "2026-11-19", "2026-11-23", "2026-11-24", "2026-11-30"):
        told += to(daily(run, root, day), "luis")
    assert told == [("escalation", "review")]


def test_whoever_works_elsewhere_is_written_to_in_their_hours(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path, jane=", timezone: Asia/Tokyo")  # noon UTC is 21:00 there
    rows = daily(run, root, "2026-11-10")
    assert [r["why"] for r in rows if r["to"].startswith("jane")] == ["21:00 on their clock"]


def test_one_mail_a_day_over_all_deals(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path, "acme", "beta")
    rows = daily(run, root, "2026-11-10")
    assert len(to(rows, "jane")) == 1
    assert [r["why"] for r in rows if r["to"].startswith("jane") and r["state"] == "not now"] == [
        "one mail a day"
    ]
    assert to(daily(run, root, "2026-11-11"), "jane") == [("nudge", "review")]  # the other deal's turn


def test_a_public_holiday_is_a_day_off(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(
        run, tmp_path, more="key_dates: [{date: 2026-11-10, what: Stocktaking, no_work: true}]\n"
    )
    rows = daily(run, root, "2026-11-10")
    assert not [r for r in rows if r["state"] == "sent"]


def test_a_check_in_brings_its_agenda_and_an_invitation(run: Golive, tmp_path: Path) -> None:
    more = "checkins: {every: week, on: tuesday, at: '15:00', with: [champion, ae]}\n"
    root = workspace_with(run, tmp_path, more=more)
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
    root = workspace_with(run, tmp_path)
    assert run("--workspace", root, "update", "acme", "review done", "--today=2026-11-16").code == 0
    assert to(daily(run, root, "2026-11-16"), "jane") == [("turn", "live")]
    assert to(daily(run, root, "2026-11-17"), "jane") == []


def test_the_rep_hears_of_what_is_stuck_and_of_silence_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    run("--workspace", root, "update", "acme", "review is blocked by legal", "--today=2026-11-10")
    rows = daily(run, root, "2026-11-10")
    assert ("note", "stuck, silent") in to(rows, "sam")
    text = next(m for name, m in sent(root).items() if name.startswith("rep.daily.")).get_body(("plain",))
    assert text is not None
    assert "“Security review cleared” is stuck; it is with Jane Roe." in text.get_content()
    assert "legal" not in text.get_content()
    assert to(daily(run, root, "2026-11-11"), "sam") == []


def test_a_closed_deal_is_left_in_peace(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    run("--workspace", root, "close", "acme", "--today=2026-11-10")
    assert daily(run, root, "2026-11-10") == []


def test_a_plan_with_faults_stops_nobody_else(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path, "acme", "beta")
    (root / "plans" / "acme" / "plan.yaml").write_text("title: [", encoding="utf-8")
    ran = run("--workspace", root, "mail", "daily", "--json", "--today=2026-11-10")
    assert ran.code == 1
    assert "acme/plan.yaml" in ran.err
    assert to(ran.json, "jane") == [("nudge", "review")]


def test_two_runs_at_once_write_once(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
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
    assert len([line for line in lines if '"told"' in line and "jane" in line]) == 1


def left_by_a_crash(root: Path) -> None:
    """Cut the record off as if the run had died when Jane's mail was taken, before that was written down."""
    record = root / ".golive" / "rhythm.jsonl"
    lines = record.read_text("utf-8").splitlines(keepends=True)
    cut = next(n for n, line in enumerate(lines) if '"told"' in line and "jane" in line)
    record.write_text("".join(lines[:cut]), encoding="utf-8")


def nudges(root: Path) -> list[str]:
    return [name for name in sent(root) if ".daily.champion." in name]


def test_a_crash_before_the_mail_loses_nothing(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    said = Said(root / ".golive" / "rhythm.jsonl")
    name = "acme.daily.champion.20261110"
    says = {"acme": ["nudge:review:2026-11-13:0"]}
    said.decide("jane@acme.example", date(2026, 11, 10), name, says)  # and then it died
    assert to(daily(run, root, "2026-11-10"), "jane") == [("nudge", "review")]
    assert nudges(root) == [name]


@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-11"])
def test_a_crash_after_the_mail_doubles_nothing(run: Golive, tmp_path: Path, day: str) -> None:
    root = workspace_with(run, tmp_path)
    daily(run, root, "2026-11-10")
    left_by_a_crash(root)
    daily(run, root, day)
    assert nudges(root) == ["acme.daily.champion.20261110"]


def test_what_a_mail_before_a_crash_did_not_say_is_said_later(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    daily(run, root, "2026-11-10")
    left_by_a_crash(root)
    plan = root / "plans" / "acme" / "plan.yaml"
    extra = (
        "  - {id: extra, outcome: Extra thing, owner: champion, takes: 1 day, status: active, "
        "started_on: 2026-11-02, expected: 2026-11-12}\n"
    )
    plan.write_text(
        plan.read_text("utf-8").replace("  - {id: live,", extra + "  - {id: live,"), encoding="utf-8"
    )
    assert to(daily(run, root, "2026-11-10"), "jane") == []
    assert to(daily(run, root, "2026-11-11"), "jane") == [("nudge", "extra")]


def test_a_skipped_fortnight_does_not_swallow_the_escalation(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    told: list[tuple[str, str]] = []
    for day in ("2026-11-10", "2026-11-27", "2026-12-01", "2026-12-02", "2026-12-11"):
        told += to(daily(run, root, day), "luis")
    assert told == [("escalation", "review")]


def test_nobody_is_written_to_before_the_plan_was_shown(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    (root / "plans" / "acme" / "journal.jsonl").unlink()
    rows = daily(run, root, "2026-11-10")
    assert {r["why"] for r in rows if r["to"].startswith("jane")} == {
        "the plan was shown to nobody yet: golive mail invite"
    }


def test_an_absence_told_from_another_address_counts(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path, jane=", also: [jroe@acme.example]")
    Said(root / ".golive" / "rhythm.jsonl").note_away("jroe@acme.example", date(2026, 11, 12))
    assert [r["why"] for r in daily(run, root, "2026-11-10") if r["to"].startswith("jane")] == [
        "away until 2026-11-12"
    ]
    assert to(daily(run, root, "2026-11-12"), "jane") == [("nudge", "review")]


def test_what_was_done_by_hand_passes_the_turn_on(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    plan = root / "plans" / "acme" / "plan.yaml"
    active = "status: active, started_on: 2026-10-09, expected: 2026-11-13"
    text = plan.read_text("utf-8").replace(active, "status: done, done_on: 2026-11-13")
    plan.write_text(text, encoding="utf-8")
    assert to(daily(run, root, "2026-11-16"), "jane") == [("turn", "live")]


def stuck(root: Path, until: str = "2026-11-13") -> None:
    plan = root / "plans" / "acme" / "plan.yaml"
    text = plan.read_text("utf-8").replace("status: active", "status: blocked")
    plan.write_text(text.replace("expected: 2026-11-13", f"expected: {until}"), encoding="utf-8")


def test_a_rep_outside_the_plan_has_the_sellers_hours(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    (root / "mkdocs.yml").write_text(MKDOCS + "        rep: boss@nimbus.example\n", encoding="utf-8")
    stuck(root)
    assert to(daily(run, root, "2026-11-15"), "boss") == []  # a Sunday
    assert to(daily(run, root, "2026-11-16"), "boss") == [("note", "stuck, silent")]


def test_what_is_urgent_does_not_wait_for_the_reps_next_day(run: Golive, tmp_path: Path) -> None:
    root = workspace_with(run, tmp_path)
    assert to(daily(run, root, "2026-11-10"), "sam") == [("note", "silent")]
    stuck(root, until="2027-03-10")  # go-live depends on it
    assert to(daily(run, root, "2026-11-10", "--dry-run"), "sam", "to send") == [("urgent", "stuck")]
    assert to(daily(run, root, "2026-11-10"), "sam") == [("urgent", "moved, stuck")]
    assert to(daily(run, root, "2026-11-10"), "sam") == []
    assert to(daily(run, root, "2026-11-11"), "sam") == []


def test_a_rep_of_several_plans_hears_of_every_check_in(run: Golive, tmp_path: Path) -> None:
    more = "checkins: {every: week, on: tuesday, at: '15:00', with: [champion, ae]}\n"
    root = workspace_with(run, tmp_path, "a", "b", "c", more=more)
    rows = [r for r in daily(run, root, "2026-11-09") if r["to"].startswith("sam")]
    assert [(r["deal"], r["kind"], r["state"]) for r in rows] == [("a, b, c", "note", "sent")]
    text = next(m for name, m in sent(root).items() if name.startswith("rep.daily.")).get_body(("plain",))
    assert text is not None
    assert text.get_content().count("The next check-in is on Tue 10 Nov 2026 at 15:00.") == 3
    assert not [r for r in daily(run, root, "2026-11-10") if r["to"].startswith("sam")]
