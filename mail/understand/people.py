"""Who takes over what: a name and an address in the sender's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mail.dates.tokens import Token, word_set
from mail.understand.clauses import Marked

_NAME = re.compile(r"((?:[^\W\d_][\w'’.-]{0,40} ){0,3}[^\W\d_][\w'’-]{0,40})\s?[(<\[,:]?\s?$")
_NOT_NAMES = word_set(
    "to at is the and make write ask contact please with mail email by an das an die von bitte à au "
    "a de con per für für "
    "address und et y e en och og adresse dirección indirizzo endereço adres is owner via new neue nouveau"
)


@dataclass(frozen=True)
class Person:
    """Somebody named in the text."""

    name: str
    email: str | None


def addressed(marked: Marked, start: int, end: int) -> list[tuple[Person, Token]]:
    """Give the people whose address stands in the stretch, each with the address's token."""
    found = []
    for token in marked.tokens[start:end]:
        if token.kind == "email":
            email = marked.text[token.start : token.end].lower()
            found.append(
                (Person(_name_before(marked.text, token.start) or _from_address(email), email), token)
            )
    return found


def _name_before(text: str, at: int) -> str:
    line = text[max(0, at - 80) : at].rpartition("\n")[2]
    match = _NAME.search(line)
    words: list[str] = []
    for word in reversed(match[1].split() if match else []):
        if not word[:1].isupper() or word.lower() in _NOT_NAMES:
            break
        words.insert(0, word)
    return " ".join(words[-3:])


def _from_address(email: str) -> str:
    return " ".join(p.capitalize() for p in re.split(r"[._-]", email.partition("@")[0]) if p.isalpha())
