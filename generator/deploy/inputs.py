"""All that a deal's published files are made from, as one hash: while it stays, there is nothing to build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import theme
from generator.workspace import Workspace

_LIBRARIES = ("babel", "holidays", "icalendar", "jinja2", "markdown", "mkdocs")
_DEAL_FILES = ("plan.yaml", "journal.jsonl", "pages", "files")


class Digest(Protocol):
    """A hash that is being made."""

    def update(self, data: bytes, /) -> None:
        """Add bytes."""


def hash_inputs(folder: Path, around: Iterable[str]) -> str:
    """Hash a deal's own files and what stands `around` them: surroundings, secret, day."""
    whole = sha256()
    for text in around:
        whole.update(text.encode("utf-8") + b"\n")
    _add(whole, (folder / name for name in _DEAL_FILES))
    return whole.hexdigest()


def hash_surroundings(workspace: Workspace) -> str:
    """Hash what all deals share: our code, the libraries' versions, the workspace's settings and overrides.

    Take it before any of these is loaded: what changes in between is then known as new by the next publish.
    """
    whole = sha256(_code().encode())
    _add(whole, [workspace.config_file, *workspace.overrides()])
    return whole.hexdigest()


@lru_cache
def _code() -> str:
    """Hash our own code and theme and the versions of what they use, once a process."""
    whole = sha256("".join(version(name) for name in _LIBRARIES).encode())
    _add(whole, (Path(__file__).parents[1], Path(theme.__file__).parent), leave=".pyc")
    return whole.hexdigest()


def _add(whole: Digest, places: Iterable[Path], leave: str = "") -> None:
    for place in places:
        for path in _files(place):
            if not leave or path.suffix != leave:
                whole.update(f"{path.relative_to(place.parent)}={_hash(path)}\n".encode())


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(path for path in place.rglob("*") if path.is_file())
    elif place.is_file():
        yield place


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
