"""An SMTP server on loopback that can be told to misbehave, and its certificate."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "plan", "correct horse"


@dataclass
class Peer:
    """What an SMTP peer got, and the answers it gives instead of taking a mail, one after the other."""

    port: int = 0
    mails: list[Envelope] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    recipient_answers: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.recipient_answers:
            return self.recipient_answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "hang up":
            server.transport.abort()
            return "250 nobody hears this"
        if answer.startswith("2"):
            self.mails.append(envelope)
            self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Any, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        return AuthResult(success=data.password == PASSWORD.encode(), handled=False)


class _AnyPort(Controller):
    """A server at whatever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def smtp_peer(
    tls: ssl.SSLContext | None = None, *, login: bool = False, implicit: bool = False
) -> Iterator[Peer]:
    """Run an SMTP peer; with `tls` it offers STARTTLS, or speaks TLS from the start where `implicit`."""
    peer = Peer()
    controller = _AnyPort(
        peer,
        hostname="127.0.0.1",
        port=0,
        server_hostname="peer.example",
        ssl_context=tls if implicit else None,
        tls_context=None if implicit else tls,
        authenticator=peer.authenticate if login else None,
        auth_require_tls=login and tls is not None and not implicit,
    )
    controller.start()
    try:
        peer.port = controller.port
        yield peer
    finally:
        controller.stop()


def certificate(folder: Path) -> ssl.SSLContext:
    """Make a certificate that nobody signed but itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "peer.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / "peer.pem"
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(key.private_bytes(pem, *plain) + made.public_bytes(pem))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context
