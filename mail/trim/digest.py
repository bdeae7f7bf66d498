"""golive's own lines in a mail that comes back: `[3] Security review cleared — due Fri 13 Nov 2026 — Role`.

A client may wrap, prefix or translate them; the bracketed number and the two dashes stay.
"""

import re
from collections.abc import Sequence

from mail.trim import words
from mail.trim.ours import is_ours

SPAN = 3  # lines one digest line may be wrapped over

_START = re.compile(r"[\s*•·-]{0,6}\[\d{1,3}\] ?\S")
_DASH = re.compile(r"(?:^|\s)(?:[—–]|--?)(?:\s|$)")
_LINK = re.compile(r"https?://|www\.")
_HEADINGS = frozenset(words.OUR_HEADINGS)


def starts_digest_line(line: str) -> bool:
    """Whether a line begins like one of the fixed lines of our digest."""
    return bool(_START.match(line))


def _is_complete(line: str) -> bool:
    parts = _DASH.split(line[:600])
    return len(parts) >= 3 and bool(parts[-1].strip()) and any(ch.isdigit() for ch in parts[-2])


def digest_span(lines: Sequence[str], at: int) -> int:
    """How many lines the digest line that begins at `at` takes; 0 when none begins there."""
    if not starts_digest_line(lines[at]):
        return 0
    joined = ""
    for count, line in enumerate(lines[at : at + SPAN], 1):
        if count > 1 and (not line.strip() or starts_digest_line(line)):
            return 0
        joined = f"{joined} {line}".strip()
        if _is_complete(joined):
            return count
    return 0


def is_our_furniture(line: str) -> bool:
    """Whether a line is a heading, a fixed sentence or a link of our mails, which answers nothing."""
    lower = line.strip(" \t*_#|").lower()
    return lower.rstrip(":") in _HEADINGS or is_ours(lower) or bool(_LINK.search(line, 0, 400))
