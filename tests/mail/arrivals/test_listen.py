"""`listen` as a running server: every byte kept, every answer right, nothing lost that was acknowledged."""

from __future__ import annotations

import base64
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from door import LOGIN, PASSWORD, TYPE, Listening, form, listening

from generator.errors import UsageError
from mail.arrivals.gate import SIGNATURE, TIMESTAMP, Gate

LATIN = b"From: a@acme.example\r\nSubject: caf\xe9\r\n\r\nM\xfcller \x00\xff\r\n"


@pytest.fixture
def open_door(tmp_path: Path) -> Iterator[Listening]:
    with listening(tmp_path) as server:
        yield server


def kept(server: Listening) -> list[bytes]:
    spool = server.reception.spool
    return [spool.raw(one) or b"" for one in spool.waiting()]


def test_bytes_that_are_no_utf8_stay_as_they_are(open_door: Listening) -> None:
    envelope = json.dumps(
        {"to": ["x@other.example", "a.b.0.c@reply.nimbus.example"], "from": "a@acme.example"}
    )
    said = {"envelope": envelope.encode(), "SPF": b"pass", "dkim": b"{@acme.example : pass}"}
    assert open_door.bring(LATIN, **said) == (200, "spooled\n")
    assert kept(open_door) == [LATIN]
    spool = open_door.reception.spool
    known = spool.envelope(spool.waiting()[0])
    assert (known.recipient, known.sender) == ("a.b.0.c@reply.nimbus.example", "a@acme.example")
    assert known.verdicts == {"SPF": "pass", "dkim": "{@acme.example : pass}"}


@pytest.mark.parametrize(
    "envelope", [b"", b"{", b"[]", b'{"to": "x"}', b'{"to": []}', b"[" * 100_000, b'{"to": 5}']
)
def test_an_envelope_that_is_none_loses_no_mail(open_door: Listening, envelope: bytes) -> None:
    assert open_door.bring(LATIN, envelope=envelope)[0] == 200
    assert kept(open_door) == [LATIN]


def test_29_megabytes_and_more(open_door: Listening) -> None:
    large = b"Subject: large\r\n\r\n" + os.urandom(1000) * 28_990
    assert open_door.bring(large) == (200, "spooled\n")
    assert kept(open_door) == [large]
    assert open_door.bring(large + large[:2_000_000])[0] == 200  # never brought again, and not kept
    assert kept(open_door) == [large]
    assert 'golive_inbound_total{result="refused"} 1' in open_door.request("GET", "/metrics")[1]
    assert open_door.reception.at_once == 0


def test_replayed_it_is_one_mail(open_door: Listening) -> None:
    for _ in range(3):
        assert open_door.bring(LATIN) == (200, "spooled\n")
    assert kept(open_door) == [LATIN]


def test_a_request_that_is_cut_short_leaves_nothing(open_door: Listening) -> None:
    body = form(LATIN)
    head = f"POST /inbound HTTP/1.1\r\nHost: x\r\nAuthorization: {LOGIN['Authorization']}\r\n"
    head += f"Content-Type: {TYPE['Content-Type']}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", open_door.port)) as connection:
        connection.sendall(head.encode() + body[:-20])
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1000)
    assert open_door.request("POST", "/inbound", body[:-20], {**TYPE, **LOGIN})[0] == 400
    assert (
        open_door.request("POST", "/inbound", b"{}", {"Content-Type": "application/json", **LOGIN})[0] == 400
    )
    assert kept(open_door) == []
    assert open_door.reception.at_once == 0


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Basic",
        "Basic !!!",
        "Basic " + base64.b64encode(b"sendgrid:wrong").decode(),
        "Basic " + base64.b64encode(PASSWORD.encode()).decode(),
        "Bearer " + base64.b64encode(f"x:{PASSWORD}".encode()).decode(),
        "Basic " + base64.b64encode(b"x:caf\xe9").decode(),
    ],
)
@pytest.mark.parametrize("path", ["/inbound", "/events"])
def test_the_wrong_password_lets_nothing_in(open_door: Listening, authorization: str, path: str) -> None:
    headers = {**TYPE, **({"Authorization": authorization} if authorization else {})}
    assert open_door.request("POST", path, form(LATIN), headers)[0] == 403
    assert kept(open_door) == []


def test_a_slash_more_is_no_redirect(open_door: Listening) -> None:
    assert open_door.request("POST", "/inbound/", form(LATIN), {**TYPE, **LOGIN})[0] == 200
    assert len(kept(open_door)) == 1


def test_the_wrong_mode_at_sendgrid_loses_no_mail(open_door: Listening) -> None:
    body = form(LATIN, headers=b"x", text=b"Caf?").replace(b'name="email"', b'name="other"')
    status, said = open_door.request("POST", "/inbound", body, {**TYPE, **LOGIN})
    assert (status, "POST the raw, full MIME message" in said) == (503, True)


def test_a_full_disk_is_our_fault(open_door: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    assert open_door.request("GET", "/healthz") == (200, "ok\n")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        assert open_door.bring(LATIN)[0] == 503
        assert open_door.request("GET", "/healthz")[0] == 503
    assert kept(open_door) == []
    assert open_door.bring(LATIN)[0] == 200


def test_a_spool_that_cannot_be_written_is_our_fault(tmp_path: Path) -> None:
    (tmp_path / "spool").write_text("a file where the spool should be")
    with listening(tmp_path) as server:
        assert server.bring(LATIN)[0] == 503
        assert server.request("GET", "/healthz")[0] == 503


def test_metrics_count_and_say_what_waits(open_door: Listening) -> None:
    open_door.bring(LATIN)
    open_door.bring(LATIN, {})
    status, text = open_door.request("GET", "/metrics")
    assert status == 200
    assert text.splitlines() == [
        "# TYPE golive_inbound_total counter",
        'golive_inbound_total{result="forbidden"} 1',
        'golive_inbound_total{result="spooled"} 1',
        "# TYPE golive_spool_waiting gauge",
        "golive_spool_waiting 1",
        "# TYPE golive_spool_set_aside gauge",
        "golive_spool_set_aside 0",
    ]


KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(
    KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
).decode()


def signed(body: bytes, when: str = "1795000000") -> dict[str, str]:
    signature = KEY.sign(when.encode() + body, ec.ECDSA(SHA256()))
    return {SIGNATURE: base64.b64encode(signature).decode(), TIMESTAMP: when}


def test_a_signature_counts_over_the_very_bytes(tmp_path: Path) -> None:
    with listening(tmp_path, Gate(public_key=PUBLIC)) as server:
        assert server.bring(LATIN, signed(form(LATIN)))[0] == 200
        assert server.bring(LATIN, signed(form(LATIN)))[0] == 200  # brought again: the same one message
        assert len(kept(server)) == 1
        other = form(LATIN + b"more")
        forged = [
            {},
            signed(form(LATIN)),
            {**signed(other), TIMESTAMP: "1795000001"},
            {**signed(other), SIGNATURE: "!!!"},
            {**signed(other), SIGNATURE: base64.b64encode(b"nothing").decode()},
        ]
        for headers in forged:
            assert server.bring(LATIN + b"more", headers)[0] == 403
        assert len(kept(server)) == 1


def test_both_secrets_are_needed_where_both_are_set(tmp_path: Path) -> None:
    with listening(tmp_path, Gate(PASSWORD, PUBLIC)) as server:
        assert server.bring(LATIN, LOGIN)[0] == 403
        assert server.bring(LATIN, signed(form(LATIN)))[0] == 403
        assert server.bring(LATIN, {**LOGIN, **signed(form(LATIN))})[0] == 200


RSA = "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu"


@pytest.mark.parametrize(
    ("password", "key"), [("", ""), ("", "!!!"), ("x", base64.b64encode(b"key").decode()), ("", RSA)]
)
def test_a_door_without_a_lock_is_not_opened(password: str, key: str) -> None:
    with pytest.raises(UsageError):
        Gate(password, key)


EVENTS = [
    {"event": "bounce", "email": "T.Lindqvist@acme.example", "sg_event_id": "e1", "timestamp": 1795000000,
     "mail": "acme.nudge.3", "reason": "550 no such user"},
    {"event": "bounce", "type": "blocked", "email": "b@acme.example", "sg_event_id": "e2",
     "timestamp": 1795000001},
    {"event": "spamreport", "email": "c@acme.example", "sg_event_id": "e3", "timestamp": 1795000002},
    {"event": "dropped", "email": "d@acme.example", "sg_event_id": "e4", "timestamp": 1795000003},
    {"event": "delivered", "email": "e@acme.example", "sg_event_id": "e5", "timestamp": 1795000004},
    {"event": "bounce", "email": 5, "sg_event_id": "e6", "timestamp": 1795000004},
    {"event": "bounce", "email": "f@acme.example", "sg_event_id": "e7", "timestamp": "NaN"},
    "no event",
]  # fmt: skip


def test_events_are_noted_once(open_door: Listening) -> None:
    body = json.dumps(EVENTS + EVENTS[:1]).encode()
    for _ in range(2):
        assert open_door.request("POST", "/events", body, LOGIN) == (200, "noted\n")
    reach = open_door.reception.reach
    assert len(reach.path.read_text().splitlines()) == 4
    found = reach.of_address("t.lindqvist@acme.example")
    assert found is not None
    assert (found.meant, found.mail, found.why) == ("bounced", "acme.nudge.3", "550 no such user")
    assert reach.of_mail("acme.nudge.3") == found
    meant = [getattr(reach.of_address(f"{who}@acme.example"), "meant", None) for who in "bcdef"]
    assert meant == ["blocked", "complained", "dropped", None, None]
    assert 'golive_setbacks_total{meant="bounced"} 1' in open_door.request("GET", "/metrics")[1]


@pytest.mark.parametrize("body", [b"", b"{}", b"[" * 100_000, b"\xff"])
def test_what_are_no_events(open_door: Listening, body: bytes) -> None:
    assert open_door.request("POST", "/events", body, LOGIN)[0] == 400
