"""What a manager should look at in a deal, each as a sentence that names what is wrong; there is no score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from generator.plan.model import Milestone
from generator.portfolio.row import Concern
from generator.rules.rule import Situation
from generator.rules.told import last_told
from generator.schedule.moves import next_moves

CADENCE_DAYS = {"week": 7, "two weeks": 14, "month": 31, "quarter": 92}
USUAL_CADENCE_DAYS = 14  # where no check-ins are agreed
NEAR = timedelta(days=14)

_Sentences = Iterator[str]


def concerns(s: Situation) -> tuple[Concern, ...]:
    """Give what should be looked at, the most urgent first; nothing is said of a closed plan."""
    if s.plan.state == "closed":
        return ()
    return tuple(
        Concern(rank=rank, kind=kind, sentence=sentence)
        for rank, (kind, find) in enumerate(_KINDS, 1)
        for sentence in find(s)
    )


def cadence_days(s: Situation) -> int:
    """Say how many days may pass between two words of the buyer: as often as both sides agreed to meet."""
    checkins = s.plan.checkins
    return CADENCE_DAYS[checkins.every] if checkins else USUAL_CADENCE_DAYS


def _overdue(s: Situation) -> _Sentences:
    for name in next_moves(s.plan, s.schedule):
        due = s.schedule.milestones[name].current.due
        if due < s.today and s.plan.by_id[name].status != "blocked":
            yield (
                f"{s.called(name)} was due on {due}, {_days((s.today - due).days)} ago; "
                f"ask {s.who(s.plan.by_id[name].owner)} for a date."
            )


def _stuck(s: Situation) -> _Sentences:
    for m in s.ahead:
        if m.status == "blocked":
            yield f"{s.called(m.id)} is stuck; {s.who(m.owner)} needs help."


def _short(s: Situation) -> _Sentences:
    if not s.launched and not s.schedule.feasible:
        first = next((i for i in s.schedule.chain if s.plan.by_id[i].status != "done"), s.schedule.launch_id)
        late = _days(s.schedule.short_days, "working day")
        yield (
            f"Go-live is expected on {s.schedule.launch_forecast}, {late}"
            f" after {s.schedule.launch_target}; {s.called(first)} sets the date."
        )


def _silent(s: Situation) -> _Sentences:
    last = last_told(s, "buyer")
    passed, most = (s.today - last).days, cadence_days(s)
    if s.ahead and passed > most:
        yield f"No word from {s.plan.buyer.name} for {_days(passed)}, since {last}; {_days(most)} are usual."


def _unnamed(s: Situation) -> _Sentences:
    for m in _soon(s):
        role = s.plan.roles[m.owner]
        if not role.name:
            day = s.schedule.milestones[m.id].forecast.start
            yield f"{role.title} has no name yet, and {s.called(m.id)} starts on {max(day, s.today)}."


def _single_threaded(s: Situation) -> _Sentences:
    if s.launched:
        return
    reachable = [i for i, role in s.plan.people() if role.side == "buyer"]
    if len(reachable) < 2:
        whom = f"Only {s.who(reachable[0])}" if reachable else "Nobody"
        yield f"{whom} at {s.plan.buyer.name} can be written to."
        return
    spoke = {e.who for e in s.entries if e.by == "mail"} & set(reachable)
    if len(spoke) == 1:
        yield f"Only {s.who(spoke.pop())} of {len(reachable)} people at {s.plan.buyer.name} has ever replied."


def _soon(s: Situation) -> Iterator[Milestone]:
    return (m for m in s.ahead if s.schedule.milestones[m.id].forecast.start <= s.today + NEAR)


def _days(count: int, unit: str = "day") -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


# In order of urgency; the place in the list is the concern's rank.
_KINDS: tuple[tuple[str, Callable[[Situation], _Sentences]], ...] = (
    ("overdue", _overdue),
    ("stuck", _stuck),
    ("short", _short),
    ("silent", _silent),
    ("unnamed", _unnamed),
    ("single-threaded", _single_threaded),
)
