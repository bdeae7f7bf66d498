"""The documentation's pages in a real browser, before axe: they fit, stay at home, and can be read by all.

Needed: Playwright and Chromium, and the npm packages that .ci/install-extras puts into build/npm.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_sites import serving
from scenes import ROOT
from test_judges import AXE, TAGS
from test_layout import WIDER, Listener

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Where the built documentation is served, and its pages."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    config = ROOT / "docs" / "site" / "mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config, "-d", folder]
    subprocess.run(command, check=True)
    with serving(folder) as url:
        yield url, sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
def test_pages_fit_and_axe_finds_nothing(
    docs: tuple[str, list[str]],
    open_page: Callable[..., Any],
    npm: Callable[[str], Path],
    width: int,
    scheme: str,
) -> None:
    url, pages = docs
    axe = npm("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = open_page(width, scheme)
    heard = Listener(page, url)
    wrong = []
    assert len(pages) > 20
    for name in pages:
        page.goto(url + name)
        wrong += [f"{name}: {what}" for what in page.evaluate(WIDER)]
        page.evaluate(axe)
        wrong += [f"{name}: {violation}" for violation in page.evaluate(AXE, TAGS)]
    assert wrong + heard.wrong == []


def test_the_menu_opens_without_script_or_mouse(
    docs: tuple[str, list[str]], open_page: Callable[..., Any]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(docs[0] + "tutorial.html")
    assert page.locator("nav [aria-current]").inner_text() == "Five minutes"
    page.locator("nav summary").nth(3).focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Rules of a good plan").click()
    assert page.locator("h1").inner_text() == "The rules of a good plan"
