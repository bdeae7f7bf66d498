"""From labelled lines to the sender's newest words: what is history goes, answers typed into it stay."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mail.trim.card import Person
from mail.trim.digest import is_our_furniture, starts_digest_line
from mail.trim.inline import header_block, keep_answers, quoted_above, unprefixed
from mail.trim.labels import HTML_RULE, Line, label
from mail.trim.signature import without_signature

WRAPPED_CHARS = 66  # a quoted line at least so long may have been wrapped


class Answer(NamedTuple):
    """What the sender typed, and the quoted line it answers (None: nothing in particular)."""

    quoted: str | None
    text: str


class Cut(NamedTuple):
    """The sender's words in order, and short words for what was left out."""

    answers: tuple[Answer, ...]
    dropped: tuple[str, ...]

    @property
    def text(self) -> str:
        """All the sender's words."""
        return "\n".join(answer.text for answer in self.answers)


def cut(lines: Sequence[Line], person: Person) -> Cut:
    """Keep the sender's own lines."""
    labels = label(lines)
    own, dropped = _own(lines, labels, person)
    runs = _runs(own, labels)
    answers: list[Answer] = []
    for at, (start, end) in enumerate(runs):
        texts = [lines[i].text.rstrip() for i in range(start, end)]
        if at in (0, len(runs) - 1):
            texts, why = without_signature(texts, labels[start:end], person)
            dropped.extend(why)
        else:
            texts = [text for i, text in enumerate(texts, start) if labels[i] != "m"]
        text = _tidy(texts)
        if text:
            answers.append(Answer(quoted_above(lines, labels, own, start), text))
    return Cut(tuple(answers), tuple(dict.fromkeys(dropped)))


def _tidy(texts: list[str]) -> str:
    kept = ("" if text == HTML_RULE else text for text in texts)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _runs(own: list[bool], labels: str) -> list[tuple[int, int]]:
    """Spans of the sender's lines; blank lines belong to neither side and break nothing."""
    runs: list[tuple[int, int]] = []
    start = None
    for i, mine in enumerate([*own, False]):
        if mine and start is None:
            start = i
        elif not mine and start is not None:
            runs.append((start, i))
            start = None
    return [(s, e) for s, e in runs if labels[s:e].strip("e")]


def _own(lines: Sequence[Line], labels: str, person: Person) -> tuple[list[bool], list[str]]:
    """Which lines are the sender's, and what the others are."""
    own = [letter not in "qixz" for letter in labels]
    dropped = ["quoted history"] if "q" in labels or "i" in labels else []
    if "x" in labels:
        dropped.append("signature")
    start = _history_start(lines, labels, own)
    _drop_wrap_leftovers(lines, labels, own)
    for rule in re.finditer("(?<!r)r++(?=e{0,3}[qi])", labels):
        own[rule.start() : rule.end()] = [False] * (rule.end() - rule.start())
    if start is not None:
        own[start:] = [False] * (len(own) - start)
        while start and labels[start - 1] in "er":
            start -= 1
            own[start] = False
        keep_answers(lines, labels, own, start, person)
        dropped.append("quoted history")
    return own, dropped


def _prefixed_after(labels: str, at: int) -> bool:
    """Whether the next line that is not blank carries a quote prefix."""
    rest = labels[at : at + 40].lstrip("eir")
    return rest[:1] == "q"


def _history_start(lines: Sequence[Line], labels: str, own: list[bool]) -> int | None:
    """The line where unprefixed history begins; what introduces prefixed quotes is only marked."""
    bare_digest = labels.count("g") > 1 and "q" not in labels
    at = 0
    while at < len(labels):
        letter = labels[at]
        if letter == "z":
            return at
        if letter == "g" and bare_digest:
            while at and (labels[at - 1] == "e" or is_our_furniture(lines[at - 1].text)):
                at -= 1
            return at
        mark = _mark(lines, labels, at)
        if mark is None:
            at += 1
            continue
        start, end = mark
        if not _prefixed_after(labels, end):
            return start
        own[start:end] = [False] * (end - start)
        at = end
    return None


def _mark(lines: Sequence[Line], labels: str, at: int) -> tuple[int, int] | None:
    """The span of what begins at a line and stands above older words: intro, divider, copied header."""
    letter = labels[at]
    if letter == "i":
        match = re.compile("i+").match(labels, at)
        return match.span() if match else None
    if letter == "d":
        return at, at + 1
    if letter == "F" and labels[at + 1 : at + 2] != "F":
        return header_block(lines, labels, at)
    return None


def _drop_wrap_leftovers(lines: Sequence[Line], labels: str, own: list[bool]) -> None:
    """Lines between quoted ones that lost their prefix when a program wrapped a long line.

    One of them must prove it, by following a long line that ends in the middle of a sentence; then all do.
    """
    found, proven = [], False
    for match in re.finditer("(?<=q)t", labels):
        at = match.start()
        above = lines[at - 1].text.rstrip()
        if starts_digest_line(unprefixed(above)):
            continue
        broken = len(above) >= WRAPPED_CHARS and (above[-1].isalnum() or above[-1] == ",")
        inside = labels[at + 1 : at + 2] == "q"
        proven = proven or (broken and inside)
        if inside or (broken and lines[at].text[:1].islower()):
            found.append(at)
    for at in found if proven else []:
        own[at] = False
