"""The sentences of our own mails, in every language: what they say is not taken for the reader's words.

They are read from the catalogues: whatever a mail template says is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.site.catalogues import catalogue, languages

_TEMPLATES = "mail/templates/"
_PLACE = re.compile(r"%\([a-z_]{1,40}\)s")
_NEXT = re.compile(r"(?<=[.?。？]) ?(?=\S)")
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | {"’": "'"})
_COLONS, _ENDS = (":", "："), tuple(".:?。：？")
# How many letters (an ideograph counts for two) say that a line is ours: alone on it, around what is filled
# in, and before what ends the line.
_ALONE, _AROUND, _BEFORE, _FIRST = 10, 12, 15, 8
_LATER = 20  # and in a sentence that others stand before
_IDEOGRAPHS = 0x2E80


class Sentence(NamedTuple):
    """A sentence of ours as the words between what is filled in; `open` where something may follow them."""

    parts: tuple[str, ...]
    open: bool

    def is_in(self, line: str) -> bool:
        """Whether a line (in lower case) begins with this sentence."""
        if not self.open:
            return line.rstrip(":") == self.parts[0]
        at = 0
        for count, part in enumerate(self.parts):
            found = line.find(part, at)
            if found < 0 or (count == 0 and found):
                return False
            at = found + len(part)
        return True


def is_ours(line: str) -> bool:
    """Whether a line begins with a sentence of our mails, in any language."""
    plain = _plain(line)
    return any(sentence.is_in(plain) for sentence in _by_start().get(plain[:1], ()))


@lru_cache
def _by_start() -> dict[str, tuple[Sentence, ...]]:
    found: dict[str, dict[Sentence, None]] = {}
    for text in _texts():
        _, *later = _NEXT.split(text)  # a long line comes back wrapped
        for sentence in (_sentence(text, 0), *(_sentence(one, _LATER) for one in later)):
            if sentence:
                found.setdefault(sentence.parts[0][:1], {})[sentence] = None
    return {start: tuple(sentences) for start, sentences in found.items()}


def _texts() -> Iterator[str]:
    for language in languages():
        for message in catalogue(language):
            if message.id and any(file.startswith(_TEMPLATES) for file, _ in message.locations):
                for said in (message.id, message.string or ()):
                    yield from (said,) if isinstance(said, str) else said


def _sentence(text: str, least: int) -> Sentence | None:
    """Cut a sentence at what is filled in; None where a person could begin a line of theirs like this."""
    parts = [_plain(part) for part in _PLACE.split(text)]
    first, last = parts[0], parts[-1]
    known = tuple(part for part in parts if part)
    weight = _weight("".join(known))
    if len(parts) == 1:
        ends = first.endswith(_ENDS)
        return Sentence(known, ends) if weight >= max(_BEFORE if ends else _ALONE, least) else None
    if _weight(first) < _FIRST or not (last or known[-1].endswith(_COLONS)):
        return None
    return Sentence(known, True) if weight >= max(_AROUND if last else _BEFORE, least) else None


def _plain(text: str) -> str:
    """Lower case, one kind of spaces and quotation marks: programs change them."""
    return " ".join(text.lower().translate(_QUOTES).replace('" ', '"').replace(' "', '"').split())


def _weight(text: str) -> int:
    return sum(2 if ord(letter) > _IDEOGRAPHS else 1 for letter in text)
