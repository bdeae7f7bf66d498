"""A person's mail: what they wrote, which lies in the spool, and what we wrote with their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from mail.durable import sync, write
from mail.forget.person import Forgotten
from mail.mime.message import Message, parse
from mail.spool import Envelope, Spool
from mail.transports.carriers import Mail
from mail.transports.posting import Posting

WHY = "its sender was forgotten at their wish"
TOLD = "Removed at the wish of a person"
_KEPT = ("From", "Date", "Message-ID")


def forget_received(spool: Spool, person: Forgotten, *, dry: bool) -> int:
    """Remove the raw mails that a person sent, wherever they stand; gives how many.

    One that nobody has settled yet ends here, as ignored: brought again, it is not read.
    """
    found = 0
    for message_id in spool.everything():
        if not _is_theirs(spool.raw(message_id) or b"", spool.envelope(message_id), person):
            continue
        found += 1
        if dry:
            continue
        with spool.claimed(message_id) as raw:
            if raw is not None:
                message = parse(raw, datetime.fromisoformat(spool.envelope(message_id).received))
                ended = spool.outcome(message.message_id) or _unread(message)
                ended = _result({**ended, "forgotten": True}, person)
                spool.forget(message_id, message.message_id, ended)
    return found


def _is_theirs(raw: bytes, envelope: Envelope, person: Forgotten) -> bool:
    said = {envelope.sender.strip("<> "), *(box.address for box in parse(raw).from_)}
    return any(person.has(address) for address in said)


def _unread(message: Message) -> dict[str, Any]:
    return {
        "file": "", "message_id": message.message_id, "deal": None, "person": None, "sender": None,
        "authenticated": False, "kind": "reply", "new_text": "", "updates": [], "held": [],
        "outcome": "ignore", "why": WHY,
    }  # fmt: skip


def forget_results(spool: Spool, person: Forgotten, *, dry: bool) -> int:
    """Take a person's words out of how their mails ended; gives in how many results."""
    found = 0
    for name, result in spool.results():
        cleaned = _result(result, person)
        if cleaned != result:
            found += 1
            if not dry:
                spool.amend(name, cleaned)
    if found and not dry:
        sync(spool.root / "settled")
    return found


def _result(result: Mapping[str, Any], person: Forgotten) -> dict[str, Any]:
    """Clean one result: what was done stays, and so does the Message-ID, by which it is known."""
    cleaned: dict[str, Any] = {**person.without(dict(result)), "message_id": result.get("message_id")}
    if not person.has(str(result.get("sender") or "")) and not result.get("forgotten"):
        return cleaned
    for part in ("updates", "held"):
        cleaned[part] = [_without_words(update, person) for update in result.get(part, ())]
    return {**cleaned, "new_text": "", "why": WHY, "forgotten": True}


def _without_words(update: Mapping[str, Any], person: Forgotten) -> dict[str, Any]:
    own = person.has(str(update.get("email") or ""))
    gone = {"reason", "outcome", *(("name", "email") if own else ())}
    return {**{k: v for k, v in update.items() if k not in gone}, "words": ""}


def forget_sent(state: Path, posting: Posting, person: Forgotten, *, dry: bool) -> int:
    """Empty the copies of mails to a person or with their words; gives how many.

    The files in the outbox stay, since their names say what was sent; what still waits is never sent.
    """
    found = 0
    for folder in ("outbox", "outgoing"):
        for file in sorted((state / folder).glob("[!.]*.eml")):
            mail = Mail(file.stem, file.read_bytes())
            if not _speaks_of(mail, person):
                continue
            found += 1
            if not dry and folder == "outgoing":
                posting.drop(file.stem, TOLD)
            elif not dry:
                write(file, _emptied(mail, person).as_bytes(policy=SMTP))
                sync(file.parent)
    return found


def _speaks_of(mail: Mail, person: Forgotten) -> bool:
    if str(mail.message["Subject"]) == TOLD:
        return False
    if person.has(mail.address("To")):
        return True
    text = mail.message.get_body(("plain",))
    said = str(text.get_content()) if text is not None else ""
    return person.is_named_in(f"{mail.message['Subject']}\n{said}")


def _emptied(mail: Mail, person: Forgotten) -> EmailMessage:
    left = EmailMessage(policy=SMTP)
    for name in _KEPT:
        if mail.message[name] is not None:
            left[name] = str(mail.message[name])
    to = mail.address("To")
    left["To"] = f"{person.alias(to)}@forgotten.invalid" if person.has(to) else to
    left["Subject"] = TOLD
    left.set_content("")
    return left
