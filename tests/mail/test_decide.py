"""What happens to a mail: applied, asked, for the rep, ignored - and why."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from generator.plan.model import Plan
from mail.decide import decide, explain
from mail.understand import Context, Update

PLAN = Plan.model_validate(
    yaml.safe_load((Path(__file__).parent / "replies" / "plan.yaml").read_text(encoding="utf-8"))
)
CONTEXT = Context(
    PLAN,
    {m.id: n for n, m in enumerate(PLAN.milestones, 1)},
    "it",
    "it",
    "infosec",
    (),
    date(2027, 3, 10),
    "en",
)
SENT_AT = datetime(2027, 3, 10, 9, tzinfo=UTC)
DONE = Update("infosec", "done", "Done", True)


def outcome(
    *updates: Update,
    context: Context = CONTEXT,
    kind: str = "reply",
    proven: bool = True,
    last: datetime | None = None,
):  # type: ignore[no-untyped-def]
    return decide(updates, context, kind, proven, "no DKIM", lambda _: last, SENT_AT)


def test_a_sure_update_is_applied_and_the_rest_held() -> None:
    unsure = replace(DONE, milestone="contract", sure=False)
    decision = outcome(DONE, unsure)
    assert (decision.outcome, decision.updates, decision.held) == ("apply", (DONE,), (unsure,))


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (replace(DONE, sure=False), "ask"),
        (replace(DONE, action="question"), "review"),
        (replace(DONE, milestone=None, action="add"), "review"),
        (replace(DONE, action="assign", email="bob@elsewhere.example"), "review"),
        (replace(DONE, action="assign", email="nina@bergklinik.example"), "apply"),
        (replace(DONE, action="comment"), "apply"),
    ],
)
def test_who_decides(update: Update, expected: str) -> None:
    assert outcome(update).outcome == expected


@pytest.mark.parametrize("kind", ["auto", "bounce", "empty"])
def test_automatic_mail_is_ignored(kind: str) -> None:
    assert outcome(DONE, kind=kind).outcome == "ignore"


def test_nothing_unproven_or_of_strangers_is_applied() -> None:
    assert outcome(DONE, proven=False).outcome == "review"
    assert outcome(DONE, context=replace(CONTEXT, sender=None)).outcome == "review"


def test_an_old_mail_does_not_undo_a_later_word() -> None:
    assert outcome(DONE, last=datetime(2027, 3, 10, 10, tzinfo=UTC)).outcome == "ask"
    assert outcome(DONE, last=datetime(2027, 3, 10, 8, tzinfo=UTC)).outcome == "apply"


def test_nothing_said_is_ignored() -> None:
    assert outcome().outcome == "ignore"


def test_the_rep_is_told_why() -> None:
    lines = explain("Done.", outcome(DONE), CONTEXT, ["the quoted mail"])
    assert any("[2] IT security assessment passed" in line and "Applied" in line for line in lines)
    assert any("the quoted mail" in line for line in lines)
