"""Private links: who has one, how it is made, and how it is taken away.

A token is HMAC-SHA256 over (purpose | deal | person | generation). Which generation a person is at, and
whether the link was revoked, are journal lines; a person whose address changes gets a new generation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.keys import Keys
from generator.plan.model import Plan
from generator.record.journal import Entry

ANY = "any"  # the shared link, to pass on
TOKEN_CHARACTERS = 26
FEED_FILE = "plan.ics"
OWN_FEED_FILE = "mine.ics"
SIDE_FEED_FILE = "side.ics"  # what the person's own company has to do


@dataclass(frozen=True)
class Link:
    """One person's way in: the page's folder and the feed's folder under the target."""

    person: str
    name: str
    token: str
    feed_token: str
    revoked: bool

    def page(self, url: str) -> str:
        """The private page's address."""
        return f"{url}{self.token}/"

    def calendar(self, url: str, file: str = FEED_FILE) -> str:
        """The calendar feed's address."""
        return f"{url}{self.feed_token}/{file}"


def link_state(entries: Iterable[Entry]) -> dict[str, dict[str, Any]]:
    """Fold the journal: person -> {generation, email (a fingerprint, or None), revoked}."""
    state: dict[str, dict[str, Any]] = {}
    for entry in entries:
        for person, facts in entry.links.items():
            state[person] = dict(facts)
    return state


def generation(entries: Iterable[Entry], person: str) -> int:
    """Say how often this person's link was renewed; it is part of every code made for the person."""
    return int(link_state(entries).get(person, {}).get("generation", 0))


def _fingerprint(email: str | None) -> str | None:
    return hashlib.sha256(email.encode("utf-8")).hexdigest()[:16] if email else None


def changed_links(plan: Plan, entries: Iterable[Entry]) -> dict[str, dict[str, Any]]:
    """Say what a journal line must record: people who are new, have another address, or are gone."""
    state = link_state(entries)
    emails = {ANY: "any", **{person: role.email or "" for person, role in plan.people()}}
    changed: dict[str, dict[str, Any]] = {}
    for person in dict.fromkeys([*emails, *state]):
        known, email = state.get(person), _fingerprint(emails.get(person))
        if known is None:
            changed[person] = {"generation": 0, "email": email, "revoked": False}
        elif known["email"] != email:
            changed[person] = {"generation": known["generation"] + 1, "email": email, "revoked": False}
    return changed


def renewed(entries: Iterable[Entry], people: Iterable[str], *, revoked: bool) -> dict[str, dict[str, Any]]:
    """Say what to record when links are rotated (new ones work) or revoked (none works)."""
    state = link_state(entries)
    return {
        person: {**state[person], "generation": state[person]["generation"] + 1, "revoked": revoked}
        for person in people
        if person in state
    }


def links(deal: str, plan: Plan, entries: Iterable[Entry], keys: Keys) -> list[Link]:
    """Give every person's link, the shared one last."""
    state: Mapping[str, Mapping[str, Any]] = {**link_state(entries), **changed_links(plan, entries)}
    people = [(person, role.name or role.title) for person, role in plan.people()] + [
        (ANY, "anyone you pass it to")
    ]
    return [
        Link(
            person=person,
            name=name,
            token=keys.code("page", deal, person, state[person]["generation"], length=TOKEN_CHARACTERS),
            feed_token=keys.code("feed", deal, person, state[person]["generation"], length=TOKEN_CHARACTERS),
            revoked=bool(state[person]["revoked"]),
        )
        for person, name in people
    ]
