"""From the spreadsheets that teams have to plans: one folder a case, the sheet and the plan it becomes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from scenes import Golive

from generator.plan.source import read_source

CASES = Path(__file__).parent / "cases"
Golden = Callable[[Path, bytes], None]


def data_of(workspace: Path, deal: str) -> Any:
    return read_source(workspace / "plans" / deal / "plan.yaml", deal).data


def book(file: Path, *rows: list[Any], name: str = "Plan") -> Path:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(row)
    made.save(file)
    return file


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir()))
def test_a_sheet_becomes_this_plan(run: Golive, workspace: Path, golden: Golden, case: str) -> None:
    got = run("--workspace", workspace, "import", CASES / case / "sheet.csv", "--deal", "fresh", "--json")
    said = {key: value for key, value in got.json.items() if key != "file"}
    golden(CASES / case / "plan.yaml", (workspace / "plans" / "fresh" / "plan.yaml").read_bytes())
    golden(CASES / case / "said.json", (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode())
    checked = run("--workspace", workspace, "check", "fresh", "--json")
    faults = [finding for finding in checked.json if finding["rule"] == "fault"]
    assert bool(faults) == bool(said["missing"]) == bool(got.code)


def test_a_workbook_reads_like_the_same_text(run: Golive, workspace: Path, tmp_path: Path) -> None:
    """Real dates, numbers, ticks; a merged title, merged stages, and an empty sheet in front."""
    made = Workbook()
    made.worksheets[0].title = "Cover"
    sheet = made.create_sheet("Plan")
    sheet["B2"] = "Borealis Foods and Nimbus Robotics"
    sheet.merge_cells("B2:G2")
    header = ["Stage", "Task", "Owner", "Start", "Due Date", "Done", "Effort (days)"]
    rows: list[list[Any]] = [
        [
            "Align",
            "Goals agreed",
            "Jane Roe",
            datetime(2026, 10, 5),  # noqa: DTZ001 - sheets know no zone
            date(2026, 10, 9),
            True,
            None,
        ],
        [None, "Pilot proven", "Jane Roe", None, 46335, False, 15.0],
        [None, "Terms agreed", "Nimbus Robotics", None, datetime(2026, 12, 4, 9, 30), 0.5, 4],  # noqa: DTZ001
        ["Launch", "Live in all aisles", "Jane Roe", None, date(2027, 3, 1), None, 1],
        [None, "Help desk staffed", "Jane Roe", None, date(2027, 2, 26), None, 1],
    ]
    for r, row in enumerate([header, *rows], 5):
        for c, value in enumerate(row, 2):
            sheet.cell(r, c, value)
    sheet.merge_cells("B6:B8")
    made.save(tmp_path / "borealis.xlsx")
    got = run("--workspace", workspace, "import", tmp_path / "borealis.xlsx", "--json")
    assert got.code == 0, got.err
    assert (got.json["deal"], got.json["sheet"], got.json["header_row"]) == ("borealis", "Plan", 5)
    plan = data_of(workspace, "borealis")
    assert plan["title"] == "Borealis Foods and Nimbus Robotics"
    assert plan["launch"] == {"date": date(2027, 3, 1), "milestone": "live-in-all-aisles"}
    first, second, third, *_ = plan["milestones"]
    assert [m["stage"] for m in plan["milestones"]] == ["Align"] * 3 + ["Launch"] * 2
    assert (first["status"], first["done_on"], first["takes"]) == ("done", date(2026, 10, 9), "5 days")
    assert (second["due"], second["takes"], "status" in second) == (date(2026, 11, 9), "15 days", False)
    assert (third["status"], third["owner"]) == ("active", "seller")


def test_flags_say_what_the_file_does_not(run: Golive, workspace: Path) -> None:
    sheet = CASES / "bare" / "sheet.csv"
    got = run("--workspace", workspace, "import", sheet, "--buyer", "Borealis", "--launch", "2027-03-01")
    assert got.code == 0, got.err
    plan = data_of(workspace, "sheet")
    assert (plan["buyer"]["name"], plan["launch"]["date"]) == ("Borealis", date(2027, 3, 1))


def test_what_is_missing_is_said_with_its_place(run: Golive, workspace: Path) -> None:
    got = run("--workspace", workspace, "import", CASES / "bare" / "sheet.csv")
    assert got.code == 1
    missing = next(line for line in got.out.splitlines() if line.startswith("Missing: "))
    place = missing.removeprefix("Missing: plans/sheet/plan.yaml:").split(":")[0]
    line = (workspace / "plans" / "sheet" / "plan.yaml").read_text("utf-8").splitlines()[int(place) - 1]
    assert line.strip().startswith("date:    # the day on which the buyer must be live")


def test_a_deal_is_never_overwritten(run: Golive, workspace: Path) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    before = plan.read_bytes()
    got = run("--workspace", workspace, "import", CASES / "english" / "sheet.csv", "--deal", "acme")
    assert (got.code, "is there already" in got.err, plan.read_bytes()) == (2, True, before)


@pytest.mark.parametrize(
    ("name", "content", "code", "sentence"),
    [
        ("nothing.csv", b"", 1, "it holds no table"),
        (
            "letter.csv",
            b"Dear Jane,\nthank you, and see you on Tuesday.\n",
            1,
            "looks like the header",
        ),
        ("header.csv", b"Outcome,Owner\n", 1, "no outcomes below it"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00", 1, "is not text"),
        (
            "quote.csv",
            b'Outcome,Owner\n"never closed,' + b"x" * 200_000,
            1,
            "that is never closed",
        ),
        ("rows.csv", b"Outcome,Owner\n" + b"x,y\n" * 6000, 1, "more than 5000 rows"),
        ("many.csv", b"Outcome,Owner\n" + b"x,y\n" * 2001, 1, "2001 outcomes are more than a plan holds"),
        ("plan.xls", b"\xd0\xcf\x11\xe0", 2, "neither .xlsx nor .csv"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, 1, "has a password or is an old .xls"),
        ("text.xlsx", b"Outcome,Owner\n", 1, "is not an Excel workbook"),
        ("cut.xlsx", b"PK\x03\x04" + b"\x00" * 80, 1, "is not an Excel workbook"),
    ],
)
def test_a_file_that_is_no_plan_gets_a_sentence(
    run: Golive, workspace: Path, tmp_path: Path, name: str, content: bytes, code: int, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    got = run("--workspace", workspace, "import", file, "--deal", "fresh")
    assert got.code == code
    assert sentence in got.err
    assert "Traceback" not in got.err
    assert not (workspace / "plans" / "fresh").exists()


def test_a_file_that_is_too_large_or_not_there(run: Golive, workspace: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as out:
        out.truncate(100_000_000)
    assert "has 100 MB" in run("--workspace", workspace, "import", large).err
    gone = run("--workspace", workspace, "import", tmp_path / "gone.xlsx")
    assert (gone.code, "No such file" in gone.err) == (2, True)
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    assert run("--workspace", workspace, "import", folder).code == 2


def test_odd_encodings_and_delimiters(run: Golive, workspace: Path, tmp_path: Path) -> None:
    text = "Étape;Propriétaire\nDonnées déplacées;Zoé Müller\n"
    for number, encoding in enumerate(["utf-8", "utf-8-sig", "cp1252", "utf-16"]):
        for mark in (";", "\t", "|", ","):
            file = tmp_path / f"{number}.csv"
            file.write_bytes(text.replace(";", mark).encode(encoding))
            deal = f"d{number}-{ord(mark)}"
            run("--workspace", workspace, "import", file, "--deal", deal, "--launch", "2027-03-01")
            plan = data_of(workspace, deal)
            assert plan["milestones"][0]["outcome"] == "Données déplacées"
            assert plan["roles"]["zoe-muller"]["name"] == "Zoé Müller"


def test_a_formula_without_a_stored_result_is_said(run: Golive, workspace: Path, tmp_path: Path) -> None:
    file = book(tmp_path / "f.xlsx", ["Outcome", "Owner", "Due"], ["Live", "Jane", "=TODAY()+7"])
    got = run("--workspace", workspace, "import", file)
    assert (got.code, "formulas whose results were never stored, such as Plan!C2" in got.err) == (1, True)


def test_thousands_of_columns_and_a_lying_size(run: Golive, workspace: Path, tmp_path: Path) -> None:
    row = ["Outcome", "Owner", *(f"Column {n}" for n in range(5000))]
    file = book(tmp_path / "wide.xlsx", row, ["Live", "Jane", *range(5000)])
    got = run("--workspace", workspace, "import", file, "--launch", "2027-03-01", "--json")
    assert (got.code, got.json["milestones"], len(got.json["unused"])) == (0, 1, 198)
    wide = load_workbook(file).worksheets[0]
    assert wide.max_column == 5002


def test_text_from_a_sheet_stays_text(run: Golive, workspace: Path, tmp_path: Path) -> None:
    """Neither YAML nor a terminal nor a page slot is moved by what a cell says."""
    nasty = 'x\x1b[31m: "{[&*!|>%@` # \ue000\u2028- y: null'
    file = tmp_path / "nasty.csv"
    file.write_text(f'Outcome,Owner,Notes\n"{nasty.replace(chr(34), chr(34) * 2)}","yes","true"\n', "utf-8")
    got = run("--workspace", workspace, "import", file, "--launch", "2027-03-01")
    assert got.code == 0, got.out
    assert "\x1b" not in got.out
    (milestone,) = data_of(workspace, "nasty")["milestones"]
    assert milestone["outcome"] == 'x [31m: "{[&*!|>%@` # - y: null'
    assert milestone["internal"] == "true"
