"""The patterns of dates over the letters of `lexicon.LABELS`, each with the rule that makes a day of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mail.dates import calendar as cal
from mail.dates.grammar import Found, Lexeme, Reading, Rule, around

FAR = timedelta(days=400)
_NUMERIC = re.compile(r"(\d{1,4})([-/.])\s?(\d{1,2})(?:[-/.]\s?(\d{2,4}))?\.?")


def _number(lexeme: Lexeme) -> float:
    return float(lexeme.value or lexeme.senses.get("N", "1"))


def _core(r: Reading) -> Found | None:
    """Day and month, with or without year and weekday; day and weekday; a numeric date."""
    if r["J"]:
        return _weekday_agrees(r, _numeric(r))
    day = int(r["DO"][-1].value)
    if r["M"]:
        month = int(r["M"][0].value or r["M"][0].senses["m"])
        if r["Y"]:
            exact = cal.valid(int(r["Y"][0].value), month, day)
            return _weekday_agrees(r, r.day(*around(exact, r.sent))) if exact else None
        future, past = cal.in_year(r.sent, month, day)
        doubt = "two days to choose from" if r["o"] else ""
        return _weekday_agrees(r, r.day(future, past, doubt)) if future else None
    future, past = cal.day_of_month(r.sent, day)
    return _weekday_agrees(r, r.day(future, past, bare=True))


def _numeric(r: Reading) -> Found | None:
    parts = _NUMERIC.fullmatch(r["J"][0].value)
    if not parts:
        return None
    first, mark, second, third = int(parts[1]), parts[2], int(parts[3]), parts[4]
    if len(parts[1]) == 4:
        exact = cal.valid(first, second, int(third or 0)) if third else None
        return r.day(*around(exact, r.sent)) if exact else None
    swap = mark == "/" and bool(r.month_first)
    day, month = (second, first) if (swap and first <= 12) or second > 12 else (first, second)
    unclear = mark == "/" and r.month_first is None and max(day, month) <= 12 and day != month
    doubt = "day and month could be the other way round" if unclear else ""
    if third:
        year = int(third) + (2000 if len(third) == 2 else 0)
        exact = cal.valid(year, month, day)
        return r.day(*around(exact, r.sent), doubt) if exact else None
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    future, past = cal.in_year(r.sent, month, day)
    return r.day(future, past, doubt) if future else None


def _weekday_agrees(r: Reading, found: Found | None) -> Found | None:
    """ "Friday 20 November" must be a Friday; if only one reading is, that one is meant."""
    weekdays = r["Ww"]
    if not found or not weekdays:
        return found
    weekday = int(_weekday(weekdays[0])[0])
    fits = [d if d and d.weekday() == weekday else None for d in (found.future, found.past)]
    if (
        not any(fits)
        and not r["M"]
        and not r["J"]
        and not r["O"]
        and "." not in "".join(x.label for x in r.lexemes)
    ):
        return None
    doubt = "" if any(fits) else "the weekday and the date do not agree"
    future, past = fits if any(fits) else (found.future, found.past)
    return r.day(future, past, found.doubt or doubt)


def _weekday(lexeme: Lexeme) -> str:
    return lexeme.value or lexeme.senses.get("w") or lexeme.senses["W"]


def _weekday_alone(r: Reading) -> Found:
    value = _weekday(r["W"][0])
    weekday = int(value[0])
    future, past = cal.next_weekday(r.sent, weekday), cal.last_weekday(r.sent, weekday)
    if r["L"] or value.endswith("-"):
        before = past if past < r.sent else past - timedelta(days=7)
        return r.day(None, before)
    if value.endswith("+") or r["C"]:
        return r.day(future)
    if r["X"]:
        later_this_week = r.sent.weekday() < weekday
        return r.day(future, None, "this week's or next week's" if later_this_week and _germanic(r) else "")
    if r["T"]:
        this = r.sent + timedelta(days=weekday - r.sent.weekday())
        return r.day(*around(this, r.sent))
    return r.day(future, past)


_ROMANCE = ("proch", "próx", "prox", "pross", "que ", "sig", "suiv", "seguin")


def _germanic(r: Reading) -> bool:
    return not r["X"][0].text.startswith(_ROMANCE) and r["X"][0].text != "que"


def _weekday_of_week(r: Reading) -> Found | None:
    if r["U"][0].value != "w":
        return None
    weeks = 1 if r["XC"] else -1 if r["L"] else 0
    weekday = int(_weekday(r["W"][0])[0])
    return r.day(*around(cal.week_friday(r.sent, weeks) + timedelta(days=weekday - cal.FRIDAY), r.sent))


def _end(r: Reading) -> Found | None:
    unit = r["e"][0].value if r["e"] else r["U"][0].value if r["U"] else "q" if r["Q"] else ""
    later = 1 if r["X"] else -1 if r["L"] else 0
    this = r.sent
    if r["M"] or r["Q"]:
        return _end_of_month(r)
    if unit == "w":
        friday = cal.week_friday(this, later)
        return r.day(friday if friday >= this or later else cal.week_friday(this, 1))
    if unit == "m":
        return r.day(*around(cal.month_end(this.year, this.month + later), this))
    if unit == "q":
        return r.day(*around(cal.month_end(this.year, (this.month - 1) // 3 * 3 + 3 + 3 * later), this))
    return r.day(*around(date(this.year + later, 12, 31), this)) if unit == "y" else None


def _end_of_month(r: Reading) -> Found | None:
    if r["M"]:
        month = int(r["M"][0].value or r["M"][0].senses["m"])
    else:
        month = int(r["D"][0].value) * 3 if r["D"] and int(r["D"][0].value) <= 4 else 0
    if not month:
        return None
    year = int(r["Y"][0].value) if r["Y"] else r.sent.year
    end = cal.month_end(year, month)
    return r.day(
        end if r["Y"] or end >= r.sent else cal.month_end(year + 1, month), end if end <= r.sent else None
    )


def _middle(r: Reading) -> Found | None:
    if r["M"]:
        future, _ = cal.in_year(r.sent, int(r["M"][0].value or r["M"][0].senses["m"]), 15)
        return r.day(future)
    if not r["U"] or r["U"][0].value not in ("m", "w"):
        return None
    if r["U"][0].value == "w":
        return r.day(
            cal.week_friday(r.sent, 1 if r["X"] else 0) - timedelta(days=2),
            None,
            "about the middle of a week",
        )
    end = cal.month_end(r.sent.year, r.sent.month + (1 if r["X"] else 0))
    day = end.replace(day=15)
    return r.day(day) if day >= r.sent else None


def _vague(r: Reading) -> Found | None:
    """A month, a week or the start of one: no day, but what a person would be asked about."""
    doubt = "no exact day"
    if r["M"]:
        ends = _end_of_month(r)
        return r.day(ends.future, ends.past, doubt) if ends else None
    unit = r["U"][0].value if r["U"] else "q"
    later = 1 if r["XC"] else -1 if r["L"] else 0
    if unit == "w":
        friday = cal.week_friday(r.sent, later)
        return r.day(None, friday, doubt) if later < 0 else r.day(friday, None, doubt)
    if unit == "m":
        return r.day(*around(cal.month_end(r.sent.year, r.sent.month + later), r.sent), doubt)
    return r.day(None, None, doubt) if unit in "qy" else None


def _week_number(r: Reading) -> Found | None:
    if not r["K"] and (not r["U"] or r["U"][0].value != "w"):
        return None
    friday = cal.week_number(r.sent, int(r["DG"][0].value))
    far = friday and friday - r.sent > timedelta(days=270)
    return r.day(friday, None, "that week is far away" if far else "") if friday else None


def _week_of(r: Reading) -> Found | None:
    if not r["k"] and (not r["U"] or r["U"][0].value != "w"):
        return None
    found = _core(r)
    if not found or not found.future:
        return None
    return r.day(cal.week_friday(found.future), None, found.doubt)


def _unit_days(r: Reading) -> tuple[float | None, int | None]:
    """Calendar days, or working days, of "two weeks" and "three working days"; months are None."""
    count = _number(r["ND"][0]) if r["ND"] else 1.0
    unit = r["U"][0].value
    if unit == "b":
        return None, int(count)
    return count * {"d": 1, "w": 7}.get(unit, 0), None


def _ahead(r: Reading) -> Found | None:
    calendar_days, workdays = _unit_days(r)
    if workdays is not None:
        return r.day(cal.after_workdays(r.sent, min(workdays, 400)))
    if not calendar_days:
        return _months_ahead(r)
    vague = "about that long" if r["X"] else ""
    return r.day(r.sent + cal.days(min(calendar_days, 1000)), None, vague)


def _months_ahead(r: Reading) -> Found | None:
    if r["U"][0].value != "m" or not r["ND"]:
        return None
    months = min(int(_number(r["ND"][0])), 36)
    end = cal.month_end(r.sent.year, r.sent.month + months)
    return r.day(end.replace(day=min(end.day, r.sent.day)))


def _ago(r: Reading) -> Found | None:
    calendar_days, workdays = _unit_days(r)
    if workdays is not None or not calendar_days:
        return None
    return r.day(None, r.sent - cal.days(min(calendar_days, 1000)))


def _length(r: Reading) -> Found | None:
    calendar_days, workdays = _unit_days(r)
    if workdays is None and not calendar_days:
        return r.day(None, None, "no exact day", days=0.0) if r["U"][0].value == "m" else None
    return r.day(None, None, "", days=calendar_days, workdays=workdays, more=bool(r["+"]))


def _relative(r: Reading) -> Found:
    day = r.sent + timedelta(days=int(r["R"][0].value))
    return r.day(*around(day, r.sent))


def _holiday(r: Reading) -> Found:
    return r.day(cal.holiday(r["F"][0].value, r.sent), None, "no exact day")


_DAY = r"(?:[DO]\.?[-/to]a?)?[DO]\.?,?[ad]{0,2}M(?:\.?,?[ad]?Y)?"
_MONTH_DAY = r"M\.?[ad]?[DO](?:[-t][DO])?(?!M)(?:[,a]{0,2}Y)?"
_CORE = rf"(?:{_DAY}|{_MONTH_DAY}|J)"
_WD = r"W\.?,?[adt]{0,2}"
RULES: list[tuple[re.Pattern[str], Rule]] = [
    (re.compile(rf"[ad]{{0,2}}(?:{_WD})?[ad]?{_CORE}"), _core),
    (re.compile(r"W\.?,?[adt]{0,2}[DO]\.?(?![UMGQY%])"), _core),
    (re.compile(r"[ad]{0,2}d[DO]\.?(?![UMGQY%])|O(?![UMGQY])"), _core),
    (re.compile(rf"k[ad]{{0,2}}(?:{_CORE}|[DO]\.?)"), _week_of),
    (re.compile(rf"[UK][ad]{{1,2}}(?:{_CORE}|[DO]\.?(?![UMG]))"), _week_of),
    (re.compile(r"[KU]\.?[DG](?![UMG])"), _week_number),
    (re.compile(r"[XLTC]?,?[ad]?W|W[ad]?[XL](?!U)|d?W"), _weekday_alone),
    (re.compile(r"W,?[ad]{0,2}[XLTC]U|W[ad]{0,2}U[XLT]|[XLTC]U,?[ad]{0,2}W"), _weekday_of_week),
    (re.compile(r"E[ad]{0,2}(?:[XTL]?U|U[XL]|M\.?(?:[ad]?Y)?|[ad]?QD)|e"), _end),
    (re.compile(r"U[ad]{0,2}E|M\.?E"), _end),
    (re.compile(r"H[ad]{0,2}-?(?:[XT]?U|M\.?Y?)"), _middle),
    (re.compile(r"[BH]?[ad]{0,2}[XLTC]U|U[XL]|[ad]?B[ad]{0,2}[XT]?[UM]|[XL]M|M(?:[ad]?Y)?|QD|TU"), _vague),
    (re.compile(r"I\+?[ad]?[ND]?\+?U|[ND]\+?U(?:n|fR|Z)"), _ahead),
    (re.compile(r"I[ad]?X[ND]U"), _ahead),
    (re.compile(r"[ND]U(?:A)|V[ND]U"), _ago),
    (re.compile(r"(?:\+[ND]?|[ND]\+?)U\+?"), _length),
    (re.compile(r"R"), _relative),
    (re.compile(r"F"), _holiday),
]
