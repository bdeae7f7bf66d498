"""Where published files go: a folder now; a store is anything with put, delete and has.

Writes are atomic: a reader sees the old file or the new one, never half of one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.errors import GoliveError, OutsideError
from generator.workspace import Workspace


class Store(Protocol):
    """A place that serves files by path."""

    def put(self, path: str, content: bytes) -> None:
        """Write a file, whole or not at all."""

    def delete(self, path: str) -> None:
        """Take a file away; one that is gone already is fine."""

    def has(self, path: str) -> bool:
        """Say whether the file is there."""


@dataclass(frozen=True)
class FolderStore:
    """A folder that a web server serves."""

    root: Path

    def put(self, path: str, content: bytes) -> None:
        """Write a file beside its place, then rename it into place."""
        file = self.root / path
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
            draft.replace(file)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise OutsideError(f"cannot write {file}: {error.strerror}") from None

    def delete(self, path: str) -> None:
        """Delete a file, and folders that it leaves empty."""
        file = self.root / path
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

    def has(self, path: str) -> bool:
        """Say whether the file is there."""
        return (self.root / path).is_file()


@dataclass
class DryStore:
    """A store that only writes down what would happen."""

    behind: Store
    would_put: list[str] = field(default_factory=list)
    would_delete: list[str] = field(default_factory=list)

    def put(self, path: str, content: bytes) -> None:
        """Note the file."""
        self.would_put.append(path)

    def delete(self, path: str) -> None:
        """Note the file."""
        self.would_delete.append(path)

    def has(self, path: str) -> bool:
        """Ask the store behind."""
        return self.behind.has(path)


def open_store(workspace: Workspace) -> Store:
    """Give the store that mkdocs.yml names as target."""
    target = workspace.options.target
    if target.startswith("s3://"):
        raise GoliveError(f"this version cannot publish to {target}; name a folder, as in target: public")
    return FolderStore(workspace.root / target)
