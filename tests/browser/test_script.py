"""What the small script adds: days counted by the reader's clock, copying of links, one owner's outcomes.

Needed: Playwright and Chromium, see conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow


def champion(served: Any) -> str:
    return str(served.of("acme")[0].url)


@pytest.mark.parametrize(
    ("day", "next_move", "updated"),
    [
        ("2026-11-16", "in 11 days", "today"),
        ("2026-11-24", "in 3 days", "8 days ago"),
        ("2026-11-26", "tomorrow", "10 days ago"),
        ("2026-11-29", "Tomas Lindqvist", "13 days ago"),  # a day that has passed is not counted
    ],
)
def test_days_are_counted_by_the_readers_clock(
    served: Any, open_page: Callable[..., Any], day: str, next_move: str, updated: str
) -> None:
    page = open_page(day=day)
    page.goto(champion(served))
    assert page.inner_text(".three .label").endswith(next_move)
    assert page.inner_text(".foot").endswith(updated)


def test_a_link_is_copied(served: Any, open_page: Callable[..., Any]) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(champion(served) + "calendar.html")
    link = page.inner_text(".copy code")
    page.click(".copy button")
    page.wait_for_function("document.querySelector('.copy button').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_where_copying_is_forbidden_the_link_is_marked(served: Any, open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(champion(served) + "calendar.html")
    page.click(".copy button")
    assert page.evaluate("getSelection().toString()") == page.inner_text(".copy code")


def test_the_shared_link_is_copied_from_everybodys_footer(served: Any, open_page: Callable[..., Any]) -> None:
    shared = served.of("acme")[-1].url
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    for url in (champion(served), shared):
        page.goto(url)
        page.click(".foot button")
        page.wait_for_function("document.querySelector('.foot button').textContent === 'Copied'")
        assert page.evaluate("navigator.clipboard.readText()") == shared


def test_one_owners_outcomes(served: Any, open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.goto(champion(served))
    rows = page.locator(".outcomes tbody tr")
    every = rows.count()
    page.select_option(".table select", "Priya Nair")
    shown = [row for row in rows.all() if row.is_visible()]
    assert 0 < len(shown) < every
    assert all("Priya Nair" in row.inner_text() for row in shown)
    assert all(row.locator(".stage").inner_text().strip() for row in shown)
    page.select_option(".table select", "")
    assert all(row.is_visible() for row in rows.all())
