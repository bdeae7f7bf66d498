"""All that a deal's published files are made from, as one hash: while it stays, there is nothing to build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import theme
from generator.workspace import Workspace

_LIBRARIES = ("babel", "holidays", "icalendar", "jinja2", "markdown", "mkdocs")
_DEAL_FILES = ("plan.yaml", "journal.jsonl", "pages", "files")


def hash_inputs(workspace: Workspace, folder: Path, around: Iterable[str]) -> str:
    """Hash a deal's own files, the workspace's settings and overrides, our code, and what stands `around`."""
    whole = sha256()
    for text in (_code(), *around):
        whole.update(text.encode("utf-8") + b"\n")
    places = [workspace.config_file, *workspace.overrides(), *(folder / name for name in _DEAL_FILES)]
    for place in places:
        for path in _files(place):
            whole.update(f"{path.relative_to(place.parent)}={_hash(path)}\n".encode())
    return whole.hexdigest()


@lru_cache
def _code() -> str:
    """Hash our own code and theme and the versions of what they use, once a process."""
    whole = sha256("".join(version(name) for name in _LIBRARIES).encode())
    for package in (Path(__file__).parents[1], Path(theme.__file__).parent):
        for path in _files(package):
            if path.suffix not in (".pyc",):
                whole.update(f"{path.relative_to(package)}={_hash(path)}\n".encode())
    return whole.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(path for path in place.rglob("*") if path.is_file())
    elif place.is_file():
        yield place


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
