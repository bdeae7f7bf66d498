"""Places in a built page that differ from person to person, filled when the person's copy is written.

A slot is a name between two private-use characters, which no plan text can hold (`plan.terms` refuses them):
nothing that a person wrote can open one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}([a-z0-9/_-]{{1,80}}){_CLOSE}")


def slot(name: str) -> Markup:
    """Mark a place in a template; `name` is lower case, as in `tell/security-cleared`."""
    return Markup(f"{_OPEN}{name}{_CLOSE}")  # noqa: S704 - the name is ours


@dataclass(frozen=True)
class Cut:
    """A page cut at its slots: text, slot name, text, slot name, ..., text."""

    parts: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """Put each slot's HTML in its place; a slot without a value becomes nothing."""
        parts = list(self.parts)
        parts[1::2] = [values.get(name, "") for name in parts[1::2]]
        return "".join(parts)


def cut(html: str) -> Cut:
    """Find the slots of a page."""
    return Cut(tuple(_SLOT.split(html)))


def fill(html: str, values: Mapping[str, str]) -> str:
    """Put each slot's HTML in its place, as `Cut.filled` does."""
    return cut(html).filled(values)
