"""Reading under attack and in special circumstances: noise changes nothing, length is bounded."""

import time
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


VOCABULARY = """
done 2 3 [4] not by Friday 19 March moves to please if signed 3.4. and , . ? : ( ) - bis est 完了 3月 until 8
same for too all except or 12/3 " between was you ✅ 1) 2) MSA blocked
"""
WORDS = st.sampled_from(sorted(set(VOCABULARY.split())))
MARKS = st.text(alphabet="0123456789.,:;()[]/-–#*+=<>@'\"!? \n", max_size=120)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40), st.sampled_from(["infosec", "digest", "receipt"]))
def test_any_words_can_be_read(words: list[str], about: str) -> None:
    said = read(" ".join(words), about, ("contract",) if about == "receipt" else ())
    assert all(u.milestone is None or u.milestone in PLAN.by_id for u in said)


@settings(max_examples=100, deadline=None)
@given(MARKS)
def test_marks_and_digits_finish_nothing(noise: str) -> None:
    done = ("done", "start", "block", "reopen", "assign", "undo")
    assert not any(u.sure and u.action in done for u in read(noise, "infosec"))


@pytest.mark.parametrize(
    "text", ["a@", "12 March ", "完", "a-", "8 to 28 May ", "1) ", "3: 4: ", '"', "until "]
)
def test_what_repeats_without_end_is_read_in_time(text: str) -> None:
    started = time.process_time()
    said = read(text * (100_000 // len(text)))
    assert time.process_time() - started < 1.0  # far above what it takes, so that a busy machine may pass
    assert not any(u.sure and u.action not in ("comment", "question") for u in said)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(read(text, "infosec"), list)
