"""From a table to a plan's data: reads every row, guesses what is not there, and keeps a list of guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from statistics import median
from typing import Any

from generator.errors import GoliveError
from generator.exchange.cells import DayReader, day_first
from generator.exchange.headers import normalised
from generator.exchange.layout import Layout
from generator.exchange.people import Cast
from generator.exchange.rows import MAX_LINE, Draft, RowReader, read_milestone
from generator.exchange.table import Row, line_of

MAX_OUTCOMES = 2_000  # as plan files allow
_DAY_FIELDS = ("start", "due", "expected", "started_on", "done_on")
_FULL = 3  # cells in a usual row, for a lone one to be a heading
_NO_STAGE = ("", "-", "–", "—")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


def day_reader(layout: Layout, today: date, draft: Draft) -> DayReader:
    """Settle for the whole file whether 4/12/2026 is in April or in December."""
    block = layout.outcomes
    cells = [block.cell(row, name) for row in block.rows for name in _DAY_FIELDS]
    texts = [line_of(cell) for cell in (*cells, *layout.deal.values()) if isinstance(cell, str)]
    order = day_first(texts)
    unsure = next(
        (t for t in texts if order is None and re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", t)), None
    )
    if unsure:
        with suppress(ValueError):
            meant = DayReader(today).read(unsure)
            draft.assumed.append(f"the day comes before the month in dates such as {unsure}, read as {meant}")
    return DayReader(today, days_first=order is not False)


def read_outcomes(layout: Layout, cast: Cast, days: DayReader, draft: Draft) -> None:
    """Read every row of the table of outcomes into the draft; raises GoliveError where there are none."""
    reader = RowReader(layout.outcomes, cast, days, draft)
    names: dict[str, str] = {}  # whatever a row may be called, to its id
    read: list[tuple[dict[str, Any], Row]] = []
    for ordinal, (row, stage) in enumerate(_rows_with_stage(reader), 1):
        outcome = reader.text(row, "outcome")
        status = reader.status(row, outcome)
        if status == "dropped":
            draft.note("left out, since it was cancelled", outcome)
            continue
        given = reader.text(row, "id")
        milestone: dict[str, Any] = {"id": _new_id(given, outcome, set(names.values()))}
        milestone |= {"stage": stage} if stage else {}
        milestone |= read_milestone(reader, row, outcome, status)
        for called in filter(None, (given, reader.text(row, "number"), normalised(outcome), str(ordinal))):
            names.setdefault(called, milestone["id"])
        read.append((milestone, row))
    if not read:
        raise GoliveError(f"{layout.outcomes.sheet} has a header, but no outcomes below it")
    if len(read) > MAX_OUTCOMES:
        raise GoliveError(f"{len(read)} outcomes are more than a plan holds ({MAX_OUTCOMES})")
    for milestone, row in read:
        milestone["after"] = _predecessors(reader, row, names, milestone)
    draft.milestones = [milestone for milestone, _ in read]
    if cast.guessed_sides:
        listed = ", ".join(dict.fromkeys(cast.guessed_sides))
        draft.assumed.append(f"on the buyer's side, since the file does not say: {listed}")


def _rows_with_stage(reader: RowReader) -> Iterator[tuple[Row, str]]:
    """Give rows that name an outcome, each with its stage: from its column, or from a heading in the rows.

    Merged cells leave all but the first of a stage's rows empty; then the stage holds until the next one.
    """
    rows = [row for row in reader.block.rows if any(cell is not None for cell in row)]
    stages = [reader.text(row, "stage") for row in rows]
    merged = bool(stages and stages[0]) and sum(map(bool, stages)) * 2 < len(stages)
    usual = median(sum(cell is not None for cell in row) for row in rows) if rows else 0
    stage = ""
    for row, given in zip(rows, stages, strict=True):
        filled = [cell for cell in row if cell is not None]
        alone = len(filled) == 1 and isinstance(filled[0], str) and "stage" not in reader.block.columns
        if alone and (usual >= _FULL or not reader.text(row, "outcome")):
            stage = line_of(filled[0])[:MAX_LINE]
            continue
        if "stage" in reader.block.columns and (given or not merged):
            stage = "" if given in _NO_STAGE else given
        if reader.text(row, "outcome"):
            yield row, stage
        else:
            reader.draft.note("a row without an outcome was left out", " | ".join(map(line_of, filled))[:60])


def _predecessors(
    reader: RowReader, row: Row, names: Mapping[str, str], milestone: Mapping[str, Any]
) -> list[str]:
    """What must be done first, named by id, number, row or outcome; "3FS+2 days" is row 3."""
    text = reader.text(row, "after")
    whole = names.get(text) or names.get(normalised(text))
    found = [whole] if whole else []
    for part in re.split(r"[,;\n]", "" if whole else text):
        name = part.strip()
        number = re.match(r"\d{1,4}", name)
        known = names.get(name) or names.get(normalised(name)) or (names.get(number[0]) if number else None)
        if known:
            found.append(known)
        elif name and normalised(name):
            reader.draft.note(
                f"waits for {name[:60]!r}, which is no outcome here; left out", milestone["outcome"]
            )
    return [i for i in dict.fromkeys(found) if i != milestone["id"]]


def _new_id(given: str, outcome: str, taken: set[str]) -> str:
    """Keep an id that is one; else make one of the outcome's first words."""
    words = normalised(outcome).replace(" ", "-")
    ascii_words = re.sub(r"[^a-z0-9]+", "-", words).strip("-")
    stem = (
        given
        if _ID.fullmatch(given)
        else (ascii_words[:36].rpartition("-")[0] if len(ascii_words) > 36 else ascii_words)
    )
    stem = stem.strip("-") or "outcome"
    return next(i for n in range(1, 9999) if (i := stem if n == 1 else f"{stem[:34]}-{n}") not in taken)
