"""A deal's calendar feed as iCalendar (RFC 5545, RFC 7986), the same bytes until something changed.

What stands in the feed is decided in `events`; here it is written, `content` writes its lines.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from generator.plan.model import SideName
from generator.site.facts import DealFacts
from generator.site.feeds.content import duration, escaped, one_line, uri, written
from generator.site.feeds.events import DealEvents, Event
from generator.site.words import Words

PRODID = "-//golive//go-live plan//EN"
REFRESH = timedelta(hours=1)  # a wish: Google looks after 8 to 24 hours, Outlook after 3, whatever is asked
COLOR = "royalblue"  # RFC 7986 allows the names of CSS3 only

_TAIL = b"END:VCALENDAR\r\n"


class Feeds:
    """A deal's feeds. `url` is where plans are served: its host makes the events' UIDs worldwide unique.

    UIDs never change with a link.
    """

    def __init__(self, facts: DealFacts, url: str) -> None:
        self._facts, self._url = facts, url
        self._events = DealEvents(facts)
        self._written: dict[str, bytes] = {}

    def of(
        self,
        person: str | None,
        side: SideName | None = None,
        *,
        page: str | None = None,
        source: str | None = None,
    ) -> bytes:
        """Write one feed: everything, what one role owns or takes part in (`person`), or one side's.

        `page` (URL) and `source` (SOURCE, the feed's own address) are for a feed that is nobody's own; in a
        person's they are left out, because people share calendars.
        """
        head = _head(_name(self._facts, person, side), page, source, personal=person is not None)
        events = map(self._event, self._events.of(person, side))
        return b"".join((head, *events, _TAIL))

    def _event(self, event: Event) -> bytes:
        found = self._written.get(event.id)
        if found is None:
            found = _vevent(event, event_uid(event.id, self._facts.deal, self._url))
            self._written[event.id] = found
        return found


def feed(
    facts: DealFacts,
    person: str | None,
    url: str,
    *,
    side: SideName | None = None,
    page: str | None = None,
    source: str | None = None,
) -> bytes:
    """Write one feed of a deal, as `Feeds.of` does."""
    return Feeds(facts, url).of(person, side, page=page, source=source)


def event_uid(event: str, deal: str, url: str) -> str:
    """Name an event of a deal for the whole world; feeds and invitations call it the same."""
    return f"{event}.{deal}@{urlsplit(url).hostname or 'localhost'}"


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
        ("NAME", one_line(name)),
        ("X-WR-CALNAME", one_line(name)),
        ("REFRESH-INTERVAL", duration(REFRESH, {"VALUE": "DURATION"})),
        ("X-PUBLISHED-TTL", duration(REFRESH)),
        ("COLOR", COLOR),
    ]
    if page and not personal:
        lines.append(("URL", uri(page)))
    if source and not personal:
        lines.append(("SOURCE", uri(source, {"VALUE": "URI"})))
    return written(lines)


@lru_cache(maxsize=4096)
def _vevent(event: Event, uid: str) -> bytes:
    """Write one event; the feeds of a deal share most of theirs, and few change between two publishes.

    Written line by line, which takes half the time of the library's components.
    """
    changed = event.changed.replace(microsecond=0)
    busy = isinstance(event.start, datetime) and not event.cancelled
    lines = [
        ("BEGIN", "VEVENT"),
        ("UID", uid),
        ("DTSTAMP", changed),
        ("LAST-MODIFIED", changed),
        ("SEQUENCE", str(event.sequence)),
        ("DTSTART", event.start),
        ("DTEND", event.end),
        ("SUMMARY", one_line(event.title)),
        ("DESCRIPTION", escaped(event.details)),
        ("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED"),
        ("TRANSP", "OPAQUE" if busy else "TRANSPARENT"),
        ("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY" if busy else "FREE"),
        ("END", "VEVENT"),
    ]
    return written([line for line in lines if line[1] != ""])
