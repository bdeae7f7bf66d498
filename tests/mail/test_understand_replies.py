"""What buyers write, in all our languages, and what a careful person records from it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from generator.plan.model import Plan
from mail.decide import Decision, decide
from mail.understand import Context, understand

HERE = Path(__file__).parent / "replies"
SENT = date(2027, 3, 10)
SOFT = {"comment", "confirm", "question"}


class Typed(NamedTuple):
    quoted: str | None
    text: str


def cases() -> list[Any]:
    found = []
    for path in sorted(HERE.rglob("*.yaml")):
        if path.name == "plan.yaml":
            continue
        for i, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
            found.append(pytest.param(case, id=f"{path.stem}-{i}"))
    return found


def plan_with(done: list[str]) -> Plan:
    raw = yaml.safe_load((HERE / "plan.yaml").read_text(encoding="utf-8"))
    for milestone in raw["milestones"]:
        if milestone["id"] in done:
            milestone.update(status="done", done_on=date(2027, 3, 5))
    return Plan.model_validate(raw)


def decided(case: dict[str, Any]) -> Decision:
    plan = plan_with(case.get("done", []))
    sender = case.get("f", "coo")
    numbers = {m.id: n for n, m in enumerate(plan.milestones, 1)}
    about = case.get("a", "digest")
    ms = tuple(case.get("ms", ()))
    context = Context(plan, numbers, sender, sender, about, ms, case.get("s", SENT), "en")
    answers = [Typed(*pair) for pair in case["q"]] if "q" in case else [Typed(None, case["t"])]
    said = understand(answers, context)
    return decide(said, context, "reply", True, "", lambda _: None, datetime(2027, 3, 10, 9, tzinfo=UTC))


def hard(decision: Decision) -> set[tuple[Any, ...]]:
    if decision.outcome != "apply":
        return set()
    return {
        (u.milestone, u.action, u.on if u.action == "done" else u.to if u.action == "move" else None)
        for u in decision.updates
        if u.action not in SOFT
    }


def wanted(updates: list[list[Any]]) -> set[tuple[Any, ...]]:
    return {(m, a, rest[0] if rest else None) for m, a, *rest in updates}


def same_day(found: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    return {(m, a, None if a == "done" and d == SENT else d) for m, a, d in found}


@pytest.mark.parametrize("case", cases())
def test_reads_what_is_meant(case: dict[str, Any]) -> None:
    decision = decided(case)
    accepted = [wanted(case.get("w", [])), *(wanted(o) for o in case.get("or", []))]
    assert same_day(hard(decision)) in [same_day(a) for a in accepted], decision
    if case.get("e") == "ignore":
        assert decision.outcome == "ignore"
