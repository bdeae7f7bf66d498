"""The baseline: each milestone's forecast on the day both sides agreed the plan, to measure slip against.

Recorded, it is a JSON object in the journal (a *record*):

    day       the day it was taken
    dates     {milestone: forecast due on that day}
    launch    the id of the launch milestone then
    steps     {milestone: {takes, day, and what was said by then: status, started_on, done_on, expected}}
    holidays  {region: [days]}: the public holidays it was planned with, kept when the library changes
    whole     false where the record only adds milestones to an earlier one

Only `dates` must be there. Without any record the baseline is computed for `introduced`, as if nothing had
been done or said yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.plan.model import Plan
from generator.schedule.forecast import forecast_dates
from generator.schedule.network import Network, Progress, network_of, progress_now
from generator.schedule.target import target_dates

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Baseline:
    """A baseline as the engine counts with it (ordinals): launch, due dates, and what was known of each step.

    `days` says on which day each milestone's baseline was taken; one that is missing was never recorded.
    """

    launch: int
    dues: Mapping[str, int]
    progress: Mapping[str, Progress] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)


def recorded_holidays(record: Record | None) -> dict[str, list[date]]:
    """The holidays that a record keeps, by region."""
    kept = (record or {}).get("holidays", {})
    return {place: [date.fromisoformat(d) for d in days] for place, days in kept.items()}


def baseline_record(
    plan: Plan,
    day: date,
    *,
    before: Record | None = None,
    only: Iterable[str] | None = None,
    pristine: bool = False,
) -> dict[str, Any]:
    """Take the baseline on a day, ready to be stored in the journal.

    `before` is the record it replaces or adds to, whose holidays it keeps; `only` names the milestones that
    were added since (the record is then not `whole`); `pristine` takes them as if nothing had been done or
    said yet.
    """
    network = network_of(plan, recorded_holidays(before))
    progress = progress_now(plan, network)
    if pristine:
        progress = [p.pristine() for p in progress]
    starts, dues = target_dates(network, progress)
    _, forecast = forecast_dates(network, progress, starts, day.toordinal())
    wanted = None if only is None else set(only)
    chosen = [m.id for m in plan.milestones if wanted is None or m.id in wanted]
    at = network.position
    touched = (*starts, *dues, *forecast, day.toordinal())
    years = range(date.fromordinal(min(touched)).year, date.fromordinal(max(touched)).year + 2)
    return {
        "day": day.isoformat(),
        "whole": wanted is None,
        "dates": {i: _iso(forecast[at[i]]) for i in chosen},
        "launch": network.steps[network.launch].id,
        "steps": {i: _step_record(progress[at[i]], day) for i in chosen},
        "holidays": {
            place: [d.isoformat() for d in days] for place, days in network.calendars.holidays(years).items()
        },
    }


def latest_record(records: Iterable[Record]) -> dict[str, Any] | None:
    """Fold the journal's records, oldest first, into the one that counts now; None while there is none.

    A whole record replaces what was there; one that is not adds the milestones that were unknown until then.
    """
    latest: dict[str, Any] | None = None
    for record in records:
        if not record:
            continue
        if latest is None or record.get("whole", True):
            latest = dict(record)
            continue
        for part in ("dates", "steps", "holidays"):
            latest[part] = {**record.get(part, {}), **latest.get(part, {})}
    return latest


def read_baseline(record: Record, network: Network, introduced: int) -> Baseline:
    """Read a record; a milestone without `steps` counts as untouched on its day, or when introduced."""
    dues = {k: date.fromisoformat(v).toordinal() for k, v in record["dates"].items()}
    steps: Mapping[str, Any] = record.get("steps", {})
    taken = _day(record.get("day")) or introduced
    launch = dues.get(network.steps[network.launch].id) or dues.get(record.get("launch", ""))
    return Baseline(
        launch=launch or max(dues.values(), default=network.launch_date),
        dues=dues,
        progress={k: _read_progress(v) for k, v in steps.items()},
        days={k: _day(steps.get(k, {}).get("day")) or taken for k in dues},
    )


def computed_baseline(plan: Plan, network: Network, progress: list[Progress]) -> Baseline:
    """Compute the baseline for the day the plan was introduced, as if nothing had been done or said yet."""
    untouched = [p.pristine() for p in progress]
    introduced = plan.introduced.toordinal()
    starts, _ = target_dates(network, untouched)
    _, dues = forecast_dates(network, untouched, starts, introduced)
    ids = [s.id for s in network.steps]
    return Baseline(
        launch=dues[network.launch],
        dues=dict(zip(ids, dues, strict=True)),
        progress=dict(zip(ids, untouched, strict=True)),
        days=dict.fromkeys(ids, introduced),
    )


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _day(value: str | None) -> int | None:
    return date.fromisoformat(value).toordinal() if value else None


def _step_record(p: Progress, day: date) -> dict[str, Any]:
    said = {"started_on": p.started, "done_on": p.done, "expected": p.expected}
    record: dict[str, Any] = {"takes": p.takes, "day": day.isoformat()}
    if p.status != "open":
        record["status"] = p.status
    return record | {key: _iso(value) for key, value in said.items() if value is not None}


def _read_progress(step: Mapping[str, Any]) -> Progress:
    return Progress(
        takes=step["takes"],
        status=step.get("status", "open"),
        started=_day(step.get("started_on")),
        done=_day(step.get("done_on")),
        expected=_day(step.get("expected")),
    )
