"""A strict, byte-level linter for calendar feeds; parsers are lenient, calendar programs are not.

`lint` gives a list of findings, empty for a feed in which RFC 5545 and RFC 7986 are kept to the letter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

MOST_OCTETS = 75
_NAME = r"[A-Za-z0-9-]+"
_PARAMETER = rf";({_NAME})=(\"[^\"\x00-\x1f\x7f]*\"|[^\";:,\x00-\x1f\x7f]*)"
_LINE = re.compile(rf"({_NAME})((?:{_PARAMETER})*):(.*)", re.DOTALL)
_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
_UTC = re.compile(r"\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ")
_DATE = re.compile(r"\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_DURATION = re.compile(r"P(\d+W|\d+D|(\d+D)?T(\d+H)?(\d+M)?(\d+S)?)")

TEXTS = {"PRODID", "NAME", "X-WR-CALNAME", "SUMMARY", "DESCRIPTION", "UID", "COLOR"}
CALENDAR_ONCE = {"VERSION", "PRODID", "CALSCALE", "METHOD", "REFRESH-INTERVAL", "SOURCE", "COLOR", "URL"}
EVENT_ONCE = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "SUMMARY", "DESCRIPTION", "STATUS",
    "TRANSP", "LAST-MODIFIED", "URL",
}  # fmt: skip
KNOWN = {"VCALENDAR": CALENDAR_ONCE | {"NAME"}, "VEVENT": EVENT_ONCE}
VALUES = {
    "VERSION": re.compile(r"2\.0"),
    "SEQUENCE": re.compile(r"\d{1,9}"),
    "STATUS": re.compile("TENTATIVE|CONFIRMED|CANCELLED"),
    "TRANSP": re.compile("OPAQUE|TRANSPARENT"),
    "DTSTAMP": _UTC,
    "LAST-MODIFIED": _UTC,
    "REFRESH-INTERVAL": _DURATION,
    "X-PUBLISHED-TTL": _DURATION,
    "COLOR": re.compile("[a-z]{3,20}"),
    "URL": re.compile(r"[a-z]+:[!-~]+"),
    "SOURCE": re.compile(r"[a-z]+:[!-~]+"),
}
MUST_SAY = {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"}


@dataclass
class Component:
    """A component: its properties as (name, parameters, value), and what it holds."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        return [value for found, _, value in self.properties if found == name]


def lint(raw: bytes) -> list[str]:
    """Find everything that is wrong with a feed."""
    findings: list[str] = []
    lines = _unfold(raw, findings)
    root = _tree(lines, findings)
    if [part.name for part in root.parts] != ["VCALENDAR"]:
        return [*findings, "is not exactly one VCALENDAR"]
    calendar = root.parts[0]
    _check_calendar(calendar, findings)
    for event in calendar.parts:
        _check_event(event, findings)
    uids = Counter(uid for event in calendar.parts for uid in event.values("UID"))
    findings += [f"UID {uid} stands {count} times" for uid, count in uids.items() if count > 1]
    return findings


def _unfold(raw: bytes, findings: list[str]) -> list[str]:
    if raw.startswith(b"\xef\xbb\xbf"):
        findings.append("begins with a byte order mark")
    if not raw.endswith(b"\r\n"):
        findings.append("does not end with CRLF")
    lines: list[str] = []
    for number, octets in enumerate(raw.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if b"\r" in octets or b"\n" in octets:
            findings.append(f"line {number} holds a bare CR or LF")
        if len(octets) > MOST_OCTETS:
            findings.append(f"line {number} has {len(octets)} octets")
        if not octets.strip():
            findings.append(f"line {number} is empty")
        try:
            text = octets.decode("utf-8")
        except UnicodeDecodeError:
            findings.append(f"line {number} is not UTF-8 by itself: folded inside a character")
            text = octets.decode("utf-8", "replace")
        if text[:1] in (" ", "\t") and lines:
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def _tree(lines: list[str], findings: list[str]) -> Component:
    root = Component("")
    open_ = [root]
    for line in lines:
        found = _LINE.fullmatch(line)
        if not found:
            findings.append(f"is no content line: {line[:60]!r}")
            continue
        name, value = found[1].upper(), found[5]
        parameters = {p[0].upper(): p[1] for p in re.findall(_PARAMETER, found[2])}
        if name == "BEGIN":
            open_[-1].parts.append(Component(value))
            open_.append(open_[-1].parts[-1])
        elif name == "END":
            if len(open_) < 2 or open_[-1].name != value:
                findings.append(f"END:{value} closes nothing")
            else:
                open_.pop()
        else:
            open_[-1].properties.append((name, parameters, value))
            _check_value(name, parameters, value, findings)
    if len(open_) > 1:
        findings.append(f"{open_[-1].name} is never closed")
    if root.properties:
        findings.append("has properties outside VCALENDAR")
    return root


def _check_value(name: str, parameters: dict[str, str], value: str, findings: list[str]) -> None:
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        findings.append(f"{name} holds a control character")
    if name in TEXTS and not _TEXT.fullmatch(value):
        findings.append(f"{name} is not escaped: {value[:60]!r}")
    if name in VALUES and not VALUES[name].fullmatch(value):
        findings.append(f"{name} is {value[:60]!r}")
    if parameters.get("VALUE") != MUST_SAY.get(name) and name not in ("DTSTART", "DTEND"):
        findings.append(f"{name} has VALUE={parameters.get('VALUE')}")


def _check_once(part: Component, once: set[str], needed: set[str], findings: list[str]) -> None:
    counted = Counter(name for name, _, _ in part.properties)
    findings += [f"{part.name} has {name} {n} times" for name, n in counted.items() if n > 1 and name in once]
    findings += [f"{part.name} lacks {name}" for name in sorted(needed - set(counted))]
    unknown = {name for name in counted if not name.startswith("X-")} - KNOWN.get(part.name, set())
    findings += [f"{part.name} has {name}, which does not belong there" for name in sorted(unknown)]


def _check_calendar(calendar: Component, findings: list[str]) -> None:
    _check_once(calendar, CALENDAR_ONCE, {"VERSION", "PRODID"}, findings)
    if calendar.values("METHOD"):
        findings.append("a feed has no METHOD")
    if not calendar.parts:
        findings.append("VCALENDAR holds no component")


def _check_event(event: Component, findings: list[str]) -> None:
    if event.name != "VEVENT" or event.parts:
        findings.append(f"{event.name} is not a plain event")
    _check_once(event, EVENT_ONCE, {"UID", "DTSTAMP", "DTSTART"}, findings)
    uid = (event.values("UID") or ["?"])[0]
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", uid):
        findings.append(f"UID {uid} is not worldwide unique")
    if event.values("LAST-MODIFIED") not in ([], event.values("DTSTAMP")):
        findings.append(f"{uid}: without METHOD, DTSTAMP is LAST-MODIFIED")
    if event.values("DURATION") and event.values("DTEND"):
        findings.append(f"{uid}: has both DTEND and DURATION")
    times = {n: (p.get("VALUE", "DATE-TIME"), v) for n, p, v in event.properties if n in ("DTSTART", "DTEND")}
    for name, (kind, value) in times.items():
        if not {"DATE": _DATE, "DATE-TIME": _UTC}.get(kind, _DATE).fullmatch(value):
            findings.append(f"{uid}: {name} is {value!r}, not a {kind} in UTC")
    if "DTEND" in times and "DTSTART" in times:
        if times["DTEND"][0] != times["DTSTART"][0]:
            findings.append(f"{uid}: DTSTART and DTEND are of different kinds")
        elif times["DTEND"][1] <= times["DTSTART"][1]:
            findings.append(f"{uid}: DTEND is not after DTSTART")
