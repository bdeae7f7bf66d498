"""Private links: unguessable, personal, and taken away for good."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.deploy.links import ANY, changed_links, link_state, links, renewed
from generator.errors import GoliveError
from generator.keys import Keys, load_keys
from generator.plan.load import parse_plan
from generator.plan.model import Plan
from generator.record.journal import Entry

NOW = datetime(2026, 11, 16, tzinfo=UTC)
KEYS = Keys(b"k" * 32)
PLAN = """\
title: T
buyer: {name: Acme}
seller: {name: Nimbus}
introduced: 2026-10-05
launch: {date: 2027-03-01}
roles:
  champion: {side: buyer, title: Operations lead, name: Jane, email: jane@acme.example}
  it: {side: buyer, title: IT}
milestones: [{id: live, outcome: L, owner: champion, takes: 1 day}]
"""


def plan(text: str = PLAN) -> Plan:
    return parse_plan(text.encode(), "p", NOW.date())


def entry(changed: dict[str, dict[str, object]]) -> Entry:
    return Entry("x", NOW, "rep", "publish", "", "", links=changed)


def tokens(text: str, entries: list[Entry], keys: Keys = KEYS) -> dict[str, str]:
    return {link.person: link.token for link in links("acme", plan(text), entries, keys)}


def test_everybody_with_an_address_has_a_link_and_one_is_to_pass_on() -> None:
    found = links("acme", plan(), [], KEYS)
    assert [link.person for link in found] == ["champion", ANY]
    codes = {code for link in found for code in (link.token, link.feed_token)}
    assert len(codes) == 4
    assert all(re.fullmatch("[a-z2-7]{26}", code) for code in codes)


def test_tokens_depend_on_secret_deal_and_person_only() -> None:
    assert tokens(PLAN, []) == tokens(PLAN.replace("title: T", "title: U"), [])
    assert tokens(PLAN, []) != tokens(PLAN, [], Keys(b"o" * 32))


def test_rotating_ends_the_old_link_and_revoking_leaves_none() -> None:
    first = [entry(changed_links(plan(), []))]
    old = tokens(PLAN, first)
    rotated = [*first, entry(renewed(first, ["champion"], revoked=False))]
    assert tokens(PLAN, rotated)["champion"] != old["champion"]
    assert tokens(PLAN, rotated)[ANY] == old[ANY]
    revoked = [*rotated, entry(renewed(rotated, ["champion"], revoked=True))]
    assert [link.revoked for link in links("acme", plan(), revoked, KEYS)] == [True, False]


def test_another_address_is_another_person() -> None:
    first = [entry(changed_links(plan(), []))]
    assert changed_links(plan(), first) == {}
    moved = PLAN.replace("jane@", "joan@")
    changed = changed_links(plan(moved), first)
    assert changed["champion"]["generation"] == 1
    gone = PLAN.replace(", email: jane@acme.example", "")
    left = [*first, entry(changed_links(plan(gone), first))]
    back = [*left, entry(changed_links(plan(), left))]
    assert link_state(back)["champion"]["generation"] == 2, "an old link never comes back to life"


def test_the_journal_holds_no_address_for_links() -> None:
    assert "jane" not in repr(changed_links(plan(), []))


def test_own_secret_is_made_once_and_private(tmp_path: Path) -> None:
    keys = load_keys({}, tmp_path / ".golive")
    file = tmp_path / ".golive" / "secret"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert load_keys({}, tmp_path / ".golive") == keys


def test_secret_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(GoliveError, match="at least 32"):
        load_keys({"GOLIVE_SECRET": "short"}, tmp_path)
    rotating = load_keys({"GOLIVE_SECRET": "n" * 32 + "," + "o" * 32}, tmp_path)
    old = Keys(b"o" * 32).code("reply", "acme", "champion", length=16)
    assert rotating.opens(old, "reply", "acme", "champion")
    assert not replace(rotating, older=()).opens(old, "reply", "acme", "champion")
    assert not (tmp_path / "secret").exists()
