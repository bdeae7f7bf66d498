"""What differs from person to person in a built page: my next outcome, how to answer, my calendar, my page.

Slots are filled with HTML that the theme's `personal.html` renders, autoescaped. A reply link is a plain
`mailto:` with subject and body filled in (RFC 6068): no URL ever changes anything, the person sends the mail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import jinja2

from generator.site.facts import DealFacts, Person
from generator.site.view.answer import next_move
from generator.site.view.outcome import Outcome
from generator.site.view.view import View
from generator.site.words import NBSP, Words

ANYONE = "any"
HREF_MOST = 999  # characters; longer ones are cut by some mail programs
DEPTHS = 5  # folders under which a page of the rep's own may lie

# Undocumented addresses of the vendors, which may change; copying the link always works.
GOOGLE = "https://calendar.google.com/calendar/render?cid="
OUTLOOK_WORK = "https://outlook.office.com/calendar/0/addfromweb?url={url}&name={name}"
OUTLOOK_HOME = "https://outlook.live.com/calendar/0/addfromweb?url={url}&name={name}"


@dataclass(frozen=True)
class Tell:
    """Three ways to answer about one outcome: links, and the words that the mail will hold."""

    done: str
    moves: str
    stuck: str
    done_words: str
    moves_words: str
    stuck_words: str


@dataclass(frozen=True)
class Subscription:
    """One calendar as a link to copy, and as links that open a calendar program."""

    title: str
    url: str
    webcal: str
    google: str
    outlook_work: str
    outlook_home: str


def mailto(address: str, subject: str, body: str) -> str:
    """Make a link that opens a mail with subject and body filled in (RFC 6068), under 1,000 characters.

    Line ends become CRLF. What is too long loses the end of its subject, then of its body's first line.
    """
    to = quote(address, safe="@")
    subject, body = subject.replace(NBSP, " "), body.replace(NBSP, " ")
    while (
        len(href := f"mailto:{to}?subject={_encoded(subject)}&body={_encoded(body)}") > HREF_MOST and subject
    ):
        subject = subject[:-10]
    return href if subject else f"mailto:{to}?body={_encoded(body)}"


def _encoded(text: str) -> str:
    return quote(text.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")


def tell_links(address: str, outcome: Outcome, words: Words) -> Tell:
    """Make the three answers about an outcome; a person completes them in their own words.

    The subject says what it is about, the body begins the answer by the outcome's number, as mails do.
    """
    subject = words.text("[%(number)s] %(outcome)s", number=str(outcome.number), outcome=outcome.outcome)
    number = str(outcome.number)

    def link(body: str) -> str:
        return mailto(address, subject, body)

    return Tell(
        done=link(words.text("%(number)s done", number=number)),
        moves=link(words.text("%(number)s moves to ", number=number)),
        stuck=link(words.text("%(number)s is stuck: ", number=number)),
        done_words=words.text("%(number)s done", number=number),
        moves_words=words.text("%(number)s moves to ", number=number) + "…",
        stuck_words=words.text("%(number)s is stuck: ", number=number) + "…",
    )


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


def personal_slots(
    env: jinja2.Environment, view: View, facts: DealFacts, person: Person, shared: str | None = None
) -> dict[str, str]:
    """Fill every slot of a deal's pages for one person: slot name to HTML.

    `shared` is the link to pass on, for the footer. Without a reply address nothing speaks of replying.
    """
    view.words.install(env)
    said = _said(view, person)
    theirs = [o for o in view.outcomes if o.owner.role == person.id]
    open_ = sorted((o for o in theirs if not o.done), key=lambda o: (o.expected, o.number))
    mine = open_[0] if open_ else None
    role = facts.plan.roles.get(person.id)
    context = {
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
        "other_side": (view.seller if not view.next_move or view.next_move.owner.ours else view.buyer).short,
        "tell": said,
        "digest": _digest(view, person),
        "calendars": _calendars(view, person),
        "shared": shared,
        "mailto": mailto,
    }
    module: Any = env.get_template("personal.html").make_module(context)
    slots = {
        "yours": str(module.yours()),
        "footer": str(module.footer()),
        "calendars": str(module.calendar_links()),
        "you": str(module.you()) if person.id != ANYONE else "",
        "add-topic": str(module.add_topic()),
        "figure": str(module.figure()),
    }
    if said:
        slots |= {"tell-note": str(module.tell_note()), "tell-head": str(module.tell_head())}
    for depth in range(DEPTHS):
        slots[f"nav/you/{depth}"] = str(module.nav_you("../" * depth)) if person.id != ANYONE else ""
    if person.reply_address and view.open:
        slots |= _who(module, view, person.reply_address)
    own = {o.id for o in open_}
    for outcome in view.outcomes:
        slots |= _row(module, outcome, said, outcome.id in own)
    return slots


def _who(module: Any, view: View, address: Callable[[str], str]) -> dict[str, str]:
    """Ask for the name behind each role that has none, about the first outcome that it owns."""
    open_roles = [m for team in view.teams for m in team.members if not m.owner.name and m.next]
    return {
        f"who/{m.owner.role}": str(module.who(m.owner.title, address(m.next.id)))
        for m in open_roles
        if m.next
    }


def _row(module: Any, outcome: Outcome, said: Mapping[str, Tell], own: bool) -> dict[str, str]:
    slots: dict[str, str] = {}
    if own:
        slots |= {f"mine/{outcome.id}": " is-mine", f"yours/{outcome.id}": str(module.yours_label())}
    if said:
        tell = said.get(outcome.id)
        slots[f"tell/{outcome.id}"] = str(module.tell_cell(tell))
        if tell:
            slots[f"unfold/{outcome.id}"] = str(module.unfold(tell, own))
    return slots


def _said(view: View, person: Person) -> dict[str, Tell]:
    if person.reply_address is None or not view.open:
        return {}
    return {o.id: tell_links(person.reply_address(o.id), o, view.words) for o in view.outcomes if not o.done}


def _digest(view: View, person: Person) -> str | None:
    """Give the address for what is about no single outcome."""
    return person.reply_address("digest") if person.reply_address and view.open else None


def _calendars(view: View, person: Person) -> list[Subscription]:
    titles = {
        "everything": view.words.text("All dates"),
        "mine": view.words.text("Your dates"),
        "side": view.words.text("Your company’s dates"),
    }
    name = view.words.text("%(buyer)s go-live plan", buyer=view.buyer.name)
    return [subscription(titles.get(key, key), url, name) for key, url in person.feeds.items()]
