"""Cut a text into sentences, and sentences into clauses that each say one thing.

A comma, a colon, "and" or "because" begins a part; parts that only name milestones wait for the part that
says
what happened to them ("Warehouse system and training: both by 12 February").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from mail.dates import Found
from mail.dates.tokens import Token, word_set
from mail.understand.cues import Cue
from mail.understand.mentions import Mention, named_in
from mail.understand.titles import Titles

STATUS = word_set(
    "done ready start progress partial move plan late miss block waiting unblock reopen assign add "
    "key confirm same yes no "
    "ok undo"
)
_SPLIT = frozenset(["but", "so", "and", "because", "cond", "question"])
_MARKS = frozenset(",:–—-()→>|;…=/、，：")
_ENDS = frozenset(".!?;。؛")
_ABBREVIATIONS = word_set(
    "no nr num mr mrs ms dr prof approx ca bzw incl inkl etc st vs resp ref tel max min z.b p.ex ej "
    "art abs ggf evtl"
)
_WRAPPED = 55
_NEAR = 40  # dates of a sentence that are looked at


def is_status(kind: str) -> bool:
    """Tell whether a kind of cue says what happened to a milestone."""
    return kind in STATUS or kind.startswith("done.")


@dataclass
class Clause:
    """A stretch of tokens that says one thing, with all that was found in it."""

    start: int
    end: int
    sentence: int
    cues: list[Cue] = field(default_factory=list)
    dates: list[Found] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    question: bool = False
    lead: str = ""  # the kind of word that began it: but, because, cond, and, so
    coordinated: bool = False  # "and" stands between its mentions
    denied: bool = False  # the sentence began with "not yet"
    hints: list[Mention] = field(default_factory=list)  # milestones that only its verb hints at
    counted: int = -1  # how many cues `kinds` was made from
    kinds: frozenset[str] = frozenset()

    def has(self, *kinds: str) -> bool:
        """Tell whether a cue of one of these kinds is in it."""
        if self.counted != len(self.cues):  # cues are only ever added
            self.counted, self.kinds = len(self.cues), frozenset(c.kind for c in self.cues)
        return not self.kinds.isdisjoint(kinds)

    def of(self, *kinds: str) -> list[Cue]:
        """Give its cues of these kinds."""
        return [c for c in self.cues if c.kind in kinds] if self.has(*kinds) else []

    @property
    def done(self) -> list[Cue]:
        """Its cues for done, plain or of a certain sort."""
        return [c for c in self.cues if c.kind == "done" or c.kind.startswith("done.")]

    @property
    def says(self) -> bool:
        """It says something: a status or a day."""
        return any(is_status(c.kind) for c in self.cues) or bool(self.dates)

    @property
    def status(self) -> bool:
        """It holds a word of status."""
        return any(is_status(c.kind) for c in self.cues)


@dataclass(frozen=True)
class Marked:
    """A text with everything found in it."""

    text: str
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    dates: Sequence[Found]
    mentions: Sequence[Mention]
    titles: Titles
    every_cue: Sequence[Cue]  # those within quotation marks, too

    @cached_property
    def starts(self) -> tuple[list[int], list[int], list[int]]:
        """Give where the cues, the mentions (tokens) and the dates (code points) begin, in order."""
        return [c.start for c in self.cues], [m.start for m in self.mentions], [d.start for d in self.dates]

    @cached_property
    def token_starts(self) -> list[int]:
        """Give where the tokens begin (code points)."""
        return [t.start for t in self.tokens]

    @cached_property
    def date_ends(self) -> frozenset[int]:
        """Give where the dates end."""
        return frozenset(d.end for d in self.dates)

    def hyphenated(self, i: int) -> bool:
        """Tell whether a hyphen ties a token to the next: "on-site" is no "on"."""
        end = self.tokens[i].end
        return (
            i + 1 < len(self.tokens)
            and self.text[end : end + 1] == "-"
            and self.tokens[i + 1].start == end + 1
        )

    def words(self, clause: Clause) -> str:
        """Give the clause as it was written."""
        if clause.start >= clause.end:
            return ""
        return self.text[self.tokens[clause.start].start : self.tokens[clause.end - 1].end].strip(" \n,;:-–—")


def clauses_of(marked: Marked) -> list[Clause]:
    """Cut the text into clauses."""
    out: list[Clause] = []
    inside = _inside(marked)
    for number, (start, end, question) in enumerate(_sentences(marked, inside)):
        parts = [_fill(marked, p, number) for p in _parts(marked, start, end, inside)]
        joined = _join([p for p in parts if p.start < p.end], marked)
        if question and joined:
            joined[-1].question = True
            for clause in joined[:-1]:
                clause.question = (
                    clause.question or clause.lead != "" or joined[-1].lead not in ("and", "but", "so")
                )
        denied = False
        for clause in joined:
            clause.denied = denied
            denied = denied or (clause.has("no") and not clause.dates)
        out += joined
    return out


def _inside(marked: Marked) -> set[int]:
    """Find the tokens that no cut may precede: within a date, a phrase or a mention."""
    within: set[int] = set()
    for cue in marked.cues:
        within |= set(range(cue.start + 1, cue.end))
    for mention in marked.mentions:
        within |= set(range(mention.start + 1, mention.end))
    spans = [(d.start, d.end) for d in marked.dates]
    k = 0
    for i, token in enumerate(marked.tokens):
        while k < len(spans) and spans[k][1] <= token.start:
            k += 1
        if k < len(spans) and spans[k][0] < token.start < spans[k][1]:
            within.add(i)
    return within


def _sentences(marked: Marked, inside: set[int]) -> list[tuple[int, int, bool]]:
    tokens, out, start, line = marked.tokens, [], 0, 0
    for i, token in enumerate(tokens):
        if token.kind == "break":
            if _wraps(marked, i, line) and i not in inside:
                line = token.end
                continue
            line = token.end
        elif _date_ends(marked, i):
            if i + 1 > start:
                out.append((start, i + 1, False))
            start = i + 1
            continue
        elif token.text not in _ENDS or i in inside or not _ends(marked, i, start):
            continue
        if i > start:
            out.append((start, i, token.text == "?" or (i + 1 < len(tokens) and tokens[i + 1].text == "?")))
        start = i + 1
    if start < len(tokens):
        out.append((start, len(tokens), False))
    return out


def _date_ends(marked: Marked, i: int) -> bool:
    """Tell whether a date's last dot ends the sentence, too: "bis 8.12. Nummer 3 ist fertig"."""
    token = marked.tokens[i]
    if not token.text.endswith(".") or token.end not in marked.date_ends:
        return False
    after = marked.text[token.end : token.end + 2].strip()
    return bool(after) and (after[0].isupper() or after[0] in "[(-")


def _wraps(marked: Marked, i: int, line: int) -> bool:
    """Tell whether a line ends only because it was full."""
    tokens = marked.tokens
    if i == 0 or i + 1 >= len(tokens) or tokens[i - 1].text in _ENDS or tokens[i - 1].text == ":":
        return False
    after = tokens[i + 1]
    if tokens[i].start - line < _WRAPPED or after.kind in ("break", "mark"):
        return False
    follows = tokens[i + 2].text if i + 2 < len(tokens) else ""
    return not (after.kind == "number" and follows in (".", ")", ":"))


def _ends(marked: Marked, i: int, start: int) -> bool:
    tokens = marked.tokens
    token = tokens[i]
    if token.text != ".":
        return True
    if (
        i + 1 < len(tokens)
        and tokens[i + 1].start == token.end
        and tokens[i + 1].kind not in ("mark", "break", "cjk")
    ):
        return False
    before = tokens[i - 1] if i > start else None
    if before is None:
        return False
    if before.kind in ("number", "ordinal"):
        follows = marked.text[token.end : token.end + 2].strip()
        lone = i - 1 == start
        return not lone and (not follows or follows[0].isupper() or follows[0] in "\n[")
    return before.text not in _ABBREVIATIONS


def _parts(marked: Marked, start: int, end: int, inside: set[int]) -> list[Clause]:
    cues = marked.starts[0]
    within = marked.cues[bisect_left(cues, start) : bisect_left(cues, end)]
    days = {
        d.start for d in marked.dates[bisect_left(marked.starts[2], marked.tokens[start].start) :][:_NEAR]
    }
    opens = {
        c.start: c.kind
        for c in within
        if c.kind in _SPLIT and not (c.kind == "because" and _place(marked, c.end) in days)
    }
    listed = {m.start for m in marked.mentions if m.how == "listed"}
    parts, begin, lead = [], start, ""
    for i in range(start, end):
        token = marked.tokens[i]
        if i in inside:
            continue
        if token.text in _MARKS and token.kind == "mark":
            parts.append(Clause(begin, i, 0, lead=lead))
            begin, lead = i + 1, ""
        elif i in listed and i > begin:
            parts.append(Clause(begin, i, 0, lead=lead))
            begin, lead = i, ""
        elif i in opens:
            if i > begin:
                parts.append(Clause(begin, i, 0, lead=lead))
                begin = i
            lead = opens[i]
    return [*parts, Clause(begin, end, 0, lead=lead)]


def _place(marked: Marked, i: int) -> int:
    """Where a token begins, -1 past the end."""
    return marked.tokens[i].start if i < len(marked.tokens) else -1


def _fill(marked: Marked, part: Clause, sentence: int) -> Clause:
    part.sentence = sentence
    cues, mentions, dates = marked.starts
    part.cues = list(marked.cues[bisect_left(cues, part.start) : bisect_left(cues, part.end)])
    part.mentions = list(marked.mentions[bisect_left(mentions, part.start) : bisect_left(mentions, part.end)])
    if part.start < part.end:
        low, high = marked.tokens[part.start].start, marked.tokens[part.end - 1].end
        part.dates = list(marked.dates[bisect_left(dates, low) : bisect_left(dates, high)])
        verbs = {i for c in part.cues if is_status(c.kind) for i in range(c.start, c.end)}
        named = named_in(marked.tokens, part.start, part.end, marked.titles, verbs)
        if named:
            (part.hints if named.how == "verb" else part.mentions).append(named)
    return part


def _merge(one: Clause, other: Clause) -> Clause:
    return Clause(
        min(one.start, other.start), max(one.end, other.end), one.sentence,
        sorted([*one.cues, *other.cues], key=lambda c: c.start),
        sorted([*one.dates, *other.dates], key=lambda d: d.start),
        [*one.mentions, *other.mentions], one.question or other.question,
        one.lead if one.lead != "and" else other.lead if other.lead != "and" else "",
        one.coordinated or other.coordinated or other.lead == "and",
        one.denied or other.denied, [*one.hints, *other.hints],
    )  # fmt: skip


_AGAINST = ("not", "partial", "likewise", "question")
_FLAGS = ("hedge", "not", "fix", "partial", "hearsay", "instead")


def _join(parts: list[Clause], marked: Marked) -> list[Clause]:
    """Put parts together that say one thing between them."""
    out: list[Clause] = []
    waiting: Clause | None = None
    for part, after in zip_longest(parts, parts[1:]):
        if waiting is not None and (part.lead in ("", "and") or not part.mentions):
            part, waiting = _merge(waiting, part), None
        if _sets_the_tone(part) and not out:
            waiting = _merge(waiting, part) if waiting else part
        elif not part.says and not part.has("no", "yes") and part.mentions:
            if part.has(*_AGAINST):
                out.append(part)
            elif (
                after and after.lead == "and" and after.mentions and after.says and not part.has("both")
            ) or (after and after.lead == "but" and not after.mentions and (after.says or after.has("not"))):
                waiting = part
            elif out and _names_only(part) and _open_ended(out[-1], part):
                out[-1] = _merge(out[-1], part)
            else:
                waiting = part
        elif out and _completes(out[-1], part, marked):
            out[-1] = _merge(out[-1], part)
        else:
            out.append(part)
    return [*out, waiting] if waiting else out


def _sets_the_tone(part: Clause) -> bool:
    """ "I think," - a doubt before what it doubts."""
    return not part.says and not part.mentions and part.has("hedge", "hearsay") and part.end - part.start <= 4


def _names_only(part: Clause) -> bool:
    return part.end - part.start <= 6 and part.lead in ("", "and")


def _open_ended(before: Clause, part: Clause) -> bool:
    """ "Done: pilot and security" - the names follow; or "2, 3" goes on with numbers only."""
    numbers = all(m.how == "number" for m in [*before.mentions, *part.mentions])
    ends = part.lead == "and" and any(m.end == before.end for m in before.mentions)
    listed = not before.mentions or numbers or before.coordinated or ends
    return before.status and listed and not before.question


def _completes(before: Clause, part: Clause, marked: Marked) -> bool:
    """Tell whether a part belongs to the one before it: a bare day, a correction, a doubt."""
    if part.lead in ("because", "cond", "but") or part.mentions:
        return (
            part.lead == "but"
            and not part.status
            and not part.mentions
            and not part.dates
            and bool(part.of("partial"))
        )
    corrects = part.has("fix") or before.has("fix")
    if part.dates and corrects and (before.dates or before.has("fix")):
        return True
    if part.dates and not _states(part):
        if _idle_words(part, marked) > 1:
            return False
        if before.has("yes") and not before.dates:
            return True
        return _states(before) and (not before.dates or part.has("instead", "not"))
    if _states(part) and not part.dates and before.dates and not _states(before) and not before.mentions:
        return part.lead != "and"
    if before.has("yes") and not part.says and part.has("will", "request", "not", "partial", "cond", "hedge"):
        return True
    return not part.says and part.has(*_FLAGS) and part.end - part.start <= 6 and not part.has("quest")


def _idle_words(part: Clause, marked: Marked) -> int:
    """Count the words no cue covers: "see Luis' mail of the 12th" is about something else."""
    covered = {i for c in part.cues for i in range(c.start, c.end)}
    loose = [marked.tokens[i] for i in range(part.start, part.end) if i not in covered]
    return sum(t.kind == "word" and not any(d.start <= t.start < d.end for d in part.dates) for t in loose)


def _states(part: Clause) -> bool:
    return any(is_status(c.kind) and c.kind not in ("yes", "no", "ok", "same", "confirm") for c in part.cues)
