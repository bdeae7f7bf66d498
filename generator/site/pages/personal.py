"""What differs from person to person in a built page: my next outcome, how to answer, my calendar, my page.

Slots are filled with HTML that the theme's `personal.html` renders, autoescaped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import jinja2

from generator.site.facts import DealFacts, Person
from generator.site.pages.answers import Cells, mailto, tell_links
from generator.site.view.answer import next_move
from generator.site.view.outcome import Outcome
from generator.site.view.view import View

ANYONE = "any"
DEPTHS = 5  # folders under which a page of the rep's own may lie

# Undocumented addresses of the vendors, which may change; copying the link always works.
GOOGLE = "https://calendar.google.com/calendar/render?cid="
OUTLOOK_WORK = "https://outlook.office.com/calendar/0/addfromweb?url={url}&name={name}"
OUTLOOK_HOME = "https://outlook.live.com/calendar/0/addfromweb?url={url}&name={name}"


@dataclass(frozen=True)
class Subscription:
    """One calendar as a link to copy, and as links that open a calendar program."""

    title: str
    url: str
    webcal: str
    google: str
    outlook_work: str
    outlook_home: str


def subscription(title: str, url: str, name: str) -> Subscription:
    """Give every way to subscribe to one calendar feed; `name` is what the calendar will be called."""
    webcal = "webcal://" + url.partition("://")[2]
    values = {"url": quote(url, safe=""), "name": quote(name, safe="")}
    google = GOOGLE + quote(webcal, safe="")
    return Subscription(
        title, url, webcal, google, OUTLOOK_WORK.format(**values), OUTLOOK_HOME.format(**values)
    )


def pages_for(pages: Mapping[str, bytes], view: View, person: Person) -> dict[str, bytes]:
    """Leave out the pages that are for one person only, where the copy is the link to pass on."""
    hidden = {p.url for p in view.pages if p.personal} if person.id == ANYONE else set()
    return {path: content for path, content in pages.items() if path not in hidden}


class Slots:
    """What fills the slots of one deal's pages; what its people share is rendered once."""

    def __init__(self, env: jinja2.Environment, view: View, facts: DealFacts) -> None:
        self._env, self._view, self._facts = env, view, facts
        view.words.install(env)
        self._template = env.get_template("personal.html")
        self._cells = Cells(self._template.make_module({"view": view, "mailto": mailto}), view)

    def of(self, person: Person, shared: str | None = None) -> dict[str, str]:
        """Fill every slot for one person: slot name to HTML.

        `shared` is the link to pass on, for the footer. Without a reply address nothing speaks of replying.
        """
        view = self._view
        view.words.install(self._env)
        theirs = [o for o in view.outcomes if o.owner.role == person.id]
        open_ = sorted((o for o in theirs if not o.done), key=lambda o: (o.expected, o.number))
        module: Any = self._template.make_module(self._context(person, theirs, open_, shared))
        slots = {
            "yours": str(module.yours()),
            "footer": str(module.footer()),
            "calendars": str(module.calendar_links()),
            "you": str(module.you()) if person.id != ANYONE else "",
            "add-topic": str(module.add_topic()),
            "figure": str(module.figure()),
        }
        for depth in range(DEPTHS):
            slots[f"nav/you/{depth}"] = str(module.nav_you("../" * depth)) if person.id != ANYONE else ""
        for outcome in open_:
            slots[f"mine/{outcome.id}"] = " is-mine"
            slots[f"yours/{outcome.id}"] = str(module.yours_label())
        if person.reply_address and view.open:
            slots |= _who(module, view, person.reply_address)
            slots |= self._cells.of(person.reply_address, {o.id for o in open_})
        return slots

    def _context(
        self, person: Person, theirs: list[Outcome], open_: list[Outcome], shared: str | None
    ) -> dict[str, Any]:
        view = self._view
        role = self._facts.plan.roles.get(person.id)
        mine = open_[0] if open_ else None
        answers = person.reply_address if view.open else None
        waits_on_us = not view.next_move or view.next_move.owner.ours
        return {
            "view": view,
            "person": person,
            "anyone": person.id == ANYONE,
            "name": (role.name or role.title) if role else "",
            "first_name": view.words.called(role.name or role.title) if role else "",
            "title": role.title if role else "",
            "mine": mine,
            "open_outcomes": open_,
            "reached": [o for o in theirs if o.done],
            "helping": [o for o in view.outcomes if not o.done and person.id in {w.role for w in o.with_}],
            "other": next_move(view.outcomes, not view.next_move.owner.ours) if view.next_move else None,
            "other_side": (view.seller if waits_on_us else view.buyer).short,
            "tell": {mine.id: tell_links(answers(mine.id), mine, view.words)} if mine and answers else {},
            "digest": answers("digest") if answers else None,
            "calendars": _calendars(view, person),
            "shared": shared,
            "mailto": mailto,
        }


def personal_slots(
    env: jinja2.Environment, view: View, facts: DealFacts, person: Person, shared: str | None = None
) -> dict[str, str]:
    """Fill every slot of a deal's pages for one person, as `Slots.of` does."""
    return Slots(env, view, facts).of(person, shared)


def _who(module: Any, view: View, address: Callable[[str], str]) -> dict[str, str]:
    """Ask for the name behind each role that has none, about the first outcome that it owns."""
    open_roles = [m for team in view.teams for m in team.members if not m.owner.name and m.next]
    return {
        f"who/{m.owner.role}": str(module.who(m.owner.title, address(m.next.id)))
        for m in open_roles
        if m.next
    }


def _calendars(view: View, person: Person) -> list[Subscription]:
    titles = {
        "everything": view.words.text("All dates"),
        "mine": view.words.text("Your dates"),
        "side": view.words.text("Your company’s dates"),
    }
    name = view.words.text("%(buyer)s go-live plan", buyer=view.buyer.name)
    return [subscription(titles.get(key, key), url, name) for key, url in person.feeds.items()]
