"""The small words of a plan file: "5-12 days", "1 week calendar", "launch + 1 month", "10%", "15:00".

Each is a value with a parser that raises ValueError with a sentence, a text form that reads back to the same
value, and a JSON Schema for editors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema

WORKDAYS_PER_WEEK = 5
DAYS_PER_WEEK = 7


@dataclass(frozen=True)
class Takes:
    """How long an outcome takes its owner, in working days; a range schedules by its upper end."""

    low: int
    high: int

    def __str__(self) -> str:
        unit = "day" if self.high == 1 else "days"
        return f"{self.high} {unit}" if self.low == self.high else f"{self.low}-{self.high} {unit}"


@dataclass(frozen=True)
class Wait:
    """Time that must pass after the predecessors: working days of the owner, or calendar days."""

    days: int
    calendar: bool

    def __str__(self) -> str:
        unit = "day" if self.days == 1 else "days"
        return f"{self.days} {unit} calendar" if self.calendar else f"{self.days} {unit}"


@dataclass(frozen=True)
class Starts:
    """When an amount begins to flow: a day, or so many months or days after the launch (before: negative)."""

    on: date | None = None
    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        if self.on:
            return self.on.isoformat()
        for count, unit in ((self.months, "month"), (self.days, "day")):
            if count:
                sign = "+" if count > 0 else "-"
                return f"launch {sign} {abs(count)} {unit}{'' if abs(count) == 1 else 's'}"
        return "launch"

    def resolve(self, launch: date) -> date:
        """Give the calendar day, for a launch on this day."""
        if self.on:
            return self.on
        month0 = launch.year * 12 + launch.month - 1 + self.months
        year, month = divmod(month0, 12)
        last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month + 1, min(launch.day, last)) + timedelta(days=self.days)


_TAKES = re.compile(r"(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?\s+(?:working\s+)?(day|week)s?")
_WAIT = re.compile(r"(\d{1,4})\s+(?:working\s+)?(day|week)s?(\s+calendar)?")
_STARTS = re.compile(r"launch(?:\s*([+-])\s*(\d{1,3})\s+(day|week|month|year)s?)?")


def parse_takes(value: Any) -> Takes:
    """Read "3 days", "2 weeks" (ten working days) or "5-12 days"."""
    if isinstance(value, Takes):
        return value
    found = _TAKES.fullmatch(str(value).strip().lower())
    if not found:
        raise ValueError(f'is {value!r}; write working days as "3 days", "2 weeks" or "5-12 days"')
    factor = WORKDAYS_PER_WEEK if found[3] == "week" else 1
    low, high = int(found[1]) * factor, int(found[2] or found[1]) * factor
    if low > high:
        raise ValueError(f"is {value!r}; the range runs backwards, write the smaller number first")
    return Takes(low, high)


def parse_wait(value: Any) -> Wait:
    """Read "2 days" or "1 week" (working) and "1 week calendar"."""
    if isinstance(value, Wait):
        return value
    found = _WAIT.fullmatch(str(value).strip().lower())
    if not found:
        raise ValueError(f'is {value!r}; write "2 days" for working days, or "1 week calendar"')
    calendar = bool(found[3])
    per_week = DAYS_PER_WEEK if calendar else WORKDAYS_PER_WEEK
    return Wait(int(found[1]) * (per_week if found[2] == "week" else 1), calendar)


def parse_starts(value: Any) -> Starts:
    """Read "launch", "launch + 1 month", "launch - 2 weeks" or a date."""
    if isinstance(value, Starts):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return Starts(on=value)
    text = str(value).strip().lower()
    found = _STARTS.fullmatch(text)
    if found:
        count = int(found[2] or 0) * (-1 if found[1] == "-" else 1)
        months = count * {"month": 1, "year": 12}.get(found[3] or "", 0)
        days = count * {"day": 1, "week": DAYS_PER_WEEK}.get(found[3] or "", 0)
        return Starts(months=months, days=days)
    try:
        return Starts(on=date.fromisoformat(text))
    except ValueError:
        raise ValueError(f'is {value!r}; write "launch", "launch + 1 month" or a date') from None


def parse_percent(value: Any) -> Decimal:
    """Read "10%" as the fraction 0.1."""
    if isinstance(value, Decimal):
        return value
    text = str(value).strip()
    found = re.fullmatch(r"(\d{1,4}(?:\.\d{1,6})?)\s*%", text)
    if found:
        return Decimal(found[1]) / 100
    raise ValueError(f'is {value!r}; write a percentage such as "10%"')


def _print_percent(value: Decimal) -> str:
    return f"{(value * 100).normalize():f}%"


def _count_of(unit: str) -> Any:
    def parse(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        found = re.fullmatch(rf"(\d{{1,3}})\s+{unit}s?", str(value).strip().lower())
        if not found:
            raise ValueError(f'is {value!r}; write a number of {unit}s such as "3 {unit}s"')
        return int(found[1])

    return parse


def _check_time(value: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        raise ValueError(f'is {value!r}; write a time of day such as "15:00"')
    return value


def check_zone(value: str) -> str:
    """Give an IANA time zone back; raises ValueError for what is none."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'is {value!r}; write an IANA time zone such as "Europe/Berlin"') from None
    return value


def _check_url(value: str) -> str:
    """Allow web links and files of the deal only, so that no link can carry a script."""
    if re.match(r"https?://[^\s]+$", value) or re.match(r"files/(?!.*\.\.)[^\s:]+$", value):
        return value
    raise ValueError(f"is {value!r}; write an https:// link, or files/NAME for a file in the deal's folder")


def _check_email(value: str) -> str:
    if not re.fullmatch(
        r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250})[A-Za-z0-9]", value
    ):
        raise ValueError(f"is {value!r}; write an email address such as jane.roe@acme.example")
    return value.lower()


# Control characters break headers, feeds and terminals; U+E000..U+F8FF mark the slots of a page.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")


def _clean(value: str) -> str:
    if found := _FORBIDDEN.search(value):
        raise ValueError(f"holds the unprintable character U+{ord(found[0]):04X}; take it out")
    return value.strip()


def _one_line(value: str) -> str:
    return " ".join(_clean(value).split())


def _schema(**keys: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **keys})


Line = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_clean)]
RoleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,16}$")]
MilestoneId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Email = Annotated[str, AfterValidator(_check_email)]
Link = Annotated[str, AfterValidator(_check_url)]
Zone = Annotated[str, AfterValidator(check_zone)]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}([_-][A-Z]{2})?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
TimeOfDay = Annotated[str, AfterValidator(_check_time)]

TakesField = Annotated[
    Takes,
    BeforeValidator(parse_takes),
    PlainSerializer(str),
    _schema(examples=["3 days", "2 weeks", "5-12 days"]),
]
WaitField = Annotated[
    Wait, BeforeValidator(parse_wait), PlainSerializer(str), _schema(examples=["2 days", "1 week calendar"])
]
StartsField = Annotated[
    Starts,
    BeforeValidator(parse_starts),
    PlainSerializer(str),
    _schema(examples=["launch", "launch + 1 month"]),
]
Percent = Annotated[
    Decimal, BeforeValidator(parse_percent), PlainSerializer(_print_percent), _schema(examples=["10%"])
]
Months = Annotated[int, BeforeValidator(_count_of("month")), WithJsonSchema({"type": "string"})]
Years = Annotated[int, BeforeValidator(_count_of("year")), WithJsonSchema({"type": "string"})]
