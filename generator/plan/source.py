"""A YAML file as text, data and places: reads hostile files safely, and says where a mistake stands.

The one module that imports ruamel.yaml. Parsing is done by its C parser; the tree of nodes, which knows where
each key and value stands, is kept beside the data that is made from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.parser import ParserError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scanner import ScannerError

from generator.errors import Fault, FaultsError

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_PURE_CHARACTERS = 200_000
Place = Sequence[str | int]

__all__ = [
    "MappingNode",
    "Node",
    "Place",
    "ScalarNode",
    "SequenceNode",
    "Source",
    "parse_source",
    "read_bytes",
    "read_source",
]


class _Tolerant(SafeConstructor):
    """For mkdocs.yml, where other plugins may use tags of their own; those values are not ours."""


_Tolerant.add_constructor(None, lambda _constructor, _node: None)


def _refuse_bombs(text: str, pure: bool) -> None:
    """Walk the events, which costs no depth, and stop at what would cost endless depth or data.

    The C composer recurses and would end the process; an alias makes small text into endless data.
    """
    depth = 0
    for event in YAML(typ="safe", pure=pure).parse(text):
        if isinstance(event, AliasEvent):
            raise MarkedYAMLError(
                problem="uses an alias (*name); write the value out in both places",
                problem_mark=event.start_mark,
            )
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise MarkedYAMLError(problem="is nested too deeply", problem_mark=event.start_mark)


class _Resolver(VersionedResolver):
    """Knows the type of a plain scalar that it has seen: plans say the same few words again and again."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Give the tag of a node; a plain scalar's depends on its text alone (YAML 1.2, 10.3.2)."""
        if kind is ScalarNode and implicit[0]:
            return _tag_of(value)
        return super().resolve(kind, value, implicit)


@lru_cache(maxsize=4096)
def _tag_of(value: str) -> Any:
    return _RESOLVER.resolve(ScalarNode, value, (True, False))


_RESOLVER = VersionedResolver()


def _composed(text: str, tags: bool, pure: bool) -> tuple[Node, Any]:
    """Give the tree of nodes and the data that it stands for."""
    yaml = YAML(typ="safe", pure=pure)
    if tags:
        yaml.Constructor = _Tolerant
    if not pure:  # whose parser heeds no %YAML line
        yaml.Resolver = _Resolver
    constructor, parser = yaml.get_constructor_parser(text)
    try:
        root: Node = constructor.composer.get_single_node()
        return root, None if root is None else constructor.construct_document(root)
    finally:
        parser.dispose()


@dataclass(frozen=True)
class Source:
    """A parsed file, never changed. `file` is the name to say in messages.

    `text` is without a byte order mark; `root` is the tree of nodes, places counted in characters of `text`.
    """

    file: str
    text: str
    data: Any
    root: Node

    def pair(self, place: Place) -> tuple[Node, Node] | None:
        """Find the key node and value node at a place such as ("milestones", 3, "owner")."""
        key: Node = self.root
        value: Node = self.root
        for part in place:
            found = _child(value, part)
            if found is None:
                return None
            key, value = found
        return key, value

    def line(self, place: Place) -> int:
        """Give the line of a place, or of the closest thing above it that is there."""
        for length in range(len(place), 0, -1):
            if pair := self.pair(place[:length]):
                return int(pair[0].start_mark.line) + 1
        return 1


def _child(node: Node, part: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(part)), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def read_source(path: Path, label: str, *, tags: bool = False) -> Source:
    """Read a YAML file; raises FaultsError with a sentence and line where it cannot be read."""
    return parse_source(read_bytes(path, label), label, tags=tags)


def read_bytes(path: Path, label: str) -> bytes:
    """Read a file as far as a YAML file may be long; raises FaultsError."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FaultsError([Fault(label, 0, "", f"there is no file {path}")]) from None
    except OSError as error:
        raise FaultsError([Fault(label, 0, "", f"cannot be read: {error.strerror}")]) from None


@lru_cache(maxsize=8)  # a plan is read again when a reply changes it, and when it is checked
def parse_source(raw: bytes, label: str, *, tags: bool = False) -> Source:
    """Parse bytes as YAML; raises FaultsError. What comes out is shared: copy it before changing it."""
    text = _decode(raw, label)
    try:
        return _parse(text, label, tags)
    except DuplicateKeyError as error:
        key = (re.findall(r'found duplicate key "([^"]*)"', error.problem or "") or ["?"])[0]
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        fault = Fault(label, line, key, "stands here a second time; keep one of the two")
    except MarkedYAMLError as error:
        fault = _syntax_fault(error, label, text)
    except YAMLError as error:
        fault = Fault(label, 0, "", f"is not YAML: {' '.join(str(error).split())[:200]}")
    except ValueError as error:
        fault = Fault(
            label, _bad_date_line(text), "", f"holds a value that cannot be read: {str(error)[:120]}"
        )
    raise FaultsError([fault])


def _parse(text: str, label: str, tags: bool) -> Source:
    """Parse with libyaml, or with the slower Python parser where libyaml stumbles: a URL inside {braces}."""
    try:
        _refuse_bombs(text, pure=False)
        return _source(label, text, tags, pure=False)
    except (ScannerError, ParserError):
        if len(text) > MAX_PURE_CHARACTERS:
            raise
        _refuse_bombs(text, pure=True)
        return _source(label, text, tags, pure=True)


def _source(label: str, text: str, tags: bool, *, pure: bool) -> Source:
    root, data = _composed(text, tags, pure)
    return Source(label, text, data, root)


def _decode(raw: bytes, label: str) -> str:
    if len(raw) > MAX_BYTES:
        raise FaultsError([Fault(label, 0, "", f"is larger than {MAX_BYTES // 1000} kB; a plan is a few kB")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8 text from here on; save the file with encoding UTF-8"
        raise FaultsError([Fault(label, line, "", message)]) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise FaultsError(
            [Fault(label, line, "", "holds a NUL character; save the file as plain UTF-8 text")]
        )
    return text


def _syntax_fault(error: MarkedYAMLError, label: str, text: str) -> Fault:
    open_ended = "unexpected end of stream" in (error.problem or "")
    mark = (open_ended and error.context_mark) or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    problem = " ".join((error.problem or error.context or "").split())
    lines = text.splitlines()
    if "\\t" in problem or (0 < line <= len(lines) and "\t" in lines[line - 1].partition("#")[0]):
        return Fault(label, line, "", "has a tab where YAML wants spaces; indent with spaces only")
    if problem.startswith(("uses an alias", "is nested")):
        return Fault(label, line, "", problem)
    return Fault(
        label, line, "", f"is not YAML here: {problem}. Check indentation, colons and quotes on this line"
    )


def _bad_date_line(text: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        for found in re.findall(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", line):
            try:
                date(*map(int, found))
            except ValueError:
                return number
    return 0
