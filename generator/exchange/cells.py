"""What single cells say: a day, a status, how long something takes, in the ways people type them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import ceil

from generator.exchange.headers import normalised
from generator.exchange.table import Cell, line_of
from generator.exchange.words import STATUSES, Status
from generator.plan.terms import Takes, parse_takes

EXCEL_EPOCH = date(1899, 12, 30)  # day 0 of Excel's serial days, its 29 February 1900 allowed for
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000  # 1954 to 2119
YEARS = range(1990, 2120)
HALF_YEAR = timedelta(days=183)
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")
NOTHING = frozenset(["", "tbd", "tba", "tbc", "n a", "na", "none", "open", "offen", "unknown", "keine", "x"])

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,20})?")
_NUMERIC = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}[.,]{0,2}\s+(?=\d{1,4}[-/.])")  # as in "Mon 05/10/26"
_TAKES = re.compile(r"(\d{1,3})(?:[.,](\d))?(?:\s*(?:-|–|to|bis|a|à)\s*(\d{1,3}))?\s*([^\W\d]*)\.?")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in LANGUAGES:
        for width in ("abbreviated", "wide"):
            for month, name in get_month_names(width, locale=language).items():
                names.setdefault(normalised(name), month)
    return names | {"sept": 9, "mrz": 3}


def day_first(texts: Iterable[str]) -> bool | None:
    """Tell from all dates such as 4/12/2026 whether the day comes first; None where either reading fits."""
    firsts, seconds, dotted = 0, 0, False
    for text in texts:
        if found := _NUMERIC.fullmatch(_WEEKDAY.sub("", text.strip())):
            firsts, seconds = max(firsts, int(found[1])), max(seconds, int(found[2]))
            dotted = dotted or "." in text
    if firsts > 12 or dotted:
        return True
    return False if seconds > 12 else None


@dataclass(frozen=True)
class DayReader:
    """Reads days; `days_first` settles 4/12/2026, `today` a day without a year."""

    today: date
    days_first: bool = True

    def read(self, cell: Cell) -> date | None:
        """Give the day a cell names, None for an empty one; raises ValueError where no day can be told."""
        if isinstance(cell, date):
            return self._sound(cell.year, cell.month, cell.day)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return self._serial(int(cell))
        text = line_of(cell)
        if normalised(text) in NOTHING:
            return None
        text = _WEEKDAY.sub("", text)
        if found := _ISO.fullmatch(text):
            return self._sound(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.fullmatch(text):
            first, second = int(found[1]), int(found[2])
            day, month = (first, second) if self.days_first else (second, first)
            return self._sound(_century(int(found[3])), month, day)
        if text.isdecimal():
            return self._serial(int(text[:9]))
        return self._in_words(text)

    def _sound(self, year: int, month: int, day: int) -> date:
        if year not in YEARS:
            raise ValueError(f"the year {year} is out of range")
        return date(year, month, day)

    def _serial(self, number: int) -> date:
        if not FIRST_SERIAL <= number <= LAST_SERIAL:
            raise ValueError(f"{number} is no day")
        return EXCEL_EPOCH + timedelta(days=number)

    def _in_words(self, text: str) -> date:
        """Read "9 Oct 2026", "Fri, Oct 9th, 2026", "9. Oktober 26" or "4 Dec"."""
        words = re.findall(r"\d+|[^\W\d_]+", normalised(text))[:8]
        months = [_months()[word] for word in words if word in _months()]
        numbers = [int(word[:9]) for word in words if word.isdecimal()]
        if len(months) != 1 or not 1 <= len(numbers) <= 2:
            raise ValueError(f"{text!r} is no day")
        if len(numbers) == 2:
            day, year = sorted(numbers) if max(numbers) > 31 else numbers
            return self._sound(_century(year), months[0], day)
        around = [date(self.today.year + n, months[0], numbers[0]) for n in (0, 1)]
        return around[0] if around[0] >= self.today - HALF_YEAR else around[1]


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


_BY_WORD = {word: status for status, words in STATUSES.items() for word in words}
_TICKS = frozenset("✓✔☑✅")


def read_status(cell: Cell) -> Status:
    """Give the status a cell names; an empty one is open; raises ValueError for words nobody knows."""
    if isinstance(cell, date):
        return "done"  # the day it was done, in a column such as "Completed"
    if isinstance(cell, bool):
        return "done" if cell else "open"
    if isinstance(cell, int | float):
        share = cell / 100 if cell > 1 else cell
        return "done" if share >= 1 else "active" if share > 0 else "open"
    text = line_of(cell)
    if found := re.fullmatch(r"(\d{1,3})(?:[.,]\d{1,2})?\s?%", text):
        return "done" if int(found[1]) >= 100 else "active" if int(found[1]) else "open"
    if _TICKS & set(text):
        return "done"
    words = normalised(re.sub(r"\([^()]{0,80}\)", " ", text[:200]))
    if not words:
        return "open"
    if words not in _BY_WORD:
        raise ValueError(f"{text[:60]!r} is no status golive knows")
    return _BY_WORD[words]


# By the beginning of the unit: working days in one.
_UNITS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("month", "monat", "mois", "mes", "mo"), 20),
    (("w", "sem"), 5),
    (("h", "stund", "std"), 1 / 8),
    (("d", "t", "j", "at", "pt"), 1),
)


def read_takes(cell: Cell) -> Takes | None:
    """Give how long something takes, None for an empty cell; raises ValueError for what is no duration."""
    text = line_of(cell).lower()
    if not text or normalised(text) in NOTHING:
        return None
    try:
        return parse_takes(text)
    except ValueError:
        found = _TAKES.fullmatch(re.sub(r"\s(?:working|business|work)\s", " ", text[:60]).rstrip("? "))
        if not found:
            raise
    unit = next((n for starts, n in _UNITS if found[4].startswith(starts)), None) if found[4] else 1
    if unit is None:
        raise ValueError(f"{text[:60]!r} is no duration")
    low = float(f"{found[1]}.{found[2] or 0}") * unit
    high = float(found[3]) * unit if found[3] else low
    return Takes(ceil(min(low, high)), ceil(max(low, high)))
