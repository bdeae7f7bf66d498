"""Which invitations went out: to whom, for which event, in which version. Durable, one line each.

A line is written before its mail is taken to be sent, so that an answer always finds its invitation, and a
second one after. Only what has its second line counts as told: a mail that a crash kept back is made again
with the same invitations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from mail.lines import Lines

Method = Literal["REQUEST", "CANCEL"]
INVITATIONS = "invitations.jsonl"  # its name in the workspace's state


@dataclass(frozen=True)
class Invitation:
    """One version of one event, for one person.

    `attendee` is the address that was invited; `about` the milestone's id, or `checkin.<yyyymmdd>`;
    `reply_about` the same in a reply address: its number, or `0`. `start` and `end` (exclusive) are days, or
    for check-ins moments in UTC. `raw` are the bytes to send; what comes from the ledger has none.
    """

    deal: str
    person: str
    attendee: str
    uid: str
    sequence: int
    method: Method
    about: str
    reply_about: str
    title: str
    start: date
    end: date
    raw: bytes = field(default=b"", compare=False)

    def to_line(self, state: str, mail: str) -> dict[str, Any]:
        """Give its line of the ledger; `state` is made or told, `mail` the name of the mail it is in."""
        return {
            "deal": self.deal, "person": self.person, "attendee": self.attendee, "uid": self.uid,
            "sequence": self.sequence, "method": self.method, "about": self.about,
            "reply_about": self.reply_about, "title": self.title,
            "start": self.start.isoformat(), "end": self.end.isoformat(),
            "state": state, "mail": mail,
        }  # fmt: skip


@dataclass
class InvitationLedger:
    """The record of a workspace's invitations."""

    path: Path
    _lines: Lines = field(init=False)
    _made: dict[tuple[str, str, str], dict[int, Invitation]] = field(init=False, default_factory=dict)
    _told: dict[tuple[str, str, str], Invitation] = field(init=False, default_factory=dict)
    _written: set[tuple[Invitation, str, str]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._lines = Lines(self.path)

    def made(self, mail: str, invitations: Iterable[Invitation]) -> None:
        """Write down what a mail is about to carry; raises OutsideError where the disk does not take it."""
        self._write("made", mail, invitations)

    def told(self, mail: str, invitations: Iterable[Invitation]) -> None:
        """Write down that the mail was taken to be sent."""
        self._write("told", mail, invitations)

    def _write(self, state: str, mail: str, invitations: Iterable[Invitation]) -> None:
        for invitation in invitations:
            self._read()
            if (invitation, state, mail) not in self._written:
                self._lines.append(invitation.to_line(state, mail))

    def last_told(self, deal: str, person: str, attendee: str) -> dict[str, Invitation]:
        """Give the newest version of each event that a person was told of at an address, by UID."""
        self._read()
        wanted = (deal, person, attendee)
        return {i.uid: i for i in self._told.values() if (i.deal, i.person, i.attendee) == wanted}

    def answered(self, deal: str, person: str, uid: str, sequence: int) -> Invitation | None:
        """Find the invitation that an answer is about; None where it is none of ours or was replaced."""
        self._read()
        found = self._made.get((deal, person, uid), {}).get(sequence)
        told = self._told.get((deal, person, uid))
        if found is None or found.method != "REQUEST" or (told and told.sequence > sequence):
            return None
        return found

    def _read(self) -> None:
        for line in self._lines.new():
            found = _from_line(line)
            if found is None:
                continue
            key = (found.deal, found.person, found.uid)
            self._written.add((found, str(line.get("state")), str(line.get("mail"))))
            self._made.setdefault(key, {})[found.sequence] = found
            if line.get("state") == "told":
                self._told[key] = found


def _from_line(line: dict[str, Any]) -> Invitation | None:
    try:
        if line["method"] not in ("REQUEST", "CANCEL"):
            return None
        return Invitation(
            deal=str(line["deal"]),
            person=str(line["person"]),
            attendee=str(line["attendee"]),
            uid=str(line["uid"]),
            sequence=int(line["sequence"]),
            method=line["method"],
            about=str(line["about"]),
            reply_about=str(line["reply_about"]),
            title=str(line["title"]),
            start=_time(str(line["start"])),
            end=_time(str(line["end"])),
        )
    except (KeyError, ValueError, TypeError):
        return None  # a line of another version of golive


def _time(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
