"""Everybody's copies of one deal's built pages: cut at their slots once, filled for each person."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2

from generator.site.facts import DealFacts, Person
from generator.site.pages.personal import Slots, pages_for
from generator.site.slots import cut
from generator.site.view.view import View


class Copies:
    """The pages of one deal, to be copied for each of its people."""

    def __init__(
        self, env: jinja2.Environment, view: View, facts: DealFacts, pages: Mapping[str, bytes]
    ) -> None:
        self.facts, self.pages = facts, pages
        self._view = view
        self._slots = Slots(env, view, facts)
        self._cut = {path: cut(html.decode()) for path, html in pages.items() if path.endswith(".html")}

    def of(self, person: Person, shared: str | None = None) -> dict[str, bytes]:
        """Make one person's copy: their own places filled, what is not theirs left out.

        `shared` is the link to pass on.
        """
        values = self._slots.of(person, shared)
        return {
            path: self._cut[path].filled(values).encode() if path in self._cut else content
            for path, content in pages_for(self.pages, self._view, person).items()
        }
