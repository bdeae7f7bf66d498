"""`golive restore`: a backup becomes a workspace again; any file is taken for hostile until it is read.

Nothing is written outside a new folder beside the destination, which takes its name only when all is there.
Links, devices, paths that lead out, and an archive that grows beyond what it says of itself are refused.
"""

from __future__ import annotations

import gzip
import json
import shutil
import tarfile
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from generator.errors import GoliveError, OutsideError, UsageError
from generator.safekeeping.pack import CONTENTS, FORMAT
from generator.workspace import STATE

_MOST_FILES = 2_000_000
_AROUND = 1 << 20  # bytes that may stand between two files: names, padding, the end


@dataclass(frozen=True)
class Restored:
    """What was restored where; `aside` is where the folder that stood there was moved to."""

    folder: Path
    files: int
    secret: bool
    aside: Path | None = None


class _Bounded:
    """A stream that gives only as many bytes as the next step may need."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.left = stream, _AROUND

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes."""
        got = self._stream.read(min(size, self.left + 1) if size >= 0 else self.left + 1)
        self.left -= len(got)
        if self.left < 0:
            raise GoliveError("it is larger than it says")
        return got


def unpack(file: Path, folder: Path, *, force: bool) -> Restored:
    """Restore a backup into `folder`; with `force`, what stands there is moved aside, never deleted.

    Raises UsageError where the folder is not empty, GoliveError where the file is no whole backup.
    """
    folder = folder.resolve()
    taken = folder.is_dir() and any(folder.iterdir())
    if (taken and not force) or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{folder} is not empty, so nothing was restored; name a new folder, or add --force")
    draft = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        contents = _unpack(file, draft)
        (draft / STATE).mkdir(exist_ok=True)
        (draft / STATE).chmod(0o700)
        draft.chmod(0o755)
        aside = _moved_aside(folder) if taken else None
        draft.replace(folder)
    except OSError as error:
        raise OutsideError(f"cannot restore into {folder}: {error.strerror or error}") from None
    finally:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
    return Restored(folder, contents["files"], contents["secret"], aside)


def _moved_aside(folder: Path) -> Path:
    number = 1
    while (aside := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    folder.rename(aside)
    return aside


def _unpack(file: Path, into: Path) -> dict[str, Any]:
    """Write the backup's files into an empty folder and give what it says of itself."""
    try:
        stream = gzip.open(file, "rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from None
    try:
        with stream:
            return _members(cast("BinaryIO", stream), into)
    except (EOFError, tarfile.ReadError, gzip.BadGzipFile, zlib.error):
        why = "it is cut short or damaged"
    except (tarfile.TarError, GoliveError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, OutsideError):
            raise
        why = str(error)
    raise GoliveError(f"{file} is no backup that can be restored: {why}. Nothing was changed.")


def _members(stream: BinaryIO, into: Path) -> dict[str, Any]:
    bounded = _Bounded(stream)
    with tarfile.open(fileobj=bounded, mode="r|") as tar:  # type: ignore[call-overload]
        contents = _contents(tar, into)
        files = total = 0
        bounded.left = _AROUND
        while member := tar.next():
            checked = tarfile.data_filter(member, str(into))
            if not member.isreg() or member.issparse():
                raise GoliveError(f"{member.name[:200]!r} is no ordinary file")
            files, total = files + 1, total + member.size
            if files > contents["files"] or total > contents["bytes"]:
                raise GoliveError("it holds more than it says")
            bounded.left = member.size + _AROUND
            tar.extract(checked, into, filter="data")
            if member.name == f"{STATE}/secret":
                (into / member.name).chmod(0o600)
            bounded.left = _AROUND
    while bounded.read(1 << 16):  # the checksum of the whole stands at the end
        pass
    if (files, total) != (contents["files"], contents["bytes"]) or not (into / "mkdocs.yml").is_file():
        raise GoliveError("it does not hold what it says")
    return contents


def _contents(tar: tarfile.TarFile, into: Path) -> dict[str, Any]:
    """Read what the backup says of itself, which stands first, and see that the disk has room for it."""
    first = tar.next()
    inside = tar.extractfile(first) if first and first.name == CONTENTS and first.size < 1000 else None
    said = json.loads(inside.read()) if inside else None
    if not isinstance(said, dict) or not all(
        type(said.get(key)) is int for key in ("format", "files", "bytes")
    ):
        raise GoliveError("it was not made by golive backup")
    if said["format"] != FORMAT:
        raise GoliveError(f"its format {said['format']} is newer than this golive; update first")
    if not 0 <= said["files"] <= _MOST_FILES:
        raise GoliveError("it says it holds more files than a workspace has")
    free = shutil.disk_usage(into).free
    if not 0 <= said["bytes"] < free:
        raise OutsideError(
            f"{said['bytes']} bytes do not fit onto the disk of {into.parent}: {free} are free"
        )
    return {**said, "secret": bool(said.get("secret"))}
