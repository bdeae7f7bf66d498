"""The spool: every message that reached us, on disk before we say thank you, and how each of them ended.

    .golive/spool/new/<sha256 of the raw bytes>.eml     to be read, with an .envelope beside it
    .golive/spool/settled/<key of the Message-ID>.json  how it ended; written last, when all is done
    .golive/spool/kept/<sha256 of the raw bytes>.eml    its raw bytes
    .golive/spool/poison/<sha256>.eml, .txt             set aside after we failed on it thrice, and how

A claim is a lock on a file under claims/, free at once when its process dies.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from generator.errors import OutsideError
from mail.durable import by_age, clear_drafts, lock, sync, write

TRIES = 3
PROBE_BYTES = 100_000
State = Literal["new", "settled", "poison"]


@dataclass(frozen=True)
class Envelope:
    """What whoever brought the message knew of it. `received` is an ISO time.

    `verdicts` are the provider's own, such as {"SPF": "pass"}; empty where nobody trusted brought it.
    """

    received: str
    recipient: str = ""
    sender: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)


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
            if self._file("new", message_id).exists() or self._file("kept", message_id).exists():
                sync(self.root / "new")  # whoever wrote it may not have come to this
            else:
                write(self._envelope(message_id), json.dumps(asdict(envelope)).encode("utf-8"))
                write(self._file("new", message_id), raw)
                sync(self.root / "new")
        except OSError as error:
            raise OutsideError(f"the spool {self.root} cannot be written: {error.strerror}") from None
        return message_id

    def check(self) -> None:
        """Prove that the spool takes a mail of ordinary size now; raises OutsideError."""
        try:
            self._folder("new")
            probe = self.root / "new" / f"probe.{threading.get_ident()}"
            write(probe, bytes(PROBE_BYTES))
            probe.unlink(missing_ok=True)
        except OSError as error:
            raise OutsideError(f"the spool {self.root} cannot be written: {error.strerror}") from None

    def waiting(self) -> list[str]:
        """Ids of messages that nobody has settled yet, oldest first."""
        return [file.stem for file in by_age(self.root / "new")]

    def is_new(self, message_id: str) -> bool:
        """Say whether a message still waits."""
        return self._file("new", message_id).exists()

    def set_aside(self) -> list[str]:
        """Ids of messages that we failed on, oldest first."""
        return [file.stem for file in by_age(self.root / "poison")]

    def locate(self, start: str) -> tuple[State, str] | None:
        """Find a message by its id or the beginning of one; None where none, or more than one, has it."""
        states: tuple[tuple[State, str], ...] = (("new", "new"), ("settled", "kept"), ("poison", "poison"))
        if not start.isalnum():
            return None
        found = {
            file.stem: state for state, name in states for file in (self.root / name).glob(f"{start}*.eml")
        }
        if len(found) != 1:
            return None
        message_id, state = found.popitem()
        return state, message_id

    def raw(self, message_id: str) -> bytes | None:
        """Give a message's bytes wherever it stands; None where they are gone."""
        for name in ("new", "kept", "poison", "kept"):  # it moves from new to kept, maybe just now
            with suppress(FileNotFoundError):
                return self._file(name, message_id).read_bytes()
        return None

    @contextmanager
    def claimed(self, message_id: str) -> Iterator[bytes | None]:
        """Hold a message alone while it is settled; gives its bytes, None where they are gone."""
        with lock(self.root / "claims" / message_id[:2], wait=True):
            yield self.raw(message_id)

    @contextmanager
    def turn(self, deal: str, *, wait: bool) -> Iterator[bool]:
        """Hold one deal's turn, so that its mails are settled in order; says whether we have it."""
        with lock(self.root / "claims" / f"deal-{deal}", wait=wait) as got:
            yield got

    def envelope(self, message_id: str) -> Envelope:
        """Give what was known of a message when it came."""
        known = {f.name for f in fields(Envelope)}
        try:
            data = json.loads(self._envelope(message_id).read_bytes())
            return Envelope(**{key: value for key, value in data.items() if key in known})
        except (OSError, ValueError, TypeError, AttributeError):
            return Envelope(received=self._came(message_id).isoformat())

    def _came(self, message_id: str) -> datetime:
        for name in ("new", "kept", "poison"):
            with suppress(FileNotFoundError):
                return datetime.fromtimestamp(self._file(name, message_id).stat().st_mtime, UTC)
        return datetime.now(UTC)

    def outcome(self, key: str) -> dict[str, Any] | None:
        """Say how the message with this Message-ID ended; None while it has not."""
        try:
            result: dict[str, Any] = json.loads(self._settled(key).read_bytes())
        except FileNotFoundError:
            return None
        return result

    def settle(self, message_id: str, key: str, result: Mapping[str, Any]) -> None:
        """Write down how a message ended and put its raw bytes away; the first result stands.

        What was forgotten and is brought again is not kept.
        """
        self._folder("settled")
        self._folder("kept")
        if not self._settled(key).exists():
            write(self._settled(key), json.dumps(result, ensure_ascii=False).encode("utf-8"))
            sync(self.root / "settled")
        if (self.outcome(key) or result).get("forgotten"):
            self.remove(message_id)
            return
        with suppress(FileNotFoundError):
            self._file("new", message_id).replace(self._file("kept", message_id))
        self._clear_tries(message_id)

    def everything(self) -> list[str]:
        """Ids of all messages whose bytes are still here, wherever they stand."""
        places = ("new", "kept", "poison")
        return list(dict.fromkeys(file.stem for name in places for file in by_age(self.root / name)))

    def results(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give how every settled message ended, each under the name of its file."""
        for file in sorted((self.root / "settled").glob("[!.]*.json")):
            with suppress(FileNotFoundError):
                yield file.name, json.loads(file.read_bytes())

    def amend(self, name: str, result: Mapping[str, Any]) -> None:
        """Write a result of `results` anew."""
        write(self.root / "settled" / name, json.dumps(result, ensure_ascii=False).encode("utf-8"))

    def forget(self, message_id: str, key: str, result: Mapping[str, Any]) -> None:
        """Write how a message ended anew, or for the first time, and remove its bytes."""
        self._folder("settled")
        write(self._settled(key), json.dumps(result, ensure_ascii=False).encode("utf-8"))
        sync(self.root / "settled")
        self.remove(message_id)

    def remove(self, message_id: str) -> None:
        """Remove a message's bytes, what was known of it when it came, and how we failed on it."""
        self._clear_tries(message_id)
        for name in ("kept", "new"):
            self._file(name, message_id).unlink(missing_ok=True)
        self._envelope(message_id).unlink(missing_ok=True)

    def failed(self, message_id: str, how: str) -> int:
        """Count a failure of our own on a message, the third of which sets it aside; gives the count."""
        notes = self._tries(message_id)
        tries = [*(notes.read_text("utf-8").split("\0") if notes.exists() else []), how]
        write(notes, "\0".join(tries).encode("utf-8"))
        if len(tries) >= TRIES:
            self._folder("poison")
            write(self.root / "poison" / f"{message_id}.txt", "\n\n".join(tries).encode("utf-8"))
            with suppress(FileNotFoundError):
                self._file("new", message_id).replace(self._file("poison", message_id))
            notes.unlink(missing_ok=True)
        return len(tries)

    def why_poison(self, message_id: str) -> str:
        """Give how we failed on a message that was set aside."""
        file = self.root / "poison" / f"{message_id}.txt"
        return file.read_text("utf-8") if file.exists() else ""

    def forget_before(self, now: datetime, keep: timedelta) -> int:
        """Remove raw bytes older than `keep`; how each message ended stays. Gives how many went."""
        gone = 0
        for name in ("new", "settled", "poison"):
            clear_drafts(self.root / name)
        for name in ("kept", "poison"):
            for file in by_age(self.root / name):
                if datetime.fromtimestamp(file.stat().st_mtime, UTC) < now - keep:
                    file.unlink(missing_ok=True)
                    file.with_suffix(".txt").unlink(missing_ok=True)
                    self._envelope(file.stem).unlink(missing_ok=True)
                    gone += 1
        return gone

    def _clear_tries(self, message_id: str) -> None:
        self._tries(message_id).unlink(missing_ok=True)
        for suffix in ("eml", "txt"):  # it was set aside once, and came again after we were mended
            (self.root / "poison" / f"{message_id}.{suffix}").unlink(missing_ok=True)

    def _folder(self, name: str) -> None:
        (self.root / name).mkdir(parents=True, exist_ok=True)

    def _file(self, folder: str, message_id: str) -> Path:
        return self.root / folder / f"{message_id}.eml"

    def _envelope(self, message_id: str) -> Path:
        return self.root / "new" / f"{message_id}.envelope"

    def _tries(self, message_id: str) -> Path:
        return self.root / "new" / f"{message_id}.tries"

    def _settled(self, key: str) -> Path:
        return self.root / "settled" / f"{hashlib.sha256(key.encode('utf-8')).hexdigest()[:40]}.json"
