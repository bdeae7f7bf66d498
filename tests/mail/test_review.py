"""What golive does not decide by itself waits for the rep, who decides at the command line or by mail."""

from __future__ import annotations

import difflib
import email
import email.policy
import json
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from letters import FROM, address, reply
from ruamel.yaml import YAML
from scenes import MKDOCS, ROOT, SECRET, Golive, make_workspace

from generator.keys import Keys
from generator.record.journal import Entry, read_journal
from mail.address import Addresses
from mail.review.queue import Queue

CASES = sorted((Path(__file__).parent / "review").iterdir())
UNPROVEN = MKDOCS.replace("        trust: address\n", "")  # nothing is signed, so everything waits
SAM = FROM["ae"]
KARIN = "Karin Weber <karin.weber@acme.example>"
EVE = "Eve <eve@evil.example>"


def receive(run: Golive, workspace: Path, raw: bytes) -> dict[str, Any]:
    file = workspace.parent / "reply.eml"
    file.write_bytes(raw)
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert got.code == 0, got.err
    result: dict[str, Any] = got.json[0]
    return result


def tell(run: Golive, workspace: Path, person: str, words: str, **how: str) -> dict[str, Any]:
    """Send a mail from a person of the plan, or from `sender`, to an address of ours."""
    about, sender = how.pop("about", "digest"), how.pop("sender", FROM.get(person, ""))
    return receive(
        run, workspace, reply(address(run, workspace, "acme", person, about), words, sender, **how)
    )


def review(run: Golive, workspace: Path, *more: object) -> Any:
    got = run("--workspace", workspace, "mail", "review", *more, "--json")
    assert got.code == 0, got.err
    return got.json


def plan(workspace: Path) -> str:
    return (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")


def journal(workspace: Path) -> tuple[Entry, ...]:
    return read_journal(workspace / "plans" / "acme" / "journal.jsonl")


def outbox(workspace: Path, part: str = "") -> list[EmailMessage]:
    """Mails of ours, the oldest first."""
    files = sorted((workspace / ".golive" / "outbox").glob("*.eml"), key=lambda f: f.stat().st_mtime_ns)
    parse = email.message_from_bytes
    return [parse(f.read_bytes(), policy=email.policy.default) for f in files if part in f.name]


def text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return str(body.get_content()) if body else ""


def answer(run: Golive, workspace: Path, words: str, sender: str = SAM, name: str = "ok@x.example") -> Any:
    """Answer the newest mail to the rep."""
    to = outbox(workspace, ".review.")[-1]["Reply-To"].addresses[0].addr_spec
    return receive(run, workspace, reply(to, words, sender, name=name))


def change(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in list(lines)[2:] if not line.startswith("@@")) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_accepting_writes(
    run: Golive, tmp_path: Path, case: Path, golden: Callable[[Path, bytes], None]
) -> None:
    """Each folder: the mail that waits, and what accepting it changes in plan.yaml."""
    workspace = make_workspace(tmp_path / "work", "acme", config=UNPROVEN)
    given = YAML(typ="safe").load((case / "mail.yaml").read_text("utf-8"))
    before = plan(workspace)
    tell(run, workspace, given["from"], given["words"], about=given.get("about", "digest"))
    shown = review(run, workspace, "acme-1")
    assert plan(workspace) == before
    done = review(run, workspace, "acme-1", "accept")
    golden(case / "change.diff", change(before, plan(workspace)).encode())
    assert done["state"] == "accepted"
    assert done["changed"] == shown["would_change"] != []
    said = [line for line in change(before, plan(workspace)).splitlines() if line.strip("+- ")]
    assert set(said) <= set(shown["diff"])


def test_accepting_is_recorded_published_and_answered(run: Golive, tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "work", "acme", config=UNPROVEN)
    links = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"]
    url = next(k["url"] for k in links if k["person"] == "champion")
    page = workspace / "public" / url.split("/")[-2] / "index.html"
    assert "10 days off" in page.read_text("utf-8")
    tell(run, workspace, "security", "done", about="security-cleared")
    assert not outbox(workspace, ".receipt.")
    review(run, workspace, "acme-1", "accept")
    entry = next(e for e in journal(workspace) if e.evidence.get("item") == "acme-1")
    assert (entry.by, entry.who) == ("command", "rep"), "nothing proved that it was Tomas"
    assert entry.evidence["accepted"] == "rep"
    assert entry.evidence["from"] == "t.lindqvist@acme.example"
    assert entry.evidence["proof"] == "not-proven"
    assert "10 days off" not in page.read_text("utf-8")
    (receipt,) = outbox(workspace, ".receipt.")
    assert receipt["To"].addresses[0].addr_spec == "t.lindqvist@acme.example"
    assert receipt["In-Reply-To"] == "<r1@mail.acme.example>"
    assert "You wrote: “done”" in text(receipt)


def test_the_queue_tells_all_there_is_to_know(run: Golive, workspace: Path) -> None:
    assert review(run, workspace) == []
    tell(run, workspace, "champion", "3 is done. Please add a penetration test by 15 December.")
    (item,) = review(run, workspace)
    assert item["id"] == "acme-1"
    assert (item["from"], item["person"], item["proof"]) == ("jane.roe@acme.example", "champion", "address")
    assert [u["action"] for u in item["updates"]] == ["add"]
    assert item["would_change"] == [
        "a-penetration-test add (a-penetration-test {id: a-penetration-test, outcome: A penetration test, "
        "owner: champion, takes: 5 days, due: 2026-12-15})"
    ]
    listed = run("--workspace", workspace, "mail", "review").out
    assert "acme-1\t0 min\tjane.roe@acme.example" in listed
    shown = run("--workspace", workspace, "mail", "review", "acme-1").out
    assert "  | 3 is done. Please add a penetration test by 15 December." in shown
    assert "+    outcome: A penetration test" in shown
    (mail,) = outbox(workspace, ".review.")
    assert mail["Reply-To"].addresses[0].addr_spec.startswith("acme.rep.r1.")
    assert "+    outcome: A penetration test" in text(mail)


def test_a_mail_makes_one_item_however_often_it_comes(run: Golive, workspace: Path) -> None:
    for way in (b"", b"Received: from b.example; Mon, 16 Nov 2026 10:45:00 +0100\r\n"):
        to = address(run, workspace, "acme", "security")
        receive(run, workspace, way + reply(to, "3 done", EVE))
    assert [item["id"] for item in review(run, workspace)] == ["acme-1"]
    assert len(outbox(workspace, ".review.")) == 1


def test_numbers_are_not_given_twice(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "3 done", sender=EVE)
    review(run, workspace, "acme-1", "reject")
    assert review(run, workspace) == []
    tell(run, workspace, "security", "4 done", sender=EVE, name="r2@x.example")
    assert [item["id"] for item in review(run, workspace)] == ["acme-2"]


def test_rejecting_changes_nothing_and_stands(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    done = review(run, workspace, "acme-1", "reject")
    assert (done["state"], done["by"], done["changed"]) == ("rejected", "rep", [])
    assert plan(workspace) == before
    assert not outbox(workspace, ".receipt.")
    again = run("--workspace", workspace, "mail", "review", "acme-1", "accept")
    assert again.code == 1
    assert "acme-1 was rejected already, by rep on 2026-11-16" in again.err
    assert plan(workspace) == before


def test_an_edit_is_applied_in_place_of_the_mail(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "3 moves to 4 December", sender=EVE)
    unclear = run("--workspace", workspace, "mail", "review", "acme-1", "edit", "well, maybe")
    assert unclear.code == 1
    assert "is not clear" in unclear.err
    assert [item["state"] for item in review(run, workspace)] == ["open"]
    done = review(run, workspace, "acme-1", "edit", "3 done on 12 Nov")
    assert (done["state"], done["said"]) == ("edited", "3 done on 12 Nov")
    assert "done_on: 2026-11-12" in plan(workspace)
    entry = next(e for e in journal(workspace) if e.evidence.get("item") == "acme-1")
    assert entry.evidence["correction"] == "3 done on 12 Nov"
    assert not outbox(workspace, ".receipt."), "a stranger learns nothing"


def test_an_edit_that_names_nothing_speaks_of_the_item(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "moves to the 3rd or 4th", about="security-cleared", sender=EVE)
    review(run, workspace, "acme-1", "edit", "moves to 4 December")
    assert "expected: 2026-12-04" in plan(workspace)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("acme-9",), 2, "no review item 'acme-9'"),
        (("../x-1",), 2, "no review item"),
        (("nothing",), 2, "no review item"),
        (("acme-1", "edit"), 2, "edit needs what is right"),
        (("acme-1", "accept", "3 done"), 2, "edit needs what is right"),
        (("acme-1", "burn"), 2, "'burn' is not one of"),
    ],
)
def test_wrong_usage_is_a_sentence(
    run: Golive, workspace: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    tell(run, workspace, "security", "3 done", sender=EVE)
    got = run("--workspace", workspace, "mail", "review", *arguments)
    assert (got.code, said in got.err) == (code, True), got.err


def test_what_cannot_be_recorded_is_said_and_stays(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "3 moves to 4 December", sender=EVE)
    queue = Queue(workspace / ".golive" / "review")
    item = queue.named("acme-1")
    queue.save(replace(item, updates=(replace(item.updates[0], to=None),)))
    assert "needs the day" in review(run, workspace)[0]["cannot"][0]
    got = run("--workspace", workspace, "mail", "review", "acme-1", "accept")
    assert got.code == 1
    assert "nothing of acme-1 can be recorded as it stands" in got.err
    assert [one["state"] for one in review(run, workspace)] == ["open"]


def test_why_it_is_stuck_is_shown_only_when_the_rep_says_so(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "champion", "6 is stuck, waiting for the board papers")
    assert "status: blocked" in plan(workspace).split("id: budget-approved")[1].split("- id:")[0]
    (item,) = review(run, workspace)
    assert "may its reason be shown on the page?" in item["why"][0]
    assert "blocked_by" not in plan(workspace).split("id: budget-approved")[1].split("- id:")[0]
    receipts = len(outbox(workspace, ".receipt."))
    review(run, workspace, "acme-1", "accept")
    assert "blocked_by" in plan(workspace).split("id: budget-approved")[1].split("- id:")[0]
    assert len(outbox(workspace, ".receipt.")) == receipts, "who said so was answered before"


def test_a_reason_comes_too_late_once_it_is_no_longer_stuck(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "champion", "6 is stuck, waiting for the board papers")
    tell(run, workspace, "champion", "6 is done", name="r2@x.example", date="Mon, 16 Nov 2026 11:00:00 +0100")
    got = run("--workspace", workspace, "mail", "review", "acme-1", "accept")
    assert "no longer stuck" in got.err
    assert "status: done" in plan(workspace).split("id: budget-approved")[1].split("- id:")[0]


def test_an_added_outcome_is_taken_back_byte_for_byte(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    review(run, workspace, "acme-1", "accept")
    assert plan(workspace) != before
    back = outbox(workspace, ".receipt.")[-1]["Reply-To"].addresses[0].addr_spec
    receive(run, workspace, reply(back, "undo", FROM["champion"], name="r2@x.example"))
    assert plan(workspace) == before


@pytest.mark.parametrize("words", ["ok", "Yes, thanks!\n\nBest,\nSam", "Accept."])
def test_the_rep_says_yes_by_mail(run: Golive, workspace: Path, words: str) -> None:
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    result = answer(run, workspace, words)
    assert (result["outcome"], result["why"]) == ("apply", "acme-1 accepted by the rep")
    assert "A penetration test" in plan(workspace)
    entry = next(e for e in journal(workspace) if e.evidence.get("item") == "acme-1")
    assert entry.evidence["accepted"] == "sam.field@nimbus.example"
    again = answer(run, workspace, words, name="twice@x.example")
    assert "accepted already" in again["why"]
    assert len(outbox(workspace, ".receipt.")) == 1


def test_the_rep_says_no_by_mail(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    assert answer(run, workspace, "No.")["why"] == "acme-1 rejected by the rep"
    assert (plan(workspace), review(run, workspace)) == (before, [])


def test_the_rep_corrects_by_mail(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "3 moves to 4 December", sender=EVE)
    assert answer(run, workspace, "3 done on 12 Nov")["why"] == "acme-1 edited by the rep"
    assert "done_on: 2026-11-12" in plan(workspace)


def test_what_the_rep_says_unclearly_is_asked_back(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    tell(run, workspace, "security", "3 done", sender=EVE)
    result = answer(run, workspace, "Let me ask Jane, he may be right or not")
    assert result["outcome"] == "ask"
    assert (plan(workspace), len(review(run, workspace))) == (before, 1)
    again = outbox(workspace, ".review.")[-1]
    assert "is not clear" in text(again)
    assert answer(run, workspace, "ok", name="then@x.example")["why"] == "acme-1 accepted by the rep"


@pytest.mark.parametrize("sender", [EVE, FROM["champion"], "Sam Field <sam.field@evil.example>"])
def test_only_the_rep_decides(run: Golive, workspace: Path, sender: str) -> None:
    before = plan(workspace)
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    result = answer(run, workspace, "ok", sender)
    assert (result["outcome"], result["authenticated"]) == ("review", False)
    assert plan(workspace) == before
    assert [item["proof"] for item in review(run, workspace)] == ["address", "not-the-rep"]


def test_the_rep_too_must_be_proven(run: Golive, tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "work", "acme", config=UNPROVEN)
    before = plan(workspace)
    tell(run, workspace, "security", "done", about="security-cleared")
    assert answer(run, workspace, "ok")["outcome"] == "review"
    assert plan(workspace) == before


def test_the_rep_of_mkdocs_yml_need_not_be_in_the_plan(run: Golive, tmp_path: Path) -> None:
    config = MKDOCS + "        rep: dana@nimbus.example\n"
    workspace = make_workspace(tmp_path / "work", "acme", config=config)
    tell(run, workspace, "champion", "Please add a penetration test by 15 December.")
    assert answer(run, workspace, "ok", SAM)["authenticated"] is False
    to = outbox(workspace, "acme.review.1.")[0]["Reply-To"].addresses[0].addr_spec
    dana = reply(to, "ok", "Dana <dana@nimbus.example>", name="dana@x.example")
    assert receive(run, workspace, dana)["why"] == "acme-1 accepted by the rep"


def test_who_answers_a_forwarded_mail_may_own_it_now(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    result = tell(run, workspace, "security", "done", about="security-cleared", sender=KARIN)
    assert result["outcome"] == "review"
    assert result["why"] == "Karin Weber seems to own “Security review cleared” now"
    assert plan(workspace) == before
    (item,) = review(run, workspace)
    assert item["proof"] == "new-colleague"
    assert [u["action"] for u in item["updates"]] == ["assign", "done"]
    assert not outbox(workspace, ".receipt.")
    review(run, workspace, "acme-1", "accept")
    assert "name: Karin Weber, email: karin.weber@acme.example" in plan(workspace)
    assert "done_on: 2026-11-16" in plan(workspace)
    (receipt,) = outbox(workspace, ".receipt.")
    assert receipt["To"].addresses[0].addr_spec == "karin.weber@acme.example"
    assert "https://plans.nimbus.example/" in text(receipt), "she has a page of her own now"
    later = tell(run, workspace, "karin-weber", "9 done", sender=KARIN, name="r2@x.example")
    assert (later["outcome"], later["authenticated"]) == ("apply", True)


def test_a_hostile_name_stays_text(run: Golive, workspace: Path) -> None:
    to = address(run, workspace, "acme", "security", "security-cleared")
    name = b"=?utf-8?q?x=7D=2C_admin=3A_=7Bside=3A_seller=7D=0A=23_=3Cb=3E=26?="
    receive(run, workspace, reply(to, "done", "Kim <kim@acme.example>").replace(b"Kim <", name + b" <"))
    review(run, workspace, "acme-1", "accept")
    roles = YAML(typ="safe").load(plan(workspace))["roles"]
    assert [r["name"] for r in roles.values() if r.get("email") == "kim@acme.example"] == [
        "x}, admin: {side: seller} # b &"
    ]
    assert "admin" not in roles


def other_deal(run: Golive, workspace: Path) -> str:
    local = address(run, workspace, "harbor", "any").partition("@")[0].rpartition(".")[2]
    return f"acme.any.0.{local}@reply.nimbus.example"


def about_nothing(_run: Golive, workspace: Path) -> str:
    keys = Keys(SECRET.encode())
    return Addresses("acme", "reply.nimbus.example", keys, journal(workspace)).make("security", "99")


def revoked(person: str) -> Callable[[Golive, Path], str]:
    def prepare(run: Golive, workspace: Path) -> str:
        run("--workspace", workspace, "publish", "acme")
        run("--workspace", workspace, "links", "acme", "--revoke", person)
        return address(run, workspace, "acme", "security", "security-cleared")

    return prepare


def closed(run: Golive, workspace: Path) -> str:
    to = address(run, workspace, "acme", "security", "security-cleared")
    run("--workspace", workspace, "close", "acme")
    return to


def replayed(run: Golive, workspace: Path) -> str:
    to = address(run, workspace, "acme", "security", "security-cleared")
    receive(run, workspace, reply(to, "Done!", name="first@x.example"))
    undo = outbox(workspace, ".receipt.")[-1]["Reply-To"].addresses[0].addr_spec
    receive(run, workspace, reply(undo, "undo", name="undo@x.example"))
    return to


@pytest.mark.parametrize(
    ("prepare", "sender", "reason"),
    [
        (other_deal, FROM["security"], "other-deal"),
        (about_nothing, FROM["security"], "removed-outcome"),
        (revoked("security"), FROM["security"], "revoked"),
        (revoked("champion"), FROM["champion"], "revoked-sender"),
        (closed, FROM["security"], "closed-deal"),
        (replayed, FROM["security"], "replay"),
        (lambda run, work: address(run, work, "acme", "security"), EVE, "stranger"),
        (lambda run, work: address(run, work, "acme", "any"), KARIN, "stranger"),
    ],
    ids=lambda value: value if isinstance(value, str) and "@" not in value else "",
)
def test_each_refusal_has_its_name(
    run: Golive, workspace: Path, prepare: Callable[[Golive, Path], str], sender: str, reason: str
) -> None:
    to = prepare(run, workspace)
    before = plan(workspace)
    result = receive(run, workspace, reply(to, "  done! ", sender))
    assert (result["outcome"], result["authenticated"]) == ("review", False)
    assert plan(workspace) == before
    item = review(run, workspace)[-1]
    assert (item["proof"], item["why"]) == (reason, [result["why"]])


def test_the_same_words_again_on_another_day_are_no_replay(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = replayed(run, workspace)
    monkeypatch.setenv("GOLIVE_TODAY", "2026-11-17")
    later = reply(to, "Done!", name="r2@x.example", date="Tue, 17 Nov 2026 09:00:00 +0100")
    assert receive(run, workspace, later)["outcome"] == "apply"


def test_anybody_of_the_plan_may_undo(run: Golive, workspace: Path) -> None:
    before = plan(workspace)
    tell(run, workspace, "security", "moves to 4 Dec", about="security-cleared")
    undo = outbox(workspace, ".receipt.")[-1]["Reply-To"].addresses[0].addr_spec
    assert (
        receive(run, workspace, reply(undo, "undo", FROM["champion"], name="r2@x.example"))["outcome"]
        == "apply"
    )
    assert plan(workspace) == before


def test_a_flood_is_kept_and_told_once(run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mail.review.pace.MOST_IN_AN_HOUR", 3)
    to = address(run, workspace, "acme", "security", "security-cleared")
    for n in range(7):
        result = receive(run, workspace, reply(to, f"moves to {n + 1} Dec", name=f"{n}@x.example"))
        assert result["outcome"] == ("apply" if n < 3 else "review")
    assert "expected: 2026-12-03" in plan(workspace)
    assert len(outbox(workspace)) == 4, "three receipts, one mail to the rep"
    (item,) = review(run, workspace)
    assert (item["message_id"], item["more"]) == ("3@x.example", [f"{n}@x.example" for n in (4, 5, 6)])
    assert "than a person does" in item["why"][0]
    other = tell(run, workspace, "champion", "4 moves to 18 Dec", name="jane@x.example")
    assert other["outcome"] == "apply", "a flood stops nobody else"


def test_forged_mails_do_not_use_up_the_real_senders_count(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mail.review.pace.MOST_IN_AN_HOUR", 2)
    for n in range(4):
        receive(
            run,
            workspace,
            reply(f"acme.security.3.{'a' * 16}@reply.nimbus.example", "x", name=f"{n}@x.example"),
        )
    assert tell(run, workspace, "security", "3 done", name="real@x.example")["outcome"] == "apply"


def test_words_of_the_mail_never_reach_a_page(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "champion", "Please add a penetration test by 15 December. MARMALADE is our word.")
    review(run, workspace, "acme-1", "accept")
    for file in (workspace / "public").rglob("*"):
        assert not file.is_file() or b"MARMALADE" not in file.read_bytes()


def test_a_damaged_item_is_named(run: Golive, workspace: Path) -> None:
    tell(run, workspace, "security", "3 done", sender=EVE)
    file = workspace / ".golive" / "review" / "acme" / "1.json"
    assert json.loads(file.read_text("utf-8"))["words"] == "3 done"
    file.write_text("{", "utf-8")
    got = run("--workspace", workspace, "mail", "review")
    assert got.code == 1
    assert "1.json is no review item" in got.err
    assert ROOT.name not in got.out
