"""Plans at the edges still make pages that fit: one outcome or forty, long words, other scripts, no value.

Needed: Playwright and Chromium, see conftest.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from odd_plans import PLANS
from sample_sites import Served, published, serving
from scenes import make_workspace
from test_layout import WIDER, Listener

pytestmark = pytest.mark.slow

CUT_OFF = """() => {
  const svg = document.querySelector('.picture > svg');
  if (!svg || !svg.checkVisibility()) return [];
  const frame = svg.getBoundingClientRect();
  const out = [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1);
  });
  return out.map(text => text.textContent);
}"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The odd plans, published and served."""
    root = make_workspace(tmp_path_factory.mktemp("odd") / "work")
    for name, text in PLANS.items():
        (root / "plans" / name).mkdir()
        (root / "plans" / name / "plan.yaml").write_text(text, encoding="utf-8")
    (root / "public").mkdir()
    with serving(root / "public") as url:
        yield published(root, "https://plans.nimbus.example/", url)


@pytest.mark.parametrize(
    ("width", "media"), [(320, "screen"), (768, "screen"), (1280, "screen"), (673, "print")]
)
def test_odd_plans_fit(odd: Served, open_page: Callable[..., Any], width: int, media: str) -> None:
    page = open_page(width)
    heard = Listener(page, odd.url)
    page.emulate_media(media=media)
    for name in PLANS:
        for url in odd.every_page(name):
            page.goto(url)
            found = [*page.evaluate(WIDER), *page.evaluate(CUT_OFF)]
            heard.wrong += [f"{name}/{url.rsplit('/')[-1]}: {what}" for what in found]
    assert not heard.wrong, "\n".join(heard.wrong)
