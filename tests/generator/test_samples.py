"""The living samples and the templates: they follow their own advice, and plan and journal tell one story."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.plan.load import parse_plan, sha256
from generator.plan.model import Milestone, Plan
from generator.plan.source import parse_source
from generator.plan.splice import value_at
from generator.record.changes import as_dates
from generator.record.journal import Entry, numbers, read_journal
from generator.schedule.baseline import latest_record
from generator.schedule.dates import Schedule
from generator.schedule.engine import schedule
from generator.starter.make import fill
from generator.value.worth import value_of

PLANS = Path(__file__).parents[2] / "plans"
TODAY = date(2026, 11, 16)  # the day of the pictures; the samples are published with it
DEALS = ["acme", "harbor", "lumen"]
TEMPLATES = sorted(p.stem for p in (PLANS / "templates").glob("*.yaml"))
TELL_TALE = re.compile(r"\b[A-Z]{8,}\b")


def _raw(deal: str) -> bytes:
    return (PLANS / deal / "plan.yaml").read_bytes()


def _plan(deal: str, today: date = TODAY) -> Plan:
    return parse_plan(_raw(deal), deal, today)


def _entries(deal: str) -> tuple[Entry, ...]:
    return read_journal(PLANS / deal / "journal.jsonl")


def _schedule(deal: str) -> Schedule:
    plan, entries = _plan(deal), _entries(deal)
    return schedule(
        plan,
        TODAY,
        latest_record(e.baseline for e in entries),
        numbers(entries, (m.id for m in plan.milestones)),
    )


def _shown_texts(deal: str) -> dict[str, str]:
    """What may come to be published as it stands: the rep's pages and the files."""
    return {
        p.name: p.read_text(encoding="utf-8")
        for folder in ("pages", "files")
        for p in sorted((PLANS / deal / folder).iterdir())
    }


def test_these_are_all_samples() -> None:
    found = sorted(p.parent.name for p in PLANS.glob("*/plan.yaml"))
    assert found == DEALS


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("today", [TODAY, TODAY + timedelta(days=400)])
def test_a_sample_is_valid_on_its_day_and_on_any_later_one(deal: str, today: date) -> None:
    assert _plan(deal, today).title


@pytest.mark.parametrize("deal", DEALS)
def test_a_sample_follows_the_ten_elements(deal: str) -> None:
    plan = _plan(deal)
    assert 9 <= len(plan.milestones) <= 13
    assert plan.why
    assert plan.summary
    assert plan.launch.event
    assert plan.key_dates
    assert plan.checkins
    assert not plan.waive
    assert plan.value
    assert plan.milestones[-1].id == plan.value.milestone
    _check_milestones(plan)


def _check_milestones(plan: Plan) -> None:
    owned = [plan.side_of(m.owner) for m in plan.milestones]
    theirs = len(owned) - owned.count("buyer")
    assert theirs >= len(owned) / 4, "the seller's side owns too little"
    assert owned.count("buyer") >= len(owned) / 3, "the buyer owns too little"
    assert all(m.stage for m in plan.milestones)
    assert all(m.exit for m in plan.milestones if m.status != "done")
    assert plan.milestones[-1].stage == "Return"


def test_the_samples_stand_at_three_moments() -> None:
    acme, harbor, lumen = (_plan(d) for d in DEALS)
    assert [m.status for m in acme.milestones].count("blocked") == 1
    assert [r for r, role in acme.roles.items() if not role.name] == ["procurement"]
    assert (TODAY - harbor.introduced).days <= 7
    assert sum(1 for role in harbor.roles.values() if not role.name) >= 4
    assert [m.status for m in harbor.milestones[:3]] == ["done", "done", "active"]
    assert harbor.partner
    assert lumen.state == "live"
    assert lumen.launch_milestone.status == "done"
    assert lumen.milestones[-1].status == "open"


@pytest.mark.parametrize(
    ("deal", "baseline", "forecast", "returns"),
    [
        ("acme", date(2027, 3, 1), date(2027, 3, 11), date(2027, 4, 12)),
        ("harbor", date(2027, 5, 3), date(2027, 5, 3), date(2027, 6, 15)),
        ("lumen", date(2026, 10, 12), date(2026, 10, 14), date(2027, 1, 15)),
    ],
)
def test_dates_of_the_samples(deal: str, baseline: date, forecast: date, returns: date) -> None:
    dates = _schedule(deal)
    assert (dates.launch_baseline, dates.launch_forecast) == (baseline, forecast)
    assert dates.milestones["first-return"].forecast.due == returns
    assert dates.out_of_order == ()


def test_the_mid_flight_sample_has_the_dates_of_the_pictures() -> None:
    dates = _schedule("acme")
    found = {
        i: (m.baseline_due, m.forecast.due)
        for i, m in dates.milestones.items()
        if m.baseline_due and m.slip_days
    }
    assert found == {
        "security-cleared": (date(2026, 11, 13), date(2026, 11, 27)),
        "dpa-signed": (date(2026, 12, 4), date(2026, 12, 18)),
        "wms-connected": (date(2027, 1, 26), date(2027, 2, 5)),
        "team-trained": (date(2027, 2, 26), date(2027, 3, 10)),
        "live": (date(2027, 3, 1), date(2027, 3, 11)),
        "first-return": (date(2027, 3, 31), date(2027, 4, 12)),
    }
    assert [(c.milestone, c.days) for c in dates.delay] == [("security-cleared", 10)]


def test_the_mid_flight_sample_has_the_money_of_the_pictures() -> None:
    plan = _plan("acme")
    assert plan.value
    worth = value_of(plan.value, plan.launch.date)
    assert {name: round(case.npv) for name, case in worth.cases.items()} == {
        "conservative": 446_181,
        "expected": 791_868,
        "stretch": 1_022_326,
    }
    assert round(worth.delay_cost_per_week or 0) == 7_108
    amounts = (*plan.value.costs, *plan.value.benefits)
    assert [a.what for a in amounts if not a.confirmed_by] == ["Subscription", "Training"]
    assert all(a.source for a in amounts)


@pytest.mark.parametrize("deal", DEALS)
def test_the_journal_is_one_chain_that_ends_in_the_plan_as_it_is(deal: str) -> None:
    entries = _entries(deal)
    assert [b.before for b in entries[1:]] == [a.after for a in entries[:-1]]
    assert entries[-1].after == sha256(_raw(deal)), "plan.yaml was changed without its journal"
    assert all((e.before != e.after) == bool(e.changes) for e in entries)
    assert [e.when for e in entries] == sorted(e.when for e in entries)
    assert all(e.when.tzinfo for e in entries)
    assert len({e.id for e in entries}) == len(entries)
    assert max(e.when.date() for e in entries) <= TODAY


@pytest.mark.parametrize("deal", DEALS)
def test_the_last_word_in_the_journal_is_what_the_plan_says(deal: str) -> None:
    data = parse_source(_raw(deal), deal).data
    last: dict[str, Any] = {}
    for entry in _entries(deal):
        for change in entry.changes:
            for place, (old, new) in change.fields.items():
                assert place not in last or last[place] == old, f"{place} changed between two lines"
                last[place] = new
    whole = {p: v for p, v in last.items() if not isinstance(v, dict) or "id" not in v}
    assert {p: _plain(value_at(data, p)) for p in whole} == {p: _plain(as_dates(v)) for p, v in whole.items()}


def _plain(value: Any) -> Any:
    return {k: _plain(v) for k, v in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("deal", DEALS)
def test_the_journal_begins_with_numbers_and_the_baseline(deal: str) -> None:
    plan, entries = _plan(deal), _entries(deal)
    assert entries[0].numbers
    assert entries[1].baseline["day"] == plan.introduced.isoformat()
    assert [e.line for e in entries if e.baseline.get("whole")] == [2]
    ids = [m.id for m in plan.milestones]
    first = [i for i in ids if i in entries[0].numbers]
    assert entries[0].numbers == {i: n for n, i in enumerate(first, 1)}
    given: dict[str, int] = {}
    for entry in entries:
        assert not given.keys() & entry.numbers.keys()
        given.update(entry.numbers)
    assert given.keys() == set(ids)
    assert sorted(given.values()) == list(range(1, len(ids) + 1))
    assert (latest_record(e.baseline for e in entries) or {})["dates"].keys() == set(ids)


@pytest.mark.parametrize("deal", ["acme", "lumen"])
def test_every_done_or_moved_milestone_was_told_by_a_person_of_the_plan(deal: str) -> None:
    plan, entries = _plan(deal), _entries(deal)
    mails = [e for e in entries if e.by == "mail"]
    assert {plan.person_of(e.evidence["from"]) for e in mails} <= plan.roles.keys()
    assert all(plan.person_of(e.evidence["from"]) == e.who for e in mails)
    told = {(c.milestone, c.action) for e in mails for c in e.changes}
    for m in plan.milestones:
        assert m.status != "done" or (m.id, "done") in told
        assert not m.expected or (m.id, "move") in told
        assert not m.confirmed or (m.id, "confirm") in told


def _internal_texts(plan: Plan) -> list[str]:
    return [t for t in (plan.internal, *(m.internal for m in plan.milestones)) if t is not None]


@pytest.mark.parametrize("deal", DEALS)
def test_internal_notes_are_tell_tales(deal: str) -> None:
    """Each carries a word that stands nowhere else, so that one grep of a build shows whether it leaked."""
    plan = _plan(deal)
    notes = _internal_texts(plan)
    assert plan.internal
    assert len(notes) >= 3
    words = [word for note in notes for word in TELL_TALE.findall(note)]
    assert len(words) == len(set(words)) == len(notes)
    everything = _raw(deal).decode() + "".join(_shown_texts(deal).values())
    assert [everything.upper().count(w) for w in words] == [1] * len(words)


@pytest.mark.parametrize("deal", DEALS)
def test_nothing_private_and_no_other_deal_stands_in_what_is_published_as_it_is(deal: str) -> None:
    others = re.compile("|".join(d for d in DEALS if d != deal), re.IGNORECASE)
    quotes = [e.evidence["words"] for e in _entries(deal) if e.evidence]
    for name, text in _shown_texts(deal).items():
        assert not others.search(text), name
        assert "@" not in text, name
        assert not [q for q in quotes if q in text], name
    assert not others.search(_raw(deal).decode())
    assert not [q for q in quotes if q in _raw(deal).decode()]


@pytest.mark.parametrize("deal", DEALS)
def test_pages_and_files_are_there_and_are_referred_to(deal: str) -> None:
    plan = _plan(deal)
    pages = sorted((PLANS / deal / "pages").glob("*.md"))
    assert 1 <= len(pages) <= 2
    assert all(p.read_text(encoding="utf-8").startswith("# ") for p in pages)
    urls = {r.url for m in plan.milestones for r in m.resources}
    logos = {f"files/{s.logo}" for s in (plan.buyer, plan.seller, plan.partner) if s and s.logo}
    there = {f"files/{p.name}" for p in (PLANS / deal / "files").iterdir()}
    assert there == {u for u in urls if u.startswith("files/")} | logos
    assert there


# Templates

VALUES = {
    "buyer": "Acme Logistics",
    "seller": "Nimbus Robotics",
    "partner": "Integra",
    "buyer_country": "DE",
    "seller_country": "US",
    "partner_country": "NL",
    "buyer_timezone": "Europe/Berlin",
    "seller_timezone": "America/New_York",
    "partner_timezone": "Europe/Amsterdam",
    "introduced": "2026-09-07",
    "first_step": "2026-09-14",
    "event": "The spring peak opens",
    "currency": "EUR",
}
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def _template(name: str) -> str:
    return (PLANS / "templates" / f"{name}.yaml").read_text(encoding="utf-8")


def _weeks(name: str) -> int:
    """How far away a launch the template says it fits."""
    found = re.search(r"about (\d+) weeks", _template(name))
    assert found
    return int(found[1])


def _filled(name: str, **other: str) -> Plan:
    launch = date.fromisoformat(VALUES["introduced"]) + timedelta(weeks=_weeks(name))
    values = {**VALUES, "launch": launch.isoformat(), **other}
    text = fill(_template(name), values)
    return parse_plan(text.encode(), name, date.fromisoformat(values["introduced"]))


def test_the_templates() -> None:
    assert {"enterprise-software", "small-team"} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_makes_a_plan_that_follows_the_ten_elements(name: str) -> None:
    plan = _filled(name)
    assert 8 <= len(plan.milestones) <= 15
    assert all(m.exit for m in plan.milestones)
    assert [m.status for m in plan.milestones].count("done") == 1
    assert not [r for r in plan.roles.values() if r.name or r.email], "roles first, names later"
    owners = {m.owner for m in plan.milestones} | {w for m in plan.milestones for w in m.with_}
    assert owners == plan.roles.keys(), "a role without a part in the plan"
    assert plan.launch.event
    assert plan.key_dates
    assert plan.checkins
    _check_milestones(plan)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_asks_for_the_value_and_invents_none(name: str) -> None:
    value = _filled(name).value
    assert value
    assert value.milestone == "first-return"
    amounts = (*value.costs, *value.benefits)
    assert value.costs
    assert value.benefits
    assert all(a.amount == 0 and (a.source or "").startswith("To be agreed with ") for a in amounts)
    asked = {
        (a.source or "").removeprefix("To be agreed with the ").removeprefix("To be agreed with ")
        for a in amounts
    }
    assert asked <= {role.title for role in _filled(name).roles.values()}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_fits_the_launch_it_speaks_of_and_starts_at_once(name: str) -> None:
    plan = _filled(name)
    dates = schedule(plan, plan.introduced)
    assert dates.feasible
    following: Milestone = next(m for m in plan.milestones if m.status != "done")
    assert dates.milestones[following.id].forecast.due <= plan.introduced + timedelta(days=7)
    second = sorted(d.forecast.start for i, d in dates.milestones.items() if plan.by_id[i].status != "done")[
        1
    ]
    assert second <= plan.introduced + timedelta(days=45), "the launch it speaks of is too far away"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_documents_its_placeholders_and_no_others(name: str) -> None:
    text = _template(name)
    head = text.partition("\ntitle:")[0]
    assert "{{" not in head
    used = set(PLACEHOLDER.findall(text))
    assert used <= {*VALUES, "launch"}
    assert {p for p in used if not re.search(rf"\b{p}\b", head)} == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_takes_empty_countries_and_plain_zones(name: str) -> None:
    nothing = dict.fromkeys(("buyer_country", "seller_country", "partner_country"), "")
    zones = dict.fromkeys(("buyer_timezone", "seller_timezone", "partner_timezone"), "UTC")
    assert _filled(name, **nothing, **zones).buyer.country is None


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_survives_any_company_name(name: str) -> None:
    odd = 'Öl & "Söhne": #1 {GmbH} \\ Co.'
    plan = _filled(name, buyer=odd, seller=odd, partner=odd, event=odd)
    assert (plan.buyer.name, plan.seller.name, plan.launch.event) == (odd, odd, odd)
    assert odd in plan.title
