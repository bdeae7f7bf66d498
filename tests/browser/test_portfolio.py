"""The managers' pages in a real browser, before axe: they fit, stay at home, and can be read by all.

Needed: Playwright and Chromium, and the npm packages that .ci/install-extras puts into build/npm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_sites import DEALS, serving
from scenes import MKDOCS, SECRET, TODAY, make_workspace
from test_judges import AXE, TAGS
from test_layout import WIDER, Listener

import golive

pytestmark = pytest.mark.slow
PAGES = ("index.html", "practice.html", *(f"deals/{deal}.html" for deal in DEALS))


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the managers' pages are served."""
    root = tmp_path_factory.mktemp("portfolio") / "work"
    public = root / "public"
    public.mkdir(parents=True)
    with serving(public) as url, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOLIVE_TODAY", TODAY)
        patch.setenv("GOLIVE_SECRET", SECRET)
        make_workspace(root, *DEALS, config=MKDOCS.replace("https://plans.nimbus.example/", url))
        golive.cli(["--workspace", str(root), "portfolio"], standalone_mode=False)
        (table,) = public.rglob("portfolio.json")
        yield f"{url}{table.parent.name}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_pages_fit_and_axe_finds_nothing(
    portfolio: str, open_page: Callable[..., Any], npm: Callable[[str], Path], width: int, scheme: str
) -> None:
    axe = npm("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = open_page(width, scheme)
    heard = Listener(page, portfolio.rsplit("/", 2)[0])
    for name in PAGES:
        page.goto(portfolio + name)
        heard.wrong += [f"{name} wide: {what}" for what in page.evaluate(WIDER)]
        page.evaluate(axe)
        heard.wrong += [f"{name} axe: {what}" for what in page.evaluate(AXE, TAGS)]
    assert not heard.wrong, "\n".join(heard.wrong)
