"""Which deals need no publishing, told from how their files lie on the disk, without opening one.

As git knows an unchanged file: by size, times and inode as they were. What was touched within the last
moments before it was looked at may change again without a new time, so then nothing is recorded. The record
may be lost, damaged or deleted at any time: each deal is then opened again, which is slower and never wrong.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.deploy.links import Link

RACY_NS = 2_000_000_000  # no file system in use keeps times more coarsely
_TABLE = (
    "CREATE TABLE IF NOT EXISTS deals (deal TEXT PRIMARY KEY, around TEXT, timezone TEXT, day TEXT, "
    "lies TEXT, files INTEGER, folders TEXT, links TEXT)"
)


@dataclass(frozen=True)
class Left:
    """A deal as its last publish left it.

    `day` is that of its buyer's `timezone`, `lies` how its files lay, `files` their number at the target and
    `folders` where they are there.
    """

    timezone: str
    day: str
    lies: str
    files: int
    folders: tuple[str, ...]
    links: tuple[Link, ...]


class Unchanged:
    """The record of one workspace; `around` names all that its deals share."""

    def __init__(self, file: Path, around: str) -> None:
        self._file, self._around = file, around
        self._base = self._open()

    def __len__(self) -> int:
        try:
            return int(self._base.execute("SELECT count(*) FROM deals").fetchone()[0])
        except sqlite3.Error:
            return 0

    def get(self, deal: str) -> Left | None:
        """Give what is known of a deal; None where that is nothing, or was made from something else."""
        try:
            row = self._base.execute(
                "SELECT timezone, day, lies, files, folders, links FROM deals WHERE deal = ? AND around = ?",
                (deal, self._around),
            ).fetchone()
            if row is None:
                return None
            folders, links = tuple(json.loads(row[4])), tuple(Link(*link) for link in json.loads(row[5]))
            return Left(row[0], row[1], row[2], row[3], folders, links)
        except (sqlite3.Error, ValueError, TypeError):
            return None

    def put(self, deal: str, left: Left) -> None:
        """Keep what is known of a deal; where that cannot be, nothing is lost but time."""
        links = json.dumps([[k.person, k.name, k.token, k.feed_token, k.revoked] for k in left.links])
        row = (left.timezone, left.day, left.lies, left.files, json.dumps(left.folders), links)
        with suppress(sqlite3.Error):
            self._base.execute(
                "INSERT OR REPLACE INTO deals VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (deal, self._around, *row)
            )

    def keep(self) -> None:
        """Write down what was put; a record that is damaged is begun anew by the next run."""
        try:
            self._base.commit()
        except sqlite3.Error:
            self._base.close()
            _forget(self._file)

    def close(self) -> None:
        """Write down what was put, and let go of the file."""
        self.keep()
        self._base.close()

    def _open(self) -> sqlite3.Connection:
        """Open the record if it is ours alone and whole, else begin a new one, in memory if need be."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not _is_ours(self._file):
                _forget(self._file)
            return _connected(self._file)
        except (sqlite3.Error, OSError):
            _forget(self._file)
        try:
            return _connected(self._file)
        except (sqlite3.Error, OSError):
            return _connected(":memory:")


def _connected(file: Path | str) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=5)
    try:
        base.execute("PRAGMA synchronous = OFF")
        base.execute(_TABLE)
        base.execute(
            "SELECT around, timezone, day, lies, files, folders, links FROM deals LIMIT 1"
        ).fetchone()
    except sqlite3.Error:
        base.close()
        raise
    if file != ":memory:":
        Path(file).chmod(0o600)
    return base


def _is_ours(file: Path) -> bool:
    """Say whether nobody else can have written the file; one that is not there is ours to make."""
    try:
        known = file.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(known.st_mode) and known.st_uid == os.getuid() and not known.st_mode & 0o022


def _forget(file: Path) -> None:
    for one in (file, file.with_name(file.name + "-journal")):
        with suppress(OSError):
            one.unlink()


def how_it_lies(folders: Iterable[Path], alone: Iterable[Path], now_ns: int | None = None) -> str | None:
    """Say how all files below some folders, and some files or folders `alone`, lie on the disk.

    None where one is missing, or is so new that it may change again without a new time.
    """
    whole = sha256()
    newest = 0
    try:
        for path, known in [*_stats(folders), *((str(p), p.stat()) for p in alone)]:
            newest = max(newest, known.st_mtime_ns, known.st_ctime_ns)
            seen = (known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino, known.st_dev)
            whole.update(f"{path}\0{seen}\n".encode("utf-8", "surrogateescape"))
    except OSError:
        return None
    return whole.hexdigest() if newest < (now_ns or time.time_ns()) - RACY_NS else None


def _stats(folders: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    """Walk folders in a fixed order; a folder's own times tell of names that came and went."""
    waiting = [str(folder) for folder in folders]
    while waiting:
        folder = waiting.pop()
        yield folder, Path(folder).stat()
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.is_symlink():
                    raise OSError(f"{entry.path} leads elsewhere, where nobody watches")
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    yield entry.path, entry.stat()
