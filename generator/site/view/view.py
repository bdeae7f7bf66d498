"""All that a buyer may see of a deal, ready for templates.

No class reached from `View` has a field for a buyer's own words, an email address, an internal note or the
journal's evidence: what cannot be said here cannot reach a page. The view is made from the public facts only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.plan.model import Plan
from generator.site.facts import DealFacts
from generator.site.picture.difference import Difference, make_differences
from generator.site.picture.path import Path, make_path
from generator.site.picture.rail import RailMark, make_rail
from generator.site.picture.timeline import Say, Timeline, make_timeline
from generator.site.view.agenda import Meeting, make_meeting
from generator.site.view.answer import (
    Answer,
    make_answer,
    next_move,
    paragraphs,
    planned_go_live,
    return_milestone,
)
from generator.site.view.figures import Figures, make_figures
from generator.site.view.outcome import (
    Company,
    KeySpan,
    Outcome,
    Stage,
    by_stage,
    company,
    key_spans,
    make_outcomes,
)
from generator.site.view.public import public_facts
from generator.site.view.team import Team, make_teams
from generator.site.view.updates import Line, Update, make_updates, recent
from generator.site.words import Words

MEMO_NEEDS = 6  # outcomes; the memo is one page


@dataclass(frozen=True)
class PageSpec:
    """A page that MkDocs makes from a template of the theme; a `personal` one is for one person only."""

    src_uri: str
    title: str
    template: str
    personal: bool = False

    @property
    def url(self) -> str:
        """The file's name, beside the other pages."""
        return self.src_uri.removesuffix(".md") + ".html"


@dataclass(frozen=True)
class View:
    """One deal as its buyer may see it, on one day.

    `back` lists what sets the launch date when it is off its day, `needed` what the memo asks for; `files`
    are names under files/ that the pages refer to, the only ones that may be published.
    """

    deal: str
    title: str
    state: Literal["open", "live", "closed"]
    words: Words
    today: date
    introduced: date
    buyer: Company
    seller: Company
    partner: Company | None
    answer: Answer
    next_move: Outcome | None
    other_next: Outcome | None
    recent: tuple[Line, ...]
    last_change: date
    updates: tuple[Update, ...]
    reached_title: tuple[str, ...]
    reached: str
    outcomes: tuple[Outcome, ...]
    differences: tuple[Difference, ...]
    stages: tuple[Stage, ...]
    launch: Outcome
    timeline: Timeline
    rail: tuple[RailMark, ...]
    path: Path
    key_dates: tuple[KeySpan, ...]
    teams: tuple[Team, ...]
    unnamed: str
    nameless: tuple[str, ...]
    contact: str | None
    meeting: Meeting | None
    back: tuple[Outcome, ...]
    needed: tuple[Outcome, ...]
    figures: Figures | None
    first_return: Outcome | None
    summary: tuple[str, ...]
    files: tuple[str, ...]
    pages: tuple[PageSpec, ...]

    @property
    def lang(self) -> str:
        """The language of the pages, for `<html lang>`."""
        return self.words.lang

    @property
    def open(self) -> bool:
        """May anybody still tell us anything?"""
        return self.state != "closed"

    @property
    def nothing_open(self) -> bool:
        """Is no outcome stuck, no role without a name, and no figure unconfirmed?"""
        stuck = any(o.state == "blocked" for o in self.outcomes)
        return not (stuck or self.nameless or (self.figures and self.figures.unconfirmed))

    def outcome(self, milestone: str) -> Outcome:
        """Find an outcome by its id."""
        return next(o for o in self.outcomes if o.id == milestone)

    def page(self, src_uri: str) -> PageSpec | None:
        """Find one of our own pages by its source; None for a page of the rep's."""
        return next((p for p in self.pages if p.src_uri == src_uri), None)


def make_view(facts: DealFacts) -> View:
    """Turn what is known of a deal into what its buyer may see."""
    facts = public_facts(facts)
    plan = facts.plan
    words = Words(plan.buyer.locale, facts.today)
    outcomes = make_outcomes(facts, words)
    stages = by_stage(outcomes)
    figures = make_figures(facts, words)
    answer = make_answer(facts, outcomes, figures.week if figures else None, words)
    updates = make_updates(facts, outcomes, words)
    keys = key_spans(plan)
    today_words = words.text("Today, %(day)s", day=words.log_day(facts.today))
    move = next_move(outcomes)
    return View(
        deal=facts.deal,
        title=plan.title,
        state=plan.state,
        words=words,
        today=facts.today,
        introduced=plan.introduced,
        buyer=company(plan, "buyer"),
        seller=company(plan, "seller"),
        partner=company(plan, "partner") if plan.partner else None,
        answer=answer,
        next_move=move,
        other_next=next_move(outcomes, not move.owner.ours) if move else None,
        recent=recent(updates, facts.today),
        last_change=updates[0].day,
        updates=updates,
        reached_title=_reached_title(facts, outcomes, words),
        reached=words.text(
            "%(done)s of %(all)s outcomes reached",
            done=words.number(sum(o.done for o in outcomes)),
            all=words.number(len(outcomes)),
        ),
        outcomes=outcomes,
        differences=make_differences(outcomes),
        stages=stages,
        launch=next(o for o in outcomes if o.launch),
        timeline=make_timeline(stages, facts.schedule.chain, facts.today, _event(plan), keys, _say(words)),
        rail=make_rail(outcomes, facts.today, planned_go_live(facts, words), keys, today_words),
        path=make_path(outcomes, _planned(facts, words), keys, words),
        key_dates=keys,
        teams=make_teams(facts, outcomes, words),
        unnamed=_unnamed(plan, words),
        nameless=tuple(dict.fromkeys(r.title for r in plan.roles.values() if not r.name)),
        contact=next((r.name for r in plan.roles.values() if r.side == "seller" and r.name), None),
        meeting=make_meeting(facts, outcomes, answer.back, words),
        back=_back(facts, outcomes) if answer.back else (),
        needed=_needed(outcomes),
        figures=figures,
        first_return=next((o for o in outcomes if o.id == return_milestone(facts)), None),
        summary=paragraphs(plan.summary),
        files=_files(plan),
        pages=_pages(figures is not None, words),
    )


def _pages(value: bool, words: Words) -> tuple[PageSpec, ...]:
    pages = [
        PageSpec("index.md", words.text("Plan"), "plan.html"),
        PageSpec("value.md", words.text("Value"), "value.html"),
        PageSpec("people.md", words.text("People"), "people.html"),
        PageSpec("calendar.md", words.text("Calendar"), "calendar.html"),
        PageSpec("updates.md", words.text("Updates"), "updates.html"),
        PageSpec("memo.md", words.text("Memo"), "memo.html"),
        PageSpec("you.md", words.text("Your page"), "you.html", personal=True),
    ]
    return tuple(p for p in pages if value or p.src_uri != "value.md")


def _say(words: Words) -> Say:
    return Say(
        day=words.day,
        month=words.month,
        done=lambda day: words.text("Done %(day)s", day=day),
        today=lambda day: words.text("Today %(day)s", day=day),
    )


def _planned(facts: DealFacts, words: Words) -> tuple[date, str] | None:
    """Give the go-live's planned day for the line on paper, once it is not the expected one."""
    if facts.schedule.slip_days == 0:
        return None
    return facts.schedule.launch_baseline, words.text("Planned go-live")


def _event(plan: Plan) -> tuple[date, str] | None:
    return (plan.launch.date, plan.launch.event) if plan.launch.event else None


def _back(facts: DealFacts, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    by_id = {o.id: o for o in outcomes}
    return tuple(by_id[i] for i in facts.schedule.chain if i in by_id and not by_id[i].done)


def _needed(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """Give what the memo asks of people: what sets the launch date, or what is left after the launch."""
    open_ = sorted((o for o in outcomes if not o.done), key=lambda o: (o.expected, o.number))
    driving = [o for o in open_ if o.driving]
    return tuple((driving or open_)[:MEMO_NEEDS])


def _reached_title(facts: DealFacts, outcomes: tuple[Outcome, ...], words: Words) -> tuple[str, ...]:
    """Say in one or two lines what happened since the plan was introduced."""
    reached = sum(o.done for o in outcomes)
    moved = len({c.milestone for c in facts.schedule.delay if c.milestone})
    first = words.counted("%(n)s outcome reached", "%(n)s outcomes reached", reached) if reached else ""
    second = words.counted("%(n)s date moved", "%(n)s dates moved", moved) if moved else ""
    if first and second:
        return words.leading(first), second[:1].lower() + second[1:]
    return (first or second or words.text("Nothing has moved since the plan was shared"),)


def _unnamed(plan: Plan, words: Words) -> str:
    """Say how many roles wait for a name."""
    count = sum(1 for role in plan.roles.values() if not role.name)
    if not count:
        return words.text("Every role has a name.")
    return words.counted("%(n)s role still waits for a name.", "%(n)s roles still wait for a name.", count)


def _files(plan: Plan) -> tuple[str, ...]:
    """Names of the deal's own files that a page refers to."""
    urls = [r.url for m in plan.milestones for r in m.resources]
    urls += [f"files/{side.logo}" for side in (plan.buyer, plan.seller, plan.partner) if side and side.logo]
    return tuple(sorted({u for u in urls if u.startswith("files/")}))
