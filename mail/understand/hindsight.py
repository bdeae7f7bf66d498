"""What comes after may take back what was said before: "but", "except", another day, a correction.

Looks back within one answer only; what it doubts is asked about, never dropped.
"""

from __future__ import annotations

from dataclasses import replace

from mail.dates import Found
from mail.dates.tokens import word_set
from mail.understand import remainder
from mail.understand.clauses import Clause, Marked
from mail.understand.readings import Said
from mail.understand.scene import Target
from mail.understand.updates import Update

_BUT = word_set(
    "but however aber jedoch mais pero ma però mas porém maar men mutta ale но але ama fakat しかし 但 但是"
)
_SET_ASIDE = ("wasplan", "instead", "not", "no", "miss", "fix", "late", "subord")
_SHORT = 9  # tokens: "CEO on Friday" goes on with what was said
_FAR = 20  # updates that are looked back over
_OPEN = 'something is still open ("but", "only", "left")'


def _exact(day: Found) -> bool:
    """Tell whether a day is named as one, not as a period's end."""
    near = day.past and day.future and (day.future - day.past).days <= 7
    return bool(near) or any(c.isdigit() for c in day.words) or (day.past is None) != (day.future is None)


class Hindsight:
    """The updates of a mail so far, and the sentences in which things were said."""

    def __init__(self, known: frozenset[str]) -> None:
        self.updates: list[Update] = []
        self.known = known
        self.answer_from = 0  # the first update of the answer being read
        self.done_at = self.moved_at = self.said_at = -9  # sentences that last said done, moved, anything
        self.strayed = -9  # the sentence in which a day of something else was named
        self.repeatable: list[Said] = []  # done or moved, by the clause before: "the addendum, too"
        self.repeatable_at = -9

    def repeated(self, clause: Clause, target: Target) -> list[Said]:
        """Give what was said of another milestone and holds for this one, too."""
        if target.explicit and clause.has("likewise") and not clause.status:
            return [one for one in self.repeatable if one.sure and clause.sentence - self.repeatable_at <= 1]
        return []

    def after_another_day(self, said: Said, target: Target, clause: Clause) -> Said:
        """Doubt a bare day beside the day of something else."""
        if said.action == "day" and not target.explicit and clause.sentence - self.strayed in (0, 1):
            return replace(said, sure=False, why="another day is named beside it")
        return said

    def remember(self, clause: Clause, said: list[Said], target: Target, before: int) -> None:
        """Note what a clause said, from the update numbered `before` on, and doubt what it corrects."""
        new = self.updates[before:]
        actions = {u.action for u in new}
        self.repeatable = [s for s in said if s.action in ("done", "move")]
        self.repeatable_at = clause.sentence
        self._stray(clause, new, before)
        earlier = self.updates[before - 1] if before > self.answer_from else None
        corrects = clause.has("fix") and target.explicit and clause.sentence == self.said_at
        if corrects and earlier and earlier.milestone not in target.ids:
            self._doubt(before - 1, "corrected by what follows")
        self.done_at = clause.sentence if "done" in actions else self.done_at
        self.moved_at = clause.sentence if "move" in actions else self.moved_at
        self.said_at = clause.sentence if actions - {"comment"} else self.said_at

    def _stray(self, clause: Clause, new: list[Update], before: int) -> None:
        """Note a day that is something else's; a move beside it is not certain either."""
        named = any(d.days is None and d.workdays is None for d in clause.dates)
        used = any(u.action in ("move", "done") and u.sure for u in new)
        if not named or used or clause.has(*_SET_ASIDE):
            return
        self.strayed = clause.sentence
        short = clause.end - clause.start <= _SHORT and any(_exact(d) for d in clause.dates)
        moved = before and self.updates[before - 1].action == "move" and self.moved_at == clause.sentence
        if moved and short:
            self._doubt(before - 1, "another day is named beside it")

    def _doubt(self, i: int, why: str) -> None:
        self.updates[i] = replace(self.updates[i], sure=False, why=why)

    def narrowed(self, clause: Clause, marked: Marked, target: Target) -> None:
        """Doubt what a clause without a statement narrows: "Completed, for another vendor"."""
        self.contrast(clause, replace(target, explicit=False))
        last = self.updates[-1] if len(self.updates) > self.answer_from else None
        if not (last and last.action == "done" and last.sure and clause.sentence == self.done_at):
            return
        at = len(self.updates) - 1
        if clause.mentions and clause.has("owed") and last.milestone in target.ids:
            self._doubt(at, "more is said of it, and what")
        opens = any(c.start == clause.start and c.kind in ("prep", "with", "per") for c in clause.cues)
        if opens and remainder.loose_words(clause, marked, self.known):
            self._doubt(at, f'"{marked.words(clause)}" may narrow it')

    def contrast(self, clause: Clause, target: Target) -> None:
        """Doubt what was done when a "but", an "except" or something owed follows."""
        if clause.lead != "but" and not clause.has("partial") and not self._owed(clause):
            return
        for i in range(len(self.updates) - 1, max(self.answer_from - 1, len(self.updates) - _FAR), -1):
            last = self.updates[i]
            if last.action == "block" and not any(c.text in _BUT for c in clause.of("but")):
                return
            if last.action in ("done", "block") and (not target.explicit or last.milestone in target.ids):
                self._doubt(i, _OPEN)
                return
            if last.action != "comment":
                return

    def _owed(self, clause: Clause) -> bool:
        """Tell whether a clause that names no milestone says that something is still to be done."""
        if clause.mentions:
            return False
        to_do = clause.has("will", "request") and clause.has("but", "done", "plan", "likewise")
        denied = clause.has("not") and clause.has("done", "likewise")
        return to_do or denied or (clause.has("owes") and clause.sentence == self.done_at)
