"""Who may be written to now: nobody on a day off, outside their hours, away, or who asked for no mails."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.plan.model import Plan
from generator.record.journal import baseline_records
from generator.schedule.workdays import Calendars
from mail.compose import Desk
from mail.reach import Reach
from mail.read import has_stopped
from mail.rhythm.said import Said

HOURS = (time(8), time(18))  # on their clock
_UNREACHED = {
    "bounced": "our last mail to them came back",
    "blocked": "their mail server refused our last mail",
    "dropped": "the mail provider no longer sends to them",
    "complained": "they reported our mail as spam",
    "stopped": "they asked for no mails",
}


def zone_of(plan: Plan, person: str | None) -> ZoneInfo:
    """Give the time zone somebody lives in; a rep who is not in the plan lives where the seller does."""
    role = plan.roles.get(person or "")
    return ZoneInfo((role and role.timezone) or plan.side(role.side if role else "seller").timezone)


def day_of(plan: Plan, person: str | None, now: datetime) -> date:
    """Give the day that it is where somebody lives."""
    return now.astimezone(zone_of(plan, person)).date()


def why_not_now(desk: Desk, person: str, calendars: Calendars, reach: Reach, said: Said) -> str:
    """Say why this person is not written to at this moment; empty where nothing stands against it."""
    if not baseline_records(desk.facts.entries):
        return "the plan was shown to nobody yet: golive mail invite"
    if not desk.page(person):
        return "their link was taken away"
    if has_stopped(desk.facts.entries, person):
        return _UNREACHED["stopped"]
    role = desk.facts.plan.roles[person]
    return why_not_there(desk, person, [role.email or "", *role.also], calendars, reach, said)


def why_not_there(
    desk: Desk, person: str | None, addresses: Sequence[str], calendars: Calendars, reach: Reach, said: Said
) -> str:
    """Say why no mail goes to these addresses now, whatever it is about; the first one gets our mails.

    `person` may be None: a rep who is not in the plan.
    """
    plan = desk.facts.plan
    setback = reach.of_address(addresses[0])
    if setback:
        return _UNREACHED.get(setback.meant, "our mails do not reach them")
    local = desk.now.astimezone(zone_of(plan, person))
    back = max(filter(None, map(said.away_until, addresses)), default=None)
    if back and local.date() < back:
        return f"away until {back}"
    day, side = local.date().toordinal(), plan.side_of(person) if person else "seller"
    if calendars.of([side]).at_or_after(day) != day:
        return "their day off"
    if not HOURS[0] <= local.time() < HOURS[1]:
        return f"{local:%H:%M} on their clock"
    return ""
