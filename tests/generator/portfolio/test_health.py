"""Each concern is a sentence that names what is wrong, and goes when it is mended."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from generator.clock import Clock
from generator.plan.load import parse_plan
from generator.portfolio.row import Row
from generator.portfolio.summary import summarize
from generator.record.journal import read_journal

ACME = Path(__file__).parents[3] / "plans" / "acme"


def acme(day: str = "2026-11-16", old: str = "", new: str = "") -> Row:
    text = (ACME / "plan.yaml").read_text("utf-8")
    assert old in text
    entries = read_journal(ACME / "journal.jsonl")
    return summarize("acme", text.replace(old, new).encode(), entries, Clock(date.fromisoformat(day)))[0]


def kinds(row: Row) -> set[str]:
    return {concern.kind for concern in row.concerns}


def test_each_concern_is_a_sentence_and_the_most_urgent_leads() -> None:
    row = acme()
    assert kinds(row) == {"stuck", "short", "unnamed"}
    assert all(concern.sentence.endswith(".") for concern in row.concerns)
    assert [c.rank for c in row.concerns] == sorted(c.rank for c in row.concerns)
    assert row.reason == row.concerns[0].sentence


def test_silence_beyond_the_cadence_and_dates_that_pass_are_named() -> None:
    assert "silent" not in kinds(acme("2026-11-19"))  # a week between check-ins, last word on the 12th
    row = acme("2026-12-10")
    silent = next(c.sentence for c in row.concerns if c.kind == "silent")
    assert "since 2026-11-12; 7 days are usual" in silent
    assert row.concerns[0].kind == "overdue"


def test_a_role_with_a_name_is_no_concern() -> None:
    named = acme(old="title: Procurement", new="title: Procurement, name: Kim Berg")
    assert "unnamed" not in kinds(named)


@pytest.mark.parametrize(("day", "days"), [("2026-11-16", 10), ("2026-11-20", 0)])
def test_the_trend_is_of_the_last_seven_days(day: str, days: int) -> None:
    assert acme(day).week.launch_days == days


def test_nobody_to_write_to_is_said_in_words() -> None:
    text = (ACME / "plan.yaml").read_text("utf-8")
    silent = re.sub(r"email: [^,}\n]+@acme\.example", "email: null", text)
    assert silent != text
    row = summarize("acme", silent.encode(), (), Clock(date(2026, 11, 16)))[0]
    sentence = next(c.sentence for c in row.concerns if c.kind == "single-threaded")
    assert sentence.startswith("Nobody at Acme")


def test_the_cost_of_delay_is_exact_and_shown_rounded() -> None:
    row = acme()
    assert row.delay_per_week == Decimal(str(row.model_dump(mode="json")["delay_per_week"]))
    assert row.stake == f"{row.currency} {round(row.delay_per_week or 0):,}"


def test_last_reply_is_the_buyers() -> None:
    entries = read_journal(ACME / "journal.jsonl")
    raw, clock = (ACME / "plan.yaml").read_bytes(), Clock(date(2026, 11, 16))
    before = summarize("acme", raw, entries, clock)[0]
    seller = next(
        i for i, role in parse_plan(raw, "p", date(2026, 11, 16)).roles.items() if role.side == "seller"
    )
    late = replace(entries[-1], by="mail", who=seller, when=datetime(2026, 11, 15, 12, tzinfo=UTC))
    assert summarize("acme", raw, (*entries, late), clock)[0].last_reply == before.last_reply
    theirs = replace(late, who="security")
    assert summarize("acme", raw, (*entries, theirs), clock)[0].last_reply == late.when
