"""Why something said is not certain: a condition, a rumour, a wish, a meeting, a plan of the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from mail.dates import Found
from mail.understand.clauses import Clause, Marked, is_status
from mail.understand.cues import Cue

_HARD = frozenset(["done", "move", "day", "that_day", "start", "block", "reopen", "yes"])
_MOVES = frozenset(["move", "day", "that_day"])
_ARTICLES = 2  # tokens that may stand between "until" and its day


def outside_dates(marked_dates: Sequence[Found], tokens: Sequence[object], cues: Iterable[Cue]) -> list[Cue]:
    """Leave out the hedges within a date: "14 May" holds no "may"."""
    spans = [(d.start, d.end) for d in marked_dates]
    out, k = [], 0
    for cue in cues:
        start, end = tokens[cue.start].start, tokens[cue.end - 1].end  # type: ignore[attr-defined]
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        inside = k < len(spans) and spans[k][0] <= start and end <= spans[k][1]
        if not (inside and cue.kind in ("hedge", "tells", "urge", "wasplan")):
            out.append(cue)
    return out


def subordinate(clause: Clause, marked: Marked, cue: Cue) -> bool:
    """Tell whether a word of status only follows an "until" or "before": it has not happened."""
    for sub in clause.of("subord"):
        if sub.end > cue.start:
            continue
        near = marked.tokens[sub.end - 1].end
        dated = any(sub.start <= _token_at(marked, d) <= sub.end + _ARTICLES for d in clause.dates)
        if not dated and near <= marked.tokens[cue.start].start:
            return True
    return False


def _token_at(marked: Marked, day: Found) -> int:
    return bisect_left(marked.token_starts, day.start)


def doubt(clause: Clause, marked: Marked, action: str) -> str:
    """Say why a statement of a clause is not certain; "" when nothing in it speaks against it."""
    for kind, why in (
        ("cond", "a condition"),
        ("hearsay", "somebody else's words"),
        ("while", "only for the time being"),
    ):
        if clause.has(kind) or clause.lead == kind:
            return why
    hedges = list(clause.of("hedge"))
    if hedges and not (clause.has("should") and all(c.text.startswith("should") for c in hedges)):
        return f'"{hedges[0].text}" is not certain'
    if action not in _HARD:
        return ""
    opening = [
        c for c in clause.of("quest") if c.start <= clause.start + 1 and not _has_been(c, clause, marked)
    ]
    if opening and action != "move":
        return "a question, or what follows from it"
    if action in ("done", "yes", "start"):
        odd = [*clause.of("idiom"), *(c for c in clause.of("loose") if c.start <= _last_done(clause) + 1)]
        if odd and action != "start":
            return f'"{odd[0].text}" may give it another sense'
        first = min((c.start for c in clause.done or clause.of("start")), default=clause.end)
        if any(c.end <= first for c in clause.of("then")):
            return "then, not yet"
        if clause.has("other"):
            return f'"{clause.of("other")[0].text}" may be something else'
    return (
        _alternative(clause)
        or _addressed(clause)
        or (_day_of_else(clause, marked) if action in _MOVES else "")
    )


_BEEN = frozenset(["been", "now", "finally", "already", "just", "not", "to", "also", "long"])


def _has_been(cue: Cue, clause: Clause, marked: Marked) -> bool:
    """ "Has been signed" is no question; "has the addendum been signed" is one."""
    if cue.text != "has":
        return False
    after = cue.end
    told = any(c.start == after and is_status(c.kind) for c in clause.cues)
    return cue.start > clause.start or after >= clause.end or told or marked.tokens[after].text in _BEEN


def _last_done(clause: Clause) -> int:
    return max((c.end for c in clause.done), default=clause.end)


def _alternative(clause: Clause) -> str:
    return "one thing or another" if clause.has("or") else ""


def _addressed(clause: Clause) -> str:
    """ "You sign on Friday" is a wish; "you can cross it off" is not."""
    if clause.has("move") or any(c.text.split()[0] in _MARKING for c in clause.done):
        return ""
    you = clause.of("you")
    first = min((c.start for c in clause.cues if is_status(c.kind) and c.kind != "key"), default=clause.end)
    if you and you[0].start <= clause.start + 1 and you[0].start < first:
        return "the reader is to do it"
    return ""


_MARKING = frozenset(["mark", "marked", "tick", "cross", "close", "check", "abhaken", "abhaken", "cocher"])


def _day_of_else(clause: Clause, marked: Marked) -> str:
    """Say why a day named is not the milestone's: somebody tells, is asked, or had planned something then."""
    for kind, why in _OF_ELSE:
        if clause.has(kind):
            return why
    if _past_plan(clause):
        return "what had been planned"
    if _date_to_come(clause, marked):
        return "a new date, but which"
    if clause.has("move"):
        return ""
    if clause.has("urge") or _asked_for(clause):
        return "somebody is asked to do it"
    return ""


_OF_ELSE = (
    ("likewise", "that day, too"),
    ("hold", "wait until then, and what then"),
    ("tells", "what happens on that day may be something else"),
)


def _asked_for(clause: Clause) -> bool:
    """ "Please sign by Friday", "bitte um Unterschrift bis Freitag": no plan of the sender's."""
    if clause.has("request") and not clause.has("planning", "until_by"):
        asked = clause.of("request")[0]
        if any(
            m.how in ("soft", "verb") and m.start > asked.start for m in [*clause.mentions, *clause.hints]
        ):
            return True
        acts = [c for c in clause.of("plan") if c.start > asked.start]
        return bool(acts)
    return False


_IS = frozenset(
    [
        "is",
        ":",
        "=",
        "-",
        "–",
        "are",
        "will",
        "be",
        "ist",
        "sera",
        "est",
        "será",
        "es",
        "sarà",
        "è",
        "wordt",
        "is",
        "är",
        "blir",
        "er",
        "bliver",
        "on",
        "auf",
        "am",
        "the",
        "den",
        "le",
    ]
)


def _date_to_come(clause: Clause, marked: Marked) -> bool:
    """ "A new date" that is not followed by the date: "I'll have a new date for you on Friday"."""
    for cue in clause.of("fresh"):
        after = next((d for d in clause.dates if d.start >= marked.tokens[cue.end - 1].end), None)
        if after:
            gap = marked.tokens[cue.end : _token_at(marked, after)]
            if any(t.text not in _IS for t in gap):
                return True
    return False


def _past_plan(clause: Clause) -> bool:
    """ "It was to be signed on Friday" - unless another day follows."""
    planned = clause.of("wasplan")
    days = {d.future for d in clause.dates if d.future}
    return bool(planned) and len(days) < 2
