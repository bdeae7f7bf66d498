"""The readings that a question offers are read back as what they say, in every language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from scenes import ROOT

from generator.plan.load import load_plan
from generator.site.facts import DealFacts
from generator.site.gather import gather
from generator.site.words import Words
from mail.sentences import likely
from mail.trim import answers
from mail.understand import understand
from mail.understand.updates import Context, Update

TODAY = date(2026, 11, 16)


def facts() -> DealFacts:
    folder = ROOT / "plans" / "acme"
    return gather("acme", folder, load_plan(folder / "plan.yaml", "acme/plan.yaml", TODAY), (), TODAY)


@pytest.mark.parametrize("locale", ["en", "en-US", "de", "es", "fr", "it", "ja", "nl", "pt"])
@pytest.mark.parametrize("days", [3, 21, 90, 400])
def test_they_mean_what_they_say(locale: str, days: int) -> None:
    deal, to = facts(), TODAY + timedelta(days=days)
    milestone = next(m.id for m in deal.plan.milestones if m.status != "done")
    found = likely(deal, [Update(milestone, "move", "?", False, to=to)], Words(locale, TODAY))
    context = Context(
        plan=deal.plan, numbers=deal.numbers, person="champion", sender="champion", about="digest",
        about_milestones=(), sent=TODAY, locale=locale,
    )  # fmt: skip
    read = [
        [
            (u.milestone, u.action, u.to, u.sure)
            for u in understand(answers(t), context)
            if u.action != "comment"
        ]
        for t in found
    ]
    assert read == [[(milestone, "move", to, True)], [(milestone, "done", None, True)]], found


def test_what_cannot_be_said_in_a_word_is_not_offered() -> None:
    deal = facts()
    assert likely(deal, [Update(None, "done", "?", False)], Words("en", TODAY)) == []
    assert likely(deal, [Update("security-cleared", "block", "?", False)], Words("en", TODAY)) == []
