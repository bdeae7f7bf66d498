"""The spool: every message that reached us, on disk before we say thank you, and how each of them ended.

    .golive/spool/new/<sha256 of the raw bytes>.eml     to be read, with an .envelope beside it
    .golive/spool/settled/<key of the Message-ID>.json  how it ended; written last, when all is done
    .golive/spool/kept/<sha256 of the raw bytes>.eml    its raw bytes

A claim is a lock on the message's file, free at once when its process dies.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.errors import OutsideError


@dataclass(frozen=True)
class Envelope:
    """What whoever brought the message knew of it. `received` is an ISO time."""

    received: str
    recipient: str = ""
    sender: str = ""


@dataclass(frozen=True)
class Spool:
    """The spool folder of a workspace."""

    root: Path

    def put(self, raw: bytes, envelope: Envelope) -> str:
        """Keep a message durably and give its id; the same bytes twice are one message.

        Raises OutsideError where the disk does not take it: then nothing may be acknowledged.
        """
        message_id = hashlib.sha256(raw).hexdigest()
        try:
            self._folder("new")
            if not self._kept(message_id).exists():
                _write(self._envelope(message_id), json.dumps(asdict(envelope)).encode("utf-8"))
                _write(self._new(message_id), raw)
        except OSError as error:
            raise OutsideError(f"the spool {self.root} cannot be written: {error.strerror}") from None
        return message_id

    def waiting(self) -> list[str]:
        """Ids of messages that nobody has settled yet, oldest first."""
        files = [(f.stat().st_mtime_ns, f.stem) for f in self.root.glob("new/*.eml")]
        return [stem for _, stem in sorted(files)]

    @contextmanager
    def claimed(self, message_id: str) -> Iterator[bytes]:
        """Hold a message alone while it is settled; gives its raw bytes, settled by another or not."""
        self._folder("claims")
        with (self.root / "claims" / message_id[:2]).open("a") as claim:
            fcntl.flock(claim, fcntl.LOCK_EX)
            file = self._new(message_id)
            yield (file if file.exists() else self._kept(message_id)).read_bytes()

    def envelope(self, message_id: str) -> Envelope:
        """Give what was known of a message when it came."""
        try:
            return Envelope(**json.loads(self._envelope(message_id).read_bytes()))
        except (OSError, ValueError, TypeError):
            return Envelope(received=datetime.fromtimestamp(0).astimezone().isoformat())

    def outcome(self, key: str) -> dict[str, Any] | None:
        """Say how the message with this Message-ID ended; None while it has not."""
        try:
            result: dict[str, Any] = json.loads(self._settled(key).read_bytes())
        except FileNotFoundError:
            return None
        return result

    def settle(self, message_id: str, key: str, result: Mapping[str, Any]) -> None:
        """Write down how a message ended and put its raw bytes away; the first result stands."""
        self._folder("settled")
        self._folder("kept")
        if not self._settled(key).exists():
            _write(self._settled(key), json.dumps(result, ensure_ascii=False).encode("utf-8"))
        if self._new(message_id).exists():
            self._new(message_id).replace(self._kept(message_id))

    def _folder(self, name: str) -> None:
        (self.root / name).mkdir(parents=True, exist_ok=True)

    def _new(self, message_id: str) -> Path:
        return self.root / "new" / f"{message_id}.eml"

    def _envelope(self, message_id: str) -> Path:
        return self.root / "new" / f"{message_id}.envelope"

    def _kept(self, message_id: str) -> Path:
        return self.root / "kept" / f"{message_id}.eml"

    def _settled(self, key: str) -> Path:
        return self.root / "settled" / f"{hashlib.sha256(key.encode('utf-8')).hexdigest()[:40]}.json"


def _write(path: Path, raw: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
