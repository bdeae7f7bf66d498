"""Which of the days a clause names is the milestone's."""

from __future__ import annotations

from mail.dates import Found
from mail.dates.tokens import word_set
from mail.understand.clauses import Clause, Marked


def target_day(clause: Clause, marked: Marked, future: bool) -> tuple[Found | None, str]:
    """Choose the day a clause means among those it names: (day, why a person must be asked)."""
    days = [d for d in clause.dates if d.days is None and d.workdays is None]
    days = [d for d in days if not _crossed_out(d, clause, marked)]
    if len(days) > 1 and clause.has("fix"):
        days = days[-1:]
    if len(days) > 1:
        led = (
            [d for d in days if d.lead in ("by", "to")]
            if future
            else [d for d in days if d.past and d.lead != "by"]
        )
        days = led if len(led) == 1 else days
    usable = [d for d in days if (d.future if future else d.past)]
    if len({d.future if future else d.past for d in usable}) > 1:
        return None, "several days are named"
    if not usable:
        return None, ""
    if _counted_from(usable[0], clause, marked):
        return usable[0], "a length of time from that day"
    if future and usable[0].lead in ("since", "from"):
        return usable[0], "from that day on, but until when"
    return usable[0], usable[0].doubt


_FROM = word_set(
    "on from after before nach vor après avant depuis después antes dopo prima depois na voor efter før "
    "etter po przed "
    "от после до після od"
)


def _counted_from(day: Found, clause: Clause, marked: Marked) -> bool:
    """ "A week on Friday", "two days after Easter": the day is where the counting begins."""
    for length in clause.dates:
        if length.days is None and length.workdays is None:
            continue
        gap = marked.text[length.end : day.start].lower().split()
        if length.end <= day.start and len(gap) <= 2 and (not gap or gap[0] in _FROM):
            return True
    return False


def _crossed_out(day: Found, clause: Clause, marked: Marked) -> bool:
    """Tell whether the clause sets a day aside: "not on the 1st", "instead of Friday", "from 1 March"."""
    for cue in clause.of("instead", "not", "miss"):
        end = marked.tokens[cue.end - 1].end
        between = marked.text[end : day.start]
        if (
            0 <= day.start - end <= 14
            and len(between.split()) <= 2
            and not any(d.start >= end and d.end <= day.start for d in clause.dates)
        ):
            return cue.kind in ("instead", "miss") or not clause.done or day.lead in ("", "to")
    return day.lead == "from" and len(clause.dates) > 1
