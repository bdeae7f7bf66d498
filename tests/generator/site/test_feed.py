"""Calendar feeds: what they say, that any text stays valid, and that they change only with the plan."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.plan.load import parse_plan
from generator.plan.model import Plan
from generator.record.journal import Change, Entry, read_journal
from generator.site.facts import DealFacts
from generator.site.feeds.events import Event
from generator.site.feeds.feed import _vevent, feed
from generator.site.gather import gather

HERE = Path(__file__).parent
URL = "https://plans.mooring.example/"
TODAY = date(2026, 3, 10)


def _linter() -> Any:
    spec = importlib.util.spec_from_file_location("feed_linter", HERE / "feed_linter.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


lint: Callable[[bytes], list[str]] = _linter().lint


def entry(day: str, *changes: Change, **more: Any) -> Entry:
    """A journal line, written on a day at 08:30 in Berlin."""
    when = datetime.fromisoformat(f"{day}T08:30:00+01:00")
    return Entry(id=day, when=when, who="harbour", by="mail", before="", after="", changes=changes, **more)


OLD_LIGHTS = {"id": "berth-lights", "outcome": "Berth lit at night", "owner": "works", "internal": "WALRUS"}
JOURNAL = (
    entry(
        "2026-02-02",
        numbers={"survey": 1, "ramps": 2, "crane-hired": 3, "live": 4, "paid": 5, "berth-lights": 6},
    ),
    entry("2026-02-13", Change("survey", "done", {"milestones/survey/status": (None, "done")})),
    entry(
        "2026-03-02",
        Change("ramps", "move", {"milestones/ramps/expected": (None, "2026-03-20")}),
        moved={
            "ramps": (date(2026, 3, 13), date(2026, 3, 20)),
            "crane-hired": (date(2026, 4, 3), date(2026, 4, 14)),
        },
    ),
    entry(
        "2026-03-04",
        Change("berth-lights", "remove", {"milestones/berth-lights": (OLD_LIGHTS, None)}),
        moved={"berth-lights": (date(2026, 4, 30), None)},
    ),
    entry("2026-03-06", Change("crane-hired", "block", {"milestones/crane-hired/status": (None, "blocked")})),
)


def plan() -> Plan:
    return parse_plan((HERE / "feed" / "plan.yaml").read_bytes(), "plan.yaml", TODAY)


def facts(of: Plan | None = None, entries: tuple[Entry, ...] = JOURNAL, today: date = TODAY) -> DealFacts:
    return gather("ferry", HERE / "feed", of or plan(), entries, today)


def events(raw: bytes) -> dict[str, Any]:
    """The feed's events as another program reads them, by UID without its host."""
    found = {str(e["UID"]).partition("@")[0]: e for e in Calendar.from_ical(raw).walk("VEVENT")}
    assert len(found) == raw.count(b"\r\nBEGIN:VEVENT\r\n")
    return found


def described(**keys: Any) -> DealFacts:
    """The deal with other values in its plan, unchecked, as no plan file could hold them."""
    return facts(plan().model_copy(update=keys))


@pytest.mark.parametrize("person", [None, "harbour", "crane", "works"])
def test_golden(person: str | None, golden: Callable[[Path, bytes], None]) -> None:
    raw = feed(facts(), person, URL, page=URL + "shared/", source=URL + "shared/everything.ics")
    assert lint(raw) == []
    golden(HERE / "golden" / f"feed-{person or 'everything'}.ics", raw)


def test_says_what_state_an_outcome_is_in() -> None:
    said = {name: str(e["SUMMARY"]) for name, e in events(feed(facts(), None, URL)).items()}
    assert said["survey.ferry"] == "✓ Berths surveyed"
    assert said["ramps.ferry"] == "Moved: Ramps agreed, with drawings"
    assert said["crane-hired.ferry"] == "Blocked: Crane hired"
    assert said["live.ferry"] == "First ferry at the new berth"
    assert said["berth-lights.ferry"] == "Cancelled: Berth lit at night"


def test_moved_and_agreed_anew_is_not_moved() -> None:
    again = entry("2026-03-09", baseline={"dates": {"ramps": "2026-03-20"}, "whole": True})
    raw = feed(facts(entries=(*JOURNAL, again)), None, URL)
    assert str(events(raw)["ramps.ferry"]["SUMMARY"]) == "Ramps agreed, with drawings"


def test_dates_are_the_current_ones_and_all_day() -> None:
    deal = facts()
    for milestone in deal.plan.milestones:
        event = events(feed(deal, None, URL))[f"{milestone.id}.ferry"]
        due = deal.schedule.milestones[milestone.id].current.due
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (due, due + timedelta(days=1))
        assert event["TRANSP"] == "TRANSPARENT"


def test_a_freeze_ends_the_day_after_its_last() -> None:
    freeze = next(e for e in events(feed(facts(), None, URL)).values() if e["SUMMARY"] == "Easter")
    assert (freeze["DTSTART"].dt, freeze["DTEND"].dt) == (date(2026, 4, 3), date(2026, 4, 7))


def test_sequence_and_stamp_follow_the_journal() -> None:
    found = events(feed(facts(), None, URL))
    counted = {name.partition(".")[0]: int(e["SEQUENCE"]) for name, e in found.items() if "." in name}
    assert {k: counted[k] for k in ("survey", "ramps", "crane-hired", "live")} == {
        "survey": 1, "ramps": 1, "crane-hired": 2, "live": 0,
    }  # fmt: skip
    blocked, untouched = found["crane-hired.ferry"], found["live.ferry"]
    assert blocked["DTSTAMP"].dt == blocked["LAST-MODIFIED"].dt == datetime(2026, 3, 6, 7, 30, tzinfo=UTC)
    assert untouched["DTSTAMP"].dt == datetime(2026, 2, 2, tzinfo=UTC)


def test_nothing_changed_means_the_same_bytes() -> None:
    first = feed(facts(), None, URL)
    _vevent.cache_clear()
    later = feed(facts(today=TODAY + timedelta(days=3)), None, URL)
    assert first == later


def test_cancelled_for_thirty_days_then_gone() -> None:
    removed = date(2026, 3, 4)
    for days, there in ((30, True), (31, False)):
        found = events(feed(facts(today=removed + timedelta(days=days)), None, URL))
        assert ("berth-lights.ferry" in found) is there
    event = events(feed(facts(), None, URL))["berth-lights.ferry"]
    assert (event["STATUS"], event["DTSTART"].dt, int(event["SEQUENCE"])) == (
        "CANCELLED",
        date(2026, 4, 30),
        1,
    )


def test_removed_outcome_of_mine_is_cancelled_for_me_only() -> None:
    assert "berth-lights.ferry" in events(feed(facts(), "works", URL))
    assert "berth-lights.ferry" not in events(feed(facts(), "harbour", URL))


def test_closed_plan_cancels_everything_once() -> None:
    closing = entry("2026-03-09", Change(None, "close", {"state": ("open", "closed")}))
    before = events(feed(facts(), None, URL))
    raw = feed(facts(plan().model_copy(update={"state": "closed"}), (*JOURNAL, closing)), None, URL)
    assert lint(raw) == []
    for name, event in events(raw).items():
        assert event["STATUS"] == "CANCELLED"
        assert str(event["SUMMARY"]).startswith("Cancelled: ")
        assert not str(event["SUMMARY"]).startswith("Cancelled: Cancelled")
        assert int(event["SEQUENCE"]) == int(before[name]["SEQUENCE"]) + 1


def test_mine_is_what_i_own_or_help_with() -> None:
    mine = {n.partition(".")[0] for n in events(feed(facts(), "crane", URL))}
    assert mine == {"crane-hired", "key"}
    helping = {n.partition(".")[0] for n in events(feed(facts(), "harbour", URL))}
    assert helping == {"survey", "ramps", "live", "key", "checkin"}


def test_one_side_of_the_deal() -> None:
    theirs = {n.partition(".")[0] for n in events(feed(facts(), None, URL, side="seller"))}
    assert theirs == {"ramps", "live", "paid", "berth-lights", "key", "checkin"}


def test_nobody_gets_an_empty_calendar() -> None:
    bare = plan().model_copy(update={"key_dates": (), "checkins": None})
    idle = bare.roles["crane"].model_copy(update={"title": "Idle"})
    raw = feed(facts(bare.model_copy(update={"roles": {**bare.roles, "idle": idle}})), "idle", URL)
    assert list(events(raw)) == ["live.ferry"]
    assert lint(raw) == []


def test_check_ins_keep_local_time_over_daylight_saving_and_heed_holidays() -> None:
    held = [e for n, e in events(feed(facts(), None, URL)).items() if n.startswith("checkin.")]
    starts = [e["DTSTART"].dt for e in held]
    assert starts[0] == datetime(2026, 2, 2, 8, 30, tzinfo=UTC)
    assert datetime(2026, 3, 16, 8, 30, tzinfo=UTC) in starts  # still winter time
    assert datetime(2026, 3, 30, 7, 30, tzinfo=UTC) in starts  # summer time since the 29th
    assert datetime(2026, 4, 13, 7, 30, tzinfo=UTC) in starts
    assert starts[-1].date() <= facts().schedule.milestones["paid"].current.due
    assert {e["TRANSP"] for e in held} == {"OPAQUE"}


def test_holds_no_address_no_secret_and_no_personal_link() -> None:
    for person in (None, "harbour", "crane", "works"):
        raw = feed(facts(), person, URL, page=URL + "p/", source=URL + "s.ics")
        text = raw.replace(b"\r\n ", b"").decode()
        assert "WALRUS" not in text
        found = [line for line in text.splitlines() if "@" in line and not line.startswith("UID:")]
        assert found == []
        assert ("URL:" in text, "SOURCE;" in text) == ((True, True) if person is None else (False, False))


def test_uid_depends_on_host_only() -> None:
    uids = [
        sorted(str(e["UID"]) for e in Calendar.from_ical(feed(facts(), None, url)).walk("VEVENT"))
        for url in (URL, "https://plans.mooring.example:8443/some/where/", URL + "x.ics")
    ]
    assert uids[0] == uids[1] == uids[2]
    assert "live.ferry@plans.mooring.example" in uids[0]


HOSTILE = [
    "a,b;c\\d:e",
    "C:\\New\\notes",
    "one\r\nBEGIN:VEVENT\r\nUID:evil@x\r\nEND:VEVENT",
    "bare\rreturn and \x00\x07\x1b control \x85 line\u2028separators\u2029",
    "⛴️🏗️👩‍🏭" * 40,
    "‏שלום ‮reversed‬ עולם‎" * 8,
    "ü" * 37 + "€" * 37 + "𐍈" * 37,
    "%(owner)s %s %% {x} {{ y }}",
    " ,;\\n" * 2000,
    "x" * 10_000,
    '";VALUE=DATE:20260101',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_valid_and_whole(text: str) -> None:
    base = plan()
    live = base.by_id["live"].model_copy(update={"outcome": text, "exit": text})
    deal = described(
        title=text,
        milestones=(*base.milestones[:3], live, base.milestones[4]),
        roles={**base.roles, "harbour": base.roles["harbour"].model_copy(update={"name": text})},
        key_dates=(base.key_dates[0].model_copy(update={"what": text}),),
    )
    raw = feed(deal, None, URL)
    assert lint(raw) == []
    assert len(events(raw)) == len(events(GOOD)) - 1  # a key date less, and nothing of the text's own


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300), shift=st.integers(0, 80))
def test_any_text_folds_within_characters(text: str, shift: int) -> None:
    stamp = datetime(2026, 2, 2, tzinfo=UTC)
    event = Event("x", TODAY, TODAY + timedelta(days=1), "a" * shift + text, text, stamp, 0)
    raw = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + _vevent(event, "x@y") + b"END:VCALENDAR\r\n"
    assert lint(raw) == []


def test_plain_text_is_read_back_as_written() -> None:
    stamp = datetime(2026, 2, 2, tzinfo=UTC)
    text = "Ramps; quays, and é€𐍈 “quoted” 100%\nsecond line"
    event = Event("x", TODAY, TODAY + timedelta(days=1), text, text, stamp, 0)
    raw = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + _vevent(event, "x@y") + b"END:VCALENDAR\r\n"
    assert str(next(iter(events(raw).values()))["DESCRIPTION"]) == text


def test_addresses_in_a_plans_own_text_are_left_out() -> None:
    raw = feed(facts(), None, URL)
    assert "Write to … then tick" in str(events(raw)["crane-hired.ferry"]["DESCRIPTION"]).replace("…,", "…")


GOOD = feed(facts(), None, URL)
BROKEN = {
    "bare CR or LF": GOOD.replace(b"\r\n", b"\n", 3),
    "octets": GOOD.replace(b"\r\n ", b"", 1),
    "folded inside a character": GOOD.replace("✓".encode(), b"\xe2\r\n \x9c\x93"),
    "lacks UID": GOOD.replace(b"UID:live.ferry@plans.mooring.example\r\n", b""),
    "stands 2 times": GOOD.replace(b"UID:live.ferry", b"UID:paid.ferry"),
    "lacks DTSTAMP": GOOD.replace(b"DTSTAMP", b"X-STAMP"),
    "is not escaped": GOOD.replace(b"\\,", b","),
    "is not after DTSTART": GOOD.replace(b"DTEND;VALUE=DATE:20260214", b"DTEND;VALUE=DATE:20260213"),
    "not a DATE in UTC": GOOD.replace(b"DTSTART;VALUE=DATE:20260213", b"DTSTART;VALUE=DATE:20260213T000000Z"),
    "not exactly one VCALENDAR": GOOD + GOOD,
    "has VALUE=None": GOOD.replace(b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL"),
    "does not end with CRLF": GOOD.removesuffix(b"\r\n"),
    "DTSTAMP is LAST-MODIFIED": GOOD.replace(
        b"LAST-MODIFIED:20260202T000000Z", b"LAST-MODIFIED:20260203T000000Z"
    ),
    "no METHOD": GOOD.replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH"),
    "is never closed": GOOD.replace(b"END:VCALENDAR\r\n", b""),
    "holds no component": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
}


@pytest.mark.parametrize("finding", BROKEN)
def test_linter_finds(finding: str) -> None:
    assert any(finding in found for found in lint(BROKEN[finding])), lint(BROKEN[finding])


def test_events_are_frozen_values() -> None:
    """The cache of written events relies on it."""
    assert dataclasses.fields(Event) and Event.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("deal", ["acme", "harbor", "lumen"])
def test_feeds_of_the_samples_are_valid(deal: str) -> None:
    folder = HERE.parents[2] / "plans" / deal
    day = date(2026, 11, 16)
    sample = parse_plan((folder / "plan.yaml").read_bytes(), deal, day)
    known = gather(deal, folder, sample, read_journal(folder / "journal.jsonl"), day)
    for person in (None, *sample.roles):
        raw = feed(known, person, URL)
        assert lint(raw) == []
        assert {e["DTSTART"].dt for n, e in events(raw).items() if n == f"live.{deal}"} <= {
            known.schedule.milestones[sample.launch_milestone.id].current.due
        }
    for side in ("buyer", "seller"):
        assert lint(feed(known, None, URL, side=side)) == []
    secrets = re.findall(rb"Tell-tale ([A-Z]+)", (folder / "plan.yaml").read_bytes())
    assert secrets
    assert [word for word in secrets if word in feed(known, None, URL).replace(b"\r\n ", b"")] == []
