"""What differs from person to person: my next outcome, how to answer, my calendar, my page."""

from __future__ import annotations

import html
import re
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from site_facts import PLAN, environment, facts, moved_facts

from generator.site.facts import DealFacts, Person
from generator.site.pages.answers import mailto, tell_links
from generator.site.pages.personal import pages_for, personal_slots, subscription
from generator.site.view.outcome import Outcome
from generator.site.view.view import make_view
from generator.site.words import Words


def address(about: str) -> str:
    return f"ferry.harbour.{about}.abcdefghijklmnop@reply.volt.example"


URL = "https://plans.volt.example/t0ken/"
FEEDS = {"everything": "https://plans.volt.example/c/e.ics", "mine": "https://plans.volt.example/c/m.ics"}
HARBOUR = Person("harbour", URL, FEEDS, address)
YARD = Person("yard", URL, FEEDS, address)
SILENT = Person("harbour", URL, FEEDS)
ANYONE = Person("any", URL, {"everything": FEEDS["everything"]}, address)


def slots(person: Person, deal: DealFacts | None = None, shared: str | None = None) -> dict[str, str]:
    deal = deal or moved_facts()
    return personal_slots(environment(), make_view(deal), deal, person, shared)


def mail_of(href: str) -> tuple[str, str, str]:
    """Read a mailto link as a mail program does: to, subject, body."""
    parts = urlsplit(html.unescape(href))
    assert parts.scheme == "mailto"
    assert "+" not in parts.query  # RFC 6068: a plus is a plus, a space is %20
    fields = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def links(text: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', text)


def test_each_open_outcome_can_be_told_about() -> None:
    found = slots(YARD)
    done, moves, stuck = map(mail_of, links(found["tell/power"]))
    assert done == (address("power"), "[2] Shore power connected", "2 done")
    assert moves == (address("power"), "[2] Shore power connected", "2 moves to ")
    assert stuck == (address("power"), "[2] Shore power connected", "2 is stuck: ")
    assert links(found["unfold/trials"]) == links(found["tell/trials"])
    assert links(found["tell/survey"]) == []
    assert "unfold/survey" not in found


def test_only_my_own_rows_are_mine() -> None:
    found = slots(YARD)
    assert {name for name in found if name.startswith("mine/")} == {"mine/power", "mine/trials"}
    assert "<details>" not in found["unfold/power"]
    assert "<details>" in found["unfold/live"]
    assert [name for name in slots(ANYONE) if name.startswith(("mine/", "yours/"))] == []


def test_without_an_address_nothing_speaks_of_replying() -> None:
    found = slots(SILENT)
    assert not any(name.startswith(("tell", "unfold", "who/")) for name in found)
    text = " ".join(found.values())
    assert "mailto:" not in text
    assert "email" not in text
    assert "First guests aboard" in found["yours"]


def test_a_closed_plan_asks_for_nothing() -> None:
    text = " ".join(slots(HARBOUR, facts("state: closed\n" + PLAN)).values())
    assert "mailto:" not in text


def test_the_shared_copy_names_nobody_and_has_no_page_of_its_own() -> None:
    found = slots(ANYONE)
    assert found["you"] == ""
    assert {found[f"nav/you/{depth}"] for depth in range(5)} == {""}
    assert "Finance" not in found["footer"]
    assert "Next from Quay" in found["yours"]
    assert "Last payment released" in found["yours"]
    pages = {"index.html": b"", "you.html": b"", "files/x.pdf": b""}
    assert set(pages_for(pages, make_view(facts()), ANYONE)) == {"index.html", "files/x.pdf"}
    assert pages_for(pages, make_view(facts()), HARBOUR) == pages


def test_a_page_deeper_down_finds_my_page() -> None:
    assert links(slots(HARBOUR)["nav/you/2"]) == ["../../you.html"]


def test_my_page_says_what_waits_for_me_and_where_my_dates_are() -> None:
    page = slots(YARD)["you"]
    assert "Shore power connected" in page
    assert "The next move is yours." in page
    assert "A ship has charged overnight." in page
    assert "Sea trials passed" in page
    assert FEEDS["mine"] in page
    assert "“2 moves to …”" in page


def test_a_name_is_asked_for_where_it_is_missing() -> None:
    to, subject, body = mail_of(links(slots(HARBOUR)["who/finance"])[0])
    assert (to, subject, body) == (address("paid"), "Who speaks for Finance", "Finance is ")


def test_the_shared_link_is_passed_on_where_it_is_known() -> None:
    assert links(slots(HARBOUR, shared="https://plans.volt.example/any/")["footer"]) == [
        "https://plans.volt.example/any/"
    ]
    assert links(slots(HARBOUR)["footer"]) == []


def test_what_a_plan_says_cannot_become_markup() -> None:
    evil = '<img src=x onerror=alert(1)> "quoted" & more'
    text = PLAN.replace("outcome: Shore power connected", "outcome: '" + evil + "'").replace(
        "Bo Lind", "<b>Bo</b>"
    )
    found = slots(YARD, facts(text))
    assert "<img" not in " ".join(found.values())
    assert "<b>Bo" not in " ".join(found.values())
    assert "&lt;img" in found["you"]
    assert mail_of(links(found["tell/power"])[0])[1] == "[2] " + evil


@pytest.mark.parametrize("outcome", ["Ä" * 200, "契約" * 100, "a b " * 50, "x" * 200, "%&?=#" * 40])
def test_links_stay_short_enough_for_every_mail_program(outcome: str) -> None:
    deal = facts(PLAN, ("outcome: Shore power connected", f"outcome: '{outcome}'"))
    found: Outcome = make_view(deal).outcome("power")
    long = "acme-logistics-and-more.harbour-master-1.100.abcdefghijklmnop@" + "reply." * 20 + "volt.example"
    tell = tell_links(long, found, Words("en", deal.today))
    for href, body in ((tell.done, "2 done"), (tell.moves, "2 moves to "), (tell.stuck, "2 is stuck: ")):
        assert len(href) < 1000
        to, subject, said = mail_of(href)
        assert (to, said) == (long, body)
        assert outcome.strip().startswith(subject.removeprefix("[2] "))


def test_line_ends_and_spaces_as_rfc_6068_wants_them() -> None:
    href = mailto("a.b@volt.example", "1\u00a0March", "one\ntwo\r\nthree + more")
    assert href == "mailto:a.b@volt.example?subject=1%20March&body=one%0D%0Atwo%0D%0Athree%20%2B%20more"
    message = EmailMessage()
    message["To"], message["Subject"], _ = mail_of(href)  # a header would refuse a line end
    assert message["Subject"] == "1 March"


def test_every_way_to_subscribe_leads_to_the_same_feed() -> None:
    found = subscription("Your dates", FEEDS["mine"], "Quay go-live")
    assert found.webcal == "webcal://plans.volt.example/c/m.ics"
    assert parse_qs(urlsplit(found.google).query) == {"cid": ["webcal://plans.volt.example/c/m.ics"]}
    for link in (found.outlook_work, found.outlook_home):
        assert parse_qs(urlsplit(link).query) == {"url": [FEEDS["mine"]], "name": ["Quay go-live"]}
