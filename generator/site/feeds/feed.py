"""A deal's calendar feed as iCalendar (RFC 5545, RFC 7986), the same bytes until something changed.

The one module that imports `icalendar`. What stands in the feed is decided in `events`; here it is written.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from icalendar import vDatetime, vDDDTypes, vDuration, vUri
from icalendar.parser import Contentline

from generator.plan.model import SideName
from generator.site.facts import DealFacts
from generator.site.feeds.events import Event, deal_events
from generator.site.words import Words

PRODID = "-//golive//go-live plan//EN"
REFRESH = timedelta(hours=1)  # a wish: Google looks after 8 to 24 hours, Outlook after 3, whatever is asked
COLOR = "royalblue"  # RFC 7986 allows the names of CSS3 only

_LINE: Any = Contentline  # whose types the library does not give
_TAIL = b"END:VCALENDAR\r\n"
# No address leaves through a calendar, not even where a plan's text holds one: people share calendars.
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,255}")
# What RFC 5545 allows in no value, and the separators that some readers take for the end of a line.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def feed(
    facts: DealFacts,
    person: str | None,
    url: str,
    *,
    side: SideName | None = None,
    page: str | None = None,
    source: str | None = None,
) -> bytes:
    """Write the feed of a deal: everything, what one role owns or takes part in (`person`), or one side's.

    `url` is where plans are served: its host makes the events' UIDs worldwide unique and never changes with a
    link. `page` (URL) and `source` (SOURCE, the feed's own address) are for a feed that is nobody's own; in a
    person's they are left out, because people share calendars.
    """
    host = urlsplit(url).hostname or "localhost"
    head = _head(_name(facts, person, side), page, source, personal=person is not None)
    events = (_vevent(event, f"{event.id}.{facts.deal}@{host}") for event in deal_events(facts, person, side))
    return b"".join((head, *events, _TAIL))


def _name(facts: DealFacts, person: str | None, side: SideName | None) -> str:
    plan, words = facts.plan, Words(facts.plan.buyer.locale, facts.plan.introduced)
    whose = plan.roles[person].title if person in plan.roles else plan.side(side).name if side else None
    if whose is None:
        return plan.title
    return words.text("%(deal)s (%(whose)s)", deal=plan.title, whose=whose)


def _head(name: str, page: str | None, source: str | None, *, personal: bool) -> bytes:
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("NAME", _one_line(name)),
        ("X-WR-CALNAME", _one_line(name)),
        ("REFRESH-INTERVAL", vDuration(REFRESH, {"VALUE": "DURATION"})),
        ("X-PUBLISHED-TTL", vDuration(REFRESH)),
        ("COLOR", COLOR),
    ]
    if page and not personal:
        lines.append(("URL", vUri(page)))
    if source and not personal:
        lines.append(("SOURCE", vUri(source, params={"VALUE": "URI"})))
    return _written(lines)


@lru_cache(maxsize=4096)
def _vevent(event: Event, uid: str) -> bytes:
    """Write one event; the feeds of a deal share most of theirs, and few change between two publishes.

    Written line by line, which takes half the time of the library's components.
    """
    changed = vDatetime(event.changed.replace(microsecond=0))
    busy = isinstance(event.start, datetime) and not event.cancelled
    lines = [
        ("BEGIN", "VEVENT"),
        ("UID", uid),
        ("DTSTAMP", changed),
        ("LAST-MODIFIED", changed),
        ("SEQUENCE", str(event.sequence)),
        ("DTSTART", vDDDTypes(event.start)),
        ("DTEND", vDDDTypes(event.end)),
        ("SUMMARY", _one_line(event.title)),
        ("DESCRIPTION", _escaped(event.details)),
        ("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED"),
        ("TRANSP", "OPAQUE" if busy else "TRANSPARENT"),
        ("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE"),
        ("END", "VEVENT"),
    ]
    return _written([line for line in lines if line[1] != ""])


def _written(lines: list[tuple[str, Any]]) -> bytes:
    """Fold lines of (name, value); a value of the library brings its parameters along."""
    written: list[bytes] = []
    for name, value in lines:
        plain = isinstance(value, str) and not isinstance(value, vUri)
        line = _LINE(f"{name}:{value}") if plain else _LINE.from_parts(name, value.params, value)
        written += (line.to_ical(), b"\r\n")
    return b"".join(written)


def _one_line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """Escape TEXT (RFC 5545 3.3.11). The library's vText would turn the \\N of C:\\New into a line end."""
    text = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if "@" in text:
        text = _ADDRESS.sub("\N{HORIZONTAL ELLIPSIS}", text)
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")
