"""The little of CSS that decides whether words of a mail are seen."""

import re
from typing import NamedTuple

STYLE_CHARS = 50_000  # of a page's start in which style sheets are read
SHEETS = 10
RULES = 500

_DECLARATION = re.compile(r"\s*([a-z-]{1,30})\s{0,9}:\s{0,9}([^;]{1,300})")
_ZERO = re.compile(r"0*\.?0+\s?(?:px|pt|em|rem|%|cm|in|mm)?(?:\s|!|$)")
_TINY = re.compile(r"0*[012](?:\.\d+)?\s?(?:px|pt)(?:\s|!|$)")
_FAR_AWAY = re.compile(r"-\d{3,5}(?:px|em|pt|rem)")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})(?:\s*[,/]\s*([\d.]+))?")
_SIMPLE = re.compile(r"[\w.#-]{1,60}")
_STYLE = re.compile(r"<style\b[^>]{0,300}>", re.IGNORECASE)
_NAMED = {
    "black": "000000",
    "white": "ffffff",
    "gray": "808080",
    "grey": "808080",
    "silver": "c0c0c0",
    "windowtext": "000000",
}


class Style(NamedTuple):
    """What the style of one element says about seeing it."""

    hidden: bool = False
    white: bool = False
    dark: bool = False
    colour: str = ""
    pre: bool = False
    tight: bool = False


_PLAIN = Style()


def _rgb(value: str) -> tuple[int, int, int] | None:
    value = value.strip().lower()
    value = "#" + _NAMED[value] if value in _NAMED else value
    if match := _HEX.match(value):
        digits = match[1] if len(match[1]) == 6 else "".join(ch * 2 for ch in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := _RGB.match(value):
        return int(match[1]), int(match[2]), int(match[3])
    return None


def _declarations(style: str) -> dict[str, str]:
    parts = (_DECLARATION.match(part) for part in style[:4000].lower().split(";")[:60])
    return {match[1]: match[2].strip() for match in parts if match}


def _is_hidden(css: dict[str, str]) -> bool:
    clipped = "hidden" in css.get("overflow", "")
    return (
        css.get("display", "").startswith("none")
        or css.get("visibility", "").startswith(("hidden", "collapse"))
        or css.get("mso-hide", "").startswith("all")
        or bool(_ZERO.match(css.get("font-size", "")) or _TINY.match(css.get("font-size", "")))
        or bool(_ZERO.match(css.get("opacity", "")))
        or bool(_ZERO.match(css.get("max-height", "")) or _ZERO.match(css.get("max-width", "")))
        or (clipped and bool(_ZERO.match(css.get("height", "")) or _ZERO.match(css.get("width", ""))))
        or css.get("color", "").startswith("transparent")
        or any(_FAR_AWAY.match(css.get(name, "")) for name in ("text-indent", "left", "top", "margin-left"))
        or "line-through" in css.get("text-decoration", "") + css.get("text-decoration-line", "")
    )


def style_of(attributes: dict[str, str]) -> Style:
    """Read an element's style, color and bgcolor attributes."""
    if not attributes or not any(name in attributes for name in ("style", "color", "bgcolor")):
        return _PLAIN
    css = _declarations(attributes.get("style", ""))
    rgb = _rgb(css.get("color", "") or attributes.get("color", ""))
    ground = _rgb(
        css.get("background-color", "") or css.get("background", "") or attributes.get("bgcolor", "")
    )
    vivid = rgb is not None and max(rgb) - min(rgb) > 60
    return Style(
        hidden=_is_hidden(css),
        white=rgb is not None and min(rgb) >= 245,
        dark=(ground is not None and min(ground) < 200) or "url(" in css.get("background", ""),
        colour="".join(f"{part:02x}" for part in rgb) if rgb and vivid else "",
        pre=css.get("white-space", "").startswith(("pre-wrap", "pre-line", "break-spaces"))
        or css.get("white-space") == "pre",
        tight=bool(_ZERO.match(css.get("margin", "")) or _ZERO.match(css.get("margin-bottom", ""))),
    )


def hidden_selectors(page: str) -> frozenset[str]:
    """Simple selectors (.x, #x, tag.x) that the page's own style sheets hide."""
    found: set[str] = set()
    at = 0
    for _ in range(SHEETS):
        match = _STYLE.search(page, at, STYLE_CHARS)
        if not match:
            break
        end = page.find("</", match.end())
        at = end if end >= 0 else len(page)
        sheet = _without_at_rules(page[match.end() : min(at, match.end() + STYLE_CHARS)])
        for rule in sheet.split("}")[:RULES]:
            names, brace, body = rule.partition("{")
            if brace and _is_hidden(_declarations(body)):
                found.update(
                    name for name in names.strip().lower().split(",")[:50] if _SIMPLE.fullmatch(name.strip())
                )
    return frozenset(name.strip() for name in found)


def _without_at_rules(sheet: str) -> str:
    """Drop @media and their like with their blocks: they hold for other screens or for print."""
    out, at = [], 0
    while (start := sheet.find("@", at)) >= 0:
        out.append(sheet[at:start])
        depth, at = 0, start
        for match in re.finditer(r"[{};]", sheet[start:]):
            at = start + match.end()
            depth += {"{": 1, "}": -1, ";": 0}[match[0]]
            if depth <= 0:
                break
        else:
            return "".join(out)
    out.append(sheet[at:])
    return "".join(out)
