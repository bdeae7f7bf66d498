"""The loop: a reply arrives, the plan and the page change, and a receipt goes back."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from letters import FROM, address, reply
from scenes import Golive

from generator.plan.load import sha256
from generator.record.journal import read_journal


def receive(run: Golive, workspace: Path, raw: bytes, *more: object) -> dict[str, Any]:
    file = workspace.parent / "reply.eml"
    file.write_bytes(raw)
    got = run("--workspace", workspace, "mail", "receive", file, "--json", *more)
    assert got.code == 0, got.err
    result: dict[str, Any] = got.json[0]
    return result


def outbox(workspace: Path, part: str = "") -> list[EmailMessage]:
    files = sorted((workspace / ".golive" / "outbox").glob("*.eml"))
    parse = email.message_from_bytes
    return [parse(f.read_bytes(), policy=email.policy.default) for f in files if part in f.name]


def text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return str(body.get_content()) if body else ""


def plan(workspace: Path) -> str:
    return (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")


def lines(workspace: Path) -> int:
    return len(read_journal(workspace / "plans" / "acme" / "journal.jsonl"))


def test_done_changes_plan_page_and_journal_and_is_answered(run: Golive, workspace: Path) -> None:
    published = run("--workspace", workspace, "publish", "acme", "--json").json
    url = next(k["url"] for k in published["deals"][0]["links"] if k["person"] == "security")
    page = workspace / "public" / url.split("/")[-2] / "index.html"
    assert "10 days off" in page.read_text("utf-8")
    to = address(run, workspace, "acme", "security", "security-cleared")
    result = receive(run, workspace, reply(to, "Yep, cleared this morning."))
    assert (result["outcome"], result["sender"], result["authenticated"]) == (
        "apply",
        "t.lindqvist@acme.example",
        True,
    )
    assert result["new_text"] == "Yep, cleared this morning."
    assert "done_on: 2026-11-16" in plan(workspace)
    assert "10 days off" not in page.read_text("utf-8")
    entry = read_journal(workspace / "plans" / "acme" / "journal.jsonl")[-1]
    assert entry.id == "r1@mail.acme.example"
    assert entry.after == sha256(plan(workspace).encode())
    (receipt,) = outbox(workspace, ".receipt.")
    assert receipt["To"] == "Tomas Lindqvist <t.lindqvist@acme.example>"
    assert receipt["In-Reply-To"] == "<r1@mail.acme.example>"
    assert receipt["Auto-Submitted"] == "auto-replied"
    said = text(receipt)
    assert "[3] Security review cleared" in said
    assert "Mon 1 Mar 2027, not Thu 11 Mar 2027" in said
    assert "Reply “undo”" in said
    assert url in said


def test_the_same_mail_twice_changes_nothing_and_says_so(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    raw = reply(to, "done")
    receive(run, workspace, raw)
    before, count, sent = plan(workspace), lines(workspace), len(outbox(workspace))
    again = receive(run, workspace, raw)
    assert "received before, nothing changed" in again["why"]
    by_another_way = receive(
        run, workspace, b"Received: from elsewhere.example; Mon, 16 Nov 2026 10:45:00 +0100\r\n" + raw
    )
    assert "received before" in by_another_way["why"]
    assert (plan(workspace), lines(workspace), len(outbox(workspace))) == (before, count, sent)


def test_undo_answers_a_receipt_and_gives_every_byte_back(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    to = address(run, workspace, "acme", "security", "security-cleared")
    receive(run, workspace, reply(to, "moves to 4 Dec"))
    assert "expected: 2026-12-04" in plan(workspace)
    (receipt,) = outbox(workspace, ".receipt.")
    back = receipt["Reply-To"].addresses[0].addr_spec
    result = receive(run, workspace, reply(back, "undo", name="r2@mail.acme.example"))
    assert result["outcome"] == "apply"
    assert [u["action"] for u in result["updates"]] == ["undo"]
    assert plan(workspace) == before
    assert len(outbox(workspace, ".receipt.")) == 2


def test_undo_elsewhere_takes_nothing_back(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    before = plan(workspace)
    assert receive(run, workspace, reply(to, "undo"))["outcome"] != "apply"
    assert plan(workspace) == before


BOTH = {"security-cleared": "done", "budget-approved": "2026-12-15"}


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("3 done, 6 moves to 15 Dec", BOTH),
        ("[3] is done", {"security-cleared": "done"}),
        ("The security review is cleared. Budget moves to 15 December.", BOTH),
        ("4 is under way", {"dpa-signed": "active"}),
        ("6 is stuck, waiting for the board papers", {"budget-approved": "blocked"}),
    ],
)
def test_plain_words_about_a_digest(run: Golive, workspace: Path, words: str, after: dict[str, str]) -> None:
    import ruamel.yaml

    to = address(run, workspace, "acme", "champion")
    assert receive(run, workspace, reply(to, words, FROM["champion"]))["outcome"] == "apply"
    data = ruamel.yaml.YAML(typ="safe").load(plan(workspace))
    found = {m["id"]: m for m in data["milestones"]}
    for milestone, value in after.items():
        assert value in (found[milestone].get("status"), str(found[milestone].get("expected")))


def test_answers_between_quoted_lines_belong_to_them(run: Golive, workspace: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = FROM["champion"], address(run, workspace, "acme", "champion")
    mail["Subject"], mail["Date"] = "Re: where we stand", "Mon, 16 Nov 2026 10:41:07 +0100"
    mail["Message-ID"] = "<inline@mail.acme.example>"
    mail.set_content(
        "On 16/11/2026 08:02, Nimbus wrote:\n> Next up\n"
        "> [3] Security review cleared — due Fri 27 Nov 2026 — Information security\n\n"
        "cleared on Friday!\n\n"
        "> [6] Budget approved by the board — due Tue 8 Dec 2026 — Executive sponsor\n\n"
        "moves to 15 December\n"
    )
    result = receive(run, workspace, mail.as_bytes())
    assert {(u["milestone"], u["action"], u.get("on") or u.get("to")) for u in result["updates"]} == {
        ("security-cleared", "done", "2026-11-13"),
        ("budget-approved", "move", "2026-12-15"),
    }


def test_what_is_not_sure_is_asked_back(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    to = address(run, workspace, "acme", "champion")
    result = receive(run, workspace, reply(to, "4 moves to the 3rd or 4th of December.", FROM["champion"]))
    assert result["outcome"] == "ask"
    assert plan(workspace) == before
    (question,) = outbox(workspace, ".question.")
    assert "Nothing has changed so far" in text(question)


def test_a_comment_changes_nothing_and_reaches_the_rep(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    to = address(run, workspace, "acme", "champion")
    receive(run, workspace, reply(to, "The report is in the shared folder now.", FROM["champion"]))
    assert plan(workspace) == before
    assert not outbox(workspace, ".already.")
    assert not outbox(workspace, ".receipt.")
    (told,) = outbox(workspace, ".review.")
    assert "shared folder" in text(told)


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        ("Tomas Lindqvist <t.lindqvist@acme-logistics.example>", "not in the plan"),
        ("t.lindqvist@acme.example <eve@evil.example>", "not in the plan"),
    ],
)
def test_a_stranger_changes_nothing(run: Golive, workspace: Path, sender: str, why: str) -> None:
    before = plan(workspace)
    to = address(run, workspace, "acme", "security", "security-cleared")
    result = receive(run, workspace, reply(to, "done", sender))
    assert (result["outcome"], result["authenticated"]) == ("review", False)
    assert why in result["why"]
    assert plan(workspace) == before
    (told,) = outbox(workspace, ".review.")
    assert told["To"].addresses[0].addr_spec == "sam.field@nimbus.example"
    assert not outbox(workspace, ".receipt."), "a stranger learns nothing"


def test_without_trust_in_addresses_nothing_is_applied(run: Golive, workspace: Path) -> None:
    """`trust: dkim` is the default; while no signature proves the sender, the mail waits for the rep."""
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("        trust: address\n", ""), "utf-8")
    before = plan(workspace)
    to = address(run, workspace, "acme", "security", "security-cleared")
    result = receive(run, workspace, reply(to, "done"))
    assert (result["outcome"], result["authenticated"]) == ("review", False)
    assert "nothing proves" in result["why"]
    assert plan(workspace) == before


def test_the_link_to_pass_on_never_suffices(run: Golive, workspace: Path) -> None:
    result = receive(run, workspace, reply(address(run, workspace, "acme", "any"), "3 done"))
    assert (result["outcome"], result["authenticated"]) == ("review", False)


def test_two_senders_in_from_are_nobody(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    raw = reply(to, "done")
    for twice in (
        b"From: Eve <eve@evil.example>\r\n" + raw,
        raw.replace(b"<t.lindqvist@acme.example>", b"<t.lindqvist@acme.example>, eve@evil.example"),
    ):
        result = receive(run, workspace, twice.replace(b"<r1@", b"<%d@" % len(twice)))
        assert (result["outcome"], result["authenticated"]) == ("review", False)
        assert "exactly one sender" in result["why"]


def test_a_wrong_or_renewed_code_is_refused(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "publish", "acme")
    to = address(run, workspace, "acme", "security", "security-cleared")
    deal, person, about, mac = to.partition("@")[0].rsplit(".", 3)
    wrong = f"{deal}.{person}.{about}.{'a' * len(mac)}@reply.nimbus.example"
    assert "not one we made" in receive(run, workspace, reply(wrong, "done"))["why"]
    run("--workspace", workspace, "links", "acme", "--rotate", "security")
    old = receive(run, workspace, reply(to, "done", name="r2@mail.acme.example"))
    assert (old["outcome"], old["authenticated"]) == ("review", False)
    assert "status: done" not in plan(workspace).split("security-cleared", 1)[1].split("- id:", 1)[0]


def test_mail_for_nobody_here_is_ignored(run: Golive, workspace: Path) -> None:
    for to in ("plan@nimbus.example", "gone.security.3.aaaaaaaaaaaaaaaa@reply.nimbus.example"):
        result = receive(run, workspace, reply(to, "done", name=f"x{len(to)}@mail.acme.example"))
        assert result["outcome"] == "ignore"
    assert not outbox(workspace)


def test_a_request_for_no_mails_is_obeyed(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security")
    result = receive(run, workspace, reply(to, "stop", subject="stop"))
    assert result["kind"] == "unsubscribe"
    run("--workspace", workspace, "mail", "nudge", "acme", "3")
    assert not outbox(workspace, ".nudge.")
    invited = run("--workspace", workspace, "mail", "invite", "acme", "--json").json
    assert {"to": "t.lindqvist@acme.example", "mail": None} in invited


def test_a_plan_with_faults_keeps_the_mail_waiting(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    file = workspace / "plans" / "acme" / "plan.yaml"
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"introduced:", b"introducd:"))
    result = receive(run, workspace, reply(to, "done"))
    assert "waits in the spool" in result["why"]
    file.write_bytes(whole)
    assert receive(run, workspace, reply(to, "done"))["outcome"] == "apply"


def test_no_file_is_wrong_usage_and_no_disk_is_our_fault(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--workspace", workspace, "mail", "receive", "nothing.eml").code == 2
    file = workspace / "reply.eml"
    file.write_bytes(reply(address(run, workspace, "acme", "security"), "3 done"))
    (workspace / ".golive" / "spool").write_text("a file where the spool should be")
    got = run("--workspace", workspace, "mail", "receive", file)
    assert got.code == 75
    assert "cannot be written" in got.err


def test_reading_changes_nothing(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    file = workspace.parent / "reply.eml"
    file.write_bytes(reply(to, "done"))
    before = {p: p.read_bytes() for p in (workspace / "plans").rglob("*") if p.is_file()}
    result = run("--workspace", workspace, "mail", "read", file, "--json").json
    assert (result[0]["outcome"], result[0]["deal"], result[0]["person"]) == ("apply", "acme", "security")
    told = run("--workspace", workspace, "mail", "read", file).out
    assert "[3] Security review cleared: done" in told
    assert {p: p.read_bytes() for p in (workspace / "plans").rglob("*") if p.is_file()} == before


def test_invitations_carry_the_private_link_and_are_sent_once(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "mail", "invite", "harbor")
    first = outbox(workspace, "harbor.invite.")
    assert first
    for message in first:
        assert "Your private plan page: https://plans.nimbus.example/" in text(message)
        assert message["List-Unsubscribe"].strip().startswith("<mailto:harbor.")
        assert message["Auto-Submitted"] == "auto-generated"
        assert "List-Unsubscribe" in message
    again = run("--workspace", workspace, "mail", "invite", "harbor", "--json").json
    assert {sent["mail"] for sent in again} == {None}


def test_a_nudge_asks_about_one_outcome(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
    (nudge,) = outbox(workspace, ".nudge.")
    assert nudge["Subject"] == "Security review cleared — due Fri 27 Nov 2026"
    assert "[3] Security review cleared — due Fri 27 Nov 2026 — Information security" in text(nudge)
    answer = nudge["Reply-To"].addresses[0].addr_spec
    assert receive(run, workspace, reply(answer, "Yes!"))["updates"][0]["action"] == "done"
    assert run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared").code == 1
    assert run("--workspace", workspace, "mail", "nudge", "acme", "securty").code == 2


def test_hostile_names_start_no_header(run: Golive, workspace: Path) -> None:
    file = workspace / "plans" / "acme" / "plan.yaml"
    text_ = file.read_text("utf-8").replace("name: Tomas Lindqvist", 'name: "Tomas\\nBcc: eve@evil.example"')
    file.write_text(text_, "utf-8")
    run("--workspace", workspace, "mail", "nudge", "acme", "security-cleared")
    (nudge,) = outbox(workspace, ".nudge.")
    assert nudge["Bcc"] is None
    assert nudge["To"].addresses[0].addr_spec == "t.lindqvist@acme.example"
