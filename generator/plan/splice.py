"""Changing a plan file without touching a byte that the change does not speak of.

The tree of nodes says where each key and value stands; a change is a splice of characters there. Afterwards
the text is parsed again and compared with what was meant, so that a wrong splice is never written.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import GoliveError
from generator.plan.items import append_item, remove_item
from generator.plan.model import Milestone, Plan, Role
from generator.plan.source import MappingNode, Node, ScalarNode, SequenceNode, Source, parse_source
from generator.plan.written import end_of, line_end, newline_of, written

BOM = b"\xef\xbb\xbf"

# Where a new key goes: after the last of these that is there, in the order in which people write them.
MILESTONE_ORDER = [name.removesuffix("_") for name in Milestone.model_fields]
ROLE_ORDER = list(Role.model_fields)
PLAN_ORDER = list(Plan.model_fields)


def splice(raw: bytes, label: str, fields: Mapping[str, Any]) -> bytes:
    """Set places such as `milestones/live/status` to new values; None takes the key or list item out.

    A mapping at `milestones/new-id` is a new item; a list at `key_dates` may only have grown or shrunk at its
    end.

    Raises GoliveError where the file is written in a way that cannot be changed safely; nothing is lost then,
    since nothing was written.
    """
    source = parse_source(raw, label)
    wanted = copy.deepcopy(source.data)
    text = source.text
    for place, value in fields.items():
        path = _path(source, place, value)
        _set(wanted, path, value)
        for step, single in _single(source, path, value):
            text = _splice_one(source, step, single)
            source = parse_source(text.encode("utf-8"), label)
    if _without_nulls(source.data) != _without_nulls(wanted):
        raise GoliveError(f"{label} is written in a way that cannot be changed safely here; edit it by hand")
    return (BOM if raw.startswith(BOM) else b"") + text.encode("utf-8")


def value_at(data: Any, place: str) -> Any:
    """Look up a place such as `milestones/live/status` in a plan's raw data; None where it is absent."""
    for part in place.split("/"):
        if isinstance(data, list):
            data = next((item for item in data if isinstance(item, dict) and item.get("id") == part), None)
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def _path(source: Source, place: str, value: Any) -> tuple[str | int, ...]:
    """Give the keys and indexes of a place; the index behind the last item is that of a new one."""
    path: list[str | int] = []
    data, parts = source.data, place.split("/")
    for depth, part in enumerate(parts, 1):
        step: str | int = part
        if isinstance(data, list):
            new = len(data) if depth == len(parts) and isinstance(value, dict) else -1
            step = next(
                (i for i, item in enumerate(data) if isinstance(item, dict) and item.get("id") == part), new
            )
            if step == -1:
                raise GoliveError(f"{source.file} no longer has {place.rpartition('/')[0] or place}")
        path.append(step)
        if depth < len(parts):
            data = data[step] if isinstance(data, list) and isinstance(step, int) else (data or {}).get(step)
    return tuple(path)


def _single(
    source: Source, path: tuple[str | int, ...], value: Any
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Break a list that grew or shrank at its end into one change an item."""
    old: Any = source.data
    for part in path:
        old = old.get(part) if isinstance(old, dict) else old[part] if part in range(len(old)) else None
    if not isinstance(value, list) or not old:
        yield path, value
    elif value[: len(old)] == old:
        yield from (((*path, n), value[n]) for n in range(len(old), len(value)))
    elif value and old[: len(value)] == value:
        yield from (((*path, n), None) for n in range(len(old) - 1, len(value) - 1, -1))
    else:
        raise GoliveError(f"{source.file}: {'.'.join(map(str, path))} was edited meanwhile; edit it by hand")


def _set(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    for part in path[:-1]:
        data = data[part]
    last = path[-1]
    if isinstance(data, list) and isinstance(last, int):
        data[last : last + 1] = [] if value is None else [value]
    elif value is None:
        data.pop(last, None)
    else:
        data[last] = value


def _without_nulls(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _without_nulls(v) for k, v in data.items() if v is not None}
    if isinstance(data, list):
        return [_without_nulls(item) for item in data]
    return data


def _splice_one(source: Source, path: tuple[str | int, ...], value: Any) -> str:
    parent = source.pair(path[:-1])
    if parent is not None and isinstance(parent[1], SequenceNode) and isinstance(path[-1], int):
        if value is None:
            return remove_item(source.text, parent[1], path[-1])
        if path[-1] == len(parent[1].value):
            return append_item(source.text, parent[1], value)
    if parent is None or not isinstance(parent[1], MappingNode):
        raise GoliveError(f"{source.file} no longer has a mapping at {'.'.join(map(str, path[:-1]))}")
    mapping = parent[1]
    index = next((i for i, (key, _) in enumerate(mapping.value) if key.value == path[-1]), None)
    if value is None:
        return source.text if index is None else _remove(source.text, mapping, index)
    if index is None:
        return _insert(source.text, mapping, str(path[-1]), written(value), _order(path))
    return _replace(source.text, mapping.value[index], value)


def _replace(text: str, pair: tuple[Node, Node], value: Any) -> str:
    node = pair[1]
    start, end = node.start_mark.index, end_of(node, text)
    quotes = node.style if isinstance(node, ScalarNode) and isinstance(value, str) else None
    new = written(value, quotes)
    if start >= end:  # an empty value: right behind its colon
        start = end = text.index(":", pair[0].end_mark.index) + 1
        new = " " + new
    return text[:start] + new + text[end:]


def _order(path: tuple[str | int, ...]) -> list[str]:
    """Say in which order people write the keys beside this one."""
    return PLAN_ORDER if len(path) == 1 else ROLE_ORDER if path[0] == "roles" else MILESTONE_ORDER


def _insert(text: str, mapping: MappingNode, key: str, value: str, order: list[str]) -> str:
    before = order[: order.index(key)] if key in order else []
    known = [i for i, (k, _) in enumerate(mapping.value) if k.value in before]
    anchor = (
        max(known, key=lambda i: before.index(mapping.value[i][0].value)) if known else len(mapping.value) - 1
    )
    anchor_key, anchor_value = mapping.value[anchor]
    end = max(end_of(anchor_value, text), anchor_key.end_mark.index)
    if mapping.flow_style:
        return f"{text[:end]}, {key}: {value}{text[end:]}"
    at = line_end(text, end)
    indent = " " * anchor_key.start_mark.column
    return f"{text[:at]}{newline_of(text)}{indent}{key}: {value}{text[at:]}"


def _remove(text: str, mapping: MappingNode, index: int) -> str:
    """Take a key out; where a comment or a list dash would go with it, the value becomes null instead."""
    key, value = mapping.value[index]
    start, end = key.start_mark.index, max(end_of(value, text), key.end_mark.index)
    following = mapping.value[index + 1][0].start_mark.index if index + 1 < len(mapping.value) else None
    if mapping.flow_style and index:
        cut = (end_of(mapping.value[index - 1][1], text), end)
        return _cut(text, *cut) if "#" not in text[cut[0] : start] else _replace(text, (key, value), None)
    line_start = text.rfind("\n", 0, start) + 1
    if mapping.flow_style or text[line_start:start].strip():
        safe = following is not None and "#" not in text[end:following]
        return _cut(text, start, following or end) if safe else _replace(text, (key, value), None)
    following_line = text.find("\n", end) + 1 or len(text)
    tail = text[end:following_line]
    if tail.lstrip().startswith("#"):
        return _cut(text, start, end + len(tail) - len(tail.lstrip()))
    if (
        not tail.endswith("\n") and line_start
    ):  # the file's last line has no newline: neither shall the new one
        line_start -= 2 if text[line_start - 2 : line_start] == "\r\n" else 1
    return _cut(text, line_start, following_line)


def _cut(text: str, start: int, end: int) -> str:
    return text[:start] + text[end:]
