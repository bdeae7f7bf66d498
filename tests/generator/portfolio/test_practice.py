"""Lead times learned from reached outcomes, and what golive new does with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from scenes import Golive

from generator.portfolio.practice import by_outcome, by_rep, by_stage
from generator.portfolio.row import LeadTime, Row


def row(*days: int, rep: str = "Sam Field", rules: tuple[str, ...] = ()) -> Row:
    leads = tuple(
        LeadTime(milestone="legal", stage="Buy", side="buyer", planned_days=5, days=d) for d in days
    )
    slips = {"buyer": 4.0, "seller": 1.0}
    return Row(deal="a", title="A", rep=rep, total=3, lead_times=leads, rules=rules, slip_by_side=slips,
               outcomes=("legal", "live"))  # fmt: skip


def test_median_and_p80_are_nearest_rank() -> None:
    found = by_outcome([row(3, 4, 6), row(8, 20)])["legal"]
    assert (found.count, found.planned, found.median, found.p80, found.takes) == (5, 5, 6, 8, "6-8 days")
    assert by_outcome([row(3, 4, 6, 8)]) == {}  # four say little
    assert [stage.name for stage in by_stage([row(3)])] == ["Buy"]


def test_reps_are_compared_by_their_open_plans() -> None:
    plans = {"small": frozenset({"legal", "live", "kickoff", "return"})}
    found = by_rep([row(rules=("MAP002 x",)), row(rep="Ada Moss")], plans)
    assert [one.rep for one in found] == ["Sam Field", "Ada Moss"]
    assert (found[0].template_kept_percent, found[0].rules_broken) == (50, 1)
    assert (found[0].buyer_slip_days, found[0].seller_slip_days) == (4.0, 1.0)


def test_a_new_deal_plans_with_what_was_learned(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def new(deal: str, *more: str) -> str:
        wanted = ("--template", "small-team", "--buyer", "Oak", "--launch", "2027-03-01")
        assert run("--workspace", workspace, "new", deal, *wanted, *more).code == 0
        return (workspace / "plans" / deal / "plan.yaml").read_text("utf-8")

    plain = new("plain")
    assert new("early", "--learned") == plain  # nothing was learned yet
    monkeypatch.setattr("generator.portfolio.cache.Rows.read", lambda *_: [live(7, 7, 7, 9, 9)])
    assert 'takes: "7-9 days"' in new("later", "--learned")


def live(*days: int) -> Row:
    return Row(deal="a", title="A", lead_times=tuple(
        LeadTime(milestone="live", stage="", side="buyer", planned_days=5, days=d) for d in days
    ))  # fmt: skip
