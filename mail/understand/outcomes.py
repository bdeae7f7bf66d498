"""What a statement means for a milestone as the plan has it now: a step, a question, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.plan.model import Milestone
from mail.dates import calendar as cal
from mail.dates import find_dates
from mail.dates.tokens import word_set
from mail.understand.clauses import Clause
from mail.understand.readings import Said
from mail.understand.scene import Scene, Target
from mail.understand.updates import Update

_SILENT = frozenset(["ok", "same"])
_STRICT = frozenset(["done", "move", "start", "reopen", "that_day"])
_NEEDS_A_MILESTONE = word_set("done move block reopen start unclear notdone late yes no that_day")
# What may stand beside a bare day that is an answer: "Tuesday 24 November it is".
_PLAIN = word_set(
    "benign pronoun fix prep with per instead request"
    " and so but yes no plan partial progress ok thanks greet "
    "greet close same agent hedge cond while because that_day until_by miss late move both mine "
    "confirm number will should subord you likewise planning plain urge loose narrow other then"
)


@dataclass(frozen=True)
class Statement:
    """Something said, of whom, in which clause, with the words of the clause that nothing accounts for."""

    said: Said
    target: Target
    clause: Clause
    words: str
    strange: Sequence[str]
    scene: Scene
    more: bool = False  # more than a plain yes is said
    timed: bool = False  # a time of day is named


def updates_for(s: Statement) -> list[Update]:
    """Give the updates of one statement, one for each milestone it speaks of."""
    if s.said.action in _SILENT or (s.said.action == "confirm" and not s.target.ids):
        return []
    if not s.target.ids:
        return [_homeless(s)]
    doubt = _doubt(s)
    made = []
    for id_ in s.target.ids:
        milestone = s.scene.context.plan.by_id[id_]
        maker = _MAKERS.get(s.said.action, _comment)
        update = maker(s, milestone)
        if update is not None:
            made.append(_doubted(update, doubt, milestone))
    return made


def _doubt(s: Statement) -> str:
    """Say why the statement is not certain; "" when it is."""
    if not s.said.sure:
        return s.said.why or "not certain"
    if not s.target.sure:
        return s.target.why
    if s.strange and s.said.action in _STRICT:
        return f'"{s.strange[0]}" may be something else'
    if s.said.action == "done" and s.clause.has("narrow") and not s.target.explicit:
        return "done with something"
    if s.said.action == "done" and s.clause.has("our_side") and not s.target.explicit:
        return "everything, or only this"
    return ""


def _doubted(update: Update, doubt: str, m: Milestone) -> Update:
    if update.action in ("comment", "question", "confirm"):
        return update
    if m.status == "done" and update.action in ("move", "start", "block", "done"):
        doubt = doubt or "it is done already"
    return replace(update, sure=False, why=f"{doubt}; {update.why}") if doubt else update


def _homeless(s: Statement) -> Update:
    """Keep a statement about no milestone we know of: asked about, unless about something else."""
    if s.said.action == "question":
        return Update(None, "question", s.words, True, why="a question")
    about_all = s.target.explicit or s.clause.has("all", "both", "mine")
    asked = s.said.action in _NEEDS_A_MILESTONE and (about_all or not s.strange)
    return Update(None, "comment", s.words, not asked, why=s.target.why)


def _comment(s: Statement, m: Milestone) -> Update:
    sure = s.said.sure or s.said.action not in ("unclear", "early")
    return Update(
        m.id, "question" if s.said.action == "question" else "comment", s.words, sure, why=s.said.why
    )


def _done(s: Statement, m: Milestone) -> Update:
    kinds, verbs = {c.kind for c in s.clause.done}, s.scene.titles.verbs[m.id]
    if "done" not in kinds and kinds and verbs and not kinds & verbs:
        if s.strange and not s.target.explicit:
            return Update(m.id, "comment", s.words, True, why="something else happened")
        return Update(
            m.id, "done", s.words, False, on=s.said.day, why="the verb is another than the milestone's"
        )
    if m.status == "done" and s.said.day in (None, m.done_on):
        return Update(m.id, "comment", s.words, True, why="it is done already")
    return Update(m.id, "done", s.words, True, on=s.said.day, why=s.target.why)


def _move(s: Statement, m: Milestone) -> Update:
    if s.said.days is not None:
        due = shown_due(s.scene, m)
        to = due + cal.days(s.said.days) if due and s.said.days else None
        return Update(m.id, "move", s.words, False, to=to, why=s.said.why)
    if s.timed and s.said.day == s.scene.context.sent:
        return Update(
            m.id, "move", s.words, False, to=s.said.day, why="a time of today, of something else perhaps"
        )
    return Update(
        m.id, "move", s.words, s.said.sure and s.said.day is not None, to=s.said.day, why=s.target.why
    )


def _that_day(s: Statement, m: Milestone) -> Update:
    day = s.scene.last_day
    return Update(m.id, "move", s.words, day is not None, to=day, why=s.target.why)


def shown_due(scene: Scene, m: Milestone) -> date | None:
    """Give the day our mail showed as due, from the quoted line or the subject, else the plan's own."""
    sent = scene.context.sent - timedelta(days=60)
    for line in (scene.quoted, scene.context.subject if scene.context.about == m.id else None):
        found = [d.future for d in find_dates(line or "", sent, "en-GB", ("en",)) if d.future]
        if found:
            return found[-1]
    return m.expected or m.due


def _day(s: Statement, m: Milestone) -> Update:
    """A bare day moves a milestone only if nothing else is in the sentence."""
    if s.clause.has("confirm", "same") and not s.clause.has("will", "plan"):
        return _kept(s, m)
    crossed = {c.start for c in s.clause.of("instead")}
    others = any(c.kind not in _PLAIN and c.start not in crossed for c in s.clause.cues)
    asked = s.scene.asked
    if asked and m.id != asked and s.target.why.startswith("by the words"):
        return replace(_move(s, m), sure=False, why="a day beside words for another milestone")
    if s.strange or others or (s.clause.has("agent") and not s.target.explicit):
        return Update(m.id, "comment", s.words, True, why="a day, but of something else")
    return _move(s, m)


def _kept(s: Statement, m: Milestone) -> Update:
    """ "12 March stands", "Friday works": it confirms the day the plan has, or must be asked."""
    if s.said.day and s.said.day == shown_due(s.scene, m) and s.target.sure and not s.strange:
        return Update(m.id, "confirm", s.words, True, why=s.target.why)
    return Update(m.id, "move", s.words, False, to=s.said.day, why="a day that suits, or a new one")


def _block(s: Statement, m: Milestone) -> Update:
    return Update(m.id, "block", s.words, s.said.sure, reason=s.said.reason, why=s.target.why)


def _start(s: Statement, m: Milestone) -> Update:
    if m.status in ("active", "done"):
        return Update(m.id, "comment", s.words, True, why="it is under way already")
    return Update(m.id, "start", s.words, True, why=s.target.why)


def _progress(s: Statement, m: Milestone) -> Update:
    if m.status != "open" or s.strange:
        return Update(m.id, "comment", s.words, True, why="under way, not done")
    return Update(m.id, "start", s.words, True, why=f"under way, not done; {s.target.why}")


def _reopen(s: Statement, m: Milestone) -> Update:
    if m.status != "done":
        return Update(m.id, "comment", s.words, False, why="not done, and the plan does not say it is")
    return Update(m.id, "reopen", s.words, True, why=s.target.why)


def _yes(s: Statement, m: Milestone) -> Update:
    asked = m.id in (s.scene.context.about, s.scene.quoted_milestone())
    hedged = s.clause.has("not", "partial", "will", "hedge", "request", "cond", "progress")
    if s.more and asked and not hedged and not s.strange:
        return Update(m.id, "comment", s.words, False, why="yes, and more")
    if s.strange or not asked or hedged:
        return Update(m.id, "comment", s.words, False, why="yes, but to what")
    return Update(
        m.id, "done", s.words, s.said.sure, on=s.said.day, why="yes to the question whether it is done"
    )


def _late(s: Statement, m: Milestone) -> Update:
    if s.strange and not s.target.explicit:
        return Update(m.id, "comment", s.words, True, why="something is late")
    return Update(m.id, "move", s.words, False, why=s.said.why)


def _no(s: Statement, m: Milestone) -> Update:
    if m.status == "done" and s.said.action == "notdone" and not s.strange:
        return Update(m.id, "reopen", s.words, True, why="not done, though the plan says so")
    return Update(m.id, "comment", s.words, bool(s.strange), why="not done, and no day is said")


def _confirm(s: Statement, m: Milestone) -> Update | None:
    return (
        Update(m.id, "confirm", s.words, True, why=s.target.why) if s.target.sure and not s.strange else None
    )


_MAKERS: dict[str, Callable[[Statement, Milestone], Update | None]] = {
    "done": _done,
    "move": _move,
    "that_day": _that_day,
    "day": _day,
    "block": _block,
    "start": _start,
    "progress": _progress,
    "reopen": _reopen,
    "yes": _yes,
    "late": _late,
    "no": _no,
    "notdone": _no,
    "confirm": _confirm,
}
