"""Every page of the samples in a real browser: it fits, stays at home, and needs neither script nor mouse.

Needed: Playwright and Chromium, see conftest.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sample_sites import DEALS

pytestmark = pytest.mark.slow


WIDER = """() => {
  const root = document.scrollingElement, wide = root.clientWidth;
  if (root.scrollWidth <= wide) return [];
  const right = element => element.getBoundingClientRect().right;
  const out = [...document.body.querySelectorAll('*')].filter(element => right(element) > wide + 1);
  return [`${root.scrollWidth} px wide`, ...out.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
}"""


class Listener:
    """What a page said and asked for while it was open."""

    def __init__(self, page: Any, home: str) -> None:
        self.wrong: list[str] = []
        page.on("console", lambda said: self.wrong.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("requestfailed", self.failed)
        page.on(
            "request", lambda asked: asked.url.startswith(home) or self.wrong.append(f"left: {asked.url}")
        )
        page.on("response", lambda got: got.status < 400 or self.wrong.append(f"{got.status}: {got.url}"))

    def failed(self, asked: Any) -> None:
        """Note what did not come; leaving a page before its icon is there is no failure."""
        if asked.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed: {asked.url}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("deal", DEALS)
def test_pages_fit_and_stay_at_home(
    served: Any, open_page: Callable[..., Any], deal: str, width: int, scheme: str
) -> None:
    page = open_page(width, scheme)
    heard = Listener(page, served.url)
    for url in served.every_page(deal):
        page.goto(url)
        heard.wrong += [f"wide: {what}" for what in page.evaluate(WIDER)]
        heard.wrong = [w if w.startswith("at ") else f"at {url.rsplit('/')[-1]} {w}" for w in heard.wrong]
    assert not heard.wrong, "\n".join(heard.wrong)


@pytest.mark.parametrize("deal", DEALS)
def test_pages_fit_on_paper(served: Any, open_page: Callable[..., Any], deal: str) -> None:
    page = open_page(width=673)  # A4 less the margins of the style sheet, at 96 dots an inch
    heard = Listener(page, served.url)
    page.emulate_media(media="print")
    for url in served.every_page(deal):
        page.goto(url)
        heard.wrong += [f"{url.rsplit('/')[-1]}: {what}" for what in page.evaluate(WIDER)]
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
        if url.endswith("memo.html") and sheets != 1:
            heard.wrong.append(f"the memo takes {sheets} sheets")
    assert not heard.wrong, "\n".join(heard.wrong)


@pytest.mark.parametrize("deal", DEALS)
def test_pages_say_the_same_without_script(served: Any, open_page: Callable[..., Any], deal: str) -> None:
    with_script, without = open_page(), open_page(java_script_enabled=False)
    for url in served.every_page(deal):
        with_script.goto(url)
        without.goto(url)
        with_script.evaluate("document.querySelectorAll('.js').forEach(e => e.remove())")
        text = without.inner_text("body")
        assert with_script.inner_text("body") == text
        assert len(text) > 300


FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    index: [...document.querySelectorAll('*')].indexOf(e),
    what: e.tagName + ' ' + (e.textContent || e.className).trim().slice(0, 40),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.width > 0 && box.height > 0
      && box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth,
  };
}"""
INTERACTIVE = """() => [...document.querySelectorAll('a[href], button, select, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}))
  .map(e => [...document.querySelectorAll('*')].indexOf(e))"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("deal", DEALS)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    served: Any, open_page: Callable[..., Any], deal: str, width: int
) -> None:
    page = open_page(width)
    for url in served.every_page(deal):
        page.goto(url)
        wanted, reached = set(page.evaluate(INTERACTIVE)), set()
        for _ in range(len(wanted) + 5):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus is None or focus["index"] in reached:
                break
            assert focus["seen"], f"{url.rsplit('/')[-1]} at {width}: no focus to be seen on {focus['what']}"
            reached.add(focus["index"])
        assert wanted <= reached, f"{url.rsplit('/')[-1]}: out of the keyboard's reach"
