"""Target dates against an independent engine: TaskJuggler, scheduling the same plans as late as possible.

What is exported is what lies before the launch, and the launch. Each side's calendar becomes the working
hours and leaves of resources: every step gets one of its own, so that no step waits for another's hands.
docs/schedule.md says why each thing is exported as it is.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest

from generator.plan.load import load_plan
from generator.plan.model import Milestone, Plan
from generator.schedule.engine import schedule
from generator.starter.make import new_deal
from generator.workspace import Options, Workspace

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
SAMPLES = sorted(p.parent.name for p in ROOT.glob("plans/*/plan.yaml"))
TEMPLATES = sorted(p.stem for p in ROOT.glob("plans/templates/*.yaml"))
WORDS = {
    "buyer": "Acme Logistics", "seller": "Nimbus Robotics", "partner": "Integra",
    "buyer_country": "DE", "seller_country": "US", "partner_country": "NL",
    "launch": "2027-06-01", "introduced": "2026-10-05",
}  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("tj3"), reason="tj3 is not installed; run .ci/install-extras"),
]


def tj_id(milestone_id: str) -> str:
    return "m_" + milestone_id.replace("_", "__").replace("-", "_")


def before_launch(plan: Plan) -> list[Milestone]:
    """The launch and all that does not follow it, in file order."""
    follows = {plan.launch_milestone.id}
    while more := {m.id for m in plan.milestones if not follows.isdisjoint(m.after)} - follows:
        follows |= more
    return [m for m in plan.milestones if m.id == plan.launch_milestone.id or m.id not in follows]


def leaves(plan: Plan, m: Milestone, years: range) -> Iterator[str]:
    """Public holidays of all sides that work on a step, and the days on which nobody works."""
    for name in dict.fromkeys(plan.side_of(role) for role in (m.owner, *m.with_)):
        side = plan.side(name)
        if side.country:
            found = holidays.country_holidays(side.country, subdiv=side.subdivision, years=years)
            yield from (f'leaves holiday "{name}" {day}' for day in sorted(found))
    for key in plan.key_dates:
        if key.no_work:
            yield f'leaves holiday "no work" {key.date} - {(key.until or key.date) + DAY}'


def resource(plan: Plan, m: Milestone, suffix: str, hours: str, years: range) -> str:
    calendar = "\n  ".join(leaves(plan, m, years))
    off = "workinghours sat, sun off\n  workinghours mon - fri"
    return f'resource r_{tj_id(m.id)}{suffix} "r" {{\n  {off} {hours}\n  {calendar}\n}}\n'


def gap(m: Milestone) -> tuple[str, str]:
    """What a predecessor precedes, and how: a wait in working days is a step of its own, on m's calendar."""
    if m.wait and m.wait.days and m.wait.calendar:
        return tj_id(m.id), f" {{ gapduration {m.wait.days}d }}"
    return (f"wait_{tj_id(m.id)}", "") if m.wait and m.wait.days else (tj_id(m.id), "")


def tasks(plan: Plan, m: Milestone, chosen: list[Milestone], launched: date) -> Iterator[str]:
    """A step as effort of its own resource. A point is an hour in the evening: after the day's work."""
    waiting = [gap(s) for s in chosen if m.id in s.after]
    bounds = [f"precedes {target}{how}" for target, how in waiting]
    if m.due:
        yield f'task due_{tj_id(m.id)} "d" {{ milestone start {m.due + DAY} }}\n'
        bounds.append(f"precedes due_{tj_id(m.id)}")
    last = plan.launch.date if m.id == plan.launch_milestone.id else launched
    if not waiting:
        yield f'task end_{tj_id(m.id)} "e" {{ milestone start {last + DAY} }}\n'
        bounds.append(f"precedes end_{tj_id(m.id)}")
    effort = f"{m.takes.high}d" if m.takes.high else "1h"
    yield task(tj_id(m.id), f"r_{tj_id(m.id)}", effort, bounds)
    if gap(m)[0] != tj_id(m.id) and m.wait:
        yield task(gap(m)[0], f"r_{tj_id(m.id)}_w", f"{m.wait.days}d", [f"precedes {tj_id(m.id)}"])


def task(name: str, worker: str, effort: str, bounds: list[str]) -> str:
    lines = "\n  ".join(["scheduling alap", f"effort {effort}", f"allocate {worker}", *bounds])
    return f'task {name} "{name}" {{\n  {lines}\n}}\n'


def export(plan: Plan, launched: date) -> str:
    """The plan as a .tjp; `launched` is the launch's target, for what hangs on nothing else."""
    chosen = before_launch(plan)
    first, last = plan.introduced - 400 * DAY, plan.launch.date + 60 * DAY
    years = range(first.year, last.year + 1)
    work = "9:00 - 17:00"
    parts = [f'project p "p" {first} - {last} {{\n  timezone "UTC"\n  dailyworkinghours 8\n}}\n']
    parts += [resource(plan, m, "", work if m.takes.high else "17:00 - 23:00", years) for m in chosen]
    parts += [resource(plan, m, "_w", work, years) for m in chosen if gap(m)[0] != tj_id(m.id)]
    parts += [text for m in chosen for text in tasks(plan, m, chosen, launched)]
    columns = 'formats csv\n  columns id, start, end\n  timeformat "%Y-%m-%d"\n  hideresource 1'
    return "".join(parts) + f'taskreport "targets" {{\n  {columns}\n}}\n'


def taskjuggler(plan: Plan, launched: date, folder: Path) -> dict[str, tuple[date, date]]:
    """Let TaskJuggler schedule the plan; gives each step's start and due."""
    (folder / "plan.tjp").write_text(export(plan, launched), encoding="utf-8")
    done = subprocess.run(["tj3", "plan.tjp"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with (folder / "targets.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file, delimiter=";")}
    dates = {m.id: rows[tj_id(m.id)] for m in before_launch(plan)}
    return {i: (date.fromisoformat(r["Start"]), date.fromisoformat(r["End"])) for i, r in dates.items()}


def compare(plan: Plan, folder: Path) -> None:
    found = schedule(plan, TODAY).milestones
    launched = found[plan.launch_milestone.id].target.due
    theirs = taskjuggler(plan, launched, folder)
    ours = {i: (found[i].target.start, found[i].target.due) for i in theirs}
    assert ours == theirs


@pytest.mark.parametrize("deal", SAMPLES)
def test_samples(deal: str, tmp_path: Path) -> None:
    compare(load_plan(ROOT / "plans" / deal / "plan.yaml", deal, TODAY), tmp_path)


@pytest.mark.parametrize("template", TEMPLATES)
def test_templates(template: str, tmp_path: Path) -> None:
    file = new_deal(Workspace(tmp_path, Options(), "Nimbus Robotics"), "deal", template, WORDS, TODAY)
    compare(load_plan(file, template, TODAY), tmp_path)


def test_everything_that_a_plan_can_say(
    build: Callable[..., Plan], step: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    """Waits of both kinds, points, points in a row, several sides at once, deadlines, days without work."""
    plan = build(
        step("goals", "3 days", owner="ae", **{"with": ["ops", "si"]}),
        step("review", "2 weeks", "goals", due="2026-12-11"),
        step("signed-off", "0 days", "review", owner="si"),
        step("announced", "0 days", "signed-off", wait="3 days"),
        step("ordered", "5-12 days", "announced", owner="ae", wait="2 weeks calendar"),
        step("delivered", "4 days", "ordered", owner="si", wait="2 days"),
        step("room", "6 days", "goals", wait="1 week calendar", **{"with": ["ae"]}),
        step("noticed", "0 days", "room", "delivered", owner="ae"),
        step("aside", "7 days", owner="si"),
        step("live", "1 day", "noticed", owner="si"),
        step("return", "20 days", "live"),
        launch="2027-05-05",
        key_dates=[{"date": "2026-12-21", "until": "2027-01-08", "what": "Freeze", "no_work": True}],
    )
    compare(plan, tmp_path)
