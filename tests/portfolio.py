"""Portfolios for measuring: many realistic deals, the same every time, made from our own templates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from scenes import MKDOCS, ROOT

from generator.starter.make import FIRST_STEP, fill

PLACES = (
    ("DE", "Europe/Berlin", "EUR"),
    ("US", "America/New_York", "USD"),
    ("NL", "Europe/Amsterdam", "EUR"),
    ("GB", "Europe/London", "GBP"),
    ("FR", "Europe/Paris", "EUR"),
)
NAMES = (
    "Ada Moss",
    "Ben Falk",
    "Chloe Marsh",
    "Dan Ortiz",
    "Edda Lund",
    "Finn Okoye",
    "Gia Rossi",
    "Hal Beck",
)
FIRMS = (
    "Alder",
    "Birch",
    "Cedar",
    "Elm",
    "Fir",
    "Hazel",
    "Juniper",
    "Larch",
    "Maple",
    "Oak",
    "Pine",
    "Rowan",
)
TRADES = ("Logistics", "Foods", "Clinics", "Mills", "Energy", "Bank", "Rail")
MONDAY = date(2026, 11, 2)


def deal_id(number: int) -> str:
    """Name a deal of the portfolio."""
    return f"deal-{number:05}"


def make_portfolio(root: Path, deals: int, people: int = 3, config: str = MKDOCS) -> Path:
    """Make a workspace with so many deals; so many people of each have a name and an address."""
    (root / "plans").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    for number in range(deals):
        folder = root / "plans" / deal_id(number)
        folder.mkdir()
        (folder / "plan.yaml").write_text(plan_text(number, people), encoding="utf-8")
    return root


def plan_text(number: int, people: int) -> str:
    """Write the plan of one deal: which template, company, place and days follow from its number."""
    templates = sorted((ROOT / "plans" / "templates").glob("*.yaml"))
    country, timezone, currency = PLACES[number % len(PLACES)]
    introduced = MONDAY + timedelta(days=number % 5)
    words = {
        "buyer": f"{FIRMS[number % len(FIRMS)]} {TRADES[number // 12 % len(TRADES)]} {number}",
        "buyer_country": country,
        "buyer_timezone": timezone,
        "seller": "Nimbus Robotics",
        "seller_country": "US",
        "seller_timezone": "America/Chicago",
        "partner": "Integra",
        "partner_country": "NL",
        "partner_timezone": "Europe/Amsterdam",
        "introduced": introduced.isoformat(),
        "first_step": (introduced + FIRST_STEP).isoformat(),
        "launch": (introduced + timedelta(days=200 + number % 60)).isoformat(),
        "event": "The busy season begins",
        "currency": currency,
    }
    text = fill(templates[number % len(templates)].read_text(encoding="utf-8"), words)
    given = iter(range(people))

    def named(found: re.Match[str]) -> str:
        person = next(given, None)
        if person is None:
            return found[0]
        address = f"{found[1]}@buyer-{number}.example"
        return f"  {found[1]}: {{name: {NAMES[(number + person) % len(NAMES)]}, email: {address}, "

    return re.sub(r"^  ([a-z]+): \{(?=side: buyer)", named, text, flags=re.MULTILINE)
