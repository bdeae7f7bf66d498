"""Which invitations a mail carries: first ones, moved ones, those that are off; and nothing twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from calendar_programs import invitations_in
from icalendar import Calendar

from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Change, Entry
from generator.site.gather import gather
from generator.workspace import MailOptions
from mail.address import Addresses
from mail.compose import Desk
from mail.invitations.ledger import Invitation, InvitationLedger
from mail.invitations.offer import CHECKINS, invitations_for, send_with
from mail.letter import Letter

KEYS = Keys(b"a secret for tests only with more than 32 characters")
NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
RAW: dict[str, Any] = {
    "title": "Kiln and Loom",
    "buyer": {"name": "Kiln", "country": "DE", "timezone": "Europe/Berlin"},
    "seller": {"name": "Loom", "country": "GB"},
    "introduced": "2026-01-07",
    "launch": {"date": "2026-06-01"},
    "roles": {
        "ops": {"side": "buyer", "title": "Operations", "name": "Ada; Lind", "email": "ada@kiln.example"},
        "it": {"side": "buyer", "title": "IT", "email": "bo@kiln.example"},
        "ae": {"side": "seller", "title": "Sales", "email": "sam@loom.example"},
    },
    "milestones": [
        {
            "id": "wired",
            "outcome": "Wired, all of it",
            "owner": "ops",
            "takes": "1 day",
            "expected": "2026-03-20",
        },
        {"id": "live", "outcome": "Live", "owner": "ops", "takes": "1 day", "after": ["wired"]},
    ],
    "checkins": {"every": "week", "on": "tuesday", "at": "15:00", "with": ["ops", "ae"]},
}


def desk(now: datetime = NOW, entries: tuple[Entry, ...] = (), **keys: Any) -> Desk:
    plan = Plan.model_validate({**RAW, **keys})
    facts = gather("kiln", Path(), plan, entries, now.date())
    options = MailOptions.model_validate(
        {"from": "Loom plan <plan@loom.example>", "reply_domain": "reply.loom.example"}
    )
    addresses = Addresses("kiln", "reply.loom.example", KEYS, entries)
    return Desk(facts, {}, addresses, options, "https://plans.loom.example/", now)


def wired(**changed: Any) -> list[Any]:
    return [{**RAW["milestones"][0], **changed}, RAW["milestones"][1]]


@pytest.fixture
def ledger(tmp_path: Path) -> InvitationLedger:
    return InvitationLedger(tmp_path / "invitations.jsonl")


Tell = Callable[..., list[tuple[str, str, int]]]


@pytest.fixture
def tell(ledger: InvitationLedger) -> Tell:
    """Offer, send and give (about, method, sequence)."""

    def offered(at: Desk, *about: str, person: str = "ops", mail: str = "m") -> list[tuple[str, str, int]]:
        found = invitations_for(at, person, ledger, about)
        ledger.made(mail, found)
        ledger.told(mail, found)
        return [(i.about, i.method, i.sequence) for i in found]

    return offered


def test_first_once_then_nothing(tell: Tell) -> None:
    assert tell(desk(), "wired") == [("wired", "REQUEST", 0)]
    assert tell(desk(NOW + timedelta(days=2)), "wired") == []


def test_only_its_owner_is_asked_and_only_about_what_the_mail_is_about(tell: Tell) -> None:
    assert tell(desk(), "wired", person="it") == []
    assert tell(desk()) == []


def test_moved_and_then_gone(tell: Tell) -> None:
    tell(desk(), "wired")
    moved = desk(milestones=wired(expected="2026-03-27"))
    assert tell(moved) == [("wired", "REQUEST", 1)]
    assert tell(moved) == []
    gone = desk(milestones=[{**RAW["milestones"][1], "after": []}])
    assert tell(gone) == [("wired", "CANCEL", 2)]
    assert tell(gone) == []
    assert tell(moved, "wired") == [("wired", "REQUEST", 3)]  # it came back


def test_the_journal_counts_the_versions(tell: Tell) -> None:
    line = Entry(
        id="1", when=NOW, who="ops", by="mail", before="", after="",
        changes=(Change("wired", "move", {"milestones/wired/expected": (None, "2026-03-20")}),),
    )  # fmt: skip
    assert tell(desk(entries=(line, replace(line, id="2"))), "wired") == [("wired", "REQUEST", 2)]


def test_another_owner_gets_it_and_the_first_one_loses_it(tell: Tell) -> None:
    tell(desk(), "wired")
    other = desk(milestones=wired(owner="it"))
    assert tell(other, "wired", person="it") == [("wired", "REQUEST", 0)]
    assert tell(other) == [("wired", "CANCEL", 1)]


def test_another_person_in_the_same_role_is_asked_anew(tell: Tell) -> None:
    tell(desk(), "wired")
    roles = {**RAW["roles"], "ops": {**RAW["roles"]["ops"], "email": "eve@kiln.example"}}
    assert tell(desk(roles=roles), "wired") == [("wired", "REQUEST", 0)]


def test_done_is_neither_asked_nor_called_off(tell: Tell) -> None:
    tell(desk(), "wired")
    assert tell(desk(milestones=wired(status="done", done_on="2026-03-09", expected=None)), "wired") == []


def test_the_next_two_check_ins_for_whom_they_are_with(tell: Tell) -> None:
    assert [about for about, _, _ in tell(desk(), CHECKINS)] == ["checkin.20260310", "checkin.20260317"]
    assert tell(desk(), CHECKINS, person="it") == []
    assert len(tell(desk(), CHECKINS, person="ae")) == 2
    week_later = desk(NOW + timedelta(days=7))
    assert [about for about, _, _ in tell(week_later, CHECKINS)] == ["checkin.20260324"]


def test_a_check_in_at_another_hour_or_none(tell: Tell) -> None:
    tell(desk(), CHECKINS)
    later = desk(checkins={**RAW["checkins"], "at": "16:00"})
    assert [m for _, m, _ in tell(later)] == ["REQUEST", "REQUEST"]
    assert [m for _, m, _ in tell(desk(checkins=None))] == ["CANCEL", "CANCEL"]


def test_check_ins_are_in_utc_over_the_change_of_clocks(ledger: InvitationLedger) -> None:
    found = invitations_for(desk(datetime(2026, 3, 23, tzinfo=UTC)), "ops", ledger, [CHECKINS])
    assert [i.start for i in found] == [
        datetime(2026, 3, 24, 14, tzinfo=UTC),
        datetime(2026, 3, 31, 13, tzinfo=UTC),
    ]


def test_what_stands_in_a_message(ledger: InvitationLedger) -> None:
    (one,) = invitations_for(desk(), "ops", ledger, ["wired"])
    (event,) = Calendar.from_ical(one.raw).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Wired, all of it"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 20), date(2026, 3, 21))
    assert event["ATTENDEE"].params["CN"] == "Ada; Lind"
    assert re.fullmatch(r"mailto:kiln\.ops\.1\.[a-z2-7]{16}@reply\.loom\.example", str(event["ORGANIZER"]))
    assert event["DTSTAMP"].dt == NOW
    assert all(len(line) <= 75 for line in one.raw.split(b"\r\n"))
    assert b"https://" not in one.raw


HOSTILE = '"Eve"\r\nATTENDEE:mailto:x@evil.example; \u2028^n,:\\"'


def test_no_name_or_outcome_opens_a_line_of_its_own(ledger: InvitationLedger) -> None:
    given = desk()
    plan = given.facts.plan
    roles = {**plan.roles, "ops": plan.roles["ops"].model_copy(update={"name": HOSTILE})}
    outcome = plan.milestones[0].model_copy(update={"outcome": HOSTILE, "exit": HOSTILE * 300})
    hostile = plan.model_copy(update={"roles": roles, "milestones": (outcome, plan.milestones[1])})
    facts = gather("kiln", Path(), hostile, (), NOW.date())
    (one,) = invitations_for(replace(given, facts=facts), "ops", ledger, ["wired"])
    unfolded = one.raw.replace(b"\r\n ", b"")
    names = [re.match(rb"[A-Z-]+", line)[0] for line in unfolded.removesuffix(b"\r\n").split(b"\r\n")]  # type: ignore[index]
    assert names.count(b"ATTENDEE") == names.count(b"ORGANIZER") == names.count(b"SUMMARY") == 1
    (event,) = Calendar.from_ical(one.raw).walk("VEVENT")
    assert str(event["ATTENDEE"]) == "mailto:ada@kiln.example"


class Box:
    """A way out that can break."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken, self.sent = broken, dict[str, EmailMessage]()

    def send(self, name: str, message: EmailMessage) -> bool:
        if self.broken:
            raise OSError
        return self.sent.setdefault(name, message) is message


def letter() -> Letter:
    return Letter(
        "kiln.nudge.1", "Ada", "ada@kiln.example", "Wired", "text\n", "<p>text</p>\n",
        "Loom plan <plan@loom.example>", "kiln.ops.1.x@reply.loom.example", "kiln.ops", NOW,
    )  # fmt: skip


def test_a_mail_that_a_crash_kept_back_carries_the_same_again(ledger: InvitationLedger) -> None:
    first = invitations_for(desk(), "ops", ledger, ["wired"])
    with pytest.raises(OSError):
        send_with(Box(broken=True), ledger, letter(), first)
    reopened = InvitationLedger(ledger.path)
    again = invitations_for(desk(), "ops", reopened, ["wired"])
    assert [i.raw for i in again] == [i.raw for i in first]
    box = Box()
    assert send_with(box, reopened, letter(), again)
    assert len(ledger.path.read_text().splitlines()) == 2  # made once, told once
    assert invitations_for(desk(), "ops", InvitationLedger(ledger.path), ["wired"]) == ()
    assert reopened.answered("kiln", "ops", again[0].uid, 0) == again[0]


def test_the_first_is_an_alternative_and_the_others_are_attached(ledger: InvitationLedger) -> None:
    found = invitations_for(desk(), "ops", ledger, ["wired", CHECKINS])
    assert len(found) == 3
    box = Box()
    send_with(box, ledger, letter(), found)
    message = box.sent["kiln.nudge.1"]
    assert message.get_content_type() == "multipart/mixed"
    alternative, *attached = message.iter_parts()
    kinds = [part.get_content_type() for part in alternative.iter_parts()]  # type: ignore[attr-defined]
    assert kinds == ["text/plain", "text/html", "text/calendar"]
    assert [p.get_filename() for p in attached] == ["invitation-2.ics", "invitation-3.ics"]
    assert [str(e["UID"]) for _, e in invitations_in(message)] == [i.uid for i in found]


def test_a_ledger_of_another_version_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "invitations.jsonl"
    file.write_text('{"deal": "kiln"}\n[1]\nno json\n{"method": "REQUEST", "sequence": "x"}\n')
    assert InvitationLedger(file).last_told("kiln", "ops", "ada@kiln.example") == {}


def test_a_replaced_version_is_answered_no_more(ledger: InvitationLedger, tell: Tell) -> None:
    tell(desk(), "wired")
    uid = "wired.kiln@plans.loom.example"
    assert isinstance(ledger.answered("kiln", "ops", uid, 0), Invitation)
    tell(desk(milestones=wired(expected="2026-03-27")))
    assert ledger.answered("kiln", "ops", uid, 0) is None
    assert ledger.answered("kiln", "ops", uid, 1)
    assert ledger.answered("kiln", "it", uid, 1) is None
