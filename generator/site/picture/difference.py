"""First agreed against now: each outcome's move as a small slip mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.view.outcome import Outcome

DIFFERENCE_WIDTH, MARK = 150, 7  # px


@dataclass(frozen=True)
class Difference:
    """An outcome's move since it was agreed, as a small slip mark: places in pixels on a line of its own."""

    outcome: Outcome
    agreed_x: int
    now_x: int


def make_differences(outcomes: Sequence[Outcome]) -> tuple[Difference, ...]:
    """Draw all moves to one scale; a date that came earlier runs the other way."""
    moves = [o.moved_days for o in outcomes]
    earliest, latest = min([0, *moves]), max([0, *moves])
    scale = DIFFERENCE_WIDTH / ((latest - earliest) or 1)
    zero = round(-earliest * scale) + MARK
    return tuple(Difference(o, zero, zero + round(o.moved_days * scale)) for o in outcomes)
