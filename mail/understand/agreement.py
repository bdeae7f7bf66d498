"""Make one mail speak with one voice: what it says twice is one update, what it contradicts must be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mail.dates.tokens import word_set
from mail.understand.updates import Context, Update

HARD = word_set("done start move block reopen assign undo")


def agree(updates: Sequence[Update], context: Context) -> list[Update]:
    """Put the updates of a mail together, milestone by milestone."""
    out: list[Update] = []
    for milestone in dict.fromkeys(u.milestone for u in updates):
        own = [u for u in updates if u.milestone == milestone]
        out += own if milestone is None else _one(own)
    order = {id(u): i for i, u in enumerate(updates)}
    return sorted(_unique(out), key=lambda u: order.get(id(u), len(order)))


def _unique(updates: Sequence[Update]) -> list[Update]:
    seen: dict[tuple[object, ...], Update] = {}
    for u in updates:
        key = (
            u.milestone,
            u.action,
            u.on,
            u.to,
            u.email,
            u.words if u.action in ("comment", "question", "add") else "",
        )
        if key not in seen or (u.sure and not seen[key].sure):
            seen[key] = u
    return list(seen.values())


def _one(own: list[Update]) -> list[Update]:
    of = {a: [u for u in own if u.action == a] for a in HARD}
    if of["done"]:
        own = _with_done(own, of)
    if len({u.to for u in of["move"] if u.sure}) > 1:
        own = [replace(u, sure=False, why="two different days") if u.action == "move" else u for u in own]
    moved = [u for u in own if u.action == "move" and u.sure]
    if moved:
        own = [u for u in own if u.action != "move" or u.sure]
        own = [u for u in own if u.action != "start" or not u.why.startswith("under way")]
        own = [u for u in own if not (u.action == "comment" and not u.sure)]
        own = [
            replace(u, action="comment", sure=True, reason=None) if u.action == "block" else u for u in own
        ]
        if any(u.action == "reopen" for u in own):
            own = [
                replace(u, sure=False, why="taken back and moved") if u.action == "move" else u for u in own
            ]
    elif any(u.action in ("block", "reopen") and u.sure for u in own):
        own = [u for u in own if not (u.action in ("comment", "move") and not u.sure)]
    return own


def _with_done(own: list[Update], of: dict[str, list[Update]]) -> list[Update]:
    done = of["done"]
    days = {u.on for u in done if u.on}
    against = [u for u in own if u.action in ("move", "block", "reopen") and u.why.find("no day is said") < 0]
    answered = any(u.sure for u in done)
    denied = [
        u
        for u in own
        if (u.action == "comment" and not u.sure and not (answered and u.why == "yes, and more"))
        or (u.action in ("comment", "start") and u.why.startswith("under way, not done"))
    ]
    if against or denied or len(days) > 1:
        why = "the mail says both done and not done" if against or denied else "two different days"
        return [replace(u, sure=False, why=why) if u.action in HARD else u for u in own]
    best = next((u for u in done if u.on and u.sure), next((u for u in done if u.sure), done[0]))
    if any(not u.sure for u in done) and not best.sure:
        best = done[0]
    rest = [u for u in own if u.action not in ("done", "start", "confirm")]
    return [best, *rest]
