"""Lines that programs and companies add below what people write: device lines and legal notices."""

import re

from mail.trim import words
from mail.trim.intro import alternation

SECRETS = 2  # different words of secrecy that make a notice

_OPENER = re.compile(rf"(?:{alternation(words.DEVICE_OPENERS)})")
_CLOSER = re.compile(rf"(?:{alternation(words.DEVICE_CLOSERS)})[.。!]?$")
_DEVICE = re.compile(rf"(?<![a-zà-ÿа-яё])(?:{alternation(words.DEVICES)})")
_MY = re.compile(rf"(?:{alternation(words.MY)})(?:(?<=[我나내])|(?![^\W\d_]))")
_LINK = re.compile(r"\s?[<(\[]{0,2}(?:https?://|mailto:|www\.)[^\s>)\]]{0,300}[>)\]]{0,2}")
_WORD = re.compile(r"[^\W\d_]+")
_NOTICE_OPENER = re.compile(rf"[\W_]{{0,6}}(?:{alternation(words.NOTICE_OPENERS)})")
_NOTICE_MESSAGE = re.compile(rf"(?:{alternation(words.NOTICE_MESSAGE)})")
_NOTICE_SECRET = re.compile(rf"(?:{alternation(words.NOTICE_SECRET)})")


def is_device_line(line: str) -> bool:
    """Whether a line is the "Sent from my phone" of a program, not a sentence of a person."""
    lower = line.strip(" \t*_[]()-–—|").lower()
    if not 6 <= len(lower) <= 400:
        return False
    linked = bool(_LINK.search(lower))
    bare = _LINK.sub("", lower).strip(" []().|") if linked else lower
    if not bare or len(bare) > 90:
        return False
    opener = _OPENER.match(bare)
    if opener:
        return _names_device(bare, bare[opener.end() :].strip(), linked)
    if not _CLOSER.search(bare):
        return False
    mine = _MY.match(bare)
    return bool(_DEVICE.match(bare[mine.end() :].lstrip() if mine else bare))


def _names_device(bare: str, rest: str, linked: bool) -> bool:
    """Whether what follows "Sent from" is a device or a program, and nothing else."""
    devices = set(_DEVICE.findall(bare))
    said = _WORD.findall(rest)
    if len(devices) > 1 or "outlook" in devices:
        return len(said) < 12
    if "," in rest or ". " in rest or len(said) > 8:
        return False
    if not words.NOT_IN_DEVICE_LINES.isdisjoint(said):
        return bool(devices) and len(said) <= 4
    return bool(devices) or (linked and bool(said)) or (bool(_MY.match(rest)) and len(said) <= 6)


def is_notice(paragraph: str, secrets: int = SECRETS) -> bool:
    """Whether a paragraph is a legal notice, an advertisement of a virus scanner or a list's footer.

    Args:
        paragraph: its lines, joined.
        secrets: how many different words of secrecy it takes.
    """
    head = paragraph[:600].lower()
    if _NOTICE_OPENER.match(head):
        return True
    if not _NOTICE_MESSAGE.search(head, 0, 160):
        return False
    return len(set(_NOTICE_SECRET.findall(head))) >= secrets
