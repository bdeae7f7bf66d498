"""The whole plan as one HTML file that opens anywhere, offline: to forward, or to keep.

Made from the pages that the shared link shows, so it has nobody's reply or calendar links. The style sheet is
allowed by its hash (CSP 3, 6.7.3.3), pictures and files are `data:` URLs (RFC 2397), and no script is there.
"""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from generator.site.facts import DealFacts, Person
from generator.site.pages import assets
from generator.site.pages.build import SiteBuilder

_NEEDS_A_LINK = frozenset({"calendar.html"})  # pages that say nothing without a person's own links
_REFERS_TO_IDS = frozenset({"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"})


@dataclass(frozen=True)
class Leaf:
    """One page of the site as a part of the file; `kind` is the class that the page's body has."""

    id: str
    title: str
    kind: str
    content: Markup


def one_file(builder: SiteBuilder, facts: DealFacts) -> bytes:
    """Make the file; raises GoliveError where a page or a template cannot be read."""
    view, env = builder.view_of(facts), builder.environment()
    site = builder.personal(builder.build(facts), facts, Person("any", "", {}))
    _, shared = builder.assets()
    ours = [page.url for page in view.pages if page.url in site]
    urls = [*ours, *sorted(url for url in site if url.endswith(".html") and url not in ours)]
    ids = {url: _id(url) for url in urls if url not in _NEEDS_A_LINK}
    style = _style(shared)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    view.words.install(env)
    text = env.get_template("one_file.html").render(
        view=view,
        leaves=[_Page(url, site, ids).leaf() for url in ids],
        style=Markup(style),  # noqa: S704 - the theme's own
        style_hash=f"sha256-{digest}",
        icon=data_url("mark.svg", shared["mark.svg"]),
        logo=data_url(view.buyer.logo, site[view.buyer.logo]) if view.buyer.logo in site else None,
    )
    return text.encode()


def data_url(name: str, content: bytes) -> str:
    """Write a file's content as an address (RFC 2397)."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _id(url: str) -> str:
    stem = url.removesuffix(".html").replace("/", "-")
    return "plan" if stem == "index" else stem


def _style(shared: Mapping[str, bytes]) -> str:
    """Give the style sheets as one, in which each page is a leaf of the only `main`."""
    css = "".join(shared[name].decode() for name in (assets.STYLE, assets.PAGES_STYLE))
    css = re.sub(r"(?<![\w.#-])main(?=[\s>{,.])", ":where(.leaf)", css)
    return css.replace("</", "<\\/")


class _Page(HTMLParser):
    """Reads one page of the site: what its `main` holds, with every address turned inward."""

    def __init__(self, url: str, site: Mapping[str, bytes], ids: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self._url, self._site, self._ids, self._id = url, site, ids, ids[url]
        self._parts: list[str] = []
        self._title: list[str] = []
        self._kind = ""
        self._within = ""
        self.feed(site[url].decode())
        self.close()

    def leaf(self) -> Leaf:
        title = Markup("".join(self._title)).unescape().partition(" · ")[0]  # noqa: S704 - text only
        return Leaf(self._id, title, self._kind, Markup("".join(self._parts)))  # noqa: S704 - a built page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._within == "main":
            self._parts.append(self._tag(tag, attrs))
        elif tag == "body":
            self._kind = dict(attrs).get("class") or ""
        elif tag in ("main", "title"):
            self._within = tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""
        elif self._within == "main":
            self._parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._within:
            (self._parts if self._within == "main" else self._title).append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        raw = self.get_starttag_text() or ""
        turned = [found for name, value in attrs for found in self._attribute(tag, name, value)]
        if turned == attrs:
            return raw
        written = "".join(f" {n}" if v is None else f' {n}="{escape(v)}"' for n, v in turned)
        return f"<{tag}{written}{'/' if raw.endswith('/>') else ''}>"

    def _attribute(self, tag: str, name: str, value: str | None) -> list[tuple[str, str | None]]:
        if value is None or tag == "use":
            return [(name, value)]
        if name == "id" or name in _REFERS_TO_IDS:
            return [(name, " ".join(f"{self._id}--{one}" for one in value.split()))]
        if name == "href" or name == "src":
            return self._address(name, value)
        return [(name, re.sub(r"url\(#", f"url(#{self._id}--", value))]

    def _address(self, name: str, value: str) -> list[tuple[str, str | None]]:
        """Turn an address inward: another page into its place here, a file into its content."""
        parts = urlsplit(value)
        if parts.scheme or parts.netloc:
            return [(name, value)]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._url), unquote(parts.path)))
        url = path if parts.path else self._url
        if url in self._ids:
            inside = f"{self._ids[url]}--{parts.fragment}" if parts.fragment else self._ids[url]
            return [(name, f"#{inside}")]
        if url in self._site and not url.endswith(".html"):
            saved = [("download", posixpath.basename(url))] if name == "href" else []
            return [(name, data_url(url, self._site[url])), *saved]
        return []
