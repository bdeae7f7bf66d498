"""The pictures: the timeline's geometry, the upright rail, and the line on paper."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from site_facts import PLAN, facts, moved_facts

from generator.site.picture.measure import text_width, wrap
from generator.site.picture.path import NAME_WIDTH, make_path
from generator.site.picture.timeline import LEFT, WIDTH
from generator.site.view.view import make_view

FREEZE = """\
key_dates:
  - {date: 2026-04-03, until: 2026-04-07, what: Easter, no_work: true}
  - {date: 2026-03-20, what: Board meets}
roles:
"""


def test_each_outcome_is_a_bar_in_its_lane() -> None:
    picture = make_view(moved_facts()).timeline
    assert [(" ".join(lane.name), [b.number for b in lane.bars]) for lane in picture.lanes] == [
        ("Plan", [1]), ("Build", [2, 3, 4]), ("Sail", [5]), ("Return", [6]),
    ]  # fmt: skip
    kinds = [b.kind for lane in picture.lanes for b in lane.bars]
    assert kinds == ["done", "theirs", "ours", "theirs", "launch", "ours"]


def test_bars_lie_inside_the_picture_in_order_of_time() -> None:
    view = make_view(moved_facts())
    by_number = {b.number: b for lane in view.timeline.lanes for b in lane.bars}
    for bar in by_number.values():
        assert bar.x >= LEFT
        assert bar.x + bar.width <= WIDTH
        assert bar.label_left or bar.label_x + text_width(bar.label) <= WIDTH
    assert by_number[2].x < by_number[4].x < by_number[5].x < by_number[6].x


def test_a_moved_date_is_bold_with_a_ghost_and_the_others_are_not() -> None:
    view = make_view(moved_facts())
    by_number = {b.number: b for lane in view.timeline.lanes for b in lane.bars}
    power, paid = by_number[2], by_number[3]
    assert power.bold
    assert power.ghost is not None
    assert power.move is not None
    assert power.ghost[1] == power.move[0] < power.move[1]
    assert (paid.bold, paid.ghost, paid.move) == (False, None, None)


def test_the_driving_chain_alone_is_drawn() -> None:
    # power, trials and live set the date; nothing that is done, nothing that merely waits
    assert len(make_view(moved_facts()).timeline.elbows) == 2


def test_names_above_the_picture_never_touch() -> None:
    text = PLAN.replace("roles:\n", FREEZE, 1)
    labels = sorted(make_view(facts(text)).timeline.labels, key=lambda label: label.x)
    assert {label.text for label in labels} >= {
        "Today 10\xa0Mar",
        "The summer season opens 4\xa0May",
        "Easter",
    }
    for one, other in pairwise(labels):
        assert one.x + text_width(one.text) // 2 < other.x - text_width(other.text) // 2


def test_month_names_do_not_run_into_each_other() -> None:
    for today in (date(2026, 3, 10), date(2026, 3, 30)):
        months = make_view(facts(today=today)).timeline.months
        for (_, at, text), (line, _, _) in pairwise(months):
            assert at + text_width(text) <= line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Short", ("Short",)),
        ("Two words and then some more of them", ("Two words", "and then …")),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampf…",)),
    ],
)
def test_names_are_wrapped_and_cut(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 95) == lines
    assert all(text_width(line, 14) <= 95 for line in lines)


def test_the_rail_runs_by_expected_date_with_today_between_done_and_open() -> None:
    text = PLAN.replace("roles:\n", FREEZE, 1).replace(
        "started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-03-27,"
    )
    view = make_view(facts(text))
    marks = [m.outcome.id if m.outcome else m.key.what if m.key else m.text for m in view.rail]
    assert marks == [
        "Plan", "survey", "Today, Tue\xa010\xa0Mar", "Board meets", "Build", "power", "paid", "Easter",
        "Planned go-live: the summer season opens", "trials", "Sail", "live", "Return", "fuel",
    ]  # fmt: skip


def test_the_line_on_paper_places_names_that_never_touch() -> None:
    view = make_view(moved_facts())
    path = make_path(view.outcomes, (date(2026, 5, 4), "Planned go-live"), (), view.words)
    assert [d.kind for d in path.dots] == ["done", "open", "open", "planned", "open", "expected", "open"]
    boxes = [
        (d.label.x - w // 2, d.label.x + w // 2, d.label.y - 11, d.label.y + 15 * (len(d.label.lines) - 1))
        for d in path.dots
        if d.label
        for w in [max(text_width(line, 12) for line in d.label.lines)]
    ]
    assert len(boxes) == len(path.dots)
    for n, (l1, r1, t1, b1) in enumerate(boxes):
        assert r1 - l1 <= NAME_WIDTH
        for l2, r2, t2, b2 in boxes[n + 1 :]:
            assert r1 <= l2 or r2 <= l1 or b1 < t2 or b2 < t1


def test_a_hundred_outcomes_still_make_pictures() -> None:
    more = "".join(
        f"  - {{id: x{n}, outcome: Outcome {n}, stage: Build, owner: yard, takes: 1 day, after: [survey]}}\n"
        for n in range(100)
    )
    view = make_view(facts(PLAN + more))
    assert view.timeline.height > 100 * 40
    assert len(view.path.dots) == 106
    assert any(d.label is None for d in view.path.dots)
