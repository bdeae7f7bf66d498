"""The truth and its record, kept together through any crash: plan.yaml and journal.jsonl of one deal.

The order of a change, under the deal's lock (DESIGN §3): `plan.yaml.next` written and synced, the journal
line appended and synced, the rename, the folder synced. Whoever opens the deal next finishes or drops what a
crash left behind. No word of a person is lost: a line in the journal is applied, or said to be in the way.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from generator.errors import FaultsError, OutsideError
from generator.plan.load import parse_plan, sha256
from generator.plan.model import Plan
from generator.plan.source import parse_source
from generator.plan.splice import splice, value_at
from generator.record.changes import as_dates
from generator.record.edits import edit_changes, undone_replies
from generator.record.journal import Change, Entry, baseline_records, parse_entry, read_journal
from generator.schedule.baseline import latest_record
from generator.schedule.engine import current_dates


@dataclass(frozen=True)
class Deal:
    """One deal's folder, and where its lock and the last version we saw are kept."""

    id: str
    folder: Path
    state: Path

    @property
    def plan_file(self) -> Path:
        """What is true now."""
        return self.folder / "plan.yaml"

    @property
    def journal_file(self) -> Path:
        """How it became true."""
        return self.folder / "journal.jsonl"

    @property
    def label(self) -> str:
        """The plan file's name in messages."""
        return f"plans/{self.id}/plan.yaml"

    @property
    def _next(self) -> Path:
        return self.folder / "plan.yaml.next"

    @property
    def _again(self) -> Path:
        return self.folder / "plan.yaml.again"

    @property
    def _seen(self) -> Path:
        return self.state / "seen" / f"{self.id}.yaml"


@contextmanager
def locked(deal: Deal) -> Iterator[None]:
    """Hold the deal's lock; it is free at once when the process that holds it dies."""
    folder = deal.state / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{deal.id}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def open_deal(deal: Deal, today: date, now: datetime) -> tuple[Plan, tuple[Entry, ...], list[str]]:
    """Give the plan, its journal and warnings, after finishing what a crash or a hand edit left open.

    Call it under the lock. Raises FaultsError where plan.yaml has faults; the journal is whole even then.
    """
    entries = recover(deal, today, now)
    raw = deal.plan_file.read_bytes()
    plan = parse_plan(raw, deal.label, today)
    warnings: list[str] = []
    if entries and entries[-1].after != sha256(raw):
        entry, warnings = _edit_entry(deal, entries, raw, plan, today, now)
        entries = _append(deal, entry, entries)
    _remember(deal, raw)
    return plan, entries, warnings


def recover(deal: Deal, today: date, now: datetime) -> tuple[Entry, ...]:
    """Finish or drop what a crash left behind, and give the journal. Call it under the lock."""
    _cut_torn_line(deal)
    return _finish(deal, read_journal(deal.journal_file), today, now)


def commit(
    deal: Deal, entries: tuple[Entry, ...], entry: Entry, today: date
) -> tuple[Plan, tuple[Entry, ...]]:
    """Make a journal line true: write what its changes say into plan.yaml and append the line.

    Call it under the lock, after `open_deal`. Gives the new plan and journal. Raises GoliveError, and writes
    nothing, where plan.yaml cannot be changed safely or would have faults afterwards.
    """
    raw = deal.plan_file.read_bytes()
    fields = {place: as_dates(new) for change in entry.changes for place, (_, new) in change.fields.items()}
    changed = splice(raw, deal.label, fields) if fields else raw
    plan = parse_plan(changed, deal.label, today)
    before = parse_plan(raw, deal.label, today) if fields else plan
    moved = moved_dates(before, plan, entries) if fields else {}
    entry = replace(entry, before=sha256(raw), after=sha256(changed), moved=moved)
    if changed != raw:
        _write(deal._next, changed)
    entries = _append(deal, entry, entries)
    if changed != raw:
        deal._next.replace(deal.plan_file)
        _sync_folder(deal.folder)
        _remember(deal, changed)
    return plan, entries


def moved_dates(
    before: Plan, after: Plan, entries: tuple[Entry, ...]
) -> dict[str, tuple[date | None, date | None]]:
    """Say which current dates differ between two versions of a plan."""
    record = latest_record(baseline_records(entries))
    old, new = current_dates(before, record), current_dates(after, record)
    return {
        milestone: (old.get(milestone), new.get(milestone))
        for milestone in dict.fromkeys([*old, *new])
        if old.get(milestone) != new.get(milestone)
    }


def _append(deal: Deal, entry: Entry, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    new, text = not deal.journal_file.exists(), entry.to_json()
    try:
        with deal.journal_file.open("ab") as file:
            file.write(text.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if new:
            _sync_folder(deal.folder)
    except OSError as error:
        raise OutsideError(f"cannot write {deal.journal_file}: {error.strerror}") from None
    return (*entries, parse_entry(text, len(entries) + 1))


def _cut_torn_line(deal: Deal) -> None:
    """Drop a last line without its newline: a write that a crash cut short."""
    if not deal.journal_file.exists():
        return
    with deal.journal_file.open("r+b") as file:
        raw = file.read()
        whole = raw.rfind(b"\n") + 1
        if whole != len(raw):
            file.truncate(whole)
            os.fsync(file.fileno())


def _finish(deal: Deal, entries: tuple[Entry, ...], today: date, now: datetime) -> tuple[Entry, ...]:
    """Finish or drop a change that a crash cut short."""
    if deal._again.exists() and not _rename_if_due(deal, deal._again, entries):
        deal._again.unlink()
    if not deal._next.exists() or _rename_if_due(deal, deal._next, entries):
        return entries
    planned = sha256(deal._next.read_bytes())
    raw = deal.plan_file.read_bytes()
    if entries and entries[-1].after == planned and sha256(raw) != planned:
        entries = _apply_again(deal, entries, raw, today, now)
    deal._next.unlink()
    return entries


def _rename_if_due(deal: Deal, pending: Path, entries: tuple[Entry, ...]) -> bool:
    """Put a written version in place when its journal line stands and nobody edited plan.yaml since."""
    if not entries or entries[-1].after != sha256(pending.read_bytes()):
        return False
    if sha256(deal.plan_file.read_bytes()) != entries[-1].before:
        return False
    pending.replace(deal.plan_file)
    _sync_folder(deal.folder)
    return True


def _apply_again(
    deal: Deal, entries: tuple[Entry, ...], raw: bytes, today: date, now: datetime
) -> tuple[Entry, ...]:
    """Someone edited plan.yaml between our crash and now: apply what still fits, and say what does not."""
    last = entries[-1]
    data = parse_source(raw, deal.label).data
    fields = {p: (old, new) for c in last.changes for p, (old, new) in c.fields.items()}
    fits = {p: v for p, v in fields.items() if value_at(data, p) == as_dates(v[0])}
    changed = splice(raw, deal.label, {p: as_dates(new) for p, (_, new) in fits.items()})
    moved = moved_dates(parse_plan(raw, deal.label, today), parse_plan(changed, deal.label, today), entries)
    left = sorted(set(fields) - set(fits))
    entry = Entry(
        id=f"{last.id}#again",
        when=now,
        who=last.who,
        by="edit",
        before=sha256(raw),
        after=sha256(changed),
        changes=(Change(None, "again", fits),),
        moved=moved,
        evidence={"left_for_review": left} if left else {},
        why="plan.yaml was edited while a change was being written; what still fitted was applied again",
    )
    _write(deal._again, changed)
    entries = _append(deal, entry, entries)
    deal._again.replace(deal.plan_file)
    _sync_folder(deal.folder)
    return entries


def _edit_entry(
    deal: Deal, entries: tuple[Entry, ...], raw: bytes, plan: Plan, today: date, now: datetime
) -> tuple[Entry, list[str]]:
    """Record a change that was made by hand, as far as the last version we saw tells what it was."""
    changes: tuple[Change, ...] = ()
    moved: dict[str, tuple[date | None, date | None]] = {}
    seen = deal._seen.read_bytes() if deal._seen.exists() else b""
    if sha256(seen) == entries[-1].after:
        try:
            before = parse_plan(seen, deal.label, date.max)
        except FaultsError:  # an older golive allowed what this one does not
            before = plan
        changes = edit_changes(parse_source(seen, deal.label).data, parse_source(raw, deal.label).data)
        moved = moved_dates(before, plan, entries)
    entry = Entry(
        id=f"edit-{sha256(raw)[:16]}-{len(entries) + 1}",
        when=now,
        who="rep",
        by="edit",
        before=entries[-1].after,
        after=sha256(raw),
        changes=changes,
        moved=moved,
    )
    return entry, undone_replies(deal.label, parse_source(raw, deal.label).data, entries, changes)


def _remember(deal: Deal, raw: bytes) -> None:
    """Keep the version we saw, so that a later hand edit can be told from it; losing it loses only detail."""
    if deal._seen.exists() and deal._seen.read_bytes() == raw:
        return
    deal._seen.parent.mkdir(parents=True, exist_ok=True)
    copy = deal._seen.with_suffix(f".{os.getpid()}")
    copy.write_bytes(raw)
    copy.replace(deal._seen)


def _write(path: Path, raw: bytes) -> None:
    try:
        with path.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise OutsideError(f"cannot write {path}: {error.strerror}") from None


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
