"""When the money comes back, as a picture: each case's running total by month, with payback marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Literal

from generator.site.words import Words
from generator.value.worth import Case, Worth

MONTHS = 12
LABEL_GAP = 18  # px between the labels at the lines' ends
MOST_YEARS_NAMED = 6


@dataclass(frozen=True)
class Frame:
    """The picture's size and where its lines run, in pixels; `ends` is where the lines' labels stand."""

    name: str
    width: int
    left: int
    right: int
    top: int
    bottom: int
    ends: int

    @property
    def height(self) -> int:
        """The whole height, with the years' names under the lines."""
        return self.bottom + 44


WIDE = Frame("wide", 1120, 84, 940, 20, 290, 952)
COMPACT = Frame("compact", 350, 0, 350, 32, 210, 350)


@dataclass(frozen=True)
class MoneyLine:
    """A case as a line, with the label at its end."""

    kind: Literal["main", "lower", "higher"]
    points: str
    label: str
    label_y: int


@dataclass(frozen=True)
class MoneyPicture:
    """Running totals; `levels` and `ticks` are (place, text), `paid_back` is (x, y, month)."""

    frame: Frame
    lines: tuple[MoneyLine, ...]
    levels: tuple[tuple[int, str], ...]
    zero: int
    ticks: tuple[tuple[int, str], ...]
    paid_back: tuple[int, int, str] | None


def money_pictures(worth: Worth, words: Words) -> tuple[MoneyPicture, MoneyPicture]:
    """Lay out the running totals of all cases, for a wide page and for a phone."""
    return _picture(worth, WIDE, words), _picture(worth, COMPACT, words)


class _Scale:
    def __init__(self, worth: Worth, frame: Frame) -> None:
        totals = [t for case in worth.cases.values() for t in case.running]
        self.low, self.high = min([*totals, Decimal(0)]), max([*totals, Decimal(0)])
        self.months = worth.horizon_years * MONTHS
        self.frame = frame

    def x(self, month: Decimal | int) -> int:
        return round(self.frame.left + (self.frame.right - self.frame.left) * Decimal(month) / self.months)

    def y(self, total: Decimal | int) -> int:
        span = (self.high - self.low) or Decimal(1)
        return round(self.frame.bottom - (self.frame.bottom - self.frame.top) * (total - self.low) / span)


def _picture(worth: Worth, frame: Frame, words: Words) -> MoneyPicture:
    main, scale = worth.cases[worth.main], _Scale(worth, frame)
    lines = [_line(case, main, scale, words) for case in worth.cases.values()]
    paid = None
    if main.payback_months:
        month = ceil(main.payback_months)
        paid = (scale.x(main.payback_months), scale.y(0), words.text("in month %(n)s", n=words.number(month)))
    years = [
        (scale.x(MONTHS * n), words.text("Year %(n)s", n=str(n))) for n in range(1, worth.horizon_years + 1)
    ]
    if len(years) > MOST_YEARS_NAMED:
        years = years[1::2]
    return MoneyPicture(
        frame=frame,
        lines=tuple(_apart(lines)),
        levels=tuple(_level_names(scale, paid, words)),
        zero=scale.y(0),
        ticks=((scale.x(0), words.text("Go-live")), *years),
        paid_back=paid,
    )


def _line(case: Case, main: Case, scale: _Scale, words: Words) -> MoneyLine:
    end = scale.y(case.running[-1])
    return MoneyLine(
        kind="main" if case is main else "lower" if case.factor < main.factor else "higher",
        points=" ".join(f"{scale.x(m)},{scale.y(t)}" for m, t in enumerate(case.running)),
        label=words.listed([words.case(case.name), words.number(case.running[-1])]),
        label_y=end + 5 if scale.frame is WIDE else end - 7,
    )


def _level_names(scale: _Scale, paid: tuple[int, int, str] | None, words: Words) -> Iterator[tuple[int, str]]:
    """Give the levels with their sums; on a phone a sum that "Paid back" would cover goes without."""
    for level in _levels(scale.low, scale.high):
        y = scale.y(level)
        covered = scale.frame is COMPACT and paid is not None and paid[0] < 110 and 20 < paid[1] - y < 80
        yield y, "" if covered else words.number(level)


def _levels(low: Decimal, high: Decimal) -> list[Decimal]:
    """Pick a few round sums between the lowest and the highest."""
    size = (high - low) / 4 or Decimal(1)
    power = Decimal(10) ** size.adjusted()
    step = next(power * n for n in (1, 2, 4, 5, 10) if power * n >= size)
    return [step * n for n in range(int(low / step), int(high / step) + 1)]


def _apart(lines: Sequence[MoneyLine]) -> list[MoneyLine]:
    """Move labels at the lines' ends apart until none covers another."""
    placed: list[MoneyLine] = []
    floor = 0
    for line in sorted(lines, key=lambda line: line.label_y):
        at = max(line.label_y, floor)
        floor = at + LABEL_GAP
        placed.append(replace(line, label_y=at))
    return placed
