"""Proof of the sender: good signatures pass, every known trick fails."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from letters import address, reply
from scenes import Golive

from mail.mime.message import parse
from mail.signature import DnsFailure, aligned, border_says, prover

TO = "acme.security.3.aaaaaaaaaaaaaaaa@reply.nimbus.example"
HEADERS = [b"from", b"to", b"date", b"message-id", b"subject"]


@cache
def key(bits: int = 2048) -> tuple[bytes, bytes]:
    """A private key as PEM, and its DNS record."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def dns(name: bytes) -> bytes | None:
    records = {b"s1._domainkey.acme.example.": key()[1], b"s1._domainkey.mail.acme.example.": key()[1]}
    records |= {b"s1._domainkey.evil.example.": key()[1], b"weak._domainkey.acme.example.": key(1024)[1]}
    return records.get(name)


def signed(
    raw: bytes, domain: bytes = b"acme.example", headers: list[bytes] | None = None, **more: object
) -> bytes:
    found: bytes = dkim.sign(raw, b"s1", domain, key()[0], include_headers=headers or HEADERS, **more)
    return found + raw


def proven(raw: bytes, authserv_id: str | None = None) -> bool:
    return prover(authserv_id, dns)(parse(raw), TO)


@pytest.mark.parametrize("domain", [b"acme.example", b"mail.acme.example"])
def test_a_signature_of_the_senders_domain_proves(domain: bytes) -> None:
    assert proven(signed(reply(TO, "done"), domain))


def test_without_a_signature_nothing_is_proven() -> None:
    assert not proven(reply(TO, "done"))


RAW = reply(TO, "done")
TRICKS = {
    "another domain's signature": lambda: signed(RAW, b"evil.example"),
    "changed words": lambda: signed(RAW).replace(b"done", b"dune"),
    "appended words under l=": lambda: signed(RAW, length=True) + b"\r\n3 moves to 4 Dec\r\n",
    "l= at all": lambda: signed(RAW, length=True),
    "another From added": lambda: b"From: jane.roe@acme.example\r\n" + signed(RAW),
    "our address not covered": lambda: signed(RAW, headers=[b"from", b"date", b"message-id"]),
    "the day not covered": lambda: signed(RAW, headers=[b"from", b"to", b"message-id"]),
    "the id not covered": lambda: signed(RAW, headers=[b"from", b"to", b"date"]),
    "sent to somebody else": lambda: signed(reply("other@reply.nimbus.example", "done")),
    "no such key": lambda: signed(RAW, b"unknown.acme.example"),
    "a broken signature": lambda: b"DKIM-Signature: v=1; a=rsa-sha256; nonsense\r\n" + RAW,
    "an empty signature": lambda: b"DKIM-Signature:\r\n" + RAW,
}


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_prove_nothing(trick: str) -> None:
    assert not proven(TRICKS[trick]())


def test_a_weak_key_proves_nothing() -> None:
    pem, record = key(1024)
    raw = dkim.sign(RAW, b"s1", b"acme.example", pem, include_headers=HEADERS) + RAW
    assert prover(None, lambda _name: record)(parse(raw), TO), "1024 bits are just enough"
    import mail.signature as module

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "MIN_KEY_BITS", 1025)
        assert not prover(None, lambda _name: record)(parse(raw), TO)


def test_dns_that_does_not_answer_is_tried_again() -> None:
    def silent(_name: bytes) -> bytes | None:
        raise DnsFailure("no answer")

    with pytest.raises(DnsFailure):
        prover(None, silent)(parse(signed(RAW)), TO)


OURS = "mx.nimbus.example"
GOOD = f"{OURS}; dkim=pass header.d=acme.example"


@pytest.mark.parametrize(
    ("results", "says"),
    [
        ([GOOD], True),
        ([f"{OURS}; spf=pass smtp.mailfrom=x.example; dmarc=pass (p=REJECT) header.from=acme.example"], True),
        ([f"{OURS} 1; dkim=pass (2048-bit key) header.d=mail.acme.example header.s=s1"], True),
        ([f"{OURS}; dkim=pass header.d=evil.example"], False),
        ([f"{OURS}; dkim=fail header.d=acme.example"], False),
        ([f"{OURS}; spf=pass smtp.mailfrom=acme.example"], False),
        (["evil.example; dkim=pass header.d=acme.example"], False),
        (
            ["evil.example; dkim=pass header.d=acme.example", f"{OURS}; dkim=pass header.d=acme.example"],
            False,
        ),
        ([f"{OURS}; dkim=fail header.d=acme.example", f"{OURS}; dkim=pass header.d=acme.example"], False),
        (["spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=acme.example; dkim=pass"], False),
        ([f"{OURS}; dkim=fail (dkim=pass header.d=acme.example)"], False),
        ([""], False),
        ([], False),
    ],
)
def test_the_verdict_of_our_own_border(results: list[str], says: bool) -> None:
    lines = "".join(f"Authentication-Results: {line}\r\n" for line in results).encode()
    assert border_says(parse(lines + RAW), "acme.example", OURS) is says
    assert not border_says(parse(lines + RAW), "acme.example", None)


def test_organisations_by_the_public_suffix_list() -> None:
    assert aligned("mail.acme.co.uk", "acme.co.uk")
    assert not aligned("other.co.uk", "acme.co.uk")
    assert not aligned("co.uk", "acme.co.uk")
    assert not aligned("example", "acme.example")


def test_a_signed_reply_changes_the_plan_where_signatures_are_asked_for(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("        trust: address\n", ""), "utf-8")
    monkeypatch.setattr("mail.signature.ask_dns", dns)
    to = address(run, workspace, "acme", "security", "security-cleared")
    file = workspace / "reply.eml"
    file.write_bytes(signed(reply(to, "done")))
    result = run("--workspace", workspace, "mail", "receive", file, "--json").json[0]
    assert (result["outcome"], result["authenticated"]) == ("apply", True)


def test_while_dns_is_silent_the_mail_waits_and_is_read_later(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("        trust: address\n", ""), "utf-8")

    def silent(_name: bytes) -> bytes | None:
        raise DnsFailure("DNS did not answer")

    monkeypatch.setattr("mail.signature.ask_dns", silent)
    to = address(run, workspace, "acme", "security", "security-cleared")
    file = workspace / "reply.eml"
    file.write_bytes(signed(reply(to, "done")))
    got = run("--workspace", workspace, "mail", "receive", file, "--json")
    assert got.code == 0, "it is safe in the spool"
    assert "DNS did not answer" in got.json[0]["why"]
    monkeypatch.setattr("mail.signature.ask_dns", dns)
    other = workspace / "other.eml"
    other.write_bytes(b"To: nobody@nimbus.example\r\n\r\nhello\r\n")
    assert run("--workspace", workspace, "mail", "receive", other).code == 0
    plan = (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")
    assert "done_on: 2026-11-16" in plan, "what waits is settled with the next mail"


@pytest.mark.parametrize(
    ("spf", "envelope", "proves"),
    [
        ("pass", "t.lindqvist@acme.example", True),
        ("Pass", "bounces@mail.acme.example", True),
        ("pass", "eve@evil.example", False),
        ("pass", "eve@acme.example.evil.example", False),
        ("pass", "", False),
        ("softfail", "t.lindqvist@acme.example", False),
        ("", "t.lindqvist@acme.example", False),
    ],
)
def test_a_providers_spf_counts_only_for_the_senders_own_domain(
    spf: str, envelope: str, proves: bool
) -> None:
    verdicts = {"SPF": spf, "dkim": "{@acme.example : pass}"}
    assert prover(None, dns)(parse(reply(TO, "done")), TO, verdicts, envelope) is proves
