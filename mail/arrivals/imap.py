"""A mailbox by IMAP (RFC 3501): imaps://user@host/INBOX, with IDLE (RFC 2177) to wait for mail.

The one module that imports imap_tools. A mail is marked by the keyword `GoliveTaken` when it is durable in
the spool, where the server keeps no keywords by \\Seen; what is marked is not fetched again. UIDs are used
within one selection only and never remembered, so a new UIDVALIDITY cannot mislead us.
"""

from __future__ import annotations

import imaplib
import ipaddress
import re
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.errors import OutsideError, UsageError
from mail.arrivals import MAX_BYTES, Keep
from mail.spool import Envelope

PASSWORD = "GOLIVE_IMAP_PASSWORD"  # noqa: S105  (the name of a variable)
TAKEN = "GoliveTaken"
SECONDS = 60
IDLE_SECONDS = 60  # a word of the server can be overheard between two commands, so we look ourselves
_SIZE = re.compile(rb"UID (\d+).{0,200}RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).{0,200}UID (\d+)")


@dataclass(frozen=True)
class Mailbox:
    """One mailbox on one server; `delete` removes what was taken instead of marking it."""

    scheme: str
    user: str
    host: str
    port: int
    name: str
    delete: bool = False


def mailbox(url: str, *, delete: bool = False) -> Mailbox:
    """Read imaps://user@host[:port]/MAILBOX; raises UsageError for less, or a password."""
    parts = urlsplit(url)
    if not parts.hostname or not parts.username:
        raise UsageError(f"{url} names no mailbox; write imaps://user@host/INBOX")
    if parts.password:
        raise UsageError(f"a password does not belong in a URL; set {PASSWORD} instead")
    if parts.scheme == "imap" and not _is_local(parts.hostname):
        raise UsageError("imap:// would send password and mail in clear; write imaps://")
    port = parts.port or (993 if parts.scheme == "imaps" else 143)
    name = unquote(parts.path.strip("/")) or "INBOX"
    return Mailbox(parts.scheme, unquote(parts.username), parts.hostname, port, name, delete)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def opened(place: Mailbox, environ: Mapping[str, str]) -> Iterator[Selected]:
    """Log in and select the mailbox; every failure of the server or the net is an OutsideError."""
    try:
        import imap_tools
    except ImportError:
        raise OutsideError("fetching by IMAP needs a library: pip install golive-plan[imap]") from None
    password = environ.get(PASSWORD)
    if not password:
        raise UsageError(f"fetching by IMAP needs {PASSWORD} in the environment")
    try:
        if place.scheme == "imaps":  # without a context imaplib would trust any certificate
            tls = ssl.create_default_context()
            box: Any = imap_tools.MailBox(place.host, place.port, timeout=SECONDS, ssl_context=tls)
        else:
            box = imap_tools.MailBoxUnencrypted(place.host, place.port, timeout=SECONDS)
        with box.login(place.user, password, None):
            yield _select(box, place)
    except imap_tools.MailboxLoginError:
        raise OutsideError(f"{place.host} refuses the login of {place.user}; is {PASSWORD} right?") from None
    except (OSError, EOFError, imaplib.IMAP4.error, imap_tools.ImapToolsError) as error:
        raise OutsideError(f"{place.host}, mailbox {place.name}: {error}") from None


def _select(box: Any, place: Mailbox) -> Selected:
    box.folder.set(place.name)
    _, kept = box.client.response("PERMANENTFLAGS")
    flags = (kept[0] or b"").decode("ascii", "replace") if kept else ""
    if "\\*" in flags or TAKEN in flags:
        return Selected(box, TAKEN, f"UNKEYWORD {TAKEN}", place.delete)
    if "\\Seen" in flags:
        return Selected(box, "\\Seen", "UNSEEN", place.delete)
    raise OutsideError(f"mailbox {place.name} keeps no marks, so nothing could be acknowledged there")


@dataclass(frozen=True)
class Selected:
    """A mailbox that is open."""

    box: Any
    mark: str
    unmarked: str
    delete: bool

    def take(self, keep: Keep, received: str) -> Iterator[tuple[str, str | None]]:
        """Bring every unmarked mail to the spool; gives (its UID, id), None for one that is too large."""
        for uid, size in self._unmarked():
            if size > MAX_BYTES:
                self._mark(uid, too_large=True)
                yield uid, None
                continue
            raw = self._fetch(uid)
            if raw is None:
                continue  # somebody removed it meanwhile
            message_id = keep(raw, Envelope(received))
            self._mark(uid)
            yield uid, message_id

    def wait(self, seconds: float = IDLE_SECONDS) -> None:
        """Wait until the server tells of new mail, and a minute at most."""
        if "IDLE" in self.box.client.capabilities:
            self.box.idle.wait(timeout=seconds)
        else:
            time.sleep(seconds)
            self.box.client.noop()

    def _unmarked(self) -> list[tuple[str, int]]:
        found = self._ask("SEARCH", self.unmarked)
        uids = (found[0] or b"").split()
        sizes: list[tuple[str, int]] = []
        for start in range(0, len(uids), 500):
            some = b",".join(uids[start : start + 500]).decode("ascii")
            for line in self._ask("FETCH", some, "(UID RFC822.SIZE)"):
                if isinstance(line, bytes) and (m := _SIZE.search(line)):
                    sizes.append(((m[1] or m[4]).decode("ascii"), int(m[2] or m[3])))
        return sizes

    def _fetch(self, uid: str) -> bytes | None:
        for part in self._ask("FETCH", uid, "(BODY.PEEK[])"):
            if isinstance(part, tuple):
                return bytes(part[1])
        return None

    def _mark(self, uid: str, *, too_large: bool = False) -> None:
        flags = f"{self.mark} \\Flagged" if too_large else self.mark
        if self.delete and not too_large:
            flags = f"{self.mark} \\Deleted"
        self._ask("STORE", uid, "+FLAGS.SILENT", f"({flags})")
        if self.delete and not too_large:
            with suppress(imaplib.IMAP4.error):  # without UIDPLUS it stays marked as deleted
                self._ask("EXPUNGE", uid)

    def _ask(self, *command: str) -> list[Any]:
        kind, answer = self.box.client.uid(*command)
        if kind != "OK":
            raise imaplib.IMAP4.error(f"{command[0]} failed: {answer[0]!r}")
        return list(answer)
