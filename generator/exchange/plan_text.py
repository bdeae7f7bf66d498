"""A new plan.yaml from data: written as people write it, every text quoted where YAML could mistake it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.plan.written import written


def plan_text(data: Mapping[str, Any], heading: str) -> str:
    """Write a plan below a comment; what is `Missing` is left empty for a person to fill in."""
    lines = [f"# {line}" for line in heading.splitlines()]
    return "\n".join([*lines, "", *_mapping(data, 0)]) + "\n"


class Missing:
    """A value that only a person can give; written as an empty place with a hint behind it."""

    def __init__(self, hint: str) -> None:
        self.hint = hint


def _mapping(data: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, depth + 1)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{indent}{key}:"
            yield from _items(value, depth + 1)
        elif isinstance(value, Missing):
            yield f"{indent}{key}:    # {value.hint}"
        else:
            yield f"{indent}{key}: {written(value)}"


def _items(items: list[Mapping[str, Any]], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for item in items:
        lines = list(_mapping(item, depth + 1))
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]
