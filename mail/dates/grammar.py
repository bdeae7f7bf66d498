"""The grammar of dates: each word gets a letter, and short patterns run over the string of letters.

Bounded and anchored: every pattern is tried at a place once, and none can run on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mail.dates.lexicon import Senses, lexicon
from mail.dates.tokens import Token


@dataclass(frozen=True)
class Found:
    """A date (or a length of time) somebody wrote, with its place in the normalised text (code points)."""

    start: int
    end: int
    words: str
    future: date | None = None  # the day as a plan means it
    past: date | None = None  # the day as something done means it
    lead: str = ""  # by, before, since, to, from
    doubt: str = ""  # why a person must be asked; "" when the day is sure
    days: float | None = None  # a length of time, in calendar days ("another week"): no day of its own
    workdays: int | None = None  # a length in working days
    bare: bool = False  # only a day's number ("the 4th"), which may be a milestone's
    more: bool = False  # "another week": counts from a day that is not said


@dataclass(frozen=True)
class Lexeme:
    """A labelled stretch of tokens."""

    label: str
    value: str
    senses: dict[str, str]
    start: int
    end: int
    text: str


def label(tokens: Sequence[Token], languages: tuple[str, ...]) -> list[Lexeme]:
    """Label the tokens with what they may be in a date; `~` is anything else."""
    table, i = lexicon(languages), 0
    out: list[Lexeme] = []
    while i < len(tokens):
        token = tokens[i]
        found = table.longest(tokens, i)
        j, senses = (found[0], found[1].of) if found else (i + 1, Senses({}).of)
        letter, value = _letter(token, senses, out)
        out.append(Lexeme(letter, value, senses, token.start, tokens[j - 1].end, token.text))
        i = j
    return [_settled(out, i) for i in range(len(out))]


_MARKS = {".": ".", ",": ",", "-": "-", "–": "-", "—": "—", "/": "/", "~": "~"}
_PREFERENCE = "eRkMWFXLTCUKEHBNAV+nZpsIPbSftdaomw"


def _letter(token: Token, senses: dict[str, str], before: list[Lexeme]) -> tuple[str, str]:
    if token.kind == "number":
        number = int(token.text[:6])
        letter = "D" if 1 <= number <= 31 else "Y" if 2000 <= number <= 2099 and len(token.text) == 4 else "G"
        return ("G" if 31 < number < 100 else letter), token.text
    if token.kind == "ordinal":
        digits = "".join(c for c in token.text if c.isdigit())
        return ("O", digits) if 1 <= int(digits) <= 31 else ("~", "")
    if token.kind in ("numdate", "decimal"):
        return "J" if token.kind == "numdate" else "j", token.text
    if token.kind == "time":
        return ".", ""
    if token.text in _MARKS and not senses:
        return _MARKS[token.text], token.text
    quarter = re.fullmatch(r"q", token.text)
    if quarter:
        return "Q", ""
    return next(((x, senses[x]) for x in _PREFERENCE if x in senses), ("~", ""))


def _settled(all_: list[Lexeme], i: int) -> Lexeme:
    """Let the neighbours decide what a doubtful word is: "may", "sat", "mar", "8.12"."""
    lex = all_[i]
    before = all_[i - 1].label if i else "^"
    after = "".join(x.label for x in all_[i + 1 : i + 3])
    if lex.label in "Mm" and "m" in lex.senses and "M" not in lex.senses:
        near = (
            (before in "DOEHB.a" and lex.senses) or after[:1] in tuple("DOY") or after in (".D", ".O", ".Y")
        )
        return replace(lex, label="M" if near else "~")
    if "w" in lex.senses and "W" not in lex.senses and lex.label in "wad":
        near = (
            before in "PbStXLTC"
            or after[:1] in tuple("DOJ")
            or after in (",D", ",J", ".D", ".J", ",O", "aD", "dD", ".,")
        )
        near = near or (
            before in "ad" and lex.text not in ("so", "do", "di", "mi", "ma", "sun", "sat", "segunda")
        )
        return (
            replace(lex, label="W", value=lex.senses["w"])
            if near
            else replace(lex, label="~" if lex.label == "w" else lex.label)
        )
    if lex.label == "j":
        dated = re.fullmatch(r"(\d{1,2})\.(\d{2})", lex.value)
        return replace(lex, label="J" if dated and before in "PtadSbW," else "~")
    if lex.label == "X" and before == "^" and after[:1] not in tuple("WUMQa"):
        return replace(lex, label="~")
    return lex


Rule = Callable[["Reading"], Found | None]


@dataclass(frozen=True)
class Reading:
    """One match of a pattern, with what the rule needs to make a day of it."""

    lexemes: list[Lexeme]
    sent: date
    month_first: bool | None

    def __getitem__(self, labels: str) -> list[Lexeme]:
        return [x for x in self.lexemes if x.label in labels]

    def day(self, future: date | None, past: date | None = None, doubt: str = "", **more: object) -> Found:
        """Make the value, with its place."""
        return Found(self.lexemes[0].start, self.lexemes[-1].end, "", future, past, doubt=doubt, **more)  # type: ignore[arg-type]


def around(day: date, sent: date) -> tuple[date | None, date | None]:
    """Split a certain day into (as a plan, as something past)."""
    return (day if day >= sent else None), (day if day <= sent else None)
