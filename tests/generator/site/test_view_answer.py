"""The first screen: live when and for what, on course or how far off, why, and what would help."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from site_facts import PLAN, TODAY, facts, moved_facts

from generator.site.view.answer import Answer
from generator.site.view.view import make_view
from generator.site.words import NBSP

FREEZE = "key_dates: [{date: 2026-04-03, until: 2026-04-14, what: Year-end freeze, no_work: true}]\n"


def answer(deal: Any) -> Answer:
    return make_view(deal).answer


def plain(text: str | None) -> str | None:
    return text and text.replace(NBSP, " ")


def test_on_course_is_one_mark_and_no_reason() -> None:
    said = answer(facts())
    assert (plain(said.headline), said.for_what) == ("Live on 4 May", "when the summer season opens")
    assert plain(said.expected) == "On course for Mon 4 May"
    assert (said.planned, said.slip, said.because, said.back) == (None, None, None, None)


def test_a_slip_is_a_distance_with_its_cause_in_dates() -> None:
    said = answer(moved_facts())
    assert plain(said.planned) == "Planned Mon 4 May"
    assert said.slip == "14 days off"
    assert plain(said.expected) == "Expected Mon 18 May"
    assert plain(said.because) == "“Shore power connected” is now expected on 27 March, 14 days later."
    assert plain(said.back) == "What would bring 4 May back"


def test_a_step_pushed_behind_a_freeze_is_the_consequence() -> None:
    text = PLAN.replace("roles:", FREEZE + "roles:", 1).replace("takes: 35 days", "takes: 14 days")
    text = text.replace("due: 2026-03-13", "due: 2026-04-01")
    text = text.replace("started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-04-15,")
    assert plain(answer(facts(text)).because) == (
        "“Shore power connected” is now expected on 15 April, "
        "so “Sea trials passed” starts after the year-end freeze."
    )


def test_earlier_runs_the_other_way() -> None:
    text = PLAN.replace("status: active, started_on: 2026-03-02,", "status: done, done_on: 2026-03-06,")
    text = text.replace("id: trials,", "id: trials, status: done, done_on: 2026-03-09,")
    text = text.replace("id: live,", "id: live, status: done, done_on: 2026-03-10,")
    said = answer(facts(text))
    assert plain(said.headline) == "Live since 10 March"
    assert said.slip == "55 days earlier"
    assert said.for_what is not None
    assert said.for_what.startswith("the return expected on ")
    assert said.back is None


def test_a_plan_that_cannot_hold_its_date_from_the_start_says_so() -> None:
    text = PLAN.replace("takes: 35 days", "takes: 60 days").replace("due: 2026-03-13, ", "")
    said = answer(facts(text, today=date(2026, 3, 13)))
    short = facts(text, today=date(2026, 3, 13)).schedule
    assert not short.feasible
    assert said.slip is not None
    assert said.slip.endswith("days off")
    assert said.because


@pytest.mark.parametrize(("state", "words"), [("closed", "This plan is closed."), ("live", "Quay is live.")])
def test_the_plans_state_is_said(state: str, words: str) -> None:
    said = answer(facts(f"state: {state}\n{PLAN}"))
    assert said.notice is not None
    assert said.notice.startswith(words)


def test_a_week_of_delay_has_its_price_only_when_late() -> None:
    value = "\nvalue: {currency: EUR, benefits: [{what: Fuel, amount: 9000, every: month}]}\n"
    assert answer(facts(PLAN + value)).delay_cost is None
    late = facts(PLAN + value, ("started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-03-27,"))
    assert plain(answer(late).delay_cost) == "Each week of delay costs Quay about EUR 2,100."


def test_no_event_and_no_why_leave_no_gap() -> None:
    bare = PLAN.replace(", event: The summer season opens", "").replace(
        "why: Sail without smoke before the summer guests come.\n", ""
    )
    said = answer(facts(bare))
    assert (said.why, said.for_what) == ((), None)
    assert plain(said.headline) == "Live on 4 May"
    assert date(2026, 5, 4) > TODAY
