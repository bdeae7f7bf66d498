"""Who may bring us mail: whoever knows the password, or signs as SendGrid does, or both where both are set.

A signature has no time limit here: SendGrid brings a mail again for days, and the same bytes twice are one
message, so what is replayed changes nothing.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.errors import OutsideError, UsageError

PASSWORD = "GOLIVE_LISTEN_PASSWORD"  # noqa: S105  (names of variables)
PUBLIC_KEY = "GOLIVE_LISTEN_PUBLIC_KEY"
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"


@dataclass(frozen=True)
class Gate:
    """What a request must bring along; `public_key` is base64 of DER, as SendGrid shows it."""

    password: str = field(default="", repr=False)
    public_key: str = ""

    def __post_init__(self) -> None:
        if not self.password and not self.public_key:
            raise UsageError(f"listening needs a secret: set {PASSWORD}, or {PUBLIC_KEY}, or both")
        if self.public_key:
            self._key  # noqa: B018  (a key that is none must show at the start)

    def knows_password(self, authorization: str) -> bool:
        """Check HTTP basic authentication (RFC 7617), in constant time; the user's name does not matter."""
        if not self.password:
            return True
        scheme, _, encoded = authorization.partition(" ")
        try:
            given = base64.b64decode(encoded.strip(), validate=True).partition(b":")[2]
        except (binascii.Error, ValueError):
            given = b""
        right = hmac.compare_digest(given, self.password.encode("utf-8"))
        return right and scheme.lower() == "basic"

    def is_signed(self, body: bytes, headers: Mapping[str, str]) -> bool:
        """Check SendGrid's signature: ECDSA with SHA-256 over the timestamp and the body's very bytes."""
        if not self.public_key:
            return True
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
        from cryptography.hazmat.primitives.hashes import SHA256

        try:
            signature = base64.b64decode(headers.get(SIGNATURE, ""), validate=True)
            signed = headers.get(TIMESTAMP, "").encode("latin-1") + body
            self._key.verify(signature, signed, ECDSA(SHA256()))
        except (InvalidSignature, ValueError):
            return False
        return True

    @cached_property
    def _key(self) -> Any:
        try:
            from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
            from cryptography.hazmat.primitives.serialization import load_der_public_key
        except ImportError:
            raise OutsideError(
                "checking signatures needs a library: pip install golive-plan[listen]"
            ) from None
        try:
            key = load_der_public_key(base64.b64decode(self.public_key, validate=True))
        except (ValueError, binascii.Error):
            raise UsageError(f"{PUBLIC_KEY} is no public key; copy the one that SendGrid shows") from None
        if not isinstance(key, EllipticCurvePublicKey):
            raise UsageError(f"{PUBLIC_KEY} is a key of another kind; SendGrid's is ECDSA")
        return key
