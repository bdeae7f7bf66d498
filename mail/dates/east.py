"""Dates in Chinese, Japanese and Korean, which are written without spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from mail.dates import calendar as cal
from mail.dates.grammar import Found, around

_WEEK = {
    "今週": 0,
    "来週": 1,
    "再来週": 2,
    "先週": -1,
    "这": 0,
    "這": 0,
    "本": 0,
    "下": 1,
    "下下": 2,
    "上": -1,
    "이번": 0,
    "다음": 1,
    "지난": -1,
}
_DAYS = {
    c: i
    for i, group in enumerate(("月一월", "火二화", "水三수", "木四목", "金五금", "土六토", "日天일"))
    for c in group
}
_RELATIVE = {
    "今日": 0,
    "今天": 0,
    "今朝": 0,
    "今早": 0,
    "本日": 0,
    "刚刚": 0,
    "刚才": 0,
    "先ほど": 0,
    "오늘": 0,
    "방금": 0,
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "어제": -1,
    "明日": 1,
    "明天": 1,
    "내일": 1,
    "明後日": 2,
    "明后天": 2,
    "后天": 2,
    "後天": 2,
    "모레": 2,
    "一昨日": -2,
    "前天": -2,
    "그저께": -2,
}
_NUMBERS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "한": 1,
    "두": 2,
    "세": 3,
    "일": 1,
    "이": 2,
    "삼": 3,
}
_DATE = re.compile(
    r"(?:(?P<y>20\d\d)\s?[年년]\s?)?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日号號일]"
    r"|(?P<w>今週|再来週|来週|先週)の?(?P<wd>[月火水木金土日])曜"
    r"|(?P<w2>下下|[这這本下上])个?(?:周|週|星期|礼拜)(?P<wd2>[一二三四五六日天])"
    r"|(?:周|週|星期|礼拜)(?P<wd3>[一二三四五六日天])(?!内|之内)|(?P<wd4>[月火水木金土日])曜日?"
    r"|(?P<w5>이번|다음|지난)\s?주\s?(?P<wd5>[월화수목금토일])요일|(?P<wd6>[월화수목금토일])요일"
    rf"|(?P<rel>{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})"
    r"|(?P<end>今月末|来月末|月末|月底|本月底|下月底|今週末|年底|年末|이달\s?말|이번\s?달\s?말|다음\s?달\s?말|월말|연말)"
    r"|(?P<n>\d{1,2}|[一二两兩三四五한두세일이삼])\s?(?P<u>週間|周|週|星期|个星期|주|日|天|일|営業日|个工作日|工作日|영업일)\s?(?P<after>後|后|之后|以后|以内|内|뒤|후|이내)"
    r"|(?P<d7>\d{1,2})\s?[日号號](?!間|後|后)"
    r"|(?P<vague>来週|再来週|今週|下周|下週|下星期|本周|这周|다음\s?주|이번\s?주|来月|下个月|下月|다음\s?달)"
)
_BY = re.compile(r"\s?(?:までに?|迄|まで|之前|前|以前|까지|이전)")
_SINCE = re.compile(r"\s?(?:以来|から|부터|起)")


def find_east(text: str, sent: date) -> Iterator[Found]:
    """Find the dates of a text in one of these scripts."""
    for match in _DATE.finditer(text):
        found = _read(match, sent)
        if found:
            tail = text[match.end() : match.end() + 4]
            lead = "by" if _BY.match(tail) else "since" if _SINCE.match(tail) else ""
            yield Found(match.start(), match.end(), match[0], found[0], found[1], lead, found[2])


def _read(m: re.Match[str], sent: date) -> tuple[date | None, date | None, str] | None:
    if m["m"]:
        return _month_day(m, sent)
    if m["rel"]:
        return *around(sent + timedelta(days=_RELATIVE[m["rel"]]), sent), ""
    if m["end"]:
        return _end(m["end"].replace(" ", ""), sent), None, ""
    if m["n"]:
        return _after(m, sent), None, ""
    if m["d7"]:
        return *cal.day_of_month(sent, int(m["d7"])), ""
    if m["vague"]:
        return cal.week_friday(sent, 1), None, "no exact day"
    return _weekday(m, sent)


def _month_day(m: re.Match[str], sent: date) -> tuple[date | None, date | None, str] | None:
    if m["y"]:
        exact = cal.valid(int(m["y"]), int(m["m"]), int(m["d"]))
        return (*around(exact, sent), "") if exact else None
    future, past = cal.in_year(sent, int(m["m"]), int(m["d"])) if 1 <= int(m["m"]) <= 12 else (None, None)
    return (future, past, "") if future else None


def _weekday(m: re.Match[str], sent: date) -> tuple[date | None, date | None, str]:
    weekday = _DAYS[m["wd"] or m["wd2"] or m["wd3"] or m["wd4"] or m["wd5"] or m["wd6"]]
    week = m["w"] or m["w2"] or m["w5"]
    if week:
        day = cal.week_friday(sent, _WEEK[week]) + timedelta(days=weekday - cal.FRIDAY)
        return *around(day, sent), ""
    return cal.next_weekday(sent, weekday), cal.last_weekday(sent, weekday), ""


def _end(word: str, sent: date) -> date:
    if word.startswith(("年", "연")):
        return date(sent.year, 12, 31)
    if word.startswith("今週"):
        return cal.week_friday(sent)
    return cal.month_end(sent.year, sent.month + (word.startswith(("来月", "下月", "다음"))))


def _after(m: re.Match[str], sent: date) -> date:
    count = _NUMBERS.get(m["n"]) or int(m["n"])
    if m["u"] in ("営業日", "个工作日", "工作日", "영업일"):
        return cal.after_workdays(sent, count)
    return sent + timedelta(days=count * (7 if m["u"] in ("週間", "周", "週", "星期", "个星期", "주") else 1))
