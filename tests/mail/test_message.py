"""Mails as they really come: every case in tests/mail/mime is a raw mail and what must be read from it."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail.mime.message import Message, parse
from mail.mime.parts import READ_BYTES
from mail.trim import read

CASES = Path(__file__).parent / "mime"
STEMS = sorted(path.stem for path in CASES.glob("*.eml"))

READERS = {
    "text": lambda m: m.text,
    "html": lambda m: m.html,
    "subject": lambda m: m.subject,
    "from": lambda m: [[box.name, box.address] for box in m.from_],
    "to": lambda m: list(m.to),
    "date": lambda m: m.date.isoformat() if m.date else None,
    "offset_known": lambda m: m.offset_known,
    "fault": lambda m: m.fault,
    "calendar": lambda m: m.calendar,
    "attachments": lambda m: list(m.attachments),
    "new": lambda m: read(m).text,
    "via": lambda m: read(m).via,
}


def mail(body: bytes, head: bytes = b"From: a@b.example\n") -> Message:
    return parse(head + b"\n" + body)


def test_every_mail_has_its_expectation() -> None:
    assert sorted(path.stem for path in CASES.glob("*.json")) == STEMS
    assert len(STEMS) > 70


@pytest.mark.parametrize("stem", STEMS)
def test_mail(stem: str) -> None:
    expected = json.loads((CASES / f"{stem}.json").read_text(encoding="utf-8"))
    message = parse((CASES / f"{stem}.eml").read_bytes())
    if (start := expected.pop("id_starts", None)) is not None:
        assert message.message_id.startswith(start)
    if (start := expected.pop("text_starts", None)) is not None:
        assert message.text is not None and message.text.startswith(start)
    assert {name: READERS[name](message) for name in expected} == expected


def test_a_mail_without_received_takes_the_time_we_got_it() -> None:
    got = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
    assert parse(b"From: a@b.example\n\nDone.", received=got).date == got
    late = parse(b"From: a@b.example\nDate: Thu, 12 Nov 2020 09:15:00 +0100\n\nDone.", received=got)
    assert late.date == got


def test_two_equal_raw_mails_have_one_id_and_others_another() -> None:
    assert mail(b"Done.").message_id == mail(b"Done.").message_id != mail(b"done.").message_id


def test_headers_are_read_only_and_decoded() -> None:
    message = parse(b"From: a@b.example\nX-A: =?utf-8?q?=C3=BC?=\nx-a: 2\n\nDone.")
    assert message.headers["x-a"] == ("ü", "2")
    with pytest.raises(TypeError):
        message.headers["x-a"] = ()  # type: ignore[index]


def test_a_text_over_one_megabyte_is_a_fault() -> None:
    message = mail(b"done " * 250_000)
    assert message.fault == "The text of the mail is larger than 1 MB." and message.text is None


def test_a_large_attachment_does_not_hide_the_words() -> None:
    head = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n"
    parts = b"--b\n\nSigned, see the scan.\n--b\nContent-Type: application/pdf; name=scan.pdf\n"
    parts += b"Content-Transfer-Encoding: base64\n\n" + b"QUJD" * 19 + b"\n"
    message = mail(parts + (b"QUJD" * 19 + b"\n") * 40_000 + b"--b--\n", head)
    assert len(message.raw) > READ_BYTES
    assert (message.text, message.fault) == ("Signed, see the scan.", None)
    assert message.attachments == ("scan.pdf",)


@pytest.mark.parametrize(
    "raw",
    [
        b"From: " + b"(" * 200_000 + b"\n\nDone.",
        b"From: " + b'"' * 100_000 + b"\n\nDone.",
        b"To: " + b"a@b.example, " * 50_000 + b"\n\nDone.",
        b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nDone.",
        b"Subject: " + b"=?" * 100_000 + b"\n\nDone.",
        b"Subject: =?" + b" " * 19_000 + b"x\n\nDone.",
        b"X: y\n" * 100_000 + b"\nDone.",
        b"\n" * 500_000 + b"From: a@b.example\n\nDone.",
        b"Content-Type: text/plain; " + b"a*0*=x; " * 20_000 + b"\n\nDone.",
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 60_000,
        b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\n" + b"> x \n" * 150_000,
    ],
    ids=lambda raw: raw[:24].decode("ascii", "replace"),
)
def test_hostile_mail_is_read_in_linear_time(raw: bytes) -> None:
    start = time.process_time()
    message = parse(raw)
    assert time.process_time() - start < 0.8
    assert len(message.from_) <= 200 and len(message.to) <= 1_000


FIELDS = st.sampled_from(
    b"From To Subject Date Received Message-ID Content-Type Content-Transfer-Encoding".split()
)
VALUES = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [
            b"multipart/mixed; boundary=b",
            b"multipart/signed; boundary=b",
            b"message/rfc822",
            b"text/html; charset=utf-16",
            b"text/plain; charset*=x''y; format=flowed",
            b"message/delivery-status",
            b"base64",
            b"uuencode",
            b"quoted-printable",
            b"=?utf-8?b?!!!?= <a@b>",
            b"Thu, 99 Nov 2026 99:99:99 +9999",
        ]
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(FIELDS, VALUES), max_size=8), st.binary(max_size=200))
def test_any_bytes_are_read(fields: list[tuple[bytes, bytes]], body: bytes) -> None:
    raw = b"".join(name + b": " + value + b"\n" for name, value in fields) + b"\n--b\n" + body
    message = parse(raw)
    assert message.raw == raw
    assert not any(ch in message.subject for ch in "\r\n\x00")
    assert all("\n" not in box.name + box.address for box in message.from_)
    read(message)
