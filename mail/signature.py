"""Does a signature prove who wrote? DKIM on the raw bytes (RFC 6376), or our own border's verdict (RFC 8601).

The one module that imports dkimpy, dnspython and the public suffix list. Stricter than the standard where a
plan is at stake: the signing domain must be that of From, the headers that name sender, recipient, day and
message must be covered, nothing may be appended (`l=`), and keys must be of 1024 bits at least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

import dkim
import dns.exception
import dns.resolver
from publicsuffixlist import PublicSuffixList

from generator.errors import OutsideError
from mail.mime.message import Message

MIN_KEY_BITS = 1024
MAX_SIGNATURES = 5
DNS_SECONDS = 5
COVERED = {b"from", b"to", b"date", b"message-id"}

# A name such as b"sel._domainkey.acme.example." -> its TXT record, None where there is none
Txt = Callable[[bytes], bytes | None]


class DnsFailure(OutsideError):
    """DNS did not answer; the mail is read again later."""


class Prover(Protocol):
    """Says whether a message's From is proven; the last two are what the mail provider said and knew."""

    def __call__(
        self,
        message: Message,
        our_address: str,
        verdicts: Mapping[str, str] = ...,
        envelope_sender: str = ...,
    ) -> bool:
        """Check one message; raises DnsFailure."""


def prover(authserv_id: str | None, txt: Txt | None = None) -> Prover:
    """Give the check that a workspace with `trust: dkim` makes.

    `authserv_id` names our own border, whose topmost Authentication-Results is believed.
    """

    def proves(
        message: Message,
        our_address: str,
        verdicts: Mapping[str, str] = MappingProxyType({}),
        envelope_sender: str = "",
    ) -> bool:
        ask = txt or ask_dns
        sender = message.from_[0].address.rpartition("@")[2]
        if provider_says(verdicts, envelope_sender, sender):
            return True
        return border_says(message, sender, authserv_id) or signed_by(message, sender, our_address, ask)

    return proves


def signed_by(message: Message, sender_domain: str, our_address: str, txt: Txt) -> bool:
    """Say whether a DKIM signature of the sender's domain covers what matters, our address included."""
    for index in range(min(len(message.headers.get("dkim-signature", ())), MAX_SIGNATURES)):
        check = dkim.DKIM(message.raw.lstrip(b"\r\n"), minkey=MIN_KEY_BITS, timeout=DNS_SECONDS)
        try:
            good = check.verify(index, dnsfunc=lambda name, timeout=DNS_SECONDS: txt(name))
        except dkim.DKIMException:
            continue
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            continue  # dkimpy on a signature that is none: no proof, whatever the reason
        if good and _is_strict(check, sender_domain, our_address):
            return True
    return False


def _is_strict(check: dkim.DKIM, sender_domain: str, our_address: str) -> bool:
    if b"l" in check.signature_fields or not aligned(check.domain.decode("ascii", "replace"), sender_domain):
        return False
    signed = [(bytes(name).lower(), bytes(value).lower()) for name, value in check.signed_headers]
    names = {name for name, _ in signed}
    recipients = b" ".join(value for name, value in signed if name in (b"to", b"cc"))
    return names >= COVERED - {b"to"} and our_address.lower().encode() in recipients


def border_says(message: Message, sender_domain: str, authserv_id: str | None) -> bool:
    """Say whether our own mail server, which put its verdict on top, found the sender's domain proven."""
    results = message.headers.get("authentication-results", ())
    if not authserv_id or not results:
        return False
    server, _, verdicts = results[0].partition(";")
    if server.strip().split(" ")[0].lower() != authserv_id.lower():
        return False
    for verdict in verdicts.split(";")[:40]:
        words = dict(_PROPERTY.findall(re.sub(r"\([^()]*\)", " ", verdict[:2000]).lower()))
        domain = words.get("header.from") if "dmarc" in words else words.get("header.d")
        method = "dmarc" if "dmarc" in words else "dkim"
        if words.get(method) == "pass" and domain and aligned(domain.lstrip("@"), sender_domain):
            return True
    return False


def provider_says(verdicts: Mapping[str, str], envelope_sender: str, sender_domain: str) -> bool:
    """Say whether the mail provider found the sender's own organisation behind it: SPF, aligned.

    SPF speaks of the envelope's sender only, so its domain must be that of From (RFC 7489 3.1.2). What a
    provider says of DKIM is not taken: the signature is there to be checked, more strictly.
    """
    domain = envelope_sender.rpartition("@")[2].strip("<> ")
    return (
        verdicts.get("SPF", "").strip().lower() == "pass" and bool(domain) and aligned(domain, sender_domain)
    )


_PROPERTY = re.compile(r"([a-z.-]{1,40})\s?=\s?\"?([^\s;\"]{1,255})")


def aligned(domain: str, sender_domain: str) -> bool:
    """Say whether two domains belong to one organisation (RFC 7489 3.1.1, relaxed)."""
    one, other = _organisation(domain.lower().rstrip(".")), _organisation(sender_domain.lower())
    return one is not None and one == other


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _organisation(domain: str) -> str | None:
    found: str | None = _suffixes().privatesuffix(domain)
    return found


def ask_dns(name: bytes) -> bytes | None:
    """Ask DNS for a TXT record; raises DnsFailure where it does not answer."""
    try:
        answer = dns.resolver.resolve(name.decode("ascii").rstrip("."), "TXT", lifetime=DNS_SECONDS)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer, UnicodeDecodeError):
        return None
    except dns.exception.DNSException as error:
        raise DnsFailure(f"DNS did not answer for {name.decode('ascii', 'replace')}: {error}") from None
    return next((b"".join(record.strings) for record in answer), None)
