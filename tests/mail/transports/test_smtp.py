"""SMTP against a real peer: encryption, login, and what each answer means for a mail."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from peers import PASSWORD, USER, certificate, smtp_peer

from mail.transports.carriers import Mail, NotNow, Refused, Unknown
from mail.transports.smtp import smtp_carrier

LOGIN = {"GOLIVE_SMTP_USER": USER, "GOLIVE_SMTP_PASSWORD": PASSWORD}


def letter(name: str = "acme.nudge.3", text: str = "Is it done?\n.\n.. really\n") -> Mail:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = '"Nimbus plan" <plan@nimbus.example>'
    message["To"] = '"Tomas Lindqvist" <t.lindqvist@acme.example>'
    message["Message-ID"] = f"<{name}@nimbus.example>"
    message["Subject"] = "Größe — Überblick"
    message.set_content(text)
    return Mail(name, message.as_bytes())


def test_a_mail_arrives_byte_for_byte() -> None:
    mail = letter()
    with smtp_peer() as peer, smtp_carrier(f"smtp://127.0.0.1:{peer.port}", {})() as carry:
        carry(mail)
        carry(letter("second"))
    first, second = peer.mails
    assert first.original_content == mail.raw
    assert (first.mail_from, first.rcpt_tos) == ("plan@nimbus.example", ["t.lindqvist@acme.example"])
    assert b"<second@nimbus.example>" in (second.original_content or b"")


@pytest.mark.parametrize(("scheme", "implicit"), [("smtp", False), ("smtps", True)])
def test_it_is_encrypted_and_logged_in(tmp_path: Path, scheme: str, implicit: bool) -> None:
    with (
        smtp_peer(certificate(tmp_path), login=True, implicit=implicit) as peer,
        smtp_carrier(f"{scheme}://127.0.0.1:{peer.port}", LOGIN)() as carry,
    ):
        carry(letter())
    assert peer.encrypted == [True]
    assert peer.logins == [USER]


def test_starttls_is_used_without_a_login_too(tmp_path: Path) -> None:
    with (
        smtp_peer(certificate(tmp_path)) as peer,
        smtp_carrier(f"smtp://127.0.0.1:{peer.port}", {})() as carry,
    ):
        carry(letter())
    assert peer.encrypted == [True]


def test_a_password_is_never_sent_in_clear() -> None:
    with (
        smtp_peer(login=True) as peer,
        pytest.raises(NotNow, match="not sent in clear"),
        smtp_carrier(f"smtp://127.0.0.1:{peer.port}", LOGIN)(),
    ):
        raise AssertionError("it was let in")
    assert peer.logins == []


def test_a_wrong_password_is_said_and_not_tried_again(tmp_path: Path) -> None:
    wrong = {**LOGIN, "GOLIVE_SMTP_PASSWORD": "wrong"}
    with (
        smtp_peer(certificate(tmp_path), login=True) as peer,
        pytest.raises(NotNow, match="GOLIVE_SMTP_PASSWORD") as failure,
        smtp_carrier(f"smtp://127.0.0.1:{peer.port}", wrong)(),
    ):
        raise AssertionError("it was let in")
    assert not failure.value.soon


@pytest.mark.parametrize(
    ("place", "answer", "kind"),
    [
        ("answers", "451 try later", NotNow),
        ("answers", "554 no thank you", Refused),
        ("answers", "hang up", Unknown),
        ("recipient_answers", "450 greylisted", NotNow),
        ("recipient_answers", "550 no such person", Refused),
        ("recipient_answers", "421 closing", NotNow),
    ],
)
def test_what_an_answer_means(place: str, answer: str, kind: type[Exception]) -> None:
    with smtp_peer() as peer:
        getattr(peer, place).append(answer)
        with smtp_carrier(f"smtp://127.0.0.1:{peer.port}", {})() as carry:
            with pytest.raises(kind):
                carry(letter())
            if answer[0] in "45" and not answer.startswith("421"):
                carry(letter("next"))  # one mail's failure is not the next one's
                assert len(peer.mails) == 1


def test_nobody_there_is_worth_another_try() -> None:
    with smtp_peer() as peer:
        port = peer.port
    with (
        pytest.raises(NotNow, match="cannot be reached") as failure,
        smtp_carrier(f"smtp://127.0.0.1:{port}", {})(),
    ):
        raise AssertionError("there is nobody")
    assert failure.value.soon
