"""Milestones by number: [3], #3, no. 3, "2 and 3 are done", lists; never counts, years or times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mail.dates import Found
from mail.dates.tokens import Token, word_set
from mail.understand.counting import WORD_NUMBERS
from mail.understand.cues import Cue
from mail.understand.mentions import Mention

_AFTER_NUMBER = word_set(
    "done move plan start block late ready partial progress reopen confirm same not no waiting will "
    "assign both"
)


def numbers_in(
    tokens: Sequence[Token], cues: Sequence[Cue], dates: Sequence[Found], numbers: Mapping[str, int]
) -> list[Mention]:
    """Find milestone numbers: [3], #3, no. 3, point 3, "2 and 3 are done"; never counts, years or times."""
    by_number = {n: i for i, n in numbers.items()}
    dated = dates_of_tokens(tokens, dates)
    starts = {c.start: c for c in cues if c.kind == "number"}
    by_kind = _Places.of(cues)
    moved_lists = _moved_lists(tokens, by_kind.moved, dated)
    lines = _numbered_lines(tokens)
    listed = _listed_in_line(tokens, dated, by_number)
    found: list[Mention] = []
    for i, token in enumerate(tokens):
        value = _value(token)
        if value is None or (found and i < found[-1].end):
            continue
        if i in moved_lists:
            found.append(_whole_list(tokens, i, moved_lists[i], by_number))
            continue
        how, start, end = ("listed", i, i + 2) if i in listed else _how(tokens, i, starts, found)
        if i in lines:
            how, start, end = "enumerated", i, i + 2
        if not how and (_stands_alone(tokens, i, by_kind, dated) or _is_object(tokens, i, by_kind, dated)):
            how = "number" if token.kind == "number" else ""
        moved = i in by_kind.moved and how
        if how and (moved or not _dated(dated.get(i), how)):
            ids = (by_number[value],) if value in by_number else ()
            found.append(Mention(ids, start, end, how, "".join(t.text for t in tokens[start:end])))
            stop = next((k for k in range(end, min(end + 12, len(tokens))) if tokens[k].text in ",;"), -1)
            by_kind.numbered.add(stop)
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


class _Places(NamedTuple):
    """Where cues stand that tell whether a number beside them is a milestone's."""

    status: frozenset[int]  # where what happened begins
    doubts: frozenset[int]  # where "probably" or "unfortunately" begins
    joints: frozenset[int]  # after "but", "and", "so"
    after: frozenset[int]  # after "started", "done"
    moved: frozenset[int]  # after "move"
    numbered: set[int]  # commas after what is said of a number

    @staticmethod
    def of(cues: Sequence[Cue]) -> _Places:
        """Sort the cues of a text."""
        kinds = [(c.kind.split(".")[0], c) for c in cues]
        return _Places(
            frozenset(c.start for k, c in kinds if k in _AFTER_NUMBER),
            frozenset(c.start for k, c in kinds if k in ("hedge", "but", "not", "no")),
            frozenset(c.end for k, c in kinds if k in ("but", "and", "so", "no", "yes", "fix")),
            frozenset(c.end for k, c in kinds if k in ("done", "start", "progress")),
            frozenset(c.end for k, c in kinds if k == "move"),
            set(),
        )


def _moved_lists(
    tokens: Sequence[Token], moved: frozenset[int], dated: Mapping[int, Found]
) -> dict[int, int]:
    """Find the lists of "move 3, 4 and 5 to 30 March": first token -> token after the last number."""
    out: dict[int, int] = {}
    for start in moved:
        k = start
        while k < len(tokens) and k < start + 12 and (tokens[k].kind == "number" or tokens[k].text in _AND):
            k += 1
        numbers = [i for i in range(start, k) if tokens[i].kind == "number"]
        towards = k < len(tokens) and tokens[k].text in _TOWARDS and (k + 1 in dated or k + 2 in dated)
        if len(numbers) > 1 and towards and tokens[start].kind == "number":
            out[start] = numbers[-1] + 1
    return out


def _whole_list(tokens: Sequence[Token], start: int, end: int, by_number: Mapping[int, str]) -> Mention:
    values = [int(t.text) for t in tokens[start:end] if t.kind == "number"]
    known = all(v in by_number for v in values)
    ids = tuple(by_number[v] for v in values) if known else ()
    return Mention(ids, start, end, "number", " ".join(t.text for t in tokens[start:end]))


def _listed_in_line(
    tokens: Sequence[Token], dated: Mapping[int, Found], by_number: Mapping[int, str]
) -> frozenset[int]:
    """Find a list within a line: "2) ok 3) late" or "3: 19 March 4: 26 March"; two of a kind at least."""
    out: set[int] = set()
    line: list[int] = []
    for i in range(len(tokens) + 1):
        if i == len(tokens) or tokens[i].kind == "break":
            for mark in ")", ":":
                of = [k for k in line if tokens[k + 1].text == mark]
                values = [int(tokens[k].text) for k in of]
                if len(of) > 1 and values == sorted(set(values)) and all(v in by_number for v in values):
                    out |= set(of)
            line = []
        elif tokens[i].kind == "number" and len(tokens[i].text) < 4 and i + 1 < len(tokens):
            before = tokens[i - 1].text if i else "\n"
            day = dated.get(i)
            if tokens[i + 1].text in (")", ":") and before not in "([" and (day is None or day.bare):
                line.append(i)
    return frozenset(out)


def _numbered_lines(tokens: Sequence[Token]) -> frozenset[int]:
    """Find the numbers that begin lines of a list: "3 - passed"; two of a kind at least."""
    at = [
        i
        for i in range(len(tokens) - 2)
        if tokens[i].kind == "number"
        and (i == 0 or tokens[i - 1].kind == "break")
        and tokens[i + 1].text in _DASHES
    ]
    return frozenset(at) if len(at) > 1 and len({tokens[i + 1].text for i in at}) == 1 else frozenset()


_DASHES = word_set("- – — = → > /")


def _is_object(tokens: Sequence[Token], i: int, at: _Places, dated: Mapping[int, Found]) -> bool:
    """A number that something is done to: "started on 4.", "please move 8 to 28 May"."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else "\n"
    if i in at.moved:
        return after in _TOWARDS and (i + 2 in dated or i + 3 in dated)
    ends = i + 1 >= len(tokens) or (tokens[i + 1].kind in ("break", "mark") and after not in "%/-–€$")
    return ends and i >= 2 and tokens[i - 1].text in _UPON and i - 1 in at.after


_TOWARDS = word_set("to until till auf bis au al a ao naar tot til till till på do на")

_UPON = word_set("on with mit an sur avec con com met aan med på z s")


def _stands_alone(tokens: Sequence[Token], i: int, at: _Places, dated: Mapping[int, Found]) -> bool:
    """A bare number at the start of a sentence, then what happened to it: "2 done", "2 and 3 are done"."""
    j = i - 1
    if j >= 0 and (
        tokens[j].text in _ARTICLES or (tokens[j].text in _FOR and (j == 0 or _begins(tokens[j - 1])))
    ):
        j -= 1
    if j > 0 and tokens[j].text in "-–" and tokens[j - 1].kind == "number":
        return False
    if j >= 0 and tokens[j].text in _MARKING:
        return True
    opens = j >= 0 and j + 1 in at.joints
    if j >= 0 and not (opens or _begins(tokens[j])):
        return False
    k = i + 1
    if opens and tokens[j].text in _ONLY:
        return k < len(tokens) and tokens[k].text in _SINGULAR
    while k < len(tokens) and (tokens[k].text in _LISTS or tokens[k].kind == "number") and k < i + 12:
        k += 1
    if k == i + 1 and k < len(tokens) and tokens[k].text in _PLURAL:
        return False
    if k in at.doubts and tokens[k].text not in _ONLY:
        return _says_soon(tokens, k, at, dated)
    k, happens = _past_links(tokens, k, at)
    if happens:
        return True
    follows = j >= 0 and tokens[j].text in ",;" and j in at.numbered and i not in dated
    return k < len(tokens) and (k > i + 1 or follows) and k in dated


def _past_links(tokens: Sequence[Token], k: int, at: _Places) -> tuple[int, bool]:
    """Skip "to", ":" and the like: (the token reached, whether a word of status or "is" stands there)."""
    for _ in range(3):
        if k < len(tokens) and (k in at.status or tokens[k].text in _COPULAS):
            return k, True
        if k < len(tokens) and tokens[k].text in _LEADING:
            k += 1
    return k, False


def _begins(before: Token) -> bool:
    return before.kind == "break" or before.text in ".,;!:-•*·–>(" or before.text in _AND


_FOR = word_set("for re ad für zu pour para per voor för do для")
_LEADING = word_set(": = - – — → > to auf au al naar para until bis by on")


def _says_soon(tokens: Sequence[Token], k: int, at: _Places, dated: Mapping[int, Found]) -> bool:
    """After a number and "probably" or "not": what happens to it follows within the sentence."""
    near = range(k, min(k + 6, len(tokens)))
    stop = next((n for n in near if tokens[n].kind == "break" or tokens[n].text in ",;."), near.stop)
    return any(n in at.status or n in dated or tokens[n].text in _COPULAS for n in range(k, stop))


_ONLY = word_set("only just nur lediglich seulement solo soltanto sólo só alleen bara kun vain tylko jen")

_SINGULAR = word_set("is was has ist war wurde est a es está è é foi is er on jest je")

_PLURAL = word_set("are were have sind waren haben sont ont están son sono são estão zijn hebben")

_COPULAS = word_set(
    "is are was were has have will needs should ist sind wird wurde war hat est sont sera a été es "
    "está están fue è é sono "
    "foi is zijn wordt är blir er bliver on jest są je jsou"
)


def _dated(date: Found | None, how: str) -> bool:
    """A number inside a date is no milestone's, unless it is marked so; "the 4" alone stays a number."""
    return date is not None and how not in ("enumerated", "listed") and not date.bare


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
