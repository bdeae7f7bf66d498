"""Header fields: unfolded, decoded, and their addresses found, in linear time and without raising.

Own code because the standard library's parser recurses on nested comments and raises on an encoded line
break in a name, and because a From field decides whom we believe: it is read strictly, with every address
in it. Sources: RFC 5322 (fields, addresses), RFC 2047 (encoded words).
"""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass
from typing import NamedTuple

from mail.mime.charsets import decode

FIELD_CHARS = 20_000  # of one field; longer ones are cut
FIELDS = 500

_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:[ \t]*(.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+)\?=(?:[ \t]++(?==\?))?")
_WORD = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*+)"?'
    r"|<(?P<route>[^<>]*+)>?"
    r"|(?P<special>[,;:()])"
    r'|(?P<atom>[^\s",;:()<>]++)',
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>(),;:\"\x00-\x1f]{1,128}@[^\s@<>(),;:\"\x00-\x1f]{1,255}")


@dataclass(frozen=True)
class Mailbox:
    """One address of a header field, with the name shown beside it."""

    name: str
    address: str


def fields(head: bytes) -> list[tuple[str, str]]:
    """Name (lower case) and unfolded value, encoded words untouched, of each field of a header section."""
    found: list[tuple[str, list[bytes]]] = []
    for line in head.splitlines()[: FIELDS * 40]:
        if line[:1] in b" \t" and line[:1] and found:
            found[-1][1].append(line)
        elif match := _FIELD.match(line):
            if len(found) == FIELDS:
                break
            found.append((match[1].decode("ascii").lower(), [match[2]]))
    return [(name, _unfolded(b" ".join(part.strip() for part in parts))) for name, parts in found]


def _unfolded(value: bytes) -> str:
    return decode(value[:FIELD_CHARS]).strip()


def one_line(text: str) -> str:
    """Text without control characters and line breaks, white space single."""
    return " ".join(_CONTROL.sub(" ", text).split())


def decoded(value: str) -> str:
    """A field's value as shown to a person: RFC 2047 words decoded, one line, no control characters."""
    if "=?" not in value:
        return one_line(value)
    return one_line(_joined_words(value))


def _joined_words(value: str) -> str:
    """Decode encoded words; neighbours of one charset are joined first, for split multi-byte characters."""
    out: list[str] = []
    pending, charset, end = b"", "", 0

    def flush() -> None:
        nonlocal pending
        if pending:
            out.append(decode(pending, charset))
            pending = b""

    for word in _ENCODED.finditer(value):
        if between := value[end : word.start()]:
            flush()
            out.append(between)
        label = word[1].partition("*")[0].lower()
        if label != charset:
            flush()
        charset, end = label, word.end()
        pending += _word_bytes(word[2], word[3])
    flush()
    out.append(value[end:])
    return "".join(out)


def _word_bytes(coding: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "replace")
    if coding in "qQ":
        return quopri.decodestring(raw.replace(b"_", b" "))
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return b""


def mailboxes(value: str, limit: int = 200) -> list[Mailbox]:
    """Every address of a From, To or Cc value, in order; at most `limit` of them.

    Names are decoded after the addresses are found, so that no encoded word can bring a comma or an address
    of its own. A part with two addresses gives both: whoever trusts a From asks for exactly one.
    """
    found: list[Mailbox] = []
    part = _Part([], [])
    depth = 0  # of comments
    for token in _WORD.finditer(value[:FIELD_CHARS]):
        mark = token["special"]
        if mark in ("(", ")"):
            depth = max(0, depth + (1 if mark == "(" else -1))
        elif depth:
            continue
        elif mark == ":":
            part = _Part([], [])  # that was a group's name
        elif mark:
            found.extend(part.mailboxes())
            part = _Part([], [])
        else:
            part.add(token)
        if len(found) >= limit:
            break
    return [*found, *part.mailboxes()][:limit]


class _Part(NamedTuple):
    """What stands between two commas: words of a name, and addresses in angle brackets."""

    words: list[tuple[str, bool]]  # and whether it was quoted
    routes: list[str]

    def add(self, token: re.Match[str]) -> None:
        if (route := token["route"]) is not None:
            self.routes.append(route.rpartition(":")[2].strip())
        elif (quoted := token["quoted"]) is not None:
            self.words.append((_ESCAPED.sub(r"\1", quoted), True))
        else:
            self.words.append((token["atom"], False))

    def mailboxes(self) -> list[Mailbox]:
        name = decoded(" ".join(word for word, _ in self.words)) if self.routes else ""
        addresses = self.routes or [word for word, quoted in self.words if not quoted]
        return [Mailbox(name, address.lower()) for address in addresses if _ADDRESS.fullmatch(address)]
