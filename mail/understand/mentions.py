"""Which milestones a sentence names: by number, id, title, paraphrase, owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mail.dates import Found
from mail.dates.tokens import Token, word_set
from mail.understand.counting import WORD_NUMBERS
from mail.understand.cues import Cue
from mail.understand.titles import Term, Titles, terms_of
from mail.understand.trade import SOFT

_AFTER_NUMBER = word_set(
    "done move plan start block late ready partial progress reopen confirm same not waiting will assign"
)


@dataclass(frozen=True)
class Mention:
    """Something that names milestones: `ids` (none: no such number), its place in tokens, how it was said."""

    ids: tuple[str, ...]
    start: int
    end: int
    how: str  # number | enumerated | id | name | verb
    words: str


def numbers_in(
    tokens: Sequence[Token], cues: Sequence[Cue], dates: Sequence[Found], numbers: Mapping[str, int]
) -> list[Mention]:
    """Find milestone numbers: [3], #3, no. 3, point 3, "2 and 3 are done"; never counts, years or times."""
    by_number = {n: i for i, n in numbers.items()}
    dated = dates_of_tokens(tokens, dates)
    starts = {c.start: c for c in cues if c.kind == "number"}
    status = {c.start for c in cues if c.kind.split(".")[0] in _AFTER_NUMBER}
    found: list[Mention] = []
    for i, token in enumerate(tokens):
        value = _value(token)
        if value is None:
            continue
        how, start, end = _how(tokens, i, starts, found)
        if not how and _stands_alone(tokens, i, status, dated):
            how = "number" if token.kind == "number" else ""
        if how and not _dated(dated.get(i), how):
            ids = (by_number[value],) if value in by_number else ()
            found.append(Mention(ids, start, end, how, "".join(t.text for t in tokens[start:end])))
    return found


def _value(token: Token) -> int | None:
    if token.kind == "number" and len(token.text) <= 4:
        return int(token.text)
    if token.kind == "ordinal" and token.text[-1] == "e":
        return None
    return WORD_NUMBERS.get(token.text)


def _how(
    tokens: Sequence[Token], i: int, labels: Mapping[int, Cue], found: Sequence[Mention]
) -> tuple[str, int, int]:
    """Tell how a number is marked as a milestone's: (how, first token, token after)."""
    before = tokens[i - 1].text if i else "\n"
    after = tokens[i + 1].text if i + 1 < len(tokens) else "\n"
    if before in "[［【" and after in "]］】":
        return "number", i - 1, i + 2
    if tokens[i].kind == "number":
        line_start = i == 0 or tokens[i - 1].kind == "break"
        if line_start and after in (")", ".") and i + 2 < len(tokens):
            return "enumerated", i, i + 2
    for back in (1, 2, 3):
        cue = labels.get(i - back)
        if (
            cue
            and cue.end in (i, i - 1)
            and (cue.end == i or tokens[i - 1].text in (".", ":", "°", "º", "#"))
        ):
            return "number", cue.start, i + 1
    if before == "#":
        return "number", i - 1, i + 1
    last = found[-1] if found else None
    if last and last.how == "number" and tokens[i].kind == "number" and last.end == i - 1 and before in _AND:
        return "number", i, i + 1
    if last and last.how == "number" and last.end == i - 2 and before in _AND and tokens[i - 2].text == ",":
        return "number", i, i + 1
    return "", i, i + 1


_AND = word_set(", & + and und et y e en och og ja i a ve и та і")
_ARTICLES = word_set("el il lo la le o a die der das de het den det")
_MARKING = word_set("mark close tick")
_LISTS = _AND | {"/"}


def _stands_alone(tokens: Sequence[Token], i: int, status: set[int], dated: Mapping[int, Found]) -> bool:
    """A bare number at the start of a sentence, then what happened to it: "2 done", "2 and 3 are done"."""
    j = i - 1
    if j >= 0 and tokens[j].text in _ARTICLES:
        j -= 1
    if j > 0 and tokens[j].text in "-–" and tokens[j - 1].kind == "number":
        return False
    if j >= 0 and tokens[j].text in _MARKING:
        return True
    if j >= 0 and not (
        tokens[j].kind == "break" or tokens[j].text in ".,;!:-•*·–>(" or tokens[j].text in _AND
    ):
        return False
    k = i + 1
    while k < len(tokens) and (tokens[k].text in _LISTS or tokens[k].kind == "number") and k < i + 12:
        k += 1
    if k == i + 1 and k < len(tokens) and tokens[k].text in _PLURAL:
        return False
    for _ in range(3):
        if k < len(tokens) and (k in status or tokens[k].text in _COPULAS):
            return True
        if k < len(tokens) and tokens[k].text in (
            ":",
            "=",
            "-",
            "–",
            "—",
            "→",
            ">",
            "to",
            "auf",
            "au",
            "al",
            "naar",
            "para",
            "until",
            "bis",
        ):
            k += 1
    return k < len(tokens) and k > i + 1 and k in dated


_PLURAL = word_set("are were have sind waren haben sont ont están son sono são estão zijn hebben")
_COPULAS = word_set(
    "is are was were has have will needs should ist sind wird wurde war hat est sont sera a été es "
    "está están fue è é sono "
    "foi is zijn wordt är blir er bliver on jest są je jsou"
)


def _dated(date: Found | None, how: str) -> bool:
    """A number inside a date is no milestone's, unless it is marked so; "the 4" alone stays a number."""
    return date is not None and how != "enumerated" and not date.bare


def dates_of_tokens(tokens: Sequence[Token], dates: Sequence[Found]) -> dict[int, Found]:
    """Give the date that each token is part of."""
    found: dict[int, Found] = {}
    k = 0
    for i, token in enumerate(tokens):
        while k < len(dates) and dates[k].end <= token.start:
            k += 1
        if k < len(dates) and dates[k].start <= token.start:
            found[i] = dates[k]
    return found


def drop_own_numbering(mentions: Sequence[Mention], named: Mapping[int, tuple[str, ...]]) -> list[Mention]:
    """Forget the sender's own numbering: 1. 2. 3. down the lines, where the words name other milestones."""
    own = [m for m in mentions if m.how == "enumerated"]
    clash = any(named.get(m.start) and not set(m.ids) & set(named[m.start]) for m in own)
    if clash and own:
        return [m for m in mentions if m.how != "enumerated"]
    return list(mentions)


def best_named(terms: Sequence[Term], titles: Titles) -> tuple[str, ...]:
    """Give the milestone the terms name, or those between which they leave the choice."""
    scores = titles.score(terms)
    if not scores:
        return ()
    best = max(scores.values())
    return tuple(m for m, s in scores.items() if s >= best * 0.8)


def named_in(
    tokens: Sequence[Token], start: int, end: int, titles: Titles, verbs: set[int]
) -> Mention | None:
    """Find the milestone that the words of a part name; words that only say what happened name it weakly."""
    terms = [Term(t.name, t.start + start, t.end + start) for t in terms_of(tokens[start:end])]
    known = [t for t in terms if any(t.name in own for own in titles.terms.values())]
    nouns = [t for t in known if t.start not in verbs]
    chosen = nouns or known
    ids = best_named(chosen, titles)
    if not ids:
        return None
    first, last = min(t.start for t in chosen), max(t.end for t in chosen)
    words = " ".join(dict.fromkeys(tokens[i].text for t in chosen for i in range(t.start, t.end)))
    soft = all(t.name[1:] in SOFT for t in chosen)
    return Mention(ids, first, last, "soft" if nouns and soft else "name" if nouns else "verb", words)
