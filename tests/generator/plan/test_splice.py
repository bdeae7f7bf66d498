"""Changing a plan touches only what the change speaks of: comments, order, quoting and newlines stay."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GoliveError
from generator.plan.load import parse_plan
from generator.plan.source import parse_source
from generator.plan.splice import splice, value_at

HERE = Path(__file__).parent
TODAY = date(2026, 12, 31)
UGLY = (HERE / "ugly" / "before.yaml").read_bytes()
CHANGES: dict[str, Any] = {
    "milestones/goals/status": "done",
    "milestones/goals/done_on": date(2026, 11, 16),
    "milestones/goals/expected": None,
    "milestones/security/expected": date(2026, 12, 4),
    "milestones/security/status": "blocked",
    "milestones/terms/expected": None,
    "milestones/terms/owner": "anna-weiss",
    "milestones/live/confirmed": {"by": "champion", "on": date(2026, 11, 16)},
    "roles/procurement/name": 'Anna "the buyer" Weiß: #1',
    "roles/anna-weiss": {"side": "buyer", "title": "Procurement", "name": "Anna Weiss"},
}


def test_an_ugly_file_keeps_its_looks(golden: Callable[[Path, bytes], None]) -> None:
    golden(HERE / "ugly" / "after.yaml", splice(UGLY, "plan.yaml", CHANGES))


def variants() -> dict[str, bytes]:
    crlf = UGLY.replace(b"\n", b"\r\n")
    return {
        "lf": UGLY,
        "crlf": crlf,
        "newline at the end": UGLY + b"\n",
        "bom": b"\xef\xbb\xbf" + crlf + b"\r\n",
    }


@pytest.mark.parametrize("variant", variants())
def test_newlines_and_the_end_survive(variant: str) -> None:
    raw = variants()[variant]
    after = splice(raw, "plan.yaml", CHANGES)
    assert after.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")
    assert after.endswith(b"\n") == raw.endswith(b"\n")
    assert (b"\r\n" in raw) == (after.count(b"\r\n") == after.count(b"\n"))
    plain = splice(UGLY, "plan.yaml", CHANGES)
    assert after.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\n") == plain.rstrip(b"\n")


def test_only_lines_that_are_spoken_of_change() -> None:
    after = splice(UGLY, "plan.yaml", {"milestones/goals/status": "done", "milestones/goals/expected": None})
    changed = [
        line
        for line in difflib.ndiff(UGLY.decode().splitlines(), after.decode().splitlines())
        if line[:1] in "+-"
    ]
    assert changed == [
        "-     status: 'active'     # since Monday",
        "+     status: 'done'     # since Monday",
        '-     expected: 2026-11-20 # "maybe", she said',
        '+     # "maybe", she said',
    ]


def test_nothing_to_set_is_nothing_changed() -> None:
    assert splice(UGLY, "plan.yaml", {}) == UGLY
    assert splice(UGLY, "plan.yaml", {"milestones/live/expected": None}) == UGLY


def test_a_milestone_that_is_gone_is_said() -> None:
    with pytest.raises(GoliveError, match="no longer has"):
        splice(UGLY, "plan.yaml", {"milestones/gone/status": "done"})


values = st.one_of(
    st.none(),
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.sampled_from(["done", "active", "blocked", "open"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool),
)
places = st.sampled_from(
    [
        f"milestones/{m}/{key}"
        for m in ("goals", "security", "terms", "live")
        for key in ("status", "expected", "blocked_by", "exit")
    ]
    + ["roles/procurement/name", "roles/champion/name", "roles/ae/email"]
)


@given(st.dictionaries(places, values, max_size=6), st.sampled_from(list(variants())))
def test_any_change_reads_back_as_meant(fields: dict[str, Any], variant: str) -> None:
    after = parse_source(splice(variants()[variant], "plan.yaml", fields), "plan.yaml").data
    for place, value in fields.items():
        assert value_at(after, place) == value


def test_the_result_is_still_a_plan() -> None:
    assert parse_plan(splice(UGLY, "plan.yaml", CHANGES), "plan.yaml", TODAY).by_id["goals"].status == "done"
