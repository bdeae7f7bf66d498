"""How wide a text runs in a picture, estimated without a font at hand."""

from __future__ import annotations

from functools import lru_cache

LABEL_SIZE = 13  # px, of labels in the picture

# Widths of letters in 1/1000 of the size, as Arial has them; what is not listed counts as a wide one.
_NARROW = dict.fromkeys("iljtfrI.,:;'|!()[] -/1", 300) | dict.fromkeys("mwMW@%", 880)
_WIDE = dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&+=<>", 700)


@lru_cache(maxsize=8192)  # wrapping measures the same words again and again
def text_width(text: str, size: int = LABEL_SIZE) -> int:
    """Estimate how wide a text runs, in pixels, without a font at hand."""
    units = sum(_NARROW.get(c) or _WIDE.get(c) or (1000 if ord(c) > 0x2E80 else 560) for c in text)
    return -(-units * size // 1000)


def wrap(text: str, width: int, size: int = 14, lines: int = 2) -> tuple[str, ...]:
    """Break a text into at most so many lines of a width; what is too long ends in an ellipsis."""
    out: list[str] = []
    rest = text.split()
    while rest and len(out) < lines:
        line = rest.pop(0)
        while rest and text_width(f"{line} {rest[0]}", size) <= width:
            line += " " + rest.pop(0)
        out.append(line)
    if rest:
        out[-1] += " …"
    return tuple(_cut(line, width, size) for line in out)


def _cut(line: str, width: int, size: int) -> str:
    if text_width(line, size) <= width:
        return line
    line = line.removesuffix(" …")
    while line and text_width(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip() + "…"
