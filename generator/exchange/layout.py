"""Finding the tables of a workbook: the one of outcomes first, and facts of the deal above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.errors import GoliveError
from generator.exchange.headers import guess_columns, label_of, normalised
from generator.exchange.table import MAX_ROWS, Cell, Row, Sheet, line_of
from generator.exchange.words import KEY_DATE_COLUMNS, OUTCOME_COLUMNS, PEOPLE_COLUMNS

HEADER_WITHIN = 60  # rows from the top


@dataclass(frozen=True)
class Block:
    """A table inside a sheet: its header's row (from 0), what its columns hold, the rows below."""

    sheet: str
    header: int
    columns: Mapping[str, int]
    headers: Row
    rows: tuple[Row, ...]

    def cell(self, row: Row, field_name: str) -> Cell:
        """Give the cell of a field; None where the table has no such column."""
        at = self.columns.get(field_name)
        return row[at] if at is not None and at < len(row) else None


@dataclass(frozen=True)
class Layout:
    """What was found in a file."""

    outcomes: Block
    people: Block | None = None
    key_dates: Block | None = None
    deal: Mapping[str, Cell] = field(default_factory=dict)


def find_layout(file: str, sheets: Sequence[Sheet]) -> Layout:
    """Find the tables; raises GoliveError where no sheet has a header that names the outcomes."""
    best: tuple[int, Sheet, int] | None = None
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:HEADER_WITHIN]):
            found = guess_columns(row)
            if "outcome" in found and len(found) > 1 and (best is None or len(found) > best[0]):
                best = (len(found), sheet, number)
    if best is None:
        raise GoliveError(_no_table(file, sheets))
    _, sheet, header = best
    if len(sheet.rows) > MAX_ROWS:
        raise GoliveError(
            f"{file} has more than {MAX_ROWS} rows; copy the plan's rows into a file of their own"
        )
    others = [_named_block(sheet, n, row) for sheet in sheets for n, row in enumerate(sheet.rows)]
    named = dict(filter(None, others))
    end = next(
        (b.header for b in named.values() if b.sheet == sheet.name and b.header > header), len(sheet.rows)
    )
    row = sheet.rows[header]
    rows = sheet.rows[header + 1 : end]
    return Layout(
        Block(sheet.name, header, guess_columns(row, OUTCOME_COLUMNS), row, rows),
        named.get("people"),
        named.get("key dates"),
        _facts(sheet.rows[:header]),
    )


def _no_table(file: str, sheets: Sequence[Sheet]) -> str:
    rows = [row for sheet in sheets for row in sheet.rows if sum(cell is not None for cell in row) > 1]
    seen = ", ".join(line_of(cell)[:30] for cell in (rows[0] if rows else ())[:10] if cell is not None)
    hint = f"; the first row with several cells says: {seen}" if seen else "; it holds no table"
    return (
        f"no row of {file} looks like the header of a plan{hint}. Name the columns in one row, at least "
        "Outcome and Owner, better also Stage, Due, Status and Takes"
    )


def _named_block(sheet: Sheet, number: int, row: Row) -> tuple[str, Block] | None:
    """A table of people or of key dates, as our own exports have them below or beside the outcomes."""
    for name, known, wanted in (
        ("people", PEOPLE_COLUMNS, {"role", "side", "title"}),
        ("key dates", KEY_DATE_COLUMNS, {"date", "what"}),
    ):
        if row and normalised(line_of(row[0])) in ("role", "key date"):
            columns = guess_columns(row, known)
            if wanted <= set(columns):
                below = sheet.rows[number + 1 :]
                length = next(
                    (n for n, r in enumerate(below) if not any(c is not None for c in r)), len(below)
                )
                return name, Block(sheet.name, number, columns, row, below[:length])
    return None


def _facts(rows: Sequence[Row]) -> dict[str, Cell]:
    """Read labels and what stands beside them, or behind a colon; text alone at the top is the title."""
    facts: dict[str, Cell] = {}
    for row in rows:
        cells = [cell for cell in row if cell is not None]
        for label, value in pairwise(cells):
            if isinstance(label, str) and (name := label_of(label)) and not _is_label(value):
                facts.setdefault(name, value)
        for cell in cells:
            head, colon, tail = cell.partition(":") if isinstance(cell, str) else ("", "", "")
            if colon and tail.strip() and (name := label_of(head)):
                facts.setdefault(name, tail.strip())
    first = [cell for row in rows[:3] for cell in row if cell is not None][:1]
    if first and isinstance(first[0], str) and ":" not in first[0] and not _is_label(first[0]):
        facts.setdefault("title", first[0])
    return facts


def _is_label(value: Cell) -> bool:
    return isinstance(value, str) and label_of(value) is not None
