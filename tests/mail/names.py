"""A DNS server on loopback that answers for TXT records, for tests."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset


@contextmanager
def answering(records: dict[str, bytes]) -> Iterator[list[str]]:
    """Let every question of this process go to a server of our own; gives the names that were asked for."""
    asked: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=_serve, args=(server, records, asked), daemon=True)
        thread.start()
        before = dns.resolver.default_resolver
        ours = dns.resolver.Resolver(configure=False)
        ours.nameservers, ours.port = ["127.0.0.1"], server.getsockname()[1]
        dns.resolver.default_resolver = ours
        try:
            yield asked
        finally:
            dns.resolver.default_resolver = before
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
                last.sendto(b"", ("127.0.0.1", ours.port))
            thread.join(5)


def _serve(server: socket.socket, records: dict[str, bytes], asked: list[str]) -> None:
    while True:
        raw, client = server.recvfrom(4096)
        if not raw:
            return
        question = dns.message.from_wire(raw)
        answer = dns.message.make_response(question)
        name = question.question[0].name.to_text()
        asked.append(name)
        answer.flags |= dns.flags.RA
        if name in records:
            value = records[name]
            parts = [value[i : i + 250].decode("ascii") for i in range(0, len(value), 250)]
            quoted = " ".join(f'"{part}"' for part in parts)
            answer.answer.append(dns.rrset.from_text(question.question[0].name, 60, "IN", "TXT", quoted))
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        server.sendto(answer.to_wire(), client)
