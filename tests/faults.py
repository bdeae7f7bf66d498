"""A proxy on loopback, in front of an S3 server, that fails on purpose."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOPS = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}
REFUSALS = {
    "500": (500, "InternalError"),
    "503 SlowDown": (503, "SlowDown"),
    "412": (412, "PreconditionFailed"),
    "409": (409, "ConditionalRequestConflict"),
    "clock skew": (403, "RequestTimeTooSkewed"),
    "denied": (403, "AccessDenied"),
}
FAULTS = (*REFUSALS, "reset", "answer lost", "timeout", "truncated", "slow drip")


@dataclass(frozen=True)
class Call:
    """A request that came: what it is for, and which one it is of all, from 1."""

    number: int
    kind: str


@dataclass
class Proxy:
    """`fault` says what happens to a call, or None; `calls` is all that came; `seen` is told before each."""

    url: str = ""
    fault: Callable[[Call], str | None] = lambda _call: None
    seen: Callable[[Call], None] = lambda _call: None
    calls: list[Call] = field(default_factory=list)
    _one: threading.Lock = field(default_factory=threading.Lock)
    _over: threading.Event = field(default_factory=threading.Event)

    def come(self, kind: str) -> Call:
        with self._one:
            call = Call(len(self.calls) + 1, kind)
            self.calls.append(call)
        self.seen(call)
        return call

    def clear(self) -> None:
        self.fault, self.seen = (lambda _call: None), (lambda _call: None)
        self.calls.clear()


def kind_of(method: str, path: str) -> str:
    """Say what a request to the target is for."""
    if method == "POST":
        return "delete pages"
    if method == "GET" and "list-type=2" in path:
        return "list"
    what = "manifest" if "-manifest/" in path else "page"
    return f"{ {'GET': 'read', 'PUT': 'write', 'DELETE': 'delete'}.get(method, method) } {what}"


@contextmanager
def faulty(behind: str) -> Iterator[Proxy]:  # noqa: C901 - one fault after the other
    """Run the proxy in front of http://host:port."""
    proxy = Proxy()
    host, _, port = behind.removeprefix("http://").partition(":")
    conditional = threading.Lock()  # moto lets two win now and then; S3 does not

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            if len(body) < length:  # who sent it is no more
                self.close_connection = True
                return
            fault = proxy.fault(proxy.come(kind_of(self.command, self.path)))
            if fault in REFUSALS:
                self.refuse(*REFUSALS[fault])
            elif fault == "reset":
                self.reset()
            elif fault == "timeout":
                proxy._over.wait()
                self.close_connection = True
            else:
                with conditional:
                    answer, content = self.forward(body)
                self.give(answer, content, fault)

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = handle_any

        def forward(self, body: bytes) -> tuple[HTTPResponse, bytes]:
            connection = HTTPConnection(host, int(port), timeout=30)
            try:
                connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
                for name, value in self.headers.items():
                    if name.lower() != "expect":
                        connection.putheader(name, value)
                connection.endheaders(body)
                answer = connection.getresponse()
                return answer, answer.read()
            finally:
                connection.close()

        def give(self, answer: HTTPResponse, content: bytes, fault: str | None) -> None:
            if fault == "answer lost":
                return self.reset()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in HOPS:
                    self.send_header(name, value)
            if fault == "truncated":
                content = content or b"<?xml"
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content[: len(content) // 2])
                return self.reset()
            if answer.status not in (204, 304):
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command == "HEAD":
                return None
            step = max(1, len(content) // 20) if fault == "slow drip" else len(content) or 1
            for start in range(0, len(content), step):
                self.wfile.write(content[start : start + step])
                self.wfile.flush()
            return None

        def refuse(self, status: int, code: str) -> None:
            content = f"<Error><Code>{code}</Code><Message>on purpose</Message></Error>".encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def reset(self) -> None:
            self.close_connection = True
            with suppress(OSError):
                self.wfile.flush()
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            """A peer that was killed is what we are here for."""

        def shutdown_request(self, request: Any) -> None:
            self.close_request(request)  # without a word, so that what was reset stays reset

    server = Server(("127.0.0.1", 0), Handler)
    proxy.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield proxy
    finally:
        proxy._over.set()
        server.shutdown()
        thread.join()
        server.server_close()
