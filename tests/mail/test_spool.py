"""The spool: nothing is acknowledged that is not durable, and each message is one message."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.errors import OutsideError
from mail.spool import Envelope, Spool

NOON = Envelope(
    "2026-11-16T12:00:00+00:00", "acme.security.0.abc@reply.nimbus.example", "t@acme.example", {"SPF": "pass"}
)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file()) if folder.exists() else []


def test_the_same_bytes_are_one_message_with_their_first_envelope(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    first = spool.put(b"From: a@b.example\n\nhi", NOON)
    when = (tmp_path / "new" / f"{first}.eml").stat().st_mtime_ns
    assert spool.put(b"From: a@b.example\n\nhi", Envelope("2026-11-17T12:00:00+00:00")) == first
    assert spool.waiting() == [first]
    assert spool.envelope(first) == NOON
    assert (tmp_path / "new" / f"{first}.eml").stat().st_mtime_ns == when


def test_oldest_first(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    ids = [spool.put(f"mail {n}".encode(), NOON) for n in range(5)]
    for age, message_id in enumerate(ids):
        os.utime(tmp_path / "new" / f"{message_id}.eml", (100 - age, 100 - age))
    assert spool.waiting() == ids[::-1]


def test_settled_once_kept_and_found(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    one = spool.put(b"one", NOON)
    spool.settle(one, "m@acme.example", {"outcome": "apply", "why": "first"})
    spool.settle(one, "m@acme.example", {"outcome": "ask", "why": "second"})
    assert spool.outcome("m@acme.example") == {"outcome": "apply", "why": "first"}
    assert (spool.waiting(), spool.raw(one), spool.locate(one[:8])) == ([], b"one", ("settled", one))
    assert spool.put(b"one", NOON) == one
    assert spool.waiting() == []


@pytest.mark.parametrize("start", ["", "../", "*", "[a]", "zzzz"])
def test_what_is_no_id_finds_nothing(tmp_path: Path, start: str) -> None:
    spool = Spool(tmp_path)
    spool.put(b"one", NOON)
    spool.put(b"two", NOON)
    assert spool.locate(start) is None


def test_the_third_failure_sets_a_message_aside_and_it_may_come_again(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    one = spool.put(b"one", NOON)
    assert [spool.failed(one, f"Traceback {n}") for n in range(3)] == [1, 2, 3]
    assert (spool.waiting(), spool.set_aside(), spool.raw(one)) == ([], [one], b"one")
    assert "Traceback 2" in spool.why_poison(one)
    spool.put(b"one", NOON)
    assert spool.waiting() == [one]
    spool.settle(one, "m", {"outcome": "apply"})
    assert (spool.set_aside(), spool.locate(one)) == ([], ("settled", one))


def test_a_lost_envelope_leaves_the_time_it_came(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    one = spool.put(b"one", NOON)
    (tmp_path / "new" / f"{one}.envelope").unlink()
    came = datetime.fromisoformat(spool.envelope(one).received)
    assert abs(came - datetime.now(UTC)) < timedelta(minutes=5)


def test_an_envelope_of_another_version_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    one = spool.put(b"one", NOON)
    (tmp_path / "new" / f"{one}.envelope").write_text(
        '{"received": "2026-11-16T12:00:00+00:00", "colour": "red"}'
    )
    assert spool.envelope(one) == Envelope("2026-11-16T12:00:00+00:00")


def test_what_is_old_is_forgotten_and_what_waits_is_not(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    old, young, waiting = (spool.put(text, NOON) for text in (b"old", b"young", b"waiting"))
    for one in (old, young):
        spool.settle(one, one, {"outcome": "apply"})
    now = datetime.now(UTC)
    long_ago = (now - timedelta(days=91)).timestamp()
    for name in (f"kept/{old}.eml", f"new/{waiting}.eml"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    (tmp_path / "new" / ".half.eml.1.2").write_bytes(b"of a process that died")
    os.utime(tmp_path / "new" / ".half.eml.1.2", (long_ago, long_ago))
    assert spool.forget_before(now, timedelta(days=90)) == 1
    assert (spool.raw(old), spool.raw(young), spool.raw(waiting)) == (None, b"young", b"waiting")
    assert spool.outcome(old) == {"outcome": "apply"}
    assert not list(tmp_path.rglob(".half*"))


def test_a_disk_that_fails_acknowledges_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spool = Spool(tmp_path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutsideError, match="No space left"):
        spool.put(b"one", NOON)
    with pytest.raises(OutsideError, match="No space left"):
        spool.check()
    assert names(tmp_path) == []


FULL = """
import resource, signal, sys
from pathlib import Path
from generator.errors import OutsideError
from mail.spool import Envelope, Spool
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
spool = Spool(Path(sys.argv[1]))
small = spool.put(b"small", Envelope("2026-11-16T12:00:00+00:00"))
try:
    spool.put(b"x" * 200_000, Envelope("2026-11-16T12:00:00+00:00"))
except OutsideError as error:
    print(small, error)
"""


def test_a_file_system_that_takes_no_more_leaves_no_part_of_a_mail(tmp_path: Path) -> None:
    assert hasattr(resource, "RLIMIT_FSIZE")
    command = [sys.executable, "-c", FULL, str(tmp_path)]
    got = subprocess.run(command, capture_output=True, check=True, env={"PATH": os.environ["PATH"]})
    small, _, why = got.stdout.decode().partition(" ")
    assert "cannot be written" in why
    assert [n for n in names(tmp_path) if n.endswith(".eml")] == [f"{small}.eml"]
    assert not [n for n in names(tmp_path) if n.startswith(".")]
