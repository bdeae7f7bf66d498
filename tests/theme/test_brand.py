"""The workspace's colour: readable on every ground, or the theme's own."""

from __future__ import annotations

import re

import pytest

from generator.errors import UsageError
from theme import theme_css
from theme.brand import accent_colours, contrast

LIGHT, DARK = "#ffffff", "#111419"


def variables(css: bytes) -> dict[str, str]:
    return dict(re.findall(r"--brand-([a-z-]+):\s*(#[0-9a-f]+)", css.decode()))


@pytest.mark.parametrize("accent", ["#0b6bcb", "#e6007e", "#ffd400", "#00ff88", "#7a1f1f", "#999", "C8102E"])
def test_text_in_the_accent_can_be_read_everywhere(accent: str) -> None:
    found = variables(theme_css(accent))
    for name, paper in (("", LIGHT), ("dark-", DARK)):
        colour, field = found[f"{name}accent"], found[f"{name}field"]
        assert contrast(colour, paper) >= 4.5
        assert contrast(colour, field) >= 4.5


def test_a_readable_accent_stays_as_it_is() -> None:
    assert variables(theme_css("#0b5cad"))["accent"] == "#0b5cad"


@pytest.mark.parametrize("accent", ["", None, "#000000", "#0f1115", "#1b4fa8"])
def test_no_accent_or_one_like_ink_leaves_the_themes_own(accent: str | None) -> None:
    assert theme_css(accent) == theme_css(None)
    assert variables(theme_css(None))["accent"] == "#1b4fa8"


def test_what_is_no_colour_is_said_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="write a colour such as"):
        accent_colours("blue")


@pytest.mark.parametrize(("one", "other", "ratio"), [("#fff", "#000", 21), ("#777777", "#ffffff", 4.48)])
def test_contrast_is_wcags(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_the_style_sheet_is_slim_and_asks_for_nothing_from_elsewhere() -> None:
    css = theme_css("#0b6bcb").decode()
    assert "/*" not in css
    assert not re.search(r"url\(|@import|https?:", css)
    assert len(css) < 16_000
