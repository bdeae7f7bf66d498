"""Two golives that are each other's buyer: whatever one writes, the other does not answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from letters import address
from scenes import MKDOCS, Golive, make_workspace

from mail.spool import Envelope, Spool

NIMBUS, ACME = "nimbus.example", "acme.example"
AUTOMATIC = re.compile(
    rb"(?im)^(?:auto-submitted|x-auto-response-suppress|list-unsubscribe(?:-post)?):"
    rb"[^\n]*\n(?:[ \t][^\n]*\n)*"
)


@dataclass
class Side:
    """One of the two: its workspace, and which of its mails the other one got."""

    run: Golive
    workspace: Path
    brought: set[str] = field(default_factory=set)

    def mails(self, domain: str) -> list[bytes]:
        """New mails to the other golive's reply domain."""
        files = sorted((self.workspace / ".golive" / "outbox").glob("*.eml"))
        new = [f for f in files if f.name not in self.brought]
        self.brought |= {f.name for f in new}
        return [raw for f in new if f"@reply.{domain}".encode() in _to(raw := f.read_bytes())]

    def take(self, raws: list[bytes]) -> None:
        spool = Spool(self.workspace / ".golive" / "spool")
        for raw in raws:
            spool.put(raw, Envelope("2026-11-16T12:00:00+00:00"))
        assert self.run("--workspace", self.workspace, "mail", "work").code == 0


def _to(raw: bytes) -> bytes:
    found = re.search(rb"(?m)^To: (?:.*\n(?:[ \t].*\n)*)", raw)
    return found[0] if found else b""


@pytest.fixture
def sides(run: Golive, tmp_path: Path) -> tuple[Side, Side]:
    """Both have the other's reply address as their buyer's, and know the address it writes from."""
    ours = make_workspace(tmp_path / "ours", "acme")
    theirs = make_workspace(tmp_path / "theirs", "acme", config=MKDOCS.replace(NIMBUS, ACME))
    to_ours = address(run, ours, "acme", "security", "security-cleared")
    to_theirs = address(run, theirs, "acme", "security", "security-cleared")
    for workspace, other, domain in ((ours, to_theirs, ACME), (theirs, to_ours, NIMBUS)):
        plan = workspace / "plans" / "acme" / "plan.yaml"
        known = f"email: {other}, also: [plan@{domain}]"
        text = plan.read_text("utf-8")
        assert "email: t.lindqvist@acme.example" in text
        plan.write_text(text.replace("email: t.lindqvist@acme.example", known), "utf-8")
    return Side(run, ours), Side(run, theirs)


def rounds(sides: tuple[Side, Side], *, stripped: bool) -> list[int]:
    """Carry mails to and fro until nobody writes any more; gives how many each round had."""
    one, other = sides
    one.run("--workspace", one.workspace, "mail", "nudge", "acme", "security-cleared")
    carried: list[int] = []
    while len(carried) < 12:
        raws = one.mails(ACME if one is sides[0] else NIMBUS)
        if not raws:
            break
        carried.append(len(raws))
        other.take([AUTOMATIC.sub(b"", raw) for raw in raws] if stripped else raws)
        one, other = other, one
    return carried


def test_they_stop_after_one_round(sides: tuple[Side, Side]) -> None:
    before = [(side.workspace / "plans" / "acme" / "plan.yaml").read_bytes() for side in sides]
    assert rounds(sides, stripped=False) == [1]
    assert [(side.workspace / "plans" / "acme" / "plan.yaml").read_bytes() for side in sides] == before


def test_they_stop_where_a_server_on_the_way_takes_the_headers_that_say_so(sides: tuple[Side, Side]) -> None:
    before = [(side.workspace / "plans" / "acme" / "plan.yaml").read_bytes() for side in sides]
    assert len(rounds(sides, stripped=True)) <= 2
    assert [(side.workspace / "plans" / "acme" / "plan.yaml").read_bytes() for side in sides] == before
