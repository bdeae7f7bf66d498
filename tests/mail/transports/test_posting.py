"""Posting: what is taken is sent once, through every crash and refusal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.errors import OutsideError, UsageError
from mail.transports.carriers import Carry, Mail, NotNow, Refused, Unknown
from mail.transports.posting import PAUSES_S, Posting

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)


@dataclass
class Way:
    """A carrier that does as it is told, one outcome after the other; then it takes everything."""

    outcomes: list[Exception | None] = field(default_factory=list)
    connecting: list[Exception] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    now: datetime = NOON

    @contextmanager
    def connect(self) -> Iterator[Carry]:
        if self.connecting:
            raise self.connecting.pop(0)
        yield self.carry

    def carry(self, mail: Mail) -> None:
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome:
            raise outcome
        self.carried.append(mail.name)

    def posting(self, state: Path) -> Posting:
        return Posting(state, self.connect, lambda: self.now, self.slept.append, lambda: self.now.timestamp())


def letter(to: str = "t.lindqvist@acme.example") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "plan@nimbus.example", to
    message.set_content("Is it done?")
    return message


def states(posting: Posting) -> dict[str, str]:
    return {mail.name: mail.state for mail in posting.posted()}


def test_each_name_leaves_once(tmp_path: Path) -> None:
    way = Way()
    posting = way.posting(tmp_path)
    assert posting.send("acme.nudge.3", letter())
    assert not posting.send("acme.nudge.3", letter())
    assert posting.deliver() == []
    assert not posting.send("acme.nudge.3", letter())
    again = way.posting(tmp_path)
    assert not again.send("acme.nudge.3", letter("somebody.else@acme.example"))
    again.deliver()
    assert way.carried == ["acme.nudge.3"]
    assert [(m.to, m.state) for m in again.posted()] == [("t.lindqvist@acme.example", "sent")]
    assert not list((tmp_path / "outgoing").glob("*"))


def test_taking_a_mail_touches_no_network(tmp_path: Path) -> None:
    way = Way(connecting=[AssertionError("connected")])  # type: ignore[list-item]
    assert way.posting(tmp_path).send("a.b.c", letter())


def test_what_fails_for_now_is_tried_again_in_bounds_and_by_the_next_run(tmp_path: Path) -> None:
    way = Way(connecting=[NotNow("no route")] * 3)
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    posting.send("a.b.2", letter())
    left = posting.deliver()
    assert [(m.name, m.state, m.why) for m in left] == [
        ("a.b.1", "waiting", "no route"),
        ("a.b.2", "waiting", "no route"),
    ]
    assert way.slept == list(PAUSES_S)
    assert way.posting(tmp_path).deliver() == []
    assert way.carried == ["a.b.1", "a.b.2"]


def test_a_recipient_who_asks_to_wait_stops_nobody_else(tmp_path: Path) -> None:
    way = Way([NotNow("greylisted", soon=False)])
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    posting.send("a.b.2", letter())
    assert [m.name for m in posting.deliver()] == ["a.b.1"]
    assert (way.carried, way.slept) == (["a.b.2"], [])


def test_a_run_that_stays_tries_ever_more_rarely_and_new_mails_at_once(tmp_path: Path) -> None:
    way = Way(connecting=[NotNow("no route", soon=False)] * 1000)
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    tries, start = [], NOON
    for minute in range(400):
        way.now = start + timedelta(minutes=minute)
        if posting.deliver():
            tries.append(minute)
    assert tries == [0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 303, 363]
    way.connecting.clear()
    posting.send("a.b.2", letter())
    assert (posting.deliver(), way.carried) == ([], ["a.b.2"])
    way.now += timedelta(hours=1)
    assert (posting.deliver(), way.carried) == ([], ["a.b.2", "a.b.1"])


def test_five_days_are_enough(tmp_path: Path) -> None:
    way = Way(connecting=[NotNow("no route", soon=False)] * 3)
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    posting.deliver()
    way.now += timedelta(days=4)
    posting.deliver()
    assert states(posting) == {"a.b.1": "waiting"}
    way.now += timedelta(days=2)
    posting.deliver()
    assert states(posting) == {"a.b.1": "refused"}
    posting.deliver()
    assert way.carried == []


@pytest.mark.parametrize(
    ("failure", "state"), [(Refused("no such person"), "refused"), (Unknown("hung up"), "unknown")]
)
def test_only_a_person_sends_again_what_was_refused_or_is_unknown(
    tmp_path: Path, failure: Exception, state: str
) -> None:
    way = Way([failure])
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    (left,) = posting.deliver()
    assert (left.state, left.why) == (state, str(failure))
    for _ in range(3):
        way.posting(tmp_path).deliver()
    assert not posting.send("a.b.1", letter())
    assert way.carried == []
    posting.resend("a.b.1")
    posting.deliver()
    assert way.carried == ["a.b.1"]
    with pytest.raises(UsageError, match="is sent"):
        posting.resend("a.b.1")


def test_a_person_settles_what_arrived_after_all(tmp_path: Path) -> None:
    way = Way([Unknown("hung up")])
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())
    posting.deliver()
    posting.settle("a.b.1")
    posting.deliver()
    assert states(posting) == {"a.b.1": "sent"}
    assert way.carried == []
    with pytest.raises(UsageError, match="never taken"):
        posting.settle("a.b.2")


# Ends the process by SIGKILL at the Nth step of delivering one mail; a line in `carried` is a mail that left.
KILLED = """
import os, signal, sys
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from mail.transports.posting import Posting
at, state = int(sys.argv[1]), Path(sys.argv[2])
count = 0
def step():
    global count
    count += 1
    if count == at:
        os.kill(os.getpid(), signal.SIGKILL)
def carry(mail):
    step()
    with (state / "carried").open("a") as file:
        file.write(mail.name + "\\n")
    step()
@contextmanager
def connect():
    yield carry
real = os.fsync
def fsync(fd):
    step()
    real(fd)
    step()
os.fsync = fsync
sys.addaudithook(lambda event, args: step() if event in ("os.rename", "os.remove", "os.truncate") else None)
posting = Posting(state, connect, lambda: datetime(2026, 11, 16, 12, tzinfo=UTC), lambda s: None)
message = EmailMessage()
message["From"], message["To"] = "plan@nimbus.example", "t.lindqvist@acme.example"
posting.send("a.b.1", message)
posting.deliver()
print(count)
"""


def test_killed_at_any_step_it_leaves_once_or_a_person_is_asked(tmp_path: Path) -> None:
    def run(step: int, state: Path) -> subprocess.CompletedProcess[bytes]:
        state.mkdir(exist_ok=True)
        command = [sys.executable, "-c", KILLED, str(step), str(state)]
        return subprocess.run(command, capture_output=True, check=False, env={"PATH": os.environ["PATH"]})

    steps = int(run(0, tmp_path / "whole").stdout)
    assert steps > 8
    asked = 0
    for step in range(1, steps + 1):
        state = tmp_path / f"at{step}"
        assert run(step, state).returncode == -9
        again = run(0, state)
        assert again.returncode == 0, again.stderr.decode()
        carried = (state / "carried").read_text().split() if (state / "carried").exists() else []
        (mail,) = Way().posting(state).posted()
        assert len(carried) <= 1
        assert (mail.state == "sent" and carried) or mail.state == "unknown"
        asked += mail.state == "unknown"
    assert 1 <= asked < steps / 2


def test_two_at_once_send_each_mail_once(tmp_path: Path) -> None:
    way = Way()
    first, second = way.posting(tmp_path), way.posting(tmp_path)
    names = [f"a.b.{n}" for n in range(20)]
    for name in names:
        first.send(name, letter())

    def in_the_middle(carry: Callable[[Mail], None]) -> Callable[[Mail], None]:
        def both(mail: Mail) -> None:
            second.deliver()
            carry(mail)

        return both

    slow = Posting(tmp_path, way.connect, lambda: NOON, way.slept.append)
    original = way.carry
    way.carry = lambda mail: original(mail)  # type: ignore[method-assign]

    @contextmanager
    def connect() -> Iterator[Carry]:
        yield in_the_middle(original)

    slow.connect = connect
    slow.deliver()
    assert sorted(way.carried) == sorted(names)


def test_a_full_disk_sends_nothing_that_is_not_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = Way()
    posting = way.posting(tmp_path)
    posting.send("a.b.1", letter())

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(OutsideError, match="No space left"):
            posting.deliver()
    assert way.carried == []
    way.posting(tmp_path).deliver()
    assert way.carried == ["a.b.1"]


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "A", "x" * 201])
def test_a_name_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="cannot name"):
        Way().posting(tmp_path).send(name, letter())
