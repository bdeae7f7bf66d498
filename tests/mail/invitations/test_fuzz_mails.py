"""Answers damaged on the way: whatever arrives is read without a crash and says nothing that nobody said."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from calendar_programs import DATA, answer
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator.keys import Keys
from generator.plan.model import Plan
from generator.site.gather import gather
from generator.workspace import MailOptions
from mail.address import Addresses
from mail.compose import Desk
from mail.invitations.ledger import InvitationLedger
from mail.invitations.offer import invitations_for
from mail.read import Reader, Reading, read_mail
from mail.spool import Envelope

NOW = datetime(2026, 11, 16, 8, tzinfo=UTC)
KEYS = Keys(b"a secret for tests only with more than 32 characters")
PLAN = Plan.model_validate(
    {
        "title": "Kiln and Loom",
        "buyer": {"name": "Kiln", "country": "DE", "timezone": "Europe/Berlin"},
        "seller": {"name": "Loom", "country": "GB"},
        "introduced": "2026-10-07",
        "launch": {"date": "2027-06-01"},
        "roles": {"ops": {"side": "buyer", "title": "Operations", "email": "t.lindqvist@acme.example"}},
        "milestones": [
            {"id": "wired", "outcome": "Wired", "owner": "ops", "takes": "1 day", "expected": "2026-12-01"},
            {"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"},
        ],
    }
)
SHAPES = sorted(path.stem for path in DATA.glob("*.eml"))


@cache
def scene() -> tuple[Reader, dict[str, bytes]]:
    """A reader that knows one invitation, and that invitation's answers in every shape."""
    ledger = InvitationLedger(Path(mkdtemp()) / "invitations.jsonl")
    options = MailOptions.model_validate(
        {"from": "Loom plan <plan@loom.example>", "reply_domain": "reply.loom.example"}
    )
    facts = gather("kiln", Path(), PLAN, (), NOW.date())
    addresses = Addresses("kiln", "reply.loom.example", KEYS, ())
    desk = Desk(facts, {}, addresses, options, "https://plans.loom.example/", NOW)
    found = invitations_for(desk, "ops", ledger, ["wired"])
    ledger.made("m", found)
    ledger.told("m", found)
    (event,) = Calendar.from_ical(found[0].raw).walk("VEVENT")
    return Reader("reply.loom.example", KEYS, invitations=ledger), {s: answer(s, event) for s in SHAPES}


def read(raw: bytes) -> Reading:
    envelope = Envelope(received=NOW.isoformat())
    return read_mail(raw, envelope, scene()[0], lambda deal: (PLAN, ()) if deal == "kiln" else None)


def said(reading: Reading) -> set[tuple[str | None, str]]:
    """What would be applied."""
    if reading.decision.outcome != "apply":
        return set()
    return {(u.milestone, u.action) for u in reading.decision.updates}


WHOLE = {"accepted": {("wired", "confirm")}, "counter": {("wired", "move")}}


@pytest.mark.parametrize("shape", SHAPES)
def test_whole_ones_say_what_they_say(shape: str) -> None:
    reading = read(scene()[1][shape])
    assert said(reading) == WHOLE.get(shape.partition("-")[2], set())
    assert reading.kind.name == "auto"


@pytest.mark.parametrize("shape", SHAPES)
def test_without_its_calendar_part_it_says_nothing(shape: str) -> None:
    """Some mail servers take it away; "has accepted the invitation: Wired" is no word about the outcome."""
    raw = scene()[1][shape].replace(b"text/calendar", b"application/x-removed")
    reading = read(raw)
    assert (reading.kind.name, reading.decision.outcome) == ("auto", "ignore")


@pytest.mark.parametrize(
    "words", ["Legal has accepted it. 1 is done.", "1 is done, accepted the invitation too"]
)
def test_a_persons_own_words_stay_theirs(words: str) -> None:
    to = scene()[1]["apple-accepted"].partition(b"\r\nTo: ")[2].partition(b"\r\n")[0].decode()
    head = "From: t.lindqvist@acme.example\nSubject: Re: Accepted: Wired\nMessage-ID: <a@acme.example>\n"
    reading = read(f"{head}Date: Mon, 16 Nov 2026 11:31:01 +0100\nTo: {to}\n\n{words}\n".encode())
    assert reading.kind.name == "reply"


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """An answer with a few stretches cut out, doubled, or replaced."""
    shape = draw(st.sampled_from(SHAPES))
    raw = scene()[1][shape]
    for _ in range(draw(st.integers(1, 4))):
        at, cut = draw(st.integers(0, len(raw))), draw(st.integers(0, 40))
        put = draw(
            st.binary(max_size=20) | st.just(raw[at : at + cut] * 2) | st.sampled_from([b"\r\n", b'"'])
        )
        raw = raw[:at] + put + raw[at + cut :]
    return shape, raw


def fuzz(given_: tuple[str, bytes]) -> None:
    shape, raw = given_
    reading = read(raw)
    reading.to_json("")
    applied = said(reading)
    allowed = WHOLE.get(shape.partition("-")[2], set())
    if reading.kind.name == "auto":
        # A yes whose PARTSTAT was cut away is none; no damage makes a no, or a maybe, a yes.
        assert applied - {("wired", "comment")} <= allowed
    else:
        assert not {action for _, action in applied} & {"done", "move", "assign", "reopen"}


@settings(max_examples=60)
@given(damaged())
def test_fuzz(given_: tuple[str, bytes]) -> None:
    fuzz(given_)


@pytest.mark.slow
@settings(max_examples=2000)
@given(damaged())
def test_fuzz_long(given_: tuple[str, bytes]) -> None:
    fuzz(given_)
