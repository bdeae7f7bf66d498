"""SendGrid's v3 mail/send, through their library; the one module that imports it.

Links are never rewritten and opens never watched: a private link must not pass through a third party.
The bodies of an HTTP answer are SendGrid's own words and go to the ledger, cut short.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from socket import gaierror
from typing import Any
from urllib.error import URLError

from generator.errors import GoliveError
from mail.transports.carriers import Carry, Connect, Mail, NotNow, Refused, Unknown

KEY = "SENDGRID_API_KEY"
HOST = "SENDGRID_HOST"  # https://api.eu.sendgrid.com keeps mail in the EU
SANDBOX = "GOLIVE_SENDGRID_SANDBOX"
SECONDS = 30
# What a mail program needs to thread, answer and stop our mails; the rest SendGrid writes itself.
KEPT_HEADERS = (
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
)


def sendgrid_carrier(environ: Mapping[str, str]) -> Connect:
    """Give the way through SendGrid; the key comes from the environment only."""

    @contextmanager
    def connect() -> Iterator[Carry]:
        client = _client(environ)
        sandbox = environ.get(SANDBOX, "") not in ("", "0", "false", "no")
        yield lambda mail: _carry(client, mail, sandbox)

    return connect


def _client(environ: Mapping[str, str]) -> Any:
    try:
        from sendgrid import SendGridAPIClient
    except ImportError:
        raise NotNow(
            "sending by SendGrid needs its library: pip install golive-plan[sendgrid]", soon=False
        ) from None
    key = environ.get(KEY, "")
    if not key:
        raise NotNow(f"sending by SendGrid needs {KEY} in the environment", soon=False)
    client = SendGridAPIClient(key, host=environ.get(HOST) or "https://api.sendgrid.com").client
    client.timeout = SECONDS
    return client


def _carry(client: Any, mail: Mail, sandbox: bool) -> None:
    from python_http_client.exceptions import HTTPError

    try:
        client.mail.send.post(request_body=request_body(mail, sandbox=sandbox))
    except HTTPError as error:
        raise _meaning(error.status_code, error.body) from None
    except URLError as error:  # raised before anything was sent, but for a server that fell silent
        if isinstance(error.reason, (ConnectionRefusedError, gaierror)):
            raise NotNow(f"SendGrid cannot be reached: {error.reason}") from None
        raise Unknown(f"SendGrid did not answer: {error.reason}") from None
    except OSError as error:
        raise Unknown(f"SendGrid did not answer: {error}") from None


def _meaning(status: int, body: bytes) -> GoliveError:
    """Say what an HTTP answer means for the mail."""
    words = f"{status} {_sentence(body)}"
    if status in (401, 403):
        return NotNow(f"SendGrid refuses the key in {KEY}: {words}", soon=False)
    if status in (429, 503):
        return NotNow(f"SendGrid asks to wait: {words}")
    if status >= 500:
        return Unknown(f"SendGrid failed: {words}")
    return Refused(f"SendGrid refuses it: {words}")


def _sentence(body: bytes) -> str:
    try:
        return "; ".join(str(error["message"]) for error in json.loads(body)["errors"])[:300]
    except (ValueError, KeyError, TypeError):
        return body[:300].decode("utf-8", "replace")


def request_body(mail: Mail, *, sandbox: bool) -> dict[str, Any]:
    """Write a mail as v3 mail/send wants it."""
    message = mail.message
    kind = mail.name.split(".")[1] if mail.name.count(".") else "mail"
    parts = [(part, message.get_body((part,))) for part in ("plain", "html")]
    body: dict[str, Any] = {
        "personalizations": [{"to": [_mailbox(message["To"])]}],
        "from": _mailbox(message["From"]),
        "subject": str(message["Subject"]),
        "content": [
            {"type": f"text/{part}", "value": found.get_content().replace("\r\n", "\n")}
            for part, found in parts
            if found is not None
        ],
        "headers": {name: _unfolded(message[name]) for name in KEPT_HEADERS if message[name] is not None},
        "categories": ["golive", kind],
        "custom_args": {"mail": mail.name},
        "mail_settings": {"sandbox_mode": {"enable": sandbox}},
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
            "ganalytics": {"enable": False},
        },
    }
    if message["Reply-To"] is not None:
        body["reply_to"] = _mailbox(message["Reply-To"])
    return body


def _mailbox(header: Any) -> dict[str, str]:
    first = header.addresses[0]
    return {"email": first.addr_spec, **({"name": first.display_name} if first.display_name else {})}


def _unfolded(header: Any) -> str:
    return " ".join(str(header).split())
