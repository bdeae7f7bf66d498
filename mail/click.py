"""One-click unsubscribe (RFC 8058): what mail programs ask for, as a message that we write ourselves.

`listen` spools it like a mail, so that it is durable, settled once, and obeyed under the deal's lock. Its
seal is made with our secret: nobody else can write such a message, and the same click twice is one message.
"""

from __future__ import annotations

from generator.keys import Keys
from mail.address import Addresses, ReplyAddress, read_address
from mail.mime.message import Message

PATH = "/stop/"
_PURPOSE, _SEAL, _SEAL_CHARACTERS = "one-click", "x-golive-click", 26


def click_url(base: str, addresses: Addresses, person: str) -> str:
    """Give the address to be clicked; opening it changes nothing, a mail program posts to it."""
    return base.rstrip("/") + PATH + addresses.make(person, "0").partition("@")[0]


def is_asked(body: bytes) -> bool:
    """Say whether a request says what RFC 8058 3.1 has mail programs say, in either form of a form."""
    return body.strip() == b"List-Unsubscribe=One-Click" or (
        b'name="List-Unsubscribe"' in body and b"One-Click" in body
    )


def click_message(code: str, domain: str, keys: Keys) -> bytes:
    """Write the message for a click on a code, which is the local part of a reply address."""
    address = f"{code.lower()}@{domain}"
    seal = keys.code(_PURPOSE, address, length=_SEAL_CHARACTERS)
    lines = (
        f"From: {address}", f"To: {address}", "Subject: stop", f"Message-ID: <one-click.{seal}@{domain}>",
        f"{_SEAL}: {seal}", "", "stop", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode("utf-8")


def is_click(message: Message, address: ReplyAddress, domain: str, keys: Keys) -> bool:
    """Say whether a message is one of those above, made by us for this address."""
    seals = message.headers.get(_SEAL, ())
    code = f"{address.deal}.{address.person}.{address.about}.{address.mac}@{domain}"
    alone = len(seals) == 1 and message.to == (code,) and read_address(code, domain) is not None
    return alone and keys.opens(seals[0], _PURPOSE, code) and len(seals[0]) == _SEAL_CHARACTERS
