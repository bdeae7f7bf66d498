"""`golive backup`: everything a workspace cannot make again, in one .tar.gz that only its owner may read.

The order makes the copy safe while workers run; each deal is copied under its lock. Spooled mail comes before
the plans: a mail settled meanwhile is settled again after a restore, and the journal knows it by its id.
What was sent comes last: the ledger knows more than the plans rather than less, so nothing is sent twice.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutsideError, UsageError
from generator.record.truth import Deal, locked
from generator.workspace import STATE, Workspace

CONTENTS = "golive-backup.json"
FORMAT = 1
_REMADE = ("locks", "cache", "build")  # other processes' locks, and what is made again when it is missing
_FIRST, _LAST = ("spool", "outgoing"), ("ledger.jsonl",)


@dataclass(frozen=True)
class Packed:
    """What a backup holds; `left_out` names links, which are not followed, and what lies elsewhere."""

    file: Path
    files: int
    bytes: int
    secret: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class _File:
    name: str
    content: bytes
    mtime: float


def pack(workspace: Workspace, file: Path, *, secret: bool) -> Packed:
    """Write the backup, whole or not at all, with mode 0600; raises UsageError where it is there already."""
    _refuse(workspace, file)
    left_out: list[str] = []
    found = list(_copied(workspace, secret=secret, left_out=left_out))
    size = sum(len(one.content) for one in found)
    holds_secret = any(one.name == f"{STATE}/secret" for one in found)
    contents = {"format": FORMAT, "files": len(found), "bytes": size, "secret": holds_secret}
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            _write(out, [_File(CONTENTS, json.dumps(contents).encode(), 0.0), *found])
            out.flush()
            os.fsync(out.fileno())
        os.link(draft, file)  # fails where somebody else made it meanwhile
    except OSError as error:
        raise OutsideError(f"cannot write {file}: {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)
    return Packed(file, len(found), size, holds_secret, tuple(left_out))


def _refuse(workspace: Workspace, file: Path) -> None:
    if file.exists():
        raise UsageError(f"{file} is there already; choose another name, so that no backup is lost")
    inside = file.resolve().parents
    target = workspace.options.target
    if "://" not in target and (workspace.root / target).resolve() in inside:
        raise UsageError(
            f"{file} would lie in the folder that is served; keep backups where nobody else reads"
        )
    if workspace.plans.resolve() in inside or workspace.state.resolve() in inside:
        raise UsageError(
            f"{file} would become part of the next backup; name a place outside plans and {STATE}"
        )


def _write(out: io.BufferedIOBase, files: list[_File]) -> None:
    """Write the archive; the same files give the same bytes (no owner, no time of packing)."""
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=6) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for one in files:
            member = tarfile.TarInfo(one.name)
            member.size, member.mtime = len(one.content), one.mtime
            member.mode = 0o600 if one.name.startswith(f"{STATE}/") else 0o644
            tar.addfile(member, io.BytesIO(one.content))


def _copied(workspace: Workspace, *, secret: bool, left_out: list[str]) -> Iterator[_File]:
    root, state = workspace.root, workspace.state
    for name in _FIRST:
        yield from _read(root, state / name, left_out)
    for place in (workspace.config_file, root / ".gitignore", *workspace.overrides()):
        yield from _read(root, place, left_out)
    for place in _within(workspace.plans):
        if (place / "plan.yaml").is_file():
            with locked(Deal(place.name, place, state)):
                yield from _read(root, place, left_out)
        else:
            yield from _read(root, place, left_out)
    skipped = {*_FIRST, *_LAST, *_REMADE} | (set() if secret else {"secret"})
    for place in _within(state):
        if place.name not in skipped:
            yield from _read(root, place, left_out)
    for name in _LAST:
        yield from _read(root, state / name, left_out)


def _within(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _read(root: Path, place: Path, left_out: list[str]) -> Iterator[_File]:
    """Read a file, or all files of a folder; one that leaves meanwhile, or is a draft, does not matter."""
    if not place.is_relative_to(root) or ".." in place.parts:  # a custom_dir beside the workspace
        left_out.append(str(place))
        return
    name = place.relative_to(root).as_posix()
    if place.is_symlink():
        left_out.append(name)
    elif place.is_dir():
        for inner in _within(place):
            yield from _read(root, inner, left_out)
    elif place.is_file() and not (name.startswith(f"{STATE}/") and place.name.startswith(".")):
        try:
            yield _File(name, place.read_bytes(), place.stat().st_mtime)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutsideError(f"cannot read {place}: {error.strerror}") from None
