"""How values are written in a plan file, and where a written value ends."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from generator.plan.source import MappingNode, Node, ScalarNode, SequenceNode

_PLAIN = re.compile(r"[^\W\d_][\w.@+-]*(?: [\w.@+-]+)*|\d{1,4} (?:day|week)s?")
_WORDS_WITH_MEANING = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"}


def written(value: Any, quotes: str | None = None) -> str:
    """Write a value on one line, as YAML that reads back as the same value; `quotes` as they were before."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | int):
        return str(value)
    text = str(value)
    if quotes == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if quotes == '"' or not _PLAIN.fullmatch(text) or text.lower() in _WORDS_WITH_MEANING:
        return json.dumps(text, ensure_ascii=False)
    return text


def end_of(node: Node, text: str) -> int:
    """Where a value's last character stands; a block collection's own end mark lies behind later comments."""
    if isinstance(node, ScalarNode):
        end = int(node.end_mark.index)
        return len(text[:end].rstrip()) if node.style in ("|", ">") else end
    if not isinstance(node, MappingNode | SequenceNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    if isinstance(node, MappingNode):
        return max(end_of(last[1], text), int(last[0].end_mark.index) + 1)
    return end_of(last, text)


def newline_of(text: str) -> str:
    """Give the line end that a file is written with."""
    return "\r\n" if "\r\n" in text else "\n"


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its newline."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - (text[end - 1 : end] == "\r")
