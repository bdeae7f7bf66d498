"""The clock, handed in from outside: the real one, or the day that --today or GOLIVE_TODAY sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

FIRST_ZONE = "Pacific/Kiritimati"  # where each day begins before it does anywhere else


@dataclass(frozen=True)
class Clock:
    """Says what day and time it is; `fixed` stands still at noon UTC of that day."""

    fixed: date | None = None

    def now(self) -> datetime:
        """Give the time, aware, in UTC and to the second."""
        if self.fixed:
            return datetime.combine(self.fixed, time(12), UTC)
        return datetime.now(UTC).replace(microsecond=0)

    def today(self, timezone: str) -> date:
        """Give the day in a time zone."""
        return self.fixed or self.now().astimezone(ZoneInfo(timezone)).date()

    def latest_day(self) -> date:
        """Give the latest day that it is anywhere; nothing done can lie after it."""
        return self.fixed or self.now().astimezone(ZoneInfo(FIRST_ZONE)).date()
