"""What a clause says: not done, almost, if, by Friday. Sure only when nothing speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mail.dates import Found
from mail.dates.tokens import word_set
from mail.understand.clauses import Clause, Marked
from mail.understand.days import target_day
from mail.understand.doubts import doubt, subordinate
from mail.understand.updates import Context

LONG_AGO = timedelta(days=150)


@dataclass(frozen=True)
class Said:
    """One thing a clause says, before it is known of which milestone."""

    action: str  # as in Update, or: notdone, yes, no, ok, same, unclear
    sure: bool = True
    day: date | None = None
    why: str = ""  # why it is not sure, or what was seen
    reason: str | None = None
    days: float | None = None  # a move by a length of time


def negated(clause: Clause, cues: Sequence[object], after_too: bool) -> str:
    """Tell whether the clause denies what the cues say: "yes", "no", or "unclear"."""
    starts = [c.start for c in cues]  # type: ignore[attr-defined]
    nots = [c for c in clause.of("not", "no") if not any(c.start == s for s in starts)]
    if not nots or not starts:
        return "no"
    before = [c for c in nots if c.start < max(starts)]
    return "yes" if before or after_too else "unclear"


def read(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    """Give everything a clause says of a milestone."""
    if clause.has("inquire"):
        return [Said("question", why="a question")]
    if clause.question and not (clause.has("request") and clause.dates):
        return [Said("question", why="a question")]
    said = _statements(clause, marked, context, after_too)
    return [_doubted(s, doubt(clause, marked, s.action)) for s in said]


def _doubted(said: Said, why: str) -> Said:
    return replace(said, sure=False, why=said.why or why) if why else said


def _statements(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    if clause.has("absence") and not clause.done and not clause.has("move", "late"):
        return [Said("comment", why="somebody is away")]
    for reader in (_taken_back, _of_done, _of_move, _of_block, _of_start, _of_bare):
        said = reader(clause, marked, context, after_too)
        if said:
            return said
    return []


def _taken_back(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    if clause.has("reopen"):
        return [Said("reopen")]
    return [Said("early", False, why="said too early")] if clause.has("early") else []


def _of_done(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    done = [c for c in clause.done if not subordinate(clause, marked, c)]
    ready = clause.of("ready")
    if not done and not ready:
        return []
    if any(c.text == "done by" for c in clause.of("plan")) and not _followed_by_date(
        clause, marked, "done by"
    ):
        return [Said("unclear", False, why="done by somebody, and when")] if clause.dates else []
    plans = clause.has("will", "request", "plan") and not _asks_to_mark(clause)
    denied = negated(clause, [*done, *ready], after_too)
    if denied != "no":
        return _denied(clause, marked, denied)
    if clause.has("partial") or _percent(clause, marked):
        return _partly(clause, marked)
    past, past_doubt = target_day(clause, marked, False)
    future, doubt = target_day(clause, marked, True)
    by = (future is not None and future.lead in ("by", "before")) or any(d.lead == "by" for d in clause.dates)
    if plans or by or (clause.dates and past is None and future is not None):
        return _promised(clause, future, doubt, plans or by)
    return _happened(clause, past, past_doubt, future, context, bool(done))


def _followed_by_date(clause: Clause, marked: Marked, text: str) -> bool:
    ends = [c.end for c in clause.cues if c.text == text]
    starts = {d.start for d in clause.dates}
    return any(marked.tokens[i].start in starts for e in ends for i in range(e, min(e + 2, clause.end)))


def _percent(clause: Clause, marked: Marked) -> bool:
    """Tell whether so many percent are done: "90 % done"."""
    first = min(c.start for c in [*clause.done, *clause.of("ready")])
    before = marked.tokens[clause.start : first]
    return any(t.text.endswith("%") and not t.text.startswith("100") for t in before)


def _asks_to_mark(clause: Clause) -> bool:
    return clause.has("request") and not clause.has("will") and not clause.dates


def _denied(clause: Clause, marked: Marked, denied: str) -> list[Said]:
    day, doubt = target_day(clause, marked, True)
    if day and denied == "yes" and day.lead == "by" and _until(marked, day):
        return [Said("move", not doubt, day.future, doubt)]
    if day and denied == "yes" and day.lead == "before":
        return [Said("move", False, day.future, "not before that day, but when")]
    if denied == "unclear":
        return [Said("unclear", False, why="done and not in one sentence")]
    return [Said("notdone", why="not done")]


_UNTIL = ("until", "till", "til", "bis", "tot", "hasta", "até", "fino", "jusqu", "förrän", "til", "do", "до")


def _until(marked: Marked, day: Found) -> bool:
    before = marked.text[max(0, day.start - 22) : day.start].lower().split()
    return any(w.startswith(_UNTIL) for w in before[-3:])


def _partly(clause: Clause, marked: Marked) -> list[Said]:
    """Almost done, done except X: begun, whatever day is named for what is left."""
    day, doubt = target_day(clause, marked, True)
    if day and clause.has("will", "plan"):
        return [
            Said(
                "move",
                not doubt and not clause.has("partial"),
                day.future,
                doubt or "only a part may be meant",
            )
        ]
    first = min((c.start for c in [*clause.done, *clause.of("ready")]), default=clause.start)
    nearly = any(
        c.text.split()[0] in _NEARLY and (c.start > first or c.text.split()[0] not in _EXCEPT)
        for c in clause.of("partial")
    )
    return [Said("progress" if nearly else "part", why="not all of it is done")]


_EXCEPT = word_set(
    "apart aside except all minus bar außer abgesehen sauf hormis excepté excepto salvo tranne eccetto "
    "exceto menos behalve "
    "utom förutom undtagen unntatt paitsi oprócz kromě кроме крім hariç"
)
_NEARLY = word_set(
    "almost nearly mostly except apart aside all minus bar fast beinahe nahezu bis außer abgesehen "
    "presque quasi quasiment sauf hormis "
    "excepté casi prácticamente excepto salvo tranne eccetto praticamente quase praticamente exceto "
    "menos bijna vrijwel haast behalve op "
    "nästan utom förutom næsten undtagen nesten unntatt melkein lähes paitsi prawie niemal oprócz "
    "téměř skoro kromě až почти кроме "
    "майже крім neredeyse hariç ほ ほぼ 几 差 快 거의"
)


def _promised(clause: Clause, future: Found | None, doubt: str, plans: bool) -> list[Said]:
    if future is None:
        length = _length(clause)
        return [length] if length else [Said("later", why="it will be done, no day is said")]
    certain = plans or clause.has("ready", "adjective", "late", "move")
    if not certain:
        return [Said("unclear", False, future.future, "done, with a day that is still to come")]
    return [Said("move", not doubt, future.future, doubt or "")]


def _happened(
    clause: Clause, past: Found | None, past_doubt: str, future: Found | None, context: Context, done: bool
) -> list[Said]:
    if not done:
        return [Said("unclear", False, past.past if past else None, "ready, but is it done")]
    if clause.dates and past is None and not any(d.doubt or d.days for d in clause.dates):
        return [Said("unclear", False, None, "the day does not fit something done")]
    either = (
        past
        and past.past
        and past.future
        and past.future - past.past <= timedelta(days=7)
        and past.lead != "since"
    )
    if either and past and {c.text for c in clause.done} <= {c.text for c in clause.of("adjective")}:
        return [Said("unclear", False, past.past, "done then, or to be done")]
    day = past.past if past and not past_doubt else None
    if day and context.sent - day > LONG_AGO:
        near = future and future.future and future.future - context.sent < LONG_AGO
        if near and clause.has("ready", "adjective", "late", "move") and future:
            return [Said("move", True, future.future)]
        return [Said("unclear", False, None, "done, with a day long ago or still to come")]
    return [Said("done", True, day)]


def _length(clause: Clause) -> Said | None:
    lengths = [d for d in clause.dates if d.days is not None or d.workdays is not None]
    if not lengths:
        return None
    count = lengths[0].days if lengths[0].days is not None else (lengths[0].workdays or 0) * 7 / 5
    return Said("move", False, None, "a length of time, but not from which day", days=count)


def _of_move(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    moving = clause.of("move", "plan", "late", "miss")
    if not moving or not (clause.has("move", "late", "miss") or clause.dates):
        return []
    day, doubt = target_day(clause, marked, True)
    if day and clause.has("not") and negated(clause, moving, after_too) == "yes" and not _until(marked, day):
        return [Said("late", why="that day cannot be kept")]
    if day:
        return [Said("move", not doubt, day.future, doubt)]
    if doubt:
        return [Said("move", False, None, doubt)]
    length = _length(clause)
    if length:
        return [length]
    if clause.has("that_day"):
        return [Said("that_day")]
    return [Said("late", why="later, but no day is said")] if clause.has("move", "late", "miss") else []


_WAS = word_set(
    "was were had been wurde war waren hatte était étaient estaba estaban era erano foi estava werd var "
    "był było byl bylo был было"
)


def _of_block(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    if clause.has("unblock"):
        return [Said("unclear", False, why="no longer blocked")]
    cues = clause.of("block")
    if cues:
        if any(c.start < cues[0].start for c in clause.of("not")):
            return [Said("comment", why="not blocked")]
        if clause.has("will"):
            return [Said("comment", why="may be blocked later")]
        if any(marked.tokens[i].text in _WAS for i in range(clause.start, cues[0].start)):
            return [Said("block", False, why="it was blocked, is it still")]
        return [Said("block", True, reason=marked.words(clause))]
    if clause.has("waiting"):
        return [Said("block", False, reason=marked.words(clause), why="waiting: is it blocked")]
    return []


def _of_start(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    starts, going = clause.of("start"), clause.of("progress")
    if starts and not clause.has("not"):
        later = clause.has("will") or any(d.past is None and d.days is None for d in clause.dates)
        return [Said("later", why="it will start")] if later else [Said("start")]
    if going and not clause.has("not"):
        day, why = target_day(clause, marked, True)
        if day and day.lead not in ("since", "from"):
            beside = marked.tokens[going[-1].end].start if going[-1].end < clause.end else -1
            plain = day.lead in ("by", "to") or day.start == beside
            return [Said("day", plain and not why, day.future, why or "under way, and a day")]
        return [Said("progress")]
    if clause.has("partial") and not clause.dates and not starts:
        return [Said("part")]
    return []


def _of_bare(clause: Clause, marked: Marked, context: Context, after_too: bool) -> list[Said]:
    """Yes, no, a bare day: what they mean depends on what was asked."""
    future, doubt = target_day(clause, marked, True)
    if clause.dates:
        if (
            future
            and future.bare
            and not clause.mentions
            and len(clause.dates) == 1
            and future.lead == ""
            and clause.end - clause.start <= 1
        ):
            doubt = doubt or "a lone number"
        past, _ = target_day(clause, marked, False)
        if any(c.start == clause.start for c in clause.of("yes")):
            sure = past is not None and future is None and not past.doubt
            return [
                Said(
                    "yes",
                    sure,
                    past.past if past and sure else None,
                    "" if sure else "yes, with a day still to come",
                )
            ]
        if future:
            return [Said("day", not doubt, future.future, doubt)]
        if past:
            return [Said("pastday", False, past.past, "a day that is past, and nothing else")]
        return [_length(clause) or Said("unclear", False, why=doubt)]
    for kind in ("no", "yes", "same", "confirm", "ok"):
        if clause.has(kind):
            return [Said(kind)]
    if clause.has("not"):
        return [Said("no", why="a negation")]
    return []
