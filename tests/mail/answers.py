"""The replies of tests/mail/replies: what people wrote, and whether golive reads what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.plan.model import Plan
from mail.decide import Decision, decide
from mail.kinds import kind
from mail.mime.message import parse
from mail.trim import read
from mail.understand import Context, understand

HERE = Path(__file__).parent / "replies"
SENT = date(2027, 3, 10)
SOFT = {"comment", "confirm", "question"}
Hard = set[tuple[Any, ...]]


class Typed(NamedTuple):
    quoted: str | None
    text: str


class Case(NamedTuple):
    """One reply: where it stands, what was written, what a careful person records."""

    name: str  # folder/file-number
    batch: str  # file
    given: dict[str, Any]


def cases() -> Iterator[Case]:
    """Give all replies, file by file."""
    for path in sorted(HERE.rglob("*.yaml")):
        if path.name != "plan.yaml" and path.parent.name != "whole":
            where = path.relative_to(HERE).with_suffix("").as_posix()
            for i, given in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
                yield Case(f"{where}-{i}", where, given)


def wholes() -> Iterator[Case]:
    """Give the replies that are whole mails, as clients send them."""
    for i, given in enumerate(yaml.safe_load((HERE / "whole" / "mails.yaml").read_text("utf-8")), 1):
        yield Case(f"whole-{i}-{given['file']}", "whole", given)


@cache
def _raw_plan(folder: Path) -> dict[str, Any]:
    path = next(p / "plan.yaml" for p in (folder, *folder.parents) if (p / "plan.yaml").exists())
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def plan_of(case: Case) -> Plan:
    """Give the plan that a reply talks about, as it was when the reply came."""
    raw = _raw_plan((HERE / case.batch).parent)
    done = case.given.get("done", [])
    milestones = [
        {**m, "status": "done", "done_on": date(2027, 3, 5)} if m["id"] in done else m
        for m in raw["milestones"]
    ]
    return Plan.model_validate({**raw, "milestones": milestones})


def context_of(case: Case) -> Context:
    """Give the circumstances: by default the owner answers, or whoever stands first in the plan."""
    plan, given = plan_of(case), case.given
    about = given.get("a", "digest")
    owner = plan.by_id[about].owner if about in plan.by_id else ""
    first = next(iter(plan.roles))
    writes = given.get("f", owner if owner and plan.roles[owner].email else first)
    numbers = {m.id: n for n, m in enumerate(plan.milestones, 1)}
    sent = given.get("s", SENT)
    return Context(plan, numbers, writes, writes, about, tuple(given.get("ms", ())), sent, "en")


def decided(case: Case) -> Decision:
    """Read what was typed and decide."""
    context = context_of(case)
    typed = (
        [Typed(*pair) for pair in case.given["q"]] if "q" in case.given else [Typed(None, case.given["t"])]
    )
    at = datetime.combine(context.sent, time(9), UTC)
    return decide(understand(typed, context), context, "reply", True, "", lambda _: None, at)


def read_whole(raw: bytes, context: Context) -> Decision:
    """Read a mail from its bytes to the decision."""
    message = parse(raw)
    newest = read(message)
    found = kind(message, newest.text)
    said = understand(newest.answers, context) if found.name == "reply" else []
    at = message.date or datetime.combine(context.sent, time(9), UTC)
    return decide(said, context, found.name, True, "", lambda _: None, at)


def whole_mail(case: Case) -> bytes:
    """Give the bytes of a whole mail."""
    return (HERE / "whole" / case.given["file"]).read_bytes()


def hard(decision: Decision) -> Hard:
    """Give what would change the plan: {(milestone, action, day or address)}."""
    if decision.outcome != "apply":
        return set()
    return {
        (
            u.milestone,
            u.action,
            {"done": u.on, "move": u.to, "assign": u.email}.get(u.action),
        )
        for u in decision.updates
        if u.action not in SOFT
    }


def accepted(case: Case) -> list[Hard]:
    """Give the lists that are right, the best one first."""
    lists = [case.given.get("w", []), *case.given.get("or", [])]
    return [{(m, a, rest[0] if rest else None) for m, a, *rest in updates} for updates in lists]


def verdict(case: Case, decision: Decision) -> str:
    """Judge: correct, asked, missed, or wrong (a change that no careful person would make)."""
    sent = case.given.get("s", SENT)
    found = _same_day(hard(decision), sent)
    lists = [_same_day(a, sent) for a in accepted(case)]
    if found in lists:
        ignored = decision.outcome == "ignore" or case.given.get("e") != "ignore"
        return "correct" if ignored else "asked"
    known = set().union(*lists)
    dated = {(m, a) for m, a, _ in known if a == "done"}  # done is right, its day is not: only missed
    if any((m, a) not in dated for m, a, _ in found - known):
        return "wrong"
    return "asked" if decision.held or decision.outcome in ("ask", "review") else "missed"


def _same_day(found: Hard, sent: date) -> Hard:
    return {(m, a, None if a == "done" and d == sent else d) for m, a, d in found}
