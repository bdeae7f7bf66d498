"""Posting: a mail is written to disk first, then carried away; a crash in between sends nothing twice.

Taking a mail (`send`) touches no network, so a mail server that is down never stops a reply from being
applied. `deliver` carries what waits, and every run calls it; a run that stays tries a mail that could not
leave after a minute, then after two, four, up to an hour (RFC 5321 4.5.4.1).
"""

from __future__ import annotations

import fcntl
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from generator.errors import UsageError
from mail.durable import by_age
from mail.transports.carriers import Carry, Connect, Mail, NotNow, Refused, Unknown
from mail.transports.ledger import FOR_A_PERSON, OPEN, Ledger, Posted
from mail.transports.outbox import write_mail

PAUSES_S = (1.0, 4.0)  # between tries of one run
FIRST_PAUSE_S, LONGEST_PAUSE_S = 60.0, 3600.0  # between tries of a run that stays
GIVE_UP_AFTER = timedelta(days=5)  # RFC 5321 4.5.4.1
_NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]{0,199}")


def nowhere() -> AbstractContextManager[Carry]:
    """No way out: for looking after mails without sending any."""
    raise NotNow("nothing is sent here", soon=False)


@dataclass
class Posting:
    """The way out through a carrier, with its ledger under `state`."""

    state: Path
    connect: Connect
    now: Callable[[], datetime]
    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    ledger: Ledger = field(init=False)
    _again: dict[str, tuple[float, float]] = field(default_factory=dict, init=False)  # name -> when, pause

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.state / "ledger.jsonl")

    def send(self, name: str, message: EmailMessage) -> bool:
        """Take a mail durably; False where one of this name was taken before."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} cannot name a mail")
        if self.ledger.find(name) or self._file(name).exists():
            return False
        write_mail(self._file(name), message)
        return True

    def deliver(self) -> Sequence[Posted]:
        """Carry what waits and is due, with a few tries; gives those that are not sent, and why."""
        now = self.monotonic()
        tried = [name for name in self._waiting() if self._again.get(name, (now, 0.0))[0] <= now]
        failed, left = dict[str, NotNow](), tried
        for pause in (*PAUSES_S, None):
            failed = self._round(left)
            left = [name for name in failed if failed[name].soon]
            if not left or pause is None:
                break
            self.sleep(pause)
        self._put_off(tried)
        found = (self.ledger.find(name) for name in tried)
        return [mail for mail in found if mail and mail.state not in ("sent", "sending")]

    def _put_off(self, tried: Sequence[str]) -> None:
        """Let a mail that could not leave wait twice as long as before."""
        for name in tried:
            _, pause = self._again.pop(name, (0.0, FIRST_PAUSE_S / 2))
            mail = self.ledger.find(name)
            if mail and mail.state in OPEN:
                longer = min(2 * pause, LONGEST_PAUSE_S)
                self._again[name] = (self.monotonic() + longer, longer)

    def posted(self) -> Sequence[Posted]:
        """List every mail and how it stands."""
        self._waiting()
        return self.ledger.all()

    def resend(self, name: str) -> None:
        """Let a mail be sent again, on the word of a person; raises UsageError where there is none such."""
        mail = self._for_a_person(name)
        self.ledger.note(name, mail.to, "queued", self.now(), "sent again by a person")

    def settle(self, name: str) -> None:
        """Write down that a mail arrived after all or need not, on the word of a person."""
        mail = self._for_a_person(name)
        self.ledger.note(name, mail.to, "sent", self.now(), "settled by a person")
        self._file(name).unlink(missing_ok=True)

    def drop(self, name: str, why: str) -> None:
        """Never send a mail that was taken, and remove its bytes; one on its way now is let go."""
        with self._held(name) as raw:
            if raw is None:
                return
            mail = self.ledger.find(name)
            if mail is None or mail.state != "sent":
                self._note(name, "refused", why)
            self._file(name).unlink(missing_ok=True)

    def _for_a_person(self, name: str) -> Posted:
        self._waiting()
        mail = self.ledger.find(name)
        if mail is None or mail.state not in FOR_A_PERSON or not self._file(name).exists():
            how = f"is {mail.state}" if mail else "was never taken"
            raise UsageError(f"{name} {how}; only a mail that is refused or unknown can be settled")
        return mail

    def _waiting(self) -> list[str]:
        """Names that wait, oldest first; what a crash left is finished or handed to a person."""
        names = []
        for file in by_age(self._folder):
            mail = self.ledger.find(file.stem)
            if mail is None:
                self._note(file.stem, "queued")
            elif mail.state == "sending":
                self._died_while_sending(file.stem)
            elif mail.state == "sent":
                file.unlink(missing_ok=True)
            if mail is None or mail.state in OPEN:
                names.append(file.stem)
        return names

    def _died_while_sending(self, name: str) -> None:
        with self._held(name) as raw:
            mail = self.ledger.find(name)
            if raw is not None and mail and mail.state == "sending":
                self._note(name, "unknown", "the run ended while it was being sent")

    def _round(self, names: Sequence[str]) -> dict[str, NotNow]:
        """Try each once; gives those that could not leave."""
        failed: dict[str, NotNow] = {}
        if not names:
            return failed
        try:
            with self.connect() as carry:
                for name in names:
                    if (error := self._post(name, carry)) is not None:
                        failed[name] = error
        except NotNow as error:  # no way at all, or it broke off between two mails
            for name in names:
                mail = self.ledger.find(name)
                if mail and mail.state in OPEN and name not in failed:
                    self._keep_waiting(name, error)
                    failed[name] = error
        return failed

    def _post(self, name: str, carry: Carry) -> NotNow | None:
        with self._held(name) as raw:
            mail = self.ledger.find(name)
            if raw is None or mail is None or mail.state not in OPEN:
                return None  # another process has it
            self._note(name, "sending")
            try:
                carry(Mail(name, raw))
            except NotNow as error:
                self._keep_waiting(name, error)
                return error
            except Refused as error:
                self._note(name, "refused", str(error))
            except Unknown as error:
                self._note(name, "unknown", str(error))
            else:
                self._note(name, "sent")
                self._file(name).unlink(missing_ok=True)
        return None

    def _keep_waiting(self, name: str, error: NotNow) -> None:
        mail = self.ledger.find(name)
        if mail and self.now() - datetime.fromisoformat(mail.first) > GIVE_UP_AFTER:
            self._note(name, "refused", f"given up after {GIVE_UP_AFTER.days} days: {error}")
        elif mail is None or (mail.state, mail.why) != ("waiting", str(error)):
            self._note(name, "waiting", str(error))

    def _note(self, name: str, state: str, why: str = "") -> None:
        mail = self.ledger.find(name)
        to = mail.to if mail else Mail(name, self._file(name).read_bytes()).address("To")
        self.ledger.note(name, to, state, self.now(), why)

    @contextmanager
    def _held(self, name: str) -> Iterator[bytes | None]:
        """Hold a mail alone; None where another process holds it, or has sent it."""
        try:
            file = self._file(name).open("rb")
        except FileNotFoundError:
            yield None
            return
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield None
            else:
                yield file.read()

    @property
    def _folder(self) -> Path:
        return self.state / "outgoing"

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.eml"
