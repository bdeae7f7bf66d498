"""Sentences, dates, numbers and money in the reader's language.

Every sentence that Python makes goes through `Words.text` or `Words.plural`, every one in a template through
`_()`; both read the same gettext catalogues (`theme/locales`). English is the source. Dates and numbers come
from Babel (CLDR). A no-break space holds "27 November" and "EUR 7,100" together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

import jinja2
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
YEAR_NEEDED_DAYS = 330  # further away than this, a day without its year could be read as the wrong one

# The plain `en` of a plan is international: the day first, no comma. Territories follow CLDR.
_ENGLISH = {"MMMd": "d MMM", "MMMMd": "d MMMM", "MMMEd": "EEE d MMM", "MMMMEd": "EEE d MMMM", "y": "y"}
# Words that may lose their capital inside an English sentence: no names among them.
_COMMON = """
    a an the our your their this new old first next last annual yearly quarterly monthly year-end mid-
    year half-year spring summer autumn winter fall peak season high low freeze contract current
    existing lease licence license audit budget board store warehouse site plant shop support regulation
    regulatory statutory legacy main public school holiday holidays fiscal financial tax trading
    seasonal busy"""
_VERBS = """
    opens starts begins ends expires closes goes launches moves is are comes takes runs kicks arrives
    lapses renews retires switches stops applies falls"""
_COMMON_STARTS, _EVENT_VERBS = frozenset(_COMMON.split()), frozenset(_VERBS.split())
_ARTICLES = frozenset(("a", "an", "the", "our", "your", "their", "this"))
_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Words:
    """One language, with the day from which a date is near or far.

    A language without a catalogue is spoken in English throughout, dates too: half a language reads worse.
    """

    locale: str
    today: date

    @property
    def lang(self) -> str:
        """The language as HTML's `lang` wants it (BCP 47)."""
        return str(self._babel).replace("_", "-")

    @property
    def _babel(self) -> Locale:
        return _spoken(self.locale)

    @property
    def _international(self) -> bool:
        return str(self._babel) == "en"

    def text(self, message: str, **values: object) -> str:
        """Say a sentence, with `%(name)s` filled in."""
        return _catalogue(self.locale).ugettext(message) % values

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Say a sentence that counts; `%(n)s` is the count in the language's own figures."""
        return _catalogue(self.locale).ungettext(one, many, n) % {"n": self.number(n), **values}

    def counted(self, one: str, many: str, n: int, **values: object) -> str:
        """Say a sentence that begins with a small count, in words where English does: "Two dates moved"."""
        text = _catalogue(self.locale).ungettext(one, many, n) % {"n": self.spelled(n), **values}
        return text[:1].upper() + text[1:]

    def spelled(self, n: int) -> str:
        """Write a small number in words where English does."""
        in_words = self._babel.language == "en" and n < len(_SPELLED)
        return _SPELLED[n] if in_words else self.number(n)

    # dates

    def _skeleton(self, skeleton: str, day: date, year: bool) -> str:
        if self._international:
            text = format_date(day, _ENGLISH[skeleton] + (" y" if year else ""), locale="en")
        else:
            text = format_skeleton(("y" if year else "") + skeleton, day, locale=self._babel)
        return text.replace(" ", NBSP)

    def _far(self, day: date) -> bool:
        return abs((day - self.today).days) > YEAR_NEEDED_DAYS

    def day(self, day: date) -> str:
        """Say a day in a table: "27 Nov"; with its year only when it is far away."""
        return self._skeleton("MMMd", day, self._far(day))

    def long_day(self, day: date) -> str:
        """Say a day in a sentence: "27 November"."""
        return self._skeleton("MMMMd", day, self._far(day))

    def act_day(self, day: date) -> str:
        """Say a day on which somebody must act: "Fri 27 November"."""
        return self._skeleton("MMMMEd", day, self._far(day))

    def log_day(self, day: date) -> str:
        """Say a day in a list of changes: "Thu 12 Nov"."""
        return self._skeleton("MMMEd", day, self._far(day))

    def dated(self, day: date) -> str:
        """Say a day that must stay clear on paper: "Mon 16 Nov 2026"."""
        return self._skeleton("MMMEd", day, True)

    def full_day(self, day: date) -> str:
        """Say a day with its year: "16 November 2026"."""
        return self._skeleton("MMMMd", day, True)

    def span(self, first: date, last: date) -> str:
        """Say from when to when: "21 Dec to 1 Jan"."""
        if first == last:
            return self.day(first)
        return f"{self.day(first)}{NBSP}\N{EN DASH} {self.day(last)}"

    def month(self, day: date, year: bool) -> str:
        """Name a month over the picture: "Nov", "Jan 2027"."""
        if self._international:
            return format_date(day, "MMM y" if year else "MMM", locale="en")
        return format_skeleton("yMMM" if year else "MMM", day, locale=self._babel)

    def time(self, at: str) -> str:
        """Say a time of day, given as "15:00"."""
        moment = time.fromisoformat(at)
        return format_time(moment, "HH:mm" if self._international else "short", locale=self._babel)

    def days_later(self, days: int) -> str:
        """Say how far a date moved from the agreed one: "14 days later", "3 days earlier", "as agreed"."""
        if days == 0:
            return self.text("as agreed")
        if days > 0:
            return self.plural("%(n)s day later", "%(n)s days later", days)
        return self.plural("%(n)s day earlier", "%(n)s days earlier", -days)

    # numbers and money

    def number(self, value: Decimal | int) -> str:
        """Write a whole number as the language groups it; a true minus sign."""
        whole = Decimal(value).quantize(Decimal(1), ROUND_HALF_UP)
        return (
            format_decimal(abs(whole), format="#,##0", locale=self._babel)
            if whole >= 0
            else self._minus(whole)
        )

    def _minus(self, whole: Decimal) -> str:
        return MINUS + format_decimal(abs(whole), format="#,##0", locale=self._babel)

    def decimal(self, value: Decimal, places: int) -> str:
        """Write a number with so many decimals."""
        return format_decimal(value, format="#,##0." + "0" * places, locale=self._babel)

    def percent(self, fraction: Decimal) -> str:
        """Write 0.1 as "10%"."""
        return f"{format_decimal((fraction * 100).normalize(), format='#,##0.##', locale=self._babel)}%"

    def money(self, amount: Decimal, currency: str) -> str:
        """Write a sum exactly to the unit: "EUR 7,108"."""
        return f"{currency}{NBSP}{self.number(amount)}"

    def about(self, amount: Decimal, currency: str) -> str:
        """Write a sum as sentences say it, rounded: "EUR 792,000", "EUR 7,100"."""
        size = abs(amount)
        unit = Decimal(1000 if size >= 10_000 else 100 if size >= 1000 else 10 if size >= 100 else 1)
        return self.money((amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit, currency)

    def in_month(self, month: int) -> str:
        """Say in which month after the launch: "in the fifth month", "in month 17"."""
        nth = {
            1: self.text("in the first month"), 2: self.text("in the second month"),
            3: self.text("in the third month"), 4: self.text("in the fourth month"),
            5: self.text("in the fifth month"), 6: self.text("in the sixth month"),
            7: self.text("in the seventh month"), 8: self.text("in the eighth month"),
            9: self.text("in the ninth month"), 10: self.text("in the tenth month"),
            11: self.text("in the eleventh month"), 12: self.text("in the twelfth month"),
        }  # fmt: skip
        return nth.get(month) or self.text("in month %(n)s", n=self.number(month))

    def over_years(self, years: int) -> str:
        """Say for how long: "over three years"."""
        small = {
            1: self.text("over one year"), 2: self.text("over two years"), 3: self.text("over three years"),
            4: self.text("over four years"), 5: self.text("over five years"),
        }  # fmt: skip
        return small.get(years) or self.text("over %(n)s years", n=years)

    def listed(self, items: list[str]) -> str:
        """Join names: "4, 5, 6"."""
        return ", ".join(items)

    # sentences about the buyer's own words

    def inside(self, phrase: str) -> str:
        """Take a plan's phrase into a sentence; its first capital goes only where it cannot be a name."""
        first = phrase.split(" ", 1)[0]
        if self._babel.language == "en" and first.lower() in _COMMON_STARTS and first[1:].islower():
            return first[0].lower() + phrase[1:]
        return phrase

    def named(self, phrase: str) -> str:
        """Name a plan's phrase in a sentence as a thing: "the year-end freeze", "Easter"."""
        inside = self.inside(phrase)
        if inside == phrase or inside.split(" ", 1)[0] in _ARTICLES:
            return inside
        return f"the {inside}"

    def for_event(self, event: str) -> str:
        """Say what the launch is for: "when spring peak season opens", "in time for Black Friday"."""
        if self._babel.language == "en" and _EVENT_VERBS & set(event.lower().split()[1:]):
            return self.text("when %(event)s", event=self.inside(event))
        return self.text("in time for %(event)s", event=self.inside(event))

    def install(self, env: jinja2.Environment) -> None:
        """Teach a Jinja environment this language: `_()`, `{% trans %}`, and filters for dates and money.

        Also turns autoescaping on: nothing from a plan may become markup.
        """
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.add_extension("jinja2.ext.i18n")
        catalogue = _catalogue(self.locale)
        install: Any = env.install_gettext_callables  # type: ignore[attr-defined]
        install(catalogue.ugettext, catalogue.ungettext, newstyle=True)
        for name in _FILTERS:
            env.filters[name] = getattr(self, name)


_FILTERS = (
    *("day", "long_day", "act_day", "log_day", "dated", "full_day", "days_later"),
    *("number", "money", "about", "percent", "inside"),
)


@lru_cache
def _catalogue(locale: str) -> NullTranslations:
    """Load the sentences of a language; English needs none, and a language without any gets English."""
    asked = Locale.parse(locale, sep="-" if "-" in locale else "_")
    return Translations.load(str(files("theme") / "locales"), [str(asked), asked.language])


@lru_cache
def _spoken(locale: str) -> Locale:
    asked = Locale.parse(locale, sep="-" if "-" in locale else "_")
    known = asked.language == "en" or isinstance(_catalogue(locale), Translations)
    return asked if known else Locale("en")
