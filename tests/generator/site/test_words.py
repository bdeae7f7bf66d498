"""Words: dates, money and sentences as people read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import jinja2
import pytest

from generator.site.words import NBSP, Words

ENGLISH = Words("en", date(2026, 11, 16))


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (ENGLISH.day(date(2026, 11, 27)), "27 Nov"),
        (ENGLISH.day(date(2027, 3, 1)), "1 Mar"),
        (ENGLISH.day(date(2028, 3, 1)), "1 Mar 2028"),
        (ENGLISH.day(date(2025, 11, 27)), "27 Nov 2025"),
        (ENGLISH.act_day(date(2026, 11, 27)), "Fri 27 November"),
        (ENGLISH.dated(date(2026, 11, 16)), "Mon 16 Nov 2026"),
        (ENGLISH.span(date(2026, 12, 21), date(2027, 1, 1)), "21 Dec – 1 Jan"),
        (ENGLISH.span(date(2026, 12, 21), date(2026, 12, 21)), "21 Dec"),
        (ENGLISH.days_later(14), "14 days later"),
        (ENGLISH.days_later(-1), "1 day earlier"),
        (ENGLISH.days_later(0), "as agreed"),
        (ENGLISH.time("15:00"), "15:00"),
        (Words("en-US", date(2026, 11, 16)).day(date(2026, 11, 27)), "Nov 27"),
    ],
)
def test_days(say: str, words: str) -> None:
    assert plain(say) == words


def test_days_and_sums_never_break() -> None:
    assert " " not in ENGLISH.act_day(date(2026, 11, 27))
    assert " " not in ENGLISH.money(Decimal(7108), "EUR")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("791868", "EUR 792,000"),
        ("7108", "EUR 7,100"),
        ("10154", "EUR 10,000"),
        ("1022326", "EUR 1,022,000"),
        ("449.5", "EUR 450"),
        ("9.4", "EUR 9"),
        ("-62400", "EUR −62,000"),
    ],
)
def test_sums_are_rounded_as_sentences_say_them(amount: str, words: str) -> None:
    assert plain(ENGLISH.about(Decimal(amount), "EUR")) == words


@pytest.mark.parametrize(
    ("event", "clause"),
    [
        ("Spring peak season opens", "when spring peak season opens"),
        ("The east wing opens to patients", "when the east wing opens to patients"),
        ("Acme moves to Rotterdam", "when Acme moves to Rotterdam"),
        ("Black Friday", "in time for Black Friday"),
        ("Annual audit", "in time for annual audit"),
        ("VAT return", "in time for VAT return"),
        ("Starts of term", "in time for Starts of term"),
    ],
)
def test_the_event_takes_its_place_in_the_headline(event: str, clause: str) -> None:
    assert ENGLISH.for_event(event) == clause


@pytest.mark.parametrize(
    ("phrase", "named"),
    [("Year-end freeze", "the year-end freeze"), ("Easter", "Easter"), ("The freeze", "the freeze")],
)
def test_a_freeze_is_named_in_a_sentence(phrase: str, named: str) -> None:
    assert ENGLISH.named(phrase) == named


def test_small_counts_are_words_at_the_start_of_a_title() -> None:
    assert ENGLISH.counted("%(n)s date moved", "%(n)s dates moved", 1) == "One date moved"
    assert ENGLISH.counted("%(n)s date moved", "%(n)s dates moved", 11) == "11 dates moved"


@pytest.mark.parametrize(("month", "words"), [(5, "in the fifth month"), (17, "in month 17")])
def test_payback_is_said_in_words(month: int, words: str) -> None:
    assert ENGLISH.in_month(month) == words


def test_an_installed_environment_escapes_what_plans_say() -> None:
    env = jinja2.Environment()
    ENGLISH.install(env)
    template = env.from_string("{{ _('Ask %(name)s', name=name) }} {{ day|act_day }}")
    said = template.render(name="<b>Ida</b>", day=date(2026, 11, 27))
    assert plain(said) == "Ask &lt;b&gt;Ida&lt;/b&gt; Fri 27 November"


def test_a_language_without_a_catalogue_is_english_throughout() -> None:
    words = Words("sw", date(2026, 11, 16))
    assert words.lang == "en"
    assert plain(words.day(date(2026, 11, 27))) == "27 Nov"
    assert words.number(-1000) == "−1,000"
