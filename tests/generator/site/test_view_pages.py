"""The pages themselves: each renders for every kind of plan, private by construction, and light."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from site_facts import PLAN, environment, facts, moved_facts

from generator.site.facts import DealFacts, Person
from generator.site.pages.personal import pages_for, personal_slots
from generator.site.slots import fill, slot
from generator.site.view.view import make_view
from theme import theme_css

VALUE = """
value:
  currency: EUR
  milestone: fuel
  costs:
    - {what: Charger, amount: 90000, every: once, source: Offer}
    - {what: Service, amount: 6000, every: year}
  benefits:
    - {what: Fuel, amount: 9000, every: month, confirmed_by: harbour, confirmed_on: 2026-02-20}
  cases: {low: 70%, expected: 100%, high: 130%}
checkins: {every: two weeks, on: friday}
key_dates:
  - {date: 2026-04-03, until: 2026-04-06, what: Easter, no_work: true}
  - {date: 2026-04-20, what: Fair}
"""
BARE = """\
title: Bare
buyer: {name: Bo}
seller: {name: Su}
introduced: 2026-03-10
launch: {date: 2026-05-04, milestone: go}
roles: {a: {side: buyer, title: Somebody}}
milestones: [{id: go, outcome: Running, owner: a, takes: 1 day}]
"""
HARBOUR = Person(
    "harbour",
    "https://plans.volt.example/t/",
    {"everything": "https://plans.volt.example/e.ics", "mine": "https://plans.volt.example/m.ics"},
    lambda about: f"ferry.harbour.{about}.mac@reply.volt.example",
)
ANYONE = Person("any", "https://plans.volt.example/any/", {})
DEALS = {
    "moved": moved_facts,
    "rich": lambda: facts(PLAN + VALUE),
    "late": lambda: facts(
        PLAN + VALUE, ("started_on: 2026-03-02,", "started_on: 2026-03-02, expected: 2026-04-27,")
    ),
    "bare": lambda: facts(BARE),
    "closed": lambda: facts("state: closed\n" + PLAN),
    "live": lambda: facts(
        "state: live\n" + re.sub(r"id: (power|trials|live),", r"id: \1, status: done, done_on: 2026-03-09,",
        PLAN.replace("status: active, started_on: 2026-03-02, ", ""))
    ),
}  # fmt: skip


@dataclass
class Page:
    """A page as MkDocs hands it to templates."""

    file: SimpleNamespace
    title: str
    content: Markup = Markup("<p>The rep's <em>own</em> words.</p>")  # noqa: RUF009 - immutable


def render(deal: DealFacts, person: Person) -> dict[str, str]:
    view, env = make_view(deal), environment()
    view.words.install(env)
    slots = personal_slots(env, view, deal, person)
    pages = {p.url: (p.src_uri, p.title, p.template) for p in view.pages}
    pages["own.html"] = ("own.md", "Own", "main.html")
    shown = pages_for(dict.fromkeys(pages, b""), view, person)
    return {
        url: fill(
            env.get_template(template).render(
                view=view,
                page=Page(SimpleNamespace(src_uri=source), title),
                own_pages=[("Own", "own.html")],
                assets="assets/",
                slot=slot,
            ),
            slots,
        )
        for url, (source, title, template) in pages.items()
        if url in shown
    }


class Reader(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def of(self, *names: str) -> list[str]:
        """Values of these attributes."""
        return [value for _, name, value in self.attributes if name in names]


CASES = [(name, person) for name in DEALS for person in (HARBOUR, ANYONE)]


@pytest.mark.parametrize(("name", "person"), CASES, ids=[f"{n}-{p.id}" for n, p in CASES])
def test_every_page_keeps_the_rules(name: str, person: Person) -> None:
    pages = render(DEALS[name](), person)
    assert ("you.html" in pages) == (person is HARBOUR)
    for url, text in pages.items():
        page = Reader(text)
        assert not {"style", "iframe", "form", "base"} & set(page.tags), url
        assert text.count("<script") == text.count('<script src="assets/golive.js" defer></script>') == 1, url
        assert not [a for a in page.attributes if a[1] == "style" or a[1].startswith("on")], url
        assert (page.tags["h1"], page.tags["main"]) == (0 if url == "own.html" else 1, 1), url
        ids = page.of("id")
        assert len(ids) == len(set(ids)), url
        assert {v[1:] for v in page.of("href") if v.startswith("#")} <= set(ids), url
        inside = [v for v in page.of("href") if re.fullmatch(r"[a-z-]+\.html(#\w+)?", v)]
        assert {v.partition("#")[0] for v in inside} <= set(pages), url
        assert not [v for v in page.of("src") if ":" in v], url
        assert "None" not in re.sub(r"<[^>]*>", " ", text), url
        assert "\ue000" not in text
        assert "https://plans.volt.example/t/" not in text


def test_the_policy_lets_nothing_in_but_our_own_style_and_pictures() -> None:
    text = render(moved_facts(), HARBOUR)["index.html"]
    assert "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " in text
    assert "base-uri 'none'; form-action 'none'" in text
    assert '<meta name="referrer" content="no-referrer">' in text
    assert '<meta name="robots" content="noindex,nofollow,noarchive">' in text
    assert '<html lang="en">' in text
    assert 'rel="canonical"' not in text


def test_the_picture_is_decoration_and_the_table_has_every_fact() -> None:
    text = render(moved_facts(), HARBOUR)["index.html"]
    assert re.search(r'<div class="picture" aria-hidden="true">\s*<svg', text)
    table = text[text.index('<table class="outcomes') : text.index("</table>")]
    for fact in ("Shore power connected", "Bo Lind", "13\xa0Mar", "27\xa0Mar", "14 days later", "Under way"):
        assert fact in table
    assert table.count("<tr") == 7


def test_the_page_says_where_it_is_and_what_is_mine() -> None:
    pages = render(moved_facts(), HARBOUR)
    for url in pages:
        marked = re.findall(r'<a [^>]*href="([^"]+)"[^>]*aria-current="page"', pages[url])
        assert marked == [url]
    assert '<tr class="is-waits is-mine">' in pages["index.html"]
    assert "is-mine" not in render(moved_facts(), ANYONE)["index.html"]


def test_a_newcomer_reads_what_the_plan_does_for_them() -> None:
    text = render(facts(), ANYONE)["index.html"]
    for word in ("Less risk", "Less unneeded work", "A clear scope", "Both sides accountable"):
        assert word in text


def test_the_shared_copy_holds_no_address() -> None:
    text = " ".join(render(facts(PLAN + VALUE), ANYONE).values())
    assert not re.search(r"\w@\w", text)


def test_pages_stay_light() -> None:
    more = "".join(
        f"  - {{id: x{n}, outcome: A further outcome of the plan {n}, stage: Build, "
        f"owner: yard, takes: 1 day, after: [survey]}}\n"
        for n in range(6)
    )
    pages = render(facts(PLAN + more), HARBOUR)
    assert len(pages["index.html"].encode()) + len(theme_css(None)) < 60_000


def test_a_page_that_is_gone_stands_alone() -> None:
    env = environment()
    make_view(facts()).words.install(env)
    text = env.get_template("404.html").render(assets="_assets/0/")
    page = Reader(text)
    assert page.of("href") == ["_assets/0/golive.css"]
    assert "Ask the person who sent it" in text
