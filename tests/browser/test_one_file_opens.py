"""The exported file opens offline: from a disk, without a request, fit for every width, clean for axe.

Needed: Playwright and Chromium, and the npm packages that .ci/install-extras puts into build/npm.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scenes import Golive
from test_judges import AXE, TAGS
from test_layout import WIDER

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_file_opens_offline(
    open_page: Callable[..., Any],
    npm: Callable[[str], Path],
    workspace: Path,
    run: Golive,
    width: int,
    scheme: str,
) -> None:
    file = workspace / "acme.html"
    assert run("--workspace", workspace, "export", "acme", "--to", "html", "--out", file).code == 0
    page = open_page(width, scheme, offline=True)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("request", lambda asked: asked.url.startswith(("file:", "data:")) or wrong.append(asked.url))
    page.goto(file.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle") == "solid"
    wrong += page.evaluate(WIDER)
    page.evaluate(npm("axe-core/axe.min.js").read_text(encoding="utf-8"))
    wrong += page.evaluate(AXE, TAGS)
    assert not wrong, "\n".join(wrong)
    page.click('.pages a[href="#memo"]')
    assert page.evaluate("location.hash") == "#memo"
