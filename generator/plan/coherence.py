"""What must fit together across a plan: owners are roles, predecessors run in no circle, done has a day.

The checks read the raw data, so that they find their faults in a file whose single values have faults too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.errors import Fault
from generator.plan.faults import did_you_mean, dotted
from generator.plan.model import launch_candidates
from generator.plan.source import Place, Source

Finding = tuple[Place, str]
RESERVED = {"any", "rep"}  # persons in reply addresses who are no role of a plan


def coherence_faults(source: Source, today: date) -> list[Fault]:
    """Find what does not fit together in a plan, on this day."""
    data = source.data
    if not isinstance(data, dict):
        return []
    checks = (
        _roles,
        _milestone_ids,
        _circles,
        _launch,
        _status_days,
        _value,
        _key_dates,
        _emails,
        _checkins,
        _sides,
        _years,
    )
    return [
        Fault(source.file, source.line(place), dotted(place, data), message)
        for check in checks
        for place, message in check(data, today)
    ]


def _mapping(value: Any) -> dict[str, Any]:
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else {}


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _milestones(data: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    for i, item in enumerate(_items(data.get("milestones"))):
        if isinstance(item, dict):
            yield i, item


def _roles(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    roles = _mapping(data.get("roles"))
    wanted: list[tuple[Place, Any]] = []
    for i, item in _milestones(data):
        place: Place = ("milestones", i)
        wanted.append(((*place, "owner"), item.get("owner")))
        wanted += [((*place, "with", n), r) for n, r in enumerate(_items(item.get("with")))]
        wanted.append(((*place, "confirmed", "by"), _mapping(item.get("confirmed")).get("by")))
    wanted += [(("roles", r, "escalate"), _mapping(role).get("escalate")) for r, role in roles.items()]
    wanted += [
        (("value", part, n, "confirmed_by"), _mapping(amount).get("confirmed_by"))
        for part in ("costs", "benefits")
        for n, amount in enumerate(_items(_mapping(data.get("value")).get(part)))
    ]
    for name in RESERVED & set(roles):
        yield (
            ("roles", name),
            f"cannot be named {name!r}: reply addresses use that word; choose another, such as ae",
        )
    for place, role in wanted:
        if isinstance(role, str) and role not in roles:
            yield place, f"is {role!r}, which is no role of this plan{did_you_mean(role, roles)}"
    if not data.get("partner"):
        for name, role in roles.items():
            if _mapping(role).get("side") == "partner":
                yield (
                    ("roles", name, "side"),
                    "is 'partner', but the plan has no partner; add partner: {name: ...}",
                )


def _milestone_ids(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    seen: set[str] = set()
    ids = {item["id"] for _, item in _milestones(data) if isinstance(item.get("id"), str)}
    for i, item in _milestones(data):
        name = item.get("id")
        if isinstance(name, str) and name in seen:
            yield ("milestones", i, "id"), f"is {name!r} a second time; ids must differ"
        seen.add(str(name))
        for n, before in enumerate(_items(item.get("after"))):
            if isinstance(before, str) and before not in ids:
                hint = did_you_mean(before, ids)
                yield (
                    ("milestones", i, "after", n),
                    f"is {before!r}, which is no milestone of this plan{hint}",
                )


def _circles(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    after: dict[str, list[str]] = {}
    where: dict[str, int] = {}
    for i, item in _milestones(data):
        if isinstance(item.get("id"), str):
            after[item["id"]] = [a for a in _items(item.get("after")) if isinstance(a, str)]
            where[item["id"]] = i
    settled: set[str] = set()
    for start in after:
        circle = _circle_from(start, after, settled)
        if circle:
            chain = " after ".join(circle)
            yield (
                ("milestones", where[circle[0]], "after"),
                f"runs in a circle: {chain}; take one of these out",
            )
            return


def _circle_from(start: str, after: dict[str, list[str]], settled: set[str]) -> list[str]:
    path: list[str] = []
    stack: list[tuple[str, Iterator[str]]] = []

    def enter(name: str) -> None:
        path.append(name)
        stack.append((name, iter(after.get(name, ()))))

    if start not in settled:
        enter(start)
    while stack:
        name, rest = stack[-1]
        following = next((n for n in rest if n in after and n not in settled), None)
        if following is None:
            settled.add(name)
            path.pop()
            stack.pop()
        elif following in path:
            return [*path[path.index(following) :], following]
        else:
            enter(following)
    return []


def _launch(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    named = _mapping(data.get("launch")).get("milestone")
    listed = [
        (str(m.get("id")), m.get("stage") if isinstance(m.get("stage"), str) else None)
        for _, m in _milestones(data)
    ]
    found = launch_candidates(listed, named if isinstance(named, str) else None)
    if named and not found:
        yield (
            ("launch", "milestone"),
            f"is {named!r}, which is no milestone{did_you_mean(named, [i for i, _ in listed])}",
        )
    elif listed and len(found) != 1:
        several = (
            f"there are {len(found)} of stage Launch"
            if found
            else "none has the id 'live' or the stage Launch"
        )
        yield (
            ("launch",),
            f"does not say which milestone is the launch, and {several}; add launch: {{milestone: ID}}",
        )


def _status_days(data: dict[str, Any], today: date) -> Iterator[Finding]:
    for i, item in _milestones(data):
        done_on, status = item.get("done_on"), item.get("status", "open")
        if status == "done" and done_on is None:
            yield (
                ("milestones", i, "status"),
                "is done, but done_on is missing; add the day, as in done_on: 2026-10-09",
            )
        if status != "done" and done_on is not None:
            yield (
                ("milestones", i, "done_on"),
                f"is given, but the status is {status!r}; say status: done, or drop it",
            )
        for key in ("done_on", "started_on"):
            day = item.get(key)
            if type(day) is date and day > today:
                yield (
                    ("milestones", i, key),
                    f"is {day}, after today ({today}); what is still to come is `expected`",
                )


def _value(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    value = _mapping(data.get("value"))
    ids = [str(m.get("id")) for _, m in _milestones(data)]
    named = value.get("milestone")
    if isinstance(named, str) and named not in ids:
        yield ("value", "milestone"), f"is {named!r}, which is no milestone{did_you_mean(named, ids)}"
    if isinstance(value.get("cases"), dict) and "expected" not in value["cases"]:
        yield ("value", "cases"), "must name the case 'expected', as in expected: 100%"
    for part in ("costs", "benefits"):
        for n, amount in enumerate(_items(value.get(part))):
            item = _mapping(amount)
            if ("years" in item) == ("amount" in item):
                yield ("value", part, n), "needs either amount (with every) or years, and not both"
            elif "amount" in item and "every" not in item:
                yield ("value", part, n, "amount"), "needs every: once, month or year beside it"


def _key_dates(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    for n, item in enumerate(_items(data.get("key_dates"))):
        start, until = _mapping(item).get("date"), _mapping(item).get("until")
        if type(start) is date and type(until) is date and until < start:
            yield ("key_dates", n, "until"), f"is {until}, before its date {start}"


def _emails(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for name, role in _mapping(data.get("roles")).items():
        for address in [_mapping(role).get("email"), *_items(_mapping(role).get("also"))]:
            if not isinstance(address, str):
                continue
            other = owners.setdefault(address.lower(), name)
            if other != name:
                yield (
                    ("roles", name, "email"),
                    f"is {address}, as for role {other!r}; a person has one role with an email",
                )


def _checkins(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    roles = _mapping(data.get("roles"))
    for n, role in enumerate(_items(_mapping(data.get("checkins")).get("with"))):
        if isinstance(role, str) and role not in roles:
            yield (
                ("checkins", "with", n),
                f"is {role!r}, which is no role of this plan{did_you_mean(role, roles)}",
            )


def _sides(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    for name in ("buyer", "seller", "partner"):
        side = _mapping(data.get(name))
        country, subdivision = side.get("country"), side.get("subdivision")
        if not isinstance(country, str) and not isinstance(subdivision, str):
            continue
        from generator.plan.countries import country_fault

        if message := country_fault(country, subdivision):
            wrong = "country" if message.startswith(repr(country)) or not country else "subdivision"
            yield (name, wrong if wrong in side else "subdivision"), f"is {message}"


def _years(data: dict[str, Any], _today: date) -> Iterator[Finding]:
    """Calendars of working days reach from 1950 to 2249; a plan of another age is a slip of the hand."""
    days: list[tuple[Place, Any]] = [(("introduced",), data.get("introduced"))]
    days.append((("launch", "date"), _mapping(data.get("launch")).get("date")))
    keys = ("due", "expected", "done_on", "started_on")
    days += [(("milestones", i, key), item.get(key)) for i, item in _milestones(data) for key in keys]
    for place, day in days:
        if isinstance(day, date) and not 1990 <= day.year <= 2199:
            yield place, f"is {day}; no plan reaches that far, so the year is probably a slip of the hand"
