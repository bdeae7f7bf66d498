"""SMTP: smtp://host:587 with STARTTLS where it is offered, smtps://host:465 with TLS from the first byte."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from mail.transports.carriers import Carry, Connect, Mail, NotNow, Refused, Unknown

SECONDS = 30
USER, PASSWORD = "GOLIVE_SMTP_USER", "GOLIVE_SMTP_PASSWORD"
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Server:
    """One mail server, as smtp:// or smtps:// names it, and who logs in there."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The server as it is named in messages."""
        return f"{self.host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Whether it is this machine, whose certificate names nobody."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def smtp_carrier(url: str, environ: Mapping[str, str]) -> Connect:
    """Give the way to the server that a URL names."""
    parts = urlsplit(url)
    server = Server(
        parts.scheme,
        parts.hostname or "",
        parts.port or PORTS[parts.scheme],
        environ.get(USER, ""),
        environ.get(PASSWORD, ""),
    )

    @contextmanager
    def connect() -> Iterator[Carry]:
        peer = _connect(server)
        try:
            yield lambda mail: _carry(peer, mail)
        finally:
            _leave(peer)

    return connect


def _connect(server: Server) -> smtplib.SMTP:
    """Open a connection, encrypted and logged in as the server allows; raises NotNow."""
    try:
        if server.scheme == "smtps":
            peer: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=SECONDS, context=_tls(server)
            )
        else:
            peer = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    except ssl.SSLCertVerificationError as error:
        raise NotNow(f"{server.name} is not who it says: {error.verify_message}", soon=False) from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotNow(f"{server.name} cannot be reached: {_words(error)}") from None
    try:
        peer.ehlo_or_helo_if_needed()
        if server.scheme == "smtp" and peer.has_extn("starttls"):
            peer.starttls(context=_tls(server))
            peer.ehlo()
        _log_in(peer, server)
    except ssl.SSLCertVerificationError as error:
        peer.close()
        raise NotNow(f"{server.name} is not who it says: {error.verify_message}", soon=False) from None
    except smtplib.SMTPAuthenticationError as error:
        peer.close()
        raise NotNow(
            f"{server.name} refuses the login of {USER} and {PASSWORD}: {_words(error)}", soon=False
        ) from None
    except (OSError, smtplib.SMTPException) as error:
        peer.close()
        raise NotNow(f"{server.name} does not serve us: {_words(error)}") from None
    except NotNow:
        peer.close()
        raise
    return peer


def _tls(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.is_local:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _log_in(peer: smtplib.SMTP, server: Server) -> None:
    if not server.user:
        return
    if not isinstance(peer.sock, ssl.SSLSocket):
        raise NotNow(
            f"{server.name} offers no encryption, and a password is not sent in clear; "
            "use smtps://, or a server with STARTTLS",
            soon=False,
        )
    peer.login(server.user, server.password)


def _carry(peer: smtplib.SMTP, mail: Mail) -> None:
    """Hand over one mail (RFC 5321 3.3)."""
    sender, to = mail.address("From"), mail.address("To")
    plain = f"{sender}{to}".isascii()
    if not plain and not peer.has_extn("smtputf8"):
        raise Refused(f"the mail server cannot write to {to}: it does not know SMTPUTF8")
    try:
        _expect(*peer.mail(sender, [] if plain else ["SMTPUTF8"]))
        _expect(*peer.rcpt(to))
    except (OSError, smtplib.SMTPException) as error:
        raise NotNow(f"the connection broke: {_words(error)}") from None
    except (NotNow, Refused):
        _forget(peer)
        raise
    try:
        code, said = peer.data(mail.raw)
    except smtplib.SMTPDataError as error:  # it would not even hear the mail
        code, said = error.smtp_code, _bytes(error.smtp_error)
    except (OSError, smtplib.SMTPException) as error:
        raise Unknown(f"the connection broke while the mail was sent: {_words(error)}") from None
    try:
        _expect(code, said)
    except (NotNow, Refused):
        _forget(peer)
        raise


def _expect(code: int, said: bytes) -> None:
    if 200 <= code < 300:
        return
    words = f"{code} {said.decode('utf-8', 'replace')[:300]}"
    if 400 <= code < 500:
        raise NotNow(f"the mail server asks to wait: {words}", soon=False)
    raise Refused(f"the mail server refuses it: {words}")


def _forget(peer: smtplib.SMTP) -> None:
    """Begin anew after a refusal (RSET); a connection that is gone shows at the next mail."""
    try:
        peer.rset()
    except (OSError, smtplib.SMTPException):
        peer.close()


def _leave(peer: smtplib.SMTP) -> None:
    try:
        peer.quit()
    except (OSError, smtplib.SMTPException):
        peer.close()


def _bytes(said: bytes | str) -> bytes:
    return said.encode("utf-8", "replace") if isinstance(said, str) else said


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_bytes(error.smtp_error).decode('utf-8', 'replace')[:300]}"
    return str(error) or type(error).__name__
