"""A disk that is full or may not be written: 503, nothing acknowledged, no part of a mail left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from door import Listening, listening
from letters import reply

from generator.errors import OutsideError
from mail.arrivals.folder import MailFolder
from mail.spool import Envelope, Spool

Mount = Callable[..., Path]
LARGE = reply("x@reply.nimbus.example", "Here is the list. " * 2000)


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount a small file system of its own, where this may be done."""
    mounted: list[Path] = []

    def make(options: str) -> Path:
        place = tmp_path / "disk"
        place.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if os.getuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("needs root, to mount a small disk")
        mounted.append(place)
        return place

    yield make
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def mails(state: Path) -> list[bytes]:
    spool = Spool(state / "spool")
    return [spool.raw(one) or b"" for one in spool.waiting()]


def fill(server: Listening) -> list[bytes]:
    """Bring mails until the disk is full; gives those that were acknowledged."""
    kept = []
    for n in range(100):
        raw = LARGE + b"%d" % n
        status, _ = server.bring(raw)
        if status != 200:
            assert status == 503
            return kept
        kept.append(raw)
    raise AssertionError("the disk is never full")


@pytest.mark.slow
def test_a_full_disk_keeps_what_was_acknowledged_and_nothing_else(mount: Mount) -> None:
    state = mount("size=1m")
    with listening(state) as server:
        kept = fill(server)
        assert len(kept) > 3
        assert server.request("GET", "/healthz")[0] == 503
        assert sorted(mails(state)) == sorted(kept)
        assert not list(state.rglob(".*.eml.*")), "no part of a mail"
        next((state / "spool" / "new").glob("*.eml")).unlink()
        assert server.bring(LARGE)[0] == 200, "with room again, mail is taken again"


@pytest.mark.slow
def test_a_disk_that_may_not_be_written(mount: Mount) -> None:
    state = mount("size=1m")
    with listening(state) as server:
        assert server.bring(LARGE)[0] == 200
        subprocess.run(["mount", "-o", "remount,ro", str(state)], check=True)
        assert server.bring(LARGE + b"more")[0] == 503
        assert server.request("GET", "/healthz")[0] == 503
        assert mails(state) == [LARGE]
        subprocess.run(["mount", "-o", "remount,rw", str(state)], check=True)
        assert server.bring(LARGE + b"more")[0] == 200


@pytest.mark.slow
def test_a_folder_on_a_full_disk_keeps_its_mails(mount: Mount, tmp_path: Path) -> None:
    spool, folder = Spool(mount("size=64k") / "spool"), tmp_path / "in"
    folder.mkdir()
    (folder / "a.eml").write_bytes(LARGE * 3)
    with pytest.raises(OutsideError, match="cannot be written"):
        list(MailFolder(folder, delete=True).take(spool.put, "2026-11-16T12:00:00+00:00"))
    assert (folder / "a.eml").read_bytes() == LARGE * 3


NO_SPACE = """
import errno, os, sys
from pathlib import Path
from generator.errors import OutsideError
from mail.spool import Envelope, Spool
left = int(sys.argv[2])
real = {name: getattr(os, name) for name in ("fsync", "replace", "mkdir")}
def failing(name):
    def call(*given, **more):
        global left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real[name](*given, **more)
    return call
for name in real:
    setattr(os, name, failing(name))
try:
    print(Spool(Path(sys.argv[1])).put(b"a mail", Envelope("2026-11-16T12:00:00+00:00")))
except OutsideError:
    print("refused")
"""


@pytest.mark.parametrize("steps", range(9))
def test_wherever_the_space_ends_a_mail_is_whole_or_not_acknowledged(tmp_path: Path, steps: int) -> None:
    command = [sys.executable, "-c", NO_SPACE, str(tmp_path / "spool"), str(steps)]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    spool = Spool(tmp_path / "spool")
    if said == "refused":
        assert spool.put(b"a mail", Envelope("2026-11-16T12:00:00+00:00")), "brought again, it is kept"
    assert [spool.raw(one) for one in spool.waiting()] == [b"a mail"]
    assert not [p for p in tmp_path.rglob(".*") if p.is_file()]
