"""Content lines of iCalendar (RFC 5545 3.1): escaped, folded, and safe with any text.

The one module that imports `icalendar`: feeds and the invitations of mails write their lines here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from icalendar import Parameters, vDDDTypes, vDuration, vUri
from icalendar.parser import Contentline

_FOLD = 75  # octets (RFC 5545 3.1)
_LINE: Any = Contentline  # whose types the library does not give
# No address leaves through a calendar, not even where a plan's text holds one: people share calendars.
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,255}")
# What RFC 5545 allows in no value, and the separators that some readers take for the end of a line.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_IN_PARAMETERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\"^\\]+")


def written(lines: Iterable[tuple[str, Any]]) -> bytes:
    """Fold lines of (name, value).

    Text must be escaped; a day becomes a DATE, a `datetime` (UTC) a DATE-TIME; a value made below brings its
    parameters along.
    """
    found: list[bytes] = []
    for name, value in lines:
        if isinstance(value, date):
            line = _dated(name, value)
        elif isinstance(value, str) and not isinstance(value, vUri):
            line = f"{name}:{value}"
        else:
            line = _LINE.from_parts(name, value.params, value)
        found += (_folded(line.encode()), b"\r\n")
    return b"".join(found)


def _folded(line: bytes) -> bytes:
    """Fold a line of more than 74 octets, never inside a character (RFC 5545 3.1) or an escape.

    Cuts where the library's own fold does, which goes character by character: a tenth of a deal's time.
    """
    if b"\n" in line:
        raise ValueError("a content line holds a line end that is not escaped")
    parts, start = [], 0
    while len(line) - start >= _FOLD:
        end = start + _FOLD - 1
        while line[end] & 0b1100_0000 == 0b1000_0000:  # inside a UTF-8 sequence
            end -= 1
        if line[end - 1] in b"\\^" and end - start > 1:  # some clients stumble over an escape that is cut
            end -= 1
        parts.append(line[start:end])
        start = end
    return b"\r\n ".join((*parts, line[start:]))


def one_line(text: str) -> str:
    """Escape TEXT that is shown on one line."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Escape TEXT (RFC 5545 3.3.11). The library's vText would turn the \\N of C:\\New into a line end."""
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if "@" in text:
        text = _ADDRESS.sub("\N{HORIZONTAL ELLIPSIS}", text)
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


@lru_cache(maxsize=4096)
def _dated(name: str, value: date) -> str:
    written = vDDDTypes(value)
    return str(_LINE.from_parts(name, written.params, written))


def duration(value: timedelta, parameters: Mapping[str, str] | None = None) -> Any:
    """Give a DURATION."""
    return vDuration(value, dict(parameters or {}))


def uri(value: str, parameters: Mapping[str, str] | None = None) -> Any:
    """Give a URI."""
    return vUri(value, params=Parameters(dict(parameters or {})))


def mailbox(address: str, name: str, parameters: Mapping[str, str] | None = None) -> Any:
    """Give a CAL-ADDRESS (RFC 5545 3.3.3) with the name that calendars show."""
    called = " ".join(_NOT_IN_PARAMETERS.sub(" ", name).split())
    return uri(f"mailto:{address}", {**({"CN": called} if called else {}), **(parameters or {})})
