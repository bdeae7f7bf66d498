"""Who may be written to now: nobody on a day off, outside their hours, away, or who asked for no mails."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.plan.model import Plan
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


def zone_of(plan: Plan, person: str) -> ZoneInfo:
    """Give the time zone somebody lives in."""
    role = plan.roles[person]
    return ZoneInfo(role.timezone or plan.side(role.side).timezone)


def day_of(plan: Plan, person: str, now: datetime) -> date:
    """Give the day that it is where somebody lives."""
    return now.astimezone(zone_of(plan, person)).date()


def why_not_now(desk: Desk, person: str, calendars: Calendars, reach: Reach, said: Said) -> str:
    """Say why this person is not written to at this moment; empty where nothing stands against it."""
    plan = desk.facts.plan
    role = plan.roles[person]
    if not desk.page(person):
        return "their link was taken away"
    if has_stopped(desk.facts.entries, person):
        return _UNREACHED["stopped"]
    setback = reach.of_address(role.email or "")
    if setback:
        return _UNREACHED.get(setback.meant, "our mails do not reach them")
    local = desk.now.astimezone(zone_of(plan, person))
    back = said.away_until(role.email or "")
    if back and local.date() < back:
        return f"away until {back}"
    day = local.date().toordinal()
    if calendars.of([role.side]).at_or_after(day) != day:
        return "their day off"
    if not HOURS[0] <= local.time() < HOURS[1]:
        return f"{local:%H:%M} on their clock"
    return ""
