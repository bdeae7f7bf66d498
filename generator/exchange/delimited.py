"""Tables as text (CSV): any usual delimiter and encoding in; commas and UTF-8 out, as Excel opens them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

from generator.errors import GoliveError
from generator.exchange.table import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Row, Sheet, escaped

DELIMITERS = (",", ";", "\t", "|")
_LINES_TO_JUDGE = 100


def read_delimited(file: Path) -> list[Sheet]:
    """Read a table of text; raises GoliveError for what is none."""
    text = _text(file)
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"').lower()
    if stated.startswith("sep=") and len(stated) == 5:  # Excel's own way of naming the delimiter
        delimiter, text = stated[4], rest
    else:
        delimiter = _delimiter(text)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [_row(cells) for cells in islice(reader, MAX_ROWS + 1)]
    except csv.Error as error:
        raise GoliveError(
            f"{file.name} cannot be read as a table: {error}. Look for a quotation mark that is never closed"
        ) from None
    return [Sheet(file.name, tuple(rows))]


def _text(file: Path) -> str:
    raw = file.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in raw:
        raise GoliveError(f"{file.name} is not text; save the table as .xlsx or as CSV and import that")
    else:
        encodings = ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise GoliveError(f"{file.name} is in no encoding that golive reads; save it as UTF-8")


def _delimiter(text: str) -> str:
    """The delimiter by which most lines fall into the same number of cells, and into most."""

    def shape(delimiter: str) -> tuple[int, int]:
        sample = io.StringIO(text[:200_000], newline="")
        try:
            rows = list(islice(csv.reader(sample, delimiter=delimiter), _LINES_TO_JUDGE))
        except csv.Error:
            return (0, 0)
        counted = Counter(len(row) for row in rows if len(row) > 1)
        cells, lines = max(counted.items(), key=lambda item: item[0] * item[1], default=(0, 0))
        return (cells * lines, cells)

    return max(DELIMITERS, key=shape)


def _row(cells: list[str]) -> Row:
    row = [cell[:MAX_CHARACTERS] if cell.strip() else None for cell in cells[:MAX_COLUMNS]]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)


def delimited_text(rows: Iterable[Row]) -> str:
    """Write rows with commas; a byte order mark makes Excel see that it is UTF-8."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return out.getvalue()


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return escaped(cell) if isinstance(cell, str) else str(cell)
