"""A folder that a web server serves."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutsideError


@dataclass(frozen=True)
class FolderStore:
    """A folder that a web server serves; its files come and go by renames."""

    root: Path
    lingers_seconds: int = 0
    records: None = None

    def put_all(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Write files one after the other; the tag of each is its sha256, which manifests hold anyway."""
        for path, content in files.items():
            self.put(path, content)
        return {}

    def put(self, path: str, content: bytes) -> None:
        """Write a file beside its place, then rename it into place.

        The draft's name is always the same, so that what a crash left is used up by the next publish.
        """
        file = os.path.join(self.root, path)  # noqa: PTH118 - plain strings: this runs for every file
        draft = _draft_name(file)
        try:
            try:
                _write(draft, content)
            except FileNotFoundError:
                Path(file).parent.mkdir(parents=True, exist_ok=True)
                _write(draft, content)
            os.replace(draft, file)  # noqa: PTH105
        except OSError as error:
            with suppress(OSError):
                os.unlink(draft)  # noqa: PTH108
            raise OutsideError(f"cannot write {file}: {error.strerror}") from None

    def delete_all(self, paths: Iterable[str]) -> None:
        """Delete files, and folders that they leave empty."""
        for path in paths:
            self._delete(self.root / path)

    def _delete(self, file: Path) -> None:
        try:
            file.unlink(missing_ok=True)
            _draft(file).unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()
        except OSError as error:
            raise OutsideError(f"cannot delete {file}: {error.strerror}") from None

    def has(self, path: str) -> bool:
        """Say whether the file is there."""
        return (self.root / path).is_file()

    def listing(self) -> dict[str, str]:
        """Give path -> sha256 of all files."""
        return {
            file.relative_to(self.root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(self.root.rglob("*"))
            if file.is_file()
        }

    def announce(self, paths: Iterable[str]) -> str | None:
        """Nothing stands in front of a folder."""
        return None


def _write(name: str, content: bytes) -> None:
    with open(name, "wb", buffering=0) as file:  # noqa: PTH123
        left = memoryview(content)
        while left:
            left = left[file.write(left) :]


def _draft(file: Path) -> Path:
    return Path(_draft_name(str(file)))


def _draft_name(file: str) -> str:
    folder, name = os.path.split(file)
    return f"{folder}/.{name}.next"
