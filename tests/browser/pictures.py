"""Takes the pictures in docs/: `make screenshots`. Not collected as tests; needs what conftest.py says.

The letters come from fonts.conf and the day is fixed, so the same machine always takes the same pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_sites import DEALS, Served, published, serving
from scenes import ROOT, make_workspace

DOCS = ROOT / "docs"
FOLDER = DOCS / "screenshots"
MOST_BYTES = 3_000_000
MOST_HEIGHT = 1400  # CSS px; longer pages are cut, but for two
WHOLE = ("plan-desktop", "plan-phone")

# name -> deal, person, page, width in CSS px, scheme, on paper
PICTURES: dict[str, tuple[str, str, str, int, str, bool]] = {
    **{
        f"{name}-desktop": ("acme", "legal", page, 1280, "light", False)
        for name, page in {
            "plan": "index", "your-page": "you", "value": "value", "people": "people",
            "updates": "updates", "memo": "memo", "calendar": "calendar", "own-page": "success-measures",
        }.items()
    },
    "plan-desktop-dark": ("acme", "legal", "index", 1280, "dark", False),
    "plan-tablet": ("acme", "legal", "index", 768, "light", False),
    "plan-phone": ("acme", "legal", "index", 390, "light", False),
    "your-page-phone": ("acme", "security", "you", 390, "light", False),
    "updates-phone-dark": ("acme", "legal", "updates", 390, "dark", False),
    "plan-paper": ("acme", "any", "index", 673, "light", True),
    "memo-paper": ("acme", "any", "memo", 673, "light", True),
    "harbor-desktop": ("harbor", "any", "index", 1280, "light", False),
    "lumen-phone": ("lumen", "any", "index", 390, "light", False),
}  # fmt: skip


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The samples as published for an address of their own, which stands in the calendar links."""
    root = make_workspace(tmp_path_factory.mktemp("pictures") / "work", *DEALS)
    (root / "public").mkdir()
    with serving(root / "public") as url:
        yield published(root, "https://plans.nimbus.example/", url)


def url_of(shown: Served, deal: str, person: str) -> str:
    return next(c.url for c in shown.copies if (c.deal, c.person) == (deal, person))


@pytest.mark.parametrize("name", PICTURES)
def test_take(shown: Served, open_page: Callable[..., Any], name: str) -> None:
    deal, person, page_name, width, scheme, paper = PICTURES[name]
    page = open_page(width, scheme)
    if paper:
        page.emulate_media(media="print")
    page.goto(f"{url_of(shown, deal, person)}{page_name}.html")
    FOLDER.mkdir(parents=True, exist_ok=True)
    whole = page.evaluate("document.documentElement.scrollHeight")
    height = whole if name in WHOLE else min(whole, MOST_HEIGHT)
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True, clip=clip, animations="disabled")


def test_take_the_readmes_picture(shown: Served, open_page: Callable[..., Any]) -> None:
    page = open_page(1280)
    page.set_viewport_size({"width": 1280, "height": 1250})
    page.goto(url_of(shown, "acme", "legal"))
    page.screenshot(path=DOCS / "plan-page.png", animations="disabled")


def test_they_stay_small() -> None:
    pictures = [*FOLDER.glob("*.png"), DOCS / "plan-page.png"]
    left_over = {path.stem for path in FOLDER.glob("*.png")} - set(PICTURES)
    assert not left_over, "pictures that nothing takes any more"
    assert sum(Path(picture).stat().st_size for picture in pictures) < MOST_BYTES
