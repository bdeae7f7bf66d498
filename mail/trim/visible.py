"""HTML as the eye sees it: lines of visible text, each with what its markup says of it.

Hidden and struck-through text is left out, quotes and signatures are marked, pictures are only kept when they
are emoji. Linear in the length of the page.
"""

import html as entities
import re
from collections import Counter

from mail.trim.elements import State, attributes_of, opening
from mail.trim.labels import HTML_RULE, Line
from mail.trim.style import hidden_selectors

CHARS = 1_000_000
LOOK_BACK = 40  # open elements searched for the one an end tag closes
TAG_CHARS = 8_000

_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr")
)
_BLOCK_TAGS = (
    "p", "div", "blockquote", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
    "section", "article", "header", "footer", "address", "center", "dl", "dt", "dd", "form", "fieldset",
    "main", "nav", "aside", "figure", "body", "html", "caption", "thead", "tbody", "tfoot", "hr",
)  # fmt: skip
_BLOCK = frozenset(_BLOCK_TAGS)
_ENDS_ITS_TWIN = frozenset(("p", "li", "tr", "td", "th", "dt", "dd"))
_RAW = frozenset(("style", "script", "title", "textarea"))
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = {
    **dict.fromkeys([0x00AD, 0x1427, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF], None),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], None),
    **dict.fromkeys([0x00A0, 0x2007, 0x202F, 0x3000], " "),
}


def normalise(text: str) -> str:
    """Without zero-width and direction marks (and tracking dots); every kind of space is a space."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def visible(html: str) -> list[Line]:
    """The lines of a page."""
    return _Walk(html[:CHARS]).lines


class _Walk:
    """One pass over a page: a stack of open elements, a buffer for the line in the making."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.hidden = hidden_selectors(html)
        self.lines: list[Line] = []
        self.stack: list[State] = [State("")]
        self.open: Counter[str] = Counter()
        self.counters: list[int | None] = []  # of the open lists; None for bullets
        self.buffer: list[str] = []
        self.state: State | None = None  # of the first words in the buffer
        self.colours: set[str] = set()
        self.gap = False  # whether a blank line is due before the next words
        self._run()
        self._flush()

    def _run(self) -> None:
        html, at = self.html, 0
        last_tag_end = html.rfind(">")
        while match := _MARKUP.search(html, at, last_tag_end + 1):
            if match.start() > at:
                self._text(html[at : match.start()])
            at = self._markup(match.start())
        if at < len(html):
            self._text(html[at:])

    def _markup(self, start: int) -> int:
        """Handle the tag or comment at a "<"; give where to read on."""
        html = self.html
        if html.startswith("<!--", start):
            return self._after("-->", start + 4)
        match = _TAG.match(html, start + 1)
        if not match:
            return self._after(">", start)
        end = self._tag_end(match.end())
        name = match[2].lower()
        if match[1]:
            self._close(name)
            return end + 1
        self._open(name, html[match.end() : end])
        if name in _RAW:
            closing = re.compile(rf"</{name}", re.IGNORECASE).search(html, end)
            return closing.start() if closing else len(html)
        return end + 1

    def _after(self, mark: str, at: int) -> int:
        end = self.html.find(mark, at)
        return len(self.html) if end < 0 else end + len(mark)

    def _tag_end(self, at: int) -> int:
        """The ">" that ends a tag, beyond those inside quoted attribute values."""
        end = first = self.html.find(">", at)
        if end == at:
            return end
        for _ in range(20):
            inside = self.html[at : min(end, at + TAG_CHARS)]
            if "=" not in inside or (inside.count('"') % 2 == 0 and inside.count("'") % 2 == 0):
                return end
            end = self.html.find(">", end + 1, end + TAG_CHARS)
            if end < 0:
                break
        return first

    def _text(self, text: str) -> None:
        state = self.stack[-1]
        if state.silent:
            return
        if "&" in text:
            try:
                text = entities.unescape(text)
            except ValueError:  # a character number of thousands of digits
                return
        if state.pre:
            first, *others = text.split("\n")
            self._put(first, state)
            for part in others:
                self._break()
                self._put(part, state)
            return
        text = _SPACES.sub(" ", text)
        if text[:1] == " " and (not self.buffer or self.buffer[-1][-1] in " \t"):
            text = text[1:]
        self._put(text, state)

    def _put(self, text: str, state: State) -> None:
        if not text:
            return
        self.buffer.append(text)
        if text.strip():
            self.colours.add(state.colour)
            if self.state is None or not self.state.mark:
                self.state = state

    def _flush(self) -> None:
        if self.buffer:
            self._break()

    def _break(self) -> None:
        """End the line in the making; without words it is a blank line."""
        text = normalise("".join(self.buffer)).rstrip()
        state = self.state or self.stack[-1]
        if not state.pre:
            text = text.lstrip()
        if self.gap and text and self.lines and self.lines[-1].text:
            inside = state.mark == "q" == self.lines[-1].mark
            self.lines.append(Line("", "q" if inside else ""))
        self.gap = self.gap and not text
        colour = next(iter(self.colours)) if len(self.colours) == 1 else ""
        self.lines.append(Line(text, state.mark if text or state.mark == "q" else "", colour))
        self.buffer, self.state, self.colours = [], None, set()

    def _open(self, name: str, source: str) -> None:
        if name in _BLOCK:
            self._flush()
        if name in _VOID:
            if not self.stack[-1].silent:
                self._void(name, source)
            return
        if name in _ENDS_ITS_TWIN and self.stack[-1].tag == name:
            self._pop(1)
        found = opening(name, source, self.stack[-1], self.hidden)
        self.stack.append(found.inner)
        self.open[name] += 1
        if found.inner.silent:
            return
        self.gap = self.gap or found.gap_around
        if found.starts_history:
            self.lines.append(Line("", "z"))
        if name in ("td", "th") and self.buffer:
            self.buffer.append("\t")
        elif name in ("ul", "ol"):
            self.counters.append(0 if name == "ol" else None)
        elif name == "li":
            self.buffer.append(self._bullet())

    def _void(self, name: str, source: str) -> None:
        if name == "br":
            self._break()
        elif name == "hr":
            self.lines.append(Line(HTML_RULE, self.stack[-1].mark or "r"))
        elif name == "img":
            alt = entities.unescape(attributes_of(source).get("alt", "")[:40])
            if len(alt) <= 8 and not alt.isascii() and not any(ch.isalnum() for ch in alt):
                self._text(alt)  # an emoji; any other picture is silent

    def _bullet(self) -> str:
        number = self.counters[-1] if self.counters else None
        if number is None:
            return "- "
        self.counters[-1] = number + 1
        return f"{number + 1}. "

    def _close(self, name: str) -> None:
        if name in _BLOCK:
            self._flush()
        if not self.open[name]:
            return
        for back in range(1, min(LOOK_BACK, len(self.stack) - 1) + 1):
            if self.stack[-back].tag == name:
                self._pop(back)
                return

    def _pop(self, count: int) -> None:
        for _ in range(count):
            state = self.stack.pop()
            self.open[state.tag] -= 1
            if state.tag in ("ul", "ol") and not state.silent and self.counters:
                self.counters.pop()
