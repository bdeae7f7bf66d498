"""The view: what a buyer may see of a deal, and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from site_facts import PLAN, TODAY, entry, facts, moved_facts

from generator.record.journal import Change
from generator.site.view.view import make_view

SECRETS = {
    "WALRUS",
    "bo@volt.example",
    "ida@quay.example",
    "ida.holm@old.example",
    "MY OWN WORDS",
    "EVIDENCE",
}


def leaves(value: Any) -> Iterator[str]:
    """Every text that is reached from a value."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from leaves(item)


def test_nothing_that_must_stay_inside_reaches_the_view() -> None:
    told = entry(
        "2026-03-09",
        "yard",
        Change(
            "power",
            "block",
            {
                "milestones/power/status": ("active", "blocked"),
                "milestones/power/internal": (None, "WALRUS"),
                "milestones/power/blocked_by": (None, "MY OWN WORDS"),
            },
            "MY OWN WORDS",
        ),
        Change(
            None, "edit", {"internal": (None, "WALRUS"), "roles/harbour/email": ("a@b.example", "WALRUS")}
        ),
        evidence={"from": "EVIDENCE"},
    )
    deal = facts(
        PLAN.replace("why:", "internal: WALRUS\nsummary: Ask ida@quay.example first.\nwhy:"),
        ("status: active,", "status: active, internal: WALRUS,"),
        ('exit: "A ship has charged overnight."', 'exit: "bo@volt.example has said so."'),
        ("email: ida@quay.example", "email: ida@quay.example, also: [ida.holm@old.example]"),
        ("title: Finance}", "title: Finance bo@volt.example}"),
        entries=[told],
    )
    view = make_view(deal)
    texts = " ".join(leaves(view))
    assert "Quay surveyed" in texts
    assert "… has said so." in texts
    assert [secret for secret in SECRETS if secret in texts] == []


def test_every_page_of_a_plan_with_value_and_without() -> None:
    without = [p.src_uri for p in make_view(facts()).pages]
    assert without == ["index.md", "people.md", "calendar.md", "updates.md", "memo.md", "you.md"]
    value = "\nvalue: {currency: EUR, benefits: [{what: Fuel, amount: 9000, every: month}]}\n"
    pages = {p.src_uri: p for p in make_view(facts(PLAN + value)).pages}
    assert "value.md" in pages
    assert [p.url for p in pages.values() if p.personal] == ["you.html"]


def test_outcomes_say_their_state_and_what_they_wait_for() -> None:
    view = make_view(
        facts(PLAN, ("status: active, started_on: 2026-03-02,", "status: blocked, blocked_by: Ice,"))
    )
    assert [(o.id, o.state, o.state_words) for o in view.outcomes] == [
        ("survey", "done", "Done"),
        ("power", "blocked", "Stuck"),
        ("paid", "open", "Not started"),
        ("trials", "waits", "Starts after 2"),
        ("live", "waits", "Starts after 4"),
        ("fuel", "waits", "Starts after 5"),
    ]
    assert view.outcome("power").blocked_by == "Ice"


def test_a_reason_is_shown_only_while_the_outcome_is_stuck() -> None:
    view = make_view(facts(PLAN, ("status: active,", "status: active, blocked_by: Ice,")))
    assert view.outcome("power").blocked_by is None


def test_what_was_reached_before_the_plan_was_shown_counts_as_agreed() -> None:
    view = make_view(facts(PLAN, ("due: 2026-02-13,\n     status: done, done_on: 2026-02-13",
                                  "status: done, done_on: 2026-01-30")))  # fmt: skip
    survey = view.outcome("survey")
    assert (survey.agreed, survey.moved_days) == (date(2026, 1, 30), 0)


def test_roles_without_a_name_are_open_questions() -> None:
    view = make_view(facts())
    finance = next(m for team in view.teams for m in team.members if m.owner.role == "finance")
    assert (finance.owner.name, finance.owner.label) == (None, "Name to come")
    assert view.unnamed == "One role still waits for a name."


def test_the_next_move_is_free_to_be_made_and_due_first() -> None:
    view = make_view(moved_facts())
    assert view.next_move is not None
    assert view.other_next is not None
    assert (view.next_move.id, view.other_next.id) == ("power", "paid")


def test_only_files_that_the_plan_refers_to_are_published() -> None:
    listed = (
        "resources: [{title: Survey, url: files/s.pdf}, {title: Web, url: 'https://quay.example/'}], exit:"
    )
    view = make_view(
        facts(PLAN, ("exit:", listed), ("{name: Quay Lines,", "{name: Quay Lines, logo: q.svg,"))
    )
    assert view.files == ("files/q.svg", "files/s.pdf")


@pytest.mark.parametrize("today", [date(2026, 2, 2), TODAY, date(2026, 9, 1)])
def test_a_view_is_the_same_each_time(today: date) -> None:
    text = PLAN.replace("status: done, done_on: 2026-02-13", "status: open")
    text = text.replace("status: active, started_on: 2026-03-02,", "")
    assert repr(make_view(facts(text, today=today))) == repr(make_view(facts(text, today=today)))
