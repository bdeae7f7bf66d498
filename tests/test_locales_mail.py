"""Mails in eight languages: written in the reader's own, and every answer we suggest is understood."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

import pytest
from letters import address, reply
from scenes import ROOT, Golive, make_workspace
from test_locales import LANGUAGES, TODAY, english, facts_in

from generator.keys import Keys
from generator.site.feeds.checkins import checkins
from generator.site.pages.answers import tell_links
from generator.site.view.view import make_view
from generator.site.words import Words
from generator.workspace import MailOptions
from mail.address import REP, Addresses
from mail.compose import Desk
from mail.letter import Letter
from mail.reach import Reach
from mail.rhythm.day import Candidate, Day
from mail.rhythm.notes import notes
from mail.rhythm.reasons import Reason
from mail.sentences import _REASONS
from mail.trim import newest_html, newest_text

EVERY = ("en", *LANGUAGES)
GOLDEN = Path(__file__).parent / "mail" / "golden"
OUTLOOK = "From: Plan <plan@nimbus.example>\nSent: Thursday, November 12, 2026 8:02 AM\nSubject: Plan\n"
LINE = "[4] Data processing agreement signed — due Fri 18 Dec 2026 — Legal counsel"
LEGAL = "Amelie Brandt <amelie.brandt@acme.example>"


@pytest.fixture(params=EVERY)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workspace(tmp_path: Path, language: str) -> Path:
    """The sample, its buyer speaking one language."""
    root = make_workspace(tmp_path / "work", "acme")
    facts_in(root, language)
    return root


def mails(workspace: Path, part: str) -> list[EmailMessage]:
    files = sorted((workspace / ".golive" / "outbox").glob("*.eml"))
    read = email.message_from_bytes
    return [read(f.read_bytes(), policy=email.policy.default) for f in files if part in f.name]


def body(message: EmailMessage, kind: str = "plain") -> str:
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


def receive(run: Golive, workspace: Path, raw: bytes) -> dict[str, Any]:
    file = workspace.parent / "reply.eml"
    file.write_bytes(raw)
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert got.code == 0, got.err
    result: dict[str, Any] = got.json[0]
    return result


def says(result: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(u["milestone"], u["action"], u.get("to")) for u in result["updates"] if u["action"] != "comment"]


REASON = {
    "en": "the list is missing", "de": "die Liste fehlt", "fr": "la liste manque", "es": "falta la lista",
    "it": "manca l'elenco", "ja": "リスト待ち", "nl": "de lijst ontbreekt", "pt": "falta a lista",
}  # fmt: skip


@pytest.mark.parametrize(
    ("which", "meant"),
    [
        ("done", ("dpa-signed", "done", None)),
        ("moves", ("dpa-signed", "move", "2026-12-04")),
        ("stuck", ("dpa-signed", "block", None)),
    ],
)
def test_a_prefilled_answer_of_the_page_is_understood(
    run: Golive, workspace: Path, language: str, which: str, meant: tuple[str, str, str | None]
) -> None:
    to = address(run, workspace, "acme", "legal", "dpa-signed")
    facts = facts_in(workspace, language)
    words = Words(language, TODAY)
    href = getattr(tell_links(to, make_view(facts).outcome("dpa-signed"), words), which)
    assert href.startswith(f"mailto:{to}?subject=%5B4%5D%20")
    assert len(href) < 1000
    more = {"moves": words.long_day(date(2026, 12, 4)), "stuck": REASON[language]}.get(which, "")
    said = unquote(href.partition("&body=")[2]) + more
    result = receive(run, workspace, reply(to, said.replace("\r\n", "\n"), LEGAL))
    assert (result["outcome"], says(result)) == ("apply", [meant]), said


def test_the_examples_in_our_mails_are_understood(run: Golive, workspace: Path, language: str) -> None:
    to = address(run, workspace, "acme", "legal", "dpa-signed")
    words = Words(language, TODAY)
    day = words.long_day(date(2026, 12, 4)).replace("\N{NO-BREAK SPACE}", " ")
    suggested = {
        words.text("done"): ("dpa-signed", "done", None),
        words.text("moves to %(day)s", day=day): ("dpa-signed", "move", "2026-12-04"),
        words.text("stuck, waiting for the list"): ("dpa-signed", "block", None),
        words.text("%(number)s done", number="4"): ("dpa-signed", "done", None),
        words.text("%(number)s moves to %(day)s", number="4", day=day): ("dpa-signed", "move", "2026-12-04"),
    }
    file = workspace.parent / "reply.eml"
    for said, meant in suggested.items():
        file.write_bytes(reply(to, said, LEGAL))
        (result,) = run("--workspace", workspace, "mail", "read", file, "--json").json
        assert (result["outcome"], says(result)) == ("apply", [meant]), said


def test_a_receipt_in_every_language_and_its_word_for_undo(
    run: Golive, workspace: Path, language: str, golden: Any
) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    before = plan.read_bytes()
    run("--workspace", workspace, "publish", "acme")
    to = address(run, workspace, "acme", "legal", "dpa-signed")
    day = Words(language, TODAY).long_day(date(2027, 1, 15))
    said = Words(language, TODAY).text("%(number)s moves to %(day)s", number="4", day=day)
    assert receive(run, workspace, reply(to, said, LEGAL))["outcome"] == "apply"
    assert plan.read_bytes() != before
    (receipt,) = mails(workspace, ".receipt.")
    text = body(receipt)
    golden(GOLDEN / f"receipt.{language}.txt", f"Subject: {receipt['Subject']}\n\n{text}".encode())
    assert "[4] Data processing agreement signed — due Fri 15 Jan 2027 — Legal counsel\n" in text
    assert f'<html lang="{language}">' in body(receipt, "html")
    undo = Words(language, TODAY).text("undo")
    assert undo in text
    back = receipt["Reply-To"].addresses[0].addr_spec
    result = receive(run, workspace, reply(back, undo, LEGAL, name="r2@mail.acme.example"))
    assert [u["action"] for u in result["updates"]] == ["undo"]
    assert plan.read_bytes() == before


def test_our_own_sentences_below_a_digest_line_are_no_answers(
    run: Golive, workspace: Path, language: str
) -> None:
    """Every mail of ours, come back whole and unquoted below a short answer, as Outlook sends it."""
    command = ("--workspace", workspace, "mail")
    run(*command, "invite", "acme")
    run(*command, "nudge", "acme", "dpa-signed")
    to = address(run, workspace, "acme", "legal", "dpa-signed")
    words = Words(language, TODAY)
    day = words.long_day(date(2027, 1, 15))
    moves = words.text("%(number)s moves to %(day)s", number="4", day=day)
    receive(run, workspace, reply(to, moves, LEGAL, name="one@acme.example"))
    again = words.text("moves to %(day)s", day=day)
    receive(run, workspace, reply(to, again, LEGAL, name="two@acme.example"))
    either = {"en": "4 moves to the 3rd or 4th of December.", "ja": "4 延期：12月3日か4日"}
    unclear = either.get(language) or words.text("%(number)s moves to ", number="4") + "3.12. / 4.12."
    receive(run, workspace, reply(to, unclear, LEGAL, name="three@acme.example"))
    sent = [m for m in mails(workspace, "") if "sam.field" not in m["To"] and "Sam" not in m["To"]]
    kinds = {m["Message-ID"].split(".")[1] for m in sent}
    assert {"invite", "nudge", "receipt", "already", "question"} <= kinds
    for mail in sent:
        text, html = body(mail), body(mail, "html")
        assert newest_text(f"Fine.\n\n{OUTLOOK}\n{text}\n{LINE}\n") == "Fine.", text
        inside = re.sub(r"(?s).*<body[^>]*>|</body>.*", "", html)
        head = OUTLOOK.replace("<", "&lt;").replace("\n", "<br>")
        whole = f"<div>Fine.</div><hr><div>{head}</div>{inside}<p>{LINE}</p>"
        assert newest_html(whole) == "Fine.", html


DAILY = {  # kind of mail: whom it is to, what it is about, for which reasons
    "digest": ("legal", (), (("digest", None, None), ("nudge", "dpa-signed", None))),
    "turn": ("legal", (), (("turn", "dpa-signed", "security-cleared"),)),
    "escalation": ("champion", (), (("escalation", "dpa-signed", None),)),
    "several": ("legal", (), (("nudge", "dpa-signed", None), ("nudge", "security-cleared", None))),
    "dates": ("legal", ("dpa-signed",), ()),
    "note": (REP, (), ()),
}


def daily_letter(workspace: Path, language: str, kind: str) -> Letter:
    """A mail of the daily rhythm, the rep speaking the buyer's language too."""
    facts, now = facts_in(workspace, language), datetime(2026, 11, 16, 12, tzinfo=UTC)
    roles = facts.plan.roles
    roles["ae"] = roles["ae"].model_copy(update={"locale": language})
    options = MailOptions.model_validate({"from": "Plan <plan@nimbus.example>", "reply_domain": "r.example"})
    addresses = Addresses("acme", "r.example", Keys(b"\x07" * 32), facts.entries)
    desk = Desk(facts, {}, addresses, options, "https://plans.nimbus.example/", now)
    person, about, why = DAILY[kind]
    checkin = next(c for c in checkins(facts.plan, TODAY + timedelta(days=14)) if c.start > now)
    reasons = tuple(Reason(cast(Any, k), "", about_, 0, before, checkin) for k, about_, before in why)
    told = notes(facts, Words(language, TODAY), (), [], Reach(workspace / "reach.jsonl"), now)
    assert len(told) > 1
    address, notes_ = ("sam.field@nimbus.example", ((desk, tuple(told)),)) if kind == "note" else ("", ())
    one = Candidate(desk, person, address, kind, TODAY, about, {"acme": ()}, reasons, notes_)
    return Day(*[cast(Any, None)] * 7)._letter(one)


@pytest.mark.parametrize("kind", DAILY)
def test_the_days_mails_speak_one_language_and_are_known_as_ours(
    workspace: Path, language: str, kind: str
) -> None:
    letter = daily_letter(workspace, language, kind)
    plain = re.sub(r"<[^>]+>", " ", letter.html)
    left = [p for p in english() if any(p in said for said in (letter.subject, letter.text, plain))]
    assert bool(left) == (language == "en"), left
    assert f'<html lang="{language}">' in letter.html
    assert newest_text(f"Fine.\n\n{OUTLOOK}\n{letter.text}\n{LINE}\n") == "Fine."
    inside = re.sub(r"(?s).*<body[^>]*>|</body>.*", "", letter.html)
    head = OUTLOOK.replace("<", "&lt;").replace("\n", "<br>")
    assert newest_html(f"<div>Fine.</div><hr><div>{head}</div>{inside}<p>{LINE}</p>") == "Fine."


def test_people_are_written_to_in_their_own_language(run: Golive, tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "work", "acme")
    facts_in(root, "de")
    file = root / "plans" / "acme" / "plan.yaml"
    text = file.read_text("utf-8")
    for old, new in (
        ("email: t.lindqvist@acme.example,", "email: t.lindqvist@acme.example, locale: fr,"),
        ("timezone: America/New_York}", "timezone: America/New_York, locale: es}"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    run("--workspace", root, "mail", "invite", "acme")
    said = {m["To"].addresses[0].addr_spec: body(m) for m in mails(root, ".invite.")}
    assert "Bonjour Tomas Lindqvist," in said["t.lindqvist@acme.example"]
    assert "Guten Tag Amelie Brandt," in said["amelie.brandt@acme.example"]
    assert LINE.partition(" — due")[0] in said["amelie.brandt@acme.example"]
    receive(run, root, reply(address(run, root, "acme", "legal"), "3 done", "Eve <eve@evil.example>"))
    (told,) = mails(root, ".review.")
    assert told["Subject"].strip().startswith("Por favor, revise")
    assert "el remitente no está en el plan" in body(told)


def test_nothing_a_plan_says_becomes_markup_in_a_mail(run: Golive, tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "work", "acme")
    file = root / "plans" / "acme" / "plan.yaml"
    text = file.read_text("utf-8").replace("event: The spring peak opens", "event: The <b>peak</b> & more")
    file.write_text(text, "utf-8")
    run("--workspace", root, "mail", "invite", "acme")
    for mail in mails(root, ".invite."):
        assert "The &lt;b&gt;peak&lt;/b&gt; &amp; more" in body(mail, "html")
        assert "<b>peak" not in body(mail, "html")
        assert "The <b>peak</b> & more" in body(mail)


def test_the_usual_reasons_are_given_somewhere() -> None:
    """A reason that nobody gives any more would stay in the catalogues for good."""
    sources = [p.read_text("utf-8") for p in (ROOT / "mail").rglob("*.py") if p.name != "sentences.py"]
    assert [why for why in _REASONS if not any(why in text for text in sources)] == []
