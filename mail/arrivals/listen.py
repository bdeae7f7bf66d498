"""Mail by HTTP: SendGrid's Inbound Parse in raw mode and its event webhook. The one module with Starlette.

    POST /inbound   a mail            GET /healthz    whether a mail could be kept now
    POST /events    what became of    GET /metrics    counters, for Prometheus
                    mails of ours
    POST /stop/CODE one-click unsubscribe (RFC 8058), asked for by mail programs, without a secret of theirs

200: it is durable in the spool, or never will be taken (too large), so do not bring it again. 403: wrong
secret. 400: no whole form. 503: our own fault, so bring it again. Redirects are never sent: SendGrid does
not follow them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from generator.errors import GoliveError, OutsideError
from mail.arrivals import MAX_BYTES
from mail.arrivals.gate import Gate
from mail.arrivals.metrics import CONTENT_TYPE, Metrics
from mail.arrivals.multipart import MalformedError, form_fields
from mail.click import PATH, is_asked
from mail.reach import Reach
from mail.spool import Envelope, Spool

FORM_BYTES = MAX_BYTES + 1_000_000  # the mail and the small fields around it
EVENT_BYTES = 5_000_000
CLICK_BYTES = 10_000
VERDICTS: tuple[str, ...] = ("SPF", "dkim")  # what SendGrid found out about the sender
AT_ONCE_BYTES = 250_000_000  # of bodies in memory at one time
PARSED_MODE = "the mail came in parts; in SendGrid, switch on: POST the raw, full MIME message"


@dataclass
class Reception:
    """What the HTTP side works with."""

    spool: Spool
    reach: Reach
    gate: Gate
    reply_domain: str
    now: Callable[[], str]
    click: Callable[[str], bytes | None] = lambda _code: None  # a code -> the message that stands for it
    metrics: Metrics = field(default_factory=Metrics)
    at_once: int = 0

    def app(self) -> Starlette:
        """Give the ASGI application."""
        posts = {"/inbound": self.inbound, "/events": self.events}
        gets = {"/healthz": self.health, "/metrics": self.numbers}
        routes = [Route(p + end, f, methods=["POST"]) for p, f in posts.items() for end in ("", "/")]
        routes.append(Route(PATH + "{code:str}", self.stop, methods=["GET", "POST"]))
        return Starlette(routes=routes + [Route(p, f, methods=["GET"]) for p, f in gets.items()])

    async def inbound(self, request: Request) -> Response:
        """Keep a mail."""
        result, answer = await self._guarded(request, FORM_BYTES, self._keep)
        self.metrics.count("golive_inbound_total", "result", result)
        return answer

    async def events(self, request: Request) -> Response:
        """Note whom our mails did not reach."""
        result, answer = await self._guarded(request, EVENT_BYTES, self._note)
        self.metrics.count("golive_event_posts_total", "result", result)
        return answer

    async def stop(self, request: Request) -> Response:
        """Keep a one-click request; whoever only opens the address, as scanners do, changes nothing."""
        if request.method != "POST":
            return PlainTextResponse("To get no more of these mails, answer one of them with: stop\n")
        body = bytearray()
        try:
            async for chunk in request.stream():
                body += chunk[: CLICK_BYTES - len(body)]
                if len(body) == CLICK_BYTES:
                    break
        except ClientDisconnect:
            return PlainTextResponse("the request was cut short\n", 400)
        result, answer = await run_in_threadpool(self._stop, request.path_params["code"], bytes(body))
        self.metrics.count("golive_stops_total", "result", result)
        return answer

    def _stop(self, code: str, body: bytes) -> tuple[str, Response]:
        try:
            raw = self.click(code[:64]) if is_asked(body) else None
            if raw is None:
                return "refused", PlainTextResponse("this is no request of a mail of ours\n", 404)
            self.spool.put(raw, Envelope(self.now()))
        except GoliveError as error:
            return "failed", PlainTextResponse(f"{error}\n", 503)
        return "spooled", PlainTextResponse("no more mails will come\n")

    async def health(self, _: Request) -> Response:
        """Say whether a mail could be kept now."""
        try:
            await run_in_threadpool(self.spool.check)
        except OutsideError as error:
            return PlainTextResponse(f"{error}\n", 503)
        return PlainTextResponse("ok\n")

    async def numbers(self, _: Request) -> Response:
        """Give the counters."""
        waiting = await run_in_threadpool(lambda: (len(self.spool.waiting()), len(self.spool.set_aside())))
        gauges = dict(zip(("golive_spool_waiting", "golive_spool_set_aside"), waiting, strict=True))
        return Response(self.metrics.text(gauges), media_type=CONTENT_TYPE)

    async def _guarded(
        self, request: Request, limit: int, take: Callable[[bytes, str], str]
    ) -> tuple[str, Response]:
        """Let in who may come in, with a body that is not too large; gives (result to count, answer)."""
        if not self.gate.knows_password(request.headers.get("authorization", "")):
            return "forbidden", PlainTextResponse("wrong secret\n", 403)
        body = bytearray()
        heard = 0
        try:
            async for chunk in request.stream():
                heard += len(chunk)
                if self.at_once + len(chunk) > AT_ONCE_BYTES:
                    return "failed", PlainTextResponse("too much at once, come again\n", 503)
                if heard <= limit:
                    body += chunk
                    self.at_once += len(chunk)
                elif heard > 4 * limit:  # a sender of so much shall hear the answer, but not for ever
                    break
            if heard > limit:
                return "refused", PlainTextResponse(f"refused: larger than {limit // 1_000_000} MB\n")
            return await run_in_threadpool(self._take, bytes(body), request.headers, take)
        except ClientDisconnect:
            return "cut short", PlainTextResponse("the request was cut short\n", 400)
        finally:
            self.at_once -= len(body)

    def _take(self, body: bytes, headers: Any, take: Callable[[bytes, str], str]) -> tuple[str, Response]:
        if not self.gate.is_signed(body, headers):
            return "forbidden", PlainTextResponse("wrong signature\n", 403)
        try:
            result = take(body, headers.get("content-type", ""))
        except MalformedError as error:
            return "malformed", PlainTextResponse(f"{error}\n", 400)
        except OutsideError as error:
            return "failed", PlainTextResponse(f"{error}\n", 503)
        return result, PlainTextResponse(f"{result}\n")

    def _keep(self, body: bytes, content_type: str) -> str:
        fields = form_fields(body, content_type)
        raw = fields.get("email")
        if raw is None:
            if {"headers", "text", "html"} & fields.keys():
                raise OutsideError(PARSED_MODE)
            raise MalformedError("the form has no field named email")
        if len(raw) > MAX_BYTES:
            return "refused"
        sender, recipient = _envelope(fields.get("envelope", b""), self.reply_domain)
        said = {name: fields.get(name, b"")[:500].decode("utf-8", "replace") for name in VERDICTS}
        verdicts = {name: verdict for name, verdict in said.items() if verdict}
        self.spool.put(raw, Envelope(self.now(), recipient, sender, verdicts))
        return "spooled"

    def _note(self, body: bytes, _content_type: str) -> str:
        try:
            events = json.loads(body)
        except (ValueError, RecursionError):
            events = None
        if not isinstance(events, list):
            raise MalformedError("the body is no JSON list of events")
        for setback in self.reach.note(events):
            self.metrics.count("golive_setbacks_total", "meant", setback.meant)
        return "noted"


def _envelope(given: bytes, reply_domain: str) -> tuple[str, str]:
    """Read SendGrid's envelope field; gives (sender, recipient), of several the one at our reply domain."""
    try:
        data = json.loads(given)
        everybody = [str(to)[:320] for to in data["to"][:100]]
        sender = str(data.get("from") or "")[:320]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "", ""
    ours = (to for to in everybody if to.lower().rpartition("@")[2] == reply_domain.lower())
    return sender, next(ours, everybody[0] if everybody else "")


def serve(reception: Reception, host: str, port: int) -> None:
    """Listen until the process is told to end; what was begun is finished first."""
    import uvicorn

    uvicorn.run(
        reception.app(),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=500,
        timeout_graceful_shutdown=30,
    )
