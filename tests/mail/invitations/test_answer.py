"""Answers of calendars, read from any bytes: right ones as they are, wrong ones as none, in linear time."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.model import Plan
from generator.record.journal import Entry
from mail.invitations.answer import Asked, CalendarAnswer, meaning_of, read_answer
from mail.invitations.ledger import Invitation

PLAN = Plan.model_validate(
    {
        "title": "Plan",
        "buyer": {"name": "Kiln", "country": "DE", "timezone": "Europe/Berlin"},
        "seller": {"name": "Loom", "country": "GB"},
        "introduced": "2026-01-07",
        "launch": {"date": "2027-01-01"},
        "roles": {
            "ops": {
                "side": "buyer", "title": "Operations", "email": "ada@kiln.example",
                "also": ["ada.lind@kiln.example"],
            },
            "it": {"side": "buyer", "title": "IT", "email": "bo@kiln.example"},
        },
        "milestones": [
            {"id": "wired", "outcome": "Wired", "owner": "ops", "takes": "1 day"},
            {"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day"},
        ],
    }
)  # fmt: skip
DUE = date(2026, 3, 20)
INVITED = Invitation(
    "kiln", "ops", "ada@kiln.example", "wired.kiln@plans.loom.example", 3, "REQUEST", "wired", "1", "Wired",
    DUE, date(2026, 3, 21),
)  # fmt: skip
CHECKIN = Invitation(
    "kiln", "ops", "ada@kiln.example", "checkin.20260316.kiln@plans.loom.example", 0, "REQUEST",
    "checkin.20260316", "0", "Check-in", datetime(2026, 3, 16, 14, tzinfo=UTC),
    datetime(2026, 3, 16, 14, 30, tzinfo=UTC),
)  # fmt: skip
ASKED = Asked(PLAN, (), "ops", "ops", "1", date(2026, 3, 10))


def text(**other: str) -> str:
    """An answer with other values; a name with no value is left out."""
    values = {
        "METHOD": "METHOD:REPLY",
        "UID": "UID:wired.kiln@plans.loom.example",
        "SEQUENCE": "SEQUENCE:3",
        "ATTENDEE": "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@kiln.example",
        "DTSTART": "DTSTART;VALUE=DATE:20260320",
        "DTEND": "DTEND;VALUE=DATE:20260321",
        **other,
    }
    head, *rest = [value for value in values.values() if value]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", head, "BEGIN:VEVENT", *rest, "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def meant(calendar: str, asked: Asked = ASKED, invited: Invitation = INVITED) -> list[tuple[Any, ...]]:
    answer = read_answer(calendar)
    assert answer is not None
    updates, why = meaning_of(answer, invited, asked)
    assert why
    return [(u.action, u.sure, u.to) for u in updates]


def counter(start: str, end: str = "") -> str:
    return text(METHOD="METHOD:COUNTER", DTSTART=f"DTSTART{start}", DTEND=f"DTEND{end}" if end else "")


def test_yes_no_maybe() -> None:
    assert meant(text()) == [("confirm", True, None)]
    assert meant(text(ATTENDEE="ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ada@Kiln.Example")) == [
        ("move", False, None)
    ]
    for state in ("TENTATIVE", "NEEDS-ACTION", "DELEGATED", "X-PERHAPS"):
        assert meant(text(ATTENDEE=f"ATTENDEE;PARTSTAT={state}:mailto:ada@kiln.example")) == []


def test_another_address_of_the_same_person_answers_too() -> None:
    assert meant(text(ATTENDEE="ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada.lind@kiln.example"))


@pytest.mark.parametrize(
    ("start", "day"),
    [
        (";VALUE=DATE:20260402", date(2026, 4, 2)),
        (":20260402", date(2026, 4, 2)),
        (";TZID=W. Europe Standard Time:20260402T000000", date(2026, 4, 2)),
        (';TZID="(UTC+01:00) Berlin: winter":20260402T000000', date(2026, 4, 2)),
        (":20260401T220000Z", date(2026, 4, 2)),  # midnight in Berlin, daylight saving
        (":20260301T230000Z", date(2026, 3, 2)),
        (":20260402T093000", date(2026, 4, 2)),
    ],
)
def test_a_counter_names_its_writers_day(start: str, day: date) -> None:
    moved = meant(counter(start))
    assert moved == [("move", day >= ASKED.sent, day if day >= ASKED.sent else None)]


@pytest.mark.parametrize(
    "start", [":20260231", ":99991231T235959Z", ":tomorrow", ":20260402T250000", ":", ":٢٠٢٦٠٤٠٢"]
)
def test_a_counter_without_a_day_is_asked(start: str) -> None:
    assert meant(counter(start)) == [("move", False, None)]


def test_several_days_are_asked_and_the_same_day_is_a_comment() -> None:
    assert meant(counter(";VALUE=DATE:20260402", ";VALUE=DATE:20260405")) == [("move", False, None)]
    assert meant(counter(":20260320T090000", ":20260320T100000")) == [("comment", True, None)]


def test_a_yes_to_a_date_that_moved_since_is_no_yes() -> None:
    entry = Entry(
        id="x", when=datetime(2026, 3, 9, tzinfo=UTC), who="it", by="mail", before="", after="",
        moved={"wired": (DUE, date(2026, 3, 27))},
    )  # fmt: skip
    asked = Asked(PLAN, (entry,), "ops", "ops", "1", ASKED.sent)
    assert meant(text(), asked) == []
    assert meant(counter(";VALUE=DATE:20260402"), asked) == [("move", True, date(2026, 4, 2))]


def test_only_whom_we_invited_answers_and_only_there() -> None:
    assert meant(text(), Asked(PLAN, (), "it", "ops", "1", ASKED.sent)) == []
    assert meant(text(), Asked(PLAN, (), None, "ops", "1", ASKED.sent)) == []
    assert meant(text(), Asked(PLAN, (), "ops", "ops", "2", ASKED.sent)) == []
    assert meant(text(ATTENDEE="ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@kiln.example")) == []
    both = text()[:-32].replace(
        "DTSTART", "ATTENDEE;PARTSTAT=DECLINED:mailto:ada.lind@kiln.example\r\nDTSTART"
    )
    answer = read_answer(both + "END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert answer is None or meaning_of(answer, INVITED, ASKED)[0] == []


def test_check_ins_are_for_the_rep() -> None:
    asked = Asked(PLAN, (), "ops", "ops", "0", ASKED.sent)
    assert meant(text(), asked, CHECKIN) == []
    assert meant(counter(":20260317T140000Z"), asked, CHECKIN) == [("question", True, None)]
    declined = text(ATTENDEE="ATTENDEE;PARTSTAT=DECLINED:mailto:ada@kiln.example")
    assert meant(declined, asked, CHECKIN) == [("question", True, None)]


NONE = {
    "no answer": text(METHOD="METHOD:REQUEST"),
    "a publication": text(METHOD="METHOD:PUBLISH"),
    "no method": text(METHOD="X-METHOD:REPLY"),
    "two methods": text(METHOD="METHOD:REPLY\r\nMETHOD:COUNTER"),
    "two uids": text(UID="UID:a@b.example\r\nUID:wired.kiln@plans.loom.example"),
    "no uid": text(UID=""),
    "two events": text().replace("END:VCALENDAR", "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR"),
    "two calendars": text() + text(),
    "cut short": text().removesuffix("END:VCALENDAR\r\n"),
    "one of a series": text(UID="UID:wired.kiln@plans.loom.example\r\nRECURRENCE-ID:20260320"),
    "a sequence that is no number": text(SEQUENCE="SEQUENCE:3.0"),
    "a negative sequence": text(SEQUENCE="SEQUENCE:-3"),
    "an attendee without an address": text(ATTENDEE="ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1"),
    "crossed ends": text().replace("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR\r\nEND:VEVENT"),
    "nothing": "",
}


@pytest.mark.parametrize("what", NONE)
def test_none(what: str) -> None:
    assert read_answer(NONE[what]) is None


def test_a_method_within_a_description_is_text() -> None:
    folded = text(METHOD="X-NOTE:nothing\r\n METHOD:REPLY")
    assert read_answer(folded) is None
    assert read_answer(text(UID="DESCRIPTION:x\\nUID:other\r\n UID:other2\r\nUID:" + INVITED.uid)) is not None


@pytest.mark.parametrize(
    "piece",
    ["ATTENDEE;", ';A="', "BEGIN:VEVENT\r\n", "\r\n ", "X;Y=Z:", "A" * 70 + "\r\n ", ":;", "END:X\r\n", '"'],
)
def test_a_hostile_megabyte_is_read_at_once(piece: str) -> None:
    started = time.process_time()
    for size in (99_000, 1_000_000):
        read_answer("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n" + piece * (size // len(piece)))
    assert time.process_time() - started < 1


PIECES = st.sampled_from(
    [
        *text().split("\r\n"), *counter(":20260402T093000Z").split("\r\n"), "BEGIN:VEVENT", "END:VEVENT",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:x@y", "SEQUENCE:4", " folded", "DTSTART:00010101T000000Z",
        "DTSTART:99991231T235900Z",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@kiln.example", "RECURRENCE-ID:20260320",
    ]
)  # fmt: skip
CHANGED = st.lists(PIECES | st.text(max_size=60), max_size=25).map("\r\n".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A right answer with something cut out and something put in."""
    right = draw(st.sampled_from([text(), counter(";VALUE=DATE:20260402", ";VALUE=DATE:20260403")]))
    at = draw(st.integers(0, len(right)))
    return right[:at] + draw(st.text(max_size=20) | PIECES) + right[at + draw(st.integers(0, 30)) :]


def fuzz(calendar: str) -> None:
    """Whatever it holds, it says nothing but what its own lines say."""
    answer = read_answer(calendar)
    if answer is None:
        return
    assert isinstance(answer, CalendarAnswer)
    for invited in (INVITED, CHECKIN):
        updates, _ = meaning_of(answer, invited, ASKED)
        for update in updates:
            states = {a for a in answer.states if PLAN.person_of(a) == "ops"}
            assert states
            assert update.milestone in ("wired", None)
            assert update.action in ("confirm", "move", "comment", "question")
            if update.action == "confirm":
                assert "ACCEPTED" in answer.states.values()
                assert answer.method == "REPLY"
            if update.action == "move" and update.sure:
                assert answer.method == "COUNTER"
                assert update.to is not None
                assert update.to.strftime("%Y%m%d") in calendar.replace("\r\n ", "") or "Z" in calendar


@settings(max_examples=200)
@given(CHANGED | damaged())
def test_fuzz(calendar: str) -> None:
    fuzz(calendar)


@pytest.mark.slow
@settings(max_examples=2000)
@given(CHANGED | damaged())
def test_fuzz_long(calendar: str) -> None:
    fuzz(calendar)
