"""What a calendar answers to an invitation of ours (iTIP, RFC 5546 3.2.3 and 3.2.7), and what it means.

Read by a reader of our own that takes only what is needed, in linear time: whoever writes to us chooses the
bytes, and libraries for iCalendar are lenient and slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from generator.plan.model import Plan
from generator.record.journal import Entry
from mail.invitations.ledger import Invitation
from mail.understand.updates import Update

MOST_CHARACTERS = 100_000  # Outlook's with two time zones and a long description have some 10,000
MOST_LINE = 4_000  # of a line that we need; longer ones are texts
FARTHEST = timedelta(days=731)  # a day that somebody means; farther ones are slips of the hand
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
_SEQUENCE = re.compile(r"\d{1,9}")
_TIME = re.compile(r"(\d{8})(?:T(\d{4})\d{2}(Z?))?")
_MAILTO = re.compile(r"mailto:([^\s<>\"?]{3,320})", re.IGNORECASE)
_ONCE = ("UID", "SEQUENCE", "DTSTART", "DTEND", "RECURRENCE-ID")
_Line = tuple[str, Mapping[str, str], str]
Part = Literal["ACCEPTED", "DECLINED", "TENTATIVE"]


@dataclass(frozen=True)
class CalendarAnswer:
    """One answer to one event. `states` are addresses (lower case) with their PARTSTAT.

    `start` and `end` are days, or moments: aware where in UTC, else local where they were written.
    """

    method: Literal["REPLY", "COUNTER"]
    uid: str
    sequence: int
    states: Mapping[str, str]
    start: date | None
    end: date | None


def read_answer(calendar: str) -> CalendarAnswer | None:
    """Read the text of a `text/calendar` part; None where it is no single, whole answer."""
    if len(calendar) > MOST_CHARACTERS:
        return None
    methods: list[str] = []
    event: list[_Line] = []
    within: list[str] = []
    seen: list[str] = []
    for name, parameters, value in _lines(calendar):
        if name == "BEGIN":
            within.append(value.upper())
            seen.append("/".join(within[:3]))
        elif name == "END":
            if not within or within.pop() != value.upper():
                return None
        elif within == ["VCALENDAR"] and name == "METHOD":
            methods.append(value.upper())
        elif within == ["VCALENDAR", "VEVENT"]:
            event.append((name, parameters, value))
    if within or seen.count("VCALENDAR") != 1 or seen.count("VCALENDAR/VEVENT") != 1:
        return None
    return _answer(methods, event)


def _lines(text: str) -> Iterator[_Line]:
    """Unfold (RFC 5545 3.1) and split content lines; one that is too long or none is passed over."""
    whole: list[str] = []
    for line in (*text.replace("\r\n", "\n").split("\n"), ""):
        if line[:1] in (" ", "\t") and whole:
            whole.append(line[1:])
            continue
        joined = "".join(whole)
        whole = [line]
        if joined and len(joined) <= MOST_LINE and (found := _split(joined)):
            yield found


def _split(line: str) -> _Line | None:
    """Split name, parameters and value: at semicolons and the first colon outside of quotes."""
    pieces, start, quoted = [], 0, False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char in ";:" and not quoted:
            pieces.append(line[start:at])
            start = at + 1
            if char == ":":
                break
    else:
        return None
    name, *given = pieces
    if not _NAME.fullmatch(name):
        return None
    parameters = {key.upper(): value.strip('"') for key, _, value in (p.partition("=") for p in given)}
    return name.upper(), parameters, line[start:].strip()


def _answer(methods: list[str], event: list[_Line]) -> CalendarAnswer | None:
    once = {n: [line for line in event if line[0] == n] for n in _ONCE}
    if any(len(found) > 1 for found in once.values()) or once["RECURRENCE-ID"] or not once["UID"]:
        return None
    sequence = once["SEQUENCE"][0][2] if once["SEQUENCE"] else "0"  # RFC 5545 3.8.7.4
    if not _SEQUENCE.fullmatch(sequence) or not sequence.isascii():
        return None
    guests = [line for line in event if line[0] == "ATTENDEE"]
    states = {
        found[1].lower(): parameters.get("PARTSTAT", "").upper()
        for _, parameters, value in guests
        if (found := _MAILTO.fullmatch(value))
    }
    if len(states) != len(guests):
        return None
    start, end = (_time(once[name][0]) if once[name] else None for name in ("DTSTART", "DTEND"))
    uid = re.sub(r"\\([\\;,])", r"\1", once["UID"][0][2])
    match methods:
        case ["REPLY"]:
            return CalendarAnswer("REPLY", uid, int(sequence), states, start, end)
        case ["COUNTER"]:
            return CalendarAnswer("COUNTER", uid, int(sequence), states, start, end)
    return None


def _time(line: _Line) -> date | None:
    found = _TIME.fullmatch(line[2])
    if not found or not line[2].isascii():
        return None
    try:
        if found[2] is None:
            return datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        moment = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M")  # noqa: DTZ007 - set below
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if found[3] else moment


@dataclass(frozen=True)
class Asked:
    """What an answer is held against: who was proven to write, at which of our addresses, on which day."""

    plan: Plan
    entries: tuple[Entry, ...]
    sender: str | None
    person: str
    about: str
    sent: date


def meaning_of(answer: CalendarAnswer, invited: Invitation, asked: Asked) -> tuple[list[Update], str]:
    """Give what an answer says about the plan, and in a sentence what it is; nothing said changes nothing.

    `invited` is the invitation with the answer's UID and SEQUENCE. Only the person who was invited answers,
    at the address the invitation named. A yes to a date that has moved since is no yes to the new one.
    """
    states = {s for address, s in answer.states.items() if asked.plan.person_of(address) == asked.sender}
    if asked.sender is None or asked.sender != invited.person or len(states) != 1:
        return [], "a calendar's answer of somebody else than was invited"
    if (invited.person, invited.reply_about) != (asked.person, asked.about):
        return [], "a calendar's answer at another address than the invitation named"
    milestone = asked.plan.by_id.get(invited.about)
    if milestone is None:
        return _about_checkin(answer, states.pop(), invited)
    if milestone.status == "done":
        return [], "a calendar's answer about what is done already"
    if answer.method == "COUNTER":
        return [_counter(answer, invited, asked)], "a calendar proposes another day"
    if _has_moved(asked.entries, invited):
        return [], "a calendar's answer to a date that has moved since"
    (state,) = states
    words = f"{state.capitalize()}: {invited.title}"
    match state:
        case "ACCEPTED":
            return [Update(invited.about, "confirm", words, True, why="accepted in the calendar")], "accepted"
        case "DECLINED":
            return [Update(invited.about, "move", words, False, why="declined in the calendar")], "declined"
        case "TENTATIVE":
            return [], "tentatively accepted in the calendar: nothing changes"
    return [], "a calendar's answer that says neither yes nor no"


def _about_checkin(answer: CalendarAnswer, state: str, invited: Invitation) -> tuple[list[Update], str]:
    """A check-in is both teams': another time, or that somebody does not come, is for the rep."""
    if answer.method == "COUNTER":
        to = answer.start.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00") if answer.start else "?"
        zone = " UTC" if isinstance(answer.start, datetime) and answer.start.tzinfo else ""
        words, why = f"{invited.title}: {to}{zone}", "proposes another time for a check-in"
    elif state == "DECLINED":
        words, why = f"Declined: {invited.title}", "does not come to a check-in"
    else:
        return [], "a calendar's answer about a check-in: nothing changes"
    return [Update(None, "question", words, True, why=why)], why


def _counter(answer: CalendarAnswer, invited: Invitation, asked: Asked) -> Update:
    day = _day(answer.start, asked)
    words = f"New day proposed: {invited.title}" + (f", {day.isoformat()}" if day else "")
    if day == invited.start and not _has_moved(asked.entries, invited):
        return Update(invited.about, "comment", words, True, why="the same day, another time of it")
    last = _day(answer.end, asked)
    longer = day and last and last > day + timedelta(days=1)
    sure = day is not None and not longer and asked.sent <= day <= asked.sent + FARTHEST
    return Update(
        invited.about, "move", words, sure, to=day if sure else None, why="proposed in the calendar"
    )


def _day(time: date | None, asked: Asked) -> date | None:
    """Give the day on which a time lies where its writer is."""
    if not isinstance(time, datetime):
        return time
    if time.tzinfo is None:
        return time.date()
    role = asked.plan.roles.get(asked.sender or "")
    zone = (role and role.timezone) or asked.plan.buyer.timezone
    try:
        return time.astimezone(ZoneInfo(zone)).date()
    except OverflowError:  # the ends of the calendar
        return None


def _has_moved(entries: Iterable[Entry], invited: Invitation) -> bool:
    """Say whether the date that was offered is no longer the current one."""
    last = [e.moved[invited.about][1] for e in entries if invited.about in e.moved]
    return bool(last) and last[-1] != invited.start
