"""Anger, sarcasm, orders to the machine, and requests to undo: they colour the whole mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mail.understand.cues import Cue
from mail.understand.reader import Reader
from mail.understand.updates import Context, Update

ANGRY = "sounds angry, sarcastic or meant for the machine: a person should read it"


def mooded(updates: list[Update], reader: Reader, context: Context) -> list[Update]:
    """Let the mood of the mail decide: nothing of an angry mail is certain, and it needs a person."""
    text, cues = "\n".join(reader.texts), reader.moods
    if context.about == "receipt" and (undo := _undo(updates, cues, text, context)):
        return undo
    moods = [c for c in cues if c.kind in ("angry", "sarcasm", "machine")]
    if not moods:
        return updates
    held = [
        replace(u, sure=False, why=ANGRY) if u.action not in ("comment", "question") else u for u in updates
    ]
    return [*held, Update(None, "question", " ".join(text.split())[:200], True, why=ANGRY)]


def _undo(updates: list[Update], cues: Sequence[Cue], text: str, context: Context) -> list[Update]:
    asked = [c for c in cues if c.kind == "undo"]
    if not asked or any(c.kind in ("hedge", "cond") for c in cues):
        return []
    words = " ".join(text.split())[:200]
    sure = not any(c.kind == "not" and c.end <= asked[0].start for c in cues) and "?" not in text
    others = [u for u in updates if u.action not in ("comment", "reopen", "question", "confirm")]
    milestones = context.about_milestones or (None,)
    return [
        *(Update(m, "undo", words, sure, why="asked for in answer to a receipt") for m in milestones),
        *others,
    ]
