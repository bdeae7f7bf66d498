"""Where the sender's own words end and what their mail program adds below them begins.

A typed greeting and closing ("Best regards, Jane") stay; visiting cards, device lines, list footers and legal
notices go. In doubt a line stays: a kept signature harms less than a lost sentence.
"""

import re

from mail.trim import words
from mail.trim.card import (
    CARD_LINES,
    CONTACT,
    Person,
    is_card,
    is_closing,
    is_first_name,
    is_heading_of_card,
    is_name,
    is_named_card,
    is_prose,
    is_strong,
    is_title,
)
from mail.trim.device import is_notice
from mail.trim.intro import alternation

FOOTER_LINES = 15
DELIMITERS = 100  # looked at, from the end
PARAGRAPHS = 6  # looked at, from the end

_POSTSCRIPT = re.compile(rf"(?:{alternation(words.POSTSCRIPTS)})\s?[.:：)-]", re.IGNORECASE)
_DASH_NAME = re.compile(r"-{1,2} ?[^\W\d_][\w.'’-]{1,30}(?: [\w.'’-]{1,30}){0,3}$")


def _paragraphs(lines: list[str]) -> list[tuple[int, int]]:
    """Start and end of each run of lines that are not blank."""
    found, start = [], None
    for i, line in enumerate([*lines, ""]):
        if line.strip():
            start = i if start is None else start
        elif start is not None:
            found.append((start, i))
            start = None
    return found


def without_signature(lines: list[str], labels: str, person: Person) -> tuple[list[str], tuple[str, ...]]:
    """The sender's own lines of a run of lines, and short words for what was dropped.

    Args:
        lines: a run of the sender's lines, without quotes.
        labels: their labels, as `labels.label` gives them.
        person: who sent it, as far as known.
    """
    end, dropped = len(lines), []
    if (device := _device_line(labels)) is not None:
        end, dropped = device, ["device line"]
    if (delimiter := _delimiter(lines[:end], labels)) is not None:
        end, dropped = delimiter, [*dropped, "signature"]
    kept, tail = _before_footers(lines[:end], person)
    return kept, (*tail, *dropped)


def _device_line(labels: str) -> int | None:
    """The first device line that stands by itself; what is below it is an unmarked original."""
    match = re.search("(?<![tFSTJCOg])m|m(?=e{0,50}$)", labels)
    return match.start() if match else None


def _delimiter(lines: list[str], labels: str) -> int | None:
    """Where a `-- ` line, or a rule over a footer, starts the signature; the highest of several."""
    found: int | None = None
    i = len(lines)
    for _ in range(DELIMITERS):
        i = max(labels.rfind("s", 0, i), labels.rfind("r", 0, i))
        if i < 0:
            break
        below = [line for line in lines[i + 1 : found] if line.strip()]
        if len(below) > FOOTER_LINES and not lines[i].startswith("-- "):
            break
        if labels[i] == "s" or (below and _is_footer_rule(lines[i].strip(), below)):
            found = _above_dash_name(lines, i) if labels[i] == "r" and len(lines[i].strip()) >= 20 else i
    return found


def _is_footer_rule(rule: str, below: list[str]) -> bool:
    linked = any(CONTACT.search(line.lower()) for line in below)
    if set(rule) <= {"_"}:
        return linked or is_notice("\n".join(below)) or is_strong(below[0]) or is_card(below, Person())
    if set(rule) <= {"—"} or len(rule) >= 3:
        return is_notice("\n".join(below)) or (is_card(below, Person()) and not is_prose(below[0]))
    return False


def _above_dash_name(lines: list[str], rule: int) -> int:
    """A name signed with a dash right above a ruled footer belongs to that block."""
    above = rule
    while above and not lines[above - 1].strip():
        above -= 1
    return above - 1 if above and _DASH_NAME.match(lines[above - 1].strip()) else rule


def _before_footers(lines: list[str], person: Person) -> tuple[list[str], tuple[str, ...]]:
    """Cut notices and cards from the end; postscripts below them stay."""
    dropped: list[str] = []
    spans = _paragraphs(lines)
    at = _first_notice(lines, spans)
    if at is not None:
        spans, dropped = spans[:at], ["legal notice"]
    card = _card_start(lines, spans, person)
    if card is not None:
        dropped.insert(0, "signature")
        after = [lines[s:e] for s, e in spans if s > card and _POSTSCRIPT.match(lines[s].strip())]
        return [*lines[:card], *(line for block in after for line in ["", *block])], tuple(dropped)
    end = spans[-1][1] if spans else 0
    return lines[:end], tuple(dropped)


def _first_notice(lines: list[str], spans: list[tuple[int, int]]) -> int | None:
    """The first paragraph that is a legal notice; above all others it must be an unmistakable one."""
    for i, (start, end) in enumerate(spans):
        if is_notice(" ".join(lines[start:end]), secrets=2 if i else 3):
            return i
    return None


def _card_start(lines: list[str], spans: list[tuple[int, int]], person: Person) -> int | None:
    """The line where the visiting card begins, looking at the last paragraphs first."""
    cut: int | None = None
    for i in range(len(spans) - 1, max(-1, len(spans) - PARAGRAPHS - 1), -1):
        start, end = spans[i]
        paragraph = lines[start:end]
        announced = i > 0 and lines[spans[i - 1][1] - 1].rstrip().endswith((":", "："))
        if announced:
            continue
        if _POSTSCRIPT.match(lines[start].strip()):
            continue
        if is_card(paragraph, person) or is_named_card(paragraph, person):
            inner = _card_in_closing(paragraph, person)
            if inner and not is_name(paragraph[0]):
                return start + inner
            if _is_typed_name(paragraph):
                return start + 1
            cut = start
        elif cut is not None and is_heading_of_card(paragraph, person):
            cut = start
        elif (inner := _card_in_closing(paragraph, person)) is not None:
            return start + inner
        elif cut is not None:
            break
    return cut


def _is_typed_name(paragraph: list[str]) -> bool:
    """Whether a card begins with a bare first name, which people type themselves."""
    first = paragraph[0].strip(" ,")
    return len(paragraph) > 1 and first.isalpha() and first.istitle() and not is_title(first)


def _card_in_closing(paragraph: list[str], person: Person) -> int | None:
    """Where a card starts inside a paragraph that opens with words, a closing or a name."""
    for at in range(1, min(len(paragraph), CARD_LINES)):
        above, rest = paragraph[at - 1], paragraph[at:]
        if at + CARD_LINES < len(paragraph) or above.rstrip().endswith((":", "：")):
            continue
        closed = is_closing(above) or (at > 1 and is_closing(paragraph[at - 2]))
        signed = closed or is_first_name(above, person)
        if not signed or any(is_prose(line) for line in rest[:2]):
            continue
        if is_closing(above) and len(above.split()) <= 4 and is_name(rest[0]):
            continue
        if any(is_strong(line) for line in rest) or (len(rest) == 1 and is_title(rest[0]) and closed):
            return at
    return None
