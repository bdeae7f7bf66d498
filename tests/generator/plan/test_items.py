"""A new list item is written as its neighbours are, and taking it out again gives every byte back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import GoliveError
from generator.plan.source import parse_source
from generator.plan.splice import splice, value_at

UGLY = (Path(__file__).parent / "ugly" / "before.yaml").read_bytes()
STEP = {"id": "pen-test", "outcome": "Pen test: passed", "owner": "champion", "takes": "5 days"}
FREEZE = {
    "date": date(2026, 12, 24),
    "until": date(2027, 1, 2),
    "what": "Freeze #1, all sites",
    "no_work": True,
}
HEAD = "title: a\nroles: {}\n"

# name -> (before, what stands in the place of the last lines after the change)
STEPS = {
    "block, gaps between": (
        "milestones:\n  - id: a\n    takes: 1 day\n\n  - id: b\n    exit: x  # why\n"
        "    # a note on b\n\n# end\nvalue: {}\n",
        '    exit: x  # why\n    # a note on b\n\n  - id: pen-test\n    outcome: "Pen test: passed"\n'
        "    owner: champion\n    takes: 5 days\n\n# end\nvalue: {}\n",
    ),
    "block, no gaps, not indented": (
        "milestones:\n- id: a\n- id: b\nvalue: {}\n",
        '- id: b\n- id: pen-test\n  outcome: "Pen test: passed"\n'
        "  owner: champion\n  takes: 5 days\nvalue: {}\n",
    ),
    "wide dashes, no newline at the end": (
        "milestones:\n -   id: a\n     takes: 1 day",
        ' -   id: a\n     takes: 1 day\n -   id: pen-test\n     outcome: "Pen test: passed"\n'
        "     owner: champion\n"
        "     takes: 5 days",
    ),
    "braces": (
        "milestones:\n  - {id: a, takes: 1 day}\n",
        "  - {id: a, takes: 1 day}\n"
        '  - {id: pen-test, outcome: "Pen test: passed", owner: champion, takes: 5 days}\n',
    ),
    "flow list with comments": (
        "milestones: [\n  {id: a},  # one\n  {id: b}   # two\n]\n",
        '  {id: b}, {id: pen-test, outcome: "Pen test: passed", owner: champion, takes: 5 days}   # two\n]\n',
    ),
    "text that ends the list": (
        "milestones:\n  - id: a\n    internal: |\n      two\n      lines\n\n\nvalue: {}\n",
        '      lines\n  - id: pen-test\n    outcome: "Pen test: passed"\n    owner: champion\n'
        "    takes: 5 days\n"
        "\n\nvalue: {}\n",
    ),
    "the dash alone on its line": (
        "milestones:\n  -\n    id: a\n  - # second\n    id: b\n",
        '    id: b\n  - id: pen-test\n    outcome: "Pen test: passed"\n    owner: champion\n'
        "    takes: 5 days\n",
    ),
}


def shapes(text: str) -> list[bytes]:
    plain = text.encode()
    return [plain, plain.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + plain]


@pytest.mark.parametrize("name", STEPS)
def test_a_new_milestone_and_back(name: str) -> None:
    before, end = STEPS[name]
    for number, raw in enumerate(shapes(HEAD + before)):
        added = splice(raw, "plan.yaml", {"milestones/pen-test": STEP})
        assert added == shapes(added.decode("utf-8-sig").replace("\r\n", "\n"))[number]
        assert added.decode("utf-8-sig").replace("\r\n", "\n").endswith(end)
        assert value_at(parse_source(added, "p").data, "milestones/pen-test") == STEP
        assert splice(added, "plan.yaml", {"milestones/pen-test": None}) == raw


def test_one_in_the_middle_goes_with_its_gap() -> None:
    raw = b"milestones:\n  - id: a\n\n  - id: b\n    exit: x\n\n  # about c\n  - id: c\n"
    assert splice(raw, "p", {"milestones/b": None}) == b"milestones:\n  - id: a\n\n  # about c\n  - id: c\n"
    assert splice(b"m: 1\nmilestones: [{id: a}, {id: b}]\n", "p", {"milestones/a": None}).endswith(
        b"[{id: b}]\n"
    )


DATES: dict[str, tuple[str, list[Any], str]] = {
    "none yet": ("milestones: []\nvalue: {}\n", [], "milestones: []\nkey_dates: [%s]\nvalue: {}\n"),
    "empty value": ("key_dates:\nvalue: {}\n", [], "key_dates: [%s]\nvalue: {}\n"),
    "empty list": ("key_dates: []  # none\n", [], "key_dates: [%s]  # none\n"),
    "block": (
        "key_dates:\n  - {date: 2026-12-08, what: Board}   # 3 pm\nvalue: {}\n",
        [{"date": date(2026, 12, 8), "what": "Board"}],
        "key_dates:\n  - {date: 2026-12-08, what: Board}   # 3 pm\n  - %s\nvalue: {}\n",
    ),
    "flow": (
        "key_dates: [{date: 2026-12-08, what: Board}]",
        [{"date": date(2026, 12, 8), "what": "Board"}],
        "key_dates: [{date: 2026-12-08, what: Board}, %s]",
    ),
}
WRITTEN = '{date: 2026-12-24, until: 2027-01-02, what: "Freeze #1, all sites", no_work: true}'


@pytest.mark.parametrize("name", DATES)
def test_a_new_key_date_and_back(name: str) -> None:
    before, there, after = DATES[name]
    for number, raw in enumerate(shapes("title: a\n" + before)):
        added = splice(raw, "plan.yaml", {"key_dates": [*there, FREEZE]})
        assert added == shapes("title: a\n" + after % WRITTEN)[number]
        back = splice(added, "plan.yaml", {"key_dates": there or None})
        assert parse_source(back, "p").data.get("key_dates") in (there or None, None)
        if there:
            assert back == raw


def test_a_list_that_was_edited_meanwhile_is_left_alone() -> None:
    raw = b"key_dates: [{date: 2026-12-08, what: Board}]\n"
    with pytest.raises(GoliveError, match="edited meanwhile"):
        splice(raw, "plan.yaml", {"key_dates": [FREEZE]})


def test_the_ugly_plan_takes_both() -> None:
    added = splice(UGLY, "plan.yaml", {"milestones/pen-test": STEP, "key_dates": [FREEZE]})
    assert splice(added, "plan.yaml", {"milestones/pen-test": None, "key_dates": None}) == UGLY


def test_text_that_would_swallow_the_new_item_is_refused_or_right() -> None:
    raw = b"milestones:\n  - id: a\n    internal: |+\n      keep\n\n\n"
    try:
        added = splice(raw, "plan.yaml", {"milestones/pen-test": STEP})
    except GoliveError as error:
        assert "by hand" in str(error)
    else:
        data = parse_source(added, "p").data
        assert value_at(data, "milestones/a/internal") == "keep\n\n\n"
