"""The round trip of an invitation: a nudge carries it, a calendar answers, and the plan follows."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from calendar_programs import answer, invitations_in, mails
from scenes import Golive

STEP = "security-cleared"


def invited(run: Golive, workspace: Path) -> Any:
    """Nudge the owner and give the event of the mail."""
    done = run("--workspace", workspace, "mail", "nudge", "acme", STEP)
    assert done.code == 0, done.err
    ((_, event),) = invitations_in(mails(workspace, "nudge")[-1])
    return event


def receive(run: Golive, workspace: Path, raw: bytes) -> Any:
    file = workspace / "answer.eml"
    file.write_bytes(raw)
    return run("--workspace", workspace, "mail", "receive", file, "--json").json[0]


def plan_of(workspace: Path) -> str:
    return (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")


def journal(workspace: Path) -> list[Any]:
    file = workspace / "plans" / "acme" / "journal.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_nudge_carries_what_mail_programs_show_as_an_invitation(run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    mail = mails(workspace, "nudge")[-1]
    assert mail.get_content_type() == "multipart/alternative"
    kinds = [part.get_content_type() for part in mail.iter_parts()]
    assert kinds == ["text/plain", "text/html", "text/calendar"]
    part = list(mail.iter_parts())[-1]
    assert (part.get_param("method"), part.get_param("charset")) == ("REQUEST", "utf-8")
    assert str(event["ORGANIZER"]) == "mailto:" + mail["Reply-To"].addresses[0].addr_spec
    assert str(event["ATTENDEE"]) == "mailto:t.lindqvist@acme.example"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert str(event["UID"]) == f"{STEP}.acme@plans.nimbus.example"
    assert event["TRANSP"] == "TRANSPARENT"
    assert mail["Reply-To"].addresses[0].addr_spec not in str(event["DESCRIPTION"])


def test_the_feed_and_the_invitation_are_the_same_event(run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    url = next(k["calendar"] for k in links if k["person"] == "security")
    feed = (workspace / "public" / "/".join(str(url).split("/")[-2:])).read_bytes()
    uid = str(event["UID"]).encode()
    part = feed[feed.index(b"UID:" + uid) :].partition(b"END:VEVENT")[0]
    assert f"SEQUENCE:{event['SEQUENCE']}\r\n".encode() in part
    assert f"DTSTART;VALUE=DATE:{event['DTSTART'].dt:%Y%m%d}".encode() in part


@pytest.mark.parametrize("client", ["google", "exchange", "apple"])
class TestAnswers:
    def test_accepted_confirms(self, client: str, run: Golive, workspace: Path) -> None:
        event = invited(run, workspace)
        result = receive(run, workspace, answer(f"{client}-accepted", event))
        assert (result["kind"], result["outcome"], result["authenticated"]) == ("auto", "apply", True)
        assert [(u["milestone"], u["action"]) for u in result["updates"]] == [(STEP, "confirm")]
        (change,) = journal(workspace)[-1]["changes"]
        assert change["action"] == "confirm"
        assert mails(workspace, "receipt")
        before = plan_of(workspace)
        assert "confirmed: {by: security, on: 2026-11-16}" in before
        again = receive(run, workspace, answer(f"{client}-accepted", event))
        assert "nothing changed" in again["why"]
        assert plan_of(workspace) == before
        assert len(mails(workspace, "receipt")) == 1

    def test_declined_asks_for_a_new_date(self, client: str, run: Golive, workspace: Path) -> None:
        event = invited(run, workspace)
        before = plan_of(workspace)
        result = receive(run, workspace, answer(f"{client}-declined", event))
        assert (result["kind"], result["outcome"]) == ("auto", "ask")
        assert plan_of(workspace) == before
        (question,) = mails(workspace, "question")
        assert "To which day does" in question.get_body(("plain",)).get_content()  # type: ignore[union-attr]

    def test_tentative_changes_nothing(self, client: str, run: Golive, workspace: Path) -> None:
        event = invited(run, workspace)
        before, sent = plan_of(workspace), len(mails(workspace))
        result = receive(run, workspace, answer(f"{client}-tentative", event))
        assert (result["kind"], result["outcome"]) == ("auto", "ignore")
        assert (plan_of(workspace), len(mails(workspace))) == (before, sent)

    def test_counter_moves_and_the_next_invitation_says_so(
        self, client: str, run: Golive, workspace: Path
    ) -> None:
        event = invited(run, workspace)
        result = receive(run, workspace, answer(f"{client}-counter", event, new=date(2026, 12, 9)))
        assert (result["kind"], result["outcome"]) == ("auto", "apply")
        assert [(u["action"], u["to"]) for u in result["updates"]] == [("move", "2026-12-09")]
        assert "expected: 2026-12-09" in plan_of(workspace)
        late = receive(run, workspace, answer(f"{client}-accepted", event))  # a yes to the old day
        assert late["outcome"] == "ignore"
        assert "moved since" in late["why"]


WRONG = {
    "another event": {"uid": "live.acme@plans.nimbus.example"},
    "another host": {"uid": f"{STEP}.acme@elsewhere.example"},
    "a version that never was": {"sequence": 7},
    "an attendee who is another person": {"attendee": "jane.roe@acme.example"},
    "a stranger": {"attendee": "mallory@evil.example"},
}


@pytest.mark.parametrize("shape", ["google-accepted", "exchange-counter", "apple-declined"])
@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_match_changes_nothing(shape: str, wrong: str, run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    before, sent = plan_of(workspace), len(mails(workspace))
    result = receive(run, workspace, answer(shape, event, **WRONG[wrong]))
    assert (result["kind"], result["outcome"], result["updates"]) == ("auto", "ignore", [])
    assert (plan_of(workspace), len(mails(workspace))) == (before, sent)


def test_an_attendee_who_is_not_the_sender_changes_nothing(run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    before = plan_of(workspace)
    raw = answer("google-accepted", event).replace(
        b"From: Tomas Lindqvist <t.lindqvist", b"From: Jane Roe <jane.roe"
    )
    assert receive(run, workspace, raw)["outcome"] == "ignore"
    assert plan_of(workspace) == before


@pytest.mark.parametrize("days", [-30, 1200])
def test_a_day_nobody_means_is_asked(days: int, run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    new = date(2026, 11, 16) + timedelta(days=days)
    before = plan_of(workspace)
    assert receive(run, workspace, answer("apple-counter", event, new=new))["outcome"] == "ask"
    assert plan_of(workspace) == before


def test_without_the_ledger_no_answer_counts(run: Golive, workspace: Path) -> None:
    event = invited(run, workspace)
    (workspace / ".golive" / "invitations.jsonl").unlink()
    assert receive(run, workspace, answer("google-accepted", event))["outcome"] == "ignore"


def test_nudging_again_invites_no_second_time(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    invited(run, workspace)
    monkeypatch.setenv("GOLIVE_TODAY", "2026-11-17")
    assert run("--workspace", workspace, "mail", "nudge", "acme", STEP).code == 0
    assert len(mails(workspace, "nudge")) == 2
    assert not list(invitations_in(mails(workspace, "nudge")[-1]))


def test_a_moved_date_raises_the_sequence_of_the_next(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = invited(run, workspace)
    run("--workspace", workspace, "update", "acme", "security-cleared moves to 9 Dec 2026")
    monkeypatch.setenv("GOLIVE_TODAY", "2026-11-17")
    run("--workspace", workspace, "mail", "nudge", "acme", STEP)
    ((_, moved),) = invitations_in(mails(workspace, "nudge")[-1])
    assert moved["DTSTART"].dt == date(2026, 12, 9)
    assert str(moved["UID"]) == str(event["UID"])
    assert int(moved["SEQUENCE"]) > int(event["SEQUENCE"])
