"""The sender's own newest words of a mail, in any language and client, in linear time.

No quoted history, no signature block, no legal notice, no device line; a typed greeting and closing stay, and
answers typed between quoted lines stay with the line each answers.
"""

from typing import Literal, NamedTuple

from mail.mime.message import Message
from mail.trim.card import Person
from mail.trim.cut import Answer, Cut, cut
from mail.trim.labels import LINES, Line
from mail.trim.visible import normalise, visible

__all__ = ["Answer", "Newest", "answers", "newest_html", "newest_text", "read"]

_NOBODY = Person()


class Newest(NamedTuple):
    """What the sender newly wrote.

    Args:
        text: the words, answers joined by newlines.
        answers: the same words, each with the quoted line it answers.
        via: the part of the mail they were read from.
        dropped: short words for what was left out, for explaining.
    """

    text: str
    answers: tuple[Answer, ...]
    via: Literal["text", "html"]
    dropped: tuple[str, ...]


def newest_text(body: str) -> str:
    """The sender's newest words of a plain text body."""
    return _cut_text(body, _NOBODY).text


def newest_html(html: str) -> str:
    """The sender's newest words of an HTML body, as plain text."""
    return _cut_html(html, _NOBODY).text


def answers(body: str) -> list[Answer]:
    """What the sender typed in a plain text body, each with the quoted line it answers or None."""
    return list(_cut_text(body, _NOBODY).answers)


def read(message: Message) -> Newest:
    """The sender's newest words of a mail, from whichever alternative shows them better.

    What the sender saw is the HTML: it decides what is quoted, struck through or hidden. The plain text is
    read when there is no HTML or nothing to see in it.
    """
    person = Person(message.from_[0].name, message.from_[0].address) if len(message.from_) == 1 else _NOBODY
    if message.reports:
        return Newest("", (), "text", ("a mail server's report",))
    lines = visible(message.html) if message.html is not None else []
    if any(line.text for line in lines):
        return _newest(cut(lines[:LINES], person), "html")
    return _newest(_cut_text(message.text or "", person), "text")


def _newest(found: Cut, via: Literal["text", "html"]) -> Newest:
    return Newest(found.text, found.answers, via, found.dropped)


def _cut_text(body: str, person: Person) -> Cut:
    text = normalise(body.replace("\r\n", "\n").replace("\r", "\n"))
    return cut([Line(line) for line in text.split("\n", LINES)[:LINES]], person)


def _cut_html(html: str, person: Person) -> Cut:
    return cut(visible(html)[:LINES], person)
