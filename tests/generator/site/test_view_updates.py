"""What changed, by day, in neutral words; and the agenda of the next check-in."""

from __future__ import annotations

from datetime import date

import pytest
from site_facts import PLAN, entry, facts, moved_facts

from generator.record.journal import Change
from generator.site.view.updates import Update, recent
from generator.site.view.view import make_view
from generator.site.words import NBSP

POWER = "milestones/power/"
MOVE = Change("power", "move", {POWER + "expected": (None, "2026-03-27")}, "the cable is late, blame Bo")
MOVED = {
    "power": (date(2026, 3, 13), date(2026, 3, 27)),
    "trials": (date(2026, 4, 30), date(2026, 5, 14)),
    "live": (date(2026, 5, 4), date(2026, 5, 18)),
}
CHECKINS = "checkins: {every: week, on: thursday, at: '09:30', minutes: 30, with: [harbour, yard]}\n"


def said(change: Change) -> list[str]:
    view = make_view(facts(entries=[entry("2026-03-09", "yard", change)]))
    return [u.what.replace(NBSP, " ") for u in view.updates if u.day == date(2026, 3, 9)]


DONE = {POWER + "status": ("active", "done"), POWER + "expected": ("2026-03-27", None)}
REMOVED = {"milestones/gone": ({"outcome": "Secret"}, None)}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (MOVE, "Shore power connected: moves to 27 Mar"),
        (
            Change("power", "move", {POWER + "expected": ("2026-03-20", "2026-03-27")}),
            "Shore power connected: 20 Mar moves to 27 Mar",
        ),
        (Change("power", "done", DONE), "Shore power connected: done"),
        (
            Change("power", "block", {POWER + "status": ("active", "blocked")}),
            "Shore power connected: stuck",
        ),
        (
            Change("power", "reopen", {POWER + "status": ("done", None)}),
            "Shore power connected: open again",
        ),
        (
            Change("power", "undo", {POWER + "expected": ("2026-03-27", None)}),
            "Shore power connected: back as it was",
        ),
        (Change("power", "edit", {POWER + "internal": (None, "x")}), None),
        (
            Change("power", "edit", {POWER + "takes": ("5 days", "9 days")}),
            "Shore power connected: details changed",
        ),
        (Change("gone", "remove", REMOVED), "An outcome was taken out of the plan"),
        (
            Change(None, "edit", {"roles/harbour/name": (None, "Ida Holm")}),
            "Ida Holm takes on Harbour master",
        ),
        (Change(None, "edit", {"roles/harbour/email": (None, "x@y.example")}), None),
        (
            Change(None, "edit", {"launch/date": ("2026-05-01", "2026-05-04")}),
            "Go-live is planned for 4 May",
        ),
        (Change(None, "edit", {"waive/MAP001": (None, "why")}), None),
    ],
)
def test_a_change_in_neutral_words(change: Change, words: str | None) -> None:
    assert said(change) == ([words] if words else [])


def test_an_update_says_who_told_us_and_what_follows() -> None:
    view = make_view(moved_facts(entries=[entry("2026-03-09", "yard", MOVE, moved=MOVED)]))
    update = view.updates[0]
    assert update.what.replace(NBSP, " ") == "Shore power connected: 13 Mar moves to 27 Mar"
    assert update.told == "Told by Bo Lind."
    assert [(m.outcome, m.after) for m in update.follows] == [
        ("Sea trials passed", date(2026, 5, 14)),
        ("First guests aboard", date(2026, 5, 18)),
    ]
    assert [line.what.replace(NBSP, " ") for line in view.recent[:2]] == [
        "Shore power connected: 13 Mar moves to 27 Mar",
        "Go-live expected 18 May, not 4 May",
    ]


def test_what_no_journal_line_tells_is_told_by_the_plan() -> None:
    whats = [u.what for u in make_view(facts()).updates]
    assert whats == ["Shore power connected: under way", "Quay surveyed: done", "First plan shared"]


def test_a_quiet_week_shows_no_lines() -> None:
    old = Update(date(2026, 3, 2), "Something", None, ())
    assert recent([old], date(2026, 3, 10)) == ()
    assert [line.what for line in recent([old], date(2026, 3, 9))] == ["Something"]


def test_the_agenda_asks_for_help_never_who_is_late() -> None:
    deal = facts(
        PLAN.replace("roles:", CHECKINS + "roles:", 1),
        ("started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-03-27,"),
    )
    meeting = make_view(deal).meeting
    assert meeting is not None
    assert (meeting.day, meeting.hours) == (date(2026, 3, 12), "09:30 to 10:00, Berlin time")
    assert meeting.people == "Ida Holm and Bo Lind"
    assert [(t.what.replace(NBSP, " "), t.minutes) for t in meeting.topics] == [
        ("What would bring 4 May back", 10),
        ("Who speaks for Finance", 5),
    ]


def test_the_title_counts_what_was_reached_and_moved() -> None:
    assert make_view(moved_facts()).reached_title == ("One outcome reached,", "one date moved")


def test_differences_share_one_scale() -> None:
    marks = {d.outcome.id: d.now_x - d.agreed_x for d in make_view(moved_facts()).differences}
    assert marks["survey"] == 0
    assert marks["power"] == marks["live"] > 0
