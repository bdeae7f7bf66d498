"""A person's words in a deal's journal: taken out in one step, under the deal's lock.

Lines keep their place, id, hashes and changes, so that receipts, undo and numbers mean what they meant. A
line of its own says that it was done. Otherwise nothing ever rewrites the journal.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from generator.record.journal import Change, Entry, parse_entry
from generator.record.truth import Deal
from mail.durable import sync
from mail.forget.person import Forgotten

DRAFT = "journal.jsonl.forget"


def forget_in_journal(
    deal: Deal, entries: Sequence[Entry], person: Forgotten, role: str | None, now: datetime, *, dry: bool
) -> int:
    """Take a person's words out of the journal; gives how many lines were changed.

    Call it under the deal's lock with the journal that `recover` gave. `role` is the person's in the plan,
    who is written to no more. Raises OSError where the disk does not take it: then nothing changed.
    """
    draft = deal.folder / DRAFT
    if not dry:
        draft.unlink(missing_ok=True)  # of a run that died
    in_plan = deal.plan_file.read_text("utf-8", "replace") if deal.plan_file.exists() else ""
    lines, changed = [], 0
    for raw, entry in zip(_lines(deal), entries, strict=True):
        cleaned = _cleaned(entry, person, still_there=person.is_named_in(in_plan))
        changed += cleaned != entry
        lines.append(cleaned.to_json() if cleaned != entry else raw)
    stopped = role is None or any(e.evidence.get("stop") == role for e in entries)
    if (changed or not stopped) and entries and not dry:
        lines.append(_note(entries, person, "" if stopped else role or "", now).to_json())
        _replace(deal, "".join(f"{line}\n" for line in lines).encode("utf-8"))
    return changed


def _lines(deal: Deal) -> list[str]:
    raw = deal.journal_file.read_bytes() if deal.journal_file.exists() else b""
    return [line.decode("utf-8") for line in raw.rpartition(b"\n")[0].split(b"\n") if line]


def _replace(deal: Deal, raw: bytes) -> None:
    draft = deal.folder / DRAFT
    with draft.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(deal.journal_file)
    sync(deal.folder)


def _note(entries: Sequence[Entry], person: Forgotten, stop: str, now: datetime) -> Entry:
    after = entries[-1].after
    return Entry(
        id=f"forget-{person.alias(min(person.addresses))}-{len(entries) + 1}",
        when=now,
        who="rep",
        by="command",
        before=after,
        after=after,
        evidence={"forgotten": person.alias(min(person.addresses)), **({"stop": stop} if stop else {})},
        why="a person's words were taken out of this journal at their wish",
    )


def _cleaned(entry: Entry, person: Forgotten, *, still_there: bool) -> Entry:
    """Give a line without the person's words; where the plan no longer names them, without their name too."""
    evidence = dict(entry.evidence)
    theirs = person.has(str(evidence.get("from", "")))
    changes = entry.changes
    if theirs:
        evidence |= {name: "" for name in ("words",) if name in evidence}
        changes = tuple(replace(c, words="") for c in changes)
    else:
        changes = tuple(replace(c, words=person.without(c.words)) for c in changes)
    if not still_there:
        changes = tuple(replace(c, fields=_fields(c, person)) for c in changes)
    cleaned = replace(entry, evidence=person.without(evidence), changes=changes)
    return parse_entry(cleaned.to_json(), entry.line)  # as it will be read, to be compared


def _fields(change: Change, person: Forgotten) -> Mapping[str, tuple[Any, Any]]:
    """Clean what a change wrote into the plan: the address, and the name that stood beside it."""
    fields = {place: list(values) for place, values in change.fields.items()}
    for place, values in change.fields.items():
        role, _, key = place.rpartition("/")
        for side, value in enumerate(values):
            fields[place][side] = _value(value, person)
            beside = fields.get(f"{role}/name")
            if key == "email" and isinstance(value, str) and person.has(value) and beside and beside[side]:
                beside[side] = person.alias(value)
    return {place: (old, new) for place, (old, new) in fields.items()}


def _value(value: Any, person: Forgotten) -> Any:
    if isinstance(value, dict):
        address = str(value.get("email", ""))
        named = {"name": person.alias(address)} if person.has(address) and value.get("name") else {}
        return {key: _value(one, person) for key, one in value.items()} | named
    if isinstance(value, list):
        return [_value(one, person) for one in value]
    return person.without(value)
