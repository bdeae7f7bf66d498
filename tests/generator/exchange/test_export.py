"""Plans as spreadsheets, and back: nothing that a spreadsheet can hold is lost."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from scenes import ROOT, Golive, make_workspace

from generator.plan.load import load_plan
from generator.plan.model import Plan
from generator.schedule.engine import schedule

TODAY = date(2026, 11, 16)
HELD = ("id", "outcome", "stage", "owner", "with_", "takes", "after", "wait", "status", "started_on",
        "done_on", "due", "expected", "exit", "blocked_by")  # fmt: skip
LEFT = ("escalate", "locale", "timezone")  # of a role; these are not in the table of people
HEAD = ("title", "why", "buyer", "seller", "partner", "introduced", "key_dates")
DEALS = sorted(p.parent.name for p in ROOT.glob("plans/*/plan.yaml"))


def plan_of(workspace: Path, deal: str) -> Plan:
    return load_plan(workspace / "plans" / deal / "plan.yaml", deal, TODAY)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("deal", DEALS)
def test_there_and_back(run: Golive, tmp_path: Path, deal: str, form: str) -> None:
    workspace = make_workspace(tmp_path / "w", deal)
    assert run("--workspace", workspace, "export", deal, "--to", form).code == 0
    got = run("--workspace", workspace, "import", tmp_path / f"{deal}.{form}", "--deal", "back", "--json")
    assert (got.code, got.json["assumed"], got.json["unused"]) == (0, [], [])
    there, back = plan_of(workspace, deal), plan_of(workspace, "back")
    for before, after in zip(there.milestones, back.milestones, strict=True):
        assert {k: getattr(after, k) for k in HELD} == {k: getattr(before, k) for k in HELD}
    for name, role in there.roles.items():
        kept = back.roles[name]
        assert (kept.side, kept.title, kept.name, kept.email) == (
            role.side,
            role.title,
            role.name,
            role.email,
        )
    for key in HEAD:
        ours, theirs = getattr(there, key), getattr(back, key)
        if key in ("buyer", "seller", "partner") and ours:
            ours, theirs = ((s.name, s.country, s.subdivision, s.timezone) for s in (ours, theirs))
        assert theirs == ours
    assert (back.launch.date, back.launch_milestone.id) == (there.launch.date, there.launch_milestone.id)
    ours, theirs = (schedule(plan, TODAY).milestones for plan in (there, back))
    assert {i: (m.target, m.forecast) for i, m in theirs.items()} == {
        i: (m.target, m.forecast) for i, m in ours.items()
    }


def test_target_and_expected_dates_are_shown(run: Golive, workspace: Path, tmp_path: Path) -> None:
    run("--workspace", workspace, "export", "acme", "--to", "xlsx", "--out", tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Plan", "People", "Key dates"]
    rows = list(book["Plan"].iter_rows(values_only=True))
    header = next(row for row in rows if row[0] == "No")
    row = next(row for row in rows if row[1] == "security-cleared")
    shown = dict(zip(header, row, strict=True))
    assert shown["Target due (worked out)"].date() == date(2026, 11, 13)
    assert shown["Expected due (worked out)"].date() == date(2026, 11, 27)
    assert book["Plan"].freeze_panes == "A16"


def test_nothing_internal_leaves(run: Golive, tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "w", *DEALS)
    for deal in DEALS:
        secrets = [
            word
            for word in ("MARZIPAN", "Tell-tale")
            if word in (ROOT / f"plans/{deal}/plan.yaml").read_text()
        ]
        assert secrets or deal != "acme"
        for form in ("csv", "json", "xlsx"):
            run("--workspace", workspace, "export", deal, "--to", form)
        book = load_workbook(tmp_path / f"{deal}.xlsx")
        cells = [str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]
        written = (
            (tmp_path / f"{deal}.csv").read_text() + (tmp_path / f"{deal}.json").read_text() + str(cells)
        )
        assert "Tell-tale" not in written
        assert "MARZIPAN" not in written
        assert '"internal"' not in written


def test_formulas_are_disarmed_and_come_back(run: Golive, workspace: Path, tmp_path: Path) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    nasty = {
        "Goals and success measures agreed": "=HYPERLINK(1)",
        "Security review cleared": "'=x",
        "Onboard": "+1",
    }
    text = plan.read_text("utf-8")
    for old, new in nasty.items():
        text = text.replace(old, json.dumps(new))
    plan.write_text(text.replace("name: Mei Tanaka", 'name: "@Mei"'), "utf-8")
    for form in ("csv", "xlsx"):
        assert run("--workspace", workspace, "export", "acme", "--to", form).code == 0
        run("--workspace", workspace, "import", tmp_path / f"acme.{form}", "--deal", f"b-{form}")
        back = plan_of(workspace, f"b-{form}")
        assert [m.outcome for m in back.milestones[:3:2]] == ["=HYPERLINK(1)", "'=x"]
        assert back.roles["it"].name == "@Mei"
    cells = [
        c for row in csv.reader(io.StringIO((tmp_path / "acme.csv").read_text("utf-8-sig"))) for c in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    book = load_workbook(tmp_path / "acme.xlsx")
    assert not [
        cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f" or str(cell.value or "").startswith(("=", "+", "-", "@"))
    ]  # fmt: skip


def test_json_holds_the_plan_and_the_schedule_contract(run: Golive, workspace: Path, tmp_path: Path) -> None:
    assert run("--workspace", workspace, "export", "acme", "--to", "json", "--json").json["format"] == "json"
    got = json.loads((tmp_path / "acme.json").read_text("utf-8"))
    assert got["schedule"] == run("--workspace", workspace, "schedule", "acme", "--json").json
    assert got["plan"]["value"]["currency"] == "EUR"
    assert [m["id"] for m in got["plan"]["milestones"]] == [m["id"] for m in got["schedule"]["milestones"]]


def test_a_file_is_replaced_only_when_told(run: Golive, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("my own notes", "utf-8")
    again = run("--workspace", workspace, "export", "acme", "--to", "csv", "--out", file)
    assert (again.code, file.read_text("utf-8")) == (2, "my own notes")
    assert run("--workspace", workspace, "export", "acme", "--to", "csv", "--out", file, "--force").code == 0
    assert (
        run("--workspace", workspace, "export", "acme", "--to", "csv", "--out", tmp_path / "no" / "f").code
        == 2
    )
    assert run("--workspace", workspace, "export", "acme", "--to", "pdf").code == 2
