"""How many mails a sender may write about a deal before a person should look: no more than people write.

    .golive/pace/<deal>.json        which of a sender's mails of the last hour were read

Losing the file loses nothing but the count.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

MOST_IN_AN_HOUR = 30
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Pace:
    """The counts of a workspace. Used under the deal's lock."""

    root: Path

    def is_too_fast(self, deal: str, sender: str, message_id: str, received: datetime) -> bool:
        """Count a mail, and say whether it is one too many; asked again, the answer is the same."""
        file = self.root / f"{deal}.json"
        counts = _read(file)
        who, this = _short(sender), _short(message_id)
        mine = counts.get(who, {})
        if this in mine:
            return False
        recent = [t for t in mine.values() if abs(received - datetime.fromisoformat(t)) < HOUR]
        if len(recent) >= MOST_IN_AN_HOUR:
            return True
        counts[who] = {**mine, this: received.isoformat()}
        self._write(file, _newest(counts, received))
        return False

    def forget(self, senders: Iterable[str], *, dry: bool) -> int:
        """Drop the counts of these senders; gives how many there were."""
        gone, found = {_short(sender) for sender in senders}, 0
        for file in sorted(self.root.glob("[!.]*.json")):
            counts = _read(file)
            left = {who: times for who, times in counts.items() if who not in gone}
            found += len(counts) - len(left)
            if left != counts and not dry:
                self._write(file, left)
        return found

    def _write(self, file: Path, counts: dict[str, dict[str, str]]) -> None:
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        with suppress(OSError):  # the count is no reason to lose a mail
            self.root.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(counts), encoding="utf-8")
            draft.replace(file)


def _read(file: Path) -> dict[str, dict[str, str]]:
    try:
        data: dict[str, dict[str, str]] = json.loads(file.read_bytes())
        _ = [datetime.fromisoformat(t) for times in data.values() for t in times.values()]
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
    return data


def _newest(counts: dict[str, dict[str, str]], now: datetime) -> dict[str, dict[str, str]]:
    kept = {
        who: {m: t for m, t in times.items() if now - datetime.fromisoformat(t) < HOUR}
        for who, times in counts.items()
    }
    return {who: times for who, times in kept.items() if times}


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
