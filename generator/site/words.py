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

import jinja2
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, match_skeleton
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations

from generator.site import phrases
from generator.site.catalogues import is_spoken, template_gettext, translations

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
YEAR_NEEDED_DAYS = 330  # further away than this, a day without its year could be read as the wrong one

# The plain `en` of a plan is international: the day first, no comma. Territories follow CLDR.
_ENGLISH = {"MMMd": "d MMM", "MMMMd": "d MMMM", "MMMEd": "EEE d MMM", "MMMMEd": "EEE d MMMM", "y": "y"}
_ENDS = (".", "!", "?", "…", "。", "！", "？")
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
        return _name(self.locale) == "en"

    @property
    def _catalogue(self) -> NullTranslations:
        return translations(_name(self.locale))

    def text(self, message: str, **values: object) -> str:
        """Say a sentence, with `%(name)s` filled in."""
        return self._catalogue.ugettext(message) % values

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Say a sentence that counts; `%(n)s` is the count in the language's own figures."""
        return self._catalogue.ungettext(one, many, n) % {"n": self.number(n), **values}

    def counted(self, one: str, many: str, n: int, **values: object) -> str:
        """Say a sentence that begins with a small count, in words where English does: "Two dates moved"."""
        text = self._catalogue.ungettext(one, many, n) % {"n": self.spelled(n), **values}
        return text[:1].upper() + text[1:]

    def spelled(self, n: int) -> str:
        """Write a small number in words where English does."""
        in_words = self._babel.language == "en" and n < len(_SPELLED)
        return _SPELLED[n] if in_words else self.number(n)

    # dates

    def _skeleton(self, skeleton: str, day: date, year: bool) -> str:
        return _day(self.locale, skeleton, day, year)

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
        mark = self._babel.interval_formats[None].replace("{0}", "").replace("{1}", "").strip()
        between = f"{NBSP}{mark} " if mark == "\N{EN DASH}" else mark
        return f"{self.day(first)}{between}{self.day(last)}"

    def month(self, day: date, year: bool) -> str:
        """Name a month over the picture: "Nov", "Jan 2027"."""
        if self._international:
            return format_date(day, "MMM y" if year else "MMM", locale="en")
        return _by_skeleton(self._babel, "yMMM" if year else "MMM", day)

    def time(self, at: str) -> str:
        """Say a time of day, given as "15:00"."""
        moment = time.fromisoformat(at)
        return format_time(moment, "HH:mm" if self._international else "short", locale=self._babel)

    def place(self, zone: str) -> str:
        """Name the city of a time zone, such as "Europe/Berlin"."""
        city = self._babel.time_zones.get(zone, {}).get("city")
        return str(city or zone.rpartition("/")[2].replace("_", " "))

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
        return _whole(self.locale, int(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP)))

    def decimal(self, value: Decimal, places: int) -> str:
        """Write a number with so many decimals."""
        return format_decimal(value, format="#,##0." + "0" * places, locale=self._babel)

    def percent(self, fraction: Decimal) -> str:
        """Write 0.1 as "10%"."""
        pattern = str(self._babel.percent_formats[None].pattern).replace("#,##0", "#,##0.##")
        return format_percent(fraction, format=pattern, locale=self._babel)

    def money(self, amount: Decimal, currency: str) -> str:
        """Write a sum exactly to the unit: "EUR 7,108"."""
        return self._sum(self.number(amount), currency)

    def exact_money(self, amount: Decimal, currency: str, places: int) -> str:
        """Write a small sum with its decimals: "EUR 2.46"."""
        return self._sum(self.decimal(amount, places), currency)

    def _sum(self, number: str, currency: str) -> str:
        """Put the currency's code (ISO 4217) on the side where the language has it."""
        before = str(self._babel.currency_formats["standard"].pattern).startswith("\N{CURRENCY SIGN}")
        return NBSP.join((currency, number) if before else (number, currency))

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
        comma = str(self._babel.list_patterns["standard"]["middle"])
        return comma.replace("{0}", "").replace("{1}", "").join(items)

    # sentences made of parts, and the plan's own words in them

    def sentence(self, text: str) -> str:
        """End a sentence as the language does, unless it has its end."""
        return text if text.endswith(_ENDS) else self.text("%(text)s.", text=text)

    def leading(self, text: str) -> str:
        """End the first half of a title that goes on in the next line: "Live on 1 March,"."""
        return self.text("%(text)s,", text=text)

    def quoted(self, text: str) -> str:
        """Put words into quotation marks."""
        return self.text("“%(words)s”", words=text)

    def called(self, name: str) -> str:
        """Address somebody: by the first name in English, by the whole one elsewhere."""
        return name.split(" ", 1)[0] if self._babel.language == "en" else name

    def case(self, name: str) -> str:
        """Name a case of the figures: the three usual ones in the language, others as the plan does."""
        usual = {
            "conservative": self.text("Conservative"),
            "expected": self.text("Expected"),
            "stretch": self.text("Stretch"),
        }
        return usual.get(name) or name[:1].upper() + name[1:]

    def inside(self, phrase: str) -> str:
        """Take a plan's phrase into a sentence; its first capital goes only where it cannot be a name."""
        return phrases.inside(phrase) if self._babel.language == "en" else phrase

    def named(self, phrase: str) -> str:
        """Name a plan's phrase in a sentence as a thing: "the year-end freeze", "Easter"."""
        return phrases.named(phrase) if self._babel.language == "en" else phrase

    def for_event(self, event: str) -> str:
        """Say what the launch is for: "when spring peak season opens", "in time for Black Friday"."""
        if self._babel.language == "en" and phrases.is_clause(event):
            return self.text("when %(event)s", event=self.inside(event))
        return self.text("in time for %(event)s", event=self.inside(event))

    def install(self, env: jinja2.Environment, *, escape: bool = True) -> None:
        """Teach a Jinja environment this language: `_()`, `{% trans %}`, and filters for dates and money.

        Also turns autoescaping on, but for plain text: nothing from a plan may become markup. A catalogue's
        own words count as markup, values that are filled in do not.
        """
        env.autoescape = escape
        env.trim_blocks = env.lstrip_blocks = True
        if "jinja2.ext.InternationalizationExtension" not in env.extensions:
            env.add_extension("jinja2.ext.i18n")
        env.newstyle_gettext = True  # type: ignore[attr-defined]
        env.globals |= template_gettext(_name(self.locale), escape=escape)
        for name in _FILTERS:
            env.filters[name] = getattr(self, name)


_FILTERS = (
    *("day", "long_day", "act_day", "log_day", "dated", "full_day", "days_later"),
    *("number", "money", "about", "percent", "inside", "listed", "sentence", "leading", "quoted"),
)


@lru_cache(maxsize=4096)  # a deal's pages say the same few days hundreds of times
def _day(locale: str, skeleton: str, day: date, year: bool) -> str:
    if _name(locale) == "en":
        text = format_date(day, _ENGLISH[skeleton] + (" y" if year else ""), locale="en")
    else:
        text = _by_skeleton(_spoken(locale), ("y" if year else "") + skeleton, day)
    return text.replace(" ", NBSP)


def _by_skeleton(locale: Locale, skeleton: str, day: date) -> str:
    """Format by CLDR's nearest pattern; a month asked for in full stays full (UTS 35, 2.6.2.2)."""
    known = locale.datetime_skeletons
    nearest = skeleton if skeleton in known else match_skeleton(skeleton, known)
    pattern = known[nearest].pattern
    if "MMMM" in skeleton and "MMMM" not in pattern:
        pattern = pattern.replace("MMM", "MMMM")
    if locale.language == "fr" and day.day == 1:
        pattern = pattern.replace("d MMM", "d'er' MMM")  # le 1er mars, which CLDR's patterns leave out
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _whole(locale: str, value: int) -> str:
    return (MINUS if value < 0 else "") + format_decimal(abs(value), format="#,##0", locale=_spoken(locale))


@lru_cache
def _name(locale: str) -> str:
    return str(_spoken(locale))


@lru_cache
def _spoken(locale: str) -> Locale:
    """Give the locale in whose way dates and numbers are written; English where its language is not."""
    for asked in (locale.replace("-", "_"), locale[:2]):
        try:
            known = Locale.parse(asked)
        except UnknownLocaleError:
            continue
        return known if known.language == "en" or is_spoken(asked) else Locale("en")
    return Locale("en")
