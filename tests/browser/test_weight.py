"""Pages are light, and their mail links are short: read from the published files, without a browser."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sample_sites import DEALS

PAGE_BYTES = 60_000
SCRIPT_BYTES = 4_000
PART = re.compile(r'(?:<link [^>]*href|<script [^>]*src|<img [^>]*src)="([^"]+)"')


def html_of(served: Any, deal: str) -> dict[Path, str]:
    folders = [served.root / copy.url.removeprefix(served.url) for copy in served.copies if copy.deal == deal]
    return {page: page.read_text(encoding="utf-8") for folder in folders for page in folder.glob("*.html")}


@pytest.mark.parametrize("deal", DEALS)
def test_every_page_with_all_it_loads_is_light(served: Any, deal: str) -> None:
    for page, html in html_of(served, deal).items():
        parts = {(page.parent / unquote(part)).resolve() for part in PART.findall(html)}
        pictures = {part for part in parts if "files" in part.parts}  # the buyer's logo and the rep's own
        weight = len(html.encode()) + sum(part.stat().st_size for part in parts - pictures)
        assert {part.suffix for part in parts} >= {".css", ".js"}
        assert weight < PAGE_BYTES, f"{page.name}: {weight} bytes"


def test_the_script_is_small(served: Any) -> None:
    (script,) = served.root.glob("_assets/*/golive.js")
    assert script.stat().st_size < SCRIPT_BYTES


@pytest.mark.parametrize("deal", DEALS)
def test_mail_links_say_whom_and_what(served: Any, deal: str) -> None:
    found = 0
    for page, html in html_of(served, deal).items():
        for href in map(unescape, re.findall(r'href="(mailto:[^"]+)"', html)):
            mail = urlsplit(href)
            asked = parse_qs(mail.query, strict_parsing=True)
            found += 1
            assert len(href) < 1000, page
            assert re.fullmatch(
                rf"{deal}\.[a-z0-9_-]+\.[a-z0-9]+\.[a-z2-7]{{16}}@reply\.nimbus\.example", mail.path
            )
            assert asked["subject"][0].strip()
            number = re.match(r"\[(\d+)\] ", asked["subject"][0])
            if number:
                assert mail.path.split(".")[2] == number[1], "the address is about another outcome"
                assert asked["body"][0].startswith(f"{number[1]} ")
    assert found > 50
