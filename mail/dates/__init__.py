"""Dates in words: what day the sender means, or that a person must be asked.

Own grammar, whole tokens, resolved against the mail's day. "The 14th" is the next one for a plan and the
last one
for something done: both are given, and the verb of the sentence chooses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mail.dates.east import find_east
from mail.dates.grammar import Found, Lexeme, Reading, label
from mail.dates.languages import languages_of
from mail.dates.rules import RULES
from mail.dates.tokens import Token, normalise, tokens_of, word_set

__all__ = ["Found", "find_dates", "find_in_tokens"]

LONGEST = 4_000  # characters; a line we quoted or a subject is far shorter
_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_NO_DATE_AFTER = word_set(
    "version v ver section sec § chapter release build clause article page paragraph abschnitt kapitel seite "
    "artikel klausel sección capítulo página sezione capitolo pagina versão version version: rev aisle gang"
)
_LEADS = {"P": "by", "b": "before", "S": "since", "t": "to", "f": "from", "I": "in", "V": "before"}


def find_dates(text: str, sent: date, locale: str, languages: tuple[str, ...] | None = None) -> list[Found]:
    """Find the dates and lengths of time in a text, from the left.

    `sent` is the day relative words count from. Numeric dates have the day first unless `locale` is en-US;
    with no
    locale, 03/04 carries a doubt. Of a longer text only the first `LONGEST` characters are read. Places are
    those of `mail.dates.tokens.normalise(text)`.
    """
    text = normalise(text[:LONGEST])
    tokens = tokens_of(text)
    return find_in_tokens(text, tokens, sent, locale, languages or languages_of(text, tokens, locale))


def find_in_tokens(
    text: str, tokens: Sequence[Token], sent: date, locale: str, languages: tuple[str, ...]
) -> list[Found]:
    """Do what `find_dates` does, for a text already cut into tokens."""
    east = list(find_east(text, sent)) if _EAST.search(text) else []
    taken = [(f.start, f.end) for f in east]
    month_first = None if not locale else locale.replace("_", "-").lower() == "en-us"
    lexemes = label(tokens, languages)
    labels = "".join(x.label for x in lexemes)
    west, i = [], 0
    while i < len(lexemes):
        j, found = _longest(lexemes, labels, i, sent, month_first)
        if found and not any(found.start < end and start < found.end for start, end in taken):
            lead = found.lead or _lead(lexemes, i, j)
            west.append(replace(found, lead=lead, words=text[found.start : found.end]))
        i = j
    return _ranges(sorted([*east, *west], key=lambda f: f.start), text, lexemes)


def _longest(
    lexemes: list[Lexeme], labels: str, i: int, sent: date, month_first: bool | None
) -> tuple[int, Found | None]:
    after_label = i and labels[i] in "DOJjG" and lexemes[i - 1].text in _NO_DATE_AFTER
    article = labels[i] == "a" and "d" in lexemes[i].senses
    if (labels[i] in "~,-—aoPbt" or after_label) and not article:
        return i + 1, None
    best: tuple[int, Found | None] = (i + 1, None)
    view = labels
    if "d" in lexemes[i].senses and labels[i : i + 2] not in ("",) and labels[i] != "d":
        view = labels[:i] + "d" + labels[i + 1 :]
    for pattern, rule in RULES:
        match = pattern.match(view, i)
        if match and match.end() > best[0] - (best[1] is None):
            found = rule(Reading(_relabelled(lexemes, i, match.end(), view), sent, month_first))
            if found:
                best = (match.end(), found)
    return best


def _relabelled(lexemes: list[Lexeme], i: int, j: int, view: str) -> list[Lexeme]:
    return [x if x.label == view[k] else replace(x, label=view[k]) for k, x in enumerate(lexemes[i:j], i)]


def _lead(lexemes: list[Lexeme], i: int, j: int) -> str:
    """Find the word that leads to the date: by, since, before; Finnish and Turkish put it after."""
    for after in lexemes[j : j + 4]:
        if "p" in after.senses or "s" in after.senses:
            return "by" if "p" in after.senses else "since"
        if after.label not in "ad" and after.text != "'":
            break
    for k in range(i - 1, max(i - 4, -1), -1):
        lexeme = lexemes[k]
        strong = next((x for x in "PSbf" if x in lexeme.senses), "")
        if strong:
            return _LEADS[strong]
        if "t" in lexeme.senses and "a" not in lexeme.senses and "d" not in lexeme.senses:
            return "to"
        if lexeme.label not in "ad":
            return ""
    return ""


_RANGE = re.compile(
    r"\s?(?:-|–|—|to|until|till|bis|bis zum|au|al|a|tot|til|till|do|and|und|et|y|e|en)\s?"
    r"(?:the|den|le|el|il|de)?\s?"
)
_OR = re.compile(
    r"\s?,?\s?(?:or|oder|ou|o|of|eller|tai|lub|nebo|или|або|veya|または|或|或者)\s?(?:on|the|am|le|el|il|den)?\s?(?:the)?\s?"
)
_BETWEEN = re.compile(
    r"(?:from|between|vom|von|zwischen|entre|du|del|dal|tra|fra|van|tussen|mellan|mellem|mellom)\s?(?:the|dem|le|el|il|de)?\s?$"
)


def _ranges(found: list[Found], text: str, lexemes: list[Lexeme]) -> list[Found]:
    """Let a range take its end, and two days with "or" between them ask."""
    out: list[Found] = []
    for this in found:
        before = out[-1] if out else None
        gap = text[before.end : this.start].lower() if before else ""
        if before and before.days is None and this.days is None and _OR.fullmatch(gap):
            doubt = "two days to choose from"
            out[-1] = replace(before, doubt=doubt)
            out.append(replace(this, doubt=doubt))
        elif (
            before
            and before.days is None
            and this.days is None
            and gap
            and _RANGE.fullmatch(gap)
            and _spans(before, gap, text)
        ):
            out[-1] = replace(
                this,
                start=before.start,
                words=text[before.start : this.end],
                lead=this.lead if this.lead != "to" else "",
            )
        else:
            out.append(this)
    return out


def _spans(first: Found, gap: str, text: str) -> bool:
    joined = gap.strip() in ("-", "–", "to", "bis", "until", "till") and first.lead != "not"
    return (joined and gap.strip() in ("-", "–")) or bool(
        _BETWEEN.search(text[max(0, first.start - 14) : first.start].lower())
    )
