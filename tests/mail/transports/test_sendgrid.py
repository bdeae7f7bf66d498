"""SendGrid: what we ask of their API, and what each answer means for a mail."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from mail.letter import Letter
from mail.transports.carriers import Mail, NotNow, Refused, Unknown
from mail.transports.sendgrid import sendgrid_carrier


@dataclass
class Api:
    """A stand-in for api.sendgrid.com: keeps what was asked, answers with `status`, hangs up for 0."""

    url: str = ""
    status: int = 202
    asked: list[tuple[str, str, Any]] = field(default_factory=list)


@pytest.fixture
def api() -> Iterator[Api]:
    api = Api()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            api.asked.append((self.path, self.headers["Authorization"], body))
            if not api.status:
                self.close_connection = True
                return
            self.send_response(api.status)
            self.end_headers()
            if api.status >= 400:
                self.wfile.write(b'{"errors": [{"message": "said the API", "field": null}]}')

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    api.url = f"http://127.0.0.1:{server.server_port}"
    yield api
    server.shutdown()
    thread.join()
    server.server_close()


def letter() -> Mail:
    made = Letter(
        name="acme.receipt.4",
        to_name="Tomas Lindqvist",
        to_address="t.lindqvist@acme.example",
        subject="Noted: Größe",
        text="Noted.\n",
        html="<p>Noted: Größe.</p>\n",
        sender="Nimbus Robotics plan <plan@nimbus.example>",
        reply_to="acme.security.u4.abcdefghijklmnop@reply.nimbus.example",
        thread="acme.security",
        sent=datetime(2026, 11, 16, 12, tzinfo=UTC),
        in_reply_to="r1@mail.acme.example",
        automatic="auto-replied",
    )
    return Mail(made.name, made.to_message().as_bytes())


def send(api: Api, **environ: str) -> None:
    with sendgrid_carrier({"SENDGRID_API_KEY": "SG.key", "SENDGRID_HOST": api.url, **environ})() as carry:
        carry(letter())


def test_everything_a_mail_needs_is_asked_for(api: Api) -> None:
    send(api)
    ((path, key, body),) = api.asked
    assert (path, key) == ("/v3/mail/send", "Bearer SG.key")
    assert body["personalizations"] == [
        {"to": [{"email": "t.lindqvist@acme.example", "name": "Tomas Lindqvist"}]}
    ]
    assert body["from"] == {"email": "plan@nimbus.example", "name": "Nimbus Robotics plan"}
    assert body["reply_to"]["email"] == "acme.security.u4.abcdefghijklmnop@reply.nimbus.example"
    assert body["subject"] == "Noted: Größe"
    assert body["content"] == [
        {"type": "text/plain", "value": "Noted.\n"},
        {"type": "text/html", "value": "<p>Noted: Größe.</p>\n"},
    ]
    assert body["headers"] == {
        "Message-ID": "<acme.receipt.4@nimbus.example>",
        "In-Reply-To": "<r1@mail.acme.example>",
        "References": "<acme.security@nimbus.example> <r1@mail.acme.example>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        "List-Unsubscribe": "<mailto:acme.security.u4.abcdefghijklmnop@reply.nimbus.example?subject=stop>",
    }
    assert body["categories"] == ["golive", "receipt"]
    assert body["custom_args"] == {"mail": "acme.receipt.4"}
    assert body["tracking_settings"]["click_tracking"] == {"enable": False, "enable_text": False}
    assert body["tracking_settings"]["open_tracking"] == {"enable": False}
    assert body["mail_settings"] == {"sandbox_mode": {"enable": False}}


def test_the_sandbox_is_switched_by_the_environment(api: Api) -> None:
    send(api, GOLIVE_SENDGRID_SANDBOX="1")
    assert api.asked[0][2]["mail_settings"] == {"sandbox_mode": {"enable": True}}


@pytest.mark.parametrize(
    ("status", "kind", "soon"),
    [
        (400, Refused, None),
        (413, Refused, None),
        (401, NotNow, False),
        (403, NotNow, False),
        (429, NotNow, True),
        (503, NotNow, True),
        (500, Unknown, None),
        (0, Unknown, None),
    ],
)
def test_what_an_answer_means(api: Api, status: int, kind: type[Exception], soon: bool | None) -> None:
    api.status = status
    with pytest.raises(kind) as failure:
        send(api)
    assert not status or "said the API" in str(failure.value)
    assert getattr(failure.value, "soon", None) == soon


def test_nobody_there_is_worth_another_try() -> None:
    with pytest.raises(NotNow, match="cannot be reached"):
        send(Api("http://127.0.0.1:9"))


def test_without_a_key_the_mail_waits(api: Api) -> None:
    with pytest.raises(NotNow, match="SENDGRID_API_KEY"):
        send(api, SENDGRID_API_KEY="")
    assert api.asked == []
