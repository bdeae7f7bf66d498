"""List items in a plan file: a new one at the end, written as its neighbours are, and one taken out again."""

from __future__ import annotations

import re
from typing import Any

from generator.plan.source import MappingNode, Node, SequenceNode
from generator.plan.written import end_of, line_end, newline_of, written


def append_item(text: str, listed: SequenceNode, item: Any) -> str:
    """Add an item behind the last one of a block list or a flow list."""
    if listed.flow_style:
        if not listed.value:
            at = int(listed.end_mark.index) - 1
            return text[:at] + written(item) + text[at:]
        at = end_of(listed.value[-1], text)
        return f"{text[:at]}, {written(item)}{text[at:]}"
    at = _behind(text, listed)
    newline = newline_of(text)
    gap = newline if len(listed.value) > 1 and _gap_before(text, listed, len(listed.value) - 1) else ""
    return text[:at] + newline + gap + newline.join(_lines(listed, item)) + text[at:]


def remove_item(text: str, listed: SequenceNode, index: int) -> str:
    """Take an item out, with the empty line before it."""
    node = listed.value[index]
    if listed.flow_style:
        start, end = int(node.start_mark.index), end_of(node, text)
        if index:
            start = end_of(listed.value[index - 1], text)
        elif len(listed.value) > 1:
            end = int(listed.value[1].start_mark.index)
        return text[:start] + text[end:]
    start = text.rfind("\n", 0, _dash(text, listed, node)) + 1
    if _gap_before(text, listed, index):
        start = text.rfind("\n", 0, start - 1) + 1
    following = text.find("\n", end_of(node, text)) + 1
    if not following:  # the file ends without a newline: so it shall again
        return text[: _before_newline(text, start)]
    return text[:start] + text[following:]


def _lines(listed: SequenceNode, item: Any) -> list[str]:
    """Write an item as the last one is written: on one line in braces, or a line for each key."""
    dash = " " * int(listed.start_mark.column)
    last = listed.value[-1]
    if not isinstance(item, dict) or not isinstance(last, MappingNode) or last.flow_style:
        return [f"{dash}- {written(item)}"]
    offset = max(2, int(last.start_mark.column) - len(dash))
    keys = [f"{key}: {written(value)}" for key, value in item.items()]
    return [f"{dash}-{' ' * (offset - 1)}{keys[0]}", *(f"{dash}{' ' * offset}{key}" for key in keys[1:])]


def _behind(text: str, listed: SequenceNode) -> int:
    """Where the last item ends, with the comments below it that are indented as part of it."""
    at = line_end(text, end_of(listed.value[-1], text))
    inside = re.compile(rf"\r?\n[ ]{{{int(listed.start_mark.column) + 1},200}}#[^\r\n]*")
    while found := inside.match(text, at):
        at = found.end()
    return at


def _dash(text: str, listed: SequenceNode, node: Node) -> int:
    """Find the dash of a block item: above or before its first character, in the list's column."""
    at = int(node.start_mark.index)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        dash = start + int(listed.start_mark.column)
        if text[dash : dash + 1] == "-" and not text[start:dash].strip() and dash < at:
            return dash
        at = start - 1
    return int(node.start_mark.index)


def _gap_before(text: str, listed: SequenceNode, index: int) -> bool:
    """Say whether an empty line stands right above an item."""
    start = text.rfind("\n", 0, _dash(text, listed, listed.value[index])) + 1
    above = text.rfind("\n", 0, start - 1) + 1 if start else 0
    return bool(start) and not text[above:start].strip()


def _before_newline(text: str, start: int) -> int:
    """Step back over one newline."""
    return start - (2 if text[max(0, start - 2) : start] == "\r\n" else 1 if start else 0)
