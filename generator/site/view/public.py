"""What of a plan may be shown: all but internal notes, people's addresses, and addresses in any text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.plan.model import Role
from generator.site.facts import DealFacts
from generator.value.worth import Row, Worth

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,255}")
_LINKS = frozenset({"url", "logo"})
_HIDDEN: dict[str, Any] = {"internal": None, "waive": {}}

Part = TypeVar("Part", bound=BaseModel)


def without_addresses(text: str) -> str:
    """Put an ellipsis in the place of every email address in a text."""
    return _ADDRESS.sub("\N{HORIZONTAL ELLIPSIS}", text) if "@" in text else text


def public_facts(facts: DealFacts) -> DealFacts:
    """Give the facts as a buyer may see them; views are made from these and nothing else."""
    plan = _public(facts.plan)
    return replace(facts, plan=plan, worth=_worth(facts.worth) if facts.worth else None)


def _public(part: Part) -> Part:
    values = {name: getattr(part, name) for name in type(part).model_fields}
    shown = {name: value if name in _LINKS else _value(value) for name, value in values.items()}
    shown |= {name: hidden for name, hidden in _HIDDEN.items() if name in shown}
    if isinstance(part, Role):
        shown |= {"email": None, "also": ()}
    return type(part).model_construct(part.model_fields_set, **shown)


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return without_addresses(value)
    if isinstance(value, BaseModel):
        return _public(value)
    if isinstance(value, tuple):
        return tuple(_value(v) for v in value)
    if isinstance(value, dict):
        return {k: _value(v) for k, v in value.items()}
    return value


def _worth(worth: Worth) -> Worth:
    delay = worth.delay
    if delay:
        delay = replace(delay, parts=tuple((without_addresses(what), sum_) for what, sum_ in delay.parts))
    return replace(worth, rows=tuple(map(_row, worth.rows)), delay=delay)


def _row(row: Row) -> Row:
    return replace(row, what=without_addresses(row.what), amount=None)
