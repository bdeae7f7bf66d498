"""A sheet of cells, whatever file it came from, and how much of one is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]

MAX_FILE_BYTES = 20_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CHARACTERS = 20_000  # of one cell

# What plan files refuse: control characters, marks of page slots, and what no editor shows.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufeff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name and its cells by row; rows may differ in length."""

    name: str
    rows: tuple[Row, ...]


def line_of(cell: Cell) -> str:
    """Give a cell's text on one line, without what cannot be printed."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(_UNPRINTABLE.sub(" ", unescaped(str(cell))).split())


def prose_of(cell: Cell) -> str:
    """Give a cell's text with its line breaks."""
    lines = unescaped(str(cell or "")).replace("\r", "\n").splitlines()
    return "\n".join(" ".join(_UNPRINTABLE.sub(" ", line).split()) for line in lines).strip()


def escaped(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet program would take for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def unescaped(text: str) -> str:
    """Take away the apostrophe that `escaped` put there."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text


def column_name(index: int) -> str:
    """Name a column as spreadsheet programs do: A, B, ... Z, AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(65 + letter) + name
    return name
