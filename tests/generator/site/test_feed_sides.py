"""What stands beside the feeds: one for each side, and check-ins with an agenda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from scenes import Golive

from generator.plan.model import Plan
from generator.site.feeds.events import deal_events
from generator.site.gather import gather

PEOPLE = {"champion": "buyer", "security": "buyer", "ae": "seller", "csm": "seller"}
RAW: dict[str, Any] = {
    "title": "Kiln and Loom",
    "buyer": {"name": "Kiln", "country": "DE", "timezone": "Europe/Berlin"},
    "seller": {"name": "Loom", "country": "GB"},
    "introduced": "2026-03-02",
    "launch": {"date": "2026-06-01"},
    "roles": {
        "ops": {"side": "buyer", "title": "Operations", "email": "ada@kiln.example"},
        "ae": {"side": "seller", "title": "Sales", "email": "sam@loom.example"},
    },
    "milestones": [
        {"id": "late", "outcome": "Late", "owner": "ops", "takes": "1 day", "expected": "2026-03-12"},
        {"id": "soon", "outcome": "Soon", "owner": "ops", "takes": "1 day", "expected": "2026-03-20"},
        {
            "id": "over", "outcome": "Over", "owner": "ops", "takes": "1 day", "status": "done",
            "started_on": "2026-03-02", "done_on": "2026-03-18",
        },
        {"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"},
    ],
    "checkins": {"every": "week", "on": "tuesday", "at": "15:00", "with": ["ops", "ae"]},
}  # fmt: skip


@pytest.fixture(scope="module")
def agenda() -> dict[str, list[str]]:
    plan = Plan.model_validate(RAW)
    facts = gather("kiln", Path(), plan, (), plan.introduced)
    return {e.id: e.details.splitlines() for e in deal_events(facts, None)}


def test_a_check_in_says_what_was_due_since_the_last_and_is_before_the_next(
    agenda: dict[str, list[str]],
) -> None:
    assert agenda["checkin.20260317"][1:] == [
        "Was due since the check-in before: Late (12\u00a0Mar)",
        "Due before the next check-in: Soon (20\u00a0Mar)",
    ]
    assert agenda["checkin.20260310"][1:] == ["Due before the next check-in: Late (12\u00a0Mar)"]


def test_a_check_in_before_which_nothing_is_due_only_says_who_comes(agenda: dict[str, list[str]]) -> None:
    assert len(agenda["checkin.20260407"]) == 1


@pytest.fixture
def published(run: Golive, workspace: Path) -> dict[str, Path]:
    """Everybody's folder of feeds, by person."""
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    return {k["person"]: workspace / "public" / str(k["calendar"]).split("/")[-2] for k in links}


def test_everybody_has_the_feed_of_the_own_side(published: dict[str, Path]) -> None:
    feeds = {person: (published[person] / "side.ics").read_bytes() for person in PEOPLE}
    assert feeds["champion"] == feeds["security"] != feeds["ae"] == feeds["csm"]
    whole = (published["champion"] / "plan.ics").read_bytes()
    uids = {side: set(_uids(raw)) for side, raw in (("buyer", feeds["champion"]), ("seller", feeds["ae"]))}
    assert uids["buyer"] | uids["seller"] == set(_uids(whole))
    assert not (published["any"] / "side.ics").exists()


def _uids(raw: bytes) -> list[str]:
    return [str(e["UID"]) for e in Calendar.from_ical(raw).walk("VEVENT")]


def test_the_calendar_page_lists_it(run: Golive, workspace: Path) -> None:
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    urls = {k["person"]: str(k["url"]).split("/")[-2] for k in links}
    page = (workspace / "public" / urls["champion"] / "calendar.html").read_text("utf-8")
    assert page.index("/mine.ics") < page.index("/side.ics") < page.index("/plan.ics")
    assert "Your company’s dates" in page
    passed_on = (workspace / "public" / urls["any"] / "calendar.html").read_text("utf-8")
    assert "/side.ics" not in passed_on
