"""Find the words that matter: done, moved, not, if, almost, perhaps ... in the languages of the mail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mail.dates.tokens import Phrases, Token, fold, phrase_words
from mail.understand.words import CUES


class Cue(NamedTuple):
    """A phrase of a table, with its place: indexes of tokens."""

    kind: str
    start: int
    end: int
    text: str


def _phrases(kind: str, text: str) -> list[str]:
    """Benign words are listed one by one, everything else as phrases between bars."""
    parts = text.split() if kind in ("benign", "agent_words") and "|" not in text else text.split("|")
    return [p.strip() for p in parts if p.strip()]


@lru_cache(maxsize=64)
def _table(languages: tuple[str, ...]) -> Phrases[tuple[str, ...]]:
    kinds: dict[str, dict[str, None]] = {}
    exact = set()
    for language in languages:
        for kind, text in CUES.get(language, {}).items():
            for phrase in _phrases(kind, text):
                kinds.setdefault(phrase.lstrip("="), {})[kind] = None
                exact |= {phrase.lstrip("=")} if phrase.startswith("=") else set()
    table: Phrases[tuple[str, ...]] = Phrases()
    for phrase, of in kinds.items():
        table.add(f"={phrase}" if phrase in exact else phrase, tuple(of))
    return table


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, set[str]]:
    """Word → languages whose tables hold it alone: "fertig" names its language."""
    words: dict[str, set[str]] = {}
    for language, table in CUES.items():
        for kind, text in table.items():
            for phrase in _phrases(kind, text):
                parts = phrase_words(phrase)
                if len(parts) == 1 and len(parts[0]) > 2 and not parts[0].endswith("*"):
                    words.setdefault(parts[0], set()).add(language)
                    words.setdefault(fold(parts[0]), set()).add(language)
    return {word: of for word, of in words.items() if len(of) <= 3}


def cues_of(tokens: Sequence[Token], languages: tuple[str, ...]) -> list[Cue]:
    """Give the cues of a text, longest phrase first; a phrase with several senses is several cues."""
    found = []
    for start, end, kinds in _table(languages).scan(tokens):
        text = " ".join(t.text for t in tokens[start:end])
        found += [Cue(kind, start, end, text) for kind in kinds]
    return found
