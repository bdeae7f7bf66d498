"""Workbooks made to do harm end in a sentence, before they cost memory or time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.errors import GoliveError
from generator.exchange.workbook import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def changed(file: Path, part: str, *changes: str) -> Path:
    """A sound small workbook with one part changed; `changes` are old and new texts, in turn."""
    made = Workbook()
    made.worksheets[0].append(["Outcome", "Owner"])
    made.worksheets[0].append(["Live", "Jane"])
    made.save(file)
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in parts[part].decode()
        parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    file = changed(tmp_path / "bomb.xlsx", SHEET, "<sheetData>", "<sheetData>" + " " * 60_000_000)
    assert file.stat().st_size < 1_000_000
    with pytest.raises(GoliveError, match="unpacks to 60 MB"):
        read_workbook(file)


def test_an_xml_bomb_is_refused(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE worksheet [<!ENTITY e0 "lol">{levels}]><worksheet '
    file = changed(tmp_path / "lol.xlsx", SHEET, "<worksheet ", bomb, "<sheetData>", "<sheetData>&e11;")
    with pytest.raises(GoliveError, match="damaged"):
        read_workbook(file)


def test_a_row_far_below_costs_nothing(tmp_path: Path) -> None:
    file = changed(tmp_path / "far.xlsx", SHEET, '<row r="2"', '<row r="1048576"')
    assert len(read_workbook(file)[0].rows) <= 5_001


def test_a_sheet_that_claims_to_be_endless(tmp_path: Path) -> None:
    file = changed(tmp_path / "claims.xlsx", SHEET, 'ref="A1:B2"', 'ref="A1:XFD1048576"')
    (sheet,) = read_workbook(file)
    assert sheet.rows == (("Outcome", "Owner"), ("Live", "Jane"))


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml"])
def test_damaged_parts_are_a_sentence(tmp_path: Path, part: str) -> None:
    file = changed(tmp_path / "damaged.xlsx", part, "<", "\x00<")
    with pytest.raises(GoliveError, match="damaged"):
        read_workbook(file)


def test_macros_are_left_alone(tmp_path: Path) -> None:
    file = changed(tmp_path / "macro.xlsm", SHEET)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not ours to run")
    assert read_workbook(file)[0].rows[1] == ("Live", "Jane")
