"""What everything said so far points at: the milestone a sentence means when it names none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mail.dates.tokens import fold, normalise, tokens_of, word_set
from mail.understand.clauses import Clause, Marked
from mail.understand.mentions import Mention, best_named
from mail.understand.titles import Titles, terms_of
from mail.understand.updates import Context

_DIGEST_LINE = re.compile(r"\[\s?(\d{1,4})\s?\]")


@dataclass(frozen=True)
class Target:
    """The milestones a clause speaks of, how we know, and whether that is certain."""

    ids: tuple[str, ...]
    sure: bool
    why: str
    explicit: bool = False  # named in the clause itself


@dataclass
class Scene:
    """The state of reading one mail."""

    context: Context
    titles: Titles
    quoted: str | None = None  # the quoted line being answered
    last_day: date | None = None  # the day last named, for "move it to that date"
    last: tuple[str, ...] = ()  # milestones last named
    last_sentence: int = -9
    named: list[str] = field(default_factory=list)  # all named, in order

    @property
    def nudge(self) -> str | None:
        """Give the one milestone our mail asked about."""
        about = self.context.about
        if about in self.context.plan.by_id:
            return about
        only = self.context.about_milestones
        return only[0] if about in ("receipt", "question") and len(only) == 1 else None

    def quoted_milestone(self) -> str | None:
        """Find the milestone of the quoted line that is answered."""
        if not self.quoted:
            return None
        number = _DIGEST_LINE.search(self.quoted)
        if number:
            return next((i for i, n in self.context.numbers.items() if n == int(number[1])), None)
        text = fold(normalise(self.quoted).lower())
        for milestone in self.context.plan.milestones:
            if fold(normalise(milestone.outcome).lower()) in text:
                return milestone.id
        ids = best_named(terms_of(tokens_of(normalise(self.quoted))), self.titles)
        return ids[0] if len(ids) == 1 else None

    @property
    def asked(self) -> str | None:
        """Give the milestone of the quoted line answered, or else the one our mail asked about."""
        return self.quoted_milestone() or self.nudge

    def open_of(self, role: str | None) -> tuple[str, ...]:
        """Give the open milestones a role owns."""
        return tuple(m.id for m in self.context.plan.milestones if m.owner == role and m.status != "done")

    def remember(self, ids: Sequence[str], sentence: int) -> None:
        """Note which milestones were named."""
        self.last, self.last_sentence = tuple(ids), sentence
        self.named += [i for i in ids if i not in self.named]


def target_of(clause: Clause, marked: Marked, scene: Scene) -> Target:
    """Find the milestones a clause speaks of."""
    if clause.has("both"):
        return _both(clause, scene)
    named = _named(clause, scene)
    if named:
        return named
    if clause.has("mine"):
        own = scene.open_of(scene.context.sender)
        nudge = scene.nudge
        if nudge and nudge in own:
            return Target((nudge,), True, "the milestone we asked about")
        ready = len(own) == 1 and _may_be_next(own[0], scene)
        return Target(
            own,
            ready,
            "the only open milestone the sender owns" if len(own) == 1 else "the sender owns several",
        )
    return _carried(clause, marked, scene)


def _may_be_next(id_: str, scene: Scene) -> bool:
    """Tell whether all that must come before a milestone is done."""
    plan = scene.context.plan
    return all(plan.by_id[a].status == "done" for a in plan.by_id[id_].after if a in plan.by_id)


def _both(clause: Clause, scene: Scene) -> Target:
    ids = tuple(dict.fromkeys(i for m in clause.mentions if len(m.ids) == 1 for i in m.ids))
    if len(ids) == 2:
        return Target(ids, True, "both are named", True)
    if len(scene.named) == 2:
        return Target(tuple(scene.named), True, '"both" are the two named before', True)
    return Target((), False, 'it is not clear which two "both" means')


_LEAST = 0.2  # of a milestone's name must be said to mean it
_LEAST_ELSEWHERE = 0.6  # in an answer about another one


def _named(clause: Clause, scene: Scene) -> Target | None:
    numbered = [m for m in clause.mentions if m.how in ("number", "enumerated", "listed")]
    names = [m for m in clause.mentions if m.how in ("name", "soft")]
    if any(not m.ids for m in numbered):
        return Target((), False, "no milestone has this number", True)
    by_number = tuple(dict.fromkeys(i for m in numbered for i in m.ids))
    by_name = tuple(dict.fromkeys(i for m in names if len(m.ids) == 1 for i in m.ids))
    unclear = [m for m in names if len(m.ids) > 1 and not set(m.ids) & {*by_number, *by_name}]
    if by_number and by_name and not set(by_name) <= set(by_number):
        if clause.coordinated and not set(by_name) & set(by_number):
            return Target((*by_number, *by_name), True, "by number and by name", True)
        return Target(by_number, False, "the number and the words name different milestones", True)
    if by_number:
        return Target(by_number, True, f"by number {', '.join(m.words for m in numbered)}", True)
    if unclear and not by_name:
        if scene.asked and any(scene.asked in m.ids for m in unclear):
            return Target((scene.asked,), True, "the milestone we asked about", True)
        return Target(unclear[0].ids, False, f'"{unclear[0].words}" fits several milestones', True)
    if len(by_name) > 1 and not clause.coordinated and len(names) > 1:
        return Target(by_name, False, "several milestones are named", True)
    return _by_name(by_name, names, scene.asked) if by_name else None


def _by_name(ids: tuple[str, ...], names: Sequence[Mention], asked: str | None) -> Target:
    """Weigh names: in an answer about one milestone, another must be named well."""
    if asked and asked not in ids:
        if all(m.how == "soft" for m in names):
            return Target(ids, False, f'"{names[0].words}" may mean another milestone or a part', True)
        shared = [m for m in names if asked in m.partly]
        if len(names) == 1 and shared and asked in shared[0].also:
            return Target((asked,), True, "the milestone we asked about", True)
        if shared:
            return Target(ids, False, f'"{shared[0].words}" may mean the milestone we asked about', True)
    least = _LEAST_ELSEWHERE if asked else _LEAST
    weak = [m for m in names if m.share < least]
    if weak and asked not in ids:
        return Target(ids, False, f'"{weak[0].words}" alone may mean something else', True)
    return Target(ids, True, f'by the words "{names[0].words}"', True)


_POINTS_BACK = word_set("pronoun undo reopen that_day both")


def _carried(clause: Clause, marked: Marked, scene: Scene) -> Target:
    """Find what a clause that names nothing speaks of."""
    quoted = scene.quoted_milestone()
    near = clause.sentence - scene.last_sentence
    if scene.last and near == 0 and not quoted:
        return Target(scene.last, True, "named in the same sentence")
    if quoted:
        elsewhere = scene.last and near <= 1 and set(scene.last) != {quoted}
        return Target((quoted,), not elsewhere, "the quoted line above it")
    nudge = scene.nudge
    if nudge:
        other = scene.last and near == 1 and set(scene.last) != {nudge}
        return Target((nudge,), not other, "the milestone we asked about")
    if scene.last and near == 1:
        return Target(scene.last, True, "named in the sentence before")
    if clause.hints and len(clause.hints[0].ids) == 1:
        return Target(clause.hints[0].ids, False, f'only "{clause.hints[0].words}" hints at it')
    only = scene.context.about_milestones
    if scene.context.about in ("receipt", "question") and only:
        return Target(only, False, "one of those we wrote about")
    return Target((), False, "no milestone is named")
