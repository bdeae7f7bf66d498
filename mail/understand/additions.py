"""What the plan lacks: a further milestone, or a key date such as a freeze."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mail.understand.clauses import Clause, Marked
from mail.understand.updates import Update


@dataclass(frozen=True)
class Added:
    """A proposal, and the earlier one it completes."""

    update: Update
    replaces: Update | None = None


def proposes(clause: Clause) -> bool:
    """Tell whether a clause says that something should be added, or names a time without work."""
    return clause.has("add") or (clause.has("key") and bool(clause.dates))


def proposal(clause: Clause, marked: Marked, before: Sequence[Update]) -> Added | None:
    """Make the proposal; a clause after it may bring its name or its day."""
    open_ = before[-1] if before and before[-1].action == "add" else None
    days = [d.future for d in clause.dates if d.future]
    words = marked.words(clause)
    if open_ is None and not proposes(clause):
        return None
    if open_ is None:
        kind = "key_date" if clause.has("key") and not clause.has("add") else "milestone"
        day = days[0] if days else None
        until = days[-1] if kind == "key_date" and len(days) > 1 else None
        return Added(
            Update(
                None,
                "add",
                words,
                False,
                to=day,
                until=until,
                outcome=_outcome(clause, marked),
                kind=kind,
                why="a proposal",
            )
        )
    named = open_.outcome if open_.outcome else _outcome(clause, marked)
    return Added(replace(open_, outcome=named, to=open_.to or (days[0] if days else None)), open_)


def _outcome(clause: Clause, marked: Marked) -> str | None:
    """Give the words after the proposing verb, without the day."""
    cues = clause.of("add", "key")
    last = max((c.end for c in cues if c.kind == "add"), default=clause.start)
    stop = next(
        (d.start for d in clause.dates if d.start > marked.tokens[min(last, len(marked.tokens) - 1)].start),
        None,
    )
    begin = marked.tokens[last].start if last < clause.end else None
    if begin is None:
        return None
    text = marked.text[begin : stop if stop else marked.tokens[clause.end - 1].end].strip(" ,.:;-–—\n")
    for small in (" by", " until", " on", " bis", " am", " pour le", " para el", " entro", " até"):
        text = text.removesuffix(small)
    return text[:1].upper() + text[1:200] if len(text) > 3 else None
