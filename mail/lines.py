"""An append-only file of JSON lines: synced line by line, whole after any crash, cheap to read on."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import OutsideError


@dataclass
class Lines:
    """One such file. Several processes may write it; each reads on from where it stopped."""

    path: Path
    _read_to: int = field(default=0, init=False)

    def append(self, line: Mapping[str, Any]) -> None:
        """Add a line; it is on disk when this returns. Raises OutsideError where it does not fit."""
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                end = _cut_unfinished(file.fileno())
                try:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    os.ftruncate(file.fileno(), end)
                    raise
        except OSError as error:
            raise OutsideError(f"cannot write {self.path}: {error.strerror}") from None

    def new(self) -> Iterator[dict[str, Any]]:
        """Give the lines that were added since the last call; one that is none of ours is passed over."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._read_to)
                whole = file.read().rpartition(b"\n")
        except FileNotFoundError:
            return
        self._read_to += len(whole[0]) + len(whole[1])
        for line in whole[0].splitlines():
            try:
                data = json.loads(line)
            except ValueError:
                continue
            if isinstance(data, dict):
                yield data

    def overwrite(self, change: Callable[[bytes], bytes], *, dry: bool = False) -> int:
        """Change letters within lines where they stand, and give how many lines differ.

        Every line keeps its length, so whoever reads on, or waits to add a line, is not disturbed; done
        again after a crash it comes to the same. Raises OutsideError.
        """
        try:
            with self.path.open("r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                changed, at = 0, 0
                for old in file.read().splitlines(keepends=True):
                    new = change(old)
                    if len(new) != len(old):
                        raise ValueError("a line must keep its length")
                    if new != old:
                        changed += 1
                        if not dry:
                            os.pwrite(file.fileno(), new, at)
                    at += len(old)
                os.fsync(file.fileno())
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise OutsideError(f"cannot write {self.path}: {error.strerror}") from None
        return changed


def _cut_unfinished(descriptor: int) -> int:
    """Take away a last line that lacks its newline, which a crash left; gives the file's size."""
    size = os.fstat(descriptor).st_size
    start = size
    tail = b""
    while start and b"\n" not in tail:
        step = min(start, 65536)
        start -= step
        tail = os.pread(descriptor, step, start) + tail
    whole = start + tail.rfind(b"\n") + 1
    if whole != size:
        os.ftruncate(descriptor, whole)
    return whole
