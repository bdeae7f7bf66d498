"""The reference pages of docs/, made from the code: keys of plan.yaml, commands, JSON documents.

`make golden` writes them anew; tests/docs/test_reference.py holds them to the code.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from scenes import ROOT

import golive
from generator.plan.load import plan_schema

DOCS = ROOT / "docs"
MADE = "<!-- Made from the code by `make golden`; do not edit it here. -->\n"


def commands_page() -> str:
    """Say each command with its arguments and options."""
    says = "`--workspace DIR` comes before the command; `--json` and `--today` go anywhere."
    head = f"# Commands\n\n{MADE}\n{says}\n"
    return "\n".join([head, *_commands(golive.cli, "golive")])


def _commands(group: click.Group, before: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        whole = f"{before} {name}"
        if isinstance(command, click.Group):
            yield f"## {whole}\n\n{inspect.cleandoc(command.help or '')}\n"
            yield from _commands(command, whole)
            continue
        context = click.Context(command, info_name=whole)
        usage = " ".join([whole, *command.collect_usage_pieces(context)])
        yield f"## {whole}\n\n    {usage}\n\n{_escaped(inspect.cleandoc(command.help or ''))}\n"
        told = [one.get_help_record(context) for one in command.params if isinstance(one, click.Option)]
        rows = [(f"`{one[0]}`", one[1]) for one in told if one]
        if rows:
            yield _table(("option", "what it does"), rows)


def plan_page() -> str:
    """Say each key of plan.yaml, with what it may hold."""
    schema = plan_schema()
    says = "Keys in bold must be there. `golive schema` prints this for editors."
    head = f"# Keys of plan.yaml\n\n{MADE}\n{says}\n"
    parts = [("The plan", schema), *((name, part) for name, part in schema["$defs"].items())]
    return "\n".join([head, *(_keys(name, part) for name, part in parts)])


def _keys(name: str, part: dict[str, Any]) -> str:
    says = " ".join(str(part.get("description", "")).split()) if name != "The plan" else ""
    rows = [
        (f"**{key}**" if key in part.get("required", ()) else key, _kind(value), value.get("description", ""))
        for key, value in part.get("properties", {}).items()
    ]
    return (
        f"## {name}\n\n" + (f"{_escaped(says)}\n\n" if says else "") + _table(("key", "holds", "about"), rows)
    )


def _kind(value: dict[str, Any]) -> str:
    """Say what a key may hold, in words."""
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_kind(one) for one in value["anyOf"] if one.get("type") != "null"))
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value.get("type") == "array":
        return f"list of {_kind(value.get('items', {}))}"
    if value.get("type") == "object":
        inner = value.get("additionalProperties") or next(
            iter(value.get("patternProperties", {}).values()), {}
        )
        return f"name: {_kind(inner)}" if isinstance(inner, dict) and inner else "keys"
    if "examples" in value:
        return ", ".join(f"`{one}`" for one in value["examples"])
    return {"date": "a day"}.get(
        value.get("format", ""), {"string": "text"}.get(value.get("type", ""), str(value.get("type", "text")))
    )


def json_page() -> str:
    """List the documents that `--json` prints, with their keys and their schemas."""
    says = (
        "With `--json` anywhere in the line, a command prints one JSON document and nothing else on\n"
        "standard output. Money is a decimal string, dates are ISO 8601. Each document has a JSON Schema\n"
        "(draft 2020-12), which the tests hold against what the command really prints."
    )
    head = f"# JSON for other programs\n\n{MADE}\n{says}\n"
    parts = []
    for path in sorted((DOCS / "schemas").glob("*.json")):
        if path.stem == "plan":
            continue
        schema = json.loads(path.read_text("utf-8"))
        parts.append(f"## {path.stem}\n\n`{schema['title']}`: [schema](../schemas/{path.name})\n")
        parts.append(_table(("key", "holds", "about"), list(_rows(schema, schema, ""))))
    return "\n".join([head, *parts])


def _rows(schema: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[tuple[str, str, str]]:
    schema = _resolved(schema, whole)
    if "oneOf" in schema:
        schema = _resolved(schema["oneOf"][-1], whole)
    if schema.get("type") == "array" and not at:
        at, schema = "[]", _resolved(schema["items"], whole)
    for key, value in schema.get("properties", {}).items():
        value, place = {**value, **_resolved(value, whole)}, f"{at}.{key}".lstrip(".")
        yield f"`{place}`", _json_kind(value), value.get("description", "")
        if value.get("type") == "object":
            yield from _rows(value, whole, place)
        elif value.get("type") == "array" and _resolved(value.get("items", {}), whole).get("properties"):
            yield from _rows(value["items"], whole, f"{place}[]")


def _resolved(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return {**whole["$defs"][name], **{k: v for k, v in schema.items() if k != "$ref"}} if name else schema


def _json_kind(value: dict[str, Any]) -> str:
    if "enum" in value:
        return ", ".join("null" if one is None else f"`{one}`" for one in value["enum"])
    kind = value.get("type", "any")
    names = [kind] if isinstance(kind, str) else list(kind)
    return " or ".join(
        {"date": "date", "uri": "address"}.get(value.get("format", ""), n) if n == "string" else n
        for n in names
    )


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return _escaped(" ".join(str(text).split())).replace("|", "\\|")


def _escaped(text: str) -> str:
    """Keep <angle brackets> outside of code from being taken for HTML."""
    return "`".join(part if i % 2 else part.replace("<", "&lt;") for i, part in enumerate(text.split("`")))


PAGES: dict[Path, Callable[[], str]] = {
    DOCS / "reference" / "commands.md": commands_page,
    DOCS / "reference" / "plan.md": plan_page,
    DOCS / "reference" / "json.md": json_page,
}
