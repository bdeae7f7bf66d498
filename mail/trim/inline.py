"""Answers typed into our own mail that came back without prefixes (Outlook), and what each answers."""

import re
from collections.abc import Sequence

from mail.trim.card import Person
from mail.trim.digest import is_our_furniture, starts_digest_line
from mail.trim.intro import is_evident
from mail.trim.labels import Line

QUOTED_CHARS = 400

_PREFIX = re.compile(r"[ \t]{0,6}(?:[>＞][ \t]?){1,30}")
_FIELDS = re.compile(r"[FSTCJO](?:t?e?[FSTCJO]){0,12}")
_FIELDS_BEFORE = re.compile(r"[STJCO]{0,6}$")
_COLOURS = re.compile(
    r"\b(?:colou?rs?|blue|red|green|blau|rot|grün|bleu|rouge|vert|azul|rojo|verde|vermelho|rosso|blu|blauw|rood"
    r"|groen|blå|blått|röd|rött|rød|rødt|grön|grønn|niebiesk\w*|czerwon\w*|modř\w*|červen\w*|синим|красным"
    r"|mavi|kırmızı)\b|赤字|青字|蓝|红|파란|빨간",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s{0,8}[\[(*]{0,2}([^\W\d_][\w.' -]{0,40}?)[\])*]{0,2}\s?(?:[:：>]|-{1,2}>)\s?\S")


def unprefixed(text: str) -> str:
    """A line without its quote prefix."""
    return _PREFIX.sub("", text, count=1).strip()


def header_block(lines: Sequence[Line], labels: str, at: int) -> tuple[int, int] | None:
    """The copied mail header around a From field: two fields at least, one with an address or a date."""
    before = _FIELDS_BEFORE.search(labels, max(0, at - 6), at)
    start = before.start() if before else at
    match = _FIELDS.match(labels, start, start + 40)
    if not match:
        return None
    end = match.end()
    kinds = set(labels[start:end]) - {"t", "e"}
    if len(kinds) < 2 or not kinds & set("STJ"):
        return None
    if not any(is_evident(line.text) for line in lines[start:end]):
        return None
    return start, end


def keep_answers(lines: Sequence[Line], labels: str, own: list[bool], start: int, person: Person) -> None:
    """Answers typed into our own mail, which came back without prefixes (Outlook)."""
    first, end = _first_level(lines, labels, start)
    last_digest = labels.rfind("g", first, end)
    colours = _answer_colours(lines, labels, own, first, end)
    below, gap = False, False
    for at in range(first, end):
        letter, text = labels[at], lines[at].text
        if letter == "g":
            below, gap = True, False
        elif letter == "e":
            gap = True
        elif letter in "tmr" and is_our_furniture(text):
            below = False
        elif letter in "tF":
            heading = gap and labels[at + 1 : at + 2] == "g"
            own[at] = (
                below and not heading and (not gap or at < last_digest) and letter == "t"
            ) or _is_signed(text, person)
            own[at] = own[at] or (bool(lines[at].colour) and lines[at].colour in colours)


def _first_level(lines: Sequence[Line], labels: str, start: int) -> tuple[int, int]:
    """The newest of the quoted mails: from below its header to the next header."""
    first = start
    while first < len(labels) and labels[first] in "eridzFSTCJO":
        block = header_block(lines, labels, first) if labels[first] == "F" else None
        first = block[1] if block else first + 1
    end = first
    while end < len(labels):
        if labels[end] in "idqz" or (labels[end] == "F" and header_block(lines, labels, end)):
            break
        end += 1
    return first, end


def _answer_colours(lines: Sequence[Line], labels: str, own: list[bool], first: int, end: int) -> set[str]:
    """Colours the sender answers in: only when their words above speak of a colour."""
    above = " ".join(lines[i].text[:300] for i in range(min(first, 60)) if own[i])
    if not _COLOURS.search(above):
        return set()
    ours = {lines[i].colour for i in range(first, end) if labels[i] == "g" or is_our_furniture(lines[i].text)}
    return {lines[i].colour for i in range(first, end)} - ours - {""}


def _is_signed(text: str, person: Person) -> bool:
    """ "JR: done" or "[Jane] done", when Jane Roe is the sender."""
    head = _INITIALS.match(text)
    if not head or not person.name:
        return False
    said, names = head[1].strip().lower(), person.name.lower().split()
    initials = "".join(name[0] for name in names)
    return said in {initials, names[0], names[-1], " ".join(names)} and (len(said) > 1)


def quoted_above(lines: Sequence[Line], labels: str, own: list[bool], start: int) -> str | None:
    """The quoted line right above a run of the sender's lines; a wrapped digest line is joined."""
    end = start
    while end and (labels[end - 1] == "e" or not unprefixed(lines[end - 1].text)):
        if own[end - 1] and labels[end - 1] != "e":
            return None
        end -= 1
    if not end or labels[end - 1] not in "qgtz" or own[end - 1]:
        return None
    texts = [unprefixed(line.text) for line in lines[max(0, end - 3) : end]]
    for back in range(1, len(texts) + 1):
        if not texts[-back]:
            break
        if starts_digest_line(texts[-back]):
            return " ".join(texts[-back:])[:QUOTED_CHARS]
    return None if is_our_furniture(texts[-1]) else texts[-1][:QUOTED_CHARS]
