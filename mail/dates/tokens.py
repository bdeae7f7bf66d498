"""Words and their places: the sender's text as tokens, and tables of phrases looked up in it.

One pass, no backtracking. Chinese and Japanese have no spaces, so each of their characters is a token; a
phrase
of a table is cut the same way, and one lookup serves every language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff"
_EMAIL = (
    r"(?P<email>(?<![A-Za-z0-9._%+'@-])[A-Za-z0-9._%+'-]{1,64}@"
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})|"
)
_LETTER = rf"[^\W\d_{_CJK}]"
_PIECES = rf"""
    (?P<word>
        (?:[CDJLMNSTVOcdjlmnstvo]|[Qq]u|[Uu]n|gl|[Aa]ll|[DdNn]ell|[Ss]ull|[Dd]all|[Cc]oll|[Qq]uell|bell|[Qq]uest|[Aa]nch
          |[Cc]os|[Cc]om|[Dd]ov|[Jj]usqu|[Aa]ujourd|[Ll]orsqu|[Pp]uisqu|[Qq]uelqu)'(?!(?:ll|s|re|ve|d|m)\b)(?={_LETTER})
      | {_LETTER}+(?:(?<=n)'t(?!{_LETTER}))?
      | '(?:ll|s|re|ve|d|m)(?!{_LETTER}))
  | (?P<numdate>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d/-])
      | \d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)(?:20)?\d\d(?!\d)
      | (?<![\d.,/:])\d{{1,2}}\.[ ]?\d{{1,2}}\.(?![ ]?\d) | (?<![\d.,/:])\d{{1,2}}/\d{{1,2}}(?![\d/%]))
  | (?P<time>\d{{1,2}}:\d\d(?:\s?(?i:am|pm|uhr|h))?\b | \d{{1,2}}\s?(?i:am|pm|uhr)\b | \d{{1,2}}h\d\d\b)
  | (?P<decimal>\d{{1,12}}(?:[.,]\d{{1,12}})+\s?%? | \d{{1,12}}\s?%)
  | (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th|er|º|ª|:a|:e|°|de|e)(?!{_LETTER}))
  | (?P<number>\d{{1,12}})
  | (?P<cjk>[{_CJK}])
  | (?P<break>\n)
  | (?P<mark>[^\s\w])
    """
_URL = r"(?P<url>(?:https?://|www\.)[^\s<>\"]{1,2000})|"
_TOKEN = re.compile(_PIECES, re.VERBOSE)
_TOKEN_WITH_LINKS = re.compile(_EMAIL + _URL + _PIECES, re.VERBOSE)
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "´": "'",
        "`": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
    }
)
_FOLD = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ё": "е"})


def word_set(text: str) -> frozenset[str]:
    """Write a set of words as one line of text."""
    return frozenset(text.split())


class Token(NamedTuple):
    """One word, number or mark: lower case, with its place (code points) in the normalised text."""

    text: str
    start: int
    end: int
    kind: str


def normalise(text: str) -> str:
    """Write the text the plain way: composed, straight quotes, single spaces, nothing invisible."""
    text = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_PLAIN)
    text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", text)


def tokens_of(text: str) -> list[Token]:
    """Cut normalised text into tokens; hyphens inside a word vanish ("kick-off" is two tokens)."""
    found = []
    pattern = _TOKEN_WITH_LINKS if "@" in text or "http" in text or "www." in text else _TOKEN
    for match in pattern.finditer(text):
        kind = match.lastgroup or "mark"
        if kind == "mark" and match[0] in "-/" and _joins(text, match.start()):
            continue
        found.append(Token(match[0].lower().replace("\u0307", ""), match.start(), match.end(), kind))
    return found


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Drop accents: "décembre" and "decembre" are one word to a hurried writer."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_FOLD))
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


class _Node(Generic[T]):
    __slots__ = ("prefixes", "value", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[T]] = {}
        self.prefixes: dict[str, _Node[T]] = {}
        self.value: T | None = None


class Phrases(Generic[T]):
    """A table of phrases: `wrap* up` matches any ending of the first word; `=sí` keeps its accent."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._folded: _Node[T] = _Node()

    def add(self, phrase: str, value: T) -> None:
        """Put a phrase in the table; the first value given for it stays.

        Its form without accents is found, too, where no phrase is written just so ("wurde" is not "würde").
        """
        words = phrase_words(phrase.lstrip("="))
        forms = [(self._root, words)]
        if not phrase.startswith("="):
            forms.append((self._folded, [fold(w) for w in words]))
        for node, form in forms if words else ():
            for word in form:
                branch, key = (node.prefixes, word[:-1]) if word.endswith("*") else (node.words, word)
                node = branch.setdefault(key, _Node())
            if node.value is None:
                node.value = value

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at this token: (index after it, value)."""
        exact = self._walk(self._root, tokens, at)
        folded = self._walk(self._folded, tokens, at)
        return folded if folded and (exact is None or folded[0] > exact[0]) else exact

    @staticmethod
    def _walk(root: _Node[T], tokens: Sequence[Token], at: int) -> tuple[int, T] | None:
        best: tuple[int, T] | None = None
        reached = [(root, at)]
        while reached:
            node, i = reached.pop()
            if node.value is not None and (best is None or i > best[0]):
                best = (i, node.value)
            if i < len(tokens):
                reached.extend((after, i + 1) for after in _steps(node, tokens[i].text))
        return best

    def scan(self, tokens: Sequence[Token]) -> Iterable[tuple[int, int, T]]:
        """Give the phrases of the text, longest first from the left, none within another."""
        i = 0
        while i < len(tokens):
            found = self.longest(tokens, i)
            if found:
                yield i, found[0], found[1]
            i = found[0] if found else i + 1


def _steps(node: _Node[T], word: str) -> Iterable[_Node[T]]:
    if node.words and word in node.words:
        yield node.words[word]
    if node.prefixes:
        for length in range(1, min(len(word), 24) + 1):
            if word[:length] in node.prefixes:
                yield node.prefixes[word[:length]]


def phrase_words(phrase: str) -> list[str]:
    """Cut a table's phrase the way text is cut."""
    out: list[str] = []
    for part in phrase.lower().replace("-", " ").split():
        if part.endswith("'"):
            out.append(part)
            continue
        star = part.endswith("*")
        words = [t.text for t in tokens_of(part.rstrip("*"))]
        out += [*words[:-1], words[-1] + "*"] if star and words else words
    return out
