"""From pydantic's findings to sentences with a line and, for a near miss, the name that was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.errors import Fault
from generator.plan.source import Place, Source

Model = TypeVar("Model", bound=BaseModel)


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Say "; did you mean 'takes'?" when a known word is close, else list the known ones."""
    names = list(known)
    close = difflib.get_close_matches(str(word), names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known here: {', '.join(names)}" if 0 < len(names) <= 24 else ""


def dotted(place: Place, data: Any) -> str:
    """Name a place as a person would: list items by their id, as in milestones.live.owner."""
    parts: list[str] = []
    for part in place:
        data = _step(data, part)
        named = isinstance(part, int) and isinstance(data, dict) and isinstance(data.get("id"), str)
        parts.append(data["id"] if named else f"[{part + 1}]" if isinstance(part, int) else part)
    return ".".join(parts).replace(".[", "[")


def _step(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return data[part]
    return None


def validate(
    model: type[Model], data: Any, source: Source, place: Place = ()
) -> tuple[Model | None, list[Fault]]:
    """Check data against a model; gives the model, or every fault with its line."""
    if not isinstance(data, dict):
        what = "is empty" if data is None else "must be a mapping of keys to values"
        return None, [Fault(source.file, source.line(place), dotted(place, source.data), what)]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        found = [e for e in error.errors(include_url=False) if e["type"] != "too_short" or not e["input"]]
        return None, [_fault(model, item, source, place) for item in found]


def _fault(model: type[BaseModel], item: Any, source: Source, place: Place) -> Fault:
    loc = tuple(part for part in item["loc"] if part != "[key]")
    full = (*place, *loc)
    message = _sentence(model, item, loc)
    return Fault(source.file, source.line(full), dotted(full, source.data), message)


def _sentence(model: type[BaseModel], item: Any, loc: Place) -> str:
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    shown = (
        str(given)
        if isinstance(given, date)
        else repr(given)
        if len(repr(given)) < 60
        else "too long to show"
    )
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return f"is not a key here{did_you_mean(loc[-1], _keys(model, loc[:-1]))}"
    if kind == "literal_error":
        names = re.findall(r"'([^']*)'", context["expected"])
        return f"is {shown}{did_you_mean(given, names)}"
    if kind == "string_pattern_mismatch":
        return f"is {shown}, which does not fit: {_pattern(context['pattern'])}"
    if kind.startswith("date"):
        return f"is {shown}; write a day as 2027-03-01"
    return f"is {shown}: {_SENTENCES.get(kind, item['msg'])}"


_SENTENCES = {
    "string_type": "must be text; put it in quotes",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long for one line; shorten it",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "decimal_parsing": "write a number without spaces or currency",
    "decimal_type": "write a number without spaces or currency",
    "tuple_type": "must be a list; write [one, two] or one item a line with a dash",
    "dict_type": "must be a mapping of names to values",
    "model_type": "must be a mapping of keys to values",
    "too_short": "must have at least one item",
    "too_long": "has too many items",
}


def _pattern(pattern: str) -> str:
    if pattern.startswith("^[a-z0-9"):
        most = re.findall(r",(\d+)\}", pattern)
        limit = f", at most {int(most[0]) + (1 if '][a' in pattern else 0)}" if most else ""
        return f"use lower-case letters, digits, - and _{limit}"
    return {
        "^[A-Z]{2}$": "write two capital letters such as DE",
        "^[A-Z]{3}$": "write three capital letters such as EUR",
    }.get(pattern, "write a language such as en or de-AT")


def _keys(model: type[BaseModel], loc: Place) -> list[str]:
    current: Any = model
    for part in loc:
        fields = current.model_fields.items()
        named = {(f.alias or n): f.annotation for n, f in fields}
        # a number counts in a list and an unknown word is a dict's key: both stay at the model inside
        current = _model_in(named[part]) if part in named else current
        if current is None:
            return []
    return [f.alias or n for n, f in current.model_fields.items()]


def _model_in(annotation: Any) -> Any:
    """Find the model inside Optional[...], tuple[..., ...] or dict[..., ...]."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a)) is not None), None)
