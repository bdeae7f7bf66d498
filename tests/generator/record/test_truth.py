"""Plan and journal stay true to each other: through crashes, hand edits and repeated messages."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.errors import FaultsError, GoliveError
from generator.plan.load import sha256
from generator.plan.source import read_source
from generator.record import truth
from generator.record.changes import Report, change_for, undo
from generator.record.journal import Entry, read_journal
from generator.record.truth import Deal, commit, locked, open_deal

TODAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 16, 12, tzinfo=UTC)
SAMPLES = Path(__file__).parents[3] / "plans"


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    shutil.copytree(SAMPLES / "acme", tmp_path / "plans" / "acme")
    return Deal("acme", tmp_path / "plans" / "acme", tmp_path / "state")


def entry_for(deal: Deal, action: str, milestone: str, name: str = "m1", **stated: Any) -> Entry:
    plan, _, _ = open_deal(deal, TODAY, NOW)
    data = read_source(deal.plan_file, deal.label).data
    change = change_for(plan, data, Report(milestone, action, TODAY, "security", **stated))
    return Entry(name, NOW, "security", "mail", "", "", changes=(change,))


def apply(deal: Deal, action: str, milestone: str, name: str = "m1", **stated: Any) -> Entry:
    with locked(deal):
        entry = entry_for(deal, action, milestone, name, **stated)
        _, entries, _ = open_deal(deal, TODAY, NOW)
        _, entries = commit(deal, entries, entry, TODAY)
        return entries[-1]


def test_a_change_is_in_the_plan_and_in_the_journal(deal: Deal) -> None:
    entry = apply(deal, "done", "security-cleared")
    plan, entries, warnings = open_deal(deal, TODAY, NOW)
    assert plan.by_id["security-cleared"].status == "done"
    assert plan.by_id["security-cleared"].done_on == TODAY
    assert plan.by_id["security-cleared"].expected is None
    assert entries[-1] == entry
    assert entry.after == sha256(deal.plan_file.read_bytes())
    assert entry.moved["live"] == (date(2027, 3, 11), date(2027, 3, 1))
    assert not warnings


def test_undo_gives_back_every_byte(deal: Deal) -> None:
    before = deal.plan_file.read_bytes()
    entry = apply(deal, "move", "budget-approved", to=date(2026, 12, 15))
    assert deal.plan_file.read_bytes() != before
    back, since = undo(read_source(deal.plan_file, "p").data, entry)
    assert not since
    with locked(deal):
        _, entries, _ = open_deal(deal, TODAY, NOW)
        commit(deal, entries, Entry("m2", NOW, "security", "mail", "", "", changes=tuple(back)), TODAY)
    assert deal.plan_file.read_bytes() == before


def test_undo_leaves_what_changed_since(deal: Deal) -> None:
    entry = apply(deal, "move", "budget-approved", to=date(2026, 12, 15))
    apply(deal, "move", "budget-approved", "m2", to=date(2026, 12, 18))
    back, since = undo(read_source(deal.plan_file, "p").data, entry)
    assert not back
    assert [c.milestone for c in since] == ["budget-approved"]


class Crash(BaseException):
    """Stands for the end of the process."""


def crash_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """End the process right before its Nth sync or rename."""
    count = [0]

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            count[0] += 1
            if count[0] == step:
                raise Crash
            return real(*args, **kwargs)

        return call

    monkeypatch.setattr(truth.os, "fsync", counting(os.fsync))
    monkeypatch.setattr(Path, "replace", counting(Path.replace))


@pytest.mark.parametrize("step", range(1, 7))
def test_a_crash_at_any_step_is_finished_or_dropped(
    deal: Deal, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    open_deal(deal, TODAY, NOW)
    before = deal.plan_file.read_bytes()
    lines = len(read_journal(deal.journal_file))
    with monkeypatch.context() as patched, locked(deal):
        entry = entry_for(deal, "done", "security-cleared")
        _, entries, _ = open_deal(deal, TODAY, NOW)
        crash_at(patched, step)
        with contextlib.suppress(Crash):
            commit(deal, entries, entry, TODAY)
    plan, entries, warnings = open_deal(deal, TODAY, NOW)
    done = plan.by_id["security-cleared"].status == "done"
    assert len(entries) == lines + done
    assert (deal.plan_file.read_bytes() != before) == done
    assert entries[-1].after == sha256(deal.plan_file.read_bytes())
    assert not list(deal.folder.glob("plan.yaml.*"))
    assert not warnings


def test_a_torn_line_is_cut(deal: Deal) -> None:
    whole = deal.journal_file.read_bytes()
    deal.journal_file.write_bytes(whole + b'{"id":"half a li')
    open_deal(deal, TODAY, NOW)
    assert deal.journal_file.read_bytes() == whole


def test_a_damaged_line_is_said_with_its_number(deal: Deal) -> None:
    lines = deal.journal_file.read_bytes().splitlines(keepends=True)
    deal.journal_file.write_bytes(lines[0] + b"not json\n" + lines[2])
    with pytest.raises(FaultsError, match=r"journal.jsonl:2"):
        open_deal(deal, TODAY, NOW)


def test_a_hand_edit_gets_a_line_and_says_what_it_undoes(deal: Deal) -> None:
    open_deal(deal, TODAY, NOW)
    text = deal.plan_file.read_text("utf-8")
    deal.plan_file.write_text(text.replace("expected: 2026-11-27", "expected: 2026-11-20"), "utf-8")
    _, entries, warnings = open_deal(deal, TODAY, NOW)
    assert entries[-1].by == "edit"
    assert entries[-1].changes[0].fields == {
        "milestones/security-cleared/expected": ("2026-11-27", "2026-11-20")
    }
    assert entries[-1].moved["security-cleared"] == (date(2026, 11, 27), date(2026, 11, 20))
    assert "undoes what security told us" in warnings[0]
    assert open_deal(deal, TODAY, NOW)[1] == entries, "an edit is recorded once"


def test_a_hand_edit_without_the_last_version_is_still_recorded(deal: Deal) -> None:
    deal.plan_file.write_bytes(deal.plan_file.read_bytes() + b"# a word at the end\n")
    _, entries, _ = open_deal(deal, TODAY, NOW)
    assert entries[-1].by == "edit"
    assert entries[-1].after == sha256(deal.plan_file.read_bytes())


def test_an_edit_between_crash_and_recovery_keeps_both(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal line stands, the rename did not happen, and a person edited another line meanwhile."""
    open_deal(deal, TODAY, NOW)
    with monkeypatch.context() as patched, locked(deal):
        entry = entry_for(deal, "move", "budget-approved", to=date(2026, 12, 15))
        _, entries, _ = open_deal(deal, TODAY, NOW)
        crash_at(patched, 3)  # synced: .next, the journal; not yet renamed
        with pytest.raises(Crash):
            commit(deal, entries, entry, TODAY)
    assert (deal.folder / "plan.yaml.next").exists()
    deal.plan_file.write_bytes(deal.plan_file.read_bytes() + b"# edited meanwhile\n")
    plan, entries, _ = open_deal(deal, TODAY, NOW)
    assert plan.by_id["budget-approved"].expected == date(2026, 12, 15)
    assert deal.plan_file.read_bytes().endswith(b"# edited meanwhile\n")
    assert entries[-1].id == "m1#again"
    assert entries[-1].after == sha256(deal.plan_file.read_bytes())
    assert not list(deal.folder.glob("plan.yaml.*"))


def test_a_change_that_would_break_the_plan_is_not_written(deal: Deal) -> None:
    open_deal(deal, TODAY, NOW)
    before, journal = deal.plan_file.read_bytes(), deal.journal_file.read_bytes()
    entry = entry_for(deal, "done", "security-cleared", on=date(2027, 1, 1))
    _, entries, _ = open_deal(deal, TODAY, NOW)
    with pytest.raises(FaultsError):
        commit(deal, entries, entry, TODAY)
    nowhere = replace(entry.changes[0], fields={"milestones/gone/status": (None, "done")})
    gone = replace(entry, changes=(nowhere,))
    with pytest.raises(GoliveError):
        commit(deal, entries, gone, TODAY)
    assert (deal.plan_file.read_bytes(), deal.journal_file.read_bytes()) == (before, journal)
