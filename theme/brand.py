"""The theme's style sheet with the workspace's own accent, corrected until everybody can read it.

Contrast is WCAG 2.2's (relative luminance, 1.4.3): 4.5:1 for text on the paper and on the tinted field, in
both schemes.
"""

from __future__ import annotations

import colorsys
import re
from importlib.resources import files

from generator.errors import UsageError

TEXT_CONTRAST = 4.5
_TOLD_APART = 0.22  # distance in RGB, of 1.73 at most, below which an accent reads as ink
_STEP = 0.02

Rgb = tuple[float, float, float]


def _rgb(code: str) -> Rgb:
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", code.strip())
    if not found:
        raise UsageError(f'the theme\'s accent is {code!r}; write a colour such as "#0b6bcb"')
    digits = found[1] if len(found[1]) == 6 else "".join(c * 2 for c in found[1])
    return int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in colour)


def _luminance(colour: Rgb) -> float:
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    a, b = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (b + 0.05) / (a + 0.05)


def _mix(colour: Rgb, ground: Rgb, part: float) -> Rgb:
    r, g, b = (c * part + p * (1 - part) for c, p in zip(colour, ground, strict=True))
    return r, g, b


_LIGHT = {"paper": _rgb("#ffffff"), "ink": _rgb("#15181e")}
_DARK = {"paper": _rgb("#111419"), "ink": _rgb("#eceff3")}


def _corrected(accent: Rgb, ground: dict[str, Rgb], field_part: float, step: float) -> tuple[str, str] | None:
    """Shift the accent until it reads on paper and field: (accent, field); None if it reads as ink."""
    hue, light, vivid = colorsys.rgb_to_hls(*accent)
    while True:
        shade = colorsys.hls_to_rgb(hue, light, vivid)
        field = _hex(_mix(shade, ground["paper"], field_part))
        ok = min(contrast(_hex(shade), field), contrast(_hex(shade), _hex(ground["paper"]))) >= TEXT_CONTRAST
        if ok or not 0 <= light + step <= 1:
            break
        light += step
    apart = sum((a - b) ** 2 for a, b in zip(shade, ground["ink"], strict=True)) ** 0.5
    return (_hex(shade), field) if ok and apart >= _TOLD_APART else None


def accent_colours(accent: str) -> dict[str, str] | None:
    """Give accent and field for light and dark paper; None where the accent cannot be told from the text.

    Raises UsageError for what is no colour.
    """
    given = _rgb(accent)
    light = _corrected(given, _LIGHT, 0.1, -_STEP)
    dark = _corrected(given, _DARK, 0.16, _STEP)
    if light is None or dark is None:
        return None
    return {"accent": light[0], "field": light[1], "dark-accent": dark[0], "dark-field": dark[1]}


def theme_css(accent: str | None) -> bytes:
    """Give the whole style sheet, with the accent's variables filled in, without comments and needless space.

    An accent that cannot be told from ink leaves the theme's own blue. Raises UsageError for what is no
    colour.
    """
    css = (files("theme") / "assets" / "golive.css").read_text("utf-8")
    ours = re.search(r"--brand-accent:\s*(#\w+)", css)
    own = accent and not (ours and _rgb(accent) == _rgb(ours[1]))  # the theme's own blue has its own shades
    colours = accent_colours(accent) if accent and own else None
    if colours:
        for name, value in colours.items():
            css = re.sub(rf"(--brand-{name}:)[^;]*;", rf"\g<1> {value};", css, count=1)
    return _slim(css).encode()


def _slim(css: str) -> str:
    """Leave out comments and needless space: pages are read on phones."""
    css = re.sub(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", "", css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").replace(": ", ":")
    return css.strip() + "\n"


def slim_css(css: bytes) -> bytes:
    """Leave out comments and needless space of a style sheet."""
    return _slim(css.decode("utf-8")).encode()


def slim_script(script: bytes) -> bytes:
    """Leave out the comment and indentation of a script whose comments have lines of their own."""
    lines = (line.strip() for line in script.decode("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*"))).encode() + b"\n"
