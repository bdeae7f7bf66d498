"""Excel workbooks; the one module that imports openpyxl.

Workbooks come from strangers: their size is checked before anything is unpacked, cells are streamed, and of
formulas only the values are read that the program which wrote them had stored. Macros are never touched.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.errors import GoliveError
from generator.exchange.table import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Cell, Row, Sheet, escaped

MAX_SHEETS = 20
MAX_ENTRIES = 2_000
MAX_XML_BYTES = 25_000_000  # pictures are not counted: they are never unpacked
OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # OLE: an .xls, or an .xlsx behind a password
WIDEST = 60


def read_workbook(file: Path) -> list[Sheet]:
    """Read every visible sheet; raises GoliveError with a sentence for what is no usable workbook."""
    _refuse_bombs(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl cannot keep, which we do not want
            values, formulas = (_cells(file, stored) for stored in (True, False))
    except Exception as error:  # a hostile file can break a reader anywhere, in any way
        raise GoliveError(
            f"{file.name} is damaged, or is not an Excel workbook ({type(error).__name__}); "
            "open it in a spreadsheet program and save it as .xlsx again"
        ) from None
    _refuse_uncalculated(file, values, formulas)
    return values


def _refuse_bombs(file: Path) -> None:
    with file.open("rb") as opened:
        if opened.read(4) == OLD_FORMAT:
            raise GoliveError(
                f"{file.name} has a password or is an old .xls; save it as .xlsx without a password"
            )
    try:
        with zipfile.ZipFile(file) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise GoliveError(f"{file.name} is not an Excel workbook; save it as .xlsx again") from None
    size = sum(e.file_size for e in entries if not e.filename.startswith("xl/media/"))
    if size > MAX_XML_BYTES or len(entries) > MAX_ENTRIES:
        raise GoliveError(
            f"{file.name} unpacks to {size // 1_000_000} MB in {len(entries)} parts, far more than a plan "
            "needs; copy the plan's rows into a new workbook and import that"
        )


def _cells(file: Path, stored: bool) -> list[Sheet]:
    """Read all sheets: formulas as the values stored with them, or as their text."""
    with file.open("rb") as opened:  # by us, so that it is closed whatever openpyxl stumbles over
        book = load_workbook(opened, read_only=True, data_only=stored, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [Sheet(sheet.title, tuple(map(_row, _stream(sheet)))) for sheet in sheets[:MAX_SHEETS]]


def _stream(sheet: Any) -> Iterable[Sequence[object]]:
    sheet.reset_dimensions()  # what a file says of its own size may be a lie
    rows: Iterable[Sequence[object]] = sheet.iter_rows(
        max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True
    )
    return rows


def _row(cells: Sequence[object]) -> Row:
    row = [_cell(value) for value in cells]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return str(value)[:MAX_CHARACTERS] or None


def _refuse_uncalculated(file: Path, values: list[Sheet], formulas: list[Sheet]) -> None:
    """Formulas without stored values read as empty cells; better to say so than to lose dates."""
    empty = [
        f"{sheet.name}!{get_column_letter(c + 1)}{r + 1}"
        for sheet, with_values in zip(formulas, values, strict=True)
        for r, row in enumerate(sheet.rows)
        for c, cell in enumerate(row)
        if isinstance(cell, str) and cell.startswith("=") and len(cell) > 1
        if c >= len(with_values.rows[r]) or with_values.rows[r][c] is None
    ]
    if empty:
        raise GoliveError(
            f"{file.name} has formulas whose results were never stored, such as {', '.join(empty[:3])}; "
            "open it in a spreadsheet program, save it, and import it again"
        )


def write_workbook(file: Path, sheets: Sequence[tuple[Sheet, int]], made: datetime) -> None:
    """Write sheets, each with the index of its header row (which stays in view); -1: it has none."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "golive"
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    for sheet, header in sheets:
        page = book.create_sheet(sheet.name)
        for row in sheet.rows:
            page.append([escaped(cell) if isinstance(cell, str) else cell for cell in row])
        for cells in page.iter_rows():
            for cell in cells:
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                if cell.is_date:
                    cell.number_format = "yyyy-mm-dd"
        for cell in page[header + 1] if header >= 0 else ():
            cell.font = Font(bold=True)
        page.freeze_panes = f"A{header + 2}" if header >= 0 else None
        for index, width in enumerate(_widths(sheet.rows[max(header, 0) :])):
            page.column_dimensions[get_column_letter(index + 1)].width = width
    book.save(file)


def _widths(rows: Sequence[Row]) -> list[int]:
    count = max((len(row) for row in rows), default=0)
    return [
        min(
            WIDEST,
            3 + max((len(str(row[c])) for row in rows if c < len(row) and row[c] is not None), default=0),
        )
        for c in range(count)
    ]
