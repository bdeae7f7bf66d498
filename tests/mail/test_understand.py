"""Reading under attack and in special circumstances: noise changes nothing, length is bounded."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.model import Plan
from mail.understand import Context, Update, understand

PLAN = Plan.model_validate(
    yaml.safe_load((Path(__file__).parent / "replies" / "plan.yaml").read_text(encoding="utf-8"))
)
NUMBERS = {m.id: n for n, m in enumerate(PLAN.milestones, 1)}


class Typed(NamedTuple):
    quoted: str | None
    text: str


def read(text: str, about: str = "digest", ms: tuple[str, ...] = ()) -> list[Update]:
    return understand(
        [Typed(None, text)], Context(PLAN, NUMBERS, "it", "it", about, ms, date(2027, 3, 10), "en")
    )


def test_undo_only_answers_a_receipt() -> None:
    assert [u.action for u in read("Please undo that.", "receipt", ("infosec",))] == ["undo"]
    assert all(u.action != "undo" for u in read("Please undo that.", "infosec"))


def test_nothing_of_an_endless_mail_is_sure() -> None:
    said = read("2 is done.\n" + "and so on. " * 3000)
    assert said
    assert not any(u.sure and u.action == "done" for u in said)


def test_an_angry_mail_changes_nothing() -> None:
    said = read("2 is done, and this robot spam is unacceptable!")
    assert not any(u.sure for u in said if u.action == "done")
    assert any(u.action == "question" for u in said)


@pytest.mark.parametrize(
    "noise", ["\x00\r\n", "'" * 500, "[" * 500, "1." * 300, "🎉" * 50, "\u202e done", "=?utf-8?q?=0D=0A?="]
)
def test_noise_is_no_crash_and_no_update(noise: str) -> None:
    assert not any(u.sure and u.action not in ("comment", "question") for u in read(noise))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(read(text, "infosec"), list)
