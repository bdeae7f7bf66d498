"""A mail was passed on: whoever answers it from the buyer's own domain seems to own what it was about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mail.mime.message import Mailbox
from mail.understand.updates import Context, Update

LONGEST_NAME = 80
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff<>@]+")


def proposed(sender: Mailbox, context: Context, updates: Sequence[Update]) -> tuple[list[Update], str]:
    """Propose the sender as owner, before what the mail says: (updates, why in a sentence).

    Where it is not clear which outcome was passed on, nobody is proposed; the reason says who wrote.
    """
    name = _name(sender)
    milestone = _passed_on(context, updates)
    said = [u for u in updates if (u.action, u.milestone) != ("assign", milestone)]
    if milestone is None:
        return list(updates), f"{name} writes from the buyer's own mail domain, but is not in the plan"
    outcome = context.plan.by_id[milestone].outcome
    words = f"{name} <{sender.address}>"
    own = Update(
        milestone, "assign", words, False, name=name, email=sender.address.lower(), why="answered it"
    )
    return [own, *said], f"{name} seems to own “{outcome}” now"


def _passed_on(context: Context, updates: Sequence[Update]) -> str | None:
    """Find the one outcome that our mail, else the answer, is about."""
    if context.about in context.plan.by_id:
        return context.about
    said = {u.milestone for u in updates if u.milestone}
    for ids in (set(context.about_milestones), said):
        if len(ids) == 1:
            return ids.pop()
    return None


def _name(sender: Mailbox) -> str:
    """Give the name in From, else one made from the address."""
    said = " ".join(_UNFIT.sub(" ", sender.name).split())[:LONGEST_NAME].strip(" \"'")
    local = sender.address.partition("@")[0]
    made = " ".join(part.capitalize() for part in re.split(r"[._+-]+", local) if part)
    return said or made[:LONGEST_NAME] or sender.address
