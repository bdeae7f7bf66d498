"""One deal to its row in the portfolio: load, schedule, ask the rules, and say what matters to a manager."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import mean

from generator.clock import FIRST_ZONE, Clock
from generator.errors import GoliveError
from generator.plan.load import parse_plan
from generator.plan.model import Plan, SideName
from generator.portfolio.health import concerns
from generator.portfolio.row import Concern, LeadTime, Row, Step
from generator.portfolio.trend import last_week, signals
from generator.record.journal import Entry, baseline_records, numbers
from generator.rules.register import findings
from generator.rules.rule import Situation
from generator.rules.told import last_told
from generator.schedule.baseline import Record, latest_record, recorded_holidays
from generator.schedule.engine import schedule
from generator.schedule.likelihood import likelihood
from generator.schedule.moves import next_moves
from generator.schedule.network import network_of, progress_now
from generator.value.worth import value_of

TRIALS = 200  # of the simulation; a portfolio needs to know 30 from 60 of 100, not 59 from 60
GATE_DAYS = timedelta(days=14)


def summarize(deal: str, raw: bytes, entries: tuple[Entry, ...], clock: Clock) -> tuple[Row, str]:
    """Give a deal's row, and the time zone whose day it holds for.

    A plan with faults gives a row that says so; one such fault is a day yet to come, anywhere.
    """
    try:
        plan = parse_plan(raw, f"plans/{deal}/plan.yaml", clock.latest_day())
        return _row(deal, plan, entries, clock.today(plan.buyer.timezone)), plan.buyer.timezone
    except GoliveError:
        return faulty(deal), FIRST_ZONE


def faulty(deal: str) -> Row:
    """Give the row of a deal that cannot be read."""
    sentence = f"Its files have faults, so nothing can be said of it; see them with: golive check {deal}"
    return Row(deal=deal, title=deal, concerns=(Concern(rank=0, kind="faults", sentence=sentence),))


def _row(deal: str, plan: Plan, entries: tuple[Entry, ...], today: date) -> Row:
    record, given = latest_record(baseline_records(entries)), numbers(entries, plan.by_id)
    dates = schedule(plan, today, record, given)
    s = Situation(deal, plan, dates, entries, given, today)
    moves = next_moves(plan, dates)
    odds = likelihood(plan, today, record, TRIALS) if plan.state == "open" else None
    worth = value_of(plan.value, plan.launch.date) if plan.value else None
    of_others = {name for name, role in plan.roles.items() if role.side != "buyer"}
    replies = [entry.when for entry in entries if entry.by == "mail" and entry.who not in of_others]
    return Row(
        deal=deal, title=plan.title, buyer=plan.buyer.name, rep=_rep(plan), state=plan.state,
        outcomes=tuple(plan.by_id),
        launch=plan.launch.date, agreed=dates.launch_baseline, forecast=dates.launch_forecast,
        slip_days=dates.slip_days,
        chance=round(100 * odds.early.chance) if odds else None,
        delay_per_week=round(worth.delay.per_week, 2) if worth and worth.delay else None,
        currency=worth.currency if worth else "",
        next=_step(s, moves[0]) if moves else None,
        waiting_since=_since(s, moves[0]) if moves else None,
        last_reply=max(replies, default=None), last_word=last_told(s, "buyer"),
        done=sum(m.status == "done" for m in plan.milestones), total=len(plan.milestones),
        concerns=concerns(s),
        gates=tuple(
            _step(s, m.id) for m in s.ahead
            if plan.state != "closed" and dates.milestones[m.id].forecast.due <= today + GATE_DAYS
        ),
        signals=signals(plan, entries),
        rules=tuple(sorted({f"{rule.id} {rule.name}" for rule, _ in findings(s)})),
        slip_by_side=_slip_by_side(s),
        lead_times=lead_times(plan, record),
        week=last_week(plan, entries, today),
    )  # fmt: skip


def _rep(plan: Plan) -> str:
    """Name the seller's first person with an address: whom the mails come from, too."""
    of_seller = (r for r in plan.roles.values() if r.side == "seller")
    rep = next((r for _, r in plan.people() if r.side == "seller"), None) or next(of_seller, None)
    return (rep.name or rep.title) if rep else ""


def _step(s: Situation, name: str) -> Step:
    m = s.plan.by_id[name]
    return Step(
        id=name, number=s.numbers[name], outcome=m.outcome, stage=m.stage or "", owner=m.owner,
        who=s.who(m.owner), side=s.plan.side_of(m.owner), due=s.schedule.milestones[name].forecast.due,
    )  # fmt: skip


def _since(s: Situation, name: str) -> date:
    """Say from which day somebody could work on it: it began, or the last outcome before it was reached."""
    m = s.plan.by_id[name]
    before = [s.plan.by_id[p].done_on for p in m.after]
    return min(s.today, m.started_on or max([s.plan.introduced, *(d for d in before if d)]))


def _slip_by_side(s: Situation) -> dict[SideName, float]:
    slips: dict[SideName, list[int]] = defaultdict(list)
    for m in s.plan.milestones:
        slips[s.plan.side_of(m.owner)].append(s.schedule.milestones[m.id].slip_days)
    return {side: round(mean(days), 1) for side, days in slips.items()}


def lead_times(plan: Plan, record: Record | None) -> tuple[LeadTime, ...]:
    """Count the working days that each reached outcome took, where it is known when it could begin."""
    network = network_of(plan, recorded_holidays(record))
    progress = progress_now(plan, network)
    found = []
    for m in plan.milestones:
        i = network.position[m.id]
        done, before = progress[i].done, [progress[p].done for p in network.steps[i].predecessors]
        begun = progress[i].started or max([d + 1 for d in before if d] or [0])
        if done and begun and begun <= done and m.takes.high:
            days = max(1, network.steps[i].calendar.between(begun - 1, done))
            found.append(
                LeadTime(
                    milestone=m.id, stage=m.stage or "", side=plan.side_of(m.owner),
                    planned_days=m.takes.high, days=days,
                )
            )  # fmt: skip
    return tuple(found)
