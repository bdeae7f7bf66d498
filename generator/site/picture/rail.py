"""The way to go-live on a phone: one upright rail in order of expected date, which is the table there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.site.view.outcome import KeySpan, Outcome


@dataclass(frozen=True)
class RailMark:
    """One thing on the upright rail: a stage's name, an outcome, today, a key date, the planned go-live."""

    kind: Literal["stage", "outcome", "today", "key", "planned"]
    day: date
    text: str = ""
    outcome: Outcome | None = None
    key: KeySpan | None = None


def make_rail(
    outcomes: Sequence[Outcome],
    today: date,
    planned: tuple[date, str] | None,
    keys: Sequence[KeySpan],
    today_words: str,
) -> tuple[RailMark, ...]:
    """Put everything on one upright rail in order of expected date, with stage names where the stage changes.

    What is reached stands before today's rule, whatever is open after it.
    """
    order = sorted(outcomes, key=lambda o: (not o.done, o.expected, o.number))
    marks = [RailMark("outcome", o.expected, outcome=o) for o in order if o.done]
    rest = [RailMark("outcome", o.expected, outcome=o) for o in order if not o.done]
    rest += [RailMark("key", k.first, key=k) for k in keys if k.last >= today]
    if planned and planned[0] >= today:
        rest.append(RailMark("planned", planned[0], text=planned[1]))
    marks.append(RailMark("today", today, text=today_words))
    marks += sorted(rest, key=lambda m: m.day)
    return tuple(_with_stages(marks))


def _with_stages(marks: Sequence[RailMark]) -> Iterable[RailMark]:
    stage = None
    for mark in marks:
        if mark.outcome and mark.outcome.stage and mark.outcome.stage != stage:
            stage = mark.outcome.stage
            yield RailMark("stage", mark.day, text=stage)
        yield mark
