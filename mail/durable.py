"""Files that survive: written whole or not at all, names synced, and locks that die with their process."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

DRAFT_SECONDS = 3600  # a draft older than this belongs to a process that died


def write(path: Path, raw: bytes) -> None:
    """Write a file so that after a crash it is there whole or not at all; raises OSError."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        with draft.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def sync(folder: Path) -> None:
    """Make the names in a folder durable, as `write` made the files."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def lock(path: Path, *, wait: bool) -> Iterator[bool]:
    """Hold a lock file; says whether we have it, which without `wait` may be False."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


def by_age(folder: Path, pattern: str = "[!.]*.eml") -> list[Path]:
    """List a folder's files, oldest first; one that leaves meanwhile does not matter."""
    found = []
    for file in folder.glob(pattern):
        with suppress(FileNotFoundError):
            found.append((file.stat().st_mtime_ns, file))
    return [file for _, file in sorted(found)]


def clear_drafts(folder: Path) -> None:
    """Remove what processes that died left half written."""
    for file in by_age(folder, ".*"):
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < time.time() - DRAFT_SECONDS:
                file.unlink()
