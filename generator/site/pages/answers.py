"""How a person answers about an outcome: links that open a mail with the answer begun.

A reply link is a plain `mailto:` with subject and body filled in (RFC 6068): no URL ever changes anything,
the person sends the mail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from urllib.parse import quote

from generator.site.view.outcome import Outcome
from generator.site.view.view import View
from generator.site.words import NBSP, Words

HREF_MOST = 999  # characters; longer ones are cut by some mail programs
_ADDRESS = "\ue002"  # stands for any address; no plan text can hold it (`plan.terms`)


@dataclass(frozen=True)
class Tell:
    """Three ways to answer about one outcome: links, and the words that the mail will hold."""

    done: str
    moves: str
    stuck: str
    done_words: str
    moves_words: str
    stuck_words: str


def mailto(address: str, subject: str, body: str) -> str:
    """Make a link that opens a mail with subject and body filled in (RFC 6068), under 1,000 characters.

    Line ends become CRLF. What is too long loses the end of its subject, then of its body's first line.
    """
    return _mailto(quote(address, safe="@"), subject, body)


def _mailto(to: str, subject: str, body: str) -> str:
    subject, body = subject.replace(NBSP, " "), body.replace(NBSP, " ")
    while (
        len(href := f"mailto:{to}?subject={_encoded(subject)}&body={_encoded(body)}") > HREF_MOST and subject
    ):
        subject = subject[:-10]
    return href if subject else f"mailto:{to}?body={_encoded(body)}"


def _encoded(text: str) -> str:
    return quote(text.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")


def tell_links(address: str, outcome: Outcome, words: Words) -> Tell:
    """Make the three answers about an outcome; a person completes them in their own words.

    The subject says what it is about, the body begins the answer by the outcome's number, as mails do.
    """
    return _tell_links(quote(address, safe="@"), outcome, words)


def _tell_links(to: str, outcome: Outcome, words: Words) -> Tell:
    subject = words.text("[%(number)s] %(outcome)s", number=str(outcome.number), outcome=outcome.outcome)
    number = str(outcome.number)
    done = words.text("%(number)s done", number=number)
    moves = words.text("%(number)s moves to ", number=number)
    stuck = words.text("%(number)s is stuck: ", number=number)
    return Tell(
        done=_mailto(to, subject, done),
        moves=_mailto(to, subject, moves),
        stuck=_mailto(to, subject, stuck),
        done_words=done,
        moves_words=moves + "…",
        stuck_words=stuck + "…",
    )


class Cells:
    """The answers beside every outcome: rendered once for a deal, then addressed for each of its people.

    `module` is the theme's `personal.html`.
    """

    def __init__(self, module: Any, view: View) -> None:
        self._module, self._view = module, view

    def of(self, address: Callable[[str], str], own: set[str]) -> dict[str, str]:
        """Give one person's slots, addressed to `address(outcome's id)`; `own` are their outcomes' ids."""
        if not self._open:
            return {}
        slots = {"tell-note": self._note, "tell-head": self._head}
        for outcome in self._view.outcomes:
            if outcome.done:
                slots[f"tell/{outcome.id}"] = self._empty
                continue
            to = quote(address(outcome.id), safe="@")
            cells = self._open[outcome.id]
            if cells.longest + len(to) > HREF_MOST:  # its subject has to be cut further than for others
                cells = self._cells(outcome, to)
            slots[f"tell/{outcome.id}"] = cells.cell.replace(_ADDRESS, to)
            unfold = cells.own if outcome.id in own else cells.others
            slots[f"unfold/{outcome.id}"] = unfold.replace(_ADDRESS, to)
        return slots

    @cached_property
    def _note(self) -> str:
        return str(self._module.tell_note())

    @cached_property
    def _head(self) -> str:
        return str(self._module.tell_head())

    @cached_property
    def _empty(self) -> str:
        return str(self._module.tell_cell(None))

    @cached_property
    def _open(self) -> Mapping[str, _Cells]:
        return {o.id: self._cells(o, _ADDRESS) for o in self._view.outcomes if not o.done}

    def _cells(self, outcome: Outcome, to: str) -> _Cells:
        tell, module = _tell_links(to, outcome, self._view.words), self._module
        longest = max(len(getattr(tell, field.name)) for field in fields(tell)) - len(to)
        cell = str(module.tell_cell(tell))
        return _Cells(longest, cell, str(module.unfold(tell, True)), str(module.unfold(tell, False)))


@dataclass(frozen=True)
class _Cells:
    """One outcome's cells: in the table, and unfolding on the rail for its owner and for others.

    `longest` is the length of the longest link without its address.
    """

    longest: int
    cell: str
    own: str
    others: str
