"""The way to go-live as a picture: lanes, bars, today, freezes and the event, as plain numbers for an SVG.

All lengths are pixels of a picture 1120 wide. The picture is decoration for assistive technology; the table
under it carries every fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from generator.site.picture.measure import text_width, wrap
from generator.site.view.outcome import KeySpan, Outcome, Stage

WIDTH = 1120
STAGE_WIDTH = 82  # px for a stage's name; its outcomes are numbered right of it
LEFT = 433  # where days begin; stage and outcome stand left of it
ROW, LANE_GAP, TOP = 40, 12, 68
NAME_X, NAME_WIDTH = 106, 310
EDGE = timedelta(days=14)  # before the first bar and after the last
MONTH_MIN = 44  # narrower months are named by quarter
LABEL = 13  # px, size of labels in the picture
LABEL_ROOM = 72  # px right of the last bar for its date
_GAP = 9  # px between a bar and its date


@dataclass(frozen=True)
class Bar:
    """One outcome's line in the picture; `kind` is how its mark is drawn."""

    number: int
    name: tuple[str, ...]
    y: int
    kind: Literal["ours", "theirs", "done", "launch", "launch-done"]
    x: int
    width: int
    label: str
    label_x: int
    label_left: bool
    bold: bool
    ghost: tuple[int, int] | None
    move: tuple[int, int] | None


@dataclass(frozen=True)
class Lane:
    """One stage: a hairline at `y`, its name, in one or two lines, beside the first bar."""

    name: tuple[str, ...]
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Band:
    """Days on which nobody works, hatched."""

    x: int
    width: int


@dataclass(frozen=True)
class Label:
    """A name above the picture, centred at `x`; a single day that has no band gets a short line at `mark`."""

    x: int
    text: str
    kind: Literal["today", "event", "band"]
    mark: int | None = None


@dataclass(frozen=True)
class Timeline:
    """The whole picture; `months` are (line, place of the name, name)."""

    height: int
    bottom: int
    lanes: tuple[Lane, ...]
    months: tuple[tuple[int, int, str], ...]
    bands: tuple[Band, ...]
    labels: tuple[Label, ...]
    today: int | None
    event: int | None
    elbows: tuple[str, ...]
    ghosts: bool
    theirs: bool
    done: bool


class _Scale:
    """Days to pixels: two weeks before the first day shown, two after the last, or what its label needs."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first = min(days) - EDGE
        shown = (max(days) - self.first).days
        label_days = timedelta(days=-(-shown * LABEL_ROOM // (WIDTH - LEFT - LABEL_ROOM)))
        self.last = max(days) + max(EDGE, label_days)
        self._per_day = (WIDTH - LEFT) / (self.last - self.first).days

    def __call__(self, day: date) -> int:
        return round(LEFT + (day - self.first).days * self._per_day)

    def inside(self, day: date) -> bool:
        return self.first <= day <= self.last

    def months(self) -> list[date]:
        """First days of the months shown, thinned to quarters or years where they would crowd."""
        months = 1
        for step in (1, 3, 6, 12):
            months = step
            if self._per_day * 30.4 * step >= MONTH_MIN:
                break
        found, day = [], self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first and (day.month - 1) % months == 0:
                found.append(day)
            day = (day + timedelta(days=32)).replace(day=1)
        return found


@dataclass(frozen=True)
class Say:
    """The words that the picture needs, in the reader's language."""

    day: Callable[[date], str]
    month: Callable[[date, bool], str]
    done: Callable[[str], str]
    today: Callable[[str], str]


def make_timeline(
    stages: Sequence[Stage],
    chain: Sequence[str],
    today: date,
    event: tuple[date, str] | None,
    keys: Sequence[KeySpan],
    say: Say,
) -> Timeline:
    """Lay out the picture. `chain`: ids of what sets the launch date; `event`: what the launch is for."""
    outcomes = [o for stage in stages for o in stage.outcomes]
    days = [today] + [d for o in outcomes for d in (o.start, o.expected, o.agreed_start, o.agreed) if d]
    scale = _Scale([*days, *([event[0]] if event else [])])
    lanes, bottom = _lanes(stages, scale, today, say)
    bars = {b.number: b for lane in lanes for b in lane.bars}
    by_id = {o.id: bars[o.number] for o in outcomes}
    open_chain = [by_id[o.id] for i in chain for o in outcomes if o.id == i and not o.done]
    spans = [k for k in keys if k.no_work and scale.inside(k.first)]
    return Timeline(
        height=bottom + 2,
        bottom=bottom,
        lanes=tuple(lanes),
        months=tuple(_month_labels(scale, scale(today), say)),
        bands=tuple(_band(k, scale) for k in spans),
        labels=tuple(_labels(scale, today, event, [k for k in keys if scale.inside(k.first)], say)),
        today=scale(today),
        event=scale(event[0]) if event else None,
        elbows=tuple(_elbow(a, b) for a, b in pairwise(open_chain)),
        ghosts=any(b.ghost for b in bars.values()),
        theirs=any(b.kind == "theirs" for b in bars.values()),
        done=any(o.done for o in outcomes),
    )


def _lanes(stages: Sequence[Stage], scale: _Scale, today: date, say: Say) -> tuple[list[Lane], int]:
    lanes, y = [], TOP
    for stage in stages:
        first = y
        bars = []
        for n, outcome in enumerate(stage.outcomes):
            middle = first + LANE_GAP // 2 + ROW // 2 + n * ROW
            bars.append(_bar(outcome, middle, scale, today, say))
        lanes.append(Lane(wrap(stage.name, STAGE_WIDTH), first, tuple(bars)))
        y = first + LANE_GAP + ROW * len(stage.outcomes)
    return lanes, y


def _bar(outcome: Outcome, y: int, scale: _Scale, today: date, say: Say) -> Bar:
    x, end = scale(outcome.start), scale(outcome.expected + timedelta(days=1))
    kind: Literal["ours", "theirs", "done", "launch", "launch-done"] = (
        "ours" if outcome.owner.ours else "theirs"
    )
    if outcome.done:
        kind = "launch-done" if outcome.launch else "done"
    elif outcome.launch:
        kind = "launch"
    if outcome.launch:
        x = end = scale(outcome.expected)
    label = say.day(outcome.expected)
    if outcome.done:
        label = say.done(label)
    width = text_width(label) + _GAP
    crossed = x < end + width and end <= scale(today) < end + width + 4
    left = (crossed or end + width > WIDTH) and x - width > LEFT - 30
    reach = 7 if outcome.launch else 0
    right = scale(today) + _GAP if crossed else max(end, x + 4) + _GAP + reach
    ghost, move = _ghost(outcome, scale)
    return Bar(
        number=outcome.number,
        name=wrap(outcome.outcome, NAME_WIDTH),
        y=y,
        kind=kind,
        x=x,
        width=max(end - x, 4),
        label=label,
        label_x=(x - _GAP - reach) if left else right,
        label_left=left,
        bold=(outcome.moved_days != 0 and not outcome.done) or outcome.launch,
        ghost=ghost,
        move=move,
    )


def _ghost(outcome: Outcome, scale: _Scale) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Give the line of the agreed dates, and the dots from its end to the expected day, where they differ."""
    if outcome.done or not outcome.moved_days or not outcome.agreed or not outcome.agreed_start:
        return None, None
    if outcome.launch:
        return (scale(outcome.agreed), scale(outcome.agreed)), (
            scale(outcome.agreed),
            scale(outcome.expected),
        )
    end = scale(outcome.agreed + timedelta(days=1))
    return (scale(outcome.agreed_start), end), (end, scale(outcome.expected + timedelta(days=1)))


def _elbow(before: Bar, after: Bar) -> str:
    """Lead from the end of one bar down to the start of the next, clear of both."""
    x1, x2 = before.x + before.width - 3, after.x + 3
    if after.kind == "launch":
        x2 = after.x
    half = 7
    if before.y > after.y:
        return f"M{x1} {before.y - half}V{after.y + half + 6}H{x2}V{after.y + half}"
    target = after.y - half - (4 if after.kind == "launch" else 0)
    turn = before.y + 24 if target - before.y > 30 else before.y + half + 5
    return f"M{x1} {before.y + half}V{turn}H{x2}V{target}"


def _band(key: KeySpan, scale: _Scale) -> Band:
    x = scale(key.first)
    return Band(x, max(min(scale(key.last + timedelta(days=1)), WIDTH) - x, 3))


def _month_labels(scale: _Scale, today: int, say: Say) -> Iterable[tuple[int, int, str]]:
    """Name each month right of its line, or right of today's where that would cross the name.

    A name without room is left out, its year goes to the next one.
    """
    year = None
    days = scale.months()
    for day, after in zip(days, [*map(scale, days[1:]), WIDTH], strict=True):
        x = scale(day)
        for text in dict.fromkeys((say.month(day, day.year != year), say.month(day, False))):
            at = today + 6 if x + 4 <= today <= x + 10 + text_width(text) else x + 7
            if at + text_width(text) <= after:
                yield x, at, text
                year = day.year if text == say.month(day, True) or day.year == year else year
                break
        else:
            if x < WIDTH - 16:
                yield x, x, ""


def _labels(
    scale: _Scale, today: date, event: tuple[date, str] | None, keys: Sequence[KeySpan], say: Say
) -> Iterable[Label]:
    """Name today, the event and the bands on one row; what finds no room is left to the table below."""
    taken: list[tuple[int, int]] = []
    wanted = [Label(scale(today), say.today(say.day(today)), "today")]
    if event:
        wanted.append(Label(scale(event[0]), f"{event[1]} {say.day(event[0])}", "event"))
    for key in sorted(keys, key=lambda k: (not k.no_work, k.first - k.last)):
        first, last = scale(key.first), scale(min(key.last, scale.last))
        wanted.append(Label((first + last) // 2, key.what, "band", None if key.no_work else first))
    for label in wanted:
        placed = _place(label.x, text_width(label.text) + 12, taken)
        if placed is not None:
            taken.append(placed)
            yield replace(label, x=(placed[0] + placed[1]) // 2)


def _place(x: int, width: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Find room for a label about `x`: centred, else a little to a side, but still above its mark."""
    for shift in range(0, width // 2 + 8, 4):
        for side in (-shift, shift):
            left = min(max(x - width // 2 + side, LEFT - 80), WIDTH - width)
            if left - 6 <= x <= left + width + 6 and all(left >= b or left + width <= a for a, b in taken):
                return left, left + width
    return None
