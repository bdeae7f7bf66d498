"""Visiting cards below a mail: the lines no sentence looks like, and paragraphs made of them."""

import re
from itertools import pairwise
from typing import NamedTuple

from mail.trim import words
from mail.trim.intro import alternation

CARD_LINES = 14

_PHONE = re.compile(r"(?:\+|\(0|\b0)[\d ()./\u2011–-]{6,24}\d(?!\d)(?!-\d)")
_LABEL = re.compile(rf"(?:{alternation(words.CARD_LABELS)})\s?[:.)|]?\s{{0,8}}(?:[:|]\s{{0,4}})?[+(\d]")
_URL = re.compile(r"(?:https?://|www\.)\S{3,200}$")
_MAIL = re.compile(r"\S{1,80}@\S{1,80}\.\S{2,20}$")
CONTACT = re.compile(r"https?://|www\.[\w-]|\S@\S{1,60}\.\w")
_REGISTER = re.compile(rf"(?<!\w)(?:{alternation(words.REGISTER_WORDS)})(?!\w)")
_POSTAL = re.compile(
    r"(?<!\d)\d{5}(?!\d) [^\W\d]|(?<!\d)\d{4} ?[A-Z]{2} [A-Z]|(?<!\d)\d{2}-\d{3} [^\W\d]"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\d{3} \d{2} [^\W\d]|〒\d{3}"
)
_STREET = re.compile(
    r"(?:str\.|straße|strasse|gasse|weg|allee|platz|street|avenue|road|rue |via |calle |rua |straat|gatan|vej"
    r"|gata|katu|ulica|ul\.|улица|ул\.|вул\.|sokak|cadde)[^,\n]{0,30}\d",
    re.IGNORECASE,
)
_FORMS = frozenset(words.COMPANY_FORMS)
_UNMISTAKABLE = frozenset(("gmbh", "s.r.o.", "a.s.", "e.v.", "s.p.a.", "b.v."))
_ASIAN_FORMS = ("株式会社", "有限公司", "(주)", "㈜", "주식회사")
_CLOSING = re.compile(rf"(?:{alternation(words.CLOSINGS)})(?!\w)")
_LOWER_WORD = re.compile(r"(?<![^\s(])[^\W\d_A-Z][^\W\d_]*")
_NAME_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
_NAME = re.compile(rf"(?:(?:{_NAME_WORD}|von|van|de|der|den|da|di|del|la|le|bin|al|dos) ){{1,5}}{_NAME_WORD}")
_CREDENTIALS = re.compile(r",\s?[A-Z][\w. /&-]{1,40}$")
_ON_BEHALF = re.compile(r"^(?:i\. ?[aAvV]\.|ppa\.?|p\. ?[pPoO]\.)\s{1,3}")
_LETTERS = re.compile(r"[^\W\d_]+")


class Person(NamedTuple):
    """The sender's name, as far as the mail tells it; empty strings when unknown."""

    name: str = ""
    address: str = ""

    def words(self) -> frozenset[str]:
        """Lower-case words of the name, without those of one letter."""
        local = re.split(r"[._-]", self.address.partition("@")[0])
        return frozenset(
            word.strip(".,'\"").lower() for word in [*self.name.split(), *local] if len(word) > 1
        )


def is_closing(line: str) -> bool:
    """Whether a line is a letter's closing formula, with or without a name behind it."""
    bare = line.strip(" \t*_").lower()
    match = _CLOSING.match(bare)
    if not match:
        return False
    behind = bare[match.end() :]
    return len(behind) < 40 and len(behind.split()) <= 4


def is_name(line: str) -> bool:
    """Whether a line is a full name, with or without credentials behind it."""
    bare = _ON_BEHALF.sub("", _CREDENTIALS.sub("", line.strip(" \t*_|")))
    return len(bare) < 60 and bool(_NAME.fullmatch(bare))


def is_strong(line: str) -> bool:
    """A line no sentence looks like: a telephone, a company, a register entry, an address, a bare link."""
    lower = line.strip(" \t*_|").lower()
    if not lower or len(line) > 250:
        return False
    if _URL.match(lower) or _MAIL.match(lower) or _LABEL.match(lower):
        return True
    tokens = lower.replace(",", " ").split()
    if len(_LOWER_WORD.findall(line)) > 5:
        return bool(_REGISTER.search(lower)) and "|" in line
    if _PHONE.search(line) and len(tokens) <= 14:
        return True
    if _REGISTER.search(lower) or _POSTAL.search(line) or _STREET.search(line):
        return True
    if _names_company(line.split()):
        return True
    return "|" in line and bool(CONTACT.search(lower))


def _names_company(tokens: list[str]) -> bool:
    """Whether a word is followed by a legal form, written as one: "Acme AS", not "same as"."""
    for before, token in pairwise(tokens[:12]):
        bare = token.strip(",;|()").lower()
        if bare in _FORMS and not token[0].islower() and not before[0].islower():
            return True
        if bare in _UNMISTAKABLE and before[0].isupper():
            return True
    return any(form in token for token in tokens[:4] for form in _ASIAN_FORMS)


def is_prose(line: str) -> bool:
    """A sentence, or a line that announces something."""
    bare = line.rstrip(" *_")
    if bare[-1:] in "?!:：。？！…" or len(bare) > 110:
        return True
    if bare.endswith(".") and bare.split()[-1].lower() not in _FORMS and len(bare.split()) > 3:
        return True
    return len(_LOWER_WORD.findall(bare)) > 6


def is_title(line: str) -> bool:
    """Whether a line speaks of a job."""
    return len(line) < 90 and not words.TITLE_WORDS.isdisjoint(_LETTERS.findall(line.lower()))


def is_card(paragraph: list[str], person: Person) -> bool:
    """Whether a paragraph is a visiting card: at least one strong line, no sentence before it."""
    if len(paragraph) > CARD_LINES:
        return False
    strong = next((i for i, line in enumerate(paragraph) if is_strong(line)), None)
    if strong is None or any(is_prose(line) for line in paragraph[:strong]):
        return False
    if strong > 4 or (len(paragraph) == 1 and not _alone_is_card(paragraph[0])):
        return False
    first = paragraph[0]
    if person.name and is_name(first) and strong > 0:
        mine = person.words()
        return not mine or not mine.isdisjoint(_LETTERS.findall(first.lower()))
    return True


def _alone_is_card(line: str) -> bool:
    lower = line.strip().lower()
    return bool(_LABEL.match(lower) or "|" in line or " · " in line or _REGISTER.search(lower))


def is_heading_of_card(paragraph: list[str], person: Person) -> bool:
    """Name and title without a strong line, above a card."""
    if not 2 <= len(paragraph) <= 4 or any(is_prose(line) or is_closing(line) for line in paragraph):
        return False
    return is_name(paragraph[0]) or is_title(paragraph[0])


def is_named_card(paragraph: list[str], person: Person) -> bool:
    """The sender's full name over a title: a card even without a telephone."""
    if not 2 <= len(paragraph) <= 6 or not is_name(paragraph[0]):
        return False
    if any(is_prose(line) or is_closing(line) for line in paragraph):
        return False
    known = bool(person.name) and person.words() >= frozenset(
        word for word in _LETTERS.findall(_CREDENTIALS.sub("", paragraph[0]).lower()) if len(word) > 1
    )
    return (known or not person.name) and any(is_title(line) for line in paragraph[1:])


def is_first_name(line: str, person: Person) -> bool:
    """Whether a line is nothing but a part of the sender's name."""
    bare = line.strip(" \t,-–—*_").lower()
    said, names = set(_LETTERS.findall(bare)), person.words()
    return bool(said) and len(bare) < 40 and bool(names) and said <= names
