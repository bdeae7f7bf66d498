"""People's replies and machines' mail: every case in tests/mail/kinds is a raw mail and its kind."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail.kinds import kind
from mail.mime.message import parse
from mail.trim import read

CASES = Path(__file__).parent / "kinds"
STEMS = sorted(path.stem for path in CASES.glob("*.eml"))


def test_every_mail_has_its_expectation() -> None:
    assert sorted(path.stem for path in CASES.glob("*.json")) == STEMS
    assert len(STEMS) > 90


@pytest.mark.parametrize("stem", STEMS)
def test_kind(stem: str) -> None:
    expected = json.loads((CASES / f"{stem}.json").read_text(encoding="utf-8"))
    message = parse((CASES / f"{stem}.eml").read_bytes())
    found = kind(message, read(message).text)
    assert found.name == expected["kind"], found.why
    assert (str(found.back_on) if found.back_on else None) == expected.get("back_on")
    assert found.failed == expected.get("failed")
    assert found.why.endswith(".")


def test_nothing_is_called_empty_before_it_is_trimmed() -> None:
    message = parse(b"From: a@b.example\n\n> quoted\n")
    assert kind(message).name == "reply"
    assert kind(message, "").name == "empty"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_words_have_a_kind(body: str, subject: str) -> None:
    raw = f"From: a@b.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{body}"
    message = parse(raw.encode("utf-8", "replace"))
    assert kind(message, read(message).text).name in ("reply", "auto", "bounce", "unsubscribe", "empty")
