"""Single cells: days, statuses and durations as people type them in several languages."""

from __future__ import annotations

from datetime import date

import pytest

from generator.exchange.cells import DayReader, day_first, read_status, read_takes
from generator.exchange.table import Cell, escaped, unescaped

READER = DayReader(date(2026, 11, 16))


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 12, 4), 46360, 46360.75, "46360", "2026-12-04", "2026/12/4", "2026-12-04T09:00:00",
        "4.12.2026",
        "04.12.26", "4/12/2026", "4-12-26", "4 Dec 2026", "Dec 4, 2026", "Fri, December 4th, 2026",
        "4-Dec-26",
        "4. Dezember 2026", "Fr. 04.12.2026", "4 décembre 2026", "4 déc. 2026", "4 de diciembre de 2026",
        "4 dicembre 2026", "4 Dec", "Mon 4/12/26",
    ],
)  # fmt: skip
def test_a_day(cell: Cell) -> None:
    assert READER.read(cell) == date(2026, 12, 4)


@pytest.mark.parametrize("cell", [None, "", " ", "TBD", "n/a", "-", "–"])
def test_no_day(cell: Cell) -> None:
    assert READER.read(cell) is None


@pytest.mark.parametrize(
    "cell", ["asap", "Q3", "31 Feb 2026", "13/13/2026", 12, 3e12, "4 Dec 1066", "1" * 5000]
)
def test_what_is_no_day_is_an_error(cell: Cell) -> None:
    with pytest.raises((ValueError, OverflowError)):
        READER.read(cell)


def test_a_day_without_a_year_is_the_next_unless_just_past() -> None:
    assert READER.read("1 March") == date(2027, 3, 1)
    assert READER.read("12 October") == date(2026, 10, 12)


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["1/2/2026", "13/2/2026"], True),
        (["1/2/2026", "2/13/2026"], False),
        (["1.2.2026"], True),
        (["1/2/2026"], None),
    ],
)
def test_the_whole_file_says_which_comes_first(texts: list[str], first: bool | None) -> None:
    assert day_first(texts) is first


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        (None, "open"), ("", "open"), ("Not Started", "open"), (False, "open"), (0, "open"), ("0%", "open"),
        ("Not done", "?"), ("incomplete", "?"), ("almost done", "?"), ("DONE", "done"), (" Erledigt ",
        "done"),
        ("terminé", "done"), ("Hecho.", "done"), ("✓", "done"), ("x", "done"), (True, "done"), (1, "done"),
        (100, "done"), ("100 %", "done"), (date(2026, 11, 2), "done"), ("Done (12 Nov)", "done"),
        ("In Progress", "active"), ("läuft", "active"), ("En cours", "active"), (0.4, "active"), (40,
        "active"),
        ("40%", "active"), ("On hold", "blocked"), ("En attente", "blocked"), ("Bloqueado", "blocked"),
        ("Cancelled", "dropped"), ("entfällt", "dropped"), ("purple", "?"),
    ],
)  # fmt: skip
def test_a_status(cell: Cell, status: str) -> None:
    try:
        assert read_status(cell) == status
    except ValueError:
        assert status == "?"


@pytest.mark.parametrize(
    ("cell", "takes"),
    [
        (3, "3 days"), (15.0, "15 days"), ("5-12 days", "5-12 days"), ("2 weeks", "10 days"), ("3d",
        "3 days"),
        ("2 wks", "10 days"), ("1 mon?", "20 days"), ("1,5 Wochen", "8 days"), ("4 hours", "1 day"),
        ("5 Tage", "5 days"), ("2 semaines", "10 days"), ("3 jours", "3 days"), ("2 días", "2 days"),
        ("2 bis 3 Wochen", "10-15 days"), ("5 working days", "5 days"), ("0 days", "0 days"), (None, "None"),
        ("long", "?"), ("-4", "?"), ("3 x", "?"),
    ],
)  # fmt: skip
def test_a_duration(cell: Cell, takes: str) -> None:
    try:
        assert str(read_takes(cell)) == takes
    except ValueError:
        assert takes == "?"


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\t=1", "'=1", "''=1", "it's", "'quoted'", "plain", ""]
)
def test_escaping_comes_back(text: str) -> None:
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t"))
    assert unescaped(escaped(text)) == text
