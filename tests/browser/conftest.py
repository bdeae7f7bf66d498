"""A browser, and the sample deals as they are published, served on loopback.

Needed: the Python package `playwright` (extra `dev`) and Chromium at /usr/bin/chromium; for what judges
pages, the npm packages that `.ci/install-extras` puts into build/npm. Without them, tests are skipped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sample_sites import DEALS, Served, published, serving
from scenes import MKDOCS, ROOT, TODAY, make_workspace

CHROMIUM = Path("/usr/bin/chromium")
NPM = ROOT / "build" / "npm" / "node_modules"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """All samples, published for the address where they are served."""
    root = tmp_path_factory.mktemp("samples") / "work"
    public = root / "public"
    public.mkdir(parents=True)
    with serving(public) as url:
        make_workspace(root, *DEALS, config=MKDOCS.replace("https://plans.nimbus.example/", url))
        yield published(root, url, url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is missing")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser at {CHROMIUM}")
    with playwright.sync_playwright() as started:
        letters = {**os.environ, "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS, env=letters)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open windows of the browser, on the tests' day: width in CSS px, scheme, and more of Playwright's."""
    contexts = []

    def open_(width: int = 1280, scheme: str = "light", *, day: str = TODAY, **more: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            **{"reduced_motion": "reduce", **more},
        )
        contexts.append(context)
        page = context.new_page()
        if more.get("java_script_enabled", True):
            page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def npm() -> Callable[[str], Path]:
    """Find a file of an npm package; skips where .ci/install-extras was not run."""

    def find(name: str) -> Path:
        path = NPM / name
        if not path.exists():
            pytest.skip(f"{name.split('/')[0]} is missing; run .ci/install-extras")
        return path

    return find
