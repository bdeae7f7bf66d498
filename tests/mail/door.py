"""A running `listen` and what posts to it, for tests."""

from __future__ import annotations

import base64
import http.client
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from mail.arrivals.gate import Gate
from mail.arrivals.listen import Reception
from mail.reach import Reach
from mail.spool import Spool

PASSWORD = "a password for tests"
BOUNDARY = "xYzZY"
TYPE = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
LOGIN = {"Authorization": "Basic " + base64.b64encode(f"sendgrid:{PASSWORD}".encode()).decode()}


@dataclass(frozen=True)
class Listening:
    """A server on loopback."""

    port: int
    reception: Reception

    def request(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def bring(self, raw: bytes, headers: Mapping[str, str] = LOGIN, **fields: bytes) -> tuple[int, str]:
        """Post a mail as SendGrid's Inbound Parse does in raw mode."""
        return self.request("POST", "/inbound", form(raw, **fields), {**TYPE, **headers})


def form(raw: bytes, **fields: bytes) -> bytes:
    given = {"to": b"x", **fields, "email": raw}
    head = '--{}\r\nContent-Disposition: form-data; name="{}"\r\n\r\n'
    parts = [head.format(BOUNDARY, name).encode() + value + b"\r\n" for name, value in given.items()]
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


@contextmanager
def listening(state: Path, gate: Gate | None = None) -> Iterator[Listening]:
    """Run the real server on a free port."""
    reception = Reception(
        Spool(state / "spool"),
        Reach(state / "reach.jsonl"),
        gate or Gate(PASSWORD),
        "reply.nimbus.example",
        lambda: "2026-11-16T12:00:00+00:00",
    )
    config = uvicorn.Config(
        reception.app(), host="127.0.0.1", port=0, log_level="error", ws="none", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.005)
    try:
        yield Listening(server.servers[0].sockets[0].getsockname()[1], reception)
    finally:
        server.should_exit = True
        thread.join()
