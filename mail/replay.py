"""Replays: an old mail's words, sent again as if they were a new mail's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from generator.record.journal import Entry
from mail.address import ReplyAddress


def fingerprint(address: ReplyAddress, words: str, sent: date) -> str:
    """Name what a mail said, to which reply address, on which day; empty where it says nothing."""
    said = " ".join(words.casefold().split())
    if not said:
        return ""
    parts = (said, address.deal, address.person, address.about, address.mac, sent.isoformat())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


def is_replay(entries: Iterable[Entry], message_id: str, said: str) -> bool:
    """Say whether another mail with the same fingerprint was applied before."""
    return bool(said) and any(e.evidence.get("said") == said and e.id != message_id for e in entries)
