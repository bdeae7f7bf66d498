"""What an HTML element says of the words in it: seen or hidden, quoted, signature or history, its colour."""

import re
from functools import lru_cache
from typing import NamedTuple

from mail.trim.style import Style, style_of

ATTRIBUTE_CHARS = 8_000
KNOWN_CHARS = 300  # of tags that are remembered: mail programs repeat the same few

_SILENT_TAGS = (
    "head", "style", "script", "title", "template", "noscript", "svg", "math", "object", "select", "textarea",
    "iframe", "s", "strike", "del",
)  # fmt: skip
_SILENT = frozenset(_SILENT_TAGS)
_ATTRIBUTE = re.compile(
    r"([a-zA-Z_:][-\w:.]{0,40})\s{0,9}=\s{0,9}(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'|([^\s\"'>]{1,1000}))"
)
_SIGNATURES = frozenset(
    ("gmail_signature_prefix", "protonmail_signature_block", "signature_block", "bloop_sign")
)  # and all that end in "signature"
_INTROS = frozenset(("gmail_attr", "moz-cite-prefix", "moz-forward-container-header"))
_HISTORY_NAMES = (
    "zmail_extra", "outlookmessageheader", "divrplyfwdmsg", "x_divrplyfwdmsg", "olk_src_body_section",
    "mail-editor-reference-message-container", "mailquote", "wmmailquote",
)  # fmt: skip
_HISTORY = frozenset(_HISTORY_NAMES)  # and all with "yahoo_quoted" in them


class State(NamedTuple):
    """What holds inside an open element."""

    tag: str
    silent: bool = False
    mark: str = ""
    colour: str = ""
    pre: bool = False
    dark: bool = False


class Opening(NamedTuple):
    """An element that opens: what holds inside, whether it has margins, whether history begins."""

    inner: State
    gap_around: bool = False
    starts_history: bool = False


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case."""
    if "=" not in source:
        return {}
    found = _ATTRIBUTE.finditer(source[:ATTRIBUTE_CHARS])
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in found}


class _Facts(NamedTuple):
    """What a tag says by itself, wherever it stands."""

    style: Style
    mark: str
    hidden: bool
    spaced: bool
    selectors: frozenset[str]


def opening(name: str, source: str, outer: State, hidden: frozenset[str]) -> Opening:
    """Read an opening tag.

    Args:
        name: of the element, in lower case.
        source: the tag's text behind its name.
        outer: what holds around it.
        hidden: the selectors that the page's style sheets hide.
    """
    if outer.silent or name in _SILENT:
        return Opening(outer._replace(tag=name, silent=True))
    facts = _known_facts(name, source) if len(source) <= KNOWN_CHARS else _facts(name, source)
    style = facts.style
    dark = outer.dark or style.dark
    unseen = (
        facts.hidden or style.hidden or (style.white and not dark) or not hidden.isdisjoint(facts.selectors)
    )
    mark = outer.mark or facts.mark
    inner = State(
        tag=name,
        silent=unseen,
        mark="" if mark == "z" else mark,
        colour="" if name == "a" else style.colour or outer.colour,
        pre=outer.pre or style.pre or name == "pre",
        dark=dark,
    )
    return Opening(inner, facts.spaced, mark == "z" and not outer.mark)


def _facts(name: str, source: str) -> _Facts:
    found = attributes_of(source)
    names = f"{found.get('class', '')} {found.get('id', '')}".lower().split()
    style = style_of(found)
    spaced = name == "p" and not style.tight and not any(given.startswith("mso") for given in names)
    return _Facts(
        style, _mark(name, names, found), "hidden" in source.lower().split(), spaced, _selectors(name, found)
    )


_known_facts = lru_cache(maxsize=1_000)(_facts)


def _mark(name: str, names: list[str], found: dict[str, str]) -> str:
    for given in names:
        if given.endswith("signature") or given in _SIGNATURES:
            return "x"
        if given in _INTROS:
            return "i"
        if given in _HISTORY or "yahoo_quoted" in given:
            return "z"
    return "q" if name == "blockquote" and _quotes(found) else ""


def _quotes(found: dict[str, str]) -> bool:
    """Whether a blockquote quotes a mail; programs also use it to indent the sender's own words."""
    style = found.get("style", "").replace(" ", "").lower()
    indents = "border:none" in style or "border:0" in style
    return "type" in found or "cite" in found or not indents or "border-left" in style


def _selectors(name: str, found: dict[str, str]) -> frozenset[str]:
    classes = found.get("class", "").lower().split()[:20]
    given = {name, *(f".{cls}" for cls in classes), *(f"{name}.{cls}" for cls in classes)}
    if found.get("id"):
        given |= {f"#{found['id'].lower()}", f"{name}#{found['id'].lower()}"}
    return frozenset(given)
