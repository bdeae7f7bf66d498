"""The way to go-live on paper: one line with dots and diamonds, black only, names above and below it.

All lengths are pixels of a picture 860 wide. Names never touch: each takes the nearest free place, and where
there is none the dot stands alone, since the table beside it names every outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.site.picture.measure import text_width, wrap
from generator.site.view.outcome import KeySpan, Outcome
from generator.site.words import Words

WIDTH = 860
SIZE, LEADING, NAME_WIDTH = 12, 15, 104
LEVELS, LEVEL_HEIGHT, CLEAR = 3, 52, 16
GAP = 10  # px between neighbours


@dataclass(frozen=True)
class PathLabel:
    """A name beside the line: its lines, the first one's baseline, and a leader to its dot."""

    x: int
    y: int
    lines: tuple[str, ...]
    leader: tuple[int, int] | None


@dataclass(frozen=True)
class PathDot:
    """One outcome on the line."""

    kind: Literal["done", "open", "planned", "expected"]
    x: int
    label: PathLabel | None


@dataclass(frozen=True)
class Path:
    """The whole picture; `bands` are (x, width) of days without work."""

    height: int
    y: int
    dots: tuple[PathDot, ...]
    bands: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Stop:
    kind: Literal["done", "open", "planned", "expected"]
    day: date
    text: str
    rank: int  # who is placed first where room is short


def make_path(
    outcomes: Sequence[Outcome], planned: tuple[date, str] | None, keys: Sequence[KeySpan], words: Words
) -> Path:
    """Lay out the line; `planned` is the go-live's first day, once it is not the expected one."""
    stops = sorted(_stops(outcomes, planned), key=lambda s: s.day)
    first, last = stops[0].day - timedelta(days=7), stops[-1].day + timedelta(days=7)
    per_day = (WIDTH - 2 * NAME_WIDTH // 2) / (last - first).days

    def x(day: date) -> int:
        return round(NAME_WIDTH // 2 + (day - first).days * per_day)

    places = _place([(x(s.day), s) for s in stops], words)
    above = max((level for side, level in places.values() if side < 0), default=0)
    below = max((level for side, level in places.values() if side > 0), default=0)
    y = CLEAR + (above + 1) * LEVEL_HEIGHT
    dots = tuple(
        PathDot(s.kind, x(s.day), _label(x(s.day), y, s, places.get(n), words)) for n, s in enumerate(stops)
    )
    bands = tuple(
        (x(k.first), max(x(k.last) - x(k.first), 4)) for k in keys if k.no_work and first <= k.first <= last
    )
    return Path(y + CLEAR + (below + 1) * LEVEL_HEIGHT, y, dots, bands)


def _stops(outcomes: Sequence[Outcome], planned: tuple[date, str] | None) -> Iterator[_Stop]:
    if planned:
        yield _Stop("planned", planned[0], planned[1], 0)
    for o in outcomes:
        if o.launch:
            yield _Stop("expected", o.expected, o.outcome, 0)
        else:
            yield _Stop("done" if o.done else "open", o.expected, o.outcome, 1 if o.driving else 2)


def _lines(stop: _Stop, words: Words) -> tuple[str, ...]:
    return (*wrap(stop.text, NAME_WIDTH, SIZE), words.day(stop.day))


def _place(stops: Sequence[tuple[int, _Stop]], words: Words) -> dict[int, tuple[int, int]]:
    """Give each stop a side (-1 above, 1 below) and a level, the important ones first, sides in turn."""
    taken: list[tuple[int, int, int, int]] = []  # side, level, left, right
    places: dict[int, tuple[int, int]] = {}
    for n, (x, stop) in sorted(enumerate(stops), key=lambda item: (item[1][1].rank, item[0])):
        half = max(text_width(line, SIZE) for line in _lines(stop, words)) // 2 + GAP // 2
        preferred = -1 if n % 2 == 0 else 1
        for level in range(LEVELS):
            side = next((s for s in (preferred, -preferred) if _free(taken, s, level, x, half)), None)
            if side is not None:
                places[n] = side, level
                taken.append((side, level, x - half, x + half))
                taken += [(side, lower, x - 2, x + 2) for lower in range(level)]  # its leader
                break
    return places


def _free(taken: Sequence[tuple[int, int, int, int]], side: int, level: int, x: int, half: int) -> bool:
    own = all(
        x + half <= left or x - half >= right for s, lv, left, right in taken if (s, lv) == (side, level)
    )
    leader = all(not left - 3 < x < right + 3 for s, lv, left, right in taken if s == side and lv < level)
    return own and leader


def _label(x: int, y: int, stop: _Stop, place: tuple[int, int] | None, words: Words) -> PathLabel | None:
    if place is None:
        return None
    side, level = place
    lines = _lines(stop, words)
    far = CLEAR + level * LEVEL_HEIGHT
    if side < 0:
        top = y - far - (len(lines) - 1) * LEADING
        return PathLabel(x, top, lines, (y - 9, y - far + 5) if level else None)
    return PathLabel(x, y + far + 11, lines, (y + 9, y + far - 2) if level else None)
