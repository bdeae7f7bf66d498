"""The workspace's secret, and the codes made from it: link tokens and reply-address macs."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GoliveError

MIN_CHARACTERS = 32


@dataclass(frozen=True)
class Keys:
    """The secret in use, and older ones that still open what they made while the secret is being rotated."""

    current: bytes
    older: tuple[bytes, ...] = ()

    def code(self, purpose: str, *parts: str | int, length: int) -> str:
        """Make a code: lower-case base32 of HMAC-SHA256 over the purpose and parts, cut to `length`."""
        return _code(self.current, purpose, parts, length)

    def opens(self, given: str, purpose: str, *parts: str | int) -> bool:
        """Say whether a code is right, in time that does not depend on how wrong it is."""
        wanted = [_code(key, purpose, parts, len(given)) for key in (self.current, *self.older)]
        return any([hmac.compare_digest(given.encode(), w.encode()) for w in wanted])  # noqa: C419 - all of them

    @property
    def fingerprint(self) -> str:
        """A name for the secret in use, from which it cannot be told."""
        return _code(self.current, "fingerprint", (), 16)


def _code(key: bytes, purpose: str, parts: tuple[str | int, ...], length: int) -> str:
    message = "|".join([purpose, *map(str, parts)]).encode("utf-8")
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:length]


def load_keys(environ: Mapping[str, str], state: Path) -> Keys:
    """Take the secret from GOLIVE_SECRET ("new,old" while rotating), else from .golive/secret.

    The file is made on first use. Raises GoliveError where a secret is too short or damaged.
    """
    given = environ.get("GOLIVE_SECRET")
    if given is None:
        return Keys(_own_secret(state))
    all_keys = [part.strip().encode("utf-8") for part in given.split(",")]
    if any(len(key) < MIN_CHARACTERS for key in all_keys):
        raise GoliveError(
            f"GOLIVE_SECRET is too short: each secret needs at least {MIN_CHARACTERS} characters. "
            'Make one with: python3 -c "import secrets; print(secrets.token_hex(32))"'
        )
    return Keys(all_keys[0], tuple(all_keys[1:]))


def _own_secret(state: Path) -> bytes:
    file = state / "secret"
    if not file.exists():
        state.mkdir(parents=True, exist_ok=True)
        draft = state / f"secret.{os.getpid()}.{secrets.token_hex(4)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_hex(32))
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(draft, file)  # fails if another process was first: then its secret is the one
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    secret = file.read_bytes().strip()
    if len(secret) < MIN_CHARACTERS:
        raise GoliveError(
            f"{file} is damaged: restore it from a copy, or delete it and send everybody new links"
        )
    return secret
