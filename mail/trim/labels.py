"""One letter for each line of a mail, so that the rest of the trimming is done on a short string.

t text   e empty   q quoted   i introduces a quote   d divider ("-----Original Message-----")
F S T C J O a copied header field (from, sent, to, cc, subject, other)
r a ruled line   s signature delimiter   m device line   g a line of our own digest
x signature and z history by the HTML's own marks
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mail.trim.device import is_device_line
from mail.trim.digest import digest_span, starts_digest_line
from mail.trim.intro import (
    INTRO_CHARS,
    INTRO_LINES,
    header_kind,
    is_divider,
    is_groupwise_intro,
    is_intro,
    is_undated_intro,
    may_end_intro,
)

LINES = 10_000
HTML_RULE = "_" * 30  # stands for an <hr>
INTROS = 200  # lines looked at that might end an intro; in a long thread the first of them cuts
LINE_CHARS = 1_000  # of a line that are looked at; longer lines are a person's paragraph

_RULE = re.compile(r"[\s>*]{0,8}(?:_{2,}|-{3,}|={3,}|—{3,}|(?:- ){4,}-?|(?:_ ){4,}_?|\*{5,})[\s*]{0,8}$")
_SIGNATURE = re.compile(r"-- ?$|--\xa0$")
_QUOTE = re.compile(r"[ \t]{0,6}[>＞](?![)\]\"']{0,2} ?[:：]$)")  # not the end of a wrapped "<a@b\n>:"
_DIVIDER_START = re.compile(r"[\s>*]{0,8}[-_=—–]{2}|[\s>*#]{0,8}[^\W\d]")


class Line(NamedTuple):
    """A line as the eye sees it, and what its HTML said of it.

    Args:
        text: the line.
        mark: a label its HTML settles ("q", "i", "r", "x", "z"), or nothing.
        colour: of the whole line, when it is set and not a shade of grey.
    """

    text: str
    mark: str = ""
    colour: str = ""


def label(lines: Sequence[Line]) -> str:
    """Label each line; the string is as long as the list."""
    texts = [line.text[:LINE_CHARS] for line in lines]
    known: dict[str, str] = {}
    letters = [line.mark or known.get(line.text) or _learn(known, line.text) for line in lines]
    _label_intros(texts, letters)
    _label_digest(texts, letters)
    return "".join(letters)


def _learn(known: dict[str, str], text: str) -> str:
    known[text] = letter = _letter(text[:LINE_CHARS])
    return letter


def _letter(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        return "e"
    if _QUOTE.match(text):
        return "i" if is_groupwise_intro(text) else "q"
    if _SIGNATURE.match(text):
        return "s"
    first = stripped[0]
    if first in "-_=—*" and _RULE.match(text):
        return "r"
    if len(text) == LINE_CHARS:
        return "t"
    if (":" in stripped or "：" in stripped) and (kind := header_kind(text)):
        return kind
    if (first in "-_=—–*#" or stripped[-1] in ":：-" or "above this" in stripped) and is_divider(text):
        return "d"
    return "m" if len(stripped) < 300 and is_device_line(stripped) else "t"


def _label_intros(texts: list[str], letters: list[str]) -> None:
    """Find intro lines from their ends: the shortest run of lines that reads as one intro."""
    looked = 0
    for end, letter in enumerate(letters):
        if letter in "tdrFSTO" and may_end_intro(texts[end]):
            looked += 1
            if looked > INTROS:
                break
            start = _intro_start(texts, letters, end)
            letters[start : end + 1] = ["i"] * (end + 1 - start)


def _intro_start(texts: list[str], letters: list[str], end: int) -> int:
    """The first line of the intro that ends at `end`; one past it when there is none."""
    quoted_next = "q" in letters[end + 1 : end + 3]
    joined = ""
    for start in range(end, max(-1, end - INTRO_LINES), -1):
        if start != end and letters[start] not in "tFSTO":
            break
        joined = f"{texts[start].strip()} {joined}".strip()
        if len(joined) > INTRO_CHARS:
            break
        if is_intro(joined, quoted_next):
            above = texts[start - 1].rstrip() if start and letters[start - 1] == "t" else ""
            return start - 1 if above.endswith((">,", "),", '",')) else start
    alone = end == 0 or letters[end - 1] in "eq"
    return end if quoted_next and alone and is_undated_intro(texts[end]) else end + 1


def _label_digest(texts: list[str], letters: list[str]) -> None:
    at = 0
    while at < len(texts):
        if letters[at] == "t" and starts_digest_line(texts[at]) and (span := digest_span(texts, at)):
            letters[at : at + span] = ["g"] * span
            at += span
        else:
            at += 1
