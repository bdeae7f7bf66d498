"""Read what a buyer means: the sender's own words in, updates of the plan out.

A wrong update is far worse than a question. Every update is sure only when its words, its milestone and its
day
leave no doubt; all else comes back with `sure=False`, to be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from mail.understand.agreement import agree
from mail.understand.moods import mooded
from mail.understand.reader import understand_texts
from mail.understand.updates import Context, Update

__all__ = ["Context", "Update", "understand"]


class AnswerLike(Protocol):
    """What the sender typed, and the quoted line it answers: `mail.trim.Answer`."""

    @property
    def quoted(self) -> str | None:
        """Give the quoted line it answers."""

    @property
    def text(self) -> str:
        """Give the words typed."""


def understand(answers: Sequence[AnswerLike], context: Context) -> list[Update]:
    """Give what the answers of one mail say about the plan.

    An empty list means that nothing was said: thanks, a greeting, "nothing new". Updates that are not sure
    are there
    to be asked about; `decide` sorts them.
    """
    reader = understand_texts([(a.quoted, a.text) for a in answers], context)
    updates = agree(reader.updates, context)
    if reader.cut:
        long = "the mail is too long to be certain"
        updates = [replace(u, sure=False, why=long) if u.sure else u for u in updates]
    return mooded(updates, reader, context)
