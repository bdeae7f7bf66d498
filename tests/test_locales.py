"""Pages in eight languages: the catalogues are complete, and what a buyer sees is in one language only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import catalogues
import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message
from scenes import ROOT, make_workspace

from generator.plan.load import load_plan
from generator.record.journal import read_journal
from generator.site.catalogues import languages
from generator.site.facts import DealFacts, Person
from generator.site.gather import gather
from generator.site.pages.build import SiteBuilder
from generator.site.words import Words
from generator.workspace import open_workspace

LANGUAGES = ("de", "es", "fr", "it", "ja", "nl", "pt")
TODAY = date(2026, 11, 16)
LEGAL = Person(
    "legal",
    "https://plans.nimbus.example/legal/",
    {"everything": "https://plans.nimbus.example/c/e.ics", "mine": "https://plans.nimbus.example/c/m.ics"},
    lambda about: f"acme.legal.{about}@reply.nimbus.example",
)
# Said alike in some language.
ALIKE = re.compile(
    r"(%\(\w+\)s|was|is|[\[\].,()\s“”:]|Plan|Memo|Name|Date|Stage|Pages|Source|Total|Expected|Outlook|Net|Figure"
    r"|Google Calendar|\.com|Go-live|min|later|on the web|Microsoft 365|iPhone and iPad|ok|no)*"
)
DASH, MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"


@lru_cache
def sources() -> Catalog:
    return catalogues.extracted()


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)


def ids(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def marks(text: str) -> list[str]:
    """What a translation must keep: places to fill in, and markup."""
    return sorted({*re.findall(r"%\(\w+\)s", text), *re.findall(r"</?\w+[^>]*>", text)})


def messages(language: str) -> Iterator[Message]:
    return (m for m in catalogues.read(language) if m.id)


def said(found: Iterable[Message]) -> dict[object, bool]:
    """Each sentence, and whether a mail says it: `mail.trim` reads that from the catalogue."""
    return {m.id: any(file.startswith("mail/templates/") for file, _ in m.locations) for m in found}


def test_there_is_a_catalogue_for_each_language() -> None:
    assert languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_says_what_the_sources_say(language: str) -> None:
    assert said(messages(language)) == said(m for m in sources() if m.id), "run: make locales"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_all_that_is_filled_in(language: str) -> None:
    plurals = catalogues.read(language).num_plurals
    for message in messages(language):
        translated = strings(message)
        assert all(translated), message.id
        assert not message.fuzzy, message.id
        assert len(translated) == (plurals if message.pluralizable else 1), message.id
        for text in translated:
            assert marks(text) == marks(ids(message)[-1]), message.id
            if language != "ja":  # which has no spaces to keep
                assert text.endswith(" ") == ids(message)[0].endswith(" "), message.id
            assert "!" not in text.replace("<!", ""), "no exclamation marks"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stays_in_english(language: str) -> None:
    left = [m.id for m in messages(language) if ids(m)[0] == strings(m)[0]]
    assert [text for text in left if not ALIKE.fullmatch(text)] == []


def facts_in(root: Path, locale: str) -> DealFacts:
    folder = root / "plans" / "acme"
    file = folder / "plan.yaml"
    text = file.read_text("utf-8")
    assert text.count("locale: ") == 1
    file.write_text(re.sub(r"locale: [\w-]+", f"locale: {locale}", text), "utf-8")
    plan = load_plan(file, "plan.yaml", TODAY)
    return gather("acme", folder, plan, read_journal(folder / "journal.jsonl"), TODAY)


def seen(page: bytes) -> str:
    """What a page says, without markup, spaces made plain."""
    text = re.sub(r"<(style|script).*?</\1>", " ", page.decode(), flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def english() -> list[str]:
    """Pieces of our English sentences that are long enough to be nothing else."""
    found = set()
    for message in sources():
        for text in ids(message) if message.id else ():
            pieces = re.split(r"%\(\w+\)s|<[^>]+>", text)
            found |= {p.strip() for p in pieces if len(p.split()) >= 3}
    return sorted(found)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The sample's pages for one person in each language, by one builder, one after the other."""
    root = make_workspace(tmp_path_factory.mktemp("locales") / "work", "acme")
    builder = SiteBuilder(open_workspace(root))
    pages = {}
    for locale in ("de", "ja", "en", *LANGUAGES):
        facts = facts_in(root, locale)
        pages[locale] = builder.personal(
            builder.build(facts), facts, LEGAL, "https://plans.nimbus.example/a/"
        )
    return pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_speak_one_language(built: dict[str, dict[str, bytes]], language: str) -> None:
    pieces = english()
    assert len(pieces) > 100
    for name, page in built[language].items():
        if not name.endswith(".html"):
            continue
        assert f'<html lang="{language}"' in page.decode()
        text = seen(page)
        assert [piece for piece in pieces if piece in text] == [], name


def test_the_same_pieces_are_found_in_english(built: dict[str, dict[str, bytes]]) -> None:
    text = " ".join(seen(page) for name, page in built["en"].items() if name.endswith(".html"))
    assert sum(piece in text for piece in english()) > 60


PLAN_PAGES = {
    "de": ["Live am 1. März,", "10 Tage später", "Erwartet Do., 11. März", "Am Zug: Tomas Lindqvist"],
    "fr": ["En service le 1er mars,", "10 jours plus tard", "Attendu jeu. 11 mars"],
    "es": ["En marcha el 1 de marzo,", "10 días después", "Previsto jue, 11 de marzo"],
    "nl": ["Live op 1 maart,", "10 dagen later", "Verwacht do 11 maart"],
    "it": ["Avvio il 1 marzo,", "10 giorni dopo", "Atteso gio 11 marzo"],
    "pt": ["Em funcionamento em 1 de março,", "10 dias mais tarde", "Esperado qui., 11 de março"],
    "ja": ["3月1日に稼働開始、", "10日後", "見込み 3月11日(木)", "次の一手、 Tomas Lindqvist"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_comes_first_in_every_language(built: dict[str, dict[str, bytes]], language: str) -> None:
    page = seen(built[language]["index.html"])
    assert [text for text in PLAN_PAGES[language] if text not in page] == []


@pytest.mark.parametrize(
    ("locale", "lang", "day", "sum_"),
    [
        ("en", "en", "Fri 27 Nov 2026", "EUR 7,108"),
        ("en-US", "en-US", "Fri, Nov 27, 2026", "EUR 7,108"),
        ("sv", "en", "Fri 27 Nov 2026", "EUR 7,108"),
        ("xx", "en", "Fri 27 Nov 2026", "EUR 7,108"),
        ("de", "de", "Fr., 27. Nov. 2026", "7.108 EUR"),
        ("de-AT", "de-AT", "Fr., 27. Nov. 2026", "EUR 7.108"),
        ("de_XX", "de", "Fr., 27. Nov. 2026", "7.108 EUR"),
        ("fr", "fr", "ven. 27 nov. 2026", "7 108 EUR"),
        ("fr-CA", "fr-CA", "ven. 27 nov. 2026", "7 108 EUR"),
        ("pt-BR", "pt-BR", "sex., 27 de nov. de 2026", "EUR 7.108"),
        ("ja", "ja", "2026年11月27日(金)", "EUR 7,108"),
    ],
)
def test_a_territory_has_its_own_dates_and_a_stranger_english(
    locale: str, lang: str, day: str, sum_: str
) -> None:
    words = Words(locale, TODAY)
    assert words.lang == lang
    assert re.sub(r"\s", " ", words.dated(date(2026, 11, 27))) == day
    assert re.sub(r"\s", " ", words.money(Decimal(7108), "EUR")) == sum_
    assert words.text("Done") == Words(lang[:2], TODAY).text("Done")


def test_a_month_said_in_full_stays_full() -> None:
    for language in (*LANGUAGES, "en"):
        words = Words(language, TODAY)
        month = words.long_day(date(2026, 11, 27))
        assert words.act_day(date(2026, 11, 27)).count(month[2:].strip("\N{NO-BREAK SPACE}.")) == 1, language


def test_lists_spans_and_shares_follow_the_language() -> None:
    german, japanese = Words("de", TODAY), Words("ja", TODAY)
    assert (german.listed(["4", "5"]), japanese.listed(["4", "5"])) == ("4, 5", "4、5")
    assert japanese.span(date(2026, 12, 21), date(2027, 1, 1)) == "12月21日～1月1日"
    assert re.sub(r"\s", " ", german.percent(Decimal("0.125"))) == "12,5 %"
    assert re.sub(r"\s", " ", german.money(Decimal(-1000), "EUR")) == f"{MINUS}1.000 EUR"
    assert (german.place("Asia/Tokyo"), Words("en", TODAY).place("America/New_York")) == ("Tokio", "New York")
    assert german.sentence("Ende") == "Ende."
    assert japanese.sentence("終わり。") == "終わり。"


def test_catalogues_travel_with_the_theme() -> None:
    """The wheel takes all of `theme`; nothing compiled is kept."""
    assert {p.suffix for p in (ROOT / "theme" / "locales").rglob("*") if p.is_file()} == {".po"}
