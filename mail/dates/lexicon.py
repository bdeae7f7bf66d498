"""The tables of date words, put together for the languages of one mail."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mail.dates.lexicon_more import WORDS as _MORE
from mail.dates.lexicon_west import WORDS as _WEST
from mail.dates.tokens import Phrases

WORDS = {**_WEST, **_MORE}

# Every kind of word has one letter; the grammar is written over these letters.
LABELS = {
    "month": "M",
    "short_month": "m",
    "weekday": "W",
    "short_weekday": "w",
    "day": "R",
    "unit": "U",
    "next": "X",
    "last": "L",
    "this": "T",
    "coming": "C",
    "in": "I",
    "ago": "A",
    "ago_before": "V",
    "after_unit": "Z",
    "end": "E",
    "mid": "H",
    "early": "B",
    "end_of": "e",
    "week_of": "k",
    "week_no": "K",
    "by": "P",
    "before": "b",
    "since": "S",
    "to": "t",
    "from": "f",
    "the": "a",
    "the_day": "d",
    "or": "o",
    "more": "+",
    "num": "N",
    "holiday": "F",
    "by_after": "p",
    "since_after": "s",
    "now": "n",
}


class Senses(NamedTuple):
    """What a word may be: label → value (month, weekday, days ...)."""

    of: dict[str, str]


def _entries(language: str) -> Iterator[tuple[str, str, str]]:
    for kind, text in WORDS[language].items():
        for group in text.split(";"):
            head, colon, tail = group.partition(":")
            value, phrases = (head.strip(), tail) if colon else ("", head)
            for phrase in phrases.split("|"):
                if phrase.strip():
                    yield LABELS[kind], value, phrase.strip()


@lru_cache(maxsize=64)
def lexicon(languages: tuple[str, ...]) -> Phrases[Senses]:
    """Build the table for these languages; a phrase with several senses keeps them all."""
    senses: dict[str, Senses] = {}
    for language in languages:
        for label, value, phrase in _entries(language) if language in WORDS else ():
            senses.setdefault(phrase, Senses({})).of.setdefault(label, value)
    table: Phrases[Senses] = Phrases()
    for phrase, sense in senses.items():
        table.add(phrase, sense)
    return table
