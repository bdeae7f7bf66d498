"""`golive status`: the contract, filters, order, and a cache that is never stale."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from scenes import Golive

from generator.clock import Clock
from generator.portfolio.cache import Rows
from generator.workspace import open_workspace

KEYS = [
    "deal",
    "title",
    "launch",
    "forecast",
    "slip_days",
    "next",
    "waiting_on",
    "last_reply",
    "done",
    "total",
]


def rows(workspace: Path, day: str = "2026-11-16") -> Rows:
    return Rows(open_workspace(workspace), Clock(date.fromisoformat(day)))


def test_status_follows_its_contract(run: Golive, workspace: Path) -> None:
    found = run("--workspace", workspace, "status", "--json").json
    assert [one["deal"] for one in found] == ["acme", "harbor"]  # acme wants a person first
    acme, harbor = found
    assert list(acme) == KEYS
    assert (acme["launch"], acme["forecast"], acme["slip_days"]) == ("2027-03-01", "2027-03-11", 10)
    assert acme["next"] == {"milestone": "security-cleared", "owner": "security", "due": "2026-11-27"}
    assert (acme["waiting_on"], acme["done"], acme["total"]) == ("buyer", 2, 12)
    assert acme["last_reply"].startswith("2026-11-12T")
    assert harbor["last_reply"] is None


def test_every_line_has_its_reason(run: Golive, workspace: Path) -> None:
    lines = run("--workspace", workspace, "status").out.splitlines()[1:]
    assert len(lines) == 2
    assert all(line.split("\t")[-1].endswith(".") for line in lines)


def test_filters(run: Golive, workspace: Path) -> None:
    def deals(*arguments: str) -> list[str]:
        found = run("--workspace", workspace, "status", "--json", *arguments).json
        return [one["deal"] for one in found]

    assert deals("--waiting-on", "buyer") == ["acme", "harbor"]
    assert deals("--waiting-on", "security") == ["acme"]
    assert deals("--waiting-on", "seller") == []
    assert deals("--rep", "nobody") == []
    assert deals("--stage", "evaluate") == ["acme"]


def test_closed_deals_only_on_request(run: Golive, workspace: Path) -> None:
    assert run("--workspace", workspace, "close", "harbor").code == 0
    assert len(run("--workspace", workspace, "status", "--json").json) == 1
    assert len(run("--workspace", workspace, "status", "--json", "--all").json) == 2


def test_a_plan_with_faults_is_said_first(run: Golive, workspace: Path) -> None:
    plan = workspace / "plans" / "harbor" / "plan.yaml"
    plan.write_text(plan.read_text().replace("takes:", "takess:"))
    got = run("--workspace", workspace, "status")
    assert got.out.splitlines()[1].startswith("harbor\t")
    assert "golive check harbor" in got.out


def test_only_what_changed_is_worked_out(workspace: Path) -> None:
    first = rows(workspace)
    before = first.read(["acme", "harbor"])
    assert first.made == ["acme", "harbor"]
    again = rows(workspace)
    assert again.read(["acme", "harbor"]) == before
    assert again.made == []
    plan = workspace / "plans" / "acme" / "plan.yaml"
    plan.write_bytes(plan.read_bytes() + b"\n# looked through\n")
    changed = rows(workspace)
    changed.read(["acme", "harbor"])
    assert changed.made == ["acme"]


def test_a_new_day_and_a_lost_cache_make_rows_anew(workspace: Path) -> None:
    rows(workspace).read(["acme"])
    next_day = rows(workspace, "2026-11-17")
    next_day.read(["acme"])
    assert next_day.made == ["acme"]
    cache = workspace / ".golive" / "cache" / "portfolio"
    (cache / "acme.json").write_text("{damaged")
    damaged = rows(workspace, "2026-11-17")
    damaged.read(["acme"])
    assert damaged.made == ["acme"]
    shutil.rmtree(cache)
    assert rows(workspace, "2026-11-17").read(["acme"])


def test_a_fault_that_goes_at_midnight_goes_from_the_cache(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan may be done on the latest day that it is anywhere, which changes at 10:00 UTC."""
    plan = workspace / "plans" / "harbor" / "plan.yaml"
    text = plan.read_text("utf-8").replace("status: active", "status: done\n    done_on: 2026-11-17", 1)
    plan.write_text(text, "utf-8")

    def made_at(hour: int) -> list[str]:
        monkeypatch.setattr(Clock, "now", lambda _: datetime(2026, 11, 16, hour, tzinfo=UTC))
        found = Rows(open_workspace(workspace), Clock())
        assert [bool(row.total) for row in found.read(["harbor"])] == [hour >= 10]
        return found.made

    assert [made_at(hour) for hour in (8, 9, 10, 11)] == [["harbor"], [], ["harbor"], []]


def test_nothing_is_kept_of_a_deal_that_is_gone(run: Golive, workspace: Path) -> None:
    kept = workspace / ".golive" / "cache" / "portfolio"
    run("--workspace", workspace, "status")
    assert {file.stem for file in kept.glob("*.json")} == {"acme", "harbor"}
    shutil.rmtree(workspace / "plans" / "harbor")
    assert len(run("--workspace", workspace, "status", "--json").json) == 1
    assert {file.stem for file in kept.glob("*.json")} == {"acme"}
